"""Hostile Office files: packages that swell, XML that explodes, sheets without end."""

import io
import struct
import zipfile
from collections.abc import Callable

import xlwt
from compound_files import compound
from drawn_order import cells
from hostile_files import Hostile, hostile
from test_extractors_readers_old_workbook import bare, label, number, record
from test_extractors_readers_old_workbook import workbook as old_workbook
from test_extractors_readers_workbook import altered, shared, workbook

LAUGHS = (
    "<!DOCTYPE x ["
    + "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha"}">' for at in range(12))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
XML = '<?xml version="1.0"?>'
LINK = '<Relationship Id="r1" Type="urn:x/officeDocument" Target="{}"/>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(parts: dict[str, str | bytes], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


LINKS = f'<Relationships xmlns="urn:r">{LINK.format("word/document.xml")}</Relationships>'


def docx(body: str, head: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    return package(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": LINKS,
            "word/document.xml": f"{XML}{head}<w:document {W}><w:body>{body}</w:body></w:document>",
            **(more or {}),
        }
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(depth: int) -> str:
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return start * depth + paragraph("x") + end * depth


def styles(based: str) -> dict[str, str | bytes]:
    links = '<Relationship Id="s" Type="urn:x/styles" Target="styles.xml"/>'
    style = f'<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="{based}"/></w:style>'
    return {
        "word/_rels/document.xml.rels": f'<Relationships xmlns="urn:r">{links}</Relationships>',
        "word/styles.xml": f"<w:styles {W}>{style}</w:styles>",
    }


def spans() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc>'
    return docx(f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('x')}</w:tc></w:tr></w:tbl>")


def lying(data: bytes, name: str, size: int) -> bytes:
    """Return an archive that states another size for a member, in both places."""
    packed = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = packed.find(mark)
        while place >= 0:
            head = place + (30 if mark == b"PK\x03\x04" else 46)
            if packed[head : head + len(name)] == name.encode():
                struct.pack_into("<I", packed, place + at, size)
            place = packed.find(mark, place + 4)
    return bytes(packed)


def sheet(rows: str, after: str = "") -> Callable[[], bytes]:
    return lambda: altered(workbook(cells()), "</sheetData>", f"{rows}</sheetData>{after}")


def xlsx_with(strings: str) -> Callable[[], bytes]:
    return lambda: shared('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings)


def headed(head: str, text: str) -> Callable[[], bytes]:
    def make() -> bytes:
        data = shared('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', f"<si><t>{text}</t></si>")
        return altered(data, "<sst>", f"{head}<sst>", "xl/sharedStrings.xml")

    return make


def merged_over_and_over() -> bytes:
    areas = '<mergeCell ref="A1:XFD1048576"/>' * 20_000
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>1</v></c></row>' for at in range(100, 20_100))
    return sheet(rows, f"<mergeCells>{areas}</mergeCells>")()


def long_format() -> bytes:
    data = workbook(cells(), lambda sheet: sheet.cell(8, 6).__setattr__("number_format", '0"x"'))
    return altered(data, 'formatCode="[^"]*"', f'formatCode="{"0,#?" * 50_000}"', "xl/styles.xml")


def many_parts() -> bytes:
    return package(
        {"[Content_Types].xml": "", "xl/workbook.xml": "", **{f"x/{at}": "" for at in range(2100)}}
    )


def old_chain_in_a_circle() -> bytes:
    data = bytearray(old_workbook(cells()))
    place = 512 * (1 + struct.unpack_from("<I", data, 76)[0])
    for at in range(40):
        struct.pack_into("<I", data, place + 4 * at, 0)
    return bytes(data)


def old_merged() -> bytes:
    area = struct.pack("<HHHH", 0, 0xFFFF, 0, 255)
    areas = [record(0xE5, struct.pack("<H", 1000) + area * 1000) for _ in range(50)]
    return bare(*(number(at // 100, at % 100, at) for at in range(50_000)), *areas)


def old_many_sheets() -> bytes:
    """Return thousands of sheets that are all the same one."""
    names = record(0x85, struct.pack("<IBB", 0, 0, 0) + b"\x01S")
    begin = record(0x809, struct.pack("<HHHH", 0x500, 5, 0, 0))
    at = len(begin) + 5000 * len(names) + 4
    names = record(0x85, struct.pack("<IBB", at, 0, 0) + b"\x01S")
    cells_ = b"".join(number(row, 0, row) for row in range(2000))
    sheet_ = record(0x809, struct.pack("<HHHH", 0x500, 16, 0, 0)) + cells_ + record(0x0A)
    return begin + names * 5000 + record(0x0A) + sheet_


def old_far() -> bytes:
    return bare(label(0, 0, b"Order No. 4711"), *(label(65_535, column, b"x") for column in range(256)))


def old_order_not_computed() -> bytes:
    rows = [[xlwt.Formula("D8*F8") if isinstance(cell, float) else cell for cell in row] for row in cells()]
    return old_workbook(rows)


CORPUS: tuple[Hostile, ...] = (
    hostile("laughs.docx", lambda: docx(paragraph("&l11;"), LAUGHS), "unsafe"),
    hostile("outside.docx", lambda: docx(paragraph("Order &file;"), OUTSIDE), "unsafe"),
    hostile("bomb.docx", lambda: docx(" " * 210_000_000), "too_large"),
    hostile("swelling.docx", lambda: docx("<w:p/>" * 5_000_000), "too_large empty timeout"),
    hostile("tables.docx", lambda: docx(table(20_000)), "damaged too_large crashed unsafe"),
    hostile("tables-200.docx", lambda: docx(table(200)), "read damaged too_large"),
    hostile("paragraphs.docx", lambda: docx(paragraph("a b c") * 300_000), "read too_large timeout"),
    hostile("one-paragraph.docx", lambda: docx(paragraph("4711 " * 400_000)), "read too_large timeout"),
    hostile("style-of-itself.docx", lambda: docx(paragraph("Order"), "", styles("a")), "read"),
    hostile("spans.docx", spans, "read too_large damaged"),
    hostile("lying.docx", lambda: lying(docx(paragraph("x" * 100_000)), "word/document.xml", 50), "damaged"),
    hostile(
        "without-document.docx",
        lambda: package({"_rels/.rels": "<r/>", "word/x": ""}),
        "damaged unsupported empty",
    ),
    hostile("cut-off.docx", lambda: docx(paragraph("Order"))[:300], "damaged"),
    hostile(
        "far-corners.xlsx", sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "read", order=True
    ),
    hostile("empty-cells.xlsx", sheet("<row>" + '<c s="1"/>' * 2_000_000 + "</row>"), "too_large read"),
    hostile("million-cells.xlsx", sheet("<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>"), "too_large"),
    hostile("many-cells.xlsx", sheet(("<row>" + "<c><v>1</v></c>" * 50 + "</row>") * 1900), "read too_large"),
    hostile(
        "bomb.xlsx",
        lambda: package({"_rels/.rels": "<r/>", "xl/workbook.xml": "", "xl/a.xml": " " * 210_000_000}),
        "too_large",
    ),
    hostile(
        "lying.xlsx", lambda: lying(workbook(cells()), "xl/worksheets/sheet1.xml", 4_000_000_000), "too_large"
    ),
    hostile("lying-small.xlsx", lambda: lying(workbook(cells()), "xl/worksheets/sheet1.xml", 700), "damaged"),
    hostile("laughs.xlsx", headed(LAUGHS, "&l11;"), "unsafe"),
    hostile("outside.xlsx", headed(OUTSIDE, "&file;"), "unsafe"),
    hostile("late-laughs.xlsx", headed(f"<!--{'x' * 9000}-->{LAUGHS}", "&l11;"), "unsafe damaged"),
    hostile("long-text.xlsx", xlsx_with(f"<si><t>{'a b ' * 2_000_000}</t></si>"), "read too_large timeout"),
    hostile("merged.xlsx", merged_over_and_over, "read too_large timeout"),
    hostile("long-format.xlsx", long_format, "read too_large", order=True),
    hostile(
        "hidden-columns.xlsx",
        lambda: altered(
            workbook(cells()),
            "<sheetData>",
            "<cols>" + '<col min="1" max="9" hidden="1"/>' * 20_000 + "</cols><sheetData>",
        ),
        "read",
        "1250",
        order=True,
    ),
    hostile(
        "numbers.xlsx",
        sheet("<row>" + "<c><v>1e99999999</v></c><c><v>NaN</v></c>" * 9 + "</row>"),
        "read",
        order=True,
    ),
    hostile("many-parts.xlsx", many_parts, "too_large"),
    hostile("password.xlsx", lambda: compound({"EncryptedPackage": bytes(99)}), "encrypted"),
    hostile("chain-in-a-circle.xls", old_chain_in_a_circle, "damaged unsupported"),
    hostile("cut-off.xls", lambda: old_workbook(cells())[:4000], "damaged"),
    hostile(
        "texts-without-end.xls",
        lambda: bare(before=record(0xFC, struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF)), version=0x600),
        "damaged",
    ),
    hostile("merged.xls", old_merged, "read too_large timeout"),
    hostile("many-sheets.xls", old_many_sheets, "read too_large damaged"),
    hostile("far.xls", old_far, "read"),
    hostile("not-computed.xls", old_order_not_computed, "read", order=True),
    hostile("password.xls", lambda: bare(before=record(0x2F, bytes(6))), "encrypted"),
    hostile("records.xls", lambda: bare(record(0x203, b"\1")), "damaged"),
    hostile("zeros.xls", lambda: compound({"Workbook": bytes(9000)}), "unsupported"),
)
