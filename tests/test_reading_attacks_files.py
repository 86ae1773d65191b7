"""Files that hold more than the order: hidden rows, struck lines, offers beside it, older orders beneath."""

import io
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage

import docx
import openpyxl
import pytest
from docx.document import Document
from openpyxl.worksheet.worksheet import Worksheet
from paper import form, word
from reading_attacks import ENGLISH, HEADING, SEAL, SLEEVE, Attack, finds, pages

from extractors import readers
from extractors.assemble import assemble
from extractors.several_orders import split
from models.page import Box, Doubt, SourceDocument
from models.reading import Kind, OrderLine, Reading
from spine import extract

RINGS = ["15", "10023180", "NP-4409", "O-ring set", "2", "pcs", "50.00", "100.00"]
OFFER = form(
    "Changxing Sealing Co., Ltd.\nQUOTATION\nQuotation No.: 20018841\nDate: 2026-10-20\n"
    "Customer: Nordhavn Process A/S\nPayment terms: 60 days net\nDelivery time: 8 weeks",
    [
        ["Item", "Part no.", "Description", "Qty", "Unit", "Unit price", "Amount"],
        ["1", "10023177", "Mechanical seal 45 mm", "4", "pcs", "330.00", "1,320.00"],
        ["2", "10023188", "Shaft sleeve 45 mm", "10", "pcs", "70.00", "700.00"],
        ["3", "10023199", "Gasket", "10", "pcs", "7.00", "70.00"],
    ],
    "Total EUR 2,090.00",
)
ORDER = Attack("plain").document


def read(data: bytes, name: str) -> Reading:
    """Return what the file itself says, or the mail's own text."""
    return next(each.reading for each in extract(data, name, readers.read, name) if each.reading is not None)


def sure_quantities(reading: Reading) -> list[str | None]:
    return [_quantity(line) for line in reading.lines]


def _quantity(line: OrderLine) -> str | None:
    return line.quantity.value if line.quantity is not None and line.quantity.sure else None


def workbook(change: Callable[[Worksheet], None], *further: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    head = [[ENGLISH.letterhead], [ENGLISH.title], [], *([line] for line in ENGLISH.head.values()), []]
    for row in (*head, HEADING, SEAL, RINGS, SLEEVE, ENGLISH.foot):
        sheet.append(list(row))
    change(sheet)
    for rows in further:
        other = book.create_sheet()
        for row in rows:
            other.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def letter(change: Callable[[Document], None]) -> bytes:
    paper = docx.Document()
    for line in (ENGLISH.letterhead, ENGLISH.title, *ENGLISH.head.values()):
        paper.add_paragraph(line)
    table = paper.add_table(rows=0, cols=len(HEADING))
    for row in (HEADING, SEAL, SLEEVE):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    paper.add_paragraph(ENGLISH.foot[0])
    change(paper)
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def hide(sheet: Worksheet) -> None:
    row = next(at for at, cells in enumerate(sheet.values, 1) if cells[0] == RINGS[0])
    sheet.row_dimensions[row].hidden = True


def drop(sheet: Worksheet) -> None:
    sheet.delete_rows(next(at for at, cells in enumerate(sheet.values, 1) if cells[0] == RINGS[0]))


def test_a_hidden_row_is_no_sure_item() -> None:
    reading = read(workbook(hide), "a.xlsx")
    assert "2" not in sure_quantities(reading)


def test_a_price_list_on_another_sheet_is_not_ordered() -> None:
    prices = [["Part no.", "Description", "Unit price"]] + [
        [f"1002320{at}", "Seal", "300.00"] for at in range(8)
    ]
    reading = read(workbook(drop, prices), "a.xlsx")
    assert not {*sure_quantities(reading)} - {None, "4", "10"}


def test_another_order_on_another_sheet_makes_the_number_unsure() -> None:
    old = [[ENGLISH.title], ["Order No.: 4500700001"], list(HEADING), list(SEAL), ["Total EUR 1,280.00"]]
    found = extract(workbook(drop, old), "a.xlsx", readers.read, "a.xlsx")
    numbers = [each.reading.header.document_number for each in found if each.reading is not None]
    assert len(numbers) > 1 or not any(number is not None and number.sure for number in numbers)


def struck(paper: Document) -> None:
    for text in RINGS:
        paper.add_paragraph().add_run(text).font.strike = True
    run = paper.tables[0].rows[1].cells[4].paragraphs[0].runs[0]
    run.font.strike = True


def test_a_struck_quantity_of_a_letter_is_not_sure() -> None:
    assert "4" not in sure_quantities(read(letter(struck), "a.docx"))


def test_a_hidden_number_in_a_letter_is_no_rival_and_no_number() -> None:
    def hidden(paper: Document) -> None:
        paper.add_paragraph().add_run("Order No.: 4500999999").font.hidden = True

    number = read(letter(hidden), "a.docx").header.document_number
    assert number is not None
    assert number.value == "4500781234" or not number.sure


@pytest.mark.parametrize("mark", ["DRAFT", "CANCELLED", "作废"])
def test_nothing_is_sure_under_a_word_across_the_page(mark: str) -> None:
    (page,) = ORDER.pages
    across = [
        replace(word(letter, 100.0 + 40 * at, 300.0 - 30 * at), doubt=Doubt.ASKEW, box=_box(at))
        for at, letter in enumerate(mark)
    ]
    reading = assemble(replace(ORDER, pages=(replace(page, words=(*page.words, *across)),)))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert sure_quantities(reading) == [None, None]


def _box(at: int) -> Box:
    left, top = 100.0 + 40 * at, 300.0 - 30 * at
    return Box(left, top, left + 30, top + 40)


@pytest.mark.parametrize("file", [pages(ORDER, OFFER), pages(OFFER, ORDER)], ids=["behind", "before"])
def test_an_offer_in_the_file_of_an_order_is_a_paper_of_its_own(file: SourceDocument) -> None:
    found = [assemble(each) for each in split(file)]
    assert {each.kind for each in found} == {Kind.PURCHASE_ORDER, Kind.QUOTATION}
    (order,) = [each for each in found if each.kind is Kind.PURCHASE_ORDER]
    assert sure_quantities(order) == ["4", "10"]
    assert order.header.lead_time is None


def test_a_first_page_of_several_proves_no_total() -> None:
    rows = [
        HEADING,
        *([str(10 * at), f"1002310{at}", "", "Seal", "2", "pcs", "100.00", "200.00"] for at in range(1, 6)),
    ]
    attack = Attack("page", rows=rows, foot=["Page total EUR 1,000.00", "continued on page 2"])
    total = assemble(attack.document).header.total_amount
    assert total is None or not total.sure


def test_an_older_order_beneath_a_mail_does_not_speak_for_the_new_one() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "k@nordhavn.example", "sales@seals.example", "Order"
    mail.set_content(
        "Dear Li,\n\nplease deliver, our order 4500781234 of 12 Nov 2026:\n\n"
        "Pos  Part no.  Description            Qty  Unit  Price   Amount\n"
        "10   10023177  Mechanical seal 45 mm  4    pcs   320.00  1280.00\n"
        "20   10023188  Shaft sleeve 45 mm     10   pcs   65.00   650.00\n\nTotal EUR 1930.00\n\nK. Jensen\n"
        "Nordhavn Process A/S\n\n> On 3 March 2025 K. Jensen wrote:\n> please deliver order 4500700001\n"
        "> Pos  Part no.  Description            Qty  Unit  Price   Amount\n"
        "> 10   10023177  Mechanical seal 45 mm  5    pcs   300.00  1500.00\n> Total EUR 1500.00\n"
    )
    reading = read(mail.as_bytes(), "a.eml")
    assert sure_quantities(reading) == ["4", "10"]
    assert reading.header.total_amount is not None
    assert reading.header.total_amount.value == "1930.00"


def test_the_plain_orders_are_read_without_a_doubt() -> None:
    assert finds(Attack("plain")) == []
    assert all(line.quantity is not None and line.quantity.sure for line in assemble(ORDER).lines)
