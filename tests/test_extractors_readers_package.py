import io
import struct
import zipfile

import pytest

from extractors import readers
from extractors.readers import package, zip_gate
from extractors.readers.zip_gate import member, open_zip
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat

DOCUMENT = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
LINK = '<Relationships xmlns="urn:r"><Relationship Type="urn:x/officeDocument" Target="{}"/></Relationships>'


def zipped(parts: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def word(text: str = "4500123", head: str = "", target: str = "word/document.xml") -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": LINK.format(target),
            "word/document.xml": head + DOCUMENT.format(text),
        }
    )


def refused(data: bytes, file_format: FileFormat = FileFormat.DOCX) -> ErrorCode:
    with pytest.raises(Unreadable) as raised:
        readers.read(data, file_format)
    assert raised.value.message.endswith(".")
    return raised.value.code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        pytest.param({"a.bin": bytes(50 * 1024 * 1024)}, ErrorCode.TOO_LARGE, id="50 MB of nothing"),
        pytest.param({f"{at}.txt": b"" for at in range(2001)}, ErrorCode.TOO_LARGE, id="2001 files"),
    ],
)
def test_an_archive_beyond_the_budget_is_not_unpacked(parts: dict[str, bytes | str], code: ErrorCode) -> None:
    with pytest.raises(Unreadable) as raised:
        open_zip(zipped(parts))
    assert raised.value.code is code


def test_a_directory_that_lies_about_a_size_unpacks_no_more_than_it_says() -> None:
    data = bytearray(zipped({"a.txt": bytes(100_000)}))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", data, data.index(mark) + place, 10)
    opened = open_zip(bytes(data))
    with pytest.raises(Unreadable) as raised:
        member(opened, opened.infolist()[0])
    assert raised.value.code is ErrorCode.DAMAGED


def test_a_member_with_a_password_is_named_so() -> None:
    data = bytearray(zipped({"a.txt": b"secret"}))
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(mark) + place] |= 1
    opened = open_zip(bytes(data))
    with pytest.raises(Unreadable) as raised:
        member(opened, opened.infolist()[0])
    assert raised.value.code is ErrorCode.ENCRYPTED


def test_a_damaged_member_is_no_empty_document() -> None:
    data = bytearray(word("x" * 500))
    at = data.index(b"word/document.xml") + len("word/document.xml")
    data[at + 5 : at + 25] = bytes(20)
    assert refused(bytes(data)) is ErrorCode.DAMAGED


def test_an_archive_without_its_end_is_damaged() -> None:
    assert refused(word()[:-30]) is ErrorCode.DAMAGED


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>', id="entities"),
        pytest.param('<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>', id="a file of the machine"),
        pytest.param('<!DOCTYPE w SYSTEM "x" [<!ELEMENT w ANY>]>', id="a document type of its own"),
    ],
)
def test_entities_in_an_office_file_are_unsafe(head: str) -> None:
    assert refused(word("&a;", head)) is ErrorCode.UNSAFE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_in_a_part_that_is_never_read_are_unsafe_too(encoding: str) -> None:
    data = zipped(
        {
            "_rels/.rels": LINK.format("word/document.xml"),
            "word/document.xml": DOCUMENT.format("4500123"),
            "customXml/item1.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode(encoding),
        }
    )
    assert refused(data) is ErrorCode.UNSAFE


def test_entities_in_utf_16_are_found() -> None:
    head = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a "b">]>'
    parts: dict[str, bytes | str] = {
        "_rels/.rels": LINK.format("word/document.xml"),
        "word/document.xml": (head + DOCUMENT.format("&a;")).encode("utf-16"),
    }
    assert refused(zipped(parts)) is ErrorCode.UNSAFE


def test_the_main_part_is_found_by_its_relation_and_not_by_its_name() -> None:
    document = zipped(
        {"_rels/.rels": LINK.format("/Word/Order%201.xml"), "Word/order 1.xml": DOCUMENT.format("4500123")}
    )
    read = readers.read(document, FileFormat.DOCX)
    assert [word.text for word in read.pages[0].words] == ["4500123"]


def test_a_link_to_the_outside_is_not_followed() -> None:
    outside = LINK.format("word/document.xml").replace("/></", ' TargetMode="External"/></')
    assert refused(zipped({"_rels/.rels": outside, "word/document.xml": DOCUMENT})) is ErrorCode.DAMAGED


@pytest.mark.parametrize("target", ["../../outside.xml", "word/missing.xml"])
def test_a_main_part_that_is_not_there_is_damage(target: str) -> None:
    assert refused(word(target=target)) is ErrorCode.DAMAGED


def test_a_part_that_is_nested_too_deeply_is_damage_and_no_crash() -> None:
    deep = "<w:sdt>" * 20_000 + "</w:sdt>" * 20_000
    data = zipped(
        {
            "_rels/.rels": LINK.format("word/document.xml"),
            "word/document.xml": f'<w:document xmlns:w="urn:w"><w:body>{deep}</w:body></w:document>',
        }
    )
    assert refused(data) is ErrorCode.DAMAGED


def test_the_budget_is_that_of_the_promise() -> None:
    assert (zip_gate.ENTRIES, zip_gate.TOTAL // 1024 // 1024, zip_gate.RATIO) == (2000, 200, 200)
    assert package.XML_PARTS == (".xml", ".rels", ".vml")
