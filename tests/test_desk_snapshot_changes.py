import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal

import pytest

from desk.snapshot_changes import HEADER, ITEM, WHOLE, Change, changes
from models.quotation import Quotation, QuotationItem

SEAL = QuotationItem("10", part_number="10089378", quantity=Decimal(12), price=Decimal("118.10"))
PUMP = QuotationItem("20", part_number="10079330", quantity=Decimal(1), price=Decimal(20276))
ONE = Quotation("20017734", (SEAL, PUMP), valid_to=dt.date(2026, 6, 30))
OTHER = Quotation("20017735", (SEAL,))


def test_every_field_of_the_values_is_looked_at() -> None:
    """Rows of flaws move with every export, and lots with the day of delivery, which is looked at."""
    assert {*HEADER, "number", "items", "flaws"} == {each.name for each in fields(Quotation)}
    assert {*ITEM, "item", "lots"} == {each.name for each in fields(QuotationItem)}


def test_the_same_has_no_changes() -> None:
    found = changes((ONE, OTHER), (OTHER, ONE), 10)
    assert found.nothing
    assert found.changed == ()


def test_quotations_that_came_and_went_are_named() -> None:
    found = changes((ONE,), (OTHER,), 10)
    assert (found.added, found.removed, found.changed) == (("20017735",), ("20017734",), ())
    assert not found.nothing


def test_a_field_of_an_item_and_of_the_header_is_told_with_both_values() -> None:
    dearer = replace(SEAL, price=Decimal("120.00"), lead_time="8 weeks")
    now = replace(ONE, items=(dearer, PUMP), valid_to=dt.date(2026, 7, 31))
    assert changes((ONE,), (now,), 10).changed == (
        Change("20017734", "", "valid_to", dt.date(2026, 6, 30), dt.date(2026, 7, 31)),
        Change("20017734", "10", "price", Decimal("118.10"), Decimal("120.00")),
        Change("20017734", "10", "lead_time", None, "8 weeks"),
    )


def test_a_number_that_is_only_written_otherwise_is_no_change() -> None:
    same = replace(ONE, items=(replace(SEAL, price=Decimal("118.1")), PUMP))
    assert changes((ONE,), (same,), 10).nothing


def test_items_that_came_and_went_are_named_by_their_part() -> None:
    valve = QuotationItem("30", description="Check valve DN65")
    found = changes((ONE,), (replace(ONE, items=(SEAL, valve)),), 10)
    assert set(found.changed) == {
        Change("20017734", "30", WHOLE, None, "Check valve DN65"),
        Change("20017734", "20", WHOLE, "10079330", None),
    }


def test_a_number_that_stands_twice_meets_in_its_order() -> None:
    found = changes((ONE, ONE), (ONE, replace(ONE, customer="东港机械"), ONE), 10)
    assert (found.added, found.changed_count) == (("20017734",), 1)


@pytest.mark.parametrize("most", [0, 1, 7])
def test_the_lists_end_and_the_counts_do_not(most: int) -> None:
    before = tuple(replace(ONE, number=str(number)) for number in range(20))
    after = tuple(replace(each, incoterms="EXW", items=(SEAL,)) for each in before[10:])
    new = tuple(replace(ONE, number=f"n{number}") for number in range(9))
    found = changes(before, after + new, most)
    assert (found.removed_count, found.added_count, found.changed_count, found.field_count) == (10, 9, 10, 20)
    assert [len(each) for each in (found.removed, found.added, found.changed)] == [most] * 3
