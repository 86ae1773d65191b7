"""What Chinese customers order: from their quotations, with the mistakes that real customers make."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from demo.make_cases import Case, Difference, difference, other_price, other_quantity, sums, too_early
from demo.make_values import Line, Offer, Order, find_item, numbered, ordered

D = Decimal


def yunxiu(offers: Mapping[str, Offer]) -> Case:
    """Return a contract that matches: gross prices that are the net ones of the quotation with tax."""
    offer = offers["20018231"]
    lines = [replace(ordered(offer, each.item, gross=True), drawing=None) for each in offer.items]
    # 1092.04 net is 1234.0052 gross: SAP rounded the net price, and the contract states what was agreed.
    lines[3] = replace(lines[3], price=D("1234.00"))
    order = Order(
        kind="contract",
        language="zh",
        number="YX-2026-1107",
        date=dt.date(2026, 11, 16),
        customer=offer.customer_local,
        currency="CNY",
        lines=numbered(tuple(lines)),
        quotation=offer.number,
        tax_rate=13,
        tax_included=True,
        lead_time="P6W",
        place="云岫市泵业大道8号需方仓库",
        payment_terms=offer.payment_terms,
    )
    return Case(order, offer, "named")


def beiyu(offers: Mapping[str, Offer]) -> Case:
    """Return a contract with two digits of a price swapped, and one date before the quoted lead time."""
    offer = offers["20018236"]
    dates = [dt.date(2027, 1, 15), dt.date(2027, 1, 20), dt.date(2027, 1, 15), dt.date(2026, 12, 20)]
    pairs = zip(offer.items, dates, strict=True)
    lines = [replace(ordered(offer, item.item), delivery=date) for item, date in pairs]
    lines[1] = replace(lines[1], price=D("5420.00"))
    order = Order(
        kind="contract",
        language="zh",
        number="BYCG2026-11-0386",
        date=dt.date(2026, 11, 18),
        customer=offer.customer_local,
        currency="CNY",
        lines=numbered(tuple(lines), 10, 4),
        quotation=offer.number,
        tax_rate=13,
        tax_included=False,
        place="北屿新区港前路19号设备库",
        payment_terms="票到60天付款",
    )
    return Case(
        order, offer, "named", (other_price(offer, order, 2, "20"), too_early(order, offer, 4, "40")), sums()
    )


def hailanwan(offers: Mapping[str, Offer]) -> Case:
    """Return an order that takes the net prices of the quotation for gross ones, on every line."""
    offer = offers["20018243"]
    lines = numbered(tuple(ordered(offer, each.item) for each in offer.items))
    order = Order(
        kind="purchase_order",
        language="zh",
        number="HLW-PO-2611-047",
        date=dt.date(2026, 11, 19),
        customer=offer.customer_local,
        currency="CNY",
        lines=lines,
        quotation=offer.number,
        tax_rate=13,
        tax_included=True,
        delivery=dt.date(2027, 1, 22),
        place="海澜湾化工园区一号门",
        payment_terms=offer.payment_terms,
    )
    taxes: list[Difference] = [{"field": "tax_included", "line": None, "quote_item": None, "kind": "differs"}]
    differences = [
        other_price(offer, order, i, item.item) | {"also": taxes} for i, item in enumerate(offer.items, 1)
    ]
    tolerated: list[Difference] = [
        {"field": each, "kind": "differs"} for each in ("tax_included", "tax_rate")
    ]
    return Case(order, offer, "named", tuple(differences), (*sums(), *tolerated))


def qinghe(offers: Mapping[str, Offer]) -> Case:
    """Return an order that matches and names no quotation: an older, cheaper one has the same parts."""
    offer = offers["20018247"]
    lines = []
    for each in offer.items:
        name, size = each.text.split(" ", 1)
        lines.append(
            replace(ordered(offer, each.item), description=name, further={"description": (each.text, size)})
        )
    order = Order(
        kind="purchase_order",
        language="zh",
        number="QH20261118-03",
        date=dt.date(2026, 11, 18),
        customer=offer.customer_local,
        currency="CNY",
        lines=numbered(tuple(lines)),
        tax_rate=13,
        tax_included=False,
        delivery=dt.date(2026, 12, 25),
        place="青禾市滨水路203号3号库",
    )
    return Case(order, offer, "none")


def donglan(offers: Mapping[str, Offer]) -> Case:
    """Return a contract with a tool that was not quoted, without a quoted item, and with other payment."""
    offer = offers["20018249"]
    lines = [ordered(offer, each, gross=True) for each in ("10", "20", "30")]
    tool = Line("密封拆装工具 T-45", D(1), "套", D("680.00"), part="2K9B-90045")
    order = Order(
        kind="contract",
        language="zh",
        number="DL-HT-26-118",
        date=dt.date(2026, 11, 17),
        customer=offer.customer_local,
        currency="CNY",
        lines=numbered((*lines, tool)),
        quotation=offer.number,
        tax_rate=13,
        tax_included=True,
        lead_time="P45D",
        place="东蓝市药谷三路5号",
        payment_terms="货到验收合格后90天电汇付款",
    )
    extra = difference("part_number", "not_in_quotation", 4, None, (tool.part, None))
    left = difference("part_number", "not_ordered", None, "40", (None, find_item(offer, "40").gpn))
    terms = difference("payment_terms", "differs", None, None, (order.payment_terms, offer.payment_terms))
    also_extra = [extra | {"field": each} for each in (None, "description", "quantity")]
    also_left = [left | {"field": each} for each in (None, "description", "quantity")]
    differences = (extra | {"also": also_extra}, left | {"also": also_left}, terms)
    return Case(order, offer, "named", differences, sums())


def changling(offers: Mapping[str, Offer]) -> Case:
    """Return an order in the text of a mail, with a higher price than quoted on one line."""
    offer = offers["20018256"]
    lines = [ordered(offer, each) for each in ("10", "20", "30")]
    lines[0] = replace(lines[0], price=D("3840.00"))
    order = Order(
        kind="purchase_order",
        language="zh",
        number="CLW-26110382",
        date=dt.date(2026, 11, 20),
        customer=offer.customer_local,
        currency="CNY",
        lines=numbered(tuple(lines)),
        quotation=offer.number,
        tax_rate=13,
        tax_included=False,
        delivery=dt.date(2026, 12, 31),
        place="长岭湾市纸业路77号备件库",
        payment_terms=offer.payment_terms,
    )
    return Case(order, offer, "named", (other_price(offer, order, 1, "10"),), sums())


def jinfan(offers: Mapping[str, Offer]) -> Case:
    """Return an order with a seal over its numbers, and with fewer pieces than were quoted."""
    offer = offers["20018261"]
    date = dt.date(2027, 2, 10)
    lines = [replace(ordered(offer, each.item, gross=True), delivery=date) for each in offer.items]
    lines[1] = replace(lines[1], quantity=D(1))
    order = Order(
        kind="purchase_order",
        language="zh",
        number="JF-CG-2026-0871",
        date=dt.date(2026, 11, 20),
        customer=offer.customer_local,
        currency="CNY",
        lines=numbered(tuple(lines)),
        quotation=offer.number,
        tax_rate=13,
        tax_included=True,
        place="锦帆市船厂路1号总装车间",
        payment_terms=offer.payment_terms,
    )
    return Case(order, offer, "named", (other_quantity(offer, order, 2, "20"),), sums())
