"""What is charged below the lines or taken off there: "Freight 50.00", "Less 5 % discount −28.00".

Such a sum is no line of the order; whoever holds the order against an offer has to know of it all the same
(domain.md §4.2, L07).
"""

from collections.abc import Iterator

from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import CENT, LAST, sum_of, total_is_certain
from extractors.header.sums.totals import Total
from extractors.page.runs import certain, evidence
from extractors.vocabulary.meanings import Summary
from models.reading import Clause, Field, Proof, Reason

SIGNS = {Summary.CHARGE: 1, Summary.DISCOUNT: -1}


def find(prices: Prices | None) -> Iterator[Clause]:
    """Yield what is charged besides the lines, below zero what is taken off; each amount and kind once.

    It is certain where the lines make the total with it, or without.
    """
    if prices is None:
        return
    lines = {each.amount.value for each in prices.numbers.lines if each.amount is not None}
    seen = set()
    for each in prices.totals:
        name = (each.kind, abs(each.value))
        added = each.kind in SIGNS and each.value and abs(each.value) not in lines
        if added and name not in seen and not _is_in_lines(each, prices):
            seen.add(name)
            yield Clause("charge", _field(each, sure=total_is_certain(prices.reconciled)))


def _is_in_lines(charge: Total, prices: Prices) -> bool:
    """Tell whether a sum below a charge is what the lines make: it is in their prices already.

    List prices added up, the discount, and the net sum, where the lines have net prices.
    """
    made = sum_of(prices.numbers.lines)
    below = (each for each in prices.totals if each.kind in LAST and _place(each) > _place(charge))
    return made is not None and any(abs(each.value - made) <= CENT * len(prices.items) for each in below)


def _place(total: Total) -> tuple[int, float]:
    run = total.printed.run
    return run.page.number, run.box.top


def _field(charge: Total, *, sure: bool) -> Field:
    printed = charge.printed
    proven = sure and certain(printed.run, printed.start, printed.end)
    return Field(
        f"{abs(charge.value) * SIGNS[charge.kind]:f}",
        sure=proven,
        evidence=evidence(printed.run, printed.start, printed.end),
        proof=(Proof.TOTAL,) if proven else (),
        reason=None if proven else Reason.ARITHMETIC,
    )
