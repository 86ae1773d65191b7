"""Which export a file is, told by its headings alone, and only where that is sure.

A file often has the columns of several kinds: billing items name the order, an order list looks like one of
quotations. One kind goes before another if what identifies the other's rows is a mere attribute of its own
ones, or if it knows all columns that the other knows and several more.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.invoice_desk import ExportKind
from sap import (
    billing,
    customer_materials,
    deliveries,
    due_list,
    headers,
    invoice_list,
    invoice_profiles,
    layouts,
    orders,
    table,
)
from sap.headers import Header, Names
from sap.layouts import Layout
from sap.quoting import quotations
from sap.selection import HEAD
from sap.table import Content, Row, Sheet

QUOTATIONS, INVOICE_LIST = "quotations", "invoice_list"
"""What else a file may be that is no export of these kinds."""
QUOTATION_TYPES = frozenset({"QT", "AG", "ZQT", "ZAG", "QUOTATION", "ANGEBOT", "报价", "报价单"})
"""Sales document types of quotations (VBAK-AUART): standard ones in English and German, and in words."""
MORE = 3
"""So many more columns make a kind sure that knows all columns that another one knows."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its columns, and the field that identifies its rows."""

    layout: Layout
    keys: tuple[str, ...]


KINDS: Mapping[str, Kind] = {
    ExportKind.ORDERS: Kind(orders.LAYOUT, ("sales_document",)),
    ExportKind.DELIVERIES: Kind(deliveries.LAYOUT, ("delivery",)),
    ExportKind.BILLING: Kind(billing.LAYOUT, ("billing_document",)),
    ExportKind.DUE: Kind(due_list.LAYOUT, ("document",)),
    ExportKind.MATERIALS: Kind(customer_materials.LAYOUT, ("customer_number",)),
    ExportKind.PROFILES: Kind(invoice_profiles.LAYOUT, ("customer_number",)),
    QUOTATIONS: Kind(quotations.LAYOUT, ("quotation", "sales_document")),
    INVOICE_LIST: Kind(invoice_list.LAYOUT, ("order",)),
}


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is: `kind` where it is sure; `possible` are all kinds whose columns it has."""

    kind: str | None
    possible: tuple[str, ...] = ()


def recognise(data: Content, name: str, also: Names | None = None) -> Recognised:
    """Return which export a file is.

    Raises:
        UsageError: The file is no table.
    """
    sheets = [
        Sheet(each.name, [each.clean(row) for row in itertools.islice(each.rows(), HEAD)])
        for each in table.scan(data, name)
    ]
    found = dict(_fitting(sheets, also))
    if QUOTATIONS in found:
        found = _by_document_type(found)
    first = [one for one in found if all(_before(found, one, other) for other in found if other != one)]
    return Recognised(first[0] if len(first) == 1 else None, tuple(found))


@dataclass(frozen=True, slots=True)
class _Fit:
    """A sheet that has the columns of a kind."""

    header: Header
    rows: Sequence[Row]


def _fitting(sheets: Sequence[Sheet], also: Names | None) -> Iterator[tuple[str, _Fit]]:
    for name, kind in KINDS.items():
        layout = kind.layout
        for sheet in sheets:
            header = headers.recognise(sheet.rows, layout.names, also, trusting=layout.trusting)
            if header is not None and not layouts.lacking(header, layout):
                yield name, _Fit(header, sheet.rows[header.row + 1 :])
                break


def _by_document_type(found: Mapping[str, _Fit]) -> dict[str, _Fit]:
    """Tell orders from quotations, whose lists have the same columns, by the types of their documents.

    A list of quotations holds nothing else; in one of orders, what is no order is told later.
    """
    fit = found[QUOTATIONS]
    at = fit.header.columns.get("document_type")
    if at is None:
        return dict(found)
    types = {
        str(layouts.cell_at(row, at)).strip().upper() for row in fit.rows if row not in fit.header.printed
    }
    types.discard("")
    if not types:
        return dict(found)
    gone = ExportKind.ORDERS if types <= QUOTATION_TYPES else QUOTATIONS
    return {name: each for name, each in found.items() if name != gone}


def _before(found: Mapping[str, _Fit], one: str, other: str) -> bool:
    """Tell whether a file that may be both is surely the one."""
    mine, others = found[one].header, found[other].header
    my_key, other_key = _key(one, mine), _key(other, others)
    if my_key != other_key:
        return other_key in mine.columns.values() and my_key not in others.columns.values()
    knows, other_knows = set(mine.columns.values()), set(others.columns.values())
    return knows >= other_knows and len(knows) >= len(other_knows) + MORE


def _key(name: str, header: Header) -> int | None:
    return next((header.columns[each] for each in KINDS[name].keys if each in header.columns), None)
