import datetime as dt
from collections.abc import Callable
from email.policy import SMTP

import pytest
from outlook_files import (
    ADDRESS,
    CONTENT_ID,
    DATA,
    FILE,
    FLAGS,
    METHOD,
    MIME_TYPE,
    NAME,
    RECIPIENT_TYPE,
    Note,
    msg,
    order,
    packed_rtf,
    tnef,
)
from test_extractors_message import LINES, PAGE, PDF, mail, opened, png, told
from test_extractors_readers_old_workbook import records, workbook

from extractors.message import open_file
from models.errors import ErrorCode
from models.message import Address, Opened
from models.page import FileFormat

Write = Callable[[Note], bytes]
WRITERS = pytest.mark.parametrize("write", [msg, tnef], ids=["msg", "tnef"])


def named(found: Opened) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    return [(part.container, part.name, part.ignored) for part in found.parts]


def codes(found: Opened) -> dict[str | None, ErrorCode]:
    return {part.name: part.failure.code for part in found.parts if part.failure is not None}


@WRITERS
def test_a_mail_gives_its_text_and_its_attachments(write: Write) -> None:
    note = Note(order(body=LINES), [({FILE: "订单.pdf"}, PDF), ({FILE: "lines.csv"}, b"a;b;c\n1;2;3\n")])
    found = open_file(write(note), "order.msg")
    assert [(part.name, part.format.value, part.ordinal) for part in found.parts] == [
        ("body", "text", 0),
        ("订单.pdf", "pdf", 1),
        ("lines.csv", "csv", 2),
    ]
    assert found.parts[1].content == PDF
    assert found.parts[0].content.decode() == LINES
    assert found.envelope is not None
    assert found.envelope.subject == "Order 4711"
    assert found.envelope.sender == Address("Orders", "orders@works.example")
    assert found.envelope.date == dt.datetime(2026, 3, 5, 9, 30, tzinfo=dt.UTC)


def test_the_recipients_of_a_mail() -> None:
    people: list[dict[int, str | bytes | int | dt.datetime]] = [
        {NAME: 'Desk, "North"', ADDRESS: "desk@seller.example", RECIPIENT_TYPE: 1},
        {NAME: "Sales", ADDRESS: "/O=WORKS/CN=SALES", RECIPIENT_TYPE: 2},
    ]
    found = open_file(msg(Note(order(body="x"), (), people)), None)
    assert found.envelope is not None
    assert found.envelope.recipients == (
        Address('Desk, "North"', "desk@seller.example"),
        Address("Sales", ""),
    )


def test_the_headers_that_a_mail_travelled_with_come_first() -> None:
    headers = (
        "Microsoft Mail Internet Headers Version 2.0\r\nFrom: =?utf-8?b?5L2g?= <a@works.example>\r\n"
        "Message-ID: <7@works.example>\r\nContent-Type: multipart/mixed;\r\n\tboundary=x\r\n"
        "Auto-Submitted: auto-replied\r\n\r\n"
    )
    found = open_file(msg(Note(order(body="x", headers=headers))), None)
    assert found.envelope is not None
    assert found.envelope.sender == Address("你", "a@works.example")
    assert (found.envelope.message_id, found.envelope.subject) == ("7@works.example", "Order 4711")
    assert found.envelope.automatic
    assert told(found) == [("body", None)]


@WRITERS
def test_of_two_forms_the_one_with_the_table_is_read(write: Write) -> None:
    found = open_file(write(Note(order(body="\n".join(LINES.split()), html=PAGE.encode()))), None)
    assert told(found) == [("body", "other form of the body"), ("body", None)]


@pytest.mark.parametrize(
    ("page", "charset"), [(936, "gbk"), (1252, "cp1252"), (65001, "utf-8"), (950, "big5")]
)
def test_texts_are_in_the_code_page_that_the_mail_states(page: int, charset: str) -> None:
    text = "Größe" if charset == "cp1252" else "訂購單"
    encoded = f"<p>{text}</p>".encode(charset)
    note = Note(order(body=text.encode(charset), html=encoded, code_page=page, message_code_page=page))
    for part in open_file(msg(note), None).parts:
        assert text in part.content.decode("utf-8-sig")


@pytest.mark.parametrize("page", [936, 950])
def test_names_are_in_the_code_page_of_the_mail(page: int) -> None:
    name = "訂單.pdf".encode("gbk" if page == 936 else "big5")
    note = Note(order(body="x", message_code_page=page), [({FILE: name}, PDF)])
    assert open_file(msg(note), None).parts[1].name == "訂單.pdf"
    assert open_file(tnef(note, page), None).parts[1].name == "訂單.pdf"


@WRITERS
def test_a_body_that_is_only_rtf(write: Write) -> None:
    page = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag <p>}10 pcs{\*\htmltag </p>}}"
    (part,) = open_file(write(Note(order(rtf=packed_rtf(page)))), None).parts
    assert (part.name, part.format, part.content) == ("body", FileFormat.HTML, b"<p>10 pcs</p>")
    (part,) = open_file(write(Note(order(rtf=packed_rtf(b"{\\rtf1 10 pcs}")))), None).parts
    assert (part.name, part.content) == ("body", b"10 pcs")


@WRITERS
def test_a_body_that_cannot_be_read_is_named(write: Write) -> None:
    found = open_file(write(Note(order(rtf=b"damaged beyond repair"))), None)
    assert codes(found) == {"body.rtf": ErrorCode.DAMAGED}


def test_rtf_beyond_all_measure_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.mail.properties.MOST_RTF", 1000)
    large = packed_rtf(b"{\\rtf1 " + b"x" * 1000 + b"}")
    assert codes(open_file(tnef(Note(order(rtf=large))), None)) == {"body.rtf": ErrorCode.DAMAGED}


@WRITERS
def test_a_mail_without_a_text_says_so(write: Write) -> None:
    assert told(open_file(write(Note(order())), None)) == [("body", "empty body")]


@WRITERS
def test_mails_in_mails(write: Write) -> None:
    inner = Note(order(subject="Inner", body="see the order"), [({FILE: "po.pdf"}, PDF)])
    outer = Note(order(body="FYI"), [({NAME: "Order 4711"}, inner)])
    assert named(open_file(write(outer), None)) == [
        ((), "body", None),
        (("Order 4711",), "body", None),
        (("Order 4711",), "po.pdf", None),
    ]


@WRITERS
def test_mails_nested_too_deeply_are_a_named_failure(write: Write) -> None:
    note = Note(order(body="innermost"))
    for _ in range(30):
        note = Note(order(body="FYI"), [({NAME: "fwd"}, note)])
    found = open_file(write(note), None)
    assert len(found.parts) == 22
    assert set(codes(found).values()) == {ErrorCode.TOO_LARGE}


def test_a_mail_in_a_mail_that_is_a_file() -> None:
    inner = msg(Note(order(body="see the order"), [({FILE: "po.pdf"}, PDF)]))
    found = mail("FYI")
    found.add_attachment(inner, "application", "vnd.ms-outlook", filename="order.msg")
    assert named(opened(found)) == [
        ((), "body", None),
        (("order.msg",), "body", None),
        (("order.msg",), "po.pdf", None),
    ]


@WRITERS
def test_a_picture_of_a_signature_is_no_document(write: Write) -> None:
    page = b'<p>Regards</p><img src="cid:logo@x" width=120>'
    logo: dict[int, str | bytes | int | dt.datetime] = {
        FILE: "image001.png",
        CONTENT_ID: "logo@x",
        FLAGS: 4,
        MIME_TYPE: "image/png",
    }
    found = open_file(write(Note(order(html=page), [(logo, png(240, 60)), ({FILE: "po.pdf"}, PDF)])), None)
    assert told(found) == [("body", None), ("image001.png", "signature picture"), ("po.pdf", None)]


@WRITERS
def test_what_the_mail_only_names_is_a_named_failure(write: Write) -> None:
    found = open_file(
        write(Note(order(body="x"), [({FILE: "po.pdf", METHOD: 7}, None), ({FILE: "b.pdf"}, None)])), None
    )
    assert codes(found) == {"po.pdf": ErrorCode.UNSUPPORTED, "b.pdf": ErrorCode.DAMAGED}


def test_objects_in_the_text_are_files_where_they_hold_one() -> None:
    note = Note(
        order(body="x"),
        [
            ({NAME: "sheet"}, {"Workbook": records(workbook()), "\x01Ole": b"x"}),
            ({NAME: "page"}, {"CONTENTS": PDF}),
            ({NAME: "other"}, {"\x03Strange": b"x"}),
        ],
    )
    found = open_file(msg(note), None)
    assert [part.format for part in found.parts[1:]] == [FileFormat.XLS, FileFormat.PDF, FileFormat.UNKNOWN]
    assert codes(found) == {"other": ErrorCode.UNSUPPORTED}


def test_an_attachment_that_is_cut_off_costs_no_other() -> None:
    data = msg(Note(order(body="x"), [({FILE: "a.pdf"}, PDF * 200), ({FILE: "b.pdf"}, PDF)]))
    place = data.index("__substg1.0_37010102".encode("utf-16-le")) + 120
    found = open_file(data[:place] + b"\xff\xff\xff\x00" + data[place + 4 :], None)
    assert codes(found) == {"a.pdf": ErrorCode.DAMAGED}
    assert found.parts[-1].content == PDF


@pytest.mark.parametrize("name", [None, "order.msg"])
def test_a_file_that_cannot_be_opened_is_one_part(name: str | None) -> None:
    data = msg(Note(order(body="x"), [({FILE: "a.pdf"}, PDF * 200)]))
    place = data.index("__properties_version1.0".encode("utf-16-le")) + 120
    found = open_file(data[:place] + b"\xff\xff\xff\x00" + data[place + 4 :], name)
    assert (named(found), codes(found)) == ([((), None, None)], {None: ErrorCode.DAMAGED})


def enveloped(note: Note, text: str) -> Opened:
    found = mail(text)
    found.add_attachment(tnef(note), "application", "ms-tnef", filename="winmail.dat")
    return open_file(found.as_bytes(policy=SMTP), None)


def test_an_envelope_in_a_mail_gives_what_is_in_it() -> None:
    found = enveloped(Note(order(), [({FILE: "订单.pdf"}, PDF)]), "Please see the order.")
    assert named(found) == [
        ((), "body", None),
        (("winmail.dat",), "订单.pdf", None),
    ]


def test_the_text_in_an_envelope_is_another_form_of_that_of_the_mail() -> None:
    found = enveloped(Note(order(html=PAGE.encode())), LINES)
    assert named(found) == [
        ((), "body", "other form of the body"),
        (("winmail.dat",), "body", None),
    ]
    found = enveloped(Note(order(body=LINES)), LINES)
    assert named(found) == [
        ((), "body", None),
        (("winmail.dat",), "body", "other form of the body"),
    ]


def test_a_text_in_an_envelope_that_is_not_that_of_the_mail_is_read_too() -> None:
    found = enveloped(Note(order(body=LINES)), "This list is archived at lists.example.\n")
    assert named(found) == [((), "body", None), (("winmail.dat",), "body", None)]


@pytest.mark.parametrize("cut", [8, 40, 300, -3])
def test_an_envelope_that_is_cut_off_is_named(cut: int) -> None:
    data = tnef(Note(order(body="x"), [({FILE: "a.pdf"}, PDF), ({FILE: "b.pdf"}, PDF)]))
    found = open_file(data[:cut], "winmail.dat")
    assert ErrorCode.DAMAGED in codes(found).values()


def test_an_envelope_that_cannot_be_opened_is_a_part() -> None:
    found = mail("see winmail.dat")
    found.add_attachment(b"\x78\x9f\x3e\x22", "application", "ms-tnef", filename="winmail.dat")
    assert codes(opened(found)) == {"winmail.dat": ErrorCode.DAMAGED}


def test_an_object_of_an_envelope_that_has_a_storage() -> None:
    stored = bytes(16) + workbook()
    found = open_file(tnef(Note(order(body="x"), [({NAME: "sheet", DATA: stored}, None)])), None)
    assert found.parts[1].format is FileFormat.XLS
