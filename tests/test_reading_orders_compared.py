"""Orders that a paper names beside its own: they number and date nothing of it."""

import pytest
from paper import form

from extractors.assemble import assemble
from models.reading import Field, Header

ROWS = [
    ["Pos", "Teilenummer", "Bezeichnung", "Menge", "Preis", "Gesamt"],
    ["1", "RH-2204", "Laufrad", "6 Stk", "40,00", "240,00"],
]
HEAD = "Weidach Papier GmbH\n{title}\n{number}\n{day}\nLieferant: Renhof Dichtungen GmbH\nWährung: EUR"


def _header(title: str, number: str, day: str, *after: str) -> Header:
    text = HEAD.format(title=title, number=number, day=day)
    return assemble(form(text, ROWS, "\n".join(["Summe EUR 240,00", *after]))).header


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    "after",
    [
        "Zum Vergleich: Bestellung BE-00981 vom 03.06.2024, damaliger Bestellwert 98,20 EUR.",
        "Preise wie früher, vgl. Bestellung BE-00981 vom 03.06.2024.",
        "Die letzte Bestellung BE-00981 vom 03.06.2024 ist geliefert.",
    ],
)
def test_an_order_that_is_compared_is_no_rival(after: str) -> None:
    header = _header("BESTELLUNG", "Nummer: WP-1733", "Tag: 11. Mai 2027", after)
    assert _told(header.document_number) == ("WP-1733", True)
    assert _told(header.document_date) == ("2027-05-11", False)


def test_an_order_that_a_sentence_names_otherwise_is_a_rival() -> None:
    header = _header("BESTELLUNG", "Nummer: WP-1733", "", "Unsere Bestellung BE-00981 vom 03.06.2027")
    assert header.document_number is not None
    assert _told(header.document_number) != ("WP-1733", True)


def test_a_day_of_delivery_is_no_day_of_the_paper() -> None:
    header = _header("BESTELLUNG", "Nummer: WP-1733", "Anlieferung Tag: 12.06.2027")
    assert header.document_date is None or not header.document_date.sure


@pytest.mark.parametrize(
    "title", ["Bestellschein CL-60441", "Auftragsschein CL-60441", "Bestellblatt CL-60441"]
)
def test_the_number_of_a_slip_is_proposed(title: str) -> None:
    header = _header(title, "", "Datum: 11.05.2027")
    assert _told(header.document_number) == ("CL-60441", False)
