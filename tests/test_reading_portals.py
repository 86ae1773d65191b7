"""Orders as supplier portals send them in the text of their mails."""

import pytest
from paper import paper

from extractors import readers
from extractors.assemble import assemble
from extractors.mail import remarks
from models.message import Letter
from models.page import FileFormat
from models.reading import Field, Reading

NETWORK = """<html><body>
<table><tr><td><b>From:</b><br>Haldane Paper Mills, Inc.<br>4 River Plaza<br>Dayton, OH 45402</td>
<td><b>To:</b><br>Northgate Filters Corp.<br>18 Canal Rd<br>Boston, MA 02110</td></tr></table>
<table><tr><td><b>Purchase Order</b><br>(New)<br><b>7300114425</b><br>Amount: $1,200.00 USD</td></tr></table>
<table><tr><td><b>Payment Terms</b> (i)<br>NET 45</td></tr>
<tr><td><b>Comments</b><br>{comment}<br>{body}<br></td></tr></table>
<table><tr><td><b>Ship All Items To</b><br>Haldane Paper Mills - Unit 3<br>900 Wharf Rd<br>Dayton, OH 45404
</td><td><b>Bill To</b><br>Haldane Paper Mills, Inc.<br>PO Box 12</td></tr></table>
<table><tr><th>Line #</th><th>Part #</th><th>Customer Part #</th><th>Qty (Unit)</th><th>Need By</th>
<th>Unit Price</th><th>Subtotal</th></tr>
<tr><td>1</td><td>NG-450-PE</td><td>300114</td><td>4 (EA)</td><td>3 Aug 2027</td><td>$200.00 USD</td>
<td>$800.00 USD</td></tr>
<tr><td></td><td colspan="6">Filter bag with felt liner<br>
Delivery Date: {again} 12:00 PM PST Quantity: 4 (EA)</td></tr>
<tr><td>2</td><td>NG-450-R</td><td>300118</td><td>2 (EA)</td><td>3 Aug 2027</td><td>$200.00 USD</td>
<td>$400.00 USD</td></tr>
<tr><td></td><td colspan="6">Retainer<br>Delivery Date: 3 Aug 2027 12:00 PM PST Quantity: 2 (EA)</td></tr>
</table>
<p>Order submitted on: Monday 5 Jul 2027 9:14 AM GMT-05:00</p>
<p><b>Sub-total: $1,200.00 USD</b></p></body></html>"""


def _network(
    comment: str = "Comment Type: Terms and Conditions",
    body: str = "Body: Confirm within 2 days.",
    again: str = "3 Aug 2027",
) -> Reading:
    text = NETWORK.format(comment=comment, body=body, again=again)
    document = readers.read(text.encode(), FileFormat.HTML)
    return remarks.in_body(document, assemble(document), (Letter("Purchase Order 7300114425"),))


def _value(field: Field | None) -> str | None:
    return field.value if field is not None else None


def test_a_remark_of_the_type_terms_ends_no_order() -> None:
    header = _network().header
    found = (header.document_date, header.delivery_place, header.payment_terms)
    assert [_value(each) for each in found] == [
        "2027-07-05",
        "Haldane Paper Mills - Unit 3 900 Wharf Rd Dayton, OH 45404",
        "NET 45",
    ]


def test_a_heading_of_terms_ends_the_order() -> None:
    assert _value(_network(comment="Terms and Conditions").header.document_date) is None


def test_a_sentence_that_names_no_item_changes_none() -> None:
    reading = _network()
    assert not reading.problems
    assert all(line.quantity is not None and line.quantity.sure for line in reading.lines)


def test_a_sentence_that_names_an_item_and_a_figure_may_change_it() -> None:
    reading = _network(body="Body: Liners must be 2 mm thicker.")
    assert [each.code for each in reading.problems] == ["letter_changes"]


@pytest.mark.parametrize(("again", "sure"), [("3 Aug 2027", True), ("5 Aug 2027", False)])
def test_a_day_that_stands_again_with_its_hour_is_the_same(again: str, *, sure: bool) -> None:
    day = _network(again=again).lines[0].delivery_date
    assert day is not None
    assert (day.value, day.sure) == ("2027-08-03", sure)


CARDS = """<html><body><table>
<tr><td>Order</td><td>LPO-26-771</td></tr><tr><td>{label}</td><td>Local Purchase Order</td></tr>
<tr><td>Issued</td><td>3 August 2027, 13:05 GST</td></tr>
<tr><td>Buyer organisation</td><td>Meridian Cooling LLC</td></tr>
<tr><td>Supplier</td><td>Northgate Filters FZE</td></tr></table>
<table><tr><td colspan="4">Position 10: Filter bag, 450 mm</td></tr>
<tr><td>Supplier item: NG-450-PE</td><td>Quantity: 4 PC</td><td>Net price: 200.00 AED</td>
<td>Position value: 800.00 AED</td></tr></table>
<table><tr><td colspan="4">Position 20: Cleaning at site, per vessel</td></tr>
<tr><td>Supplier item: {code}</td><td>Quantity: 3 LOT</td><td>Net price: 100.00 AED</td>
<td>Position value: 300.00 AED</td></tr></table>
<table><tr><td>Total net</td><td>1,100.00 AED</td></tr></table></body></html>"""


def _cards(label: str = "Order type", code: str = "NG-SRV-CL") -> Reading:
    text = CARDS.format(label=label, code=code)
    return assemble(readers.read(text.encode(), FileFormat.HTML))


def test_the_type_of_the_order_is_no_label_of_its_number() -> None:
    number = _cards().header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("LPO-26-771", True)


@pytest.mark.parametrize(
    ("code", "value", "sure"),
    [("NG-SRV-CL", "NG-SRV-CL", True), ("KX-SRV-CL", "KX-SRV-CL", False), ("to follow", None, False)],
)
def test_a_labelled_code_without_a_figure_is_one_of_the_family(
    code: str, value: str | None, *, sure: bool
) -> None:
    number = _cards(code=code).lines[1].part_number
    assert number is not None
    assert (number.value, number.sure) == (value, sure)


def test_what_a_price_is_for_is_a_quantity_or_a_unit() -> None:
    line = _cards().lines[1]
    assert (_value(line.description), line.price_per) == ("Cleaning at site, per vessel", None)


PRINTED = """
{line}

From                          To                              Order date
Haldane Paper Mills, Inc.     Northgate Filters Corp.         28 Apr 2027

Line #   Part #      Qty   Unit   Unit Price   Subtotal
1        NG-450-PE   4     EA     200.00       800.00
Sub-total: 800.00 USD
"""


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Purchase Order (New) PO7300114425", True),
        ("Purchase Order (New) 28.04.2027", False),
        ("Purchase Requisition (New) PO7300114425", False),
    ],
)
def test_a_network_prints_title_state_and_number_in_one_line(line: str, *, sure: bool) -> None:
    number = assemble(paper(PRINTED.format(line=line))).header.document_number
    assert (number is not None and number.sure) is sure
    assert not sure or (number is not None and number.value == "PO7300114425")
