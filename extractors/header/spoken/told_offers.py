"""The number of the offer that a sentence names: "your offer of 2 May, no. 20031177", "your quote QT/338"."""

import re
from collections.abc import Iterator

from extractors.header.labelling.value_types import is_date
from extractors.rare import Rare
from extractors.vocabulary.meanings import Label

OFFERED = Rare(
    r"(?:报价|\b(?:quotation|quote|offer|proposal)\b)[^。.;；]{0,40}?(?:编号|单号|号|\bno\.?|\bnr\.?|\bnumber|\bref\.?|#)\s*[:：]?\s*"
    r"(?P<value>(?=[A-Za-z0-9\-/]*\d{4})[A-Za-z0-9][A-Za-z0-9\-/]{4,24})",
    "报价|quotation|quote|offer|proposal",
    re.IGNORECASE,
)
YOURS = Rare(
    r"(?:贵[司方](?:的)?报价单?|\byour (?:quotation|quote|offer|proposal))\s*[:：]?\s*(?!(?:19|20)\d\d\b)"
    r"(?P<value>(?=[A-Za-z0-9\-/]*\d{3})[A-Za-z0-9][A-Za-z0-9\-/]{3,24})(?![A-Za-z0-9.,]\d)",
    "报价|quotation|quote|offer|proposal",
    re.IGNORECASE,
)
"""The number right behind "your quotation"."""
BEFORE = Rare(
    r"第\s*(?P<value>(?=[A-Za-z0-9\-/]*\d{3})[A-Za-z0-9][A-Za-z0-9\-/]{3,24})\s*号(?:的)?报价",
    "报价",
)
"""The number that stands before the word: 第 QT-2207 号报价单."""


def find(text: str) -> Iterator[tuple[Label, int, int]]:
    """Yield where the number of an offer stands."""
    for found in (*OFFERED.finditer(text), *YOURS.finditer(text), *BEFORE.finditer(text)):
        if not is_date(found["value"]):
            yield Label.QUOTATION_NUMBER, found.start("value"), found.end("value")


UNREAD = Rare(
    r"(?:\b(?:your|ihr\w{0,2}|votre|vostra|uw|ert)\s+|贵[司方]的?)(?:quotation|quote|offer|proposal|angebot\w{0,2}|offre|devis"
    r"|offerta|offerte|preventivo|pro-?forma(?: invoice)?|报价)"
    r"(?:[^.;。；]|(?<=\d)\.|\.(?! +[A-Z][a-z])){0,30}?"
    r"(?P<value>\b(?=[A-Za-z0-9\-/]*\d{2})(?:[A-Za-z]{1,6}[\-/ ]?\d|\d{2,}[\-/]|\d{5})[A-Za-z0-9\-/]{1,20})",
    "quotation|quote|offer|proposal|angebot|offre|devis|offert|preventivo|proforma|pro-forma|报价",
    re.IGNORECASE,
)
"""What may be the number of the reader's offer, however it is led in."""


def seems_told(text: str) -> bool:
    """Tell whether a sentence seems to name the number of an offer of the reader's: no day is one."""
    return any(not is_date(found["value"]) for found in UNREAD.finditer(text))
