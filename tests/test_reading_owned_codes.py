"""Codes of both sides behind nothing but their owners, and lists whose price has no discount."""

import pytest
from paper import paper, words_of

from extractors.assemble import assemble
from extractors.lines.texts import owned_codes
from extractors.page.runs import make_run
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine

PAPER = """
Garran Zinc Inc.
PURCHASE ORDER no. 77-118
Vendor: Delta Seals GmbH
Line  Qty UM   Item                                    List    Disc.   Net each    Extended
1       3 EA   {first}                200.00      10%     180.00      540.00
               Bellows seal B-80
               Balanced, drawing GA-7012
2      12 EA   {second}                 6.50      net       6.50       78.00
               Grease cartridge
               {note}
                                                            Total USD      618.00
"""


def _lines(first: str, second: str, note: str = "14 oz") -> tuple[OrderLine, ...]:
    return assemble(paper(PAPER.format(first=first, second=second, note=note))).lines


def _told(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def test_codes_behind_their_owners_are_read_and_never_sure() -> None:
    found = _lines("Your 40071188  Our GZ-310", "Your 40071195  Our GZ-311")
    assert [_told(each.part_number) for each in found] == [("40071188", False), ("40071195", False)]
    assert [_told(each.customer_part_number) for each in found] == [("GZ-310", False), ("GZ-311", False)]
    assert [each.description.value for each in found if each.description] == [
        "Bellows seal B-80",
        "Grease cartridge",
    ]


def test_a_price_without_discount_is_no_sum() -> None:
    found = _lines("Your 40071188  Our GZ-310", "Your 40071195  Our GZ-311")
    assert [_told(each.amount) for each in found] == [("540.00", True), ("78.00", True)]


@pytest.mark.parametrize(
    "note", ["Last purchased 11/18/2024 on 4907-24.", "Previously ordered 11/18/2024", "zuletzt 18.11.2024"]
)
def test_the_day_of_an_earlier_order_is_no_delivery(note: str) -> None:
    due = _lines("Your 40071188  Our GZ-310", "Your 40071195  Our GZ-311", note)[1].delivery_date
    assert due is None or (due.value, due.sure) == (None, False)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (["Your 40071188 Our GZ-310"], ["40071188", "GZ-310"]),
        (["Our GZ-310 / Your 40071188"], ["GZ-310", "40071188"]),
        (["Ihre: 40071188", "Unsere: GZ-310"], ["40071188", "GZ-310"]),
        (["贵方40071188 我方GZ-310", "轴套"], ["40071188", "GZ-310"]),
        (["Your 40071188"], []),
        (["Your 40071188 Your GZ-310"], []),
        (["Your offer 40071188 Our GZ-310"], []),
        (["Your seal Our GZ-310"], []),
        (["replace Your 40071188 by Our GZ-310"], []),
    ],
)
def test_both_sides_and_nothing_else_make_such_codes(cell: list[str], found: list[str]) -> None:
    page = paper("x").pages[0]
    runs = [make_run(page, words_of(text, 20.0, 40.0 + 16 * at)) for at, text in enumerate(cell)]
    pieces = owned_codes.find(runs)
    assert [run.text[piece.start : piece.end] for run, piece in pieces] == found
    assert {piece.role for _, piece in pieces} <= {Role.SELLER_PART, Role.BUYER_PART}
