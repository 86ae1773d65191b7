"""Ends of long names that reach into the columns of numbers: "Gland packing   RK-95", "Seal Alloy   718".

The name stands on a line above the figures of its item then; what is no number is none, and a number is none
where the line of figures has one in the same column.
"""

from collections.abc import Iterable, Iterator, Sequence

from extractors.fields import quantities, units
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.lines.tables.inner_tables import filled, summary
from extractors.runs import Run, joined
from extractors.vocabulary.meanings import Role

LEAST = 2
"""So many figures at least make a line of figures."""
Line = list[Run]


def put_back(
    line: Line, group: Sequence[Line], found: Iterable[tuple[int, Run]], columns: Sequence[Column]
) -> Iterable[tuple[int, Run]]:
    """Return the texts of a line of an item with their columns, ends of a name with it."""
    own = filled(line, columns)
    others = [filled(each, columns) for each in group if each is not line]
    if summary(line) is not None or not any(len(each) >= LEAST for each in others):
        return found
    return _joined(found, columns, again=any(own and own < each for each in others))


def _joined(
    found: Iterable[tuple[int, Run]], columns: Sequence[Column], *, again: bool
) -> Iterator[tuple[int, Run]]:
    """Yield the texts, what is no number with the name before it; with `again` no number is one."""
    texts: list[tuple[int, Run]] = []
    for at, run in found:
        before = texts[-1] if texts else None
        if before is not None and _is_end(before[0], at, run, columns, again=again):
            texts[-1] = (before[0], joined([before[1], run]))
        else:
            texts.append((at, run))
    yield from texts


def _is_end(before: int, at: int, run: Run, columns: Sequence[Column], *, again: bool) -> bool:
    column = columns[at]
    numeric = bool(column.roles) and column.roles <= MONEY_OR_COUNT
    counted = NUMBER.match(run.text) or quantities.parse(run.text) or quantities.unit_first(run.text)
    measured = units.canonical(run.text) is not None or units.of_two_tongues(run.text) is not None
    return not measured and numeric and (again or not counted) and columns[before].role is Role.DESCRIPTION
