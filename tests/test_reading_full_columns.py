"""Captions side by side over values of which one fills its column, and what only looks so."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import Field, Header

ORDER = """
Purchase Order PO-77120

Buyer                         Order date                    Supplier quote
Garran Zinc Ltd               2027-05-06                    20018841

Ship to                       Payment terms                 Incoterms
{first}
{second}

Item  Your part no.  Description    Qty   Unit price   Amount
1     10023177       Shaft sleeve   4     50.00        200.00
Total EUR 200.00
"""
VALUES = "Central Stores, Quay Rd, Dock NET 60                        CPT Hull"


def _header(first: str, second: str) -> Header:
    return assemble(paper(ORDER.format(first=first, second=second))).header


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_a_value_that_fills_its_column_ends_where_the_next_begins() -> None:
    found = _header(VALUES, "Hull HU1 2AB")
    assert _told(found.payment_terms) == ("NET 60", True)
    assert _told(found.incoterms) == ("CPT Hull", True)
    assert found.delivery_place is not None
    assert found.delivery_place.value == "Central Stores, Quay Rd, Dock Hull HU1 2AB"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (VALUES, ""),
        ("Central Stores, Quay Rd, Dk7 NET 60                        CPT Hull", "Hull HU1 2AB"),
        ("Central Stores, Quay Rd, Dock next to the old works in Hull it  CPT Hull", "Hull HU1 2AB"),
        ("Central Stores, Quay Rd, Dock NET 60", "Hull HU1 2AB"),
        (
            "Central Stores, Quay Rd, Dock NET 60                        CPT Hull",
            "and as agreed for the rest of it",
        ),
    ],
)
def test_what_may_be_one_text_is_not_cut(first: str, second: str) -> None:
    found = _header(first, second)
    assert found.payment_terms is None or not found.payment_terms.sure
    assert found.delivery_place is None or not found.delivery_place.sure
