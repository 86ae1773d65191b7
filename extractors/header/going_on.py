"""Does a value go on in the line below? A narrow box breaks "DAP Kraichtalheim" behind DAP."""

import re

from extractors.fields.text import level
from extractors.header.labels import Labelled
from extractors.header.value_lines import begins_label
from extractors.runs import Run
from extractors.scope import Scope

LEADING = 0.8
"""Lines of one value stand so close, in heights of their letters."""
SLACK = 3.0
"""They begin within so many points of the label or of the value."""
NAME = re.compile(r"[^\W\d_][^\d:：;；。%]{1,39}$")
"""What a place looks like: a few words without a figure."""


def may_go_on(scope: Scope, found: Labelled) -> bool:
    """Tell whether a name stands right below a labelled value that may be the rest of it."""
    value = found.value
    if value is None or value.page.synthetic:
        return False
    touched = value.within(found.start, found.end)
    begins = {found.label.box.x0, touched[0][0].box.x0 if touched else value.box.x0}
    taken = {run.box for each in scope.labelled for run in (each.label, each.value) if run is not None}
    return any(run.box not in taken and _is_rest(value, run, begins) for run in scope.runs)


def _is_rest(value: Run, run: Run, begins: set[float]) -> bool:
    near = -0.3 < (run.box.top - value.box.bottom) / value.box.height < LEADING
    return (
        run.page is value.page
        and near
        and any(abs(run.box.x0 - begin) < SLACK for begin in begins)
        and NAME.match(level(run.text)) is not None
        and not begins_label(run.text)
    )
