"""Articles of contracts in sentences, captions of Indian programs, and columns that name machines."""

import pytest
from paper import form, grid, sheet, words_of

from extractors.assemble import assemble
from extractors.fields import periods, tax
from extractors.header.labelling.label_words import match
from extractors.header.whole import told_terms
from extractors.vocabulary.meanings import Label
from models.page import Box, FileFormat, Page, Ruling, SourceDocument, Word
from models.reading import Field, Header

ROWS = [
    ["No", "Part no.", "Description", "Qty", "Unit price EUR", "Amount EUR"],
    ["1", "KD-4400", "Guide sleeve", "4", "50.00", "200.00"],
]
HEAD = """
Purchase Contract No. KD-26-0188
{made}
Buyer: Holmgaard Trading B.V.
Seller: Kaidong Seal Factory Co., Ltd.
"""


def said(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def contract(after: str = "", made: str = "") -> Header:
    return assemble(form(HEAD.format(made=made), ROWS, f"Total EUR 200.00\n{after}")).header


@pytest.mark.parametrize(
    ("made", "day"),
    [("made in Utrecht on 4 May 2026", "2026-05-04"), ("delivered in Utrecht on 4 May 2026", None)],
)
def test_the_day_on_which_a_contract_is_made_somewhere_is_proposed(made: str, day: str | None) -> None:
    found = said(contract(made=made).document_date)
    assert found is not None
    assert found == (day, False)


def test_a_time_told_in_the_sentence_below_a_heading_is_proposed() -> None:
    header = contract("Article 4 – Delivery\nThe Seller shall ship the Goods within 80 days after signature.")
    assert said(header.lead_time) == ("P80D", False)


def test_a_notice_is_no_time_of_delivery() -> None:
    header = contract("Article 4 – Delivery\nThe Seller gives 5 days prior notice of each shipment.")
    assert header.lead_time is None or header.lead_time.value is None


def test_what_ships_the_goods_speaks_of_delivery() -> None:
    text = "He ships all parts within 6 weeks from order date"
    assert [text[start:end] for start, end in periods.find(text)] == ["6 weeks from order date"]
    assert periods.find("The ship was built within 6 weeks") == ()


@pytest.mark.parametrize("text", ["3.0 Payment terms", "3.2 PAYMENT TERMS", "3. Payment terms"])
def test_a_heading_may_have_a_number_with_a_point_inside(text: str) -> None:
    found = match(text)
    assert found is not None
    assert found.meanings == {Label.PAYMENT}


@pytest.mark.parametrize("text", ["3.25 Payment terms", "2.5 mm", "1.4 Steel plate"])
def test_a_measure_is_no_number_of_a_heading(text: str) -> None:
    assert match(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "20% upon release of drawings, 70% against documents, 10% upon commissioning.",
        "All payments fall due 45 days after receipt of the invoice.",
    ],
)
def test_shares_that_wait_for_something_speak_of_paying(text: str) -> None:
    assert told_terms.PAYS.search(text) is not None
    assert contract(f"9 Miscellaneous matters\n{text}").payment_terms is not None


def test_a_fine_with_a_limit_speaks_of_no_payment() -> None:
    assert told_terms.PAYS.search("0.5% of the value for each week, limited to 5% in total.") is None


@pytest.mark.parametrize(
    ("text", "included"),
    [
        ("Prices are exclusive of UAE value added tax.", False),
        ("Rates include all Saudi VAT", True),
        ("Prices are exclusive of withholding tax", None),
    ],
)
def test_a_tax_may_be_named_with_its_country(text: str, *, included: bool | None) -> None:
    found = tax.statement(text)
    assert (found.included if found is not None else None) is included


def test_capitals_make_no_other_trade_term() -> None:
    text = "Delivery terms: CFR Port Klang\nIncoterms: CFR PORT KLANG"
    assert said(contract(text).incoterms) == ("CFR Port Klang", True)


CELLS = (
    (("Voucher No.", "KS/26-27/118"), ("Dated", "17-Feb-26")),
    (
        ("Reference No. & Date.", "20030417 dt. 9-Feb-26"),
        ("Mode/Terms of Payment", "45 Days from date of", "receipt"),
    ),
    (
        ("Consignee (Ship to)", "Kolhar Sugar Limited", "Unit II Stores, Gat No. 12", "Pune - 412207, India"),
        ("Destination", "Pune"),
    ),
    (("Invoice To", "Kolhar Sugar Limited", "Solapur"), ("Supplier (Bill from)", "Meher Seals Pvt. Ltd.")),
)
EDGES = (30.0, 330.0, 630.0)
HEIGHT = 70.0


def voucher() -> Header:
    words: list[Word] = words_of("PURCHASE ORDER", 250.0, 10.0)
    rulings: list[Ruling] = []
    for row, cells in enumerate(CELLS):
        top = 30.0 + row * HEIGHT
        for x, lines in zip(EDGES, cells, strict=False):
            for at, line in enumerate(lines):
                words += words_of(line, x + 3, top + 3 + at * 14.0)
        rulings.append(Ruling(Box(EDGES[0], top, EDGES[-1], top)))
        rulings += [Ruling(Box(x, top, x, top + HEIGHT)) for x in EDGES]
    rulings.append(Ruling(Box(EDGES[0], 30.0 + 4 * HEIGHT, EDGES[-1], 30.0 + 4 * HEIGHT)))
    items, drawn = grid([*ROWS, ["", "", "", "", "Total", "200.00"]], 340.0)
    page = Page(1, 700.0, 900.0, (*words, *items), (*rulings, *drawn))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header


def test_a_reference_with_its_date_beside_a_voucher_number_is_likely_the_offer() -> None:
    header = voucher()
    assert said(header.document_number) == ("KS/26-27/118", True)
    assert said(header.quotation_number) == ("20030417", False)
    assert said(header.document_date) == ("2026-02-17", True)


def test_a_small_word_in_a_cell_goes_on_the_line_above_it() -> None:
    assert said(voucher().payment_terms) == ("45 Days from date of receipt", True)


def test_a_town_that_the_whole_address_names_is_no_other_place() -> None:
    found = said(voucher().delivery_place)
    assert found is not None
    assert found[1]
    assert str(found[0]).endswith("Pune - 412207, India")


@pytest.mark.parametrize("destination", ["Nagpur", "Gate 3"])
def test_another_town_is_another_place(destination: str) -> None:
    text = f"Ship to: Unit II Stores, Gat No. 12, Pune - 412207, India\nDestination: {destination}"
    found = assemble(form(f"PURCHASE ORDER\nOrder no.: KS-118\n{text}", ROWS, "Total EUR 200.00")).header
    assert found.delivery_place is not None
    assert not found.delivery_place.sure


EQUIPMENT = [
    ["No.", "Part No.", "{name}", "Description", "Qty", "Unit Price (EUR)", "Amount (EUR)"],
    ["1", "NS-MS-3300", "P-201 A", "Guide sleeve", "6", "50.00", "300.00"],
    ["2", "NS-MS-4300", "P-203 B", "Spacer", "4", "10.00", "40.00"],
    ["", "", "", "", "Total", "", "340.00"],
]


@pytest.mark.parametrize(("name", "coded"), [("Equipment", False), ("Used on", False), ("Zzz ident", True)])
def test_a_column_of_machines_holds_no_part_numbers(name: str, *, coded: bool) -> None:
    rows = [[cell.format(name=name) for cell in row] for row in EQUIPMENT]
    line = assemble(sheet([["Purchase order no. KS-118"], *rows])).lines[0]
    assert (line.customer_part_number is not None) is coded
    assert line.part_number is not None
    assert line.part_number.value == "NS-MS-3300"


@pytest.mark.parametrize(
    ("heading", "sure"),
    [("Vendor model / code", True), ("Vendor model / Code", False), ("Vendor code", True)],
)
def test_a_small_word_behind_a_slash_means_the_same_number(heading: str, *, sure: bool) -> None:
    rows = [
        ["No.", heading, "Description", "Qty", "Unit Price (EUR)", "Amount (EUR)"],
        ["1", "NS-330-A", "Guide sleeve", "6", "50.00", "300.00"],
        ["2", "NS-330-B", "Spacer", "4", "10.00", "40.00"],
        ["", "", "", "", "Total", "340.00"],
    ]
    found = assemble(form("Purchase order no. KS-118", rows)).lines[0].part_number
    assert said(found) == ("NS-330-A", sure)
