"""Values that differ and were not read surely: whether another reading of them would be equal.

A difference is told as one where every reading of the value differs. Where one of the other readings
is equal, nothing is known but that someone has to look.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from compare.case import Case
from compare.subject import UNDECIDED
from models.comparison import Check, Outcome
from models.reading import HEADER_FIELDS, LINE_FIELDS, Field, Reading

MOST_READINGS = 3
EQUAL = frozenset({Outcome.EQUAL, Outcome.EQUAL_AFTER})


def settled(checks: Sequence[Check], case: Case, run: Callable[[Case], Iterable[Check]]) -> list[Check]:
    """Return the checks; one that differs is undecided where another reading of its value is equal."""
    return [replace(each, why=UNDECIDED) if _may_be_equal(each, case, run) else each for each in checks]


def _may_be_equal(check: Check, case: Case, run: Callable[[Case], Iterable[Check]]) -> bool:
    if check.document_sure or check.outcome is not Outcome.DIFFERS:
        return False
    field = _field(case.reading, check)
    if field is None or field.sure:
        return False
    others = [each.value for each in field.candidates if each.value != field.value][:MOST_READINGS]
    return any(
        _is_equal(check, replace(case, reading=_with(case.reading, check, each)), run) for each in others
    )


def _is_equal(check: Check, case: Case, run: Callable[[Case], Iterable[Check]]) -> bool:
    place = _place(check)
    return any(each.outcome in EQUAL for each in run(case) if _place(each) == place)


def _place(check: Check) -> tuple[object, ...]:
    return check.code, check.field, check.line, check.quote_item


def _field(reading: Reading, check: Check) -> Field | None:
    if check.line is None:
        return getattr(reading.header, check.field) if check.field in HEADER_FIELDS else None
    return getattr(reading.lines[check.line - 1], check.field) if check.field in LINE_FIELDS else None


def _with(reading: Reading, check: Check, value: str) -> Reading:
    """Return the reading with another value of a check's field."""
    field = _field(reading, check)
    assert field is not None, "only fields with candidates are read another way"
    changed = replace(field, value=value)
    if check.line is None:
        return replace(reading, header=replace(reading.header, **{check.field: changed}))
    lines = list(reading.lines)
    lines[check.line - 1] = replace(lines[check.line - 1], **{check.field: changed})
    return replace(reading, lines=tuple(lines))
