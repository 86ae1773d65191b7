"""Lines that look right and are not: parts, quantities, prices, units and sums that a clerk stops at.

Every order names its quotation and is equal in all that a case does not say; its own sums close.
"""

import datetime as dt
from decimal import Decimal

import pytest
from compare_builders import held, item, line, order, outcome, quotation, shown, stopping, sure

from models.comparison import Verdict
from models.quotation import Quotation, QuotationItem
from models.reading import Clause, OrderLine, Reading


def first(**changes: str | None) -> OrderLine:
    return line(**changes)


def second(**changes: str | None) -> OrderLine:
    return line(**{"part_number": "10076508"} | changes)


def also(**changes: object) -> QuotationItem:
    """Return a second item, of another part."""
    return item("20", **{"part_number": "10076508"} | changes)


def again(**changes: object) -> QuotationItem:
    """Return a second item of the same part."""
    return item("20", **changes)


DRAWN = {"part_number": None, "drawing_number": "7-4410-03"}
NAMED = {"part_number": None, "customer_part_number": "7003312"}
FOUR = {"quantity": "4", "amount": "472.00"}
FREIGHT = {"part_number": None, "quantity": "1", "unit_price": "500.00", "amount": "500.00"}


def freight(description: str) -> QuotationItem:
    return item(part_number=None, description=description, quantity=Decimal(1), price=Decimal(500))


PARTS = {
    "a second number built like ours": (
        order(first(part_number="10076507 / 10076599")),
        quotation(),
        "L01",
    ),
    "a second number without blanks": (order(first(part_number="10076507/10076599")), quotation(), "L01"),
    "a local number of nobody": (
        order(first(part_number="10076507 / LP-33-1111")),
        quotation(item(local_part_number="LP-33-7346")),
        "L01",
    ),
    "our number of another item as the customer's": (
        order(first(customer_part_number="10076508"), second()),
        quotation(item(), also()),
        "L01",
    ),
    "another customer's number": (
        order(first(customer_part_number="7003399")),
        quotation(item(customer_part_number="7003312")),
        "L01",
    ),
    "letters for digits": (order(first(part_number="1OO76507")), quotation(), "L01"),
    "a separator": (order(first(part_number="12-3456")), quotation(item(part_number="123456")), "L01"),
    "a suffix": (order(first(part_number="10076507-A")), quotation(), "L01"),
    "a revision in the number": (
        order(first(part_number="SK-4410 Rev.B")),
        quotation(item(part_number="SK-4410 Rev.A")),
        "L01",
    ),
    "another thing at the same price": (
        order(first(**FREIGHT, description="运费")),
        quotation(freight("Commissioning")),
        "L01",
    ),
    "another way at the same price": (
        order(first(**FREIGHT, description="Freight to Shantou")),
        quotation(freight("Freight to Shanghai")),
        "L01",
    ),
    "a drawing of two parts": (
        order(first(**DRAWN)),
        quotation(item(drawing_number="7-4410-03"), also(drawing_number="7-4410-03", alternative=True)),
        "L01",
    ),
    "a customer's number of two parts": (
        order(first(**NAMED)),
        quotation(
            item(customer_part_number="7003312"), also(customer_part_number="7003312", alternative=True)
        ),
        "L01",
    ),
    "another revision": (
        order(first(drawing_number="GA-1234 Rev.B")),
        quotation(item(drawing_number="GA-1234 Rev.A")),
        "L02",
    ),
    "another drawing": (
        order(first(drawing_number="GA-1235")),
        quotation(item(drawing_number="GA-1234")),
        "L02",
    ),
    "lines in each other's place": (
        order(first(unit_price="236.00", amount="472.00"), second()),
        quotation(item(), also(price=Decimal(236))),
        "L06",
    ),
    "quantities in each other's place": (
        order(second(), first(**FOUR)),
        quotation(item(), also(quantity=Decimal(4))),
        "L04",
    ),
    "the alternative instead": (order(second()), quotation(item(), also(alternative=True)), "L13"),
    "the alternative as well": (order(first(), second()), quotation(item(), also(alternative=True)), "L13"),
    "the alternative's price": (
        order(first(unit_price="100.00", amount="200.00")),
        quotation(item(), again(price=Decimal(100), alternative=True)),
        "L13",
    ),
    "a rejected item": (order(first(), second()), quotation(item(), also(rejected="Z1")), "L12"),
    "a rejected item's price": (
        order(first(unit_price="110.00", amount="220.00")),
        quotation(item(), again(price=Decimal(110), rejected="Z1")),
        "L06",
    ),
    "a part of the offer": (order(), quotation(item(), also()), "L13"),
    "more than the offer": (order(first(), second()), quotation(), "L12"),
}


@pytest.mark.parametrize("name", PARTS)
def test_another_part_is_no_match(name: str) -> None:
    reading, quoted, code = PARTS[name]
    assert code in stopping(held(reading, quoted))


QUANTITIES = {
    "the same part twice": (order(first(), first()), quotation(), "L04"),
    "a line below zero that makes the sum right": (
        order(first(quantity="3", amount="354.00"), first(quantity="-1", amount="-118.00")),
        quotation(),
        "L04",
    ),
    "a line of nothing": (order(first(), first(quantity="0", amount="0.00")), quotation(), "L04"),
    "both below zero": (
        order(first(quantity="-2", amount="-236.00")),
        quotation(item(quantity=Decimal(-2))),
        "L04",
    ),
    "one more": (order(first(quantity="3", amount="354.00")), quotation(), "L04"),
    "one less": (order(first(quantity="1", amount="118.00")), quotation(), "L04"),
    "a quantity that nobody quoted": (order(), quotation(item(quantity=None)), "L04"),
    "two scales of price in one line": (
        order(first(quantity="6", amount="708.00")),
        quotation(item(), again(quantity=Decimal(4), price=Decimal(110))),
        "L04",
    ),
    "an item and its alternative in one line": (
        order(first(**FOUR)),
        quotation(item(), again(alternative=True)),
        "L04",
    ),
    "two drawings in one line": (
        order(first(**FOUR, drawing_number="GA-1 Rev.A")),
        quotation(item(drawing_number="GA-1 Rev.A"), again(drawing_number="GA-1 Rev.B")),
        "L04",
    ),
    "two units in one line": (
        order(first(**FOUR, unit="米")),
        quotation(item(unit="M"), again(unit="KG")),
        "L04",
    ),
    "two tax rates in one line": (order(first(**FOUR)), quotation(item(), again(tax_rate=Decimal(6))), "L09"),
    "two sizes in one line": (
        order(first(**FOUR, description="机械密封 108-45")),
        quotation(item(description="SEAL 108-45"), again(description="SEAL 108-50")),
        "L03",
    ),
    "two promises in one line": (
        order(first(**FOUR, delivery_date="2027-01-10")),
        quotation(item(delivery_date=dt.date(2027, 1, 10)), again(delivery_date=dt.date(2027, 3, 10))),
        "L10",
    ),
    "a split with two prices": (
        order(
            first(quantity="1", amount="118.00"),
            first(quantity="1", unit_price="110.00", amount="110.00"),
        ),
        quotation(),
        "L06",
    ),
}


@pytest.mark.parametrize("name", QUANTITIES)
def test_another_quantity_is_no_match(name: str) -> None:
    reading, quoted, code = QUANTITIES[name]
    assert code in stopping(held(reading, quoted))


PRICES = {
    "a cent less": (order(first(unit_price="117.99", amount="235.98")), quotation(), "L06"),
    "a cent more": (order(first(unit_price="118.01", amount="236.02")), quotation(), "L06"),
    "an amount for a hundred": (order(first(amount="2.36")), quotation(), "L08"),
    "amounts for ten": (
        order(first(amount="23.60"), second(amount="23.60")),
        quotation(item(), also()),
        "L08",
    ),
    "ten times the price beside the right amount": (order(first(unit_price="1180.00")), quotation(), "L06"),
    "a price for a hundred": (order(first(price_per="100", amount="2.36")), quotation(), "L06"),
    "quoted for a hundred": (order(), quotation(item(price_per=Decimal(100))), "L06"),
    "for a hundred, quoted for a thousand": (
        order(first(price_per="100", unit_price="11800.00")),
        quotation(item(price=Decimal(11800), price_per=Decimal(1000))),
        "L06",
    ),
    "an implied hundred, quoted for a thousand": (
        order(first(unit_price="11800.00")),
        quotation(item(price=Decimal(11800), price_per=Decimal(1000))),
        "L06",
    ),
    "a net price called gross": (order(tax_included="true"), quotation(), "L06"),
    "a gross price two cents low": (
        order(first(unit_price="133.32", amount="266.64"), tax_included="true"),
        quotation(),
        "L06",
    ),
    "little of what is priced by the hundred": (
        order(
            first(quantity="1", unit_price="42.24", price_per="100", amount="0.42"),
            tax_included="true",
        ),
        quotation(item(quantity=Decimal(1), price=Decimal("38.15"), price_per=Decimal(100))),
        "L06",
    ),
    "gross at another rate": (
        order(first(unit_price="128.62", amount="257.24"), tax_included="true", tax_rate="9"),
        quotation(),
        "L09",
    ),
    "a net price against a gross one of another rate": (
        order(),
        quotation(item(price=Decimal("133.34"), tax_included=True, tax_rate=Decimal(9))),
        "L09",
    ),
    "nobody says which basis": (order(tax_included=None), quotation(item(tax_included=None)), "L06"),
    "two rates": (order(first(), second()), quotation(item(), also(tax_rate=Decimal(6))), "L09"),
    "the tax twice": (order(first(amount="266.68"), total_amount="301.35"), quotation(), "H09"),
    "amounts on two bases": (
        order(first(amount="266.68"), second(), total_amount="502.68"),
        quotation(item(), also()),
        "H09",
    ),
    "a discount that nobody quoted": (order(total_amount="224.20"), quotation(), "H09"),
    "a quoted discount that is not taken": (order(), quotation(item(discount=Decimal(10))), "L07"),
    "a larger discount": (order(total_amount="216.00"), quotation(item(discount=Decimal(10))), "H09"),
    "no total": (order(total_amount=None), quotation(), "H09"),
    "no price": (order(first(unit_price=None)), quotation(), "L06"),
    "no quoted price": (order(), quotation(item(price=None)), "L06"),
    "a piece for nothing": (
        order(first(), first(quantity="1", unit_price="0", amount="0.00")),
        quotation(),
        "L14",
    ),
    "free of charge in words": (
        order(first(), clauses=(Clause("free", sure(""), 1),)),
        quotation(),
        "L14",
    ),
}


@pytest.mark.parametrize("name", PRICES)
def test_another_price_is_no_match(name: str) -> None:
    reading, quoted, code = PRICES[name]
    assert code in stopping(held(reading, quoted))


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("密封圈 DN50", "Seal DN65"),
        ("O-ring 316L", "O-ring 316"),
        ("O形圈 FKM", "O-ring EPDM"),
        ("螺栓 M12", "Bolt M16"),
        ("轴套 Φ45", "Sleeve φ50"),
        ("弹簧 35.5mm", "spring 35.0 mm"),
        ("法兰 DN50 PN16", "flange DN50 PN40"),
        ('法兰 2"', "flange 3 inch"),
        ('管 1/2"', 'pipe 3/4"'),
        ("阀 Class 150", "valve CL300"),
        ("阀 150#", "valve 300LB"),
        ("电机 380V", "motor 220 V"),
        ("电机 5.5kW", "motor 7.5 kW"),
        ("深沟球轴承 6308", "bearing 6309"),
        ("机械密封 108-45 BSVFF", "MECH SEAL 108-45 BQEGG"),
    ],
)
def test_a_description_of_another_size_or_material_is_no_match(stated: str, quoted: str) -> None:
    found = held(order(first(description=stated)), quotation(item(description=quoted)))
    assert "L03" in stopping(found)


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("法兰 2″ 150#", "flange 2 inch class 150"),
        ("电机 380V 5.5kW", "motor 5.5 kW"),
        ("轴承 6308", "Bearing 6308"),
        ("机械密封 108-45", "MECH SEAL 108-45 BSVFF"),
        ("O形圈 氟橡胶", "O-ring Viton"),
        ("密封件", "SEAL 108-45"),
    ],
)
def test_a_description_in_other_words_needs_nobody(stated: str, quoted: str) -> None:
    found = held(order(first(description=stated)), quotation(item(description=quoted)))
    assert found.verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("米", "KG"),
        ("M", "MM"),
        ("M", "FT"),
        ("件", "KG"),
        ("箱", "EA"),
        ("打", "EA"),
        ("百件", "EA"),
        ("吨", "KG"),
        ("对", "EA"),
        ("L", "KG"),
    ],
)
def test_another_unit_is_no_match(stated: str, quoted: str) -> None:
    assert "L05" in stopping(held(order(first(unit=stated)), quotation(item(unit=quoted))))


def _quoted_free() -> Quotation:
    return quotation(item(), also(price=Decimal(0)))


EQUAL: dict[str, tuple[Reading, Quotation]] = {
    "leading zeros": (order(first(part_number="000000000010076507")), quotation()),
    "full width": (order(first(part_number="１００７６５０７")), quotation()),
    "dashes and case": (order(first(part_number="AB–12—7")), quotation(item(part_number="ab-12-7"))),
    "both numbers in a cell": (
        order(first(part_number="10076507 / LP-33-7346")),
        quotation(item(local_part_number="LP-33-7346")),
    ),
    "the customer's number beside ours": (order(first(part_number="10076507 / K-99112")), quotation()),
    "the customer's number alone": (order(first(**NAMED)), quotation(item(customer_part_number="7003312"))),
    "a revision in Chinese": (
        order(first(drawing_number="GA-1234（A版）")),
        quotation(item(drawing_number="GA-1234 Rev. A")),
    ),
    "lines in another order": (
        order(second(**FOUR), first()),
        quotation(item(), also(quantity=Decimal(4))),
    ),
    "a split": (
        order(first(quantity="1", amount="118.00"), first(quantity="1", amount="118.00")),
        quotation(),
    ),
    "two items in one line": (order(first(**FOUR)), quotation(item(), again())),
    "two items in one line, by the later promise": (
        order(first(**FOUR, delivery_date="2027-03-10")),
        quotation(item(delivery_date=dt.date(2027, 1, 10)), again(delivery_date=dt.date(2027, 3, 10))),
    ),
    "decimals of a quantity": (order(first(quantity="2.000")), quotation()),
    "an alternative that is left": (order(), quotation(item(), also(alternative=True))),
    "an alternative of the same part": (order(), quotation(item(alternative=True), again())),
    "a rejected item that is left": (order(), quotation(item(), also(rejected="Z1"))),
    "freight": (order(first(**FREIGHT, description="运费")), quotation(freight("运费"))),
    "gross": (order(first(unit_price="133.34", amount="266.68"), tax_included="true"), quotation()),
    "net against gross": (order(), quotation(item(price=Decimal("133.34"), tax_included=True))),
    "gross amounts beside net prices": (
        order(first(amount="266.68"), total_amount="266.68"),
        quotation(),
    ),
    "for a hundred": (order(first(unit_price="11800.00", price_per="100")), quotation()),
    "quoted for a hundred": (order(), quotation(item(price=Decimal(11800), price_per=Decimal(100)))),
    "an implied hundred as quoted": (
        order(first(unit_price="11800.00")),
        quotation(item(price=Decimal(11800), price_per=Decimal(100))),
    ),
    "no tax anywhere": (
        order(tax_included=None, tax_rate=None, currency="USD"),
        quotation(item(tax_included=None, tax_rate=None, currency="USD")),
    ),
    "a quoted discount": (order(total_amount="226.00"), quotation(item(discount=Decimal(10)))),
    "free as quoted": (order(first(), second(unit_price="0.00", amount="0.00")), _quoted_free()),
}


@pytest.mark.parametrize("name", EQUAL)
def test_the_same_in_another_form_needs_nobody(name: str) -> None:
    assert held(*EQUAL[name]).verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("stated", "quoted"),
    [
        ("个", "PC"),
        ("套", "SET"),
        ("ＰＣＳ", "EA"),
        ("台", "ST"),
        ("副", "SET"),
        ("千克", "KG"),
        ("米", "M"),
        ("件(PC)", "EA"),
        ("Stück", "ST"),
    ],
)
def test_a_unit_in_other_words_needs_nobody(stated: str, quoted: str) -> None:
    assert held(order(first(unit=stated)), quotation(item(unit=quoted))).verdict is Verdict.MATCH


def test_a_revision_that_nobody_quoted_is_told_in_a_note() -> None:
    found = held(order(first(drawing_number="GA-1001 Rev.B")), quotation(item(drawing_number="GA-1001")))
    assert [(each.code, each.severity.value) for each in found.notes] == [("L02", "minor")]


def test_a_quantity_below_zero_is_told_on_its_own_line() -> None:
    reading, quoted, _ = QUANTITIES["a line below zero that makes the sum right"]
    found = held(reading, quoted)
    assert shown(found) == {("differs", "quantity", 2, "10")}
    assert outcome(found, "L04", 1) == ("not_checked", "split")
