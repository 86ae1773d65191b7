"""Orders of contractors and western programs: what they print in cells, headings, totals and below items."""

import pytest
from paper import form, paper, words_of

from extractors.assemble import assemble
from extractors.fields import parts
from extractors.lines.columns.inner_headings import inner_columns
from extractors.lines.headings import recognise
from extractors.lines.texts.inline_labels import pieces
from extractors.page.runs import rows_of, split_line
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Reading

HEAD = """
PURCHASE ORDER
Order no.: 7734-26
Date: 4 May 2026
Buyer: Tarnbeck Process Engineering Ltd
"""


def said(field: Field | None) -> tuple[str | None, bool] | None:
    return (field.value, field.sure) if field is not None else None


def only(reading: Reading) -> list[OrderLine]:
    return list(reading.lines)


@pytest.mark.parametrize("text", ["VAT Amt. (QAR)", "Tax Amt (INR)", "GST Amt. (AUD)"])
def test_the_currency_in_brackets_leaves_a_heading_what_it_is(text: str) -> None:
    found = recognise(text)
    assert found is not None
    assert (found.role, found.exact) == (Role.TAX_AMOUNT, True)


def test_sums_below_columns_of_net_tax_and_gross_in_a_currency_close() -> None:
    rows = [
        ["No.", "Description", "Supplier Ref.", "Qty", "Rate (QAR)", "Amount (QAR)", "VAT Amt. (QAR)"],
        ["1", "Wear ring bronze", "KL-2041", "4", "250.00", "1,000.00", "50.00"],
        ["2", "Lantern ring", "KL-2077", "2", "100.00", "200.00", "10.00"],
        ["", "Grand Total", "", "", "", "1,200.00", "60.00"],
    ]
    gross = ["Total incl. VAT (QAR)", "1,050.00", "210.00", "1,260.00"]
    reading = assemble(form(HEAD, [[*row, last] for row, last in zip(rows, gross, strict=True)]))
    assert said(reading.header.total_amount) == ("1260.00", True)
    assert said(reading.header.tax_included) == ("false", True)


@pytest.mark.parametrize(
    ("line", "role", "value"),
    [
        ("(Our stock no. 40-11833)", Role.BUYER_PART, "40-11833"),
        ("(Your ref.: KL-2041)", Role.SELLER_PART, "KL-2041"),
        ("(Vendor model: KL-88-B)", Role.SELLER_PART, "KL-88-B"),
    ],
)
def test_a_labelled_line_in_brackets_is_read_without_them(line: str, role: Role, value: str) -> None:
    (piece,) = pieces(line)
    assert (piece.role, line[piece.start : piece.end].strip()) == (role, value)


def test_words_in_brackets_without_a_label_say_nothing() -> None:
    assert not pieces("(painted RAL 5015, crated)")


def test_the_model_of_the_seller_is_its_number() -> None:
    found = recognise("Vendor model")
    assert found is not None
    assert (found.role, found.exact) == (Role.SELLER_PART, True)
    assert (other := recognise("Manufacturer model")) is None or other.role is not Role.SELLER_PART


@pytest.mark.parametrize(
    ("text", "role"),
    [("Exporter code", Role.SELLER_PART), ("Importer part no.", Role.BUYER_PART), ("Exporter", None)],
)
def test_who_exports_sells_and_who_imports_buys(text: str, role: Role | None) -> None:
    found = recognise(text)
    assert (found.role if found is not None else None) is role


@pytest.mark.parametrize("text", ["GTIN", "EAN", "EAN-Code", "Barcode"])
def test_the_number_of_a_trade_item_is_no_part_number_and_no_drawing(text: str) -> None:
    found = recognise(text)
    assert found is not None
    assert (found.role, found.exact) == (Role.OTHER, True)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Artikel / Zeichnung", {Role.PART, Role.DESCRIPTION, Role.DRAWING}),
        ("Article drawing", {Role.DRAWING}),
    ],
)
def test_a_bare_word_for_things_beside_a_drawing_is_a_heading_of_its_own(text: str, roles: set[Role]) -> None:
    found = recognise(text)
    assert found is not None
    assert found.roles == roles


@pytest.mark.parametrize(
    ("text", "number", "revision"),
    [("5-2281-07 Rev.-", "5-2281-07", "-"), ("GA-77 (Rev. -)", "GA-77", "-"), ("GA-77-", "GA-77-", None)],
)
def test_a_first_edition_without_a_letter_is_a_revision(text: str, number: str, revision: str | None) -> None:
    assert parts.revision(text) == (number, revision)


SECTIONED = [
    ["Item", "Description", "Our item", "Qty", "Unit price EUR", "Total price EUR"],
    ["1. PUMPS", "", "", "", "", ""],
    ["1.01", "Sump pump", "T-4401", "2", "410.00", "820.00"],
    ["2. DOCUMENTATION", "", "", "", "", ""],
    ["2.01", "Test dossier", "T-4480", "1", "180.00", "180.00"],
    ["", "TOTAL CONTRACT PRICE (CIP MALMÖ) EUR", "", "", "", "1,000.00"],
]


def test_numbered_titles_of_sections_end_no_table() -> None:
    reading = assemble(form(HEAD, SECTIONED))
    assert [line.amount.value for line in reading.lines if line.amount] == ["820.00", "180.00"]


def test_a_total_with_its_trade_term_and_its_currency_behind_it_is_the_total() -> None:
    assert said(assemble(form(HEAD, SECTIONED)).header.total_amount) == ("1000.00", True)


def test_one_numbered_text_above_items_is_no_title() -> None:
    reading = assemble(form(HEAD, [row for row in SECTIONED if row[0] != "1. PUMPS"]))
    found = [(line.amount.value, line.amount.sure) for line in reading.lines if line.amount]
    assert [amount for amount, _ in found] == ["820.00", "180.00"]  # by the figures, which add up
    assert not found[1][1]
    assert reading.lines[1].description is None or not reading.lines[1].description.sure


def test_a_number_below_a_heading_of_quantities_counts_what_is_ordered() -> None:
    text = """
Purchase order no. 7734-26
Item  Description        Qty          Unit price  Amount
                         No.  Unit    EUR         EUR
1     Sump pump          2    Sets    410.00      820.00
2     Float switch       6    Pcs     30.00       180.00
Total EUR                                         1,000.00
"""
    lines = assemble(paper(text)).lines
    assert [line.quantity.value for line in lines if line.quantity] == ["2", "6"]


RELEASED = """
Purchase Order
PO Number: 5520-3
Terms:        Net 30           FOB:       FOB Ningbo
Reference:    Quote 4420-KX    Taxable:   No
Line    Part Number / Rev / Description                    Order Qty    Unit Price     Ext Price
1       Supplier part: KX-3301    Drawing: 220-41 Rev B    20.00 EA     50.00000 /1    1,000.00
        BUSHING, BRONZE
        Rel   1         Due Date       Quantity
                        9/30/2026      20.00
2       Supplier part: KX-3307    Drawing: 220-58 Rev A    10.00 EA     90.00000 /1    900.00
        GLAND RING
        Rel   1         Due Date       Quantity
                        10/15/2026     10.00
                                       Order Total (USD)               1,900.00
"""


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Rel   1     Due Date    Quantity", True),
        ("Release 2    Due Date    Quantity", True),
        ("Pump   1     Due Date    Quantity", False),
    ],
)
def test_the_number_of_a_release_stands_before_a_heading(text: str, *, heads: bool) -> None:
    page = paper("x").pages[0]
    line = [run for row in rows_of(words_of(text, 20.0, 40.0)) for run in split_line(page, row)]
    assert (inner_columns(line) is not None) is heads


def test_a_numbered_release_below_an_item_is_a_schedule() -> None:
    lines = only(assemble(paper(RELEASED)))
    days = [said(line.delivery_date) for line in lines]
    assert [day[0] if day else None for day in days] == ["2026-09-30", "2026-10-15"]


def test_codes_behind_labels_are_read_above_the_name_where_a_heading_names_several_things() -> None:
    lines = only(assemble(paper(RELEASED)))
    assert [line.part_number.value for line in lines if line.part_number] == ["KX-3301", "KX-3307"]
    assert [line.drawing_number.value for line in lines if line.drawing_number] == [
        "220-41 Rev B",
        "220-58 Rev A",
    ]
    names = [said(line.description) for line in lines]
    assert names == [("BUSHING, BRONZE", False), ("GLAND RING", False)]


TYPED = """
P U R C H A S E   O R D E R
ORDER NUMBER . . : 00551204      ORDER DATE . . . : 03/09/26
BUYER: DRAKE FALLS MILLING COMPANY
SUPPLIER: CALDER VALVES LTD
----------------------------------------------------------------------------
LINE  ITEM NUMBER   DESCRIPTION              ORDERED UM   UNIT COST  EXTENDED
      SUPPLIER ITEM                                      PRICING UM REQUESTED
----------------------------------------------------------------------------
1.000 55-1180-03    LIP SEAL FKM 2.750 IN        200 EA    150.0000    300.00
      KV-LS-2750                                         PER 100 EA  05/22/26

2.000 55-1180-09    LIP SEAL NBR 3.125 IN          4 EA     75.0000    300.00
      KV-LS-3125                                           PER 1 EA  06/05/26
----------------------------------------------------------------------------
                                      TOTAL ORDER  USD                 600.00
"""


def test_a_typed_table_in_two_storeys_has_its_cells_where_its_headings_begin() -> None:
    lines = only(assemble(paper(TYPED)))
    assert [said(line.line_number) for line in lines] == [("1.000", True), ("2.000", True)]
    codes = [(line.customer_part_number, line.part_number) for line in lines]
    assert [(one.value, other.value) for one, other in codes if one and other] == [
        ("55-1180-03", "KV-LS-2750"),
        ("55-1180-09", "KV-LS-3125"),
    ]


def test_what_a_price_is_for_stands_behind_its_word() -> None:
    lines = only(assemble(paper(TYPED)))
    assert [line.price_per.value for line in lines if line.price_per] == ["100", "1"]
    assert all(line.amount is not None and line.amount.sure for line in lines)
