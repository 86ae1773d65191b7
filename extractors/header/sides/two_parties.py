"""A buyer that nothing says is one, on a paper that names two companies: the other is who sells, or this one.

Both stand there as writer and addressee do, without a label. Whose offer the order fits tells which of the
two buys; a third name, one behind a label, or an order for somebody else's account leaves it to a person.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import companies
from extractors.header.labelling.label_words import COLON
from extractors.header.sides import agency, billed_names
from extractors.page.runs import IDEOGRAPH, Run, evidence
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Candidate, Field, Reason

TWO = 2
SELLER = frozenset({Label.SELLER})
NUMBERS = frozenset({Label.ORDER_NUMBER, Label.CONTRACT_NUMBER, Label.PLAIN_NUMBER, Label.QUOTATION_NUMBER})
"""Labels, titles among them, below which a company may stand by chance."""


@dataclass(frozen=True, slots=True)
class Named:
    """A company where the paper names it."""

    run: Run
    start: int
    end: int

    @property
    def name(self) -> str:
        """The name as printed."""
        return self.run.text[self.start : self.end].strip()

    @property
    def key(self) -> str:
        """The name without regard to case, width and legal forms in full or in short."""
        return companies.key(self.name)

    @property
    def chinese(self) -> bool:
        """Whether the name is written in ideographs."""
        return IDEOGRAPH.search(self.name) is not None


def settled(buyer: Field | None, scope: Scope) -> Field | None:
    """Return the buyer; one whose part alone is open says so, with the other company beside it."""
    if buyer is None or not buyer.value or buyer.reason is not Reason.ROLE or buyer.candidates:
        return buyer
    if agency.is_told(run.text for run in scope.runs) or billed_names.goes_to_another(scope, buyer.value):
        return buyer
    own = {companies.key(buyer.value[start:end]) for start, end in companies.find(buyer.value)}
    other = _other(own, scope)
    if other is None:
        return buyer
    beside = Candidate(other.name, evidence(other.run, other.start, other.end))
    return replace(buyer, reason=Reason.PARTY, candidates=(beside,))


def _other(own: set[str], scope: Scope) -> Named | None:
    """Return the one other company of a paper, each perhaps in two scripts; None where it is not so."""
    named = [Named(run, *span) for run in scope.runs for span in companies.find(run.text)]
    every = {each.key for each in named}
    twice = set(_translations(named))
    others = [
        each for each in named if each.key not in own | twice and not each.run.text[: each.start].strip()
    ]
    two = bool(own) and own <= every and len(every - twice) <= TWO >= len(twice)
    return others[0] if two and others and not _is_labelled(named, scope) else None


def _is_labelled(named: Sequence[Named], scope: Scope) -> bool:
    """Tell whether a label says of a company what it has to do with the order, but that it sells."""
    led = any(COLON.search(each.run.text, 0, each.start) for each in named)
    values = (each for each in scope.labelled if each.value is not None and not each.meanings <= SELLER)
    return led or any(companies.find(each.text) for each in values if each.meanings.isdisjoint(NUMBERS))


def _translations(named: Sequence[Named]) -> Iterator[str]:
    """Yield the names in Latin letters that stand behind or right below a Chinese one: they are the same."""
    for before, each in itertools.pairwise(named):
        upper, lower = before.run.box, each.run.box
        below = lower.top - upper.bottom < upper.height and abs(lower.x0 - upper.x0) < upper.height
        near = before.run is each.run or (before.run.page is each.run.page and below)
        if near and before.chinese and not each.chinese:
            yield each.key
