"""Tables that are turned: a label at the left of each row, the items side by side."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.lines.cards.card_phase import orders_something
from extractors.lines.item import Text
from extractors.lines.texts import item_clauses
from extractors.lines.texts.text_lines import TextLine
from extractors.runs import Run, joined
from extractors.vocabulary.meanings import Role

LEAST = 3
"""So many rows at least make a turned table."""
NEAR = 0.9
"""The rest of a value stands less than so many heights of its letters below it."""
Values = Sequence[tuple[Role, Text]]


def items(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the items of a turned table, none where there is no such table."""
    told = [item_clauses.turned(line.runs) for line in lines]
    widths = Counter(len(values) for values in told if len(values) > 1)
    width = max(widths, key=lambda each: (widths[each], each), default=0)
    turned = [at for at, values in enumerate(told) if len(values) == width]
    if (
        not width
        or len(turned) < LEAST
        or not all(map(orders_something, _columns(told[at] for at in turned)))
    ):
        return []
    rows: list[Values] = []
    for at in range(turned[0], min(turned[-1] + 2, len(lines))):
        if at in turned:
            rows.append(told[at])
        elif rows and _goes_on(rows[-1], lines[at]):
            rows[-1] = [(role, _with_rest(text, lines[at])) for role, text in rows[-1]]
        elif at < turned[-1]:
            loose = item_clauses.turned_loosely(lines[at].runs, width)
            if not loose and rows and _stands_under(rows[-1], lines[at]):
                rows[-1] = [(role, _doubted(text)) for role, text in rows[-1]]
            rows.append(loose)
    return _columns(rows)


def _columns(rows: Iterable[Values]) -> list[list[TextLine]]:
    columns = zip(*filter(None, rows), strict=True)
    return [[TextLine((text.run,), ((role, text),)) for role, text in column] for column in columns]


def _goes_on(values: Values, line: TextLine) -> bool:
    """Tell whether a line stands right below values and begins where some of them do, each text of it."""
    return all(any(_is_rest(text.run, run) for _, text in values) for run in line.runs)


def _is_rest(value: Run, run: Run) -> bool:
    gap = run.box.top - value.box.bottom
    near = -value.box.height / 2 < gap < NEAR * value.box.height
    return value.page is run.page and near and abs(run.box.x0 - value.box.x0) < value.box.height / 2


def _stands_under(values: Values, line: TextLine) -> bool:
    """Tell whether something that nothing labels stands in the columns of values."""
    return line.runs[-1].box.x1 > min(text.run.box.x0 for _, text in values)


def _doubted(text: Text) -> Text:
    return replace(text, heading=replace(text.heading, exact=False)) if text.heading else text


def _with_rest(text: Text, line: TextLine) -> Text:
    rest = [run for run in line.runs if _is_rest(text.run, run)]
    if not rest:
        return text
    whole = joined([text.run, *rest])
    return replace(text, run=whole, end=len(whole.text), lines=text.lines + 1)
