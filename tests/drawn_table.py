"""Drawn tables with cells over several rows, for tests."""

from collections.abc import Sequence

from paper import LINE, words_of

from models.page import Box, FileFormat, Page, Ruling, SourceDocument

Cells = list[tuple[int, int, int, str]]
"""The first and the last row of each cell, its column and its text."""


def drawn(head: Sequence[str], cells: Cells, foot: Sequence[str]) -> SourceDocument:
    """Return a page with typed lines, a drawn table, and typed lines below it."""
    columns = 1 + max(column for _, _, column, _ in cells)
    xs = [30.0]
    for at in range(columns):
        longest = max(
            sum(word.box.x1 for word in words_of(line, 0.0, 0.0)[-1:])
            for *_, c, text in cells
            for line in text.split("\n")
            if c == at
        )
        xs.append(xs[-1] + longest + 8)
    top = 20.0 + (len(head) + 1) * LINE
    words = [word for at, line in enumerate(head) for word in words_of(line, 20.0, 20.0 + at * LINE)]
    rulings = []
    for first, last, column, text in cells:
        low, high = top + first * LINE, top + (last + 1) * LINE
        lines = text.split("\n")
        begin = (low + high - LINE * (len(lines) - 1)) / 2 - 5
        words += [
            word
            for at, line in enumerate(lines)
            for word in words_of(line, xs[column] + 3, begin + at * LINE)
        ]
        rulings += [Ruling(Box(xs[column], y, xs[column + 1], y)) for y in (low, high)]
        rulings += [Ruling(Box(x, low, x, high)) for x in xs[column : column + 2]]
    below = top + (2 + max(last for _, last, _, _ in cells)) * LINE
    words += [word for at, line in enumerate(foot) for word in words_of(line, 20.0, below + at * LINE)]
    return SourceDocument(
        FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words), tuple(rulings)),), exact=False
    )
