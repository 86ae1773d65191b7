"""Prices in thousands or tens of thousands ("单位：万元", "Amount kEUR"): no figure is what it looks like."""

import re
from collections.abc import Iterable, Sequence

from extractors.fields.text import level
from extractors.late import late
from extractors.lines.item_table import Column
from extractors.page.runs import Run
from extractors.rare import Rare

HEADING = late(
    r"[万千]元|百万|(?<![a-z])[kt](?:eur|usd|gbp|cny|rmb|€|\$|£)(?![a-z])|'000|000's|\bthousands?\b|\bmillions?\b|\bmio\b",
    re.IGNORECASE,
)
CAPTION = Rare(
    r"(?:^|[^\d.\s零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟数几])\s*[万千]元"
    r"|\b(?:in|amounts?|prices?|values?)\b[^.;\d]{0,24}(?:thousands?|millions?|(?<![a-z])[kt](?:eur|usd|gbp|cny|rmb|€|\$|£)(?![a-z]))",
    "万元|千元|thousand|million|eur|usd|gbp|cny|rmb|€|$|£",
    re.IGNORECASE,
)
LONGEST = 60
"""A caption is not longer."""


def stated(columns: Sequence[Column], runs: Iterable[Run]) -> bool:
    """Tell whether a heading or a caption says that figures stand for thousands."""
    return any(HEADING.search(level(column.text)) for column in columns) or any(
        len(run.text) <= LONGEST and CAPTION.search(level(run.text)) for run in runs
    )
