"""What stands beside a trade term and is no part of it: a time, or options of which none is ticked."""

from extractors.header.conditions import beside_terms
from extractors.page import ticks
from extractors.page.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label


def time_of_term(scope: Scope) -> Run | None:
    """Return a trade term with a time behind it, which no delivery has: "EXW Halden, 12 June 2026"."""
    terms = (each for each in scope.labels(Label.INCOTERMS, Label.TERMS) if each.value is not None)
    return next((each.value for each in terms if beside_terms.term_in(each.text) != each.text), None)


def unticked_term(scope: Scope) -> Run | None:
    """Return the options of a trade term of which none is ticked in type: a pen may have ticked one."""
    found = (each.value or each.label for each in scope.labels(Label.INCOTERMS))
    return next((each for each in found if ticks.MARK.search(each.text)), None)
