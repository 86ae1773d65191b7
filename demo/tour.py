"""`countercheck demo`: the made-up inbox taken in for real, and shown.

Everything is the real thing: mails over IMAP, the import of an export, a Prefect server and its flow,
the database, the pages. Only the mails and their quotations are made up.
"""

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from demo import mailbox
from demo.mailbox import ROOT
from desk.invoicing import holds
from flows import account, basis, exports, pages, prefect_server, supervise, wiring
from flows.context import Context, utc_now
from flows.invoicing import answering
from flows.invoicing.answering import Incoming
from models.configuration import Secret, Settings
from models.invoice_desk import ExportKind
from review import serving
from review.reports import commands

FOLDER = ROOT / "demo"
QUOTATIONS = FOLDER / "quotations.csv"
LIST = FOLDER / "invoices" / "invoice_list.csv"
EXPORTS = (ExportKind.ORDERS, ExportKind.DELIVERIES, ExportKind.BILLING, ExportKind.PROFILES)
DATA = ROOT / "demo-data"
"""Where a demo keeps what it made; removing it starts from the beginning."""


def inbox() -> list[Path]:
    """Return the made-up mails, in the order in which they come in."""
    return sorted((FOLDER / "inbox").glob("*.eml"))


def run(console: Console, data: Path, lang: str, port: int | None) -> None:
    """Take the made-up inbox in, print what differs, and serve the pages until a signal stops them.

    Without a `port` nothing is served.

    Raises:
        OperatorError: The data folder or the port cannot be used.
    """
    with contextlib.ExitStack() as stack:
        listening = None
        if port is not None:
            # Taken before the work, so that a port in use is told at once.
            listening = stack.enter_context(contextlib.closing(pages.listen(port, or_any=True)))
        stop = threading.Event()
        with supervise.stopping_on_signals(stop):
            context = stack.enter_context(taken_in(console, data, lang, stop))
            if listening is not None and not stop.is_set():
                commands.pages(console, serving.url(listening), lang)
                pages.serve(context, listening, stop, lang)


@contextmanager
def taken_in(console: Console, data: Path, lang: str, stop: threading.Event) -> Iterator[Context]:
    """Open a data folder into which the made-up inbox was taken, and print what came in."""
    mails = inbox()
    commands.step(console, lang, "command.demo_mailbox", n=len(mails))
    data.mkdir(parents=True, exist_ok=True)
    with mailbox.serving(data / "mailbox", mails) as box:
        database = Secret(f"sqlite:///{(data / 'countercheck.db').absolute()}")
        chosen = Settings(data, database, mailboxes=(box,), quotations=QUOTATIONS)
        with wiring.opened(chosen) as context:
            _take_in(console, context, data, lang)
            if not stop.is_set():
                account.print_all(console, context, lang)
            yield context


def _take_in(console: Console, context: Context, data: Path, lang: str) -> None:
    commands.step(console, lang, "command.demo_quotations", name=QUOTATIONS.name)
    basis.import_file(context, QUOTATIONS)
    commands.step(console, lang, "command.demo_prefect")
    with prefect_server.serving(data / "prefect"):
        commands.step(console, lang, "command.demo_intake")
        window = supervise.Window(utc_now)
        report = window(context)
        window.leave()
    if not report.new:
        commands.step(console, lang, "command.demo_again")
    _answer_list(console, context, lang)


def _answer_list(console: Console, context: Context, lang: str) -> None:
    """Answer the made-up invoice list of this week, held against the exports beside it."""
    commands.step(console, lang, "command.demo_list", name=LIST.name)
    for kind in EXPORTS:
        exports.import_file(context, kind, LIST.parent / f"{kind}.csv")
    week = holds.week_of(context.now(), context.weekly.zone)
    answering.answer(context, Incoming(LIST.read_bytes(), LIST.name, week, lang))
