"""What is said of the payment besides its terms: a cash discount in a sentence, a table of milestones.

"30 Tage netto" in the head, and "bei Zahlung innerhalb 14 Tagen 3 % Skonto" at the foot: both are the terms.
"""

import re

from extractors.fields.text import level
from extractors.late import late
from extractors.rare import Rare

SHARE = r"(?P<{0}>\d{{1,2}}(?:[.,]\d+)?)\s?%"
CALLED = r"\b(?:skonto|cash discount|(?:prompt|early)[ -]payment discount|escompte)\b"
DISCOUNT = Rare(
    rf"{SHARE.format('before')}[^.;。]{{0,24}}?{CALLED}|{CALLED}[^.;。\d]{{0,24}}?{SHARE.format('behind')}",
    "skonto|discount|escompte",
    re.IGNORECASE,
)
DAYS = late(r"\d\s?(?:days?|tagen?|jours?)\b", re.IGNORECASE)
REFUSED = late(r"\b(?:no|not|without|ohne|kein\w*|nicht|entfällt|sans)\b", re.IGNORECASE)
PLAN = late(
    r"\s*(?:(?:payment )?milestones?(?: payments?)?|(?:payment|instal+ment) (?:schedule|plan)"
    r"|schedule of payments?"
    r"|zahlungsplan|付款计划|付款节点|付款进度|分期付款计划)\b(?P<behind>.*)",
    re.IGNORECASE,
)
"""What heads a table of payments."""
TABLED = late(r"[\s:：%]*(?:(?:share|due|date|amount|description|比例|金额|日期)\b[\s:：%]*)*", re.IGNORECASE)


def is_stated(text: str, terms: str) -> bool:
    """Tell whether a text gives a discount for early payment, or heads a plan, that the terms do not have."""
    return _discounts(text, terms) or _plans(text, terms)


def _discounts(text: str, terms: str) -> bool:
    if DAYS.search(text) is None or REFUSED.search(text) is not None:
        return False
    shares = {found["before"] or found["behind"] for found in DISCOUNT.finditer(text)}
    return any(re.search(rf"(?<!\d){each}\s?%", level(terms)) is None for each in map(re.escape, shares))


def _plans(text: str, terms: str) -> bool:
    found = PLAN.match(text)
    tabled = found is not None and TABLED.fullmatch(found["behind"]) is not None
    return tabled and not re.search(r"milestone|schedule|\bplan\b|%|计划|节点", terms, re.IGNORECASE)
