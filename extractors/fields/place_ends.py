"""Where a place ends before what is said of taking the goods in: hours in brackets, who is to be called.

"…8号备件库（收货时间8:00-16:00）", "…设备库 谭师傅138****2206".
"""

import re

from extractors.late import late

MOBILE = r"(?:\+?86[- ]?)?1[3-9]\d[\d*xX×]{8}"
LANDLINE = r"[(（]?0\d{2,3}[)）]?[- ]?\d{3,4}[- ]?\d{4}(?:\s?(?:[-转]|分机)\s?\d{1,5})?"
PHONE = rf"(?:{MOBILE}|{LANDLINE})"
TITLE = r"(?:师傅|先生|女士|小姐|经理|主任|工程师|老师|科长|部长|班长)"
HOURS = late(
    r"\s*[(（]\s*(?:(?:收货|送货|接收|到货|卸货)?(?:时间|时段)|每?[周天日]|工作日|上午"
    r"|delivery hours|receiving hours|hours)"
    r"[^()（）]*\d{1,2}[:：点时][^()（）]*[)）]\s*$"
)
"""When goods are taken in, in brackets at the end."""
TOLD = late(
    r"\s*[(（][^()（）]*(?:[须请]|[需应](?:提前|事先|预先|预约|要|经|凭|按|报|办|带|持|提供|自|在|于|当|先)"
    r"|提前|预约|凭|不得|禁止|勿"
    r"|\b(?:please|must\b|notify|by appointment|call (?:\+?\d|before|ahead|us\b|to )"
    r"|book (?:in|a|ahead|before|your)\b))"
    r"[^()（）]*[)）]\s*$",
    re.IGNORECASE,
)
"""What whoever brings the goods has to do, in brackets at the end: （进厂须提前一天报车牌）."""
CALLED = late(
    rf"(?P<edge>[\s,，;；、(（]*)(?:(?P<label>收货人|收件人|联系人|接货人|联络人)"
    rf"\s*[:：]?\s*[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{TITLE}|(?<=\s)[\u4e00-\u9fff]工)"
    rf"\s*[,，:：/]?\s*(?:电话|手机"
    rf"|tel\.?)?\s*[:：]?\s*{PHONE}\s*[)）]?\s*(?:[(（][^()（）]*[)）]?)?\s*[。.]?\s*$"
)
"""Somebody with a title, or with a label, and the number to call; digits may be hidden."""
NUMBER = late(rf"\s*[(（]?{MOBILE}[)）]?\s*$")

TYPED = late(r"(?:^|\s)(?:_{1,3}|[xX])\s+[A-Z].*\s(?:_{1,3}|[xX])\s+[A-Z]", re.DOTALL)
"""Options with a typed mark before each: "_ Plant 1, Newport  X Plant 2, Cardiff"."""
CHANGING = late(
    r"\b(?:until|thereafter|afterwards|from then on|bis zum|danach|anschließend)\b|此前|其后", re.IGNORECASE
)
"""What says that goods go to one place first and to another one later."""
OTHERWISE = late(
    r"[旧舊勿迁遷搬仅僅只]|老厂|原址|(?:不得|禁止|不[要再能许])[^,，]{0,4}(?:送|收|发|卸)|停[用止收]"
    r"|暂[停不]|作废|样[品件]|改[至为到送]|[或另]"
    r"|\b(?:old|former|moved|only|samples?|no longer|not? (?:deliver|use|ship|send)\w*|instead)\b",
    re.IGNORECASE,
)
"""What in such an aside is said of the place itself: that goods go elsewhere, or none do."""


def before(text: str) -> tuple[int, bool]:
    """Return where the place ends in a text, and whether that is certain.

    A name or a title written straight behind the place has no edge: 滨海化工138…, 设备库谭师傅138…. Where a
    typed mark or a day tells which of several places counts, the text is left whole; so it is where what is
    said in brackets may be that it is no place any more: （老厂区，请勿送）.
    """
    if TYPED.search(text) or CHANGING.search(text):
        return len(text), False
    for aside in (HOURS, TOLD):
        found = aside.search(text)
        if found is not None and found.start() > 0:
            return _aside(text, found)
    called = CALLED.search(text)
    if called is not None and called.start() > 0:
        return called.start(), bool(called["edge"] or called["label"])
    number = NUMBER.search(text)
    return (number.start(), False) if number is not None and number.start() > 0 else (len(text), True)


def _aside(text: str, found: re.Match[str]) -> tuple[int, bool]:
    """Return where a place ends before an aside, which is kept where it may take the place back."""
    return (len(text), False) if OTHERWISE.search(found[0]) else (found.start(), True)
