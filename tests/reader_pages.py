"""What holds for every page that a reader makes, whatever the file was, and short ways to look at one."""

import itertools

import pytest

from extractors import readers
from extractors.readers import wire
from extractors.readers.identify import identify
from models.errors import Unreadable
from models.page import Box, Doubt, Page, SourceDocument, Table, Word

NEAR = 0.6
"""Rounding, and strokes as wide as they are drawn, in points."""


def pages_of(data: bytes) -> SourceDocument:
    """Read a file by its content, and hold its pages against what holds for all."""
    document = readers.read(data, identify(data))
    assert [page.number for page in document.pages] == list(range(1, len(document.pages) + 1))
    for page in document.pages:
        assert_sound(page)
    assert wire.decode(wire.encode(document)) == document
    return document


def page_of(data: bytes) -> Page:
    """Read a file that has one page."""
    (page,) = pages_of(data).pages
    return page


def refusal_of(data: bytes) -> Unreadable:
    """Return why a file is not read; its text says what to do."""
    with pytest.raises(Unreadable) as refused:
        readers.read(data, identify(data))
    assert refused.value.message.endswith(".")
    return refused.value


def assert_sound(page: Page) -> None:
    """Hold a page against what every page promises."""
    whole = Box(0.0, 0.0, page.width, page.height)
    for word in page.words:
        assert word.text, "no word is empty"
        assert not any(map(str.isspace, word.text)), f"{word.text!r} is more than a word"
        assert len(word.edges) == len(word.text) + 1
        assert min(word.edges) >= word.box.x0 - NEAR
        assert max(word.edges) <= word.box.x1 + NEAR
        assert word.box.height > 0
        if word.doubt is not Doubt.OFF_PAGE:
            assert within(word.box, whole, 4.0), f"{word.text!r} stands outside of its page"
    for ruling in page.rulings:
        assert min(ruling.box.width, ruling.box.height) == 0, "a ruling has no thickness"
        assert within(ruling.box, whole)
    known = set(page.words)
    for table in page.tables:
        assert within(table.box, whole)
        _assert_table(table, known)


def _assert_table(table: Table, known: set[Word]) -> None:
    taken: set[tuple[int, int]] = set()
    for cell in table.cells:
        places = set(
            itertools.product(
                range(cell.row, cell.row + cell.row_span), range(cell.column, cell.column + cell.column_span)
            )
        )
        assert not places & taken, "no place has two cells"
        taken |= places
        assert within(cell.box, table.box)
        assert known.issuperset(cell.words), "the words of a table are words of its page"
        assert all(within(word.box, cell.box) for word in cell.words)
    assert max((row for row, _ in taken), default=-1) < table.rows
    assert max((column for _, column in taken), default=-1) < table.columns


def within(inner: Box, outer: Box, near: float = NEAR) -> bool:
    """Tell whether a box lies in another."""
    return (
        outer.x0 - near <= inner.x0
        and inner.x1 <= outer.x1 + near
        and outer.top - near <= inner.top
        and inner.bottom <= outer.bottom + near
    )


def text_of(page: Page) -> str:
    """Return the words of a page, one blank between them."""
    return " ".join(word.text for word in page.words)


def doubts_of(page: Page) -> dict[str, Doubt]:
    """Return the doubted words of a page."""
    return {word.text: word.doubt for word in page.words if word.doubt}


def rows_of(table: Table) -> list[list[str]]:
    """Return the texts of a table, row by row; places that a cell reaches over are empty."""
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = " ".join(word.text for word in cell.words)
    return rows


def spans_of(table: Table) -> dict[str, tuple[int, int]]:
    """Return how far down and across the cells reach that take more than one place."""
    return {
        " ".join(word.text for word in cell.words): (cell.row_span, cell.column_span)
        for cell in table.cells
        if (cell.row_span, cell.column_span) != (1, 1)
    }
