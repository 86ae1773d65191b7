"""The parts of a document that speak for the order: its labels and texts, without terms pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.conventions import Conventions
from extractors.labels import Labelled
from extractors.runs import Run
from extractors.vocabulary.meanings import Label
from models.reading import Kind

TERMS = re.compile(
    r"(general|standard)\s+(purchas\w*\s+)?(terms|conditions)|terms\s+(and|&)\s+conditions|terms\s+of\s+purchase"
    r"|conditions\s+of\s+purchase|通用条款|采购条款|采购通则|一般条款|标准条款|合同条款|einkaufsbedingungen",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the header is read from, in reading order.

    `loose` are values whose role is only likely: half-understood labels, sentences.
    """

    kind: Kind
    labelled: tuple[Labelled, ...]
    runs: tuple[Run, ...]
    conventions: Conventions
    loose: tuple[Labelled, ...] = ()

    @property
    def loosened(self) -> "Scope":
        """The scope with its loose values beside the others: nothing that is read from it is sure."""
        return replace(self, labelled=(*self.labelled, *self.loose), loose=())

    def labels(self, *meanings: Label) -> Iterator[Labelled]:
        """Yield the labels that mean one of `meanings` and nothing else."""
        wanted = frozenset(meanings)
        return (each for each in self.labelled if each.meanings <= wanted)

    def maybe(self, *meanings: Label) -> Iterator[Labelled]:
        """Yield the labels that may mean one of `meanings`, or something else."""
        wanted = frozenset(meanings)
        return (each for each in self.labelled if each.meanings & wanted and not each.meanings <= wanted)


def is_terms_heading(text: str) -> bool:
    """Tell whether a line is the heading of general terms; what follows it does not speak for the order."""
    return len(text) < 60 and bool(TERMS.search(text)) and not text.rstrip().endswith((".", "。"))


def before_terms(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a page up to the heading of its general terms."""
    kept = []
    for run in runs:
        if is_terms_heading(run.text):
            break
        kept.append(run)
    return kept
