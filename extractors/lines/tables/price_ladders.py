"""Conditions below an item, a line each, down to the price that holds: SAP prints them under its columns.

    00010   301124587   Mechanical seal                4 NO
                        Gross price                            1,640.00      6,560.00
                        Discount %      5.00-                                  328.00-
                        Net price                              1,558.00      6,232.00

What stands above the net price tells how it came about, and is no price of the item.
"""

from collections.abc import Sequence

from extractors.late import late
from extractors.lines.tables import net_prices
from extractors.lines.texts import values_beside
from extractors.page.runs import Run

NET = late(
    r"(?:net(?:to|t)?|effective|final|discounted)[ -]?(?:unit[ -]?)?(?:price|preis|pris|rate|value|wert)\b"
    r"|netto(?:einzel)?preis|(?:prix|precio|prezzo|preço)(?: unit\w*)? ne(?:t|to|tto)\b|净单?价|淨價"
)
"""What the last of the conditions is called."""
Line = Sequence[Run]


def lines_of(body: Sequence[Line]) -> tuple[frozenset[int], frozenset[int]]:
    """Return the lines that are conditions of the item above them, and the net prices that end them."""
    above: set[int] = set()
    nets: set[int] = set()
    for at in range(2, len(body)):
        first = at
        while first > 1 and values_beside.states_condition(body[first - 1]) and not _nets(body[first - 1]):
            first -= 1
        if first < at and _nets(body[at]):
            above.update(range(first, at))
            nets.add(at)
    return frozenset(above), frozenset(nets)


def _nets(line: Line) -> bool:
    """Tell whether a line is a net price and the amount that it makes."""
    return NET.match(line[0].text.casefold()) is not None and net_prices.find(line) is not None
