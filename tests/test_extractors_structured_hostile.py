import pytest
from structured_orders import CII, CXML, EDIFACT, UBL, X12

from extractors import readers
from extractors.readers import wire
from extractors.readers.identify import identify
from extractors.structured.documents import readings
from models.errors import ErrorCode, Unreadable
from models.message import Part
from models.page import Attachment, Element, FileFormat, SourceDocument
from spine import read_part

ORDER = UBL.partition("\n")[2]
LAUGHS = (
    "<!DOCTYPE Order ["
    + "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha"}">' for at in range(12))
    + "]>"
)
OUTSIDE = '<!DOCTYPE Order [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
PADDING = "<!--" + "x" * 70_000 + "-->"


def read(data: bytes) -> SourceDocument:
    return readers.read(data, identify(data))


def refused(data: bytes) -> ErrorCode:
    with pytest.raises(Unreadable) as caught:
        readings(read(data))
    assert caught.value.message
    return caught.value.code


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS + ORDER.replace("Shaft sleeve", "&l11;"),
        OUTSIDE + ORDER.replace("Shaft sleeve", "&file;"),
        '<!DOCTYPE Order [<!ATTLIST Quantity unitCode CDATA "KGM">]>' + ORDER,
        '<!DOCTYPE Order SYSTEM "a>b" [<!ELEMENT Order ANY>]>' + ORDER,
        '<!DOCTYPE Order [<!ENTITY % more SYSTEM "http://example.invalid/x.dtd"> %more;]>' + ORDER,
        PADDING + OUTSIDE + ORDER,
        PADDING + '<!DOCTYPE Order [<!ATTLIST Quantity unitCode CDATA "KGM">]>' + ORDER,
        LAUGHS + ORDER.replace('unitCode="C62"', 'unitCode="&l11;"'),
    ],
    ids=["laughs", "file", "attributes", "quoted", "parameter", "late", "late attributes", "in an attribute"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_of_its_own_is_unsafe(text: str, encoding: str) -> None:
    assert refused(f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)) is ErrorCode.UNSAFE


def test_a_document_type_that_only_names_itself_is_passed_over() -> None:
    (reading,) = readings(read(CXML.encode()))
    assert len(reading.lines) == 2


@pytest.mark.parametrize("levels", [120, 5_000])
def test_what_is_nested_too_deep_is_unsafe(levels: int) -> None:
    text = '<?xml version="1.0"?><Order>' + "<a>" * levels + "</a>" * levels + "</Order>"
    assert refused(text.encode()) is ErrorCode.UNSAFE


def test_what_is_cut_off_is_damaged() -> None:
    assert refused(CII[:3000].encode()) is ErrorCode.DAMAGED


@pytest.mark.parametrize(
    "text",
    [
        EDIFACT[: EDIFACT.index("LIN+20")],
        EDIFACT.replace("QTY+21:200:PCE'\n", ""),
        EDIFACT.replace("UNT+", "UNX+"),
        X12[: X12.index("PO1*20")],
        X12.replace("PO1*20", "~PO1*20", 1).replace("PID*F****Shaft sleeve~\n", ""),
    ],
)
def test_an_edi_message_that_lacks_a_part_is_damaged(text: str) -> None:
    assert refused(text.encode()) is ErrorCode.DAMAGED


def test_what_is_too_long_is_too_large() -> None:
    longer = CII.replace("Shaft sleeve", "Shaft sleeve" + " " * 11_000_000)
    assert refused(longer.encode()) is ErrorCode.TOO_LARGE
    assert refused((EDIFACT + " " * 20 + "x" * 11_000_000).encode()) is ErrorCode.TOO_LARGE


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><Catalogue xmlns="urn:example:other"><Item>1</Item></Catalogue>',
        "<ORDERS05><IDOC><EDI_DC40><MESTYP>MATMAS</MESTYP></EDI_DC40></IDOC></ORDERS05>",
        '<cXML><Request><PunchOutSetupRequest operation="create"/></Request></cXML>',
        "UNB+UNOC:3+A+B+260305:0900+1'UNH+1+DESADV:D:96A:UN'BGM+351+1+9'UNT+3+1'UNZ+1+1'",
        X12.replace("ST*850", "ST*856"),
    ],
    ids=["xml", "idoc", "cxml", "edifact", "x12"],
)
def test_data_of_another_kind_is_unsupported_with_a_remedy(text: str) -> None:
    part = Part(text.encode(), identify(text.encode()), 0)
    (found,) = read_part(part, "in", readers.read)
    assert found.failure is not None
    assert found.failure.code is ErrorCode.UNSUPPORTED
    assert "PDF" in found.failure.message


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"\xef\xbb\xbf \n<!-- made by hand -->\n" + CII.partition("\n")[2].encode(), FileFormat.XML),
        (UBL.replace("utf-8", "utf-16").replace("UTF-8", "UTF-16").encode("utf-16"), FileFormat.XML),
        (b'<?xml version="1.0"?><!DOCTYPE html><html><body><p>hello</p></body></html>', FileFormat.HTML),
        (b"<p>hello</p>", FileFormat.HTML),
        (b"<Order 4711> is what we spoke of.\nKind regards", FileFormat.TEXT),
        (b"UNBELIEVABLE offers, this week only", FileFormat.TEXT),
        (b"\xef\xbb\xbf" + EDIFACT.encode(), FileFormat.EDI),
        (EDIFACT.replace("\n", "").encode(), FileFormat.EDI),
    ],
    ids=[
        "mark and comment",
        "utf-16",
        "xhtml",
        "html",
        "text in angles",
        "unb word",
        "edi mark",
        "edi on a line",
    ],
)
def test_data_is_told_by_its_content(data: bytes, form: FileFormat) -> None:
    assert identify(data) is form


def test_utf_16_is_read() -> None:
    (reading,) = readings(read(UBL.replace("UTF-8", "UTF-16").encode("utf-16")))
    assert len(reading.lines) == 2


@pytest.mark.parametrize("text", [CII, UBL, CXML, EDIFACT])
def test_data_leaves_the_sandbox_unchanged(text: str) -> None:
    document = read(text.encode())
    assert wire.decode(wire.encode(document)) == document


@pytest.mark.parametrize(
    "broken",
    [
        b'["name","",""]',
        b'[1,"","",null]',
        b'["a","","",["b","",["odd"],[]]]',
        b'["a","","",["b","",[],[["c"]]]]',
        b'["a","","",["b",null,[],[]]]',
    ],
)
def test_a_broken_answer_of_the_sandbox_is_no_document(broken: bytes) -> None:
    head = b'{"format":"pdf","exact":false,"notes":[],"pages":[],"attachments":['
    with pytest.raises(wire.MalformedError):
        wire.decode(head + broken + b"]}")


def test_an_attachment_without_content_says_so() -> None:
    document = SourceDocument(FileFormat.XML, (), exact=True, attachments=(Attachment(None, Element("a")),))
    with pytest.raises(Unreadable) as caught:
        readings(document)
    assert "'a'" in caught.value.message


def test_an_element_of_thousands_of_attributes_is_unsafe() -> None:
    """They would take a time that grows with their number squared."""
    attributes = " ".join(f'a{at}="1"' for at in range(2_000))
    assert refused(f"<?xml version='1.0'?><Order {attributes}/>".encode()) is ErrorCode.UNSAFE


def test_an_interchange_that_ends_in_its_head_is_damaged() -> None:
    assert refused(X12.strip().encode()[:105]) is ErrorCode.DAMAGED
