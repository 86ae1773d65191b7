"""Lead times beside their label, alone or before a remark: "交期：20天，急用请提前"."""

import re

from extractors.fields import dates, periods

MARK = re.compile(r"[，；;。]\s*|,\s+|\s+[-–—]\s+")
TIME = re.compile(r"\d\s*(?:个|工作)*(?:[天日周月]|days?|weeks?|months?|tage|wochen)", re.IGNORECASE)
NOTICE = re.compile(
    r"(?:提前|至少|须|应)+\s?\d{1,3}\s?(?:个|工作)*[天日周月][^，。；;,]{0,8}通知"
    r"|\b(?:with )?\d{1,3} (?:working )?(?:days?|weeks?)[’']? (?:prior |advance |written )*notice\b",
    re.IGNORECASE,
)
"""How long before a change or a delivery somebody is told: no time of delivery."""
STOPS = "。；;"
CHANGING = re.compile(
    r"[\da-z]|[一二两三四五六七八九十]\s?[天日周月批次个]|[交到供发提送]货|[货交工]期|[如若可视但或除]|为准|提前|顺延|延[期迟]|分批|逾期|以[前后内]",
    re.IGNORECASE,
)
"""What a further sentence says that may change what the first one does."""


def whole(text: str) -> periods.Period | None:
    """Return a lead time, said once or alike in two languages."""
    read = periods.parse(text)
    said = [periods.parse(part) for part in re.split(r"\s+/\s+", text)] if read is None else []
    alike = len(said) > 1 and len({(each.iso, each.working_days) if each else None for each in said}) == 1
    return said[0] if alike else read


def leading(text: str) -> periods.Period | None:
    """Return the time that a text begins with, None where what follows it tells another one."""
    mark = MARK.search(text)
    if mark is None:
        return None
    behind = NOTICE.sub("", text[mark.end() :])
    another = dates.find(behind) or TIME.search(behind)
    return None if another else periods.parse(text[: mark.start()])


def stands_alone(text: str) -> bool:
    """Tell whether nothing in the sentences behind the first one may change it: "…交货。运费由乙方承担。"."""
    mark = MARK.search(text)
    ends = mark is not None and text[mark.start()] in STOPS
    return mark is not None and ends and CHANGING.search(text, mark.end()) is None
