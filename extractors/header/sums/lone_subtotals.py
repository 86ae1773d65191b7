"""The sum of the lines, where nothing below them is called a total."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import money, numbers
from extractors.fields.numbers import Notation
from extractors.header.sums.reconcile import Reconciled
from extractors.header.sums.totals import FINAL, Total
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Summary

AMOUNT = late(r"(?:order |po )?(?:amount|value)\s?[:：]\s?(?P<value>.*\d.*)", re.IGNORECASE)
"""How the head of an order states its amount."""
BESIDE = frozenset({Summary.TAX, Summary.CHARGE, Summary.DISCOUNT})
"""Sums that make the last total another one than the lines' sum."""


def find(
    totals: Sequence[Total], runs: Sequence[Run], notation: Notation | None
) -> tuple[Total, bool] | None:
    """Return the sum of the lines as the total where no row is called so, and whether the head states it.

    Platforms print "Sub-total" alone below the lines, and "Amount: €12,204.06 EUR" below the order's number.
    """
    subtotals = [each for each in totals if each.kind is Summary.SUBTOTAL and each.value]
    if not subtotals or any(each.kind in FINAL or (each.kind in BESIDE and each.value) for each in totals):
        return None
    last = subtotals[-1]
    amounts = (AMOUNT.fullmatch(run.text.strip()) for run in runs)
    values = (money.parse(found["value"]) for found in amounts if found is not None)
    headed = any(
        numbers.read(each.number_text, notation) == last.value for each in values if each is not None
    )
    return replace(last, kind=Summary.TOTAL), headed


def doubted(reconciled: Reconciled) -> Reconciled:
    """Return the sums where the last one is likely the total: a tax may follow on a page that is missing.

    What the lines do not make is no total at all.
    """
    total = reconciled.total if reconciled.complete else None
    return replace(reconciled, total=total, complete=False, proofs=())
