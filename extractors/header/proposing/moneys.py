"""The currency and the total of a paper that names neither where it is looked for."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from extractors.fields import currencies, numbers
from extractors.fields.text import level
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import sum_of, whole_rate
from extractors.language import language_of
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Language, Reason

AMOUNT = late(
    r"(?<![\d.,A-Za-z/-])\d{1,3}(?:[ ,.'’]\d{2,3})*(?:[.,]\d{1,2})?(?![\d%％A-Za-z/-])"
    r"|(?<![\w.,/-])\d+[.,]\d{2}(?!\d)"
)
SUM = late(r"\b(?:total|sum|altogether|gesamt\w*|summe)\b|[合总共]计|总[价额]", re.IGNORECASE)
PART = late(r"sub-?\s?total|zwischen|小计|\bper\b|\d\s?[%％]", re.IGNORECASE)
"""Sums of a part, or of something else."""
SLACK = Decimal("0.05")
YUAN = late(r"[元圆￥]|人民币")


def currency(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the only currency that the paper names, or the yuan where it is in Chinese."""
    del header, prices
    for run in (*scope.summed, *scope.runs, *scope.under):
        codes = currencies.find(level(run.text))
        if len(codes) == 1:
            yield Choice(codes[0], run, 0, len(run.text), reason=Reason.ROLE)
    yield from _yuan(scope)


def _yuan(scope: Scope) -> Iterator[Choice]:
    """Yield the yuan where it is named, or where a paper in Chinese, bilingual or not, names no currency."""
    if language_of(scope.runs) is Language.ENGLISH:
        return
    for run in (*scope.summed, *scope.runs):
        found = YUAN.search(run.text)
        if found is not None:
            yield Choice("CNY", run, *found.span(), reason=Reason.IMPLIED)
    yield from (Choice("CNY", run, 0, len(run.text), reason=Reason.IMPLIED) for run in scope.runs[:1])


def total(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the amount that all lines add up to, with the tax first, then that of a text that names a sum."""
    del header
    texts = (*scope.summed, *scope.runs, *scope.under)
    amounts = [each for run in texts for each in _amounts(run)]
    for wanted in _sums(prices, {Decimal(each.value or 0) for each in amounts}):
        yield from (each for each in amounts if Decimal(each.value or 0) == wanted)
    for run in reversed(texts):
        if SUM.search(run.text) and not PART.search(run.text):
            yield from [*_amounts(run)][-1:]


def _sums(prices: Prices, printed: set[Decimal]) -> list[Decimal]:
    """Return what the lines add up to: with a tax of whole percents that is printed as well, then without."""
    lines = sum_of(prices.numbers.lines) if prices.items else None
    if lines is None:
        return []
    taxed = [
        each for each in printed if whole_rate(lines, each, SLACK) is not None and each - lines in printed
    ]
    return [*sorted(taxed), lines]


def _amounts(run: Run) -> Iterator[Choice]:
    for found in AMOUNT.finditer(run.text):
        readings = {each.value for each in numbers.parse(found[0].strip())}
        if len(readings) == 1:
            yield Choice(format(readings.pop(), "f"), run, *found.span(), reason=Reason.ROLE)
