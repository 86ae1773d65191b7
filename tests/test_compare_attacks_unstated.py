"""What one side does not state, or states more coarsely, is never taken for equal.

Every misleading pair stands beside the usual one, which goes on needing nobody.
"""

from decimal import Decimal
from typing import Any

import pytest
from compare_builders import held, item, line, order, outcome, quotation, shown, stopping, sure

from models.comparison import Verdict
from models.policy import Policy, Vocabulary
from models.quotation import Quotation
from models.reading import Reading

D = Decimal


def priced(quantity: str, unit_price: str, amount: str, **quoted: Any) -> tuple[Reading, Quotation]:
    """Return an order of one line and its quotation for the same quantity."""
    ordered = order(line(quantity=quantity, unit_price=unit_price, amount=amount))
    return ordered, quotation(item(quantity=D(quantity), **quoted))


def foreign(**ordered: Any) -> tuple[Reading, Quotation]:
    """Return an order and a quotation in yen, without tax."""
    stated = line(quantity="7", unit_price="12.5", **ordered)
    total = stated.amount.value if stated.amount else None
    quoted = item(quantity=D(7), price=D("12.5"), currency="JPY", tax_rate=None)
    return order(stated, currency="JPY", tax_rate=None, total_amount=total), quotation(quoted)


MISLEADING = {
    "a customer by number alone": (
        order(customer="Garran Zinc Ltd"),
        quotation(customer=None, customer_local=None),
        "H01",
    ),
    "no quoted currency": (order(currency="EUR"), quotation(item(currency=None)), "H05"),
    "boxes where no unit was quoted": (order(line(unit="box")), quotation(item(unit=None)), "L05"),
    "a coarse price for many": (
        *priced("100000", "0.01", "1000.00", price=D("12.34"), price_per=D(1000)),
        "L06",
    ),
    "a rounded price per piece": (
        *priced("10000", "4.50", "45000.00", price=D("449.60"), price_per=D(100)),
        "L06",
    ),
    "no word of tax, in yuan": (
        order(tax_included=None, tax_rate=None),
        quotation(item(tax_included=False, tax_rate=None)),
        "L06",
    ),
    "works for a port": (
        order(incoterms="FCA Tianjin works"),
        quotation(incoterms="FCA Tianjin port"),
        "H07",
    ),
    "a Chinese port for works": (order(incoterms="FCA 天津港"), quotation(incoterms="FCA 天津工厂"), "H07"),
    "other rules": (order(incoterms="FCA Lund 2010"), quotation(incoterms="FCA Lund Incoterms 2020"), "H07"),
    "the prepayment for the drawing": (
        order(line(lead_time=sure("P8W", anchor="prepay_received"))),
        quotation(item(lead_time="8 weeks after drawing approval")),
        "L10",
    ),
    "another ring": (
        order(line(description="O-ring 45x3")),
        quotation(item(description="O-RING 45x3.5")),
        "L03",
    ),
    "another steel": (
        order(line(description="Sleeve 1.4571")),
        quotation(item(description="SLEEVE 1.4462")),
        "L03",
    ),
    "other hertz": (order(line(description="Motor 60 Hz")), quotation(item(description="MOTOR 50HZ")), "L03"),
    "another length": (
        order(line(description="Shaft L=2000")),
        quotation(item(description="SHAFT L=3000")),
        "L03",
    ),
}
USUAL = {
    "pieces where no unit was quoted": (order(), quotation(item(unit=None))),
    "no word of tax, abroad": (
        order(tax_included=None, tax_rate=None, currency="USD"),
        quotation(item(tax_included=False, tax_rate=None, currency="USD")),
    ),
    "all the places of a price": priced("10000", "4.496", "44960.00", price=D("449.60"), price_per=D(100)),
    "the works of the town": (order(incoterms="FCA Tianjin works"), quotation(incoterms="FCA Tianjin")),
    "a port in its Chinese name": (order(incoterms="FOB 天津港"), quotation(incoterms="FOB Tianjin port")),
    "a town that ends like a port": (order(incoterms="DAP 张家港"), quotation(incoterms="DAP 张家港 工厂")),
    "rules that one side states": (
        order(incoterms="FCA Lund"),
        quotation(incoterms="FCA Lund Incoterms 2020"),
    ),
    "the same start": (
        order(line(lead_time=sure("P8W", anchor="drawing_approved"))),
        quotation(item(lead_time="8 weeks after drawing approval")),
    ),
    "a ring in other marks": (
        order(line(description="O-ring 45,0 x 3.50 mm")),
        quotation(item(description="O-RING 45x3.5")),
    ),
    "a steel by number": (
        order(line(description="Sleeve 1.4571")),
        quotation(item(description="SLEEVE 316Ti")),
    ),
    "yen that are rounded": foreign(amount="88"),
    "a pair of faces": (order(line(unit="副")), quotation(item(unit="PR"))),
    "drawings in another sequence": (
        order(line(drawing_number="D-1002"), line(drawing_number="D-1001")),
        quotation(item(drawing_number="D-1001"), item("20", drawing_number="D-1002")),
    ),
    "the buyer's numbers in another sequence": (
        order(line(customer_part_number="K-1002"), line(customer_part_number="K-1001")),
        quotation(item(customer_part_number="K-1001"), item("20", customer_part_number="K-1002")),
    ),
    "units in another sequence": (
        order(line(unit="m"), line(unit="卷")),
        quotation(item(unit="ROL"), item("20", unit="M")),
    ),
}


@pytest.mark.parametrize(("document", "offer", "code"), MISLEADING.values(), ids=MISLEADING)
def test_what_is_not_known_to_be_equal_is_no_match(document: Reading, offer: Quotation, code: str) -> None:
    found = held(document, offer)
    assert found.verdict is Verdict.REVIEW
    assert code in stopping(found)


@pytest.mark.parametrize(("document", "offer"), USUAL.values(), ids=USUAL)
def test_the_usual_pair_needs_nobody(document: Reading, offer: Quotation) -> None:
    found = held(document, offer)
    assert (found.verdict, stopping(found)) == (Verdict.MATCH, set())


def test_a_wrong_line_in_yen_is_told() -> None:
    assert outcome(held(*foreign(amount="90")), "L08", 1) == ("differs", None)


def test_every_line_has_the_tax_of_its_item() -> None:
    freight = {"part_number": None, "description": "运费", "unit": "次"}
    lines = line(), line(**freight, quantity="1", unit_price="500.00", amount="500.00")
    charge = item("20", part_number=None, description="运费", quantity=D(1), price=D(500), tax_rate=D(9))
    # 236.00 with 13 %, 500.00 with 9 %
    right = held(order(*lines, tax_rate=None, total_amount="811.68"), quotation(item(), charge))
    wrong = held(order(*lines, tax_rate=None, total_amount="831.68"), quotation(item(), charge))
    assert right.verdict is Verdict.MATCH
    assert ("arithmetic", "total_amount", None, None) in shown(wrong)


def test_beside_a_total_that_is_none_stands_the_nearer_sum() -> None:
    net, gross = (held(order(total_amount=each), quotation()) for each in ("230.00", "266.86"))
    assert {each.quotation for each in net.differences if each.field == "total_amount"} == {"236.00"}
    assert {each.quotation for each in gross.differences if each.field == "total_amount"} == {"266.68"}


def test_an_order_for_a_rejected_item_alone_is_held_against_its_quotation() -> None:
    found = held(order(), quotation(item(rejected="50"), item("20", part_number="10076508", price=D(5))))
    assert found.verdict is Verdict.REVIEW
    assert ("not_in_quotation", "part_number", 1, None) in shown(found)


def test_a_line_of_more_than_one_item_counts_both() -> None:
    found = held(order(line(quantity="3", amount="354.00")), quotation(item(), item("20")))
    assert [(each.document, each.quotation) for each in found.differences] == [("3", "4")]


def test_a_customer_by_number_is_known_by_the_vocabulary() -> None:
    offer = quotation(customer=None, customer_local=None, customer_number="0000100234")
    known = Policy(vocabulary=Vocabulary(customers={"Garran Zinc Ltd": "100234"}))
    assert held(order(customer="Garran Zinc Ltd"), offer, policy=known).verdict is Verdict.MATCH
