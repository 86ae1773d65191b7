"""Findings in words: what differs, why a value is not sure, what a person has to look at."""

import datetime as dt
import re
from decimal import Decimal

from models.comparison import Cause, Check, Comparison, Note, Outcome, Side
from models.reading import Field, Problem
from review import clause_words, display
from review.words import has_word, say, word

_DAYS = re.compile(r"(-?)(\d+) d")
"""By how many days a cause says that lines are early, below zero, or late."""
_WORKING_DAYS = re.compile(r"(\d+) WD")
"""By how many working days a date is early."""


def problem(lang: str, found: Problem) -> str:
    """Return what a document leaves open as a whole, with the words of the document that say so."""
    named = word(lang, "problem", found.code).rstrip(".。")
    text = found.evidence.text if found.evidence is not None else ""
    return say(lang, "sentence.quoted", problem=named, text=text) if text else named


def difference(lang: str, check: Check) -> str:
    """Return a check that did not come out plainly equal, as a sentence without its line.

    "unit price 120.00, quotation 118.00 (+2.00, +1.7 %)".
    """
    name = word(lang, "field", check.field)
    document = clause_words.side(lang, check.code, check.field, check.document or "")
    quotation = clause_words.side(lang, check.code, check.field, check.quotation or "")
    if check.outcome is Outcome.MISSING:
        return _missing(lang, check, name, document or quotation)
    if check.outcome is Outcome.NOT_CHECKED:
        return say(lang, "sentence.not_checked", field=name, why=why(lang, check))
    differs = check.outcome is Outcome.DIFFERS
    alone = differs and not quotation
    text = "sentence.alone" if alone else "sentence.differs" if differs else "sentence.equal"
    sentence = say(lang, text, field=name, document=document, quotation=quotation)
    told = reason(lang, check) if alone else delta(lang, check.field, check.document, check.quotation)
    remark = told if differs else why(lang, check)
    return say(lang, "sentence.remark", sentence=sentence, remark=remark) if remark else sentence


def _missing(lang: str, check: Check, name: str, value: str) -> str:
    if check.missing_from is Side.QUOTATION:
        text = "sentence.missing_in_quotation"
    else:
        text = "sentence.missing_in_document"
    return say(lang, text, field=name, value=value)


def why(lang: str, check: Check) -> str:
    """Return what made the sides equal after all, or why it was not checked, with the clause it is about."""
    about = clause_words.clause(lang, check.document or "") if check.code in clause_words.CLAUSES else ""
    return say(lang, "sentence.comma").join(filter(None, (reason(lang, check), about)))


def reason(lang: str, check: Check) -> str:
    """Return the same where the clause stands beside it."""
    words = [word(lang, "why", check.why)] if check.why else []
    if check.detail:
        words.append(_WORKING_DAYS.sub(lambda found: _working_days(lang, found[1]), check.detail))
    return say(lang, "sentence.comma").join(words)


def _working_days(lang: str, count: str) -> str:
    return say(lang, "duration.working_days", n=int(count))


def delta(lang: str, field: str, document: str | None, quotation: str | None) -> str:
    """Return by how much the document departs from the quotation; empty where that has no measure."""
    here, there = display.number(document), display.number(quotation)
    if here is not None and there is not None and field in {*display.NUMBERS, "tax_rate"}:
        return _number_delta(here, there)
    return _date_delta(lang, document, quotation)


def _number_delta(here: Decimal, there: Decimal) -> str:
    gap = display.signed(here - there)
    if not there:
        return gap
    share = (here - there) / there * 100
    places = Decimal("0.1") if abs(share) < 100 else Decimal(1)
    return f"{gap}, {display.signed(share.quantize(places))}\u00a0%"


def _date_delta(lang: str, here: str | None, there: str | None) -> str:
    first, second = _date(here), _date(there)
    if first is None or second is None or first == second:
        return ""
    text = "delta.earlier" if first < second else "delta.later"
    return say(lang, text, n=abs((first - second).days))


def _date(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text or "")
    except ValueError:
        return None


def doubt(lang: str, field: Field) -> str:
    """Return why a value read from the document needs a look; empty where it is sure."""
    if field.sure:
        return ""
    if field.value is None:
        return word(lang, "reason", "not_parsed")
    return word(lang, "reason", field.reason) if field.reason else say(lang, "sentence.unsure")


def cause(lang: str, found: Cause) -> str:
    """Return the one cause that explains several differences, as a sentence."""
    explained = say(lang, "explain.cause", n=len(found.explains), cause=word(lang, "cause", found.code))
    facts = [explained]
    if found.factor is not None:
        facts.append(say(lang, "explain.factor", factor=f"{found.factor.normalize():f}"))
    if found.residual is not None:
        facts.append(say(lang, "explain.residual", residual=f"{found.residual:f}"))
    if found.detail:
        facts.append(_shift(lang, found.detail))
    return say(lang, "sentence.semicolon").join(facts)


def _shift(lang: str, detail: str) -> str:
    """Return by how many days all lines are early; anything else as it stands."""
    match = _DAYS.fullmatch(detail)
    if match is None:
        return detail
    return say(lang, "delta.earlier" if match[1] else "delta.later", n=int(match[2]))


def banner(lang: str, comparison: Comparison, unsure: int) -> list[tuple[str, str]]:
    """Return how many checks came out how, worst first, as pairs of the outcome and its words."""
    counts = dict.fromkeys(Outcome, 0)
    for check in comparison.checks:
        counts[check.outcome] += 1
    texts = {
        Outcome.DIFFERS: "banner.differs",
        Outcome.MISSING: "banner.missing",
        Outcome.NOT_CHECKED: "banner.not_checked",
        Outcome.EQUAL_AFTER: "banner.equal_after",
        Outcome.EQUAL: "banner.equal",
    }
    found = [(each.value, say(lang, text, n=counts[each])) for each, text in texts.items() if counts[each]]
    if unsure:
        found.insert(
            0 if not counts[Outcome.DIFFERS] else 1, ("unsure", say(lang, "banner.unsure", n=unsure))
        )
    return found


def note(lang: str, one: Note) -> str:
    """Return a note: what its code stands for, and the particulars."""
    named = word(lang, "check", one.code) if has_word("check", one.code) else one.code
    text = clause_words.note(lang, one)
    return say(lang, "sentence.note", name=named, text=text) if text else named
