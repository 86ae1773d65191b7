"""What reads each kind of export, and how much of it is looked at when it is taken in."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from flows import chosen_columns, packed_exports
from flows.context import Context
from models import archive
from models.errors import ColumnsNotUnderstoodError
from models.invoice_desk import ExportKind, ExportSnapshot
from models.invoice_sources import Listed
from models.rows.invoicing import exports
from sap import billing, customer_materials, deliveries, due_list, invoice_profiles, orders
from sap.headers import ColumnNames, Names
from sap.selection import OpenNotationError, SomeKeys
from sap.table import Content, Scanned

LONG = 4_000_000
"""Bytes from which on only some of an export's rows are read to see whether they can be."""
ONE_IN = 25
"""Of a long export the rows of one key in so many are read then."""
NAMED = frozenset({ExportKind.ORDERS, ExportKind.DELIVERIES, ExportKind.BILLING})
"""Kinds of which only the rows of some orders are read."""


@dataclass(frozen=True, slots=True)
class File:
    """An export that was opened: long ones take a while, and are gone through several times."""

    data: bytes
    name: str
    sheets: Scanned


def names(also: Mapping[str, tuple[str, ...]], snapshot: ExportSnapshot) -> Names:
    """Return what the columns of an export mean as it was taken in."""
    unused = dict.fromkeys(snapshot.unknown, "")
    return ColumnNames(also, {**unused, **snapshot.columns})


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


def read(context: Context, kind: ExportKind, file: File, also: ColumnNames) -> tuple[Listed[Any], bool]:
    """Return what can be read of an export, and whether all of its rows were looked at."""
    wanted = SomeKeys(ONE_IN) if len(file.data) > LONG and kind in NAMED else None
    reading = partial(READERS[kind], file.sheets, file.name, wanted, also)
    try:
        return reading({}), wanted is None
    except OpenNotationError as error:
        if kind in {ExportKind.ORDERS, ExportKind.DUE}:
            raise
        # When a list is held against it, what was ordered tells. Until then its rows are counted.
        ordered = _ordered(context) if wanted is None else {}
        if ordered:
            return reading(ordered), True
        return error.counted.listed((), ()), False
    except ColumnsNotUnderstoodError as error:
        raise chosen_columns.asking(f"countercheck import {kind} FILE", error) from None


def _ordered(context: Context) -> Ordered:
    newest = exports.newest(context.store, ExportKind.ORDERS)
    if newest is None:
        return {}
    data = packed_exports.read(context.archive, newest.sha256, newest.name)
    wanted = SomeKeys(ONE_IN) if archive.size(context.archive, newest.sha256) > LONG else None
    sold = orders.read(data, newest.name, wanted, names(context.columns, newest))
    return {(each.order, each.item): each.quantity for each in sold.rows if each.quantity is not None}
