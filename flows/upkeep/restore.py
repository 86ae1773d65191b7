"""`countercheck restore`: a backup becomes a data folder again, checked at every step.

The backup is read as a whole before anything is written. The rows come in one transaction, are brought
to this program's version, and are read back and held against the backup. A restore that was broken off
leaves a mark in the folder, and nothing else works with it.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import settings
from flows import wiring
from flows.upkeep import backup
from flows.upkeep.backup import Manifest
from models import archive, dump, store
from models.archive import Archive
from models.configuration import Settings
from models.dump import Rows
from models.errors import DatabaseError, UsageError
from models.receipt import Ledger
from models.rows.inbox import census, messages
from models.store import Store

MARK = wiring.UNFINISHED


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and the account of all mails in it."""

    held: Manifest
    ledger: Ledger
    missing: tuple[str, ...]
    """Kept files that rows speak of and the backup did not have."""


def restore(path: Path, data: Path, now: dt.datetime) -> Restored:
    """Make the data folder `data` from a backup; the database is the one that the settings name.

    Raises:
        UsageError: The backup is damaged, or the folder or the database is not empty.
        DatabaseError: The database or the disk refuses.
    """
    if data.exists() and any(data.iterdir()):
        raise UsageError(f"{data} is not empty: a backup is restored into a new folder")
    held = backup.verified(path)
    wiring.make_data_folder(data)
    (data / MARK).touch()
    _write_secrets(path, data)
    chosen = settings.load(data)
    opened = _empty_database(chosen, data)
    try:
        kept = archive.open_archive(data / "archive")
        with dump.loading(opened, held.version) as rows:
            _load(path, held, rows, kept)
        archive.flush()
        store.close(opened)
        opened = store.prepare(chosen.database.reveal())
        store.assert_sound(opened)
        counted = census.take(opened, now, now)
        (data / MARK).unlink()
        missing = tuple(sorted(counted.kept - archive.names(kept)))
        return Restored(held, messages.ledger(opened), missing)
    finally:
        store.close(opened)


def _empty_database(chosen: Settings, data: Path) -> Store:
    opened = store.bare(chosen.database.reveal())
    if not dump.is_empty(opened):
        store.close(opened)
        (data / MARK).unlink()
        raise UsageError("the database that the settings name is not empty: name a new one")
    return opened


def _load(path: Path, held: Manifest, rows: Rows, kept: Archive) -> None:
    if set(rows.tables()) != held.tables.keys():
        raise DatabaseError("the backup has other tables than its version should have: it cannot be restored")
    for name, content in backup.members(path):
        if name.startswith("rows/"):
            # They are in the order in which they refer to each other.
            rows.load(backup.table_of(name), content)
        elif name.startswith("files/"):
            archive.put_unflushed(kept, content.read())
    for name, copied in held.tables.items():
        if backup.counted(rows.lines(name)) != copied:
            message = f"the rows of {name} do not read back as they were written: nothing is restored"
            raise DatabaseError(message)


def _write_secrets(path: Path, data: Path) -> None:
    for name, content in backup.members(path):
        of_secret = name.removeprefix("secrets/")
        if name.startswith("secrets/") and of_secret in backup.SECRETS:
            target = data / of_secret
            target.touch(mode=0o600)
            target.write_bytes(content.read())
