"""A composed shape as a Word file or a workbook."""

import re
from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from bench.layouts.office import saved, set_widths, sheet, word
from bench.layouts.post import width_of
from bench.layouts.shapes.content import Around, Pair
from bench.layouts.shapes.grid import Cell, Grid, placed
from bench.layouts.shapes.style import Shape
from bench.layouts.shapes.tables import table
from bench.layouts.shapes.worded import entries, told
from bench.layouts.values import Order

THIN = Side(style="thin")
PLAIN = re.compile(
    r"\d{1,3}(?:,\d{2,3})*\.\d\d|\d+\.\d\d|\d{1,3}(?:[.'\u00a0]\d{3})*,\d\d|\d{1,3}(?:'\d{3})+\.\d\d"
)
"""An amount that a workbook would hold as a number."""
WHOLE = re.compile(r"[1-9]\d{0,3}|\d{1,3}(?:[.,'\u00a0]\d{3})+")
"""A quantity that it would hold as one."""


def worded(shape: Shape, order: Order, paper: Around) -> bytes:
    """Return a Word file."""
    document = word(size=shape.size + 1)
    if shape.paper in {"landscape", "A3"}:
        section = document.sections[0]
        high, wide = (210, 297) if shape.paper == "landscape" else (297, 420)
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(wide), Mm(high)
    document.add_paragraph(paper.title).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for label, value in paper.facts:
        document.add_paragraph(f"{label}：{value}")
    document.add_paragraph(paper.intro)
    _items(document, shape, order, paper)
    if not (shape.sums_at in {"row", "label row"} and shape.tabled):
        _sums(document, shape, paper.sums)
    for each in paper.closing:
        document.add_paragraph(each)
    return saved(document)


def _items(document: WordDocument, shape: Shape, order: Order, paper: Around) -> None:
    if shape.tabled or shape.form == "transposed":
        _table(document, shape, table(shape, order, paper))
    elif shape.form in {"paragraphs", "sentences"}:
        for each in told(shape, order):
            for one in filter(None, each):
                document.add_paragraph(one)
    else:
        for pairs in entries(shape, order):
            if shape.form == "listing":
                for label, value in pairs:
                    document.add_paragraph(f"{label}: {value}")
            else:
                _card(document, shape, pairs)
            document.add_paragraph("")


def _card(document: WordDocument, shape: Shape, pairs: Sequence[Pair]) -> None:
    made = document.add_table(rows=0, cols=4)
    if shape.rules in {"ruled", "frame", "half"}:
        made.style = "Table Grid"
    for at in range(0, len(pairs), 2):
        cells = made.add_row().cells
        for cell, one in zip(cells, [each for pair in pairs[at : at + 2] for each in pair], strict=False):
            cell.text = one


def _table(document: WordDocument, shape: Shape, grid: Grid) -> None:
    rows = [*grid.heads, *(each for each in grid.rows if each.kind != "break")]
    made = document.add_table(rows=len(rows), cols=grid.wide)
    if shape.rules in {"ruled", "frame"}:
        made.style = "Table Grid"
    for each in placed(rows):
        _fill(made, shape, (each.row, each.column), each.cell)


def _fill(made: Table, shape: Shape, at: tuple[int, int], content: Cell) -> None:
    cell = made.cell(*at)
    if content.across > 1 or content.down > 1:
        cell = cell.merge(made.cell(at[0] + content.down - 1, at[1] + content.across - 1))
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(content.text)
    run.font.size, run.font.strike = Pt(shape.size), content.struck or None
    if content.right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _sums(document: WordDocument, shape: Shape, sums: Sequence[Pair]) -> None:
    if shape.sums_at == "sentence":
        document.add_paragraph("　".join(f"{label}：{value}" for label, value in sums))
    elif shape.sums_at == "box":
        made = document.add_table(rows=0, cols=2)
        made.style = "Table Grid"
        for pair in sums:
            for cell, one in zip(made.add_row().cells, pair, strict=True):
                cell.text = one
    else:
        for label, value in sums:
            document.add_paragraph(f"{label}：{value}")


def tabled(shape: Shape, order: Order, paper: Around) -> bytes:
    """Return a workbook."""
    book, page = sheet("Sheet1")
    grid = table(shape, order, paper) if shape.tabled or shape.form == "transposed" else None
    page.cell(1, 1).value = paper.title
    page.cell(1, 1).font = Font(bold=True, size=14)
    row = 3
    for label, value in paper.facts:
        page.cell(row, 1).value = label
        page.cell(row, 3 if grid and grid.wide > 3 else 2).value = value
        row += 1
    page.cell(row, 1).value = paper.intro
    row = _sheet_grid(page, shape, grid, row + 2) if grid else _sheet_entries(page, shape, order, row + 2)
    if not (shape.sums_at in {"row", "label row"} and shape.tabled):
        for label, value in paper.sums:
            _put(page, (row, 1), label)
            _put(page, (row, 3 if grid and grid.wide > 3 else 2), value, number=True)
            row += 1
    for each in paper.closing:
        row += 1
        page.cell(row, 1).value = each
    set_widths(page, _widths(grid) if grid else [24, 40])
    return saved(book)


def _widths(grid: Grid) -> list[float]:
    widths = [6.0] * grid.wide
    for each in placed([*grid.heads, *grid.rows]):
        if each.cell.across == 1:
            longest = max(map(width_of, each.cell.text.split("\n")))
            widths[each.column] = max(widths[each.column], min(longest + 2.0, 42.0))
    return widths


def _sheet_grid(page: Worksheet, shape: Shape, grid: Grid, top: int) -> int:
    rows = [*grid.heads, *(each for each in grid.rows if each.kind != "break")]
    framed = shape.rules in {"ruled", "frame", "zebra"}
    for each in placed(rows):
        at = (top + each.row, each.column + 1)
        if each.cell.across > 1 or each.cell.down > 1:
            page.merge_cells(
                start_row=at[0], start_column=at[1],
                end_row=at[0] + each.cell.down - 1, end_column=at[1] + each.cell.across - 1,
            )  # fmt: skip
        _put(page, at, each.cell.text, number=each.cell.right)
        cell = page.cell(*at)
        cell.alignment = Alignment(
            wrap_text="\n" in each.cell.text,
            vertical="center",
            horizontal="right" if each.cell.right else None,
        )
        if each.cell.struck:
            cell.font = Font(strike=True)
        if framed:
            cell.border = Border(THIN, THIN, THIN, THIN)
    return top + len(rows)


def _sheet_entries(page: Worksheet, shape: Shape, order: Order, row: int) -> int:
    for pairs in entries(shape, order):
        for label, value in pairs:
            _put(page, (row, 1), label)
            _put(page, (row, 2), value, number=True)
            row += 1
        row += 1
    return row


def _put(page: Worksheet, at: tuple[int, int], text: str, *, number: bool = False) -> None:
    """Write a text, or the number that Excel would keep for it."""
    cell = page.cell(*at)
    if number and PLAIN.fullmatch(text):
        cell.value = float(re.sub(r"[,.'\u00a0](?=.*[.,])", "", text).replace(",", "."))
        cell.number_format = "#,##0.00"
    elif number and WHOLE.fullmatch(text):
        cell.value = int(re.sub(r"\D", "", text))
    elif text:
        cell.value = text
