"""Rows below the items that charge something in words which are no known label: "Toll 3 %  16.80".

What is said beside the freight ("payable extra", 运费另付) is in no list, and just what comes on top.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.fields import numbers
from extractors.header import summaries
from extractors.header.sums.prices import Prices
from extractors.late import late
from extractors.page.runs import Run

CHARGED = late(
    r"\b(?:freight|carriage|transport\w*|shipping|shipment costs?|haulage|postage|packing|packaging"
    r"|handling"
    r"|insurance|\w*surcharge|toll|levy|fees?|charges?|crating|courier|pallets?|demurrage|customs"
    r"|\w*fracht\w*|\w*verpackung\w*|\w*versand\w*|porto|\w*zuschl[aä]g\w*|maut\w*|\w*gebühr\w*|zoll"
    r"|\w*pauschale"
    r"|frais|emballage|supplément|spese|imballo|trasporto|flete|embalaje|portes|recargo|frete|embalagem"
    r"|vracht\w*"
    r"|verpakking\w*|toeslag\w*|frakt|emballage|opłata)\b"
    r"|[运運輸输]费|運費|[杂雜装裝箱险險卸费费]费|[加务務续續理递遞关關调調输]费|費用|费用|附加|加收"
    r"|另[加收计付]",
    late("").flags,
)
AMOUNT = late(r"(?:^|[^\w.,/])-?\d{1,3}(?:[.,'’ ]?\d{3})*[.,]\d{2}\)?$")
"""How a row ends that states a sum of money."""
LONGEST = 48
"""A longer text is a sentence of the terms."""


def find(prices: Prices, runs: Sequence[Run]) -> Iterator[tuple[Run, Decimal]]:
    """Yield the sums of such rows below the figures of the last item that no total was read from."""
    figures = [each for line in prices.numbers.lines for each in (line.quantity, line.amount) if each]
    last = max(((each.text.run.page.number, each.text.run.box.bottom) for each in figures), default=None)
    read = [each.printed.run for each in prices.totals]
    if last is None:
        return
    for run in runs:
        below = (run.page.number, run.box.top) > last and not any(_is_level(run, each) for each in read)
        if below and AMOUNT.search(run.text.strip()) and _is_charged(_named(run, runs)):
            values = [each.value for each in numbers.parse(run.text.split()[-1].strip("-()"))]
            yield from ((run, value) for value in values[:1] if value)


def _named(run: Run, runs: Sequence[Run]) -> str:
    """Return what stands before a sum in its line, or in its own text."""
    before = [each for each in runs if _is_level(each, run) and each.box.x1 <= run.box.x0]
    return " ".join(each.text for each in (*before, run))


def _is_charged(named: str) -> bool:
    known = summaries.recognise(named.rpartition(" ")[0])
    return len(named) <= LONGEST and CHARGED.search(named.casefold()) is not None and known is None


def _is_level(run: Run, other: Run) -> bool:
    return run.page is other.page and other.box.top <= run.box.middle <= other.box.bottom
