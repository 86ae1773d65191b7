"""A row of an invoice list, its order, and the reviewed contract that it is held against, for tests."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from desk.invoicing import deciding
from models.contract_terms import Attested, Contract, ContractLine, Due, Milestone
from models.invoice_sources import (
    BillingItem,
    DeliveryItem,
    InvoiceProfile,
    Listed,
    ListRow,
    SalesItem,
    Sources,
)
from models.invoicing import Decision
from models.policy import Policy

TODAY = dt.date(2026, 11, 27)
SIGNED = dt.date(2026, 11, 2)
REFERENCE = "HT-2026-1123"
ITEM = SalesItem(
    order="30000001",
    item="10",
    order_type="OR",
    customer_number="100234",
    customer_reference=REFERENCE,
    part_number="90010045",
    quantity=Decimal(20),
    price=Decimal("100.00"),
    net_value=Decimal("2000.00"),
    tax_amount=Decimal("260.00"),
    currency="CNY",
)
PROFILE = InvoiceProfile("100234", title="Title", tax_number="91", email="ap@example.com")
CONTRACT = Contract(
    case=12,
    reference=REFERENCE,
    signed_on=SIGNED,
    customer_number="100234",
    currency="CNY",
    tax_rate=Decimal(13),
    tax_included=True,
    lines=(ContractLine("90010045", Decimal("113.00")),),
    partial=True,
)
PREPAID = (Milestone(Decimal(100), Due.PREPAYMENT),)
STEPS = (
    Milestone(Decimal(30), Due.PREPAYMENT),
    Milestone(Decimal(60), Due.ON_ACCEPTANCE),
    Milestone(Decimal(10), Due.RETENTION),
)


def shipped(quantity: int = 20, *, issued: bool = True, proven: bool = False) -> DeliveryItem:
    day = dt.date(2026, 11, 20) if issued else None
    return DeliveryItem(
        f"800{quantity:05}",
        "10",
        "30000001",
        "10",
        Decimal(quantity),
        issued=issued,
        issued_on=day,
        proven=proven,
    )


def bill(net: str, document: str = "90000001") -> BillingItem:
    return BillingItem(document, "10", "30000001", "10", Decimal(20), net_value=Decimal(net))


def listed(net: str | None = "2000.00", quantity: int = 20, row: int = 5, **also: object) -> ListRow:
    given = ListRow(
        row=row,
        order="30000001",
        item="10",
        quantity=Decimal(quantity),
        net=Decimal(net) if net else None,
        tax_rate=Decimal(13),
        currency="CNY",
    )
    return replace(given, **also)  # type: ignore[arg-type]


def decide(
    rows: Sequence[ListRow],
    contract: Contract | tuple[Contract, ...] | None,
    deliveries: tuple[DeliveryItem, ...] = (),
    billing: tuple[BillingItem, ...] = (),
    *,
    policy: Policy | None = None,
    said: tuple[Attested, ...] = (),
    instead: Sources | None = None,
    today: dt.date = TODAY,
) -> list[Decision]:
    """Decide rows; `said` is what people vouch for, sources that are given `instead` take their place."""
    known = (contract,) if isinstance(contract, Contract) else contract
    given = instead or Sources()
    sources = Sources(
        given.orders or Listed((ITEM,)),
        Listed(deliveries),
        Listed(billing),
        given.profiles or Listed((PROFILE,)),
        contracts=known,
        attested=said,
    )
    return list(deciding.decide(rows, sources, policy or Policy(), today).decisions)


def attest(
    due: Due, day: dt.date = dt.date(2026, 11, 20), percent: int | None = None, **also: object
) -> Attested:
    """Return what a person vouches for about the order."""
    share = None if percent is None else Decimal(percent)
    given = Attested(
        "30000001",
        due,
        day,
        "Wang",
        "report 7",
        "desk",
        dt.datetime(2026, 11, 21, tzinfo=dt.UTC),
        percent=share,
    )
    return replace(given, **also)  # type: ignore[arg-type]


def words(decision: Decision) -> set[str]:
    return {each.word for each in decision.reasons}
