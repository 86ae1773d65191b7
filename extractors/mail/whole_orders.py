"""What a letter says of an order as a whole: that it does not count, or not yet, or is none at all.

People call an order off in few words of many kinds ("the attached order is for your approval",
附件订单请忽略, "the project was cancelled"); each kind is a list of `letters_whole.toml`,
`letters_stopped.toml` or `letters.toml`. What they say of the papers, marks and packing that go with an order
says nothing of the order itself ("please send the drawings for our approval first"), nor does what they say
of an item, or of a mail that they sent before.
"""

import re
from functools import partial

from extractors.fields.text import level
from extractors.late import late
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("letters", "letters_whole", "letters_stopped")

_either = partial(wordlists.either, _WORDS)

ORDER, ASIDES, UNCOUNTED, VOID = map(_either, ("order", "asides", "uncounted", "void"))
WITHDRAWN, STOPPED, FORMER, SUBJECTS = map(_either, ("withdrawn", "stopped", "former", "subjects"))
ITEM = late(
    r"\b(?:items?|pos|positions?|lines?)\b\W{0,3}\d|(?:序号|第)\s?[\d一二三四五六七八九十]+\s?(?:项|行|条)",
    re.IGNORECASE,
)
"""An item by its number: what a clause says of it, it does not say of the order."""
CLAUSE_END = late(r"(?:(?<!\d)[,，]|[,，](?!\d)|(?<!\d)[:：])\s?|\s[–—-]\s")
"""Behind a number a colon says what of: "line 1: cancelled"."""
NAMED = late(
    r"\b(?:orders?|p\.?o|contract|bestellung|auftrag|everything|all)\b|订单|合同|采购单|全部", re.IGNORECASE
)
"""What nobody takes for a paper that goes with the order."""
SEARCHED = 40
"""So many characters before the words that take something back say what it is."""


def clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence, without those that speak of what only goes with an order."""
    return [each for each in CLAUSE_END.split(sentence) if each.strip() and not ASIDES.search(each)]


def is_off(sentence: str) -> bool:
    """Tell whether a sentence says that the order is off, stands still, does not count or is none."""
    return _is_withdrawn(sentence) or does_not_count(sentence)


def takes_back_items(sentence: str) -> bool:
    """Tell whether a sentence takes back an item, or lets it wait: "item 20 of the order is cancelled"."""
    words = (WITHDRAWN, STOPPED, UNCOUNTED, VOID)
    return any(
        ITEM.search(each) and any(word.search(each) for word in words) for each in CLAUSE_END.split(sentence)
    )


def is_off_by_subject(subject: str) -> bool:
    """Tell whether the subject of a mail says so: "PO-77120 - please hold", 订单PO-77120 取消."""
    said = level(subject)
    plain = ITEM.search(said) is None and ASIDES.search(said) is None
    return plain and SUBJECTS.search(said) is not None


def does_not_count(sentence: str) -> bool:
    """Tell whether a sentence says that the order does not count: for information, unsigned, an old one."""
    return any(map(_counts_no_more, clauses(sentence)))


def _counts_no_more(clause: str) -> bool:
    if UNCOUNTED.search(clause) and not FORMER.search(clause):
        return True
    if ITEM.search(clause) or FORMER.search(clause):
        return False
    return bool((ORDER.search(clause) and VOID.search(clause)) or STOPPED.search(clause))


def _is_withdrawn(sentence: str) -> bool:
    """Tell whether a sentence takes the order back, and not an item, a mail or what goes with the order."""
    for match in WITHDRAWN.finditer(sentence):
        before = CLAUSE_END.split(sentence[max(match.start() - SEARCHED, 0) : match.start()])[-1]
        behind = CLAUSE_END.split(sentence[match.end() :])[0]
        said = before + match[0] + behind
        aside = ASIDES.search(before) is not None and NAMED.search(said) is None
        if not (aside or ITEM.search(said) or FORMER.search(said)):
            return True
    return False
