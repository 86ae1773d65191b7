"""The billing due list and the quota: what is remarked, and what is warned of."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from desk.invoicing import deciding, previews
from models.invoice_sources import (
    DeliveryItem,
    DueDocument,
    Fault,
    InvoiceMode,
    InvoiceProfile,
    Listed,
    ListRow,
    SalesItem,
    Sources,
)
from models.invoicing import Answer, Code
from models.policy import InvoicingPolicy, Policy, QuotaPolicy
from sap import due_list

TODAY = dt.date(2026, 11, 27)
DAY = dt.date(2026, 11, 20)


def item(number: str, price: str = "100.00", currency: str = "CNY") -> SalesItem:
    net = Decimal(price) * 10
    return SalesItem(
        order="30000001",
        item=number,
        order_type="OR",
        customer_number="100234",
        customer_reference="PO-1",
        quantity=Decimal(10),
        price=Decimal(price),
        net_value=net,
        tax_amount=(net * 13 / 100).quantize(Decimal("0.01")),
        currency=currency,
    )


def delivered(number: str, of: str, *, issued: bool = True) -> DeliveryItem:
    return DeliveryItem(
        number, of, "30000001", of, Decimal(10), issued=issued, issued_on=DAY if issued else None
    )


def row(at: int, of: str, *deliveries: str) -> ListRow:
    return ListRow(at, order="30000001", item=of, quantity=Decimal(10), deliveries=deliveries)


ROWS = [row(2, "10", "80000001"), row(3, "20", "80000001"), row(4, "30", "80000002")]
SOURCES = Sources(
    Listed((item("10"), item("20"), item("30", "50.00"))),
    Listed((delivered("80000001", "10"), delivered("80000001", "20"), delivered("80000002", "30"))),
    Listed(()),
    Listed((InvoiceProfile("100234", title="Title", tax_number="91", email="a@example.com"),)),
)


def answer(due: Listed[DueDocument] | None, quota: QuotaPolicy | None = None, **change: object) -> Answer:
    sources = replace(SOURCES, due=due, month=(), **change)  # type: ignore[arg-type]
    policy = Policy(invoicing=InvoicingPolicy(quota=quota or QuotaPolicy()))
    return deciding.decide(ROWS, sources, policy, TODAY)


def words(found: Answer) -> list[set[str]]:
    return [{each.word for each in one.reasons} - {"free", "not_shipped"} for one in found.decisions]


def document(number: str, value: str | None, currency: str | None = "CNY") -> DueDocument:
    return DueDocument(number, "L", net_value=Decimal(value) if value else None, currency=currency)


@pytest.mark.parametrize(
    ("documents", "remarks"),
    [
        ((document("0080000001", "2000.00"), document("80000002", "500.00")), [set(), set(), set()]),
        ((document("80000001", "2000.00"),), [set(), set(), {"not_due"}]),
        ((), [{"not_due"}, {"not_due"}, {"not_due"}]),
        ((document("30000001", None),), [set(), set(), set()]),
        (
            (document("80000001", "1900.00"), document("80000002", "500.00")),
            [{"due_differs"}, {"due_differs"}, set()],
        ),
        (
            (document("80000001", "2100.00"), document("80000002", "500.00", "USD")),
            [{"due_differs"}, {"due_differs"}, {"due_differs"}],
        ),
        ((document("80000001", None), document("80000002", "500.00", None)), [set(), set(), set()]),
    ],
)
def test_what_is_not_due_or_of_another_value_is_remarked_and_no_more(
    documents: tuple[DueDocument, ...], remarks: list[set[str]]
) -> None:
    found = answer(Listed(documents))
    assert words(found) == remarks
    assert {each.code for each in found.decisions} == {Code.INVOICE}


def test_without_a_due_list_nothing_is_remarked() -> None:
    assert words(answer(None)) == [set(), set(), set()]


def test_a_row_of_the_due_list_that_cannot_be_read_is_said() -> None:
    due = Listed((document("80000001", "2000.00"),), (Fault(9, "unreadable", "x", "", ("80000002",)),))
    assert words(answer(due)) == [set(), set(), {"export_row_unread"}]


def test_the_due_list_never_makes_an_invoice() -> None:
    waiting = Listed((delivered("80000001", "10", issued=False),))
    due = Listed((document("80000001", "2000.00"), document("80000002", "500.00")))
    found = answer(due, deliveries=waiting)
    assert {each.code for each in found.decisions} == {Code.HOLD_NOT_SHIPPED}
    assert Code.NOT_CHECKED in {each.code for each in answer(due, deliveries=None).decisions}


def test_a_due_list_as_sap_prints_it_is_held_against_rows() -> None:
    """The sample of the list VF04: leading zeros, German notation."""
    text = (
        "BillC|Billing Date|Sold-to pt|BillT|Document|Net value|Curr.\n"
        "L|27.11.2026|100234|F2|0080000001|2.000,00|CNY\nL|27.11.2026|100234|F2|0080000002|499,00|CNY\n"
    )
    found = answer(due_list.read(text.encode(), "vf04.csv"))
    assert words(found) == [set(), set(), {"due_differs"}]
    assert found.decisions[2].reasons[-1].values["value"] == "499.00 CNY"


def test_every_invoice_to_be_has_a_preview_with_the_sums_of_its_rows() -> None:
    profile = (
        replace(SOURCES.profiles.rows[0], mode=InvoiceMode.MONTHLY, cutoff_day=25)
        if SOURCES.profiles
        else None
    )
    assert profile is not None
    alone, together = answer(None), answer(None, profiles=Listed((profile,)))
    assert [each.name for each in previews.invoices(alone)] == ["R2", "R3", "R4"]
    (one,) = previews.invoices(together)
    assert (one.name, one.title, one.net, one.tax, one.gross) == (
        "G1",
        "Title",
        Decimal("2500.00"),
        Decimal("325.00"),
        Decimal("2825.00"),
    )
    assert sum(each.gross for each in previews.invoices(alone)) == one.gross


@pytest.mark.parametrize(
    ("quota", "warned"),
    [
        (QuotaPolicy(), []),
        (QuotaPolicy(per_month=Decimal("2500.00")), []),
        (QuotaPolicy(per_month=Decimal("2499.99")), ["quota_month"]),
        (QuotaPolicy(per_invoice=Decimal("999.99")), ["quota_invoice", "quota_invoice"]),
        (QuotaPolicy(per_invoice=Decimal(1000), per_month=Decimal(1)), ["quota_month"]),
        (QuotaPolicy(per_month=Decimal(1), currency="USD"), ["quota_not_counted"]),
    ],
)
def test_what_goes_beyond_the_quota_is_warned_of(quota: QuotaPolicy, warned: list[str]) -> None:
    found = answer(None, quota)
    assert [each.word for each in found.warnings] == warned
    assert {each.code for each in found.decisions} == {Code.INVOICE}


def test_the_month_is_warned_of_with_what_is_too_much() -> None:
    (said,) = answer(None, QuotaPolicy(per_month=Decimal(2000))).warnings
    assert (said.values["n"], said.values["net"], said.values["over"]) == (3, "2500.00", "500.00")
