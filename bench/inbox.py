"""`python -m bench.inbox`: mails taken in by `countercheck run`, from the mailbox to the reply.

Dovecot on this machine holds `--waiting` mails with one two-page order each; `countercheck run`
takes them in as installed, with its Prefect server and its pages. When all are settled, `--fresh`
further mails come in one by one at the rate of `--an-hour`, and the replies are timed. Where there is no
Dovecot, the mail server of the demo stands in, which is slow with more than some hundred mails.
"""

import argparse
import contextlib
import imaplib
import json
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from bench import dovecot, inbox_orders, processes
from demo import mailbox
from models import store
from models.configuration import Mailbox
from models.receipt import Ledger
from models.rows.inbox import messages
from models.store import Store

BUILD = Path(__file__).parent.parent / "build" / "inbox"
SETTINGS = """
port = 0
quotations = "{quotations}"

[mailbox]
host = "{box.host}"
port = {box.port}
user = "{box.user}"
password = "{password}"
security = "plain"

[smtp]
host = "127.0.0.1"
port = {smtp}
security = "plain"
sender = "orders@works.example"

[answers]
domains = "works.example"
a_day = 10000
"""
MOST_WITHOUT = 500
"""So many waiting mails the mail server of the demo can hold without keeping its clients waiting."""
PATIENCE = 3600.0
"""Seconds until a run that does not come to an end is given up."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run took.

    `an_hour` is messages an hour from the first that was seen to the last that was settled. Memory is
    that of all processes (PSS, MiB): its peak, and what was used in the middle and at the end of the backlog.
    `reply_p95` is the time from a mail's arrival to its reply, in seconds.
    """

    waiting: int
    fresh: int
    an_hour: int
    peak_mib: int
    middle_mib: int
    late_mib: int
    reply_p50: float
    reply_p95: float
    unanswered: int


class Replies:
    """Takes in the replies, and when each came."""

    def __init__(self) -> None:
        self.came: dict[str, float] = {}

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Note which mail is answered."""
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        for line in content.splitlines():
            if line.lower().startswith(b"in-reply-to:"):
                self.came.setdefault(line.partition(b":")[2].strip().decode(), time.monotonic())
                break
        return "250 OK"


@contextmanager
def replies() -> Iterator[tuple[Replies, int]]:
    """Run a mail server that takes the replies in."""
    taken = Replies()
    server = Controller(taken, hostname="127.0.0.1", port=_free_port())
    server.start()
    try:
        yield taken, int(server.port)
    finally:
        server.stop()


@contextmanager
def running(
    folder: Path, box: Mailbox, smtp: int, count: int, lines: int
) -> Iterator[subprocess.Popen[bytes]]:
    """Run `countercheck run` on a new data folder until the end of the context."""
    folder.mkdir(parents=True)
    quotations = inbox_orders.quotations(folder, count, lines)
    text = SETTINGS.format(quotations=quotations, box=box, password=box.password.reveal(), smtp=smtp)
    (folder / "countercheck.toml").write_text(text)
    (folder / "countercheck.toml").chmod(0o600)
    command = [sys.executable, "-c", "import cli; cli.main()", "run", "--data", str(folder)]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:  # noqa: S603 - this interpreter and paths of our own
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=60)
            process.kill()


def measure(
    folder: Path,
    waiting: int,
    fresh: int,
    an_hour: float,
    *,
    at_once: bool = False,
    lines: int = inbox_orders.LINES,
) -> Figures:
    """Take in `waiting` mails, then (or `at_once`) `fresh` ones at a rate of `an_hour`; tell what it took.

    Each is an order of so many `lines`.
    """
    shutil.rmtree(folder, ignore_errors=True)
    mails = folder / "mails"
    mails.mkdir(parents=True)
    files = [mails / f"{number:05d}.eml" for number in range(waiting)]
    for number, path in enumerate(files):
        path.write_bytes(inbox_orders.mail(number, lines))
    with _server(folder / "server", files) as box, replies() as (taken, port):
        data = folder / "data"
        with (
            running(data, box, port, waiting + fresh, lines) as process,
            processes.watched(process.pid) as memory,
        ):
            with ThreadPoolExecutor(1) as post:
                send = partial(_send, box, range(waiting, waiting + fresh), 3600 / an_hour, lines)
                sending = post.submit(send) if at_once else None
                rate = _backlog(data, waiting + (fresh if at_once else 0))
                backlog = list(memory.samples)
                sent = send() if sending is None else sending.result()
            _settled(data, waiting + fresh)
            _wait_for_replies(taken, sent)
    took = sorted(taken.came[each] - moment for each, moment in sent.items() if each in taken.came)
    flat = processes.Memory(backlog)
    return Figures(
        waiting=waiting,
        fresh=fresh,
        an_hour=round(rate),
        peak_mib=memory.peak,
        middle_mib=flat.around(0.5),
        late_mib=flat.around(0.9),
        reply_p50=_share(took, 0.5),
        reply_p95=_share(took, 0.95),
        unanswered=fresh - len(took),
    )


@contextmanager
def _server(folder: Path, mails: Sequence[Path]) -> Iterator[Mailbox]:
    """Serve a mailbox with these mails in its inbox."""
    if dovecot.PROGRAM is None:
        if len(mails) > MOST_WITHOUT:
            raise SystemExit(f"{len(mails)} waiting mails: {dovecot.MISSING}")
        with mailbox.serving(folder, mails) as box:
            yield box
        return
    with dovecot.running() as server:
        server.deliver(mailbox.USER, *(each.read_bytes() for each in mails))
        yield server.mailbox(mailbox.USER)


def _wait_for_replies(taken: Replies, sent: Mapping[str, float]) -> None:
    """Wait until all mails are answered, and no longer than two minutes after the last."""
    deadline = max(sent.values(), default=0.0) + 120
    while sent.keys() - taken.came.keys() and time.monotonic() < deadline:
        time.sleep(0.2)


def _backlog(data: Path, waiting: int) -> float:
    """Wait until all waiting mails are settled; return how many an hour it were since the first was seen."""
    with _opened(data) as kept:
        counts = _counts(kept)
        next(each for each in counts if each.seen)
        began = time.monotonic()
        next(each for each in counts if each.processed >= waiting)
        return waiting / (time.monotonic() - began) * 3600


def _settled(data: Path, wanted: int) -> None:
    with _opened(data) as kept:
        next(each for each in _counts(kept) if each.processed >= wanted)


def _counts(kept: Store) -> Iterator[Ledger]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        yield messages.ledger(kept)
        time.sleep(0.1)
    raise TimeoutError("the mails were not settled in time; the log in the data folder says why")


@contextmanager
def _opened(data: Path) -> Iterator[Store]:
    path = data / "countercheck.db"
    deadline = time.monotonic() + 60
    kept = None
    while kept is None and time.monotonic() < deadline:
        with contextlib.suppress(Exception):
            kept = store.connect(f"sqlite:///{path}") if path.exists() else None
        time.sleep(0.2)
    if kept is None:
        raise TimeoutError(f"countercheck run did not begin: {data / 'log'}")
    try:
        yield kept
    finally:
        store.close(kept)


def _send(box: Mailbox, numbers: range, seconds: float, lines: int) -> dict[str, float]:
    """Put mails into the inbox one by one; return when each came in, by its Message-ID."""
    sent: dict[str, float] = {}
    for number in numbers:
        data = inbox_orders.mail(number, lines)
        client = imaplib.IMAP4(box.host, box.port)
        client.login(box.user, box.password.reveal())
        client.append("INBOX", "", imaplib.Time2Internaldate(time.time()), data)
        client.logout()
        sent[f"<load-{number}@works.example>"] = time.monotonic()
        time.sleep(seconds)
    return sent


def _share(ordered: Sequence[float], share: float) -> float:
    return round(ordered[min(int(len(ordered) * share), len(ordered) - 1)], 1) if ordered else 0.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the figures and write them down."""
    parser = argparse.ArgumentParser(prog="python -m bench.inbox", description=__doc__)
    parser.add_argument("--waiting", type=int, default=200, help="mails that wait at the start")
    parser.add_argument("--fresh", type=int, default=30, help="mails that come in afterwards")
    parser.add_argument("--an-hour", type=float, default=1000, help="how many an hour of those")
    parser.add_argument("--at-once", action="store_true", help="let those come while the others wait")
    parser.add_argument(
        "--json", type=Path, default=Path("bench-out/inbox.json"), help="where the figures go"
    )
    options = parser.parse_args(arguments)
    figures = measure(BUILD, options.waiting, options.fresh, options.an_hour, at_once=options.at_once)
    shown: dict[str, Any] = asdict(figures)
    print(json.dumps(shown, indent=1))
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(shown, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
