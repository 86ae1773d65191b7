"""Labelled lines of an item that the end of a page parts from it, as the other items above have them.

1  Hex bolt M12x50     500  EA  8.37
Price basis: per 100
2  Hex bolt M12x60     200  EA  4.36
------------------------------------
Price basis: per 100
3  O-ring 48x3.55 ...
"""

from collections import Counter
from collections.abc import Sequence

from extractors.header.labelling import label_words
from extractors.lines.item_table import ItemTable, Row
from extractors.runs import Run

MOST = 5
"""So many lines of an item at most stand on the page behind it."""
EDGE = 1.0
"""A label stands where it does in the items above, give or take so many points."""
TWICE = 2
Labelled = tuple[str, int]


def says_what_others_say(lines: Sequence[Sequence[Run]], before: ItemTable) -> bool:
    """Tell whether lines at the top of a page have labels of the items above, which the last one lacks."""
    if not before.rows or not 0 < len(lines) <= MOST or any(len(line) != 1 for line in lines):
        return False
    *others, last = map(_labels, before.rows)
    often = Counter(label for labels in others for label in labels)
    found = [_label(line[0]) for line in lines]
    return all(
        label is not None and often[label] >= TWICE and label not in last and found.count(label) == 1
        for label in found
    )


def _labels(row: Row) -> frozenset[Labelled]:
    return frozenset(label for run in row.runs if (label := _label(run)) is not None)


def _label(run: Run) -> Labelled | None:
    """Return the label that begins a text, and where on the page it stands."""
    colon = label_words.COLON.search(run.text)
    return (run.text[: colon.start()].strip(), round(run.box.x0 / EDGE)) if colon is not None else None
