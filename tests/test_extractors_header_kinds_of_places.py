"""Places whose value begins with what kind of place it is, and labels that portals mark."""

import pytest
from paper import sheet

from extractors.assemble import assemble
from extractors.header.labelling.label_words import meaning
from extractors.vocabulary.meanings import Label
from models.reading import Header

ITEMS = (
    ("", "", "", "", ""),
    ("Item", "Your code", "Description", "Q'ty", "Price"),
    ("1", "NG-450", "Filter bag", "3", "20.00"),
)


def _header(*rows: tuple[str, ...]) -> Header:
    width = len(ITEMS[0])
    filled = [(*row, *[""] * (width - len(row))) for row in (("PURCHASE ORDER",), *rows)]
    return assemble(sheet([*filled, *ITEMS])).header


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Factory: 18 Canal Road, Dayton", "Factory: 18 Canal Road, Dayton"),
        ("Warehouse: Gate 2, Canal Road 18", "Warehouse: Gate 2, Canal Road 18"),
        ("Contact: 18 Canal Road, Dayton", None),
    ],
)
def test_a_place_may_say_what_kind_it_is(value: str, found: str | None) -> None:
    place = _header(("Deliver to:", value)).delivery_place
    assert (place.value if place is not None else None) == found


def test_a_value_ends_above_the_value_of_the_next_label() -> None:
    header = _header(("Site / Delivery place", "18 Canal Road, Dayton"), ("Payment", "30 days net"))
    place, terms = header.delivery_place, header.payment_terms
    assert place is not None
    assert place.value == "18 Canal Road, Dayton"
    assert terms is not None
    assert terms.value == "30 days net"


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        ("Payment terms (i)", {Label.PAYMENT}),
        ("Order date *", {Label.DOCUMENT_DATE}),
        ("Currency (?)", {Label.CURRENCY}),
        ("Payment terms (v)", set()),
        ("Döviz / Currency", {Label.CURRENCY}),
        ("Sipariş Tarihi", {Label.DOCUMENT_DATE}),
        ("SİPARİŞ TARİHİ", {Label.DOCUMENT_DATE}),
        ("Teslim yeri", {Label.PLACE}),
    ],
)
def test_what_labels_mean(label: str, meant: set[Label]) -> None:
    assert meaning(label) == meant


@pytest.mark.parametrize("label", ["Goods go to", "Place of final destination"])
def test_where_goods_arrive_is_the_place_of_delivery(label: str) -> None:
    place = _header((label, "Brunnfeld Pulp, Store 3, 18 Canal Road, Dayton")).delivery_place
    assert place is not None
    assert place.value == "Brunnfeld Pulp, Store 3, 18 Canal Road, Dayton"
