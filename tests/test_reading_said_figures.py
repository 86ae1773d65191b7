"""Remarks that state another count or price than the columns of their item."""

import pytest
from ordered_rows import ordered, with_remark

OTHERS = (
    "7 pcs instead of 4",
    "jetzt 7 Stück",
    "Menge erhöht auf 7",
    "only 3 pcs",
    "qty 7",
    "new price 51.50",
    "agreed price: EUR 51.50 each",
    "51,50 EUR vereinbart",
    "实际数量为7件",
    "现单价51.5元",
    "7 pcs",
)
AGREEING = (
    "4 pcs",
    "new price 55.00",
    "2 pcs by week 5, 2 pcs by week 9",
    "last price 51.50",
    "原单价51.5元",
    "packed in bags of 2 pcs",
    "2 pcs per carton",
    "with 3 sets of gaskets",
    "new type with 2 mm holes",
    "size 7 x 5 mm",
    "8 pcs in stock",
)


@pytest.mark.parametrize("said", OTHERS)
def test_another_figure_opens_its_item(said: str) -> None:
    assert ordered(with_remark(said)) == [True, False]


@pytest.mark.parametrize("said", AGREEING)
def test_what_agrees_or_is_of_something_else_opens_nothing(said: str) -> None:
    assert ordered(with_remark(said)) == [True, True]
