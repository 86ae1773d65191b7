"""Hostile mails and archives; a good order beside what is hostile must still be read."""

import base64
import io
import struct
import zipfile
import zlib
from email.message import EmailMessage
from email.policy import SMTP

from compound_files import compound
from drawn_order import text
from hostile_files import Hostile, hostile
from hostile_office import lying
from outlook_files import FILE, NAME, Note, msg, order, packed_rtf, tnef

HEAD = b"From: orders@works.example\r\nTo: desk@seller.example\r\nSubject: Order\r\nMIME-Version: 1.0\r\n"


def mail(*attachments: tuple[str, bytes], body: str = "Please see the order.\n") -> bytes:
    found = EmailMessage()
    found["From"] = "orders@works.example"
    found["To"] = "desk@seller.example"
    found["Subject"] = "Order"
    found.set_content(body)
    for name, data in attachments:
        found.add_attachment(data, "application", "octet-stream", filename=name)
    return found.as_bytes(policy=SMTP)


def archive(*files: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files:
            opened.writestr(name, data)
    return packed.getvalue()


def multiparts(depth: int) -> bytes:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n" for at in range(depth))
    return HEAD + f"{nested}\nten pieces of 4711".encode()


def messages(depth: int) -> bytes:
    data = mail(body=text())
    for _ in range(depth):
        data = HEAD + b"Content-Type: message/rfc822\r\n\r\n" + data
    return data


def archives(depth: int) -> bytes:
    data = archive(("order.txt", text().encode()))
    for at in range(depth):
        data = archive((f"{at}.zip", data))
    return data


def overlapping() -> bytes:
    """Return an archive whose members are all the same compressed bytes (a "better zip bomb")."""
    kernel = zlib.compress(bytes(10_000_000), 9)[2:-4]
    local = (
        struct.pack(
            "<IHHHHHIIIHH",
            0x04034B50,
            20,
            0,
            8,
            0,
            0,
            zlib.crc32(bytes(10_000_000)),
            len(kernel),
            10_000_000,
            1,
            0,
        )
        + b"0"
        + kernel
    )
    entry = (
        struct.pack(
            "<IHHHHHHIIIHHHHHII",
            0x02014B50,
            20,
            20,
            0,
            8,
            0,
            0,
            zlib.crc32(bytes(10_000_000)),
            len(kernel),
            10_000_000,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
        )
        + b"0"
    )
    count = 1900
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, count * len(entry), len(local), 0)
    return local + entry * count + end


def encrypted() -> bytes:
    data = bytearray(archive(("order.txt", text().encode())))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def outlook(depth: int) -> Note:
    note = Note(order(body=text()))
    for _ in range(depth):
        note = Note(order(body="FYI"), [({NAME: "fwd"}, note)])
    return note


def rich() -> bytes:
    return msg(Note(order(rtf=packed_rtf(b"{\\rtf1 " + b"{" * 2_000_000))))


def looped() -> bytes:
    data = bytearray(msg(Note(order(body=text()), [({FILE: "a.pdf"}, bytes(9000))])))
    place = 512 * (1 + struct.unpack_from("<I", data, 76)[0])
    for at in range(20):
        struct.pack_into("<I", data, place + 4 * at, at % 3)
    return bytes(data)


ORDER = ("order.txt", text().encode())
CORPUS: tuple[Hostile, ...] = (
    hostile("multiparts.eml", lambda: multiparts(2000), "too_large"),
    hostile("messages.eml", lambda: messages(100), "too_large"),
    hostile(
        "attachments.eml",
        lambda: mail(*((f"{at}.txt", text().encode()) for at in range(1000))),
        "read too_large",
        order=True,
    ),
    hostile(
        "header.eml",
        lambda: HEAD + b"X-Long: " + b"x" * 10_000_000 + b"\r\n\r\n" + text().encode(),
        "read",
        order=True,
    ),
    hostile(
        "headers.eml",
        lambda: HEAD + b"X: y\r\n" * 200_000 + b"\r\n" + text().encode(),
        "read ignored",
        order=True,
    ),
    hostile(
        "encoded.eml",
        lambda: HEAD + b"X: " + b"=?utf-8?q?=41?= " * 100_000 + b"\r\n\r\nten pieces",
        "read ignored",
    ),
    hostile(
        "subject.eml",
        lambda: (
            b"Subject: "
            + b"=?utf-8?b?QQ==?= " * 100_000
            + b"\r\nFrom: a@b.example\r\nTo: c@d.example\r\n\r\nten"
        ),
        "read ignored",
    ),
    hostile(
        "boundary.eml",
        lambda: HEAD + b"Content-Type: multipart/mixed; boundary=nowhere\r\n\r\n" + text().encode(),
        "read",
        order=True,
    ),
    hostile(
        "base64.eml",
        lambda: (
            HEAD
            + b"Content-Type: application/pdf; name=po.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + b"!" * 100_000
        ),
        "unsupported damaged read",
    ),
    hostile(
        "charset.eml",
        lambda: HEAD + b"Content-Type: text/plain; charset=zip\r\n\r\n" + text().encode(),
        "read",
        order=True,
    ),
    hostile(
        "parameters.eml",
        lambda: (
            HEAD
            + b"Content-Type: text/plain; "
            + b"; ".join(b"name*%d*=x" % at for at in range(20_000))
            + b"\r\n\r\nten"
        ),
        "read ignored",
    ),
    hostile(
        "partial.eml",
        lambda: HEAD + b"Content-Type: message/partial; id=a; number=1; total=2\r\n\r\nten",
        "unsupported",
    ),
    hostile(
        "bomb-beside-order.eml",
        lambda: mail(("bomb.zip", archive(("0", bytes(210_000_000)))), ORDER),
        "read too_large",
        order=True,
    ),
    hostile(
        "damaged-beside-order.eml",
        lambda: mail(("a.pdf", b"%PDF-1.7\n"), ("b.xls", compound({"Workbook": b"x"})), ORDER),
        "read damaged unsupported",
        order=True,
    ),
    hostile(
        "names.eml",
        lambda: mail(("../../etc/passwd", b"%PDF-1.7"), ("a\u202efdp.exe", text().encode())),
        "read damaged",
        order=True,
    ),
    hostile(
        "uuencoded.eml",
        lambda: HEAD + b"\r\n" + b"begin 644 a\n" * 50_000 + b"\nend\n",
        "read ignored unsupported too_large",
    ),
    hostile("deep.msg", lambda: msg(outlook(60)), "too_large"),
    hostile("looped.msg", looped, "damaged unsupported"),
    hostile("rich.msg", rich, "read ignored damaged"),
    hostile("cut-off.msg", lambda: msg(outlook(1))[:2000], "damaged"),
    hostile(
        "recipients.msg", lambda: msg(Note(order(body=text()), (), [{NAME: "x"}] * 2500)), "read", order=True
    ),
    hostile(
        "attachments.msg",
        lambda: msg(Note(order(body=text()), [({FILE: f"{at}.txt"}, text().encode()) for at in range(300)])),
        "read too_large",
        order=True,
    ),
    hostile("empty.msg", lambda: compound({"__properties_version1.0": b""}), "ignored"),
    hostile("deep-winmail.dat", lambda: tnef(outlook(60)), "too_large"),
    hostile("lying-winmail.dat", lambda: tnef(outlook(1))[:40] + b"\xff" * 400, "damaged"),
    hostile(
        "properties-winmail.dat",
        lambda: b"\x78\x9f\x3e\x22\1\0" + struct.pack("<BII", 1, 0x69003, 4) + b"\xff" * 6,
        "damaged",
    ),
    hostile("nested.zip", lambda: archives(30), "too_large"),
    hostile("bomb.zip", lambda: archive(("0.txt", bytes(210_000_000))), "too_large"),
    hostile("overlapping.zip", overlapping, "too_large"),
    hostile("many.zip", lambda: archive(*((f"{at}.txt", b"") for at in range(5000))), "too_large"),
    hostile("lying.zip", lambda: lying(archive(ORDER), "order.txt", 10), "damaged read"),
    hostile("lying-large.zip", lambda: lying(archive(ORDER), "order.txt", 4_000_000_000), "too_large"),
    hostile("password.zip", encrypted, "encrypted"),
    hostile(
        "names.zip",
        lambda: archive(("../../../tmp/x.txt", text().encode()), ("/etc/passwd", b"x")),
        "read",
        order=True,
    ),
    hostile("cut-off.zip", lambda: archive(ORDER)[:-30], "damaged"),
    hostile("empty.zip", archive, "empty"),
    hostile("head.zip", lambda: b"PK\x03\x04" + bytes(100), "damaged"),
    hostile("word.eml", lambda: mail(("x" * 100_000 + ".txt", base64.b64encode(b"x" * 100))), "read ignored"),
)
