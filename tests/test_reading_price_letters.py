"""Prices for a hundred or a thousand as American programs print them: "184.00 /C", "42.50 /M"."""

import pytest
from typed_orders import read, sure, told

TYPED = """
LN   QUANTITY  UM  ITEM / DESCRIPTION               DUE DATE    {head}       EXTENSION
001       500  EA  O-RING, FKM, 70 X 3.55           06/19/26     {one}        920.00
                   OUR ITEM PF-30118   YOUR PART 10039927
002         2  EA  SEAL, DRY GAS, CARTRIDGE         07/15/26   {two}     23,680.00
                   OUR ITEM PF-44120   YOUR PART 10039944

                                     TOTAL ORDER VALUE                          {total}
"""
NUMBERS = ("quantity", "unit_price", "amount")
READ = [("500", "184.00", "920.00"), ("2", "11840.00", "23680.00")]


def order(one: str = "184.00 /C", two: str = "11,840.00 /EA", head: str = "PRICE/PER ") -> str:
    return TYPED.format(head=head, one=one, two=two, total="24,600.00")


@pytest.mark.parametrize("head", ["PRICE/PER ", "PRICE/UM  ", "UNIT PRICE"])
def test_a_price_for_a_hundred_has_a_letter_behind_it(head: str) -> None:
    lines = read(order(head=head)).lines
    assert told(lines, *NUMBERS) == READ
    assert told(lines, "price_per")[0] == ("100",)
    assert told(lines, "price_per")[1] in {(None,), ("1",)}
    assert sure(lines, "unit_price") == [True, True]


def test_a_price_for_a_thousand_is_told_from_one_for_a_metre_by_its_amount() -> None:
    lines = read(order("1,840.00 /M", "11,840.00 /M")).lines
    assert told(lines, "unit_price") == [("1840.00",), ("11840.00",)]
    assert told(lines, "price_per")[0] == ("1000",)
    assert told(lines, "price_per")[1] in {(None,), ("1",)}


def test_a_price_for_a_hundred_that_does_not_make_its_amount_is_open() -> None:
    lines = read(order("194.00 /C")).lines
    assert sure(lines, "unit_price")[0] is False
    assert sure(lines, "price_per")[0] is False


@pytest.mark.parametrize("unit", ["KG", "BOX", "SET"])
def test_other_units_behind_the_price_say_nothing_of_how_many(unit: str) -> None:
    lines = read(order(f"1.84 /{unit}")).lines
    assert told(lines, "unit_price")[0] == ("1.84",)
    assert told(lines, "price_per")[0] in {(None,), ("1",)}


IN_COLUMNS = """
Line  Your part   Description               Qty  UM   Price     Per   Amount
1     10039927    O-ring FKM 70 x 3.55      500  EA   184.00    C      920.00
2     10039944    Dry gas seal cartridge      2  EA  1840.00    EA    3680.00
                                                     Total           4600.00
"""


def test_the_letter_may_stand_in_a_column_of_its_own() -> None:
    lines = read(IN_COLUMNS).lines
    assert told(lines, *NUMBERS) == [("500", "184.00", "920.00"), ("2", "1840.00", "3680.00")]
    assert told(lines, "price_per")[0] == ("100",)
