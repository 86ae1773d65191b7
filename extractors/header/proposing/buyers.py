"""Who may buy where neither a label nor a letterhead tells: who gets the goods, else who is no seller."""

import re
from collections.abc import Iterable, Iterator

from extractors.fields import companies
from extractors.header.settle import Choice
from extractors.header.sides.received_names import is_in_care
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Header, Reason

BILLED = late(
    r"(?:开票|发票|抬头)[^:：，。]{0,6}[:：]\s*(?P<name>[\u4e00-\u9fff（）()]{6,30})[\s,，;；]*"
    r"(?:税号|纳税人识别号|(?:统一)?社会信用代码)"
)
"""Whom the invoice names, whatever the firm is called: 开票：无锡市顺达水泵维修部 税号…."""
OTHERS = late(r"carrier|bank|spedition|forwarder|insur|versicherung|承运|物流|开户|银行|保险", re.IGNORECASE)
"""Companies that carry, pay or insure."""


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the companies of the paper that no label of a seller names."""
    del header, prices
    sellers = {
        companies.key(found.text[start:end])
        for found in scope.labels(Label.SELLER)
        for start, end in companies.find(found.text)
    }
    yield from _receivers(scope, sellers)
    for run in scope.runs:
        for billed in BILLED.finditer(run.text):
            if companies.key(billed["name"]) not in sellers:
                yield Choice(billed["name"], run, *billed.span("name"), reason=Reason.ROLE)
    for run in scope.runs:
        spans = () if OTHERS.search(run.text) else companies.find(run.text)
        for start, end in spans:
            if companies.key(run.text[start:end]) not in sellers and not is_in_care(run.text, start):
                yield Choice(run.text[start:end].strip(), run, start, end, reason=Reason.ROLE)


def _receivers(scope: Scope, sellers: set[str]) -> Iterator[Choice]:
    for found in scope.labels(Label.PLACE):
        for start, end in companies.find(found.text)[:1]:
            name = found.text[start:end].strip()
            if found.value is not None and companies.key(name) not in sellers:
                at = found.value.text.index(name, found.start)
                yield Choice(name, found.value, at, at + len(name), reason=Reason.ROLE)
