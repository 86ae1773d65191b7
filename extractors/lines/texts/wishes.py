"""Lines inside an item that a bare wish leads: 要求：2026-05-01 is a time, 要求：带底座 is a remark."""

import re

from extractors.fields import dates
from extractors.late import late
from extractors.lines.headings import Heading
from extractors.vocabulary.meanings import Role

WISH = late(r"(?:要求|需求|requirements?|required|requested|wanted)", re.IGNORECASE)
TIMED = late(
    r"[年月日天周週旬季期急快早晚前后後内內节節批初末尽立即]|[交发到送提要供]货|交[付齐清]|库存|现货|date|week|month|day|asap|urgent|immediate"
    r"|prompt|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|w\d|kw|sofort|once|earliest|soon|lot|batch)"
    r"|stock|\d{1,2}[/-]\d|\d\.\d{1,2}(?!\d?级)|\d{6}",
    re.IGNORECASE,
)
"""What a wish for the delivery holds."""
THING = late(
    r"^(?:不?带|不?含|不?配|附|须|需|应|按图|材[质料]|表面|涂|喷|加工|轴径|尺寸|硬度|无[油毒])"
    r"|为准$|动平衡|试压|^(?:with|without|incl|complete|balanced|coated|hardened)\b",
    re.IGNORECASE,
)
"""What a wish for the thing itself says."""


def settled(heading: Heading, said: str) -> Heading:
    """Return the heading of a labelled line, of a remark where it wishes something else than a time."""
    wished = heading.role is Role.DELIVERY and WISH.fullmatch(heading.text.strip(" :：")) is not None
    timed = TIMED.search(said) is not None or bool(dates.find(said))
    if not wished or timed or THING.search(said.strip()) is None:
        return heading
    return Heading(heading.text, frozenset({Role.REMARK}), exact=True)
