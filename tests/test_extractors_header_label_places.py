"""Where the value of a label stands: beside it, under it, in its box or clause, and what ends it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from paper import form, paper, sheet, words_of

from extractors.assemble import assemble
from extractors.header.labelling.label_words import meaning
from extractors.header.labelling.labels import dated
from extractors.page.runs import rows_of
from extractors.vocabulary.meanings import Label
from models.page import Box, Cell, FileFormat, Page, Ruling, SourceDocument, Table, Word
from models.reading import Field, Header, Reason

ROWS = [
    ["Item", "Part no.", "Description", "Qty", "Price", "Amount"],
    ["1", "10045", "Seal", "4", "10.00", "40.00"],
]


def header(text: str, after: str = "", rows: Sequence[Sequence[str]] = ROWS) -> Header:
    return assemble(form(text, rows, after)).header


def value(field: Field | None) -> tuple[str | None, bool] | None:
    return None if field is None else (field.value, field.sure)


@pytest.mark.parametrize(
    ("label", "meanings"),
    [
        ("Customer Account No.", {Label.NEUTRAL}),
        ("Created By", {Label.NEUTRAL}),
        ("Subject of the contract", {Label.NEUTRAL}),
        ("Orderdatum", {Label.DOCUMENT_DATE}),
        ("结算方式、时间及地点", {Label.PAYMENT}),
        ("To (Name and address of contractor)", {Label.SELLER}),
        ("LPO No.", {Label.ORDER_NUMBER}),
        ("Quotation#", {Label.QUOTATION_NUMBER}),
        ("Condiciones de pago", {Label.PAYMENT}),
        ("Fecha de entrega / Delivery date", {Label.DELIVERY}),
        ("Term of Delivery", {Label.DELIVERY, Label.INCOTERMS}),
        ("通知单号", {Label.PLAIN_NUMBER}),
        ("希望交期", {Label.DELIVERY}),
        ("見積番号", {Label.QUOTATION_NUMBER}),
    ],
)
def test_the_word_that_decides_says_what_a_label_is(label: str, meanings: set[Label]) -> None:
    assert meaning(label) == meanings


def test_a_date_printed_in_brackets_is_another_date() -> None:
    assert meaning("Date (as printed)") != {Label.PLAIN_DATE}


@pytest.mark.parametrize(
    ("line", "number", "date"),
    [
        ("P.O. No. & Date : NAL/26/417 dt. 05.03.2026", "NAL/26/417", "2026-03-05"),
        ("Order no. and date: TK-260418, 21.06.2026", "TK-260418", "2026-06-21"),
        ("Purchase Order No. 4500771 dated 21 June 2026", "4500771", "2026-06-21"),
    ],
)
def test_a_number_and_its_date_are_two_values(line: str, number: str, date: str) -> None:
    found = header(f"Purchase order\n{line}")
    assert value(found.document_number) == (number, True)
    assert value(found.document_date) == (date, True)


def test_what_is_no_date_behind_a_number_does_not_date_it() -> None:
    assert dated("4500771 of 3 pieces") is None


def test_a_mark_before_a_number_is_no_part_of_it() -> None:
    assert value(header("Purchase order\nOrder: no. 4500771").document_number) == ("4500771", True)


def test_a_label_and_its_value_may_touch() -> None:
    text = "Purchase order\nOrder no. 4500771\nOrder Date09 May 2026\nShipping TermsFCA Tianjin"
    found = header(text)
    assert value(found.document_date) == ("2026-05-09", True)
    assert value(found.incoterms) == ("FCA Tianjin", True)


def test_the_word_before_a_bracket_says_whose_number_stands_in_it() -> None:
    found = header("采购订单\n订单号：4500771\n贵司报价单（编号：20031177）收悉。")
    assert value(found.document_number) == ("4500771", True)
    assert value(found.quotation_number) == ("20031177", True)


def test_a_strange_label_behind_a_sentence_ends_the_value_before_it() -> None:
    found = header("Purchase order", "Terms: 30 days net. Carriage: DAP Ashford. Prices exclude VAT.")
    assert value(found.payment_terms) == ("30 days net", True)
    assert value(found.incoterms) == ("DAP Ashford", True)
    assert value(found.tax_included) == ("false", True)


def test_a_numbered_list_of_shares_is_one_value() -> None:
    line = (
        "四、货款结算：1、预付款：合同总价的30%。2、到货款：货到付60%。3、质保金：总价的10%，质保期满付清。"
    )
    terms = header("采购合同", line).payment_terms
    assert terms is not None
    assert terms.value is not None
    assert terms.value.endswith("质保期满付清")


def test_shares_that_make_no_whole_are_not_surely_all() -> None:
    terms = header("采购合同", "付款方式：预付30%，货到付60%。").payment_terms
    assert value(terms) == ("预付30%，货到付60%", False)


def test_a_clause_that_stands_below_its_title_ends_with_the_next_one() -> None:
    text = "五、付款方式：\n货到验收合格后60天内付清。\n六、质保期：12个月。"
    assert value(header("采购合同", text).payment_terms) == ("货到验收合格后60天内付清", True)


def test_a_clause_that_is_not_seen_to_end_is_not_sure() -> None:
    terms = header(
        "采购合同", "五、付款方式：\n货到验收后60天内付清，另有约定的除外，以补充协议为准"
    ).payment_terms
    assert terms is None or not terms.sure


def test_values_under_a_row_of_labels_are_theirs() -> None:
    rows = [
        ["Purchase Order"],
        ["PO No.", "Order date", "Ship to", "Payment terms"],
        ["4500771", "2026-03-02", "Store 4, Harbour Road, Ashford", "30 days net"],
        [],
        *ROWS,
        ["Total", "", "", "", "", "40.00"],
    ]
    found = assemble(sheet(rows)).header
    assert value(found.delivery_place) == ("Store 4, Harbour Road, Ashford", True)
    assert value(found.payment_terms) == ("30 days net", True)


def test_the_caption_of_a_group_says_of_what_the_numbers_below_are() -> None:
    words = [
        *words_of("PURCHASE ORDER", 400.0, 20.0),
        *words_of("Quotation", 33.0, 63.0),
        *words_of("Order", 233.0, 63.0),
        *words_of("No.", 33.0, 83.0),
        *words_of("Date", 133.0, 83.0),
        *words_of("No.", 233.0, 83.0),
        *words_of("Date", 333.0, 83.0),
        *words_of("20031177", 33.0, 103.0),
        *words_of("2026-02-02", 133.0, 103.0),
        *words_of("4500771", 233.0, 103.0),
        *words_of("2026-03-04", 333.0, 103.0),
    ]
    across = [Ruling(Box(30, y, 430, y)) for y in (60, 80, 100, 120)]
    upright = [Ruling(Box(x, 60, x, 120)) for x in (30, 230, 430)]
    upright += [Ruling(Box(x, 80, x, 120)) for x in (130, 330)]
    page = Page(1, 900.0, 1200.0, tuple(words), (*across, *upright))
    found = assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header
    assert found.quotation_number is not None
    assert found.quotation_number.value == "20031177"
    assert found.document_number is not None
    assert found.document_number.value == "4500771"
    assert found.document_date is not None
    assert found.document_date.value == "2026-03-04"


def lettered(lines: Sequence[tuple[str, float, float]], rulings: Sequence[Ruling] = ()) -> SourceDocument:
    words = [word for text, x, top in lines for word in words_of(text, x, top)]
    return SourceDocument(
        FileFormat.PDF, (Page(1, 900.0, 1200.0, tuple(words), tuple(rulings)),), exact=False
    )


def box(x0: float, top: float, x1: float, bottom: float) -> list[Ruling]:
    return [
        Ruling(Box(x0, top, x1, top)),
        Ruling(Box(x0, bottom, x1, bottom)),
        Ruling(Box(x0, top, x0, bottom)),
        Ruling(Box(x1, top, x1, bottom)),
    ]


def test_what_stands_in_a_drawn_box_belongs_to_the_label_in_its_corner() -> None:
    lines = [
        ("PURCHASE ORDER", 400.0, 20.0),
        ("Delivery address", 33.0, 63.0),
        ("Riverside Works", 33.0, 78.0),
        ("4 Mill Lane, Ashford", 33.0, 93.0),
        ("Order no. 4500771", 400.0, 63.0),
    ]
    place = assemble(lettered(lines, box(30, 60, 300, 110))).header.delivery_place
    assert value(place) == ("Riverside Works 4 Mill Lane, Ashford", True)


def test_a_label_between_two_lines_at_its_right_has_both() -> None:
    lines = [
        ("PURCHASE ORDER", 400.0, 20.0),
        ("Riverside Pumps Ltd", 150.0, 64.0),
        ("The Buyer:", 30.0, 70.0),
        ("Order no. 4500771", 400.0, 70.0),
        ("河畔泵业有限公司", 150.0, 76.0),
    ]
    customer = assemble(lettered(lines)).header.customer
    assert customer is not None
    assert customer.value == "Riverside Pumps Ltd 河畔泵业有限公司"


def test_an_address_below_its_label_is_likely_whole() -> None:
    place = header("Purchase order\n\nShip to\nStore 4, Harbour Road\nAshford AS4 7QX\n\n\n").delivery_place
    assert value(place) == ("Store 4, Harbour Road Ashford AS4 7QX", False)


def test_what_begins_under_a_caption_is_filled_in_there_not_what_stands_beside_it() -> None:
    small = [
        Word(each.text, Box(*each.box[:3], each.box[1] + 7), each.edges)
        for each in words_of("Your quote", 30.0, 60.0)
    ]
    words = [
        *words_of("PURCHASE ORDER 4500771", 400.0, 20.0),
        *small,
        *words_of("Harbour Road 14", 200.0, 66.0),
        *words_of("20031177", 30.0, 72.0),
    ]
    page = Page(1, 900.0, 1200.0, tuple(words), ())
    found = assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header
    assert found.quotation_number is not None
    assert found.quotation_number.value == "20031177"


def test_the_end_of_a_label_on_two_lines_is_no_label() -> None:
    words = words_of("Contractual handing-over", 33.0, 62.0) + words_of("date", 33.0, 74.0)
    words += words_of("2026-08-05", 203.0, 68.0)
    words += words_of("PURCHASE ORDER 4500771", 400.0, 20.0)
    rulings = [*box(30, 60, 200, 88), *box(200, 60, 330, 88)]
    page = Page(1, 900.0, 1200.0, tuple(words), tuple(rulings))
    date = assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header.document_date
    assert date is None or not date.sure


def test_a_tall_word_does_not_draw_two_lines_into_one() -> None:
    upper = words_of("Harbour Works Ltd", 20.0, 40.0)
    lower = words_of("4 Mill Lane, Ashford", 20.0, 52.0)
    tall = Word("$6,260.58", Box(300, 40, 390, 62), tuple(300.0 + 10 * at for at in range(10)))
    lines = [" ".join(word.text for word in line) for line in rows_of([*upper, *lower, tall])]
    assert "Harbour Works Ltd" in lines
    assert "4 Mill Lane, Ashford" in lines


def test_a_sentence_below_a_title_is_no_number() -> None:
    text = "Contract no. HT-118\n\n1. SUBJECT OF THE CONTRACT\n1.1 The Seller sells and the Buyer buys goods."
    assert value(assemble(paper(text)).header.document_number) in {("HT-118", True), ("HT-118", False)}


def test_a_time_of_day_is_no_label() -> None:
    found = header("Purchase order\nOrder no. 4500771\nOrder created on    2026-04-18 09:15")
    assert value(found.document_date) == ("2026-04-18", True)


def test_a_total_whose_value_is_not_read_leaves_the_one_above_open() -> None:
    rows = [*ROWS, ["Net total", "", "", "", "", "40.00"]]
    total = header("Purchase order", "Total payable: Q 46.00", rows).total_amount
    assert total is not None
    assert (total.value, total.sure) == ("40.00", False)
    assert total.reason in {Reason.NOT_PARSED, Reason.ARITHMETIC}


def test_a_heading_of_a_table_that_was_not_read_labels_nothing_of_the_order() -> None:
    head = "采购订单\n订单编号：PO-118\n"
    text = "物资名称      交货周期       品牌     单位\n联轴器        20个工作日     贝岚     套\n"
    assert value(header(head + text).lead_time) == ("P20D", False)
    alone = "交货周期       品牌\n20个工作日     贝岚\n"
    assert value(header(head + alone).lead_time) == ("P20D", True)


def test_a_clause_number_before_a_label_without_colon_changes_nothing() -> None:
    place = header(
        "Purchase order\nOrder no.: PO-118\n3. Delivery point Site Store, 1 Intake Road"
    ).delivery_place
    assert value(place) == ("Site Store, 1 Intake Road", False)


def test_a_label_begins_with_its_capital_behind_a_value_in_small_letters() -> None:
    found = header(
        "Purchase order\nOrder no.: PO-118\n"
        "Payment: Net 60 days after receipt of invoice Delivery time: 20 days"
    )
    assert value(found.payment_terms) == ("Net 60 days after receipt of invoice", True)
    assert value(found.lead_time) == ("P20D", True)


def stacked(*cells: tuple[str, ...]) -> SourceDocument:
    """Return an order as a Word file whose table has one row, each of its cells with several lines."""
    made = []
    for at, lines in enumerate(cells):
        box = Box(at * 200.0, 60.0, at * 200.0 + 200.0, 100.0)
        words = [
            word for row, text in enumerate(lines) for word in words_of(text, box.x0 + 2, 62.0 + row * 16)
        ]
        made.append(Cell(0, at, box, tuple(words)))
    table = Table(Box(0.0, 60.0, 200.0 * len(cells), 100.0), 1, len(cells), tuple(made))
    title = words_of("Purchase order", 2.0, 20.0)
    both = (*title, *(word for cell in made for word in cell.words))
    page = Page(1, 800.0, 200.0, both, tables=(table,), synthetic=True)
    return SourceDocument(FileFormat.DOCX, (page,), exact=True)


def test_a_label_and_its_value_in_one_cell_are_not_one_label() -> None:
    cells = ("PO Number", "PO-118"), ("增值税率 VAT %", "13%"), ("Order currency", "EUR")
    assert value(assemble(stacked(*cells)).header.tax_rate) == ("13", True)


def test_a_number_under_a_remark_in_a_cell_is_taken_alone() -> None:
    cells = ("From", "Delta Works"), ("Purchase Order", "(New)", "5052402079", "Amount 40.00")
    number = assemble(stacked(*cells)).header.document_number
    assert number is not None
    assert number.value == "5052402079"


def test_a_trade_term_and_its_place_may_stand_on_two_lines() -> None:
    text = "Purchase order\nOrder no.: PO-118\n\nIncoterm:     Currency:\nEXW           EUR\nTianjin\n"
    assert value(header(text).incoterms) == ("EXW Tianjin", True)


def close(*lines: str) -> Header:
    """Return the header of a form whose lines stand as close as those of one caption."""
    words = [
        word
        for at, line in enumerate(("Purchase order", "", *lines))
        for word in words_of(line, 20.0, 20.0 + at * 12.0)
    ]
    page = Page(1, 900.0, 1200.0, tuple(words))
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header


def beside_two_lines(first: str, second: str, text: str) -> Header:
    """Return the header of a form in which a value stands at the middle of both lines of its caption."""
    label = [*words_of(first, 20.0, 40.0), *words_of(second, 20.0, 52.0)]
    words = (*words_of("PURCHASE FORM", 20.0, 10.0), *label, *words_of(text, 200.0, 46.0))
    return assemble(SourceDocument(FileFormat.PDF, (Page(1, 900.0, 400.0, words),), exact=False)).header


def test_a_caption_on_two_lines_is_read_as_one() -> None:
    found = close("Your Order     Order Date:", "Reference:     01/15/2026", "20031515       09:14:33")
    assert found.quotation_number is None or found.quotation_number.value == "20031515"
    quoted = beside_two_lines("Supplier", "Quotation", "20031534").quotation_number
    assert quoted is not None
    assert quoted.value == "20031534"
    terms = beside_two_lines("Payment", "Terms", "30 days net").payment_terms
    assert terms is not None
    assert terms.value == "30 days net"


def test_the_lines_of_an_address_are_no_labels_of_places() -> None:
    address = "Ship To{}\nDelta Works Ltd{}\nSite Store{}\n1 Intake Road{}"
    right = (
        "               Vendor",
        "       Some Sealing",
        "            Tianjin-Binhai",
        "         P.R. China",
    )
    for beside in (("",) * 4, right):
        text = "Purchase order\nOrder no.: PO-118\n\n" + address.format(*beside)
        place = header(text).delivery_place
        assert place is not None
        assert place.value == "Delta Works Ltd Site Store 1 Intake Road"


def test_what_stands_left_of_the_label_does_not_end_its_value() -> None:
    text = "Purchase order\nOrder no.: PO-118\n\n12 Slipway Road   Ship To   Unit 9, Tannery Estate,\n"
    place = header(text + "Dunfell                     Ashcombe AS4 8LD").delivery_place
    assert value(place) == ("Unit 9, Tannery Estate, Ashcombe AS4 8LD", True)


def test_a_whole_number_beside_its_label_takes_no_line_below() -> None:
    text = "Purchase order\nYour quotation     20051196\n                   14 days 2%, 30 days net\n"
    quotation = header("Order no.: PO-118\n" + text).quotation_number
    assert quotation is not None
    assert quotation.value == "20051196"


def test_a_trade_term_beside_another_label_is_likely_meant() -> None:
    head = "Purchase order\nOrder no.: PO-118\n"
    assert value(header(head + "Carrier: CPT Aldergate").incoterms) == ("CPT Aldergate", False)
    assert value(header(head + "Shipment preference     DAP Navapur").incoterms) == ("DAP Navapur", False)


def test_the_number_below_the_title_is_likely_the_orders() -> None:
    title = [replace(word, box=replace_height(word.box)) for word in words_of("Purchase Order", 400.0, 20.0)]
    words = (*title, *words_of("PUR-ORD-2026-02317", 420.0, 44.0), *words_of("Date: 3 May 2026", 20.0, 80.0))
    page = Page(1, 900.0, 1200.0, words)
    number = assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).header.document_number
    assert number is not None
    assert (number.value, number.sure) == ("PUR-ORD-2026-02317", False)


def replace_height(box: Box) -> Box:
    """Return the box of a word in large letters."""
    return Box(box.x0, box.top, box.x1, box.top + 20.0)


def test_two_labels_each_with_its_value_are_no_caption_on_two_lines() -> None:
    found = close(
        "PO-118",
        "Liefertermin / Delivery date     KW 12/2026",
        "Lieferanschrift / Ship to        Tor 3, Hafenring 2",
    )
    assert found.delivery_date is not None
    assert found.delivery_date.value is not None
    assert value(found.delivery_place) == ("Tor 3, Hafenring 2", True)


def test_another_companys_address_beside_a_heading_is_not_its_value() -> None:
    text = (
        "Purchase order\nOrder no.: PO-118\n\nShipping address           Some Sealing Co., Ltd.\n"
        "Delta Works                66 Beilan Road\n1 Intake Road              Xiqing, Tianjin\n"
    )
    place = header(text).delivery_place
    assert place is not None
    assert place.value == "Delta Works 1 Intake Road"


def test_a_place_that_is_a_company_named_nowhere_else_is_not_sure() -> None:
    text = "Purchase order\nOrder no.: PO-118\nShip to: Some Sealing Co., Ltd."
    assert value(header(text).delivery_place) == ("Some Sealing Co., Ltd.", False)
    named = (
        "Purchase order\nBuyer: Some Sealing Co., Ltd.\nOrder no.: PO-118\nShip to: Some Sealing Co., Ltd."
    )
    assert value(header(named).delivery_place) == ("Some Sealing Co., Ltd.", True)


def test_a_line_below_a_day_in_a_cell_is_no_part_of_it() -> None:
    cells = ("From", "Delta Works"), ("Order no.: 4126-P-077", "Issued: 22-Sep-2027", "Project 4126 Mill")
    assert value(assemble(stacked(*cells)).header.document_date) == ("2027-09-22", True)
