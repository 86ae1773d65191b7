"""Remarks that change what a label states: "lead time counts from drawing approval", 第2项可延至6月10日交货.

What they say is not read; the field that they speak of is not sure any more.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from extractors.fields import currencies, dates, payment
from extractors.fields.text import fold, level
from extractors.header.numbering.further_numbers import is_of_item
from extractors.header.spoken import sentences
from extractors.header.whole import cut_values, paid_besides
from extractors.late import late
from extractors.rare import Rare
from extractors.scope import Scope
from models.reading import Field, Header, Reason, opened

LONGEST = 400
COUNTED = Rare(
    r"\b(?:lead|delivery) (?:times?|periods?)\b[^.;]{0,24}\b(?:counts?|counted|runs?|starts?|begins?"
    r"|commences?|calculated"
    r"|(?:is|are) in)\b|\bliefer(?:zeit|frist)\w*\b[^.;]{0,24}\b(?:beginnt|gilt|ab|rechnet)\b"
    r"|(?:交货期|货期|交期|供货期|交货周期)[^。；;，,\d]{0,6}(?:自|从|以)[^。；;]{0,24}(?:起|算|计)"
    r"|(?:天数|日期?|货期|交期|期限)[^。；;，,\d]{0,6}工作日",
    "lead time|lead period|delivery time|delivery period|liefer|货期|交期|供货期|周期|工作日",
    re.IGNORECASE,
)
"""From when a time runs, or of what days it is."""
CONFIRMED = Rare(
    r"\b(?:confirmed|promised|revised|agreed|postponed)\b[^:.;]{0,24}[:：]?\s|\bbestätigt\w*\s"
    r"|\bzugesagt\w*\s"
    r"|(?:承诺|确认|调整后|变更后)的?(?:交货|交付|交期|到货|发货)?(?:日期|期|时间)?[:：]",
    "confirmed|promised|revised|agreed|postponed|tigt|zugesagt|承诺|确认|调整后|变更后",
    re.IGNORECASE,
)
"""What leads a day that holds in the stead of one that was wished."""
COMES = late(
    r"deliver|ship|dispatch|arriv|ready|needed|liefer|\btermin|交货|交付|到货|发货|送货|交期|货期|提货|承诺",
    re.IGNORECASE,
)
DAY = late(
    r"\d{1,2}月|\d{1,2}[./]\d{1,2}|\d\s?(?:天|周|days?|weeks?|wochen?|tage)|\b(?:week|wk|cw|kw)\s?\d"
    r"|\b\d{1,2}(?:st|nd|rd|th|\.)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s\d{1,2}",
    re.IGNORECASE,
)
GOES = late(
    r"\b(?:deliver|ship|send|dispatch)\w*\b[^.;]{0,40}\bto\b|\bliefer\w*\b.*\b(?:an|nach)\b"
    r"|\b(?:goes|go)\s+(?:directly\s+)?to\b|\b(?:our|the|unsere[rmn]?)\b.*\b(?:depot|branch|niederlassung|filiale)\b"
    r"|直[送发]|[送发](?:到|至|往)|送货",
    re.IGNORECASE,
)
MOVED = Rare(
    r"\b(?:new|changed?|different) (?:delivery |shipping )?address\b|\b(?:has|have) (?:been )?(?:moved"
    r"|relocated)\b"
    r"|\bneue (?:liefer)?(?:adresse|anschrift)\b|搬迁|搬[至到]|新地址|新仓库|地址(?:变更|改为|更改)",
    "address|moved|relocated|neue|搬|新|地址",
    re.IGNORECASE,
)
"""The place is another one than it was."""
PAID_ANEW = Rare(
    r"\bpayment for (?:this|the present) order\b|\b(?:this|present) order\b[^.;]{0,24}\b(?:paid|payable"
    r"|prepaid)\b"
    r"|(?:本次|本单|此单|本合同|本批)[^。；;，,]{0,6}(?:付款|货款|结算)[^。；;，,]{0,8}(?:调整|改|变更|为)"
    r"|(?:付款|结算)(?:方式|条件)?(?:调整|变更|改)[为成至]",
    "payment for|this order|present order|付款|货款|结算",
    re.IGNORECASE,
)
"""How this order is paid, whatever the usual terms are."""
BRACKETED = late(r"[(（][^()（）]{0,60}\d\s?(?:%|天|日|days?|tagen?)[^()（）]{0,60}[)）]", re.IGNORECASE)
"""A line below the terms that says others of an item: "(60 days for item 2)"."""
MONEY = Rare(
    r"(?:\bsay\b:?|\bin words\b:?|\b(?:invoice|payment|billing) currency\b:?|\b(?:we|will) pay\b"
    r"|\bpa(?:id|yable|yment)\b[^.;\d]{0,16}\bin\b"
    r"|\binvoices?\b[^.;\d]{0,24}\bin\b)(?P<behind>[^.;\d]{0,32})|(?:以|用"
    r"|按)(?P<chinese>[\u4e00-\u9fffA-Z]{2,5})(?:结算|支付|付款|开票|计价)",
    "say|in words|currency|pay|paid|invoice|结算|支付|付款|开票|计价",
    re.IGNORECASE,
)
"""Where the money of a payment is named."""


def doubted(header: Header, scope: Scope) -> Header:
    """Return the header; a field that a remark speaks of otherwise is not sure."""
    said = list(_sentences(scope))
    changes = {}
    for name, speaks in WAYS.items():
        field = getattr(header, name)
        if field is not None and field.sure and any(speaks(text, field) for text in said):
            changes[name] = opened(field, Reason.RIVAL)
    return cut_values.doubted(replace(header, **changes), scope)


def _sentences(scope: Scope) -> Iterator[str]:
    for run in sentences.paragraphs((*scope.runs, *scope.under)):
        if len(run.text) <= LONGEST:
            yield from sentences.sentences(run.text)
    for found in scope.labelled:  # a box has the value below its caption
        if found.value is not found.label and "currency" in found.named.casefold():
            yield f"{found.named}: {found.text}"


def _retimed(text: str, field: Field) -> bool:
    """Tell whether a remark says from when the time runs, or of an item or a promise another day."""
    counted = field.anchor is None and field.unit is None and COUNTED.search(text) is not None
    return counted or _dated_anew(text, field)


def _dated_anew(text: str, field: Field) -> bool:
    if is_of_item(text) and COMES.search(text) and DAY.search(text):
        return True
    if CONFIRMED.search(text) is None or not COMES.search(text):
        return False
    days = {day.first.isoformat() for start, end in dates.find(text) for day in dates.parse(text[start:end])}
    return bool(days) and field.value not in days


def _moved(text: str, field: Field) -> bool:
    """Tell whether a remark names another place: a new one, or that of an item."""
    if fold(field.value or "") in fold(text):
        return False
    return MOVED.search(text) is not None or (is_of_item(text) and GOES.search(text) is not None)


def _paid_anew(text: str, field: Field) -> bool:
    if paid_besides.is_stated(text, field.value or ""):
        return True
    stated = fold(field.value or "")
    aside = BRACKETED.fullmatch(text.strip())
    return (
        (PAID_ANEW.search(text) is not None or (aside is not None and is_of_item(text)))
        and stated not in fold(text)
        and payment.same(text, stated) is not True
    )


def _in_other_money(text: str, field: Field) -> bool:
    for found in MONEY.finditer(text):
        codes = currencies.find(level(found["behind"] or found["chinese"] or ""))
        if codes and field.value not in codes:
            return True
    return False


WAYS: Mapping[str, Callable[[str, Field], bool]] = {
    "delivery_date": _dated_anew,
    "lead_time": _retimed,
    "delivery_place": _moved,
    "payment_terms": _paid_anew,
    "currency": _in_other_money,
}
"""How a remark speaks of a field otherwise than its label."""
