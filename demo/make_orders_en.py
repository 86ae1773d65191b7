"""What customers abroad order: from their quotations, with the mistakes that real customers make."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from demo.make_cases import Case, difference, other_quantity, sums
from demo.make_values import Offer, Order, numbered, ordered

D = Decimal


def castlebridge(offers: Mapping[str, Offer]) -> Case:
    """Return an order with prices per hundred, one of them for more pieces than were quoted."""
    offer = offers["20018240"]
    lines = []
    for each in offer.items:
        line = replace(ordered(offer, each.item), drawing=None, price=each.price, per=each.per)
        lines.append(replace(line, delivery=dt.date(2027, 1, 8)))
    lines[1] = replace(lines[1], quantity=D(500))
    order = Order(
        kind="purchase_order",
        language="en",
        number="4500187236",
        date=dt.date(2026, 11, 17),
        customer=offer.customer,
        currency="GBP",
        lines=numbered(tuple(lines), 10, 5),
        quotation=offer.number,
        tax_included=False,
        place="Teesford Works, Gate 4, Jetty Road, Teesford",
        payment_terms="Net 30 days after receipt of invoice",
        incoterms="DAP Teesford",
    )
    return Case(order, offer, "named", (other_quantity(offer, order, 2, "20"),), sums())


def fjordholm(offers: Mapping[str, Offer]) -> Case:
    """Return an order that matches, written as a table into the mail."""
    offer = offers["20018251"]
    order = Order(
        kind="purchase_order",
        language="en",
        number="FP-61124",
        date=dt.date(2026, 11, 19),
        customer=offer.customer,
        currency="EUR",
        lines=numbered(tuple(ordered(offer, each.item) for each in offer.items)),
        quotation=offer.number,
        delivery=dt.date(2027, 1, 11),
        payment_terms="Net 45 days from invoice date",
        incoterms="FCA Tianjin",
    )
    return Case(order, offer, "named")


def marlow(offers: Mapping[str, Offer]) -> Case:
    """Return an order over two pages, on which the customer miscalculated the amount of one line."""
    offer = offers["20018258"]
    lines = [ordered(offer, each.item) for each in offer.items]
    right = lines[16].amount
    lines[16] = replace(lines[16], miscalculated=right + 900)
    order = Order(
        kind="purchase_order",
        language="en",
        number="MF-118-2044",
        date=dt.date(2026, 11, 16),
        customer=offer.customer,
        currency="USD",
        lines=numbered(tuple(lines), 1, 3),
        quotation=offer.number,
        lead_time="P12W",
        payment_terms="Net 60 days",
        incoterms="FCA Tianjin",
    )
    wrong = difference("amount", "arithmetic", 17, "170", (str(right + 900), str(right)))
    return Case(order, offer, "named", (wrong,), sums())


def sudwald(offers: Mapping[str, Offer]) -> Case:
    """Return an order in German notation that names another customer's quotation."""
    offer, named = offers["20018245"], offers["20018254"]
    week = tuple(dt.date.fromisocalendar(2027, 4, day).isoformat() for day in range(1, 7))
    lines = []
    for each in offer.items:
        line = replace(ordered(offer, each.item), price=each.price, unit="St")
        lines.append(replace(line, per=each.per if each.per > 1 else None))
    order = Order(
        kind="purchase_order",
        language="en",
        number="BE-7702154",
        date=dt.date(2026, 11, 18),
        customer=offer.customer,
        currency="EUR",
        lines=numbered(tuple(lines)),
        quotation=named.number,
        delivery=dt.date.fromisocalendar(2027, 4, 7),
        payment_terms="Net 30 days",
        incoterms="DAP Kesselbruck",
        further={"delivery_date": week},
    )
    wrong = difference("quotation_number", "differs", None, None, (named.number, offer.number))
    return Case(order, offer, "wrong", (wrong,), ({"field": "price_per", "kind": "differs"},))
