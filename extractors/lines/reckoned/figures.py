"""The figures of a document, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import numbers
from extractors.fields.numbers import Notation
from extractors.late import late
from extractors.page.runs import Run, rows_of, split_line
from models.page import Page

FIGURE = late(
    r"(?<![A-Za-z0-9.,/_×*Φφø-])\d[\d.,'’]*(?:(?<=\d) \d{3}(?!\d))*(?:[.,]\d+)?"
    r"(?![A-Za-z]?\d|[-/]\d|[A-Za-z]{4}|\s?[%％]|-(?!\w))"
)
LONGEST = 16
COUNTED = late(r"0\d")
YEAR = late(r"20[2-3]\d")
"""A year, seldom an amount without decimals."""
"""How a number begins that counts something: 00030."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its place: `line` counts the lines of all pages; `places` are its decimals."""

    line: int
    run: Run
    start: int
    end: int
    value: Decimal
    places: int

    @property
    def left(self) -> float:
        """Where it begins, in points."""
        touched = self.run.within(self.start, self.end)
        return touched[0][0].box.x0 if touched else self.run.box.x0

    @property
    def right(self) -> float:
        """Where it ends, in points."""
        touched = self.run.within(self.start, self.end)
        return touched[-1][0].box.x1 if touched else self.run.box.x1


def of_pages(pages: Sequence[Page], notation: Notation | None) -> tuple[Figure, ...]:
    """Return the figures of all pages in reading order; without a notation they tell it themselves."""
    found = tuple(_figures(pages, notation))
    voted = numbers.vote(each.run.text[each.start : each.end] for each in found) if notation is None else None
    return found if voted is None else tuple(_figures(pages, voted))


def _figures(pages: Sequence[Page], notation: Notation | None) -> Iterator[Figure]:
    line = 0
    for page in pages:
        for words in rows_of(page.words):
            line += 1
            for run in split_line(page, words):
                yield from _of_run(line, run, notation)


def _of_run(line: int, run: Run, notation: Notation | None) -> Iterator[Figure]:
    for found in FIGURE.finditer(run.text):
        text = found[0].rstrip(".,'’")
        if len(text) > LONGEST or COUNTED.match(text) or YEAR.fullmatch(text):
            continue
        for value in _values(text, notation):
            places = -min(int(value.as_tuple().exponent), 0)
            yield Figure(line, run, found.start(), found.start() + len(text), value, places)


def _values(text: str, notation: Notation | None) -> set[Decimal]:
    read = numbers.parse(text)
    fitting = [each for each in read if notation is None or each.notation in {None, notation}]
    return {each.value for each in fitting if each.value > 0}
