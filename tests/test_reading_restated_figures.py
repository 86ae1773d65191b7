"""Cards that state a price, a quantity or a discount once more behind labels of many names."""

import pytest
from paper import paper
from typed_orders import CARDS_HEAD

from extractors.assemble import assemble
from models.reading import OrderLine, Reading

HEAD = CARDS_HEAD.format(currency="CNY")
CARD = """
Item: {at}0
Your part no.: LP-16-4{at}00
Description: Filter bag PP 6{at}
Quantity: {count}
Unit price: {price}
Amount: CNY 260.00
"""
PRICES = (
    *("Price from 1 Jan: CNY 28.00", "Net price: CNY 24.00", "Special price: CNY 24.00"),
    *(
        "Latest revision price: CNY 28.00",
        "Price: CNY 28.00",
        "Project price: CNY 24.00",
        "Our price: CNY 24.00",
    ),
    *("Discount price: CNY 24.00", "Preis ab Januar: CNY 28.00", "Sonderpreis: CNY 24.00", "特价：24.00"),
    *("Discount: 10 percent", "Discount: 5 + 3 %", "Rebate: 2 x 5 %", "Discount: ten percent"),
    *("Rabatt: 10 v.H.", "折扣：九折", "Discount: 10 %", "Remise: dix pour cent"),
)
QUANTITIES = (
    *("Ack. qty: 12", "Number of pieces: 12", "Call-off quantity: 4", "Shipping quantity: 8 pc"),
    *(
        "Delivery qty: 8",
        "Stückzahl: 12",
        "Liefermenge: 8",
        "供货数量：12",
        "件数：12",
        "另加：2",
        "另补：3件",
    ),
)
USUAL = (
    *(
        "Previous price: CNY 25.00",
        "List price: CNY 35.00",
        "Old quantity: 12",
        "Price per: 1 pc",
        "Stock qty: 40",
    ),
    *("Packing quantity: 5", "Qty per box: 5", "Minimum quantity: 5", "Price list: 2026", "上次单价：25.00"),
    *(
        "包装数量：5",
        "Market price: CNY 29.00",
        "Gross price: CNY 29.38",
        "Price: CNY 26.00",
        "Order quantity: 10 pc",
    ),
    *("Discount: 0 %", "Discount: none", "Discount: included", "Cash discount: 2 % 10 days"),
)


def _carded(said: str, *, first: bool) -> Reading:
    cards = [CARD.format(at=at, count="10 pc", price="CNY 26.00") for at in (1, 2)]
    cards[0 if first else 1] += f"{said}\n"
    return assemble(paper(f"{HEAD}{''.join(cards)}\nPO total: CNY 520.00\n"))


def _sure(line: OrderLine, name: str) -> bool:
    field = getattr(line, name)
    return field is not None and field.sure


@pytest.mark.parametrize("said", PRICES)
@pytest.mark.parametrize("first", [True, False])
def test_another_price_of_a_card_opens_its_price(said: str, *, first: bool) -> None:
    read = _carded(said, first=first)
    assert not _sure(read.lines[0 if first else 1], "unit_price")
    assert _sure(read.lines[1 if first else 0], "unit_price")


@pytest.mark.parametrize("said", QUANTITIES)
@pytest.mark.parametrize("first", [True, False])
def test_another_quantity_of_a_card_opens_its_quantity(said: str, *, first: bool) -> None:
    read = _carded(said, first=first)
    assert not _sure(read.lines[0 if first else 1], "quantity")


@pytest.mark.parametrize(
    "said", ["Use instead: LP-16-4999", "Supply LP-16-4999 instead: yes", "改用：LP-16-4999"]
)
def test_a_part_to_use_instead_opens_the_number(said: str) -> None:
    assert not _sure(_carded(said, first=False).lines[1], "part_number")


@pytest.mark.parametrize("said", USUAL)
@pytest.mark.parametrize("first", [True, False])
def test_figures_of_other_things_open_nothing(said: str, *, first: bool) -> None:
    read = _carded(said, first=first)
    assert all(_sure(line, name) for line in read.lines for name in ("quantity", "unit_price"))
