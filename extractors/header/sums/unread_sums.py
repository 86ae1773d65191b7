"""Sums of money right below the total that nothing was read for: one of them may be the last total.

"I alt EUR 2,412.50", "Zahlbetrag 1.833,50", "plus 25 % moms 482.50": whatever a language calls it, a short
line below the total that ends with an amount may go on reckoning, and then the total is not the last one.
"""

import re
from collections.abc import Iterable, Sequence

from extractors.fields import currencies
from extractors.fields.text import level
from extractors.header import summaries
from extractors.header.sums.totals import Total
from extractors.runs import Run

LINES = 6
"""So many lines below the total are looked at."""
PITCH = 2.2
"""A line is so many heights of its letters high, at most."""
LONGEST = 60
"""A longer line is a sentence."""
FIGURE = r"\d{1,3}(?:[.,'’ ]?\d{3})*"
SUM = re.compile(
    rf"(?:^|[^\w.,/-])[-(]?{FIGURE}[.,]\d{{2}}\)?\s?(?:{currencies.NAME}|-)?$",
    re.IGNORECASE,
)
ROUNDED = re.compile(
    r"(?:抹零|去零|取整|优惠后|让利后|折后|实付|实际(?:结算|支付|付款|金额)|最终(?:价|金额|总价|成交)|成交价|一口价|包干价"
    r"|(?i:final price|final amount|rounded (?:down )?to|agreed (?:lump )?sum|lump sum of|net payable))"
    rf"[^\d。;；]{{0,12}}(?P<value>{FIGURE}(?:[.,]\d{{1,2}})?)(?![\d%％])"
    rf"|按\s?(?P<settled>{FIGURE}(?:[.,]\d{{1,2}})?)\s?元?(?:整)?(?:结算|开票|支付|付款|执行|成交)"
)
"""What is settled beside the total: 抹零后17,000元, "final price EUR 1,891.40"."""


REDUCED = re.compile(
    r"[一二三四五六七八九\d](?:[.点]?[一二三四五六七八九\d])?\s?折|(?:下浮|让利|优惠)\s?\d|\d\s?%\s?(?:discount|rebate|rabatt)"
    r"|\b(?:discount|rebate) of \d|\bless \d{1,2}(?:[.,]\d+)?\s?%",
    re.IGNORECASE,
)
"""A reduction of the total that a text states."""
PAYING = re.compile(r"[天付款]|\bdays?\b|skonto|\bwithin\b|\bnet\b|\bpa(?:y|id)|\btage\b", re.IGNORECASE)
"""A discount for paying early does not change the total."""


def below(total: Total, totals: Sequence[Total], runs: Iterable[Run]) -> bool:
    """Tell whether an amount below the total belongs to no total that was read.

    A line with several amounts is a row of some table, and goes on reckoning nothing.
    """
    known = [each.printed.run for each in totals]
    at = total.printed.run
    lowest = at.box.bottom + LINES * PITCH * at.box.height
    near = [run for run in runs if run.page is at.page and at.box.bottom < run.box.middle < lowest]
    sums = [run for run in near if len(run.text) < LONGEST and SUM.search(run.text.strip())]
    return any(
        not any(_in_line(run, other) for other in known)
        and not any(_in_line(run, other) for other in sums if other is not run)
        for run in sums
    )


def settled(total: Total, runs: Sequence[Run]) -> bool:
    """Tell whether a text says that another sum than the total is to be paid in the end."""
    figures = _figures(format(total.value, "f"))
    texts = (run.text for run in runs if summaries.recognise(run.text) is None)
    if any(REDUCED.search(level(text)) and not PAYING.search(text) for text in texts):
        return True
    return any(
        _figures(found["value"] or found["settled"]) != figures
        for run in runs
        for found in ROUNDED.finditer(level(run.text))
    )


def _figures(text: str) -> str:
    """Return the figures of a sum, without its cents where there are none."""
    return re.sub(r"\D", "", re.sub(r"[.,]00?$", "", text))


def _in_line(run: Run, other: Run) -> bool:
    return run.page is other.page and other.box.top < run.box.middle < other.box.bottom
