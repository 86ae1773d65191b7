"""Text with columns parted by a character (.csv, .tsv), in any encoding and notation."""

import csv
import io
from collections.abc import Iterator

from extractors.late import late
from extractors.readers import layout
from extractors.readers.decoding import decode
from extractors.readers.identify import DECLARED, delimiter
from extractors.readers.layout import GridCell
from extractors.readers.lines import line
from extractors.readers.sheet_cells import MAX_FILLED
from extractors.readers.sheet_grid import sheet_grid, tracks
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument

FORMULA_TEXT = late(r'="(.*)"')
"""How exports keep Excel from eating leading zeros."""
NUMBER = late(r"[^\w]{0,4}\d[\d.,' ]*%?")


def read(data: bytes) -> SourceDocument:
    """Read a table of delimited text.

    Raises:
        Unreadable: It is empty, damaged, or longer than any order.
    """
    rows = list(_rows(decode(data)))
    # A cell of several lines is no gap between rows: rows count by themselves, lines say where they stand.
    filled = [
        (row, column, text)
        for row, (_, cells) in enumerate(rows)
        for column, text in enumerate(cells)
        if text.strip()
    ]
    if not filled:
        raise Unreadable(ErrorCode.EMPTY, "The table is empty. Ask the sender to send it again.")
    if len(filled) > MAX_FILLED:
        raise Unreadable(
            ErrorCode.TOO_LARGE,
            f"The table has more than {MAX_FILLED} filled cells. Ask the sender for the order alone.",
        )
    numbered = tracks(sorted({row for row, _, _ in filled}))
    columns = {column: at for at, column in enumerate(sorted({column for _, column, _ in filled}))}
    cells = [_cell(numbered[row], columns[column], rows[row][0], text) for row, column, text in filled]
    numeric = {numbered[row] for row, _, text in filled if NUMBER.fullmatch(text.strip())}
    page = layout.page(1, [sheet_grid(cells, numeric)])
    return SourceDocument(FileFormat.CSV, (page,), exact=True)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with the number of the line they begin on."""
    declared = DECLARED.match(text)
    mark = declared[1] if declared else delimiter(text) or ","
    body = text[declared.end() :] if declared else text
    first = 2 if declared else 1
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=mark)
    number = first
    try:
        for row in reader:
            yield number, row
            number = first + reader.line_num
    except csv.Error as broken:
        raise Unreadable(
            ErrorCode.DAMAGED,
            f"Line {number} of the table is damaged ({broken}). Ask the sender to send it again.",
        ) from None


def _cell(row: int, column: int, number: int, text: str) -> GridCell:
    formula = FORMULA_TEXT.fullmatch(text.strip())
    shown = formula[1] if formula else text
    where = f"line {number}"
    lines = tuple(line(each.strip(), where) for each in shown.strip().splitlines())
    return GridCell(row, column, lines, where=where)
