"""Lead times beside their label, alone or before a remark: "交期：20天，急用请提前"."""

import re

from extractors.fields import dates, periods
from extractors.late import late

MARK = late(r"[，；;。]\s*|,\s+|\s+[-–—]\s+")
TIME = late(r"\d\s*(?:个|工作)*(?:[天日周月]|days?|weeks?|months?|tage|wochen)", re.IGNORECASE)
NOTICE = late(
    r"(?:提前|至少|须|应)+\s?\d{1,3}\s?(?:个|工作)*[天日周月][^，。；;,]{0,8}(?:通知|联系|告知)"
    r"|\b(?:with )?\d{1,3} (?:working )?(?:days?|weeks?)[’']? (?:prior |advance |written )*notice\b",
    re.IGNORECASE,
)
"""How long before a change or a delivery somebody is told: no time of delivery."""
CREDIT = late(
    r"[,，]?\s*(?:which|to be|that) [^.;,]{0,24}(?:opened|issued|established)[^.;。；]*"
    r"|\bl/?c (?:expir\w+|validity)[^;。；]*|(?:该)?信用证[^，。；;]{0,12}(?:开[立具出]|有效)[^。；;]*",
    re.IGNORECASE,
)
"""The days of a letter of credit, from which the time counts: "…, which shall be opened before 5 May"."""
STOPS = "。；;"
CALLED_OFF = (
    r"(?![^，。；;]*(?:通知|联系|告知)(?:[乙供卖]方|供[应货]商|贵[方司]|卖家|厂家|承揽方)"
    r"|(?:(?:由|经|待|凭)?(?:[甲需买]方|我[方司]|采购方|定作方|用户|业主))[^，。；;]*(?:通知|联系|告知))"
)
"""Whoever orders tells the other side when to deliver: that is a call, and moves the time."""
NOTIFYING = CALLED_OFF + (
    r"(?:[甲乙供需买卖]方)?(?:应|须|需)?(?:至少)?提前\s?\d{1,3}\s?(?:个|工作)*[天日周]"
    r"[^，。；;\d]{0,6}(?:通知|联系|告知)(?:[甲乙供需买卖我]方|我司|对方|供应商)?"
    r"(?:(?:的)?(?:仓库|库房|库管员?|保管员?|收货人|采购员|联系人)(?:[(（][^()（）]*[)）])?)?(?:(?:准备"
    r"|做好|安排)?(?:收货|接货|卸货|验收)?"
    r"(?:准备|人员|事宜)?|到货(?:时间|日期)|具体(?:到货)?时间)(?=[。；;，,]|\s*$)"
)
HARMLESS = late(
    rf"(?:{NOTIFYING}|(?:运[杂输]?费|包装费?|保险费"
    rf"|卸货费?)[^，。；;\d]{{0,4}}(?:由[甲乙供需买卖]方)?(?:承担|负担|负责|已含|另计)"
    r"|(?:已?含|包)(?:运[杂输]?费|包装费?|税))[^，。；;\d]{0,4}[。；;]?\s*"
)
"""Further sentences that say nothing of the time: who pays the carriage, who is told of it."""
SHIPPED = (
    r"(?:(?:partial|part|early) (?:shipments?|deliver(?:y|ies))|trans-?ship(?:ment|ping)s?)(?: (?:is|are))?"
    r"(?: not)? (?:allowed|permitted|accepted|acceptable|prohibited)"
)
IN_PARTS = late(rf"{SHIPPED}(?:(?:,| and|;) {SHIPPED})?[.;]?\s*", re.IGNORECASE)
"""What is said behind a comma of how goods are sent: "within 75 days, partial shipment not allowed"."""


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
    behind = NOTICE.sub("", CREDIT.sub("", text[mark.start() :])[1:])
    another = dates.find(behind) or TIME.search(behind)
    return None if another else periods.parse(text[: mark.start()])


def told(text: str) -> periods.Period | None:
    """Return the only time of sentences beside the label: "The Seller ships the goods within 9 weeks. …"."""
    bare = NOTICE.sub("", text)
    spans = periods.find(bare) if not dates.find(bare) else ()
    return periods.parse(bare[slice(*spans[0])]) if len(spans) == 1 else None


def first(text: str) -> periods.Period | None:
    """Return the time that a text begins with, whatever days follow, but for another time; never sure."""
    mark = MARK.search(text)
    alone = mark is not None and TIME.search(text, mark.end()) is None
    return periods.parse(text[: mark.start()]) if mark is not None and alone else None


def stands_alone(text: str) -> bool:
    """Tell whether the sentence behind the first one says nothing of it: "…交货。运费由乙方承担。"."""
    mark = MARK.search(text)
    if mark is None or leading(text) is None:
        return False
    ends = text[mark.start()] in STOPS
    return IN_PARTS.fullmatch(text, mark.end()) is not None or (
        ends and HARMLESS.fullmatch(text, mark.end()) is not None
    )
