"""Damages for delay, and what limits liability."""

from collections.abc import Iterator

from extractors.clauses.statement import (
    Marks,
    Statement,
    amounts,
    aside,
    clauses,
    said,
    sentences,
    topics,
)


def read(marks: Marks) -> Iterator[Statement]:
    """Yield damages for delay as "0.5/W cap 5": percent (or a sum) for each day or week, and the limit."""
    whole = list(sentences(marks))
    for at, sentence in enumerate(whole):
        rate = _rate(sentence)
        if rate is None or not _late(marks, sentence, rate[0][0].end):
            continue
        cap = _cap(sentence, rate[0]) or next(
            (found for each in whole[at + 1 : at + 2] if (found := _cap(each, None))), None
        )
        yield said("damages", f"{rate[1]} cap {cap or 'none'}", sentence)
        return


def _late(marks: Marks, sentence: Marks, end: int) -> bool:
    """Tell whether a sentence speaks of delay; what stands in a clause behind its rate is another thing."""
    saying = [mark for clause in clauses(sentence) if clause[0].start < end for mark in clause]
    if topics(sentence, "buyer_late", "pay_when_paid") or aside(saying):
        return False
    late = topics(marks, "delay") or any(
        "late" in each.text or "逾期" in each.text for each in amounts(sentence, "per")
    )
    return late or topics(sentence, "damages")


def _rate(sentence: Marks) -> tuple[Marks, str] | None:
    """Return the clause and the first share or sum that stands beside a unit of time."""
    pers = amounts(sentence, "per")
    for at, mark in enumerate(sentence):
        if mark.amount is None or mark.amount.kind not in {"percent", "money"} or _capped(sentence, at):
            continue
        if pers:
            near = min(pers, key=lambda per: abs(per.start - mark.start))
            assert near.amount is not None, "a unit of time is an amount"
            return [mark], f"{mark.amount.value}/{near.amount.value}"
    return None


def _capped(sentence: Marks, at: int) -> bool:
    """Tell whether the words just before or behind an amount say that it is a limit."""
    before = sentence[max(0, at - 4) : at]
    for each in reversed(before):
        if each.amount is not None or each.has("stop", ",", "，"):
            break
        if each.has("topic", "cap"):
            return True
    return any(each.has("topic", "cap") for each in sentence[at + 1 : at + 2])


def _cap(sentence: Marks, rate: Marks | None) -> str | None:
    for at, mark in enumerate(sentence):
        known = (
            mark.amount is not None and mark.amount.kind in {"percent", "money"} and mark not in (rate or ())
        )
        if known and _capped(sentence, at):
            assert mark.amount is not None, "only amounts limit"
            return mark.amount.value
    return None


def liability(marks: Marks) -> Iterator[Statement]:
    """Yield how far a party is liable: "unlimited", "cap 100%", "no_consequential"."""
    for sentence in sentences(marks):
        value = None if aside(sentence) else _liable(sentence)
        if value is not None:
            yield said("liability", value, sentence)


def _liable(sentence: Marks) -> str | None:
    if topics(sentence, "consequential") and not topics(sentence, "unlimited"):
        return "no_consequential" if topics(sentence, "never") else None
    if not topics(sentence, "liability"):
        return None
    if topics(sentence, "unlimited"):
        return "unlimited"
    if topics(sentence, "cap") and not amounts(sentence, "per"):
        shares = amounts(sentence, "percent")
        if len(shares) == 1 and shares[0].amount is not None:
            return f"cap {shares[0].amount.value}%"
        return (
            "cap 100%"
            if not shares and topics(sentence, "whole_price") and not topics(sentence, "delay")
            else None
        )
    return None


def limits(marks: Marks) -> list[Marks]:
    """Return the clauses of a text, for whoever looks for limits in them."""
    return list(clauses(marks))
