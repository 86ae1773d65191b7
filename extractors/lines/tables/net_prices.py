"""Lines below an item that say what its price becomes: "Rabatt 15,00 %   Nettopreis 156,07   4.682,10".

The price of the item's own line is then one before discount, and the amount stands behind the one that holds.
"""

from collections.abc import Sequence

from extractors.lines.headings import recognise
from extractors.lines.item_table import NUMBER, Column
from extractors.lines.tables.white_space import column_of
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role

LEAST = 2
WHOLE = 3
"""So many texts tell the net price and the amount that it makes: "Net price   44.50   89.00"."""
REDUCED = frozenset({Role.PRICE, Role.DISCOUNT, Role.AMOUNT})
LONGEST = 5
"""So many words has a price with its label at most."""


def find(line: Sequence[Run]) -> tuple[Run, Run] | None:
    """Return the discount or label that a line begins with and the price that it comes to, None without."""
    if len(line) == WHOLE and NUMBER.match(line[2].text) and _beside(line[0], line[1]) is not None:
        return line[0], line[1]
    if len(line) < LEAST or not line[0].text.endswith("%") or _value(line[0], Role.DISCOUNT) is None:
        return None
    pairs = zip(line[1:], [*line[2:], None], strict=True)
    prices = (_value(run, Role.PRICE) or _beside(run, value) for run, value in pairs)
    price = next((each for each in prices if each is not None), None)
    return (line[0], price) if price is not None else None


def below(
    line: Sequence[Run], cells: Sequence[Sequence[Run]], columns: Sequence[Column]
) -> tuple[Run, Run] | None:
    """Return what a line below an item says of its price, and the price: with its discount, or below one.

    Where the item's own line has a discount, a price on a line of its own is what is left: "net price 11.04".
    """
    if len(line) != 1 or not line[0].text[-1].isdigit() or len(line[0].words) > LONGEST:
        return find(line)
    filled = frozenset(
        column.role for column, cell in zip(columns, cells, strict=True) if cell and column.role is not None
    )
    price = _value(line[0], Role.PRICE) if filled >= REDUCED else None
    return (line[0], price) if price is not None else None


def _beside(label: Run, value: Run | None) -> Run | None:
    """Return the number at the right of a label of prices: "Net price     21.50"."""
    heading = recognise(label.text)
    named = heading is not None and heading.exact and heading.role is Role.PRICE
    return value if named and value is not None and NUMBER.match(value.text) else None


def _value(run: Run, role: Role) -> Run | None:
    """Return the number that stands behind a label of the role in one text."""
    for at in range(len(run.words) - 1, 0, -1):
        heading = recognise(make_run(run.page, run.words[:at]).text)
        value = make_run(run.page, run.words[at:])
        if heading is not None and heading.exact and heading.role is role and NUMBER.match(value.text):
            return value
    return None


def put(
    cells: Sequence[list[Run]], columns: Sequence[Column], price: Run, amounts: Sequence[Run]
) -> list[Run]:
    """Put a price in the column of prices before what stood there, and return what it takes the place of.

    What stands in the column of the amount that it makes gives way as well: it was one before discount.
    """
    priced = (at for at, column in enumerate(columns) if Role.PRICE in column.roles)
    at = next(priced, column_of(price, columns))
    replaced = cells[at][:1]
    cells[at][:1] = [price]
    for each in amounts:
        before = column_of(each, columns)
        if columns[before].role is Role.AMOUNT:
            replaced += cells[before]
            cells[before].clear()
    return replaced
