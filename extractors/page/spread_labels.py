"""Labels of two or three characters that are set as wide as longer ones: "订　单　号：PO-118", 总　计.

Where the gaps are wide, each character is a run of its own; they are one label if together they are known.
"""

from collections.abc import Sequence

from extractors.header import summaries
from extractors.header.labelling.label_words import COLON, meaning
from extractors.page.runs import IDEOGRAPH, Run, joined

LONGEST = 4
"""So many runs make a label at most: longer texts are closed up where runs are made."""
WIDEST = 4.0
"""The gaps are at most so many times as wide as the letters are high."""
COLON_BY = 4
"""The colon of the label stands among so many first characters of its last run."""


def closed_up(runs: Sequence[Run]) -> list[Run]:
    """Join the characters of spread labels; everything else stays."""
    found: list[Run] = []
    at = 0
    while at < len(runs):
        ends = range(at + LONGEST, at + 1, -1) if IDEOGRAPH.fullmatch(runs[at].text) else ()
        end = next((end for end in ends if _is_label(runs[at:end])), at + 1)
        found.append(joined(runs[at:end], glue=True))
        at = end
    return found


def _is_label(runs: Sequence[Run]) -> bool:
    """Tell whether runs that follow each other are the characters of one label, the last with its value."""
    *single, last = runs
    if not single or not all(IDEOGRAPH.fullmatch(run.text) for run in single):
        return False
    if not IDEOGRAPH.match(last.text) or not all(map(_beside, runs, runs[1:])):
        return False
    colon = COLON.search(last.text[:COLON_BY])
    if colon is None and not IDEOGRAPH.fullmatch(last.text):
        return False
    tail = last.text[: colon.start()] if colon else last.text
    label = "".join(run.text for run in single) + tail.strip()
    return bool(meaning(label)) or (colon is not None and summaries.recognise(label) is not None)


def _beside(before: Run, run: Run) -> bool:
    height = before.box.height
    same = before.page is run.page and before.box.top < run.box.middle < before.box.bottom
    return same and 0 <= run.box.x0 - before.box.x1 < WIDEST * height
