"""A column headed "Vendor Name" in whose cells stand codes: what the seller calls a thing, not who sells.

"Vendor Name/Code" names such codes; but where they are alike or no numbers, the seller may be meant.
"""

from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.columns.item_rows import first_texts, item_rows
from extractors.lines.composed_headings import says
from extractors.lines.headings import CODES
from extractors.lines.item_table import Column, ItemTable, Row
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role

NAMED = frozenset(map(key, ("Vendor Name", "Supplier Name")))
LEAST = 2
"""So many items tell it: a brand is a code as well ("KSB-2000"), and the same in each."""
FIGURES = late(r"(?=(?:\D*\d){4})\S+")


def settled(table: ItemTable) -> ItemTable:
    """Return the table with such a column as one of the seller's numbers, unsure where it may be none."""
    if any(map(_names_both, table.columns)):
        items = item_rows(table)
        columns = tuple(
            _of_seller(column) if _names_both(column) and not _are_numbers(items, at) else column
            for at, column in enumerate(table.columns)
        )
        return replace(table, columns=columns)
    coded = any(column.role in CODES and column.role is not Role.PART for column in table.columns)
    if coded or not any(key(column.text) in NAMED for column in table.columns):
        return table
    items = item_rows(table)
    columns = tuple(
        _of_seller(column) if key(column.text) in NAMED and _are_numbers(items, at) else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _names_both(column: Column) -> bool:
    """Tell whether a column of the seller's numbers is headed by its name as well: "Vendor Name/Code"."""
    return (
        column.role is Role.SELLER_PART
        and all(says(column.text, each) for each in ("seller", "name", "number"))
        and not says(column.text, "thing")
    )


def _are_numbers(items: list[Row], at: int) -> bool:
    """Tell whether a code with figures stands in every cell of most items, and another one in each."""
    texts = first_texts(items, at)
    coded = all(FIGURES.fullmatch(text) and parts.looks_like_code(text) for text in texts)
    return coded and 2 * len(texts) > len(items) and len(set(texts)) == len(texts) >= LEAST


def _of_seller(column: Column) -> Column:
    first, *others = column.headings
    return replace(
        column, headings=(replace(first, roles=frozenset({Role.SELLER_PART}), exact=False), *others)
    )
