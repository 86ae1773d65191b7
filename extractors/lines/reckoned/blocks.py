"""The lines of text that belong to each row of figures: from where its item begins to where the next does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.late import late
from extractors.lines.reckoned.figures import Figure
from extractors.lines.reckoned.rows import Reckoned
from extractors.page.runs import Run, rows_of, split_line
from models.page import Page

MARK = late(
    r"(?:(?:item|line|pos(?:ition)?|ln|lfd\.?\s?nr|no|nr|行项目|行号|项目|项次|序号|第)[.:：]?\s*(?:no\.?|nr\.?|#)?\s*)?"
    r"(?P<number>0*\d{1,5}|[A-Z])(?=$|[.、:：)）项行\s](?!\d)|(?<=\d)[^\W\d_]|\s)[.、:：)）项行]?",
    re.IGNORECASE,
)
"""How the first line of an item begins: "Item 3", "00030", 行项目00010."""
INDENT = 4.0
LEAST = 2
"""So many rows at least tell by their captions where one begins."""
TAIL = 8
"""So many lines below its figures may still be an item's, where no item follows."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the document's text; `at` counts the lines of all pages."""

    at: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one item; `marked` tells that its first line begins with the item's number."""

    lines: tuple[TextLine, ...]
    marked: bool


def text_lines(pages: Sequence[Page]) -> tuple[TextLine, ...]:
    """Return the lines of all pages."""
    found = [(page, words) for page in pages for words in rows_of(page.words)]
    return tuple(
        TextLine(at, tuple(split_line(page, words))) for at, (page, words) in enumerate(found, start=1)
    )


def of_rows(lines: Sequence[TextLine], rows: Sequence[Reckoned], total: Figure) -> list[Block]:
    """Return the block of each row."""
    begins = _numbered(lines, rows)
    marked = begins is not None
    begins = begins or _captioned(lines, rows) or [row.lines[0] for row in rows]
    tail = _tail(begins, rows)
    last = rows[-1].lines[1] + tail
    last = min(last, total.line - 1) if total.line > rows[-1].lines[1] else last
    ends = [*begins[1:], max(last, rows[-1].lines[1]) + 1]
    return [
        Block(tuple(line for line in lines if begin <= line.at < end), marked)
        for begin, end in zip(begins, ends, strict=True)
    ]


def _tail(begins: Sequence[int], rows: Sequence[Reckoned]) -> int:
    """Return how many lines follow the figures of an item at most, before the next one begins."""
    behind = [begin - row.lines[1] - 1 for begin, row in zip(begins[1:], rows[:-1], strict=True)]
    return min(max(behind, default=TAIL), TAIL)


def _captioned(lines: Sequence[TextLine], rows: Sequence[Reckoned]) -> list[int] | None:
    """Return the lines of the caption that stands first above the figures of every row, and below none.

    Cards have their captions above their figures: those before the first row are its own, not a heading.
    """
    edges = [0, *(row.lines[1] for row in rows)]
    above = [_texts(lines, low, row.lines[0]) for low, row in zip(edges, rows, strict=False)]
    below = _texts(lines, rows[-1].lines[1], len(lines) + 1)
    common = [text for text in above[-1] if all(text in each for each in above) and text not in below]
    if len(rows) < LEAST or not common:
        return None
    first = min(common, key=lambda text: above[-1][text])
    return [each[first] for each in above]


def _texts(lines: Sequence[TextLine], low: int, high: int) -> dict[str, int]:
    """Return the texts between two lines with letters in them, and the last line in which each stands."""
    return {
        run.text: line.at
        for line in lines
        if low < line.at < high
        for run in line.runs
        if any(map(str.isalpha, run.text))
    }


def _numbered(lines: Sequence[TextLine], rows: Sequence[Reckoned]) -> list[int] | None:
    """Return the lines in which running numbers begin, one for each row; None where they are not found."""
    low = 0
    sequences: list[tuple[float, list[tuple[int, str]]]] = []
    for row in rows:
        own = [line for line in lines if low < line.at <= row.lines[1] and line.runs]
        starts = [
            (run.box.x0, line.at, found["number"])
            for line in own
            for run in line.runs[:2]
            if (found := MARK.match(run.text)) is not None
        ]
        low = row.lines[1]
        if not sequences and row is rows[0]:
            sequences = [(x0, [(at, number)]) for x0, at, number in starts]
            continue
        sequences = [
            (left, [*known, (at, number)])
            for left, known in sequences
            for x0, at, number in starts
            if abs(x0 - left) < INDENT and _follows(known, number)
        ]
    for _, found_lines in sequences:
        return [at for at, _ in found_lines]
    return None


def _follows(known: Sequence[tuple[int, str]], number: str) -> bool:
    """Tell whether a number goes on counting: 1 and 2, 10 and 20, A and B."""
    before = known[-1][1]
    if before.isdigit() != number.isdigit():
        return False
    if not number.isdigit():
        return ord(number.upper()) == ord(before.upper()) + 1
    step = int(number) - int(before)
    first = int(known[1][1]) - int(known[0][1]) if len(known) > 1 else step
    return step == first and step in {1, 5, 10, 20, 100}
