"""Blocks of a form that describe a party: "Supplier" over "Number: 549910" and "Name: …".

A label that says of which paper the number is (单据编号, "Doc. No.") describes no party, wherever it stands.
"""

import re

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

PARTIES = frozenset({Label.BUYER, Label.SELLER, Label.PARTY_A, Label.PARTY_B, Label.PLACE})
LINES = 5
"""The name of the party stands so many lines above, at most."""
PITCH = 2.5
"""A line is so many heights of its letters high, at most."""
INDENTED = 3.0
"""What describes a party begins at most so many heights to the right of its name."""
PAPER = late(r"[单單](?!位)|凭证|憑證|文号|函号|\bdoc|beleg", re.IGNORECASE)
"""What names a paper; a party has a number and a code, and no 单号."""


def describes_party(scope: Scope, found: Labelled) -> bool:
    """Tell whether a label with its value stands in the block that a party's label heads."""
    if PAPER.search(found.named):
        return False
    return any(_heads(each, found) for each in scope.labelled if each.meanings <= PARTIES)


def _heads(party: Labelled, found: Labelled) -> bool:
    above, box = party.label.box, found.label.box
    height = max(box.height, 1.0)
    return (
        party.label.page is found.label.page
        and 0 < box.middle - above.middle < LINES * PITCH * height
        and -1 <= box.x0 - above.x0 <= INDENTED * height
    )
