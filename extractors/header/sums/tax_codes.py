"""What explains the code in a column of taxes: "VAT analysis: T1 = Standard rate 20% on 400.00"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.fields import tax
from extractors.header.settle import Choice
from extractors.header.sums.prices import Prices
from extractors.header.sums.reconcile import CENT
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Summary
from models.reading import Proof, Reason

EXPLAINED = late(
    r"(?:VAT|GST|tax|MwSt\.?|USt\.?)(?: (?:analysis|codes?|keys?|summary|rates?|legend))?\s?[:：]\s*"
    r"[A-Z]{0,2}\d{0,2}\s?[=:–-]\s?(?:[^\W\d_]{2,12}\s){0,3}\(?(?P<rate>\d{1,2}(?:[.,]\d{1,2})?\s?%)\)?"
    r"(?:\s(?:on|of|auf)\s(?:[A-Z]{3}|[£€$])?\s?\d[\d.,' ]*)?[.;]?\s*",
    re.IGNORECASE,
)
"""One code with its rate, perhaps with the sum that it is of; of several codes each has a rate of its own."""


def find(scope: Scope, prices: Prices) -> Iterator[Choice]:
    """Yield the rate of the only code that is explained; sure where the sums have that tax and no other."""
    for run in scope.runs:
        said = EXPLAINED.fullmatch(run.text)
        rate = tax.rate(said["rate"]) if said is not None else None
        if said is not None and rate is not None:
            reason = None if _is_taxed(rate, prices) else Reason.ROLE
            yield Choice(
                format(rate.normalize(), "f"), run, *said.span("rate"), proof=Proof.TAX, reason=reason
            )


def _is_taxed(rate: Decimal, prices: Prices) -> bool:
    """Tell whether the one tax among the sums is that share of the net one, in a ladder that closes."""
    taxes = [each.value for each in prices.totals if each.kind is Summary.TAX]
    nets = [each.value for each in prices.totals if each.kind is Summary.NET]
    if not prices.reconciled.complete or len(taxes) != 1 or not nets:
        return False
    slack = CENT * max(len(prices.items), 2)
    return all(abs(net * rate / 100 - taxes[0]) <= slack for net in nets)
