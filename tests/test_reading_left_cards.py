"""An item in blocks of labels and values whose quantity cannot be read is missing, and the order says so."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Reading

HEAD = """
Purchase order
Purchase order no.: PO-55170
Date: 2026-11-23
Quotation no.: 20017734
Buyer: Hill Pumps Ltd
Currency: EUR
"""
CARD = """
Item                      {n}0            Our material no.     13-4131-009{n}
Supplier's code           LP-16-4{n}00    Article              Filter bag PP {n}5
Order qty                 {qty:<14} U/M                  pcs
Unit price                26.00          Gross amount         260.00
"""
CHINESE = """
行号：000{n}0              物料描述：石墨盘根 65x10
采购数量：{qty:<13}价格：182.55
税率：13%          价税合计：730.20
贵司编码：LP-34-700{n}
"""
ODD = ("10 (5+5)", "10, now 12", "10 min.", "10 / 12", "2 x 5", "ten (10)", "10±1", "see annex 2")


def cards(*quantities: str, card: str = CARD, total: str = "Total EUR   520.00") -> Reading:
    items = "".join(card.format(n=at, qty=each) for at, each in enumerate(quantities, 1))
    return assemble(paper(f"{HEAD}{items}\n{total}\n"))


def codes(reading: Reading) -> set[str]:
    return {each.code for each in reading.problems}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("first", [True, False])
def test_an_item_whose_quantity_is_more_than_a_number_is_missing(odd: str, first: bool) -> None:  # noqa: FBT001 - a table
    found = cards(odd, "10") if first else cards("10", odd)
    total = found.header.total_amount
    assert len(found.lines) == 2 or "row_left_out" in codes(found)
    assert total is None or not total.sure or total.value == "520.00"


@pytest.mark.parametrize("odd", ["四公斤", "4 另备1", "4+1", "约4"])
def test_so_it_is_in_chinese(odd: str) -> None:
    found = cards("4 kg", odd, card=CHINESE, total="合计金额           1460.40")
    total = found.header.total_amount
    assert len(found.lines) == 2 or "row_left_out" in codes(found)
    assert total is None or not total.sure or total.value == "1460.40"


@pytest.mark.parametrize(
    ("card", "quantity", "foot", "total"),
    [
        (CARD, "10", "Total EUR   520.00", "520.00"),
        (CHINESE, "4 kg", "合计金额           1460.40", "1460.40"),
        (CARD, "10", "Total EUR   520.00\nTotal order qty   20", "520.00"),
        (CARD, "10", "Total EUR   520.00\nUnit price   EXW Leeds", "520.00"),
    ],
)
def test_items_that_are_all_read_leave_nothing_open(card: str, quantity: str, foot: str, total: str) -> None:
    found = cards(quantity, quantity, card=card, total=foot)
    stated = found.header.total_amount
    assert (len(found.lines), codes(found)) == (2, set())
    assert stated is not None
    assert (stated.value, stated.sure) == (total, True)


def test_a_total_below_one_with_tax_is_no_rival() -> None:
    foot = "Total EUR   520.00\nVAT 19 %   98.80\nTotal incl. VAT   618.80"
    found = cards("10", "10", card=CARD.replace("Gross amount", "Amount      "), total=foot)
    stated = found.header.total_amount
    assert stated is not None
    assert (stated.value, stated.sure, codes(found)) == ("618.80", True, set())
