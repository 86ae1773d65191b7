"""Items in sections with a subtotal each, and labelled terms right below the total."""

import pytest
from typed_orders import read, sure, told, value

from extractors.fields import incoterms
from extractors.header import summaries
from extractors.vocabulary.meanings import Summary

SECTIONS = """
S/N   Item description                       Your P/N     Q'ty  Unit   U/Price      Amount
      A. Ballast pump P-101 (813.12)
A1    Cartridge mechanical seal CS20-85      10061902        4  set   1,134.00    4,536.00
A2    Shaft sleeve 316L                      10098227        4  pc      124.13      496.52
                                                        {first:<18} 5,032.52
      B. General service pump P-210 (813.04)
B1    Mechanical seal M74-D                  10024425        2  set     305.75      611.50
                                                        {second:<18}   611.50
                                                        TOTAL               5,644.02
{below}
"""
PARTS = [("A1", "10061902", "4"), ("A2", "10098227", "4"), ("B1", "10024425", "2")]
NAMES = [("Cartridge mechanical seal CS20-85",), ("Shaft sleeve 316L",), ("Mechanical seal M74-D",)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sub-total A", "Sub-total B"),
        ("Subtotal section A:", "Subtotal section B:"),
        ("Zwischensumme A", "Zwischensumme B"),
        ("Sub-total (A)", "Sub-total (B)"),
    ],
)
def test_a_subtotal_of_a_section_ends_its_items(first: str, second: str) -> None:
    reading = read(SECTIONS.format(first=first, second=second, below=""))
    assert told(reading.lines, "line_number", "part_number", "quantity") == PARTS
    assert told(reading.lines, "description") == NAMES
    assert value(reading.header.total_amount) == "5644.02"
    assert sure(reading.lines, "amount") == [True, True, True]


def test_a_subtotal_that_its_items_do_not_make_leaves_the_total_open() -> None:
    text = SECTIONS.format(first="Sub-total A", second="Sub-total B", below="")
    total = read(text.replace("5,644.02", "6,644.02")).header.total_amount
    assert total is not None
    assert not total.sure


@pytest.mark.parametrize(
    "below",
    [
        "Delivery: Goods ready by 30 June 2026         Deliver to: Store 4, 15 South Street 9, Tuas  637122",
        "Marking: TBM and number of the item              Certificates: class, to be sent in 3 copies   2",
    ],
)
def test_terms_below_the_total_are_no_item(below: str) -> None:
    reading = read(SECTIONS.format(first="Sub-total A", second="Sub-total B", below=below))
    assert told(reading.lines, "line_number", "part_number", "quantity") == PARTS


def test_names_with_a_colon_do_not_hide_an_item() -> None:
    text = SECTIONS.format(first="Sub-total A", second="Sub-total B", below="")
    lines = read(text.replace("Shaft sleeve 316L ", "Sleeve: 316L shaft")).lines
    assert told(lines, "line_number", "part_number", "quantity") == PARTS


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("EXW Tianjin (our forwarder will collect)", "EXW Tianjin"),
        ("FCA Shanghai (carrier: DHL, account 44)", "FCA Shanghai (carrier: DHL, account 44)"),
        ("FCA Shanghai (PVG)", "FCA Shanghai (PVG)"),
        ("DAP Durban (our forwarder's warehouse)", "DAP Durban (our forwarder's warehouse)"),
    ],
)
def test_who_fetches_the_goods_is_no_part_of_the_place(printed: str, said: str) -> None:
    assert incoterms.normal(printed) == said


@pytest.mark.parametrize("text", ["泵房设备小计", "2号窑炉备件小计：", "东区-配件 小计"])
def test_a_sum_of_a_section_may_bear_any_name(text: str) -> None:
    found = summaries.recognise(text)
    assert found is not None
    assert found.kind is Summary.SUBTOTAL


@pytest.mark.parametrize("text", ["泵房设备", "小计量泵", "扣除运费小计单", "泵房设备，含备件小计"])
def test_what_no_sum_of_goods_ends_is_none_of_a_section(text: str) -> None:
    found = summaries.recognise(text)
    assert found is None or found.kind is not Summary.SUBTOTAL
