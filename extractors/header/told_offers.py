"""The number of the offer that a sentence names: "your offer of 2 May, no. 20031177", "your quote QT/338"."""

import re
from collections.abc import Iterator

from extractors.header.value_types import is_date
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
