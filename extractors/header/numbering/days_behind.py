"""The day that stands behind a number and says nothing against it: "4711 dated 3 May 2026"."""

import re

from extractors.fields import dates
from extractors.late import late

DATED = late(
    r"^[\s,/(]*(?:dated?|d(?:td|[td])\.?|of|from|vom|v\.|valid (?:to|un?till?)|del|du|日期)(?:/of)?[\s:：]+",
    re.IGNORECASE,
)
"""Words between a number and its date."""
OFFERED = late(
    r"(?:贵(?:公司|司|方|厂)|[供卖乙]方)(?=.*报[价價])|的?报[价價][单單]?(?=\s?[)）]?$)"
    r"|\b(?:your|ihr) (?:offer|quotation|quote|angebot) (?:of|dated|from|vom)\b",
    re.IGNORECASE,
)
"""Whose offer of what day it is: 20018016（贵公司2026年7月30日报价）."""


def is_one(tail: str) -> bool:
    """Tell whether what stands behind a number is a day, perhaps with whose offer of that day it is."""
    return any(
        dates.parse(DATED.sub("", each).strip(" ,/()，（）")) for each in (tail, OFFERED.sub("", tail))
    )
