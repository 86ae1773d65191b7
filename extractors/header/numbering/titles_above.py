"""A title right above what another label has beside it: "PURCHASE ORDER" over the terms of payment.

PURCHASE ORDER
Payment    45 days

"""

from extractors.header.labelling.labels import Labelled
from extractors.kinds.kinds import kind_of_title
from extractors.scope import Scope


def has_none(scope: Scope, found: Labelled) -> bool:
    """Tell whether what stands below a title is the value of a label beside it, and no number."""
    if found.how != "below" or found.value is None or kind_of_title(found.named) is None:
        return False
    words = {id(word) for word, _, _ in found.value.within(found.start, found.end)}
    beside = (each for each in scope.labelled if each.how == "right" and each.value is not None)
    others = (each for each in beside if each.meanings.isdisjoint(found.meanings))
    return any(
        id(word) in words
        for each in others
        if each.value is not None
        for word, _, _ in each.value.within(each.start, each.end)
    )
