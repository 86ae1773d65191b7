"""Cells of spreadsheets, whatever file they came in: what they show, and what nobody sees of them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.late import late
from extractors.readers import number_format
from extractors.readers.lines import Piece
from extractors.readers.sheet_styles import Look
from models.errors import ErrorCode, Unreadable
from models.page import Doubt

MAX_FILLED = 50_000
"""An order has thousands of cells at most; beyond this a file is a data dump."""
PRECISE_DIGITS = 15
"""Excel keeps no more: a longer number, such as that of a part, has lost its last digits."""
GREATEST = 400
"""Decimal places in either direction: no number of Excel has so many."""
UNCALCULATED = "=?"
MONEY = late(r"(?:[A-Z]{3}|[A-Z]{0,3}[$€£¥￥])?\s?\d{1,3}(?:[ .,'’]?\d{3})*[.,]\d{2,4}\s?(?:[A-Z]{3}|[€元])?")
"""A sum of money that somebody typed as a text."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell with content; rows and columns count from 1 as in the file. `name` is like "D7"."""

    row: int
    column: int
    name: str
    pieces: tuple[Piece, ...]
    number: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its filled cells in the order of the file, and where cells are merged.

    `around` is what is printed above and below its pages.
    """

    title: str
    part: str
    cells: tuple[SheetCell, ...]
    merged: tuple[Area, ...]
    around: tuple[str, ...] = ()


def is_sum(cell: SheetCell) -> bool:
    """Tell whether a cell holds a sum of money typed as text: "GBP 89.75", ￥1,200.00."""
    text = "".join(piece.text for piece in cell.pieces).strip()
    return not cell.number and MONEY.fullmatch(text) is not None


def too_many() -> Unreadable:
    """Return the refusal of a sheet that is no order."""
    return Unreadable(
        ErrorCode.TOO_LARGE,
        f"A sheet has more than {MAX_FILLED} filled cells. Ask the sender for the order alone.",
    )


def letters(column: int) -> str:
    """Return the name of a column that counts from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def hidden(cell: SheetCell) -> SheetCell:
    """Return a cell that Excel does not show."""
    return replace(cell, pieces=tuple(replace(piece, doubt=Doubt.INVISIBLE) for piece in cell.pieces))


def styled(pieces: Sequence[Piece], look: Look) -> tuple[Piece, ...]:
    """Return a text as its cell shows it."""
    whole = "".join(piece.text for piece in pieces)
    text = number_format.shown_text(whole, look.format_code)
    if whole.strip() and not text.strip():
        return (Piece(whole, doubt=Doubt.INVISIBLE),)
    if text != whole:
        pieces = (Piece(text, doubt=next((piece.doubt for piece in pieces if piece.doubt), None)),)
    return tuple(replace(piece, doubt=piece.doubt or look.doubt, bold=look.bold) for piece in pieces)


def styled_number(value: Decimal, look: Look, first_day: dt.date) -> tuple[Piece, ...]:
    """Return a number as its cell shows it."""
    if not value.is_finite() or abs(value.adjusted()) > GREATEST:
        return (Piece(str(value), doubt=Doubt.BAD_ENCODING),)
    text = number_format.shown(value, look.format_code, first_day)
    if not text:
        return (Piece(number_format.general(value), doubt=Doubt.INVISIBLE),)
    lost = Doubt.BAD_ENCODING if value.adjusted() >= PRECISE_DIGITS else None
    return (Piece(text, doubt=lost or look.doubt, bold=look.bold),)
