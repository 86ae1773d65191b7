"""What stands beside the name of a sum and is no part of it: its sections, where it is carried to."""

import re

from extractors.late import late

SECTIONS = late(r"[(（]\s?\w{1,3}(?:\s?[+＋]\s?\w{1,3})+\s?[)）]")
"""Which sections a total adds up: 总价（一＋二）, "Total (A+B)"."""
CARRIED_TO = late(
    r"^(?P<name>\D{4,40}?)\s(?:is |as )?(?:carried|transferred|taken)(?: forward)? to (?:the )?"
    r"(?:clause|article|section|summary|form of \w+|main \w+)\b(?: \d{1,2}(?:\.\d{1,2}){0,2}(?![\d.,]))?",
    re.IGNORECASE,
)
"""The clause that states the sum once more: "Contract Price carried to Clause 3"; a page has no such sum."""


def without_sections(label: str) -> str:
    """Return the name of a sum without the sections it adds up."""
    return SECTIONS.sub(" ", label)


def uncarried(text: str) -> str:
    """Return a sum without the clause that it is carried to, which stands behind its name."""
    return CARRIED_TO.sub(r"\g<name> ", text)
