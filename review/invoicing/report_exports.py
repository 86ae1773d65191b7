"""Imports of exports beside quotations in the terminal: how one was understood, and which are there."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from rich.console import Console

from models.invoice_desk import ExportSnapshot, ExportStanding, Stale
from models.invoice_sources import Listed
from models.snapshot import SnapshotState, SnapshotWhy
from review import display
from review.reports.terminal import GOOD, SOFT, UNSURE, line
from review.words import say, word

FAULTS_SHOWN = 10
_STYLES = {SnapshotState.WAITING: UNSURE, SnapshotState.DISCARDED: SOFT}


def imported(
    console: Console, standing: ExportStanding, read: Listed[Any], lang: str, *, new: bool, complete: bool
) -> None:
    """Say what an import took in, how its columns were understood, and which rows cannot be used."""
    taken = standing.snapshot
    values = {"kind": word(lang, "export_kind", taken.kind), "n": taken.rows, "number": taken.number}
    console.print(
        line(say(lang, "exports.imported" if new else "exports.known", **values), style=GOOD if new else SOFT)
    )
    console.print(line(say(lang, "command.columns"), style=SOFT))
    for printed, meant in read.columns.items():
        console.print(line("  ", printed, " → ", word(lang, "data_field", meant)))
    if read.unknown:
        unknown = say(lang, "command.unknown_columns", columns=", ".join(read.unknown))
        console.print(line(unknown, style=SOFT))
    if read.notation:
        console.print(line(say(lang, "command.notation", notation=read.notation), style=SOFT))
    _faults(console, read, lang, complete=complete)


def _faults(console: Console, read: Listed[Any], lang: str, *, complete: bool) -> None:
    if not complete and not read.rows:
        console.print(line(say(lang, "exports.unread"), style=SOFT))
    elif not complete:
        console.print(line(say(lang, "exports.looked_at", n=len(read.rows) + len(read.faults)), style=SOFT))
    if read.faults:
        console.print(line(say(lang, "exports.faults", n=len(read.faults)), style=UNSURE))
    for each in read.faults[:FAULTS_SHOWN]:
        reason = word(lang, "skipped", each.reason)
        said = say(lang, "command.skipped", row=each.row, reason=reason, detail=each.detail)
        console.print(line(said, style=UNSURE))


def waits(
    console: Console, taken: ExportSnapshot, held_against: ExportSnapshot, why: SnapshotWhy, lang: str
) -> None:
    """Say that a person has to decide on an import, and why."""
    if why is SnapshotWhy.AGAIN:
        moment = display.moment(held_against.taken_at, dt.datetime.now(dt.UTC).astimezone())
        values = {"before": held_against.number, "moment": moment, "kind": taken.kind.value}
        console.print(line(say(lang, "exports.waits_again", **values), style=UNSURE))
        return
    said = say(lang, "exports.waits", before=held_against.rows, after=taken.rows, kind=taken.kind.value)
    console.print(line(said, style=UNSURE))


def discarded(console: Console, lang: str) -> None:
    """Say that an export was put away by a person."""
    console.print(line(say(lang, "basis.still_discarded"), style=UNSURE))


def profiles(console: Console, changed: int, lang: str) -> None:
    """Say how many customers' profiles an import changed."""
    console.print(line(say(lang, "exports.profiles", n=changed), style=GOOD if changed else SOFT))


def listed(console: Console, standings: Sequence[ExportStanding], used: frozenset[int], lang: str) -> None:
    """List imports; `used` are the numbers of those that lists are held against."""
    if not standings:
        console.print(line(say(lang, "exports.none"), style=SOFT))
    now = dt.datetime.now(dt.UTC).astimezone()
    for each in standings:
        taken, in_use = each.snapshot, each.snapshot.number in used
        state = say(lang, "basis.in_use") if in_use else word(lang, "snapshot_state", each.state)
        said = say(
            lang,
            "exports.line",
            number=taken.number,
            moment=display.moment(taken.taken_at, now),
            kind=word(lang, "export_kind", taken.kind),
            name=taken.name,
            n=taken.rows,
            state=state,
        )
        console.print(line(said, style=GOOD if in_use else _STYLES.get(each.state, "")))
        if in_use and taken.is_old(now):
            console.print(line("  ", stale((Stale(taken.kind, taken.seen_at),), lang), style=UNSURE))


def stale(found: Sequence[Stale], lang: str) -> str:
    """Return the line that says which exports were older than a day."""
    now = dt.datetime.now(dt.UTC).astimezone()
    said = [f"{word(lang, 'export_kind', each.kind)} {display.moment(each.taken_at, now)}" for each in found]
    return say(lang, "exports.stale", exports=", ".join(said))
