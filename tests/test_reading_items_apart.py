"""Items that stand apart, and words of another meaning: a kind of freight, a coupling, a unit of price."""

import pytest
from paper import paper, sheet
from typed_orders import HEAD, sure, told

from extractors.assemble import assemble
from models.reading import Reading

CARD = """Description of goods {}
Qty {} pcs
Rate {}
Line amount {}
Supplier item code {}
"""
CARDS = (
    ("Seal repair kit RK-25", "2", "50.00", "100.00", "LP-19-7837"),
    ("Disc coupling JMII-48", "4", "5.00", "20.00", "LP-19-7838"),
    ("Rotating face SSiC 60", "1", "10.00", "10.00", "LP-19-7839"),
)


def cards(gap: str, foot: str) -> Reading:
    items = gap.join(CARD.format(*card) for card in CARDS)
    return assemble(paper(f"{HEAD}\n{items}\nTotal EUR 130.00\n{foot}"))


@pytest.mark.parametrize("foot", ["", "Goods to be delivered to Gate 2, Quay Road 14, Harlow"])
def test_items_with_room_between_them_begin_below_it(foot: str) -> None:
    found = cards("\n\n", foot)
    assert told(found.lines, "description", "quantity") == [(card[0], card[1]) for card in CARDS]


def test_without_room_a_label_below_all_items_leaves_the_names_open() -> None:
    found = cards("", "Goods to be delivered to Gate 2, Quay Road 14, Harlow")
    right = told(found.lines, "description") == [(card[0],) for card in CARDS]
    assert right or not any(sure(found.lines, "description"))


def test_a_disc_coupling_is_no_discount() -> None:
    found = cards("\n\n", "")
    assert sure(found.lines, "description")[1]


HEADINGS = ("Order number", "Ship via", "#", "Your ref.", "Goods / services", "Qty.", "UOM", "Price each")
MORE = ("Price unit", "Ext. amount")
ROWS = (
    ("PO-1671", "{}", "1", "LP-38-1000", "Bellows seal MB85", "20", "set", "100.00", "1", "2,000.00"),
    ("PO-1671", "{}", "2", "10039138", "O-ring FKM 80x3.55", "400", "PC", "50.00", "100", "200.00"),
)


@pytest.mark.parametrize("via", ["Road freight", "Air freight", "运费到付"])
def test_how_goods_travel_makes_no_row_of_a_list_a_sum(via: str) -> None:
    rows = [[cell.replace("{}", via) for cell in row] for row in ROWS]
    found = assemble(sheet([[*HEADINGS, *MORE], *rows]))
    assert told(found.lines, "price_per", "amount") == [("1", "2000.00"), ("100", "200.00")]
    assert all(sure(found.lines, "unit_price"))


TURNED = """
Pos.                10                     20                   30
Article name        Spiral wound gasket    O-ring FKM 45        Hex bolt M12x50
Quantity            250 pc                 60 pcs               2500 pc
Unit price (net)    22364.00               3238.00              213.00
Price unit          {}
Net amount          55910.00               1942.80              5325.00
Vendor material no. LP-38-3400             LP-36-3437           LP-13-3474
Total EUR 63177.80
"""


def test_the_unit_of_the_price_in_a_turned_table_is_read() -> None:
    found = assemble(paper(HEAD + TURNED.format("100                    100                  100")))
    assert told(found.lines, "quantity", "unit_price", "price_per") == [
        ("250", "22364.00", "100"),
        ("60", "3238.00", "100"),
        ("2500", "213.00", "100"),
    ]
    assert all(sure(found.lines, "unit_price"))


def test_prices_below_the_same_words_are_no_units() -> None:
    found = assemble(paper(HEAD + TURNED.format("223.64                 32.38                2.13")))
    assert all(line.price_per is None or not line.price_per.sure for line in found.lines)
