"""Days that a sentence tells of items by their numbers, where the list of items has none.

第1项于2026年10月20日前交货；第2至3项于2026年9月20日前交货, or "Delivery: items 1 and 3 on 16 October 2026,
item 2 in 8 weeks". They are proposed and never certain: another sentence may put them off, in whatever words.
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
from models.reading import OrderLine, Reason, opened

DELIVERING = late(
    r"交[货貨付期]|到[货貨]|[发發][货貨]|供[货貨]|送[货貨]|deliver|\bship|\bdue\b|dispatch|liefer|versand|livr|entreg|consegn",
    re.IGNORECASE,
)
PAST = late(r"上[次期]|前次|已[交到发]|previous|\blast\b|\bwas\b|\bwere\b|zuletzt", re.IGNORECASE)
"""What tells of another delivery than the one that is ordered."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence tells of some items: which, and the text of their day."""

    numbers: frozenset[str]
    text: Text


def dated(lines: Sequence[OrderLine], runs: Sequence[Run], context: Context) -> list[OrderLine]:
    """Return the lines of a list without days, each with the day that one sentence tells of its number."""
    if any(line.delivery_date or line.lead_time for line in lines):
        return list(lines)
    told = [each for run in sentences.paragraphs(runs) for each in _told(run)] if lines else []
    return [
        _with(line, [each for each in told if changed_items.number_of(line, at) in each.numbers], context)
        for at, line in enumerate(lines, 1)
    ]


def _with(line: OrderLine, told: Sequence[_Told], context: Context) -> OrderLine:
    if len(told) != 1:
        return line
    day, period = (opened(each, Reason.ROLE) if each else None for each in delivery(told[0].text, context))
    return replace(line, delivery_date=day, lead_time=period)


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
        said = next(iter(sentences.sentences(run.text[found.end() : end])), "")
        own = [span for span in spans if found.end() <= span[0] and span[1] <= found.end() + len(said)]
        if len(own) == 1:
            listed = next(filter(None, found.groups()))
            yield _Told(frozenset(numbers_of(listed)), Text(run, *own[0], None))
