"""Excel workbooks: a page for each sheet with content, its cells where the sheet has them.

Rows that make a table become one; the texts around it stand free, each reaching over the empty cells
to its right as on the screen. What is hidden (sheets, rows, columns, white text) is read and doubted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.readers import layout, number_format, sheet_margins
from extractors.readers.drawings import elements
from extractors.readers.layout import Element, Grid, GridCell
from extractors.readers.lines import Line, Piece, line
from extractors.readers.package import Package, open_package
from extractors.readers.sheet_cells import MAX_FILLED, Area, Sheet, SheetCell, is_sum, too_many
from extractors.readers.sheet_comments import commented
from extractors.readers.sheet_grid import sheet_grid, tracks
from extractors.readers.spreadsheet import sheets as sheets_of
from models.errors import ErrorCode, Unreadable
from models.page import Doubt, FileFormat, Page, SourceDocument

# Whoever forks for each workbook has this module before; each fork would load the list anew.
number_format.built_in()

MAX_COVERED = 20 * MAX_FILLED
"""Cells that are looked at for all merged cells together: in honest sheets these do not overlap."""


def read(data: bytes) -> SourceDocument:
    """Read a workbook (.xlsx, .xlsm).

    Raises:
        Unreadable: It is damaged, empty, unsafe or too large, or holds nothing but pictures.
    """
    package = open_package(data)
    remarks: list[str] = []
    drawn = ((commented(package, sheet, remarks), _drawn(package, sheet)) for sheet in sheets_of(package))
    found = document(drawn, FileFormat.XLSX)
    return replace(found, remarks=tuple(remarks))


def _drawn(package: Package, sheet: Sheet) -> list[Element]:
    return list(elements(package, sheet.part, sheet.title))


def document(
    sheets: Iterable[tuple[Sheet, Sequence[Element]]],
    format: FileFormat,  # noqa: A002 - the word for it everywhere
) -> SourceDocument:
    """Return sheets, each with what is drawn over it, as pages.

    Raises:
        Unreadable: They are empty, or hold nothing but pictures.
    """
    pages: list[Page] = []
    for sheet, drawn in sheets:
        if sheet.cells or drawn:
            called = [] if pages else sheet_margins.state_of(sheet.title)
            around = [line(each, f"{sheet.title} header") for each in (*called, *sheet.around)]
            pages.append(layout.page(len(pages) + 1, [*_grid(sheet), *drawn, *around]))
    if any(page.words for page in pages):
        return SourceDocument(format, tuple(pages), exact=True)
    if any(page.pictures for page in pages):
        raise Unreadable(
            ErrorCode.NEEDS_OCR,
            "The workbook holds only pictures. Ask the sender for the order as text or PDF.",
        )
    raise Unreadable(ErrorCode.EMPTY, "The workbook has no content. Ask the sender to send it again.")


def _grid(sheet: Sheet) -> list[Grid]:
    if not sheet.cells:
        return []
    rows = tracks(sorted({cell.row for cell in sheet.cells}))
    columns = {column: at for at, column in enumerate(sorted({cell.column for cell in sheet.cells}))}
    numeric = {rows[cell.row] for cell in sheet.cells if cell.number}
    priced = frozenset(rows[cell.row] for cell in sheet.cells if is_sum(cell))
    return [sheet_grid(list(_cells(sheet, rows, columns)), numeric, priced)]


def _cells(sheet: Sheet, rows: dict[int, int], columns: dict[int, int]) -> Iterator[GridCell]:
    """Yield the cells; what a merged cell covers is hidden on the screen, and kept in it with a doubt."""
    covered = _covered(sheet)
    hidden: dict[Area, list[Line]] = {}
    shown: list[tuple[SheetCell, Area | None]] = []
    for cell in sheet.cells:
        area = covered.get((cell.row, cell.column))
        if area is not None and (area.top, area.left) != (cell.row, cell.column):
            hidden.setdefault(area, []).extend(_lines(sheet, cell, Doubt.INVISIBLE))
        else:
            shown.append((cell, area))
    firsts = {area for _, area in shown if area is not None}
    for area, lines in hidden.items():
        if area not in firsts:
            yield _spanning(area, tuple(lines), rows, columns)
    for cell, area in shown:
        lines = [*_lines(sheet, cell), *(hidden.get(area, []) if area else [])]
        where = f"{sheet.title}!{cell.name}"
        if area is None:
            yield GridCell(rows[cell.row], columns[cell.column], tuple(lines), where=where)
        else:
            yield replace(_spanning(area, tuple(lines), rows, columns), where=where)


def _covered(sheet: Sheet) -> dict[tuple[int, int], Area]:
    """Map the filled places to the merged cell that they lie in.

    Raises:
        Unreadable: Merged cells lie over each other again and again.
    """
    by_row: dict[int, list[int]] = {}
    for cell in sheet.cells:
        by_row.setdefault(cell.row, []).append(cell.column)
    filled = sorted(by_row)
    covered: dict[tuple[int, int], Area] = {}
    steps = 0
    for area in sheet.merged:
        rows = filled[bisect_left(filled, area.top) : bisect_right(filled, area.bottom)]
        steps += 1 + sum(len(by_row[row]) for row in rows)
        if steps > MAX_COVERED:
            raise too_many()
        for row in rows:
            covered.update({(row, at): area for at in by_row[row] if area.left <= at <= area.right})
    return covered


def _spanning(area: Area, lines: tuple[Line, ...], rows: dict[int, int], columns: dict[int, int]) -> GridCell:
    top, beneath = _within(list(rows), area.top, area.bottom)
    left, behind = _within(list(columns), area.left, area.right)
    own_rows = list(rows.values())[top:beneath]
    return GridCell(own_rows[0], left, lines, own_rows[-1] - own_rows[0] + 1, behind - left)


def _within(numbers: Sequence[int], first: int, last: int) -> tuple[int, int]:
    return bisect_left(numbers, first), bisect_right(numbers, last)


def _lines(sheet: Sheet, cell: SheetCell, doubt: Doubt | None = None) -> Iterator[Line]:
    """Yield the lines of a cell's text."""
    where = f"{sheet.title}!{cell.name}"
    own: list[Piece] = []
    for piece in cell.pieces:
        first, *others = piece.text.split("\n")
        own.append(replace(piece, text=first, where=where, doubt=doubt or piece.doubt))
        for other in others:
            yield Line(tuple(own))
            own = [replace(piece, text=other, where=where, doubt=doubt or piece.doubt)]
    yield Line(tuple(own))
