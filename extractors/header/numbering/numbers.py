"""The document's own number and the number of the quotation it was ordered from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields.text import SIMPLER
from extractors.header import summaries
from extractors.header.labelling import references
from extractors.header.labelling.label_words import meaning
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_types import LETTERED, YEARLY, is_date
from extractors.header.numbering import (
    code_ends,
    days_behind,
    frame_numbers,
    further_numbers,
    led_labels,
    title_numbers,
    titles_above,
)
from extractors.header.numbering.number_shapes import (
    ANSWERED,
    BREAKING,
    CODE,
    EMPTY,
    FORM_NUMBER,
    NARROW,
    NUMBERED,
    QUOTED,
    REVERSED,
    REVISED,
    REVISION,
    REVISION_BEHIND,
    REVISION_LED,
)
from extractors.header.numbering.party_sections import describes_party
from extractors.header.settle import Choice, settle
from extractors.header.spoken import sentences
from extractors.kinds.kinds import kind_of_title
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Kind, Proof, Reason

PAPERS = frozenset("PO SO SQ QU QT OP OR RFQ NO NR BA AB SC".split())
"""Letters before a number that say of what paper it is: PO 4711."""
MARK = late(r"\s*(?:#|№|(?:no|nr|num|n)[.°º](?=\s?\S*\d))\s*", re.IGNORECASE)
"""What may stand between a label and its number and is no part of it."""
AMOUNT_GOES_ON = late(r"[.,]\d")
SUM = late(r"\d[\d.,'’ ]*[.,]\d{2}")
REFERENCE = late(r"\s*ref", re.IGNORECASE)
"""A bare reference may be anybody's."""
FORM = late(r"\s*(?:form|template|file|record|文件|表单|表格|记录)", re.IGNORECASE)
ALIKE = 3
LEAST = 5
YEAR = late(r"(?:19|20)\d{2}")
HAN = late(r"[\u4e00-\u9fff][\u4e00-\u9fff/（）()]*")
SENTENCE_END = late(r"[。；;!?]|\.\s+(?=[A-Z])")
EITHER = late(r"(?:询价|询比价|\brfq\b|enquiry|inquiry).*[/／、&]", re.IGNORECASE)
ENQUIRED = late(r"(?:询价单?|询比价单?|rfq|enquiry|inquiry)(?: no\.?)?\s?[/／、&]\s?$", re.IGNORECASE)
"""Such a label may name the number of either: 询价/报价单号."""
FILED = late(r"[\u4e00-\u9fff]{1,8}[〔\[［【（(](?:19|20)\d{2}[〕\]］】）)]\s?第?\s?\d{1,5}\s?号")
ORDERING = late(r"关于[^，。；]{0,20}(?:订购|采购|订货|购买)[^，。；]{0,24}函")
"""The title of a letter that orders; its own number stands above it (GB/T 9704)."""
INVOICES = frozenset({Kind.INVOICE, Kind.INVOICE_LIST})
"""Kinds that bear an invoice's number; on an order such a label is no number of its own."""


def document_number(scope: Scope) -> Field | None:
    """Return the number of the order or contract itself."""
    order, contract = (Label.ORDER_NUMBER,), (Label.CONTRACT_NUMBER,)
    ways = (contract, order) if scope.kind is Kind.CONTRACT else (order, contract)
    first = ((Label.INVOICE_NUMBER,),) if scope.kind in INVOICES else ()
    beside = [choice for found in scope.labels(Label.PAPER_NUMBER) for choice in _code(found)]
    for meanings in (*first, *ways, (Label.ORDER_NUMBER, Label.CONTRACT_NUMBER), (Label.PLAIN_NUMBER,)):
        found = [(each, choice) for each in _own(scope, *meanings) for choice in _stated(each)]
        choices = [choice for _, choice in found]
        if any(choice.value for choice in choices):
            if meanings == contract and scope.kind is Kind.PURCHASE_ORDER:
                titles = [run.text for run in scope.runs[: title_numbers.TITLES]]
                choices = frame_numbers.beside(found, list(_plain(scope)), titles)
            if meanings == (Label.PLAIN_NUMBER,):
                choices = [] if beside else [choice for _, choice in _plain(scope)]
            known = [*choices, *(choice for _, choice in found)]
            return settle([*beside, *choices, *title_numbers.find(scope, known)])
    unread = [choice for found in _own(scope, *order, *contract) for choice in _code(found)]
    return settle(
        beside or [replace(each, reason=each.reason or Reason.ROLE) for each in unread] or _filed(scope)
    )


def _stated(found: Labelled) -> Iterator[Choice]:
    """Yield the number beside a label, in doubt where the words before it may make it another paper's."""
    doubt = Reason.ROLE if led_labels.is_others(found) else None
    yield from (replace(choice, reason=choice.reason or doubt) for choice in _code(found))


def _own(scope: Scope, *meanings: Label) -> Iterator[Labelled]:
    """Yield the labels of numbers, without those of a contract that a paper only goes back to."""
    changing = scope.kind is Kind.CHANGE_ORDER
    own = (each for each in scope.labels(*meanings) if changing or not references.to_contract(each))
    return (each for each in own if not titles_above.has_none(scope, each))


def _plain(scope: Scope) -> Iterator[tuple[Labelled, Choice]]:
    """Yield the numbers whose labels do not say of what, in doubt where they describe a party."""
    bare = list(scope.labels(Label.PLAIN_NUMBER))
    for found in [each for each in bare if not references.to_offer(each)] or bare:
        doubt = Reason.ROLE if describes_party(scope, found) else None
        yield from ((found, replace(choice, reason=choice.reason or doubt)) for choice in _code(found))


def _filed(scope: Scope) -> Iterator[Choice]:
    """Yield the number of a filed letter (供字〔2026〕第18号), sure above an order's title, or a bare one."""
    for at, run in enumerate(scope.runs[: title_numbers.TITLES]):
        text = run.text.strip()
        filed = FILED.fullmatch(text) or NUMBERED.search(run.text)
        earlier = filed is not None and references.OTHER_QUOTED.search(run.text[: filed.start()])
        if filed is not None and not earlier and not is_date(filed[0]):
            title = next((each.text.strip() for each in scope.runs[at + 1 : at + 2]), "")
            certain = filed[0].strip() == text and ORDERING.fullmatch(title) is not None
            yield Choice(filed[0].strip(), run, *filed.span(), reason=None if certain else Reason.ROLE)


def _code(found: Labelled) -> Iterator[Choice]:
    """Yield the code beside a label; a blank to be filled in is no value, nor the sum beside "PO total"."""
    if found.value is None or EMPTY.match(found.text) or _is_sum(found):
        return
    if further_numbers.is_worded_day(days_behind.DATED.sub("", found.text)):
        return
    text = found.value.text.translate(NARROW)
    start = found.start + len(text[found.start : found.end]) - len(text[found.start : found.end].lstrip())
    said = QUOTED.match(text, start) or REVERSED.match(text, start)
    if said is not None and found.meanings == {Label.QUOTATION_NUMBER}:
        yield Choice(said[1], found.value, said.start(1), said.end(1))
        return
    answered = ANSWERED.match(text, start, found.end)
    year = answered is not None and (YEAR.fullmatch(answered[1]) or is_date(answered[1]))
    if answered is not None and not year and found.meanings == {Label.QUOTATION_NUMBER}:
        yield Choice(answered[1], found.value, *answered.span(1), reason=Reason.AMBIGUOUS_VALUE)
        return
    mark = MARK.match(text, start, found.end)
    begin = mark.end() if mark else start
    yearly = YEARLY.match(text[begin : found.end].strip(" .,;"))
    written = f"{yearly['number']}/{yearly['year']}" if yearly is not None else ""
    if yearly is not None and yearly[0] != written and not is_date(written):
        yield Choice(written, found.value, begin, found.end)
        return
    lettered = LETTERED.match(text, begin, found.end)
    if lettered is not None:
        yield from _lettered(found, text, lettered)
        return
    yield from _number(found, CODE.match(text, begin, found.end))


def _lettered(found: Labelled, text: str, lettered: re.Match[str]) -> Iterator[Choice]:
    """Yield a number with letters before it, which may be a part of it or say what it is; never sure."""
    named = lettered["letters"] in PAPERS
    match = CODE.match(text, lettered.start("number"), found.end) if named else lettered
    for choice in _number(found, match):
        yield replace(choice, reason=choice.reason or Reason.AMBIGUOUS_VALUE)


def _is_sum(found: Labelled) -> bool:
    """Tell whether a label that speaks of an order names a total, and an amount stands beside it."""
    return summaries.recognise(found.named) is not None and SUM.fullmatch(found.text.strip()) is not None


def _number(found: Labelled, match: re.Match[str] | None) -> Iterator[Choice]:
    """Yield the number that a value begins with, unless it is a date or an amount."""
    if found.value is None:
        return
    if match is None or not any(map(str.isdigit, match[0])):
        if found.how == "colon":
            yield Choice(None, found.value, found.start, found.end)
        return
    if is_date(match[0]) or _is_labelled(match[0]):
        return
    end = match.start() + code_ends.length(match[0])
    tail = found.value.text[end : found.end]
    if AMOUNT_GOES_ON.match(tail):
        return
    if REVISED.search(found.label.text) and REVISION_BEHIND.fullmatch(tail):
        tail = ""
    tail = further_numbers.rest(tail)
    dated = days_behind.is_one(REVISION_LED.sub("", tail))
    reason = None if REVISION.match(tail) or dated else Reason.AMBIGUOUS_VALUE
    if found.meanings <= {Label.PLAIN_NUMBER} and REFERENCE.match(found.label.text):
        reason = Reason.ROLE
    led = code_ends.led(match[0])
    begin = match.start() + led
    code = match[0][led:].rstrip("./")
    reason = _doubt_of_code(found, code) or reason
    code = code if any(each in code for each in "(（") else code.rstrip(")）")
    code = code_ends.without_remark(code)
    reason = reason or (Reason.AMBIGUOUS_VALUE if led else None)
    yield Choice(code, found.value, begin, begin + len(code), reason=reason)


def _is_labelled(code: str) -> bool:
    """Tell whether what looks like a number begins with a label of its own: 采购订单编号/日期JLY-118."""
    head = HAN.match(code)
    return head is not None and bool(meaning(head[0].rstrip("/")))


def _doubt_of_code(found: Labelled, code: str) -> Reason | None:
    if _are_two(code) or code.endswith(BREAKING):
        return Reason.AMBIGUOUS_VALUE
    if YEAR.fullmatch(code) or code_ends.is_revision(code):
        return Reason.ROLE
    if found.meanings == {Label.QUOTATION_NUMBER} and code_ends.is_enquirys(code):
        return Reason.ROLE
    plain = found.meanings <= {Label.PLAIN_NUMBER} or kind_of_title(found.named.strip()) is not None
    return Reason.ROLE if plain and (FORM_NUMBER.match(code) or FORM.match(found.label.text)) else None


def _are_two(code: str) -> bool:
    """Tell whether a code may be two numbers in a row: 20018841/20018842."""
    parts = code.split("/")
    first = parts[0]
    alike = all(len(each) == len(first) and each[:ALIKE] == first[:ALIKE] for each in parts)
    return len(parts) > 1 and len(first) >= LEAST and first.isdigit() and alike


def quotation_number(scope: Scope) -> Field | None:
    """Return the number of the quotation that the document refers to, by label or in a sentence."""
    labelled = [
        replace(choice, reason=choice.reason or Reason.ROLE) if EITHER.search(found.named) else choice
        for found in scope.labels(Label.QUOTATION_NUMBER)
        if not code_ends.is_requisitions(found.named, found.text)
        for choice in _code(found)
    ]
    said = list(_in_sentences(scope))
    return settle([*(each for each in labelled if not _goes_on(each, said)), *said] or _referred(scope))


def _referred(scope: Scope) -> Iterator[Choice]:
    """Yield the number of a reference that may be an offer's, bare or "Contract / quote"; never sure."""
    for found in references.to_offers(scope):
        yield from (replace(choice, reason=choice.reason or Reason.ROLE) for choice in _code(found))


def _goes_on(choice: Choice, said: Sequence[Choice]) -> bool:
    """Tell whether a number is the first part of one that the end of its line broke at a dash."""
    value = choice.value or ""
    return value.endswith(BREAKING) and any((each.value or "").startswith(value) for each in said)


def _in_sentences(scope: Scope) -> Iterator[Choice]:
    for run in (*sentences.paragraphs(scope.runs), *references.told(scope)):
        text = run.text.translate(SIMPLER)
        for match in (*QUOTED.finditer(text), *REVERSED.finditer(text)):
            if is_date(match[1]) or YEAR.fullmatch(match[1]):
                continue
            broken = Reason.AMBIGUOUS_VALUE if match[1].endswith(BREAKING) else None
            reason = broken or _doubt_of_quoted(text, match)
            yield Choice(match[1], run, match.start(1), match.end(1), proof=Proof.SENTENCE, reason=reason)


def _doubt_of_quoted(text: str, match: re.Match[str]) -> Reason | None:
    """Return why a sentence may not name the one quotation that was ordered from."""
    ends = [end.end() for end in SENTENCE_END.finditer(text)]
    low = max((end for end in ends if end <= match.start()), default=0)
    high = min((end for end in ends if end > match.end()), default=len(text))
    two = further_numbers.follow(text, match.end(1)) or _are_two(match[1])
    if two or further_numbers.may_be_day(match[1]) or further_numbers.is_spoken_against(text, match.end(1)):
        return Reason.AMBIGUOUS_VALUE
    if further_numbers.is_of_item(text[low:high]):
        return Reason.ROLE
    if ENQUIRED.search(text, 0, match.start()):
        return Reason.ROLE
    return (
        Reason.RIVAL if references.OTHER_QUOTED.search(text, low, high) else None
    )  # "is not based on quotation …"
