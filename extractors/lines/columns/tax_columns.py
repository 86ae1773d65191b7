"""A column headed by a tax, perhaps with its rate, that holds what it comes to: 4,898.40 under "VAT 13%"."""

from dataclasses import replace

from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.item_table import Column, ItemTable
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

MONEY = late(r"[^\d%％]{0,4}\d[\d.,' ]*[.,]\d{2}")


def settled(table: ItemTable) -> ItemTable:
    """Return the table with such columns as what they are."""
    rows = item_rows(table)
    columns = (
        _as_amounts(column)
        if column.role is Role.TAX_RATE
        and len(column.headings) == 1
        and _all_money([row.cells[at] for row in rows if row.cells[at]])
        else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=tuple(columns))


def _all_money(cells: list[tuple[Run, ...]]) -> bool:
    """Tell whether all items have an amount there; one is greater than any rate."""
    texts = [cell[0].text for cell in cells]
    amounts = texts and all(map(MONEY.fullmatch, texts))
    return bool(amounts) and any(len(text.strip()) > len("30.00") for text in texts)


def _as_amounts(column: Column) -> Column:
    heading = replace(column.headings[0], roles=frozenset({Role.TAX_AMOUNT}))
    return replace(column, headings=(heading,), stack=())
