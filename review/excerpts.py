"""Pieces of a file without pages where something differs: the row of a table or the lines around, for mails.

What a picture cut out of a page is for a PDF: the spot as it stands in the document, with its neighbours and
their headings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.case import CaseDetail
from models.page import Box, Cell, Page, SourceDocument, Table, Word
from models.reading import Evidence
from review.crops import evidence
from review.spots import Places, locate, places
from review.values import Value

MOST_COLUMNS = 7
LONGEST = 60
"""Characters of a cell or of a line that are shown beside what is marked."""
_HEADING_ABOVE = 4
"""So many rows above the first line of an order its headings are looked for."""
_ADDRESS = re.compile(r"(?P<sheet>.+)!(?P<column>[A-Z]{1,3})(?P<row>\d+)")
_NUMBER = re.compile(r"[\d.,\s%￥¥$€-]+")


@dataclass(frozen=True, slots=True)
class Cut:
    """The text of a cell, or of a line, parted by what is marked in it; `span` columns wide."""

    before: str
    marked: str = ""
    after: str = ""
    span: int = 1

    @property
    def text(self) -> str:
        """The whole text, with the mark as brackets."""
        marked = f"[{self.marked}]" if self.marked else ""
        return f"{self.before}{marked}{self.after}".strip()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The values that it shows, by their anchors, and where it stands in the file, as the reader names it.

    Of a spreadsheet `letters` are the columns' and `number` the row's. `around` are lines of a text
    before and behind.
    """

    anchors: tuple[str, ...]
    where: str
    row: tuple[Cut, ...]
    headings: tuple[Cut, ...] = ()
    letters: tuple[str, ...] = ()
    number: str = ""
    around: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a value stands: its box, its text, and the row of a table around it, where there is one."""

    page: Page
    where: str
    box: Box
    text: str
    table: int | None = None
    row: int = 0

    @property
    def place(self) -> tuple[int, int | None, object]:
        """What values of one row, or of one line, have in common."""
        return self.page.number, self.table, self.row if self.table is not None else self.where


Lines = Mapping[tuple[int, int | None], tuple[int, int]]
"""By page and table: the first and the last row that lines of the order stand in."""


def excerpts(case: CaseDetail, shown: Iterable[Value], document: SourceDocument) -> tuple[Excerpt, ...]:
    """Return the rows and lines that `shown` values were read from, in their order.

    Values of one row share an excerpt; what has no place in the file has none.
    """
    known, where = evidence(case), places(document)
    found = {anchor: one for anchor, each in known.items() if (one := _spot(each, where, document))}
    lines = _lines(found)
    grouped: dict[tuple[int, int | None, object], dict[str, _Spot]] = {}
    for value in shown:
        spot = found.get(value.spot or "")
        if spot is not None:
            grouped.setdefault(spot.place, {})[value.anchor] = spot
    return tuple(_excerpt(tuple(each), tuple(each.values()), lines) for each in grouped.values())


def _spot(evidence: Evidence, where: Places, document: SourceDocument) -> _Spot | None:
    located = locate(where, evidence)
    if located is None:
        return None
    number, box = located
    page = next((each for each in document.pages if each.number == number), None)
    if page is None or not page.synthetic:
        return None
    within = [
        (cell.box.width * cell.box.height, at, cell)
        for at, table in enumerate(page.tables)
        for cell in table.cells
        if _within(box, cell.box)
    ]
    if not within:
        return _Spot(page, evidence.where or "", box, evidence.text)
    # A table may stand within a cell of another.
    _, at, cell = min(within, key=lambda each: each[:2])
    return _Spot(page, cell.where or evidence.where or "", box, evidence.text, at, cell.row)


def _within(inner: Box, outer: Box) -> bool:
    return outer.x0 <= inner.centre <= outer.x1 and outer.top <= inner.middle <= outer.bottom


def _lines(found: Mapping[str, _Spot]) -> Lines:
    rows: dict[tuple[int, int | None], list[int]] = {}
    for anchor, spot in found.items():
        if spot.table is not None and not anchor.startswith("h-"):
            rows.setdefault((spot.page.number, spot.table), []).append(spot.row)
    return {place: (min(each), max(each)) for place, each in rows.items()}


def _excerpt(anchors: tuple[str, ...], spots: Sequence[_Spot], lines: Lines) -> Excerpt:
    one = spots[0]
    if one.table is None:
        return _of_lines(anchors, spots)
    table = one.page.tables[one.table]
    row = _cells(table, one.row)
    first, last = lines.get((one.page.number, one.table), (0, -1))
    above = _headings(table, first) if first <= one.row <= last else ()
    columns = _columns(row, above, spots)
    address = _ADDRESS.fullmatch(one.where)
    return Excerpt(
        anchors,
        one.where if address is None else address["sheet"],
        tuple(_cuts(row, columns, spots)),
        tuple(_cuts(above, columns, ())),
        tuple(_letter(each) for each in columns) if address else (),
        address["row"] if address else "",
    )


def _cells(table: Table, row: int) -> tuple[Cell, ...]:
    inside = (each for each in table.cells if each.row <= row < each.row + each.row_span)
    return tuple(sorted(inside, key=lambda cell: cell.column))


def _headings(table: Table, first: int) -> tuple[Cell, ...]:
    """Return the headings above the first line: the next row above it that has words in several cells."""
    for row in range(first - 1, max(first - 1 - _HEADING_ABOVE, -1), -1):
        cells = _cells(table, row)
        said = [text for each in cells if (text := _joined(each.words))]
        if len(said) > 1 and not any(_NUMBER.fullmatch(each) for each in said):
            return cells
    return ()


def _columns(row: Sequence[Cell], above: Sequence[Cell], spots: Sequence[_Spot]) -> tuple[int, ...]:
    """Return the columns to show: those that are marked, the first, and the nearest others."""
    marked = [each.column for each in row if any(_within(spot.box, each.box) for spot in spots)]
    filled = sorted({each.column for each in (*row, *above) if each.words} | set(marked))

    def distance(column: int) -> int:
        return 0 if column == filled[0] else min(abs(column - each) for each in marked)

    return tuple(sorted(sorted(filled, key=distance)[:MOST_COLUMNS]))


def _cuts(cells: Sequence[Cell], columns: Sequence[int], spots: Sequence[_Spot]) -> Iterator[Cut]:
    """Yield the cells of the columns; one that spans several is shown once, as wide."""
    at = 0
    while cells and at < len(columns):
        cell = next((each for each in cells if _covers(each, columns[at])), None)
        span = 1
        while cell is not None and at + span < len(columns) and _covers(cell, columns[at + span]):
            span += 1
        if cell is None:
            yield Cut("")
        else:
            texts = [each.text for each in spots if _within(each.box, cell.box)]
            yield replace(_cut(_joined(cell.words), texts), span=span)
        at += span


def _covers(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.column_span


def _letter(column: int) -> str:
    """Return what a spreadsheet calls a column, counted from 0."""
    above, at = divmod(column, 26)
    return (_letter(above - 1) if above else "") + chr(ord("A") + at)


def _of_lines(anchors: tuple[str, ...], spots: Sequence[_Spot]) -> Excerpt:
    """Return the line that values stand on, with the one before and the one behind."""
    one = spots[0]
    said: dict[str, list[Word]] = {}
    for each in one.page.words:
        said.setdefault(each.where or "", []).append(each)
    texts = {where: _joined(words) for where, words in said.items()}
    order = list(texts)
    at = order.index(one.where) if one.where in texts else None
    if at is None:
        return Excerpt(anchors, one.where, (_cut(one.text, [one.text]),))
    before = texts[order[at - 1]] if at > 0 else ""
    behind = texts[order[at + 1]] if at + 1 < len(order) else ""
    cut = _cut(texts[one.where], [each.text for each in spots])
    return Excerpt(anchors, one.where, (cut,), around=(_short(before), _short(behind)))


def _cut(text: str, texts: Sequence[str]) -> Cut:
    """Return a text parted around what is marked in it; all of it where the texts do not stand there so."""
    if not texts:
        return Cut(_short(text))
    spans = [found.span() for each in texts if (found := _search(each, text))]
    if not spans:
        return Cut("", _short(text))
    start, end = min(each[0] for each in spans), max(each[1] for each in spans)
    before, after = text[:start], text[end:]
    left = f"…{before[-LONGEST:]}" if len(before) > LONGEST else before
    return Cut(left, text[start:end], _short(after))


def _search(wanted: str, text: str) -> re.Match[str] | None:
    characters = "".join(wanted.split())
    return re.search(r"\s*".join(map(re.escape, characters)), text) if characters else None


def _joined(words: Iterable[Word]) -> str:
    return "".join(each.text if each.glued else f" {each.text}" for each in words).strip()


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
