"""Sentences by which a paper with the title of an order says that it is none: "We withdraw this order.".

They speak of the paper or of what it lists, say it outright, and begin with it. What may happen one day (if,
may, reserve the right), what a numbered clause says, and what stands behind the heading of general terms says
nothing of this order.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.fields.text import plain
from extractors.header.spoken import sentences
from extractors.late import late
from extractors.page.runs import Run
from extractors.scope import before_terms
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("said_of_order")
LONGEST = 160
"""A longer sentence is a clause."""
LEAD = (
    r"\W*(?:(?:please note(?: that)?|note(?: that)?|n\.?b\.?|attention|important|unfortunately|regrettably"
    r"|dear sirs|hello|leider|achtung|hinweis|bitte beachten sie|注意?|备注|说明|注)[\s:：,，!！]*)*"
)
"""What may stand before such a sentence."""
POSSIBLE = late(
    r"\b(?:if|unless|may|might|can|could|reserves?|right|entitled|in (?:the )?case|in the event"
    r"|should (?!not\b)|whenever|wenn|falls|sofern|soweit|kann|können|darf|behalten|behält|recht|vorbehalten"
    r"|es sei denn)\b|如果?(?!下)|若|倘|有权|[可能]以|除非|否则|一旦",
    re.IGNORECASE,
)
"""What makes a sentence one of a case that has not come."""


def _either(name: str) -> str:
    said = "|".join(_WORDS[name])
    for part in ("order", "goods"):
        said = said.replace("{" + part + "}", "(?:" + "|".join(_WORDS[part]) + ")")
    return f"(?:{said})"


SAID = late(
    LEAD + "(?:" + "|".join(map(_either, ("taken_back", "no_order", "about_goods"))) + ")", re.IGNORECASE
)


def is_none(runs: Sequence[Run]) -> bool:
    """Tell whether a sentence of the document says that it is no order, or not in force."""
    return any(SAID.match(text) and not POSSIBLE.search(text) for text in _sentences(runs))


def _sentences(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the sentences of a document, and its short paragraphs: the point of a day ends no sentence."""
    for run in sentences.paragraphs(before_terms(runs)):
        whole = plain(run.text)
        for text in {whole, *sentences.sentences(whole)}:
            if len(text) <= LONGEST:
                yield text.strip()
