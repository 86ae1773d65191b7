import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from desk.invoicing import deciding, holds
from desk.invoicing.holds import Earlier, Goods
from models.invoice_desk import Hold, Week
from models.invoice_sources import ListRow
from models.invoicing import Code, Decision, Teller

DAY = dt.date(2026, 3, 5)
WEEK = dt.timedelta(days=7)
GOODS = Goods("30005678", "10")
ONE = Goods("30005678", "10", frozenset({"80012345"}))
OTHER = Goods("30005678", "10", frozenset({"80012346"}))


def earlier(number: int, code: Code, goods: Goods = GOODS, hold: Hold | None = None) -> Earlier:
    return Earlier(number, DAY + number * WEEK, goods, code, hold)


def carried(*before: Earlier, goods: Goods | None = GOODS, code: Code = Code.HOLD_NOT_SHIPPED) -> Hold:
    return holds.carried(code, goods, DAY + 9 * WEEK, 9, before)


def test_every_held_row_has_an_owner_who_is_told() -> None:
    assert set(holds.OWNERS) == holds.HELD
    assert all(owner in deciding.TELL[code] for code, owner in holds.OWNERS.items())


def test_a_first_hold_begins_with_this_list() -> None:
    assert carried() == Hold(DAY + 9 * WEEK, 1, 9, Teller.SALES)
    assert carried(earlier(8, Code.HOLD_NOT_SHIPPED), goods=None).lists == 1
    assert carried(earlier(8, Code.HOLD_NOT_SHIPPED, Goods("30005678", "20"))).lists == 1


def test_a_hold_keeps_its_first_list_and_gets_an_owner_by_its_cause() -> None:
    first = Hold(DAY, 3, 2, Teller.SALES)
    found = carried(earlier(8, Code.HOLD_NOT_SHIPPED, hold=first), code=Code.QTY_MISMATCH)
    assert found == Hold(DAY, 4, 2, Teller.WAREHOUSE)


def test_goods_that_were_let_go_meanwhile_begin_anew() -> None:
    first = Hold(DAY, 3, 2, Teller.SALES)
    held = earlier(7, Code.HOLD_NOT_SHIPPED, hold=first)
    assert carried(earlier(8, Code.INVOICE), held).first_list == 9
    assert carried(earlier(8, Code.UNKNOWN_ORDER, hold=first), held).first_list == 9


def test_a_list_that_could_not_check_them_ends_no_hold() -> None:
    held = earlier(7, Code.HOLD_NOT_SHIPPED, hold=Hold(DAY, 3, 2, Teller.SALES))
    assert carried(earlier(8, Code.NOT_CHECKED), held) == Hold(DAY, 4, 2, Teller.SALES)


def test_what_a_person_held_counts_from_that_list() -> None:
    assert carried(earlier(8, Code.HOLD_DISPUTE)) == Hold(DAY + 8 * WEEK, 2, 8, Teller.SALES)


def test_deliveries_tell_goods_of_one_item_apart() -> None:
    first = earlier(8, Code.HOLD_NOT_ACCEPTED, ONE, Hold(DAY, 5, 1, Teller.SALES))
    assert carried(first, goods=ONE).lists == 6
    assert carried(first, goods=OTHER).lists == 1
    assert carried(first, goods=GOODS).lists == 6
    assert (
        carried(earlier(8, Code.HOLD_NOT_SHIPPED, GOODS, Hold(DAY, 5, 1, Teller.SALES)), goods=ONE).lists == 6
    )


def test_of_several_rows_of_a_list_the_one_that_waits_longest_counts() -> None:
    rows = (
        earlier(8, Code.INVOICE, OTHER),
        earlier(8, Code.HOLD_NOT_SHIPPED, ONE, Hold(DAY + WEEK, 2, 2, Teller.SALES)),
        earlier(8, Code.HOLD_NOT_SHIPPED, ONE, Hold(DAY, 3, 1, Teller.SALES)),
        earlier(7, Code.HOLD_NOT_SHIPPED, ONE, Hold(DAY - WEEK, 9, 1, Teller.SALES)),
    )
    assert carried(*rows) == Hold(DAY, 4, 1, Teller.SALES)


def test_goods_are_named_by_what_was_decided_about() -> None:
    row = ListRow(2, order="30005678", deliveries=("80012345",))
    decision = Decision(row, Code.HOLD_NOT_SHIPPED, (), (), item="10")
    assert holds.goods(decision) == ONE
    assert holds.goods(replace(decision, row=ListRow(2))) is None


@pytest.mark.parametrize(
    ("moment", "zone", "week"),
    [
        ("2026-01-01T12:00+00:00", "UTC", (2026, 1)),
        ("2027-01-03T12:00+00:00", "UTC", (2026, 53)),
        ("2027-01-03T16:30+00:00", "Asia/Shanghai", (2027, 1)),
        ("2027-01-04T04:30+00:00", "America/New_York", (2026, 53)),
        ("2026-12-27T13:00+00:00", "Pacific/Kiritimati", (2026, 53)),
    ],
)
def test_the_week_of_a_moment_is_that_of_the_zone(moment: str, zone: str, week: tuple[int, int]) -> None:
    found = holds.week_of(dt.datetime.fromisoformat(moment), zone)
    assert found == Week(*week, zone)
    local = dt.datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
    assert found == holds.week_of(local, zone)


def test_a_newer_list_with_half_of_the_items_takes_the_place_of_an_older_one() -> None:
    older = [Goods(str(number), "10") for number in range(4)]
    assert holds.supersedes(older, {("0", "10"), ("1", "10"), ("9", "10")})
    assert not holds.supersedes(older, {("0", "10"), ("1", "20"), ("9", "10")})
    assert not holds.supersedes([], {("0", "10")})
