"""Columns of things under "Index", as Polish and Czech programs call their codes: "W-04-118".

On other papers that word heads the revisions of drawings, which are short: "A", "02", "Rev.B".
"""

from dataclasses import replace

from extractors.fields import parts
from extractors.lines.columns.item_rows import first_texts, item_rows
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.vocabulary.meanings import Role

CODE = frozenset({Role.PART})
LONGEST = 6
"""A revision has at most so many characters."""
LEAST = 2
"""So many items at least tell what a column holds."""


def settled(table: ItemTable) -> ItemTable:
    """Return the table with a column of revisions that holds nothing but longer codes as one of parts."""
    at = next((at for at, column in enumerate(table.columns) if column.role is Role.REVISION), None)
    if at is None or not _holds_codes(item_rows(table), at):
        return table
    columns = (_coded(column) if place == at else column for place, column in enumerate(table.columns))
    return replace(table, columns=tuple(columns))


def _holds_codes(items: list[Row], at: int) -> bool:
    texts = first_texts(items, at)
    told = len(texts) == len(items) >= LEAST and len(set(texts)) == len(texts)
    return told and all(len(text) > LONGEST and parts.looks_like_code(text) for text in texts)


def _coded(column: Column) -> Column:
    return replace(column, headings=tuple(replace(each, roles=CODE, exact=False) for each in column.headings))
