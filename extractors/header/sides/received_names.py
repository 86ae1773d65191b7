"""Works and stores that an address names behind town and district: they get the goods, and order nothing."""

import re

from extractors.fields import companies
from extractors.late import late
from extractors.scope import Scope
from extractors.vocabulary.meanings import Label
from models.reading import Kind

DISTRICT = late(r"[\u4e00-\u9fff]{2,}[市州县].{0,8}[区县镇乡旗]")
SENT_TO = late(
    r"(?:[发寄送运][往至到]|\b(?:ship|deliver|send|dispatch)\w*(?: \w+){0,2} to(?: the)?:?)\s*$",
    re.IGNORECASE,
)
"""A sentence sends the goods to the company behind it, who need not be who orders."""
IN_CARE = late(r"\bc/o\s*$", re.IGNORECASE)


def keys(scope: Scope) -> set[str]:
    """Return the names that stand nowhere but in such an address of an order."""
    if scope.kind is not Kind.PURCHASE_ORDER:
        return set()
    placed = [each.value for each in scope.labels(Label.PLACE) if each.value is not None]
    named = {
        companies.key(run.text[start:end])
        for run in placed
        for start, end in companies.find(run.text)
        if DISTRICT.search(run.text[:end]) is not None
    }
    boxes = [run.box for run in placed]
    elsewhere = [companies.key(run.text) for run in scope.runs if run.box not in boxes]
    return {key for key in named if not any(key in text for text in elsewhere)}


def is_sent_to(text: str, start: int) -> bool:
    """Tell whether a sentence sends the goods to the name that begins at a place of it."""
    return SENT_TO.search(text, 0, start) is not None or is_in_care(text, start)


def is_in_care(text: str, start: int) -> bool:
    """Tell whether the name that begins at a place of a text takes in papers for another: "c/o …"."""
    return IN_CARE.search(text, 0, start) is not None
