"""Numbers of parts without a figure: KSA-CGS below KSA-BP6-KIT is one as well, by what both begin with."""

from collections.abc import Sequence

from extractors.fields import parts
from extractors.late import late
from extractors.lines.headings import CODES
from extractors.lines.item import Item
from extractors.vocabulary.meanings import Role

NUMBERED = CODES | {Role.MODEL}
"""What is numbered by codes, a model as well."""
HAN = late(r"[\u4e00-\u9fff]{1,4}(?:[-/][\u4e00-\u9fffA-Z\d]{1,6}){0,3}[-/]\d{2,8}")
Families = frozenset[tuple[Role, str]]
"""What the numbers of each role begin with."""


def of(items: Sequence[Item]) -> Families:
    """Return what the numbers in the columns of codes begin with, where they surely are numbers."""
    values = ((role, _value(item, role)) for item in items for role in NUMBERED & item.texts.keys())
    coded = ((role, parts.lettered(value)) for role, value in values if parts.looks_like_code(value))
    return frozenset((role, family) for role, family in coded if family is not None)


def shapes(items: Sequence[Item]) -> Families:
    """Return how the numbers of each role are written that stand on one line: 9999-9999."""
    texts = ((role, item.one(role)) for item in items for role in CODES & item.texts.keys())
    whole = ((role, text.printed) for role, text in texts if text is not None and text.lines == 1)
    return frozenset((role, parts.shape(value)) for role, value in whole if value[-1:].isalnum())


def is_member(value: str, role: Role, families: Families) -> bool:
    """Tell whether a text in capitals begins as the numbers of the other items in its role do.

    A number of Chinese characters needs no others: 机-封-031.
    """
    if HAN.fullmatch(value):
        return True
    family = parts.lettered(value)
    return family is not None and (role, family) in families


def is_beside(value: str, role: Role, families: Families) -> bool:
    """Tell whether a text in capitals may be a number in its role, as those of other items surely are."""
    return parts.lettered(value) is not None and any(numbered is role for numbered, _ in families)


def _value(item: Item, role: Role) -> str:
    text = item.one(role)
    return parts.strip_label(text.printed) if text is not None else ""
