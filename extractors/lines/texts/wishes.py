"""Lines inside an item that a bare wish leads: 要求：2026-05-01 is a time, 要求：带底座 is a remark."""

import re

from extractors.fields import dates
from extractors.late import late
from extractors.lines.headings import Heading
from extractors.vocabulary.meanings import Role

WISH = late(r"(?:要求|需求|requirements?|required|requested|wanted)", re.IGNORECASE)
TIMED = late(
    r"[年月日天周週旬季期急快早晚]|[交发到送提要供]货|交[付齐清]|库存|现货|date|week|month|day|asap|urgent|immediate|prompt"
    r"|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|stock|\d{1,2}[/-]\d|\d\.\d{1,2}\.",
    re.IGNORECASE,
)
"""What a wish for the delivery holds."""


def settled(heading: Heading, said: str) -> Heading:
    """Return the heading of a labelled line, of a remark where it wishes something else than a time."""
    wished = heading.role is Role.DELIVERY and WISH.fullmatch(heading.text.strip(" :：")) is not None
    if not wished or not said.strip() or TIMED.search(said) or dates.find(said):
        return heading
    return Heading(heading.text, frozenset({Role.REMARK}), exact=True)
