"""What makes the number beside "quotation" not the one of this order: a second one, an item, or a mere day.

"Quotation no.: AN-26-0331, AN-26-0340", "item 20 as per quotation 20031177", "Your offer of 3 March 2026".
"""

import re

from extractors.fields import dates
from extractors.header.labelling.value_types import is_date
from extractors.late import late

FURTHER = late(
    r"\s?(?:[(（][^()（）]{0,24}[)）]\s?)?(?:[、,，;；/&+]|and\b|or\b|und\b|和|与|及|或)\s?"
    r"(?P<code>(?=[A-Za-z0-9\-/]*\d{3})(?:[A-Za-z]{1,5}[-/]?\d|\d{2,}[-/]?)[A-Za-z0-9\-/]*)(?![.,]\d)"
)
"""Another number behind the first one."""
YEAR = late(r"(?:19|20)\d{2}")
OF_ITEM = late(
    r"\b(?:items?|pos(?:ition(?:en)?)?|lines?)\b\.?\s?(?:no\.?\s?)?\d{1,4}\b|第\s?\d{1,3}\s?[项行](?!目)",
    re.IGNORECASE,
)
"""What one item alone was offered by."""
WORD = late(r"[^\W\d_]{3}")
COMPACT_DAY = late(r"20[23]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
STOPPED = late(r"\s*[)）]?\s*。\s*(?=[\u4e00-\u9fff])")
SPOKEN_BESIDE = late(
    r"作[废廢]|替代|取代|为准|变更|更改|修[订改]|更新|[新另]|其中|第[^，。]{1,3}项|参考|取消|失效|[A-Za-z0-9]*\d[A-Za-z0-9-]{3}"
)
"""What a sentence behind a number may take from it: 已作废，以20017799为准."""
NAMED = late(r"\s*号\s*(?:的?报价(?:[单书函表]|文件)?)?\s*[。.]?\s*")
"""What the offer with the number before it is called: 20018203号报价书."""
FOLLOWED = late(
    r"\s*[)）]?\s*号?(?:的?报价单?)?(?:的?(?:价格?|内容))?(?:执行|为准|下单|订货|订购|采购|供货)[。.;；]?\s*"
)
"""That the offer with the number before it is what is ordered: 按贵司报价20017734执行."""


def follow(text: str, at: int) -> bool:
    """Tell whether another number stands behind the one that ends at a place."""
    found = FURTHER.match(text, at)
    return found is not None and not is_date(found["code"]) and YEAR.fullmatch(found["code"]) is None


def is_spoken_against(text: str, end: int) -> bool:
    """Tell whether a sentence right behind a number may take something from it: 20017731。已作废."""
    return STOPPED.match(text, end) is not None and SPOKEN_BESIDE.search(text, end) is not None


def rest(tail: str) -> str:
    """Return what goes on behind a number: no new sentence does, nor that the order follows the offer."""
    if (
        FOLLOWED.fullmatch(tail)
        or NAMED.fullmatch(tail)
        or (STOPPED.match(tail) and not is_spoken_against(tail, 0))
    ):
        return ""
    return tail.lstrip(")）").strip(" ,;，；。")


def is_of_item(sentence: str) -> bool:
    """Tell whether a sentence speaks of some item of the order."""
    return OF_ITEM.search(sentence) is not None


def is_worded_day(text: str) -> bool:
    """Tell whether a text is a day with its month in words, whose first figures are no number."""
    bare = text.strip(" \t.,;")
    return WORD.search(bare) is not None and bool(dates.parse(bare))


def may_be_day(code: str) -> bool:
    """Tell whether a number may be the day of an offer as well: 贵司20260315的报价."""
    return COMPACT_DAY.fullmatch(code) is not None
