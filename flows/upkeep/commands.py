"""The commands of whoever runs an installation: its health, backups, further workers."""

from pathlib import Path
from typing import Annotated

import typer

from flows.command_options import Data, Json, Lang, language


def add(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    for command in (work, quotations, retry, alive, doctor, backup, restore, rescan):
        app.command()(command)


def work(data: Data = None, lang: Lang = None) -> None:
    """Take in mails and files as one of several workers on one database: no pages, no Prefect server.

    Example: countercheck work --data /data
    """
    from flows import commands
    from review.reports import terminal

    commands.run(terminal.console(), data, language(lang), None, serve=False, alone=False)


def quotations(data: Data = None, lang: Lang = None) -> None:
    """List the imports of quotations: which one orders are held against, which wait for a person.

    Example: countercheck quotations
    """
    from flows import commands
    from review.reports import terminal

    commands.quotations(terminal.console(), data, language(lang))


def retry(
    ids: Annotated[
        list[str] | None,
        typer.Argument(help="Messages, by the beginning of their SHA-256.", show_default=False),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Everything that is put aside.")] = False,
    reason: Annotated[str | None, typer.Option("--reason", help="What is put aside for it: poison …")] = None,
    cases: Annotated[
        list[int] | None,
        typer.Option("--case", help="Read the document of a case anew.", show_default=False),
    ] = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Let what was put aside or could not be read be worked on anew by the next look.

    Example: countercheck retry 3f9a1c --data /data
    """
    from flows.upkeep import retrying
    from review.reports import terminal

    asked = retrying.Asked(ids or (), cases or (), reason, everything)
    retrying.retry(terminal.console(), data, language(lang), asked)


def alive(data: Data = None, json: Json = False, lang: Lang = None) -> None:
    """Say whether what runs here is alive and able to work: database, intake, pages. Exits 1 if not.

    Example: countercheck alive
    """
    from flows.upkeep import pulse
    from review.reports import terminal

    if not pulse.ask(terminal.console(), data, language(lang), as_lines=json):
        raise typer.Exit(1)


def doctor(
    data: Data = None,
    full: Annotated[
        bool, typer.Option("--full", help="Read every kept file, not only the next 500.")
    ] = False,
    mailboxes: Annotated[
        bool, typer.Option("--mailboxes/--no-mailboxes", help="Ask the mail servers too.")
    ] = True,
    json: Json = False,
    lang: Lang = None,
) -> None:
    """Look at everything that can be wrong, and print the account of all mails. Exits 1 with a problem.

    Example: countercheck doctor --full
    """
    from flows.upkeep import actions
    from review.reports import terminal

    spoken = language(lang)
    healthy = actions.examine(terminal.console(), data, spoken, full=full, mailboxes=mailboxes, json=json)
    if not healthy:
        raise typer.Exit(1)


def backup(
    out: Annotated[Path, typer.Argument(help="A new .tar, .tar.gz or .tgz file.", show_default=False)],
    data: Data = None,
    with_secrets: Annotated[
        bool, typer.Option("--with-secrets", help="Passwords, tokens and keys too.")
    ] = False,
    lang: Lang = None,
) -> None:
    """Copy all rows and all kept files into one file, while everything goes on, and verify it.

    Example: countercheck backup /backup/countercheck-monday.tar.gz
    """
    from flows.upkeep import actions
    from review.reports import terminal

    if not actions.back_up(terminal.console(), data, out, language(lang), with_secrets=with_secrets):
        raise typer.Exit(1)


def restore(
    source: Annotated[
        Path, typer.Argument(metavar="IN", help="A file that `backup` made.", show_default=False)
    ],
    data: Annotated[Path, typer.Option("--data", help="A new or empty folder.", show_default=False)],
    lang: Lang = None,
) -> None:
    """Make a data folder from a backup; COUNTERCHECK_DATABASE names another database than SQLite.

    Example: countercheck restore countercheck-monday.tar.gz --data /data/new
    """
    from flows.upkeep import actions
    from review.reports import terminal

    actions.restore_into(terminal.console(), source, data, language(lang))


def rescan(data: Data = None, lang: Lang = None) -> None:
    """Take in whatever the mailboxes hold that is not known here: after a restore.

    Example: countercheck rescan
    """
    from flows.upkeep import actions
    from review.reports import terminal

    actions.rescan_all(terminal.console(), data, language(lang))
