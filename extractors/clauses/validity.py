"""How long an offer or an agreement holds, when it takes effect, and what may be delivered otherwise."""

from collections.abc import Iterator

from extractors.clauses.statement import Marks, Statement, amounts, aside, events, said, sentences, topics

QUANTITY = frozenset({"数 量", "数量", "quantity", "qty"})


def validity(marks: Marks) -> Iterator[Statement]:
    """Yield until when something holds ("valid"), or how long an agreement does ("term")."""
    for sentence in sentences(marks):
        if (
            aside(sentence)
            or not topics(sentence, "validity", "term")
            or topics(sentence, "effect", "warranty")
        ):
            continue
        days = [each.amount.value for each in amounts(sentence, "date") if each.amount]
        spans = [each.amount.value for each in amounts(sentence, "duration") if each.amount]
        agreed = topics(sentence, "term", "agreement")
        if len(days) == 2:
            yield said("term", f"{days[0]}..{days[1]}", sentence)
        elif len(days) == 1 and topics(sentence, "validity"):
            yield said("valid", days[0], sentence)
        elif not days and len(spans) == 1:
            yield said("term" if agreed else "valid", spans[0], sentence)


def effect(marks: Marks) -> Iterator[Statement]:
    """Yield what makes a contract effective: "signed_sealed", an event, or a date."""
    for sentence in sentences(marks):
        begins = topics(sentence, "effect") or bool(events(sentence, ("contract_effective",)))
        if not begins or topics(sentence, "change") or amounts(sentence, "duration"):
            continue
        value = _condition(sentence)
        if value is not None:
            yield said("effective", value, sentence)


def _condition(sentence: Marks) -> str | None:
    days = [each.amount.value for each in amounts(sentence, "date") if each.amount]
    if len(days) == 1:
        return days[0]
    received = events(sentence, ("prepay_received", "lc_received"))
    if received:
        return received[0][1]
    signed, sealed = topics(sentence, "sign"), topics(sentence, "seal")
    if topics(sentence, "both_sign") or (signed and sealed):
        return "signed_sealed"
    if not signed and not sealed:
        return None
    return "signed" if signed else "sealed"


def tolerance(marks: Marks) -> Iterator[Statement]:
    """Yield by how many percent a quantity may be exceeded or fallen short of: "+5 -5"."""
    for sentence in sentences(marks):
        shares = [each.amount.value for each in amounts(sentence, "percent") if each.amount]
        spread = amounts(sentence, "plus_minus") and any(each.text in QUANTITY for each in sentence)
        if len(shares) != 1 or not (topics(sentence, "tolerance") or spread):
            continue
        over_only = any("over" in each.text for each in sentence) and topics(sentence, "never")
        yield said("tolerance", f"+{shares[0]} -{'0' if over_only else shares[0]}", sentence)


def partial(marks: Marks) -> Iterator[Statement]:
    """Yield whether the goods may come in several deliveries."""
    for sentence in sentences(marks):
        if topics(sentence, "once"):
            yield said("partial", "forbidden", sentence)
        elif topics(sentence, "partial") and (topics(sentence, "never", "allowed")):
            yield said("partial", _allowance(sentence), sentence)


def _allowance(sentence: Marks) -> str:
    at = next(at for at, each in enumerate(sentence) if each.has("topic", "partial"))
    near = sorted(
        (abs(place - at), each.has("topic", "never"))
        for place, each in enumerate(sentence)
        if each.has("topic", "never", "allowed")
    )
    return "forbidden" if near[0][1] or (len(near) > 1 and near[1][1] and near[1][0] < 4) else "allowed"


def when_paid(marks: Marks) -> Iterator[Statement]:
    """Yield that we are paid only when the customer is."""
    for sentence in sentences(marks):
        if topics(sentence, "pay_when_paid"):
            yield said("pay_when_paid", "", sentence)
