"""Bare references whose number names itself an offer: "Reference: SQ10442", "Your ref.   AB/Q/0772".

A reference may be anybody's; the letters that a number bears for its kind tell whose it likely is.
"""

import re

from extractors.header.labels import Labelled
from extractors.vocabulary.meanings import Label

NAMED = re.compile(
    r"\s*(?:(?:your|supplier(?:['’]?s)?|vendor(?:['’]?s)?|ihre?)\s+)?(?:ref(?:erence|erenz)?\b|zeichen\b)",
    re.IGNORECASE,
)
OWN = frozenset({Label.NEUTRAL, Label.PLAIN_NUMBER, Label.PLAIN_DATE})
QUOTING = re.compile(
    r"(?:^|[\-/. ])(?:[SV]?Q(?:[UO]*T(?:E|N|ATION)?|UO|N)?|OFF(?:ER)?|OFERTA|ANG(?:EBOT)?)"
    r"(?=[\-/. ]?\d|[\-/. ][A-Z\d])",
    re.IGNORECASE,
)


def is_bare(found: Labelled) -> bool:
    """Tell whether a label is a reference that does not say to what."""
    return found.meanings <= OWN and NAMED.match(found.label.text) is not None


def to_offer(found: Labelled) -> bool:
    """Tell whether a bare reference has the number of an offer beside it, or the date of one."""
    if not is_bare(found) or found.value is None:
        return False
    return (
        QUOTING.search(found.text if Label.PLAIN_DATE not in found.meanings else found.value.text) is not None
    )
