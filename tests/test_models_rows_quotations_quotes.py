import datetime as dt
import threading
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest
from intake_builders import NOON, database
from sqlalchemy import text

from models import audit
from models.quotation import Flaw, Lot, Quotation, QuotationItem
from models.rows.quotations import quotes, snapshots
from models.rows.quotations.quotation_tables import QuotationItemRow, QuotationRow
from models.snapshot import SnapshotState
from models.store import Store

ITEM = QuotationItem(
    item="10",
    part_number="0010089378",
    description="机械密封",
    quantity=Decimal("12.000"),
    unit="EA",
    price=Decimal("118.10"),
    price_per=Decimal(100),
    tax_rate=Decimal(13),
    tax_included=False,
    lead_time="8 weeks",
    delivery_date=dt.date(2026, 5, 1),
    lots=(Lot(Decimal("4.000"), dt.date(2026, 4, 1)), Lot(Decimal(8), dt.date(2026, 5, 1))),
)
ONE = Quotation(
    "20017734",
    (ITEM, replace(ITEM, item="20", price=Decimal("1E-7"), lots=())),
    customer="东港机械",
    flaws=(
        Flaw(4, "spreadsheet_error", "净价 #N/A", item="30"),
        Flaw(5, "header_contradicts", "", "valid_to"),
    ),
)
OTHER = Quotation("20017735", (), valid_to=dt.date(2026, 6, 30))
DAY = dt.timedelta(days=1)


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return database(tmp_path)


def take(kept: Store, *quotations: Quotation, source: str = "a", days: int = 0) -> int:
    standing, _ = quotes.import_snapshot(kept, quotations, "va25.csv", source * 64, NOON + days * DAY)
    return standing.snapshot.number


def test_the_columns_are_the_fields_of_the_values() -> None:
    """A field that was added to the values alone would be lost without a word."""
    of_items = {each.name for each in fields(QuotationItem)}
    assert of_items == set(QuotationItemRow.model_fields) - {"quotation_id", "position"}
    of_headers = {each.name for each in fields(Quotation)} - {"items"}
    assert of_headers == set(QuotationRow.model_fields) - {"id", "content_sha256"}


def test_quotations_come_back_as_they_were_in_their_order(kept: Store) -> None:
    number = take(kept, OTHER, ONE)
    assert quotes.load(kept, number) == (OTHER, ONE)
    assert quotes.one(kept, number, "20017734") == ONE
    assert quotes.one(kept, number, "1") is None


def test_prices_are_kept_as_exact_text(kept: Store) -> None:
    take(kept, ONE)
    with kept.reader.connect() as connection:
        rows = connection.execute(text("SELECT price, typeof(price) FROM quotation_item ORDER BY position"))
        assert [tuple(each) for each in rows] == [("118.10", "text"), ("1E-7", "text")]


def test_the_newest_snapshot_counts_and_the_older_one_stays(kept: Store) -> None:
    first = take(kept, ONE)
    second = take(kept, replace(ONE, number="20017735"), source="b", days=1)
    newest = quotes.newest(kept)
    assert newest is not None
    assert (newest.number, newest.quotations, newest.items) == (second, 1, 2)
    assert newest.taken_at == NOON + DAY
    assert quotes.load(kept, first) == (ONE,)


def test_the_same_file_again_is_the_same_snapshot(kept: Store) -> None:
    assert take(kept, ONE) == take(kept, ONE, days=1)
    assert audit.head(kept)[0] == 1


def test_an_older_file_taken_in_again_is_the_newest(kept: Store) -> None:
    other = replace(ONE, number="20017735")
    numbers = [take(kept, ONE), take(kept, other, source="b"), take(kept, ONE)]
    assert numbers == [1, 2, 3]


def test_a_quotation_that_did_not_change_is_kept_once(kept: Store) -> None:
    for at in range(5):
        changed = replace(OTHER, valid_to=dt.date(2026, 6, 1 + at))
        take(kept, ONE, changed, source=str(at))
    with kept.reader.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM quotation")).scalar() == 1 + 5
        assert connection.execute(text("SELECT count(*) FROM quotation_item")).scalar() == 2


def test_a_quotation_that_stands_twice_in_a_list_comes_back_twice(kept: Store) -> None:
    assert quotes.load(kept, take(kept, ONE, OTHER, ONE)) == (ONE, OTHER, ONE)


def test_before_any_import_there_is_none(kept: Store) -> None:
    assert quotes.newest(kept) is None


def test_a_thousand_quotations_fit_into_one_import(kept: Store) -> None:
    many = tuple(replace(ONE, number=str(number)) for number in range(1200))
    assert quotes.load(kept, take(kept, *many)) == many


def test_a_shrunken_import_is_kept_and_not_held_against(kept: Store) -> None:
    take(kept, ONE, OTHER, replace(ONE, number="3"))
    waits = take(kept, ONE, source="b", days=1)
    newest = quotes.newest(kept)
    assert newest is not None
    assert (newest.number, [each.snapshot.number for each in quotes.waiting(kept)]) == (1, [waits])
    assert quotes.load(kept, waits) == (ONE,)
    assert quotes.known(kept, "b" * 64) == quotes.waiting(kept)[0]
    assert snapshots.decide(kept, waits, SnapshotState.USED, "desk", NOON + 2 * DAY)
    newest = quotes.newest(kept)
    assert newest is not None
    assert newest.number == waits
    before = snapshots.before(kept, waits)
    assert before is not None
    assert before.number == 1


def test_only_what_differs_between_two_snapshots_is_loaded(kept: Store) -> None:
    changed = replace(ONE, number="3", customer="滨海泵业")
    first = take(kept, ONE, OTHER, replace(ONE, number="3"))
    second = take(kept, ONE, changed, replace(ONE, number="4"), source="b")
    assert quotes.differing(kept, first, second) == (
        (OTHER, replace(ONE, number="3")),
        (changed, replace(ONE, number="4")),
    )
    assert quotes.differing(kept, second, second) == ((), ())


def test_two_imports_at_the_same_time_are_judged_one_after_the_other(kept: Store) -> None:
    """Each is half of what is there, and less than half of the other."""
    many = tuple(replace(ONE, number=str(number)) for number in range(8))
    take(kept, *many)

    def bring(count: int, source: str) -> None:
        take(kept, *many[:count], source=source)

    threads = [threading.Thread(target=bring, args=each) for each in ((4, "b"), (2, "c"))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    (two,) = [each for each in snapshots.listed(kept) if each.snapshot.quotations == 2]
    first = two.snapshot.number == 2
    assert two.state is (SnapshotState.DISCARDED if first else SnapshotState.USED)
    assert quotes.waiting(kept) == ()


def test_when_a_file_was_taken_in_last(kept: Store) -> None:
    assert quotes.taken(kept, "a" * 64) is None
    take(kept, ONE)
    take(kept, replace(ONE, number="4"), source="b", days=1)
    take(kept, ONE, days=2)
    assert quotes.taken(kept, "a" * 64) == NOON + 2 * DAY
