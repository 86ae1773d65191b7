"""How a new order stands to those that are there, kept as rows; all under one lock.

`desk.belonging` judges two papers at a time. Here the papers are found, and versions put in the order in
which they were sent, whichever was committed first: what two workers take in at once ends the same.
"""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, or_, select

from desk import belonging, case_reasons, versions
from desk.belonging import Bond, Paper
from models.belonging import Origin, Related, Relation
from models.case import CaseState
from models.columns import decoded, encoded
from models.comparison import Comparison, Verdict
from models.dialect import insert_missing
from models.reading import Extraction, Reading
from models.receipt import CaseDraft
from models.rows.cases import origins
from models.rows.cases.thread_tables import CaseOriginRow, CaseRelationRow
from models.tables import CaseRow, ExtractionRow

MOST = 60
"""Orders with one number, or with the same lines, that are looked at: the newest."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """The message that brings something: which, when it was sent, and the time now."""

    raw_sha256: str
    sent_at: dt.datetime
    now: dt.datetime


def paper(draft: CaseDraft, arrival: Arrival) -> Paper | None:
    """Return a draft as what is judged; None where it is no order that was read."""
    if draft.reading is None:
        return None
    origin = draft.origin or Origin()
    return Paper(draft.reading, arrival.sent_at, arrival.raw_sha256, origin.customer, origin.marks)


def same_order(session: Session, new: Paper) -> tuple[int, Bond] | None:
    """Return the case of the very same order in another file, the newest; None where there is none."""
    for number, known in sorted(_with_number(session, new).items(), reverse=True):
        found = _bond(known, new)
        if found is not None and found.relation is None:
            return number, found
    return None


def relate(session: Session, number: int, new: Paper, now: dt.datetime) -> None:
    """Write how a case that was just opened stands to those that are there."""
    others = {at: known for at, known in _with_number(session, new).items() if at != number}
    chain = [number]
    for at, known in others.items():
        found = _bond(known, new)
        if found is None:
            continue
        if found.relation is Relation.NEW_VERSION:
            chain.append(at)
            continue
        earlier, later = (at, number) if _first(known, new) is known else (number, at)
        relation = found.relation or Relation.SAME_LINES
        _write(session, later, Related(earlier, relation, found.reason, found.diff), now)
        _renew_reasons(session, later)
    if len(chain) > 1:
        _rechain(session, {**{at: others[at] for at in chain[1:]}, number: new}, now)
    _warn_of_same_lines(session, number, new, now)


def _bond(one: Paper, other: Paper) -> Bond | None:
    first = _first(one, other)
    return belonging.bond(first, other if first is one else one)


def _first(one: Paper, other: Paper) -> Paper:
    return belonging.in_order([one, other])[0]


def _rechain(session: Session, members: dict[int, Paper], now: dt.datetime) -> None:
    """Put versions of one order behind each other as they were sent, and compare each with the one before."""
    ordered = sorted(members, key=lambda at: (members[at].sent_at, members[at].mail, at))
    session.exec(
        delete(CaseRelationRow).where(
            col(CaseRelationRow.case_number).in_(ordered),
            col(CaseRelationRow.other_number).in_(ordered),
            col(CaseRelationRow.relation) == Relation.NEW_VERSION.value,
        )
    )
    for before, after in itertools.pairwise(ordered):
        found = belonging.bond(members[before], members[after])
        if found is None or found.diff is None:
            continue
        relation = found.relation or Relation.POSSIBLE_VERSION
        old, new = (_comparison(session, at) for at in (before, after))
        carried = versions.carried(found.diff, old, new) if relation is Relation.NEW_VERSION else ()
        _write(session, after, Related(before, relation, found.reason, found.diff, carried), now)
        _renew_reasons(session, after)
        if relation is Relation.NEW_VERSION:
            supersede(session, before)


def _warn_of_same_lines(session: Session, number: int, new: Paper, now: dt.datetime) -> None:
    key = origins.lines_sha256(new.reading)
    if not key:
        return
    for at, known in _papers(session, col(CaseOriginRow.lines_sha256) == key).items():
        if at != number and belonging.alike(new, known):
            earlier, later = (at, number) if _first(known, new) is known else (number, at)
            _write(session, later, Related(earlier, Relation.SAME_LINES, "same_lines_and_amounts"), now)
            _renew_reasons(session, later)


def came_again(session: Session, number: int, arrival: Arrival) -> None:
    """Tell the newest version of an order that an older one of it was sent again after it."""
    latest = newest(session, number)
    origin = session.get(CaseOriginRow, latest)
    if latest != number and origin is not None and arrival.sent_at > origin.sent_at:
        _write(session, latest, Related(number, Relation.OLD_VERSION, "sent_after_it"), arrival.now)
        _renew_reasons(session, latest)


def newest(session: Session, number: int) -> int:
    """Return the newest version of a case's order: the case itself, or what has replaced it."""
    for _ in range(MOST):
        step = session.exec(
            select(CaseRelationRow.case_number).where(
                CaseRelationRow.other_number == number,
                CaseRelationRow.relation == Relation.NEW_VERSION.value,
            )
        ).first()
        if step is None:
            break
        number = step
    return number


def changed_mail(session: Session, number: int, others: Iterable[int], now: dt.datetime) -> None:
    """Note that a case came with a mail whose Message-ID another mail bears, with other documents in it."""
    told = {row.case_number for row in relations(session, number) if row.relation == Relation.SAME_MESSAGE_ID}
    for other in sorted(set(others) - told - {number}):
        _write(session, number, Related(other, Relation.SAME_MESSAGE_ID, "other_documents"), now)
    _renew_reasons(session, number)


def note(
    session: Session,
    number: int,
    others: Iterable[int],
    now: dt.datetime,
    found: tuple[Relation, str] = (Relation.SAME_THREAD, "same_thread"),
) -> None:
    """Note that a case has to do with others, those left out that it stands to in some way already."""
    known = {at for row in relations(session, number) for at in (row.case_number, row.other_number)}
    for other in sorted(set(others) - known - {number}):
        _write(session, number, Related(other, *found), now)


def supersede(session: Session, number: int) -> None:
    """Take a case out of the queue: another one has taken its place."""
    row = session.get_one(CaseRow, number)
    row.state = CaseState.SUPERSEDED.value
    session.add(row)


def tell(session: Session, number: int, reason: str) -> None:
    """Add a reason to a case, which is open then; one that another has replaced stays where it is."""
    row = session.get_one(CaseRow, number)
    reasons = decoded(tuple[str, ...], row.reasons_json)
    row.reasons_json = encoded(tuple(dict.fromkeys((*reasons, reason))))
    if row.state == CaseState.CLEAR.value:
        row.state = CaseState.OPEN.value
    session.add(row)


def relations(session: Session, number: int) -> Sequence[CaseRelationRow]:
    """Return the rows that a case stands in, on either side."""
    return session.exec(
        select(CaseRelationRow)
        .where(or_(col(CaseRelationRow.case_number) == number, col(CaseRelationRow.other_number) == number))
        .order_by(
            col(CaseRelationRow.case_number),
            col(CaseRelationRow.other_number),
            col(CaseRelationRow.relation),
        )
    ).all()


def related(session: Session, number: int) -> tuple[Related, ...]:
    """Return the cases that a case has to do with, those first that it refers to itself."""
    rows = relations(session, number)
    own = [decoded(Related, row.detail_json) for row in rows if row.case_number == number]
    later = [
        replace(decoded(Related, row.detail_json), number=row.case_number, later=True)
        for row in rows
        if row.other_number == number
    ]
    return (*own, *later)


def _write(session: Session, number: int, found: Related, now: dt.datetime) -> None:
    row = {
        "case_number": number,
        "other_number": found.number,
        "relation": found.relation.value,
        "reason": found.reason,
        "detail_json": encoded(found),
        "decided_at": now,
    }
    insert_missing(session, CaseRelationRow, [row])


def _renew_reasons(session: Session, number: int) -> None:
    """Say again why a case needs a person, now that it stands to others as it does."""
    row = session.get_one(CaseRow, number)
    own = [each for each in related(session, number) if not each.later]
    telling = [each for each in own if each.relation in case_reasons.TELLING]
    carried = [index for each in own for index in each.carried]
    comparison = decoded(Comparison, row.comparison_json) if row.comparison_json else None
    compared = tuple(case_reasons.why(comparison)) if comparison else ()
    # What others gave as reasons stays; what follows from the comparison is said anew.
    kept = [
        each
        for each in decoded(tuple[str, ...], row.reasons_json)
        if each not in compared and each not in set(Relation)
    ]
    silent = {Relation.SAME_THREAD, Relation.NAMES_NUMBER}
    words = [each.relation.value for each in own if each.relation not in silent]
    left = case_reasons.why(comparison, carried) if comparison else ()
    row.reasons_json = encoded(tuple(dict.fromkeys((*words, *kept, *left))))
    if telling and row.state == CaseState.CLEAR.value:
        row.state = CaseState.OPEN.value
        row.verdict = row.verdict or Verdict.REVIEW.value
    session.add(row)
    session.flush()


def _with_number(session: Session, new: Paper) -> dict[int, Paper]:
    key = belonging.number_key(new.reading)
    return _papers(session, col(CaseOriginRow.number_key) == key) if key else {}


def _papers(session: Session, which: ColumnElement[bool]) -> dict[int, Paper]:
    rows = session.exec(
        select(CaseOriginRow, CaseRow)
        .join(CaseRow, col(CaseRow.number) == col(CaseOriginRow.case_number))
        .where(which)
        .order_by(col(CaseOriginRow.case_number).desc())
        .limit(MOST)
    ).all()
    found = {origin.case_number: _paper(session, origin, row) for origin, row in rows}
    return {number: known for number, known in sorted(found.items()) if known is not None}


def _paper(session: Session, kept: CaseOriginRow, row: CaseRow) -> Paper | None:
    reading = _reading(session, row)
    if reading is None:
        return None
    origin = decoded(Origin, kept.origin_json)
    return Paper(reading, kept.sent_at, row.raw_sha256, origin.customer, origin.marks)


def _reading(session: Session, row: CaseRow) -> Reading | None:
    if row.doc_sha256 is None or row.piece is None:
        return None
    kept = session.get(ExtractionRow, (row.doc_sha256, row.read_as, row.extractor_version))
    return None if kept is None else decoded(tuple[Extraction, ...], kept.result_json)[row.piece].reading


def _comparison(session: Session, number: int) -> Comparison | None:
    row = session.get_one(CaseRow, number)
    return decoded(Comparison, row.comparison_json) if row.comparison_json else None
