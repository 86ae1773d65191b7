"""Cases that are compared again with newer quotations, each written as a whole."""

import datetime as dt
from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from desk import basis_changes
from models import audit, counters
from models.audit import AuditEntry
from models.basis_change import Changed
from models.belonging import Related
from models.case import BasisChange, CaseState
from models.columns import decoded, encoded
from models.comparison import Comparison, Verdict
from models.dialect import insert_missing
from models.kill_point import kill_point
from models.reading import Extraction
from models.receipt import CaseDraft, DocumentKey, Versions
from models.rows.cases import bonds, findings, older_basis, replies
from models.rows.cases.thread_tables import CaseRelationRow
from models.rows.post.outbox_tables import QuestionRow
from models.rows.quotations import quotes
from models.rows.quotations.basis_tables import BasisChangeRow
from models.store import Store, reading, writing
from models.tables import CaseRow, ExtractionRow, FindingRow, MessageRow

BY = "quotations"


@dataclass(frozen=True, slots=True)
class Outdated:
    """A case to be compared again: its reading, when it came in, and the snapshot that it stands on."""

    number: int
    document: DocumentKey
    piece: int
    extractor: str
    stands_on: int | None
    extraction: Extraction
    received_at: dt.datetime


def outdated(store: Store, number: int, newest: int) -> Outdated | None:
    """Return a case as it is compared again; None where it is not to be any more."""
    with reading(store) as session:
        row = session.get(CaseRow, number)
        if (
            row is None
            or not older_basis.is_older(row, newest)
            or row.doc_sha256 is None
            or row.piece is None
        ):
            return None
        key = (row.doc_sha256, row.read_as, row.extractor_version)
        kept = decoded(tuple[Extraction, ...], session.get_one(ExtractionRow, key).result_json)
        return Outdated(
            number=number,
            document=DocumentKey(row.doc_sha256, row.read_as or ""),
            piece=row.piece,
            extractor=row.extractor_version,
            stands_on=older_basis.stands_on(row),
            extraction=kept[row.piece],
            received_at=session.get_one(MessageRow, row.raw_sha256).first_seen_at,
        )


def commit(store: Store, case: Outdated, draft: CaseDraft, rules: str, now: dt.datetime) -> bool:
    """Write how a case came out this time, as a whole; return whether anything about it changed.

    Nothing is written where the case is not as it was when the comparison began.
    """
    assert draft.comparison is not None, "it was compared"
    assert draft.snapshot is not None, "with a snapshot"
    kill_point("recompare_begins")
    with writing(store) as session:
        row = _held(session, case, draft.snapshot)
        if row is None or row.comparison_json is None:
            return False
        old = decoded(Comparison, row.comparison_json)
        found = basis_changes.changes(old, draft.comparison)
        carried = _carry_over(session, row.number, old, draft.comparison)
        _settle(session, row, draft, carried, changed=bool(found))
        row.rule_version, row.compared_at = rules, now
        versions = Versions(row.extractor_version, rules)
        rows = findings.rows(row.number, draft, draft.comparison, versions)
        insert_missing(session, FindingRow, list(rows))
        kill_point("recompare_findings")
        if found:
            _tell(session, row, (case.stands_on, old.verdict.value), found, now)
            if basis_changes.worth_telling(old, draft.comparison, found):
                replies.tell_change(session, row, now)
        kill_point("recompare_written")
    kill_point("recompare_committed")
    return bool(found)


def give_up(store: Store, number: int, newest: int, now: dt.datetime) -> None:
    """Let a person see a case that could not be compared again; it is not tried again with this snapshot."""
    with writing(store) as session:
        row = _locked(session, number, newest)
        if row is None:
            return
        before = older_basis.stands_on(row)
        bonds.tell(session, number, basis_changes.REASON)
        row.checked_snapshot_id = newest
        _tell(session, row, (before, row.verdict), None, now)


def confirm(store: Store, number: int, now: dt.datetime) -> bool:
    """Take note of what newer quotations changed about a case, as a person did; return whether they had.

    The case needs nobody any more where it matches, nothing else holds it, and no question is open.
    """
    with writing(store) as session:
        counters.lock(session, "case")
        row = session.get(CaseRow, number, populate_existing=True)
        reasons = decoded(tuple[str, ...], row.reasons_json) if row else ()
        if row is None or basis_changes.REASON not in reasons:
            return False
        left = tuple(each for each in reasons if each != basis_changes.REASON)
        row.reasons_json = encoded(left)
        matches = row.verdict == Verdict.MATCH.value and not left
        if matches and row.state == CaseState.OPEN.value and not is_asked(session, number):
            row.state = CaseState.CLEAR.value
        session.add(row)
        detail = {"state": row.state, "snapshot": row.checked_snapshot_id}
        audit.append(session, AuditEntry("desk", "basis_confirmed", str(number), detail), now)
    kill_point("basis_confirmed")
    return True


def of_case(session: Session, number: int) -> tuple[BasisChange, ...]:
    """Return what newer quotations changed about a case, the newest first, within a transaction."""
    rows = session.exec(
        select(BasisChangeRow)
        .where(BasisChangeRow.case_number == number)
        .order_by(col(BasisChangeRow.to_snapshot).desc())
    ).all()
    return tuple(_change(session, row) for row in rows)


def _held(session: Session, case: Outdated, newest: int) -> CaseRow | None:
    """Return the row of a case, nobody else changing it; None where it is not as it was any more."""
    row = _locked(session, case.number, newest)
    if row is None or older_basis.stands_on(row) != case.stands_on:
        return None
    document = (row.doc_sha256, row.read_as, row.piece, row.extractor_version)
    read = (case.document.sha256, case.document.read_as, case.piece, case.extractor)
    return row if document == read else None


def _locked(session: Session, number: int, newest: int) -> CaseRow | None:
    # As a message does that is committed: what it places must not see half of this.
    counters.lock(session, "case")
    row = session.get(CaseRow, number, with_for_update=True, populate_existing=True)
    return row if row is not None and older_basis.is_older(row, newest) else None


def _carry_over(session: Session, number: int, old: Comparison, new: Comparison) -> tuple[int, ...]:
    """Keep what was carried over from the version before, where it came out the same; return it."""
    carried: list[int] = []
    for row in session.exec(select(CaseRelationRow).where(CaseRelationRow.case_number == number)):
        known = decoded(Related, row.detail_json)
        if known.carried:
            again = basis_changes.carried_over(known.carried, old, new)
            row.detail_json = encoded(replace(known, carried=again))
            session.add(row)
            carried += again
    return tuple(carried)


def _settle(
    session: Session, row: CaseRow, draft: CaseDraft, carried: tuple[int, ...], *, changed: bool
) -> None:
    assert draft.comparison is not None, "it was compared"
    reasons = decoded(tuple[str, ...], row.reasons_json)
    stands = basis_changes.standing(
        reasons, draft.comparison, carried, changed=changed, asked=is_asked(session, row.number)
    )
    row.state, row.reasons_json = stands.state.value, encoded(stands.reasons)
    row.verdict = draft.comparison.verdict.value
    row.quotation_number = draft.quotation_number
    row.comparison_json = encoded(draft.comparison)
    row.snapshot_id = row.checked_snapshot_id = draft.snapshot
    session.add(row)


def is_asked(session: Session, number: int) -> bool:
    """Tell whether a question about a case waits to be settled, within a transaction."""
    questions = select(QuestionRow.id).where(
        QuestionRow.case_number == number, QuestionRow.state != "settled"
    )
    return session.exec(questions.limit(1)).first() is not None


def _tell(
    session: Session,
    row: CaseRow,
    before: tuple[int | None, str | None],
    found: tuple[Changed, ...] | None,
    now: dt.datetime,
) -> None:
    """Write what changed, `found` being None where comparing failed, into the case and the audit trail."""
    change = {
        "case_number": row.number,
        "to_snapshot": row.checked_snapshot_id,
        "from_snapshot": before[0],
        "changed_at": now,
        "was_verdict": before[1],
        "verdict": None if found is None else row.verdict,
        "changes_json": encoded(found or ()),
    }
    insert_missing(session, BasisChangeRow, [change])
    detail = {
        "from": before[0],
        "to": row.checked_snapshot_id,
        "was": before[1],
        "verdict": change["verdict"],
        "state": row.state,
        "changes": len(found or ()),
    }
    audit.append(session, AuditEntry(BY, "case_compared_again", str(row.number), detail), now)


def _change(session: Session, row: BasisChangeRow) -> BasisChange:
    after = quotes.snapshot_of(session, row.to_snapshot)
    assert after is not None, "snapshots are kept for good"
    return BasisChange(
        before=quotes.snapshot_of(session, row.from_snapshot) if row.from_snapshot else None,
        after=after,
        changed_at=row.changed_at,
        was=Verdict(row.was_verdict) if row.was_verdict else None,
        verdict=Verdict(row.verdict) if row.verdict else None,
        changes=decoded(tuple[Changed, ...], row.changes_json),
    )
