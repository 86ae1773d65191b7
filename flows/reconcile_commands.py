"""The command that answers finance's weekly invoice list."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.command_options import Data, Json, Lang, language
from flows.export_commands import Columns, pairs

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from flows.reconcile import Files, Held, Kept
    from models.configuration import Settings
    from models.invoicing import Answer


def add(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command()(reconcile)


def reconcile(
    invoice_list: Annotated[
        Path,
        typer.Argument(metavar="LIST", help="Finance's list: .xlsx, .xls or .csv.", show_default=False),
    ],
    *,
    orders: Annotated[Path | None, typer.Option("--orders", help="Sales order items, as in VA05.")] = None,
    deliveries: Annotated[Path | None, typer.Option("--deliveries", help="Deliveries, as in VL06O.")] = None,
    billing: Annotated[Path | None, typer.Option("--billing", help="Billing items, as in VF05.")] = None,
    profiles: Annotated[
        Path | None, typer.Option("--profiles", help="How customers want their invoices.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day to decide for.", show_default="today")
    ] = None,
    json: Json = False,
    reply: Annotated[
        Path | None, typer.Option("--reply", help="Write the list back with the decisions (.xlsx).")
    ] = None,
    column: Columns = None,
    policy: Annotated[Path | None, typer.Option("--policy", help="A policy of your own.")] = None,
    data: Data = None,
    lang: Lang = None,
) -> None:
    """Decide row by row what finance may invoice: invoice, hold or consolidate.

    Exports that are not given are the newest ones of the database, if there is one.

    Example: countercheck reconcile list.xlsx --orders va05.csv --deliveries vl06o.csv --billing vf05.csv
    """
    from flows import collecting, policy_file
    from flows import reconcile as reconciling

    spoken = language(lang)
    files = reconciling.Files(invoice_list, orders, deliveries, billing, profiles)
    today, own = reconciling.day(as_of), policy_file.load(policy) if policy else None
    chosen = pairs(column or [])
    files.assert_there()
    with collecting.seldom(), _kept(reconciling.database(data, files), files) as kept:
        rules = own or (kept.policy if kept else policy_file.load(None))
        done = reconciling.reconcile(files, rules, today, kept, chosen)
    if reply is not None:
        reconciling.write_reply(done, invoice_list, reply, spoken)
    stale = _attention(done.held, spoken)
    if json:
        sys.stderr.write(f"countercheck: {stale}\n" if stale else "")
        _print_lines(done.answer)
        return
    from review.invoicing import report
    from review.reports import terminal

    if stale:
        terminal.console().print(terminal.line(stale, style=terminal.UNSURE))
    report.print_answer(terminal.console(), done.answer, done.invoice_list.unproven, spoken)


def _attention(held: "Held", lang: str) -> str:
    """Return the first line: which exports are old, lost many rows, or lack a column; else nothing."""
    from review.invoicing import attention, report_exports

    old = report_exports.stale(held.stale, lang) if held.stale else ""
    orders = held.sources.orders
    untold = attention.untold(lang, set(orders.columns.values())) if orders is not None else ""
    return " ".join(filter(None, (old, attention.told(lang, held.shifted), untold)))


def _print_lines(answer: "Answer") -> None:
    import json

    from review.invoicing.decisions import decision_line

    for each in answer.decisions:
        sys.stdout.write(json.dumps(decision_line(each), ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _kept(chosen: "Settings | None", files: "Files") -> "AbstractContextManager[Kept | None]":
    """Return what the database knows; opening one takes a second, so only where there is one."""
    if chosen is None:
        import contextlib

        return contextlib.nullcontext()
    from flows import kept_exports

    return kept_exports.opened(chosen, files)
