"""Rows of answered lists that were decided anew, within a transaction: the newest decision of each counts."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from models.columns import decoded
from models.dialect import chunks
from models.invoice_sources import Said
from models.invoicing import InvoiceGroup
from models.rows.invoicing.revision_tables import InvoiceRevisionRow, InvoiceRowRevisionRow


@dataclass(frozen=True, slots=True)
class Why:
    """Why a list was decided anew, by whom and when."""

    said: Said
    by: str
    at: dt.datetime


def newest(session: Session, numbers: Sequence[int]) -> dict[tuple[int, int], InvoiceRowRevisionRow]:
    """Return the newest decision of each row that was decided anew, by list and position."""
    found: dict[tuple[int, int], InvoiceRowRevisionRow] = {}
    for chunk in chunks(numbers):
        last = (
            select(
                InvoiceRowRevisionRow.list_number,
                InvoiceRowRevisionRow.position,
                func.max(InvoiceRowRevisionRow.revision_id).label("last"),
            )
            .where(col(InvoiceRowRevisionRow.list_number).in_(chunk))
            .group_by(col(InvoiceRowRevisionRow.list_number), col(InvoiceRowRevisionRow.position))
            .subquery()
        )
        query = select(InvoiceRowRevisionRow).join(
            last,
            (col(InvoiceRowRevisionRow.revision_id) == last.c.last)
            & (col(InvoiceRowRevisionRow.position) == last.c.position),
        )
        found |= {(each.list_number, each.position): each for each in session.exec(query)}
    return found


def whys(session: Session, number: int) -> Mapping[int, Why]:
    """Return why a list was decided anew each time, by the number of the revision."""
    query = select(InvoiceRevisionRow).where(InvoiceRevisionRow.list_number == number)
    return {
        each.id: Why(decoded(Said, each.why_json), each.revised_by, each.revised_at)
        for each in session.exec(query)
        if each.id is not None
    }


def groups(session: Session, number: int) -> tuple[InvoiceGroup, ...] | None:
    """Return the invoices to be since a list was decided anew, without their rows; None where it was not."""
    last = session.exec(
        select(InvoiceRevisionRow)
        .where(InvoiceRevisionRow.list_number == number)
        .order_by(col(InvoiceRevisionRow.id).desc())
        .limit(1)
    ).first()
    return None if last is None else decoded(tuple[InvoiceGroup, ...], last.groups_json)


def used(session: Session, number: int) -> set[int]:
    """Return the exports that a list was held against when it was decided anew."""
    query = select(InvoiceRevisionRow.used_json).where(InvoiceRevisionRow.list_number == number)
    return {each for text in session.exec(query) for each in decoded(tuple[int, ...], text)}
