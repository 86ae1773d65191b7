"""Whether a running part is alive and able to work: what the health check of its container asks.

Whatever takes mails in leaves a word in the database whenever its work has moved on; the word says what it
is and where its pages answer. What `doctor` finds, an old export say, is no business of a health check: a
worker that is started anew for it would only lose its work.
"""

import contextlib
import datetime as dt
import json
import os
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

import settings
from models import store
from models.errors import OperatorError
from models.health import Pulse
from models.rows.inbox import running
from models.store import Store
from review.reports import upkeep

if TYPE_CHECKING:
    # It is asked every minute in every container: what reads documents is not loaded for it.
    from flows.context import Context

EVERY = 5.0
"""Seconds between two words: more often nobody needs them."""
FRESH = dt.timedelta(minutes=10)
"""A document has a minute, a large export may have a few; whatever has not moved on for so long hangs."""
FORGOTTEN = dt.timedelta(days=7)
"""Containers have new names each time; the words of those that were killed go after that."""
ANSWER = 8.0
"""Seconds that the pages have for an answer."""
_NAME = "pulse"


@dataclass(frozen=True, slots=True)
class Self:
    """What a process says of itself: `run` or `work`, its number, and the address of its pages."""

    role: str
    pid: int
    pages: str | None = None


class Beating:
    """The pulse of this process, noted at most every `EVERY` seconds."""

    def __init__(self, context: "Context", data: Path, pages: str | None, *, alone: bool) -> None:
        itself = Self("run" if alone else "work", os.getpid(), pages)
        self._context = context
        self._name = f"{_prefix(data)}{itself.role}"
        self._text = json.dumps(asdict(itself))
        self._last: float | None = None

    def __call__(self) -> None:
        """Note that the work has moved on.

        Raises:
            OperatorError: The database does not answer.
        """
        at = time.monotonic()
        if self._last is not None and at - self._last < EVERY:
            return
        running.note(self._context.store, self._name, self._text, self._context.now())
        self._last = at

    def end(self) -> None:
        """Forget it: this process ends in order."""
        with contextlib.suppress(OperatorError):
            running.forget(self._context.store, self._name)


@contextmanager
def beating(context: "Context", data: Path, pages: str | None, *, alone: bool) -> Iterator[Beating]:
    """Yield what notes the pulse of this process, which is forgotten at the end; its pages are at `pages`."""
    found = Beating(context, data, pages, alone=alone)
    try:
        yield found
    finally:
        found.end()


def ask(console: Console, data: Path | None, lang: str, *, as_lines: bool) -> bool:
    """Say whether what runs here with this data folder is alive and able to work; return whether it is.

    Raises:
        OperatorError: A setting cannot be used, or the database does not answer.
    """
    chosen = settings.load(data)
    kept = store.connect(chosen.database.reveal())
    try:
        found = pulses(kept, chosen.data, dt.datetime.now(dt.UTC))
    finally:
        store.close(kept)
    if as_lines:
        for each in found:
            console.file.write(json.dumps(asdict(each) | {"well": each.well}) + "\n")
    else:
        upkeep.pulses(console, found, lang)
    return bool(found) and all(each.well for each in found)


def pulses(kept: Store, data: Path, now: dt.datetime) -> tuple[Pulse, ...]:
    """Return how everything does that works on this machine with this data folder, its pages being asked.

    Two of the same role are one here: each container has one, and a name of its own.

    Raises:
        OperatorError: The database does not answer.
    """
    found = (_pulse(name, *each, now) for name, each in running.notes(kept, _prefix(data)).items())
    return tuple(replace(each, answers=each.pages is None or _answers(each.pages)) for each in found)


def everywhere(kept: Store, now: dt.datetime) -> tuple[Pulse, ...]:
    """Return how everything does that works with this database, on any machine; no pages are asked.

    Raises:
        OperatorError: The database does not answer.
    """
    found = running.notes(kept, f"{_NAME}:")
    return tuple(_pulse(name, *each, now) for name, each in sorted(found.items()))


def tidy(kept: Store, now: dt.datetime) -> None:
    """Forget the words of processes that were killed long ago.

    Raises:
        OperatorError: The database does not answer.
    """
    for name, (_, moment) in running.notes(kept, f"{_NAME}:").items():
        if now - moment > FORGOTTEN:
            running.forget(kept, name)


def _pulse(name: str, text: str, moment: dt.datetime, now: dt.datetime) -> Pulse:
    said = json.loads(text)
    ago = now - moment
    return Pulse(
        role=str(said["role"]),
        seconds=max(round(ago.total_seconds()), 0),
        beats=ago < FRESH,
        pages=str(said["pages"]) if said["pages"] else None,
        host=name.split(":")[1],
    )


def _answers(pages: str) -> bool:
    try:
        with urllib.request.urlopen(f"{pages}healthz", timeout=ANSWER) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except urllib.error.HTTPError as refused:
        # Pages for certain addresses only refuse us, and are well.
        return refused.code < 500
    except OSError:
        return False


def _prefix(data: Path) -> str:
    return f"{_NAME}:{socket.gethostname()}:{data.absolute()}:"
