"""A time with trade terms in one value: "CW 04/2027, DAP Oslo", "May 2, 2027, free house"."""

import re

from extractors.fields import incoterms

EDGES = " \t。；;,，."
FREE = re.compile(
    r"\s*[,;]\s*(?:(?:delivered )?free (?:house|domicile|site|works|warehouse)"
    r"|frei (?:haus|werk|lager|baustelle)"
    r"|(?:carriage|freight) (?:pre)?paid|franco)$",
    re.IGNORECASE,
)
"""Who carries the goods, said behind the day."""


def time_in(text: str) -> str:
    """Return the text beside a trade term: "CW 04/2027, DAP Oslo", "CFR Izmir, Turkey, in 9 weeks"."""
    text = FREE.sub("", text)
    head, comma, tail = text.partition(",")
    if comma and incoterms.normal(tail.strip(EDGES)):
        return head.strip(EDGES)
    term, comma, time = text.rpartition(",")
    return time.strip(EDGES) if comma and incoterms.normal(term.strip(EDGES)) else text
