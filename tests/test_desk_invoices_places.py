"""Rows of exports that do not say which item they are about, or cannot be read: nothing goes past them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from contract_rows import ITEM, PROFILE, TODAY, listed, shipped

from desk.invoicing import deciding
from models.invoice_sources import BillingItem, Fault, Listed, Sources
from models.invoicing import Code, Decision
from models.policy import Policy

OTHER = replace(ITEM, item="20", part_number="90010046")
SENT = (shipped(), replace(shipped(), item="20", order_item="20"))
"""One delivery of both items."""
BARE = BillingItem("90000001", "10", None, None, Decimal(20))


def sources(*billing: BillingItem, items: int = 2) -> Sources:
    return Sources(Listed((ITEM, OTHER)[:items]), Listed(SENT[:items]), Listed(billing), Listed((PROFILE,)))


def decide(given: Sources, item: str = "10") -> Decision:
    return deciding.decide((listed(item=item),), given, Policy(), TODAY).decisions[0]


@pytest.mark.parametrize(
    "bill",
    [
        replace(BARE, order="30000001"),
        replace(BARE, reference="80000020"),
        replace(BARE, reference="30000001"),
    ],
    ids=["order", "delivery", "order as reference"],
)
def test_a_bill_without_an_item_is_of_the_only_one_or_a_question(bill: BillingItem) -> None:
    assert decide(sources(bill, items=1)).code is Code.ALREADY_INVOICED
    for item in ("10", "20"):
        found = decide(sources(bill), item)
        assert found.code is Code.NOT_CHECKED
        (said,) = found.reasons
        assert (said.word, said.values["documents"]) == ("billing_unplaced", "90000001")


def test_a_bill_of_another_order_or_pro_forma_says_nothing() -> None:
    assert decide(sources(replace(BARE, order="30000002"))).code is Code.INVOICE
    assert decide(sources(replace(BARE, order="30000001", billing_type="F5"))).code is Code.INVOICE


@pytest.mark.parametrize(
    ("kind", "keys", "stopped"),
    [
        ("billing", ("30000001", "10"), ["10"]),
        ("billing", ("30000001", "", "", "", "9"), ["10", "20"]),
        ("billing", ("", "", "80000020", "20", "9"), ["20"]),
        ("billing", ("", "", "80000020", "", "9"), ["10", "20"]),
        ("billing", ("", "", "80009999", "", "9"), []),
        ("deliveries", ("30000001", "", "80000021"), ["10", "20"]),
        ("orders", ("60000001", "10", "30000001", "10"), ["10"]),
        ("orders", ("60000001", "10", "30000001", ""), ["10", "20"]),
        ("orders", ("60000001", "10", "80000020", "20"), ["20"]),
        ("orders", ("60000001", "10", "20000001", "10"), []),
    ],
)
def test_a_row_that_cannot_be_read_stops_the_items_that_it_may_be_about(
    kind: str, keys: tuple[str, ...], stopped: list[str]
) -> None:
    given = sources()
    unread = replace(getattr(given, kind), faults=(Fault(7, "unreadable_number", "?", keys=keys),))
    given = replace(given, **{kind: unread})
    assert [each for each in ("10", "20") if decide(given, each).code is Code.NOT_CHECKED] == stopped
