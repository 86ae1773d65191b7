"""What can stand under a column: a number, a date, a code, words.

Only needed where a name alone does not tell. A column that holds nothing can be anything.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

from extractors.fields import dates, numbers, units
from sap.table import Cell

CODE = re.compile(r"[#A-Z]*[0-9][0-9A-Z./ -]*", re.IGNORECASE)
LETTER = re.compile(r"[^\W\d_]")
PERIOD = re.compile(r"[WM] ?[0-9]{1,2}[./][0-9]{4}")
EMPTY_DATE = re.compile(r"0+|00[./-]00[./-]0000|0000[./-]00[./-]00")
DAY = re.compile(r"[0-9]{8}")


def is_number(cell: Cell) -> bool:
    """Tell whether a cell holds a number, with or without a percent sign."""
    if isinstance(cell, str):
        return bool(numbers.parse(cell.rstrip("%").strip()))
    return isinstance(cell, Decimal)


def is_date(cell: Cell) -> bool:
    """Tell whether a cell holds a date as SAP or a person writes one; a zero date counts."""
    if isinstance(cell, str):
        return bool(
            EMPTY_DATE.fullmatch(cell)
            or DAY.fullmatch(cell)
            or PERIOD.fullmatch(cell)
            or dates.parse(cell, compact=True)
        )
    return isinstance(cell, dt.date)


def is_code(cell: Cell) -> bool:
    """Tell whether a cell holds a number that names something, such as a customer or an item."""
    if isinstance(cell, str):
        return bool(CODE.fullmatch(cell))
    return isinstance(cell, Decimal) and cell == cell.to_integral_value()


def is_words(cell: Cell) -> bool:
    """Tell whether a cell holds letters."""
    return isinstance(cell, str) and bool(LETTER.search(cell)) and not CODE.fullmatch(cell)


def is_unit(cell: Cell) -> bool:
    """Tell whether a cell holds a unit of measure."""
    return isinstance(cell, str) and not is_number(cell) and len(cell) <= units.LONGEST


NUMBERS = (
    "quantity price net_price gross_price list_price price_per net_value tax_rate tax_amount discount"
    " schedule_quantity confirmed_quantity"
)
DATES = "document_date created_on valid_from valid_to delivery_date"
CODES = "quotation sales_document item customer_number"
WORDS = "customer customer_local"
UNITS = "price_unit unit"
KINDS: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
    (NUMBERS, is_number),
    (DATES, is_date),
    (CODES, is_code),
    (WORDS, is_words),
    (UNITS, is_unit),
)
TESTS = {field: test for fields, test in KINDS for field in fields.split()}
