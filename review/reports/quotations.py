"""Imports of quotations in the terminal: which are there, and how an import stands."""

import datetime as dt
from collections.abc import Sequence

from rich.console import Console

from models.case import Snapshot
from models.snapshot import SnapshotState, Standing
from review import display
from review.reports.terminal import GOOD, SOFT, UNSURE, line
from review.words import say, word

_STYLES = {SnapshotState.WAITING: UNSURE, SnapshotState.DISCARDED: SOFT}


def standing(
    console: Console, snapshot: Snapshot, state: SnapshotState, held_against: Snapshot | None, lang: str
) -> None:
    """Say what is to be decided on an import; nothing of one that is used."""
    if state is SnapshotState.WAITING and held_against is not None:
        waits = say(
            lang,
            "basis.waits",
            before=held_against.quotations,
            after=snapshot.quotations,
            items_before=held_against.items,
            items_after=snapshot.items,
        )
        console.print(line(waits, style=UNSURE))
    elif state is SnapshotState.DISCARDED:
        console.print(line(say(lang, "basis.still_discarded"), style=UNSURE))


def listed(console: Console, standings: Sequence[Standing], used: int | None, lang: str) -> None:
    """List imports; `used` is the number of the one that orders are held against."""
    if not standings:
        console.print(line(say(lang, "basis.none"), style=SOFT))
    now = dt.datetime.now(dt.UTC).astimezone()
    for each in standings:
        in_use = each.snapshot.number == used
        state = say(lang, "basis.in_use") if in_use else word(lang, "snapshot_state", each.state)
        said = say(
            lang,
            "basis.line",
            number=each.snapshot.number,
            moment=display.moment(each.snapshot.taken_at, now),
            name=each.snapshot.name,
            quotations=each.snapshot.quotations,
            items=each.snapshot.items,
            state=state,
        )
        console.print(line(said, style=GOOD if in_use else _STYLES.get(each.state, "")))
