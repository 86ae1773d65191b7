"""Cases, as people see them: the queue, and one case with everything to decide it by."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import and_, func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from models.belonging import Clue, Origin
from models.case import (
    CaseDetail,
    CaseDocument,
    CaseMessage,
    CaseState,
    CaseSummary,
    Role,
)
from models.columns import decoded
from models.comparison import Comparison, Verdict
from models.dialect import chunks
from models.message import Address
from models.quotation import Quotation
from models.reading import Extraction
from models.receipt import MessageLine, Versions
from models.rows.cases import bonds, recomparing
from models.rows.cases.thread_tables import CaseOriginRow, JoinClueRow
from models.rows.inbox import messages
from models.rows.quotations import quotes
from models.store import Store, reading
from models.tables import (
    CaseMessageRow,
    CaseRow,
    DocumentRow,
    EnvelopeRow,
    ExtractionRow,
    MessageRow,
    PartRow,
)

# How many messages brought a case, however often each.
_BROUGHT = (
    select(func.count(func.distinct(col(CaseMessageRow.raw_sha256))))
    .where(CaseMessageRow.case_number == CaseRow.number)
    .correlate(CaseRow)
    .scalar_subquery()
)
_FIRST = aliased(CaseMessageRow)
_QUERY = (
    select(CaseRow, EnvelopeRow, PartRow, _BROUGHT)
    .outerjoin(EnvelopeRow, col(EnvelopeRow.raw_sha256) == col(CaseRow.raw_sha256))
    .outerjoin(
        _FIRST, and_(col(_FIRST.case_number) == col(CaseRow.number), col(_FIRST.role) == Role.FIRST.value)
    )
    .outerjoin(
        PartRow,
        and_(col(PartRow.raw_sha256) == col(CaseRow.raw_sha256), col(PartRow.ordinal) == col(_FIRST.ordinal)),
    )
)
"""Cases with what a list shows of them, in one query however long the list is."""


def counted(store: Store) -> dict[CaseState, int]:
    """Return how many cases are in each state."""
    with reading(store) as session:
        rows = session.exec(select(CaseRow.state, func.count()).group_by(CaseRow.state)).all()
    return {CaseState(state): count for state, count in rows}


def listed(
    store: Store, state: CaseState | None = None, limit: int = 100, offset: int = 0
) -> tuple[CaseSummary, ...]:
    """Return cases, newest first."""
    newest = _QUERY.order_by(col(CaseRow.number).desc()).limit(limit).offset(offset)
    if state is not None:
        newest = newest.where(CaseRow.state == state.value)
    with reading(store) as session:
        return _summaries(session, session.exec(newest).all())


def summaries(store: Store, numbers: Sequence[int]) -> tuple[CaseSummary, ...]:
    """Return the cases with those numbers, by number."""
    found: list[CaseSummary] = []
    with reading(store) as session:
        for chunk in chunks(sorted(numbers)):
            rows = session.exec(_QUERY.where(col(CaseRow.number).in_(chunk)).order_by(col(CaseRow.number)))
            found += _summaries(session, rows.all())
    return tuple(found)


def detail(store: Store, number: int) -> CaseDetail | None:
    """Return everything about a case; None if there is none with that number."""
    with reading(store) as session:
        row = session.get(CaseRow, number)
        if row is None:
            return None
        comparison = decoded(Comparison, row.comparison_json) if row.comparison_json else None
        return CaseDetail(
            summary=_summaries(session, session.exec(_QUERY.where(CaseRow.number == number)).all())[0],
            messages=_messages(session, number),
            versions=Versions(row.extractor_version, row.rule_version),
            document=_document(session, row),
            extraction=_extraction(session, row),
            comparison=comparison,
            quotation=_quotation(session, row),
            snapshot=quotes.snapshot_of(session, row.snapshot_id) if row.snapshot_id else None,
            origin=_origin(session, number),
            related=bonds.related(session, number),
            basis=recomparing.of_case(session, number),
            compared_at=row.compared_at,
        )


_Listed = tuple[CaseRow, EnvelopeRow | None, PartRow | None, int]


def _summaries(session: Session, rows: Sequence[_Listed]) -> tuple[CaseSummary, ...]:
    owners: dict[int, Address] = {}
    for chunk in chunks([row.number for row, *_ in rows]):
        origins = session.exec(select(CaseOriginRow).where(col(CaseOriginRow.case_number).in_(chunk)))
        owners |= {each.case_number: found for each in origins if (found := _owner(each))}
    return tuple(_summary(*row, owners.get(row[0].number)) for row in rows)


def _owner(origin: CaseOriginRow) -> Address | None:
    if origin.owner_address is None:
        return None
    return Address(origin.owner_name or "", origin.owner_address)


def _summary(
    row: CaseRow, envelope: EnvelopeRow | None, part: PartRow | None, brought: int, owner: Address | None
) -> CaseSummary:
    return CaseSummary(
        number=row.number,
        state=CaseState(row.state),
        opened_at=row.opened_at,
        reasons=decoded(tuple[str, ...], row.reasons_json),
        verdict=Verdict(row.verdict) if row.verdict else None,
        document_kind=row.document_kind,
        document_number=row.document_number,
        quotation_number=row.quotation_number,
        customer=row.customer,
        amount=row.amount,
        currency=row.currency,
        part=part.shown_name if part else None,
        sender=messages.sender(envelope) if envelope else None,
        subject=envelope.subject if envelope else None,
        messages=brought,
        owner=owner,
    )


def _origin(session: Session, number: int) -> Origin | None:
    row = session.get(CaseOriginRow, number)
    return None if row is None else decoded(Origin, row.origin_json)


def _first_part(session: Session, row: CaseRow) -> PartRow | None:
    if row.kind == "message":
        return None
    first = select(CaseMessageRow.ordinal).where(
        CaseMessageRow.case_number == row.number, CaseMessageRow.role == Role.FIRST.value
    )
    return session.get(PartRow, (row.raw_sha256, session.exec(first).one()))


def _messages(session: Session, number: int) -> tuple[CaseMessage, ...]:
    joined = session.exec(
        select(CaseMessageRow)
        .where(CaseMessageRow.case_number == number)
        .order_by(col(CaseMessageRow.joined_at), col(CaseMessageRow.raw_sha256), col(CaseMessageRow.ordinal))
    ).all()
    brought = {each.raw_sha256 for each in joined}
    rows = session.exec(messages.QUERY.where(col(MessageRow.raw_sha256).in_(brought)))
    lines = {row[0].raw_sha256: messages.line(*row) for row in rows}
    told = {
        row.raw_sha256: row
        for row in session.exec(select(JoinClueRow).where(JoinClueRow.case_number == number))
    }
    once = {(each.raw_sha256, each.role): each for each in reversed(joined)}
    return tuple(
        _message(each, lines[each.raw_sha256], told.get(each.raw_sha256))
        for each in sorted(joined, key=lambda row: row.role != Role.FIRST.value)
        if once[each.raw_sha256, each.role] is each
    )


def _message(row: CaseMessageRow, line: MessageLine, told: JoinClueRow | None) -> CaseMessage:
    if told is None or row.role == Role.FIRST.value:
        return CaseMessage(Role(row.role), row.joined_at, line)
    return CaseMessage(Role(row.role), row.joined_at, line, Clue(told.clue), told.evidence)


def _document(session: Session, row: CaseRow) -> CaseDocument | None:
    part = _first_part(session, row)
    if part is None or row.piece is None:
        return None
    # The case may hold the open copy of a document that came with a password.
    kept = session.get_one(DocumentRow, row.doc_sha256)
    container = decoded(tuple[str, ...], part.container_json)
    return CaseDocument(kept.doc_sha256, kept.magic_type, part.shown_name, container, row.piece)


def _extraction(session: Session, row: CaseRow) -> Extraction | None:
    part = _first_part(session, row)
    if part is None or row.piece is None:
        return None
    key = (row.doc_sha256, row.read_as, row.extractor_version)
    kept = decoded(tuple[Extraction, ...], session.get_one(ExtractionRow, key).result_json)[row.piece]
    container = decoded(tuple[str, ...], part.container_json)
    return replace(kept, part=part.shown_name, container=container, ordinal=part.mime_ordinal)


def _quotation(session: Session, row: CaseRow) -> Quotation | None:
    if row.snapshot_id is None or row.quotation_number is None:
        return None
    return quotes.in_session(session, row.snapshot_id, row.quotation_number)
