"""`countercheck run`: look again and again, serve the pages, keep all parts alive, stop cleanly.

Each source has its own rhythm: one that fails is asked less and less often, up to every five minutes,
and holds up no other. A refused login is tried three times and not again, since more would lock the
account; `countercheck login` lets it go on. A server that says that something came in makes its source due.
"""

import contextlib
import datetime as dt
import logging
import random
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from types import FrameType

from flows import basis, export_folder, logs, parts, prefect_server, wiring
from flows.context import Context
from flows.intake import IntakeReport, intake_once
from flows.mailboxes import hints
from flows.mailboxes.hints import Hints
from flows.mailboxes.source import LoginRefusedError, LoginStoppedError, Source
from flows.parts import Health, Part
from flows.upkeep import duties, pulse
from models.configuration import Settings
from models.errors import ConfigurationError, MailboxError, OperatorError

log = logging.getLogger(__name__)

Serve = Callable[[Context, threading.Event], None]
"""Serves the pages in the calling thread until the event is set; called again when they end."""
Run = Callable[[Context], IntakeReport]
"""Runs one intake."""

SHORTEST = dt.timedelta(seconds=1)
LONGEST = dt.timedelta(minutes=5)
LOGINS = 3
SLICE = 60.0
"""Seconds between two signs of life while nothing is due."""
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
        """Tell whether no login is tried any more; then only our own rows are looked at."""
        return self.refused >= LOGINS


def run(
    settings: Settings,
    stop: threading.Event,
    serve: Serve | None = None,
    *,
    alone: bool = True,
    pages: str | None = None,
) -> None:
    """Take in mails and files until `stop` is set; `pages` is the address of what is served.

    Each part is started again when it ends: the intake, the pages, the duties of every day, and our own
    Prefect server, unless we are one of several workers and not `alone`.

    Raises:
        OperatorError: Something is wrong from the start: a setting, the database.
    """
    with ExitStack() as stack:
        context = replace(stack.enter_context(wiring.opened(settings)), should_stop=stop.is_set)
        if not context.sources and context.invoice_lists is None:
            raise ConfigurationError("neither mailbox.host nor watched is set: nothing would ever come in")
        health = Health()
        run_once: Run = intake_once
        kept: list[Part] = []
        if settings.prefect and alone:
            server = prefect_server.Server(settings.data / "prefect")
            stack.enter_context(server.named())
            run_once = window = Window(context.now, server.ready.is_set)
            kept.append(Part("the Prefect server", partial(server.run, left=window.left)))
        beat = stack.enter_context(pulse.beating(context, settings.data, pages, alone=alone))
        watched = replace(context, beat=beat)
        kept.append(Part("the intake", partial(_take_in, watched, settings, run_once)))
        kept.append(Part("the daily duties", partial(duties.fulfil, context, settings, health)))
        if serve is not None:
            kept.append(Part("the pages", partial(serve, context)))
        stack.callback(stop.set)
        parts.keep(kept, stop, health)


def _take_in(context: Context, settings: Settings, run_once: Run, stop: threading.Event) -> None:
    # Not in the main thread: there Prefect would break off a flow in the middle on SIGTERM.
    with hints.listening(context) as given:
        try:
            loop(context, settings, run_once, stop, given)
        finally:
            if isinstance(run_once, Window):
                run_once.leave()


@contextmanager
def stopping_on_signals(stop: threading.Event) -> Iterator[list[int]]:
    """Let SIGTERM and Ctrl-C set `stop` instead of ending the process in the middle of things.

    What is yielded holds the signals that came.
    """
    came: list[int] = []

    def ask(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        stop.set()

    before = {each: signal.signal(each, ask) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def loop(
    context: Context, settings: Settings, run_once: Run, stop: threading.Event, given: Hints | None = None
) -> None:
    """Look at each source when it is due, or when a hint was `given` for it, until `stop` is set."""
    rhythms = tuple(Rhythm(each, context.now()) for each in context.sources)
    failures = 0
    while not stop.is_set():
        now = context.now()
        due = tuple(each for each in rhythms if each.due <= now)
        try:
            context.beat()
            basis.refresh(context, settings.quotations)
            context.beat()
            export_folder.refresh(context, settings.exports)
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
        rhythms = _waited(rhythms, _until_due(rhythms, settings.poll, context.now()), context, stop, given)


def _waited(
    rhythms: tuple[Rhythm, ...], seconds: float, context: Context, stop: threading.Event, given: Hints | None
) -> tuple[Rhythm, ...]:
    """Wait until a source is due or a hint comes, which makes its source due unless it fails just now."""
    hinted = _hinted(seconds, context, stop, given)
    now = context.now()
    return tuple(
        replace(each, due=min(each.due, now)) if each.source.account in hinted and not each.failures else each
        for each in rhythms
    )


def _hinted(seconds: float, context: Context, stop: threading.Event, given: Hints | None) -> frozenset[str]:
    """Wait in slices, with a sign of life before each: who only waits must not seem to hang."""
    for each in _slices(seconds):
        with contextlib.suppress(OperatorError):
            context.beat()
        hinted = _wait(each, stop, given)
        if hinted or stop.is_set():
            return hinted
    return frozenset()


def _wait(seconds: float, stop: threading.Event, given: Hints | None) -> frozenset[str]:
    if given is not None:
        return given.wait(stop, seconds)
    stop.wait(seconds)
    return frozenset()


def _slices(seconds: float) -> Iterator[float]:
    while seconds > SLICE:
        yield SLICE
        seconds -= SLICE
    yield seconds


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
    if not isinstance(error, LoginStoppedError):
        log.warning("%s", error)
    return _slower(rhythm, error, now)


def _slower(rhythm: Rhythm, error: MailboxError, now: dt.datetime) -> Rhythm:
    failures = rhythm.failures + 1
    refused = rhythm.refused + 1 if isinstance(error, LoginRefusedError) else 0
    if refused >= LOGINS and not isinstance(error, LoginStoppedError):
        log.error(
            "%s is not tried again: mend the login, then call countercheck login", rhythm.source.account
        )
    return Rhythm(rhythm.source, now + pause(failures), failures, refused)


def pause(failures: int) -> dt.timedelta:
    """Return how long to wait after so many failures in a row: doubled each time, with some chance in it."""
    longest = min(SHORTEST * 2.0 ** min(failures, 16), LONGEST)
    # Many clients that fail together must not come back together.
    return longest * random.uniform(0.5, 1)  # noqa: S311 - no secret


def _until_due(rhythms: tuple[Rhythm, ...], poll: dt.timedelta, now: dt.datetime) -> float:
    waits = [each.due - now for each in rhythms]
    return max(min(waits, default=poll), dt.timedelta(0)).total_seconds()


def _always() -> bool:
    return True


class Window:
    """Runs the intake as a flow while the server answers, and without it for a while after that failed."""

    def __init__(self, now: Callable[[], dt.datetime], answers: Callable[[], bool] = _always) -> None:
        self._now = now
        self._answers = answers
        self._shut_until: dt.datetime | None = None
        self.left = threading.Event()
        """Set while there is nothing that the server should still be told."""
        self.left.set()

    def __call__(self, context: Context) -> IntakeReport:
        """Run one intake."""
        shut = self._shut_until is not None and self._now() < self._shut_until
        if shut or not self._answers():
            return intake_once(context)
        self.left.clear()
        try:
            return _through_prefect(context)
        except OperatorError:
            raise
        except Exception as failure:  # noqa: BLE001 - a clock that fails must not stop the work
            self._shut_until = self._now() + SHUT
            log.warning("Prefect does not answer (%s); going on without it", type(failure).__name__)
            return intake_once(context)

    def leave(self) -> None:
        """Tell the server what it was not told yet, while it runs."""
        if not self.left.is_set():
            _hand_over()
            self.left.set()


def _hand_over() -> None:
    from flows import prefect_intake  # noqa: PLC0415 - it may be imported only when the server is named

    prefect_intake.hand_over()


def _through_prefect(context: Context) -> IntakeReport:
    from flows import prefect_intake  # noqa: PLC0415 - it may be imported only when the server is named

    logs.install_again()
    return prefect_intake.run(context)
