"""Heads and feet of whole forms: who buys, what was offered, where to and on which terms.

Each rule has a paper that misleads, of which nothing wrong may be sure, and a usual one, which stays sure.
"""

from collections.abc import Sequence

import pytest
from paper import sheet

from extractors.assemble import assemble
from models.reading import Field, Header

ITEMS = (
    ("Item", "Supplier Part No.", "Description", "Qty", "Unit", "Unit price EUR", "Amount EUR"),
    ("10", "DS-4410", "Shaft seal 40 mm", "20", "pc", "41.50", "830.00"),
    ("20", "DS-4412", "Shaft seal 55 mm", "12", "pc", "56.00", "672.00"),
    ("", "", "", "", "", "Total EUR", "1502.00"),
)
TITLE = ("Nordkai Pumps Ltd", "", "", "", "PURCHASE ORDER")
NUMBER = ("PO Number", "4500123456", "", "PO Date", "12 March 2026")
VENDOR = ("Vendor", "Delta Seals GmbH", "", "Ship to", "Nordkai Pumps Ltd, Alexandra Dock, Hull HU9 5PX")
HEAD = (TITLE, NUMBER, VENDOR)
FOOT = (("Payment terms", "30 days net"), ("Incoterms", "DAP Hull"))
Row = Sequence[str]


def read(head: Sequence[Row] = HEAD, foot: Sequence[Row] = FOOT) -> Header:
    """Return the header of an order with some rows above and below its items."""
    return assemble(sheet([*head, ("",), *ITEMS, ("",), *foot])).header


def is_sure(field: Field | None, value: str) -> bool:
    """Tell whether a field is read for certain, and as a value."""
    return field is not None and field.sure and field.value == value


def is_open(field: Field | None) -> bool:
    """Tell whether a person has to look at a field."""
    return field is not None and not field.sure


def test_usual_form_is_sure() -> None:
    header = read()
    assert is_sure(header.customer, "Nordkai Pumps Ltd")
    assert is_sure(header.document_number, "4500123456")
    assert is_sure(header.payment_terms, "30 days net")
    assert is_sure(header.incoterms, "DAP Hull")
    assert is_sure(header.currency, "EUR")
    assert header.quotation_number is None


@pytest.mark.parametrize(
    "head",
    [
        (("Brevik Engineering AS", "", "", "", "PURCHASE ORDER"), ("Vendor", "Delta Seals GmbH")),
        (("BREVIK ENGINEERING", "", "", "", "PURCHASE ORDER"), ("Vendor", "Delta Seals GmbH")),
        (("Brevik Engineering AS", "", "", "", "PURCHASE ORDER"), ("Delta Seals GmbH",)),
    ],
)
@pytest.mark.parametrize("label", ["Client", "Kunde", "Auftraggeber"])
def test_client_of_the_writer_is_not_surely_the_buyer(head: Sequence[Row], label: str) -> None:
    assert is_open(read((*head, NUMBER, (label, "Petro Lumen ASA"))).customer)


def test_client_that_heads_the_paper_buys() -> None:
    header = read((TITLE, NUMBER, ("Vendor", "Delta Seals GmbH"), ("Client", "Nordkai Pumps Ltd")))
    assert is_sure(header.customer, "Nordkai Pumps Ltd")


def test_client_on_the_sellers_form_buys() -> None:
    head = (("Delta Seals GmbH", "", "", "", "PURCHASE ORDER"), ("Vendor", "Delta Seals GmbH"), NUMBER)
    assert is_sure(read((*head, ("Customer", "Nordkai Pumps Ltd"))).customer, "Nordkai Pumps Ltd")


BILLED = (("PURCHASE ORDER",), NUMBER, ("Vendor", "Delta Seals GmbH"))
SHIPPED = ("Ship to", "Nordkai Pumps Ltd, Alexandra Dock, Hull HU9 5PX")


def test_who_only_gets_the_invoice_is_not_surely_the_buyer() -> None:
    assert is_open(read((("Bill to", "Nordkai Group Services Ltd", "", *SHIPPED), *BILLED)).customer)


def test_who_gets_invoice_and_goods_buys() -> None:
    header = read((("Bill to", "Nordkai Pumps Ltd", "", *SHIPPED), *BILLED))
    assert is_sure(header.customer, "Nordkai Pumps Ltd")


@pytest.mark.parametrize(
    "row",
    [
        ("Proforma", "PI-2261"),
        ("Ref. doc.", "AN-260311"),
        ("Basis of order", "Your letter 0417/26 dated 3 March 2026"),
        ("Bezug: AG-2231, Herr Huber",),
        ("Ihre Nachricht: AN-2231 vom 03.03.2026",),
        ("Kostenvoranschlag KV-2231 vom 03.03.2026",),
        ("We refer to your fax DS/0417 dated 3 March 2026 and order:",),
        ("Prices as per your e-mail of 3 March 2026 (ref. 0417/26).",),
        ("贵司参考号：AG-2231",),
    ],
)
def test_number_of_an_offer_in_other_words_is_not_absent(row: Row) -> None:
    assert is_open(read((*HEAD, row)).quotation_number)


@pytest.mark.parametrize(
    "row",
    [
        ("Your fax: +49 711 4410-220",),
        ("Your e-mail: orders2026@deltaseals.example",),
        ("We refer to your letter dated 03/03/2026.",),
        ("Please state our order 4500123456 on your letter and invoice.",),
        ("Your letter of confirmation shall name order PO-4500123456.",),
        ("Proforma", "required in 3 copies"),
    ],
)
def test_mere_mention_of_a_letter_names_no_offer(row: Row) -> None:
    assert read((*HEAD, row)).quotation_number is None


@pytest.mark.parametrize(
    "text",
    [
        "A cash discount of 3% applies if paid within 14 days.",
        "Bei Zahlung innerhalb 14 Tagen 3 % Skonto.",
    ],
)
def test_discount_in_a_sentence_belongs_to_the_terms(text: str) -> None:
    assert is_open(read(foot=(*FOOT, (text,))).payment_terms)


@pytest.mark.parametrize("text", ["No cash discount of 3% within 14 days.", "Bitte kein Skonto abziehen."])
def test_refused_discount_leaves_the_terms(text: str) -> None:
    assert is_sure(read(foot=(*FOOT, (text,))).payment_terms, "30 days net")


def test_discount_that_the_terms_state_is_no_rival() -> None:
    foot = (("Payment terms", "2% 10 days, 30 days net"), FOOT[1], ("2% cash discount if paid in 10 days.",))
    assert is_sure(read(foot=foot).payment_terms, "2% 10 days, 30 days net")


def test_table_of_milestones_opens_the_terms() -> None:
    plan = (("Payment milestones",), ("Order", "30"), ("Readiness", "70"))
    assert is_open(read(foot=(*FOOT, *plan)).payment_terms)


@pytest.mark.parametrize("label", ["Credit days", "Credit period"])
def test_time_of_credit_is_a_term_of_payment(label: str) -> None:
    foot = (("Payment terms", "Bank transfer"), (label, "45 days"), FOOT[1])
    assert not is_sure(read(foot=foot).payment_terms, "Bank transfer")


def test_terms_over_two_cells_are_open() -> None:
    header = read(foot=(("Payment terms", "30", "days"), ("Incoterms", "DAP", "Hull")))
    assert is_open(header.payment_terms)
    assert is_open(header.incoterms)


def test_caption_beside_a_term_is_none_of_its_words() -> None:
    foot = (("Payment terms (days)", "30"), ("Incoterms", "DAP", "", "Mode", "Truck"))
    header = read(foot=foot)
    assert is_sure(header.payment_terms, "30")
    assert is_sure(header.incoterms, "DAP")


@pytest.mark.parametrize("term", ["DAP Hull packing excluded", "DAP named place"])
def test_remark_behind_a_term_is_no_place(term: str) -> None:
    assert is_open(read(foot=(FOOT[0], ("Incoterms", term))).incoterms)


def test_remark_behind_a_comma_leaves_the_term() -> None:
    header = read(foot=(FOOT[0], ("Incoterms", "DAP Hull, packing included")))
    assert is_sure(header.incoterms, "DAP Hull")


def test_port_on_the_way_is_no_place_of_delivery() -> None:
    head = (TITLE, NUMBER, ("Vendor", "Delta Seals GmbH"), ("Port of discharge", "Immingham"))
    assert is_open(read(head).delivery_place)


def test_port_at_which_the_term_ends_is_the_place() -> None:
    head = (TITLE, NUMBER, ("Vendor", "Delta Seals GmbH"), ("Port of discharge", "Immingham"))
    foot = (FOOT[0], ("Incoterms", "CIF Immingham"))
    assert is_sure(read(head, foot).delivery_place, "Immingham")


@pytest.mark.parametrize(
    "text",
    [
        "Item 20 goes to our Leeds depot, Unit 9, Cross Green Way, Leeds LS9 0PS.",
        "Pos. 20 bitte an unsere Niederlassung Biberach, Riedstr. 3, 88400 Biberach.",
    ],
)
def test_item_for_a_branch_opens_the_place(text: str) -> None:
    assert is_open(read(foot=(*FOOT, (text,))).delivery_place)


def test_currency_of_the_invoice_is_a_rival() -> None:
    assert is_open(read((*HEAD, ("Invoice currency", "GBP"))).currency)
    assert is_sure(read((*HEAD, ("Invoice currency", "EUR"))).currency, "EUR")


@pytest.mark.parametrize("caption", ["Retention", "Advance"])
def test_share_in_a_row_of_its_own_opens_the_terms(caption: str) -> None:
    assert is_open(read(foot=(*FOOT, (caption, "30 %"))).payment_terms)


def test_share_that_the_terms_name_is_no_rival() -> None:
    terms = ("Payment terms", "30% advance, 70% before dispatch")
    header = read(foot=(terms, ("Advance", "30 %"), FOOT[1]))
    assert is_sure(header.payment_terms, "30% advance, 70% before dispatch")


SPLIT = (TITLE, NUMBER, ("Vendor", "Delta Seals GmbH"))


@pytest.mark.parametrize(
    "rows",
    [
        (("Ship to", "Nordkai Pumps Ltd"), ("", "Gate 3, Alexandra Dock"), ("", "Hull HU9 5PX")),
        (("Ship to", "Nordkai Pumps Ltd"), ("Gate 3, Alexandra Dock",), ("Hull HU9 5PX",)),
        (("Delivery address", "Alexandra Dock, Gate 3"), ("", "Hull HU9 5PX")),
    ],
)
def test_address_over_several_cells_is_open(rows: Sequence[Row]) -> None:
    assert not is_sure(read((*SPLIT, *rows)).delivery_place, rows[0][1])


@pytest.mark.parametrize(
    "place", ["Hull works", "Alexandra Dock, Gate 3, Hull HU9 5PX", "Nordkai Pumps Ltd, Alexandra Dock"]
)
def test_address_of_others_in_the_next_row_leaves_the_place(place: str) -> None:
    rows = (("Delivery address", place), ("Contact address", "4 Dock Road, Hull HU1 2AB"))
    assert is_sure(read((*SPLIT, *rows)).delivery_place, place)


@pytest.mark.parametrize("caption", ["注意 Notice", "Marking"])
def test_caption_with_its_text_in_the_next_row_leaves_the_place(caption: str) -> None:
    place = "No. 9 Dock Avenue, Gate 3, Hull"
    rows = (("Delivery address", place), (caption, "Label each package at Gate 3, 9 Dock Avenue"))
    assert is_sure(read((*SPLIT, *rows)).delivery_place, place)
