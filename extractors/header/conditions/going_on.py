"""Does a value go on in the line below? A narrow box breaks "DAP Kraichtalheim" behind DAP."""

import itertools
from collections.abc import Iterator

from extractors.fields.text import level
from extractors.header.labelling.label_words import match
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_lines import begins_label
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from models.page import Box

LEADING = 0.8
"""Lines of one value stand so close, in heights of their letters."""
GAP = 0.5
"""Wider than this share of the letter height is the gap before another label on the same line."""
LEVEL = 1.0
"""The rows of a list of captions and values are equally far apart, but for so many points."""
SLACK = 3.0
"""They begin within so many points of the label or of the value."""
NAME = late(r"[^\W\d_][^\d:：;；。%]{1,39}$")
"""What a place looks like: a few words without a figure."""


LISTED = late(
    r"(?!(?i:kind|best|warm|yours|regards|signed|on behalf|for)\b)[A-ZÀ-Þ][^:：;；。%]{1,70}[^\W_], ?"
    r"[A-ZÀ-Þ][^\W\d_]+(?: [A-ZÀ-Þ][^\W\d_]+)?\s*\.?\s*$"
)
"""A name with a further one behind a comma."""


def may_go_on(scope: Scope, found: Labelled, *, listed: bool = False) -> bool:
    """Tell whether a name stands right below a labelled value that may be the rest of it.

    `listed`: only a name of several parts counts, as an address ends: "Industrial Area, Kuwait".
    """
    value = found.value
    if value is None or value.page.synthetic or (listed and found.continued):
        return False
    touched = value.within(found.start, found.end)
    begins = {found.label.box.x0, touched[0][0].box.x0 if touched else value.box.x0}
    taken = {run.box for each in scope.labelled for run in (each.label, each.value) if run is not None}
    # A label of two lines ends below the first of its value: "Delivery" above "term".
    ends = {id(word) for each in scope.labelled for word in each.label.words}
    named = LISTED if listed else NAME
    free = (run for run in scope.runs if run.box not in taken and named.match(level(run.text)))
    free = (run for run in free if id(run.words[0]) not in ends)
    return any(_is_rest(value, run, begins) and not _is_next_row(scope, found, run) for run in free)


def _is_next_row(scope: Scope, found: Labelled, run: Run) -> bool:
    """Tell whether a text below a value is the value of the next row: each has a caption at its left.

    The rows above, here and below stand at one distance. "Terms" below "Delivery" is the end of a label.
    """
    value, label = found.value, found.label
    if value is None or value is label:
        return False
    pitch = run.box.top - value.box.top
    below = _caption_of(scope, label, run.box.middle)
    if below is None or not below.text[:1].isupper() or match(f"{label.text} {below.text}") is not None:
        return False
    above = [each for each in scope.runs if each.page is run.page and _is_near(each.box.x0, {value.box.x0})]
    return any(
        abs(value.box.top - each.box.top - pitch) < LEVEL
        and _caption_of(scope, label, each.box.middle) is not None
        for each in above
    )


def _caption_of(scope: Scope, label: Run, middle: float) -> Run | None:
    """Return what stands where a label begins, at another height."""
    column = (each for each in scope.runs if each.page is label.page and each is not label)
    return next(
        (
            each
            for each in column
            if _is_near(each.box.x0, {label.box.x0}) and each.box.top < middle < each.box.bottom
        ),
        None,
    )


def is_cut(scope: Scope, found: Labelled) -> bool:
    """Tell whether words stand below a value for which its line had no room left, or below its label.

    The edge of the page broke the value; beside other labels the rest stands where its own label begins.
    """
    value = found.value
    if value is None or value.page.synthetic or found.end < len(value.text.rstrip()):
        return False
    last = value.words[-1].box
    near = [run for run in scope.runs if run.page is value.page and is_below(last, run.box)]
    aside = set(_behind_gaps(value, found.start))
    if any(_rest_below(run, aside) is not None for run in near):
        return True
    # What stands beside a label of its own is its value.
    taken = {each.value.box for each in scope.labelled if each.value is not None and not each.start}
    free = [run for run in near if run.box not in taken]
    rests = [word for run in free if (word := _rest_below(run, {value.words[0].box.x0})) is not None]
    if not rests:
        return False
    edge = max(run.box.x1 for run in scope.runs if run.page is value.page)
    return any(last.x1 + word.width > edge for word in rests)


def _behind_gaps(run: Run, start: int) -> Iterator[float]:
    """Yield where words begin behind a gap, up to the value of a label."""
    before = run.within(0, start + 1)
    for (one, _, _), (other, _, _) in itertools.pairwise(before):
        if other.box.x0 - one.box.x1 > GAP * other.box.height:
            yield other.box.x0


def is_below(above: Box, box: Box) -> bool:
    """Tell whether a box is that of the next line of the paragraph that another one belongs to."""
    return -0.3 < (box.top - above.bottom) / above.height < LEADING


def _rest_below(run: Run, begins: set[float]) -> Box | None:
    """Return the first word of what may be the rest of a value, where it begins in one of the places."""
    at = next((at for at, word in enumerate(run.words) if _is_near(word.box.x0, begins)), None)
    rest = run.text[run.starts[at] :] if at is not None else ""
    named = NAME.match(level(rest)) is not None and not begins_label(rest)
    return run.words[at].box if at is not None and named else None


def _is_near(place: float, places: set[float]) -> bool:
    return any(abs(place - each) < SLACK for each in places)


def _is_rest(value: Run, run: Run, begins: set[float]) -> bool:
    near = is_below(value.box, run.box)
    return (
        run.page is value.page
        and near
        and any(abs(run.box.x0 - begin) < SLACK for begin in begins)
        and not begins_label(run.text)
    )
