"""The command line: thin. Every command imports what it needs when it runs, so that help is quick."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from flows import export_commands, reconcile_commands
from flows.command_options import Data, Json, Lang, Port, language
from flows.upkeep import commands as upkeep_commands
from models.errors import ExitCode, OperatorError

if TYPE_CHECKING:
    from flows.setup import Question
    from models.reading import Extraction
    from sap.quoting.quotations import QuotationExport

app = typer.Typer(
    name="countercheck",
    help="Holds customers' orders against their SAP quotations and shows what a person must decide.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
imports = typer.Typer(help="Take in exports from SAP.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(imports, name="import")

Paths = Annotated[
    list[Path], typer.Argument(help="Files, or folders that are searched for documents.", show_default=False)
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="Worker processes.", show_default="by files")
]


@app.command()
def extract(
    paths: Paths,
    json: Json = False,
    all_parts: Annotated[bool, typer.Option("--all-parts", help="List ignored parts of mails too.")] = False,
    jobs: Jobs = None,
    lang: Lang = None,
) -> None:
    """Read documents and print what stands in them, with the evidence.

    Example: countercheck extract order.pdf inbox/ --json
    """
    _start_reader(paths, jobs)
    from flows import batch
    from models.wire import extraction_line

    spoken = language(lang)
    read = _read(batch.sources(paths), jobs)
    found = (each for each in read if all_parts or each.ignored is None)
    if json:
        for each in found:
            _line(extraction_line(each))
        return
    from review.reports import report, terminal

    report.print_extractions(terminal.console(), list(found), spoken)


@app.command()
def check(
    paths: Paths,
    quotes: Annotated[
        Path, typer.Option("--quotes", help="Quotations: a .csv or .xlsx export.", show_default=False)
    ],
    customer_materials: Annotated[
        Path | None,
        typer.Option("--customer-materials", help="What customers call our materials, as in KNMT."),
    ] = None,
    json: Json = False,
    policy: Annotated[Path | None, typer.Option("--policy", help="A policy of your own.")] = None,
    jobs: Jobs = None,
    lang: Lang = None,
) -> None:
    """Read orders and hold them against their quotations.

    Example: countercheck check order.pdf --quotes quotations.xlsx
    """
    _start_reader(paths, jobs)
    import datetime as dt

    from compare.wire import comparison_line
    from flows import batch, policy_file, quotations

    spoken = language(lang)
    files = batch.sources(paths)
    rules = policy_file.load(policy)
    book = quotations.book(quotes, rules, customer_materials, lambda export: _left_out(export, spoken))
    today = dt.datetime.now().astimezone().date()
    pairs = (batch.compare(each, book, rules, today) for each in _documents(_read(files, jobs)))
    if json:
        for extraction, comparison in pairs:
            if comparison is not None:
                place = {"source": extraction.source, "part": extraction.part}
                _line(place | comparison_line(comparison))
        return
    from review.reports import report, terminal

    report.print_comparisons(terminal.console(), list(pairs), spoken)


@app.command()
def demo(
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages at the end.")] = True,
    data: Annotated[Path | None, typer.Option("--data", help="Where to keep what it makes.")] = None,
    port: Port = None,
    lang: Lang = None,
) -> None:
    """Read a made-up inbox, print what differs, and serve the pages."""
    from demo import tour
    from review.reports import terminal

    chosen = 8321 if port is None else port
    tour.run(terminal.console(), data or tour.DATA, language(lang), chosen if serve else None)


@app.command()
def run(
    data: Data = None,
    once: Annotated[bool, typer.Option("--once", help="Look once, print what came in, and end.")] = False,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the pages meanwhile.")] = True,
    port: Port = None,
    lang: Lang = None,
) -> None:
    """Take in mails and files again and again, and serve the pages. `countercheck init` comes first."""
    from flows import commands
    from review.reports import terminal

    spoken = language(lang)
    if once:
        commands.run_once(terminal.console(), data, spoken)
    else:
        commands.run(terminal.console(), data, spoken, port, serve=serve)


@app.command()
def init(
    data: Data = None,
    mailbox_host: Annotated[str | None, typer.Option(help="The mail server.")] = None,
    mailbox_port: Annotated[str | None, typer.Option(help="Its port.")] = None,
    mailbox_security: Annotated[str | None, typer.Option(help="tls or starttls.")] = None,
    mailbox_user: Annotated[str | None, typer.Option(help="The user of the mailbox.")] = None,
    mailbox_password: Annotated[
        str | None,
        typer.Option(
            help="Better left to the question, or to the variable.", envvar="COUNTERCHECK_MAILBOX_PASSWORD"
        ),
    ] = None,
    mailbox_folder: Annotated[str | None, typer.Option(help="The folder that orders come into.")] = None,
    watched: Annotated[str | None, typer.Option(help="A folder whose files are taken in.")] = None,
    quotations: Annotated[str | None, typer.Option(help="The newest export of quotations.")] = None,
    further: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=TEXT", help="Any other setting, by its key.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="Add a further mailbox, of this name.")] = None,
    ask: Annotated[bool, typer.Option("--ask/--no-ask", help="Ask for what is not given.")] = True,
    trial: Annotated[bool, typer.Option("--trial/--no-trial", help="Try the mailbox out.")] = True,
    lang: Lang = None,
) -> None:
    """Ask for the settings, try the mailbox out, and write them into the data folder."""
    from flows import commands
    from review.reports import terminal

    spoken = language(lang)
    given = {
        "mailbox.host": mailbox_host,
        "mailbox.port": mailbox_port,
        "mailbox.security": mailbox_security,
        "mailbox.user": mailbox_user,
        "mailbox.password": mailbox_password,
        "mailbox.folder": mailbox_folder,
        "watched": watched,
        "quotations": quotations,
    }
    stated = {key: text for key, text in given.items() if text is not None} | _pairs(further or [])
    asking = _asking(spoken) if ask and sys.stdin.isatty() else None
    commands.init(terminal.console(), data, stated, asking, spoken, trial=trial, name=name)


@app.command()
def login(
    mailbox: Annotated[
        str | None, typer.Argument(help="Its name, if there are several.", show_default=False)
    ] = None,
    data: Data = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser here.")] = False,
    lang: Lang = None,
) -> None:
    """Allow a mailbox to be read by tokens (Microsoft 365, Gmail), or try a mended password out.

    Example: countercheck login
    """
    from flows.mailboxes import login as signing_in
    from review.reports import terminal

    spoken, typed = language(lang), signing_in.terminal_input()
    signing_in.log_in(terminal.console(), data, mailbox, spoken, browser=browser, typed=typed)


@imports.command("quotations")
def import_quotations(
    file: Annotated[Path, typer.Argument(help="A .csv or .xlsx export.", show_default=False)],
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Use it also if it holds less than half of the last one.")
    ] = False,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Take in an export of quotations: orders are held against the newest one."""
    from flows import commands
    from review.reports import terminal

    commands.import_quotations(terminal.console(), data, file, language(lang), confirmed=confirm)


reconcile_commands.add(app)
export_commands.add(imports, app)
upkeep_commands.add(app)


def _left_out(export: "QuotationExport", spoken: str) -> None:
    """Say on standard error what of an export is not used, or in doubt."""
    if export.unknown or export.skipped:
        from review.reports import commands, terminal

        commands.left_out(terminal.console(errors=True), export, spoken)


def _pairs(further: list[str]) -> dict[str, str]:
    if not all("=" in each for each in further):
        raise typer.BadParameter("expected KEY=TEXT", param_hint="--set")
    return {key: text for key, _, text in (each.partition("=") for each in further)}


def _asking(lang: str) -> "Callable[[Question], str]":
    def ask(question: "Question") -> str:
        answer = typer.prompt(
            question.words(lang),
            default=question.default,
            hide_input=question.secret,
            show_default=bool(question.default),
        )
        return str(answer)

    return ask


def _start_reader(paths: list[Path], jobs: int | None) -> None:
    """Let the process that reads files of strangers get ready while this one imports the rest.

    Not where workers read them, each with a process of its own.
    """
    if jobs not in {None, 1} or len(paths) > 1 or not paths[0].is_file():
        return
    import sandbox

    sandbox.start()


def _read(files: list[Path], jobs: int | None) -> "Iterator[Extraction]":
    from flows import batch
    from review.reports.progress import tracked

    for _, extractions in tracked(batch.read_all(files, jobs), total=len(files)):
        yield from extractions


def _documents(found: "Iterable[Extraction]") -> "Iterator[Extraction]":
    return (each for each in found if each.ignored is None)


def _line(shape: object) -> None:
    import json

    sys.stdout.write(json.dumps(shape, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main() -> NoReturn:
    """Run the command line; what an operator can mend is one line and an exit code."""
    try:
        app()
    except OperatorError as error:
        print(f"countercheck: {error}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    raise SystemExit(ExitCode.OK)
