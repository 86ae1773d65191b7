"""Two readings of one order held against each other: what differs, line by line.

Values are compared as they were normalised, numbers as numbers. Nothing here decides which of two
versions counts; `desk.belonging` does.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from extractors.fields import parts
from extractors.fields.text import fold
from models.belonging import FieldChange, LineChange, LineStatus, VersionDiff
from models.comparison import Check, Comparison
from models.reading import HEADER_FIELDS, LINE_FIELDS, Field, OrderLine, Reading

NUMBERS = frozenset(
    {"total_amount", "tax_rate", "quantity", "unit_price", "price_per", "amount", "line_number"}
)
CODES = ("part_number", "customer_part_number", "drawing_number")
"""What a line is known by, the weightiest first."""
APART = frozenset({"document_number", "customer"})
"""Header fields that decide whether two papers are one order at all: they are not compared here."""
PROBLEMS = "problems"
"""Stands for what the newer paper leaves open, and the older one did not."""
POSITION = "line_number"
"""Where a line stands. A line that only moved is unchanged."""

Pair = tuple[int | None, int | None]
"""A line of the older reading and one of the newer, by index; None where the other has none."""


def diff(old: Reading, new: Reading) -> VersionDiff:
    """Return what differs between two versions of an order."""
    header = [
        change
        for name in HEADER_FIELDS
        if name not in APART
        and (change := changed(name, getattr(old.header, name), getattr(new.header, name)))
    ]
    return VersionDiff((*header, *_beside(old, new)), tuple(_lines(old.lines, new.lines)))


def changed(name: str, old: Field | None, new: Field | None) -> FieldChange | None:
    """Return how a field differs between two versions; None where it does not."""
    before, after = _said(old), _said(new)
    if before is None and after is None:
        return None if (old is None) == (new is None) else FieldChange(name, _shown(old), _shown(new))
    if before is not None and after is not None and _key(name, before) == _key(name, after):
        return None
    return FieldChange(name, before, after)


def _said(field: Field | None) -> str | None:
    if field is None or field.value is None:
        return None
    return " ".join(each for each in (field.value, field.unit, field.anchor) if each)


def _shown(field: Field | None) -> str | None:
    """Return what is printed where a value could not be read."""
    return field.evidence.text if field is not None else None


def _key(name: str, text: str) -> object:
    if name in NUMBERS:
        number = _number(text)
        return number if number is not None else fold(text)
    return parts.norm(text) if name in CODES else fold(text)


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _beside(old: Reading, new: Reading) -> Iterator[FieldChange]:
    """Yield how clauses differ, and what the newer one leaves open beyond the older."""
    before, after = (
        sorted((each.kind, str(each.line or ""), _said(each.field) or "") for each in reading.clauses)
        for reading in (old, new)
    )
    for kind in sorted({each[0] for each in (*before, *after)}):
        was, now = ([each[1:] for each in side if each[0] == kind] for side in (before, after))
        if was != now:
            yield FieldChange(f"clause_{kind}", _listed(was), _listed(now))
    more = {each.code for each in new.problems} - {each.code for each in old.problems}
    if more:
        yield FieldChange(PROBLEMS, None, ", ".join(sorted(more)))


def _listed(clauses: Sequence[Sequence[str]]) -> str | None:
    return "; ".join(" ".join(filter(None, each)) for each in clauses) or None


def _lines(old: Sequence[OrderLine], new: Sequence[OrderLine]) -> Iterator[LineChange]:
    pairs = paired(old, new)
    for before, after in sorted(pairs, key=_by_place):
        was = None if before is None else before + 1
        line = None if after is None else after + 1
        if before is None or after is None:
            status = LineStatus.ADDED if before is None else LineStatus.REMOVED
            yield LineChange(status, line, was)
            continue
        changes = tuple(_fields(old[before], new[after]))
        yield LineChange(LineStatus.CHANGED if changes else LineStatus.UNCHANGED, line, was, changes)


def _by_place(pair: Pair) -> tuple[bool, int]:
    before, after = pair
    return (after is None, before or 0) if after is None else (False, after)


def _fields(old: OrderLine, new: OrderLine) -> Iterator[FieldChange]:
    for name in LINE_FIELDS:
        if name != POSITION:
            change = changed(name, getattr(old, name), getattr(new, name))
            if change is not None:
                yield change


def paired(old: Sequence[OrderLine], new: Sequence[OrderLine]) -> list[Pair]:
    """Pair the lines of two versions: by all they say, by number and code, by code, by printed number.

    A key that several lines share pairs them in their order. What is left has no partner.
    """
    left, right = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[Pair] = []
    for key in (_whole, _numbered_code, code, _description, _printed):
        for before, after in _matched(left, right, key):
            pairs.append((before, after))
            del left[before], right[after]
    return [*pairs, *((at, None) for at in left), *((None, at) for at in right)]


def _matched(
    old: dict[int, OrderLine], new: dict[int, OrderLine], key: Callable[[OrderLine], object]
) -> list[tuple[int, int]]:
    waiting: dict[object, list[int]] = {}
    for at, line in old.items():
        waiting.setdefault(key(line), []).append(at)
    waiting.pop(None, None)
    return [(found.pop(0), at) for at, line in new.items() if (found := waiting.get(key(line)))]


def code(line: OrderLine) -> str | None:
    """Return the key of the number a line is known by; None where it has none."""
    for name in CODES:
        said = _said(getattr(line, name))
        if said:
            return f"{name}:{parts.norm(said)}"
    return None


def _whole(line: OrderLine) -> object:
    known = code(line) or _description(line)
    return known and (known, *(_value(line, name) for name in ("quantity", "unit_price", "delivery_date")))


def _numbered_code(line: OrderLine) -> object:
    known, printed = code(line), _printed(line)
    return (known, printed) if known and printed else None


def _description(line: OrderLine) -> object:
    said = _said(line.description)
    return ("description", fold(said)) if said else None


def _printed(line: OrderLine) -> object:
    return _value(line, POSITION)


def _value(line: OrderLine, name: str) -> object:
    said = _said(getattr(line, name))
    return None if said is None else _key(name, said)


def carried(found: VersionDiff, old: Comparison | None, new: Comparison | None) -> tuple[int, ...]:
    """Return the checks of the new comparison (by index) that came out as before, for the same values.

    Only what stands on an unchanged line, or on no line, and was read surely is carried over; so a
    check that another quotation or another reading made come out differently stays open.
    """
    if old is None or new is None:
        return ()
    was = {each.line: each.was for each in found.lines if each.status is LineStatus.UNCHANGED}
    before = {_outcome(each, each.line) for each in old.checks}
    touched = {each.field for each in found.header}
    return tuple(
        index
        for index, check in enumerate(new.checks)
        if check.document_sure
        and (check.line in was if check.line is not None else check.field not in touched)
        and _outcome(check, None if check.line is None else was[check.line]) in before
    )


def _outcome(check: Check, line: int | None) -> tuple[object, ...]:
    return (
        line,
        check.code,
        check.field,
        check.outcome,
        check.quote_item,
        check.document,
        check.quotation,
        check.why,
        check.document_sure,
    )
