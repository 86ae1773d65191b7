"""Made-up answered lists."""

import datetime as dt
from decimal import Decimal

from models.invoice_desk import NewAnswer, Week
from models.invoice_sources import DeliveryItem, ListRow, Said, SalesItem
from models.invoicing import Answer, Code, Decision, Facts, InvoiceGroup, Seen, Teller

THURSDAY = dt.datetime(2026, 3, 5, 8, 0, tzinfo=dt.UTC)
SHANGHAI = "Asia/Shanghai"


def decision(order: str, code: Code, row: int = 2, item: str = "10", *deliveries: str) -> Decision:
    """Return a decision about an item of an order, with everything that a decision may hold."""
    sold = SalesItem(order, item, quantity=Decimal("10.000"), price=Decimal("118.10"), currency="CNY")
    shipped = tuple(
        DeliveryItem(each, "10", order, item, Decimal(10), issued=True, issued_on=dt.date(2026, 3, 2))
        for each in deliveries
    )
    return Decision(
        row=ListRow(row, "Sheet1", order, item, deliveries, quantity=Decimal(10), net=Decimal("1181.00")),
        code=code,
        reasons=(Said("monthly", {"customer": "100234", "rows": 2}),),
        tell=(Teller.FINANCE,),
        item=item,
        group="G1" if code is Code.CONSOLIDATE else None,
        until=dt.date(2026, 4, 1) if code is Code.HOLD_CUSTOMER_REQUEST else None,
        facts=Facts(customer_number="100234", customer="东港机械", net=Decimal("1181.00")),
        seen=Seen(item=sold, deliveries=shipped),
    )


def answer(*decisions: Decision) -> Answer:
    """Return an answer with these decisions, and the group of those that have one."""
    members = tuple(each for each in decisions if each.group)
    group = InvoiceGroup(
        name="G1",
        decisions=members,
        customer="东港机械",
        title="东港机械有限公司",
        currency="CNY",
        tax_rate=Decimal(13),
        net=Decimal("2362.00"),
        tax=Decimal("307.06"),
        gross=Decimal("2669.06"),
    )
    return Answer(decisions, (group,) if members else ())


def new_answer(
    *decisions: Decision, week: int = 10, source: str = "a", zone: str = SHANGHAI, year: int = 2026
) -> NewAnswer:
    """Return a list of a week to be recorded; its file is told by one hexadecimal digit."""
    found = decisions or (decision("30005678", Code.INVOICE),)
    as_of = dt.date.fromisocalendar(year, week, 4)
    return NewAnswer(
        identity=source * 64,
        name="开票清单.xlsx",
        sha256=source * 64,
        week=Week(year, week, zone),
        as_of=as_of,
        answered_at=dt.datetime.combine(as_of, THURSDAY.time(), dt.UTC),
        answer=answer(*found),
    )
