"""Who is said to sell, and heads the paper in large letters: then a label may have been misunderstood.

Whoever orders writes on a paper of its own, so that another company below such a head is no certain buyer.
"""

from collections.abc import Sequence

from extractors.fields import companies
from extractors.page.runs import Run
from extractors.scope import Scope

LARGE = 1.2
"""A letterhead is so much larger than the usual letters."""
FIRST = 3
"""It is among so many first texts."""


def heads(scope: Scope, named: Sequence[tuple[Run, int, int]], sellers: set[str]) -> bool:
    """Tell whether the first of the named companies is a seller's letterhead."""
    run, start, end = named[0]
    heights = sorted(each.box.height for each in scope.runs)
    large = run.box.height > LARGE * heights[len(heights) // 2] and not run.page.synthetic
    return large and run in scope.runs[:FIRST] and companies.key(run.text[start:end]) in sellers
