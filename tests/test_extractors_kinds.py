"""What a document is where no title says it: never an order that nobody compares."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Kind

ROWS = "Ln   Description      Qty    Rate   Amount\n1    Shaft sleeve       2   50.00   100.00\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Invoice Number   7731\nInvoice Date   03/14/26\n", Kind.INVOICE),
        ("Receipt # 7731\n" + ROWS, Kind.INVOICE),
        ("Project Statement\n" + ROWS, Kind.INVOICE),
        ("Please supply by return\nShaft sleeve, two pieces\n", Kind.PURCHASE_ORDER),
        (
            ROWS + "Every paper that you send us has to state our order and its own invoice number on top\n",
            Kind.PURCHASE_ORDER,
        ),
        ("Minutes of a meeting\n", Kind.OTHER),
    ],
)
def test_what_it_speaks_of_decides(text: str, kind: Kind) -> None:
    assert assemble(paper(text)).kind is kind
