"""Which quotation an order is held against, and how its lines and the items are put together."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from compare_builders import CUSTOMER, NUMBER, check, held, item, line, order, quotation, shown, sure, unsure

from models.comparison import MatchStatus, Outcome, Severity, Verdict
from models.policy import Policy, Vocabulary
from models.reading import Reason

STRANGER = "宁波另一化工有限公司"
OTHER_PART = item("10", part_number="10090000", price=Decimal("7.00"))


def test_the_named_quotation_counts_with_or_without_leading_zeros() -> None:
    found = held(order(quotation_number=f"00{NUMBER}"), quotation(), quotation(number="20017735"))
    assert (found.quotation_number, found.proposed, found.verdict) == (NUMBER, False, Verdict.MATCH)


def test_one_that_is_not_named_is_proposed_by_customer_and_parts() -> None:
    found = held(order(quotation_number=None), quotation(OTHER_PART, number="20017700"), quotation())
    assert (found.quotation_number, found.proposed, found.verdict) == (NUMBER, True, Verdict.MATCH)
    assert check(found, "H03").outcome is Outcome.MISSING


def test_a_number_that_does_not_exist_is_a_difference_and_the_right_one_is_compared() -> None:
    found = held(order(line(quantity="3"), quotation_number="20017743"))
    assert found.quotation_number == NUMBER
    assert {("differs", "quotation_number", None, None), ("differs", "quantity", 1, "10")} <= shown(found)


@pytest.mark.parametrize(
    "named",
    [
        quotation(OTHER_PART, number="20017743"),
        quotation(number="20017743", customer=STRANGER, customer_number="100999"),
    ],
    ids=["other parts", "other customer"],
)
def test_a_named_quotation_that_is_plainly_not_the_one_gives_way(named: object) -> None:
    found = held(order(quotation_number="20017743"), named, quotation())  # type: ignore[arg-type]
    assert found.quotation_number == NUMBER
    assert shown(found) == {("differs", "quotation_number", None, None)}


def test_a_named_quotation_with_other_prices_stays_even_if_another_fits_better() -> None:
    older = quotation(item(price=Decimal("99.00")), number="20017700")
    found = held(order(quotation_number="20017700"), older, quotation())
    assert (found.quotation_number, shown(found)) == ("20017700", {("differs", "unit_price", 1, "10")})


def test_nothing_fits_if_no_part_is_quoted_to_this_customer() -> None:
    strangers = quotation(customer=STRANGER, customer_number="100999")
    for reading in (order(quotation_number=None), order(quotation_number="99999999")):
        found = held(reading, strangers)
        assert (found.verdict, found.quotation_number, found.differences) == (Verdict.NO_QUOTATION, None, ())


def test_a_named_quotation_of_another_customer_is_compared_if_everything_fits_and_is_no_match() -> None:
    found = held(order(), quotation(customer=STRANGER, customer_number="100999"))
    assert found.verdict is Verdict.REVIEW
    assert ("H01", Severity.BLOCKER) in {(each.code, each.severity) for each in found.notes}


def test_two_quotations_that_fit_are_no_match_and_both_are_told() -> None:
    found = held(order(quotation_number=None), quotation(), quotation(number="20017735"))
    assert found.verdict is Verdict.REVIEW
    assert {found.quotation_number, *found.candidates} == {NUMBER, "20017735"}
    assert check(found, "H03").why == "several_fit"


@pytest.mark.parametrize(
    "older",
    [
        quotation(item(price=Decimal("99.00")), number="20017001"),
        quotation(number="20017001", valid_to=dt.date(2026, 10, 1), date=dt.date(2026, 8, 1)),
        quotation(item(quantity=Decimal(5)), number="20017001"),
        quotation(number="20018000", date=dt.date(2026, 12, 1)),
    ],
    ids=["other price", "expired", "other quantity", "made later"],
)
def test_a_quotation_that_does_not_fit_is_no_rival(older: object) -> None:
    found = held(order(quotation_number=None), older, quotation())  # type: ignore[arg-type]
    assert (found.quotation_number, found.candidates, found.verdict) == (NUMBER, (), Verdict.MATCH)


def test_names_in_two_scripts_leave_it_to_prices_and_numbers() -> None:
    english = order(customer="Jiangsu Example Pump Co., Ltd.", quotation_number=None)
    assert held(english).verdict is Verdict.MATCH
    assert check(held(english), "H01").why == "other_script"
    dearer = quotation(item(price=Decimal("150.00")))
    assert held(english, dearer).verdict is Verdict.NO_QUOTATION


def test_a_buyer_who_is_a_customer_of_his_own_is_no_other_customer() -> None:
    english = order(customer="Other Pumps Ltd.", quotation_number=None)
    others = quotation(OTHER_PART, number="20015555", customer="Other Pumps Ltd", customer_number="200001")
    assert held(english, quotation(), others).verdict is Verdict.NO_QUOTATION


def test_the_policy_may_name_a_customer_otherwise() -> None:
    policy = Policy(vocabulary=Vocabulary(customers={"示例泵业二厂": CUSTOMER}))
    assert held(order(customer="示例泵业二厂"), policy=policy).verdict is Verdict.MATCH


def test_the_order_of_lines_and_items_does_not_matter() -> None:
    second = item("20", part_number="10076508", price=Decimal("40.00"), quantity=Decimal(5))
    ordered = line(part_number="10076508", unit_price="40.00", quantity="5", amount="200.00")
    assert held(order(ordered, line()), quotation(item(), second)).verdict is Verdict.MATCH


def test_of_two_items_of_one_part_price_and_quantity_decide() -> None:
    scale = (item("10", quantity=Decimal(50), price=Decimal("90.00")), item("20"))
    found = held(order(), quotation(*scale))
    assert [(each.lines, each.items) for each in found.matches if each.lines] == [((1,), ("20",))]
    assert shown(found) == {("not_ordered", "part_number", None, "10")}


def test_several_lines_of_one_item_are_added_up() -> None:
    halves = (line(quantity="1", amount="118.00"), line(quantity="1", amount="118.00"))
    found = held(order(*halves))
    assert found.verdict is Verdict.MATCH
    assert [(each.status, each.lines) for each in found.matches] == [(MatchStatus.SPLIT, (1, 2))]


def test_a_sum_of_lines_that_differs_is_told_once_on_the_line_out_of_step() -> None:
    parts = (line(quantity="1", amount="118.00"), line(quantity="3", amount="354.00"))
    assert shown(held(order(*parts))) == {("differs", "quantity", 2, "10")}


def test_several_items_of_one_part_may_stand_on_one_line() -> None:
    found = held(
        order(line(quantity="5", amount="590.00")), quotation(item(), item("20", quantity=Decimal(3)))
    )
    assert found.verdict is Verdict.MATCH
    assert [(each.status, each.items) for each in found.matches] == [(MatchStatus.MERGED, ("10", "20"))]


def test_a_line_that_was_not_quoted_and_an_item_that_was_not_ordered_are_told() -> None:
    strange = line(part_number="LP-24-8760", quantity="1", unit_price="837.33", amount="837.33")
    quoted = quotation(item(), item("20", part_number="10013296", price=Decimal("1860.00")))
    assert shown(held(order(line(), strange), quoted)) == {
        ("not_in_quotation", "part_number", 2, None),
        ("not_ordered", "part_number", None, "20"),
    }


def test_a_rejected_item_is_not_offered_and_an_alternative_need_not_be_ordered() -> None:
    found = held(order(), quotation(item(), item("20", part_number="A-1000", alternative=True)))
    assert found.verdict is Verdict.MATCH
    second = line(part_number="A-1000")
    rejected = held(
        order(line(), second),
        quotation(item(rejected="too late"), item("20", part_number="A-1000"), item("30")),
    )
    assert rejected.verdict is Verdict.MATCH
    rejected = held(
        order(line(), second), quotation(item(rejected="too late"), item("20", part_number="A-1000"))
    )
    assert shown(rejected) == {("not_in_quotation", "part_number", 1, None)}
    assert check(rejected, "L12", 1).why == "rejected"


@pytest.mark.parametrize(
    ("stated", "quoted", "why"),
    [
        ("18085325", "10085325", "slip"),
        ("10097081", "10097018", "slip"),
        ("4G71-00187-B", "4G7T-00187-B", "slip"),
        ("1O0-225I-B", "100-2251-B", "look_alike"),
        ("4G7T00187B", "4G7T-00187-B", "look_alike"),
    ],
)
def test_a_number_that_is_nearly_the_quoted_one_is_a_difference_of_this_item(
    stated: str, quoted: str, why: str
) -> None:
    found = held(order(line(part_number=stated)), quotation(item(part_number=quoted)))
    assert shown(found) == {("differs", "part_number", 1, "10")}
    assert check(found, "L01", 1).why == why
    assert [each.status for each in found.matches] == [MatchStatus.SUSPECT]


def test_a_neighbouring_number_with_another_price_is_another_part() -> None:
    known, neighbour = item(), item("20", part_number="10076599", price=Decimal("55.00"))
    strange = line(part_number="10076598", unit_price="61.00", quantity="7", amount="427.00")
    assert shown(held(order(line(), strange), quotation(known, neighbour))) == {
        ("not_in_quotation", "part_number", 2, None),
        ("not_ordered", "part_number", None, "20"),
    }


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        ({"part_number": "LP-29-7936"}, None),
        ({"part_number": "00000000000010076507"}, None),
        ({"part_number": "１００７６５０７"}, None),
        ({"part_number": "BH-289-76"}, "other_number"),
        ({"part_number": "10076507 / BH-289-76"}, "other_number"),
        ({"part_number": "10076507 / XZ-99817"}, "one_of_several"),
        ({"part_number": None, "customer_part_number": "BH-289-76"}, None),
        ({"part_number": None, "drawing_number": "2-4853-03"}, "drawing"),
    ],
)
def test_any_number_of_the_item_identifies_the_part(stated: dict[str, str | None], why: str | None) -> None:
    quoted = item(
        local_part_number="LP-29-7936", customer_part_number="BH-289-76", drawing_number="2-4853-03 Rev.A"
    )
    found = held(order(line(**stated)), quotation(quoted))
    assert found.verdict is Verdict.MATCH
    assert check(found, "L01", 1).why == why


def test_numbers_of_two_quoted_parts_on_one_line_contradict_each_other() -> None:
    quoted = quotation(item(), item("20", part_number="10013296", alternative=True))
    mixed = held(order(line(part_number="10076507 / 10013296")), quoted)
    assert ("differs", "part_number", 1, "10") in shown(mixed)


def test_a_drawing_of_several_parts_identifies_none() -> None:
    both = (item(drawing_number="GA-1001"), item("20", part_number="10013296", drawing_number="GA-1001"))
    found = held(order(line(part_number=None, drawing_number="GA-1001")), quotation(*both))
    assert found.verdict is Verdict.REVIEW
    assert "several_items" in {each.why for each in found.checks}


@pytest.mark.parametrize(
    ("stated", "quoted", "result"),
    [
        ("GA-700121 Rev.B", "GA-700121 Rev.B", ("equal", None)),
        ("GA-700121 Rev.2", "GA-700121 Rev.02", ("equal", None)),
        ("GA-700121 (B版)", "GA-700121 Rev.B", ("equal", None)),
        ("GA-700121 Rev.B", "GA-700121 Rev.A", ("differs", "revision")),
        ("GA-700122 Rev.B", "GA-700121 Rev.B", ("differs", "other_drawing")),
        ("GA-700121", "GA-700121 Rev.A", ("missing", "revision")),
        ("GA-700121 Rev.A", "GA-700121", ("missing", "revision")),
        ("GA-700121", None, ("missing", None)),
        (None, "GA-700121", ("not_checked", "no_data")),
    ],
)
def test_a_drawing_is_compared_with_its_revision(
    stated: str | None, quoted: str | None, result: tuple[str, str | None]
) -> None:
    found = held(order(line(drawing_number=stated)), quotation(item(drawing_number=quoted)))
    of = check(found, "L02", 1)
    assert (of.outcome.value, of.why) == result


def test_a_mistyped_number_does_not_hide_the_quotation() -> None:
    found = held(order(line(part_number="10076570"), quotation_number=None))
    assert (found.quotation_number, shown(found)) == (NUMBER, {("differs", "part_number", 1, "10")})


def test_a_line_without_any_number_is_held_against_its_like_and_blocks() -> None:
    seal = line(part_number=None, description="机械密封 108-45")
    found = held(order(seal), quotation(item(description="机械密封 108-45")))
    assert found.verdict is Verdict.REVIEW
    assert check(found, "L01", 1).severity is Severity.BLOCKER


def test_freight_without_a_number_on_either_side_is_equal_by_its_description() -> None:
    freight = line(part_number=None, description="运费", quantity="1", unit_price="500.00", amount="500.00")
    quoted = item("20", part_number=None, description="运费", quantity=Decimal(1), price=Decimal("500.00"))
    found = held(order(line(), freight), quotation(item(), quoted))
    assert shown(found) == set()
    assert check(found, "L01", 2).why == "description"


CARRIED = line(part_number=None, quantity="1", unit_price="500.00", amount="500.00")
SERVICE = item("20", part_number="FRT-0001", quantity=Decimal(1), price=Decimal("500.00"))


@pytest.mark.parametrize("printed", ["Freight charges", "Freight"])
def test_a_charge_is_the_quoted_one_by_its_words_though_it_has_a_number_in_sap(printed: str) -> None:
    bare = replace(CARRIED, description=sure(printed))
    service = replace(SERVICE, description="Freight charges")
    found = held(order(line(), bare), quotation(item(), service))
    assert (check(found, "L01", 2).why, found.verdict) == ("description", Verdict.MATCH)
    dearer = replace(service, price=Decimal("510.00"))
    assert held(order(line(), bare), quotation(item(), dearer)).verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("Freight to Shantou", "Freight to Shanghai"),
        ("Express courier", "Freight charges"),
        ("Commissioning", "Commissioning"),
        ("Freight filter", "Freight filter"),
    ],
)
def test_another_charge_or_a_thing_without_its_number_is_not(printed: str, quoted: str) -> None:
    bare, service = replace(CARRIED, description=sure(printed)), replace(SERVICE, description=quoted)
    assert held(order(line(), bare), quotation(item(), service)).verdict is Verdict.REVIEW


def test_a_book_keeps_the_later_of_two_quotations_with_one_number() -> None:
    stale = replace(quotation(), items=(item(price=Decimal("1.00")),))
    assert held(order(), stale, quotation()).verdict is Verdict.MATCH


def test_parts_that_nobody_was_quoted_and_a_buyer_that_nobody_knows_fit_nothing() -> None:
    unknown = order(line(part_number="A-10001"), quotation_number=None, customer=None)
    assert held(unknown).verdict is Verdict.NO_QUOTATION
    newcomer = order(line(part_number="A-10001"), quotation_number=None, customer="Newcomer GmbH")
    assert held(newcomer).verdict is Verdict.NO_QUOTATION


def test_an_order_without_lines_is_never_a_match() -> None:
    empty = replace(order(), lines=())
    assert held(empty).verdict is Verdict.REVIEW


def test_half_of_a_customers_name_does_not_hide_its_quotation() -> None:
    half = order(customer=unsure("示例泵业制造有限公司", reason=Reason.ROLE), quotation_number=None)
    found = held(half)
    assert found.quotation_number == NUMBER
    assert found.verdict is Verdict.REVIEW
