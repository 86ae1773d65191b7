"""Items that are alternatives to others, or optional, by whatever name a list says it."""

import pytest

from sap.quoting.quotations import read


def marked(name: str, cell: str) -> list[bool]:
    text = f"Quotation;Item;Material;Qty;Net price;{name}\n1;10;A1;10;1.50;\n1;20;A2;10;1.50;{cell}\n"
    (found,) = read(text.encode(), "list.csv").quotations
    assert found.flaws == ()
    return [each.alternative for each in found.items]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("AltItm", "10"),
        ("Alt. item", "10"),
        ("Alternativposition", "10"),
        ("Alternativ zu Pos.", "10"),
        ("Alternative for item", "10"),
        ("Optional item", "X"),
        ("Option", "yes"),
        ("Eventualposition", "X"),
        ("Bedarfsposition", "X"),
        ("备选项", "10"),
        ("备选行", "10"),
        ("替代项", "10"),
        ("可选", "是"),
        ("选配", "是"),
        ("项目可选", "X"),
    ],
)
def test_an_item_that_need_not_be_ordered(name: str, cell: str) -> None:
    assert marked(name, cell) == [False, True]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("AltItm", "000000"),
        ("Alternativposition", "-"),
        ("Optional item", "no"),
        ("可选", "否"),
        ("Alternative part number", "LP-16"),
        ("Alternative unit", "EA"),
        ("Alternative payer", "100234"),
        ("替代料号", ""),
        ("Optional text", "abc"),
    ],
)
def test_an_item_that_is_offered_for_itself(name: str, cell: str) -> None:
    assert marked(name, cell) == [False, False]


def test_an_item_of_a_category_that_nobody_pays_for() -> None:
    rows = "1;10;A1;10;1.50;AGN\n1;20;A2;10;1.50;AGNN\n"
    (found,) = read(f"Quotation;Item;Material;Qty;Net price;ItCa\n{rows}".encode(), "list.csv").quotations
    assert [(each.reason, each.field, each.item) for each in found.flaws] == [
        ("price_unclear", "price", "20")
    ]
