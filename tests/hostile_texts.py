"""Hostile text files: tables, pages, data and pictures."""

import io
import random
import struct
import zlib

from drawn_order import page, text
from hostile_files import Hostile, hostile
from hostile_office import LAUGHS, OUTSIDE
from PIL import Image
from structured_orders import EDIFACT, UBL

ORDER = UBL.partition("\n")[2]
DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'


def quadratic() -> bytes:
    head = f'<!DOCTYPE x [<!ENTITY a "{"x" * 100_000}">]>'
    return (DECLARED + head + f"<x>{'&a;' * 20_000}</x>").encode()


def png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1000))
    parts = ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def jpeg() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(stream, "JPEG")
    data = stream.getvalue()
    at = data.index(b"\xff\xc0")
    return data[: at + 5] + b"\xff\xff\xff\xff" + data[at + 9 :]


def tiff() -> bytes:
    """Return directories that follow each other in a circle."""
    entries = struct.pack("<HHII", 256, 4, 1, 60_000) + struct.pack("<HHII", 257, 4, 1, 60_000)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", 2) + entries + struct.pack("<I", 8)


def rubbish(head: bytes) -> bytes:
    return head + random.Random(1).randbytes(5000)


CORPUS: tuple[Hostile, ...] = (
    hostile("columns.csv", lambda: b"a;" * 3_000_000 + b"\n" + b"1;" * 3_000_000 + b"\n", "too_large"),
    hostile("rows.csv", lambda: b"a;b\n" * 500_000, "too_large"),
    hostile("quote.csv", lambda: b'a;b\n1;"' + b"x;y\n" * 500_000, "read too_large damaged timeout"),
    hostile("quotes.csv", lambda: b"a,b,c\n" + b'"' * 1_000_000, "read too_large damaged"),
    hostile("zeros.csv", lambda: text().replace("  ", ";\0").encode(), "read damaged unsupported"),
    hostile("formulas.csv", lambda: b"Part;Qty;Price\n=cmd|'/c calc'!A1;2;+1\n@SUM(1);3;-2\n", "read"),
    hostile("declared.csv", lambda: b"sep=\x00\na\x00b\n1\x002\n", "read damaged unsupported empty"),
    hostile("one-line.txt", lambda: b"Order 4711 " * 380_000, "read too_large timeout"),
    hostile("long.txt", lambda: b"x" * 5_000_000, "too_large"),
    hostile("lines.txt", lambda: b"x" + b"\n" * 4_000_000 + b"x", "read too_large timeout"),
    hostile("dots.txt", lambda: b"Total:" + b"." * 1_000_000 + b"5", "read too_large timeout"),
    hostile("digits.txt", lambda: b"Order No.: " + b"1" * 1_000_000, "read too_large timeout"),
    hostile("bars.txt", lambda: ("|" * 2000 + "\n").encode() * 500, "read too_large timeout empty"),
    hostile(
        "turned.txt", lambda: text().replace("4500123", "\u202e3210054\u202c").encode(), "read", "3210054"
    ),
    hostile(
        "strange-digits.txt", lambda: text().replace("4500123", "45\u200b00\u2063123\ufffd").encode(), "read"
    ),
    hostile(
        "script.txt",
        lambda: text().replace("Shaft sleeve", "<script>alert(1)</script>").encode(),
        "read",
        order=True,
    ),
    hostile(
        "long-word.txt",
        lambda: text().replace("Shaft sleeve", "x" * 1_000_000).encode(),
        "read too_large timeout",
    ),
    hostile("deep.html", lambda: b"<div>" * 20_000 + b"Order 4711" + b"</div>" * 20_000, "read too_large"),
    hostile("tables.html", lambda: b"<table><tr><td>" * 5000 + b"Order 4711", "read too_large"),
    hostile("many-tables.html", lambda: b"<table><tr><td>1<td>2</table>" * 10_000, "read too_large timeout"),
    hostile(
        "span.html",
        lambda: page().replace("<td>", '<td colspan="999999999" rowspan="9">', 1).encode(),
        "read too_large",
    ),
    hostile("cells.html", lambda: b"<table>" + (b"<tr>" + b"<td>1" * 1000) * 500, "read too_large timeout"),
    hostile(
        "hidden.html",
        lambda: (
            page()
            .replace("Order No.: 4500123", '<span style="display:none">Order No.: 9999999</span>')
            .encode()
        ),
        "read",
        "9999999",
    ),
    hostile(
        "white.html",
        lambda: page().replace("4500123", '<font color="#ffffff">9999999</font>').encode(),
        "read",
        "9999999",
    ),
    hostile(
        "rules.html",
        lambda: b"<style>" + b"td{color:red}" * 200_000 + b"</style><td>Order",
        "read too_large timeout",
    ),
    hostile("script.html", lambda: b"<html><script>document.write('Order')</script></html>", "empty"),
    hostile("entities.html", lambda: b"<p>" + b"&amp;" * 1_000_000, "read too_large timeout"),
    hostile("open.html", lambda: b"<p " * 500_000, "read empty too_large timeout"),
    hostile("laughs.xml", (DECLARED + LAUGHS + "<x>&l11;</x>").encode, "unsafe"),
    hostile("outside.xml", (DECLARED + OUTSIDE + ORDER.replace("Shaft", "&file;")).encode, "unsafe"),
    hostile(
        "laughs-in-utf-16.xml",
        lambda: (DECLARED.replace("UTF-8", "UTF-16") + LAUGHS + "<x>&l11;</x>").encode("utf-16"),
        "unsafe",
    ),
    hostile("quadratic.xml", quadratic, "unsafe too_large"),
    hostile(
        "named-type.xml",
        (DECLARED + '<!DOCTYPE Order SYSTEM "http://x.invalid/a.dtd">' + ORDER).encode,
        "read",
        order=True,
    ),
    hostile("deep.xml", (DECLARED + "<a>" * 20_000 + "</a>" * 20_000).encode, "unsafe"),
    hostile(
        "attributes.xml",
        (DECLARED + "<a " + " ".join(f'a{at}="1"' for at in range(20_000)) + "/>").encode,
        "read unsafe too_large timeout",
    ),
    hostile("elements.xml", (DECLARED + "<a>" + "<b/>" * 1_000_000 + "</a>").encode, "unsafe too_large"),
    hostile("long.xml", (DECLARED + "<a>" + "x" * 11_000_000 + "</a>").encode, "too_large"),
    hostile("cut-off.xml", UBL[:-50].encode, "damaged"),
    hostile("separators.edi", lambda: b"UNA:::::: UNB:x", "damaged read empty unsupported"),
    hostile(
        "segments.edi", lambda: EDIFACT.encode() + b"FTX+AAI+++x'" * 100_000, "read damaged too_large timeout"
    ),
    hostile(
        "one-segment.edi",
        lambda: EDIFACT.encode().replace(b"BGM", b"FTX+" + b"x" * 3_000_000 + b"'BGM", 1),
        "read damaged too_large timeout",
    ),
    hostile("cut-off.edi", lambda: EDIFACT.encode()[: len(EDIFACT) // 2], "damaged read", order=True),
    hostile("huge.png", lambda: png(60_000, 60_000), "needs_ocr too_large damaged"),
    hostile("huge.jpg", jpeg, "needs_ocr too_large damaged"),
    hostile("circle.tif", tiff, "needs_ocr too_large damaged"),
    hostile("rubbish.png", lambda: rubbish(b"\x89PNG\r\n\x1a\n"), "needs_ocr damaged"),
    hostile("rubbish.jpg", lambda: rubbish(b"\xff\xd8\xff\xe0"), "needs_ocr damaged"),
    hostile("head.tif", lambda: b"II*\0", "needs_ocr damaged"),
)
