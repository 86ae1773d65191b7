"""Exports of SAP beside quotations: taken in as dated snapshots, understood by their headings.

The file is kept in the archive, its rows are read from there when a list is held against it. What a person
says about a file's columns is remembered for all files with the same headings. How complete exports are
taken from a folder is in `flows.export_folder`.
"""

import logging
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from flows import chosen_columns
from flows.basis import PERSON
from flows.context import Context
from models import archive, exports, profiles
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.invoice_desk import ColumnChoice, ExportKind, ExportSnapshot, ExportStanding
from models.invoicing import Listed
from models.kill_point import kill_point
from models.snapshot import SnapshotState
from models.store import Store
from sap import (
    billing,
    customer_materials,
    deliveries,
    due_list,
    export_kinds,
    invoice_profiles,
    orders,
    shapes,
    table,
)
from sap.headers import ColumnNames, Names
from sap.selection import SomeKeys
from sap.table import Content, Scanned

log = logging.getLogger(__name__)

LONG = 4_000_000
"""Bytes from which on only some of an export's rows are read to see whether they can be."""
ONE_IN = 25
"""Of a long export the rows of one key in so many are read then."""
NOTHING: frozenset[str] = frozenset()
"""No key at all: an export's rows are counted, and none is read."""
NAMED = frozenset({ExportKind.ORDERS, ExportKind.DELIVERIES, ExportKind.BILLING})
"""Kinds of which only the rows of some orders are read."""


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
    seems = recognised(context, file.sheets, file.name).kind
    if seems not in {None, kind} and not chosen:
        raise UsageError(
            f"{path.name} is no export of {kind} but of {seems}, by its headings;"
            ' if it is one all the same, say what a column of it means: --column "NAME=field"'
        )
    imported = import_opened(context, kind, file, chosen, confirmed=confirmed)
    if seems is None and not chosen:
        columns = said(context.store, kind, file.sheets, file.name)
        choice = ColumnChoice(kind.value, imported.understood.shape, columns, PERSON, context.now())
        exports.remember(context.store, choice)
    return imported


def content(path: Path) -> bytes:
    """Return the bytes of an export.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as refused:
        raise UsageError(f"{path} cannot be read ({refused.strerror}): give an export of SAP") from None


@dataclass(frozen=True, slots=True)
class File:
    """An export that was opened: long ones take a while, and are gone through several times."""

    data: bytes
    name: str
    sheets: Scanned


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
    confirmed: bool = False,
) -> Imported:
    """Take in an export as it came; see `import_opened`.

    Raises:
        UsageError: It is no table, or `chosen` names a field that there is not.
        ColumnsNotUnderstoodError: Its columns are not understood; the text says what to do.
    """
    return import_opened(context, kind, opened(data, name), chosen, confirmed=confirmed)


def import_opened(
    context: Context,
    kind: ExportKind,
    file: File,
    chosen: Mapping[str, str] | None = None,
    *,
    confirmed: bool = False,
) -> Imported:
    """Take in an export as the newest one of its kind; the same file again changes nothing.

    `chosen` says what columns mean, by their names as printed, and is remembered. An export with fewer than
    half of the rows of the last one waits until a person has `confirmed` it. Profiles that are used are
    taken over into those that are kept here.

    Raises:
        UsageError: `chosen` names a field that there is not.
        ColumnsNotUnderstoodError: Its columns are not understood; the text says what to do.
    """
    chosen_columns.assert_fields(kind, export_kinds.KINDS[kind].layout, chosen or {})
    name = file.name
    columns = {**said(context.store, kind, file.sheets, name), **(chosen or {})}
    read, complete = _read(context, kind, file, ColumnNames(context.columns, columns))
    if chosen:
        chosen_columns.assert_there(chosen, read.columns, read.unknown)
    sha256 = archive.put(context.archive, file.data)
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
        confirmed_by=PERSON if confirmed else None,
    )
    if chosen:
        exports.remember(context.store, ColumnChoice(kind.value, read.shape, columns, PERSON, now))
    imported = Imported(standing, new, read, complete)
    if standing.state is SnapshotState.USED:
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
        read = READERS[snapshot.kind](data, snapshot.name, None, names(context.columns, snapshot), {})
        _take_over(context, snapshot.kind, snapshot.name, read)
    return exports.decide(context.store, number, state, PERSON, context.now())


def names(also: Mapping[str, tuple[str, ...]], snapshot: ExportSnapshot) -> Names:
    """Return what the columns of an export mean as it was taken in."""
    unused = dict.fromkeys(snapshot.unknown, "")
    return ColumnNames(also, {**unused, **snapshot.columns})


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
    known = {each.kind for each in exports.choices(context.store) if each.shape in shape}
    if len(known) == 1 and (kind := known.pop()) in export_kinds.KINDS:
        return export_kinds.Recognised(kind, (kind,))
    return export_kinds.recognise(data, name, context.columns)


Ordered = Mapping[tuple[str, str], Decimal]
Reader = Callable[[Content, str, AbstractSet[str] | None, Names, Ordered], Listed[Any]]
READERS: Mapping[ExportKind, Reader] = {
    ExportKind.ORDERS: lambda data, name, wanted, also, _: orders.read(data, name, wanted, also),
    ExportKind.DELIVERIES: deliveries.read,
    ExportKind.BILLING: billing.read,
    ExportKind.DUE: lambda data, name, _, also, __: due_list.read(data, name, also),
    ExportKind.MATERIALS: lambda data, name, wanted, also, _: customer_materials.read(
        data, name, wanted, also
    ),
    ExportKind.PROFILES: lambda data, name, wanted, also, _: invoice_profiles.read(data, name, wanted, also),
}
"""What reads each kind: of the wanted keys, with names of columns and the quantities that are known."""


def _read(context: Context, kind: ExportKind, file: File, also: ColumnNames) -> tuple[Listed[Any], bool]:
    """Return what can be read of an export, and whether all of its rows were looked at."""
    wanted = SomeKeys(ONE_IN) if len(file.data) > LONG and kind in NAMED else None
    read = partial(READERS[kind], file.sheets, file.name, wanted, also)
    try:
        return read({}), wanted is None
    except ColumnsNotUnderstoodError as error:
        if error.missing or error.choices:
            raise chosen_columns.asking(f"countercheck import {kind} FILE", error) from None
        if kind is ExportKind.ORDERS:
            raise
        # Its numbers can be read in two ways: when a list is held against it, what was ordered tells.
        ordered = _ordered(context) if wanted is None else {}
        if ordered:
            return read(ordered), True
        return READERS[kind](file.sheets, file.name, NOTHING, also, {}), False


def _ordered(context: Context) -> Ordered:
    newest = exports.newest(context.store, ExportKind.ORDERS)
    if newest is None:
        return {}
    data = archive.get(context.archive, newest.sha256)
    wanted = SomeKeys(ONE_IN) if len(data) > LONG else None
    sold = orders.read(data, newest.name, wanted, names(context.columns, newest))
    return {(each.order, each.item): each.quantity for each in sold.rows if each.quantity is not None}


def said(store: Store, kind: str, data: Content, name: str) -> dict[str, str]:
    """Return what somebody said of the columns of such a file.

    Raises:
        UsageError: The file is no table.
    """
    known = {each.shape: each.columns for each in exports.choices(store) if each.kind == kind}
    if not known:
        return {}
    shape = next((each for each in shapes.possible(data, name) if each in known), None)
    return dict(known[shape]) if shape is not None else {}


def _take_over(context: Context, kind: ExportKind, name: str, read: Listed[Any]) -> int:
    if kind is not ExportKind.PROFILES:
        return 0
    return profiles.take_over(context.store, read.rows, name, context.now())
