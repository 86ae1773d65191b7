"""Exports for invoice lists on their page: what is in use, what waits, how columns were understood."""

from collections.abc import Iterator
from typing import Any

import pytest
from invoicing_pages import Pages, opened

from models.invoice_desk import ExportKind
from models.snapshot import SnapshotState
from review.invoicing import vocabulary
from sap import billing, customer_materials, deliveries, due_list, invoice_profiles, orders


@pytest.fixture
def pages() -> Iterator[Pages]:
    with opened() as pages:
        yield pages


def test_an_export_that_shrank_waits_for_a_person(pages: Pages) -> None:
    page = pages.page("/exports")
    assert "1 export waits for you" in page
    assert "rows 3,600 → 900" in page
    assert "3 days old" in page
    assert "等待确认" in pages.page("/exports", "zh")
    assert pages.send("/exports/use", number="5").status_code == 303
    newest = pages.desk.invoicing().exports.newest(ExportKind.BILLING)
    assert newest is not None
    assert newest.number == 5
    assert "waits for you:" not in pages.page("/exports")


def test_an_export_is_discarded_and_nothing_else(pages: Pages) -> None:
    for number in ("", "0", "9", "²", "9" * 30):
        assert pages.send("/exports/use", number=number).status_code == 404
    assert pages.send("/exports/delete", number="5").status_code == 404
    pages.send("/exports/discard", number="5")
    state = next(each.state for each in pages.desk.exports if each.snapshot.number == 5)
    assert state is SnapshotState.DISCARDED


@pytest.mark.parametrize(
    "kind", [orders, deliveries, billing, due_list, customer_materials, invoice_profiles]
)
def test_every_column_of_an_export_has_a_name(kind: Any) -> None:
    assert set(kind.LAYOUT.names) <= set(vocabulary.DATA_FIELDS)
