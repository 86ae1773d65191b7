"""The parts of a document that speak for the order: its labels and texts, without terms pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.conventions import Conventions
from extractors.header.labelling.labels import Labelled
from extractors.kept import kept
from extractors.late import late
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Label
from models.reading import Kind

TERMS = late(
    r"(general|standard)\s+(purchas\w*\s+)?(terms|conditions)|terms\s+(and|&)\s+conditions|terms\s+of\s+purchase"
    r"|conditions\s+of\s+purchase|通用条款|采购条款|采购通则|一般条款|标准条款|合同条款|einkaufsbedingungen",
    re.IGNORECASE,
)

REMARK = late(r"\s*[(（][^()（）]*[)）]")
"""Edition and number of printed terms: "General conditions of purchase (edition 01/2024, form PC-118)"."""
OWN = late(
    r"\b(?:of|for) (?:this|the|our) (?:order|contract|purchase order|po)\b|special|本订单|本合同",
    re.IGNORECASE,
)
"""The terms of the order itself are no general ones."""
TYPE = late(r"\b(?:type|category|class)\s?:\s", re.IGNORECASE)
"""What kind of remark follows is a value: "Comment type: Terms and Conditions"."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the header is read from, in reading order.

    `loose` are values whose role is only likely: half-understood labels, sentences. `under` is what stands
    below the last item and was taken for its note: it may speak for the order all the same. `summed` is what
    stands in rows of the table that state a sum.
    """

    kind: Kind
    labelled: tuple[Labelled, ...]
    runs: tuple[Run, ...]
    conventions: Conventions
    loose: tuple[Labelled, ...] = ()
    under: tuple[Run, ...] = ()
    summed: tuple[Run, ...] = ()

    @property
    def loosened(self) -> "Scope":
        """The scope with its loose values beside the others: nothing that is read from it is sure."""
        return _loosened(self)

    def labels(self, *meanings: Label) -> Iterator[Labelled]:
        """Yield the labels that mean one of `meanings` and nothing else."""
        wanted = frozenset(meanings)
        return (each for each in self.labelled if each.meanings <= wanted)

    def maybe(self, *meanings: Label) -> Iterator[Labelled]:
        """Yield the labels that may mean one of `meanings`, or something else."""
        wanted = frozenset(meanings)
        return (each for each in self.labelled if each.meanings & wanted and not each.meanings <= wanted)


@kept
def _loosened(scope: Scope) -> Scope:
    read = [each for each in (*scope.labelled, *scope.loose) if each.value is not None]
    further = [each for each in scope.loose if not any(_holds(other, each) for other in read)]
    return replace(scope, labelled=(*scope.labelled, *further), loose=())


def _holds(whole: Labelled, part: Labelled) -> bool:
    """Tell whether one value is a part of another of the same meaning: no rival, and less of it."""
    if whole is part or part.value is None or whole.value is None or whole.meanings != part.meanings:
        return False
    words = {id(word): (low, high) for word, low, high in whole.value.within(whole.start, whole.end)}
    own = part.value.within(part.start, part.end)
    inside = all(
        id(word) in words and words[id(word)][0] <= low and high <= words[id(word)][1]
        for word, low, high in own
    )
    return inside and len(part.text) < len(whole.text)


def is_terms_heading(text: str) -> bool:
    """Tell whether a line is the heading of general terms; what follows it does not speak for the order."""
    ends = text.rstrip().endswith((".", "。", ":", "："))
    bare = REMARK.sub("", text)
    own = OWN.search(text) is not None or TYPE.search(text) is not None
    return len(bare) < 60 and bool(TERMS.search(bare)) and not ends and not own


def before_terms(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a page up to the heading of its general terms."""
    kept = []
    for run in runs:
        if is_terms_heading(run.text):
            break
        kept.append(run)
    return kept
