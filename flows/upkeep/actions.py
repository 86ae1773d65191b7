"""What `doctor`, `backup`, `restore` and `rescan` do, with what they print."""

import json as lines
import threading
from dataclasses import replace
from pathlib import Path

from rich.console import Console

import settings
from flows import account, logs, supervise, wiring
from flows.context import utc_now
from flows.upkeep import backup as backing_up
from flows.upkeep import doctor, rescan
from flows.upkeep import examine as looking
from flows.upkeep import restore as restoring
from models import store
from models.configuration import Settings
from models.errors import DatabaseError
from models.health import Examination
from review.reports import doctor as report_doctor
from review.reports import upkeep


def examine(
    console: Console, data: Path | None, lang: str, *, full: bool, mailboxes: bool, json: bool
) -> bool:
    """Examine an installation and print what was found; return whether it is healthy.

    A database that does not answer is a finding like any other.

    Raises:
        ConfigurationError: A setting cannot be used.
    """
    chosen = settings.load(data)
    found = _examined(chosen, full=full, mailboxes=mailboxes)
    if json:
        for each in report_doctor.shapes(found):
            console.file.write(lines.dumps(each, ensure_ascii=False) + "\n")
    else:
        report_doctor.print_examination(console, found, lang)
    return found.healthy


def _examined(chosen: Settings, *, full: bool, mailboxes: bool) -> Examination:
    try:
        # Nothing is made or brought to a newer version by looking at it.
        store.close(store.connect(chosen.database.reveal()))
        with wiring.opened(chosen) as context:
            return doctor.examination(context, chosen, full=full, mailboxes=mailboxes)
    except DatabaseError as error:
        return doctor.judged(looking.without_database(chosen, error))


def back_up(console: Console, data: Path | None, out: Path, lang: str, *, with_secrets: bool) -> bool:
    """Make a backup and print what is in it; return whether no kept file was missing.

    Raises:
        OperatorError: It cannot be made.
    """
    made = backing_up.make(settings.load(data), out, utc_now(), with_secrets=with_secrets)
    rows = sum(each.rows for each in made.tables.values())
    upkeep.backed_up(console, out, rows=rows, files=made.files, missing=made.missing, lang=lang)
    return not made.missing


def restore_into(console: Console, source: Path, data: Path, lang: str) -> None:
    """Restore a backup and print what is to be done next.

    Raises:
        OperatorError: It cannot be restored.
    """
    restored = restoring.restore(source, data, utc_now())
    upkeep.restored(console, data, restored.held.made_at, restored.missing, lang)
    report_doctor.print_account(console, Examination((), restored.ledger), lang)


def rescan_all(console: Console, data: Path | None, lang: str) -> None:
    """Read the mailboxes anew and print what that brought.

    Raises:
        OperatorError: A mailbox or the database does not answer.
    """
    chosen = settings.load(data)
    logs.install(chosen)
    stop = threading.Event()
    with supervise.stopping_on_signals(stop), wiring.opened(chosen) as context:
        stoppable = replace(context, should_stop=stop.is_set)
        account.print_run(console, stoppable, rescan.rescan(stoppable), lang)
