"""What a list is held against: exports, each read when it is its turn, as far as it is about the list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TypeVar

from models.archive import BlobCorruptError
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.invoice_desk import ExportKind
from models.invoicing import InvoiceProfile, Listed, SalesItem, Sources
from sap import billing, deliveries, due_list, invoice_profiles, orders
from sap.headers import Names
from sap.invoice_list import InvoiceList

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Given:
    """An export: what gives its bytes, its name, and what its columns are called besides."""

    data: Callable[[], bytes]
    name: str
    also: Names


Unusable = Callable[[ExportKind, Exception], None]
"""Is told of an export that cannot be used, which then counts as missing."""


def sources(
    listed: InvoiceList,
    given: Mapping[ExportKind, Given],
    profiles: Listed[InvoiceProfile] | None = None,
    unusable: Unusable | None = None,
) -> Sources:
    """Return what exports say of the orders in a list, and of what was made from these.

    `profiles` are those that are kept here; without them, those of an export. Without `unusable`, an export
    that cannot be used ends it.

    Raises:
        UsageError: A file is no table.
        ColumnsNotUnderstoodError: The columns of one are not understood.
    """
    read = partial(_read, given, unusable)
    wanted = {row.order for row in listed.rows if row.order}
    sold = read(ExportKind.ORDERS, lambda one: orders.read(one.data(), one.name, wanted, one.also))
    wanted |= {each.order for each in sold.rows} if sold is not None else set()
    ordered = _ordered(sold, listed)
    shipped = read(
        ExportKind.DELIVERIES,
        lambda one: deliveries.read(one.data(), one.name, wanted, one.also, ordered),
    )
    wanted |= {each.delivery for each in shipped.rows} if shipped is not None else set()
    wanted |= {each for row in listed.rows for each in row.deliveries}
    billed = read(
        ExportKind.BILLING, lambda one: billing.read(one.data(), one.name, wanted, one.also, ordered)
    )
    due = read(ExportKind.DUE, lambda one: due_list.read(one.data(), one.name, one.also))
    if profiles is None:
        profiles = read(
            ExportKind.PROFILES, lambda one: invoice_profiles.read(one.data(), one.name, None, one.also)
        )
    return Sources(sold, shipped, billed, profiles, due)


def _read(
    given: Mapping[ExportKind, Given],
    unusable: Unusable | None,
    kind: ExportKind,
    read: Callable[[Given], Listed[Row]],
) -> Listed[Row] | None:
    if kind not in given:
        return None
    try:
        return read(given[kind])
    except (UsageError, ColumnsNotUnderstoodError, BlobCorruptError) as error:
        if unusable is None:
            raise
        unusable(kind, error)
        return None


def _ordered(sold: Listed[SalesItem] | None, listed: InvoiceList) -> dict[tuple[str, str], Decimal]:
    """Return the quantities by item that are known: they tell how a file writes its numbers."""
    claimed = {
        (row.order, row.item): row.quantity for row in listed.rows if row.order and row.item and row.quantity
    }
    items = sold.rows if sold is not None else ()
    return claimed | {(each.order, each.item): each.quantity for each in items if each.quantity is not None}
