"""Numbers of the customer's that may be no part's: one for several parts, or built like a requisition's.

A column "Our SAP" may hold any number of the buyer's system: that of the order, of the requisition.
"""

from dataclasses import replace

from extractors.late import late
from models.reading import Field, OrderLine, Reason, opened

REQUISITION = late(r"(?:PR|REQ|BANF|MR|WO|PO)[-/ ]?20\d{2}\b.*")
"""A requisition or an order of this century's years: "PR-2026-118/10"."""


def doubted(lines: tuple[OrderLine, ...]) -> tuple[OrderLine, ...]:
    """Return the lines; such numbers are not certain."""
    named = [(_value(line.customer_part_number), _value(line.part_number)) for line in lines]
    several = {own for own, theirs in named if any(own == other and theirs != part for other, part in named)}
    several |= {own for own, _ in named if len(named) > 1 and all(own == other for other, _ in named)}
    return tuple(
        _opened(line) if own is not None and (own in several or REQUISITION.fullmatch(own)) else line
        for line, (own, _) in zip(lines, named, strict=True)
    )


def _value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def _opened(line: OrderLine) -> OrderLine:
    number = line.customer_part_number
    return replace(line, customer_part_number=opened(number, Reason.ROLE) if number is not None else None)
