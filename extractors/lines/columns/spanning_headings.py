"""Headings that span several below them: "Price" above "Each" and "Total"."""

from collections.abc import Sequence

from extractors.lines.headings import CODES, PRICES, recognise
from extractors.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import union

TWO = 2
CODED = CODES | {Role.DRAWING}
CENTRED = 0.25
"""A heading above several stands in their middle, give or take this share of their width."""
Line = list[Run]


def find(block: Sequence[Line]) -> dict[int, int]:
    """Return which heading spans which below it, by their identities: "Price" above "Each" and "Total".

    It stands above the middle or the beginning of headings that nothing else stands above.
    """
    if len(block) < TWO:
        return {}
    upper, lower = block[:TWO]
    bare = [run for run in lower if not any(_above(each, run) for each in upper)]
    over: dict[int, int] = {}
    for run in filter(lambda each: names_column(each.text), upper):
        below = [each for each in lower if _above(run, each) or each in bare]
        near = _around(run, [each for each in below if id(each) not in over], upper)
        # What stands alone above a whole line is no heading of it, but of what stands below itself.
        if len(near) >= TWO and (len(upper) > 1 or len(near) < len(lower)):
            over |= {id(each): id(run) for each in near}
    return over


def _above(upper: Run, lower: Run) -> bool:
    return upper.box.x0 < lower.box.x1 and lower.box.x0 < upper.box.x1


def _around(run: Run, below: Sequence[Run], upper: Sequence[Run]) -> list[Run]:
    """Return the headings below one that stands in their middle or begins them, between its neighbours."""
    left = max((each.box.x1 for each in upper if each.box.x1 <= run.box.x0), default=float("-inf"))
    right = min((each.box.x0 for each in upper if each.box.x0 >= run.box.x1), default=float("inf"))
    near = [each for each in below if left < each.box.x0 and each.box.x1 < right]
    if len(near) < TWO:
        return []
    box = union(each.box for each in near)
    if abs(box.centre - run.box.centre) < CENTRED * box.width:
        return near
    begins = abs(box.x0 - run.box.x0) < run.box.height
    return near if begins and not _heads_first(run, near) and not _is_code_above(run, near) else []


def _heads_first(run: Run, below: Sequence[Run]) -> bool:
    """Tell whether a heading is the upper half of the first below it alone: "VAT" above "Identifier".

    Together they name no price, and the others ("Amount") say enough by themselves.
    """
    first, *others = below
    whole = recognise(f"{run.text} {first.text}")
    named = whole is not None and whole.exact and not whole.roles & PRICES
    narrow = run.box.x1 <= first.box.x1 + run.box.height
    apart = recognise(first.text) is None and all(names_column(each.text) for each in others)
    return named and narrow and apart


def _is_code_above(run: Run, below: Sequence[Run]) -> bool:
    """Tell whether a heading names a code of its own above another code: 我方物料号 above 供方货号.

    What is beside them names something else, so that it does not head them together.
    """
    found = [recognise(each.text) for each in (run, *below)]
    coded = [each is not None and each.exact and bool(each.roles) and each.roles <= CODED for each in found]
    return coded[:TWO] == [True, True] and not any(coded[TWO:]) and found[0] != found[1]


def names_column(text: str) -> bool:
    """Tell whether a text is a heading of which every word is known."""
    heading = recognise(text)
    return heading is not None and heading.exact
