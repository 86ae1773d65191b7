"""Cards whose number stands in the middle of its lines: the lines above it belong to it as those below do.

品名：机械密封        规格：CW-45
1  订购数量：6 套        单价：1125.00 元
到货日期：2026-06-25
"""

from collections.abc import Sequence

from extractors.lines.headings import CODES
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

MOST_ABOVE = 3
"""So many lines of a card at most stand above its number."""
NAMING = CODES | {Role.DESCRIPTION}


def raised(groups: list[list[TextLine]], lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return items cut at their numbers with the lines above each, where all say the same things there.

    The last item has no such lines at its end, and what stands there names the thing.
    """
    first = next((at for at, line in enumerate(lines) if groups and line is groups[0][0]), 0)
    for count in range(min(MOST_ABOVE, first), 0, -1):
        above = [lines[first - count : first], *(group[-count:] for group in groups[:-1])]
        if len(groups) > 1 and _are_alike(above) and not _are_alike([above[0], groups[-1][-count:]]):
            heads = [list(head) for head in above]
            rests = [*(group[:-count] for group in groups[:-1]), groups[-1]]
            return [[*head, *rest] for head, rest in zip(heads, rests, strict=True) if rest]
    return groups


def _are_alike(heads: Sequence[Sequence[TextLine]]) -> bool:
    """Tell whether lines say the same things in the same order, each of them something, and name a thing."""
    said = {tuple(line.roles for line in head) for head in heads}
    named = frozenset[Role]().union(*(line.roles for line in heads[0]))
    return len(said) == 1 and all(line.roles for line in heads[0]) and bool(named & NAMING)
