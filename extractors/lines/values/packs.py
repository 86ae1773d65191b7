"""Quantities of which only one of two factors was read: "5只/盒×4盒", 5件*4."""

from extractors.late import late
from extractors.lines.values.line_numbers import Number

TIMES = late(r"\s?(?:/\s?\w)?\s*[*×xX]\s*\d")
BEFORE = late(r"\d\s*\w?(?:/\w)?\s*[*×xX]\s*$")


def is_one(quantity: Number | None) -> bool:
    """Tell whether a quantity stands beside another number with which it is multiplied."""
    if quantity is None:
        return False
    text, start, end = quantity.text.run.text, quantity.text.start, quantity.text.end
    return TIMES.match(text, end) is not None or BEFORE.search(text[:start]) is not None
