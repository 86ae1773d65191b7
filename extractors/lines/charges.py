"""Items that are no thing but what it costs to bring things: "DHL Express freight", 空运费.

They have no number of a part, and nobody delivers them.
"""

import re

from extractors.header import summaries
from extractors.late import late
from extractors.vocabulary.meanings import Summary

CARRIED = late(
    r"(?:(?!\b(?:with|mit|plus|free|franko|and|und)\b|\b(?:incl|includ|inkl)|[含包带及和与])[^\d])*"
    r"(?:\b(?:freight|postage|courier)(?: (?:charges?|costs?|fees?))?"
    r"|\b\w*fracht(?:kosten|pauschale)?|[运快递邮]费)\s*(?:[(（][^()（）\d]*[)）])?",
    re.IGNORECASE,
)
"""A name that ends with the word for it, whoever carries: "Inbound freight (by air)"."""
JOINED = late(r"\s+(?:&|\+|and|und)\s+|\s+/\s+|\s*[,，、及和与]\s*", re.IGNORECASE)
"""What joins two charges in one line, or one in two tongues: "Ocean freight & export crating"."""


def is_one(name: str) -> bool:
    """Tell whether a name is that of a charge and nothing else."""
    parts = [part for part in JOINED.split(name) if part.strip()]
    return _is_single(name) or (len(parts) > 1 and all(map(_is_single, parts)))


def _is_single(name: str) -> bool:
    said = summaries.recognise(name)
    charged = said is not None and said.kind is Summary.CHARGE and not said.rest
    return charged or CARRIED.fullmatch(name.strip()) is not None
