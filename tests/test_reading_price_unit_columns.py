"""A column of its own says what each price is for, with a word before it: "pro 100 ST"."""

from decimal import Decimal

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.fields import price_units

HEAD = """
Bestellung 4700388120            Datum: 05.03.2026
Besteller: Mölln Chemie AG       Lieferant: Tianjin Haino Seal Co., Ltd
"""
ROWS = [
    ["Pos.", "Ihre Materialnr.", "Bezeichnung", "Menge", "ME", "Preis EUR", "Preiseinheit", "Wert EUR"],
    ["10", "10037741", "Gleitringdichtung 48", "4", "ST", "1.268,00", "pro 1 ST", "5.072,00"],
    ["20", "10037742", "Zylinderschraube M8", "400", "ST", "38,50", "pro 100 ST", "154,00"],
    ["", "", "Gesamtbetrag netto", "", "", "", "", "5.226,00"],
]


@pytest.mark.parametrize("text", ["pro 100 ST", "per 100 ST", "je 100 ST", "100 ST"])
def test_a_word_may_lead_the_quantity_that_a_price_is_for(text: str) -> None:
    found = price_units.parse(text)
    assert found is not None
    assert found.per == Decimal(100)


def test_prices_are_for_what_the_column_beside_them_says() -> None:
    lines = assemble(form(HEAD, ROWS, "Zahlung: 60 Tage netto")).lines
    stated = [(line.unit_price, line.price_per, line.amount) for line in lines]
    assert [tuple(each.value if each is not None else None for each in row) for row in stated] == [
        ("1268.00", "1", "5072.00"),
        ("38.50", "100", "154.00"),
    ]
    assert all(each is not None and each.sure for row in stated for each in row)
