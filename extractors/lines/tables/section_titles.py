"""Titles of sections in an unruled table: lone lines above items, with no mark that says what they are."""

from collections.abc import Sequence

from extractors.lines.item_table import Column
from extractors.lines.tables import item_blocks
from extractors.lines.tables.inner_tables import Place, is_anchor
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from models.page import union

MOST_TEXTS = 2
"""A title has at most so many texts."""
CLOSER = 0.5
"""It stands so much closer to the items below it than to those above."""
FARTHEST = 3.0
"""It is set apart from the items above by so many heights of its letters at most."""
Line = list[Run]


def entitles(lines: Sequence[Line], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a line is the title of the items below: set apart from those above, close to the next."""
    if not 0 < at < len(lines) - 1 or len(lines[at]) > MOST_TEXTS or not is_anchor(lines[at + 1], columns):
        return False
    if not is_anchor(lines[at - 1], columns) or any(recognise_inline(run.text) for run in lines[at]):
        return False
    before, here, after = (union(run.box for run in line) for line in lines[at - 1 : at + 2])
    above, below = here.top - before.bottom, after.top - here.bottom
    return below < CLOSER * above and above < FARTHEST * here.height


def find(body: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column]) -> list[int]:
    """Return the titles: lone lines above items with a name of their own, where most have no line above.

    Bold lines may stand above as many, where no name is bold and some have no line above.
    """
    anchors = [at for at, kind in enumerate(kinds) if kind is Place.ANCHOR]
    above = [at - 1 for at in anchors if at and kinds[at - 1] is Place.PLAIN]
    names = {at: [run for run in body[at] if item_blocks.names(run, columns)] for at in anchors}
    named = [at for at in above if names[at + 1]]
    if 2 * len(above) >= len(anchors):
        bold = len(above) < len(anchors) and all(map(_is_bold, (body[at] for at in above)))
        return named if bold and all(names.values()) and not any(map(_is_bold, names.values())) else []
    return [at for at in named if entitles(body, at, columns) or (at == 0 and len(body[at]) <= MOST_TEXTS)]


def _is_bold(line: Line) -> bool:
    return all(word.bold for run in line for word in run.words)
