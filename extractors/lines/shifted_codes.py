"""Codes of a table in which one item has two and another none: they may have slid from item to item."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from models.reading import Field, OrderLine, Reason

CODES = ("part_number", "customer_part_number")


def doubted(lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines with their codes open wherever some of the table's stand at another item."""
    slid = [name for name in CODES if _have_slid([getattr(line, name) for line in lines])]
    return tuple(_opened(line, slid) for line in lines)


def _have_slid(fields: Sequence[Field | None]) -> bool:
    values = [field.value if field is not None else None for field in fields]
    return None in values and any(_holds_two(value) for value in values if value is not None)


def _holds_two(value: str) -> bool:
    return sum(map(parts.looks_like_code, value.split())) > 1


def _opened(line: OrderLine, names: Sequence[str]) -> OrderLine:
    fields = {name: getattr(line, name) for name in names}
    return replace(line, **{name: _open(field) for name, field in fields.items() if field is not None})


def _open(field: Field) -> Field:
    return replace(field, sure=False, proof=(), reason=field.reason or Reason.ROLE, confidence=0.5)
