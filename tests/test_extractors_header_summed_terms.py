"""The trade term in the name of a sum."""

from paper import form

from extractors.assemble import assemble
from models.reading import Header

ROWS = [["No.", "Commodity", "Qty", "Unit price", "Amount"], ["1", "Bellows seal", "4", "10.00", "40.00"]]


def header(total: str, text: str = "") -> Header:
    return assemble(form(f"Purchase order\n{text}", [*ROWS, [total, "", "", "", "40.00"]])).header


def test_a_sum_tells_the_trade_term_that_nothing_else_states() -> None:
    found = header("TOTAL, CIF CAT LAI PORT (INCOTERMS 2020)")
    assert found.total_amount is not None
    assert found.total_amount.value == "40.00"
    assert found.incoterms is not None
    assert (found.incoterms.value, found.incoterms.sure) == ("CIF CAT LAI PORT", False)


def test_a_label_states_it_rather() -> None:
    found = header("Total", "Incoterms: FCA Aarhus").incoterms
    assert found is not None
    assert (found.value, found.sure) == ("FCA Aarhus", True)


def test_a_sum_without_a_term_tells_none() -> None:
    assert header("Total amount").incoterms is None
