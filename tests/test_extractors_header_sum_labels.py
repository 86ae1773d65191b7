"""What heads a sum says nothing of the prices of the lines."""

from decimal import Decimal

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.header import summaries
from extractors.vocabulary.meanings import Summary

ROWS = [
    ["Pos", "Artikelnr.", "Beschreibung", "Menge", "Preis", "Betrag"],
    ["10", "10044021", "Wellenhülse", "2", "50,00", "100,00"],
]
HEAD = "BESTELLUNG\nBestellnummer: 45001234\nBestelldatum: 05.03.2026\nBesteller: Haven Pumps GmbH\n"


@pytest.mark.parametrize("label", ["Auftragssumme ohne USt.", "Warenwert exkl. MwSt.", "Zu zahlen ohne USt."])
def test_a_sum_without_tax_does_not_make_gross_prices_net(label: str) -> None:
    sums = f"{label}   84,03\nSteuerbetrag 19 %   15,97\nGesamtbetrag   100,00"
    included = assemble(form(HEAD, ROWS, sums)).header.tax_included
    assert included is None or included.value == "true" or not included.sure


def test_a_sentence_about_the_prices_does() -> None:
    included = assemble(form(HEAD + "Alle Preise ohne MwSt.", ROWS)).header.tax_included
    assert included is not None
    assert (included.value, included.sure) == ("false", True)


def test_charges_and_discounts_lead_from_the_lines_to_the_net_total() -> None:
    sums = "Total of lines   100.00\nCharges   7.00\nAllowances   10.00\n"
    sums += "Total without VAT   97.00\nVAT 19%   18.43\nTotal gross   115.43"
    head = "PURCHASE ORDER\nOrder No.: PO-118\nOrder date: 2026-03-05\nBuyer: Haven Pumps GmbH\n"
    rows = [
        ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
        ["10", "10044021", "Seal", "2", "50.00", "100.00"],
    ]
    reading = assemble(form(head, rows, sums))
    total = reading.header.total_amount
    assert total is not None
    assert (total.value, total.sure) == ("115.43", True)
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "kind", "rate"),
    [
        ("TOTAL PURCHASE ORDER PRICE EUR", Summary.TOTAL, None),
        ("Est. Grand Total", Summary.TOTAL, None),
        ("Total Cost", Summary.TOTAL, None),
        ("WI Sales Tax 5.5 %", Summary.TAX, Decimal("5.5")),
        ("State use tax", Summary.TAX, None),
        ("Freight (estimated)", Summary.CHARGE, None),
        ("Verpackung und Prüfung", None, None),
        ("Order price", None, None),
    ],
)
def test_a_sum_is_known_by_all_its_words(text: str, kind: Summary | None, rate: Decimal | None) -> None:
    label = summaries.recognise(text)
    assert (label.kind if label else None, label.rate if label else None) == (kind, rate)
