"""What traders write in the head of an order: numbers with years, references, days of arrival."""

import pytest
from paper import form, paper

from extractors.assemble import assemble
from extractors.header.labelling import references
from extractors.header.labelling.label_words import match
from extractors.kinds.titles import kind_of_title
from extractors.vocabulary.meanings import Label
from models.reading import Field, Header, Kind

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Unit price", "Amount"],
    ["10", "10044021", "Seal", "2", "50.00", "100.00"],
]


def _header(head: str, after: str = "Total   100.00") -> Header:
    return assemble(form(head, ROWS, after)).header


def _value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize("number", ["( 207 / 2027 )", "207 / 2027", "[207/2027]"])
def test_a_number_with_its_year_may_be_set_wide(number: str) -> None:
    found = _header(f"Supply Order No. {number}\nBuyer: Haven Pumps GmbH")
    assert _value(found.document_number) == ("207/2027", True)


def test_a_month_with_its_year_is_no_number() -> None:
    found = _header("Supply Order No. ( 11 / 2027 )\nBuyer: Haven Pumps GmbH")
    assert found.document_number is None or not found.document_number.sure


def test_a_date_behind_the_place_where_it_was_written_is_proposed() -> None:
    found = _header("Purchase order PO-118\nBuyer: Haven Pumps GmbH\nIzmir on: 21 / 4 / 2027")
    assert _value(found.document_date) == ("2027-04-21", False)


@pytest.mark.parametrize("line", ["Delivery on 21/4/2027", "Due on 21/4/2027", "Printed on 21/4/2027"])
def test_a_day_for_something_else_dates_no_order(line: str) -> None:
    found = _header(f"Purchase order PO-118\nBuyer: Haven Pumps GmbH\n{line}")
    assert found.document_date is None or not found.document_date.sure


@pytest.mark.parametrize(
    "line",
    ["Reference: SQ20771", "Your reference: AB/Q/0118", "Reference No.: OFF-27/118", "Your ref.: QTN-1182"],
)
def test_a_reference_whose_number_names_an_offer_is_proposed(line: str) -> None:
    found = _header(f"Purchase order\nOrder no.: PO-118\nBuyer: Haven Pumps GmbH\n{line}")
    assert found.quotation_number is not None
    assert not found.quotation_number.sure
    assert _value(found.document_number) == ("PO-118", True)


@pytest.mark.parametrize(
    "line", ["Reference: 20771", "Our ref.: MQ/118", "Reference: REQ-118", "Reference: EQ118"]
)
def test_any_other_reference_is_no_offer(line: str) -> None:
    found = _header(f"Purchase order\nOrder no.: PO-118\nBuyer: Haven Pumps GmbH\n{line}")
    assert found.quotation_number is None


@pytest.mark.parametrize(
    ("text", "quoting"),
    [("Q27-2204", True), ("HV/QUO/118", True), ("ANG-118", True), ("AQUA-118", False), ("PQR 118", False)],
)
def test_letters_in_a_number_tell_of_what_it_is(text: str, *, quoting: bool) -> None:
    assert (references.QUOTING.search(text) is not None) is quoting


def test_an_estimate_of_the_sellers_is_an_offer() -> None:
    text = "Purchase order PO-118\nWe place our order, referring to your estimate HV-Q27-4410 of 2 May 2027."
    assert _value(_header(text).quotation_number) == ("HV-Q27-4410", True)


def test_a_day_may_stand_behind_the_place_of_delivery() -> None:
    found = _header(
        "Purchase order\nOrder no.: PO-118\nBuyer: Haven Pumps GmbH\n"
        "Deliver to: MV Sea Holly, Quay 4, Oslo 0150 on 12 May 2027. Call the agent before."
    )
    assert found.delivery_place is not None
    assert found.delivery_place.value == "MV Sea Holly, Quay 4, Oslo 0150"
    assert _value(found.delivery_date) == ("2027-05-12", False)


def test_a_named_delivery_date_stands_before_the_one_behind_a_place() -> None:
    found = _header(
        "Purchase order\nOrder no.: PO-118\nDelivery date: 2027-05-10\n"
        "Deliver to: Quay 4, Oslo 0150 by 12 May 2027"
    )
    assert _value(found.delivery_date) == ("2027-05-10", True)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Delivery: CFR Izmir, Turkey, within (9) weeks from the date of L/C opening", "P9W"),
        ("Delivery: DAP Oslo, within 45 days after order", "P45D"),
    ],
)
def test_a_lead_time_may_stand_behind_the_trade_term(text: str, lead: str) -> None:
    found = assemble(paper(f"Purchase order PO-118\n{text}\nTotal 100.00")).header.lead_time
    assert found is not None
    assert found.value == lead


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Destinazione merce / Goods to", Label.PLACE),
        ("Vs. offerta / Your offer", Label.QUOTATION_NUMBER),
        ("Numero / No.", Label.PLAIN_NUMBER),
        ("YOUR QUOT. NO.", Label.QUOTATION_NUMBER),
    ],
)
def test_a_label_in_two_tongues_is_one(label: str, meaning: Label) -> None:
    found = match(label)
    assert found is not None
    assert found.meanings == {meaning}


def test_a_way_of_paying_in_two_tongues_is_not_cut_at_the_word_for_a_bank() -> None:
    text = "Purchase order PO-118\nPayment: BONIFICO / BANK TRANSFER 60 DAYS END OF MONTH"
    found = assemble(form(text, ROWS)).header.payment_terms
    assert found is not None
    assert found.value == "BONIFICO / BANK TRANSFER 60 DAYS END OF MONTH"


@pytest.mark.parametrize(
    ("title", "kind"),
    [("ORDER FOR SHIP'S STORES", Kind.PURCHASE_ORDER), ("Order confirmation for ship's stores", Kind.OTHER)],
)
def test_a_title_says_for_what_it_orders(title: str, kind: Kind) -> None:
    assert kind_of_title(title) in {kind, None if kind is Kind.OTHER else kind}
