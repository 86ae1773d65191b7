"""Do terms of payment go on in the line below? "60 gg data fattura" / "fine mese", "3.1 …" / "3.2 …"."""

from extractors.fields import payment
from extractors.header.conditions import late_paying, paying_sentences
from extractors.header.conditions.going_on import is_below
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_lines import begins_label
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope

EDGES = " .。；;，,"
COUNTED = late(
    r"\s*(?:(?:from|after|of(?!\s+credit)|upon|on|following|within|against|before|dopo|dalla|dès|après|sobre)\s+[^:：A-Z][^:：]*"
    r"|(?:ab|nach|vor)\s+\w[^:：]*|[自从凭][\u4e00-\u9fff][^:：]*|(?:货|票|验收|收货|到货|发货)[^:：\d]{0,6}起算?)"
)
"""How a line begins that says from when days count: "30 days net" over "from acceptance"."""


def go_on(scope: Scope, found: Labelled, *, numbered: bool) -> bool:
    """Tell whether what stands right below or behind terms says something of paying besides.

    `numbered`: the terms are a clause with a number, and the next one may be of paying as well.
    """
    if (numbered and _next_clause_pays(scope, found)) or late_paying.end_in_terms(found, scope.runs):
        return True
    below = _right_below(scope, found)
    if below is not None and (COUNTED.fullmatch(below.text) or _is_means(below.text, found.text)):
        return True
    if below is None or begins_label(below.text):
        return False
    said = payment.parse(found.text.strip(EDGES))
    more = payment.parse(f"{found.text.strip(EDGES)} {below.text.strip(EDGES)}")
    return more is not None and more != said


def _is_means(below: str, said: str) -> bool:
    """Tell whether a line is but a way of paying that the terms do not name, as of a second row of boxes."""
    named = payment.methods(below)
    aside = below.lstrip().startswith(("(", "（"))
    return not aside and paying_sentences.is_means(below) and not named <= payment.methods(said)


def _next_clause_pays(scope: Scope, found: Labelled) -> bool:
    """Tell whether the clause behind a numbered one speaks of paying, on the next page or in Word as well."""
    at = next((at for at, run in enumerate(scope.runs) if run is found.value), None)
    following = scope.runs[at + 1 : at + 2] if at is not None else ()
    starts = ((run, paying_sentences.clause_number(run.text)) for run in following)
    return any(start and paying_sentences.PAYING.search(run.text, start) for run, start in starts)


def _right_below(scope: Scope, found: Labelled) -> Run | None:
    value = found.value
    if value is None or value.page.synthetic:
        return None
    begins = {value.box.x0, found.label.box.x0}
    near = (
        run
        for run in scope.runs
        if run.page is value.page
        and is_below(value.box, run.box)
        and any(abs(run.box.x0 - begin) < value.box.height for begin in begins)
    )
    return next(near, None)
