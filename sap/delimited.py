"""Text exports: characters, delimiter, and the lists that SAP writes with bars and rules.

"Unconverted" lists print `|` between cells and rows of dashes between blocks; the spreadsheet
format of SAP's own export is tab-separated text named .xls, in UTF-16 or the code page of the PC.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.readers.decoding import decode

DELIMITERS = "\t;,|"
UNQUOTED = "\t|"
RULE = re.compile(r"[\s|+=_-]*")
SAMPLE = 200
BEGIN = 1_000_000
"""Characters at the beginning of a text that hold the sample."""


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


@dataclass(frozen=True, slots=True)
class Lines:
    """A text export to go through as often as asked; rows are split, but not yet cleaned."""

    text: str
    delimiter: str
    quoted: bool

    def rows(self) -> Iterator[Sequence[object]]:
        """Yield the cells of each row as they stand."""
        if self.quoted:
            yield from csv.reader(_lines(self.text), delimiter=self.delimiter)
        else:
            yield from csv.reader(_lines(self.text), delimiter=self.delimiter, quoting=csv.QUOTE_NONE)

    def clean(self, row: Sequence[object]) -> tuple[str, ...]:
        """Return a row's cells without blanks around them; nothing where it is a rule."""
        return _cells([str(cell) for cell in row], self.delimiter)


@dataclass(frozen=True, slots=True)
class Split:
    """A text export that was split and cleaned as a whole: bars and line breaks need it."""

    cells: list[tuple[str, ...]]

    def rows(self) -> Iterator[Sequence[object]]:
        """Yield the cells of each row."""
        return iter(self.cells)

    def clean(self, row: Sequence[object]) -> tuple[str, ...]:
        """Return a row as it is."""
        return tuple(str(cell) for cell in row)


def open_text(data: bytes) -> Lines | Split:
    """Return a text export to go through row by row, with the same rows as `rows` gives."""
    text = decode(data)
    delimiter = _delimiter(text)
    if delimiter == "|" or (delimiter in UNQUOTED and '"' in text) or ("\r" in text and "\n" not in text):
        return Split(rows(data))
    return Lines(text, delimiter, quoted='"' in text)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, without a copy of all of it."""
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end


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
    begin = text[:BEGIN].splitlines()
    lines = [line for line in begin[: SAMPLE * 2] if not RULE.fullmatch(line)][:SAMPLE]
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
