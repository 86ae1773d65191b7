"""Values that differ and were not read surely: whether another reading would be equal.

A difference is told as one where every reading of the value differs. Where one of the other readings
is equal, nothing is known but that someone has to look. The same holds where the value itself could not
be read, where a second number of a line may stand under a heading that means another one, and where the
document's own total says that prices or lines were misread (`compare/misread.py`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from compare import misread
from compare.case import Case
from compare.subject import UNDECIDED
from models.comparison import Check, Outcome
from models.reading import HEADER_FIELDS, LINE_FIELDS, Field, Reading, Reason

MOST_READINGS = 3
EQUAL = frozenset({Outcome.EQUAL, Outcome.EQUAL_AFTER})
UNREAD = frozenset({Reason.NOT_PARSED, Reason.AMBIGUOUS_VALUE})
"""Doubts of a value of which no other reading is known either: what stands there may mean anything."""
NUMBERS = frozenset({"L01", "L02"})
EXTRA, LEFT = "L12", "L13"
"""A line whose number was not read may order any item that nobody else seems to order."""
MISTYPED = frozenset({"look_alike", "slip", "revision", "contradicts"})
"""What tells that a number is meant for the item and wrong, in whatever column it stands."""
RESTS_ON = {
    "L06": ("tax_included",),
    "L08": ("tax_included",),
    "H09": ("tax_included",),
    "L10": ("document_date",),
}
"""Fields of the header whose reading decides a check of another field."""
OTHER_FLAG = {"true": "false", "false": "true"}

Run = Callable[[Case], Iterable[Check]]


def settled(checks: Sequence[Check], case: Case, run: Run) -> list[Check]:
    """Return the checks; one that differs is undecided where another reading of its value is equal."""
    open_ones = misread.found(checks, case)
    known = {_place(each) for each in checks if each.code in NUMBERS and each.outcome in EQUAL}
    found = [
        replace(each, why=UNDECIDED)
        if at in open_ones or _is_unread(each, case, known) or _may_be_equal(each, case, run)
        else each
        for at, each in enumerate(checks)
    ]
    nameless = any(each.code == EXTRA and each.why == UNDECIDED for each in found)
    return [replace(each, why=UNDECIDED) if nameless and each.code == LEFT else each for each in found]


def _is_unread(check: Check, case: Case, known: set[tuple[object, ...]]) -> bool:
    """Tell whether a value that differs was not read, or may be another number than the item's."""
    field = _field(case.reading, check)
    if field is None or field.sure or field.value != check.document:
        return False  # lots of a line are held by themselves, with readings of their own
    if check.outcome not in {Outcome.DIFFERS, Outcome.MISSING}:
        return False
    if field.reason in UNREAD and not field.candidates and check.why not in MISTYPED:
        return True
    named = {"part_number", "customer_part_number"} - {check.field}
    second = check.code in NUMBERS and check.why not in MISTYPED
    return second and any(("L01", name, check.line, check.quote_item) in known for name in named)


def _may_be_equal(check: Check, case: Case, run: Run) -> bool:
    if check.outcome is not Outcome.DIFFERS:
        return False
    others = _other_readings(check, case)
    return any(_is_equal(check, replace(case, reading=each), run) for each in others)


def _other_readings(check: Check, case: Case) -> Iterator[Reading]:
    """Yield the document with another reading of what an outcome rests on, each in turn."""
    reading, field = case.reading, _field(case.reading, check)
    if field is not None and not field.sure:
        others = [each.value for each in field.candidates if each.value != field.value]
        yield from (_with(reading, check.field, check.line, each) for each in others[:MOST_READINGS])
    for name in RESTS_ON.get(check.code, ()):
        for value in _other_values(getattr(reading.header, name)):
            yield _with(reading, name, None, value)


def _other_values(field: Field | None) -> list[str]:
    if field is None or field.sure:
        return []
    flag = OTHER_FLAG.get(field.value or "")
    others = [each.value for each in field.candidates if each.value not in {None, field.value}]
    return ([flag] if flag else others)[:MOST_READINGS]


def _is_equal(check: Check, case: Case, run: Run) -> bool:
    place = _place(check)
    return any(each.outcome in EQUAL for each in run(case) if _place(each) == place)


def _place(check: Check) -> tuple[object, ...]:
    return check.code, check.field, check.line, check.quote_item


def _field(reading: Reading, check: Check) -> Field | None:
    if check.line is None:
        return getattr(reading.header, check.field) if check.field in HEADER_FIELDS else None
    return getattr(reading.lines[check.line - 1], check.field) if check.field in LINE_FIELDS else None


def _with(reading: Reading, name: str, line: int | None, value: str) -> Reading:
    """Return the reading with another value of a field that it states; lines count from 1."""
    if line is None:
        field = replace(getattr(reading.header, name), value=value)
        return replace(reading, header=replace(reading.header, **{name: field}))
    lines = list(reading.lines)
    field = replace(getattr(lines[line - 1], name), value=value)
    lines[line - 1] = replace(lines[line - 1], **{name: field})
    return replace(reading, lines=tuple(lines))
