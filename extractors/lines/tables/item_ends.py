"""Lines at the top of a page that belong to the last item before it: its codes, its texts above its figures.

What the items above have under a label, and the last one lacks, is told by them:

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
from extractors.header.labelling.label_lines import spaced
from extractors.lines.item_table import ItemTable, Row
from extractors.lines.tables import led_items
from extractors.lines.texts.inline_labels import SPACED, recognise_inline
from extractors.page.runs import Run

MOST = 5
"""So many lines of an item at most stand on the page behind it."""
EDGE = 1.0
"""What goes on with an item begins where its texts begin, and a label where it does above, in points."""
TWICE = 2
Labelled = tuple[str, int]
Line = list[Run]


def stand_in(lines: Sequence[Line], before: ItemTable) -> bool:
    """Tell whether lines at the top of a page belong to the last item of the table before it."""
    return _names_codes(lines) or _says_what_others_say(lines, before) or _ends_item(lines, before)


def _names_codes(lines: Sequence[Line]) -> bool:
    """Tell whether the lines at the top of a page belong to the last item before it: they name its codes."""
    named = [recognise_inline(line[0].text) for line in lines[:1] if len(line) == 1]
    return len(lines) <= MOST and any(found is not None and found[0] in SPACED for found in named)


def _ends_item(lines: Sequence[Line], before: ItemTable) -> bool:
    """Tell whether the lines at the top of a page are texts of an item whose figures stand below them.

    They begin where the texts of its first lines do, on the page before.
    """
    last = before.rows[-1] if before.rows else None
    if last is None or not 0 < len(lines) <= MOST or not led_items.lacks_figures(last, before.columns):
        return False
    edges = [run.box.x0 for run in last.runs]
    if any(spaced(run.text) or label_words.match(run.text) for line in lines for run in line):
        return False  # terms and numbers of the order
    return all(len(line) == 1 and any(abs(line[0].box.x0 - x) < EDGE for x in edges) for line in lines)


def _says_what_others_say(lines: Sequence[Line], before: ItemTable) -> bool:
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
