"""Labels that no list holds, understood from the words they are made of."""

import pytest

from extractors.header.labelling.composed_labels import composed, half_understood, likely, repeats
from extractors.vocabulary.meanings import Label


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Our purchase order ref.", Label.ORDER_NUMBER),
        ("Buyer's order number", Label.ORDER_NUMBER),
        ("订货单编号", Label.ORDER_NUMBER),
        ("执行订单编号", Label.ORDER_NUMBER),
        ("Based on your offer", Label.QUOTATION_NUMBER),
        ("贵方报价书编号", Label.QUOTATION_NUMBER),
        ("PO raised on", Label.DOCUMENT_DATE),
        ("Bestelldatum", Label.DOCUMENT_DATE),
        ("采购组织", Label.BUYER),
        ("Ordering company", Label.BUYER),
        ("Delivery at", Label.PLACE),
        ("Please deliver goods to", Label.PLACE),
        ("Anlieferadresse", Label.PLACE),
        ("交（提）货地点、方式", Label.PLACE),
        ("Delivery on or before", Label.DELIVERY),
        ("结算货币", Label.CURRENCY),
        ("Zahlungsziel", Label.PAYMENT),
    ],
)
def test_a_label_is_composed_of_known_words(label: str, meaning: Label) -> None:
    assert composed(label) == {meaning}


@pytest.mark.parametrize(
    "label", ["Delivery note no.", "Original contract no.", "报价有效期", "Delivery contact", "供应商编号"]
)
def test_a_label_of_something_else_is_no_field(label: str) -> None:
    assert composed(label) <= {Label.NEUTRAL}


@pytest.mark.parametrize("text", ["PO/26/00481", "Confirm receipt of this order within 2 days", "shaft"])
def test_values_and_sentences_are_no_labels(text: str) -> None:
    assert not composed(text)


def test_a_label_with_a_strange_word_is_half_understood() -> None:
    assert not composed("到货截止日期")
    assert half_understood("到货截止日期") == {Label.DELIVERY}


@pytest.mark.parametrize("label", ["Ihre Referenz", "Votre référence", "Ihr Zeichen", "Your Reference"])
def test_whose_reference_it_is_makes_an_offers_number_likely(label: str) -> None:
    assert likely(label) == {Label.QUOTATION_NUMBER}


def test_a_label_whose_words_repeat_has_a_word_of_its_value() -> None:
    assert repeats("Delivery point Site")
    assert not repeats("Delivery point")


def test_a_word_for_delivery_alone_leaves_open_what_of_it_is_meant() -> None:
    assert composed("交货") == {Label.DELIVERY, Label.PLACE, Label.INCOTERMS}
