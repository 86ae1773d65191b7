"""Ends of long names that reach into the columns of numbers: "Gland packing   RK-95", "Seal Alloy   718".

The name stands on a line above the figures of its item then; what is no number is none, and a number is none
where the line of figures has one in the same column. That such a number is the end of the name is likely and
not certain: the row is doubted then.
"""

from collections.abc import Iterable, Iterator, Sequence

from extractors.fields import currencies, money, quantities, units
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.lines.tables.inner_tables import filled, summary
from extractors.lines.texts.values_beside import states_condition
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

LEAST = 2
"""So many figures at least make a line of figures."""
Line = list[Run]


def put_back(
    line: Line, group: Sequence[Line], found: Iterable[tuple[int, Run]], columns: Sequence[Column]
) -> Iterable[tuple[int, Run]]:
    """Return the texts of a line of an item with their columns, ends of a name with it."""
    own = filled(line, columns)
    others = [filled(each, columns) for each in group if each is not line and not states_condition(each)]
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


def took_number(before: Iterable[tuple[int, Run]], after: Iterable[tuple[int, Run]]) -> bool:
    """Tell whether a number went to the name before it: "Gland packing   5" may state a quantity."""
    kept = [run for _, run in after]
    return any(_is_figure(run.text) for _, run in before if run not in kept)


def _is_end(before: int, at: int, run: Run, columns: Sequence[Column], *, again: bool) -> bool:
    column = columns[at]
    numeric = bool(column.roles) and column.roles <= MONEY_OR_COUNT
    measured = units.canonical(run.text) is not None or units.of_two_tongues(run.text) is not None
    measured = measured or bool(currencies.named(run.text))  # the narrow cell of a price broke it
    counted = NUMBER.match(run.text) is not None or _is_figure(run.text)
    return not measured and numeric and (again or not counted) and columns[before].role is Role.DESCRIPTION


def _is_figure(text: str) -> bool:
    """Tell whether a text is a quantity or a sum of money: "718", "SET 10", "EUR 50.00"; not "RK-95"."""
    readings = (quantities.parse(text), quantities.unit_first(text), money.parse(text))
    return any(each is not None for each in readings)
