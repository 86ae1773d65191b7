"""What an item states of its own, held against the head of the order and against its other figures.

An item may be paid in 60 days where the head says 30, or state a price beside its price: what the head says
holds then for no item surely, and which of two prices is to be paid a person must see.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.structured.agreement import agree
from extractors.structured.values import amount_of, decimal, unsure, whole
from models.reading import Evidence, Field, OrderLine, Reason

CLOSE = Decimal("0.01")


def held(name: str, header: Field | None, items: Sequence[Field | None]) -> Field | None:
    """Return what the header states, not sure where an item states something else."""
    if header is None:
        return whole(None, items)
    others = [each.value or "" for each in items if each is not None and not agree(name, header, each)]
    return unsure(header, Reason.RIVAL, *dict.fromkeys(filter(None, others))) if others else header


def beside_price(line: OrderLine, stated: Iterable[Decimal | None]) -> OrderLine:
    """Return a line whose price is open where a price beside it, for one piece, is another one."""
    price, per = amount_of(line.unit_price), amount_of(line.price_per) or Decimal(1)
    return line if price is None else _open(line, stated, {price / per})


def beside_amount(line: OrderLine, stated: Iterable[Decimal | None]) -> OrderLine:
    """Return a line whose price is open where a value beside it is none of quantity times price."""
    price, per = amount_of(line.unit_price), amount_of(line.price_per) or Decimal(1)
    quantity, amount = amount_of(line.quantity), amount_of(line.amount)
    product = None if price is None or quantity is None else price * quantity / per
    return _open(line, stated, {each for each in (product, amount) if each is not None})


def _open(line: OrderLine, stated: Iterable[Decimal | None], own: set[Decimal]) -> OrderLine:
    others = [each for each in stated if each and all(abs(each - known) > CLOSE for known in own)]
    if line.unit_price is None or not others or not own:
        return line
    price = unsure(line.unit_price, Reason.RIVAL, *(format(each.normalize(), "f") for each in others))
    return replace(line, unit_price=price)


def number_of(spot: Evidence | None) -> Decimal | None:
    """Return the number of a text, None where it is none."""
    return None if spot is None else decimal(spot.text)
