"""Rows of totals: dropped only if they are proven to be sums, reported otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from sap import keys
from sap.cells import Cells
from sap.contents import TOTAL
from sap.notation import number

SUMMED = (
    "net_value quantity net_price price schedule_quantity discount net_amount tax_amount gross_amount amount"
).split()
VALUES = frozenset(("net_value", "price", "net_price", "gross_price"))
ROUNDED = Decimal("0.05")
KEYS = ("quotation", "sales_document", "order")
ALL = ""


@dataclass(slots=True)
class Sums:
    """The running sums of a list by field and currency: of all rows, and since the last total."""

    whole: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    part: dict[tuple[str, str], Decimal] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)
    begun: int = 0

    def add(self, cells: Cells) -> None:
        """Count a row of values."""
        currency = cells.text("currency") or ALL
        self.numbers.append(next((key for each in KEYS if (key := keys.shown(cells.cell(each)))), ""))
        for name in SUMMED:
            value = number(cells.cell(name), cells.notation)
            if value is not None:
                for sums in (self.whole, self.part):
                    for each in {currency, ALL}:
                        sums[name, each] = sums.get((name, each), Decimal(0)) + value

    def explain(self, cells: Cells) -> bool:
        """Tell whether all numbers of a row are sums of the rows above; a new part begins then."""
        values = dict(_values(cells))
        currency = cells.text("currency") or ALL
        agree = bool(values) and all(
            value in {self.whole.get((name, currency)), self.part.get((name, currency))}
            for name, value in values.items()
        )
        if agree:
            self.part.clear()
            self.begun = len(self.numbers)
        return agree

    def short(self, cells: Cells) -> str | None:
        """Return the one quotation that a row's total is of, where it is less than its items cost.

        Of several quotations nobody knows what a total sums up; less than the half is something else.
        """
        numbers = set(self.numbers[self.begun :] or self.numbers)
        values = {name: value for name, value in _values(cells) if name in VALUES}
        wholes = {name: (self.part or self.whole).get((name, ALL)) for name in values}
        less = (
            whole is not None and whole / 2 <= values[name] < whole - ROUNDED
            for name, whole in wholes.items()
        )
        return numbers.pop() if len(numbers) == 1 and any(less) else None


def _values(cells: Cells) -> Iterable[tuple[str, Decimal]]:
    for name in cells.header.columns:
        value = number(cells.cell(name), cells.notation)
        if value is not None:
            yield name, value


def is_keyless(cells: Cells) -> bool:
    """Tell whether a row names no document: its key is empty, or a mark of totals."""
    key = (cells.text("quotation") or cells.text("sales_document") or cells.text("order") or "").strip()
    return not key or TOTAL.fullmatch(key) is not None
