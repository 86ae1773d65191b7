"""Marks: what cells say that hold nothing but yes or no."""

from dataclasses import replace

from models.quotation import QuotationItem

YES = frozenset(("x", "yes", "y", "true", "1", "ja", "j", "是", "有", "含", "√", "✓"))
NO = frozenset(("", "no", "n", "false", "0", "nein", "否", "无", "不含"))
NOTHING = NO | frozenset("-;--;–;—;/;none;nothing;n/a;nil;keine;keiner;没有".split(";"))
"""What stands where a column of reasons or of references has none."""
NOT_REJECTED = NOTHING | frozenset("not rejected;nothing rejected;nicht abgesagt;未拒绝;不拒绝".split(";"))
"""What stands under a reason for rejection (ABGRU), or a mark of it, where nothing was rejected."""


def is_none(text: str | None, words: frozenset[str]) -> bool:
    """Tell whether a mark is one of `words`; zeros, which SAP pads numbers with, are one zero."""
    folded = (text or "").strip().casefold()
    return folded in words or not folded.strip("0")


def without_zeros(item: QuotationItem) -> QuotationItem:
    """Return an item without a reason for rejection that is nothing but zeros."""
    return item if item.rejected is None or item.rejected.strip("0") else replace(item, rejected=None)
