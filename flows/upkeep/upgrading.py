"""Before an existing database is changed to a newer version, it is copied; the last few copies are kept."""

import datetime as dt
import logging
import os
from pathlib import Path

from flows.upkeep import backup
from models import store
from models.dump import Rows
from models.errors import DatabaseError
from models.kill_point import kill_point

log = logging.getLogger(__name__)

FOLDER = "backups"
KEPT = 3


def copy_before(data: Path, rows: Rows, now: dt.datetime) -> Path:
    """Copy the database into the data folder; return the copy.

    SQLite's is a database file that an older program works with when it is put back; PostgreSQL's has
    the rows as a backup has them.

    Raises:
        DatabaseError: There is no room for it: nothing is upgraded then.
    """
    folder = data / FOLDER
    ending = ".db" if rows.in_a_file else ".tar.gz"
    name = f"before-{store.head()}-from-{rows.version}-{now:%Y%m%dT%H%M%S}{ending}"
    unfinished = folder / f".{name}.unfinished"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for each in folder.glob(".*.unfinished"):
            each.unlink()
        if rows.in_a_file:
            unfinished.touch(mode=0o600)
            rows.copy_file(unfinished)
        else:
            backup.copy_rows(rows, unfinished, now)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        kill_point("copy_written")
        unfinished.replace(folder / name)
        _forget_oldest(folder)
    except OSError as refused:
        message = f"the database is not upgraded: {folder} cannot hold a copy of it ({refused.strerror})"
        raise DatabaseError(message) from None
    kill_point("copied_before_upgrade")
    log.info("the database is copied to %s before it is upgraded from %s", folder / name, rows.version)
    return folder / name


def _forget_oldest(folder: Path) -> None:
    copies = sorted(folder.glob("before-*"), key=lambda each: each.stat().st_mtime_ns)
    for each in copies[:-KEPT]:
        each.unlink()
