"""What a row says of payment in several columns is held against its terms."""

import pytest

from sap.quoting.quotations import read


def told(name: str, cell: str, terms: str = "30 days net") -> list[tuple[str, str | None]]:
    text = f"Quotation;Item;Material;Qty;Net price;Payment terms;{name}\n1;10;A1;10;1.50;{terms};{cell}\n"
    (found,) = read(text.encode(), "list.csv").quotations
    assert found.payment_terms == terms
    return [(each.reason, each.field) for each in found.flaws]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("Payment", "prepayment"),
        ("Payment", "60 days net"),
        ("付款", "款到发货"),
        ("Payment method", "L/C"),
        ("Zahlungsart", "Vorkasse"),
        ("Down payment", "30 %"),
        ("Anzahlung", "30 %"),
        ("预付", "30%"),
        ("Prepayment %", "30"),
        ("Deposit", "30%"),
        ("质保金", "10%"),
        ("Skonto", "2 %"),
        ("Retention", "5 %"),
    ],
)
def test_what_the_terms_do_not_say(name: str, cell: str) -> None:
    assert told(name, cell) == [("remarked", "payment_terms")]


@pytest.mark.parametrize(
    ("name", "cell", "terms"),
    [
        ("Payment", "", "30 days net"),
        ("Payment", "30 days net", "30 days net"),
        ("Payment", "30 Days Net", "30 days net"),
        ("Payment", "30 days net", "NT30"),
        ("Payment", "0030", "30 days net"),
        ("Payment method", "T", "30 days net"),
        ("Payment method", "bank transfer", "30 days net"),
        ("Down payment", "0,00", "30 days net"),
        ("Down payment", "30 %", "30% down payment, 70% before shipment"),
        ("Skonto", "", "30 days net"),
        ("Down payment date", "2026-11-20", "30 days net"),
        ("Payment status", "open", "30 days net"),
    ],
)
def test_what_says_the_same_or_nothing(name: str, cell: str, terms: str) -> None:
    assert told(name, cell, terms) == []
