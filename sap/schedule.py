"""The quantity of an item that stands on several rows: one for each schedule line.

Some layouts print an item once per schedule line, with the quantity of the line or with that of the whole
item; the item's value is the same on all. The arithmetic tells which, and where it cannot, nothing is
guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Value:
    """What an item costs, to tell which quantity is the item's."""

    price: Decimal | None
    per: Decimal
    net_value: Decimal | None


def quantity(
    lines: Sequence[Decimal | None], quantities: Sequence[Decimal | None], value: Value
) -> Decimal | None:
    """Return the quantity of an item from its rows: of their schedule lines, or of the item on each row.

    None where it is not stated, or where the arithmetic does not tell whether rows repeat it.
    """
    stated = [each for each in lines if each is not None]
    if stated and len(stated) == len(lines):
        return sum(stated, Decimal(0))
    each_row = [each for each in quantities if each is not None]
    if len(each_row) != len(quantities) or len(each_row) == 1:
        return each_row[0] if len(each_row) == len(quantities) else None
    return _of_rows(each_row, value)


def _of_rows(quantities: Sequence[Decimal], value: Value) -> Decimal | None:
    if value.price is None or value.net_value is None:
        return None
    repeated = quantities[0] if len(set(quantities)) == 1 else None
    total = sum(quantities, Decimal(0))
    fitting = [each for each in (total, repeated) if each is not None and _closes(value, each)]
    return fitting[0] if len(fitting) == 1 else None


def _closes(value: Value, number: Decimal) -> bool:
    assert value.price is not None, "asked for with a price"
    assert value.net_value is not None, "asked for with a value"
    return abs(number * value.price / value.per - value.net_value) <= CENT
