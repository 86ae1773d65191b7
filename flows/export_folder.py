"""A folder that exports of SAP are put into, by a person or a job: each is taken in as what it is.

Files are recognised by their headings. One that is not surely one kind of export, or not understood, goes
to `quarantine/` with a text beside it that says why and what to do.
"""

import logging
from dataclasses import dataclass, field
from pathlib import Path

from flows import exports
from flows.context import Context
from flows.exports import Imported
from flows.exports_reading import File
from flows.mailboxes.folder import FOLDERS, OpenedFolder, WatchedFolder
from flows.mailboxes.source import RefusedError
from models.errors import ColumnsNotUnderstoodError, MailboxError, OperatorError, UsageError
from models.invoice_desk import ExportKind
from models.kill_point import kill_point
from models.receipt import MessageState
from sap import nearest_kind
from sap.export_kinds import INVOICE_LIST, KINDS, QUOTATIONS

log = logging.getLogger(__name__)

WHY = ".why.txt"
"""What the name of the text ends in that says why a file was put aside."""


@dataclass(slots=True)
class _Taken:
    """What was taken in from a folder so far: the newest export of each kind."""

    imported: dict[ExportKind, Imported] = field(default_factory=dict)


def refresh(context: Context, path: Path | None) -> None:
    """Take in the exports that lie in the folder of the settings; what goes wrong is logged.

    Lists are still held against the last import.
    """
    if path is None:
        return
    try:
        take_folder(context, WatchedFolder(path))
    except MailboxError as error:
        log.warning("%s", error)


def take_folder(context: Context, folder: WatchedFolder) -> tuple[Imported, ...]:
    """Take in the newest complete export of each kind in a folder, and move all of them out of the way.

    A program that is killed before the move finds its import again.

    Raises:
        MailboxError: The folder is missing, or may not be written.
    """
    taken = _Taken()
    with folder.visit() as opened:
        for uid in reversed(opened.uids()):
            if context.should_stop():
                break
            _take(context, opened, uid, taken)
    return tuple(taken.imported.values())


def _take(context: Context, opened: OpenedFolder, uid: str, taken: _Taken) -> None:
    name, data = opened.name(uid), opened.fetch(uid)
    if data is None:
        log.warning("an export cannot be read or was changed just now: %s", name)
        return
    try:
        file = exports.opened(data, name)
        kind = _kind(context, file)
        if kind in taken.imported:
            log.info("an older export of %s is passed over: %s", kind, name)
        else:
            taken.imported[kind] = exports.import_opened(context, kind, file, seen_at=opened.arrived(uid))
            log.info("%s is taken in as %s", name, kind)
            kill_point("export_imported")
    except (ColumnsNotUnderstoodError, UsageError) as error:
        _put_aside(opened, uid, name, str(error))
    except OperatorError:
        raise
    except Exception:
        # One export must not keep all others from coming in, again and again.
        log.exception("the export %s is put aside", name)
        _put_aside(opened, uid, name, f"{name}: the program failed on it")
    else:
        _file_away(opened, uid, MessageState.PROCESSED)


def _kind(context: Context, file: File) -> ExportKind:
    """Return the kind of an export.

    Raises:
        UsageError: It is none of these, or may be several; the text says what to do.
        ColumnsNotUnderstoodError: It lacks columns of the kind that it is most like.
    """
    name = file.name
    found = exports.recognised(context, file.sheets, name)
    if found.kind in set(ExportKind):
        return ExportKind(found.kind)
    if found.kind == QUOTATIONS:
        raise UsageError(f"{name} holds quotations: take it in with countercheck import quotations FILE")
    if found.kind == INVOICE_LIST:
        raise UsageError(f"{name} is an invoice list: answer it with countercheck reconcile FILE")
    if found.possible:
        kinds = ", ".join(str(each) for each in found.possible)
        raise UsageError(
            f"{name} may be any of {kinds}: take it in once with countercheck import KIND FILE,"
            " then files with these headings are known"
        )
    lacking = nearest_kind.lacking(file.sheets, name, tuple(ExportKind), context.columns)
    why = f"{name}: its headings are those of no export ({', '.join(ExportKind)})."
    if lacking is not None and lacking.missing not in {each.layout.required for each in KINDS.values()}:
        why = str(lacking)
    raise ColumnsNotUnderstoodError(
        f'{why} Or take it in once with countercheck import KIND FILE --column "NAME=field",'
        " then files with these headings are known"
    )


def _put_aside(opened: OpenedFolder, uid: str, name: str, why: str) -> None:
    log.warning("the export %s is put aside: %s", name, why)
    folder = opened.watched.path / FOLDERS[MessageState.QUARANTINED]
    try:
        (folder / f"{name}{WHY}").write_text(why + "\n", encoding="utf-8")
    except OSError as refused:
        log.warning("%s cannot be written (%s)", folder / f"{name}{WHY}", refused.strerror)
    _file_away(opened, uid, MessageState.QUARANTINED)


def _file_away(opened: OpenedFolder, uid: str, state: MessageState) -> None:
    try:
        opened.file_away(uid, state)
    except RefusedError as error:
        log.warning("%s", error)
