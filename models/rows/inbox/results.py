"""What a message led to, written as a whole: parts, readings, cases, findings, its state."""

import datetime as dt
import enum
from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, col, delete, select

from models import audit, counters, locked
from models.audit import AuditEntry
from models.columns import decoded, encoded
from models.dialect import insert_missing
from models.kill_point import kill_point
from models.message import Envelope
from models.reading import Extraction
from models.receipt import (
    Claim,
    DocumentKey,
    Outcome,
    PartRecord,
    ReadDocument,
    Result,
    Settled,
    Versions,
)
from models.rows.cases import placing, replies, threads
from models.rows.inbox import retrying, work
from models.store import Store, reading, writing
from models.tables import (
    CaseMessageRow,
    DocumentRow,
    EnvelopeRow,
    ExtractionRow,
    MessageRow,
    PartRow,
)


def commit(store: Store, claim: Claim, result: Result, versions: Versions, now: dt.datetime) -> Settled:
    """Write `result` and the message's final state in one transaction.

    A document that has a case already gets no second one, nor does the same order in another file: the
    message joins it (`models.rows.cases.placing`).

    Raises:
        work.ClaimLostError: Another worker took the message; nothing was written.
        locked.MoreToTryError: A password or a file that needs one came in meanwhile; nothing was written.
    """
    kill_point("result_begins")
    with writing(store) as session:
        row = work.held(session, claim)
        # One after the other: two versions of an order that come in at once must know of each other.
        counters.lock(session, "case")
        locked.check(session, claim, result)
        _write_parts(session, claim, result)
        kill_point("parts_inserted")
        _write_extractions(session, result.read, versions, now)
        kill_point("extractions_inserted")
        settled = placing.place(session, claim, result, versions, now)
        kill_point("cases_inserted")
        replies.keep(session, claim, result, settled, now)
        _settle(session, row, result, settled, now)
        audit.append(session, _entry(claim, result, settled), now)
        kill_point("result_written")
    kill_point("result_committed")
    return settled


def extractions(store: Store, document: DocumentKey, extractor: str) -> tuple[Extraction, ...] | None:
    """Return what that version of the extractor read from a document before; None if it never did."""
    with reading(store) as session:
        row = session.get(ExtractionRow, (document.sha256, document.read_as, extractor))
        return None if row is None else decoded(tuple[Extraction, ...], row.result_json)


class Known(enum.StrEnum):
    """How an order in a document stands to the cases that are there."""

    NEW = "new"
    HAS_CASE = "has_case"
    WAITS = "waits"
    """It has a case, which waits for the document to be read anew."""


def known(store: Store, document: DocumentKey, piece: int) -> Known:
    """Tell whether an order in a document has a case already."""
    with reading(store) as session:
        row = placing.case_of(session, document, piece)
        if row is None:
            return Known.NEW
        return Known.WAITS if retrying.is_set_aside(row.extractor_version) else Known.HAS_CASE


def _write_parts(session: Session, claim: Claim, result: Result) -> None:
    _forget_earlier_try(session, claim.raw_sha256)
    if result.envelope is not None:
        insert_missing(session, EnvelopeRow, [_envelope(claim, result.envelope, result.defects)])
        threads.keep(session, claim.raw_sha256, result.envelope)
    insert_missing(session, DocumentRow, [_document(each) for each in result.parts])
    insert_missing(session, PartRow, [_part(claim, each) for each in result.parts])


def _forget_earlier_try(session: Session, raw_sha256: str) -> None:
    """Remove what an earlier try found in a message, as long as no case stands on it."""
    stands = select(CaseMessageRow.case_number).where(CaseMessageRow.raw_sha256 == raw_sha256)
    for table in (PartRow, EnvelopeRow):
        earlier = delete(table).where(col(table.raw_sha256) == raw_sha256, ~stands.exists())
        session.connection().execute(earlier)


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


def _settle(session: Session, row: MessageRow, result: Result, settled: Settled, now: dt.datetime) -> None:
    row.state = settled.state.value
    joined = result.outcome is Outcome.NO_ORDER and settled.joined and not settled.opened
    outcome = Outcome.JOINED if joined else result.outcome
    row.outcome_code = outcome.value if outcome else None
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
        "sent_at": threads.in_utc(envelope.date),
        "in_reply_to": envelope.in_reply_to,
        "references_json": encoded(envelope.references),
        "automatic": envelope.automatic,
        "defects_json": encoded(defects),
    }


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
