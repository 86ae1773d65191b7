"""The quotations that orders are held against: exports in, the newest snapshot as a book out."""

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from compare.book import QuotationBook, build
from flows import quotations
from flows.context import Context
from models import archive, quotes
from models.case import Snapshot
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.store import Store
from sap import quotations as export
from sap.quotations import QuotationExport

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Imported:
    """An import: the snapshot, whether it is new, and how the export was understood (None if not new)."""

    snapshot: Snapshot
    new: bool
    export: QuotationExport | None = None


def import_file(context: Context, path: Path) -> Imported:
    """Take in an export of quotations as the newest snapshot; the same file again changes nothing.

    The file itself is kept as well. The import holds everything that may be ordered from: what it
    lacks is no longer quoted.

    Raises:
        UsageError: The file cannot be read.
        ColumnsNotUnderstoodError: Its columns are not understood; the text names them.
    """
    data = quotations.content(path)
    newest = quotes.newest(context.store)
    if newest is not None and newest.source_sha256 == hashlib.sha256(data).hexdigest():
        return Imported(newest, new=False)
    understood = export.read(data, path.name, context.columns)
    sha256 = archive.put(context.archive, data)
    found = understood.quotations
    snapshot, new = quotes.import_snapshot(context.store, found, path.name, sha256, context.now())
    return Imported(snapshot, new, understood)


def refresh(context: Context, path: Path | None) -> None:
    """Take in the export that the settings name, if it is another one than last time.

    One that is missing or not understood is logged: orders are still held against the last import.
    """
    if path is None:
        return
    try:
        import_file(context, path)
    except UsageError as error:
        log.warning("%s", error)
    except ColumnsNotUnderstoodError as error:
        log.warning("the quotations are not renewed: %s", error)


class Basis:
    """The newest snapshot as a book. It is built when first asked for, and again when one was added."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._number: int | None = None
        self._book = build(())

    def current(self) -> tuple[int | None, QuotationBook]:
        """Return the newest snapshot's number and its book; None and an empty one before any import."""
        newest = quotes.newest(self._store)
        if newest is not None and newest.number != self._number:
            self._book = build(quotes.load(self._store, newest.number))
            self._number = newest.number
        return self._number, self._book
