"""Two rows of one item that were read as two: the lower one bears the number of the upper and no figures.

Programs print items in two drawn rows with one cell for the number of both. Whose each code is that stands in
them is not certain then. Nor is a number the customer's for a part that stands at other parts as well, or is
built like a requisition's: a column "Our SAP" may hold any number of the buyer's system.
"""

import itertools
from collections.abc import Set as AbstractSet
from dataclasses import replace

from extractors.late import late
from models.reading import Field, OrderLine, Reason, opened, stated

CODED = frozenset({"part_number", "customer_part_number", "description", "unit"})

REQUISITION = late(r"(?:PR|REQ|BANF|MR|WO|PO)[-/ ]?20\d{2}\b.*")


def shared(lines: tuple[OrderLine, ...]) -> tuple[OrderLine, ...]:
    """Return the lines; numbers of the customer's that may be those of the whole order are open."""
    named = [(_value(line.customer_part_number), _value(line.part_number)) for line in lines]
    several = {own for own, theirs in named if any(own == other and theirs != part for other, part in named)}
    several |= {own for own, _ in named if len(named) > 1 and all(own == other for other, _ in named)}
    return tuple(
        _opened(line, frozenset({"customer_part_number"}))
        if own is not None and (own in several or REQUISITION.fullmatch(own))
        else line
        for line, (own, _) in zip(lines, named, strict=True)
    )


def _value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def doubted(lines: tuple[OrderLine, ...]) -> tuple[OrderLine, ...]:
    """Return the lines with the texts of such rows open."""
    open_ones: set[int] = set()
    for at, (upper, lower) in enumerate(itertools.pairwise(lines)):
        if _number(upper) is not None and _number(upper) == _number(lower) and not _counts(lower):
            open_ones |= {at, at + 1}
    return tuple(_opened(line) if at in open_ones else line for at, line in enumerate(lines))


def _number(line: OrderLine) -> str | None:
    return line.line_number.value if line.line_number is not None else None


def _counts(line: OrderLine) -> bool:
    figures: tuple[Field | None, ...] = (line.quantity, line.unit_price, line.amount)
    return any(field is not None and field.value is not None for field in figures)


def _opened(line: OrderLine, names: AbstractSet[str] = CODED) -> OrderLine:
    return replace(
        line, **{name: opened(field, Reason.ROLE) for name, field in stated(line) if name in names}
    )
