"""What holds for every list, whatever stands in it."""

import datetime as dt
import random
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.invoicing import deciding
from models.invoicing import (
    Answer,
    BillingItem,
    Code,
    DeliveryItem,
    InvoiceMode,
    InvoiceProfile,
    Listed,
    ListRow,
    SalesItem,
    Sources,
)
from models.policy import Policy

TODAY = dt.date(2026, 11, 27)
POLICY = Policy()
ORDERS = ("30000001", "30000002", "30000003")
ITEMS = ("10", "20")
DELIVERIES = ("80000001", "80000002", "80000003", "80000004")
QUANTITIES = st.sampled_from([Decimal(each) for each in (1, 2, 5, 10)])
DAYS = st.dates(dt.date(2026, 10, 1), TODAY)
ORDER_ITEMS = st.tuples(st.sampled_from(ORDERS), st.sampled_from(ITEMS))


@st.composite
def sales_items(draw: st.DrawFn) -> SalesItem:
    order, item = draw(ORDER_ITEMS)
    quantity, price = draw(QUANTITIES), draw(st.sampled_from([Decimal("10.00"), Decimal("7.35")]))
    reference = draw(st.none() | ORDER_ITEMS)
    return SalesItem(
        order=order,
        item=item,
        order_type=draw(st.sampled_from(["OR", "RE", "FD", "CI"])),
        customer_number=draw(st.sampled_from(["1", "2", "3"])),
        customer_reference=draw(st.sampled_from(["PO-1", "PO-2", None])),
        quantity=quantity,
        price=price,
        net_value=quantity * price,
        tax_amount=(quantity * price * Decimal("0.13")).quantize(Decimal("0.01")),
        currency="CNY",
        rejected=draw(st.sampled_from([None, None, None, "Z3"])),
        reference=reference[0] if reference else None,
        reference_item=reference[1] if reference else None,
        closed=draw(st.booleans()),
    )


@st.composite
def delivery_items(draw: st.DrawFn) -> DeliveryItem:
    order, item = draw(ORDER_ITEMS)
    day = draw(st.none() | DAYS)
    return DeliveryItem(
        delivery=draw(st.sampled_from(DELIVERIES)),
        item="10",
        order=order,
        order_item=item,
        quantity=draw(QUANTITIES),
        issued=day is not None,
        issued_on=day,
        proven=draw(st.booleans()),
    )


@st.composite
def billing_items(draw: st.DrawFn) -> BillingItem:
    order, item = draw(ORDER_ITEMS)
    return BillingItem(
        document=draw(st.sampled_from(["90000001", "90000002", "90000003"])),
        item="10",
        order=order,
        order_item=item,
        quantity=draw(QUANTITIES),
        reference=draw(st.none() | st.sampled_from(DELIVERIES)),
        billing_type=draw(st.sampled_from(["F2", "F2", "S1", "RE", "F8"])),
        cancelled=draw(st.booleans()),
        cancels=draw(st.none() | st.sampled_from(["90000001", "90000002"])),
    )


PROFILES = st.builds(
    InvoiceProfile,
    customer_number=st.sampled_from(["1", "2", "3"]),
    mode=st.sampled_from(InvoiceMode),
    cutoff_day=st.sampled_from([15, 25, 31]),
    title=st.sampled_from(["Title", "Title", None]),
    tax_number=st.sampled_from(["91", "91", "92"]),
    invoice_type=st.sampled_from(["special", "ordinary"]),
    acceptance=st.booleans(),
    hold_until=st.none() | DAYS,
)


@st.composite
def list_rows(draw: st.DrawFn) -> ListRow:
    order, item = draw(ORDER_ITEMS)
    quantity, price = draw(QUANTITIES), draw(st.sampled_from([Decimal("10.00"), Decimal("7.35")]))
    return ListRow(
        row=0,
        order=order,
        item=draw(st.sampled_from([item, item, item, "99", None])),
        deliveries=tuple(draw(st.lists(st.sampled_from(DELIVERIES), max_size=2, unique=True))),
        quantity=quantity,
        price=price,
        price_included=False,
        net=quantity * price,
        tax_rate=Decimal(13),
        currency="CNY",
    )


def listed(rows: list[SalesItem]) -> Listed[SalesItem]:
    return Listed(tuple({(each.order, each.item): each for each in rows}.values()))


SOURCES = st.builds(
    Sources,
    orders=st.lists(sales_items(), max_size=8).map(listed),
    deliveries=st.lists(delivery_items(), max_size=8).map(lambda rows: Listed(tuple(rows))),
    billing=st.lists(billing_items(), max_size=4).map(lambda rows: Listed(tuple(rows))),
    profiles=st.lists(PROFILES, max_size=4).map(lambda rows: Listed(tuple(rows))),
)
LISTS = st.lists(list_rows(), min_size=1, max_size=8).map(
    lambda rows: [replace(row, row=at) for at, row in enumerate(rows, 5)]
)


def decide(rows: list[ListRow], sources: Sources) -> Answer:
    return deciding.decide(rows, sources, POLICY, TODAY)


@settings(max_examples=300, deadline=None)
@given(LISTS, SOURCES)
def test_every_row_has_one_decision_in_its_place_with_reasons_and_somebody_to_tell(
    rows: list[ListRow], sources: Sources
) -> None:
    found = decide(rows, sources).decisions
    assert [each.row for each in found] == rows
    assert all(each.reasons and each.tell for each in found)
    assert all((each.group is not None) is (each.code is Code.CONSOLIDATE) for each in found)


@settings(max_examples=200, deadline=None)
@given(LISTS, SOURCES, st.sampled_from(["orders", "deliveries", "billing", "profiles"]))
def test_nothing_is_invoiced_while_a_source_is_missing(
    rows: list[ListRow], sources: Sources, name: str
) -> None:
    found = decide(rows, replace(sources, **{name: None}))
    assert not {each.code for each in found.decisions} & {Code.INVOICE, Code.CONSOLIDATE}
    assert found.groups == ()


@settings(max_examples=300, deadline=None)
@given(LISTS, SOURCES)
def test_a_group_has_two_rows_at_least_and_its_sums_are_those_of_its_rows(
    rows: list[ListRow], sources: Sources
) -> None:
    answer = decide(rows, sources)
    for group in answer.groups:
        assert len(group.decisions) >= 2
        nets = [each.row.net for each in group.decisions]
        grosses = [each.facts.gross for each in group.decisions]
        assert group.net == sum(each for each in nets if each is not None)
        assert group.gross == sum(each for each in grosses if each is not None)
        assert group.net + group.tax == group.gross
    grouped = [each for each in answer.decisions if each.code is Code.CONSOLIDATE]
    assert sum(len(group.decisions) for group in answer.groups) == len(grouped)


@settings(max_examples=200, deadline=None)
@given(LISTS, SOURCES, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_decision(
    rows: list[ListRow], sources: Sources, shuffling: random.Random
) -> None:
    shuffled = list(rows)
    shuffling.shuffle(shuffled)
    codes = {each.row.row: each.code for each in decide(rows, sources).decisions}
    assert {each.row.row: each.code for each in decide(shuffled, sources).decisions} == codes


@settings(max_examples=200, deadline=None)
@given(LISTS, SOURCES)
def test_nothing_is_invoiced_twice(rows: list[ListRow], sources: Sources) -> None:
    """What is free to go and what is billed never exceed what was ordered."""
    answer = decide(rows, sources)
    assert sources.orders is not None
    ordered = {(each.order, each.item): each.quantity for each in sources.orders.rows}
    free: dict[tuple[str, str], Decimal] = {}
    for each in answer.decisions:
        if each.code in {Code.INVOICE, Code.CONSOLIDATE}:
            assert each.row.order is not None
            assert each.item is not None
            assert each.row.quantity is not None
            key = (each.row.order, each.item)
            free[key] = free.get(key, Decimal(0)) + each.row.quantity
    shipped = sources.deliveries.rows if sources.deliveries else ()
    for key, quantity in free.items():
        delivered = sum(
            each.quantity for each in shipped if (each.order, each.order_item) == key and each.issued
        )
        assert quantity <= delivered
        assert ordered[key] is not None
