import base64
import binascii
import email.policy
import io
import struct
import zipfile
import zlib
from email.message import EmailMessage

import pytest

from extractors import readers
from extractors.mail import opening
from extractors.message import open_file
from models.errors import ErrorCode
from models.message import Opened, Part
from models.page import FileFormat

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n0\n%%EOF\n"
ROWS = (("Pos", "Part", "Qty", "Price"), ("10", "4711-A", "2", "118,00"), ("20", "4711-B", "5", "59,00"))
PAGE = (
    "<p>Please deliver:</p><table>"
    + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    + "</table>"
)
LINES = "Please deliver:\n" + "\n".join("   ".join(row) for row in ROWS) + "\n"


def mail(text: str | None = "Please see the order.\n") -> EmailMessage:
    found = EmailMessage()
    found["From"] = "Orders <orders@works.example>"
    found["To"] = "desk@seller.example"
    found["Subject"] = "Order 4711"
    found["Message-ID"] = "<1@works.example>"
    if text is not None:
        found.set_content(text)
    return found


def opened(found: EmailMessage) -> Opened:
    return open_file(found.as_bytes(policy=email.policy.SMTP), None)


def raw(*lines: str) -> Opened:
    head = "From: orders@works.example\r\nMIME-Version: 1.0\r\nSubject: Order\r\n"
    return open_file((head + "\r\n".join(lines)).encode("utf-8", "surrogateescape"), None)


def told(found: Opened) -> list[tuple[str | None, str | None]]:
    return [(each.name, each.ignored) for each in found.parts]


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def archive(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened_zip:
        for name, data in files.items():
            opened_zip.writestr(name, data)
    return packed.getvalue()


def with_picture(data: bytes, page: str, name: str = "image001.png") -> Opened:
    found = mail()
    found.add_alternative(page, subtype="html")
    *_, html = found.iter_parts()
    assert isinstance(html, EmailMessage)
    html.add_related(data, "image", "png", cid="<one@x>", filename=name, disposition="inline")
    return opened(found)


def text_of(part: Part) -> str:
    return part.content.decode("utf-8-sig")


def test_a_plain_file_is_one_part_without_a_name() -> None:
    (part,) = open_file(PDF, "order.pdf").parts
    assert (part.name, part.format, part.content, part.ordinal) == (None, FileFormat.PDF, PDF, 0)
    assert open_file(PDF, "order.pdf").envelope is None


def test_a_mail_gives_its_text_and_its_attachments_in_order() -> None:
    found = mail()
    found.add_attachment(PDF, "application", "pdf", filename="订单.pdf")
    found.add_attachment(b"a;b;c\n1;2;3\n", "text", "csv", filename="lines.csv")
    result = opened(found)
    assert [(each.name, each.format.value, each.ordinal) for each in result.parts] == [
        ("body", "text", 0),
        ("订单.pdf", "pdf", 1),
        ("lines.csv", "csv", 2),
    ]
    assert result.parts[1].content == PDF
    assert result.envelope is not None
    assert result.envelope.message_id == "1@works.example"


def test_what_came_as_a_mail_is_one_however_damaged_its_head_is() -> None:
    data = b"\r\nSubject: order\r\nbroken line\r\n\r\nten pieces of 4711\r\n"
    assert open_file(data, None).envelope is not None
    assert open_file(data, "order.eml").envelope is not None
    assert open_file(data, "order.txt").envelope is None


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "us-ascii", "x-unknown"])
def test_a_text_is_decoded_whatever_chinese_character_set_is_declared(declared: str) -> None:
    # One character is beyond GB 2312, which senders declare all the same.
    text = "请按报价单供货，收货人朱镕，送至南门仓库"
    body = base64.b64encode(text.encode("gb18030")).decode()
    result = raw(
        f"Content-Type: text/plain; charset={declared}", "Content-Transfer-Encoding: base64", "", body
    )
    assert text_of(result.parts[0]) == text


def test_a_page_names_its_character_set_where_its_part_does_not() -> None:
    page = '<html><meta charset="big5"><body>訂購單</body></html>'.encode("big5")
    body = base64.b64encode(page).decode()
    (part,) = raw("Content-Type: text/html", "Content-Transfer-Encoding: base64", "", body).parts
    document = readers.read(part.content, part.format)
    assert document.pages[0].words[0].text == "訂購單"


def test_a_page_that_lies_about_its_character_set_is_still_read_right() -> None:
    found = mail(None)
    found.set_content('<html><meta charset="utf-16"><body>订购单</body></html>', subtype="html")
    (part,) = opened(found).parts
    assert readers.read(part.content, part.format).pages[0].words[0].text == "订购单"


def test_of_two_forms_of_a_text_the_one_with_the_table_is_read() -> None:
    found = mail("\n".join("\n".join(row) for row in ROWS))
    found.add_alternative(PAGE, subtype="html")
    assert told(opened(found)) == [("body", "other form of the body"), ("body", None)]


def test_a_text_set_in_columns_is_read_rather_than_a_page_that_runs_them_together() -> None:
    found = mail(LINES)
    found.add_alternative(
        "".join(f"<p>{' '.join(line.split())}</p>" for line in LINES.splitlines()), subtype="html"
    )
    assert told(opened(found)) == [("body", None), ("body", "other form of the body")]


def test_a_page_that_only_says_that_pages_are_not_shown_is_not_read() -> None:
    found = mail(LINES)
    found.add_alternative("<p>This is an HTML mail.</p>", subtype="html")
    assert told(opened(found)) == [("body", None), ("body", "other form of the body")]


def test_a_text_that_only_says_that_there_is_a_page_is_not_read() -> None:
    found = mail("Your program does not show HTML.\n")
    found.add_alternative(PAGE.replace("table", "div"), subtype="html")
    assert told(opened(found)) == [("body", "other form of the body"), ("body", None)]


def test_two_forms_with_other_numbers_are_noticed() -> None:
    found = mail(LINES)
    found.add_alternative(PAGE.replace("118,00", "181,00"), subtype="html")
    assert "forms of the body differ" in opened(found).defects
    same = mail(LINES)
    same.add_alternative(PAGE, subtype="html")
    assert opened(same).defects == ()


def test_attachments_inside_one_form_of_the_text_are_kept() -> None:
    result = raw(
        "Content-Type: multipart/alternative; boundary=a",
        "",
        "--a\r\nContent-Type: text/plain\r\n\r\nsee below",
        "--a\r\nContent-Type: multipart/mixed; boundary=b\r\n",
        "--b\r\nContent-Type: text/html\r\n\r\n<p>see below</p>",
        '--b\r\nContent-Type: application/pdf; name="po.pdf"\r\nContent-Disposition: inline\r\n',
        PDF.decode(),
        "--b\r\nContent-Type: text/html\r\n\r\n<p>Regards</p>",
        "--b--\r\n--a--",
    )
    assert told(result) == [
        ("body", "other form of the body"),
        ("body", None),
        ("po.pdf", None),
        ("body", None),
    ]


def test_a_text_behind_the_attachments_is_the_body_too() -> None:
    result = raw(
        "Content-Type: multipart/mixed; boundary=a",
        "",
        "--a\r\nContent-Type: application/pdf; name=po.pdf\r\nContent-Disposition: attachment\r\n",
        PDF.decode(),
        "--a\r\nContent-Type: text/plain\r\n\r\nten pieces of 4711",
        "--a--",
    )
    assert told(result) == [("po.pdf", None), ("body", None)]


def test_a_text_that_is_attached_under_a_name_is_a_document() -> None:
    found = mail()
    found.add_attachment("ten pieces of 4711\n", filename="order.txt", disposition="inline")
    assert told(opened(found)) == [("body", None), ("order.txt", None)]


@pytest.mark.parametrize("text", ["", " \n\t\u3000\n", None])
def test_a_mail_without_text_has_an_empty_body(text: str | None) -> None:
    found = mail(text)
    found.add_attachment(PDF, "application", "pdf", filename="po.pdf")
    assert told(opened(found))[-1] == ("po.pdf", None)
    assert {ignored for name, ignored in told(opened(found)) if name == "body"} <= {"empty body"}


def test_a_page_without_words_is_an_empty_body() -> None:
    found = mail(None)
    found.set_content('<style>p {color: red}</style><p>&nbsp;<img src="cid:one@x"></p>', subtype="html")
    found.add_related(png(1600, 2200), "image", "png", cid="<one@x>", filename="image001.png")
    assert told(opened(found)) == [("body", "empty body"), ("image001.png", None)]


def test_soft_line_breaks_of_a_flowed_text_are_undone() -> None:
    result = raw(
        "Content-Type: text/plain; format=flowed",
        "",
        "item 10, seal 4711, ",
        "two pieces",
        " indented",
        "> old ",
        "> text",
    )
    assert text_of(result.parts[0]) == "item 10, seal 4711, two pieces\nindented\n> old text"


@pytest.mark.parametrize(
    ("size", "shown", "name", "why"),
    [
        ((120, 36), 'width="120"', "image001.png", "signature picture"),
        ((1, 1), "", "o.gif", "tracking pixel"),
        ((600, 150), "", "image002.png", "signature picture"),
        ((1200, 900), 'width="120"', "image003.png", "signature picture"),
        ((1654, 2339), "", "image001.png", None),
        ((1654, 2339), 'width="600" height="850"', "image001.png", None),
        ((900, 300), "", "image001.png", None),
        ((900, 300), "", "company_logo.png", "signature picture"),
    ],
)
def test_a_picture_in_the_text_is_told_by_its_size(
    size: tuple[int, int], shown: str, name: str, why: str | None
) -> None:
    result = with_picture(png(*size), f'<p>Regards</p><img {shown} src="cid:one@x">', name)
    assert told(result)[-1] == (name, why)


@pytest.mark.parametrize(
    ("size", "name", "why"),
    [
        ((300, 80), "logo.png", "signature picture"),
        ((200, 200), "seal.png", "signature picture"),
        ((240, 240), "seal.png", "small picture"),
        ((1080, 1440), "IMG_001.png", None),
        ((640, 400), "screen.png", None),
        ((250, 100), "订单.png", None),
    ],
)
def test_an_attached_picture_is_told_by_its_size_and_name(
    size: tuple[int, int], name: str, why: str | None
) -> None:
    found = mail()
    found.add_attachment(png(*size), "image", "png", filename=name)
    assert told(opened(found))[-1] == (name, why)


def test_a_picture_that_stands_in_the_page_itself_is_a_part() -> None:
    found = mail(None)
    picture = base64.b64encode(png(1200, 1600)).decode()
    found.set_content(f'<p>order:</p><img src="data:image/png;base64,{picture}">', subtype="html")
    assert [(each.format.value, each.ignored) for each in opened(found).parts] == [
        ("html", None),
        ("image", None),
    ]


@pytest.mark.parametrize(
    ("kind", "name", "why"),
    [
        ("text/calendar", "invite.ics", "calendar"),
        ("text/x-vcard", "card.vcf", "business card"),
        ("application/octet-stream", "card.vcf", "business card"),
        ("application/pkcs7-signature", "smime.p7s", "digital signature"),
        ("application/pgp-keys", "key.asc", "public key"),
    ],
)
def test_what_programs_attach_is_ignored_with_its_reason(kind: str, name: str, why: str) -> None:
    found = mail()
    found.add_attachment(b"BEGIN:THING\n", *kind.split("/"), filename=name)
    assert told(opened(found))[-1] == (name, why)


def test_a_pdf_that_is_declared_as_a_calendar_is_a_document() -> None:
    found = mail()
    found.add_attachment(PDF, "text", "x-vcard", filename="card.vcf")
    assert told(opened(found))[-1] == ("card.vcf", None)


def test_a_mail_in_a_mail_is_taken_apart_with_the_names_around_it() -> None:
    inner = mail("ten pieces of 4711\n")
    inner.add_attachment(PDF, "application", "pdf", filename="po.pdf")
    middle = mail("FYI\n")
    middle.add_attachment(inner)
    outer = mail("please enter\n")
    outer.add_attachment(middle)
    assert [(each.name, each.container, each.ordinal) for each in opened(outer).parts] == [
        ("body", (), 0),
        ("body", ("Order 4711",), 1),
        ("body", ("Order 4711", "Order 4711"), 2),
        ("po.pdf", ("Order 4711", "Order 4711"), 3),
    ]


def test_a_mail_attached_as_a_file_of_any_type_is_taken_apart() -> None:
    outer = mail()
    outer.add_attachment(mail("inner\n").as_bytes(), "application", "octet-stream", filename="fwd.eml")
    assert [(each.name, each.container) for each in opened(outer).parts] == [
        ("body", ()),
        ("body", ("fwd.eml",)),
    ]


def test_a_mail_that_was_encoded_as_a_whole_is_taken_apart() -> None:
    inner = base64.encodebytes(mail("inner\n").as_bytes()).decode()
    result = raw("Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", "", inner)
    assert [text_of(each).strip() for each in result.parts] == ["inner"]


def test_an_archive_gives_its_files_and_those_of_archives_and_mails_in_it() -> None:
    with_file = mail("inner\n")
    with_file.add_attachment(PDF, "application", "pdf", filename="c.pdf")
    inner = archive(**{"b.pdf": PDF, "m.eml": with_file.as_bytes()})
    outer = mail()
    outer.add_attachment(archive(**{"a.pdf": PDF, "in.zip": inner}), "application", "zip", filename="all.zip")
    assert [(each.name, each.container) for each in opened(outer).parts] == [
        ("body", ()),
        ("a.pdf", ("all.zip",)),
        ("b.pdf", ("all.zip", "in.zip")),
        ("body", ("all.zip", "in.zip", "m.eml")),
        ("c.pdf", ("all.zip", "in.zip", "m.eml")),
    ]


def test_an_archive_as_a_plain_file_gives_its_files() -> None:
    result = open_file(archive(**{"a.pdf": PDF, "__MACOSX/._a.pdf": b"x"}), "all.zip")
    assert [(each.name, each.container, each.ignored) for each in result.parts] == [
        ("a.pdf", (), None),
        ("_a.pdf", (), "system file"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (archive(), ErrorCode.EMPTY),
        (archive(a=PDF)[:-30], ErrorCode.DAMAGED),
        (b"PK\x03\x04\x14\x00", ErrorCode.DAMAGED),
    ],
)
def test_an_archive_that_gives_no_file_is_a_part_that_says_why(data: bytes, code: ErrorCode) -> None:
    (part,) = open_file(data, "all.zip").parts
    assert part.failure is not None
    assert part.failure.code is code


@pytest.mark.parametrize(
    ("kind", "content", "code"),
    [
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIIB", ErrorCode.ENCRYPTED),
        ("message/partial; id=x; number=1; total=3", "Subject: a\r\n\r\nhalf", ErrorCode.UNSUPPORTED),
        (
            "message/external-body; access-type=URL; URL=x",
            "Content-Type: text/plain\r\n\r\n",
            ErrorCode.UNSUPPORTED,
        ),
        ("text/plain", "-----BEGIN PGP MESSAGE-----\r\nabc", ErrorCode.ENCRYPTED),
    ],
)
def test_what_cannot_be_read_says_why(kind: str, content: str, code: ErrorCode) -> None:
    result = raw(
        "Content-Type: multipart/mixed; boundary=a", "", f"--a\r\nContent-Type: {kind}\r\n", content, "--a--"
    )
    assert [each.failure and each.failure.code for each in result.parts] == [code]


def test_an_encrypted_mail_is_one_named_failure() -> None:
    result = raw(
        "Content-Type: multipart/encrypted; protocol=application/pgp-encrypted; boundary=a",
        "",
        "--a\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1",
        "--a\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n",
        "-----BEGIN PGP MESSAGE-----\r\nabc\r\n--a--",
    )
    assert [(each.ignored, each.failure and each.failure.code) for each in result.parts] == [
        ("encryption header", None),
        (None, ErrorCode.ENCRYPTED),
    ]


def test_a_bounce_keeps_the_report_and_the_mail_it_is_about() -> None:
    result = raw(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=a",
        "",
        "--a\r\n\r\nnot delivered",
        "--a\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nAction: failed",
        "--a\r\nContent-Type: message/rfc822\r\n\r\nSubject: old\r\n\r\nten pieces",
        "--a--",
    )
    assert told(result) == [("body", None), ("unnamed-1.eml", "delivery report"), ("body", None)]


def test_a_boundary_that_is_not_the_stated_one_is_found() -> None:
    result = raw(
        "Content-Type: multipart/mixed; boundary=stated",
        "",
        "--used\r\nContent-Type: text/plain\r\n\r\nten pieces",
        f"--used\r\nContent-Type: application/pdf; name=po.pdf\r\n\r\n{PDF.decode()}",
        "--used--",
    )
    assert [each.name for each in result.parts] == ["body", "po.pdf"]
    assert "wrong boundary" in result.defects


def test_a_boundary_that_parts_nothing_is_not_tried_again_and_again() -> None:
    # The parser takes U+001D at the end for white space; repairing for ever took all memory.
    result = raw(
        "Content-Type: multipart/mixed; boundary=stated",
        "",
        "--other\x1d\r\nContent-Type: text/plain\r\n\r\nten pieces",
        "--other\x1d--",
    )
    (part,) = result.parts
    assert b"ten pieces" in part.content


def test_a_charset_with_nul_in_its_name_breaks_nothing() -> None:
    result = raw('Content-Type: text/plain; charset="a\0b"', "", "ten pieces, gr\u00f6\u00dfer")
    (part,) = result.parts
    assert b"ten pieces" in part.content
    inside = (
        'Content-Type: text/plain; charset="a\0b"',
        "Content-Transfer-Encoding: base64",
        "",
        "dGVuIHBpZWNlcw",
    )
    result = raw("Content-Type: multipart/mixed; boundary=b", "", "--b", *inside, "--b--")
    (part,) = result.parts
    assert b"ten pieces" in part.content


def test_a_mail_that_ends_in_the_middle_of_a_list_does_not_pass_as_whole() -> None:
    lines = ["Content-Type: multipart/mixed; boundary=a", "", "--a\r\n\r\nsee the list"]
    rest = ["--a\r\nContent-Type: text/csv; name=list.csv\r\n", "part;qty\r\n4711;2\r\n4712;"]
    *_, cut = raw(*lines, *rest).parts
    *_, whole = raw(*lines, *rest, "--a--").parts
    assert cut.failure is not None
    assert cut.failure.code is ErrorCode.DAMAGED
    assert whole.failure is None


def test_a_page_that_ends_in_the_middle_does_not_pass_as_whole() -> None:
    head = ["Content-Type: multipart/mixed; boundary=a", "", "--a\r\nContent-Type: text/html\r\n"]
    (cut,) = raw(*head, "<html><body>ten pieces").parts
    (whole,) = raw(*head, "<html><body>ten pieces</body></html>").parts
    assert cut.failure is not None
    assert whole.failure is None


@pytest.mark.parametrize("encoding", ["base64", "BASE64", '"base64"', "base64; x=y"])
def test_a_transfer_encoding_is_understood_however_it_is_written(encoding: str) -> None:
    data = base64.encodebytes(PDF).decode()
    result = raw(
        "Content-Type: application/pdf; name=po.pdf", f"Content-Transfer-Encoding: {encoding}", "", data
    )
    assert [each.content for each in result.parts] == [PDF]


@pytest.mark.parametrize(
    ("stated", "content"),
    [
        (base64.b64encode(PDF).decode().rstrip("="), PDF),
        (base64.b64encode(PDF[:40]).decode() + "\r\n" + base64.b64encode(PDF[40:]).decode(), PDF),
        ("this is not encoded at all", b"this is not encoded at all"),
        (base64.encodebytes(PDF).decode() + "\r\nsent from my telephone, which adds a line", PDF),
    ],
)
def test_wrong_base64_is_decoded_as_far_as_it_goes(stated: str, content: bytes) -> None:
    result = raw(
        "Content-Type: application/pdf; name=po.pdf", "Content-Transfer-Encoding: base64", "", stated
    )
    assert [each.content for each in result.parts] == [content]


@pytest.mark.parametrize("stray", ["\udcff", "\xe9", "订"])
def test_bytes_that_are_no_letters_in_base64_are_passed_over(stray: str) -> None:
    encoded = base64.encodebytes(PDF * 20).decode()
    result = raw(
        "Content-Type: application/pdf; name=po.pdf",
        "Content-Transfer-Encoding: base64",
        "",
        encoded[:100] + stray + encoded[100:],
    )
    assert result.parts[0].content == PDF * 20


def test_a_file_that_stands_uuencoded_in_the_text_is_a_part() -> None:
    lines = "".join(binascii.b2a_uu(PDF[at : at + 45]).decode() for at in range(0, len(PDF), 45))
    (body, part) = raw("Content-Type: text/plain", "", f"see below\nbegin 644 po.pdf\n{lines}`\nend\n").parts
    assert (part.name, part.content) == ("po.pdf", PDF)
    assert "begin" not in text_of(body)


def test_a_part_without_a_name_gets_one() -> None:
    found = mail()
    found.add_attachment(PDF, "application", "pdf")
    assert told(opened(found))[-1] == ("unnamed-1.pdf", None)


def test_a_file_of_an_archive_may_have_no_name() -> None:
    data = archive(x=PDF).replace(b"\1\0\0\0x%PDF", b"\0\0\0\0%PDF", 1)
    place = data.index(b"PK\1\2")
    entry = data[place : place + 28] + b"\0\0" + data[place + 30 : place + 46]
    end = data[data.index(b"PK\5\6") :]
    sizes = struct.pack("<II", len(entry), place)
    result = open_file(data[:place] + entry + end[:12] + sizes + end[20:], "po.zip")
    assert [(part.name, part.content) for part in result.parts] == [("unnamed", PDF)]


def test_too_many_parts_are_counted_and_not_passed_over() -> None:
    found = mail()
    for at in range(opening.MOST_PARTS + 20):
        found.add_attachment(PDF, "application", "pdf", filename=f"{at}.pdf")
    parts = opened(found).parts
    assert len(parts) == opening.MOST_PARTS + 1
    assert parts[-1].failure is not None
    assert parts[-1].failure.code is ErrorCode.TOO_LARGE
    assert parts[-1].failure.message.startswith("21 further parts")


@pytest.mark.parametrize("depth", [30, 90, 400, 2000])
def test_a_mail_nested_too_deeply_is_a_named_failure(depth: int) -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(depth))
    found = open_file(f"Subject: a\nFrom: a@x\nTo: b@x\n{nested}\ntext".encode(), None)
    codes = {each.failure.code for each in found.parts if each.failure is not None}
    assert codes <= {ErrorCode.TOO_LARGE}
    assert bool(codes) is (depth > opening.MOST_LEVELS)
    assert found.parts


def test_mails_nested_too_deeply_are_a_named_failure() -> None:
    found = mail("innermost\n")
    for _ in range(opening.DEEPEST + 5):
        outer = mail("FYI\n")
        outer.add_attachment(found.as_bytes(), "application", "octet-stream", filename="fwd.eml")
        found = outer
    last = opened(found).parts[-1]
    assert last.failure is not None
    assert last.failure.code is ErrorCode.TOO_LARGE


def test_all_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_BYTES", 1000)
    found = mail()
    for name in ("a.pdf", "b.pdf"):
        found.add_attachment(PDF * 15, "application", "pdf", filename=name)
    first, second = opened(found).parts[1:]
    assert (first.failure, first.content) == (None, PDF * 15)
    assert second.failure is not None
    assert (second.failure.code, second.content) == (ErrorCode.TOO_LARGE, b"")


@pytest.mark.parametrize(
    "hostile", ["<!--" * 60_000, "<" * 200_000, "<table><tr>" * 20_000, "<img " * 60_000]
)
@pytest.mark.timeout(20)
def test_a_page_made_to_take_long_does_not(hostile: str) -> None:
    found = mail("text")
    found.add_alternative(hostile, subtype="html")
    assert len(opened(found).parts) == 2
