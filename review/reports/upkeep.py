"""What `backup`, `restore` and `retry` say."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from models.health import Pulse
from review.reports.terminal import FAILED, GOOD, STRONG, line
from review.words import say

SHOWN = 5


def backed_up(
    console: Console, out: Path, *, rows: int, files: int, missing: Sequence[str], lang: str
) -> None:
    """Say what a backup holds, and which kept files it could not hold."""
    console.print(line(say(lang, "upkeep.backed_up", out=out, rows=rows, files=files), style=GOOD))
    _missing(console, missing, lang)


def restored(console: Console, data: Path, made_at: str, missing: Sequence[str], lang: str) -> None:
    """Say what was restored, and what is to be done next."""
    console.print(line(say(lang, "upkeep.restored", data=data, made_at=made_at[:16]), style=GOOD))
    _missing(console, missing, lang)
    console.print(line(say(lang, "upkeep.next", data=data), style=STRONG))


def put_back(console: Console, done: int, again: int, left: int, lang: str) -> None:
    """Say how many messages are worked on anew, are asked for again, and were left where they are."""
    console.print(line(say(lang, "upkeep.put_back", n=done), style=GOOD))
    if again:
        console.print(line(say(lang, "upkeep.asked_again", n=again)))
    if left:
        console.print(line(say(lang, "upkeep.not_put_back", n=left), style=STRONG))


def read_again(console: Console, done: int, lang: str) -> None:
    """Say how many documents are read anew."""
    console.print(line(say(lang, "upkeep.read_again", n=done), style=GOOD))


def pulses(console: Console, found: Sequence[Pulse], lang: str) -> None:
    """Say how each running process does, or that none runs here."""
    for each in found:
        moved = say(lang, "pulse.beats" if each.beats else "pulse.hangs", role=each.role, n=each.seconds)
        pages = say(lang, "pulse.answers" if each.answers else "pulse.silent", pages=each.pages)
        said = f"{moved}{pages}" if each.pages else moved
        console.print(line(said, style=GOOD if each.well else FAILED))
    if not found:
        console.print(line(say(lang, "pulse.none"), style=FAILED))


def _missing(console: Console, missing: Sequence[str], lang: str) -> None:
    if missing:
        keys = ", ".join(missing[:SHOWN])
        console.print(line(say(lang, "upkeep.missing", n=len(missing), keys=keys), style=FAILED))
