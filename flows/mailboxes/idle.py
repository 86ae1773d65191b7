"""Waiting for a mail server to say that something came in (IDLE, RFC 2177). A hint and nothing more.

Polling stays the truth: a hint that is lost costs one interval. The folder is opened by EXAMINE on a
connection of its own, so listening changes nothing. Connections die without a word: the library then
says "nothing came" at once and for ever, or waits for an answer to DONE that never comes. So an early
"nothing" is answered by a NOOP, IDLE is renewed every few minutes, and no loop runs faster than four
times a second whatever a server sends.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from imapclient import SocketTimeout
from imapclient.exceptions import IMAPClientError

from flows.mailboxes.imap import ImapSource, OpenedMailbox
from flows.mailboxes.imap_wire import LONGEST_ANSWER, BoundedClient, speaking

NEWS = (b"EXISTS", b"RECENT")


@dataclass(frozen=True, slots=True)
class Pace:
    """How long is waited, in seconds.

    `renewal` stays below the 29 minutes of RFC 2177 and below the ten after which home routers, and some
    providers, forget a silent connection. `check` is how soon a wish to stop is noticed. `answer` is how
    long a server may take to end IDLE; `pause` how long a connection that broke is left alone.
    """

    renewal: float = 540
    check: float = 1.0
    answer: float = 20
    pause: float = 30
    shortest: float = 0.25


PACE = Pace()


def listen(source: ImapSource, hint: Callable[[], None], stop: threading.Event, pace: Pace = PACE) -> bool:
    """Call `hint` whenever the server says that something came in, until `stop` is set.

    Return False at once if the server does not know IDLE.

    Raises:
        MailboxError: The connection broke, or the server refuses; calling again makes a new one.
    """
    with source.visit(read_only=True) as place:
        with speaking(source.mailbox):
            if not place.client.has_capability("IDLE"):
                return False
        # What came in between the last look and now is not announced any more.
        hint()
        while not stop.is_set():
            _listen_once(place, hint, stop, pace)
    return True


def _listen_once(place: OpenedMailbox, hint: Callable[[], None], stop: threading.Event, pace: Pace) -> None:
    client = place.client
    until = time.monotonic() + pace.renewal
    with speaking(place.mailbox), _silence_allowed(client, pace):
        if _begun(client):
            hint()
        while time.monotonic() < until and not stop.is_set():
            began = time.monotonic()
            said = client.idle_check(timeout=pace.check)
            took = time.monotonic() - began
            if _is_news(said):
                hint()
            if not said and took < pace.check / 2:
                # Nothing came, and too soon: the connection may have ended.
                break
            stop.wait(max(pace.shortest - took, 0))
    with speaking(place.mailbox):
        client.socket().settimeout(pace.answer)
        _, said = client.idle_done()
        if _is_news(said):
            hint()
        _, said = client.noop()
        if _is_news(said):
            hint()
    stop.wait(pace.shortest)


def _begun(client: BoundedClient) -> bool:
    """Begin IDLE; return whether the server said something beside confirming it.

    The library takes anything that is said before the confirmation for a refusal, and does not see what
    came in one packet with it.
    """
    wire = client._imap  # noqa: SLF001 - see above
    tag = client._idle_tag = wire._command("IDLE")  # noqa: SLF001
    news = False
    while wire._get_response() is not None:  # noqa: SLF001
        if wire.tagged_commands[tag]:
            raise IMAPClientError("IDLE is refused")
        news = True
    return news or client.wire.holds_more()


def _is_news(said: object) -> bool:
    answers = said if isinstance(said, list) else []
    return any(isinstance(each, tuple) and len(each) > 1 and each[1] in NEWS for each in answers)


@contextmanager
def _silence_allowed(client: BoundedClient, pace: Pace) -> Iterator[None]:
    """Let the server be silent for long, but not while it is to confirm IDLE."""
    # The library sets this time anew after each check.
    client._timeout = SocketTimeout(connect=pace.answer, read=pace.answer)  # noqa: SLF001
    client.socket().settimeout(pace.answer)
    client.wire.patience = None
    try:
        yield
    finally:
        client.wire.patience = LONGEST_ANSWER
