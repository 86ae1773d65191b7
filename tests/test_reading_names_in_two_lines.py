"""Names of buyers that begin in one line and end in the next: half of one is never sure."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field

HEAD = """
{head}

                 PURCHASE ORDER
Order No: PO-028816                      Order Date: 11 May 2026
{block}
Supplier: Hampus Flow Sealing (Tianjin) Co., Ltd.
Currency: GBP

Pos  Your part no.   Description            Qty  Unit  Unit price     Amount
10   10023177        Mechanical seal 45 mm    4   pcs       320.00   1,280.00
20   10023188        Shaft sleeve 45 mm      10   pcs        65.00     650.00
                                             Total                  1,930.00
"""
WHOLE = "Harrow & Whitcombe Pump Services Ltd"
COLUMNS = """
Bill to:            Ship to:
Harrow & Whitcombe  Harrow & Whitcombe
Pump Services Ltd   Pump Services Ltd"""
PLACE = "Unit 14, Canklow Meadows, Rotherham S60 2XL"


def customer(head: str, block: str = "") -> Field:
    found = assemble(paper(HEAD.format(head=head, block=block))).header.customer
    assert found is not None
    return found


@pytest.mark.parametrize(
    "head",
    [
        f"Harrow & Whitcombe\nPump Services Ltd\n{PLACE}",
        f"                         Harrow & Whitcombe\n                          Pump Services Ltd\n{PLACE}",
        "HARROW & WHITCOMBE\nPump Services Ltd",
    ],
)
def test_a_letterhead_in_two_lines_is_one_name_and_not_sure(head: str) -> None:
    found = customer(head)
    assert found.value is not None
    assert (found.value.casefold(), found.sure) == (WHOLE.casefold(), False)


def test_a_chinese_one_too() -> None:
    found = customer("江苏南港\n化工有限公司\n南京市江北新区")
    assert (found.value, found.sure) == ("江苏南港化工有限公司", False)


@pytest.mark.parametrize(
    "block",
    [
        f"Bill to:\nHarrow & Whitcombe\nPump Services Ltd\n{PLACE}",
        COLUMNS,
    ],
)
def test_an_address_that_begins_with_half_a_name_is_not_sure(block: str) -> None:
    found = customer("", block)
    assert (found.value, found.sure) == (WHOLE, False)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (f"Pump Services Ltd\n{PLACE}", "Pump Services Ltd"),
        (f"Pump Services\nPump Services Ltd\n{PLACE}", "Pump Services Ltd"),
        (f"Your partner in sealing\nPump Services Ltd\n{PLACE}", "Pump Services Ltd"),
        ("诚信 创新 共赢\n江苏南港化工有限公司\n南京市江北新区", "江苏南港化工有限公司"),
    ],
)
def test_brands_and_mottoes_above_a_whole_name_leave_it_sure(head: str, name: str) -> None:
    found = customer(head)
    assert (found.value, found.sure) == (name, True)
