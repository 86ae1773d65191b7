"""What the commands say beside their reports: steps on the way, imports, settings."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from models.case import Snapshot
from review.reports.terminal import FAILED, GOOD, SOFT, STRONG, UNSURE, line
from review.words import say, word
from sap.quoting.quotations import KEPT, QuotationExport

SKIPPED_SHOWN = 10


def step(console: Console, lang: str, msgid: str, **values: object) -> None:
    """Say what is being done now."""
    console.print(line(say(lang, msgid, **values), style=SOFT))


def pages(console: Console, url: str, lang: str) -> None:
    """Say where the pages are."""
    console.print(line(say(lang, "command.pages", url=url), style=STRONG))
    console.print(line(say(lang, "command.stop"), style=SOFT))


def not_reached(console: Console, source: str, error: Exception, lang: str) -> None:
    """Say that a source could not be spoken to, and why."""
    console.print(line(say(lang, "command.not_reached", source=source, error=error), style=FAILED))


def imported(console: Console, snapshot: Snapshot, export: QuotationExport | None, lang: str) -> None:
    """Say what an import took in and how its columns were understood; nothing new without `export`."""
    if export is None:
        console.print(line(say(lang, "command.known", number=snapshot.number), style=SOFT))
        return
    done = say(
        lang,
        "command.imported",
        quotations=snapshot.quotations,
        items=snapshot.items,
        number=snapshot.number,
    )
    console.print(line(done, style=GOOD))
    console.print(line(say(lang, "command.columns"), style=SOFT))
    for printed, meant in export.columns.items():
        console.print(line("  ", printed, " → ", meant.replace("_", " ")))
    if export.notation:
        console.print(line(say(lang, "command.notation", notation=export.notation), style=SOFT))
    left_out(console, export, lang)


def left_out(console: Console, export: QuotationExport, lang: str) -> None:
    """Say which columns and rows of an export are not used, and which rows are in doubt."""
    if export.unknown:
        unknown = say(lang, "command.unknown_columns", columns=", ".join(export.unknown))
        console.print(line(unknown, style=SOFT))
    _skipped(console, export, lang)


def _skipped(console: Console, export: QuotationExport, lang: str) -> None:
    for each in export.skipped[:SKIPPED_SHOWN]:
        reason = word(lang, "skipped", each.reason)
        msgid = "command.doubted" if each.reason in KEPT else "command.skipped"
        said = say(lang, msgid, row=each.row, reason=reason, detail=each.detail)
        console.print(line(said, style=UNSURE))
    more = len(export.skipped) - SKIPPED_SHOWN
    if more > 0:
        console.print(line(say(lang, "command.skipped_more", n=more), style=UNSURE))


def configured(console: Console, path: Path, trial: tuple[str, int] | None, lang: str) -> None:
    """Say how the trial of the mailbox went (how mails are filed, how many wait), and what is next."""
    if trial is None:
        console.print(line(say(lang, "command.init_no_trial"), style=SOFT))
    else:
        filed, mails = trial
        said = say(lang, "command.init_trial", n=mails, filed=word(lang, "filed", filed))
        console.print(line(said, style=GOOD))
    console.print(line(say(lang, "command.init_written", path=path)))
    console.print(line(say(lang, "command.init_next"), style=STRONG))


def watching(console: Console, sources: Sequence[str], lang: str) -> None:
    """Say which mailbox and folder are looked at."""
    console.print(line(say(lang, "command.running", sources=", ".join(sources)), style=SOFT))
