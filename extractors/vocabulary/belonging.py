"""The words by which papers and mails say how they belong together: `belonging.toml`."""

import re

from extractors.late import late
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("belonging")


def either(name: str) -> str:
    """Return the phrases of that name as one expression."""
    return "(?:" + "|".join(sorted(_WORDS[name], key=len, reverse=True)) + ")"


SIGNED = late(either("signed"), re.IGNORECASE)
PART_ORDER = late(either("part_order"), re.IGNORECASE)
BUYER = late(either("buyer"), re.IGNORECASE)
SELLER = late(either("seller"), re.IGNORECASE)
STAGE = late(rf"{either('stage')}(?:[\s·,，;；/|]{{1,3}}{either('stage')}){{0,2}}", re.IGNORECASE)
"""How far an order has come, perhaps in two steps: "Ordered · awaiting acknowledgement"."""
ACTION = late(rf"{either('action')}(?:[\s·|]{{1,3}}{either('action')}){{0,3}}\s?[▾▸▼▶›>]?", re.IGNORECASE)
"""One or more buttons of a portal beside each other: "Details ▾", 变更 查看图纸."""
FREE_MAIL = frozenset(_WORDS["free_mail"])
