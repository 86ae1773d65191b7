import io
import zipfile
from collections.abc import Sequence

import pytest
from compound_files import compound

from extractors.readers.identify import delimiter, identify, is_headed, looks_like_mail, refusal
from models.errors import ErrorCode
from models.page import FileFormat

DOCX = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
XLSX = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")
MAIL = b"Received: from a by b\r\nFrom: buyer@example.com\r\nSubject: Order\r\n\r\nHello\r\n"
ARCHIVE = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"
    b"--x\r\nContent-Location: file:///C:/order.htm\r\nContent-Type: text/html\r\n\r\n<p>1</p>\r\n--x--\r\n"
)
ORDER = "订单编号,数量,单价\n4500123,2,1.50\n4500123,3,2.50\n"


def zipped(names: Sequence[str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"%PDF-1.7\n", FileFormat.PDF, id="pdf"),
        pytest.param(b"\r\njunk of a mail gateway\r\n%PDF-1.4\n", FileFormat.PDF, id="pdf behind rubbish"),
        pytest.param(b"\x89PNG\r\n\x1a\n....", FileFormat.IMAGE, id="png"),
        pytest.param(b"\xff\xd8\xff\xe0....", FileFormat.IMAGE, id="jpeg"),
        pytest.param(b"II*\0....", FileFormat.IMAGE, id="tiff"),
        pytest.param(b"MM\0*....", FileFormat.IMAGE, id="tiff of a Mac"),
        pytest.param(b"RIFF\1\2\3\4WEBPVP8 ", FileFormat.IMAGE, id="webp"),
        pytest.param(b"\0\0\0\x18ftypheic", FileFormat.IMAGE, id="photograph of a telephone"),
        pytest.param(zipped(DOCX), FileFormat.DOCX, id="docx"),
        pytest.param(zipped(XLSX), FileFormat.XLSX, id="xlsx"),
        pytest.param(zipped(("a.pdf", "b.pdf")), FileFormat.ZIP, id="zip"),
        pytest.param(zipped(XLSX)[:-40], FileFormat.XLSX, id="xlsx without its end"),
        pytest.param(zipped(("mimetype", "content.xml")), FileFormat.UNKNOWN, id="OpenDocument"),
        pytest.param(zipped(("OFD.xml", "Doc_0/Document.xml")), FileFormat.UNKNOWN, id="OFD"),
        pytest.param(zipped((*XLSX, "xl/workbook.bin")), FileFormat.UNKNOWN, id="xlsb"),
        pytest.param(MAIL, FileFormat.MAIL, id="mail"),
        pytest.param(compound({"Workbook": b"x"}), FileFormat.XLS, id="xls"),
        pytest.param(compound({"Book": b"x"}), FileFormat.XLS, id="xls of Excel 95"),
        pytest.param(b"\x09\x08\x10\0\0\6\5\0", FileFormat.XLS, id="xls without a compound file"),
        pytest.param(compound({"__properties_version1.0": b"x"}), FileFormat.OUTLOOK, id="msg"),
        pytest.param(
            compound({"__properties_version1.0": b"x", "a": {"WordDocument": b"x", "Workbook": b"x"}}),
            FileFormat.OUTLOOK,
            id="msg with old Office files in it",
        ),
        pytest.param(b"\x78\x9f\x3e\x22\1\0", FileFormat.TNEF, id="winmail.dat"),
        pytest.param(ARCHIVE, FileFormat.HTML, id="mhtml"),
        pytest.param(
            ARCHIVE.replace(b"\r\n\r\n", b"\r\nTo: a@b.example\r\n\r\n", 1), FileFormat.MAIL, id="sent"
        ),
        pytest.param(b"<html><table><tr><td>1</td></tr></table>", FileFormat.HTML, id="html"),
        pytest.param(
            b"\xef\xbb\xbf <!-- saved --><!DOCTYPE html><p>1", FileFormat.HTML, id="html behind a comment"
        ),
        pytest.param("<div>订单</div>".encode("utf-16"), FileFormat.HTML, id="html in UTF-16"),
        pytest.param(b'<?xml version="1.0"?><html xmlns="x"><body/></html>', FileFormat.HTML, id="xhtml"),
        pytest.param(b'<?xml version="1.0"?><Order/>', FileFormat.XML, id="xml"),
        pytest.param(
            b'<ns:Order xmlns:ns="urn:x"><ns:Id/></ns:Order>\n', FileFormat.XML, id="xml, undeclared"
        ),
        pytest.param(b"UNA:+.? 'UNB+UNOC:3+A+B'", FileFormat.EDI, id="edifact"),
        pytest.param(b"ISA*00*          *00*", FileFormat.EDI, id="x12"),
        pytest.param(b"EDI_DC40  100000", FileFormat.EDI, id="idoc"),
        pytest.param(ORDER.encode("gbk"), FileFormat.CSV, id="csv in GBK"),
        pytest.param(ORDER.replace(",", ";").encode("utf-16"), FileFormat.CSV, id="csv in UTF-16"),
        pytest.param("订单编号：4500123\n数量：2\n".encode(), FileFormat.TEXT, id="text"),
        pytest.param(b"<3 items only> please\n", FileFormat.TEXT, id="text in angles"),
        pytest.param(b"\0\1\2\3\4\5" * 50, FileFormat.UNKNOWN, id="bytes"),
        pytest.param(b"", FileFormat.UNKNOWN, id="nothing"),
        pytest.param(b" \r\n\t\0", FileFormat.UNKNOWN, id="blanks"),
    ],
)
def test_the_content_tells_what_a_file_is(data: bytes, found: FileFormat) -> None:
    assert identify(data) is found


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        pytest.param(compound({"WordDocument": b"x"}), ErrorCode.UNSUPPORTED, ".doc", id="doc"),
        pytest.param(compound({"PowerPoint Document": b"x"}), ErrorCode.UNSUPPORTED, ".pdf", id="ppt"),
        pytest.param(compound({"Other": b"x"}), ErrorCode.UNSUPPORTED, "save it as .docx or .xlsx", id="ole"),
        pytest.param(compound({"EncryptedPackage": b"x"}), ErrorCode.ENCRYPTED, "password", id="locked"),
        pytest.param(compound({"Workbook": b"x"})[:600], ErrorCode.DAMAGED, "cut off", id="cut off"),
        pytest.param(
            b"\x09\x04\x06\0\0\0\x10\0\0\0", ErrorCode.UNSUPPORTED, "older than Excel 5", id="xls 4"
        ),
        pytest.param(b"Rar!\x1a\x07\x01\0", ErrorCode.UNSUPPORTED, "RAR archive", id="rar"),
        pytest.param(b"7z\xbc\xaf\x27\x1c", ErrorCode.UNSUPPORTED, "7z archive", id="7z"),
        pytest.param(b"{\\rtf1\\ansi", ErrorCode.UNSUPPORTED, "RTF", id="rtf"),
        pytest.param(b"AC1032\0", ErrorCode.UNSUPPORTED, "AutoCAD", id="dwg"),
        pytest.param(zipped(("OFD.xml",)), ErrorCode.UNSUPPORTED, "print it as a PDF", id="ofd"),
        pytest.param(zipped(("ppt/presentation.xml",)), ErrorCode.UNSUPPORTED, "PowerPoint", id="pptx"),
        pytest.param(b"-----BEGIN PGP MESSAGE-----\n", ErrorCode.ENCRYPTED, "PGP", id="pgp"),
        pytest.param(b"\0\0\0\0", ErrorCode.EMPTY, "empty", id="zeros"),
        pytest.param(b"\0\1\2\3" * 20, ErrorCode.UNSUPPORTED, "unknown kind", id="bytes"),
    ],
)
def test_what_no_reader_takes_is_named_with_what_to_do(data: bytes, code: ErrorCode, words: str) -> None:
    refused = refusal(data)
    assert refused.code is code
    assert words in refused.message
    assert (
        "sender" in refused.message
        or "Unpack" in refused.message
        or "Open" in refused.message
        or "Save" in refused.message
    )


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a\tb\n1\t2\n", "\t"),
        ("a;b\n1;2\n", ";"),
        ("a,b,c\n1,2,3\n", ","),
        ("a|b|c\n1|2|3\n", "|"),
        ('a,b,c\n"1,5",2,"x, y, z"\n', ","),
        ("a,b\n1,2\n", None),
        ("Dear sirs, we order\n2 seals, as agreed, by March.\nRegards\n", None),
        ("a;b\n", None),
    ],
)
def test_columns_are_parted_by_what_nearly_all_lines_share(text: str, mark: str | None) -> None:
    assert delimiter(text) == mark


@pytest.mark.parametrize(
    ("head", "mail"),
    [
        (b"Message-ID: <1@example.com>\n\n", True),
        (b"From - Mon\nX: \nMIME-Version: 1.0\n\n", True),
        (b"Content-Type: multipart/mixed; boundary=x\n\n", True),
        (b"From: buyer@example.com\nTo: us@example.com\nDate: today\n\n", True),
        (b"From: Hill Pumps\nTo: the seller\nDate: 2026-03-05\n\nWe order:\n", False),
        (b"Order: 4711\nDate: 2026-03-05\n\n", False),
    ],
)
def test_a_letter_that_begins_like_a_mail_is_none(head: bytes, mail: bool) -> None:  # noqa: FBT001 - a table
    assert looks_like_mail(head) is mail


def test_what_arrived_as_a_mail_needs_one_header_only() -> None:
    assert is_headed(b"Subject: Order\n\n2 seals\n")
    assert not is_headed(b"2 seals: please\n")


def test_a_short_table_above_its_notes_is_one() -> None:
    rows = ["Order no.,Date,Item,Name,Qty,Price,Amount", "PO-7,2026-05-03,1,Seal,2,50.00,100.00"]
    notes = ["All prices are in EUR.", "Goods are received until noon."]
    assert identify("\n".join([*rows, *notes]).encode()) is FileFormat.CSV
    prose = ["We need, as always, seals, sleeves, rings, plates and bolts.", "Please confirm.", "Thank you."]
    assert identify("\n".join(prose).encode()) is FileFormat.TEXT
