"""What people make in Word besides plain text: underlined blanks, text boxes, fields, revisions, tables in cells."""

# ruff: noqa: E501 - a piece of markup stays a line

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from bench.layouts.office import fill_table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
AUTHOR = 'w:id="{}" w:author="Legal" w:date="2026-01-05T08:00:00Z"'


def blanks(paragraph: Paragraph, *parts: str) -> Paragraph:
    """Write text and underlined blanks with their values in turns, text first."""
    for at, each in enumerate(parts):
        run = paragraph.add_run(each if at % 2 == 0 else f"  {each}  ")
        run.underline = at % 2 == 1
    return paragraph


def boxed(paragraph: Paragraph, lines: Iterable[str]) -> None:
    """Anchor a text box, kept twice as Word keeps it: for itself and for older programs."""
    inner = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(each)}</w:t></w:r></w:p>' for each in lines)
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3600000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2300000" cy="800000"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="7" name="Text Box 7"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    )
    old = f'<w:pict><v:shape style="position:absolute;margin-left:283pt;width:181pt;height:63pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    _append(
        paragraph,
        f'<w:r {W} {OTHERS}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>',
    )


def revised(paragraph: Paragraph, old: str, new: str, mark: int = 1) -> None:
    """Write a text that was struck out in favour of another, both kept as revisions."""
    _append(
        paragraph,
        f'<w:del {W} {AUTHOR.format(mark * 2)}><w:r><w:delText xml:space="preserve">{escape(old)}</w:delText></w:r></w:del>',
    )
    _append(
        paragraph,
        f'<w:ins {W} {AUTHOR.format(mark * 2 + 1)}><w:r><w:t xml:space="preserve">{escape(new)}</w:t></w:r></w:ins>',
    )


def control(paragraph: Paragraph, name: str, value: str) -> None:
    """Write a value into a content control, as templates of an office have them."""
    _append(
        paragraph,
        f'<w:sdt {W}><w:sdtPr><w:alias w:val="{escape(name)}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">{escape(value)}</w:t></w:r></w:sdtContent></w:sdt>',
    )


def field(paragraph: Paragraph, value: str) -> None:
    """Write a value into a form field."""
    for each in (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> FORMTEXT </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f'<w:t xml:space="preserve">{escape(value)}</w:t>',
        '<w:fldChar w:fldCharType="end"/>',
    ):
        _append(paragraph, f"<w:r {W}>{each}</w:r>")


def ruled(place: Document | _Cell, rows: Sequence[Sequence[object]]) -> Table:
    """Add a table with all its rules drawn, in the text or in a cell."""
    width = len(rows[0])
    grid = place.add_table(0, width) if isinstance(place, _Cell) else place.add_table(0, width, "Table Grid")
    if isinstance(place, _Cell):
        grid.style = "Table Grid"
    fill_table(grid, rows)
    return grid


def across(grid: Table, *parts: tuple[int, object]) -> None:
    """Append a row whose cells span so many columns each."""
    cells = grid.add_row().cells  # type: ignore[no-untyped-call] # python-docx does not say
    at = 0
    for width, value in parts:
        cell = cells[at] if width == 1 else cells[at].merge(cells[at + width - 1])
        cell.text = "" if value is None else str(value)
        at += width


def merged_down(grid: Table, column: int, first: int, last: int, value: object) -> None:
    """Make one cell of those of a column, from row to row."""
    cell = grid.cell(first, column).merge(grid.cell(last, column))
    cell.text = str(value)


def centred(document: Document, text: str, size: float | None = None) -> Paragraph:
    """Write a heading in the middle."""
    from docx.shared import Pt  # noqa: PLC0415 - of use here alone

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold = True
    if size:
        run.font.size = Pt(size)
    return paragraph


def at_right(document: Document, text: str) -> Paragraph:
    """Write a line at the right."""
    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _append(paragraph: Paragraph, markup: str) -> None:
    paragraph._p.append(parse_xml(markup))  # noqa: SLF001 - python-docx has no other way in
