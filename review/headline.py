"""Why a case needs a person, in one sentence, with what it amounts to."""

from collections.abc import Collection

from models.case import CaseDetail, CaseState, CaseSummary
from models.comparison import Check, Comparison, Outcome, Severity, Verdict
from review import display, sentences
from review.belonging_view import replaced, version_of
from review.effect import price_effect
from review.reasons import in_words
from review.words import say, word

_GRAVEST_FIRST = tuple(Severity)


def headline(lang: str, case: CaseDetail) -> str:
    """Return the first line of a case's page."""
    gone = replaced(lang, case) if case.summary.state is CaseState.SUPERSEDED else ""
    return display.capital(gone or _headline(lang, case))


def _headline(lang: str, case: CaseDetail) -> str:
    failure = case.extraction.failure if case.extraction else None
    if failure is not None:
        return say(lang, "headline.unreadable", why=word(lang, "error", failure.code))
    comparison = case.comparison
    if comparison is None or comparison.verdict is Verdict.UNREADABLE:
        return reasons(lang, case.summary)
    if comparison.verdict is Verdict.NO_QUOTATION:
        return say(lang, "headline.no_quotation")
    if comparison.verdict is Verdict.MATCH and case.summary.state is CaseState.CLEAR:
        return say(lang, "headline.clear", quotation=comparison.quotation_number)
    version = version_of(case)
    if version is None:
        return _differing(lang, comparison) or reasons(lang, case.summary)
    fact = _differing(lang, comparison, version.carried)
    return (
        say(lang, "headline.version", number=version.number, fact=fact)
        if fact
        else reasons(lang, case.summary)
    )


def reasons(lang: str, case: CaseSummary) -> str:
    """Return why a case needs a person, as a list of cases says it."""
    if not case.reasons:
        return say(lang, "headline.nothing_open")
    return say(lang, "sentence.semicolon").join(each.text for each in in_words(lang, case.reasons))


def effect_in_words(lang: str, case: CaseDetail) -> str:
    """Return what the differing prices amount to; empty where that cannot be said exactly."""
    effect = price_effect(case)
    if effect is None:
        return ""
    return say(
        lang, "headline.effect", amount=f"{effect.currency} {display.signed(effect.amount)}", n=effect.lines
    )


def _differing(lang: str, comparison: Comparison, carried: Collection[int] = ()) -> str:
    """Return what differs, the gravest first; what the version before was found to differ in is left out."""
    known = [each for each in comparison.causes if not set(each.explains) <= set(carried)]
    causes = [sentences.cause(lang, each) for each in known]
    explained = {index for each in comparison.causes for index in each.explains} | set(carried)
    rest = [each for index, each in enumerate(comparison.checks) if index not in explained and _counts(each)]
    rest.sort(key=lambda each: _GRAVEST_FIRST.index(each.severity))
    facts = [*causes, *(_placed(lang, each) for each in rest)]
    if not facts:
        return ""
    if len(facts) == 1:
        return say(lang, "headline.one", fact=facts[0])
    return say(lang, "headline.more", fact=facts[0], n=len(facts) - 1)


def _counts(check: Check) -> bool:
    open_outcome = check.outcome in {Outcome.DIFFERS, Outcome.MISSING}
    return open_outcome and check.severity is not Severity.INFO


def _placed(lang: str, check: Check) -> str:
    fact = sentences.difference(lang, check)
    return say(lang, "sentence.at_line", line=check.line, fact=fact) if check.line else fact
