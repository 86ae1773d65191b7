"""Items counted by letters before their names, numbers behind somebody's name, times beside a bare label."""

import pytest
from paper import paper
from typed_orders import sure, told, value

from extractors.assemble import assemble
from models.reading import Header, OrderLine

LETTER = """
HALDEN ZINC LLC
Messrs. Delta Seals Co., Ltd.

we have the pleasure to place our firm order for:

     Goods                               Pieces       Each         Sum
{items}
                                         Grand total               868.00 EUR

Our order        HZ-26-0319                    dated 05.03.2027
Delivery         CIF Halden                    {label:<6}   {time}
term
Payment          Cash against documents
"""
ITEMS = """{marks[0]} Shaft sleeve                          6 pcs        110.00       660.00
     Ref. Delta 10094411

{marks[1]} Lip seal                              40 pcs       5.20         208.00
     {second}
"""


def _paper(
    marks: tuple[str, str] = ("a)", "b)"), second: str = "Ref. Delta 10094412", time: str = "8 weeks"
) -> tuple[Header, tuple[OrderLine, ...]]:
    items = ITEMS.format(marks=marks, second=second)
    reading = assemble(paper(LETTER.format(items=items, label="Time", time=time)))
    return reading.header, reading.lines


def test_letters_before_the_names_count_the_items() -> None:
    _, lines = _paper()
    assert told(lines, "line_number", "description", "quantity") == [
        ("a)", "Shaft sleeve", "6"),
        ("b)", "Lip seal", "40"),
    ]


@pytest.mark.parametrize("marks", [("a)", "c)"), ("b)", "c)"), ("a)", "  ")])
def test_letters_that_do_not_count_stay_where_they_are(marks: tuple[str, str]) -> None:
    _, lines = _paper(marks)
    assert told(lines, "line_number") == [(None,), (None,)]


def test_a_number_behind_a_reference_to_somebody_is_proposed_and_not_sure() -> None:
    _, lines = _paper()
    assert told(lines, "part_number") == [("10094411",), ("10094412",)]
    assert sure(lines, "part_number") == [False, False]


@pytest.mark.parametrize("second", ["Item Halden only", "Ref. Delta 10 pcs", "Art. Nouveau style"])
def test_other_words_behind_a_reference_are_no_number(second: str) -> None:
    _, lines = _paper(second=second)
    assert value(lines[1].part_number) not in {"only", "10", "style"}


def test_a_span_beside_a_bare_time_is_proposed() -> None:
    header, _ = _paper()
    assert header.lead_time is not None
    assert (header.lead_time.value, header.lead_time.sure) == ("P8W", False)


def test_an_hour_beside_a_time_is_none() -> None:
    header, _ = _paper(time="10:42")
    assert header.lead_time is None
    assert header.delivery_date is None


def test_the_end_of_a_label_in_two_lines_is_no_rest_of_its_value() -> None:
    header, _ = _paper()
    assert header.incoterms is not None
    assert (header.incoterms.value, header.incoterms.sure) == ("CIF Halden", True)


def test_a_name_below_a_term_is_not_left_out() -> None:
    text = LETTER.format(items=ITEMS.format(marks=("a)", "b)"), second=""), label="", time="")
    text = text.replace("\nterm\n", "\n                 Harbour Quay\n")
    incoterms = assemble(paper(text)).header.incoterms
    assert incoterms is None or not incoterms.sure or incoterms.value == "CIF Halden Harbour Quay"


def test_a_long_caption_of_where_goods_go_has_its_place_proposed_below_it() -> None:
    text = """
HALDEN YARD LTD
Tel 01475 555 210                                    OFFICIAL ORDER  HY/27/0417

To the supplier:                         Please supply the undermentioned, consigned to:
Delta Seals Co., Ltd.                    Main Stores, Ropewalk Quay, Greenford PA15 2TR

Ln   Goods                 Quantity      Net each      Line value
1    Shaft sleeve          6 pcs         110.00        660.00
                                         ORDER VALUE   660.00
"""
    place = assemble(paper(text)).header.delivery_place
    assert place is not None
    assert (place.value, place.sure) == ("Main Stores, Ropewalk Quay, Greenford PA15 2TR", False)
