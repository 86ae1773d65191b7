"""How a file writes numbers and dates: found out once, from all its cells together.

SAP writes both as the user's own settings say (SU01, DATFM): 1,234.56 or 1.234,56 or 1 234,56, a minus
behind the number, quantities with three decimals ("10,000" may be ten), days first or months first.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields import dates, numbers
from extractors.fields.date_readings import DateOrder, DateReading
from extractors.fields.numbers import Notation
from models.errors import ColumnsNotUnderstoodError
from sap.contents import DATES, LEAD_TIMES, NUMBERS, PRICE_UNITS
from sap.headers import Header
from sap.table import Cell, Row

CENT = Decimal("0.01")
FIVE = re.compile(r"[0-9]{5}")
WRITTEN = {Notation.POINT: "1,234.56", Notation.COMMA: "1.234,56"}


@dataclass(frozen=True, slots=True)
class FileNotation:
    """The notation of a file; None where nothing in it depends on one."""

    decimals: Notation | None = None
    dates: DateOrder | None = None

    def shown(self) -> str:
        """Return the notation as people write it, for the summary of an import."""
        written = [WRITTEN[self.decimals]] if self.decimals else []
        return ", ".join(written + ([self.dates.value] if self.dates else []))


Witness = Callable[[FileNotation], int]
"""Counts how much of a file fits what is known otherwise if it is read under a notation."""


def vote(rows: Sequence[Row], header: Header, witness: Witness | None = None) -> FileNotation:
    """Return the notation that the cells under `header` settle, or else the `witness`.

    Raises:
        ColumnsNotUnderstoodError: Some cells can be read in two ways and nothing settles which.
    """
    body = rows[header.row + 1 :]
    return FileNotation(_decimals(body, header, witness), _dates(body, header))


def vote_numbers(rows: Sequence[Row], header: Header, witness: Witness | None = None) -> FileNotation:
    """Return the notation as `vote` does, but leave dates open that can be read in two ways.

    Raises:
        ColumnsNotUnderstoodError: Some numbers can be read in two ways and nothing settles which.
    """
    body = rows[header.row + 1 :]
    order = dates.vote(sorted(_texts(body, header, DATES.split())))
    return FileNotation(_decimals(body, header, witness), order)


def number(cell: Cell, notation: FileNotation) -> Decimal | None:
    """Return the number in a cell; None where it is none."""
    if isinstance(cell, str):
        return numbers.read(cell.rstrip("%").strip(), notation.decimals)
    return cell if isinstance(cell, Decimal) else None


def date(cell: Cell, notation: FileNotation, base: dt.date | None = None) -> dt.date | None:
    """Return the date in a cell, of a week or month its last day; None where it is none.

    A date of zeros is an empty one; ask `contents.is_empty_date` first. A day without its year is the next
    one from `base` on.
    """
    if isinstance(cell, str):
        reading = dates.resolve(_readings(cell, base), notation.dates)
        return reading.last if reading else None
    return cell if isinstance(cell, dt.date) else None


def serial(cell: Cell) -> dt.date | None:
    """Return the day that a spreadsheet shows as the number it keeps for it: 46371 is 2026-12-15.

    Only for a cell that cannot be any other number.
    """
    text = f"{cell:f}" if isinstance(cell, Decimal) else cell
    found = dates.parse(text, serial=True) if isinstance(text, str) and FIVE.fullmatch(text) else ()
    return found[0].last if found else None


def _readings(cell: str, base: dt.date | None = None) -> tuple[DateReading, ...]:
    # SAP marks a month as "M 12.2026"; weeks ("W 50.2026") are read as they stand.
    return dates.parse(cell.removeprefix("M "), base, compact=True)


def _texts(rows: Sequence[Row], header: Header, fields: Iterable[str]) -> set[str]:
    """Return the different texts that stand under some fields."""
    places = [header.columns[each] for each in fields if each in header.columns]
    cells = {cell for at in places for row in rows if len(row) > at and isinstance(cell := row[at], str)}
    return {each.rstrip("%").strip() for each in cells if each}


def _decimals(rows: Sequence[Row], header: Header, witness: Witness | None) -> Notation | None:
    settled: set[Notation] = set()
    open_text = ""
    for text in _texts(rows, header, (*NUMBERS.split(), PRICE_UNITS)):
        readings = numbers.parse(text)
        if len(readings) == 1 and readings[0].notation:
            settled.add(readings[0].notation)
        elif len(readings) > 1:
            open_text = text
    if len(settled) > 1:
        settled = set()
        open_text = open_text or "1,234.56 beside 1.234,56"
    if not settled and open_text:
        return _by_arithmetic(rows, header, open_text, witness)
    return settled.pop() if settled else None


def _by_arithmetic(rows: Sequence[Row], header: Header, open_text: str, witness: Witness | None) -> Notation:
    """Return the notation under which more rows close: quantity times price is the net value."""
    closing = {each: sum(_closes(row, header, FileNotation(each)) for row in rows) for each in Notation}
    if witness is not None and closing[Notation.POINT] == closing[Notation.COMMA]:
        closing = {each: witness(FileNotation(each)) for each in Notation}
    if closing[Notation.POINT] == closing[Notation.COMMA]:
        raise ColumnsNotUnderstoodError(
            f'the numbers can be read in two ways (such as "{open_text}") and nothing in the file settles'
            " which: export the list with its net prices and net values, or as .xlsx with real numbers"
        )
    return max(Notation, key=lambda each: closing[each])


def _closes(row: Row, header: Header, notation: FileNotation) -> bool:
    fields = ("quantity", "net_price" if "net_price" in header.columns else "price", "net_value")
    if not all(each in header.columns for each in fields):
        return False
    values = [
        number(row[at], notation) if (at := header.columns[each]) < len(row) else None for each in fields
    ]
    quantity, price, value = values
    per_at = header.columns.get("price_per", len(row))
    per = number(row[per_at], notation) if per_at < len(row) else None
    if quantity is None or price is None or not value:
        return False
    return abs(quantity * price / (per or 1) - value) <= CENT


def _dates(rows: Sequence[Row], header: Header) -> DateOrder | None:
    texts = sorted(_texts(rows, header, (*DATES.split(), LEAD_TIMES)))
    order = dates.vote(texts)
    if order is None:
        unsettled = [each for each in texts if len({r.last for r in _readings(each)}) > 1]
        if unsettled:
            raise ColumnsNotUnderstoodError(
                f'the dates can be read in two ways (such as "{unsettled[0]}") and nothing in the file'
                " settles which: export the list with dates written as 2026-12-20 or 20.12.2026"
            )
    return order
