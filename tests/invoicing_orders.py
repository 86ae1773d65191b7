"""Made-up orders with deliveries and customers, and a list of them that the real rules decide, for tests."""

import datetime as dt
import io
from decimal import Decimal

import openpyxl

from desk.invoicing import deciding
from models.contract_terms import Contract, ContractLine, Due, Milestone, Stated
from models.invoice_desk import (
    Week,
)
from models.invoice_sources import (
    BillingItem,
    DeliveryItem,
    InvoiceMode,
    InvoiceProfile,
    Listed,
    ListRow,
    SalesItem,
    Sources,
)
from models.invoicing import Answer
from models.policy import Policy

ZONE = dt.timezone(dt.timedelta(hours=8))
NOW = dt.datetime(2026, 11, 26, 15, 30, tzinfo=ZONE)
AS_OF = dt.date(2026, 11, 26)
WEEK = Week(2026, 48, "Asia/Shanghai")
CARRIED = 3
"""Weeks that the goods of the first held row wait already."""


def item(order: str, number: str, customer: str, quantity: int = 10, price: str = "100.00") -> SalesItem:
    """Return an order item of a customer, net prices, 13 % tax."""
    return SalesItem(
        order,
        number,
        order_type="ZOR",
        category="TAN",
        customer_number=customer,
        customer=NAMES[customer],
        customer_reference=f"PO-{order[-3:]}",
        part_number="SEAL-45",
        quantity=Decimal(quantity),
        unit="PC",
        price=Decimal(price),
        net_value=Decimal(price) * quantity,
        tax_rate=Decimal(13),
        currency="CNY",
    )


def delivery(
    order: str, number: str, quantity: int = 10, day: int = 20, *, issued: bool = True
) -> DeliveryItem:
    """Return the delivery of an order item."""
    return DeliveryItem(
        f"8{order[1:]}",
        number,
        order,
        number,
        Decimal(quantity),
        issued=issued,
        issued_on=dt.date(2026, 11, day) if issued else None,
        planned_on=dt.date(2026, 12, 4),
    )


NAMES = {
    "100234": "江苏示例泵业制造有限公司",
    "100310": "Example Pumps Ltd",
    "100455": "示例石化股份有限公司",
    "100520": "Hill Valves GmbH",
}
ITEMS = (
    item("30005671", "10", "100234"),
    item("30005672", "10", "100234", 4, "250.00"),
    item("30005673", "10", "100310"),
    item("30005674", "10", "100455"),
    item("30005675", "10", "100520"),
    item("30005676", "10", "100310", 5),
    item("30005677", "10", "100234"),
    item("30005678", "10", "100310", 20),
)
PROFILES = (
    InvoiceProfile(
        "100234",
        NAMES["100234"],
        InvoiceMode.MONTHLY,
        25,
        NAMES["100234"],
        "91320505MA1MX1BH5Q",
        "special",
        email="kaipiao@pumps.example",
    ),
    InvoiceProfile(
        "100310",
        NAMES["100310"],
        title=NAMES["100310"],
        tax_number="GB123456789",
        invoice_type="ordinary",
        email="ap@example-pumps.example",
    ),
    InvoiceProfile(
        "100455", NAMES["100455"], title=NAMES["100455"], tax_number="91320505MA1MX1BH5Q", acceptance=True
    ),
)
"""The last customer has no profile."""
CONTRACT = Contract(
    case=12,
    reference="PO-677",
    signed_on=dt.date(2026, 11, 2),
    customer_number="100234",
    currency="CNY",
    tax_rate=Decimal(13),
    tax_included=False,
    lines=(ContractLine("SEAL-45", Decimal("100.00")),),
    milestones=(
        Milestone(Decimal(30), Due.PROGRESS),
        Milestone(Decimal(60), Due.ON_ACCEPTANCE),
        Milestone(Decimal(10), Due.RETENTION),
    ),
    partial=True,
    stated={"payment": Stated("图纸确认后付30%，验收合格后付60%，质保期满付10%", 2)},
)
"""The reviewed contract of the order that has not left."""


def rows() -> tuple[ListRow, ...]:
    """Return the rows of the list, as finance sent them."""
    wanted = (
        ("30005671", 10, "100.00"),
        ("30005672", 4, "250.00"),
        ("30005673", 10, "100.00"),
        ("30005674", 10, "100.00"),
        ("30005675", 10, "100.00"),
        ("30005676", 5, "90.00"),
        ("30005677", 10, "100.00"),
        ("30005678", 20, "100.00"),
        ("39999999", 1, "1.00"),
    )
    return tuple(
        ListRow(
            at,
            "List",
            order,
            "10",
            quantity=Decimal(quantity),
            price=Decimal(price),
            price_included=False,
            currency="CNY",
            tax_rate=Decimal(13),
        )
        for at, (order, quantity, price) in enumerate(wanted, 2)
    )


def sources() -> Sources:
    """Return what SAP says: one order is not shipped, one is billed."""
    shipped = [delivery(each.order, each.item, int(each.quantity or 0)) for each in ITEMS]
    shipped[6] = delivery("30005677", "10", issued=False)
    billed = BillingItem(
        "90001001", "10", "30005678", "10", Decimal(20), "80005678", "10", billed_on=dt.date(2026, 11, 21)
    )
    return Sources(
        Listed(ITEMS), Listed(tuple(shipped)), Listed((billed,)), Listed(PROFILES), contracts=(CONTRACT,)
    )


def decided() -> Answer:
    """Return what the rules decide for the rows."""
    return deciding.decide(rows(), sources(), Policy(), AS_OF)


def workbook() -> bytes:
    """Return the list as a workbook."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = "List"
    page.append(["Order", "Item", "Quantity", "Net price"])
    for each in rows():
        page.append([each.order, each.item, each.quantity, each.price])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
