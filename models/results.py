"""What a message led to, written as a whole: parts, readings, cases, findings, its state."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, select

from models import audit, findings, work
from models.audit import AuditEntry
from models.case import CaseState, Role
from models.columns import decoded, encoded
from models.counters import next_number
from models.dialect import insert_missing
from models.kill_point import kill_point
from models.message import Envelope
from models.reading import Extraction
from models.receipt import (
    CaseDraft,
    Claim,
    DocumentKey,
    MessageState,
    PartRecord,
    ReadDocument,
    Result,
    Settled,
    Versions,
)
from models.store import Store, reading, writing
from models.tables import (
    CaseMessageRow,
    CaseRow,
    DocumentRow,
    EnvelopeRow,
    ExtractionRow,
    FindingRow,
    MessageRow,
    PartRow,
)


def commit(store: Store, claim: Claim, result: Result, versions: Versions, now: dt.datetime) -> Settled:
    """Write `result` and the message's final state in one transaction.

    A document that has a case already gets no second one: the message joins it as a duplicate.

    Raises:
        work.ClaimLostError: Another worker took the message; nothing was written.
    """
    kill_point("result_begins")
    with writing(store) as session:
        row = work.held(session, claim)
        _write_parts(session, claim, result)
        kill_point("parts_inserted")
        _write_extractions(session, result.read, versions, now)
        kill_point("extractions_inserted")
        settled = _open_cases(session, claim, result, versions, now)
        kill_point("cases_inserted")
        _settle(session, row, result, now)
        audit.append(session, _entry(claim, result, settled), now)
        kill_point("result_written")
    kill_point("result_committed")
    return settled


def extractions(store: Store, document: DocumentKey, extractor: str) -> tuple[Extraction, ...] | None:
    """Return what that version of the extractor read from a document before; None if it never did."""
    with reading(store) as session:
        row = session.get(ExtractionRow, (document.sha256, document.read_as, extractor))
        return None if row is None else decoded(tuple[Extraction, ...], row.result_json)


def case_number(store: Store, document: DocumentKey, piece: int) -> int | None:
    """Return the number of the case that the document has already."""
    with reading(store) as session:
        row = _case_of(session, document, piece)
        return None if row is None else row.number


def _write_parts(session: Session, claim: Claim, result: Result) -> None:
    if result.envelope is not None:
        insert_missing(session, EnvelopeRow, [_envelope(claim, result.envelope, result.defects)])
    insert_missing(session, DocumentRow, [_document(each) for each in result.parts])
    insert_missing(session, PartRow, [_part(claim, each) for each in result.parts])


def _write_extractions(
    session: Session, read: Iterable[ReadDocument], versions: Versions, now: dt.datetime
) -> None:
    rows = [
        {
            "doc_sha256": each.document.sha256,
            "read_as": each.document.read_as,
            "extractor_version": versions.extractor,
            "status": "failed" if any(one.failure for one in each.extractions) else "read",
            "read_at": now,
            "result_json": encoded(each.extractions),
        }
        for each in read
    ]
    insert_missing(session, ExtractionRow, rows)


def _open_cases(
    session: Session, claim: Claim, result: Result, versions: Versions, now: dt.datetime
) -> Settled:
    state = MessageState.QUARANTINED if result.quarantine else MessageState.PROCESSED
    opened: list[int] = []
    joined: list[int] = []
    for draft in result.cases:
        known = _existing(session, claim, draft)
        number = known.number if known else _open(session, claim, draft, versions, now)
        (joined if known else opened).append(number)
        role = Role.DUPLICATE if known else Role.FIRST
        row = {"case_number": number, "raw_sha256": claim.raw_sha256, "ordinal": draft.ordinal}
        insert_missing(session, CaseMessageRow, [row | {"role": role.value, "joined_at": now}])
    return Settled(state, tuple(opened), tuple(joined))


def _existing(session: Session, claim: Claim, draft: CaseDraft) -> CaseRow | None:
    if draft.document is not None and draft.piece is not None:
        return _case_of(session, draft.document, draft.piece)
    of_message = select(CaseRow).where(CaseRow.kind == "message", CaseRow.raw_sha256 == claim.raw_sha256)
    return session.exec(of_message).first()


def _case_of(session: Session, document: DocumentKey, piece: int) -> CaseRow | None:
    return session.exec(
        select(CaseRow).where(
            CaseRow.doc_sha256 == document.sha256, CaseRow.read_as == document.read_as, CaseRow.piece == piece
        )
    ).first()


def _open(session: Session, claim: Claim, draft: CaseDraft, versions: Versions, now: dt.datetime) -> int:
    number = next_number(session, "case")
    document = draft.document
    session.add(
        CaseRow(
            number=number,
            kind="document" if document else "message",
            raw_sha256=claim.raw_sha256,
            doc_sha256=document.sha256 if document else None,
            read_as=document.read_as if document else None,
            piece=draft.piece,
            opened_at=now,
            state=(CaseState.CLEAR if draft.clear else CaseState.OPEN).value,
            verdict=draft.verdict.value if draft.verdict else None,
            reasons_json=encoded(draft.reasons),
            amount=draft.amount,
            currency=draft.currency,
            customer=draft.customer,
            document_kind=draft.document_kind,
            document_number=draft.document_number,
            quotation_number=draft.quotation_number,
            comparison_json=encoded(draft.comparison) if draft.comparison else None,
            snapshot_id=draft.snapshot,
            extractor_version=versions.extractor,
            rule_version=versions.rules,
            compared_at=now if draft.comparison else None,
        )
    )
    session.flush()
    if draft.comparison is not None:
        insert_missing(session, FindingRow, list(findings.rows(number, draft, draft.comparison, versions)))
    return number


def _settle(session: Session, row: MessageRow, result: Result, now: dt.datetime) -> None:
    row.state = (MessageState.QUARANTINED if result.quarantine else MessageState.PROCESSED).value
    row.outcome_code = result.outcome.value if result.outcome else None
    row.reason_code = result.quarantine.value if result.quarantine else None
    row.reason_detail = result.detail
    row.settled_at = now
    row.lease_until = None
    session.add(row)


def _entry(claim: Claim, result: Result, settled: Settled) -> AuditEntry:
    detail = {
        "outcome": result.outcome and result.outcome.value,
        "reason": result.quarantine and result.quarantine.value,
        "attempts": claim.attempts,
        "parts": len(result.parts),
        "opened": list(settled.opened),
        "joined": list(settled.joined),
    }
    return AuditEntry("intake", f"message_{settled.state.value}", claim.raw_sha256, detail)


def _envelope(claim: Claim, envelope: Envelope, defects: tuple[str, ...]) -> dict[str, Any]:
    sender = envelope.sender
    return {
        "raw_sha256": claim.raw_sha256,
        "message_id": envelope.message_id,
        "subject": envelope.subject,
        "sender_name": sender.name if sender else None,
        "sender_address": sender.address if sender else None,
        "recipients_json": encoded(envelope.recipients),
        "sent_at": envelope.date and _in_utc(envelope.date),
        "in_reply_to": envelope.in_reply_to,
        "references_json": encoded(envelope.references),
        "automatic": envelope.automatic,
        "defects_json": encoded(defects),
    }


def _in_utc(moment: dt.datetime) -> dt.datetime | None:
    # A date header without a zone ("-0000") is in UTC: RFC 5322, section 3.3.
    aware = moment.replace(tzinfo=dt.UTC) if moment.tzinfo is None else moment
    try:
        return aware.astimezone(dt.UTC)
    except OverflowError:  # a forged date at the edge of the calendar
        return None


def _document(part: PartRecord) -> dict[str, Any]:
    return {"doc_sha256": part.document.sha256, "size": part.size, "magic_type": part.format}


def _part(claim: Claim, part: PartRecord) -> dict[str, Any]:
    return {
        "raw_sha256": claim.raw_sha256,
        "ordinal": part.ordinal,
        "doc_sha256": part.document.sha256,
        "read_as": part.document.read_as,
        "shown_name": part.shown_name,
        "container_json": encoded(part.container),
        "mime_ordinal": part.mime_ordinal,
        "ignored": part.ignored,
    }
