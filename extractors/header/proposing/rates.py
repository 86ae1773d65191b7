"""The rate of the tax beside a word for it that left the rate open."""

import re
from collections.abc import Iterable, Iterator

from extractors.fields import numerals
from extractors.header.proposing import spots
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.reading import Header, Reason

RATE = late(r"(?<![\d.,])(?P<value>\d{1,2}(?:[.,]\d{1,2})?)\s?(?:[%％]|(?i:pct|percent|per cent)\b)")
SPELLED = late(r"百分之(?P<value>[一二三四五六七八九十]{1,3})")
TAXED = late(r"[税稅]|\b(?:vat|gst|tax|mwst|ust|moms|tva|iva|btw|pst|hst)\b", re.IGNORECASE)
CLAUSE = late(r"[。；;]|\.\s")
FREIGHT = late(
    r"freight|carriage|fracht|运费|customs|关税|withh[eo]ld|income tax|einkommensteuer|所得税|预扣|代扣",
    re.IGNORECASE,
)
"""Charges beside the goods, and other taxes."""
PRICED = late(r"价|price|preis|goods|货款", re.IGNORECASE)
NEXT = late(r"\s?(?:of |的)?[^，,。；;\d]{0,4}(?:[税稅]|专票|\b(?:vat|gst|tax|mwst|ust)\b)", re.IGNORECASE)
"""A tax that is named right behind its rate."""
LEAST, HIGHEST = 1, 30
"""Less than one percent is a penalty for each day, and no tax; none at all may be one."""


def find(scope: Scope, header: Header, prices: Prices) -> Iterable[Choice]:
    """Yield the rates in a clause of a tax, beside the name of one, or in the place that left it open."""
    del prices
    spot = header.tax_rate.evidence.text if header.tax_rate is not None else ""
    runs = [*spots.paragraphs(scope), *scope.summed]
    for run in sorted(runs, key=lambda each: not spot or spot not in each.text):
        if TAXED.search(run.text):
            yield from _within(run)
            for value in spots.behind(scope, run):
                yield from _rates(value, 0, len(value.text), beside=True)
    for run in runs if spot else ():
        if run.text.strip() == spot.strip() and FREIGHT.search(spot) is None:
            yield from _rates(run, 0, len(run.text), beside=True)


def _within(run: Run) -> Iterator[Choice]:
    for start, end in spots.parts(run.text, CLAUSE):
        carried = FREIGHT.search(run.text, start, end) and not PRICED.search(run.text, start, end)
        if TAXED.search(run.text, start, end) and not carried:
            yield from _rates(run, start, end)


def _rates(run: Run, start: int, end: int, *, beside: bool = False) -> Iterator[Choice]:
    for found in RATE.finditer(run.text, start, end):
        named = TAXED.search(run.text, 0, found.start()) or NEXT.match(run.text, found.end())
        if beside or named:
            yield from _rate(run, found)
    for found in SPELLED.finditer(run.text, start, end):
        rate = numerals.parse(found["value"])
        if rate is not None:
            yield Choice(str(rate), run, *found.span("value"), reason=Reason.ROLE)


def _rate(run: Run, found: re.Match[str]) -> Iterator[Choice]:
    value = found["value"].replace(",", ".")
    value = value.rstrip("0").rstrip(".") if "." in value else value
    if value and (float(value) == 0 or LEAST <= float(value) < HIGHEST):
        yield Choice(value, run, *found.span("value"), reason=Reason.ROLE)
