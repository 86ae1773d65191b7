"""Sums of money right below the total that nothing was read for: one of them may be the last total.

"I alt EUR 2,412.50", "Zahlbetrag 1.833,50", "plus 25 % moms 482.50": whatever a language calls it, a short
line below the total that ends with an amount may go on reckoning, and then the total is not the last one.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractors.fields import currencies, tax
from extractors.fields.text import level
from extractors.header import summaries
from extractors.header.sums.totals import Total
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Summary

LINES = 6
"""So many lines below the total are looked at."""
PITCH = 2.2
"""A line is so many heights of its letters high, at most."""
LONGEST = 60
"""A longer line is a sentence."""
FIGURE = r"\d{1,3}(?:[.,'’ ]?\d{3})*"
SUM = late(
    rf"(?:^|[^\w.,/-])[-(]?{FIGURE}[.,]\d{{2}}\)?\s?(?:{currencies.NAME}|-)?$",
    re.IGNORECASE,
)
ROUNDED = late(
    r"(?:抹零|去零|取整|优惠后|让利后|折后|实付|实际(?:结算|支付|付款|金额)|最终(?:价|金额|总价|成交)|成交价|一口价|包干价"
    r"|(?i:final price|final amount|rounded (?:down )?to|agreed (?:lump )?sum|lump sum of|net payable))"
    rf"[^\d。;；]{{0,12}}(?P<value>{FIGURE}(?:[.,]\d{{1,2}})?)(?![\d%％])"
    rf"|按\s?(?P<settled>{FIGURE}(?:[.,]\d{{1,2}})?)\s?元?(?:整)?(?:结算|开票|支付|付款|执行|成交)"
)
"""What is settled beside the total: 抹零后17,000元, "final price EUR 1,891.40"."""


REDUCED = late(
    r"[一二三四五六七八九\d](?:[.点]?[一二三四五六七八九\d])?\s?折|(?:下浮|让利|优惠)\s?\d|\d\s?%\s?(?:discount|rebate|rabatt)"
    r"|[1-9]\d?(?:[.,]\d+)?\s?%\s+(?:[a-zäöüß]+\s+){0,2}[a-zäöüß]*(?:discount|rebate|rabatt|nachlass)\b"
    r"|\b(?:discount|rebate|rabatt|nachlass)\s*:?\s*(?:of\s+)?[1-9]\d?(?:[.,]\d+)?\s?%"
    r"|\b(?:discount|rebate) of \d|\b(?:less|abzüglich|abzgl\.?) \d{1,2}(?:[.,]\d+)?\s?%",
    re.IGNORECASE,
)
"""A reduction of the total that a text states."""
CHARGED = late(
    r"(?:另|再)(?:外)?(?:收|加|付|计)[^。；;，,\d]{0,10}费[^。；;，,\d]{0,6}\d"
    r"|\b(?:plus|zzgl\.?|zuzüglich)\s[^.;\d]{0,24}(?:freight|shipping|packing|carriage|fracht|verpackung|versand)"
    r"[^.;\d%]{0,16}\d[\d.,]*(?![\d.,]*\s?%)",
    re.IGNORECASE,
)
"""A charge that a text adds to the total: 另收运费200元, "zuzüglich Fracht 85,00 EUR"."""
RATE = late(r"(\d{1,2}(?:[.,]\d{1,2})?)\s?[%％]")
ANY = late(r"[1-9]")
"""An amount of nothing changes no sum: 现存量：0.00."""
FIGURES = late(rf"{FIGURE}[.,]\d{{2}}")
HUNDRED, CENT = Decimal(100), Decimal("0.01")
TIMED = late(r"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)")
"""A time of the day in the line of an amount: it tells when something was done, and reckons nothing."""
OWED = late(r"\bpa(?:y|id)|\bdue\b|zahl|betrag|total|\bsum|amount|price|preis|[价價款额額]", re.IGNORECASE)
"""Words by which such a line may reckon all the same: "Payable on 18 December 2026 at 12:00"."""
BOUND = late(
    r"\b(?:approv\w*|sign\w*|authori[sz]\w*)\b.*\b(?:up to|limit|not exceeding|no more than)\b"
    r"|(?:审批|签[字署批]|批准|授权).*(?:权限|限额)|(?:权限|限额).*(?:审批|签[字署批]|批准|授权)",
    re.IGNORECASE,
)
"""What somebody may sign for, below the signatures: "Approved up to USD 50,000.00"."""
MONEY = late(rf"{FIGURE}[.,]\d{{2}}(?!\d|\s?%)|\d\s?元")
PAYING = late(r"[天付款]|\bdays?\b|skonto|\bwithin\b|\bnet\b|\bpa(?:y|id)|\btage\b", re.IGNORECASE)
"""A discount for paying early does not change the total."""


def below(total: Total, totals: Sequence[Total], runs: Iterable[Run]) -> bool:
    """Tell whether an amount below the total belongs to no total that was read.

    A line with several amounts is a row of some table, and goes on reckoning nothing.
    """
    known = [each.printed.run for each in totals]
    at = total.printed.run
    lowest = at.box.bottom + LINES * PITCH * at.box.height
    near = [run for run in runs if run.page is at.page and at.box.bottom < run.box.middle < lowest]
    sums = [run for run in near if len(run.text) < LONGEST and _is_sum(run.text)]
    return any(
        not any(_in_line(run, other) for other in known)
        and not any(_in_line(run, other) for other in sums if other is not run)
        and not _is_held_tax(total, run, near)
        and not _is_timed([each.text for each in near if _in_line(run, each)])
        for run in sums
    )


def _is_timed(line: Sequence[str]) -> bool:
    """Tell whether a line tells when something was done, and not what is to be paid then."""
    return any(map(TIMED.search, line)) and not any(map(OWED.search, line))


def _is_held_tax(total: Total, run: Run, near: Sequence[Run]) -> bool:
    """Tell whether a sum is the tax that the total holds at the rate in its line: "incl. VAT 13%"."""
    line = " ".join(each.text for each in near if each is run or _in_line(each, run))
    rate, held = RATE.search(line), SUM.search(run.text.strip())
    if rate is None or held is None or tax.statement(line) is None:
        return False
    percent, figures = Decimal(rate[1].replace(",", ".")), FIGURES.findall(held[0])
    cents = Decimal(re.sub(r"\D", "", figures[-1]))
    return abs(cents / HUNDRED - total.value * percent / (HUNDRED + percent)) <= CENT


def _is_sum(text: str) -> bool:
    """Tell whether a text ends with an amount, but none, or a bound of what somebody may do, reckons on."""
    found = SUM.search(text.strip())
    return found is not None and ANY.search(found[0]) is not None and BOUND.search(text) is None


def settled(total: Total, totals: Sequence[Total], runs: Sequence[Run]) -> bool:
    """Tell whether a text says that another sum than the total is to be paid in the end.

    A sum that bears the name of a discount states one that was read, if any discount was.
    """
    figures = _figures(format(total.value, "f"))
    read = {each.kind for each in totals}
    texts = [
        run.text
        for run in runs
        if (named := summaries.recognise(run.text)) is None or not {named.kind, Summary.DISCOUNT} & read
    ]
    if any(REDUCED.search(level(text)) and not PAYING.search(text) for text in texts):
        return True
    if Summary.CHARGE not in read and any(CHARGED.search(level(run.text)) for run in runs):
        return True
    return any(
        _figures(found["value"] or found["settled"]) != figures
        for run in runs
        for found in ROUNDED.finditer(level(run.text))
    )


def _reduces(run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a text states a reduction, and no sum beside it says what this comes to: 总价下浮3%."""
    if not REDUCED.search(level(run.text)) or PAYING.search(run.text):
        return False
    line = (each for each in runs if each is run or _in_line(each, run))
    return summaries.recognise(run.text) is None or not any(MONEY.search(each.text) for each in line)


def _figures(text: str) -> str:
    """Return the figures of a sum, without its cents where there are none."""
    return re.sub(r"\D", "", re.sub(r"[.,]00?$", "", text))


def _in_line(run: Run, other: Run) -> bool:
    return run.page is other.page and other.box.top < run.box.middle < other.box.bottom
