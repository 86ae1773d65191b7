"""An order's number with its revision below the title, and columns that bear the writer's initials."""

import pytest
from paper import paper
from typed_orders import sure, told

from extractors.assemble import assemble
from models.page import SourceDocument
from models.reading import Field, OrderLine

TITLED = """
                                                          PURCHASE ORDER
HALDEN ZINC LLC                                    {number:>21}
                                                   {day:>21}

Supplier: Delta Seals GmbH

Pos   Part no.   Description    Qty    Unit price    Amount
10    10094411   Shaft sleeve   6      110.00        660.00
                                       Total EUR     660.00
"""


def _number(number: str, day: str = "Order date 03/18/2027") -> Field | None:
    return assemble(paper(TITLED.format(number=number, day=day))).header.document_number


def test_a_number_with_its_revision_between_title_and_order_date_is_the_order_s() -> None:
    number = _number("No. 7700418865 Rev. 0")
    assert number is not None
    assert (number.value, number.sure) == ("7700418865", True)


@pytest.mark.parametrize(
    ("number", "day"),
    [
        pytest.param("No. QF-0718 Rev. 3", "Order date 03/18/2027", id="a form's number"),
        pytest.param("No. 0718-22 Annex 3", "Order date 03/18/2027", id="something else behind it"),
    ],
)
def test_another_number_below_a_title_stays_open(number: str, day: str) -> None:
    found = _number(number, day)
    assert found is None or not found.sure


BOUGHT = """
{head}
PURCHASE ORDER
Order No.: 4500781234

LN   {heading:<12} DESCRIPTION                QTY UOM   UNIT PRICE USD   EXT PRICE USD
1    55-20417     Shaft sleeve               6   EA    110.00           660.00
                  {label}: 10094411
2    55-20418     Lip seal                   40  EA    5.20             208.00
                  {label}: 10094412
                                                       TOTAL USD        868.00
"""


def _bought(
    heading: str = "HZ STOCK #", label: str = "MFR P/N", head: str = "HALDEN ZINC LLC"
) -> SourceDocument:
    return paper(BOUGHT.format(heading=heading, label=label, head=head))


def _lines(document: SourceDocument) -> tuple[OrderLine, ...]:
    return assemble(document).lines


def test_the_writer_s_initials_beside_a_maker_s_number_in_each_item_head_its_own_numbers() -> None:
    lines = _lines(_bought())
    assert told(lines, "part_number", "customer_part_number") == [
        ("10094411", "55-20417"),
        ("10094412", "55-20418"),
    ]
    assert sure(lines, "customer_part_number") == [True, True]


def test_whom_the_invoice_goes_to_may_be_who_writes() -> None:
    document = _bought(head="HALDEN ZINC LLC\nBILL TO\nHalden Zinc LLC\nBox 7, Lafayette")
    assert sure(_lines(document), "customer_part_number") == [True, True]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(_bought(heading="KSB STOCK #"), id="another's initials"),
        pytest.param(_bought(label="Batch"), id="no maker's number"),
    ],
)
def test_nobody_s_column_stays_open(document: SourceDocument) -> None:
    assert not any(sure(_lines(document), "customer_part_number"))
