"""The cells of one row under their fields, and how a cell is refused that cannot be what its column says."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from sap import contents, keys, notation
from sap.headers import Header
from sap.notation import FileNotation
from sap.table import PRECISION, Cell, Row

UNDIVIDED = frozenset("JPY KRW VND CLP".split())
"""Currencies without decimals; SAP's tables hold their amounts divided by 100, and SE16 shows them so."""


class UnreadableCellError(Exception):
    """A cell of a row cannot be what its column says; `reason` is a stable word."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row under their fields."""

    row: Row
    header: Header
    notation: FileNotation
    also: Mapping[str, Cell] | None = None

    def cell(self, name: str) -> Cell:
        """Return the cell of a field, an empty text where there is none."""
        if self.also and name in self.also:
            return self.also[name]
        at = self.header.columns.get(name)
        return self.row[at] if at is not None and at < len(self.row) else ""

    def sound(self, name: str) -> Cell:
        """Return the cell of a field as `cell` does.

        Raises:
            UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
        """
        cell = self.cell(name)
        if isinstance(cell, str) and contents.is_broken(cell):
            reason = "spreadsheet_error"
            if cell.startswith(PRECISION) or not cell.startswith("#"):
                reason = "precision_lost"
            raise UnreadableCellError(reason, f"{self.header.name(name)} {cell.split()[-1]}")
        return cell

    def text(self, name: str, convert: Callable[[Cell], str] = keys.plain) -> str | None:
        """Return a cell as text, None where it is empty.

        Raises:
            UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
        """
        return convert(self.sound(name)).strip() or None

    def texts(self, name: str) -> list[str]:
        """Return what stands under all columns of a field that an export has several of, once each.

        Raises:
            UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
        """
        more = [at for field_name, at in self.header.repeated if field_name == name and at < len(self.row)]
        found = [self.text(name), *(replace(self, also={name: self.row[at]}).text(name) for at in more)]
        return list(dict.fromkeys(each for each in found if each is not None))

    def under(self, name: str) -> Iterator[tuple[str, Cell]]:
        """Yield what stands under all columns of a field, each with the name of its column.

        Raises:
            UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
        """
        more = [at for field_name, at in self.header.repeated if field_name == name]
        for at in (self.header.columns[name], *more) if name in self.header.columns else more:
            cell = self.row[at] if at < len(self.row) else ""
            yield self.header.names[at], replace(self, also={name: cell}).sound(name)

    def number(self, name: str) -> Decimal | None:
        """Return the number of a field, None where the cell is empty.

        Raises:
            UnreadableCellError: Something else stands there.
        """
        cell = self.sound(name)
        if cell == "":
            return None
        value = notation.number(cell, self.notation)
        if value is None:
            raise UnreadableCellError("unreadable_number", f"{self.header.name(name)} {cell}")
        return value

    def amount(self, name: str) -> Decimal | None:
        """Return the amount of a field, None where the cell is empty.

        Raises:
            UnreadableCellError: It cannot be read, or has decimals in a currency without.
        """
        value, currency = self.number(name), self.text("currency")
        if value is not None and currency in UNDIVIDED and value != value.to_integral_value():
            raise UnreadableCellError("unreadable_number", f"{self.header.name(name)} {value} {currency}")
        return value

    def date(self, name: str) -> dt.date | None:
        """Return the date of a field, None where the cell is empty or says so.

        Raises:
            UnreadableCellError: Something else stands there.
        """
        cell = self.sound(name)
        if cell == "" or contents.is_empty_date(cell):
            return None
        value = notation.date(cell, self.notation)
        if value is None:
            raise UnreadableCellError("unreadable_date", f"{self.header.name(name)} {cell}")
        return value

    def date_or_none(self, name: str) -> dt.date | None:
        """Return the date of a field, None where there is none or none that can be read."""
        cell = self.cell(name)
        return None if cell == "" or contents.is_empty_date(cell) else notation.date(cell, self.notation)

    def says_no_date(self, name: str) -> bool:
        """Tell whether a field holds what SAP writes for an empty date."""
        return contents.is_empty_date(self.cell(name))


def assert_framed(cells: Cells) -> None:
    """Refuse a row with more cells than its header: a delimiter inside a field moves all that follows it.

    Raises:
        UnreadableCellError: Something stands under no column.
    """
    extra = [each for each in cells.row[len(cells.header.names) :] if each != ""]
    if extra:
        raise UnreadableCellError("unreadable_number", f"{extra[-1]} stands under no column")


def assert_named(**keys_by_field: str) -> None:
    """Refuse a row without one of its keys.

    Raises:
        UnreadableCellError: One of them is empty.
    """
    for name, key in keys_by_field.items():
        if not key:
            raise UnreadableCellError("no_item" if name == "item" else "no_number", "")
