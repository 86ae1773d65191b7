"""What tells who writes a paper beside the place of a name: who gets the goods, who is named once more."""

from extractors.fields import companies
from extractors.runs import Run
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label


def goods_go_to(scope: Scope, head: Run, first: str, others: set[str]) -> bool:
    """Tell whether the goods go to the company in the very first text, and not to the only other one.

    A file without pages has no place to tell a letterhead by.
    """
    if not head.page.synthetic or len(others) != 1:
        return False
    places = [companies.key(found.text) for found in scope.labels(Label.PLACE) if found.value is not None]
    elsewhere = any(other in place for other in others for place in places)
    return head in scope.runs[:1] and any(first in place for place in places) and not elsewhere


def stands_again(scope: Scope, key: str) -> bool:
    """Tell whether a company is named more than once: it is not who is written to, but may get the goods."""
    named = (run.text[start:end] for run in scope.runs for start, end in companies.find(run.text))
    return sum(companies.key(name) == key for name in named) > 1
