"""What an item cost, or how many were bought, another time: "last year 116,50 EUR", 上次采购单价841元.

A former purchase is told to explain a price, and is no other figure of the item. "As last time 12 pcs", "use
the last price" and 按上次单价28元 ask for it and are heard; so is what follows a turn: "was 10, now 12".
"""

import re

from extractors.late import late
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("former")

TIME, ACCEPTED = wordlists.either(_WORDS, "time"), wordlists.either(_WORDS, "accepted")
ASKED, TURN = wordlists.either(_WORDS, "asked"), wordlists.either(_WORDS, "turn")
FIGURES = late(
    r".*\d[\d.,]*(?:\s?(?:eur|usd|cny|rmb|[€$元]|pcs|stk\.?|st\.|[件个套])(?![a-z]))?", re.IGNORECASE
)
END = late(r"[;；。\n]")
BEFORE = 12
"""So many characters before the words of another time tell whether the same is asked for."""


def without(text: str) -> str:
    """Return a sentence without the figures of another time that it tells, and without mere acceptance."""
    kept, at = "", 0
    while (found := TIME.search(text, at)) is not None:
        asked = ASKED.search(text[max(found.start() - BEFORE, 0) : found.start()]) is not None
        told = None if asked else FIGURES.match(_until_turn(text, found.end()))
        end = found.end() + (told.end() if told is not None else 0)
        kept += text[at : found.start() if told is not None else end]
        at = end
    return ACCEPTED.sub(" ", kept + text[at:])


def _until_turn(text: str, start: int) -> str:
    """Return what is still said of the other time: up to a turn, or the end of the sentence."""
    ends = [found.start() for each in (TURN, END) if (found := each.search(text, start)) is not None]
    return text[start : min(ends, default=len(text))]
