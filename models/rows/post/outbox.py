"""Mails to be sent: each event asks for one mail only, and one worker at a time sends it.

A mail is claimed, sent and marked. A program that dies between the server's "accepted" and the mark
sends it again with the same Message-ID, by which mail programs fold the two into one: SMTP has no way
to ask. Such mails are counted as possible duplicates.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Sequence

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select, update

from models.answering import Mail, MailKind, MailState, Posting, Traffic, Why
from models.columns import decoded
from models.dialect import chunks, insert_missing
from models.kill_point import kill_point
from models.message import Address, Envelope
from models.rows.post.outbox_tables import OutboxCaseRow, OutboxRow
from models.store import Store, reading, writing
from models.tables import EnvelopeRow

TIME_TO_LIVE = dt.timedelta(seconds=240)
"""Longer than sending one mail can take."""
DAY = dt.timedelta(days=1)
OUR_ID = re.compile(r"^<?(cc\.[0-9a-f]{40})@countercheck\.")
"""A Message-ID that this program makes: the left part follows from the event, so a resend has the same."""
_AUTOMATIC = (MailKind.ANSWER, MailKind.CHANGE, MailKind.REMINDER)


class NotOursError(Exception):
    """The claim on a mail ran out, and another worker has it or had it."""


def enqueue(session: Session, posting: Posting, now: dt.datetime) -> bool:
    """Ask for a mail, in the transaction of what it tells; return whether it is asked for the first time."""
    row = {
        "dedupe_key": posting.key,
        "message_id": f"cc.{hashlib.sha256(posting.key.encode()).hexdigest()[:40]}",
        "kind": posting.kind.value,
        "state": (MailState.HELD if posting.held else MailState.WAITING).value,
        "recipient": posting.recipient.lower(),
        "lang": posting.lang,
        "raw_sha256": posting.raw_sha256,
        "thread": posting.thread,
        "question_id": posting.question,
        "subject": posting.subject,
        "text": posting.text,
        "reason": posting.held.value if posting.held else None,
        "released": False,
        "attempts": 0,
        "duplicates": 0,
        "lease_fence": 0,
        "created_at": now,
        "next_at": now,
    }
    new = insert_missing(session, OutboxRow, [row])
    about = [{"dedupe_key": posting.key, "case_number": each} for each in posting.cases]
    insert_missing(session, OutboxCaseRow, about)
    kill_point("mail_enqueued")
    return bool(new)


def is_due(store: Store, now: dt.datetime) -> bool:
    """Tell whether a mail waits that may go out now."""
    waiting = select(OutboxRow.dedupe_key).where(
        OutboxRow.state == MailState.WAITING.value, col(OutboxRow.next_at) <= now
    )
    with reading(store) as session:
        return session.exec(waiting.limit(1)).first() is not None


def claim(store: Store, owner: str, now: dt.datetime) -> Mail | None:
    """Take the mail that is due the longest; None if none is.

    One whose sender died is taken when its time ran out, and may have been delivered before.
    """
    due = or_(
        and_(col(OutboxRow.state) == MailState.WAITING.value, col(OutboxRow.next_at) <= now),
        and_(col(OutboxRow.state) == MailState.SENDING.value, col(OutboxRow.lease_until) < now),
    )
    first = (
        select(OutboxRow)
        .where(due)
        .order_by(col(OutboxRow.next_at), col(OutboxRow.dedupe_key))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    with writing(store) as session:
        row = session.exec(first).first()
        if row is None:
            return None
        row.duplicates += row.state == MailState.SENDING.value
        row.state = MailState.SENDING.value
        row.attempts += 1
        row.lease_by, row.lease_until, row.lease_fence = owner, now + TIME_TO_LIVE, row.lease_fence + 1
        session.add(row)
        session.flush()
        taken = mails(session, [row])[0]
        kill_point("mail_claim_begun")
    kill_point("mail_claimed")
    return taken


def sent(store: Store, mail: Mail, subject: str, text: str, now: dt.datetime) -> None:
    """Mark a mail as delivered to the server, with what it said.

    Raises:
        NotOursError: Another worker has it now.
    """
    kill_point("mail_accepted")
    with writing(store) as session:
        row = _held(session, mail)
        row.state, row.sent_at = MailState.SENT.value, now
        row.subject, row.text, row.reason, row.detail = subject, text, None, None
        row.lease_until = None
        session.add(row)
        kill_point("mail_sent_begun")
    kill_point("mail_sent")


def try_again(
    store: Store,
    mail: Mail,
    at: dt.datetime,
    detail: str,
    *,
    maybe_sent: bool = False,
    everything: bool = False,
) -> None:
    """Let a mail wait until `at`; with `everything` all others wait at least as long.

    Raises:
        NotOursError: Another worker has it now.
    """
    with writing(store) as session:
        row = _held(session, mail)
        row.state, row.next_at, row.detail = MailState.WAITING.value, at, detail
        row.duplicates += maybe_sent
        row.lease_until = None
        session.add(row)
        if everything:
            session.connection().execute(
                update(OutboxRow)
                .where(col(OutboxRow.state) == MailState.WAITING.value, col(OutboxRow.next_at) < at)
                .values(next_at=at)
            )


def set_aside(store: Store, mail: Mail, state: MailState, why: Why, detail: str | None = None) -> None:
    """Take a mail out of the queue, with the reason.

    Raises:
        NotOursError: Another worker has it now.
    """
    with writing(store) as session:
        row = _held(session, mail)
        row.state, row.reason, row.detail = state.value, why.value, detail
        row.lease_until = None
        session.add(row)


def give_back(store: Store, mail: Mail) -> None:
    """Undo a claim: nothing was tried."""
    with writing(store) as session:
        row = session.get(OutboxRow, mail.key, with_for_update=True)
        if row is not None and row.lease_fence == mail.fence and row.state == MailState.SENDING.value:
            row.state, row.attempts, row.lease_until = MailState.WAITING.value, row.attempts - 1, None
            session.add(row)


def traffic(store: Store, mail: Mail, now: dt.datetime) -> Traffic:
    """Return how many automatic mails the address of a mail got within a day, this one not counted."""
    with reading(store) as session:
        query = select(OutboxRow.thread).where(
            OutboxRow.recipient == mail.recipient,
            OutboxRow.dedupe_key != mail.key,
            col(OutboxRow.kind).in_([each.value for each in _AUTOMATIC]),
            OutboxRow.state == MailState.SENT.value,
            col(OutboxRow.sent_at) > now - DAY,
        )
        threads = session.exec(query.limit(10_000)).all()
    return Traffic(len(threads), sum(each == mail.thread for each in threads if mail.thread))


def answered_mail(store: Store, raw_sha256: str) -> Envelope | None:
    """Return the headers of the mail that one of ours answers, as far as an answer needs them."""
    with reading(store) as session:
        row = session.get(EnvelopeRow, raw_sha256)
        if row is None:
            return None
        sender = Address(row.sender_name or "", row.sender_address) if row.sender_address else None
        return Envelope(
            message_id=row.message_id,
            subject=row.subject,
            sender=sender,
            in_reply_to=row.in_reply_to,
            references=decoded(tuple[str, ...], row.references_json),
            automatic=row.automatic,
        )


def left_part(message_id: str) -> str | None:
    """Return the left part of a Message-ID that this program made; None for any other."""
    match = OUR_ID.match(message_id)
    return match[1] if match else None


def is_ours(message_id: str) -> bool:
    """Tell whether a Message-ID is one that this program makes, here or in another installation."""
    return message_id.rpartition("@")[2].lower().startswith("countercheck.")


def answered(session: Session, message_ids: Iterable[str]) -> tuple[Mail, ...]:
    """Return the mails of ours that any of these Message-IDs names, in their order."""
    lefts = [each for each in map(left_part, message_ids) if each is not None]
    rows: list[OutboxRow] = []
    for chunk in chunks(lefts):
        rows += session.exec(select(OutboxRow).where(col(OutboxRow.message_id).in_(chunk))).all()
    known = {each.message_id: each for each in rows}
    return mails(session, [known[each] for each in dict.fromkeys(lefts) if each in known])


def _held(session: Session, mail: Mail) -> OutboxRow:
    row = session.get(OutboxRow, mail.key, with_for_update=True)
    ours = row is not None and (row.lease_by, row.lease_fence) == (mail.owner, mail.fence)
    if row is None or not ours or row.state != MailState.SENDING.value:
        raise NotOursError(f"the mail {mail.key} is another worker's now")
    return row


def mails(session: Session, rows: Sequence[OutboxRow]) -> tuple[Mail, ...]:
    """Return rows as the mails they keep."""
    about: dict[str, list[int]] = {}
    for chunk in chunks([each.dedupe_key for each in rows]):
        query = select(OutboxCaseRow).where(col(OutboxCaseRow.dedupe_key).in_(chunk))
        for each in session.exec(query.order_by(col(OutboxCaseRow.case_number))):
            about.setdefault(each.dedupe_key, []).append(each.case_number)
    return tuple(_mail(each, tuple(about.get(each.dedupe_key, ()))) for each in rows)


def _mail(row: OutboxRow, cases: tuple[int, ...]) -> Mail:
    return Mail(
        key=row.dedupe_key,
        message_id=row.message_id,
        kind=MailKind(row.kind),
        state=MailState(row.state),
        recipient=row.recipient,
        lang=row.lang,
        created_at=row.created_at,
        next_at=row.next_at,
        raw_sha256=row.raw_sha256,
        cases=cases,
        question=row.question_id,
        thread=row.thread,
        subject=row.subject,
        text=row.text,
        why=Why(row.reason) if row.reason else None,
        detail=row.detail,
        released=row.released,
        attempts=row.attempts,
        duplicates=row.duplicates,
        owner=row.lease_by,
        fence=row.lease_fence,
        sent_at=row.sent_at,
    )
