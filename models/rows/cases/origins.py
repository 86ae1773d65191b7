"""Where cases come from, as rows: owner, customer, and the keys they are found by again."""

import datetime as dt
import hashlib
import re
from dataclasses import replace

from sqlmodel import Session, col, select

from desk import belonging
from extractors.fields import companies
from models.belonging import Customer, CustomerClue, Origin
from models.columns import decoded, encoded
from models.message import Address
from models.reading import Reading
from models.receipt import CaseDraft
from models.rows.cases.thread_tables import CaseOriginRow

NAMED = frozenset({CustomerClue.TAX_NUMBER, CustomerClue.BUYER, CustomerClue.LETTERHEAD})
"""Clues by which a document itself says who buys."""
MOST_NAMED = 5
MOST = 50
"""The newest cases of a writer that are looked at."""


def recognised(session: Session, draft: CaseDraft) -> CaseDraft:
    """Return a draft with the company of its writer, where only the address is known.

    It is taken from earlier cases of that domain whose documents name their buyer, if all name the same.
    """
    origin = draft.origin
    if origin is None or origin.customer is None or origin.customer.clue in NAMED or not origin.writer:
        return draft
    known = _company(session, origin.writer)
    if known is None:
        return draft
    number, name = known
    customer = replace(origin.customer, name=name, known_from=number)
    return replace(draft, customer=name, origin=replace(origin, customer=customer))


def _company(session: Session, writer: str) -> tuple[int, str] | None:
    rows = session.exec(
        select(CaseOriginRow)
        .where(CaseOriginRow.writer == writer)
        .order_by(col(CaseOriginRow.case_number).desc())
        .limit(MOST)
    ).all()
    found: dict[str, tuple[int, str]] = {}
    for row in rows:
        customer = decoded(Origin, row.origin_json).customer
        if customer is not None and _is_certain(customer):
            found.setdefault(companies.key(customer.name), (row.case_number, customer.name))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_certain(customer: Customer) -> bool:
    return customer.clue in NAMED and customer.sure


def keep(session: Session, number: int, draft: CaseDraft, sent_at: dt.datetime) -> None:
    """Write where a case comes from."""
    origin = draft.origin or Origin()
    row = session.get(CaseOriginRow, number) or CaseOriginRow(case_number=number, sent_at=sent_at)
    row.owner_name = origin.owner.name if origin.owner else None
    row.owner_address = origin.owner.address if origin.owner else None
    row.origin_json = encoded(origin)
    row.writer = origin.writer
    row.number_key = belonging.number_key(draft.reading) if draft.reading else ""
    row.lines_sha256 = lines_sha256(draft.reading)
    session.add(row)
    session.flush()


def adopt(session: Session, number: int, owner: Address) -> None:
    """Give a case its owner, unless it has one."""
    row = session.get(CaseOriginRow, number)
    if row is not None and row.owner_address is None:
        row.owner_name, row.owner_address = owner.name, owner.address
        session.add(row)


def named(session: Session, text: str) -> list[int]:
    """Return the cases whose number stands in a subject or a file's name, the newest few."""
    endings = re.sub(r"\.[A-Za-z]{2,4}(?=\s|$)", " ", text)
    keys = belonging.numbers_in(endings)
    rows = session.exec(
        select(CaseOriginRow.case_number)
        .where(col(CaseOriginRow.number_key).in_(keys))
        .order_by(col(CaseOriginRow.case_number).desc())
        .limit(MOST_NAMED)
    )
    return sorted(rows)


def lines_sha256(reading: Reading | None) -> str:
    """Return a digest that two orders share only if their lines do; empty where there is nothing to go by."""
    key = belonging.lines_key(reading) if reading is not None else ""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest() if key else ""
