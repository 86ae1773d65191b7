"""A trade term that is the label of its place: "F.O.B." above "Houston", as American forms print it."""

import re

from extractors.fields import incoterms as trade
from extractors.header.labelling.labels import Labelled
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label

LABEL = late(rf"(?P<code>{trade.CODE})(?: point)?", re.IGNORECASE)
PLACE = late(r"[A-ZÀ-Þ][^\d:;/]{2,48}")
NO_PLACE = late(
    r"\b(?:pre-?paid|collect|paid|best way|see|tbd|tba|yes|none|n\.?/?a|as (?:per|agreed)|net|terms?|days|via"
    r"|freight|bill)\b",
    re.IGNORECASE,
)
"""What is said of who pays the freight, and of other things."""
CARRIAGE = late(r"(?:freight|frt|fracht|fret|flete|frete|nolo|vracht|frakt|rahti)\.?\s*[:：]?", re.IGNORECASE)
"""What may head the cost of carriage, and is a label of the trade term where one stands beside it."""
TERM_ALONE = late(
    rf"(?:{trade.CODE})(?:\s+(?:[A-ZÀ-Þ][\w.'’-]*|[\u4e00-\u9fff]+),?){{1,4}}(?:\s*\(?\s*(?i:incoterms)\b.*)?"
)
"""A trade term and names alone: "EXW carrier DHL", "DAP Kiel for returns only" say other things besides."""


def of_carriage(scope: Scope) -> list[Labelled]:
    """Return the labels of carriage: "Freight" beside "CIF Houston", as American forms print it."""
    return [
        found
        for found in scope.labels(Label.NEUTRAL)
        if CARRIAGE.fullmatch(found.named.strip()) and TERM_ALONE.fullmatch(found.text.strip())
    ]


def of_place(found: Labelled) -> str | None:
    """Return the term of a label with the place beside it: "FOB Houston"; None where none is."""
    named = found.named.replace(".", "").strip(" :：")
    label, place = LABEL.fullmatch(named), " ".join(found.text.split()).strip(" .,;")
    if label is None or PLACE.fullmatch(place) is None or NO_PLACE.search(place):
        return None
    return f"{label['code'].upper()} {place}" if trade.parse(place) is None else None
