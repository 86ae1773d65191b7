"""The quotations that orders are held against: exports in, the newest snapshot as a book out."""

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from compare import customer_numbers
from compare.book import QuotationBook, build
from flows import materials, quotations
from flows.context import Context
from flows.mailboxes.folder import OpenedFolder, WatchedFolder
from flows.mailboxes.source import RefusedError
from models import archive
from models.case import Snapshot
from models.errors import ColumnsNotUnderstoodError, MailboxError, OperatorError, UsageError
from models.kill_point import kill_point
from models.receipt import MessageState
from models.rows.quotations import quotes
from models.snapshot import SnapshotState, Standing
from models.store import Store
from sap.quoting import quotations as export
from sap.quoting.quotations import QuotationExport

log = logging.getLogger(__name__)


PERSON = "desk"
"""By whom a person's decision is said to be: the pages and the command line know no names."""


@dataclass(frozen=True, slots=True)
class Imported:
    """An import: the snapshot, whether it is new, and how the export was understood (None if not new).

    Of one that waits, `held_against` is the snapshot that orders are still held against.
    """

    snapshot: Snapshot
    new: bool
    export: QuotationExport | None = None
    state: SnapshotState = SnapshotState.USED
    held_against: Snapshot | None = None

    @property
    def waits(self) -> bool:
        """Tell whether a person has to decide on it."""
        return self.state is SnapshotState.WAITING


def import_file(context: Context, path: Path, *, confirmed: bool = False) -> Imported:
    """Take in an export of quotations from the disk; see `import_data`.

    Raises:
        UsageError: The file cannot be read, or is no table.
        ColumnsNotUnderstoodError: Its columns are not understood; the text names them.
    """
    return import_data(context, quotations.content(path), path.name, confirmed=confirmed)


def import_data(context: Context, data: bytes, name: str, *, confirmed: bool = False) -> Imported:
    """Take in an export of quotations as the newest snapshot; the same file again changes nothing.

    What customers call our materials completes it, and the file itself is kept as well. The import holds
    everything that may be ordered from: what it lacks is no longer quoted. One that lacks more than half of
    it waits until a person has `confirmed` it.

    Raises:
        UsageError: It is no table.
        ColumnsNotUnderstoodError: Its columns are not understood; the text names them.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    known = quotes.known(context.store, sha256)
    if known is not None and (not confirmed or known.state is SnapshotState.USED):
        return _imported(context, known, None)
    understood = export.read(data, name, context.columns)
    archive.put(context.archive, data)
    number, numbers = materials.current(context)
    standing, new = quotes.import_snapshot(
        context.store,
        customer_numbers.completed(understood.quotations, numbers),
        name,
        sha256,
        context.now(),
        materials=number,
        confirmed_by=PERSON if confirmed else None,
    )
    imported = _imported(context, standing, understood if new or confirmed else None)
    if imported.waits and imported.held_against is not None:
        log.warning(
            "the quotations of %s wait for a person: %d with %d items, %d with %d before",
            name,
            imported.snapshot.quotations,
            imported.snapshot.items,
            imported.held_against.quotations,
            imported.held_against.items,
        )
    return imported


def _imported(context: Context, standing: Standing, understood: QuotationExport | None) -> Imported:
    used = standing.state is SnapshotState.USED
    held_against = None if used else quotes.newest(context.store)
    new = understood is not None
    return Imported(standing.snapshot, new, understood, standing.state, held_against)


def refresh(context: Context, path: Path | None) -> None:
    """Take in the export that the settings name, if it is another one than last time.

    A folder is looked through for the newest complete one. What is missing or not understood is logged:
    orders are still held against the last import.
    """
    if path is None:
        return
    try:
        if path.is_dir():
            take_folder(context, WatchedFolder(path))
        else:
            _refresh_file(context, path)
    except (UsageError, MailboxError) as error:
        log.warning("%s", error)
    except ColumnsNotUnderstoodError as error:
        log.warning("the quotations are not renewed: %s", error)


def take_folder(context: Context, folder: WatchedFolder) -> Imported | None:
    """Take in the newest complete export of a folder, and move it and all older ones out of the way.

    One that is not understood is moved to `quarantine/`, and the next older one is tried. A program that
    is killed before the move finds its import again.

    Raises:
        MailboxError: The folder is missing, or may not be written.
    """
    imported: Imported | None = None
    with folder.visit() as opened:
        for uid in reversed(opened.uids()):
            if imported is not None:
                log.info("an older export of quotations is passed over: %s", opened.name(uid))
                _file_away(opened, uid, MessageState.PROCESSED)
            else:
                imported = _take(context, opened, uid)
    return imported


def _take(context: Context, opened: OpenedFolder, uid: str) -> Imported | None:
    name, data = opened.name(uid), opened.fetch(uid)
    if data is None:
        log.warning("an export of quotations cannot be read or was changed just now: %s", name)
        return None
    try:
        imported = import_data(context, data, name)
    except (ColumnsNotUnderstoodError, UsageError) as error:
        log.warning("the quotations of %s are put aside: %s", name, error)
    except OperatorError:
        raise
    except Exception:
        # One export must not keep all orders from coming in, again and again.
        log.exception("the quotations of %s are put aside", name)
    else:
        kill_point("export_imported")
        _file_away(opened, uid, MessageState.PROCESSED)
        return imported
    _file_away(opened, uid, MessageState.QUARANTINED)
    return None


def _file_away(opened: OpenedFolder, uid: str, state: MessageState) -> None:
    try:
        opened.file_away(uid, state)
    except RefusedError as error:
        log.warning("%s", error)


def _refresh_file(context: Context, path: Path) -> None:
    data = quotations.content(path)
    taken = quotes.taken(context.store, hashlib.sha256(data).hexdigest())
    if taken is not None and quotations.changed_at(path) <= taken:
        # It was taken in as it is; what came by another way since then is newer.
        return
    import_data(context, data, path.name)


class Basis:
    """The newest used snapshot as a book. It is built when first asked for, and again when one was added."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._built: int | None = None
        self._book = build(())

    def current(self) -> tuple[int | None, QuotationBook]:
        """Return the newest used snapshot's number and its book; None and an empty one before any import."""
        newest = quotes.newest(self._store)
        if newest is None:
            return None, self._book
        if self._built != newest.number:
            self._book = build(quotes.load(self._store, newest.number))
            self._built = newest.number
        return newest.number, self._book
