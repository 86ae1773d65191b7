"""A draft as the row of a case: written for a new case, and into one whose document was read anew."""

import datetime as dt
from typing import Any

from sqlmodel import Session

from models.case import CaseState
from models.columns import decoded, encoded
from models.dialect import insert_missing
from models.message import Address
from models.receipt import CaseDraft, Versions
from models.rows.cases import bonds, findings, origins
from models.rows.cases.bonds import Arrival
from models.rows.cases.recomparing import is_asked
from models.rows.cases.thread_tables import CaseOriginRow
from models.rows.inbox.retrying import is_set_aside
from models.tables import CaseRow, FindingRow

UNREADABLE = "unreadable:"
"""How the reason of a case begins whose document could not be read."""


def columns(draft: CaseDraft, versions: Versions, now: dt.datetime) -> dict[str, Any]:
    """Return what a draft says as the columns of a case's row."""
    document = draft.document
    return {
        "kind": "document" if document else "message",
        "doc_sha256": document.sha256 if document else None,
        "read_as": document.read_as if document else None,
        "piece": draft.piece,
        "state": (CaseState.CLEAR if draft.clear else CaseState.OPEN).value,
        "verdict": draft.verdict.value if draft.verdict else None,
        "reasons_json": encoded(draft.reasons),
        "amount": draft.amount,
        "currency": draft.currency,
        "customer": draft.customer,
        "document_kind": draft.document_kind,
        "document_number": draft.document_number,
        "quotation_number": draft.quotation_number,
        "comparison_json": encoded(draft.comparison) if draft.comparison else None,
        "snapshot_id": draft.snapshot,
        "extractor_version": versions.extractor,
        "rule_version": versions.rules,
        "compared_at": now if draft.comparison else None,
    }


def write(session: Session, row: CaseRow, draft: CaseDraft, versions: Versions, arrival: Arrival) -> None:
    """Write a case's row with its findings and its origin."""
    session.add(row)
    session.flush()
    if draft.comparison is not None:
        found = findings.rows(row.number, draft, draft.comparison, versions)
        insert_missing(session, FindingRow, list(found))
    origins.keep(session, row.number, draft, arrival.sent_at)


def read_anew(session: Session, row: CaseRow, draft: CaseDraft, versions: Versions, arrival: Arrival) -> bool:
    """Write the new reading of a document into its case, if it waits for one; return whether it does.

    What others gave as reasons stays, and so does the owner. It is clear only by a match, with nothing
    else to be said and no question open.
    """
    if not is_set_aside(row.extractor_version):
        return False
    others = [each for each in decoded(tuple[str, ...], row.reasons_json) if not each.startswith(UNREADABLE)]
    superseded = row.state == CaseState.SUPERSEDED.value
    owner = _owner(session, row.number)
    for name, value in columns(draft, versions, arrival.now).items():
        setattr(row, name, value)
    row.reasons_json = encoded(tuple(dict.fromkeys((*draft.reasons, *others))))
    if superseded:
        row.state = CaseState.SUPERSEDED.value
    elif others or is_asked(session, row.number):
        row.state = CaseState.OPEN.value
    write(session, row, draft, versions, arrival)
    if owner is not None:
        origins.adopt(session, row.number, owner)
    new = bonds.paper(draft, arrival)
    if new is not None:
        bonds.relate(session, row.number, new, arrival.now)
    return True


def _owner(session: Session, number: int) -> Address | None:
    row = session.get(CaseOriginRow, number)
    known = row is not None and row.owner_address is not None
    return Address(row.owner_name or "", row.owner_address or "") if row is not None and known else None
