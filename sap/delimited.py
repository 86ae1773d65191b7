"""Text exports: characters, delimiter, and the lists that SAP writes with bars and rules.

"Unconverted" lists print `|` between cells and rows of dashes between blocks; the spreadsheet
format of SAP's own export is tab-separated text named .xls, in UTF-16 or the code page of the PC.
"""

import codecs
import csv
import io
import re
from collections import Counter

DELIMITERS = "\t;,|"
UNQUOTED = "\t|"
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
RULE = re.compile(r"[\s|+=_-]*")
SAMPLE = 200


def rows(data: bytes) -> list[tuple[str, ...]]:
    """Return the cells of a text export, row by row; rules and blank lines give empty rows."""
    text = decode(data)
    delimiter = _delimiter(text)
    parsed = _parse(text, delimiter)
    # SAP does not quote its lists: a stray quotation mark at the start of a cell would swallow whole rows.
    if delimiter in UNQUOTED and any(delimiter in cell for row in parsed for cell in row):
        parsed = _parse(text, delimiter, quoted=False)
    return [_cells(row, delimiter) for row in parsed]


def decode(data: bytes) -> str:
    """Return the text, by its byte order mark, as UTF-8, or in the code page that it can be."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data[:SAMPLE].count(0) > len(data[:SAMPLE]) // 4:
        return data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", "replace")
    for encoding in ("utf-8", "cp1252" if _isolated(data) else "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def _isolated(data: bytes) -> bool:
    """Tell whether no two bytes beyond ASCII stand together: umlauts do not, Chinese always does."""
    return not re.search(rb"[\x80-\xff]{2}", data)


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts most lines into the same number of cells, and into many."""
    lines = [line for line in text.splitlines()[: SAMPLE * 2] if not RULE.fullmatch(line)][:SAMPLE]
    weights = {}
    for each in DELIMITERS:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=each))
        weights[each] = max(((cells - 1) * often for cells, often in counts.items()), default=0)
    return max(DELIMITERS, key=lambda each: weights[each])


def _parse(text: str, delimiter: str, *, quoted: bool = True) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    if quoted:
        return list(csv.reader(lines, delimiter=delimiter))
    return list(csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE))


def _cells(row: list[str], delimiter: str) -> tuple[str, ...]:
    cells = tuple(" ".join(cell.split()) for cell in row)
    if all(RULE.fullmatch(cell) for cell in cells):
        return ()
    return cells[1:] if delimiter == "|" and not cells[0] else cells
