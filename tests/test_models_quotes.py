import datetime as dt
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest
from intake_builders import NOON, database
from sqlalchemy import text

from models import audit, quotes
from models.quotation import Quotation, QuotationItem
from models.quotation_tables import QuotationItemRow, QuotationRow
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
)
ONE = Quotation("20017734", (ITEM, replace(ITEM, item="20", price=Decimal("1E-7"))), customer="东港机械")
OTHER = Quotation("20017735", (), valid_to=dt.date(2026, 6, 30))
DAY = dt.timedelta(days=1)


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return database(tmp_path)


def take(kept: Store, *quotations: Quotation, source: str = "a", days: int = 0) -> int:
    snapshot, _ = quotes.import_snapshot(kept, quotations, "va25.csv", source * 64, NOON + days * DAY)
    return snapshot.number


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
    second = take(kept, OTHER, source="b", days=1)
    newest = quotes.newest(kept)
    assert newest is not None
    assert (newest.number, newest.quotations, newest.items) == (second, 1, 0)
    assert newest.taken_at == NOON + DAY
    assert quotes.load(kept, first) == (ONE,)


def test_the_same_file_again_is_the_same_snapshot(kept: Store) -> None:
    assert take(kept, ONE) == take(kept, ONE, days=1)
    assert audit.head(kept)[0] == 1


def test_an_older_file_taken_in_again_is_the_newest(kept: Store) -> None:
    numbers = [take(kept, ONE), take(kept, OTHER, source="b"), take(kept, ONE)]
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
