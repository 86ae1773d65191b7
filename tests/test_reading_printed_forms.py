"""What programs print around items: codes of tax before them, counts of lines, spread titles, pages."""

import pytest
from paper import form, paper, words_of

from extractors.assemble import assemble
from extractors.fields import companies
from extractors.header import summaries
from extractors.header.sides import contact_persons
from extractors.kinds import doubtful_titles
from extractors.lines import charges
from extractors.lines.columns import sum_rows
from extractors.lines.item_table import NUMBER
from extractors.page.runs import Run, make_run
from models.page import Box, FileFormat, Page, Ruling, SourceDocument
from models.reading import Field, Kind, Reading


def read(text: str) -> Reading:
    return assemble(paper(text))


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


def line(text: str) -> list[Run]:
    """Return the texts of a line, two blanks between them."""
    words = words_of(text, 20.0, 40.0)
    page = Page(1, 900.0, 1200.0, tuple(words))
    groups: list[list[int]] = []
    for at, word in enumerate(words):
        if groups and word.box.x0 - words[at - 1].box.x1 < 8:
            groups[-1].append(at)
        else:
            groups.append([at])
    return [make_run(page, [words[at] for at in group]) for group in groups]


TAXED = """
PURCHASE ORDER PO-5501
Description                         Taxes     Due           Qty          Unit price    Amount
[KL-220] Cartridge seal with
                                    VAT 9%    11 May 2026   2.00 Units       380.00    760.00
quench, 40 mm
[KL-231] Thermosyphon vessel
                                    VAT 9%    11 May 2026   3.00 Units       265.00    795.00
"""


def test_the_code_of_a_tax_before_day_quantity_and_price_is_an_items() -> None:
    assert not list(sum_rows.stated_in(line("VAT 9%  11 May 2026  2.00 Units  380.00  760.00")))
    assert not list(sum_rows.stated_in(line("GST 5%  4 pcs  12.00  48.00")))


@pytest.mark.parametrize(
    "text", ["VAT 9%  1,555.00  139.95  1,694.95", "GST 9%  785.16", "VAT 9%  8,724.00  785.16"]
)
def test_base_tax_and_gross_behind_a_tax_are_sums(text: str) -> None:
    assert len(list(sum_rows.stated_in(line(text)))) == 1


def test_items_whose_figures_begin_with_their_tax_are_read() -> None:
    lines = read(TAXED).lines
    assert [line.amount and line.amount.value for line in lines] == ["760.00", "795.00"]


COUNTED = """
PURCHASE ORDER PO-5502
Ln   Our item   Description          Due         Qty   UM   Unit cost    Extension
001  61-0440    Seal, type 1         02/27/26     24   EA     18.7500       450.00
002  61-0462    Seal, type 21        02/27/26     12   EA     96.4000     1,156.80
                                     Lines        {count} *** Order total USD    1,606.80
"""


def test_how_many_lines_an_order_has_stands_before_its_total() -> None:
    found = read(COUNTED.replace("{count}", " 2"))
    assert len(found.lines) == 2
    assert value(found.header.total_amount) == ("1606.80", True)
    assert value(found.header.currency) == ("USD", True)


def test_another_count_than_that_of_the_lines_leaves_the_row_open() -> None:
    found = read(COUNTED.replace("{count}", " 3"))
    assert found.header.total_amount is None or not found.header.total_amount.sure


def test_asterisks_before_a_sum_say_nothing() -> None:
    assert summaries.recognise("*** ORDER TOTAL EUR") == summaries.recognise("ORDER TOTAL EUR")


SPREAD = """
PO210R                                CALDER IRON WORKS CO.                        PAGE 1
01/22/26  14:07:33                P U R C H A S E  O R D E R                       MJONES
{label}                               MR. LIND
Order no. 0093317
Part no.    Description        Qty   Unit price    Amount
10044021    Shaft seal           2        10.00     20.00
10044022    Bearing housing      3        20.00     60.00
Total                                               80.00
"""


def test_letters_set_apart_are_a_title_whatever_stands_on_their_line() -> None:
    found = read(SPREAD.replace("{label}", "Attention"))
    assert found.kind is Kind.PURCHASE_ORDER
    assert found.kind_evidence is not None
    assert found.kind_evidence.text.startswith("PURCHASE ORDER")


@pytest.mark.parametrize("text", ["CONFIRMING TO", "Confirmed with:", "CONFIRM TO"])
def test_whom_an_order_was_agreed_with_is_no_title(text: str) -> None:
    assert not doubtful_titles.names_another(text)


@pytest.mark.parametrize("text", ["ORDER CONFIRMATION", "CONFIRMING ORDER"])
def test_a_confirmation_is_another_paper(text: str) -> None:
    assert doubtful_titles.names_another(text)


PAGED = """
Karvia Paper Oy                  PURCHASE ORDER                  {page}

                                 Order number       Order date
                                 7304418            16.03.2026

Part no.    Description        Qty   Unit price    Amount
10044021    Shaft seal           2        10.00     20.00
10044022    Bearing housing      3        20.00     60.00
Total                                               80.00
"""


def test_which_page_of_how_many_a_title_stands_on_is_no_number() -> None:
    found = read(PAGED.replace("{page}", "1 (2)"))
    assert value(found.header.document_number) == ("7304418", True)


def test_a_number_beside_a_title_rivals_the_labelled_one() -> None:
    found = read(PAGED.replace("{page}", "88120 (2)"))
    number = found.header.document_number
    assert number is None or not number.sure


REFERRED = """
PURCHASE ORDER M77120
Contract / Quote ref:  20017790
Part no.    Description        Qty   Unit price    Amount
10044021    Shaft seal           2        10.00     20.00
Total                                               20.00
"""


def test_the_number_of_a_contract_or_an_offer_may_be_the_offers() -> None:
    assert value(read(REFERRED).header.quotation_number) == ("20017790", False)


def test_a_label_of_transport_is_no_place_of_a_trade_term_beside_it() -> None:
    found = form(
        "PURCHASE ORDER PO-5503",
        [["Payment terms", "FOB", "Transportation", "Ship via"], ["45 days net", "", "Air", "Parcel"]],
    )
    header = assemble(found).header
    assert header.incoterms is None or header.incoterms.value is None


CARRIED = """
PURCHASE ORDER PO-5504
Part no.    Description        Qty   Unit price    Amount
10044021    Shaft seal           2        10.00     20.00
10044022    Bearing housing      3        20.00     60.00

Goods total GBP                                     80.00
Carriage                                            15.00
VAT @ 20%                                           19.00
Order total GBP                                    114.00
"""


def test_carriage_among_the_sums_is_a_charge() -> None:
    header = read(CARRIED).header
    assert value(header.total_amount) == ("114.00", True)
    assert value(header.tax_included) == ("false", True)
    assert summaries.recognise("Carriage bolts, galvanised") is None


PRICED = """
PURCHASE ORDER PO-5505
Pos   Part no.    Description        Quantity    Price / per            Value
010   10071188    Safety unit D70    4 PCE       1 288,00 / 1 PCE    5 152,00
020   10045001    Hex screw M12      400 PCE     68,50 / 100 PCE       274,00
Total net EUR                                                        5 426,00
"""


def test_a_price_with_what_it_is_for_below_price_per_is_the_price() -> None:
    lines = read(PRICED).lines
    assert [value(line.unit_price) for line in lines] == [("1288.00", True), ("68.50", True)]
    assert [line.price_per and line.price_per.value for line in lines] == ["1", "100"]


PER = """
PURCHASE ORDER PO-5506
Pos   Part no.    Description        Quantity    Price       Price per      Value
010   10071188    Safety unit D70    4 PCE       1 288,00            1   5 152,00
020   10045001    Hex screw M12      400 PCE        68,50          100     274,00
Total net EUR                                                            5 426,00
"""


def test_a_mere_quantity_below_price_per_is_what_the_price_is_for() -> None:
    assert [line.price_per and line.price_per.value for line in read(PER).lines] == ["1", "100"]


@pytest.mark.parametrize(("text", "known"), [("36 (MTR)", True), ("1 (SET)", True), ("2 (draft)", False)])
def test_a_quantity_may_have_the_code_of_its_unit_in_brackets(text: str, *, known: bool) -> None:
    assert (NUMBER.match(text) is not None) is known


CAPTIONED = """
PURCHASE ORDER PO-5507
Pos   Part no.    Description        Quantity    Unit price      Amount
010   10071188    Safety unit D70    4 PCE         1 288,00    5 152,00
020   10045001    Hex screw M12      400 PCE           0,68      272,00

                                                 {caption}
                                                           EUR 5 424,00
"""


@pytest.mark.parametrize(
    ("caption", "sure"), [("Order value total, without VAT", True), ("Order value total net", False)]
)
def test_the_caption_above_a_sum_says_that_it_is_without_tax(caption: str, *, sure: bool) -> None:
    told = read(CAPTIONED.replace("{caption}", caption)).header.tax_included
    assert (told is not None and told.sure and told.value == "false") is sure


NOTED = """
PURCHASE ORDER PO-5508
Pos   Part no.    Description        Quantity    Unit price      Amount
010   10071188    Safety unit D70    4 PCE         1,288.00    5,152.00
                  {note}
Total EUR                                                      5,152.00
"""


@pytest.mark.parametrize(
    ("note", "sure"),
    [("Papers to docs@optional-parts.example please", True), ("This is an example only", False)],
)
def test_an_address_to_write_to_says_nothing_of_what_is_ordered(note: str, *, sure: bool) -> None:
    quantity = read(NOTED.replace("{note}", note)).lines[0].quantity
    assert value(quantity) == ("4", sure)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Van der Horst Pompen B.V.", "Van der Horst Pompen B.V."),
        ("Buyer: Van den Akker Staal B.V., Delft", "Van den Akker Staal B.V."),
        ("geliefert von der Brandt Technik GmbH", "Brandt Technik GmbH"),
    ],
)
def test_van_with_a_capital_begins_a_name(text: str, name: str) -> None:
    assert [text[start:end] for start, end in companies.find(text)] == [name]


STOREYS = """
PURCHASE ORDER 4500187000
Item      Material      Description
                 Order qty.   Unit           Price per unit          Net value
00010     70012345      Cartridge seal, 54 mm
                        Your material number: 10078123
                        2     EA               4,312.00              8,624.00
                        Certificate of conformance required.

00020     70018802      Shaft sleeve, F/ P-1104
                        Your material number: 10033871
                        4     EA                 386.50              1,546.00
Total net value excl. tax USD                                       10,170.00
"""


def test_a_note_right_below_the_figures_of_an_item_begins_no_name_of_the_next() -> None:
    lines = read(STOREYS).lines
    assert [value(line.description) for line in lines] == [
        ("Cartridge seal, 54 mm", True),
        ("Shaft sleeve, F/ P-1104", True),
    ]


@pytest.mark.parametrize(
    ("name", "charged"),
    [
        ("Freight", True),
        ("UPS Express freight", True),
        ("Inward freight charges (by air)", True),
        ("DHL快递费", True),
        ("Freight elevator seal", False),
        ("Gland packing", False),
        ("Courier bag 40 l freight", False),
    ],
)
def test_what_ends_with_the_word_for_freight_is_a_charge(name: str, *, charged: bool) -> None:
    assert charges.is_one(name) is charged


SHIPPED = """
PURCHASE ORDER PO-5509
Line   Description                        Qty   Unit   Price      Total
1      Sanitary seal, EPDM                 15   Each   74.30   1,114.50 EUR
       Supplier Part Number: KLS-22-SIC
2      Lobe rotor pair                      2   Pair  120.00     240.00 EUR
       Supplier Part Number: KLS-71-ROT
3      {charge}                             1   Each  210.00     210.00 EUR
                                              TOTAL           1,564.50 EUR
"""


@pytest.mark.parametrize(("charge", "sure"), [("UPS Express freight", True), ("Rotor wrench       ", False)])
def test_no_code_has_slid_from_a_charge(charge: str, *, sure: bool) -> None:
    lines = read(SHIPPED.replace("{charge}", charge)).lines
    assert [value(line.part_number) for line in lines[:2]] == [("KLS-22-SIC", sure), ("KLS-71-ROT", sure)]
    assert (lines[2].part_number is None) is sure


@pytest.mark.parametrize(
    ("text", "person"),
    [("T. McAvoy", True), ("R. O'Dwyer", True), ("D. MacLean", True), ("J. McDowell Pumps", False)],
)
def test_a_surname_may_begin_with_whose_son_it_is(text: str, *, person: bool) -> None:
    assert contact_persons.is_one(text) is person


MARKED = """
PURCHASE ORDER PO-5510
Part no.    Description        Qty          Unit price    Amount
10044021    Shaft seal         2 {mark}          10.00     20.00
10044022    Bearing housing    3 (SET)           20.00     60.00
Total                                                      80.00
"""


@pytest.mark.parametrize(
    ("mark", "sure"), [("(OPT)", False), ("(TWO)", True), ("(SET)", True), ("pcs  ", True)]
)
def test_letters_behind_a_quantity_that_are_no_unit_leave_it_open(mark: str, *, sure: bool) -> None:
    lines = read(MARKED.replace("{mark}", mark)).lines
    assert [value(line.quantity) for line in lines] == [("2", sure), ("3", True)]


def boxed(said: str) -> Reading:
    """Return the reading of an order whose reference stands on two lines of a drawn cell."""
    xs, ys = (30.0, 130.0, 290.0), (100.0, 116.0, 148.0)
    rulings = [Ruling(Box(xs[0], y, xs[-1], y)) for y in ys]
    rulings += [Ruling(Box(x, ys[0], x, ys[-1])) for x in xs]
    texts = [
        (30.0, 40.0, "PURCHASE ORDER P1008999"),
        (33.0, 103.0, "OUR REFERENCE"),
        (133.0, 103.0, "YOUR REFERENCE"),
        (33.0, 119.0, "Inga Solbakk"),
        (133.0, 119.0, f"Lee Chan / {said}"),
        (133.0, 132.0, "20017811"),
        (30.0, 200.0, "Part no.    Description        Qty   Unit price    Amount"),
        (30.0, 216.0, "10044021    Shaft seal           2        10.00     20.00"),
        (30.0, 232.0, "Total                                               20.00"),
    ]
    words = tuple(word for x, top, text in texts for word in words_of(text, x, top))
    page = Page(1, 900.0, 1200.0, words, tuple(rulings))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False))


@pytest.mark.parametrize(
    ("said", "expected"), [("quotation", ("20017811", True)), ("old offer", None), ("project  ", None)]
)
def test_a_reference_on_two_lines_may_name_the_quotation(
    said: str, expected: tuple[str, bool] | None
) -> None:
    number = value(boxed(said).header.quotation_number)
    assert number == expected if expected else number is None or not number[1]
