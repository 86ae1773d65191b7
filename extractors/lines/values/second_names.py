"""Headings and labels of further figures of an item, by their words: "New qty", "Open qty", 取消数量.

The lists stand in `vocabulary/second_columns.toml`. Whether a price holds the tax, and since when a figure
holds, say nothing of what it is: "New price excl. 13 % VAT", "New qty as of 1 Dec".
"""

import functools
import re

from extractors.late import late
from extractors.lines.composed_headings import MOST_WORDS, says
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("second_columns")


def _any(name: str) -> re.Pattern[str]:
    return late("|".join(_WORDS[name]), re.IGNORECASE)


NOW, OFF, BY, LEFT, ASIDE, TIMES, TAXED, CALLED, REPLACING, ALLOWING = map(
    _any, "now off by left aside times taxed called replacing allowing".split()
)
FILLING, BESIDES, UNCHANGED, FLAGS, UNDONE, STANDING = map(
    _any, "filling besides unchanged flags undone standing".split()
)
ELSEWHERE, PIECES, PRICE_WORD, TAKEN_OFF, PAYING = map(
    _any, "elsewhere pieces priced taken_off paying".split()
)
WHOLE = tuple(
    late(rf"(?:{'|'.join(_WORDS[name])})[A-Za-zÀ-ž]*", re.IGNORECASE)
    for name in "now off by left filling".split()
)
"""The same with the ends of their words."""
MEANINGS = ("quantity", "price", "unit_price_word", "amount", "unit")
WORD = late(r"[^\W\d_]+|[^\W\d_]")
FIGURE = late(r"\d+")


@functools.lru_cache(maxsize=2048)
def tells_other(heading: str) -> bool:
    """Tell whether a name has a word of a second figure at all: hardly any has, and every cell has a name."""
    return any(each.search(heading) for each in (NOW, OFF, BY, LEFT, REPLACING))


def names(heading: str, meaning: str) -> bool:
    """Tell whether a word of a name says something, also in a long name."""
    words = WORD.findall(heading)
    return says(heading, meaning) or (len(words) > MOST_WORDS and any(says(each, meaning) for each in words))


def names_price(heading: str) -> bool:
    """Tell whether a name is of prices."""
    return names(heading, "price") or names(heading, "unit_price_word")


def is_aside(heading: str) -> bool:
    """Tell whether a name is of something else: a former figure, a stock, a tax, a time of delivery."""
    figured = names_price(heading) or names(heading, "quantity")
    holds = NOW.search(heading) is not None or BY.search(heading) is not None
    if figured and holds:
        return ASIDE.search(TAXED.sub(" ", heading)) is not None
    return ASIDE.search(heading) is not None or TIMES.search(heading) is not None


def names_part(heading: str) -> bool:
    """Tell whether a name is of the number that takes the place of the item's own."""
    if REPLACING.search(heading):
        return True
    numbered = says(heading, "part_number") or (says(heading, "thing") and says(heading, "number"))
    return (numbered or names_thing(heading)) and NOW.search(heading) is not None


def names_thing(heading: str) -> bool:
    """Tell whether a name is of the thing itself, without a word for its number: "New article"."""
    rest = NOW.sub(" ", heading)
    words = WORD.findall(rest)
    return bool(words) and all(says(word, "thing") for word in words) and not says(rest, "line")


def names_text(heading: str) -> bool:
    """Tell whether a name is of what the thing is called now: "Revised description", 变更后名称."""
    return says(heading, "name") and NOW.search(heading) is not None and ASIDE.search(heading) is None


def is_plain(heading: str) -> bool:
    """Tell whether a name is nothing but such words and those for figures: no "index", no "budget"."""
    for each in WHOLE:
        heading = each.sub(" ", heading)
    return all(any(says(word, each) for each in MEANINGS) for word in WORD.findall(heading))


def says_undone(heading: str) -> bool:
    """Tell whether a name says that an item is cancelled or put off, perhaps why, when or by whom."""
    if UNDONE.search(heading) is None or CALLED.search(heading) is not None:
        return False
    rest = BESIDES.sub(" ", UNDONE.sub(" ", heading))
    return is_plain(rest)
