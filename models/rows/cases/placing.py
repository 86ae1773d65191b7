"""Where what a message brings belongs: cases it opens, cases it joins, and what that means for others.

Runs within the transaction that commits a message, under the lock of the sequence of case numbers.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, select

from desk import belonging, case_reasons
from models.belonging import Clue, Relation
from models.case import Role
from models.counters import next_number
from models.dialect import insert_missing
from models.receipt import (
    CaseDraft,
    Claim,
    DocumentKey,
    MessageState,
    Outcome,
    Result,
    Settled,
    Versions,
)
from models.rows.cases import bonds, case_rows, origins, threads
from models.rows.cases.bonds import Arrival
from models.rows.cases.thread_tables import JoinClueRow, UnlockedRow
from models.rows.cases.threads import Hit
from models.tables import CaseMessageRow, CaseRow

MESSAGE_ITSELF = -1
"""The ordinal that stands for a message and not for one of its parts."""


@dataclass(slots=True)
class _Placing:
    """A message whose drafts are being placed, and the cases it opened and joined so far."""

    session: Session
    result: Result
    versions: Versions
    arrival: Arrival
    opened: list[int] = field(default_factory=list)
    joined: list[int] = field(default_factory=list)

    def join(
        self, number: int, ordinal: int, role: Role, clue: Clue | None = None, evidence: str = ""
    ) -> None:
        """Write that the message belongs to a case."""
        key = {"case_number": number, "raw_sha256": self.arrival.raw_sha256}
        row = key | {"ordinal": ordinal, "role": role.value, "joined_at": self.arrival.now}
        insert_missing(self.session, CaseMessageRow, [row])
        if clue is not None:
            told = key | {"clue": clue.value, "evidence": evidence}
            insert_missing(self.session, JoinClueRow, [told])
        if role is not Role.FIRST and number not in (*self.joined, *self.opened):
            self.joined.append(number)


def place(session: Session, claim: Claim, result: Result, versions: Versions, now: dt.datetime) -> Settled:
    """Open or join a case for each draft of a result, and note how these stand to others."""
    state = MessageState.QUARANTINED if result.quarantine else MessageState.PROCESSED
    mail = result.envelope
    arrival = Arrival(claim.raw_sha256, threads.sent_at(claim.first_seen_at, mail), now)
    placing = _Placing(session, result, versions, arrival)
    hits = threads.hits(session, claim.raw_sha256, mail) if mail is not None else ()
    twins = threads.twins(session, claim.raw_sha256, mail) if mail is not None else []
    if result.outcome is Outcome.NO_ORDER and any(same for _, same in twins):
        _repeat(placing, [each for each, same in twins if same])
    elif result.outcome is Outcome.NO_ORDER and hits:
        _follow(placing, hits)
    else:
        for draft in result.cases:
            _place(placing, draft)
    _own(placing)
    _compare_twins(placing, [each for each, same in twins if not same])
    for number in placing.opened:
        others = [each.number for each in hits]
        bonds.note(session, number, others, now)
    if mail is not None and any(each.document for each in result.cases):
        _take_in(placing, threads.orphans(session, claim.raw_sha256, mail))
    return Settled(state, tuple(placing.opened), tuple(placing.joined))


def _repeat(placing: _Placing, twins: Sequence[str]) -> None:
    """Join the cases of a mail that came before by another way."""
    for sha256 in twins:
        for number in threads.cases_of(placing.session, sha256):
            placing.join(number, MESSAGE_ITSELF, Role.DUPLICATE, Clue.SAME_FILE, sha256)


def _compare_twins(placing: _Placing, twins: Sequence[str]) -> None:
    """Name the cases of mails that bear the same Message-ID and hold other documents."""
    others = [number for sha256 in twins for number in threads.cases_of(placing.session, sha256)]
    for number in dict.fromkeys((*placing.opened, *placing.joined)) if others else ():
        bonds.changed_mail(placing.session, number, others, placing.arrival.now)


def _own(placing: _Placing) -> None:
    """Give the cases that the message joined its owner, if they have none: the customer wrote first."""
    owners = [each.origin.owner for each in placing.result.cases if each.origin and each.origin.owner]
    for number in placing.joined if owners else ():
        origins.adopt(placing.session, number, owners[0])


def _follow(placing: _Placing, hits: Sequence[Hit]) -> None:
    """Join the cases of the thread with a mail that has no order of its own."""
    session, sha256 = placing.session, placing.arrival.raw_sha256
    role = threads.later_role(session, sha256)
    for hit in hits:
        # What is said to an old version is said to the newest too: the old one is out of sight.
        for number in dict.fromkeys((hit.number, bonds.newest(session, hit.number))):
            placing.join(number, MESSAGE_ITSELF, role, hit.clue, hit.evidence)
            for ordinal in threads.attached(session, sha256):
                placing.join(number, ordinal, Role.ATTACHMENT)
            _announce(placing, number)


def _announce(placing: _Placing, number: int) -> None:
    """Say on a case that a person wrote again; what a program sends of itself is only listed."""
    mail = placing.result.envelope
    if mail is None or not mail.automatic:
        bonds.tell(placing.session, number, case_reasons.NEW_MAIL)


def _take_in(placing: _Placing, orphans: Sequence[tuple[str, Hit]]) -> None:
    """Let mails of the thread that came without an order join the cases of this one."""
    session = placing.session
    for sha256, hit in orphans:
        for number in (*placing.opened, *placing.joined):
            role = threads.later_role(session, sha256)
            key = {"case_number": number, "raw_sha256": sha256}
            ordinals = [MESSAGE_ITSELF, *threads.attached(session, sha256)]
            rows = [
                key | {"ordinal": each, "role": role.value, "joined_at": placing.arrival.now}
                for each in ordinals
            ]
            insert_missing(session, CaseMessageRow, rows)
            told = key | {"clue": hit.clue.value, "evidence": hit.evidence}
            insert_missing(session, JoinClueRow, [told])
            bonds.note(session, hit.number, [number], placing.arrival.now)
            bonds.tell(session, number, case_reasons.NEW_MAIL)
        bonds.supersede(session, hit.number)


def _place(placing: _Placing, draft: CaseDraft) -> None:
    """Open the case of a draft, or join the one that it belongs to."""
    session, arrival = placing.session, placing.arrival
    known = _existing(session, arrival.raw_sha256, draft)
    if draft.unlocks is not None and known is None:
        _unlock(placing, draft)
    elif known is not None:
        if draft.unlocks is not None:
            _known_openly(session, draft.unlocks, known.number, arrival)
        case_rows.read_anew(session, known, draft, placing.versions, arrival)
        placing.join(known.number, draft.ordinal, Role.DUPLICATE, *_same_file(known, arrival))
        bonds.came_again(session, known.number, arrival)
    else:
        _compare(placing, draft)


def _same_file(known: CaseRow, arrival: Arrival) -> tuple[Clue | None, str]:
    again = known.raw_sha256 != arrival.raw_sha256
    return (Clue.SAME_FILE, known.doc_sha256 or "") if again else (None, "")


def _compare(placing: _Placing, draft: CaseDraft) -> int:
    """Join the case of the same order, or open one; return its number."""
    session, arrival = placing.session, placing.arrival
    new = bonds.paper(draft, arrival)
    same = bonds.same_order(session, new) if new is not None else None
    if new is not None and same is not None:
        number, bond = same
        signed = belonging.SIGNED in new.marks
        role = Role.SIGNED_COPY if signed else Role.SAME_ORDER
        placing.join(number, draft.ordinal, role, Clue.SAME_ORDER, bond.reason)
        bonds.came_again(session, number, arrival)
        return number
    draft = origins.recognised(session, draft)
    number = next_number(session, "case")
    columns = case_rows.columns(draft, placing.versions, arrival.now)
    row = CaseRow(number=number, raw_sha256=arrival.raw_sha256, opened_at=arrival.now, **columns)
    case_rows.write(session, row, draft, placing.versions, arrival)
    placing.opened.append(number)
    placing.join(number, draft.ordinal, Role.FIRST)
    if new is not None:
        bonds.relate(session, number, new, arrival.now)
    else:
        told = (Relation.NAMES_NUMBER, "subject_or_name")
        bonds.note(session, number, origins.named(session, _names(placing, draft)), arrival.now, told)
    return number


def _names(placing: _Placing, draft: CaseDraft) -> str:
    """Return the subject of the mail, and what the document of a draft is called."""
    mail, parts = placing.result.envelope, placing.result.parts
    name = parts[draft.ordinal].shown_name if draft.ordinal != MESSAGE_ITSELF else None
    return f"{mail.subject if mail is not None else ''} {name or ''}"


def _unlock(placing: _Placing, draft: CaseDraft) -> None:
    """Put the open copy of a document into the case that waited for its password, or into a new one."""
    session, arrival = placing.session, placing.arrival
    assert draft.unlocks is not None, "only called for an open copy"
    locked = case_of(session, draft.unlocks, 0)
    if locked is None:
        number = _compare(placing, draft)
    else:
        number = locked.number
        for name, value in case_rows.columns(draft, placing.versions, arrival.now).items():
            setattr(locked, name, value)
        case_rows.write(session, locked, draft, placing.versions, arrival)
        placing.join(number, draft.ordinal, Role.PASSWORD, Clue.PASSWORD)
        new = bonds.paper(draft, arrival)
        if new is not None:
            bonds.relate(session, number, new, arrival.now)
    row = {"doc_sha256": draft.unlocks.sha256, "case_number": number}
    row |= {"raw_sha256": arrival.raw_sha256, "opened_at": arrival.now}
    insert_missing(session, UnlockedRow, [row])


def _known_openly(session: Session, document: DocumentKey, number: int, arrival: Arrival) -> None:
    """Close the case of a document with a password whose open copy has a case of its own already."""
    locked = case_of(session, document, 0)
    if locked is not None and locked.number != number:
        bonds.note(session, locked.number, [number], arrival.now)
        bonds.supersede(session, locked.number)


def _existing(session: Session, raw_sha256: str, draft: CaseDraft) -> CaseRow | None:
    if draft.document is not None and draft.piece is not None:
        return case_of(session, draft.document, draft.piece)
    of_message = select(CaseRow).where(CaseRow.kind == "message", CaseRow.raw_sha256 == raw_sha256)
    return session.exec(of_message).first()


def case_of(session: Session, document: DocumentKey, piece: int) -> CaseRow | None:
    """Return the case of an order in a document, also where its case holds the open copy by now."""
    found = session.exec(
        select(CaseRow).where(
            CaseRow.doc_sha256 == document.sha256, CaseRow.read_as == document.read_as, CaseRow.piece == piece
        )
    ).first()
    if found is not None:
        return found
    unlocked = session.get(UnlockedRow, document.sha256)
    return None if unlocked is None else session.get(CaseRow, unlocked.case_number)
