"""Payment terms, trade terms and validities under names that nobody listed."""

import datetime as dt

import pytest

from models.quotation import Quotation
from sap.quoting.quotations import QuotationExport, read

LAST = dt.date(2026, 11, 20)


def export(names: str, cells: str) -> QuotationExport:
    text = f"Quotation;Item;Document date;Material;Net price;{names}\n1;10;2026-11-01;A1;1.50;{cells}\n"
    return read(text.encode(), "list.csv")


def quotation(names: str, cells: str) -> Quotation:
    (found,) = export(names, cells).quotations
    return found


@pytest.mark.parametrize(
    "name",
    [
        "Terms",
        "Payment terms description",
        "Terms of payment (text)",
        "Pmt terms",
        "Zahlungsbed.",
        "Zahlungskonditionen",
        "Credit terms",
        "Conditions de paiement",
        "结算方式",
        "結算條件",
        "账期",
        "信用期",
        "收款条件",
    ],
)
@pytest.mark.parametrize("cell", ["30 days net", "月结30天", "as last time"])
def test_terms_of_payment_are_read_whether_they_are_understood_or_not(name: str, cell: str) -> None:
    found = export(name, cell)
    assert (found.quotations[0].payment_terms, found.unknown) == (cell, ())


@pytest.mark.parametrize(
    "name",
    [
        "Delivery terms",
        "Terms of delivery",
        "Freight terms",
        "Terms",
        "IncoT",
        "Inco.",
        "Incoterms 2020",
        "Price basis",
        "Shipping terms",
        "Lieferbedingung",
        "价格条款",
        "交货条件",
        "交货方式",
        "贸易方式",
        "成交方式",
    ],
)
def test_trade_terms_are_read(name: str) -> None:
    found = export(name, "EXW Tianjin")
    assert (found.quotations[0].incoterms, found.unknown) == ("EXW Tianjin", ())


@pytest.mark.parametrize(
    "name",
    [
        "Valid till",
        "Valid thru",
        "Quotation valid to",
        "Offer valid until",
        "Price valid until",
        "Expiration",
        "Expires on",
        "Good through",
        "Gültigkeit",
        "Angebotsbindung bis",
        "有效日期",
        "报价失效日",
        "到期日",
    ],
)
@pytest.mark.parametrize("cell", ["2026-11-20", "19 days"])
def test_a_validity_is_read(name: str, cell: str) -> None:
    found = export(name, cell)
    assert (found.quotations[0].valid_to, found.unknown) == (LAST, ())


@pytest.mark.parametrize("cell", ["while stocks last", "30", "subject to prior sale"])
def test_a_validity_under_an_unknown_name_that_is_not_understood_is_a_flaw(cell: str) -> None:
    assert [each.field for each in quotation("Offer valid until", cell).flaws] == ["valid_to"]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Payment status", "open"),
        ("Payment method", "T"),
        ("Shipping condition", "01"),
        ("Payment guarantee procedure", "0001"),
        ("付款方", "300"),
        ("Terms and conditions", "see back"),
        ("交货方式", "汽运"),
        ("Freight terms", "prepaid"),
        ("Incoterms version", "2020"),
        ("Valid", "X"),
        ("有效", "是"),
        ("Valid from", "2026-11-01"),
        ("Valid-from date", "2026-11-01"),
        ("Certificate valid to", "2026-11-20"),
        ("Contract expiry", "2026-11-20"),
    ],
)
def test_what_belongs_to_terms_and_is_none_is_left_out(name: str, cell: str) -> None:
    found = quotation(name, cell)
    assert (found.payment_terms, found.incoterms, found.valid_to, found.flaws) == (None, None, None, ())


@pytest.mark.parametrize(
    ("names", "cells", "payment", "trade"),
    [
        ("Payment terms;Terms", "60 days net;30 days net", "60 days net", None),
        ("Payment terms;结算方式", ";月结30天", "月结30天", None),
        ("Incoterms;Delivery terms", "DAP Hull;DAP Hull", None, "DAP Hull"),
        ("Incoterms;Delivery terms", "DAP Hull;EXW", None, "DAP Hull / EXW"),
        ("Terms;Delivery terms", "30 days net;FCA Leeds", "30 days net", "FCA Leeds"),
    ],
)
def test_further_columns_fill_gaps_and_contradict(
    names: str, cells: str, payment: str | None, trade: str | None
) -> None:
    found = quotation(names, cells)
    assert (found.payment_terms, found.incoterms) == (payment, trade)


def test_of_two_validities_the_earlier_one_counts() -> None:
    assert quotation("Valid to;Price valid until", "2026-12-31;2026-11-20").valid_to == LAST
    assert quotation("Valid to;Validity", "2026-11-20;subject to prior sale").valid_to == LAST
