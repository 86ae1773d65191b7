"""Orders of the countries of Europe and of East Asia in their own words: times, days and captions."""

import pytest
from paper import form

from extractors.assemble import assemble
from extractors.fields import dates, periods
from extractors.header.labelling.label_words import meaning
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Label, Role


@pytest.mark.parametrize(
    ("text", "iso", "working"),
    [
        ("8 weken", "P8W", False),
        ("10 semanas", "P10W", False),
        ("6 settimane", "P6W", False),
        ("12 semaines", "P12W", False),
        ("5 uger", "P5W", False),
        ("8 viikkoa", "P8W", False),
        ("6 tygodni", "P6W", False),
        ("3 meses", "P3M", False),
        ("30 giorni lavorativi", "P30D", True),
        ("20 jours ouvrés", "P20D", True),
        ("8주", "P8W", False),
        ("8週間", "P8W", False),
        ("30 dagen", "P30D", False),
    ],
)
def test_a_time_in_another_language_is_one(text: str, iso: str, *, working: bool) -> None:
    found = periods.parse(text)
    assert found is not None
    assert (found.iso, found.working_days) == (iso, working)


@pytest.mark.parametrize("text", ["8 wekens", "3 mesinha", "12 uniti", "8주문"])
def test_another_word_is_none(text: str) -> None:
    assert periods.parse(text) is None


@pytest.mark.parametrize(
    "text", ["entro il 29/05/2026", "uiterlijk 29-05-2026", "au plus tard le 29/05/2026", "senast 2026-05-29"]
)
def test_a_day_by_which_is_a_limit(text: str) -> None:
    (found,) = dates.parse(text)
    assert (found.last.isoformat(), found.limit) == ("2026-05-29", True)


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("Levertijd", Label.DELIVERY),
        ("Prazo de entrega", Label.DELIVERY),
        ("Bestelnr.", Label.ORDER_NUMBER),
        ("Warunki płatności", Label.PAYMENT),
        ("Leveringsvilkår", Label.INCOTERMS),
        ("Toimittaja", Label.SELLER),
        ("注文者", Label.BUYER),
    ],
)
def test_labels_of_other_languages_are_known(label: str, meant: Label) -> None:
    assert meaning(label) == {meant}


@pytest.mark.parametrize("label", ["Prazo", "Plazo", "Délai"])
def test_a_bare_term_may_be_that_of_paying(label: str) -> None:
    assert Label.DELIVERY not in meaning(label)


@pytest.mark.parametrize(
    ("text", "role"),
    [("Prijs per stuk", Role.PRICE), ("Hoeveelheid", Role.QUANTITY), ("Uw artikelnr.", Role.SELLER_PART)],
)
def test_headings_of_other_languages_are_known(text: str, role: Role) -> None:
    heading = recognise(text)
    assert heading is not None
    assert (heading.role, heading.exact) == (role, True)


def test_an_order_in_dutch_is_read() -> None:
    head = "Noordzee Pompen B.V.\nBESTELLING\nBestelnr.: BO-1047\nLeverancier: Delta GmbH\nLevertijd: 8 weken"
    rows = [
        ["Regel", "Omschrijving", "Aantal", "Prijs per stuk", "Bedrag"],
        ["1", "Lip seal", "4", "10.00", "40.00"],
    ]
    header = assemble(form(head, rows, "Totaal EUR 40.00")).header
    told = [header.document_number, header.lead_time, header.total_amount]
    assert [(each.value, each.sure) for each in told if each] == [
        ("BO-1047", True),
        ("P8W", True),
        ("40.00", True),
    ]
