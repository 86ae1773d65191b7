"""The pages of a document as they are shown beside a case: pictures, or words laid out.

A PDF is shown as pictures of its pages. A file without pages (spreadsheet, Word file, mail) is
drawn from its words; a spreadsheet gets its column letters and row numbers back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.page import Box, Page, SourceDocument, Word
from review.spots import Spot

MOST_WORDS = 6_000
"""How many words of a long sheet are drawn; those around an evidence are drawn always."""
_AROUND = 160.0
_ADDRESS = re.compile(r"!\$?([A-Z]{1,3})\$?(\d+)")
_PLACE, _LEAST, _MOST = 560.0, 0.95, 1.35
"""The width there is for a drawing on a small screen, and the limits of its scale, in CSS pixels."""
_GUTTER = Box(30.0, 18.0, 0.0, 0.0)
"""Room for row numbers at the left and column letters on top."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A column's letter or a row's number at the edge of a drawn spreadsheet."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to show. A `picture` is fetched by its number; else `words` and `cells` are drawn.

    `left` and `top` are where the drawing begins; `cut` tells that not all words are drawn.
    """

    number: int
    width: float
    height: float
    picture: bool
    spots: tuple[Spot, ...] = ()
    words: tuple[Word, ...] = ()
    cells: tuple[Box, ...] = ()
    marks: tuple[Mark, ...] = ()
    left: float = 0.0
    top: float = 0.0
    cut: bool = False

    @property
    def scale(self) -> float:
        """How large a drawing is shown: it fits its place where it stays readable."""
        return min(max(_PLACE / self.width, _LEAST), _MOST)


def sheets(document: SourceDocument, spots: Sequence[Spot]) -> tuple[Sheet, ...]:
    """Return every page of a document with the boxes that stand on it."""
    return tuple(
        _sheet(page, tuple(each for each in spots if each.page == page.number)) for page in document.pages
    )


def _sheet(page: Page, spots: tuple[Spot, ...]) -> Sheet:
    if not page.synthetic:
        width, height = (page.height, page.width) if page.turn in {90, 270} else (page.width, page.height)
        return Sheet(page.number, width, height, picture=True, spots=spots)
    words = tuple(_drawn(page.words, spots))
    marks = tuple(_marks(page))
    gutter = _GUTTER if marks else Box(0.0, 0.0, 0.0, 0.0)
    shown = {id(each) for each in words}
    return Sheet(
        page.number,
        page.width + gutter.x0,
        page.height + gutter.top,
        picture=False,
        spots=spots,
        words=words,
        cells=tuple(_cells(page, words)),
        marks=marks,
        left=-gutter.x0,
        top=-gutter.top,
        cut=len(shown) < len(page.words),
    )


def _drawn(words: tuple[Word, ...], spots: Iterable[Spot]) -> Iterator[Word]:
    near = [(each.box.top - _AROUND, each.box.bottom + _AROUND) for each in spots]
    for count, each in enumerate(words):
        if count < MOST_WORDS or any(top <= each.box.middle <= bottom for top, bottom in near):
            yield each


def _cells(page: Page, words: Sequence[Word]) -> Iterator[Box]:
    lowest = max((each.box.bottom for each in words), default=0.0)
    for table in page.tables:
        for cell in table.cells:
            if cell.box.top <= lowest:
                yield cell.box


def _marks(page: Page) -> Iterator[Mark]:
    """Yield the letters and numbers of the cells, each where its first cell lies."""
    columns: dict[str, Box] = {}
    rows: dict[str, Box] = {}
    for table in page.tables:
        for cell in table.cells:
            found = _ADDRESS.search(cell.where or "")
            if found and cell.column_span == 1:
                columns.setdefault(found[1], cell.box)
            if found and cell.row_span == 1:
                rows.setdefault(found[2], cell.box)
    for letter, box in columns.items():
        yield Mark(letter, box.centre, -6.0)
    for number, box in rows.items():
        yield Mark(number, -15.0, box.middle + 3.5)
