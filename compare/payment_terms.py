"""Whether two wordings of payment terms mean the same, the means of payment that cost money included.

`extractors.fields.payment` tells when how much is due. A bill that is paid in half a year or a letter of
credit is more than a wording: it is the same only where both sides ask for it.
"""

import re

from extractors.fields import payment
from extractors.fields.text import plain
from extractors.late import late

PLAIN = frozenset({"tt", "cash", "cheque"})
"""Means that cost us nothing and move no date."""
MONTHS = late(r"([0-9]{1,3})\s?(?:个?月|months?)")
DAYS = late(r"([0-9]{1,3})\s?(?:天|日|days?)")
SHORT_DAYS = late(r"(?<=[0-9] )d(?:ys?)?(?![a-z])")
SEPARATOR = late("[,，;；。]")
INVOICING = late(
    "(?:供货方|供方|卖方|乙方|供应商)?(?:须|应|需)?(?:开具|提供)(?:[0-9]{1,2}%)?的?(?:全额)?增值税(?:专用|普通)?发票"
)
"""What says by which kind of invoice, and nothing of when."""
RUN_TOGETHER = late(r"(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])")
CODE = late(r"\s*Z[A-Z]?0*(?P<days>\d{1,3})\b\s*[-:：/]?\s+(?=\S)")
"""A buyer's own code of SAP before the wording of its terms: "Z060 Net 60 days"."""
BARE = late(r"\s*(?P<days>\d{1,3})\s?(?:days?|(?:days?|天)\s?(?:净额|净|net))\s*", re.IGNORECASE)
"""Days alone, as many programs print their terms: from the invoice."""
DAYS_OF_MONTH = 30


def same(stated: str, quoted: str) -> bool | None:
    """Tell whether two wordings mean the same; None where that is not known."""
    stated, quoted = (_worded(each) for each in (stated, quoted))
    found = payment.same(stated, quoted)
    if found is None:
        found = payment.same(_apart(stated), _apart(quoted))
    if not found or plain(stated).casefold() == plain(quoted).casefold():
        return found
    costly = [payment.methods(each) - PLAIN for each in (stated, quoted)]
    if costly[0] != costly[1]:
        return None
    return None if costly[0] and _times(stated) != _times(quoted) else True


def _worded(text: str) -> str:
    """Return terms without the code of a program before them, bare days as what they mean."""
    code = CODE.match(text)
    # Where the wording says other days than the code, nobody knows which of them holds.
    if code is not None and re.search(rf"(?<!\d){code['days']}(?!\d)", text[code.end() :]):
        text = text[code.end() :]
    bare = BARE.fullmatch(text)
    return f"{bare['days']} days net" if bare is not None else text


def _apart(text: str) -> str:
    """Return a text without clauses of invoicing, with figures and letters parted: NET60, 60D."""
    clauses = [each for each in SEPARATOR.split(text) if not INVOICING.fullmatch(each.strip())]
    text = "，".join(clauses)
    return SHORT_DAYS.sub("days", RUN_TOGETHER.sub(" ", plain(text).casefold()))


def _times(text: str) -> tuple[int, ...]:
    """Return all times of a text in days: a bill of three months is not one of six."""
    levelled = plain(text).casefold()
    found = [int(each) * DAYS_OF_MONTH for each in MONTHS.findall(levelled)]
    return tuple(sorted([*found, *map(int, DAYS.findall(levelled))]))
