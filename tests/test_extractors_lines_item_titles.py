"""Cards of items: a line with number, name and amount above a heading that stands again for each of them."""

import pytest
from paper import paper

from extractors.assemble import assemble
from models.reading import OrderLine

HEAD = """Purchase order no.: VB-20417
Buyer: Vantbrook Pumps Ltd
Supplier: Tolle Dichtungen GmbH
Currency: CAD

"""
HEADING = "Our part     Supplier part    Need by        Qty     Price"
SLEEVE = "C-9130       TD-SLV-100       2027-07-20     3 EA    445.50"
RING = "C-9160       TD-LR-58         2027-07-20     8 EA     42.00"
ONE = "1   BALANCE SLEEVE, HARD COATED                              1,336.50 CAD"
TWO = "2   LANTERN RING, SPLIT                                        336.00 CAD"
AMOUNTS = {"1336.50", "336.00"}
Told = list[tuple[str | None, bool] | None]


def _lines(first: str, second: str, *, heading: str = HEADING) -> tuple[OrderLine, ...]:
    cards = f"{first}\n{heading}\n{SLEEVE}\n\n\n{second}\n{heading}\n{RING}\n\n\n"
    return assemble(paper(f"{HEAD}{cards}Total 1,672.50 CAD")).lines


def _told(lines: tuple[OrderLine, ...], name: str) -> Told:
    found = [getattr(line, name) for line in lines]
    return [None if field is None else (field.value, field.sure) for field in found]


def test_the_line_above_each_heading_names_its_item() -> None:
    lines = _lines(ONE, TWO)
    assert _told(lines, "line_number") == [("1", True), ("2", True)]
    assert _told(lines, "description") == [
        ("BALANCE SLEEVE, HARD COATED", True),
        ("LANTERN RING, SPLIT", True),
    ]
    assert _told(lines, "amount") == [("1336.50", True), ("336.00", True)]
    assert _told(lines, "part_number") == [("TD-SLV-100", True), ("TD-LR-58", True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [(ONE.replace("1 ", "3 ", 1), TWO), (ONE.replace("1 ", "  ", 1), TWO.replace("2 ", "  ", 1))],
)
def test_names_above_headings_that_no_number_leads_are_open(first: str, second: str) -> None:
    assert not any(each and each[1] for each in _told(_lines(first, second), "description"))


def test_a_name_of_two_lines_above_a_heading_is_open() -> None:
    first = "1   BALANCE SLEEVE, LONG                                     1,336.50 CAD\n    HARD COATED"
    assert not any(each and each[1] for each in _told(_lines(first, TWO), "description"))


def test_a_sum_above_a_heading_that_quantity_and_price_do_not_make_is_open() -> None:
    lines = _lines(ONE.replace("1,336.50", "1,202.85"), TWO)
    assert _told(lines, "amount")[0] == ("1202.85", False)


def test_where_a_column_names_the_thing_a_line_above_the_heading_is_none_of_it() -> None:
    heading = HEADING.replace("Supplier part", "Description  ")
    names = [each and each[0] for each in _told(_lines("Lot A", "Lot B", heading=heading), "description")]
    assert names == ["TD-SLV-100", "TD-LR-58"]
