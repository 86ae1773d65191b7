"""How long goods are warranted, and from when."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.clauses.marks import Mark
from extractors.clauses.statement import Marks, Statement, amounts, clauses, events, said, sentences, topics

STARTS = ("acceptance", "startup", "delivery", "ship")
SHORTEST_DAYS, SHORTEST_HOURS = 90, 1000
"""Fewer days or hours are a time to answer or to repair in."""


def read(marks: Marks) -> Iterator[Statement]:
    """Yield a warranty as "delivery:18M", of two periods "first delivery:18M startup:12M"."""
    for sentence in sentences(marks):
        saying = _before_shares(sentence)
        if not topics(saying, "warranty"):
            continue
        periods = [each for each in amounts(saying, "duration") if _long(each)]
        if periods:
            value = _value(saying, periods)
            found = said("warranty", value, saying)
            yield replace(found, understood=found.understood and _is_clear(value))


def _before_shares(sentence: Marks) -> Marks:
    """Return a sentence up to the clause that states a share: what is retained is no warranty."""
    found: list[Mark] = []
    for clause in clauses(sentence):
        if amounts(clause, "percent"):
            return found
        found += clause
    return sentence


def _is_clear(value: str) -> bool:
    """Tell whether every period has its start, and of several the text says which one decides."""
    return "-:" not in value and not value.startswith("both")


def _long(mark: Mark) -> bool:
    assert mark.amount is not None, "only amounts are long"
    value = mark.amount.value
    if value.endswith("H"):
        return int(value[2:-1]) >= SHORTEST_HOURS
    return value[-1] in "MY" or (value[-1] == "D" and int(value[1:-1]) >= SHORTEST_DAYS)


def _value(sentence: Marks, periods: list[Mark]) -> str:
    starts = _starts(sentence)
    shown = [each.amount.value.removeprefix("PT").removeprefix("P") for each in periods if each.amount]
    if len(starts) != len(periods):
        starts = starts[:1] * len(periods) if len(periods) == 1 and starts else ["-"] * len(periods)
    pairs = " ".join(f"{start}:{length}" for start, length in zip(starts, shown, strict=True))
    if len(periods) == 1:
        return pairs
    return (
        f"{'last' if topics(sentence, 'last') else 'first' if topics(sentence, 'first') else 'both'} {pairs}"
    )


def _starts(sentence: Marks) -> list[str]:
    found: list[str] = []
    before: Mark | None = None
    for mark, name in events(sentence, STARTS):
        if before is None or _parted(sentence, before, mark):
            found.append(name)
        else:
            found[-1] = name
        before = mark
    return found


def _parted(sentence: Marks, one: Mark, other: Mark) -> bool:
    """Tell whether a duration, a comma or an "or" stands between two events: they are two."""
    between = [each for each in sentence if one.end <= each.start and each.end <= other.start]
    return any(each.amount or each.text in {"or", "或", ",", "，"} for each in between)
