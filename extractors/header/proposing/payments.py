"""How an order is paid, as a sentence tells it: the sentence without what leads to the terms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.header.conditions.terms import OPEN_BOX
from extractors.header.labelling.label_words import CLAUSE
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.spoken.sentences import LEAD_IN
from extractors.header.sums.prices import Prices
from extractors.header.whole import told_terms, worded_terms
from extractors.late import late
from extractors.page.runs import IDEOGRAPH, Run
from extractors.scope import Scope
from models.reading import Field, Header, Reason

END = late(r"(?<=[a-z)])(?<!\bapprox)(?<!\bca)\.\s+(?=[A-ZÄÖÜ])|(?<=\d{4})\.\s+(?=[A-Z])|。")
NUMBERED = late(r"\s*\d{1,2}(?:\.\d{1,2}){1,2}\s*(?=[\u4e00-\u9fff])")
"""The number of a clause that stands close before it: 3.1本合同生效后…"""
LED = late(
    r"\s*(?:(?:die |the |our )?(?:zahlung(?:en)?|payments?|terms)\s+"
    r"(?:erfolgt|erfolgen|are payment|are|is|will be made|shall be made|to be made|in the form of)?"
    r"|(?:\w+\s){0,3}pays?(?= \d)|payment(?= \d)|(?:货款|余款|款项)(?:于|按|在)?"
    r"|按照?[^：:，]{2,14}[:：])\s*[:：]?\s*",
    re.IGNORECASE,
)
"""What leads to terms."""
BEHIND = late(
    r"\s*,?\s*(?:to be opened|which|whereby|provided|the invoice)\b.*$"
    r"|[，,；;]\s*(?:乙方|供方|卖方)(?:应|须|需)[^，；;]*(?:发票|收据).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What a sentence says behind its terms of banks and invoices."""
BROKEN = late(
    r"(?:[余由及与和或按并后内，,、;；]|\b(?:by|to|of|and|or|after|from|within|against|upon|for|with|at|the))\s*$",
    re.IGNORECASE,
)
"""How terms end that go on in the next line."""
CREDIT = late(r"\bnet\b.*\d|\d+\s*(?:days?|tage)\b|\d+\s*天|月结", re.IGNORECASE)
TAIL = 12
SHARES = late(
    r"\d{1,3}\s?[%％][^%％]{1,80}\d{1,3}\s?[%％]|\d{1,3}\s?[%％][^%％]{1,60}\b(?:balance|rest)\b"
    r"|付[一二三四五六七八九]成.*[一二三四五六七八九]成|先付.{1,8}(?:定金|预付)|发货前(?:结清|付清)"
)
"""Shares of the price."""
OTHERS = late(
    r"逾期|违约|罚|迟|税|\b(?:per week|per day|late|delay\w*|vat|tax|liabilit\w*|discount|purity)\b",
    re.IGNORECASE,
)
EDGES = " .。;；,，"


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the terms of the sentences that speak of paying the price."""
    del prices
    spot = header.payment_terms.evidence.text if header.payment_terms is not None else ""
    choices = [*_sentences(scope), *_bare(scope, spot)]
    return sorted(choices, key=lambda each: each.run.text[each.start : each.end].strip(EDGES) not in spot)


def continued(scope: Scope, field: Field) -> Field:
    """Return terms that are not sure with the next line, where they break off: "…, 70% by", …付40%，余."""
    value = field.value or ""
    if field.sure or not BROKEN.search(value):
        return field
    tail = value[-TAIL:]
    at = next((at for at, run in enumerate(scope.runs) if run.text.rstrip().endswith(tail)), None)
    below = _below(scope, scope.runs[at]) if at is not None else None
    if below is None:
        return field
    chinese = IDEOGRAPH.search(value[-1]) is not None or IDEOGRAPH.match(below.text) is not None
    text = value + ("" if chinese else " ") + below.text.strip(EDGES)
    return replace(field, value=text, reason=field.reason or Reason.AMBIGUOUS_VALUE)


def _below(scope: Scope, run: Run) -> Run | None:
    """Return the next line of a box: right below, not begun further left than its label or value."""
    for other in scope.runs:
        gap = other.box.top - run.box.bottom
        flush = abs(other.box.x0 - run.box.x0) < 2 * run.box.height
        if other.page is run.page and -0.3 * run.box.height < gap < 0.9 * run.box.height and flush:
            return other
    return None


def _bare(scope: Scope, spot: str) -> Iterator[Choice]:
    """Yield terms that stand alone without a word for paying: "NET 60 DAYS INVOICE DATE"."""
    for run in scope.runs if spot else ():
        text = run.text.strip(EDGES)
        if text and text == spot.strip(EDGES) and CREDIT.search(text):
            yield Choice(" ".join(text.split()), run, 0, len(run.text), reason=Reason.ROLE)


def _sentences(scope: Scope) -> Iterator[Choice]:
    for run in spots.paragraphs(scope):
        for start, end in spots.parts(run.text, END):
            if _pays(run.text[start:end]):
                low, high = _core(run.text, start, end)
                value = " ".join(run.text[low:high].split())
                yield Choice(value, run, low, high, reason=Reason.ROLE)


def _pays(text: str) -> bool:
    if OPEN_BOX.search(text):
        return False  # options of which nobody ticked this one
    told = told_terms.PAYS.search(text) is not None and told_terms.UNPAID.search(text) is None
    shared = SHARES.search(text) is not None and OTHERS.search(text) is None
    return (
        told
        or shared
        or (worded_terms.PAYS.search(text) is not None and worded_terms.NO_PAYMENT.search(text) is None)
    )


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the terms within a sentence."""
    clause = NUMBERED.match(text[start:end]) or CLAUSE.match(text[start:end])
    start += clause.end() if clause is not None else 0
    led = LED.match(text[start:end])
    if (
        led is None
        and (spoken := LEAD_IN.match(text[start:end]))
        and spoken[0].rstrip().endswith((":", "："))
    ):
        led = spoken
    start += led.end() if led is not None else 0
    behind = BEHIND.search(text[start:end])
    end = start + behind.start() if behind is not None else end
    stripped = text[start:end].rstrip(EDGES)
    return start, start + len(stripped)
