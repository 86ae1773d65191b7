"""Columns of text that a mere blank parts: certain where the second begins at one place on every line."""

from collections.abc import Sequence

from paper import words_of
from typed_orders import told

from extractors.assemble import assemble
from models.page import FileFormat, Page, SourceDocument
from models.reading import Field

CODES = ("6G1T-00950A", "10012957", "10095533")
FIGURES = (("4 set", "100.00", "400.00"), ("3 pcs", "50.00", "150.00"), ("1 pcs", "30.00", "30.00"))
NAMES = ("Filter bag PP", "Bag filter housing", "Deep groove bearing")


def _order(names: Sequence[str], indents: Sequence[int] = (0, 0, 0)) -> SourceDocument:
    """Return an order whose names stand right behind the codes, so long as the longest of these is."""
    words = words_of("Purchase order", 200, 20) + words_of("Purchase order no.: PO-55170", 20, 40)
    heads = (("Vendor part", 64), ("Description", 122), ("Quantity", 300), ("Price", 400), ("Amount", 480))
    for text, x in heads:
        words += words_of(text, x, 80)
    for at, (code, name, figures) in enumerate(zip(CODES, names, FIGURES, strict=True)):
        top = 100.0 + 16 * at
        words += words_of(code, 64, top) + words_of(name, 122 + indents[at], top)
        for text, x in zip(figures, (305, 400, 480), strict=True):
            words += words_of(text, x, top)
    words += words_of("Total EUR", 400, 160) + words_of("580.00", 480, 160)
    return SourceDocument(FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words)),), exact=False)


def _sure(document: SourceDocument) -> bool:
    lines = assemble(document).lines
    fields: list[Field | None] = [each for line in lines for each in (line.part_number, line.description)]
    return len(lines) == len(CODES) and all(each is not None and each.sure for each in fields)


def test_names_that_begin_at_one_place_are_a_column_of_their_own() -> None:
    lines = assemble(_order(NAMES)).lines
    assert told(lines, "part_number", "description") == list(zip(CODES, NAMES, strict=True))
    assert _sure(_order(NAMES))


def test_words_that_begin_here_and_there_are_not_surely_one() -> None:
    assert not _sure(_order(NAMES, (0, 7, 3)))


def test_nor_where_all_names_begin_with_the_same_word() -> None:
    names = ("Seal ring A", "Seal kit B", "Seal sleeve C")
    lines = assemble(_order(names)).lines
    wrong = [
        line
        for line, name in zip(lines, names, strict=True)
        if line.description and line.description.sure and line.description.value != name
    ]
    assert not wrong
