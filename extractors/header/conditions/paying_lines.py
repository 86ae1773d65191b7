"""Do terms of payment go on in the line below? "60 gg data fattura" / "fine mese", "3.1 …" / "3.2 …"."""

from extractors.fields import payment
from extractors.header.conditions import paying_sentences
from extractors.header.labelling.labels import Labelled
from extractors.header.labelling.value_lines import begins_label
from extractors.runs import Run
from extractors.scope import Scope

NEAR = 0.8
"""Lines of one paragraph stand so close, in heights of their letters."""
EDGES = " .。；;，,"


def go_on(scope: Scope, found: Labelled, *, numbered: bool) -> bool:
    """Tell whether what stands right below terms says something of paying besides.

    `numbered`: the terms are a clause with a number, and the next one may be of paying as well.
    """
    below = _right_below(scope, found)
    if below is None:
        return False
    clause = paying_sentences.clause_number(below.text)
    if numbered and clause:
        return paying_sentences.PAYING.search(below.text, clause) is not None
    if begins_label(below.text):
        return False
    said = payment.parse(found.text.strip(EDGES))
    more = payment.parse(f"{found.text.strip(EDGES)} {below.text.strip(EDGES)}")
    return more is not None and more != said


def _right_below(scope: Scope, found: Labelled) -> Run | None:
    value = found.value
    if value is None or value.page.synthetic:
        return None
    begins = {value.box.x0, found.label.box.x0}
    near = (
        run
        for run in scope.runs
        if run.page is value.page
        and -0.3 < (run.box.top - value.box.bottom) / value.box.height < NEAR
        and any(abs(run.box.x0 - begin) < value.box.height for begin in begins)
    )
    return next(near, None)
