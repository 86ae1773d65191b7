"""The document's own number and the number of the quotation it was ordered from."""

import re
from collections.abc import Iterator, Sequence

from extractors.fields import dates
from extractors.header.labels import Labelled
from extractors.header.settle import Choice, settle
from extractors.header.value_types import is_code, is_date
from extractors.kinds import kind_of_title
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Field, Kind, Proof, Reason

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_\-/.#（）()]*|[\u4e00-\u9fff][\w\-/.#（）()]*")
REVISION = re.compile(r"^\s*(?:$|[/,，;；]?\s*(?:rev|ver|版)[\w. ]{0,8}$)", re.IGNORECASE)
EMPTY = re.compile(r"^[\s/\\_\-—.…:：]*$")
MARK = re.compile(r"\s*(?:#|№|(?:no|nr|num|n)[.°º](?=\s?\S*\d))\s*", re.IGNORECASE)
"""What may stand between a label and its number and is no part of it."""
DATED = re.compile(
    r"^[\s,/(]*(?:dated|date|dtd\.?|dt\.?|dd\.?|of|from|vom|del|du|日期)[\s:：]+", re.IGNORECASE
)
"""Words between a number and its date."""
AMOUNT_GOES_ON = re.compile(r"[.,]\d")
REFERENCE = re.compile(r"\s*ref", re.IGNORECASE)
"""A bare reference may be anybody's."""
NUMBER_IN_TITLE = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9\-/]*\d)[A-Za-z0-9][A-Za-z0-9\-/]{4,24}(?![A-Za-z0-9])"
)
FILED = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[［【（(](?:19|20)\d{2}[〕\]］】）)]\s?第?\s?\d{1,5}\s?号")
TITLES = 12
"""Titles are among so many first texts."""
OWN = frozenset({Kind.PURCHASE_ORDER, Kind.CONTRACT, Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT})
INVOICES = frozenset({Kind.INVOICE, Kind.INVOICE_LIST})
"""Kinds that bear an invoice's number; on an order such a label is no number of its own."""
REVERSED = re.compile(
    r"(?:第|[乙供卖贵][方司]的?)\s?(?P<value>[A-Za-z]{0,4}[-/]?[0-9]{4,}[A-Za-z0-9\-/]*)\s?号?(?:报价|quotation)"
)
QUOTED = re.compile(
    r"(?:(?:[贵供卖乙][方司]的?)?报价(?:单|书|函)?\s?[（(]?(?:编号|号码|单号|号)?|quotation|quote|offer|proposal)\s*(?:no\.?|nr\.?|number|ref\.?|#|编号|号)?\s*[:：]?\s*"
    r"([A-Za-z]{0,4}[-/]?[0-9]{4,}[A-Za-z0-9\-/]*)",
    re.IGNORECASE,
)


def document_number(scope: Scope) -> Field | None:
    """Return the number of the order or contract itself."""
    order, contract = (Label.ORDER_NUMBER,), (Label.CONTRACT_NUMBER,)
    ways = (contract, order) if scope.kind is Kind.CONTRACT else (order, contract)
    first = ((Label.INVOICE_NUMBER,),) if scope.kind in INVOICES else ()
    for meanings in (*first, *ways, (Label.ORDER_NUMBER, Label.CONTRACT_NUMBER), (Label.PLAIN_NUMBER,)):
        choices = [choice for found in scope.labels(*meanings) for choice in _code(found)]
        if any(choice.value for choice in choices):
            return settle([*choices, *_in_title(scope, choices)])
    unread = [choice for found in scope.labels(*order, *contract) for choice in _code(found)]
    return settle(unread or _filed(scope))


def _filed(scope: Scope) -> Iterator[Choice]:
    """Yield the number under which a Chinese letter is filed (供字〔2026〕第18号); never sure."""
    for run in scope.runs[:TITLES]:
        text = run.text.strip()
        if FILED.fullmatch(text):
            yield Choice(text, run, 0, len(run.text), reason=Reason.ROLE)


def _in_title(scope: Scope, choices: Sequence[Choice]) -> Iterator[Choice]:
    """Yield the number that stands in the title where no label gave it: it is the paper's own."""
    known = {choice.value for choice in choices}
    for run in scope.runs[:TITLES]:
        number = NUMBER_IN_TITLE.search(run.text)
        if (
            number is not None
            and kind_of_title(run.text) in OWN
            and number[0] not in known
            and is_code(number[0])
        ):
            yield Choice(number[0], run, number.start(), number.end(), reason=Reason.ROLE)


def _code(found: Labelled) -> Iterator[Choice]:
    """Yield the code beside a label; a blank to be filled in is no value."""
    if found.value is None or EMPTY.match(found.text):
        return
    text = found.value.text
    start = found.start + len(text[found.start : found.end]) - len(text[found.start : found.end].lstrip())
    said = QUOTED.match(text, start) or REVERSED.match(text, start)
    if said is not None and found.meanings == {Label.QUOTATION_NUMBER}:
        yield Choice(said[1], found.value, said.start(1), said.end(1))
        return
    mark = MARK.match(text, start, found.end)
    match = CODE.match(text, mark.end() if mark else start, found.end)
    yield from _number(found, match)


def _number(found: Labelled, match: re.Match[str] | None) -> Iterator[Choice]:
    """Yield the number that a value begins with, unless it is a date or an amount."""
    if found.value is None:
        return
    if match is None or not any(map(str.isdigit, match[0])):
        if found.how == "colon":
            yield Choice(None, found.value, found.start, found.end)
        return
    if is_date(match[0]):
        return
    end = (
        match.end()
        if any(each in match[0] for each in "(（")
        else match.start() + len(match[0].rstrip(")）"))
    )
    tail = found.value.text[end : found.end]
    if AMOUNT_GOES_ON.match(tail):
        return
    tail = tail.lstrip(")）").strip(" ,;，；")
    dated = bool(dates.parse(DATED.sub("", tail).strip(" ,/()，（）")))
    reason = None if REVISION.match(tail) or dated else Reason.AMBIGUOUS_VALUE
    if found.meanings <= {Label.PLAIN_NUMBER} and REFERENCE.match(found.label.text):
        reason = Reason.ROLE
    code = match[0].rstrip("./")
    code = code if any(each in code for each in "(（") else code.rstrip(")）")
    yield Choice(code, found.value, match.start(), match.start() + len(code), reason=reason)


def quotation_number(scope: Scope) -> Field | None:
    """Return the number of the quotation that the document refers to, by label or in a sentence."""
    labelled = [choice for found in scope.labels(Label.QUOTATION_NUMBER) for choice in _code(found)]
    return settle([*labelled, *_in_sentences(scope)])


def _in_sentences(scope: Scope) -> Iterator[Choice]:
    for run in scope.runs:
        for match in (*QUOTED.finditer(run.text), *REVERSED.finditer(run.text)):
            yield Choice(match[1], run, match.start(1), match.end(1), proof=Proof.SENTENCE)
