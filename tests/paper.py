"""Pages for tests, typed as text: every character takes a fixed place, so columns are what one sees."""

import re
import unicodedata
from collections.abc import Sequence

from models.page import Box, Cell, Doubt, FileFormat, Page, Ruling, SourceDocument, Table, Word, union

CHARACTER = 5.0
LINE = 16.0
HEIGHT = 10.0


def _advance(character: str) -> float:
    return 2 * CHARACTER if unicodedata.east_asian_width(character) in "WF" else CHARACTER


def word(text: str, x: float, top: float, doubt: Doubt | None = None) -> Word:
    """Return a word that begins at `x`."""
    edges = [x]
    for character in text:
        edges.append(edges[-1] + _advance(character))
    return Word(text, Box(x, top, edges[-1], top + HEIGHT), tuple(edges), doubt)


def words_of(line: str, x: float, top: float, doubted: Sequence[str] = ()) -> list[Word]:
    """Return the words of a typed line; those in `doubted` lie under a seal."""
    found = []
    for match in re.finditer(r"\S+", line):
        at = x + sum(_advance(character) for character in line[: match.start()])
        found.append(word(match[0], at, top, Doubt.OVERLAID if match[0] in doubted else None))
    return found


def paper(text: str, *, doubted: Sequence[str] = (), rulings: Sequence[Ruling] = ()) -> SourceDocument:
    """Return a one-page paper document with the lines of `text`, indentation kept."""
    lines = text.strip("\n").split("\n")
    words = [
        each for at, line in enumerate(lines) for each in words_of(line, 20.0, 40.0 + at * LINE, doubted)
    ]
    page = Page(1, 900.0, 1200.0, tuple(words), tuple(rulings))
    return SourceDocument(FileFormat.PDF, (page,), exact=False)


def grid(rows: Sequence[Sequence[str]], top: float = 100.0) -> tuple[list[Word], list[Ruling]]:
    """Return the words and the ruling lines of a drawn table."""
    widths = [
        max(sum(map(_advance, row[at])) for row in rows if at < len(row)) + 8 for at in range(len(rows[0]))
    ]
    xs = [30.0]
    for width in widths:
        xs.append(xs[-1] + width)
    ys = [top + at * LINE for at in range(len(rows) + 1)]
    words = [
        each
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        for each in words_of(cell, xs[column] + 3, ys[at] + 3)
    ]
    across = [Ruling(Box(xs[0], y, xs[-1], y)) for y in ys]
    upright = [Ruling(Box(x, ys[0], x, ys[-1])) for x in xs]
    return words, [*across, *upright]


def form(before: str, rows: Sequence[Sequence[str]], after: str = "") -> SourceDocument:
    """Return a page with typed lines, a drawn table, and typed lines below it."""
    head = [line for line in before.strip("\n").split("\n") if line or before.strip()]
    words = [each for at, line in enumerate(head) for each in words_of(line, 20.0, 20.0 + at * LINE)]
    top = 20.0 + (len(head) + 1) * LINE
    inner, rulings = grid(rows, top)
    words += inner
    below = top + (len(rows) + 1) * LINE
    for at, line in enumerate(after.strip("\n").split("\n")):
        words += words_of(line, 20.0, below + at * LINE)
    return SourceDocument(
        FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words), tuple(rulings)),), exact=False
    )


def sheet(rows: Sequence[Sequence[str]]) -> SourceDocument:
    """Return a spreadsheet with one cell for each text; empty texts are empty cells."""
    cells = []
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            place = Box(column * 200.0, at * LINE, (column + 1) * 200.0, (at + 1) * LINE)
            name = f"Sheet1!{chr(65 + column)}{at + 1}"
            words = tuple(
                Word(each.text, each.box, each.edges, where=name)
                for each in words_of(text, place.x0 + 2, place.top + 2)
            )
            cells.append(Cell(at, column, place, words, where=name))
    table = Table(union(cell.box for cell in cells), len(rows), max(map(len, rows)), tuple(cells))
    words = tuple(each for cell in cells for each in cell.words)
    page = Page(1, table.box.x1, table.box.bottom, words, tables=(table,), synthetic=True)
    return SourceDocument(FileFormat.XLSX, (page,), exact=True)
