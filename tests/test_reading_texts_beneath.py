"""Codes below each of several tables that hold one item each, as portals print them."""

import pytest
from typed_orders import sure, told

from extractors.assemble import assemble
from extractors.readers import read
from models.page import FileFormat
from models.reading import Reading

HEAD = """<html><body><h2>Purchase Order: 7100229834</h2>
<p>Order date: 2026-06-07</p><p>Buyer: Najd Pumps Ltd</p><p>Supplier: Delta Seals GmbH</p>
<dl><dt>Supplier number</dt><dd>200771</dd></dl>{above}"""
TABLE = """<table><tr><th>Line</th><th>Buyer Part # / Description</th><th>Qty (Unit)</th>
<th>Unit Price</th><th>Subtotal</th></tr><tr><td>{line}</td><td>6000114-{line}<br>{name}</td>
<td>{qty} (EA)</td><td>100.00 USD</td><td>{amount}.00 USD</td></tr></table>"""
ITEMS = ((10, "SEAL, MECHANICAL", 5, 500), (20, "SLEEVE, SHAFT", 2, 200), (30, "GASKET SET", 3, 300))
THEIRS = ("10064350", "10064366", "2G5S-00720-A")


def order(below: tuple[str, str, str], above: str = "") -> Reading:
    parts = [HEAD.format(above=above)]
    for (line, name, qty, amount), said in zip(ITEMS, below, strict=True):
        parts += [TABLE.format(line=line, name=name, qty=qty, amount=amount), said]
    html = "".join(parts) + "<p><b>Total: 1,000.00 USD</b></p></body></html>"
    return assemble(read(html.encode(), FileFormat.HTML))


def labelled(label: str) -> tuple[str, str, str]:
    first, second, third = (
        f"<dl><dt>{label}</dt><dd>{code}</dd><dt>Account</dt><dd>K / 43110</dd></dl>" for code in THEIRS
    )
    return first, second, third


@pytest.mark.parametrize("label", ["Supplier Part #", "Your part no.", "Vendor material no."])
def test_a_code_below_each_table_is_its_items(label: str) -> None:
    lines = order(labelled(label)).lines
    assert told(lines, "part_number") == [(code,) for code in THEIRS]
    assert told(lines, "customer_part_number") == [("6000114-10",), ("6000114-20",), ("6000114-30",)]
    assert told(lines, "quantity", "amount") == [("5", "500.00"), ("2", "200.00"), ("3", "300.00")]


def test_codes_in_one_line_with_their_label_are_too() -> None:
    first, second, third = (f"<p>Supplier part no.: {code}</p>" for code in THEIRS)
    assert told(order((first, second, third)).lines, "part_number") == [(code,) for code in THEIRS]


def test_codes_above_each_table_are_not_those_of_the_item_before() -> None:
    first, second, third = labelled("Supplier Part #")
    lines = order((second, third, ""), above=first).lines
    assert not any(sure(lines, "part_number"))
    assert told(lines, "part_number")[0] != ("10064366",)


def test_where_one_item_has_none_no_code_is_surely_anothers() -> None:
    first, _, third = labelled("Supplier Part #")
    assert not any(sure(order((first, "", third)).lines, "part_number"))


def test_two_codes_below_one_item_are_not_told_apart() -> None:
    first, second, third = labelled("Supplier Part #")
    lines = order((first + first.replace("10064350", "10064999"), second, third)).lines
    assert not sure(lines, "part_number")[0]


@pytest.mark.parametrize("caption", ["Packaging to be used", "This item replaces", "Previously bought as"])
def test_a_code_below_a_caption_is_not_surely_the_items(caption: str) -> None:
    first, second, third = (f"<p>{caption}</p>{each}" for each in labelled("Supplier Part #"))
    assert not any(sure(order((first, second, third)).lines, "part_number"))
