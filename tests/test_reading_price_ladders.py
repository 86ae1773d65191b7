"""Conditions of a price below an item, a line each, and the consignee beside a port that goods pass."""

import pytest
from paper import paper
from typed_orders import read, sure, told, value

from extractors.assemble import assemble

LADDER = """
Item   Our code    Description                        Qty  Unit   Price        Amount
10     NP-4410     Mechanical seal 45 mm                4  pcs
                   Your part no.: 10023177
                   {gross:<28}                   100.00       400.00
                   {less:<28}      10.00-                       40.00-
                   {net:<28}                    90.00       360.00
20     NP-4411     Shaft sleeve 45 mm                   2  pcs
                   Your part no.: 10023188
                   {gross:<28}                    50.00       100.00
                   {less:<28}       5.00-                        5.00-
                   {net:<28}                    47.50        95.00

                                                    Total                      {total}
"""
CALLED = ("Gross price", "Discount %", "Net price")
NUMBERS = ("quantity", "unit_price", "amount")
READ = [("4", "90.00", "360.00"), ("2", "47.50", "95.00")]


def ladder(called: tuple[str, str, str], total: str = "455.00") -> str:
    gross, less, net = called
    return LADDER.format(gross=gross, less=less, net=net, total=total)


@pytest.mark.parametrize(
    "called",
    [CALLED, ("List price", "Special discount", "Net price"), ("Bruttopreis", "Rabatt %", "Nettopreis")],
)
def test_the_net_price_below_an_item_is_its_price(called: tuple[str, str, str]) -> None:
    lines = read(ladder(called)).lines
    assert told(lines, *NUMBERS) == READ
    assert told(lines, "part_number") == [("10023177",), ("10023188",)]
    assert sure(lines, "unit_price") == [True, True]


def test_the_gross_price_of_the_main_line_gives_way_to_the_net_price_below() -> None:
    text = ladder(CALLED).replace("4  pcs\n", "4  pcs      100.00       400.00\n")
    text = text.replace("2  pcs\n", "2  pcs       50.00       100.00\n")
    lines = read("\n".join(line for line in text.split("\n") if "Gross" not in line)).lines
    assert told(lines, *NUMBERS) == READ


def test_a_total_of_the_gross_prices_leaves_the_net_prices_open() -> None:
    reading = read(ladder(CALLED, "500.00"))
    assert sure(reading.lines, "unit_price") == sure(reading.lines, "amount") == [False, False]
    assert reading.header.total_amount is not None
    assert not reading.header.total_amount.sure


def test_a_net_price_that_does_not_make_its_amount_is_open() -> None:
    reading = read(ladder(CALLED).replace(" 90.00 ", " 80.00 "))
    assert sure(reading.lines, "unit_price")[0] is False


CONSIGNED = """
BROOKVALE PUMPS LIMITED
Quay Road 14, Larnford LF4 2QP

                       Purchase order
Purchase order no.: PO-55170
Date: 12 March 2026
To: Delta Seals GmbH
Currency: EUR

Item   Our code    Description                        Qty  Unit   Price        Amount
10     NP-4410     Mechanical seal 45 mm                4  pcs      100.00       400.00
                                                    Total                        400.00

Price basis         : FOB Shanghai
Consignee           : {consignee}
Port of discharge   : Nhava Sheva (JNPT)
"""


@pytest.mark.parametrize("building", ["", "Central Stores, ", "Goods Warehouse, "])
def test_the_consignee_of_the_writers_name_is_the_place_and_not_the_port(building: str) -> None:
    place = f"{building}Brookvale Pumps Limited, Quay Road 14, Larnford LF4 2QP"
    found = assemble(paper(CONSIGNED.format(consignee=place))).header.delivery_place
    assert value(found) == place
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    "consignee",
    ["Larnford Bank Limited, Quay Road 14, Larnford LF4 2QP", "Account of Brookvale Pumps Limited, Larnford"],
)
def test_another_consignee_is_no_sure_place(consignee: str) -> None:
    found = assemble(paper(CONSIGNED.format(consignee=consignee))).header.delivery_place
    assert found is None or not found.sure
