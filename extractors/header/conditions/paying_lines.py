"""Do terms of payment go on in the line below? "60 gg data fattura" / "fine mese", "3.1 …" / "3.2 …"."""

import re

from extractors.fields import payment
from extractors.header.conditions import late_paying, paying_sentences
from extractors.header.conditions.going_on import is_below
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_lines import begins_label
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope

TICKED = late(r"^\s*(?:[\[(（]\s?[xX√✓✔]\s?[\])）]|[☑☒✓✔√■])\s*")
EDGES = " .。；;，,"
COUNTED = late(
    r"\s*(?:(?:from|after|of(?!\s+credit)|upon|on|following|within|against|before|dopo|dalla|dès|après"
    r"|sobre)\s+[^:：A-Z][^:：]*"
    r"|(?:ab|nach|vor)\s+\w[^:：]*|[自从凭][\u4e00-\u9fff][^:：]*|(?:货|票|验收|收货|到货"
    r"|发货)[^:：\d]{0,6}起算?)"
)
"""How a line begins that says from when days count: "30 days net" over "from acceptance"."""

MORE = late(
    r"\s*(?:(?:from|after|following|upon|dopo|dalla|dès|après|ab|nach)\s+[^:：]{2,48}"
    r"|(?:(?:the )?(?:date|day|receipt) of|(?:invoice|delivery|receipt|acceptance) date|(?:counted"
    r"|starting|beginning"
    r"|calculated|reckoned|running|payable|due|gerechnet|zahlbar) )[^:：]{0,48}"
    r"|(?:with|less|minus|plus|incl(?:uding|\.)?|deducting|retaining|subject to|provided|if|unless|except"
    r"|abzüglich|abzgl\.?"
    r"|mit|unter) [^:：]{0,48}"
    r"|(?:items?|pos\.?|position|lines?)\s*\d[^,;]{0,12}[:：]?\s.{0,24}(?:pay|advance|zahl|net\b|days"
    r"|tage|kasse|cash).*"
    r"|(?:收到|[开開]|[凭憑]|[扣留]|[余餘]|质保|質保|保证金|[货貨票]到|到[货貨票]|[验驗]收"
    r"|合格)[^:：]{0,24}"
    r"|\d{1,2}\s?个?月[^:：]{0,6}(?:承兑|汇票|账期).*|第?\s?\d{1,3}\s?[项行][^。]{0,16}[付款].*)",
    re.IGNORECASE,
)
"""How a line begins that goes on with terms: from when days count, what is kept back, for which item else."""
PLACED = late(
    r"(?:from|after|ab|nach)\s+(?:(?-i:[A-ZÀ-Þ])[\w.-]+(?:,|\s+\d)|\S*\d)|.*[,;]\s*$"
    r"|(?!.*(?:[付款金扣]|\bpa(?:y|id)|reten)).*(?:质保期|質保期|保修|保质期|warranty|guarantee|gewähr|garantie)",
    re.IGNORECASE,
)
"""A day, a place or a sender, and no event: "From 3 May", "From Hull, …"; or how long a warranty is."""


def _is_more(scope: Scope, below: Run, said: str) -> bool:
    """Tell whether a line below terms says more of them, and is no caption with its value at its right."""
    beside = (each for each in scope.runs if each.page is below.page and each.box.x0 >= below.box.x1)
    captions = any(each.box.top < below.box.middle < each.box.bottom for each in beside)
    return (_says_more(below.text) and not captions) or _is_means(below.text, said)


def _says_more(below: str) -> bool:
    """Tell whether a line says from when days count, or what is paid otherwise."""
    text = TICKED.sub("", below)
    if COUNTED.fullmatch(text):
        return True
    return MORE.fullmatch(text) is not None and PLACED.match(text) is None


def go_on(scope: Scope, found: Labelled, *, numbered: bool) -> bool:
    """Tell whether what stands right below or behind terms says something of paying besides.

    `numbered`: the terms are a clause with a number, and the next one may be of paying as well.
    """
    if (numbered and _next_clause_pays(scope, found)) or late_paying.end_in_terms(found, scope.runs):
        return True
    below = _right_below(scope, found)
    if below is not None and _is_more(scope, below, found.text):
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
