"""Text exports: characters, delimiter, and the lists that SAP writes with bars and rules.

"Unconverted" lists print `|` between cells and rows of dashes between blocks; the spreadsheet
format of SAP's own export is tab-separated text named .xls, in UTF-16 or the code page of the PC.
"""

import csv
import io
import itertools
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from extractors.readers.decoding import decode

DELIMITERS = "\t;,|"
UNQUOTED = "\t|"
RULE = re.compile(r"[\s|+=_-]*")
SAMPLE = 200
BEGIN = 1_000_000
"""Characters at the beginning of a text that hold the sample."""
PIECE = 65_536
"""Characters of a text that are cut into lines at once."""
TAIL, LAST = 20_000, 6
"""Characters at its end, and lines of them, that tell whether it is whole."""


class CutOffError(Exception):
    """A file ends in the middle of a row: not all of it has come."""


def rows(data: bytes) -> list[tuple[str, ...]]:
    """Return the cells of a text export, row by row; rules and blank lines give empty rows.

    Raises:
        CutOffError: It ends in the middle of a row.
    """
    text = decode(data)
    delimiter = _delimiter(text)
    _assert_whole(text, delimiter)
    return _rows(text, delimiter)


def _rows(text: str, delimiter: str) -> list[tuple[str, ...]]:
    if delimiter == "|" and _framed(text):
        text = _whole(text)
    if delimiter not in UNQUOTED:
        parsed = _parse(text, delimiter, quoted=_is_quoted(text, delimiter))
        return [_cells(row, delimiter) for row in parsed]
    parsed = _parse(text, delimiter)
    # SAP does not quote its lists: a stray quotation mark at the start of a cell would swallow whole rows.
    if any(delimiter in cell for row in parsed for cell in row):
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
            return csv.reader(_lines(self.text), delimiter=self.delimiter)
        return csv.reader(_lines(self.text), delimiter=self.delimiter, quoting=csv.QUOTE_NONE)


@dataclass(frozen=True, slots=True)
class Split:
    """A text export that was split and cleaned as a whole: bars and line breaks need it."""

    cells: list[tuple[str, ...]]

    def rows(self) -> Iterator[Sequence[object]]:
        """Yield the cells of each row."""
        return iter(self.cells)


def open_text(data: bytes) -> Lines | Split:
    """Return a text export to go through row by row, with the same rows as `rows` gives.

    Raises:
        CutOffError: It ends in the middle of a row.
    """
    text = decode(data)
    delimiter = _delimiter(text)
    _assert_whole(text, delimiter)
    if delimiter == "|" or (delimiter in UNQUOTED and '"' in text) or ("\r" in text and "\n" not in text):
        return Split(_rows(text, delimiter))
    return Lines(text, delimiter, quoted=_is_quoted(text, delimiter))


def cleaned(row: Sequence[object], delimiter: str) -> tuple[str, ...]:
    """Return a row of `Lines` without blanks around its cells; nothing where it is a rule."""
    return _cells([str(cell) for cell in row], delimiter)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text with their ends, without a copy of all of it."""
    return itertools.chain.from_iterable(map(partial(io.StringIO, newline="\n"), _pieces(text)))


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that end where a line ends."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + PIECE) + 1 or len(text)
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


def _assert_whole(text: str, delimiter: str) -> None:
    """Refuse a text whose last row is shorter than all rows before it, and does not end its line."""
    if not text or text[-1] in "\r\n\f\x1a":
        return
    last = [line for line in text[-TAIL:].splitlines() if line.strip()][-LAST:]
    if delimiter == "|":
        framed = [line.startswith("|") and line.rstrip().endswith("|") for line in last]
        midway = last[-1].startswith("|") and not framed[-1] and len(last) > 1 and all(framed[:-1])
    else:
        widths = [len(next(csv.reader([line], delimiter=delimiter))) for line in last]
        # The first of these lines may be cut by the tail itself.
        before = set(widths[1:-1]) if len(text) > TAIL else set(widths[:-1])
        midway = len(before) == 1 and 1 < widths[-1] < max(before)
    if midway:
        raise CutOffError


def _is_quoted(text: str, delimiter: str) -> bool:
    """Tell whether quotation marks stand around cells; a stray one would swallow all rows up to the next."""
    if '"' not in text:
        return False
    try:
        deque(csv.reader(_lines(text), delimiter=delimiter, strict=True), maxlen=0)
    except csv.Error:
        return not _swallows(text, delimiter)
    return True


def _swallows(text: str, delimiter: str) -> bool:
    try:
        return any(
            "\n" in cell and delimiter in cell
            for row in csv.reader(_lines(text), delimiter=delimiter)
            for cell in row
        )
    except csv.Error:  # a cell longer than any
        return True


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
