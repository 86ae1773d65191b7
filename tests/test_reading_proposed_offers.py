"""Offers and buyers that nothing labels by themselves: proposed, and never sure."""

from dataclasses import replace

import pytest
from paper import paper, word
from typed_orders import value

from extractors.assemble import assemble

ORDER = """
                       Purchase order
Purchase order no.: PO-55170
Date: 12 March 2026
Seller: Delta Seals GmbH
Currency: EUR
{head}

Item   Your part    Description                 Qty  Unit   Price        Amount
10     10023177     Mechanical seal 45 mm         4  pcs      100.00       400.00
                                                    Total                  400.00

{tail}
"""


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("RFx / your offer\nRFx 6000051127 / 20021124", "20021124"),
        ("RFQ / your quotation      6000051127 / QT-2611", "QT-2611"),
        ("Your offer / our inquiry\n20021063 / ENQ-26-1902", "20021063"),
    ],
)
def test_the_offer_of_two_numbers_is_the_one_that_its_caption_says(head: str, number: str) -> None:
    found = assemble(paper(ORDER.format(head=head, tail=""))).header.quotation_number
    assert value(found) == number


@pytest.mark.parametrize(
    "head",
    [
        "RFx / our plant\nRFx 6000051127 / 20021124",
        "RFx / your offer\nRFx 6000051127",
        "RFx / your offer date\nRFx 6000051127 / 20260211",
    ],
)
def test_another_number_is_not_proposed(head: str) -> None:
    found = assemble(paper(ORDER.format(head=head, tail=""))).header.quotation_number
    assert value(found) is None


TAIL = """
Deliver to: Goods Inwards, Block D, Technological University of Kilshannon, Kilshannon V95 T0K1

Kind regards,
Dr Aoife Considine
{signed}
"""


def test_who_gets_the_goods_and_signs_may_buy() -> None:
    tail = TAIL.format(signed="Department of Process Engineering, Technological University of Kilshannon")
    customer = assemble(paper(ORDER.format(head="", tail=tail))).header.customer
    assert value(customer) == "Technological University of Kilshannon"
    assert customer is not None
    assert not customer.sure


def test_who_signs_for_another_is_not_taken_for_the_receiver() -> None:
    tail = TAIL.format(signed="Department of Process Engineering, University of Larnford")
    customer = assemble(paper(ORDER.format(head="", tail=tail))).header.customer
    assert customer is None or not customer.sure


def test_a_caption_that_its_cell_broke_has_its_value_beside_both_lines() -> None:
    words = [("客户询报价", 20.0, 700.0), ("号", 20.0, 712.0), ("20031012", 120.0, 706.0)]
    document = paper(ORDER.format(head="", tail=""))
    page = document.pages[0]
    whole = replace(page, words=(*page.words, *(word(*each) for each in words)))
    found = assemble(replace(document, pages=(whole,))).header.quotation_number
    assert found is not None
    assert (found.value, found.sure) == ("20031012", False)
