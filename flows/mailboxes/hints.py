"""Hints that something came in: a thread for each mailbox whose server can say so.

A hint makes its source due now; without any, each is looked at in its own rhythm all the same. A
listener connects only after a good look, so that it adds no try to a login that is refused and none to a
server that is down.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from flows.context import Context
from flows.mailboxes import idle
from flows.mailboxes.idle import Pace
from flows.mailboxes.imap import ImapSource
from flows.mailboxes.source import LoginRefusedError
from models.errors import MailboxError, OperatorError
from models.rows.inbox import mailbox_states

log = logging.getLogger(__name__)

BETWEEN = 5.0
"""Seconds between two hints of one source, whatever its server says."""
SLICE = 0.5
"""Seconds after which a wish to stop is noticed at the latest."""
JOIN = 10.0


class Hints:
    """What the listeners of several sources said since it was last asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: set[str] = set()
        self._last: dict[str, float] = {}

    def give(self, account: str) -> None:
        """Note that something may have come in at a source, not more often than every few seconds."""
        with self._lock:
            self._waiting.add(account)

    def wait(self, stop: threading.Event, timeout: float) -> frozenset[str]:
        """Wait until somebody gave a hint, `stop` is set, or the time is over; return who gave one."""
        until = time.monotonic() + timeout
        while True:
            found = self._take()
            left = until - time.monotonic()
            if found or left <= 0 or stop.wait(min(left, SLICE)):
                return found

    def _take(self) -> frozenset[str]:
        now = time.monotonic()
        with self._lock:
            ready = {each for each in self._waiting if now - self._last.get(each, -BETWEEN) >= BETWEEN}
            self._waiting -= ready
            self._last.update(dict.fromkeys(ready, now))
        return frozenset(ready)


@contextmanager
def listening(context: Context, pace: Pace = idle.PACE) -> Iterator[Hints | None]:
    """Listen to all mailboxes that may be listened to, until the end of the context; None without any."""
    heard = [each for each in context.sources if isinstance(each, ImapSource) and each.mailbox.idle]
    if not heard:
        yield None
        return
    hints, ended = Hints(), threading.Event()
    threads = [
        threading.Thread(
            target=listen_on, args=(context, each, hints, ended, pace), name=f"idle-{at}", daemon=True
        )
        for at, each in enumerate(heard)
    ]
    for each in threads:
        each.start()
    try:
        yield hints
    finally:
        ended.set()
        for each in threads:
            each.join(timeout=JOIN)


def listen_on(context: Context, source: ImapSource, hints: Hints, ended: threading.Event, pace: Pace) -> None:
    """Listen to one mailbox until `ended` is set; broken connections are made anew."""
    while not ended.is_set():
        try:
            if not _is_well(context, source):
                ended.wait(pace.answer / 4)
                continue
            if not idle.listen(source, partial(hints.give, source.account), ended, pace):
                log.info(
                    "%s does not announce what comes in; it is looked at in its interval", source.account
                )
                return
        except LoginRefusedError as refused:
            # The next look tells it; this try has to count, too.
            _note(context, source, refused)
        except MailboxError as broken:
            log.info("%s cannot be listened to: %s", source.account, broken)
        except OperatorError as refused:
            log.info("listening waits: %s", refused)
        ended.wait(pace.pause)


def _is_well(context: Context, source: ImapSource) -> bool:
    state = mailbox_states.state(context.store, source.account, source.folder)
    return state is not None and state.last_good_at is not None and state.failures == 0


def _note(context: Context, source: ImapSource, refused: LoginRefusedError) -> None:
    with contextlib.suppress(OperatorError):
        mailbox_states.failed(
            context.store,
            source.account,
            source.folder,
            context.now(),
            error=str(refused),
            login=source.login(),
        )
