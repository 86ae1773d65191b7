"""Addresses that nobody claims: the place of delivery may be one of them."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Kind

ORDER = """
Purchase order no.: PO-88412
Buyer: Nordkai Pumps Ltd
Supplier: Delta Seals GmbH
Order date: 04 May 2026
Terms of payment: 30 days net
{}
Item   Part No.   Description      Qty   Unit   Unit price   Total
1      DS-4711    Guide sleeve     2     pcs    50.00        100.00
2      DS-4712    Shaft sleeve     3     pcs    10.00        30.00
                                         Total EUR           130.00
"""
ADDRESS = "Hafenstrasse 12, 99084 Erfurt, Germany"


@pytest.mark.parametrize(
    ("lines", "is_open"),
    [
        (f"Please confirm this order at once.\n{ADDRESS}", True),
        (f"Delta Seals GmbH\n{ADDRESS}", False),
        (f"Please confirm this order at once.\n{ADDRESS}\nTel. 0361 2233", False),
        ("Office\nOpen on working days", False),
    ],
)
def test_an_address_that_no_company_claims_may_be_the_place_of_delivery(lines: str, *, is_open: bool) -> None:
    place = assemble(paper(ORDER.format(lines))).header.delivery_place
    assert (place is not None and not place.sure) is is_open


INVOICE = ORDER.replace("Purchase order no.", "INVOICE\nInvoice no.").replace("Order date", "Invoice date")


def test_an_invoice_is_asked_for_no_place_of_delivery() -> None:
    reading = assemble(paper(INVOICE.format(f"Our best thanks for your trust.\n{ADDRESS}")))
    assert reading.kind is Kind.INVOICE
    assert reading.header.delivery_place is None
