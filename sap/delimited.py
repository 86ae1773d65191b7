"""Text exports: characters, delimiter, and the lists that SAP writes with bars and rules.

"Unconverted" lists print `|` between cells and rows of dashes between blocks; the spreadsheet
format of SAP's own export is tab-separated text named .xls, in UTF-16 or the code page of the PC.
"""

import csv
import io
import re
from collections import Counter

from extractors.readers.decoding import decode

DELIMITERS = "\t;,|"
UNQUOTED = "\t|"
RULE = re.compile(r"[\s|+=_-]*")
SAMPLE = 200


def rows(data: bytes) -> list[tuple[str, ...]]:
    """Return the cells of a text export, row by row; rules and blank lines give empty rows."""
    text = decode(data)
    delimiter = _delimiter(text)
    if delimiter == "|" and _framed(text):
        text = _whole(text)
    parsed = _parse(text, delimiter)
    # SAP does not quote its lists: a stray quotation mark at the start of a cell would swallow whole rows.
    if delimiter in UNQUOTED and any(delimiter in cell for row in parsed for cell in row):
        parsed = _parse(text, delimiter, quoted=False)
    return [_cells(row, delimiter) for row in parsed]


def _framed(text: str) -> bool:
    """Tell whether most rows that begin with a bar also end with one."""
    lines = [line.rstrip() for line in text.splitlines() if line.startswith("|")]
    return sum(line.endswith("|") for line in lines) * 2 > len(lines)


def _whole(text: str) -> str:
    """Join the lines of a row that a line break inside a field parts: a framed row ends with a bar.

    An empty line takes the place of each line that was joined, so that lines keep their numbers.
    """
    joined: list[str] = []
    joined_to = 0
    for line in text.splitlines():
        if joined_to and not line.startswith("|"):
            joined[-joined_to] += f" {line}"
            joined.append("")
            joined_to = 0 if line.rstrip().endswith("|") else joined_to + 1
        else:
            joined.append(line)
            joined_to = int(line.startswith("|") and not line.rstrip().endswith("|"))
    return "\n".join(joined)


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
    if delimiter != "|":
        return cells
    return cells[0 if cells[0] else 1 : len(cells) if cells[-1] else -1]
