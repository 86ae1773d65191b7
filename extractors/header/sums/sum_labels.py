"""Texts that head a sum at their right: "Auftragssumme ohne USt.   84,03" says nothing of the prices."""

import re
from collections.abc import Iterable

from extractors.late import late
from extractors.page.runs import Run

AMOUNT = late(r"(?:[^\W\d]{1,3}|[$€£¥￥])?\s?-?\d[\d.,' ]*[.,]\d{2}\s?(?:[^\W\d]{1,3}|[$€£¥￥])?")
PRICE = late(r"单价|价格|preise?\b|\bprices?\b|\bprix\b", re.IGNORECASE)
"""What speaks of prices may stand beside one."""


def heads_sum(run: Run, runs: Iterable[Run]) -> bool:
    """Tell whether nothing but an amount stands at the right of a text that does not speak of prices."""
    if PRICE.search(run.text):
        return False
    beside = (
        other
        for other in runs
        if other.page is run.page
        and other.box.x0 >= run.box.x1 - 1
        and other.box.top < run.box.middle < other.box.bottom
    )
    nearest = min(beside, key=lambda other: other.box.x0, default=None)
    return nearest is not None and AMOUNT.fullmatch(nearest.text.strip()) is not None
