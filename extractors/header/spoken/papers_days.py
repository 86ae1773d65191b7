"""Days of general terms and standards, which are no order's: "terms CRR-112 rev 7 dated 01/15/2022"."""

import re

from extractors.late import late

EDITION = late(r"\s?[)）]?\s?(?:版|修订|第.{1,3}版|edition|version|rev\b)", re.IGNORECASE)
"""What follows the day of general terms: 通用条款（2024年1月版）."""
DATED = late(
    r"\b(?:terms|conditions|specifications?|standards?|polic(?:y|ies)|manual)"
    r"(?:\s(?:of (?:purchase|business|trade|contract|order|supply|delivery)"
    r"|(?-i:[A-Z\d][A-Z\d./-]*)|rev(?:ision)?\.?|issue|edition|version|no\.?)){1,6}"
    r",?\s(?:is |was )?(?:dated|issued|edition|in force (?:from|since))\s*$",
    re.IGNORECASE,
)
"""What stands before it."""


def is_one(text: str, start: int, end: int) -> bool:
    """Tell whether the day that stands at a place of a text is that of such a paper."""
    return EDITION.match(text, end) is not None or DATED.search(text[:start]) is not None
