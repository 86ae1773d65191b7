"""Questions about a case: asked by mail, reminded of, answered by mail, settled by a person alone."""

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models import audit, counters
from models.answering import (
    Asked,
    MailKind,
    Posting,
    Question,
    QuestionAnswer,
    QuestionState,
    Resolver,
)
from models.audit import AuditEntry
from models.dialect import insert_missing
from models.message import Envelope
from models.rows.cases.threads import TOKEN, named
from models.rows.post import outbox
from models.rows.post.outbox_tables import QuestionAnswerRow, QuestionRow
from models.store import Store, reading, writing

LONGEST = 20_000
"""Characters of an answer that are kept; the whole mail is in the archive."""


def ask(store: Store, asked: Asked, now: dt.datetime, raw_sha256: str | None = None) -> int:
    """Keep a question together with the mail that asks it; return its number.

    `raw_sha256` is the mail of the case that the question is sent as an answer to.
    """
    with writing(store) as session:
        number = counters.next_number(session, "question")
        session.add(
            QuestionRow(
                id=number,
                case_number=asked.case,
                line=asked.line or 0,
                field=asked.field,
                role=asked.resolver.value,
                recipient=asked.recipient.lower(),
                lang=asked.lang,
                text=asked.text,
                state=QuestionState.OPEN.value,
                asked_at=now,
                told_at=now,
            )
        )
        session.flush()
        outbox.enqueue(
            session, _posting(MailKind.QUESTION, f"question:{number}", number, asked, raw_sha256), now
        )
        detail = {"case": asked.case, "resolver": asked.resolver.value}
        audit.append(session, AuditEntry("desk", "question_asked", str(number), detail), now)
    return number


def remind(store: Store, number: int, day: dt.date, now: dt.datetime) -> bool:
    """Ask an open question once more, on that day for the first time; return whether it is asked."""
    with writing(store) as session:
        row = session.get(QuestionRow, number, with_for_update=True)
        if row is None or row.state != QuestionState.OPEN.value:
            return False
        key = f"reminder:{number}:{day.isoformat()}"
        new = outbox.enqueue(session, _posting(MailKind.REMINDER, key, number, _asked(row), None), now)
        if new:
            row.told_at, row.reminders = now, row.reminders + 1
            session.add(row)
        return new


def settle(store: Store, number: int, now: dt.datetime) -> bool:
    """Close a question because a person says so; return whether it was not closed yet."""
    with writing(store) as session:
        row = session.get(QuestionRow, number, with_for_update=True)
        if row is None or row.state == QuestionState.SETTLED.value:
            return False
        row.state, row.settled_at = QuestionState.SETTLED.value, now
        session.add(row)
        audit.append(session, AuditEntry("desk", "question_settled", str(number), {}), now)
        return True


def attach(
    session: Session, raw_sha256: str, envelope: Envelope, said: str, now: dt.datetime
) -> tuple[int, ...]:
    """Attach a mail to the questions that it answers, in the transaction that commits it.

    Only an answer of the one who was asked, or of the same domain, counts the question as answered;
    what a program sends of itself (an absence) is shown and changes nothing. Nothing is decided by it.
    """
    sender = envelope.sender.address.lower() if envelope.sender else ""
    found = _answered(session, envelope, sender)
    rows = [
        {
            "question_id": each.id,
            "raw_sha256": raw_sha256,
            "sender": sender,
            "text": said[:LONGEST],
            "automatic": envelope.automatic,
            "received_at": now,
        }
        for each in found
    ]
    insert_missing(session, QuestionAnswerRow, rows)
    for each in found:
        is_open = each.state == QuestionState.OPEN.value
        if is_open and not envelope.automatic and _domain(sender) == _domain(each.recipient):
            each.state = QuestionState.ANSWERED.value
            session.add(each)
    return tuple(each.id for each in found)


def of_case(store: Store, number: int) -> tuple[Question, ...]:
    """Return the questions about a case with their answers, the oldest first."""
    with reading(store) as session:
        return _questions(session, select(QuestionRow).where(QuestionRow.case_number == number))


def waiting(store: Store) -> tuple[Question, ...]:
    """Return every question that nobody answered yet."""
    with reading(store) as session:
        return _questions(session, select(QuestionRow).where(QuestionRow.state == QuestionState.OPEN.value))


def found(store: Store, number: int) -> Question | None:
    """Return a question; None if there is none with that number."""
    with reading(store) as session:
        return next(iter(_questions(session, select(QuestionRow).where(QuestionRow.id == number))), None)


def _answered(session: Session, envelope: Envelope, sender: str) -> list[QuestionRow]:
    asked = [each.question for each in outbox.answered(session, named(envelope)) if each.question]
    if asked:
        # The nearest one: further ones are only quoted along.
        row = session.get(QuestionRow, asked[0], with_for_update=True)
        return [] if row is None else [row]
    numbers = [int(each) for each in TOKEN.findall(envelope.subject) if int(each) < 2**31]
    rows = session.exec(
        select(QuestionRow)
        .where(
            col(QuestionRow.case_number).in_(numbers),
            QuestionRow.recipient == sender,
            QuestionRow.state != QuestionState.SETTLED.value,
        )
        .with_for_update()
    ).all()
    # With several open ones the case alone does not say which is meant; the mail is in the case anyway.
    return list(rows) if len(rows) == 1 else []


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _posting(kind: MailKind, key: str, number: int, asked: Asked, raw_sha256: str | None) -> Posting:
    return Posting(
        key=key,
        kind=kind,
        recipient=asked.recipient,
        lang=asked.lang,
        raw_sha256=raw_sha256,
        cases=(asked.case,),
        question=number,
        thread=f"question:{number}",
    )


def _questions(session: Session, query: SelectOfScalar[QuestionRow]) -> tuple[Question, ...]:
    rows: Sequence[QuestionRow] = session.exec(query.order_by(col(QuestionRow.id)).limit(1000)).all()
    answers: dict[int, list[QuestionAnswer]] = {}
    kept = select(QuestionAnswerRow).where(col(QuestionAnswerRow.question_id).in_([each.id for each in rows]))
    for each in session.exec(kept.order_by(col(QuestionAnswerRow.received_at))):
        answers.setdefault(each.question_id, []).append(
            QuestionAnswer(each.raw_sha256, each.sender, each.text, each.automatic, each.received_at)
        )
    return tuple(_question(each, tuple(answers.get(each.id, ()))) for each in rows)


def _question(row: QuestionRow, answers: tuple[QuestionAnswer, ...]) -> Question:
    return Question(
        number=row.id,
        asked=_asked(row),
        state=QuestionState(row.state),
        asked_at=row.asked_at,
        told_at=row.told_at,
        reminders=row.reminders,
        settled_at=row.settled_at,
        answers=answers,
    )


def _asked(row: QuestionRow) -> Asked:
    return Asked(
        case=row.case_number,
        resolver=Resolver(row.role),
        recipient=row.recipient,
        lang=row.lang,
        text=row.text,
        line=row.line or None,
        field=row.field,
    )
