"""What came in, for a terminal: everything that was taken in, or what one run worked on."""

from collections.abc import Iterable

from rich.console import Console

from flows.context import Context
from flows.intake import IntakeReport
from models.receipt import MessageLine
from models.rows.cases import cases
from models.rows.inbox import messages
from review.reports import commands, intake

EVERYTHING = 10_000


def print_all(console: Console, context: Context, lang: str) -> None:
    """Print every message that ever came in, oldest first, with its cases and the account of all."""
    newest_first = messages.listed(context.store, limit=EVERYTHING)
    _print(console, context, reversed(newest_first), lang)


def print_run(console: Console, context: Context, done: IntakeReport, lang: str) -> None:
    """Print what one run worked on, and which source it could not reach."""
    worked = messages.lines(context.store, [each.raw_sha256 for each in done.worked])
    if not worked:
        commands.step(console, lang, "command.nothing_new")
    _print(console, context, worked, lang)
    for each in done.failures:
        commands.not_reached(console, each.source, each.error, lang)


def _print(console: Console, context: Context, lines: Iterable[MessageLine], lang: str) -> None:
    found = [messages.detail(context.store, each.raw_sha256) for each in lines]
    details = [each for each in found if each is not None]
    numbers = {number for each in details for part in each.parts for number in part.cases}
    shown = [cases.detail(context.store, number) for number in sorted(numbers)]
    counts = messages.ledger(context.store)
    intake.print_intake(console, counts, details, [each for each in shown if each], lang)
