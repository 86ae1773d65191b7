"""Codes that slid from one item to another are not sure, and those of a sound table are."""

from extractors.lines import shifted_codes
from models.reading import Evidence, Field, OrderLine


def lines(*codes: str | None) -> list[OrderLine]:
    return [
        OrderLine(part_number=Field(code, sure=True, evidence=Evidence(code)) if code else None)
        for code in codes
    ]


def sure(*codes: str | None) -> list[bool]:
    found = shifted_codes.doubted(lines(*codes))
    return [line.part_number.sure for line in found if line.part_number is not None]


def test_where_one_item_has_two_codes_and_another_none_no_code_is_sure() -> None:
    assert sure("10036538", None, "2G7N-00552-A 10084559") == [False, False]


def test_an_item_without_a_code_leaves_the_others_sure() -> None:
    assert sure("10036538", None, "2G7N-00552-A") == [True, True]


def test_two_codes_of_one_item_leave_the_others_sure_where_none_is_missing() -> None:
    assert sure("10036538", "10020545", "2G7N-00552-A 10084559") == [True, True, True]
