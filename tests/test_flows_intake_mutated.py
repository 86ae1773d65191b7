"""Three thousand damaged mails: each is kept to the byte, and every part of it is accounted for."""

import datetime as dt
import hashlib
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile_mails import archive as zipped
from hostile_mails import mail, messages, multiparts
from intake_builders import TickingClock, context
from mutated_files import MUTATIONS, seeds
from sqlalchemy import text

from extractors.message import open_file
from flows.context import Compared, Core
from flows.intake import intake_once
from flows.mailboxes.source import FiledAs, Marks
from models import archive, dialect
from models.message import Opened, Part
from models.reading import Extraction, Header, Kind, Language, Reading
from models.receipt import MessageState, Versions

ROOT = Path(__file__).parent.parent
MAILS = 3000


@dataclass
class Pigeonhole:
    """A mailbox in memory: it is the mails that are looked at here, and not the server."""

    mails: Sequence[bytes]
    account = "memory"
    folder = ""
    once = True
    uidvalidity = 1
    read_only = False

    def login(self) -> str:
        return ""

    @contextmanager
    def visit(self) -> Iterator["Pigeonhole"]:
        yield self

    def uids(self) -> tuple[str, ...]:
        return tuple(str(at) for at in range(len(self.mails)))

    def sizes(self, uids: Sequence[str]) -> Mapping[str, int]:
        return {uid: len(self.mails[int(uid)]) for uid in uids}

    def marks(self, uids: Sequence[str]) -> Mapping[str, Marks]:
        return {uid: Marks(len(self.mails[int(uid)])) for uid in uids}

    def fetch(self, uid: str) -> bytes:
        return self.mails[int(uid)]

    def head(self, uid: str) -> bytes:
        return self.mails[int(uid)][:100]

    def name(self, uid: str) -> None:
        """Say that a mail has no file name."""

    def file_away(self, uid: str, state: MessageState) -> FiledAs:  # noqa: ARG002 - the protocol's
        return FiledAs.LEFT


def whole() -> list[bytes]:
    made = [each.read_bytes() for each in sorted((ROOT / "demo" / "inbox").glob("*.eml"))]
    files = seeds()
    made += [mail((name, data)) for name, data in files.items()]
    made += [mail(*list(files.items())[:6]), mail(("all.zip", zipped(*list(files.items())[:5])))]
    return [*made, multiparts(5), messages(3)]


def damaged() -> list[bytes]:
    # Boundaries of mails are drawn from the common dice.
    random.seed(20261126)
    dice = random.Random(20261126)
    seed = [each for each in whole() if len(each) < 400_000]
    found = [
        dice.choice(MUTATIONS)(bytearray(alone(dice.choice(seed), number)), dice) for number in range(MAILS)
    ]
    return [each for each in dict.fromkeys(found) if each]


def alone(seed: bytes, number: int) -> bytes:
    """Give a mail an identifier of its own, as long as it was: a hundred twins would be another test."""
    head, space, rest = seed.partition(b"\nMessage-ID: <")
    name, end, tail = rest.partition(b">")
    own = f"{number:06d}".encode() + name[6:]
    return b"".join((head, space, own, end, tail)) if end and len(name) > 6 else seed


def read_part(part: Part, source: str) -> tuple[Extraction, ...]:
    if part.failure is not None:
        failed = Extraction(source, part.sha256, part=part.name, ordinal=part.ordinal, failure=part.failure)
        return (failed,)
    reading = Reading(Kind.OTHER, Language.ENGLISH, Header())
    return (Extraction(source, part.sha256, part=part.name, ordinal=part.ordinal, reading=reading),)


def compare(_extraction: Extraction, _today: dt.date) -> Compared | None:
    return None


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_damaged_mails_are_kept_to_the_byte_with_every_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What survives a power cut is tested elsewhere; flushing would take most of the time here.
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(dialect, "PRAGMAS", {**dialect.PRAGMAS, "synchronous": 0})
    given = damaged()
    assert len(given) > MAILS * 0.9
    opened: dict[str, int] = {}

    def counting(data: bytes, name: str | None) -> Opened:
        found = open_file(data, name)
        opened[hashlib.sha256(data).hexdigest()] = len(found.parts)
        return found

    core = Core(counting, read_part, compare, Versions("1", "1"))
    prepared = context(tmp_path, Pigeonhole(given), core=core, batch=MAILS, now=TickingClock())
    report = intake_once(prepared)
    assert (report.counts.seen, report.counts.waiting) == (len(given), 0)
    with prepared.store.reader.connect() as rows:
        found = rows.execute(text("SELECT raw_sha256, state FROM message")).all()
        counted = rows.execute(text("SELECT raw_sha256, count(*) FROM part GROUP BY raw_sha256")).all()
        wanted = rows.execute(text("SELECT doc_sha256 FROM part WHERE ignored IS NULL")).scalars().all()
    states, parts = dict(map(tuple, found)), dict(map(tuple, counted))
    expected = set(given)
    for sha256, state in states.items():
        raw = archive.get(prepared.archive, sha256)
        assert raw in expected
        if state == MessageState.PROCESSED.value:
            assert parts.get(sha256, 0) == opened[sha256]
    for sha256 in wanted:
        archive.get(prepared.archive, sha256)
    # Nothing of the program's own fails on them.
    assert set(states.values()) == {MessageState.PROCESSED.value}
