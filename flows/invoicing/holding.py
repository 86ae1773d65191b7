"""What a list is held against: exports, each read when it is its turn, as far as it is about the list."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from models.archive import BlobCorruptError
from models.errors import ColumnsNotUnderstoodError, UsageError
from models.invoice_desk import ExportKind
from models.invoice_sources import (
    BillingItem,
    DeliveryItem,
    Fault,
    InvoiceProfile,
    Listed,
    SalesItem,
    Sources,
)
from models.policy import Policy
from sap import billing, deliveries, due_list, invoice_profiles, orders
from sap.headers import Names
from sap.invoice_list import InvoiceList
from sap.table import Content

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Given:
    """An export: what gives its content, its name, and what its columns are called besides."""

    data: Callable[[], Content]
    name: str
    also: Names


Unusable = Callable[[ExportKind, Exception], None]
"""Is told of an export that cannot be used, which then counts as missing."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """Exports that are read as far as they are about some documents."""

    given: Mapping[ExportKind, Given]
    unusable: Unusable | None

    def __call__(self, kind: ExportKind, read: Callable[[Given], Listed[Row]]) -> Listed[Row] | None:
        """Read an export if it is there and can be used."""
        return _read(self.given, self.unusable, kind, read)

    def orders(self, wanted: set[str]) -> Listed[SalesItem] | None:
        """Return these orders, and what was made from them."""
        return self(ExportKind.ORDERS, lambda one: orders.read(one.data(), one.name, wanted, one.also))

    def deliveries(
        self, wanted: set[str], ordered: Mapping[tuple[str, str], Decimal]
    ) -> Listed[DeliveryItem] | None:
        """Return the deliveries of these orders."""
        return self(
            ExportKind.DELIVERIES,
            lambda one: deliveries.read(one.data(), one.name, wanted, one.also, ordered),
        )

    def billing(
        self, wanted: set[str], ordered: Mapping[tuple[str, str], Decimal]
    ) -> Listed[BillingItem] | None:
        """Return the billing items of these orders and deliveries."""
        return self(
            ExportKind.BILLING, lambda one: billing.read(one.data(), one.name, wanted, one.also, ordered)
        )

    def billed_in(self, day: dt.date) -> tuple[BillingItem, ...] | None:
        """Return what was billed in the month of a day until it; None where nobody can tell."""
        found = self(ExportKind.BILLING, lambda one: _of_month(one, day))
        return found.rows if found is not None and not found.faults else None


def _of_month(given: Given, day: dt.date) -> Listed[BillingItem]:
    found = billing.of_month(given.data(), given.name, day, given.also)
    return found if found is not None else Listed((), (Fault(1, "no_date"),))


def sources(
    listed: InvoiceList,
    given: Mapping[ExportKind, Given],
    profiles: Listed[InvoiceProfile] | None = None,
    unusable: Unusable | None = None,
    month: dt.date | None = None,
) -> Sources:
    """Return what exports say of the orders in a list, and of what was made from these.

    `profiles` are those that are kept here; without them, those of an export. Without `unusable`, an export
    that cannot be used ends it. With `month`, all that was billed in its month until that day is read too.

    Raises:
        UsageError: A file is no table.
        ColumnsNotUnderstoodError: The columns of one are not understood.
    """
    read = _Reading(given, unusable)
    wanted = {row.order for row in listed.rows if row.order}
    sold = read.orders(wanted)
    wanted |= {each.order for each in sold.rows} if sold is not None else set()
    ordered = _ordered(sold, listed)
    shipped = read.deliveries(wanted, ordered)
    wanted |= {each.delivery for each in shipped.rows} if shipped is not None else set()
    wanted |= {each for row in listed.rows for each in row.deliveries}
    billed = read.billing(wanted, ordered)
    sold, shipped, billed = _with_requests(read, ordered, sold, shipped, billed)
    due = read(ExportKind.DUE, lambda one: due_list.read(one.data(), one.name, one.also))
    if profiles is None:
        profiles = read(
            ExportKind.PROFILES, lambda one: invoice_profiles.read(one.data(), one.name, None, one.also)
        )
    return Sources(sold, shipped, billed, profiles, due, month=read.billed_in(month) if month else None)


def _with_requests(
    read: _Reading,
    ordered: Mapping[tuple[str, str], Decimal],
    sold: Listed[SalesItem] | None,
    shipped: Listed[DeliveryItem] | None,
    billed: Listed[BillingItem] | None,
) -> tuple[Listed[SalesItem] | None, Listed[DeliveryItem] | None, Listed[BillingItem] | None]:
    """Add what was made from the deliveries and billing documents of the orders: most returns are."""
    origins = {each.delivery for each in shipped.rows} if shipped is not None else set()
    origins |= {each.document for each in billed.rows} if billed is not None else set()
    if sold is None or not origins:
        return sold, shipped, billed
    known = {each.order for each in sold.rows}
    found = read.orders(origins)
    if found is None:
        return None, shipped, billed
    rows = tuple(each for each in found.rows if each.reference in origins and each.order not in known)
    made = {each.order for each in rows}
    faults = tuple(each for each in found.faults if each.keys[:1] and each.keys[0] not in known)
    sold = replace(sold, rows=(*sold.rows, *rows), faults=(*sold.faults, *faults))
    if made:
        shipped = _joined(shipped, read.deliveries(made, ordered))
        received = {each.delivery for each in shipped.rows if each.order in made} if shipped else set()
        billed = _joined(billed, read.billing(made | received, ordered))
    return sold, shipped, billed


def _joined(one: Listed[Row] | None, other: Listed[Row] | None) -> Listed[Row] | None:
    """Return a list with what the other one has besides; None where one of them cannot be used."""
    if one is None or other is None:
        return None
    rows, faults = set(one.rows), set(one.faults)
    return replace(
        one,
        rows=(*one.rows, *(each for each in other.rows if each not in rows)),
        faults=(*one.faults, *(each for each in other.faults if each not in faults)),
    )


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


def month_of(policy: Policy, day: dt.date) -> dt.date | None:
    """Return the day until which a month's invoices are counted; None where no quota asks for it."""
    return day if policy.invoicing.quota.per_month else None
