"""What a perfect reader would report about an order, and its differences in the shape of `check --json`."""

from dataclasses import dataclass

from demo.make_values import Offer, Order, find_item

Difference = dict[str, object]


@dataclass(frozen=True, slots=True)
class Case:
    """An order, the quotation it belongs to, and what a perfect reader would report.

    `named` tells how the order refers to its quotation: "named", "none" or "wrong".
    """

    order: Order
    offer: Offer
    named: str
    differences: tuple[Difference, ...] = ()
    tolerated: tuple[Difference, ...] = ()


def difference(
    field: str, kind: str, line: int | None, item: str | None, sides: tuple[str | None, str | None]
) -> Difference:
    """Return a difference as `check` reports it; `sides` are the document's value and the quotation's."""
    return {
        "field": field,
        "line": line,
        "quote_item": item,
        "kind": kind,
        "document": sides[0],
        "quotation": sides[1],
    }


def other_price(offer: Offer, order: Order, line: int, item: str) -> Difference:
    """Return that a line of the order has another price than the quoted item."""
    printed, quoted = order.lines[line - 1].price, find_item(offer, item).price
    return difference("unit_price", "differs", line, item, (str(printed), str(quoted)))


def other_quantity(offer: Offer, order: Order, line: int, item: str) -> Difference:
    """Return that a line orders another quantity than was quoted."""
    printed, quoted = order.lines[line - 1].quantity, find_item(offer, item).quantity
    return difference("quantity", "differs", line, item, (str(printed), str(quoted)))


def too_early(order: Order, offer: Offer, line: int, item: str) -> Difference:
    """Return that a line is wanted before the quoted lead time has passed."""
    sides = (str(order.lines[line - 1].delivery), offer.lead_time)
    early = difference("delivery_date", "differs", line, item, sides)
    return early | {"also": [early | {"field": "lead_time"}]}


def sums() -> tuple[Difference, ...]:
    """Return what follows from another difference and may be reported as well."""
    return tuple({"field": each, "kind": "differs"} for each in ("total_amount", "amount"))
