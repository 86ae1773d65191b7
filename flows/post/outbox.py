"""The step that sends: claim a mail, judge it, write it, hand it over, mark it.

What fails for now is tried again, less and less often; a server that is down makes all mails wait; what
is refused for good waits for a person. Repeating the step is harmless, from any number of processes.
"""

import contextlib
import datetime as dt
import logging
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from compare import workdays
from desk import answering
from desk.answering import Answered, House
from flows.context import Context
from flows.post import composing, smtp
from flows.post.smtp import LaterError, Post, RefusedError, UnknownError
from models.answering import Mail, MailState, Traffic, Why
from models.errors import ConfigurationError, MailboxError, OperatorError
from models.rows.cases import questions
from models.rows.post import outbox
from models.rows.post.outbox import NotOursError
from review.letter import Letter, assert_safe, built

FIRST = dt.timedelta(minutes=1)
LONGEST = dt.timedelta(hours=1)
TRIES = 120
"""About five days, as other mail servers try."""
AT_ONCE = 200
"""The most mails in one step: new mails wait meanwhile."""
SECONDS = 30.0
"""After so long no further mail is begun in one step."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Posted:
    """What one step did: how many mails went out, wait, and were put aside; what the server said."""

    sent: int = 0
    waiting: int = 0
    aside: int = 0
    error: str = ""

    def add(self, more: "Posted") -> None:
        """Count what a further step did."""
        self.sent += more.sent
        self.waiting += more.waiting
        self.aside += more.aside
        self.error = more.error or self.error


@dataclass(slots=True)
class _Line:
    """The connection to the server, made when the first mail is to be handed over."""

    context: Context
    stack: ExitStack
    post: Post | None = field(default=None)

    def connected(self) -> Post:
        if self.post is None:
            assert self.context.smtp is not None, "nothing is sent without a server"
            opened = smtp.connected(self.context.smtp, self.context.smtp_access)
            self.post = self.stack.enter_context(opened)
        return self.post


def send(context: Context) -> Posted:
    """Send what is due, and remind of questions that nobody answered."""
    posted = Posted()
    if context.smtp is None:
        return posted
    try:
        assert_safe()
    except ConfigurationError as unsafe:
        # Mails that come in are taken in all the same.
        log.error("%s", unsafe)  # noqa: TRY400 - what an operator can mend needs no traceback
        return Posted(error=str(unsafe))
    _remind(context)
    until = time.monotonic() + SECONDS
    with _line(context) as line:
        for _ in range(AT_ONCE):
            if context.should_stop() or posted.error or time.monotonic() > until:
                break
            mail = outbox.claim(context.store, context.owner, context.now())
            if mail is None:
                break
            # Another worker may have taken it after our time ran out; it marks it then.
            with contextlib.suppress(NotOursError):
                _one(line, mail, posted)
    return posted


@contextmanager
def _line(context: Context) -> Iterator[_Line]:
    with ExitStack() as stack:
        yield _Line(context, stack)


def _one(line: _Line, mail: Mail, posted: Posted) -> None:
    try:
        letter = _handed_over(line, mail, posted)
    except BaseException:
        # Nothing was handed over: it can go on at once.
        outbox.give_back(line.context.store, mail)
        raise
    if letter is not None:
        outbox.sent(line.context.store, mail, letter.subject, letter.text, line.context.now())
        posted.sent += 1


def _handed_over(line: _Line, mail: Mail, posted: Posted) -> Letter | None:
    """Return the letter that the server took; None where the mail waits or was put aside."""
    context = line.context
    found = answering.obstacle(mail, _answered(context, mail), _traffic(context, mail), house(context))
    if found is not None:
        outbox.set_aside(context.store, mail, *found)
        posted.aside += 1
        return None
    written = _written(context, mail, posted)
    if written is None:
        return None
    letter, data = written
    try:
        line.connected().hand_over(mail.recipient, data)
    except (UnknownError, LaterError, RefusedError, MailboxError) as failure:
        _failed(line, mail, posted, failure)
        return None
    return letter


def _written(context: Context, mail: Mail, posted: Posted) -> tuple[Letter, bytes] | None:
    """Return a mail in words and as bytes; one that the program fails on must not hold up the others."""
    try:
        letter = composing.letter(context, mail)
        return letter, built(letter, composing.heading(context, mail))
    except OperatorError:
        raise
    except Exception as failure:
        outbox.set_aside(context.store, mail, MailState.FAILED, Why.BROKEN, type(failure).__name__)
        posted.aside += 1
        log.exception("the mail %s could not be written", mail.message_id)
        return None


def _failed(line: _Line, mail: Mail, posted: Posted, failure: Exception) -> None:
    context, said = line.context, str(failure)
    if isinstance(failure, RefusedError):
        outbox.set_aside(context.store, mail, MailState.FAILED, Why.REFUSED, said)
        posted.aside += 1
        log.warning("the mail %s was refused: %s", mail.message_id, said)
        return
    posted.waiting += 1
    if isinstance(failure, LaterError):
        _later(context, mail, said)
        return
    # The connection is of no use any more. What may have been taken is sent again with the same
    # Message-ID: better twice than never.
    posted.error, line.post = said, None
    unknown = isinstance(failure, UnknownError)
    _later(context, mail, said, maybe_sent=unknown, everything=not unknown)
    log.warning("%s", said)


def _later(
    context: Context, mail: Mail, said: str, *, maybe_sent: bool = False, everything: bool = False
) -> None:
    if mail.attempts >= TRIES and not everything:
        outbox.set_aside(context.store, mail, MailState.FAILED, Why.UNDELIVERED, said)
        return
    outbox.try_again(
        context.store,
        mail,
        context.now() + pause(mail.attempts),
        said,
        maybe_sent=maybe_sent,
        everything=everything,
    )


def pause(attempts: int) -> dt.timedelta:
    """Return how long to wait after so many tries: doubled each time, up to an hour."""
    return min(FIRST * 2.0 ** min(attempts - 1, 10), LONGEST)


def house(context: Context) -> House:
    """Return whom this installation may write to without a person, and its own addresses."""
    answers, alerts = context.answers, context.alerts
    known = {answers.sales, answers.technical, answers.planning, answers.finance, alerts.to}
    known |= {answers.warehouse, answers.order_desk, *context.senders.finance}
    own = {context.smtp.sender} if context.smtp else set()
    # A source is named "mail:user@host", and the user is mostly the mailbox's address.
    users = (each.account.removeprefix("mail:").rpartition("@")[0] for each in context.sources)
    own |= {each for each in users if "@" in each}
    return House(
        domains=answers.domains,
        known=frozenset(each.lower() for each in known if each),
        own=frozenset(each.lower() for each in own),
        a_day=answers.a_day,
    )


def _answered(context: Context, mail: Mail) -> Answered:
    known = outbox.answered_mail(context.store, mail.raw_sha256) if mail.raw_sha256 else None
    if known is None:
        return Answered()
    return Answered(known.automatic, ours=outbox.is_ours(known.message_id or ""))


def _traffic(context: Context, mail: Mail) -> Traffic:
    return outbox.traffic(context.store, mail, context.now())


def _remind(context: Context) -> None:
    """Ask again what nobody answered for the set working days, once a day at most."""
    now = context.now()
    today = now.astimezone().date()
    if not workdays.is_working(today, context.calendar):
        return
    for each in questions.waiting(context.store):
        told = each.told_at.astimezone().date()
        days = workdays.between(told, today, context.calendar)
        # Reminded once, it is asked again every working day until somebody answers.
        if days >= (context.answers.remind_days if not each.reminders else 1):
            questions.remind(context.store, each.number, today, now)
