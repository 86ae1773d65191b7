"""Sentences that state a field otherwise than its label does: then neither is certain.

"Payment terms: 30 days net" above the table, and below it "we pay within 90 days after delivery": which of
them holds, a person has to say. A sentence counts only if it speaks of the goods of this order; one that
speaks of papers, fines, or another order is no rival.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from extractors.fields import incoterms, money, payment
from extractors.fields.text import fold, level
from extractors.header import summaries
from extractors.header.conditions import dates, terms
from extractors.header.labelling.labels import Labelled
from extractors.header.numbering import numbers
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.page.runs import evidence
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Candidate, Field, Header, Reason

OTHER_THINGS = late(
    r"document|drawing|certificat|invoice|manual|sample|confirm|notice|notif|schedule|report|quotation|tender"
    r"|图纸|资料|文件|发票|单据|样品|通知|计划|合格证|报告|传真|回复|盖章|签字|投标|说明书|证明",
    re.IGNORECASE,
)
"""What else is delivered, sent or dated."""
OTHER_ORDERS = late(
    r"replac|previous|former|earlier|\bold\b|\blast\b"
    r"|\bsample (?:order|p\.?o\b|purchase|contract)|(?:order|p\.?o\.?|contract)s? for (?:the )?samples?\b"
    r"|amend|supersed|frame|blanket|agreement"
    r"|call[- ]?off"
    r"|\b(?:has been|is|was) (?:already )?(?:fulfilled|completed|closed)\b(?! (?:by|on|until|within))"
    r"|similar|repeat|\bsame as\b|\brelated\b|\bunder (?:the )?contract|total of|requisition|project"
    r"|not (?:yet )?(?:been )?received|outstanding|overdue|[没未]收到|尚未|还[没未]|未[交付清]"
    r"|end user|customer|\b(?:work|job|maintenance|repair|internal) orders?\b|\banother\b"
    r"|\b(?:ship|combin|consolidat|together|along|load|pack|deliver)\w*(?: \w+){0,3} with "
    r"(?:(?:our|your|the) )?(?:purchase )?(?:orders?|p\.?o)\b"
    r"|原|旧|上次|上[一]?[张張批期笔筆回]|前[次期批一]|此前|之前的|另一?[张張份]|工单|工單|[样樣]品(?:采购|採購|试制)?(?:[订訂訂定]?[货貨购購]?[单單]|合同)|已履行|取代|替代|代替|框架|协议|补充|追加|参照|参考|请购|项目|用户|作废|变更",
    re.IGNORECASE,
)
"""What makes the number in a sentence that of another order."""
THIS_ORDER = late(
    r"\b(?:this|the present|our)\s+(?:purchase )?(?:order|contract|p\.?o\b)|本(?:采购)?(?:订单|合同)",
    re.IGNORECASE,
)
CONDITIONAL = late(
    r"\b(?:if|unless|otherwise|in case|where)\b|如果|若|否则|除非|如遇|如有|如需", re.IGNORECASE
)
OWED = late(
    r"\b(?:we|buyer|purchaser|customer|payments?)\b[^.;]{0,30}\b(?:pay|paid|payable|due|made|net)\b|\bnet\s\d"
    r"|货款|付款|支付",
    re.IGNORECASE,
)
"""What says that the buyer pays for the goods."""
COSTS = late(
    r"扣(?:减|罚|该|其|相应|当)|cancel|\bcosts?\b|expens|\bfees?\b|charge|deposit|interest|费用|手续费|运费|定金|押金|利息|取消"
    r"|refund|退还|退回|退款|(?:提交|提供|出具|开立|开具|递交)[^，。；;]{0,12}保函"
    r"|\b(?:provide|furnish|submit|issue)\w*\b[^.;]{0,40}\b(?:bond|guarantee)\b",
    re.IGNORECASE,
)
TAKES_EFFECT = late(r"(?:付款|预付款|定金|款项?|签字|盖章|签章)[^，。；;]{0,8}[后起]生效")
"""A payment on which the contract takes effect says nothing of the others."""
EARLIEST = late(r"not before|(?:no|not) earlier|earliest|不早于|最早|不得早", re.IGNORECASE)
"""A day before which nothing may come is none by which it must."""
LIABLE = late(
    r"indemn|liab|insur|damages|penalt|occurrence|aggregate|赔偿|责任|保险|违约|罚款", re.IGNORECASE
)
"""What somebody may owe or insure is in any currency."""
FIGURES = late(r"(\d{1,3})\s?(?:days?\b|天|日(?!期)|%|个月|months?\b)")
"""When and how much of it is paid."""
DELIVERY = ("delivery_date", "lead_time")
PUNCTUATION = late(r"[\W_]+")
Read = Callable[[Scope], Field | None]
Same = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class _Way:
    """How a field of the header is read again from a sentence, and when that is the same value."""

    label: Label
    read: Read
    same: Same
    speaks: Callable[[str], bool]


def _of_goods(sentence: str) -> bool:
    return not OTHER_THINGS.search(sentence) and not CONDITIONAL.search(sentence)


def _of_prices(sentence: str) -> bool:
    return _of_goods(sentence) and not LIABLE.search(sentence)


def _of_delivery(sentence: str) -> bool:
    return _of_goods(sentence) and not EARLIEST.search(sentence)


def _of_order(sentence: str) -> bool:
    return not OTHER_ORDERS.search(sentence)


def _of_this_order(sentence: str) -> bool:
    return THIS_ORDER.search(sentence) is not None and _of_order(sentence)


def _of_payment(sentence: str) -> bool:
    return not CONDITIONAL.search(sentence) and not TAKES_EFFECT.search(sentence)


def _equal(one: str, other: str) -> bool:
    return one == other


def _same_text(one: str, other: str) -> bool:
    """Tell whether two texts are one, or one a part of the other."""
    here, there = (PUNCTUATION.sub("", fold(level(each))) for each in (one, other))
    return here in there or there in here


def _same_terms(one: str, other: str) -> bool:
    return _same_text(one, other) or payment.same(one, other) is not False


def _same_trade(one: str, other: str) -> bool:
    first, second = incoterms.parse(one), incoterms.parse(other)
    return first is None or second is None or first[0] == second[0]


def _currency(scope: Scope) -> Field | None:
    for found in scope.labels(Label.CURRENCY):
        codes = money.currency(found.text)
        if found.value is not None and len(codes) == 1:
            return Field(codes[0], sure=False, evidence=evidence(found.value, found.start, found.end))
    return None


def _delivery(scope: Scope) -> Field | None:
    date, period = dates.delivery(scope)
    return date if date is not None and date.value is not None else period


WAYS: Mapping[str, _Way] = {
    "document_number": _Way(Label.ORDER_NUMBER, numbers.document_number, _same_text, _of_order),
    "document_date": _Way(Label.PLAIN_DATE, dates.document_date, _equal, _of_this_order),
    "currency": _Way(Label.CURRENCY, _currency, _equal, _of_prices),
    "delivery_date": _Way(Label.DELIVERY, _delivery, _equal, _of_delivery),
    "lead_time": _Way(Label.DELIVERY, _delivery, _equal, _of_delivery),
    "delivery_place": _Way(Label.PLACE, terms.delivery_place, _same_text, _of_goods),
    "payment_terms": _Way(Label.PAYMENT, terms.payment_terms, _same_terms, _of_payment),
    "incoterms": _Way(Label.INCOTERMS, terms.incoterms, _same_trade, _of_goods),
}


def doubted(header: Header, scope: Scope) -> Header:
    """Return the header; what a sentence states otherwise than a label is not sure, with both readings."""
    taken = {id(word) for each in scope.labelled for word in _words(each)}
    labels = taken | {id(word) for each in scope.labelled for word in _label_words(each)}
    said = [
        each
        for each in scope.loose
        if each.how == "sentence" and not any(id(word) in labels for word in _words(each))
    ]
    changes = {}
    for name, way in WAYS.items():
        field = getattr(header, name)
        if field is not None and field.sure:
            rivals = tuple(_rivals(_stated(header, name), way, said, scope))
            if rivals or (name == "payment_terms" and _pays_otherwise(field.value or "", scope, taken)):
                changes[name] = replace(
                    field,
                    sure=False,
                    proof=(),
                    reason=Reason.RIVAL,
                    confidence=0.5,
                    candidates=(*field.candidates, *rivals),
                )
    return replace(header, **changes)


def _pays_otherwise(terms_: str, scope: Scope, taken: set[int]) -> bool:
    """Tell whether a sentence that is not understood names other days or shares of payment."""
    known = set(FIGURES.findall(level(terms_)))
    for run in sentences.paragraphs(scope.runs):
        if any(id(word) in taken for word in run.words):
            continue
        for sentence in sentences.sentences(run.text):
            pays = (
                OWED.search(sentence) and not sentences.ASIDE.search(sentence) and not COSTS.search(sentence)
            )
            other = set(FIGURES.findall(level(sentence))) - known
            summed = summaries.recognise(sentence.strip()) is not None
            if pays and other and not (summed or CONDITIONAL.search(sentence)):
                return True
    return False


def _words(found: Labelled) -> list[object]:
    return [] if found.value is None else [word for word, _, _ in found.value.within(found.start, found.end)]


def _label_words(found: Labelled) -> list[object]:
    """Return the words of a label: 货物送至 Ship to reads like a sentence and states nothing."""
    end = found.start if found.value is found.label else len(found.label.text)
    return [word for word, _, _ in found.label.within(0, end)]


def _stated(header: Header, name: str) -> tuple[str, ...]:
    """Return what the header states of a field; a date and a time of delivery may stand side by side."""
    beside = DELIVERY if name in DELIVERY else (name,)
    fields = (getattr(header, each) for each in beside)
    return tuple(each.value for each in fields if each is not None and each.value is not None)


def _rivals(stated: tuple[str, ...], way: _Way, said: list[Labelled], scope: Scope) -> Iterator[Candidate]:
    """Yield what sentences state instead of a field's value."""
    for each in said:
        if each.meanings != {way.label} or not way.speaks(_sentence(each)):
            continue
        other = way.read(replace(scope, labelled=(each,), loose=()))
        if other is not None and other.value and not any(way.same(other.value, one) for one in stated):
            yield Candidate(other.value, other.evidence)


def _sentence(found: Labelled) -> str:
    """Return the sentence that a value stands in."""
    assert found.value is not None, "sentences state values"
    ends = [0, *(match.end() for match in sentences.SENTENCE_END.finditer(found.value.text))]
    low = max(end for end in ends if end <= found.start)
    high = min((end for end in ends if end > found.start), default=len(found.value.text))
    return found.value.text[low : max(high, found.end)]
