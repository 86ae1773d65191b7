"""Letters that give an item another number, or leave one out, in few words beside its number or size."""

import time

import pytest
from letter_builders import opened_by, order
from structured_orders import UBL

from extractors import readers
from extractors.mail import item_figures, ordered, remarks
from models.message import Letter
from spine import extract

FIGURES = (
    "Item 20: qty is 12.",
    "For item 20 we need 12.",
    "For item 20 please 12.",
    "item 20 qty 12",
    "LP-16-4300: 12.",
    "LP-16-4300 - now 12",
    "PP 75 x 12.",
    "12x PP 75.",
    "We would like 12 bags PP 75.",
    "Please make it a dozen of each.",
    "Two dozen PP 65 please.",
    "Quantities are 20 and 30.",
    "Qty: 25 each",
    "数量20和30。",
    "PP 75 二十只",
    "第2项要25",
    "第二項數量為12。",
    "Menge Pos 20 ist 12.",
    "Position 20 bitte 12.",
    "Von PP 75 brauchen wir 12.",
    "Price of item 20 is 28.00.",
    "unit price agreed at 28,50 for both.",
    "单价28块。",
    "總價540。",
    "Preis Pos. 20 ist 28,00.",
    "Prices are per 100.",
    "The total should be 540.00.",
    "Gesamtsumme 540,00.",
    "Item 20: 26.00 each, price as discussed",
)
DROPPED = (
    "The second item is not needed.",
    "Second line no longer necessary.",
    "Last line please leave off.",
    "We don't need the PP 75 bags.",
    "Item 20 was ordered by mistake.",
    "Please deliver item 10 only.",
    "Only ship PP 65 for now.",
    "LP-16-4300 is superfluous.",
    "PP 75 we have already.",
    "Pos. 20 brauchen wir nicht.",
    "bitte Pos. 20 rausnehmen.",
    "Position 20 hat sich erledigt.",
    "Die zweite Position nehmen Sie bitte heraus, die letzte Position entfällt.",
    "PP 75已另购。",
    "第2项不需要了。",
    "第2項重複了。",
    "LP-16-4300仓库还有，别发了。",
)
SAME = (
    "Item 20: qty is 10.",
    "For item 20 we need 10 pieces at 30.00.",
    "10x PP 75 and 10x PP 65, as offered.",
    "Prices: PP 65 26.00, PP 75 30.00, total 560.00.",
    "数量各10，总价560元。",
    "Menge Pos. 20 ist 10, Preis 30,00.",
    "Item 20 goes into pump 3, drawing no. 4711, 2 copies please.",
    "Items 10 and 20 are for plant 2, gate 4.",
    "PP 75 is for our line 4, 3rd floor.",
    "附件订单，质保期18个月。",
    "第2项用于3号泵，图纸4711。",
    "Die Preise gelten laut Angebot 20018841 vom 3. März 2027.",
    "Minimum order value 500.00",
    "您好，报价单20017288已发出，合计367,616.12元，有效期30天，请参考。",
    "Our quotation was sent on 3 March, total 612.00, validity 30 days.",
    "Our goods receipt is open from 7 to 15 o'clock.",
)


@pytest.mark.parametrize("said", FIGURES)
def test_a_number_beside_an_item_that_is_not_its_own_opens_it(said: str) -> None:
    assert opened_by(f"Order attached. {said}") >= {"quantity.2", "unit_price.2"}


@pytest.mark.parametrize("said", DROPPED)
def test_an_item_that_is_left_out_is_not_sure(said: str) -> None:
    assert opened_by(f"Order attached. {said}") >= {"quantity.2"}


@pytest.mark.parametrize("said", SAME)
def test_what_agrees_with_the_order_opens_none_of_its_figures(said: str) -> None:
    found = opened_by(f"Order attached. {said}")
    assert not {each for each in found if each.startswith(("quantity", "unit_price", "amount", "total"))}


def test_the_figure_of_one_item_is_none_of_another() -> None:
    assert item_figures.changes("item 20 costs 26.00, price each", ordered.of(order()))
    assert not item_figures.changes("item 10 costs 26.00, price each", ordered.of(order()))


def test_another_size_opens_what_the_items_are() -> None:
    assert "description.2" in opened_by("Order attached. I made a typo: it is PP 85, not PP 75.")
    assert "description.2" not in opened_by("Order attached. The PP 75 are urgent.")


def _noted(items: int) -> bytes:
    head, _ = UBL.split("<cac:OrderLine>", 1)
    head = head.split("<cac:AnticipatedMonetaryTotal>")[0] + head.split("</cac:AnticipatedMonetaryTotal>")[-1]
    line = (
        "<cac:OrderLine><cac:LineItem><cbc:ID>{0}</cbc:ID><cbc:Note>Certificate 3.1 for the item, 2 copies, "
        "crate 17 of 40, tag P-{0:04d}, paint 2 coats of 80, with report 4.</cbc:Note>"
        '<cbc:Quantity unitCode="C62">4</cbc:Quantity><cac:Price><cbc:PriceAmount currencyID="EUR">12.50'
        "</cbc:PriceAmount></cac:Price><cac:Item><cbc:Name>Shaft sleeve type {0} stainless</cbc:Name>"
        "<cac:SellersItemIdentification><cbc:ID>1004{0:05d}</cbc:ID></cac:SellersItemIdentification>"
        "</cac:Item></cac:LineItem></cac:OrderLine>"
    )
    return (head + "".join(line.format(at) for at in range(1, items + 1)) + "</Order>").encode()


def test_a_note_for_each_of_many_items_takes_little_time() -> None:
    def taken(items: int) -> float:
        before = time.process_time()
        (found,) = extract(_noted(items), "o.xml", readers.read, "o.xml")
        assert found.reading is not None
        assert len(found.reading.lines) == items
        return time.process_time() - before

    taken(20)  # the expressions are compiled
    assert taken(800) < 8 * taken(200) + 0.5


def test_letters_without_words_say_nothing() -> None:
    assert remarks.beside(order(), (Letter(), Letter())) == order()
