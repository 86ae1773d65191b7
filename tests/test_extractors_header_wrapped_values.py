"""Values that the right margin of the paper broke."""

from paper import form

from extractors.assemble import assemble
from models.reading import Field, Header

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Price", "Amount"],
    ["1", "10045", "Seal", "4", "10.00", "40.00"],
]
FULL = "All goods are received from eight to three on working days at the store named above, please."


def header(text: str) -> Header:
    return assemble(form(f"Purchase order\nOrder no.: PO-118\n{text}", ROWS, FULL)).header


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def line(left: str, right: str) -> str:
    """Return two labels with their values, the second one ending where the longest line of the page ends."""
    return f"{left:{len(FULL) - len(right)}}{right}"


def test_a_value_that_the_margin_broke_goes_on_at_the_left_and_is_not_sure() -> None:
    broken = line("Quote number: 20031", "Incoterms 2020: DAP Valmorel-le-") + "\nBas"
    assert value(header(broken).incoterms) == ("DAP Valmorel-le-Bas", False)
    terms = line("Currency: EUR", "Payment terms: 30 days after receipt of the") + "\ninvoice"
    assert value(header(terms).payment_terms) == ("30 days after receipt of the invoice", False)


def test_what_would_have_had_its_place_on_the_line_is_no_rest_of_it() -> None:
    beside = "Quote number: 20031     Incoterms 2020: DAP Valmorel\nPlease read on."
    assert value(header(beside).incoterms) == ("DAP Valmorel", True)


def test_a_line_that_begins_with_a_label_is_no_rest() -> None:
    beside = line("Quote number: 20031", "Incoterms 2020: DAP Valmorel") + "\nCurrency: EUR"
    assert value(header(beside).incoterms) == ("DAP Valmorel", True)


def test_a_number_that_the_margin_broke_is_not_taken_for_whole() -> None:
    prose = "需方海城泵业有限公司与供方天河密封有限公司于2026年5月16日签订本合同，合同编号：YHP-202605-235"
    full = "本" * 46
    broken = assemble(form(f"采购合同\n{prose}\n1。\n{full}", ROWS)).header.document_number
    assert value(broken) in {("YHP-202605-2351", True), ("YHP-202605-235", False)}
    whole = assemble(form(f"采购合同\n{prose}\n双方同意如下。\n{full}", ROWS)).header.document_number
    assert value(whole) == ("YHP-202605-235", True)
