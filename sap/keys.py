"""Numbers that name things: documents, items, customers, materials.

SAP pads purely numeric ones with zeros in the database and shows them without (conversion exit
ALPHA); exports do either, and spreadsheets turn them into numbers. People and keys use the short form.
"""

from decimal import Decimal

from sap.table import Cell


def shown(cell: Cell) -> str:
    """Return the key as SAP shows it: digits alone lose their leading zeros, all else stays."""
    text = plain(cell)
    return (text.lstrip("0") or "0") if text.isdecimal() and text.isascii() else text


def plain(cell: Cell) -> str:
    """Return a cell as text; a number without decimals is written without."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return f"{cell:.0f}" if cell == cell.to_integral_value() else f"{cell:f}"
    return cell.isoformat()


def named(key: str | None) -> str | None:
    """Return a key, None where a column of numbers says that there is none: 0, or a dash."""
    return None if key in {None, "", "0", "-"} else key
