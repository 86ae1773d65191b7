"""What header and lines leave open in each other: a label of one item may have been read as the order's own.

"Delivery time: 20 working days" between two items speaks of one of them. Where a line states another
time than the header, either holds only for some, and a person has to look which. Two numbers of the order
itself on two pages say that two orders may have been read as one. Where the order's number was not found, the
items may have taken it up with the rest of its head.
"""

from collections.abc import Sequence
from dataclasses import replace

from models.reading import Header, OrderLine, Reason, opened, stated, unread_at

TIMES = ("lead_time", "delivery_date")
TAKEN_UP = ("customer_part_number", *TIMES)
"""What a line may have from the head above it."""


def doubted(header: Header, lines: Sequence[OrderLine]) -> Header:
    """Return the header with its times unsure where a line states another one."""
    for name in TIMES:
        own = getattr(header, name)
        others = {field.value for line in lines if (field := getattr(line, name)) is not None and field.value}
        if own is not None and own.sure and others - {own.value}:
            header = replace(header, **{name: opened(own, Reason.RIVAL)})
    return header


def untimed(header: Header, lines: Sequence[OrderLine]) -> Header:
    """Return the header, its time open where only the last of several items has one.

    It may stand below all of them, and be the order's.
    """
    if len(lines) <= 1 or any(getattr(header, name) is not None for name in TIMES):
        return header
    for name in TIMES:
        told = [field for line in lines if (field := getattr(line, name)) is not None]
        last = getattr(lines[-1], name)
        if len(told) == 1 and last is not None and not last.sure:
            header = replace(header, **{name: unread_at(last.evidence)})
    return header


def contested(header: Header, lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, unsure as far as it is not settled whose number is whose."""
    number, total = header.document_number, header.total_amount
    lone = [name for name in TAKEN_UP if sum(getattr(line, name) is not None for line in lines) == 1]
    if number is None or number.value is None:
        return tuple(_open(line, lone) for line in lines)
    others = {each.evidence.page for each in number.candidates if each.evidence is not None}
    if number.reason is Reason.RIVAL and others - {number.evidence.page, None}:
        return tuple(_open(line, [name for name, _ in stated(line)]) for line in lines)
    if total is None or not total.sure:
        # Items may be missing, and what stands behind the last that was read be the order's.
        return tuple(_open(line, [name for name in lone if name in TIMES]) for line in lines)
    if len(lines) > 1:
        # What the last item alone has may be what the order says below its items.
        below = [name for name in lone if name in TIMES and getattr(lines[-1], name) is not None]
        return (*lines[:-1], _open(lines[-1], below))
    return tuple(lines)


def _open(line: OrderLine, names: Sequence[str]) -> OrderLine:
    told = ((name, field) for name, field in stated(line) if name in names)
    return replace(line, **{name: opened(field, Reason.RIVAL) for name, field in told})
