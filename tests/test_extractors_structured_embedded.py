import io
from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas
from structured_orders import CII

from extractors import readers
from extractors.readers import wire
from extractors.structured.documents import readings
from extractors.structured.reconcile import reconcile
from models.errors import ErrorCode, Unreadable
from models.page import Box, FileFormat, SourceDocument
from models.reading import (
    Evidence,
    Field,
    Header,
    Kind,
    Language,
    OrderLine,
    Problem,
    Proof,
    Reading,
    Reason,
)

HEAD = (
    "PURCHASE ORDER",
    "Order No.: PO-2026-118",
    "Order date: 2026-03-05",
    "Quotation No.: 20031234",
    "Buyer: Haven Pumps GmbH",
)
COLUMNS = (40, 80, 160, 240, 380, 420, 460, 520)
ROWS = (
    ("Pos", "Part no.", "Your part", "Description", "Qty", "Unit", "Unit price", "Amount"),
    ("10", "10044021", "10044021", "Mechanical seal", "4", "pc", "1250.00", "5000.00"),
)


def pdf(lines: tuple[str, ...], *embedded: tuple[str, bytes]) -> bytes:
    """Return a one-page PDF with some lines of text and some embedded files."""
    page, whole = io.BytesIO(), io.BytesIO()
    canvas = Canvas(page)
    for at, line in enumerate(lines):
        canvas.drawString(60, 780 - 20 * at, line)
    canvas.save()
    with pdfium.PdfDocument(page.getvalue()) as document:
        for name, data in embedded:
            document.new_attachment(name).set_data(data)
        document.save(whole)
    return whole.getvalue()


def read(data: bytes) -> Reading:
    document = readers.read(data, FileFormat.PDF)
    (reading,) = readings(wire.decode(wire.encode(document)))
    return reading


def codes(reading: Reading) -> list[str]:
    return [each.code for each in reading.problems]


def there(field: Field | None) -> Field:
    assert field is not None
    return field


def test_an_embedded_order_is_read_and_the_page_agrees() -> None:
    reading = read(pdf(HEAD, ("order-x.xml", CII.encode())))
    number = there(reading.header.document_number)
    assert (reading.kind, len(reading.lines), codes(reading)) == (Kind.PURCHASE_ORDER, 2, [])
    assert (number.value, number.sure) == ("PO-2026-118", True)
    assert Proof.AGREEING in number.proof
    assert number.evidence.where == "order-x.xml /ExchangedDocument/ID"
    assert number.evidence.page == 1
    assert number.evidence.box is not None


def test_a_page_that_surely_says_something_else_is_a_finding() -> None:
    shown = tuple(line.replace("20031234", "20039999") for line in HEAD)
    reading = read(pdf(shown, ("order-x.xml", CII.encode())))
    quotation = there(reading.header.quotation_number)
    assert (quotation.value, quotation.sure, quotation.reason) == ("20031234", False, Reason.RIVAL)
    assert [(each.value, each.evidence and each.evidence.page) for each in quotation.candidates] == [
        ("20039999", 1)
    ]
    (problem,) = reading.problems
    assert (problem.code, problem.detail) == ("embedded_differs", "quotation_number")
    assert problem.evidence is not None
    assert problem.evidence.text == "20039999"


@pytest.mark.parametrize("name", ["ORDER-X.XML", "our order.xml", "订单.xml"])
def test_data_are_known_by_what_they_are(name: str) -> None:
    assert len(read(pdf(HEAD, (name, CII.encode()))).lines) == 2


def test_other_files_in_a_pdf_are_no_data() -> None:
    other = b'<?xml version="1.0"?><fields xmlns="urn:example:form"/>'
    reading = read(pdf(HEAD, ("form.xml", other), ("notes.txt", CII.encode()), ("empty.xml", b" ")))
    assert (reading.lines, "embedded_differs" in codes(reading)) == ((), False)


def test_hostile_data_in_a_pdf_are_unsafe() -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(Unreadable) as caught:
        read(pdf(HEAD, ("order-x.xml", laughs)))
    assert caught.value.code is ErrorCode.UNSAFE


@pytest.mark.parametrize(
    "data", [CII[:2000].encode(), CII.encode() + b" " * 11_000_000], ids=["cut", "large"]
)
def test_data_that_cannot_be_read_are_said_to_be_unread(data: bytes) -> None:
    reading = read(pdf(HEAD, ("order-x.xml", data)))
    assert "embedded_unread" in codes(reading)
    assert there(reading.header.document_number).value == "PO-2026-118"


def test_several_orders_in_a_pdf_are_a_finding() -> None:
    other = CII.replace("PO-2026-118", "PO-2026-119").encode()
    reading = read(pdf(HEAD, ("more.xml", other), ("order-x.xml", CII.encode())))
    assert there(reading.header.document_number).value == "PO-2026-118"
    assert codes(reading) == ["embedded_several"]


def test_an_invoice_of_another_number_does_not_hide_the_order_on_the_page() -> None:
    invoice = CII.replace("SCRDMCCBDACIOMessageStructure", "CrossIndustryInvoice").replace(
        "PO-2026-118", "R-7"
    )
    reading = read(pdf(HEAD, ("factur-x.xml", invoice.encode())))
    assert reading.kind is Kind.PURCHASE_ORDER
    assert there(reading.header.document_number).value == "PO-2026-118"
    assert "embedded_differs" in codes(reading)


def field(value: str, *proof: Proof, sure: bool = True) -> Field:
    return Field(
        value, sure=sure, evidence=Evidence(value, 1, Box(0, 0, 9, 9)), proof=proof or (Proof.COLUMN,)
    )


def data(value: str) -> Field:
    return Field(value, sure=True, evidence=Evidence(value, where="/x"), proof=(Proof.STRUCTURE,))


def line(make: Callable[[str], Field], **values: str) -> OrderLine:
    return OrderLine(**{name: make(value) for name, value in values.items()})


def order(*lines: OrderLine, header: Header | None = None) -> Reading:
    return Reading(
        Kind.PURCHASE_ORDER, Language.ENGLISH, header or Header(), lines, (), Evidence("PURCHASE ORDER")
    )


SEAL = {"line_number": "1", "part_number": "A-100", "quantity": "4", "unit_price": "10.00"}
SLEEVE = {"line_number": "2", "part_number": "A-200", "quantity": "7", "unit_price": "20.00"}


def differing(reading: Reading) -> list[str]:
    return [each.detail for each in reading.problems if each.code == "embedded_differs"]


def test_lines_go_by_their_numbers() -> None:
    shown = order(line(field, **SLEEVE), line(field, **(SEAL | {"line_number": "0001", "quantity": "5"})))
    held = reconcile(order(line(data, **SEAL), line(data, **SLEEVE)), shown)
    assert differing(held) == ["line 1: quantity"]
    assert there(held.lines[0].quantity).candidates[0].value == "5"


def test_lines_without_common_numbers_go_by_their_parts() -> None:
    shown = order(
        line(field, **(SLEEVE | {"line_number": "20"})),
        line(field, **(SEAL | {"line_number": "10", "quantity": "5"})),
    )
    held = reconcile(order(line(data, **SEAL), line(data, **SLEEVE)), shown)
    assert differing(held) == ["line 1: line_number", "line 1: quantity", "line 2: line_number"]


def test_another_part_in_the_same_line_is_a_difference() -> None:
    held = reconcile(order(line(data, **SEAL)), order(line(field, **(SEAL | {"part_number": "A-101"}))))
    assert differing(held) == ["line 1: part_number"]
    assert not there(held.lines[0].part_number).sure


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ({"unit_price": "20", "price_per": "2"}, {"unit_price": "20.00"}, True),
        ({"unit_price": "20", "price_per": "2"}, {"unit_price": "10.00", "price_per": "1"}, True),
        ({"unit_price": "10"}, {"unit_price": "10.00", "price_per": "100"}, False),
        ({"unit_price": "10", "unit": "C62"}, {"unit_price": "10", "unit": "pc"}, True),
        ({"unit_price": "10", "unit": "C62"}, {"unit_price": "10", "unit": "set"}, False),
        (
            {"description": "Mechanical seal 45 mm"},
            {"description": "Mechanical seal 45 mm, FKM, DIN 24960"},
            True,
        ),
        ({"description": "Mechanical seal"}, {"description": "Pump housing"}, False),
        ({"line_number": "00010"}, {"line_number": "10"}, True),
    ],
)
def test_what_counts_as_the_same(ours: dict[str, str], theirs: dict[str, str], same: bool) -> None:  # noqa: FBT001 - a row
    held = reconcile(order(line(data, **ours)), order(line(field, **theirs)))
    assert (differing(held) == []) is same


def test_what_the_page_does_not_surely_state_changes_nothing() -> None:
    doubted = order(OrderLine(quantity=field("5", sure=False), line_number=field("1")))
    held = reconcile(order(line(data, **SEAL)), doubted)
    assert there(held.lines[0].quantity) == data("4")
    assert differing(held) == []


def test_what_only_the_page_states_is_taken_from_it() -> None:
    shown = order(line(field, **SEAL), header=Header(payment_terms=field("30 days"), currency=field("EUR")))
    held = reconcile(order(line(data, **SEAL), header=Header(currency=data("EUR"))), shown)
    assert there(held.header.payment_terms) == field("30 days")
    assert Proof.AGREEING in there(held.header.currency).proof


def test_a_line_that_only_the_page_orders_makes_the_total_unsure() -> None:
    shown = order(line(field, **SEAL), line(field, **SLEEVE))
    held = reconcile(order(line(data, **SEAL), header=Header(total_amount=data("40.00"))), shown)
    assert differing(held) == ["lines"]
    assert there(held.header.total_amount).reason is Reason.COMPLETENESS


def test_a_line_that_a_complete_page_does_not_show_makes_the_total_unsure() -> None:
    total = field("40.00", Proof.TOTAL)
    shown = order(line(field, **SEAL), header=Header(total_amount=total))
    ours = order(line(data, **SEAL), line(data, **SLEEVE), header=Header(total_amount=data("40.00")))
    assert differing(reconcile(ours, shown)) == ["line 2"]
    assert differing(reconcile(ours, replace(shown, problems=(Problem("total_open"),)))) == []


def test_another_kind_on_the_page_is_a_finding() -> None:
    shown = replace(order(line(field, **SEAL)), kind=Kind.QUOTATION)
    assert differing(reconcile(order(line(data, **SEAL)), shown)) == ["kind: purchase_order, quotation"]


def test_a_pdf_without_data_is_read_by_its_pages() -> None:
    document: SourceDocument = readers.read(pdf(HEAD), FileFormat.PDF)
    assert document.attachments == ()
    assert there(readings(document)[0].header.document_number).value == "PO-2026-118"
