"""One cause that explains several differences."""

from decimal import Decimal

import pytest
from compare_builders import held, item, line, order, quotation

from models.comparison import Cause, Comparison
from models.policy import CausePolicy, Policy

PARTS = ("10076507", "10076508", "10076509")
QUOTED = quotation(
    *(item(f"{at}0", part_number=part, lead_time="8 weeks") for at, part in enumerate(PARTS, start=1))
)


def ordered(prices: tuple[str, ...], policy: Policy | None = None, **changes: str | None) -> Comparison:
    lines = [
        line(part_number=part, unit_price=price, amount=str(Decimal(price) * 2), **changes)
        for part, price in zip(PARTS, prices, strict=True)
    ]
    return held(order(*lines), QUOTED, policy=policy)


@pytest.mark.parametrize(
    ("prices", "code", "factor"),
    [
        (("133.34", "133.34", "133.34"), "tax_basis", "1.13"),
        (("1.18", "1.18", "118.00"), "price_unit", "0.01"),
        (("112.10", "112.10", "112.10"), "discount", "0.95"),
    ],
)
def test_a_common_factor_of_prices_is_one_cause(prices: tuple[str, ...], code: str, factor: str) -> None:
    found = ordered(prices)
    (cause,) = found.causes
    assert (cause.code, cause.factor, cause.residual) == (code, Decimal(factor), Decimal("0.00"))
    explained = [found.checks[at] for at in cause.explains]
    assert {each.field for each in explained} == {"unit_price"}
    assert len(explained) == sum(price != "118.00" for price in prices)


@pytest.mark.parametrize(
    "prices",
    [("133.34", "118.00", "118.00"), ("120.00", "125.00", "118.00"), ("60.00", "60.00", "118.00")],
    ids=["one line alone", "no common factor", "too large to be a discount"],
)
def test_what_is_no_common_cause_is_told_line_by_line(prices: tuple[str, ...]) -> None:
    assert ordered(prices).causes == ()


def test_the_policy_says_how_many_lines_make_a_cause() -> None:
    policy = Policy(causes=CausePolicy(fewest_lines=1))
    assert [each.code for each in ordered(("133.34", "118.00", "118.00"), policy).causes] == ["tax_basis"]


def test_dates_that_are_all_early_by_the_same_days_are_one_cause() -> None:
    found = ordered(("118.00",) * 3, delivery_date="2027-01-04")
    (cause,) = found.causes
    assert cause == Cause("date_shift", cause.explains, detail="-14 d")
    assert {found.checks[at].line for at in cause.explains} == {1, 2, 3}


def test_prices_of_zero_have_no_cause_in_common() -> None:
    found = ordered(("0.00", "0.00", "0.00"))
    assert found.causes == ()
    assert {each.why for each in found.checks if each.code == "L06"} == {None}
