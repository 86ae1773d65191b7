"""Which order item a row of the list means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk.invoicing.evidence import Evidence, Key
from extractors.fields import companies
from models.invoice_sources import Fault, ListRow, Said, SalesItem
from models.invoicing import Code

CHINESE = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Meant:
    """The order item of a row, or the decision that there is none."""

    key: Key | None = None
    code: Code | None = None
    reason: Said | None = None


def resolve(row: ListRow, evidence: Evidence) -> Meant:
    """Return the order item that a row means.

    A row without an item's number means the only item with its part, or of its deliveries, or at all.
    """
    if row.fault is not None:
        return Meant(code=Code.NOT_CHECKED, reason=row.fault)
    if evidence.sources.orders is None:
        return Meant(code=Code.NOT_CHECKED, reason=Said("no_source", {"source": "orders"}))
    assert row.order is not None, "a row without an order has a fault"
    items = evidence.by_order.get(row.order, ())
    unread = [each for key, each in evidence.unread_orders.items() if key[0] == row.order]
    if not items and not unread:
        return Meant(code=Code.UNKNOWN_ORDER, reason=Said("order_unknown", {"order": row.order}))
    if row.item is not None:
        return _stated(row, row.order, row.item, evidence)
    return _found(row, items, unread, evidence)


def _stated(row: ListRow, order: str, number: str, evidence: Evidence) -> Meant:
    key = (order, number)
    fault = evidence.unread_orders.get(key) or evidence.unread_orders.get((order, ""))
    if fault is not None:
        return Meant(code=Code.NOT_CHECKED, reason=_unread(fault))
    item = evidence.items.get(key)
    if item is None:
        return Meant(code=Code.UNKNOWN_ORDER, reason=Said("item_unknown", {"order": order, "item": number}))
    if row.carried and not is_same_part(row.part_number, item.part_number):
        return Meant(code=Code.NOT_CHECKED, reason=Said("no_order", {"detail": ""}))
    return (
        Meant(key)
        if _is_customers(row, item)
        else Meant(
            code=Code.UNKNOWN_ORDER,
            reason=Said("other_customer", {"order": order, "customer": item.customer_number or ""}),
        )
    )


def _unread(fault: Fault) -> Said:
    return Said("export_row_unread", {"source": "orders", "row": fault.row, "detail": fault.detail})


def _is_customers(row: ListRow, item: SalesItem) -> bool:
    """Tell whether number or name of the customer agree with the order, as far as both are stated."""
    numbers = {item.customer_number, item.payer} - {None}
    if row.customer_number is None or not numbers or row.customer_number in numbers:
        return True
    return row.customer is not None and row.customer == item.customer


def is_named(name: str, known: Iterable[str]) -> bool:
    """Tell whether a name may be that of a company: the same, or short for it, in one script.

    People write 上泵 for 上海泵业有限公司, and the English name where SAP has the Chinese one: names in
    another script tell nothing.
    """
    short = companies.key(name)
    script = CHINESE.search(short) is None
    same = [key for key in map(companies.key, known) if (CHINESE.search(key) is None) is script]
    return not same or any(_is_within(short, key) or _is_within(key, short) for key in same)


def _is_within(short: str, whole: str) -> bool:
    """Tell whether the characters of one name come in another one, in their order."""
    rest = iter(whole)
    return all(each in rest for each in short)


def is_same_part(one: str | None, other: str | None) -> bool:
    """Tell whether two printed part numbers are the same; unstated ones never are."""
    return one is not None and other is not None and one.strip().casefold() == other.strip().casefold()


def _found(row: ListRow, items: Sequence[SalesItem], unread: Sequence[Fault], evidence: Evidence) -> Meant:
    if unread:
        return Meant(code=Code.NOT_CHECKED, reason=_unread(unread[0]))
    fitting = [each for each in items if is_same_part(row.part_number, each.part_number)]
    if row.part_number is not None and not fitting and any(each.part_number for each in items):
        values: dict[str, str | int] = {"order": items[0].order, "part": row.part_number}
        return Meant(code=Code.UNKNOWN_ORDER, reason=Said("part_unknown", values))
    fitting = fitting or list(items)
    if len(fitting) > 1:
        fitting = [each for each in fitting if _is_delivered(row, each, evidence)] or fitting
    if len(fitting) > 1:
        fitting = [each for each in fitting if each.quantity == row.quantity] or fitting
    if len(fitting) != 1:
        return Meant(code=Code.NOT_CHECKED, reason=Said("item_open", {"order": items[0].order}))
    return _stated(row, fitting[0].order, fitting[0].item, evidence)


def _is_delivered(row: ListRow, item: SalesItem, evidence: Evidence) -> bool:
    deliveries = evidence.deliveries.get((item.order, item.item), ())
    return any(each.delivery in row.deliveries for each in deliveries)
