"""Sentences that only lead to the items, as "We order as follows:" and 兹订购以下货物 do.

One that says that the buyer supplies them is none: 以下由甲方提供, "The following items are from us:".
"""

import re

from extractors.fields.text import level
from extractors.late import late
from extractors.lines.doubts.supplied_titles import LETTER, LONGEST, POINTING, leads_to_supplied
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("lead_ins")
KNOWN = late(
    rf"(?<![{LETTER}])(?:{'|'.join(_WORDS['pointing'] + _WORDS['words'])})(?![{LETTER}])", re.IGNORECASE
)


def is_lead_in(text: str) -> bool:
    """Tell whether a text ends in a colon and is made of nothing but words that lead to the items."""
    said = level(text).strip()
    if not said.endswith(":") or len(said) > LONGEST or POINTING.search(said) is None:
        return False
    return not any(map(str.isalnum, KNOWN.sub(" ", said))) and not leads_to_supplied(text)
