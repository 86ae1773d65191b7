"""Exports that repeat the order's own data on every line: PO number, date, buyer, terms as columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.cell_grid import cell_lines
from extractors.fields.text import fold
from extractors.header.label_words import meaning
from extractors.header.labels import Labelled
from extractors.lines.headings import Heading, recognise
from extractors.lines.item_table import Column, ItemTable
from extractors.runs import Run, joined
from extractors.vocabulary.meanings import Label, Role
from models.page import Cell, Page, Table

MOST_OF = 0.5
"""A row with a smaller share of its cells filled states a sum and no item."""
COLUMNS = 4
OF_ORDERS = frozenset(
    {
        Label.ORDER_NUMBER,
        Label.CONTRACT_NUMBER,
        Label.QUOTATION_NUMBER,
        Label.DOCUMENT_DATE,
        Label.BUYER,
        Label.SELLER,
        Label.CURRENCY,
        Label.PLACE,
        Label.PAYMENT,
        Label.INCOTERMS,
        Label.TERMS,
    }
)
PLACED = frozenset({Label.PLACE})
"""A place of delivery is the order's, also where its heading speaks of delivery."""
OF_NO_LINE = frozenset({Role.OTHER, Role.CURRENCY, Role.REMARK, None})
"""What a heading may be taken for besides: every other role is the line's own."""


def find(page: Page, tables: Sequence[Table]) -> Iterator[Labelled]:
    """Yield the header data that columns repeat: each value once; several values leave the field open."""
    for table in tables:
        rows = [_row(table, at) for at in range(table.rows)]
        heading = next((at for at, row in enumerate(rows) if len(row) >= COLUMNS), None)
        if heading is not None and _heads(page, rows[heading]):
            below = [row for row in rows[heading + 1 :] if len(row) >= MOST_OF * len(rows[heading])]
            for column, cell in rows[heading].items():
                yield from _column(page, cell, [row.get(column) for row in below])


def set_apart(table: ItemTable) -> ItemTable:
    """Return an item table whose columns of the order's own data are columns of nothing of the lines."""
    return replace(table, columns=tuple(map(_apart, table.columns)))


def _apart(column: Column) -> Column:
    meanings = meaning(column.text)
    if not meanings or not meanings <= (OF_ORDERS if not column.headings else PLACED):
        return column
    return replace(column, headings=(Heading(column.text, frozenset({Role.OTHER}), exact=True),))


def _row(table: Table, at: int) -> dict[int, Cell]:
    return {cell.column: cell for cell in table.cells if cell.row == at and cell.words}


def _heads(page: Page, row: dict[int, Cell]) -> bool:
    """Tell whether a row heads an item table: some of its cells are headings of numbers."""
    roles = {head.role for cell in row.values() if (head := recognise(_text(page, cell).text)) is not None}
    return bool(roles & {Role.QUANTITY, Role.PRICE, Role.AMOUNT})


def _text(page: Page, cell: Cell) -> Run:
    return joined(cell_lines(page, cell))


def _column(page: Page, heading: Cell, cells: Sequence[Cell | None]) -> Iterator[Labelled]:
    label = _text(page, heading)
    meanings = meaning(label.text)
    known = recognise(label.text)
    own = known is not None and known.role not in OF_NO_LINE and not meanings <= PLACED
    if not meanings or not meanings <= OF_ORDERS or own:
        return
    if not cells or any(cell is None for cell in cells):
        return
    values = [_text(page, cell) for cell in cells if cell is not None]
    for value in {fold(each.text): each for each in reversed(values)}.values():
        yield Labelled(meanings, label, value, "column", 0, len(value.text))
