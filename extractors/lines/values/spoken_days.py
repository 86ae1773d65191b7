"""Days that a sentence tells of items by their numbers, where the list of items has none.

第1项于2026年10月20日前交货；第2至4项于2026年9月20日前交货, or "Delivery: items 1 and 3 on 16 October 2026,
item 2 in 8 weeks". They are certain where they tell a day of each item once and say nothing else between.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import dates, periods
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.lines.doubts import changed_items
from extractors.lines.doubts.spoken_items import NAMED, NAMED_SO, numbers_of
from extractors.lines.item import Text
from extractors.lines.values.deliveries import delivery
from extractors.lines.values.line_context import Context
from extractors.page.runs import Run
from models.reading import Field, OrderLine, Proof, Reason

DELIVERING = late(
    r"交[货貨付期]|到[货貨]|[发發][货貨]|供[货貨]|送[货貨]|deliver|\bship|\bdue\b|dispatch|liefer|versand|livr|entreg|consegn",
    re.IGNORECASE,
)
PAST = late(r"上[次期]|前次|已[交到发]|previous|\blast\b|\bwas\b|\bwere\b|zuletzt", re.IGNORECASE)
"""What tells of another delivery than the one that is ordered."""
FRAME = late(
    r"[应應须須需在于為为是定由]|(?:交[货貨付期]|到[货貨]|[发發][货貨])(?:日期|时间|時間|期)?|之?前|以前|[供卖乙]方"
    r"|\b(?:to be|will be|shall be|must be|is|are) (?:delivered|shipped|due|dispatched)\b"
    r"|\b(?:due|delivery|deliver|by|on|in|at|until"
    r"|before|latest|not later than|the|and|bis|am|zum|spätestens|liefertermin|lieferung|each)\b",
    re.IGNORECASE,
)
"""What may stand between the items and their day, and behind it."""
WORD = late(r"\w")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of some items: which, and the text of their day."""

    numbers: frozenset[str]
    text: Text
    bare: bool


def dated(lines: Sequence[OrderLine], runs: Sequence[Run], context: Context) -> list[OrderLine]:
    """Return the lines of a list without days, each with the day that a sentence tells of its number."""
    if not lines or any(line.delivery_date or line.lead_time for line in lines):
        return list(lines)
    told = [each for run in sentences.paragraphs(runs) for each in _told(run)]
    if not told:
        return list(lines)
    own = [
        [each for each in told if each.numbers & {changed_items.number_of(line, at + 1)}]
        for at, line in enumerate(lines)
    ]
    whole = all(len(each) == 1 for each in own) and all(each.bare for each in told)
    return [_with(line, each, context, whole=whole) for line, each in zip(lines, own, strict=True)]


def _with(line: OrderLine, told: Sequence[_Told], context: Context, *, whole: bool) -> OrderLine:
    if len(told) != 1:
        return line
    day, period = (_settled(each, whole=whole) for each in delivery(told[0].text, context))
    return replace(line, delivery_date=day, lead_time=period)


def _settled(field: Field | None, *, whole: bool) -> Field | None:
    """Return a field as certain where all items have their day so, and its value is understood."""
    if field is None or field.value is None:
        return None
    if whole and field.reason in {None, Reason.ROLE}:
        return replace(field, sure=True, reason=None, proof=(Proof.LABEL,), confidence=0.95)
    return replace(field, sure=False, proof=(), reason=field.reason or Reason.ROLE, confidence=0.5)


def _told(run: Run) -> Iterator[_Told]:
    """Yield what a paragraph tells of the delivery of single items."""
    if DELIVERING.search(run.text) is None or PAST.search(run.text):
        return
    named = sorted(
        (found for pattern in (NAMED, NAMED_SO) for found in pattern.finditer(run.text)),
        key=lambda found: found.start(),
    )
    spans = dates.find(run.text) or periods.find(run.text)
    for found, end in zip(named, (*(each.start() for each in named[1:]), len(run.text)), strict=False):
        stop = found.end() + len(_sentence(run.text[found.end() : end]))
        own = [span for span in spans if found.end() <= span[0] and span[1] <= stop]
        if len(own) == 1:
            (low, high), listed = own[0], next(filter(None, found.groups()))
            between = run.text[found.end() : low] + run.text[high:stop]
            bare = not WORD.search(FRAME.sub("", between))
            yield _Told(frozenset(numbers_of(listed)), Text(run, low, high, None), bare)


def _sentence(text: str) -> str:
    return next(iter(sentences.sentences(text)), "")
