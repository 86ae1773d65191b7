"""The commands that take in exports of SAP beside quotations, and list them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from flows.command_options import Data, Lang, language

File = Annotated[Path, typer.Argument(help="A .csv, .xlsx or .xls export.", show_default=False)]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="NAME=FIELD",
        help="What a column means, by its name as printed; remembered for files with these headings.",
        show_default=False,
    ),
]
Confirm = Annotated[
    bool, typer.Option("--confirm", help="Use it also if it holds less than half of the last one.")
]
WHAT: Mapping[str, str] = {
    "orders": "items of sales orders (VA05)",
    "deliveries": "items of deliveries (VL06O)",
    "billing": "items of billing documents (VF05, VBRP)",
    "due": "the billing due list (VF04)",
    "materials": "what customers call our materials (KNMT)",
    "profiles": "how customers want their invoices",
}
"""The kinds of exports and what they hold."""


def add(imports: typer.Typer, app: typer.Typer) -> None:
    """Add a command for each kind of export, and the one that lists them."""
    for kind, what in WHAT.items():
        imports.command(kind, help=f"Take in {what}: invoice lists are held against the newest export.")(
            _command(kind)
        )
    app.command()(exports)


def _command(kind: str) -> Callable[..., None]:
    def take(
        file: File, column: Columns = None, confirm: Confirm = False, data: Data = None, lang: Lang = None
    ) -> None:
        import_export(kind, file, pairs(column or []), data, language(lang), confirmed=confirm)

    return take


def pairs(columns: list[str]) -> dict[str, str]:
    """Return what columns mean, as the option says it; an empty field means that it is not used."""
    if not all("=" in each for each in columns):
        raise typer.BadParameter("expected NAME=FIELD", param_hint="--column")
    return {name.strip(): field.strip() for name, _, field in (each.rpartition("=") for each in columns)}


def import_export(
    kind: str, file: Path, columns: Mapping[str, str], data: Path | None, lang: str, *, confirmed: bool
) -> None:
    """Take in an export as the newest of its kind and print how it was understood.

    Raises:
        OperatorError: The file is not understood, or the database cannot be used.
    """
    import settings
    from flows import collecting, wiring
    from flows import exports as taking
    from models.invoice_desk import ExportKind
    from models.snapshot import SnapshotState
    from review.invoicing import report_exports
    from review.reports import terminal

    console = terminal.console()
    with collecting.seldom(), wiring.opened(settings.load(data)) as context:
        done = taking.import_file(context, ExportKind(kind), file, columns, confirmed=confirmed)
    report_exports.imported(
        console, done.standing, done.understood, lang, new=done.new, complete=done.complete
    )
    if done.waits and done.held_against is not None:
        report_exports.waits(console, done.standing.snapshot, done.held_against, done.standing.why, lang)
    elif done.standing.state is SnapshotState.DISCARDED:
        report_exports.discarded(console, lang)
    elif done.standing.snapshot.kind is ExportKind.PROFILES:
        report_exports.profiles(console, done.profiles, lang)


def exports(data: Data = None, lang: Lang = None) -> None:
    """List the exports that invoice lists are held against, and those that wait for a person.

    Example: countercheck exports
    """
    import settings
    from flows import wiring
    from models.invoice_desk import ExportKind
    from models.rows.invoicing import exports as kept
    from review.invoicing import report_exports
    from review.reports import terminal

    spoken = language(lang)
    with wiring.opened(settings.load(data)) as context:
        newest = (kept.newest(context.store, each) for each in ExportKind)
        used = frozenset(each.number for each in newest if each is not None)
        report_exports.listed(terminal.console(), kept.listed(context.store), used, spoken)
