"""Sentences beside a label of delivery that are known as a whole: 卖方应于2026年8月14日前将全部货物交付买方.

Their one day is that of the delivery. A sentence with a further time, a condition or a change stays open.
"""

from extractors.fields import dates
from extractors.fields.text import SIMPLER, level
from extractors.late import late

ASIDE = late(r"[(（\[][^()（）\[\]]*[)）\]]?")
SENTENCE = late(r"[。；;]|(?<=\d{4})\.\s")
PARTY = r"(?:[甲乙供需买卖]方|出[卖让][人方]|[买受][受让][人方]|供应商)"
GOODS = r"(?:货物|设备|产品|标的物|合同货物|物资|备件)"
DONE = r"(?:到达|交付|交货|发货|到货|付运|装运|发运|送达|送到|送至|运抵|运至|交清|交齐|到齐|供货)"
TOLD = late(
    rf"{PARTY}?(?:应当?|须|需|必须)?(?:最迟)?(?:[于在]|不[迟晚]于)?20\d\d年\d{{1,2}}月\d{{1,2}}日(?:之前|以前|前)?,?"
    rf"(?:由(?:{PARTY}(?:负责)?|[^,。;\d付款]{{1,8}}?))?(?:将|把)?"
    rf"(?:全部|所有|合同)?{GOODS}?(?:全部|一次性?)?{DONE}(?:完毕|给|至|到|于)?"
    r"(?P<rest>[^;]*)"
)
OPEN = late(
    r"如|若|除非|或|延[期后长迟]|提前|视|为准|另行|变更|调整|暂定|预计|确认|通知|(?<!不得)(?<!不可)分批|第[一二三\d][批项]|各"
    r"|其余|余下|剩余|部分|急|先|起算|前提|条件|收到|付款|月[底初中末]|[上中下]旬"
)
"""What leaves the day of a sentence open."""


def days(text: str) -> list[str]:
    """Return the dates of a text, those in brackets only where no other stands there: they explain it."""
    spans = dates.find(text)
    aside = [mark.span() for mark in ASIDE.finditer(text)]
    outside = [span for span in spans if not any(low < span[0] < high for low, high in aside)]
    return [text[start:end] for start, end in outside or spans]


def first_said(text: str) -> list[str]:
    """Return the dates of the first sentence that has any: a later one may speak of papers and plans."""
    return next((found for part in SENTENCE.split(text) if (found := days(part))), [])


def is_whole(text: str) -> bool:
    """Tell whether a sentence says one day of delivery, and every word of it is known or changes nothing."""
    plain = level(text).translate(SIMPLER).replace("，", ",").replace(" ", "")
    told = TOLD.fullmatch(plain.rstrip("。."))
    rest = told["rest"] if told is not None else ""
    return told is not None and not any(map(str.isdigit, rest)) and OPEN.search(rest) is None
