"""Times of the header that lines contradict: a label of one item may have been read as the order's own.

"Delivery time: 20 working days" between two items speaks of one of them. Where a line states another
time than the header, either holds only for some, and a person has to look which.
"""

from collections.abc import Sequence
from dataclasses import replace

from models.reading import Header, OrderLine, Reason

TIMES = ("lead_time", "delivery_date")


def doubted(header: Header, lines: Sequence[OrderLine]) -> Header:
    """Return the header with its times unsure where a line states another one."""
    for name in TIMES:
        stated = getattr(header, name)
        others = {field.value for line in lines if (field := getattr(line, name)) is not None and field.value}
        if stated is not None and stated.sure and others - {stated.value}:
            rival = replace(stated, sure=False, proof=(), reason=Reason.RIVAL, confidence=0.5)
            header = replace(header, **{name: rival})
    return header
