"""Orders that contradict themselves and are read right all the same: their writer made a mistake.

Numbers are proven by arithmetic. Where it fails at one place only and everything around that place is
proven, what is printed there is what the writer wrote: it is read surely, and comparing tells the
mistake. A misprinted line is told from a misread one by the other lines and by the total, a misprinted
total by being stated twice, in figures and in words, right below lines of which none can be missing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.fields import capitals
from extractors.header.summaries import SummaryLabel
from extractors.header.sums.reconcile import CENT, Reconciled, reconcile, sum_of
from extractors.header.sums.totals import FINAL, Printed, Total
from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.items.rows import Items
from extractors.lines.values.line_numbers import LineNumbers, Number, TableNumbers, closes
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role, Summary
from models.reading import Proof

WITNESSES = 2
"""So many other lines must close, and all of them, for one that does not to count as misprinted."""
SPELLED = late(r"\b(?:only|say)\b", re.IGNORECASE)
WHOLE = late(r"order|contract|订单|合同|总价|总金额", re.IGNORECASE)
THOUSANDS = late(r"\d{1,3}[.,]\d{3}")
"""A quantity that is a thousand times more or less in another notation."""
NEAR = 40
"""The name of a total stands among so many characters before it."""
REDUCING = frozenset({Role.DISCOUNT, Role.LIST_PRICE})
"""Where one of these stands beside them, quantity and price need not make the amount."""


def misprinted(items: Sequence[Item], numbers: TableNumbers, totals: Sequence[Total]) -> int | None:
    """Return the one line whose numbers contradict each other as they are printed; None if there is none.

    A total has to confirm the others, with the amount as printed or with the one that quantity and price
    make: the last one, or the net total where the last one is misprinted as well.
    """
    failing = [at for at, line in enumerate(numbers.lines) if line.closes is not True]
    if len(failing) != 1 or len(numbers.lines) - 1 < WITNESSES:
        return None
    (at,) = failing
    if numbers.lines[at].closes is None or not _is_plain(items[at], numbers.lines[at]):
        return None
    nets = [each for each in totals if each.kind is Summary.NET]
    ways = [(lines, sums) for lines in (numbers.lines, _mended(numbers.lines, at)) for sums in (totals, nets)]
    return at if any(reconcile(lines, sums).complete for lines, sums in ways) else None


def _is_plain(item: Item, line: LineNumbers) -> bool:
    """Tell whether nothing but quantity, price and amount stands in a line, each whole in its own cell."""
    own = [line.quantity, line.price, line.amount]
    whole = all(each is not None and each.text.column is not None and _is_whole(each) for each in own)
    loose = any(any(map(str.isdigit, text.printed)) for text in item.unknown)
    alone = whole and not loose and item.texts.keys().isdisjoint(REDUCING) and not item.parts
    return alone and not _closes_in_thousands(line)


def _closes_in_thousands(line: LineNumbers) -> bool:
    """Tell whether a line closes if its quantity is meant in thousands: 2.500 is no two pieces and a half."""
    if line.quantity is None or line.price is None or line.amount is None:
        return False
    if not THOUSANDS.fullmatch(line.quantity.money.number_text):
        return False
    per = line.per_value or Decimal(1)
    counts = (line.quantity.value * 1000, line.quantity.value / 1000)
    return any(closes(each, line.price.value, per, line.amount.value) for each in counts)


def _is_whole(number: Number) -> bool:
    """Tell whether the figures of a number stand in one line; its price unit may stand in the next."""
    text = number.text
    if text.lines == 1:
        return True
    start = text.run.text.find(number.money.number_text, text.start)
    words = text.run.within(start, start + len(number.money.number_text)) if start >= 0 else []
    figures = [word.box for word, _, _ in words]
    return (
        number.money.per is not None
        and bool(figures)
        and all(box.top < figures[0].middle < box.bottom for box in figures)
    )


def _mended(lines: Sequence[LineNumbers], at: int) -> tuple[LineNumbers, ...]:
    line = lines[at]
    assert line.quantity is not None
    assert line.price is not None
    assert line.amount is not None
    amount = (line.quantity.value * line.price.value / (line.per_value or Decimal(1))).quantize(CENT)
    right: Number = replace(line.amount, value=amount)
    return (*lines[:at], replace(line, amount=right), *lines[at + 1 :])


def explained(
    items: Sequence[Item], numbers: TableNumbers, totals: Sequence[Total], found: Reconciled
) -> tuple[TableNumbers, Reconciled]:
    """Return numbers and sums with the one misprint that explains why they do not close, if it does."""
    at = misprinted(items, numbers, totals)
    if at is None:
        return numbers, found
    marked = replace(numbers.lines[at], misprinted=True)
    lines = (*numbers.lines[:at], marked, *numbers.lines[at + 1 :])
    settled = found if found.complete else reconcile(_mended(numbers.lines, at), totals)
    return replace(numbers, lines=lines), settled


def spelled(runs: Iterable[Run]) -> Iterator[Printed]:
    """Yield the lines that are nothing but an amount in English words: "Say EUR one thousand … only"."""
    for run in runs:
        if SPELLED.search(run.text) and capitals.parse_english(run.text) is not None:
            yield Printed(SummaryLabel(Summary.WORDS, ""), run, 0, len(run.text))


def outspoken(
    found: Reconciled, spoken: Sequence[Total], totals: Sequence[Total], lines: Sequence[LineNumbers]
) -> Reconciled:
    """Leave the total open where a text states one of the whole order that nothing else comes to."""
    known = {each.value for each in totals} | {sum_of(lines)}
    own = (each for each in spoken if each.kind in FINAL and WHOLE.search(_named(each)))
    stray = found.total is not None and any(each.value not in known for each in own)
    return replace(found, contradicted=True) if stray else found


def _named(total: Total) -> str:
    """Return the words before a total that a text states."""
    return total.printed.run.text[max(total.printed.start - NEAR, 0) : total.printed.start]


def is_enclosed(items: Items, numbers: Sequence[LineNumbers], found: Reconciled, *, numbered: bool) -> bool:
    """Tell whether no line can be missing although the lines do not add up to the total.

    All lines close, their numbers are complete, the total stands in the next row of the same drawn
    table, and figures and words agree on it.
    """
    sure_total = Proof.WORDS_AND_FIGURES in found.proofs and all(
        line.closes or line.misprinted for line in numbers
    )
    sums = [each.row for each in items.summaries if each.label.kind in FINAL]
    if not (sure_total and numbered and sums) or items.notes:
        return False
    last, total = items.items[-1].row, sums[0]
    return last.page is total.page and abs(total.box.top - last.box.bottom) < CENT
