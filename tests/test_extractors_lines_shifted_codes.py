"""Codes that slid from one item to another are not sure, and those of a sound table are."""

import pytest
from paper import paper

from extractors.assemble import assemble
from extractors.lines.doubts import shifted_codes
from models.reading import Evidence, Field, OrderLine, Proof


def lines(*codes: str | None) -> list[OrderLine]:
    return [
        OrderLine(part_number=Field(code, sure=True, evidence=Evidence(code)) if code else None)
        for code in codes
    ]


def sure(*codes: str | None) -> list[bool]:
    found = shifted_codes.doubted(lines(*codes), None)
    return [line.part_number.sure for line in found if line.part_number is not None]


def test_where_one_item_has_two_codes_and_another_none_no_code_is_sure() -> None:
    assert sure("10036538", None, "2G7N-00552-A 10084559") == [False, False]


def test_an_item_without_a_code_leaves_the_others_sure() -> None:
    assert sure("10036538", None, "2G7N-00552-A") == [True, True]


def test_two_codes_of_one_item_leave_the_others_sure_where_none_is_missing() -> None:
    assert sure("10036538", "10020545", "2G7N-00552-A 10084559") == [True, True, True]


def stated(text: str, proof: Proof) -> Field:
    return Field(text, sure=True, evidence=Evidence(text), proof=(proof,))


def beside(charge: str | None, proof: Proof) -> list[bool]:
    """Return what is sure of a name and a code beside a line that has no number."""
    item = OrderLine(description=stated("Gland plate", Proof.COLUMN), part_number=stated("10036538", proof))
    other = OrderLine(description=stated(charge, Proof.COLUMN) if charge else None)
    line = shifted_codes.doubted([other, item], None)[1]
    return [each.sure for each in (line.description, line.part_number) if each is not None]


def test_labelled_codes_and_names_may_have_slid_from_an_item_without_any_number() -> None:
    assert beside(None, Proof.LABEL) == [False, False]
    assert beside("Seal ring", Proof.LABEL) == [False, False]


def test_in_a_column_nothing_slides_and_a_charge_has_no_number_to_lose() -> None:
    assert beside(None, Proof.COLUMN) == [True, True]
    assert beside("Freight", Proof.LABEL) == [True, True]


ABOVE = """
Purchase order
Order No.: 4500781234
Description                Qty      Unit price    Amount
Hex bolt M12x65
Your part no.: 7D8S-0731-C
                           100      3.85          385.00
Spiral gasket DN25
Your part no.: LP-12-3637
                           4        50.00         200.00
Seal ring FKM
Your part no.: 10029759
                           2        10.00         20.00
{end}
"""


@pytest.mark.parametrize("end", ["Total EUR 605.00", "Bush 40\nTotal EUR 605.00", "Bush 40"])
def test_what_stands_above_its_figures_is_never_that_of_the_next_item(end: str) -> None:
    lines = assemble(paper(ABOVE.format(end=end))).lines
    found = [line.part_number for line in lines]
    values = [each.value for each in found if each is not None and each.sure]
    assert len(found) == 3
    assert values in ([], ["7D8S-0731-C", "LP-12-3637", "10029759"])


def test_a_code_that_is_no_items_leaves_the_codes_of_all_open() -> None:
    text = """
Purchase order
Order No.: 4500781234
Pos  Description       Qty   Unit price   Amount
     Your part no.: 7D8S-0731-C
1    Spiral gasket     4     50.00        200.00
     Your part no.: LP-12-3637
2    Seal ring         2     10.00        20.00
     Your part no.: 10029759
Total EUR 220.00
"""
    lines = assemble(paper(text)).lines
    assert [line.part_number.value for line in lines if line.part_number] == ["LP-12-3637", "10029759"]
    assert not any(line.part_number.sure for line in lines if line.part_number)


def test_the_buyers_number_where_all_others_have_the_sellers_may_have_lost_half_its_label() -> None:
    ours, theirs = stated("LP-12-3637", Proof.LABEL), stated("LP-14-9921", Proof.LABEL)
    lines_ = [
        OrderLine(part_number=ours),
        OrderLine(part_number=ours),
        OrderLine(customer_part_number=theirs),
    ]
    last = shifted_codes.doubted(lines_, None)[-1].customer_part_number
    assert last is not None
    assert not last.sure
    both = [*lines_[:2], OrderLine(part_number=ours, customer_part_number=theirs)]
    assert shifted_codes.doubted(both, None)[-1] == both[-1]


def test_where_codes_change_sides_none_is_sure() -> None:
    text = """
Purchase order
Order No.: 4500781234
Description                Qty      Unit price    Amount
Your part no.: 7D8S-0731-C
Hex bolt M12x65            100      3.85          385.00
Spiral gasket DN25         4        50.00         200.00
Your part no.: LP-12-3637
Seal ring FKM              2        10.00         20.00
Your part no.: 10029759
Total EUR                                         605.00
"""
    found = [line.part_number for line in assemble(paper(text)).lines]
    assert not any(each is not None and each.sure for each in found)
