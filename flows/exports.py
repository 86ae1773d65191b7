"""Exports of SAP beside quotations: taken in as dated snapshots, understood by their headings.

The file is kept in the archive, its rows are read from there when a list is held against it. What a person
says about a file's columns is remembered for all files with the same headings. How complete exports are
taken from a folder is in `flows.export_folder`.
"""

import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from flows import chosen_columns, exports_reading, materials, packed_exports
from flows.basis import PERSON
from flows.context import Context
from flows.exports_reading import READERS, File
from models import archive, packs
from models.errors import UsageError
from models.invoice_desk import ColumnChoice, ExportKind, ExportSnapshot, ExportStanding
from models.invoice_sources import Listed
from models.kill_point import kill_point
from models.rows.invoicing import column_choices, exports, profiles
from models.snapshot import SnapshotState
from models.store import Store
from sap import export_kinds, nearest_kind, shapes, table
from sap.headers import ColumnNames, Names
from sap.table import Content

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Imported:
    """An import: how it stands, whether it is new, and how it was understood.

    `complete` is False where only some of its rows were read. Of one that waits, `held_against` is the export
    that lists are still held against. `profiles` counts customers' profiles that changed.
    """

    standing: ExportStanding
    new: bool
    understood: Listed[Any]
    complete: bool = True
    held_against: ExportSnapshot | None = None
    profiles: int = 0

    @property
    def waits(self) -> bool:
        """Tell whether a person has to decide on it."""
        return self.standing.state is SnapshotState.WAITING


def import_file(
    context: Context,
    kind: ExportKind,
    path: Path,
    chosen: Mapping[str, str] | None = None,
    *,
    confirmed: bool = False,
) -> Imported:
    """Take in an export from the disk as a person says; see `import_data`.

    Where its headings do not tell its kind, the kind is remembered for files with these headings.

    Raises:
        UsageError: The file cannot be read, is no table, or is surely another kind of file.
        ColumnsNotUnderstoodError: Its columns are not understood; the text says what to do.
    """
    file = opened(content(path), path.name)
    seems = _assert_kind(context, kind, file, chosen)
    imported = import_opened(context, kind, file, chosen, confirmed=confirmed)
    if seems is None and not chosen:
        columns = said(context.store, kind, file.sheets, file.name)
        choice = ColumnChoice(kind.value, imported.understood.shape, columns, PERSON, context.now())
        column_choices.remember(context.store, choice)
    return imported


def _assert_kind(
    context: Context, kind: ExportKind, file: File, chosen: Mapping[str, str] | None
) -> str | None:
    """Return what a file seems to be, None where its headings do not tell.

    Raises:
        UsageError: It is surely another kind of file, and nothing was said of its columns.
    """
    seems = recognised(context, file.sheets, file.name).kind
    if seems not in {None, kind} and not chosen:
        raise UsageError(
            f"{file.name} is no export of {kind} but of {seems}, by its headings;"
            ' if it is one all the same, say what a column of it means: --column "NAME=field"'
        )
    return seems


def content(path: Path) -> bytes:
    """Return the bytes of an export.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as refused:
        raise UsageError(f"{path} cannot be read ({refused.strerror}): give an export of SAP") from None


def opened(data: bytes, name: str) -> File:
    """Return an export that is opened.

    Raises:
        UsageError: It is no table.
    """
    return File(data, name, table.scanned(data, name))


def import_data(
    context: Context,
    kind: ExportKind,
    data: bytes,
    name: str,
    chosen: Mapping[str, str] | None = None,
    *,
    seen_at: dt.datetime | None = None,
    confirmed: bool = False,
) -> Imported:
    """Take in an export as it came; see `import_opened`.

    Raises:
        UsageError: It is no table, is surely another kind, or `chosen` names a field that there is not.
        ColumnsNotUnderstoodError: Its columns are not understood; the text says what to do.
    """
    file = opened(data, name)
    # One that lacks columns of the kind is asked about, whatever else it looks like.
    if nearest_kind.lacking(file.sheets, name, (kind,), context.columns) is None:
        _assert_kind(context, kind, file, chosen)
    return import_opened(context, kind, file, chosen, seen_at=seen_at, confirmed=confirmed)


def import_opened(
    context: Context,
    kind: ExportKind,
    file: File,
    chosen: Mapping[str, str] | None = None,
    *,
    seen_at: dt.datetime | None = None,
    confirmed: bool = False,
) -> Imported:
    """Take in an export as the newest one of its kind; the same file again is only as new as it is now.

    `chosen` says what columns mean, by their names as printed, and is remembered. `seen_at` is when it was
    delivered, if not now. An export with fewer than half of the rows of the last one, or that was taken in
    before the one in use, waits until a person has `confirmed` it. Profiles that are used are taken over into
    those that are kept here.

    Raises:
        UsageError: `chosen` names a field that there is not.
        ColumnsNotUnderstoodError: Its columns are not understood; the text says what to do.
    """
    chosen_columns.assert_fields(kind, export_kinds.KINDS[kind].layout, chosen or {})
    name = file.name
    columns = {**said(context.store, kind, file.sheets, name), **(chosen or {})}
    packing = packed_exports.packing(file.sheets, len(file.data))
    if packing is not None:
        file = replace(file, sheets=packing.sheets)
    read, complete = exports_reading.read(context, kind, file, ColumnNames(context.columns, columns))
    if chosen:
        chosen_columns.assert_there(chosen, read.columns, read.unknown)
    sha256 = archive.put(context.archive, file.data)
    if not packs.path(context.archive, sha256).exists():
        packed_exports.keep(context.archive, sha256, name, packing)
    kill_point("export_kept")
    now = context.now()
    standing, new = exports.take(
        context.store,
        kind,
        name,
        sha256,
        rows=read.total,
        columns=read.columns,
        unknown=read.unknown,
        now=now,
        seen_at=seen_at,
        confirmed_by=PERSON if confirmed else None,
    )
    if not archive.size(context.archive, sha256):
        # The night's tidying took the file of an older one that was the same.
        archive.put(context.archive, file.data)
    if chosen:
        column_choices.remember(context.store, ColumnChoice(kind.value, read.shape, columns, PERSON, now))
    imported = Imported(standing, new, read, complete)
    if standing.state is SnapshotState.USED:
        _complete_quotations(context, kind)
        return replace(imported, profiles=_take_over(context, kind, name, read))
    held_against = exports.newest(context.store, kind)
    if imported.waits and held_against is not None:
        log.warning(
            "the %s of %s wait for a person: %d rows, %d before", kind, name, read.total, held_against.rows
        )
    return replace(imported, held_against=held_against)


def decide(context: Context, number: int, state: SnapshotState) -> bool:
    """Use or discard an export that waits, as a person says; tell whether it waited.

    Raises:
        OperatorError: Its file is not understood any more.
    """
    found = exports.found(context.store, number)
    if found is None or found.state is not SnapshotState.WAITING:
        return False
    snapshot = found.snapshot
    if state is SnapshotState.USED and snapshot.kind is ExportKind.PROFILES:
        # Before the decision: stopped in between, it is made again and changes nothing more.
        data = archive.get(context.archive, snapshot.sha256)
        also = exports_reading.names(context.columns, snapshot)
        read = READERS[snapshot.kind](data, snapshot.name, None, also, {})
        _take_over(context, snapshot.kind, snapshot.name, read)
    decided = exports.decide(context.store, number, state, PERSON, context.now())
    if decided and state is SnapshotState.USED:
        _complete_quotations(context, snapshot.kind)
    return decided


def remembered(store: Store, kind: str, data: bytes, name: str, also: Mapping[str, tuple[str, ...]]) -> Names:
    """Return what the columns of a file mean as far as somebody said it of such a file.

    Raises:
        UsageError: The file is no table.
    """
    return ColumnNames(also, said(store, kind, data, name))


def recognised(context: Context, data: Content, name: str) -> export_kinds.Recognised:
    """Return which export a file is; files of a shape that was imported as one kind are that kind.

    Raises:
        UsageError: The file is no table.
    """
    shape = frozenset(shapes.possible(data, name))
    known = {each.kind for each in column_choices.choices(context.store) if each.shape in shape}
    if len(known) == 1 and (kind := known.pop()) in export_kinds.KINDS:
        return export_kinds.Recognised(kind, (kind,))
    return export_kinds.recognise(data, name, context.columns)


def said(store: Store, kind: str, data: Content, name: str) -> dict[str, str]:
    """Return what somebody said of the columns of such a file.

    Raises:
        UsageError: The file is no table.
    """
    known = {each.shape: each.columns for each in column_choices.choices(store) if each.kind == kind}
    if not known:
        return {}
    shape = next((each for each in shapes.possible(data, name) if each in known), None)
    return dict(known[shape]) if shape is not None else {}


def _complete_quotations(context: Context, kind: ExportKind) -> None:
    if kind is ExportKind.MATERIALS:
        materials.renew(context)


def _take_over(context: Context, kind: ExportKind, name: str, read: Listed[Any]) -> int:
    if kind is not ExportKind.PROFILES:
        return 0
    return profiles.take_over(context.store, read.rows, name, context.now())
