"""What stands beside an order's own text and changes it: letters, comments, marks of a pen, ticks."""

import io
from collections.abc import Callable, Sequence
from email.message import EmailMessage

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from reportlab.pdfgen.canvas import Canvas

from extractors import readers
from models.reading import Kind, Reading, Reason, stated
from spine import extract

HEAD = (
    "PO number: 4500781234",
    "Order date: 2026-11-12",
    "Buyer: Nordkaj Process A/S",
    "Supplier: Delta Seals GmbH",
    "Currency: EUR",
    "Delivery date: 2027-01-15",
    "Delivery address: Kajgade 4, 8000 Aarhus, Denmark",
)
TERMS = ("Payment terms: 30 days net", "Delivery terms: DAP Aarhus")
COLUMNS = ("Item", "Part no.", "Description", "Qty", "Unit", "Unit price", "Amount")
ROWS = (
    ("10", "10023177", "Mechanical seal 45 mm", "4", "pcs", "320.00", "1280.00"),
    ("20", "10023188", "Shaft sleeve 45 mm", "10", "pcs", "65.00", "650.00"),
)
XS = (50, 85, 150, 290, 330, 370, 450)
QUANTITY = (290, 557)
"""Where the first quantity begins on the page below."""
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
Draw = Callable[[Canvas], None]


def read(data: bytes, name: str) -> Reading:
    """Return the one order in a file."""
    found = [each.reading for each in extract(data, name, readers.read, name) if each.reading is not None]
    assert len(found) == 1
    return found[0]


def page(
    draw: Draw | None = None, head: Sequence[str] = (*HEAD, *TERMS), title: str = "Purchase order"
) -> bytes:
    """Return an order as a PDF, with whatever else is drawn on its page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    canvas.setFont("Helvetica", 16)
    canvas.drawString(50, 790, title)
    canvas.setFont("Helvetica", 10)
    for at, line in enumerate(head):
        canvas.drawString(50, 765 - 16 * at, line)
    for at, row in enumerate((COLUMNS, *ROWS)):
        for x, text in zip(XS, row, strict=True):
            canvas.drawString(x, 575 - 18 * at, text)
    canvas.line(50, 571, 540, 571)
    canvas.drawString(370, 510, "Total EUR")
    canvas.drawString(450, 510, "1930.00")
    if draw is not None:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def annotated(annotation: str) -> bytes:
    """Return the order with an annotation, as programs write it that leave the drawing to the viewer."""
    data = page()
    at = data.index(b"/MediaBox")
    return data[:at] + f"/Annots [<< /Type /Annot /F 4 {annotation} >>] ".encode() + data[at:]


def mail(said: str, subject: str = "Order 4500781234", head: Sequence[str] = (*HEAD, *TERMS)) -> Reading:
    """Return what is read of the order that is attached to a letter."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "k@nordkaj.example", "s@seals.example", subject
    message.set_content(f"Dear Li,\n\n{said}\n\nBest regards\nK. Jensen\nNordkaj Process A/S\n")
    message.add_attachment(page(head=head), maintype="application", subtype="pdf", filename="PO.pdf")
    return read(message.as_bytes(), "a.eml")


def figures_are_sure(reading: Reading) -> bool:
    fields = [field for line in reading.lines for field in (line.quantity, line.unit_price)]
    assert len(fields) == 4
    return all(field is not None and field.sure for field in fields)


def is_sure(reading: Reading, name: str) -> bool:
    """Tell whether a field of the header would be taken as it is, or taken for absent."""
    field = getattr(reading.header, name)
    return field is None or bool(field.sure)


def test_a_plain_letter_leaves_the_order_as_it_is() -> None:
    found = mail("Please find our order attached. Kindly confirm within 3 days.")
    assert figures_are_sure(found)
    assert all(
        is_sure(found, name) for name in ("delivery_date", "payment_terms", "incoterms", "delivery_place")
    )
    assert not found.problems


@pytest.mark.parametrize(
    "said",
    [
        "We are pleased to order 4 seals and 10 sleeves as attached, delivery 15 January 2027.",
        "Our total is EUR 1930.00. Please send the invoice to invoice@nordkaj.example, Tel. +45 8612 3344.",
        "Attached our PO dated 12 November 2026 for your quotation of 3 October 2026.",
        "If you cannot deliver by 10 January 2027 please inform us.",
        "Please inform us of any changes in price or delivery.",
        "Please deliver to our works in Aarhus. Payment 30 days net as agreed.",
        "Please send the certificates 3.1 for items 10 and 20 by 20 December 2026.",
        "Anbei unsere Bestellung. Bitte bestätigen Sie Preis und Liefertermin innerhalb von 3 Tagen.",
        "附件为我司采购订单，请确认价格、数量及交期后于2日内盖章回传。手机：13812345678",
    ],
)
def test_a_letter_that_says_what_the_order_says_opens_nothing(said: str) -> None:
    found = mail(said)
    assert figures_are_sure(found)
    assert not found.problems


def test_an_offer_that_the_letter_alone_names_is_not_surely_absent() -> None:
    found = mail("Attached our PO dated 12 November 2026 for your quotation 20031234 of 3 October 2026.")
    assert figures_are_sure(found)
    assert not is_sure(found, "quotation_number")


@pytest.mark.parametrize(
    "said",
    [
        "Attached our PO. We need 6 seals, not 4.",
        "Attached our PO. Please note that we only need 5 sleeves.",
        "Attached our PO. The quantity of the seals is 6 (typo in the PO).",
        "Attached our PO. As agreed by phone the price for the seals is 310.00 EUR.",
        "Attached our PO. Please grant 3% discount on the total.",
        "Attached our PO. Item 20 please skip for now.",
        "Attached our PO. Please leave out the sleeves.",
        "Attached our PO. Please add one gasket set 10023199 to this order.",
        "Bestellung anbei, bitte Pos. 20 streichen.",
        "Anbei unsere Bestellung. Bitte ändern Sie die Menge von Pos. 10 auf 6 Stück.",
        "附件为采购订单，轴套请按12件发货。",
        "附件为采购订单，价格按昨天电话谈的310元执行。",
        "PO attached, subject to approval by our board.",
        "附件的订单请先锁价，等我们领导审批后再安排生产。",
    ],
)
def test_a_letter_that_says_otherwise_opens_the_figures(said: str) -> None:
    assert not figures_are_sure(mail(said))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Attached our PO. We need the goods by 10 January 2027 latest.", "delivery_date"),
        ("附件为采购订单，交期请提前到1月10日。", "delivery_date"),
        ("Attached our PO. Please deliver within 3 weeks.", "delivery_date"),
        ("Attached our PO, delivery to our warehouse in Odense, Havnevej 3.", "delivery_place"),
        ("Attached our PO. Payment 60 days net please, the system printed the old terms.", "payment_terms"),
        ("Attached our PO. Incoterms must read EXW.", "incoterms"),
    ],
)
def test_a_letter_opens_the_terms_that_it_changes(said: str, name: str) -> None:
    found = mail(said)
    assert not is_sure(found, name)
    assert figures_are_sure(found)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("We need the goods by 12 June 2027, please confirm.", "delivery_date"),
        ("Payment will be 60 days, please confirm.", "payment_terms"),
    ],
)
def test_to_ask_for_a_confirmation_takes_nothing_from_a_change(said: str, name: str) -> None:
    assert not is_sure(mail(said), name)


@pytest.mark.parametrize(
    "said",
    [
        "Freight of 85 EUR is not included in the total price.",
        "Bitte Menge Pos. 2 auf 3 Stück ändern, wenn möglich bis Freitag liefern.",
        "Please increase the quantity of pos 2 to 3 pcs without any change of the price.",
    ],
)
def test_a_word_of_courtesy_takes_nothing_from_a_change(said: str) -> None:
    assert not figures_are_sure(mail(said))


def test_a_day_that_only_the_letter_states_is_not_absent() -> None:
    found = mail("Order attached. We need the goods by 10 January 2027.", head=(*HEAD[:5], HEAD[6], *TERMS))
    assert not is_sure(found, "delivery_date")


@pytest.mark.parametrize("subject", ["STOP PO 4500781234", "订单4500781234作废"])
def test_a_subject_may_withdraw_the_order(subject: str) -> None:
    assert not any(field.sure for _, field in stated(mail("See attached.", subject).header))


def ticked(tick: str) -> Draw:
    """Return what draws two rows of boxes, the second one of each ticked."""

    def draw(canvas: Canvas) -> None:
        for y, label, options in (
            (470, "Delivery terms:", ("EXW Hamburg", "FCA Hamburg")),
            (450, "Payment terms:", ("30 days net", "60 days net")),
        ):
            canvas.drawString(50, y, label)
            for x, option in zip((150, 260), options, strict=True):
                canvas.rect(x, y - 1, 9, 9)
                canvas.drawString(x + 14, y, option)
            _tick(canvas, tick, 260, y - 1)

    return draw


def _tick(canvas: Canvas, tick: str, x: float, y: float) -> None:
    if tick == "cross":
        canvas.line(x, y, x + 9, y + 9)
        canvas.line(x, y + 9, x + 9, y)
    elif tick == "square":
        canvas.rect(x + 2, y + 2, 5, 5, stroke=0, fill=1)
    elif tick == "frame":
        canvas.rect(x + 1, y + 1, 7, 7, stroke=1, fill=1)
    elif tick == "letter":
        canvas.drawString(x + 1.5, y + 1, "X")


@pytest.mark.parametrize("tick", ["cross", "square", "letter"])
def test_of_drawn_boxes_the_ticked_one_counts(tick: str) -> None:
    header = read(page(ticked(tick), HEAD), "o.pdf").header
    assert header.incoterms is not None
    assert header.payment_terms is not None
    assert (header.incoterms.value, header.payment_terms.value) == ("FCA Hamburg", "60 days net")


def test_of_drawn_boxes_of_which_none_is_ticked_none_counts() -> None:
    found = read(page(ticked("none"), HEAD), "o.pdf")
    assert not is_sure(found, "incoterms")
    assert not is_sure(found, "payment_terms")


def test_a_square_drawn_into_a_box_ticks_it() -> None:
    header = read(page(ticked("frame"), HEAD), "o.pdf").header
    assert header.incoterms is not None
    assert header.incoterms.value == "FCA Hamburg"


def test_of_the_boxes_of_a_form_the_ticked_one_counts() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 470, "Delivery terms:")
        for x, option, on in ((150, "EXW Hamburg", False), (260, "FCA Hamburg", True)):
            canvas.acroForm.checkbox(name=option, x=x, y=468, size=10, checked=on)
            canvas.drawString(x + 14, 470, option)

    header = read(page(draw, HEAD), "o.pdf").header
    assert header.incoterms is not None
    assert header.incoterms.value == "FCA Hamburg"


def test_squares_that_hold_the_figures_of_a_number_are_no_boxes_to_tick() -> None:
    def draw(canvas: Canvas) -> None:
        for at, figure in enumerate("2026"):
            canvas.rect(50 + 20 * at, 468, 10, 10)
            canvas.drawString(52 + 20 * at, 470, figure)

    assert figures_are_sure(read(page(draw), "o.pdf"))


def _rectangle(width: float) -> str:
    x, y = QUANTITY
    box = (x - 1, y - 2, x + width, y + 9)
    corners = (box[0], box[3], box[2], box[3], box[0], box[1], box[2], box[1])
    return f"/Rect [{' '.join(map(str, box))}] /QuadPoints [{' '.join(map(str, corners))}]"


@pytest.mark.parametrize(
    "annotation",
    [
        f"/Subtype /StrikeOut {_rectangle(8)} /C [1 0 0]",
        f"/Subtype /Ink {_rectangle(20)} /InkList [[289 560 296 561]] /C [0 0 1]",
        f"/Subtype /Highlight {_rectangle(8)} /C [1 1 0] /Contents (must be 6)",
        "/Subtype /Text /Rect [300 557 315 572] /Contents (Please supply 6 pcs)",
        "/Subtype /Stamp /Rect [200 600 400 680] /Contents (CANCELLED)",
    ],
)
def test_marks_of_a_pen_and_notes_on_a_page_open_what_they_are_about(annotation: str) -> None:
    found = read(annotated(annotation), "o.pdf")
    quantity = found.lines[0].quantity
    assert quantity is not None
    assert not quantity.sure


def test_a_marker_without_a_note_opens_nothing() -> None:
    assert figures_are_sure(read(annotated(f"/Subtype /Highlight {_rectangle(8)} /C [1 1 0]"), "o.pdf"))


def workbook(comments: dict[str, str]) -> Reading:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Purchase order"])
    for line in (*HEAD, *TERMS):
        sheet.append(line.split(": "))
    sheet.append([])
    sheet.append(COLUMNS)
    for number, code, name, quantity, unit, price, amount in ROWS:
        sheet.append([int(number), code, name, int(quantity), unit, float(price), float(amount)])
    sheet.append([None, None, None, None, None, "Total EUR", 1930.0])
    for cell, text in comments.items():
        sheet[cell].comment = Comment(text, "K. Jensen")
    file = io.BytesIO()
    book.save(file)
    return read(file.getvalue(), "o.xlsx")


def test_a_comment_on_a_cell_opens_its_figure() -> None:
    found = workbook({"D13": "6"})
    assert found.lines[0].quantity is not None
    assert not found.lines[0].quantity.sure
    assert found.lines[1].quantity is not None
    assert found.lines[1].quantity.sure
    assert found.lines[0].quantity.reason is Reason.REMARKED
    assert [(each.code, each.detail) for each in found.problems] == [("comment", "6")]


@pytest.mark.parametrize(("cell", "name"), [("G13", "amount"), ("F13", "unit_price")])
def test_what_a_comment_is_about_no_sum_makes_sure_again(cell: str, name: str) -> None:
    field = getattr(workbook({cell: "too high, see our call"}).lines[0], name)
    assert (field.sure, field.reason) == (False, Reason.REMARKED)


def test_a_comment_on_the_total_is_told_as_one() -> None:
    total = workbook({"G15": "to be checked"}).header.total_amount
    assert total is not None
    assert (total.sure, total.reason) == (False, Reason.REMARKED)


def test_a_hint_on_a_heading_opens_nothing() -> None:
    assert figures_are_sure(workbook({"D12": "Enter the quantity here", "A2": "Your own number"}))


def letter(change: Callable[[docx.document.Document], None]) -> Reading:
    """Return what is read of a Word file; `change` gets it before it is saved."""
    document = docx.Document()
    document.add_heading("Purchase order", 0)
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=7)
    for row in (COLUMNS, *ROWS, ("", "", "", "", "", "Total EUR", "1930.00")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    change(document)
    file = io.BytesIO()
    document.save(file)
    return read(file.getvalue(), "o.docx")


def test_a_comment_in_a_word_file_opens_what_it_is_about() -> None:
    def change(document: docx.document.Document) -> None:
        cell = document.tables[0].rows[1].cells[3]
        document.add_comment(cell.paragraphs[0].runs, text="6 please", author="K. Jensen", initials="KJ")

    quantities = [line.quantity for line in letter(change).lines]
    assert [each is not None and each.sure for each in quantities] == [False, True]


def field(inside: str) -> Sequence[str]:
    return (
        f'<w:r {WORD}><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>',
        f'<w:r {WORD}><w:fldChar w:fldCharType="end"/></w:r>',
    )


def test_the_fields_of_an_old_word_form_are_seen() -> None:
    def change(document: docx.document.Document) -> None:
        options = document.add_paragraph("Payment terms: ")
        for text, state in (("30 days net  ", ""), ("90 days net", "<w:checked/>")):
            for part in field(f'<w:checkBox><w:default w:val="0"/>{state}</w:checkBox>'):
                options._p.append(parse_xml(part))
            options.add_run(f" {text}")
        chosen = document.add_paragraph("Delivery terms: ")
        entries = '<w:listEntry w:val="EXW"/><w:listEntry w:val="DAP Aarhus"/>'
        for part in field(f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>'):
            chosen._p.append(parse_xml(part))

    header = letter(change).header
    assert header.payment_terms is not None
    assert header.incoterms is not None
    assert (header.payment_terms.value, header.incoterms.value) == ("90 days net", "DAP Aarhus")


@pytest.mark.parametrize("title", ["Cancellation of purchase order", "Price request", "Order acceptance"])
def test_a_large_title_with_small_letters_may_name_another_paper(title: str) -> None:
    found = read(page(title=title), "o.pdf")
    assert found.kind is Kind.PURCHASE_ORDER
    assert not any(each.sure for _, each in stated(found.header))


def test_rows_that_a_style_sheet_strikes_out_by_nesting_are_in_doubt() -> None:
    style = "<style>tr.gone td {text-decoration: line-through}</style>"
    rows = "".join(
        f"<tr class='{name}'>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
        for name, row in zip(("", "here", "gone"), (COLUMNS, *ROWS), strict=True)
    )
    head = "".join(f"<p>{line}</p>" for line in HEAD)
    text = f"{style}<h1>Purchase order</h1>{head}<table>{rows}</table><p>Total EUR 1930.00</p>"
    quantities = [line.quantity for line in read(text.encode(), "o.html").lines]
    assert [each is not None and each.sure for each in quantities] == [True, False]


@pytest.mark.parametrize("said", ["Prices incl. VAT", "VAT included"])
def test_a_label_of_the_tax_without_an_answer_is_not_absent(said: str) -> None:
    found = read(page(lambda canvas: canvas.drawString(50, 470, said)), "o.pdf").header.tax_included
    assert found is not None
    assert found.value == "true"
