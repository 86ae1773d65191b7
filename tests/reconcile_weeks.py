"""Weeks of an order desk by chance: exports that hang together, and a list that mostly fits them.

Made from a number, so that a week can be made again; unlike values drawn one by one, most of its rows come
as far as the last steps of deciding.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from models.contract_terms import Contract, ContractLine, Due, Milestone
from models.invoice_sources import (
    BillingItem,
    DeliveryItem,
    DueDocument,
    InvoiceMode,
    InvoiceProfile,
    Listed,
    ListRow,
    SalesItem,
    Sources,
)

TODAY = dt.date(2026, 11, 27)
CENT = Decimal("0.01")
RATE = Decimal(13)
PAYMENTS: tuple[tuple[tuple[int, Due], ...], ...] = (
    (),
    ((100, Due.PREPAYMENT),),
    ((100, Due.ON_ACCEPTANCE),),
    ((30, Due.PREPAYMENT), (70, Due.BEFORE_SHIPMENT)),
    ((30, Due.PREPAYMENT), (60, Due.ON_DELIVERY), (10, Due.RETENTION)),
)


@dataclass(frozen=True, slots=True)
class Week:
    """A list and what it is held against."""

    rows: list[ListRow]
    sources: Sources


@dataclass(slots=True)
class _Made:
    chance: random.Random
    items: list[SalesItem] = field(default_factory=list)
    deliveries: list[DeliveryItem] = field(default_factory=list)
    billing: list[BillingItem] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)
    rows: list[ListRow] = field(default_factory=list)

    def happens(self, share: float) -> bool:
        return self.chance.random() < share


def week(number: int) -> Week:
    """Return the week of a number."""
    made = _Made(random.Random(number))
    for order in range(30000001, 30000001 + made.chance.randint(1, 4)):
        _order(made, str(order))
    made.chance.shuffle(made.rows)
    rows = [replace(row, row=at) for at, row in enumerate(made.rows, 5)]
    due = [DueDocument(each.delivery, net_value=Decimal(50)) for each in made.deliveries if made.happens(0.5)]
    return Week(
        rows or [ListRow(5, order="30000009", item="10", quantity=Decimal(1))],
        Sources(
            Listed(tuple(made.items)),
            Listed(tuple(made.deliveries)),
            Listed(tuple(made.billing)),
            Listed(tuple(_profiles(made))),
            due=Listed(tuple(due)) if made.happens(0.5) else None,
            contracts=tuple(made.contracts) if made.happens(0.7) else None,
        ),
    )


def _profiles(made: _Made) -> Iterator[InvoiceProfile]:
    for customer in ("1", "2", "3"):
        if made.happens(0.93):
            yield InvoiceProfile(
                customer,
                mode=made.chance.choice(list(InvoiceMode)),
                cutoff_day=made.chance.choice([15, 25, 31]),
                title="Title" if made.happens(0.9) else None,
                tax_number=made.chance.choice(["91", "91", "91", "92"]),
                invoice_type=made.chance.choice(["special", "special", "ordinary"]),
                acceptance=made.happens(0.25),
                hold_until=TODAY + dt.timedelta(made.chance.randint(-5, 5)) if made.happens(0.1) else None,
                email="a@example.com" if made.happens(0.8) else None,
            )


def _order(made: _Made, order: str) -> None:
    customer, reference = made.chance.choice("123"), f"PO-{made.chance.randint(1, 3)}"
    first = len(made.items)
    for number in ("10", "20")[: made.chance.randint(1, 2)]:
        quantity, price = (
            Decimal(made.chance.choice([2, 5, 10])),
            Decimal(made.chance.choice([1000, 735, 90])),
        )
        net = quantity * price
        item = SalesItem(
            order=order,
            item=number,
            order_type=made.chance.choice(["OR"] * 9 + ["FD", "CI"]),
            customer_number=customer,
            customer_reference=reference,
            part_number=f"P{order}{number}",
            quantity=quantity,
            price=price,
            net_value=net,
            tax_amount=net * RATE / 100,
            currency=made.chance.choice(["CNY", "CNY", "CNY", "USD"]),
            rejected="Z3" if made.happens(0.04) else None,
        )
        made.items.append(item)
        _item(made, item)
    if made.happens(0.5):
        made.contracts.append(_contract(made, made.items[first:]))


def _item(made: _Made, item: SalesItem) -> None:
    assert item.quantity is not None
    parts = [item.quantity]
    if item.quantity > 2 and made.happens(0.4):
        first = Decimal(made.chance.randint(1, int(item.quantity) - 1))
        parts = [first, item.quantity - first]
    shipped = [_delivery(made, item, each) for each in parts if made.happens(0.85)]
    made.deliveries += shipped
    for each in shipped:
        if made.happens(0.15):
            _bill(made, item, each.quantity, each.delivery)
    if made.happens(0.1):
        request = replace(
            item,
            order=f"6{item.order[1:]}{item.item}",
            item="10",
            order_type=made.chance.choice(["RE", "CR"]),
            quantity=-Decimal(1),
            reference=item.order,
            reference_item=item.item,
            closed=made.happens(0.5),
        )
        made.items.append(request)
    if made.happens(0.92):
        made.rows += _rows(made, item, shipped)


def _delivery(made: _Made, item: SalesItem, quantity: Decimal) -> DeliveryItem:
    issued = made.happens(0.75)
    return DeliveryItem(
        delivery=str(80000001 + len(made.deliveries) * 10 + made.chance.randint(0, 9)),
        item="10",
        order=item.order,
        order_item=item.item,
        quantity=quantity,
        issued=issued,
        issued_on=TODAY - dt.timedelta(made.chance.randint(0, 60)) if issued else None,
        proven=made.happens(0.7),
    )


def _bill(made: _Made, item: SalesItem, quantity: Decimal, reference: str | None, share: int = 100) -> None:
    assert item.price is not None
    bill = BillingItem(
        document=str(90000001 + len(made.billing)),
        item="10",
        order=item.order,
        order_item=item.item,
        quantity=quantity,
        reference=reference,
        billing_type=made.chance.choice(["F2"] * 6 + ["F8", "RE"]),
        net_value=quantity * item.price * share / 100 if made.happens(0.9) else None,
        cancelled=made.happens(0.1),
    )
    made.billing.append(bill)
    if made.happens(0.1):
        made.billing.append(
            replace(bill, document=f"9{bill.document}", billing_type="S1", cancels=bill.document)
        )


def _contract(made: _Made, items: list[SalesItem]) -> Contract:
    ordered = [each for each in items if each.reference is None]
    included = made.happens(0.5)
    payment = made.chance.choice(PAYMENTS)
    if payment and len(payment) > 1:
        for each in ordered:
            if made.happens(0.3) and each.quantity is not None:
                _bill(made, each, each.quantity, None, 30)
    return Contract(
        case=12,
        reference=ordered[0].customer_reference or "",
        signed_on=dt.date(2026, 9, 1) if made.happens(0.9) else None,
        customer_number=ordered[0].customer_number,
        currency=ordered[0].currency if made.happens(0.9) else None,
        tax_rate=RATE if made.happens(0.9) else None,
        tax_included=included if made.happens(0.9) else None,
        lines=tuple(_line(made, each, included=included) for each in ordered if made.happens(0.95)),
        milestones=tuple(Milestone(Decimal(percent), due) for percent, due in payment),
        acceptance=made.chance.choice([None, None, True]),
        partial=made.chance.choice([True, True, False, None]),
        invoice_first=True if made.happens(0.7) else None,
        unsure=made.chance.choice([(), (), (), (), ("partial",), ("acceptance",), ("tax_rate",)]),
    )


def _line(made: _Made, item: SalesItem, *, included: bool) -> ContractLine:
    assert item.price is not None
    price = item.price * (1 + RATE / 100) if included else item.price
    return ContractLine(item.part_number, price + (1 if made.happens(0.05) else 0), sure=made.happens(0.97))


def _rows(made: _Made, item: SalesItem, shipped: list[DeliveryItem]) -> Iterator[ListRow]:
    assert item.quantity is not None
    kind = made.chance.random()
    if kind < 0.45 and shipped:
        for each in shipped:
            yield _row(made, item, each.quantity, (each.delivery,))
    elif kind < 0.7:
        left = sum((each.quantity for each in shipped if each.issued), Decimal(0))
        yield _row(made, item, left or item.quantity)
    else:
        for share in made.chance.choice([(30,), (70,), (30, 70), (60,), (30, 60), (10,), (100,)]):
            yield _row(made, item, item.quantity, share=share)


def _row(
    made: _Made, item: SalesItem, quantity: Decimal, deliveries: tuple[str, ...] = (), share: int = 100
) -> ListRow:
    assert item.price is not None
    price = item.price + (1 if made.happens(0.03) else 0)
    quantity += 1 if made.happens(0.03) else 0
    return ListRow(
        row=0,
        order=item.order,
        item=item.item if made.happens(0.97) else "99",
        deliveries=deliveries,
        quantity=quantity,
        price=price,
        price_included=False,
        net=(quantity * price * share / 100).quantize(CENT),
        tax_rate=RATE,
        currency=item.currency,
    )
