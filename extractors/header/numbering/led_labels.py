"""What stands before the label of a number in its line, and may make it another paper's.

最终用户采购，订单号：… names the order of the end user at the buyer, and "6. Order. PO-99 of 12 May 2025" is
a clause that speaks of an order: neither number is surely the paper's own.
"""

import re

from extractors.header.labelling.labels import Labelled
from extractors.late import late

OTHERS = late(
    r"(?:(?:最终|終端|终端|最終|实际|代)?(?:用户|用戶|业主|業主|使用单位|使用單位)|(?:最终|终端|实际)客户|总包|總包|集团采购)"
    r"[^,，;；。]{0,12}[,，;；(（]"
    r"|(?:our )?\b(?:end[- ]?user|end customer|client|owner|endkunde|betreiber)\b[^,;]{0,24}"
    r"(?:[,;(/]|\s[-–]\s)",
    re.IGNORECASE,
)
"""Whose the number is that a label in the same line names."""
CLAUSE = late(
    r"\d{1,2}(?:\.\d{1,2})*\.?\s?[A-Z][a-z]+(?: (?!no\b|nr\b|number\b)[a-z]+)?\.\s*"
    r"(?:[A-Z][a-z]+ no\.?\s?[:：]?\s*)?"
)
"""The number and the title of a clause, behind which its sentence begins."""


def is_others(found: Labelled) -> bool:
    """Tell whether a label with a number may name another paper's."""
    if found.value is not found.label:
        return CLAUSE.fullmatch(found.label.text) is not None
    before = found.label.text[: found.start]
    return OTHERS.match(before.lstrip()) is not None or CLAUSE.fullmatch(before) is not None
