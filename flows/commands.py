"""What `run`, `init` and `import` do, with what they print."""

import contextlib
import signal
import threading
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console

import settings
from flows import account, basis, export_folder, logs, pages, setup, supervise, wiring
from flows.context import Context
from flows.intake import intake_once
from flows.setup import Ask
from models.configuration import Login, Settings
from models.errors import ConfigurationError, ExitCode
from models.rows.quotations import quotes, snapshots
from review import serving
from review.reports import commands
from review.reports import quotations as report_quotations


def run(
    console: Console, data: Path | None, lang: str, port: int | None, *, serve: bool, alone: bool = True
) -> None:
    """Take in mails and files until a signal stops it, and serve the pages meanwhile.

    Raises:
        OperatorError: A setting is wrong, or the database or the port cannot be used.
        SystemExit: It was stopped by a signal, which the exit code tells.
    """
    chosen = settings.load(data)
    _assert_sources(chosen)
    logs.install(chosen)
    stop = threading.Event()
    with contextlib.ExitStack() as stack:
        came = stack.enter_context(supervise.stopping_on_signals(stop))
        serving_pages = address = None
        if serve:
            served = _Pages(chosen, chosen.port if port is None else port, lang)
            stack.callback(served.close)
            serving_pages, address = served.serve, served.url
            commands.pages(console, served.url, lang)
        watched = [each.account for each in wiring.sources(chosen)]
        commands.watching(console, watched, lang)
        supervise.run(chosen, stop, serving_pages, alone=alone, pages=address)
    raise SystemExit(ExitCode.INTERRUPTED if signal.SIGINT in came else ExitCode.TERMINATED)


class _Pages:
    """The pages on one port; started again, they get a new socket on it."""

    def __init__(self, chosen: Settings, port: int, language: str) -> None:
        self.chosen = chosen
        self.language = language
        self.listening = pages.listen(port, chosen.listen)
        self.port: int = self.listening.getsockname()[1]
        self.url = serving.url(self.listening)

    def serve(self, context: Context, stop: threading.Event) -> None:
        if self.listening.fileno() < 0:
            self.listening = pages.listen(self.port, self.chosen.listen)
        clients = frozenset(self.chosen.clients)
        pages.serve(context, self.listening, stop, self.language, clients=clients)

    def close(self) -> None:
        self.listening.close()


def _assert_sources(chosen: Settings) -> None:
    if not wiring.sources(chosen):
        raise ConfigurationError(
            f"{chosen.data} has no settings of a mailbox or a watched folder: call countercheck init first"
        )


def run_once(console: Console, data: Path | None, lang: str) -> None:
    """Look once at every source, without Prefect, and print what came in.

    Raises:
        OperatorError: A setting is wrong, or the database cannot be used.
    """
    chosen = settings.load(data)
    _assert_sources(chosen)
    stop = threading.Event()
    with supervise.stopping_on_signals(stop), wiring.opened(chosen) as context:
        basis.refresh(context, chosen.quotations)
        export_folder.refresh(context, chosen.exports)
        account.print_run(console, context, intake_once(context), lang)


def init(
    console: Console,
    data: Path | None,
    given: Mapping[str, str],
    ask: Ask | None,
    lang: str,
    *,
    trial: bool,
    name: str | None = None,
) -> None:
    """Ask for what is not given, try the mailbox out, and write the settings.

    With a `name` a further mailbox is added to them.

    Raises:
        ConfigurationError: A setting cannot be used.
        MailboxError: The mailbox cannot be used; nothing is written.
    """
    folder = settings.data_folder(data)
    chosen, tried = setup.configure(folder, setup.answers(given, ask, name), trial=trial, name=name)
    result = None if tried is None else (tried.filed_as.value, tried.mails)
    commands.configured(console, folder / settings.FILE_NAME, result, lang)
    if any(each.login is Login.XOAUTH2 for each in chosen.mailboxes):
        commands.step(console, lang, "command.init_login")
    if chosen.quotations is not None:
        with wiring.opened(chosen) as context:
            if chosen.quotations.is_dir():
                basis.refresh(context, chosen.quotations)
            else:
                _import(console, context, chosen.quotations, lang)


def import_quotations(
    console: Console, data: Path | None, file: Path, lang: str, *, confirmed: bool = False
) -> None:
    """Take in an export of quotations as the newest snapshot, `confirmed` also if it has shrunk.

    Raises:
        OperatorError: The file is not understood, or the database cannot be used.
    """
    with wiring.opened(settings.load(data)) as context:
        _import(console, context, file, lang, confirmed=confirmed)


def quotations(console: Console, data: Path | None, lang: str) -> None:
    """List the imports of quotations, newest first.

    Raises:
        OperatorError: The database cannot be used.
    """
    with wiring.opened(settings.load(data)) as context:
        used = quotes.newest(context.store)
        found = snapshots.listed(context.store)
        report_quotations.listed(console, found, used.number if used else None, lang)


def _import(console: Console, context: Context, file: Path, lang: str, *, confirmed: bool = False) -> None:
    imported = basis.import_file(context, file, confirmed=confirmed)
    commands.imported(console, imported.snapshot, imported.export, lang)
    report_quotations.standing(console, imported.snapshot, imported.state, imported.held_against, lang)
