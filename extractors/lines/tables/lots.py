"""Lots of an item: lines below its figures that state a quantity and a day of their own, and no price.

10   Bellows seal MB85   12 sets   4,100.00   49,200.00
       Lot 1              6        05.05.2026
       Lot 2              6        02.06.2026
"""

from collections.abc import Sequence

from extractors.fields import dates, periods
from extractors.late import late
from extractors.lines.item_table import NUMBER, Column, Row
from extractors.lines.tables.white_space import column_of
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

FIRST_NUMBER = late(r"\d[\d.,']*")
YEAR = late(r"20\d\d")
WORTH = frozenset({Role.PRICE, Role.AMOUNT})


def is_lot(line: Sequence[Run], columns: Sequence[Column]) -> bool:
    """Tell whether a line states a quantity and a day in their columns, and nothing that it costs."""
    roles = [(columns[column_of(run, columns)].roles, run.text) for run in line]
    counts = any(Role.QUANTITY in each and NUMBER.match(text) for each, text in roles)
    costs = any(each & WORTH and NUMBER.match(text) for each, text in roles)
    begun = any(Role.DELIVERY in each and dates.parse(text, dates.ANY_BASE) for each, text in roles)
    return counts and not costs and (begun or any(_is_day(text) for _, text in roles))


def goes_on(line: Sequence[Run], columns: Sequence[Column]) -> bool:
    """Tell whether a line is the year of a lot's day that its narrow column broke: "24 Jun" above "2026"."""
    return len(line) == 1 and (
        YEAR.fullmatch(line[0].text) is not None
        and Role.DELIVERY in columns[column_of(line[0], columns)].roles
    )


def of_item(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row of cells is a lot of the item above it."""
    pairs = [(column.roles, cell[0].text) for column, cell in zip(columns, row.cells, strict=True) if cell]
    numbered = any(Role.LINE_NUMBER in roles for roles, _ in pairs)
    counts = any(Role.QUANTITY in roles and NUMBER.match(text) for roles, text in pairs)
    costs = any(roles & WORTH for roles, _ in pairs)
    return counts and not costs and not numbered and any(_is_day(text) for _, text in pairs)


def _is_day(text: str) -> bool:
    return bool(dates.parse(text)) or periods.parse(text) is not None
