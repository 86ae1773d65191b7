"""What an order as a whole leaves open: fields that are read and not vouched for, and why."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extractors.lines.doubts import doubtful_items
from models.reading import Evidence, Field, Header, OrderLine, Problem, Proof, Reason, opened, stated

Part = TypeVar("Part", Header, OrderLine)


LOST = frozenset({"no_lines", "total_open"})
"""Problems that say that lines may be missing, or be read otherwise than they stand."""
TIMES = frozenset({"delivery_date", "lead_time"})
"""What a line that was not read may have said, and the order did not."""
HEADED = frozenset({Proof.COLUMN, Proof.AGREEING})
"""Proofs that headings of the lines alone give."""


def announced(
    header: Header, lines: tuple[OrderLine, ...], problems: Sequence[Problem]
) -> tuple[Header, tuple[OrderLine, ...]]:
    """Make sure that an unproven completeness shows: the fields that would prove it are not sure."""
    if not problems:
        return header, lines
    if any(each.code in LOST for each in problems):
        header = _of_lost_lines(header)
    if doubtful_items.twice(lines):
        lines = tuple(_contested(line) for line in lines)
    if header.total_amount is not None:
        return replace(header, total_amount=opened(header.total_amount, Reason.COMPLETENESS)), lines
    if lines:
        return header, tuple(_line_open(line) for line in lines)
    number = header.document_number or Field(None, sure=False, evidence=Evidence(""))
    return replace(header, document_number=opened(number, Reason.COMPLETENESS)), lines


def _of_lost_lines(header: Header) -> Header:
    """Return the header; what may be that of a line which was not read is not sure."""
    told = {
        name: opened(field, Reason.COMPLETENESS)
        for name, field in stated(header)
        if field.sure and (name in TIMES or (name == "tax_included" and set(field.proof) <= HEADED))
    }
    return replace(header, **told)


def unvouched(part: Part, reason: Reason = Reason.NOT_AN_ORDER) -> Part:
    """Return the fields of a document that is no order: read as far as they go, none of them sure."""
    return replace(
        part,
        **{
            name: replace(field, sure=False, proof=(), reason=field.reason_beside(reason))
            for name, field in stated(part)
        },
    )


def without_columns(header: Header) -> Header:
    """Return the header; what only the columns of a table tell that may not be the order's is not sure."""
    told = {
        name: opened(field, Reason.ROLE)
        for name, field in stated(header)
        if field.sure and set(field.proof) <= HEADED
    }
    return replace(header, **told)


def _contested(line: OrderLine) -> OrderLine:
    """Return a line that may be there twice: neither how much of it nor for how much is sure."""
    fields = {name: getattr(line, name) for name in ("quantity", "unit_price", "amount")}
    told = {name: opened(each, Reason.RIVAL) for name, each in fields.items() if each is not None}
    return replace(line, **told)


def _line_open(line: OrderLine) -> OrderLine:
    number = line.line_number or line.quantity or line.amount
    if number is None:
        return line
    name = "line_number" if line.line_number else "quantity" if line.quantity else "amount"
    return replace(line, **{name: opened(number, Reason.COMPLETENESS)})
