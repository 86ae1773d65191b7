"""The number and the date beside the title of a paper that is no order."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from models.reading import Kind, Reason

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "10044021", "Shaft sleeve", "2", "50.00", "100.00"],
]


def test_a_change_with_a_number_of_its_own_bears_it_and_is_not_sure() -> None:
    text = "ORDER CHANGE: PO-2026-118-C02\nDate: 2026-03-31\nPurchase order ID: PO-2026-118"
    reading = assemble(form(text, ROWS))
    number = reading.header.document_number
    assert number is not None
    assert reading.kind is Kind.CHANGE_ORDER
    assert (number.value, number.sure, number.reason) == ("PO-2026-118-C02", False, Reason.RIVAL)
    assert [each.value for each in number.candidates] == ["PO-2026-118"]


def test_a_change_without_one_bears_the_number_of_the_order() -> None:
    reading = assemble(form("ORDER CHANGE\nPurchase order ID: PO-2026-118\nDate: 2026-03-31", ROWS))
    number = reading.header.document_number
    assert number is not None
    assert number.value == "PO-2026-118"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Baurechnung (204) Nr. 181301674 vom 25.04.2026", "181301674"),
        ("Gutschrift (selbst ausgestellte Rechnung) Nr. 47110818 vom 25.04.2026", "47110818"),
        ("Rechnung des Versicherers Nr. 01.234.567-2026 vom 25.04.2026", "01.234.567-2026"),
    ],
)
def test_an_invoice_is_known_by_its_title_and_bears_its_number(title: str, number: str) -> None:
    text = f"{title}\n\nVerkäufer\nNummer: 549910\n\n"
    text += "Pos   Beschreibung      Menge   Nettopreis   Nettobetrag\n"
    reading = assemble(paper(text + "1     Beamerhalterung       2        50,00        100,00\n"))
    header = reading.header
    assert header.document_number is not None
    assert header.document_date is not None
    assert reading.kind is Kind.INVOICE
    assert (header.document_number.value, header.document_date.value) == (number, "2026-04-25")
    assert not header.document_number.sure


def test_the_title_of_another_paper_gives_an_order_no_number() -> None:
    text = "PURCHASE ORDER\nOrder No.: PO-2026-118\nOrder date: 2026-03-05\nOrder response: R-77120"
    number = assemble(form(text, ROWS)).header.document_number
    assert number is not None
    assert number.value == "PO-2026-118"


def test_a_number_that_describes_a_party_is_not_surely_the_papers_own() -> None:
    text = "BESTELLUNG\nDatum: 05.03.2026\n\nVerkäufer\nNummer: 549910\nName: Seal Works GmbH"
    number = assemble(form(text, ROWS)).header.document_number
    assert number is None or not number.sure


def test_a_bare_number_under_the_title_is() -> None:
    number = assemble(form("BESTELLUNG\nNummer: 549910\nDatum: 05.03.2026", ROWS)).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("549910", True)


TITLE = """
Grey Harbor Works Ltd.                        PURCHASE ORDER
{below}
Supplier: Example Seals Inc.

Item  Part no.  Description   Qty  Price   Amount
1     4711-20   Shaft sleeve  2    50.00   100.00
Total                                      100.00
"""


@pytest.mark.parametrize(
    ("below", "number"),
    [
        ("{}GH-2291-0118 Rev. 2", "GH-2291-0118"),
        ("{}(Changed)\n{}GH-2291-0118", "GH-2291-0118"),
        ("{}Grey Harbor 118", None),
    ],
)
def test_the_number_below_a_title_may_have_a_revision_or_a_remark_above_it(
    below: str, number: str | None
) -> None:
    blank = " " * 46
    found = assemble(paper(TITLE.format(below=below.format(blank, blank)))).header.document_number
    assert (found.value if found is not None else None) == number
