"""What the value of a field looks like; one that looks otherwise is read, and not vouched for.

Whatever rule read a value, it may have read too much: the rest of a sentence, the label of the next field,
what stands in the next column. That shows in the value itself, so it is looked at last, and for all of them.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from extractors.fields import parts, units
from extractors.late import late
from models.reading import Field, Header, OrderLine, Reason, opened, stated

WORDED_NUMBER = late(
    r"合同|协议|订单|年度|日期|编号|签订|\b(?:dated?|order|contract|agreement|page)\b", re.IGNORECASE
)
"""Words that lead a number and are no part of it."""
SHORT = late(r"\d{1,2}")
"""Items, pages and copies are numbered so; an order seldom is."""
LABELLED = late(
    r"[:：]|电话|传真|地址|税号|联系人|开户|邮编|\b(?:attn|attention|tel|fax|phone|vat|e-?mail)\b",
    re.IGNORECASE,
)
"""What stands beside the name of a company, and in none."""
NO_PLACE = late(
    r"。.*\S|不[接予卸]|前\s?\d{1,2}\s?(?:个?小时|天|个?工作日)|谢绝|拒收"
    r"|承担|负责|风险|逾期|违约|验收合格|付款|支付|发票|开具|费用|[%％]"
    r"|\b(?:mon|tues?|wed|thu|fri|sat)[a-z]*\s?[-–]\s?(?:tue|wed|thu|fri|sat|sun)"
    r"|\b(?:shall|will|must|risk|liable|invoices?|payment|prices?|within|penalt\w+|not"
    r"|no (?:goods|deliver\w+))\b",
    re.IGNORECASE,
)
"""What sentences say, and addresses do not."""
NAMED = late(r"[^\W\d_]{2}|[\u4e00-\u9fff]")
"""An address has words; a mere number is that of a ship-to or a store."""
UNPLACED = late(
    r"(?!(?:北京|天津|上海|重庆|河[北南]|山[西东]|辽宁|吉林|黑龙江|江[苏西]|浙江|安徽|福建|湖[北南]|广[东西]|海南|四川|贵州|云南|陕西"
    r"|甘肃|青海|内蒙古|宁夏|新疆|台湾|香港|澳门)[^提取发货送邮]{0,4}$)"
    r"[\u4e00-\u9fff]{1,8}(?<![省市区區县縣镇鎮乡鄉村路街道号號弄库庫仓倉厂廠園园场場站港楼樓层層室門门口院所店部处處地司点])"
    r"(?<![厂场库院站室]内)(?<!车间)(?<!码头)"
)
"""Few ideographs that are neither a province and a town nor end as the name of a place does."""
LABELS = late(
    r"\b(?:angebot|quotation|offer|bestell(?:ung|nummer|nr|datum|tag)\w*|zahlung\w*|datum|date(?! palm))\b"
    r"|(?:地[点址]|条件|方式|日期|编号|时间|期限)$",
    re.IGNORECASE,
)
"""Words of labels, which no address holds."""
BROKEN_TERM = late(
    r"(?:[后前并且的至及和或与]|票后|合格后|[,，、;；%％)）])|(?:and|or|of|which|that|than)\b", re.IGNORECASE
)
"""How a statement begins whose beginning stands in the line before."""
OTHER_TERM = late(
    r"。(?![^。]*(?:付|结算|账))[^。]*(?:开具|提供)[^。]*票|以上.{0,8}价|含\s?\d{1,2}\s?[%％].{0,6}税.{0,3}价|交货(?:地点|期)|包装(?:要求|标准)|质保期(?:限)?[为:：]"
    r"|\b(?:packing|prices are|delivery address|ship(?:ped)? to)\b"
    r"|[。；;]\s*(?![^:：]{0,6}[第期款批])[\u4e00-\u9fff]{2,6}[:：]",
    re.IGNORECASE,
)
"""What stands behind the terms of payment, and is of something else."""
EDITION = late(r"[(（](?!incoterms)[^()（）\d]+(?<![a-z])(?:19|20)[0-3]\d\s*[)）]", re.IGNORECASE)
"""A year with words that are not those of the trade terms' edition."""
RUNS_ON = late(
    r"\bto\b|\b(?!(?:port|airport|warehouse|site|plant|works|incoterms|edition|named|place|the|del|der|sea|and)\b)[a-zäöü]{3,}\b"
)
"""A small word behind a trade term and its place: ", per Luftfracht", ", forwarder …"."""
MARKED = late(r"[|｜]")
CODE_LABEL = late(
    r"(?:物料(?:号|编码)?|料号|图号|编码|货号|件号|(?:part|item|material|article|drawing|dwg|stock|cat)\.?\s?(?:no|nr|number|code|#)\b\.?)"
    r"\s*[:：]?\s*(?=[A-Za-z\d./-]*\d{2})[A-Za-z\d][A-Za-z\d./-]{3,}",
    re.IGNORECASE,
)
"""The label of a code, and the code, within the name of a thing."""
SIZED = late(
    r"(?:(?:[A-Z]{2,5}\d{0,4}\s|[Øøφ])\s*)?\d{1,3}(?:[.,]\d+)?\s?[x×*]\s?\d{1,3}(?:[.,]\d+)?"
    r"(?:\s?[x×*]\s?\d{1,3}(?:[.,]\d+)?)?(?:\s?mm)?(?:\s[A-Z]{2,5}\d{0,4})?|DN\s?\d{1,4}\s+PN\s?\d{1,3}",
    re.IGNORECASE,
)
"""A size, and what is made to it: "FKM 80x90"; under a code's heading it may be all that tells it."""
COLON = late(r"[:：]")
HEADED = late(
    r"\bunit price\b|\b(?:incl|excl)\b\.? (?:of )?(?:vat|tax)|\bvat (?:incl|excl)"
    r"|[单單][价價]|金[额額](?!定)|小[计計](?![量算])|(?<!组)合[计計](?![量算])",
    re.IGNORECASE,
)
"""Words of the headings above prices: one that was not known may have been taken for a name."""
OPENING, CLOSING = late(r"[(（]"), late(r"[)）]")
Unlike = Callable[[str], bool]


def doubted(header: Header, lines: tuple[OrderLine, ...]) -> tuple[Header, tuple[OrderLine, ...]]:
    """Return what was read; sure values that do not look like values of their field are open."""
    return replace(header, **_open(header, HEADER)), tuple(
        replace(line, **_open(line, LINE)) for line in lines
    )


def _open(part: Header | OrderLine, unlike: Mapping[str, Unlike]) -> dict[str, Field]:
    return {
        name: opened(field, Reason.ROLE)
        for name, field in stated(part)
        if field.certain and field.value and name in unlike and unlike[name](field.value)
    }


def _is_cut(text: str) -> bool:
    """Tell whether a bracket opens and does not close: the value goes on somewhere."""
    return len(OPENING.findall(text)) > len(CLOSING.findall(text))


def _is_worded(number: str) -> bool:
    return WORDED_NUMBER.search(number) is not None


def _runs_on(term: str) -> bool:
    behind = re.search(r"[,，;；(（]", term)
    if COLON.search(term) or EDITION.search(term):
        return True
    return behind is not None and RUNS_ON.search(term, behind.end()) is not None


def _is_no_name(text: str) -> bool:
    """Tell whether a description is a mere number or code, or goes on into the codes of the thing."""
    if not any(map(str.isalpha, text)):
        return True
    coded = parts.looks_like_code(text) and " " not in text
    coded = coded or HEADED.search(text) is not None
    return coded or _is_cut(text) or MARKED.search(text) is not None or CODE_LABEL.search(text) is not None


def _is_no_place(text: str) -> bool:
    """Tell whether an address says something else, or so little that it may be the word of anything."""
    other = NO_PLACE.search(text) or LABELS.search(text) or UNPLACED.fullmatch(text)
    return other is not None or not NAMED.search(text)


def _is_no_unit(text: str) -> bool:
    return units.canonical(text) is None


HEADER: Mapping[str, Unlike] = {
    "document_number": lambda text: _is_worded(text) or SHORT.fullmatch(text) is not None,
    "quotation_number": _is_worded,
    "customer": lambda text: LABELLED.search(text) is not None,
    "delivery_place": lambda text: _is_no_place(text) or _is_cut(text),
    "payment_terms": lambda text: bool(BROKEN_TERM.match(text) or OTHER_TERM.search(text)) or _is_cut(text),
    "incoterms": lambda text: _runs_on(text) or _is_cut(text),
}
LINE: Mapping[str, Unlike] = {
    "part_number": lambda text: SIZED.fullmatch(text) is not None,
    "customer_part_number": lambda text: SIZED.fullmatch(text) is not None,
    "description": _is_no_name,
    "unit": _is_no_unit,
}
