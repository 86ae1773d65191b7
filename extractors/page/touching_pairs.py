"""A value so wide that a mere blank parts it from the next label: pairs of label and value in columns.

    Line        B           Ordered      2 pc
    Our code    10098938    Description  Pump shaft 2Cr13
    Your code   MS7-945-SCC Drawing      6-1331-04

The text is cut where a label begins right in the column in which others above or below it begin.
"""

from collections import Counter
from collections.abc import Sequence

from extractors.header.labelling.label_words import meaning
from extractors.lines.headings import recognise
from extractors.page.runs import Run, make_run
from models.page import Word

FEWEST = 2
"""So many other labels stand in the column at least."""
ALIGNED = 1.0
"""They begin within so many points of each other."""
NEAR = 9.0
"""They stand within so many heights of the letters."""
GENERIC = frozenset("date time no nr number day unit net price total terms code".split())
"""Words that end many a phrase."""
LONGEST = 3
"""A label has so many words at most."""


def parted(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a page, such texts as two."""
    starts = Counter(round(run.box.x0) for run in runs)
    columns = {at for at in starts if starts[at - 1] + starts[at] + starts[at + 1] >= FEWEST}
    found: list[Run] = []
    for run in runs:
        several = len(run.words) > 1 and not run.page.synthetic
        cut = _cut(run, runs, columns) if several else 0
        found += [make_run(run.page, part) for part in (run.words[:cut], run.words[cut:])] if cut else [run]
    return found


def _cut(run: Run, runs: Sequence[Run], columns: set[int]) -> int:
    """Return the word with which the next label begins, 0 where none does."""
    for at, word in enumerate(run.words[1:], 1):
        begins = round(word.box.x0) in columns and _is_label(run.words[at:])
        if begins and not _is_label(run.words[:at]) and not _goes_on(run.words, at):
            beside = (each for each in runs if each is not run and _is_in_column(each, word))
            if sum(_is_label(each.words) for each in beside) >= FEWEST and _is_told(run, runs):
                return at
    return 0


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Tell whether what looks like a label is the end of a phrase: "days after Invoice" before "Date"."""
    first, label = words[at - 1].text, words[at].text.rstrip(":：")
    together = f"{first} {label}"
    heading = recognise(together)
    known = meaning(together) or (heading is not None and heading.exact)
    return bool(known) or (label.casefold() in GENERIC and first[-1:].isalpha() and first.isascii())


def _is_told(run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a label stands before a text on its line, whose value it begins with."""
    before = [each for each in runs if each.box.x1 < run.box.x0 and _is_level(each, run)]
    return bool(before) and _is_label(max(before, key=lambda each: each.box.x0).words)


def _is_level(run: Run, other: Run) -> bool:
    return other.box.top < run.box.middle < other.box.bottom


def _is_in_column(run: Run, word: Word) -> bool:
    far = abs(run.box.middle - (word.box.top + word.box.bottom) / 2)
    return abs(run.box.x0 - word.box.x0) <= ALIGNED and far < NEAR * run.box.height


def _is_label(words: Sequence[Word]) -> bool:
    """Tell whether words begin with a label that is known."""
    for end in range(1, min(LONGEST, len(words)) + 1):
        text = " ".join(word.text for word in words[:end])
        heading = recognise(text)
        if (heading is not None and heading.exact) or meaning(text):
            return True
    return False
