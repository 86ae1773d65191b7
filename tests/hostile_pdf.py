"""Hostile PDF files (PDF 32000-1): loops, bombs, and pages whose text is not what one sees."""

import functools
import io
import random
import re
import zlib
from collections.abc import Callable

from drawn_order import HEAD, ROWS, TOTAL, drawing, order_pdf, put
from drawn_pdf import pdf, written
from hostile_files import Hostile, hostile
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

FALSE = "1,950.00"
"""A price that the page does not show."""


def objects(*bodies: str | bytes, root: int = 1) -> bytes:
    """Return a file of these objects, numbered from 1, with a right table of places."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += (
            f"{number} 0 obj\n".encode() + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
        )
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(bodies) + 1} /Root {root} 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def stream(content: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(content)} {entries} >>\nstream\n".encode() + content + b"\nendstream"


def page_of(content: bytes, entries: str = "", resources: str = "", *more: str | bytes) -> bytes:
    """Return a page with a content stream; further objects count from 6."""
    return objects(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        f" /Resources << /Font << /F1 5 0 R >> {resources} >> >>",
        stream(content, entries),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *more,
    )


def page_tree(kids: str, second: str = "") -> Callable[[], bytes]:
    def make() -> bytes:
        return objects(
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count 5 /Parent 3 0 R >>",
            second or "<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>",
        )

    return make


def deep_page_tree() -> bytes:
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>"]
    bodies += [f"<< /Type /Pages /Kids [{at} 0 R] /Count 1 >>" for at in range(3, 20_003)]
    return objects(*bodies, "<< /Type /Page /MediaBox [0 0 9 9] >>")


def form_calls_itself() -> bytes:
    form = stream(
        b"BT /F1 12 Tf (x) Tj ET /X Do /X Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return page_of(b"BT /F1 12 Tf 50 700 Td (Order 4711) Tj ET /X Do", "", "/XObject << /X 6 0 R >>", form)


def nested_forms() -> bytes:
    """Thirty forms, each drawing the next one twice: a thousand million texts."""
    head = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources"
    forms = [stream(b"/X Do /X Do", f"{head} << /XObject << /X {at + 1} 0 R >> >>") for at in range(6, 36)]
    last = stream(b"BT /F1 12 Tf (x) Tj ET", f"{head} << /Font << /F1 5 0 R >> >>")
    return page_of(b"/X Do", "", "/XObject << /X 6 0 R >>", *forms, last)


@functools.cache
def thousand_megabytes() -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(1000)) + packer.flush()


def flate_bomb(times: int = 1) -> bytes:
    packed = thousand_megabytes()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    filters = " ".join(["/FlateDecode"] * times)
    return page_of(packed, f"/Filter [{filters}]")


def wide_page() -> bytes:
    return pdf(drawing(), size=(1_000_000, 842))


def many_pages(count: int) -> Callable[[], bytes]:
    def make() -> bytes:
        kids = " ".join(f"{at} 0 R" for at in range(4, 4 + count))
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << >> >>"
        return objects(
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
            stream(b"0 0 m 9 9 l S"),
            *[page] * count,
        )

    return make


def many_characters() -> bytes:
    line = "".join(f"1 0 0 1 {20 + at % 50} {20 + at * 2 % 800} Tm ({'ab12' * 25}) Tj " for at in range(2000))
    return page_of(f"BT /F1 6 Tf {line} ET".encode())


def many_shapes(shape: str, count: int) -> Callable[[], bytes]:
    def make() -> bytes:
        drawn = "".join(f"{at % 590} {at // 590 * 3} {shape} " for at in range(count))
        return page_of(f"BT /F1 12 Tf 50 800 Td (Order No. 4711) Tj ET {drawn}".encode())

    return make


def locked(user: str) -> Callable[[], bytes]:
    return lambda: pdf(drawing(), encrypt=StandardEncryption(user, "owner", canPrint=0))


def cut_off() -> bytes:
    return order_pdf()[:900]


def rubbish() -> bytes:
    return b"%PDF-1.7\n" + random.Random(4711).randbytes(20_000)


def loop_of_tables() -> bytes:
    data = order_pdf()
    at = data.rindex(b"startxref")
    place = int(data[at:].split()[1])
    return data[:at].replace(b"/Size", f"/Prev {place} /Size".encode()) + data[at:]


def deep_arrays() -> bytes:
    return page_of(b"[" * 100_000 + b"]" * 100_000 + b" TJ", "", "/Deep " + "[" * 20_000 + "]" * 20_000)


def image_bomb() -> bytes:
    packed = thousand_megabytes()
    image = stream(
        packed,
        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8"
        " /ColorSpace /DeviceRGB /Filter /FlateDecode",
    )
    content = b"BT /F1 12 Tf 50 700 Td (Order No. 4711) Tj ET q 300 0 0 300 50 650 cm /X Do Q"
    return page_of(content, "", "/XObject << /X 6 0 R >>", image)


def pattern_bomb() -> bytes:
    pattern = stream(
        b"0 0 1 1 re f /Pattern cs /P scn 0 0 1 1 re f",
        "/PatternType 1 /PaintType 1 /TilingType 1"
        " /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 /Resources << /Pattern << /P 6 0 R >> >>",
    )
    content = b"BT /F1 12 Tf 50 700 Td (Order No. 4711) Tj ET /Pattern cs /P scn 0 0 595 842 re f"
    return page_of(content, "", "/Pattern << /P 6 0 R >>", pattern)


def glyph_calls_itself() -> bytes:
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0]"
        " /FirstChar 65 /LastChar 65"
        " /Widths [9] /Encoding << /Differences [65 /A] >> /CharProcs << /A 7 0 R >>"
        " /Resources << /Font << /F2 6 0 R >> >> >>"
    )
    glyph = stream(b"9 0 d0 BT /F2 1 Tf (AAAA) Tj ET")
    return page_of(b"BT /F2 12 Tf 50 700 Td (AAA) Tj ET", "", "", font, glyph).replace(
        b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R", 1
    )


def many_annotations() -> bytes:
    data = many_pages(1)()
    notes = " ".join(["<< /Subtype /FreeText /Rect [0 0 9 9] /Contents (x) >>"] * 50_000)
    return data.replace(b"/Resources << >>", f"/Annots [{notes}] /Resources << >>".encode())


def box(media: str) -> Callable[[], bytes]:
    return lambda: re.sub(rb"/MediaBox \[[^\]]*\]", f"/MediaBox [{media}]".encode(), order_pdf())


def embedded(content: bytes) -> Callable[[], bytes]:
    def make() -> bytes:
        files = "/Names << /EmbeddedFiles << /Names [(factur-x.xml) 6 0 R] >> >>"
        data = page_of(
            b"BT /F1 12 Tf 50 700 Td (Purchase order No. 4711) Tj ET",
            "",
            "",
            "<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /EF << /F 7 0 R >> >>",
            stream(content, "/Type /EmbeddedFile"),
        )
        return data.replace(b"/Pages 2 0 R >>", f"/Pages 2 0 R {files} >>".encode(), 1)

    return make


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE o [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 9 + b'">]><o>&b;</o>'


def attachment_bomb() -> bytes:
    packed = thousand_megabytes()
    return embedded(packed)().replace(b"/Type /EmbeddedFile", b"/Type /EmbeddedFile /Filter /FlateDecode")


def tricked(place: Callable[[Canvas, float, float, str], None]) -> Callable[[], bytes]:
    """Return the order with the first price drawn by `place` as another one."""

    def puts(canvas: Canvas, x: float, y: float, content: str) -> None:
        if content == ROWS[1][5]:
            place(canvas, x, y, FALSE)
        elif content in {ROWS[1][6], TOTAL}:  # all numbers must close, or nothing were sure anyway
            put(canvas, x, y, "7,800.00" if content == ROWS[1][6] else "Total amount: EUR 9,530.00")
        else:
            put(canvas, x, y, content)

    return lambda: order_pdf(puts)


def invisible(canvas: Canvas, x: float, y: float, content: str) -> None:
    shown = canvas.beginText(x, y)
    shown.setTextRenderMode(3)
    shown.textOut(content)
    shown.setTextRenderMode(0)
    canvas.drawText(shown)


def coloured(grey: float, alpha: float = 1) -> Callable[[Canvas, float, float, str], None]:
    def place(canvas: Canvas, x: float, y: float, content: str) -> None:
        canvas.saveState()
        canvas.setFillGray(grey, alpha)
        canvas.drawString(x, y, content)
        canvas.restoreState()

    return place


def overlaid(canvas: Canvas, x: float, y: float, content: str) -> None:
    canvas.drawString(x, y, content)
    canvas.saveState()
    canvas.setFillGray(1)
    canvas.rect(x - 1, y - 2, 50, 11, stroke=0, fill=1)
    canvas.restoreState()
    picture = Image.new("RGB", (200, 44), "white")
    canvas.drawImage(ImageReader(picture), x - 1, y - 2, 50, 11)


def clipped(canvas: Canvas, x: float, y: float, content: str) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(0, 0, 5, 5)
    canvas.clipPath(path, stroke=0)
    canvas.drawString(x, y, content)
    canvas.restoreState()


def tiny(canvas: Canvas, x: float, y: float, content: str) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 0.2)
    canvas.drawString(x, y, content)
    canvas.restoreState()


def off_page() -> bytes:
    """Return the order with a further line beside the page."""
    more = "Order No.: 9999999"
    return order_pdf(after=lambda canvas: canvas.drawString(50, 900, more))


def lying_table() -> bytes:
    """Return a page whose font says that its digits are others: one sees 1234 where the text says 9876."""
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange"
        b" 4 beginbfchar <31> <0039> <32> <0038> <33> <0037> <34> <0036> endbfchar endcmap end"
    )
    content = "".join(f"1 0 0 1 50 {790 - 18 * at} Tm ({line}) Tj " for at, line in enumerate((*HEAD, TOTAL)))
    data = page_of(f"BT /F1 9 Tf {content} ET".encode(), "", "", stream(cmap))
    return data.replace(b"/BaseFont /Helvetica", b"/BaseFont /Helvetica /ToUnicode 6 0 R")


def another_text() -> bytes:
    content = (
        "BT /F1 12 Tf 50 700 Td (PURCHASE ORDER) Tj 0 -20 Td /Span << /ActualText (Order No. 9999999) >> BDC"
    )
    return written(f"{content} (Order No. 4500123) Tj EMC ET")


def layer_off() -> bytes:
    hidden = "/OC /L BDC BT /F1 12 Tf 50 650 Td (Order No. 9999999) Tj ET EMC"
    content = f"BT /F1 12 Tf 50 700 Td (PURCHASE ORDER) Tj ET {hidden}"
    return written(
        content,
        "/Properties << /L 6 0 R >>",
        "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
        ("<< /Type /OCG /Name (x) >>",),
    )


def scan_with_text() -> bytes:
    """Return a page that is one picture, with an invisible text layer that says what it likes."""
    scan = Image.new("RGB", (1190, 1684), "white")

    def draw(canvas: Canvas) -> None:
        for at, line in enumerate((*HEAD, TOTAL)):
            invisible(canvas, 50, 790 - 18 * at, line)
        canvas.drawImage(ImageReader(scan), 0, 0, 595, 842)

    return pdf(draw)


def blank_scan() -> bytes:
    stream_ = io.BytesIO()
    Image.new("RGB", (1190, 1684), "white").save(stream_, "PDF")
    return stream_.getvalue()


PRICE = "1950.00"
CORPUS: tuple[Hostile, ...] = (
    hostile("tree-of-itself.pdf", page_tree("2 0 R"), "damaged empty"),
    hostile("tree-in-a-circle.pdf", page_tree("3 0 R"), "damaged empty"),
    hostile("tree-deep.pdf", deep_page_tree, "damaged empty too_large needs_ocr"),
    hostile("form-calls-itself.pdf", form_calls_itself, "read too_large timeout crashed"),
    hostile("forms-in-forms.pdf", nested_forms, "too_large timeout crashed empty"),
    hostile("flate-bomb.pdf", flate_bomb, "too_large crashed timeout empty damaged"),
    hostile("flate-bomb-twice.pdf", lambda: flate_bomb(2), "too_large crashed timeout empty damaged"),
    hostile("wide.pdf", wide_page, "read too_large", order=True),
    hostile("pages-400.pdf", many_pages(400), "too_large"),
    hostile("pages-10000.pdf", many_pages(10_000), "too_large"),
    hostile("characters.pdf", many_characters, "read too_large timeout"),
    hostile("rectangles.pdf", many_shapes("2 2 re f", 20_000), "read too_large timeout"),
    hostile("strokes.pdf", many_shapes("m 5 5 l S", 100_000), "read too_large timeout"),
    hostile("password.pdf", locked("secret"), "encrypted"),
    hostile("owner-password.pdf", locked(""), "read", order=True),
    hostile("cut-off.pdf", cut_off, "damaged read", order=True),
    hostile("rubbish.pdf", rubbish, "damaged"),
    hostile("head-only.pdf", lambda: b"%PDF-1.7\n", "damaged"),
    hostile("empty.pdf", lambda: b"", "empty"),
    hostile("zeros.pdf", lambda: bytes(5000), "empty"),
    hostile("page.pdf", lambda: b"<html><body><p>Log in to see your order</p></body></html>", "read"),
    hostile("tables-in-a-circle.pdf", loop_of_tables, "read damaged", order=True),
    hostile("arrays.pdf", deep_arrays, "empty damaged crashed too_large timeout"),
    hostile("image-bomb.pdf", image_bomb, "read too_large timeout crashed"),
    hostile("pattern-bomb.pdf", pattern_bomb, "read too_large timeout crashed"),
    hostile("glyph-calls-itself.pdf", glyph_calls_itself, "read empty too_large timeout crashed"),
    hostile("annotations.pdf", many_annotations, "read empty too_large timeout"),
    hostile("box-empty.pdf", box("0 0 0 0"), "read damaged empty needs_ocr", order=True),
    hostile("box-endless.pdf", box("-1e30 -1e30 1e30 1e30"), "read damaged too_large", order=True),
    hostile("box-words.pdf", box("a b c d"), "read damaged", order=True),
    hostile("embedded-laughs.pdf", embedded(LAUGHS), "read unsafe"),
    hostile("embedded-bomb.pdf", attachment_bomb, "read too_large timeout crashed"),
    hostile("invisible.pdf", tricked(invisible), "read", PRICE),
    hostile("white.pdf", tricked(coloured(1)), "read", PRICE),
    hostile("nearly-white.pdf", tricked(coloured(0.97)), "read", PRICE),
    hostile("transparent.pdf", tricked(coloured(0, 0)), "read", PRICE),
    hostile("overlaid.pdf", tricked(overlaid), "read", PRICE),
    hostile("clipped.pdf", tricked(clipped), "read", PRICE),
    hostile("tiny.pdf", tricked(tiny), "read", PRICE),
    hostile("off-page.pdf", off_page, "read", "9999999"),
    hostile("lying-font.pdf", lying_table, "read", "9500687", "6730.00", "6739.00"),
    hostile("another-text.pdf", another_text, "read", "9999999"),
    hostile("layer-off.pdf", layer_off, "read", "9999999"),
    hostile("scan-with-text.pdf", scan_with_text, "read needs_ocr", "4500123", "6730.00"),
    hostile("scan.pdf", blank_scan, "needs_ocr"),
)
