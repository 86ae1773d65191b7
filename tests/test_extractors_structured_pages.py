"""What the page beside the data of an order says against them: that it is none, or an item is otherwise."""

import io

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas
from structured_orders import CII

from extractors import readers
from models.reading import Reading
from spine import extract

EDGES = (40, 80, 160, 240, 380, 420, 460, 520)
HEAD = (
    "PURCHASE ORDER",
    "Order No.: PO-2026-118",
    "Order date: 2026-03-05",
    "Quotation No.: 20031234",
    "Buyer: Haven Pumps GmbH",
)
ROWS = (
    ("Pos", "Your part no.", "Our part no.", "Description", "Qty", "Unit", "Unit price", "Amount"),
    ("10", "10044021", "HC-771", "Mechanical seal 45 mm", "4", "pc", "1250.00", "5000.00"),
    ("20", "10044022", "HC-772", "Shaft sleeve", "200", "pc", "8.65", "1730.00"),
)
TAIL = ("Net total EUR 6730.00", "VAT 19 % EUR 1278.70", "Total EUR 8008.70")
Rows = tuple[tuple[str, ...], ...]


def read(head: tuple[str, ...] = HEAD, rows: Rows = ROWS, tail: tuple[str, ...] = TAIL) -> Reading:
    """Return the reading of a PDF that shows an order and holds it as Order-X."""
    page, whole = io.BytesIO(), io.BytesIO()
    canvas = Canvas(page)
    canvas.setFont("Helvetica", 9)
    for at, row in enumerate((*((each,) for each in head), *rows, *((each,) for each in tail))):
        for edge, cell in zip(EDGES, row, strict=False):
            canvas.drawString(edge, 800 - 16 * at, cell)
    canvas.save()
    with pdfium.PdfDocument(page.getvalue()) as document:
        document.new_attachment("order-x.xml").set_data(CII.encode())
        document.save(whole)
    (found,) = extract(whole.getvalue(), "o.pdf", readers.read, "o.pdf")
    assert found.reading is not None
    return found.reading


def sure(reading: Reading, line: int, name: str) -> bool:
    field = getattr(reading.lines[line], name)
    return field is not None and bool(field.sure)


def total_is_sure(reading: Reading) -> bool:
    return reading.header.total_amount is not None and reading.header.total_amount.sure


@pytest.mark.parametrize(
    "head",
    [
        *(
            (*HEAD, said)
            for said in (
                "This order is cancelled.",
                "DRAFT",
                "DRAFT - not valid",
                "This is not an order - for quotation only.",
                "Superseded by PO-2026-130",
                "We withdraw this order.",
                "VOID",
                "Status: cancelled",
                "Diese Bestellung ist storniert.",
                "CANCELLED",
            )
        ),
        *((title, *HEAD[1:]) for title in ("ORDER CANCELLATION", "QUOTATION", "PROFORMA INVOICE")),
    ],
)
def test_nothing_is_sure_where_the_page_says_that_it_is_no_order(head: tuple[str, ...]) -> None:
    reading = read(head)
    assert "not_in_force" in [each.code for each in reading.problems]
    assert not sure(reading, 0, "quantity")
    assert not total_is_sure(reading)


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        (*HEAD, "Please confirm this order."),
        (*HEAD, "Drawing revision B supersedes revision A."),
        (*HEAD, "We may cancel this order if delivery is late."),
        ("Bestellung", *HEAD[1:]),
        HEAD[1:],
        (),
    ],
)
def test_an_order_whose_page_shows_it_is_sure_as_ever(head: tuple[str, ...]) -> None:
    reading = read(head)
    assert not reading.problems
    assert total_is_sure(reading)
    assert all(sure(reading, line, name) for line in (0, 1) for name in ("quantity", "unit_price"))


@pytest.mark.parametrize(
    "note",
    [
        "Note: item 20 is cancelled, please do not deliver.",
        "Item 20: only 150 pcs please.",
        "Item 20: 150 pcs instead of 200.",
    ],
)
def test_a_note_on_the_page_about_an_item_opens_it_in_the_data(note: str) -> None:
    reading = read(tail=(*TAIL, note))
    assert not sure(reading, 1, "quantity")
    assert sure(reading, 0, "quantity")


@pytest.mark.parametrize("price", [("", ""), ("free", "-"), ("tbd", "tbd"), ("2.00", "10.00")])
def test_an_item_that_only_the_page_shows_opens_the_total(price: tuple[str, str]) -> None:
    reading = read(rows=(*ROWS, ("30", "10044030", "HC-773", "O-ring", "5", "pc", *price)))
    assert not total_is_sure(reading)
    assert "embedded_differs" in [each.code for each in reading.problems]


def test_a_quantity_or_total_on_the_page_that_does_not_close_is_still_another_one() -> None:
    more = ("10", "10044021", "HC-771", "Mechanical seal 45 mm", "5", "pc", "1250.00", "5000.00")
    assert not sure(read(rows=(ROWS[0], more, ROWS[2])), 0, "quantity")
    assert not total_is_sure(read(tail=(*TAIL[:2], "Total EUR 8100.00")))
