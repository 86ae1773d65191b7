"""Items that white space sets apart: their lines of figures stand in the middle of a block, or at its end.

Cells set in the middle put the first lines of a name above the figures; then the white space between two
items, and no rule about lines, says where an item begins.
"""

import itertools
from collections.abc import Sequence

from extractors.lines.item_table import Column
from extractors.lines.tables.inner_tables import Place
from extractors.lines.tables.white_space import column_of
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.lines.texts.labelled_codes import LABELLED
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import union

WIDER = 0.15
"""So much wider than all other white space, as a share of the letters' height, is that between two items."""
TWO = 2
Line = list[Run]


def starts(body: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column]) -> list[int]:
    """Return where items begin among the lines of a table up to its first sum, nothing where nothing tells.

    As many blocks as lines of figures, each with one; and some begin above their figures. Lines set evenly
    tell it where as many stand above each line of figures, and none below the last.
    """
    end = next((at for at, kind in enumerate(kinds) if kind is Place.SUMMARY), len(body))
    anchors = [at for at in range(end) if kinds[at] is Place.ANCHOR]
    if len(anchors) < TWO:
        return []
    found = _apart(body, anchors, end) or _leading(body, anchors, end, columns)
    parts = itertools.pairwise([*found, end])
    single = all(sum(start <= at < stop for at in anchors) == 1 for start, stop in parts)
    if not single or set(found[1:]) <= set(anchors):
        return []
    # More lines above the first figures than above all others are no part of the item: the heading's rest.
    first = max(anchors[0] - max(at - start for at, start in zip(anchors[1:], found[1:], strict=True)), 0)
    return sorted({0, first, *found[1:]})


def _apart(body: Sequence[Line], anchors: Sequence[int], end: int) -> list[int]:
    """Return the lines below the widest white space, one fewer than there are lines of figures."""
    boxes = [union(run.box for run in line) for line in body[:end]]
    gaps = [below.top - above.bottom for above, below in itertools.pairwise(boxes[: anchors[-1] + 1])]
    widest = sorted(range(len(gaps)), key=lambda at: -gaps[at])
    between, inside = widest[: len(anchors) - 1], widest[len(anchors) - 1 :]
    if not inside or gaps[between[-1]] < gaps[inside[0]] + WIDER * boxes[anchors[0]].height:
        return []
    return [0, *(at + 1 for at in sorted(between))]


def _leading(body: Sequence[Line], anchors: Sequence[int], end: int, columns: Sequence[Column]) -> list[int]:
    """Return the lines above figures without a name, where all have as many and the last has none below."""
    found = [0, *(at + 1 for at in anchors[:-1])]
    above = {at - start for at, start in zip(anchors, found, strict=True)}
    if len(above) != 1 or 0 in above or anchors[-1] + 1 < end:
        return []
    texts = [run for at in range(end) if at not in anchors for run in body[at]]
    loose = all(recognise_inline(run.text) is None and not LABELLED.match(run.text) for run in texts)
    named = any(names(run, columns) for at in anchors for run in body[at])
    return found if loose and len(texts) == end - len(anchors) and not named else []


def names(run: Run, columns: Sequence[Column]) -> bool:
    """Tell whether a text stands in a column of names."""
    return bool(columns[column_of(run, columns)].roles & {Role.DESCRIPTION, Role.SPECIFICATION})
