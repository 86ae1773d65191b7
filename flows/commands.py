"""What `run`, `init` and `import` do, with what they print."""

import contextlib
import logging
import socket
import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from rich.console import Console

import settings
from flows import account, basis, pages, setup, supervise, wiring
from flows.context import Context
from flows.intake import intake_once
from flows.setup import Ask
from models.configuration import Settings
from models.errors import ConfigurationError
from review import report_commands, serving


def run(console: Console, data: Path | None, lang: str, port: int | None, *, serve: bool) -> None:
    """Take in mails and files until a signal stops it, and serve the pages meanwhile.

    Raises:
        OperatorError: A setting is wrong, or the database or the port cannot be used.
    """
    chosen = settings.load(data)
    _assert_sources(chosen)
    _log_to_terminal()
    stop = threading.Event()
    with contextlib.ExitStack() as stack:
        serving_pages = None
        if serve:
            listening = stack.enter_context(
                contextlib.closing(pages.listen(chosen.port if port is None else port))
            )
            serving_pages = partial(_serve, listening=listening, language=lang)
            report_commands.pages(console, serving.url(listening), lang)
        watched = [each.account for each in wiring.sources(chosen)]
        report_commands.watching(console, watched, lang)
        stack.enter_context(supervise.stopping_on_signals(stop))
        supervise.run(chosen, stop, serving_pages)


def _log_to_terminal() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    for handler in logging.getLogger().handlers:
        handler.addFilter(_is_for_operators)


def _is_for_operators(record: logging.LogRecord) -> bool:
    """Leave out what libraries say of every step: it stands on the Prefect server, and helps nobody here."""
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] == "flows"


def _serve(context: Context, stop: threading.Event, *, listening: socket.socket, language: str) -> None:
    pages.serve(context, listening, stop, language)


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
        account.print_run(console, context, intake_once(context), lang)


def init(
    console: Console, data: Path | None, given: Mapping[str, str], ask: Ask | None, lang: str, *, trial: bool
) -> None:
    """Ask for what is not given, try the mailbox out, and write the settings.

    Raises:
        ConfigurationError: A setting cannot be used.
        MailboxError: The mailbox cannot be used; nothing is written.
    """
    folder = settings.data_folder(data)
    chosen, tried = setup.configure(folder, setup.answers(given, ask), trial=trial)
    result = None if tried is None else (tried.filed_as.value, tried.mails)
    report_commands.configured(console, folder / settings.FILE_NAME, result, lang)
    if chosen.quotations is not None:
        with wiring.opened(chosen) as context:
            _import(console, context, chosen.quotations, lang)


def import_quotations(console: Console, data: Path | None, file: Path, lang: str) -> None:
    """Take in an export of quotations as the newest snapshot.

    Raises:
        OperatorError: The file is not understood, or the database cannot be used.
    """
    with wiring.opened(settings.load(data)) as context:
        _import(console, context, file, lang)


def _import(console: Console, context: Context, file: Path, lang: str) -> None:
    imported = basis.import_file(context, file)
    report_commands.imported(console, imported.snapshot, imported.export, lang)
