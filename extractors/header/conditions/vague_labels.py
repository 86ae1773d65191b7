"""Labels that mean what the line above them is about: "Termin: 30 Tage" below "Zahlung: Überweisung".

Alone, or below a label of another kind, "Termin" is that of the delivery and "Enviar a" where the goods go.
"""

import re

from extractors.header.conditions.going_on import is_below
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

VAGUE = late(r"\W*(?:termine?|enviar a|send to|despachar a)\W*", re.IGNORECASE)
ABOUT_ELSE = frozenset({Label.PAYMENT, Label.TERMS, Label.NEUTRAL})


def is_open(scope: Scope, found: Labelled) -> bool:
    """Tell whether a label is vague, and the line above may say of what it is."""
    if VAGUE.fullmatch(found.named) is None:
        return False
    above = [run for run in scope.runs if _is_right_above(run, found.label)]
    if not above:
        return False
    meant = [each.meanings for each in scope.labelled if any(each.label is run for run in above)]
    return not meant or any(each & ABOUT_ELSE for each in meant)


def _is_right_above(run: Run, label: Run) -> bool:
    beside = run.box.x0 < label.box.x1 and label.box.x0 < run.box.x1
    return run.page is label.page and beside and is_below(run.box, label.box)
