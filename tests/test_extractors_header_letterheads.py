"""Who buys by the head of a contract's paper: certain where a seller is named and the name comes again."""

from paper import paper

from extractors.assemble import assemble
from models.reading import Field

CONTRACT = """
{head}
SALES CONTRACT
Contract No.: HT-4711

Seller: {seller}

Item   Part no.   Description      Qty   Unit price   Amount
10     10023177   Mechanical seal  4     320.00       1,280.00
                                         Total        1,280.00

{foot}
"""
BUYER = "Nordhavn Process A/S"


def _customer(head: str = BUYER, seller: str = "Changxing Seals Ltd", foot: str = "") -> Field | None:
    return assemble(paper(CONTRACT.format(head=head, seller=seller, foot=foot))).header.customer


def test_the_other_company_of_a_contract_that_signs_it_buys() -> None:
    customer = _customer(foot=f"Signed for {BUYER}          Signed for Changxing Seals Ltd")
    assert customer is not None
    assert (customer.value, customer.sure) == (BUYER, True)


def test_a_letterhead_alone_is_not_certain_to_buy() -> None:
    customer = _customer()
    assert customer is not None
    assert not customer.sure


def test_it_stays_open_where_nobody_is_named_as_seller() -> None:
    customer = _customer(seller="", foot=f"Signed for {BUYER}")
    assert customer is None or not customer.sure


def test_it_stays_open_beside_a_third_company() -> None:
    customer = _customer(foot=f"Signed for {BUYER}\nGuaranteed by Vejle Holding ApS")
    assert customer is not None
    assert not customer.sure
