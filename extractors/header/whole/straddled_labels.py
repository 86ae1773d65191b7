"""A label with nothing beside it, over the middle of a line that two columns fill: its value may be in there.

Supplier:                Deliver to:           Invoice to:
Beilan Sealing (Tianjin) Spare Parts Store     Ningjia Grain
"""

from extractors.header.labelling.labels import Labelled
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

BEGINS = 3.0
"""What stands below a label begins where the label begins, in points."""
NEAR = 1.2
"""The line below is less than so many heights of the label away."""


def below(scope: Scope, label: Label) -> Run | None:
    """Return the line below a label without a value in whose middle a word begins where the label does."""
    bare = [each for each in scope.labelled if each.value is None and each.meanings == {label}]
    return next((run for found in bare for run in scope.runs if _passes_under(run, found)), None)


def _passes_under(run: Run, found: Labelled) -> bool:
    label, box = found.label.box, run.box
    near = run.page is found.label.page and -0.2 < (box.top - label.bottom) / label.height < NEAR
    if not near or not box.x0 + BEGINS < label.x0 < box.x1:
        return False
    return any(abs(word.box.x0 - label.x0) < BEGINS for word in run.words[1:])
