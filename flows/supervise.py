"""`countercheck run`: look again and again, serve the pages, stop cleanly.

Each source has its own rhythm: one that fails is asked less and less often, up to every five minutes,
and holds up no other. A refused login is tried three times and not again, since more would lock the
account.
"""

import datetime as dt
import logging
import random
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from types import FrameType

from flows import basis, prefect_server, wiring
from flows.context import Context
from flows.imap import LoginRefusedError
from flows.intake import IntakeReport, intake_once
from flows.source import Source
from models.configuration import Settings
from models.errors import ConfigurationError, MailboxError, OperatorError

log = logging.getLogger(__name__)

Serve = Callable[[Context, threading.Event], None]
"""Serves the pages in the calling thread until the event is set."""
Run = Callable[[Context], IntakeReport]
"""Runs one intake."""

SHORTEST = dt.timedelta(seconds=1)
LONGEST = dt.timedelta(minutes=5)
LOGINS = 3
SHUT = dt.timedelta(minutes=10)
"""How long to do without Prefect after it did not answer: every try costs half a minute."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a source is looked at next. `failures` in a row make it slower, refused logins end it."""

    source: Source
    due: dt.datetime
    failures: int = 0
    refused: int = 0

    @property
    def ended(self) -> bool:
        """Tell whether it is not looked at any more."""
        return self.refused >= LOGINS


def run(settings: Settings, stop: threading.Event, serve: Serve | None = None) -> None:
    """Take in mails and files until `stop` is set.

    Raises:
        OperatorError: Something is wrong from the start: a setting, the database.
    """
    with ExitStack() as stack:
        context = replace(stack.enter_context(wiring.opened(settings)), should_stop=stop.is_set)
        if not context.sources:
            raise ConfigurationError("neither mailbox.host nor watched is set: nothing would ever come in")
        if serve is not None:
            stack.enter_context(_serving(serve, context, stop))
        run_once: Run = intake_once
        if settings.prefect and stack.enter_context(prefect_server.serving(settings.data / "prefect")):
            run_once = Window(context.now)
        # Not in the main thread: there Prefect would break off a flow in the middle on SIGTERM.
        intake = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="intake"))
        stack.callback(stop.set)
        intake.submit(loop, context, settings, run_once, stop).result()


@contextmanager
def stopping_on_signals(stop: threading.Event) -> Iterator[None]:
    """Let SIGTERM and Ctrl-C set `stop` instead of ending the process in the middle of things."""

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {each: signal.signal(each, ask) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def loop(context: Context, settings: Settings, run_once: Run, stop: threading.Event) -> None:
    """Look at each source when it is due, until `stop` is set."""
    rhythms = tuple(Rhythm(each, context.now()) for each in context.sources)
    failures = 0
    while not stop.is_set():
        now = context.now()
        due = tuple(each for each in rhythms if each.due <= now and not each.ended)
        try:
            basis.refresh(context, settings.quotations)
            report = run_once(replace(context, sources=tuple(each.source for each in due)))
        except OperatorError as error:
            # The disk may have room again, the database may come back: nothing was half done.
            failures += 1
            log.error("%s", error)  # noqa: TRY400 - what an operator can mend needs no traceback
            stop.wait(pause(failures).total_seconds())
            continue
        failures = 0
        if report.new or report.worked:
            log.info("%s", in_words(report))
        rhythms = tuple(
            after(each, report, settings.poll, context.now()) if each in due else each for each in rhythms
        )
        stop.wait(_until_due(rhythms, settings.poll, context.now()))


def in_words(report: IntakeReport) -> str:
    """Return what a run did as a line of the log; no content of a mail is in it."""
    counts = report.counts
    return (
        f"{report.new} new, {len(report.worked)} worked on, {len(report.cases)} cases; "
        f"seen {counts.seen} = processed {counts.processed} + put aside {counts.quarantined} "
        f"+ waiting {counts.waiting}"
    )


def after(rhythm: Rhythm, report: IntakeReport, poll: dt.timedelta, now: dt.datetime) -> Rhythm:
    """Return when a source is looked at next, after a run that looked at it."""
    error = next((each.error for each in report.failures if each.source == rhythm.source.account), None)
    if error is None:
        return Rhythm(rhythm.source, now if report.more else now + poll)
    log.warning("%s", error)
    return _slower(rhythm, error, now)


def _slower(rhythm: Rhythm, error: MailboxError, now: dt.datetime) -> Rhythm:
    failures = rhythm.failures + 1
    refused = rhythm.refused + 1 if isinstance(error, LoginRefusedError) else 0
    if refused >= LOGINS:
        log.error("%s is not tried again: mend the login and start anew", rhythm.source.account)
    return Rhythm(rhythm.source, now + pause(failures), failures, refused)


def pause(failures: int) -> dt.timedelta:
    """Return how long to wait after so many failures in a row: doubled each time, with some chance in it."""
    longest = min(SHORTEST * 2.0 ** min(failures, 16), LONGEST)
    # Many clients that fail together must not come back together.
    return longest * random.uniform(0.5, 1)  # noqa: S311 - no secret


def _until_due(rhythms: tuple[Rhythm, ...], poll: dt.timedelta, now: dt.datetime) -> float:
    waits = [each.due - now for each in rhythms if not each.ended]
    return max(min(waits, default=poll), dt.timedelta(0)).total_seconds()


class Window:
    """Runs the intake as a flow, and without Prefect for a while after that failed."""

    def __init__(self, now: Callable[[], dt.datetime]) -> None:
        self._now = now
        self._shut_until: dt.datetime | None = None

    def __call__(self, context: Context) -> IntakeReport:
        """Run one intake."""
        if self._shut_until is not None and self._now() < self._shut_until:
            return intake_once(context)
        try:
            return _through_prefect(context)
        except OperatorError:
            raise
        except Exception as failure:  # noqa: BLE001 - a clock that fails must not stop the work
            self._shut_until = self._now() + SHUT
            log.warning("Prefect does not answer (%s); going on without it", type(failure).__name__)
            return intake_once(context)


def _through_prefect(context: Context) -> IntakeReport:
    from flows import prefect_intake  # noqa: PLC0415 - it may be imported only when the server is named

    return prefect_intake.run(context)


@contextmanager
def _serving(serve: Serve, context: Context, stop: threading.Event) -> Iterator[None]:
    pages = threading.Thread(target=serve, args=(context, stop), name="pages")
    pages.start()
    try:
        yield
    finally:
        stop.set()
        pages.join(timeout=20)
