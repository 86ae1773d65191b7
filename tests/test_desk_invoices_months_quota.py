"""The quota of a month: what was invoiced before counts, and what does not is named."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desk.invoicing import previews
from models.invoice_sources import (
    BillingItem,
    ListRow,
)
from models.invoicing import Answer, Billed, Code, Decision, Facts
from models.policy import InvoicingPolicy, QuotaPolicy


def invoiced(net: str, currency: str = "CNY", row_number: int = 2) -> Decision:
    amount = Decimal(net)
    facts = Facts(net=amount, tax=Decimal(0), gross=amount, currency=currency, tax_rate=Decimal(13))
    return Decision(ListRow(row_number), Code.INVOICE, (), (), facts=facts)


def month(*bills: tuple[str, str, str]) -> tuple[BillingItem, ...]:
    return tuple(
        BillingItem(document, "10", "3", "10", Decimal(1), net_value=Decimal(net), currency=currency)
        for document, net, currency in bills
    )


QUOTA = QuotaPolicy(per_month=Decimal(1000))


@pytest.mark.parametrize(
    ("earlier", "decisions", "warned"),
    [
        ((), [invoiced("1000.00")], []),
        ((), [invoiced("1000.01")], ["quota_month"]),
        (month(("1", "400.00", "CNY")), [invoiced("600.00")], []),
        (month(("1", "400.00", "CNY")), [invoiced("600.01")], ["quota_month"]),
        (month(("1", "400.00", "CNY"), ("1", "100.00", "CNY")), [invoiced("501.00")], ["quota_month"]),
        (month(("1", "900.00", "USD")), [invoiced("600.00")], ["quota_earlier_not_counted"]),
        ((), [invoiced("600.00"), invoiced("600.00", "USD", 3)], ["quota_not_counted"]),
        (
            month(("1", "900.00", "EUR")),
            [invoiced("1600.00"), invoiced("600.00", "USD", 3)],
            ["quota_month", "quota_not_counted", "quota_earlier_not_counted"],
        ),
        (None, [invoiced("600.00")], ["quota_earlier_open"]),
        (None, [invoiced("1600.00")], ["quota_earlier_open", "quota_month"]),
        (month(("1", "5000.00", "CNY")), [invoiced("1.00")], ["quota_month"]),
        (month(("1", "5000.00", "CNY")), [], []),
    ],
)
def test_the_months_quota_counts_what_was_invoiced_before(
    earlier: tuple[BillingItem, ...] | None, decisions: list[Decision], warned: list[str]
) -> None:
    billed = previews.earlier(earlier, InvoicingPolicy())
    found = previews.warnings(Answer(tuple(decisions), earlier=billed), QUOTA)
    assert [each.word for each in found] == warned


def test_what_was_cancelled_in_the_month_does_not_count_and_credits_are_not_taken_off() -> None:
    one = month(("1", "400.00", "CNY"))[0]
    bills = (
        one,
        replace(one, document="2", net_value=Decimal(300), cancelled=True),
        replace(one, document="3", billing_type="S1", quantity=Decimal(-1), cancels="2"),
        replace(one, document="4", billing_type="F8", net_value=Decimal(5000)),
        replace(one, document="5", billing_type="G2", net_value=Decimal(-100)),
    )
    assert previews.earlier(bills, InvoicingPolicy()) == (Billed("CNY", Decimal("400.00"), 1),)
    assert previews.earlier((replace(one, net_value=None),), InvoicingPolicy()) is None
    assert previews.earlier(None, InvoicingPolicy()) is None


def test_other_currencies_are_named_with_their_sums() -> None:
    answer = Answer(
        (invoiced("600.00", "USD"), invoiced("20.50", "EUR", 3), invoiced("4.50", "EUR", 4)),
        earlier=(Billed("JPY", Decimal(5000), 2),),
    )
    said = previews.warnings(answer, QUOTA)
    assert [each.values["sums"] for each in said] == ["25.00 EUR, 600.00 USD", "5000 JPY"]
    assert said[0].values["n"] == 3
