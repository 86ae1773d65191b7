"""Prices and amounts in words in cards, and what stands for a unit beside a quantity and is none."""

import pytest
from paper import paper
from typed_orders import CARDS_HEAD, TWO_ITEMS

from extractors.assemble import assemble
from models.reading import OrderLine

HEAD = CARDS_HEAD.format(currency="CNY")
CARD = """
Item: {at}0
Your part no.: LP-16-4{at}00
Description: Filter bag PP 6{at}
{said}
"""
USUAL = "Quantity: 10 pc\nUnit price: CNY 26.00\nAmount: CNY 260.00"


def _last(said: str) -> OrderLine:
    cards = CARD.format(at=1, said=USUAL) + CARD.format(at=2, said=said)
    return assemble(paper(f"{HEAD}{cards}\nPO total: CNY 520.00\n")).lines[-1]


@pytest.mark.parametrize(
    "price",
    [
        *("tba", "see annex 2", "as quoted", "28.00/30.00", "max. 28.00", "free of charge", "to be agreed"),
        *("siehe Anlage", "laut Angebot", "见附件", "待定", "twenty six", "open"),
    ],
)
def test_a_price_in_words_is_not_surely_absent(price: str) -> None:
    line = _last(USUAL.replace("CNY 26.00", price))
    assert line.unit_price is not None
    assert not line.unit_price.sure


@pytest.mark.parametrize("said", ["siehe Anhang", "laut Angebot", "see annex", "tbc", "as quoted"])
def test_figures_that_stand_elsewhere_are_not_surely_absent(said: str) -> None:
    labels = (
        ("Menge", "Preis", "Betrag")
        if said[0] in "sl" and "annex" not in said
        else ("Qty", "Price", "Amount")
    )
    line = _last("\n".join(f"{label} {said}" for label in labels))
    stated = (line.quantity, line.unit_price, line.amount)
    assert all(field is not None and not field.sure for field in stated)


@pytest.mark.parametrize("price", ["CNY 26.00", "26.00 CNY/pc"])
def test_a_price_in_figures_stays_sure(price: str) -> None:
    line = _last(USUAL.replace("CNY 26.00", price))
    assert line.unit_price is not None
    assert line.unit_price.sure


@pytest.mark.parametrize("name", ["Price list item", "Quantity meter", "Amount indicator as per sketch"])
def test_a_name_with_such_a_word_stays_a_name(name: str) -> None:
    line = _last(USUAL).description
    assert line is not None
    assert line.sure
    told = assemble(paper(TWO_ITEMS.format("").replace("Filter bag PP 75", name[:16]))).lines[-1]
    assert told.quantity is not None
    assert told.quantity.sure


@pytest.mark.parametrize(
    ("count", "sure"), [("10 (12)", False), ("10 tbc", False), ("10", True), ("10 pc", True)]
)
def test_a_figure_in_the_place_of_a_unit_opens_the_quantity(count: str, *, sure: bool) -> None:
    text = TWO_ITEMS.format("").replace("75    10    pc ", f"75    {count:<9} ")
    quantity = assemble(paper(text)).lines[-1].quantity
    assert quantity is not None
    assert quantity.sure is sure
