"""The tax of an item: its rate, or the amount that tells it ("VAT" is either)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sap import notation
from sap.cells import Cells
from sap.headers import Header
from sap.notation import FileNotation
from sap.quotation_prices import CENT, HUNDRED, TAXES
from sap.table import Row

RATE = re.compile("%|rate|率|税点|satz", re.IGNORECASE)
"""What makes a heading that of a rate."""


def settled(header: Header, rows: Sequence[Row], written: FileNotation) -> Header:
    """Return the header with a column that may hold rates or amounts under what it holds: the values tell."""
    columns = header.columns
    if "tax_rate" not in columns or "tax_amount" in columns or RATE.search(header.name("tax_rate")):
        return header
    cells = [Cells(row, header, written) for row in rows[header.row + 1 :] if row not in header.printed]
    pairs = [(_number(each, "tax_rate"), _number(each, "net_value")) for each in cells]
    stated = [(tax, value) for tax, value in pairs if tax]
    amounts = sum(tax > max(TAXES) or _of(tax, value) is not None for tax, value in stated)
    if amounts <= sum(tax in TAXES or 0 < tax < 1 for tax, _ in stated):
        return header
    moved = {("tax_amount" if name == "tax_rate" else name): at for name, at in columns.items()}
    return replace(header, columns=moved)


def rate(cells: Cells) -> Decimal | None:
    """Return the rate in percent; spreadsheets keep 13 % as 0.13, and an amount tells it too.

    Raises:
        UnreadableCellError: A number cannot be read.
    """
    if "tax_rate" in cells.header.columns:
        stated = cells.number("tax_rate")
        return stated * 100 if stated is not None and 0 < stated < 1 else stated
    return _of(_number(cells, "tax_amount"), _number(cells, "net_value"))


def _of(amount: Decimal | None, value: Decimal | None) -> Decimal | None:
    """Return the one usual rate by which an amount is the tax on a value."""
    if amount is None or not value:
        return None
    fitting = [each for each in (Decimal(0), *TAXES) if abs(value * each / HUNDRED - amount) <= CENT]
    return fitting[0] if len(fitting) == 1 else None


def _number(cells: Cells, name: str) -> Decimal | None:
    return notation.number(cells.cell(name), cells.notation)
