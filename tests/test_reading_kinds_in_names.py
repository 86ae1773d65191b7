"""Names that go on with a size or a kind, numbers of items in sections, and ways that are no places."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.lines.headings import recognise
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine

LETTER = """
Nordhavn Skibsreparation A/S
Purchase order no. 266799
Currency: EUR
Supplier: Haiyan Marine Seal Co., Ltd.
We hereby order the following:
1. 1 set  Stern seal ring, {first}   à 80.00    80.00
   Your type HY-STS-220
2. 2 pcs  Bulkhead seal, {second}    à 10.00    20.00
   Your type HY-BHS-160
   Total EUR   100.00
"""


def said(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    ("kind", "sure"), [("type B", True), ("shaft 180 mm", True), ("size 3", True), ("urgent please", False)]
)
def test_a_kind_or_a_size_behind_its_comma_is_a_part_of_the_name(kind: str, *, sure: bool) -> None:
    lines = assemble(paper(LETTER.format(first="bore 90 mm", second=kind))).lines
    assert said(lines[1].description) == (f"Bulkhead seal, {kind}", sure)
    assert said(lines[1].part_number) == ("HY-BHS-160", True)


def numbered(*numbers: str) -> tuple[OrderLine, ...]:
    rows = [["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"]]
    rows += [[each, f"KD-44{at}0", f"Sleeve {at}", "2", "5.00", "10.00"] for at, each in enumerate(numbers)]
    rows.append(["", "", "", "", "Total", f"{len(numbers)}0.00"])
    return assemble(form("Purchase order no. 4711-26\nCurrency: EUR", rows)).lines


@pytest.mark.parametrize(
    ("numbers", "sure"),
    [
        (("1.1", "1.2", "2.1", "2.2"), True),
        (("1.01", "1.02", "2.01", "3.01"), True),
        (("1.1", "1.3", "2.1", "2.2"), False),
        (("1.1", "1.2", "3.1", "3.2"), False),
        (("1.1", "2.1", "3.1"), False),
    ],
)
def test_numbers_of_items_may_count_on_in_sections(numbers: tuple[str, ...], *, sure: bool) -> None:
    found = [said(line.line_number) for line in numbered(*numbers)]
    assert found == [(each, sure) for each in numbers]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Delivery (weeks from P.O. date)", True),
        ("Delivery (in days after order)", True),
        ("Delivery (Ningbo)", False),
    ],
)
def test_the_time_in_which_a_delivery_is_told_may_stand_in_brackets(text: str, *, exact: bool) -> None:
    found = recognise(text)
    assert found is not None
    assert (found.role, found.exact) == (Role.DELIVERY, exact)


ROWS = [
    ["No", "Part no.", "Description", "Qty", "Unit price EUR", "Amount EUR"],
    ["1", "KD-4400", "Guide sleeve", "4", "50.00", "200.00"],
]


@pytest.mark.parametrize(
    "way", ["By air freight through our forwarder Kolm & Co.", "By own truck", "by sea freight collect"]
)
def test_how_goods_travel_is_no_place_beside_the_place(way: str) -> None:
    head = f"Purchase order no. 4711-26\nShip to: Works 2, Hafenstr. 8, 20457 Hamburg\nShipment: {way}"
    found = said(assemble(form(head, ROWS, "Total EUR 200.00")).header.delivery_place)
    assert found == ("Works 2, Hafenstr. 8, 20457 Hamburg", True)
    alone = assemble(form(f"Purchase order no. 4711-26\nShip to: {way}", ROWS, "Total EUR 200.00"))
    assert said(alone.header.delivery_place) == (None, False)
