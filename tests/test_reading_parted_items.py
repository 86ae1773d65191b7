"""Facts above items under a total, and an item whose figures stand apart from its name."""

import pytest
from paper import form, paper, sheet

from extractors.assemble import assemble
from models.reading import Field, OrderLine, stated

HEAD = """
PURCHASE ORDER
Order No.: PO-61077            Date: 05 March 2026
Buyer: Halden Process Ltd      Supplier: Tianjin Haino Seal Co., Ltd
"""
TITLE = "Pos|Article|Description|Qty|Unit|Unit price EUR|Amount EUR"
KIT, VALVE = "1|KIT-100|Seal kit|4|pcs|120.00|480.00", "2|VB-300|Valve body|2|pcs|50.00|100.00"
TOTALS = ["Total||||||580.00", "|||||Total|580.00", "|Total|||||580.00", "|||Net total|||580.00"]


def lines_of(*rows: str) -> tuple[OrderLine, ...]:
    return assemble(form(HEAD, [each.split("|") for each in (TITLE, *rows)], "Payment: net 30")).lines


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize("total", TOTALS)
def test_a_day_above_an_item_is_not_surely_that_of_the_item_before(total: str) -> None:
    above = ("||Delivery date: 2026-12-10||||", "||Delivery date: 2026-12-20||||")
    kit, valve = lines_of(above[0], KIT, above[1], VALVE, total)
    assert value(kit.delivery_date) != ("2026-12-20", True)
    assert valve.delivery_date is not None


@pytest.mark.parametrize("total", TOTALS)
def test_a_day_below_an_item_is_its_own(total: str) -> None:
    below = ("||Delivery date: 2026-12-10||||", "||Delivery date: 2026-12-20||||")
    read = lines_of(KIT, below[0], VALVE, below[1], total)
    assert [value(each.delivery_date) for each in read] == [("2026-12-10", True), ("2026-12-20", True)]


GLUED = """
PURCHASE ORDER
Order No.: PO-61077            Date: 05 March 2026
Buyer: Halden Process Ltd      Supplier: Tianjin Haino Seal Co., Ltd

Pos   Article    Description          Qty   Unit   Unit price EUR   Amount EUR
1     KIT-100    Seal kit             4     pcs            120.00       480.00
{second}
3     VB-400     Lid                  1     pcs             20.00        20.00
                 Total                                                  {total}

Payment: net 30
"""


def test_nothing_is_sure_of_a_line_with_the_numbers_of_two() -> None:
    first, last = assemble(paper(GLUED.format(second="2     VB-300     Valve body", total="500.00"))).lines
    assert value(first.line_number) == ("1 2", False)
    assert not any(field.sure for _, field in stated(first))
    assert value(last.description) == ("Lid", True)


def test_a_line_with_its_own_number_is_sure() -> None:
    second = "2     VB-300     Valve body           2     pcs             50.00       100.00"
    read = assemble(paper(GLUED.format(second=second, total="600.00"))).lines
    assert [value(each.description) for each in read] == [
        ("Seal kit", True),
        ("Valve body", True),
        ("Lid", True),
    ]


@pytest.mark.parametrize(
    ("below", "certain"),
    [
        ("|||||||2027-01-10", False),
        ("|||6||||2027-01-10", False),
        ("|||||||2026-12-10", True),
        ("||colour blue|||||", True),
    ],
)
def test_a_day_in_a_row_below_may_be_that_of_a_part(below: str, *, certain: bool) -> None:
    head = ["PO number|PO-88412", "Buyer|Nordkai Pumps Ltd", "Supplier|Delta Seals GmbH", "Currency|EUR", ""]
    rows = [
        *(TITLE + "|Delivery date", KIT + "|2026-12-10", below, VALVE + "|2026-12-15"),
        "||Total||||580.00|",
    ]
    first, second = assemble(sheet([each.split("|") for each in (*head, *rows)])).lines
    assert value(first.delivery_date) == ("2026-12-10", certain)
    assert value(second.delivery_date) == ("2026-12-15", True)


@pytest.mark.parametrize(
    ("remark", "certain"),
    [
        ("changed to KIT-200", False),
        ("please deliver 6 pcs", False),
        ("only 2 pcs of KIT-200 instead", False),
        ("型号改为KIT-200", False),
        ("colour blue", True),
    ],
)
def test_a_remark_below_an_item_that_changes_it_opens_its_figures(remark: str, *, certain: bool) -> None:
    first, second = lines_of(KIT, f"||{remark}||||", VALVE, "||Total||||580.00")
    assert value(first.quantity) == ("4", certain)
    assert value(second.quantity) == ("2", True)
