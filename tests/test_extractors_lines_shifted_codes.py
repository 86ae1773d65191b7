"""Codes that slid from one item to another are not sure, and those of a sound table are."""

from extractors.lines import shifted_codes
from models.reading import Evidence, Field, OrderLine, Proof


def lines(*codes: str | None) -> list[OrderLine]:
    return [
        OrderLine(part_number=Field(code, sure=True, evidence=Evidence(code)) if code else None)
        for code in codes
    ]


def sure(*codes: str | None) -> list[bool]:
    found = shifted_codes.doubted(lines(*codes))
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
    line = shifted_codes.doubted([other, item])[1]
    return [each.sure for each in (line.description, line.part_number) if each is not None]


def test_labelled_codes_and_names_may_have_slid_from_an_item_without_any_number() -> None:
    assert beside(None, Proof.LABEL) == [False, False]
    assert beside("Seal ring", Proof.LABEL) == [False, False]


def test_in_a_column_nothing_slides_and_a_charge_has_no_number_to_lose() -> None:
    assert beside(None, Proof.COLUMN) == [True, True]
    assert beside("Freight", Proof.LABEL) == [True, True]
