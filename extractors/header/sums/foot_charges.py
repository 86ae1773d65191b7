"""What is charged below the lines or taken off there: "Freight 50.00", "Less 5 % discount −28.00".

Such a sum is no line of the order; whoever holds the order against an offer has to know of it all the same
(domain.md §4.2, L07).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.fields import numbers
from extractors.header import summaries
from extractors.header.sums import unread_charges
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import CENT, LAST, sum_of, total_is_certain
from extractors.header.sums.totals import Total
from extractors.late import late
from extractors.lines.item import Item
from extractors.page.runs import Run, certain, evidence
from extractors.vocabulary.meanings import Role, Summary
from models.page import Word
from models.reading import Clause, Field, Proof, Reason

SIGNS = {Summary.CHARGE: 1, Summary.DISCOUNT: -1}
PRICED = late(
    r"pri[cs]|value|amount|sum\b|subtotal|total|goods|gross|net\b|list|basi[cs]|preis|wert|summe|betrag"
    r"|brutto|netto"
    r"|prix|montant|importe|valor|precio|prezzo|importo|totale|bedrag|[价價额額款值]|[合小总總][计計]",
    re.IGNORECASE,
)
MEASURED = late(
    r"weight|gewicht|\bkgs?\b|\btons?\b|\blbs?\b|volume|m³|cbm|pieces|\bpcs\b|qty|quantit|menge|stück"
    r"|packages|colli"
    r"|poids|peso|[重件数數体體]|\bnos?\.|\bdate\b",
    re.IGNORECASE,
)
"""What names a sum, and what names no sum at all: "Net weight kg 510"."""
LISTED = frozenset({Role.LIST_PRICE, Role.DISCOUNT})
"""What items state that have a discount in their prices."""


def find(prices: Prices | None, runs: Sequence[Run]) -> Iterator[Clause]:
    """Yield what is charged besides the lines, below zero what is taken off; what is named alike once.

    It is certain where the lines make the total with it. Where they make it without, it may be in their
    prices, or come on top all the same. So may what is charged in words that are no label.
    """
    if prices is None:
        return
    seen = set()
    for each in prices.totals:
        name = (each.kind, abs(each.value), _name(each))
        added = each.kind in SIGNS and each.value and not _is_line(each, prices)
        if added and name not in seen and not _is_in_lines(each, prices):
            seen.add(name)
            sure = total_is_certain(prices.reconciled) and next(_made_below(each, prices), None) is None
            yield Clause("charge", _field(each, sure=sure))
    for run, value in unread_charges.find(prices, runs):
        yield Clause("charge", _unread(run, value))


def _name(charge: Total) -> str:
    """Return what stands in the line of a charge but its value: two that cost the same are two."""
    run = charge.printed.run
    line = (each for each in run.page.words if run.box.top <= each.box.middle <= run.box.bottom)
    words = " ".join(each.text for each in line).casefold()
    return "".join(each for each in words if each.isalpha())


def _is_line(charge: Total, prices: Prices) -> bool:
    """Tell whether a charge is an item: it stands in its row, or an item of its sum is named as one."""
    return any(
        line.amount is not None
        and line.amount.value == abs(charge.value)
        and (_stands_in(charge, line.amount.text.run) or _is_named(item))
        for item, line in zip(prices.items, prices.numbers.lines, strict=True)
    )


def _stands_in(charge: Total, amount: Run) -> bool:
    run = charge.printed.run
    return run.page is amount.page and run.box.top <= amount.box.middle <= run.box.bottom


def _is_named(item: Item) -> bool:
    found = (summaries.recognise(text.printed) for text in item.texts.get(Role.DESCRIPTION, ()))
    return any(each is not None and each.kind is Summary.CHARGE for each in found)


def _is_in_lines(charge: Total, prices: Prices) -> bool:
    """Tell whether a charge above a sum that the lines make is in their prices already.

    List prices added up, the discount, and the net sum, where the lines have net prices; or they have list
    prices beside them; or it stands among the lines.
    """
    below = list(_made_below(charge, prices))
    if not below or _is_among(charge, prices):
        return bool(below)
    listed = charge.kind is Summary.DISCOUNT and any(item.texts.keys() & LISTED for item in prices.items)
    return listed or any(_is_led_to(last, charge, prices) for last in below)


def _is_led_to(last: Total, charge: Total, prices: Prices) -> bool:
    """Tell whether a sum between the items and a charge makes the last one with it: "List prices 600.00"."""
    steps = [each for each in prices.totals if not _is_among(each, prices) and _place(each) < _place(last)]
    taken = sum((abs(each.value) * SIGNS.get(each.kind, 0) for each in steps), Decimal(0))
    run = charge.printed.run
    stated = (each.quantity.text.run for each in prices.numbers.lines if each.quantity is not None)
    top = max((each.box.bottom for each in stated if each.page is run.page), default=0.0)
    words = [each for each in run.page.words if top <= each.box.middle < run.box.top]
    sums = [each for each in words if _is_of_money(each, words)]
    return any(number.value == last.value - taken for word in sums for number in numbers.parse(word.text))


def _is_of_money(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether what names a number in its line is a sum or a price: no weight, and no count."""
    line = " ".join(each.text for each in words if each.box.top < word.box.middle < each.box.bottom)
    return PRICED.search(line) is not None and MEASURED.search(line) is None


def _made_below(charge: Total, prices: Prices) -> Iterator[Total]:
    """Yield the sums below a charge that are what the lines make."""
    made = sum_of(prices.numbers.lines)
    below = (each for each in prices.totals if each.kind in LAST and _place(each) > _place(charge))
    yield from (each for each in below if made is not None and _is_near(each.value, made, prices))


def _is_near(value: Decimal, made: Decimal, prices: Prices) -> bool:
    return abs(value - made) <= CENT * len(prices.items)


def _is_among(charge: Total, prices: Prices) -> bool:
    last = prices.items[-1].row
    return _place(charge) <= (last.page.number, last.box.top)


def _place(total: Total) -> tuple[int, float]:
    run = total.printed.run
    return run.page.number, run.box.top


def _field(charge: Total, *, sure: bool) -> Field:
    printed = charge.printed
    proven = sure and certain(printed.run, printed.start, printed.end)
    return Field(
        f"{charge.value if charge.kind is Summary.CHARGE else -abs(charge.value):f}",
        sure=proven,
        evidence=evidence(printed.run, printed.start, printed.end),
        proof=(Proof.TOTAL,) if proven else (),
        reason=None if proven else Reason.ARITHMETIC,
    )


def _unread(run: Run, value: Decimal) -> Field:
    return Field(f"{value:f}", sure=False, evidence=evidence(run, 0, len(run.text)), reason=Reason.ROLE)
