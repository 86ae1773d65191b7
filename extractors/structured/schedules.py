"""The schedule of a line held against the line: its quantities add up to that of the line."""

from collections.abc import Sequence
from decimal import Decimal

from extractors.structured.values import amount_of, sure, unsure
from models.reading import Field, Reason


def held(quantity: Field | None, parts: Sequence[Field | None]) -> Field | None:
    """Return the quantity of a line; where its schedule adds up to another one, it is not sure.

    A line that states none has that of its schedule.
    """
    if not parts:
        return quantity
    known = [each for each in map(amount_of, parts) if each is not None]
    summed = sum(known, Decimal(0)) if len(known) == len(parts) else None
    if quantity is None:
        first = next(each for each in parts if each is not None) if any(parts) else None
        return first if first is None or len(parts) == 1 else _of_parts(first, summed)
    if summed is not None and summed == amount_of(quantity):
        return quantity
    others = () if summed is None else (format(summed, "f"),)
    return unsure(quantity, Reason.RIVAL, *others)


def _of_parts(first: Field, summed: Decimal | None) -> Field:
    field = None if summed is None else sure(first.evidence, format(summed, "f"))
    return unsure(first, Reason.AMBIGUOUS_VALUE) if field is None else unsure(field, Reason.IMPLIED)
