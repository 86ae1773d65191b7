"""What can stand under a column: a number, a date, a code, words.

Only needed where a name alone does not tell. A column that holds nothing can be anything.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal

from extractors.fields import dates, numbers, price_units, units
from sap.table import PRECISION, Cell

CODE = re.compile(r"[#A-Z./_-]*[0-9][0-9A-Z./_ -]*", re.IGNORECASE)
LETTERED = re.compile(r"[A-Z]{1,3}")
LETTER = re.compile(r"[^\W\d_]")
NUMBERED_DOCUMENT = re.compile(r"\d{5}")
PERIOD = re.compile(r"[WM] ?[0-9]{1,2}[./][0-9]{4}")
EMPTY_DATE = re.compile(r"0+|00[./-]00[./-]0000|0000[./-]00[./-]00")
NO_END = re.compile(r"31[./-]12[./-]9999|12[./-]31[./-]9999|9999[./-]?12[./-]?31")
"""How SAP writes "without end"."""
TOTAL = re.compile(r"[*Σ∑]+|(?:sub|grand )?totals?|sum|总计|合计|小计|总和|结果", re.IGNORECASE)
"""What stands instead of a key in rows of totals."""
ERROR = re.compile(rf"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|[A-Z]{{2,}}[!?])|{PRECISION} .*")
"""What spreadsheets show for a value that could not be computed."""
POWER = re.compile(r"[0-9][.,][0-9]+E\+[0-9]{2,3}")
"""A long number as spreadsheets write it into text files: its last digits are lost."""
DAY = re.compile(r"[0-9]{8}")


def says_nothing(cell: Cell) -> bool:
    """Tell whether a cell says nothing about its column: empty, a spreadsheet's error, a mark of totals."""
    if isinstance(cell, str):
        return not cell or is_broken(cell) or TOTAL.fullmatch(cell) is not None
    return False


def is_broken(text: str) -> bool:
    """Tell whether a text stands for a value that was not computed, or that lost its last digits."""
    if text.startswith("#"):
        return ERROR.fullmatch(text) is not None
    return "E+" in text and POWER.fullmatch(text) is not None


def is_number(cell: Cell) -> bool:
    """Tell whether a cell holds a number, with or without a percent sign."""
    if isinstance(cell, str):
        return bool(numbers.parse(cell.rstrip("%").strip()))
    return isinstance(cell, Decimal)


def is_price_unit(cell: Cell) -> bool:
    """Tell whether a cell holds how many units a price is for: "100", "100 EA", 百件."""
    if is_number(cell):
        return True
    stated = price_units.parse(cell) if isinstance(cell, str) and not LETTERED.fullmatch(cell) else None
    return stated is not None and stated.per is not None


def is_date(cell: Cell) -> bool:
    """Tell whether a cell holds a date as SAP or a person writes one; a zero date counts."""
    if isinstance(cell, str):
        return bool(
            is_empty_date(cell)
            or DAY.fullmatch(cell)
            or PERIOD.fullmatch(cell)
            or dates.parse(cell, compact=True)
        )
    return isinstance(cell, dt.date)


def is_empty_date(cell: Cell) -> bool:
    """Tell whether a cell holds SAP's way of saying "no date", or "without end"."""
    if isinstance(cell, str):
        return bool(EMPTY_DATE.fullmatch(cell) or NO_END.fullmatch(cell))
    return isinstance(cell, dt.date) and (cell.year, cell.month, cell.day) == (9999, 12, 31)


def is_code(cell: Cell) -> bool:
    """Tell whether a cell holds a number that names something, such as a customer or an item."""
    if isinstance(cell, str):
        return bool(CODE.fullmatch(cell))
    return isinstance(cell, Decimal) and cell == cell.to_integral_value()


def names_document(cell: Cell) -> bool:
    """Tell whether a cell names documents by their numbers, maybe several, maybe with a word before them."""
    return NUMBERED_DOCUMENT.search(cell) is not None if isinstance(cell, str) else is_code(cell)


def is_words(cell: Cell) -> bool:
    """Tell whether a cell holds letters."""
    return isinstance(cell, str) and bool(LETTER.search(cell)) and not CODE.fullmatch(cell)


def is_unit(cell: Cell) -> bool:
    """Tell whether a cell holds a unit of measure."""
    return isinstance(cell, str) and not is_number(cell) and len(cell) <= units.LONGEST


NUMBERS = (
    "quantity price net_price gross_price list_price net_value tax_rate tax_amount discount"
    " line_discount schedule_quantity confirmed_quantity net_amount gross_amount amount"
)
DATES = (
    "document_date created_on valid_from valid_to delivery_date requested_date issued_on planned_on proof_on"
    " hold_until billed_on billing_date"
)
LEAD_TIMES = "lead_time"
"""A column in which people write a day as well as how long it takes."""
CODES = (
    "quotation sales_document item customer_number delivery_item billing_document billing_item reference_item"
    " document"
)
NUMBERED = "order delivery"
WORDS = "customer customer_local"
UNITS = "price_unit unit base_unit"
PRICE_UNITS = "price_per"
KINDS: tuple[tuple[str, Callable[[Cell], bool]], ...] = (
    (NUMBERS, is_number),
    (PRICE_UNITS, is_price_unit),
    (DATES, is_date),
    (CODES, is_code),
    (NUMBERED, names_document),
    (WORDS, is_words),
    (UNITS, is_unit),
)
TESTS = {field: test for fields, test in KINDS for field in fields.split()}
