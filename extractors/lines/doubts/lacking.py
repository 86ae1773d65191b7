"""What an ordered line lacks and a line should have: its absence is never sure, it may have been lost.

A name, where most other lines have one: the end of a page parts it from its item. A part number: an order
names each thing by somebody's number. A line with none at all, or with none of the seller's where other lines
of the same paper have one, is for a person; a customer's own number may well be missing beside one of the
seller's, and a charge (freight, packing) has none.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines import charges
from models.reading import Evidence, Field, OrderLine, Reason, opened, stated, unread_at

TWO_NUMBERS = late(r"(?:\d{1,5}[.)]?\s+)+\d{1,5}[.)]?")


def doubted(lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, an unread name or part number in those that ought to have one.

    Where one has nothing but a name and another nothing but figures, rows were cut wrongly: none is sure,
    and nothing of a line that has the numbers of two.
    """
    if any(map(_is_bare_name, lines)) and any(map(_are_bare_figures, lines)):
        lines = [_opened(line) for line in lines]
    lines = [_opened(line) if _is_glued(line) else line for line in lines]
    others = len(lines) - 1
    named = 2 * sum(line.description is not None for line in lines) > others
    numbered = any(line.part_number is not None for line in lines)
    return tuple(_doubted(line, named=named, numbered=numbered) for line in lines)


def _is_glued(line: OrderLine) -> bool:
    """Tell whether a line has the item numbers of two: one without figures was joined to the one before."""
    number = line.line_number
    return number is not None and TWO_NUMBERS.fullmatch(number.value or "") is not None


def _is_bare_name(line: OrderLine) -> bool:
    return line.description is not None and all(each is None for each in _figures(line))


def _are_bare_figures(line: OrderLine) -> bool:
    named = (line.description, line.part_number, line.customer_part_number, line.drawing_number)
    return line.quantity is not None and all(each is None for each in named)


def _figures(line: OrderLine) -> tuple[Field | None, ...]:
    return line.quantity, line.unit_price, line.amount


def _opened(line: OrderLine) -> OrderLine:
    return replace(line, **{name: opened(field, Reason.ROLE) for name, field in stated(line)})


def _doubted(line: OrderLine, *, named: bool, numbered: bool) -> OrderLine:
    absent: dict[str, Field] = {}
    if named and line.description is None:
        absent["description"] = unread_at(_beside(line))
    if _lacks_number(line, numbered=numbered):
        absent["part_number"] = unread_at(_beside(line))
    return replace(line, **absent) if absent else line


def _lacks_number(line: OrderLine, *, numbered: bool) -> bool:
    others = (line.customer_part_number, line.drawing_number)
    lacking = line.part_number is None and (numbered or all(each is None for each in others))
    return lacking and not is_charge(line)


def is_charge(line: OrderLine) -> bool:
    """Tell whether a line is called a charge and nothing else: freight, packing."""
    said = line.description.value if line.description is not None else None
    return said is not None and charges.is_one(said)


def _beside(line: OrderLine) -> Evidence:
    """Return where the line stands."""
    beside = line.description or line.quantity or line.amount or line.unit_price
    return beside.evidence if beside is not None else Evidence("")
