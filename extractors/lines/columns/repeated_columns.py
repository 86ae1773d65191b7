"""Exports that repeat the order's own data on every line: PO number, date, buyer, terms as columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import companies
from extractors.fields.text import fold
from extractors.header.labelling.composed_labels import half_understood
from extractors.header.labelling.label_words import meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import narrowed
from extractors.header.sides import letterheads
from extractors.lines.columns import order_columns
from extractors.lines.columns.order_columns import IN_BLOCK, OF_ORDERS, Head
from extractors.lines.headings import Heading, recognise
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.page.cell_grid import cell_lines
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Label, Role
from models.page import Cell, Page, Table

MOST_OF = 0.5
"""A row with a smaller share of its cells filled states a sum and no item."""
COLUMNS = 4
PLACED = frozenset({Label.PLACE})
"""A place of delivery is the order's, also where its heading speaks of delivery."""
OF_NO_LINE = frozenset({Role.OTHER, Role.CURRENCY, Role.REMARK, None})
"""What a heading may be taken for besides: every other role is the line's own."""


def find(page: Page, tables: Sequence[Table]) -> Iterator[Labelled]:
    """Yield the header data that columns repeat: each value once; several values leave the field open."""
    for heading, below, own in _flat(page, tables):
        for column, cell in heading.items():
            if _spans_columns(cell, below):
                continue
            yield from _column(page, cell, [row.get(column) for row in below], of_order=column in own)


def likely(page: Page, tables: Sequence[Table]) -> Iterator[Labelled]:
    """Yield what may be the order's under headings that nobody knows: a company, what is half understood."""
    for label, value in _strange(page, tables):
        if value is None:
            continue
        likely = half_understood(label.text)
        if companies.looks_like_company(value.text) and not letterheads.ELSEWHERE.match(label.text):
            likely = frozenset({Label.BUYER})
        if likely:
            yield Labelled(likely, label, value, "column", 0, len(value.text))


def strange(page: Page, tables: Sequence[Table]) -> Iterator[Run]:
    """Yield the headings of the order's own data that nobody knows: what they name may stand there."""
    yield from (label for label, _ in _strange(page, tables))


def _strange(page: Page, tables: Sequence[Table]) -> Iterator[tuple[Run, Run | None]]:
    for heading, below, own in _flat(page, tables):
        for column in sorted(own):
            label, value = _text(page, heading[column]), below[0].get(column) if below else None
            if not meaning(label.text) - {Label.NEUTRAL}:
                yield label, None if value is None else _text(page, value)


def _flat(
    page: Page, tables: Sequence[Table]
) -> Iterator[tuple[dict[int, Cell], list[dict[int, Cell]], set[int]]]:
    """Yield the heading of each list of items, its filled rows, and its columns of the order's own data."""
    for table in tables:
        rows = [_row(table, at) for at in range(table.rows)]
        first = next((at for at, row in enumerate(rows) if len(row) >= COLUMNS), None)
        if first is None or not _heads(page, rows[first]):
            continue
        heading = rows[first]
        below = [row for row in rows[first + 1 :] if len(row) >= MOST_OF * len(heading)]
        texts = {at: tuple(_text(page, row[at]).text if at in row else "" for row in below) for at in heading}
        heads = [Head(_text(page, heading[at]).text, texts[at]) for at in sorted(heading)]
        own = order_columns.block(heads)
        yield heading, below, {column for at, column in enumerate(sorted(heading)) if at in own}


def set_apart(table: ItemTable) -> ItemTable:
    """Return an item table whose columns of the order's own data are columns of nothing of the lines."""
    items = [row for row in table.rows if sum(map(bool, row.cells)) >= MOST_OF * len(table.columns)]
    heads = [Head(column.text, _below(items, at)) for at, column in enumerate(table.columns)]
    own = order_columns.block(heads) if items else frozenset()
    return replace(
        table, columns=tuple(_apart(each, of_order=at in own) for at, each in enumerate(table.columns))
    )


def _below(rows: Sequence[Row], at: int) -> tuple[str, ...]:
    return tuple(" ".join(run.text for run in row.cells[at]) for row in rows)


def _apart(column: Column, *, of_order: bool) -> Column:
    meanings = meaning(column.text)
    if of_order:
        if order_columns.is_both(column.text):
            return column
    elif not meanings or not meanings <= (OF_ORDERS if not column.headings else PLACED):
        return column
    return replace(column, headings=(Heading(column.text, frozenset({Role.OTHER}), exact=True),))


def _row(table: Table, at: int) -> dict[int, Cell]:
    return {cell.column: cell for cell in table.cells if cell.row == at and cell.words}


def _heads(page: Page, row: dict[int, Cell]) -> bool:
    """Tell whether a row heads an item table: some of its cells are headings of numbers."""
    roles = {head.role for cell in row.values() if (head := recognise(_text(page, cell).text)) is not None}
    return bool(roles & {Role.QUANTITY, Role.PRICE, Role.AMOUNT})


def _spans_columns(heading: Cell, below: Sequence[dict[int, Cell]]) -> bool:
    """Tell whether a heading stands above several columns: 订购 over 数量 and 单位 labels neither of them."""
    spanned = range(heading.column, heading.column + heading.column_span)
    return any(sum(column in row for column in spanned) > 1 for row in below)


def _text(page: Page, cell: Cell) -> Run:
    return joined(cell_lines(page, cell))


def _column(page: Page, heading: Cell, cells: Sequence[Cell | None], *, of_order: bool) -> Iterator[Labelled]:
    label = _text(page, heading)
    meanings = meaning(label.text)
    known = recognise(label.text)
    own = known is not None and known.role not in OF_NO_LINE and not meanings <= PLACED
    if not meanings or not meanings <= (IN_BLOCK if of_order else OF_ORDERS) or (own and not of_order):
        return
    if not cells or any(cell is None for cell in cells):
        return
    values = [_text(page, cell) for cell in cells if cell is not None]
    for value in {fold(each.text): each for each in reversed(values)}.values():
        yield Labelled(narrowed(meanings, value.text), label, value, "column", 0, len(value.text))
