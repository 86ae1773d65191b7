"""The tax of an item: its rate, or the amount that tells it ("VAT" is either)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sap import keys, notation
from sap.cells import Cells
from sap.headers import Header
from sap.notation import FileNotation
from sap.quoting import quotation_prices
from sap.quoting.quotation_prices import CENT, HUNDRED, TAXES
from sap.table import Cell, Row

RATE = re.compile("%|rate|率|税点|satz", re.IGNORECASE)
"""What makes a heading that of a rate."""
NAMED = re.compile(r"\b(?:tax|vat|gst|mwst|ust|tva|iva|btw|moms)\b|steuer|[税稅]", re.IGNORECASE)
"""What makes a heading speak of a tax."""
NUMBERED = re.compile(
    r"\b(?:no|number|nr|id|class|classification|date|incl|included|inclusive)\b|号|類|类|含|价|nummer|klasse",
    re.IGNORECASE,
)
"""What makes it that of the company's number for the tax, of its kind, or of prices."""


def settled(header: Header, rows: Sequence[Row], written: FileNotation) -> Header:
    """Return the header with a column that may hold rates or amounts under what it holds: the values tell."""
    columns = header.columns
    if "tax_rate" not in columns or "tax_amount" in columns or RATE.search(header.name("tax_rate")):
        return header
    cells = [Cells(row, header, written) for row in rows[header.row + 1 :] if row not in header.printed]
    pairs = [(_number(each, "tax_rate"), _value(each)) for each in cells]
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
    return _of(_number(cells, "tax_amount"), _value(cells))


def unclear(cells: Cells) -> str | None:
    """Return what is said of a row's tax and tells no rate, None where a rate is told or nothing is said.

    An amount that no usual rate makes, and a figure that may be a rate in a column that is no field of ours.
    """
    header = cells.header
    if "tax_rate" in header.columns or rate(cells) is not None:
        return None
    if _number(cells, "tax_amount"):
        return f"{header.name('tax_amount')} {cells.text('tax_amount')}"
    used = {*header.columns.values(), *header.set_aside}
    others = (
        (name, cells.row[at])
        for at, name in enumerate(header.names)
        if at not in used and at < len(cells.row) and NAMED.search(name) and not NUMBERED.search(name)
    )
    return next((f"{name} {keys.plain(cell)}" for name, cell in others if _may_be_rate(cell, cells)), None)


def _may_be_rate(cell: Cell, cells: Cells) -> bool:
    value = notation.number(cell, cells.notation)
    if value is None:
        return isinstance(cell, str) and "%" in cell
    return value in TAXES and value != 1


def _value(cells: Cells) -> Decimal | None:
    """Return the value of a row's item: as stated, else what its quantity costs."""
    stated = _number(cells, "net_value")
    name = quotation_prices.column(cells)
    price, quantity = (None if each is None else _number(cells, each) for each in (name, "quantity"))
    if stated is not None or price is None or quantity is None:
        return stated
    return quantity * price / (_number(cells, "price_per") or 1)


def _of(amount: Decimal | None, value: Decimal | None) -> Decimal | None:
    """Return the one usual rate by which an amount is the tax on a value."""
    if amount is None or not value:
        return None
    fitting = [each for each in (Decimal(0), *TAXES) if abs(value * each / HUNDRED - amount) <= CENT]
    return fitting[0] if len(fitting) == 1 else None


def _number(cells: Cells, name: str) -> Decimal | None:
    return notation.number(cells.cell(name), cells.notation)
