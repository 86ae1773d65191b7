"""Columns that hold a price and, behind a blank, what it is for: "8,502.00 100 pc".

Whether the heading says so ("Preis per") or not, what stands in every item tells: a number, then 1, 10, 100
or 1000, then a unit of measure; or a price and such a number below it, under a heading of prices.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import money, units
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.composed_headings import says
from extractors.lines.headings import PRICE_UNIT, Heading, recognise
from extractors.lines.item_table import NUMBER, Column, ItemTable, Row
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role
from models.page import Word

DECIMALS = late(r"[.,]0{2,4}$")
ROUND = frozenset({"1", "10", "100", "1000", "1.000", "1,000"})
PRICED = late(r"\d[\d.,'’ ]*[.,]\d{2,4}\s*/\s*(?:10{0,3}|1[.,]000)(?:\s*[^\W\d_]{1,6}\.?)?")
UNIT = late(r"\d[\d.,'’ ]*[.,]\d{2,4}\s*/\s*[^\W\d_]{1,6}\.?")
"""A price and what it is for: one piece, a hundred ("184.00 /C")."""
WHOLE = late(r"-?\d[\d.,'’]*[.,]\d{2}")
"""A price that is not broken: its cents are there."""
PARTS = 3
"""The price, a number and its unit."""


def parted(table: ItemTable) -> ItemTable:
    """Return the table with such columns read as two headings above each other, the price first."""
    items = item_rows(table)
    table = _with_bases(_with_price(table, items), items)
    for at, column in enumerate(table.columns):
        cells = [row.cells[at] for row in items if row.cells[at]]
        if _names_price(column) and cells and all(map(_cut, cells)) and not _are_broken(column, cells):
            table = _with(table, at, column)
    return table


def _names_price(column: Column) -> bool:
    """Tell whether a column has one heading of prices, also of what they are for: "Preis / Preis je"."""
    return len(column.headings) == 1 and column.roles in ({Role.PRICE}, PRICE_UNIT)


def _are_broken(column: Column, cells: Sequence[Sequence[Run]]) -> bool:
    """Tell whether a 1 below each price may as well be its last figure: 456.22 and 1."""
    return column.roles != PRICE_UNIT and all([run.text for run in cell[1:]] == ["1"] for cell in cells)


def _with_price(table: ItemTable, items: Sequence[Row]) -> ItemTable:
    """Return the table with "Price / per" as the price, where every item states it with what it is for.

    Alone such a heading names the unit beside a price.
    """
    if any(Role.PRICE in column.roles for column in table.columns):
        return table
    columns = tuple(
        _priced(column) if column.role is Role.PRICE_PER and _state_prices(items, at) else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _with_bases(table: ItemTable, items: Sequence[Row]) -> ItemTable:
    """Return the table with "Price unit" as what a price in a column of its own is for: 1.00, 100.00."""
    priced = any(column.roles == {Role.PRICE} for column in table.columns)
    columns = tuple(
        _based(column) if priced and _states_bases(column, items, at) else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def _states_bases(column: Column, items: Sequence[Row], at: int) -> bool:
    """Tell whether a heading that may mean what a price is for has nothing but round numbers below it."""
    heading = recognise(column.text)
    may_be = heading is not None and heading.exact and heading.roles == PRICE_UNIT
    texts = [" ".join(run.text for run in row.cells[at]) for row in items if row.cells[at]]
    return may_be and bool(texts) and all(DECIMALS.sub("", text) in ROUND for text in texts)


def _based(column: Column) -> Column:
    per = frozenset({Role.PRICE_PER})
    return replace(column, headings=(replace(column.headings[0], roles=per),), stack=())


def _state_prices(items: Sequence[Row], at: int) -> bool:
    """Tell whether all items have a price, a stroke, and what it is for: "68.50 / 100 pcs", "63.86 /EA"."""
    texts = [" ".join(run.text for run in row.cells[at]) for row in items]
    return bool(texts) and all(PRICED.fullmatch(text) or _is_price_of_one(text) for text in texts)


def _is_price_of_one(text: str) -> bool:
    found = money.parse(text) if UNIT.fullmatch(text) else None
    return found is not None and found.per_unit is not None


def _priced(column: Column) -> Column:
    first = column.text.split("/")[0].strip()
    said = recognise(first)
    exact = said is not None and said.exact and said.role is Role.PRICE
    heads = tuple(
        replace(each, roles=frozenset({Role.PRICE}), exact=each.exact and exact) for each in column.headings
    )
    return replace(column, headings=heads)


def _cut(cell: Sequence[Run]) -> tuple[Run, ...]:
    """Return a cell as its price, what that is for, and the lines below; nothing for any other cell."""
    line = cell[:1] if len(cell[0].words) > 1 else cell[:2]
    words: list[Word] = [word for run in line for word in run.words]
    if len(cell) > 1 and WHOLE.fullmatch(cell[0].text) and _is_base(cell[1].text):
        return tuple(cell)
    if len(words) < PARTS or not NUMBER.match(words[0].text) or words[1].text not in ROUND:
        return ()
    page = cell[0].page
    behind = make_run(page, words[1:])
    unit = make_run(page, words[2:]).text
    below = cell[len(line) :]
    return (make_run(page, words[:1]), behind, *below) if units.canonical(unit) is not None else ()


def _is_base(text: str) -> bool:
    """Tell whether a line is nothing but what a price is for: "100", "100 pcs"."""
    count, _, unit = text.partition(" ")
    return count in ROUND and (not unit or units.canonical(unit) is not None)


def _with(table: ItemTable, at: int, column: Column) -> ItemTable:
    price = replace(column.headings[0], roles=frozenset({Role.PRICE}))
    said = recognise(column.text)
    named = says(column.text, "unit") or (said is not None and Role.PRICE_PER in said.roles)
    per = Heading(price.text, frozenset({Role.PRICE_PER}), exact=price.exact and named)
    columns = tuple(
        replace(each, headings=(price, per), stack=()) if index == at else each
        for index, each in enumerate(table.columns)
    )
    return replace(table, columns=columns, rows=tuple(_row(row, at) for row in table.rows))


def _row(row: Row, at: int) -> Row:
    cut = _cut(row.cells[at]) if row.cells[at] else ()
    return replace(row, cells=(*row.cells[:at], cut, *row.cells[at + 1 :])) if cut else row
