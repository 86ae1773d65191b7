"""Marks: what cells say that hold nothing but yes or no."""

from dataclasses import replace

from models.quotation import Quotation, QuotationItem
from sap.table import Cell

YES = frozenset(("x", "yes", "y", "true", "1", "ja", "j", "是", "有", "含", "√", "✓"))
NO = frozenset(("", "no", "n", "false", "0", "nein", "否", "无", "不含"))
BLANK = frozenset("-;--;–;—;/;\\;none;n/a;n.a.;n. a.;nil;keine;没有;無;无".split(";"))
"""What people write into a cell that holds nothing."""
NOTHING = NO | BLANK | frozenset(("nothing", "keiner"))
"""What stands where a column of reasons or of references has none."""
NOT_REJECTED = NOTHING | frozenset(
    "#;not assigned;nicht zugeordnet;未分配;not rejected;nothing rejected;nicht abgesagt;未拒绝;不拒绝".split(
        ";"
    )
)
"""What stands under a reason for rejection (ABGRU), or a mark of it, where nothing was rejected."""


def is_none(text: str | None, words: frozenset[str]) -> bool:
    """Tell whether a mark is one of `words`; zeros, which SAP pads numbers with, are one zero."""
    folded = (text or "").strip().casefold()
    return folded in words or not folded.strip("0")


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell holds nothing, or a dash that says so."""
    return cell == "" or (isinstance(cell, str) and cell.strip().casefold() in BLANK)


def without_zeros(item: QuotationItem) -> QuotationItem:
    """Return an item without a reason for rejection that is nothing but zeros."""
    return item if item.rejected is None or item.rejected.strip("0") else replace(item, rejected=None)


def unpadded(quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Return the quotations without reasons for rejection of nothing but zeros, where no item is without one.

    Then the export writes zeros for an empty cell. Else 00 is a reason of SAP's own: rejected by the system.
    """
    if not all(item.rejected for each in quotations for item in each.items):
        return quotations
    return tuple(
        replace(each, items=tuple(without_zeros(item) for item in each.items)) for each in quotations
    )
