"""The part number that an ordered line lacks: a person asks what is wanted, so its absence is never sure.

An order names each thing by somebody's number. A line with none at all, or with none of the seller's where
other lines of the same paper have one, may have lost it in the reading. A customer's own number may well be
missing beside one of the seller's, and a charge (freight, packing) has none.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.vocabulary.meanings import Summary
from models.reading import Evidence, Field, OrderLine, Reason


def doubted(lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines of an order, an unread part number in those that ought to have one."""
    usual = any(line.part_number is not None for line in lines)
    return tuple(_unread(line) if _lacks(line, usual=usual) else line for line in lines)


def _lacks(line: OrderLine, *, usual: bool) -> bool:
    others = (line.customer_part_number, line.drawing_number)
    lacking = line.part_number is None and (usual or all(each is None for each in others))
    return lacking and not _is_charge(line)


def _is_charge(line: OrderLine) -> bool:
    said = line.description.value if line.description is not None else None
    label = summaries.recognise(said) if said else None
    return label is not None and label.kind is Summary.CHARGE


def _unread(line: OrderLine) -> OrderLine:
    beside = line.description or line.quantity or line.amount
    spot = beside.evidence if beside is not None else Evidence("")
    return replace(
        line, part_number=Field(None, sure=False, evidence=spot, reason=Reason.NOT_PARSED, confidence=0.2)
    )
