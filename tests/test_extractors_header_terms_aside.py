"""A table of terms below the items that something around it takes back, or states otherwise."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Header

ORDER = """
Karnali Alkalies Limited
PURCHASE ORDER
PO No.: 4700062
M/s. Linde Sealing Co., Ltd.

Item  Part no.   Description   Qty    Rate    Amount
1     RH-2204    Guide bush    6      40.00   240.00
Total                                         240.00
{above}
Terms & Conditions
1     Price basis     CIF Mundra
2     Payment         60 days net
3     Delivery at     Central Stores, Plot No. 14, Padana, Gandhidham, Gujarat 370240, India
4     Guarantee       18 months from despatch
5     Packing         Seaworthy
{below}
"""
TAKEN_BACK = (
    "Clause 2 above is replaced by: advance 30 %, balance on delivery.",
    "Clause 2 is deleted.",
    "Sl. no. 2 is not applicable.",
    "Point 2: n/a",
    "In deviation from the above, payment is 90 days.",
    "Terms as per rate contract RC-12 shall prevail over the above.",
    "In case of conflict our general conditions (90 days net) prevail.",
    "Notwithstanding the above, terms of the tender apply.",
    "Our rate contract takes precedence.",
    "These terms are subject to approval.",
    "Klausel 2 ist gestrichen.",
    "Punkt 2 entfällt.",
    "第2条作废。",
    "付款条件以框架协议为准。",
)
RIVALS = (
    "Payment will be made 90 days after receipt of invoice.",
    "NOTE: payment 90 days for this order",
    "We pay 30 % in advance.",
    "Zahlung 90 Tage nach Rechnungseingang",
    "付款：货到90天",
)
TITLES = (
    "Vendor's offered terms",
    "Void - see annex 2",
    "For orders above EUR 10,000 only",
    "As agreed for PO-77119",
    "Conditions of the tender ITB-22",
    "Subject to change",
    "Standard export business",
    "Draft",
    "Angebot des Lieferanten",
    "投标条件",
)
USUAL_ABOVE = (
    "",
    "Rupees two hundred forty only",
    "Amount in words: two hundred forty",
    "Freight                                         0.00",
    "All prices are firm.\n",
)
USUAL_BELOW = (
    "",
    "6     Jurisdiction    Gandhidham",
    "Kindly return a signed copy of this order as token of acceptance.",
    "Liquidated damages of 0.5 % per week, max. 5 %, are payable on late supplies.",
    "Please quote our PO number on all papers.",
    "For Karnali Alkalies Limited",
    "Authorised Signatory",
)


def _header(above: str = "", below: str = "") -> Header:
    return assemble(paper(ORDER.format(above=above, below=below))).header


def _sure_terms(header: Header) -> bool:
    found = header.payment_terms
    return found is not None and found.sure and found.value == "60 days net"


@pytest.mark.parametrize("below", [*TAKEN_BACK, *RIVALS])
def test_what_takes_a_table_of_terms_back_opens_them(below: str) -> None:
    assert not _sure_terms(_header(below=below))


@pytest.mark.parametrize("above", TITLES)
def test_a_line_above_the_heading_says_whose_terms_they_are(above: str) -> None:
    assert not _sure_terms(_header(above=above))


@pytest.mark.parametrize("above", USUAL_ABOVE)
def test_sums_above_the_heading_say_nothing_of_it(above: str) -> None:
    assert _sure_terms(_header(above=above))


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("We place our order on the terms and conditions given below / overleaf.", True),
        ("The vendor's offered terms and conditions are given below.", False),
    ],
)
def test_the_sentence_that_announces_the_list_says_nothing_of_it(said: str, *, sure: bool) -> None:
    text = ORDER.format(above="", below="").replace("\nItem  Part no.", f"\n{said}\n\nItem  Part no.")
    body = text.replace("Total                                         240.00\n", "")
    assert _sure_terms(assemble(paper(body)).header) is sure


@pytest.mark.parametrize("below", USUAL_BELOW)
def test_usual_lines_below_the_table_leave_it_sure(below: str) -> None:
    header = _header(below=below)
    assert _sure_terms(header)
    assert header.incoterms is not None
    assert header.incoterms.sure


@pytest.mark.parametrize("below", ["Prices are FOB Mumbai", "Basis: EXW works"])
def test_another_trade_term_below_opens_that_alone(below: str) -> None:
    header = _header(below=below)
    assert _sure_terms(header)
    assert header.incoterms is None or not header.incoterms.sure
