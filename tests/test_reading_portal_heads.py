"""Pages of portals whose own name stands at the head and at the top: who ordered is proposed."""

import pytest
from paper import paper

from extractors.assemble import assemble

PAGE = """
11/05/2027, 14:03              SupplyZone     Order 4700318
SupplyZone Home   Inbox   Orders
Purchase Order 4700318
{label}                        Order date     Version
Garran Refining LLC            06-May-2027    1
PO Box 11870, Hull

Line  Supplier part  Description    Qty   Unit price   Amount
1     10023177       Shaft sleeve   4     50.00        200.00
Order total USD 200.00
"""


@pytest.mark.parametrize("label", ["From", "Bill to"])
def test_a_company_behind_a_label_of_the_sender_is_likelier_than_the_portal(label: str) -> None:
    found = assemble(paper(PAGE.format(label=label))).header.customer
    assert found is not None
    assert found.value == "Garran Refining LLC"


def test_the_sender_alone_is_never_sure() -> None:
    found = assemble(paper(PAGE.format(label="From"))).header.customer
    assert found is not None
    assert not found.sure
