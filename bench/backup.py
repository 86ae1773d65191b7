"""`python -m bench.backup`: how long an installation with many small files takes to back up and to restore.

Each message is a kept file of a few kilobytes with its row and its sighting, as the intake leaves them.
What is measured is what `countercheck backup` and `restore` do, reading back and verifying included.
"""

import argparse
import hashlib
import json
import resource
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from flows import wiring
from flows.context import utc_now
from flows.upkeep import backup, restore
from models import archive, dialect, store
from models.configuration import Secret, Settings
from models.receipt import Ledger, MessageKind, MessageState, Outcome
from models.tables import MessageRow, SightingRow

BUILD = Path(__file__).parent.parent / "build" / "backup"
AT_ONCE = 5000
SMALLEST, LARGEST = 1500, 6000
"""Bytes of a file: text, half of which is chance, so that it packs as a mail does."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What it took, in seconds; sizes are in MiB, `peak_mib` is the most memory that the process had."""

    files: int
    kept_mib: int
    backup_mib: int
    backup: float
    restore: float
    peak_mib: int


def measure(folder: Path, files: int, *, packed: bool = False) -> Figures:
    """Make an installation in `folder`, back it up, and restore it into another folder.

    Raises:
        AssertionError: What was restored is not what was there.
    """
    shutil.rmtree(folder, ignore_errors=True)
    chosen = Settings(folder / "data", Secret(f"sqlite:///{folder / 'data' / 'countercheck.db'}"))
    size = _fill(chosen, files)
    out = folder / ("backup.tar.gz" if packed else "backup.tar")
    begun = time.perf_counter()
    made = backup.make(chosen, out, utc_now(), with_secrets=False)
    saved = time.perf_counter()
    restored = restore.restore(out, folder / "restored", utc_now())
    done = time.perf_counter()
    assert (made.files, made.missing, restored.missing) == (files, (), ()), "every file is there"
    assert restored.ledger == Ledger(files, files, 0, 0), "and every row"
    return Figures(
        files=files,
        kept_mib=size // 2**20,
        backup_mib=out.stat().st_size // 2**20,
        backup=round(saved - begun, 1),
        restore=round(done - saved, 1),
        peak_mib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def _fill(chosen: Settings, files: int) -> int:
    """Make an installation with so many messages; return how many bytes their files have."""
    wiring.make_data_folder(chosen.data)
    kept, opened, size = archive.open_archive(chosen.data / "archive"), store.prepare(_url(chosen)), 0
    try:
        for start in range(0, files, AT_ONCE):
            contents = [_content(number) for number in range(start, min(start + AT_ONCE, files))]
            hashes = [archive.put_unflushed(kept, each) for each in contents]
            size += sum(map(len, contents))
            with store.writing(opened) as session:
                rows = [_message(sha256, each) for sha256, each in zip(hashes, contents, strict=True)]
                dialect.insert_missing(session, MessageRow, rows)
                places = [_sighting(sha256, start + at) for at, sha256 in enumerate(hashes)]
                dialect.insert_missing(session, SightingRow, places)
        archive.flush()
    finally:
        store.close(opened)
    return size


def _url(chosen: Settings) -> str:
    return chosen.database.reveal()


def _content(number: int) -> bytes:
    length = SMALLEST + number * 7919 % (LARGEST - SMALLEST)
    return b"".join(_lines(number))[:length]


def _lines(number: int) -> Iterator[bytes]:
    yield f"Subject: order {number}\r\n\r\n".encode()
    for line in range(LARGEST // 128 + 1):
        chance = hashlib.sha256(f"{number}:{line}".encode()).hexdigest()
        yield f"{line:6} Please deliver the parts as quoted, packed and marked. {chance}\r\n".encode()


def _message(sha256: str, content: bytes) -> dict[str, object]:
    now = utc_now()
    return {
        "raw_sha256": sha256,
        "kind": MessageKind.FULL.value,
        "name": None,
        "size": len(content),
        "first_seen_at": now,
        "state": MessageState.PROCESSED.value,
        "settled_at": now,
        "outcome_code": Outcome.NO_ORDER.value,
        "attempts": 1,
        "lease_fence": 1,
    }


def _sighting(sha256: str, number: int) -> dict[str, object]:
    now = utc_now()
    place = {"account_id": "mail:orders@works.example", "folder": "INBOX", "uidvalidity": 1}
    return {
        **place,
        "uid": str(number + 1),
        "raw_sha256": sha256,
        "seen_at": now,
        "acked_at": now,
        "acked_as": "moved",
        "fetch_failures": 0,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.backup", description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--packed", action="store_true", help="a .tar.gz and no plain .tar")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args(arguments)
    found = json.dumps(asdict(measure(BUILD, given.files, packed=given.packed)), indent=1)
    shutil.rmtree(BUILD, ignore_errors=True)
    sys.stdout.write(found + "\n")
    if given.json is not None:
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(found + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
