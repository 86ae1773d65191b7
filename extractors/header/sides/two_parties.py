"""A buyer that nothing says is one, on a paper that names two companies: the other is who sells, or this one.

Whose offer the order fits tells which of the two buys; a third name, or an order for somebody else's account,
leaves it to a person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import companies
from extractors.header.sides import agency, billed_names
from extractors.runs import IDEOGRAPH
from extractors.scope import Scope
from models.reading import Field, Reason

TWO = 2


def settled(buyer: Field | None, scope: Scope) -> Field | None:
    """Return the buyer; one whose part alone is open says so where the paper names no third company."""
    if buyer is None or not buyer.value or buyer.reason is not Reason.ROLE or buyer.candidates:
        return buyer
    told = agency.is_told(run.text for run in scope.runs) or billed_names.goes_to_another(scope, buyer.value)
    return buyer if told or not _is_one_of_two(buyer.value, scope) else replace(buyer, reason=Reason.PARTY)


def _is_one_of_two(name: str, scope: Scope) -> bool:
    """Tell whether a company is named on a paper, and one other, each perhaps in two scripts."""
    named = [_keys(run.text) for run in scope.runs]
    every = {key for keys in named for key in keys}
    own, chinese = set(_keys(name)), {key for key in every if IDEOGRAPH.search(key)}
    twice = set(_translations(named)) if chinese else set()
    return bool(own) and own <= every and not every <= own and len(every - twice) <= TWO >= len(twice)


def _translations(named: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the names in Latin letters that stand behind or right below a Chinese one: they are the same."""
    before: str | None = None
    for keys in named:
        for key in keys:
            if before is not None and IDEOGRAPH.search(before) and not IDEOGRAPH.search(key):
                yield key
            before = key
        before = keys[-1] if keys else None


def _keys(text: str) -> list[str]:
    return [companies.key(text[start:end]) for start, end in companies.find(text)]
