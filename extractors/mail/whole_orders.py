"""What a letter says of an order as a whole: that it does not count, or not yet, or is none at all.

People call an order off in few words of many kinds ("the attached order is for your approval",
附件订单请忽略); each kind is a list of `letters_whole.toml`. What they say of the papers, marks and packing
that go with an order says nothing of the order itself: "please send the drawings for our approval first".
"""

import re
import tomllib
from importlib.resources import files

from extractors.late import late

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("letters_whole.toml").read_text(encoding="utf-8")
)
ORDER, ASIDES, UNCOUNTED, VOID = (
    late("|".join(_WORDS[name]), re.IGNORECASE) for name in ("order", "asides", "uncounted", "void")
)
ITEM = late(
    r"\b(?:items?|pos|positions?|lines?)\b\W{0,3}\d|(?:序号|第)\s?[\d一二三四五六七八九十]+\s?(?:项|行|条)",
    re.IGNORECASE,
)
"""An item by its number: what a clause says of it, it does not say of the order."""
CLAUSE_END = late(r"[,，:：]\s?|\s[–—-]\s")


def clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence, without those that speak of what only goes with an order."""
    return [each for each in CLAUSE_END.split(sentence) if each.strip() and not ASIDES.search(each)]


def does_not_count(sentence: str) -> bool:
    """Tell whether a sentence says that the order does not count: for information, unsigned, an old one."""
    return any(
        UNCOUNTED.search(each) or (ORDER.search(each) and VOID.search(each) and not ITEM.search(each))
        for each in clauses(sentence)
    )
