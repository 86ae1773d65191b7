"""What a newer quotation changes about a case: which checks came out otherwise, and what that asks for."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from desk import case_reasons
from models.basis_change import Changed
from models.case import CaseState
from models.comparison import Check, Comparison, DifferenceKind, Note, Outcome, Verdict

REASON = "basis_changed"
"""The reason of a case whose quotation is another one than when it was compared first."""
NUMBER = "quotation_number"
NOTE = "note"
_OF_COMPARISON = frozenset({*DifferenceKind, NOTE, "no_quotation", "not_proven", REASON})
"""Reasons (their first word) that follow from a comparison; the others have other causes and stay."""
_DIFFERING = frozenset({Outcome.DIFFERS.value, Outcome.MISSING.value})
_Key = tuple[str, str, int | None, str | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands after it was compared again."""

    state: CaseState
    reasons: tuple[str, ...]


def changes(old: Comparison, new: Comparison) -> tuple[Changed, ...]:
    """Return what came out otherwise, or was held against another value; in the order of the new checks.

    Where no quotation was found before or is any more, that is the one thing that changed.
    """
    another = old.quotation_number != new.quotation_number
    first = (_another(old, new),) if another else ()
    if another and None in {old.quotation_number, new.quotation_number}:
        return first
    return (*first, *_checks(old.checks, new.checks), *_notes(old.notes, new.notes))


def worth_telling(old: Comparison, new: Comparison, found: Iterable[Changed]) -> bool:
    """Tell whether its sender has to know: another verdict, or a line that differs otherwise than before."""
    return old.verdict is not new.verdict or any({each.was, each.now} & _DIFFERING for each in found)


def standing(
    reasons: Iterable[str], new: Comparison, carried: Collection[int], *, changed: bool, asked: bool
) -> Standing:
    """Return the state and the reasons of a case that was compared again.

    `reasons` are those that it had, `carried` the checks that came out as in the version before. It is
    clear only by a match, and while no question is `asked` and no other reason holds it.
    """
    given = tuple(reasons)
    kept = [each for each in given if each.partition(":")[0] not in _OF_COMPARISON]
    if new.verdict is Verdict.MATCH and not kept and not asked:
        return Standing(CaseState.CLEAR, ())
    told = [REASON] if changed or REASON in given else []
    return Standing(CaseState.OPEN, tuple(dict.fromkeys((*told, *kept, *case_reasons.why(new, carried)))))


def carried_over(carried: Iterable[int], old: Comparison, new: Comparison) -> tuple[int, ...]:
    """Return the checks of the new comparison (by index) that are exactly those that were carried over."""
    before = [old.checks[index] for index in carried if index < len(old.checks)]
    return tuple(index for index, check in enumerate(new.checks) if check in before)


def _another(old: Comparison, new: Comparison) -> Changed:
    return Changed(
        "H03",
        NUMBER,
        old.verdict.value,
        new.verdict.value,
        was_quoted=old.quotation_number,
        quoted=new.quotation_number,
    )


def _checks(old: Iterable[Check], new: Iterable[Check]) -> Iterator[Changed]:
    before = defaultdict(list)
    for check in old:
        before[_key(check)].append(check)
    after = defaultdict(list)
    for check in new:
        after[_key(check)].append(check)
    for key in dict.fromkeys((*after, *before)):
        for was, now in zip_longest(before.get(key, ()), after.get(key, ())):
            if was is None or now is None or _told(was) != _told(now):
                yield _change(key, was, now)


def _key(check: Check) -> _Key:
    return check.code, check.field, check.line, check.quote_item


def _told(check: Check) -> tuple[object, ...]:
    return check.outcome, check.quotation, check.why, check.document_sure


def _change(key: _Key, was: Check | None, now: Check | None) -> Changed:
    code, field, line, item = key
    return Changed(
        code,
        field,
        was.outcome.value if was else "",
        now.outcome.value if now else "",
        line,
        item,
        was.quotation if was else None,
        now.quotation if now else None,
    )


def _notes(old: Iterable[Note], new: Iterable[Note]) -> Iterator[Changed]:
    before, after = (Counter((each.code, each.line, each.text) for each in notes) for notes in (old, new))
    for code, line, _ in (before - after).elements():
        yield Changed(code, "", NOTE, "", line)
    for code, line, _ in (after - before).elements():
        yield Changed(code, "", "", NOTE, line)
