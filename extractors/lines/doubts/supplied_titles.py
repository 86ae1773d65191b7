"""Titles of items that the buyer, or somebody else, supplies: 以下由甲方提供, "Customer-supplied parts"."""

import re

from extractors.fields.text import level
from extractors.late import late
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("lead_ins")
LETTER = "a-zäöüß"
POINTING = late(rf"(?<![{LETTER}])(?:{'|'.join(_WORDS['pointing'])})(?![{LETTER}])", re.IGNORECASE)
SUPPLIED = late("|".join(_WORDS["supplied"]), re.IGNORECASE)
OTHERS = late("|".join(_WORDS["others"]), re.IGNORECASE)
SPACED = late(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
LONGEST = 80
SHORTEST = 48
"""A title without a colon is shorter than a sentence."""


def leads_to_supplied(text: str) -> bool:
    """Tell whether a text leads to items that the buyer, or somebody else, supplies."""
    said = SPACED.sub("", level(text).strip())
    if not said.endswith(":") or len(said) > LONGEST or POINTING.search(said) is None:
        return False
    return SUPPLIED.search(said) is not None or OTHERS.search(said) is not None


def heads_supplied(text: str) -> bool:
    """Tell whether a text is short and may be the title of such items: "Free-issue parts", 甲供材料."""
    said = SPACED.sub("", level(text).strip())
    plain = len(said) <= SHORTEST and not any(each in said[:-1] for each in ":;,。；，")
    sentence = said.endswith(".") or any(map(str.isdigit, said))
    return plain and not sentence and OTHERS.search(said) is not None
