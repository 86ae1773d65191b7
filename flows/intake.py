"""The intake as a whole: fetch, work, show; the same from the command line, a loop or Prefect.

Repeating it is harmless at any time and from any number of processes: a second run adds nothing.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from flows import recomparing
from flows.context import Context
from flows.mailboxes import polling
from flows.mailboxes.polling import Acknowledged, Poll
from flows.mailboxes.source import Source
from flows.messages import handling
from flows.messages.handling import Worked
from flows.post import outbox
from flows.post.outbox import Posted
from flows.recomparing import Recompared
from models.case import CaseSummary
from models.errors import MailboxError
from models.receipt import Claim, Ledger, MessageLine, MessageState
from models.rows.cases import cases
from models.rows.inbox import messages, work
from models.rows.post import outbox as outbox_rows


@dataclass(frozen=True, slots=True)
class Steps:
    """How each step is run: directly, or as a task of Prefect."""

    poll: Callable[[Context, Source], Poll] = polling.poll
    handle: Callable[[Context, Claim], Worked] = handling.handle
    acknowledge: Callable[[Context, Source], Acknowledged] = polling.acknowledge
    send: Callable[[Context], Posted] = outbox.send
    recompare: Callable[[Context], Recompared] = recomparing.recompare


PLAIN = Steps()
SEND_EVERY = 5.0
"""Seconds after which answers that wait go out between two messages; each time needs a connection."""


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A source that could not be spoken to, and the error that says what to do."""

    source: str
    error: MailboxError


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """What one run did.

    `new` messages were entered, `worked` were worked on; `cases` are those they opened or joined,
    `quarantined` the messages put aside; `posted` says what was sent, `recompared` how
    many cases were held against newer quotations; `counts` is the account of everything ever seen.
    """

    counts: Ledger
    new: int
    worked: tuple[Worked, ...]
    cases: tuple[CaseSummary, ...]
    quarantined: tuple[MessageLine, ...]
    failures: tuple[SourceFailure, ...]
    more: bool = False
    posted: Posted = field(default_factory=Posted)
    recompared: Recompared = field(default_factory=Recompared)


def intake_once(context: Context, steps: Steps = PLAIN) -> IntakeReport:
    """Fetch what is new, work on everything that waits, show in the mailbox what is settled.

    A source that cannot be spoken to does not hold up the others; it is named in the report.

    Raises:
        OperatorError: The database or the disk refuses; nothing is half done.
    """
    polls: list[Poll] = []
    failures: list[SourceFailure] = []
    for source in context.sources:
        try:
            polls.append(steps.poll(context, source))
        except MailboxError as error:
            failures.append(SourceFailure(source.account, error))
    posted = Posted()
    worked = _work(context, steps, posted)
    for source in context.sources:
        if not polling.has_waiting(context, source):
            continue
        try:
            steps.acknowledge(context, source)
        except MailboxError as error:
            failures.append(SourceFailure(source.account, error))
    posted.add(steps.send(context))
    recompared = steps.recompare(context)
    report = _report(context, polls, worked, failures, posted)
    return replace(report, more=report.more or recompared.more, recompared=recompared)


def _work(context: Context, steps: Steps, posted: Posted) -> tuple[Worked, ...]:
    """Work on what waits; answers go out meanwhile, so that the first sender does not wait for the last."""
    done: list[Worked] = []
    sent_at = time.monotonic()
    while not context.should_stop():
        context.beat()
        late = time.monotonic() - sent_at >= SEND_EVERY
        # A server that is down is not waited for between any two messages.
        if late and not posted.error and outbox_rows.is_due(context.store, context.now()):
            posted.add(steps.send(context))
            sent_at = time.monotonic()
        claim = work.claim(context.store, context.owner, context.now())
        if claim is None:
            break
        try:
            done.append(steps.handle(context, claim))
        except BaseException:
            # If the step itself could not be run, the message is not to blame and waits for nobody.
            work.release(context.store, claim, None, counted=False)
            raise
    return tuple(done)


def _report(
    context: Context,
    polls: list[Poll],
    worked: tuple[Worked, ...],
    failures: list[SourceFailure],
    posted: Posted,
) -> IntakeReport:
    settled = [(each.raw_sha256, each.settled) for each in worked if each.settled]
    numbers = {number for _, one in settled for number in (*one.opened, *one.joined)}
    aside = [sha256 for sha256, one in settled if one.state is MessageState.QUARANTINED]
    return IntakeReport(
        counts=messages.ledger(context.store),
        new=sum(each.new for each in polls),
        worked=worked,
        cases=cases.summaries(context.store, tuple(sorted(numbers))),
        quarantined=messages.lines(context.store, aside),
        failures=tuple(failures),
        more=any(each.left for each in polls),
        posted=posted,
    )
