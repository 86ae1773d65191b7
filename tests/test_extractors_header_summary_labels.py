"""Labels of sums with a word that nobody knows."""

from decimal import Decimal

import pytest

from extractors.header.summaries import recognise
from extractors.vocabulary.meanings import Summary


@pytest.mark.parametrize(
    ("text", "kind", "rest"),
    [
        ("Total / Celkem CZK:", Summary.TOTAL, ""),
        ("Celkem k úhradě / To pay: 9 120,50 CZK", Summary.TOTAL, "9 120,50 CZK"),
        ("Carried forward / Převod", Summary.CARRIED, ""),
        ("Mezisoučet / Subtotal", Summary.SUBTOTAL, ""),
    ],
)
def test_one_half_in_a_strange_tongue_changes_nothing(text: str, kind: Summary, rest: str) -> None:
    label = recognise(text)
    assert label is not None
    assert (label.kind, label.rest) == (kind, rest)


@pytest.mark.parametrize("text", ["Packing / Šňůra", "Total / pcs", "Celkem / Součet"])
def test_a_thing_a_unit_or_two_strange_halves_are_no_sum(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize(
    ("text", "rate"), [("UAE Standard VAT 5%", "5"), ("Thuế GTGT / VAT 10%", "10"), ("Output GST 18%", "18")]
)
def test_a_tax_is_named_behind_words_that_say_whose_it_is(text: str, rate: str) -> None:
    label = recognise(text)
    assert label is not None
    assert (label.kind, label.rate) == (Summary.TAX, Decimal(rate))


@pytest.mark.parametrize(
    "text",
    [
        "Withholding VAT 5%",
        "Prices incl VAT 20%",
        "Import VAT 20%",
        "Some words about VAT",
        "Sum net of VAT 5%",
    ],
)
def test_another_tax_and_what_is_said_of_prices_are_none(text: str) -> None:
    label = recognise(text)
    assert label is None or label.kind is not Summary.TAX


@pytest.mark.parametrize(
    "text",
    [
        "Auftragswert netto zzgl. gesetzl. MwSt.",
        "Gesamtsumme zzgl. der gesetzlichen USt",
        "Total order value plus applicable VAT",
        "Summe zuzüglich gesetzlicher Mehrwertsteuer",
    ],
)
def test_words_of_law_before_a_tax_change_nothing(text: str) -> None:
    label = recognise(text)
    assert label is not None
    assert label.kind is Summary.NET
    assert recognise("zzgl. gesetzl. Zoll") is None


@pytest.mark.parametrize(
    "text",
    ["CARRIED FORWARD TO PAGE 2", "Carried over to sheet 3", "Übertrag von Seite 1", "转第2页", "承第一页"],
)
def test_a_sum_that_is_carried_says_to_which_page(text: str) -> None:
    label = recognise(f"{text} 1,204.50")
    assert label is not None
    assert (label.kind, label.rest) == (Summary.CARRIED, "1,204.50")


@pytest.mark.parametrize(
    "text", ["Report page 2 of the inspection", "Drawing page 2", "第2页", "Total page 2 items"]
)
def test_what_else_names_a_page_is_carried_nowhere(text: str) -> None:
    label = recognise(text)
    assert label is None or label.kind is not Summary.CARRIED
