"""Plain text, as mails and old systems send it: lines, with columns made by tabs, bars or blanks.

Characters keep the columns of a terminal, so that what stands below each other in the text does so
on the page. Neighbouring lines with the same tabs or bars are a table.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.late import late
from extractors.readers import bounds, layout, ragged
from extractors.readers.decoding import decode
from extractors.readers.layout import Element, Grid, GridCell
from extractors.readers.lines import line
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument

LARGEST = 4 * 1024 * 1024
MOST_LINES = 100_000
BREAK = late(r"\r\n|\r|\n")
RULE = late(r"^[\s|+:=_─━┄┈┼├┤┬┴┌┐└┘╋┣┫┳┻┏┓┗┛-]*$")
"""A line that draws a border; it ends no table and is no row of one."""
BARS = str.maketrans("│┃｜", "|||")
LEAST_MARKS = 2
LEAST_SEMICOLONS = 4
"""So many semicolons without a blank behind them part values; fewer may part the sentences of a line."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of text: its number from 1, and the cells it falls into where marks part it."""

    number: int
    text: str
    mark: str | None
    cells: tuple[str, ...]


def read(data: bytes) -> SourceDocument:
    """Read a text.

    Raises:
        Unreadable: It is empty, or longer than any order.
    """
    if len(data) > LARGEST:
        raise Unreadable(
            ErrorCode.TOO_LARGE, "The text is too long for an order. Ask the sender for the order alone."
        )
    text = decode(data)
    if not text.strip():
        raise Unreadable(ErrorCode.EMPTY, "The text is empty. Ask the sender to send it again.")
    if len(BREAK.findall(text)) > MOST_LINES:
        raise bounds.too_large(f"more than {MOST_LINES} lines")
    rows = [_row(number, each.strip("\f\v")) for number, each in enumerate(BREAK.split(text), 1)]
    return SourceDocument(FileFormat.TEXT, (layout.page(1, _elements(rows), blank=1),), exact=True)


def _row(number: int, text: str) -> _Row:
    barred = text.translate(BARS)
    if text.count("\t") >= LEAST_MARKS:
        return _Row(number, text, "\t", tuple(text.split("\t")))
    if barred.count("|") >= LEAST_MARKS:
        return _Row(number, text, "|", tuple(_inner(barred)))
    if text.count(";") >= LEAST_SEMICOLONS and "; " not in text:
        return _Row(number, text, ";", tuple(text.split(";")))
    return _Row(number, text, None, ())


def _inner(barred: str) -> list[str]:
    """Return the cells between bars; those at the two ends of a line only frame it."""
    return barred.strip().removeprefix("|").removesuffix("|").split("|")


def _elements(rows: Sequence[_Row]) -> Iterator[Element]:
    texts = ragged.Texts([row.text if row.mark is None else "" for row in rows])
    at = 0
    while at < len(rows):
        block = _block(rows, at) or _ragged(rows, at, texts)
        if len(block) >= 2:
            yield _grid(block)
            at = block[-1].number
        else:
            yield line(rows[at].text, f"line {rows[at].number}")
            at += 1
    # `at` follows line numbers: row number n stands at index n - 1.


def _block(rows: Sequence[_Row], at: int) -> list[_Row]:
    """Return the rows of the table that begins here; shorter rows belong to it, longer ones do not."""
    mark, width = rows[at].mark, len(rows[at].cells)
    block: list[_Row] = []
    if mark is None or _is_rule(rows[at]):
        return block
    for row in itertools.islice(rows, at, None):
        if _is_rule(row):
            continue
        if row.mark != mark or len(row.cells) > width:
            break
        block.append(row)
    return block


def _ragged(rows: Sequence[_Row], at: int, texts: ragged.Texts) -> list[_Row]:
    """Return the rows of a table without marks whose columns no white space parts."""
    cells = texts.block(at) if rows[at].mark is None else []
    return [replace(row, cells=own) for row, own in zip(rows[at : at + len(cells)], cells, strict=True)]


def _is_rule(row: _Row) -> bool:
    return bool(RULE.match(row.text)) and any(sign in row.text for sign in "-=_─━")


def _grid(block: Sequence[_Row]) -> Grid:
    return Grid(
        tuple(
            GridCell(at, column, (line(text.strip(), f"line {row.number}"),), where=f"line {row.number}")
            for at, row in enumerate(block)
            for column, text in enumerate(row.cells)
        )
    )
