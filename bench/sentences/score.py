"""Sentences with what they state, and how well a way of reading them finds it."""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
HALVES = ("tune", "held")
YEARS = re.compile(r"(\d+)Y")
WHEN = frozenset({"lead", "date", "lots"})
UNWRITTEN = frozenset({"carriage", "discount", "language", "rounded_off"})
"""Kinds that the sentences were not marked for."""
SORTED = frozenset({"docs"})
RANKED = frozenset({"first", "last", "both"})

Read = Callable[[str], Iterable[str]]
"""Reads a text into what it states: "lead P8W order_receipt", "damages 0.5/W cap 5"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it states, in the notation of `extractors/clauses`."""

    language: str
    text: str
    says: frozenset[str]

    @property
    def kinds(self) -> frozenset[str]:
        """What it speaks of, without the values."""
        return frozenset(each.partition(" ")[0] for each in self.says)


@dataclass(slots=True)
class Score:
    """How a way of reading did on a set of sentences; `seconds` is processor time, without loading."""

    sentences: int = 0
    right: int = 0
    found: int = 0
    false: int = 0
    stated: int = 0
    kinds: int = 0
    seconds: float = 0
    by_kind: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Share of what was found that is stated."""
        return self.found / (self.found + self.false or 1)

    @property
    def recall(self) -> float:
        """Share of what is stated that was found, value and all."""
        return self.found / (self.stated or 1)


def sentences(half: str) -> Iterator[Sentence]:
    """Yield the sentences of one half; a line is language, what it says, text."""
    for line in (HERE / f"{half}.tsv").read_text("utf-8").splitlines():
        language, says, text = line.split("\t")
        said = [] if says == "none" else says.split(" | ")
        yield Sentence(language, text, frozenset(map(normal, said)))


def normal(statement: str) -> str:
    """Return a statement as it compares: years as months, lists in order, places without blanks."""
    kind, _, value = statement.strip().partition(" ")
    value = YEARS.sub(lambda match: f"{12 * int(match[1])}M", value)
    if kind == "place":
        value = "".join(value.split())
    words = value.split()
    if kind in SORTED:
        value = " ".join(sorted(words))
    elif words and words[0] in RANKED:
        value = " ".join((words[0], *sorted(words[1:])))
    return f"{kind} {value}".strip()


def score(read: Read, half: str) -> Score:
    """Return how a way of reading does on one half."""
    total = Score()
    for each in sentences(half):
        begin = time.process_time()
        said = frozenset(map(normal, read(each.text)))
        total.seconds += time.process_time() - begin
        found = frozenset(one for one in said if not _besides(one, each))
        total.sentences += 1
        total.right += found == each.says
        total.found += len(found & each.says)
        total.false += len(found - each.says)
        total.stated += len(each.says)
        total.kinds += frozenset(one.partition(" ")[0] for one in found) == each.kinds
        total.by_kind.update(one.partition(" ")[0] for one in found & each.says)
    return total


def _besides(statement: str, sentence: Sentence) -> bool:
    """Tell whether something is right and was not written down: a place in a sentence on when goods come."""
    if statement.partition(" ")[0] in UNWRITTEN:
        return True
    return statement.startswith("place") and "place" not in sentence.kinds and bool(sentence.kinds & WHEN)
