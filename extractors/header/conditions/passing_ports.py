"""Ports beside a label of their own: where goods leave the ship, and seldom where they are delivered.

"Port of discharge: Immingham" beside "DAP Hull" is on the way; beside "CIF Immingham" it is the place.
"""

import re

from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

PORT = late(r"\b(?:sea)?ports?\b|\bhafen\b|(?:卸货|目的)港", re.IGNORECASE)


def is_one(scope: Scope, found: Labelled) -> bool:
    """Tell whether a label names a port at which no trade term of the paper ends."""
    if PORT.search(found.named) is None:
        return False
    ends = (each.text.casefold() for each in scope.labels(Label.INCOTERMS))
    return not any(found.text.strip().casefold() in each for each in ends)
