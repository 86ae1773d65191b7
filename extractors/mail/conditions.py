"""What of a sentence holds, whatever may happen: without its courtesies, conditions and possibilities.

"The order is cancelled, if you have questions call me" cancels the order; "if the goods come late, we may
cancel the order" does not. A condition counts in its own clause and in those behind it, never in those
before it; what a clause behind it asks of the reader is heard all the same: "if you have not started, please
drop item 20". A courtesy counts for nothing. Each kind is a list of `letters_conditions.toml`. Nor does it
count that the attached order itself is a corrected one (`letters_revised.toml`).
"""

import itertools
import re
from functools import lru_cache, partial

from extractors.fields.text import level
from extractors.late import late
from extractors.lines.doubts import former_figures
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("letters_conditions", "letters_revised")

_either = partial(wordlists.either, _WORDS)

COURTESIES = late(rf"\s?(?:{'|'.join(_WORDS['courtesies'])})", re.IGNORECASE)
CONDITIONS, POSSIBILITIES = _either("conditions"), _either("possibilities")
REQUESTS, ANSWERS, DISCLAIMERS = _either("requests"), _either("answers"), _either("disclaimers")
REVISED, HANDING = _either("revised"), _either("handing")
CLAUSE = late(
    r"(?<!\d),\s?|,(?!\d)\s?|[:;]\s|\s[–—-]\s"
    r"|\s(?=(?:and|but|so|und|aber)\s(?:please\s|bitte\s)?"
    r"(?:if|should|in case|unless|otherwise|falls|wenn|sofern|let|tell|inform)\b)",
    re.IGNORECASE,
)
"""Where a clause ends and another begins."""


@lru_cache(maxsize=4096)
def settled(sentence: str) -> str:
    """Return what of a sentence depends on nothing; all of it where it names no condition."""
    said = former_figures.without(level(sentence))
    if DISCLAIMERS.search(said):
        return ""
    kept = COURTESIES.sub("", said)
    kept = REVISED.sub("order", kept) if HANDING.search(kept) else kept
    if CONDITIONS.search(kept) is None and POSSIBILITIES.search(kept) is None:
        return kept
    held, conditional = "", False
    for clause in _clauses(kept):
        begins = CONDITIONS.search(clause) is not None
        conditional = conditional or begins
        asked = REQUESTS.search(clause) is not None and ANSWERS.search(clause) is None
        holds = not begins and (asked or not conditional) and POSSIBILITIES.search(clause) is None
        held += clause if holds else ""
    return held


def _clauses(said: str) -> list[str]:
    """Return the clauses of a sentence with what parts them, so that they joined are the sentence."""
    cuts = [0, *(match.end() for match in CLAUSE.finditer(said)), len(said)]
    return [said[start:end] for start, end in itertools.pairwise(cuts) if start < end]
