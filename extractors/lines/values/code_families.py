"""Numbers of parts without a figure: KSA-CGS below KSA-BP6-KIT is one as well, by what both begin with."""

from collections import Counter
from collections.abc import Sequence

from extractors.fields import parts
from extractors.late import late
from extractors.lines.headings import CODES
from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role

NUMBERED = CODES | {Role.MODEL}
"""What is numbered by codes, a model as well."""
HAN = late(r"[\u4e00-\u9fff]{1,4}(?:[-/][\u4e00-\u9fffA-Z\d]{1,6}){0,3}[-/]\d{2,8}")
TWO = 2
Families = frozenset[tuple[Role, str]]
"""What the numbers of each role begin with."""


def of(items: Sequence[Item]) -> Families:
    """Return what the numbers in the columns of codes begin with, where they surely are numbers."""
    values = ((role, _value(item, role)) for item in items for role in NUMBERED & item.texts.keys())
    coded = ((role, parts.lettered(value)) for role, value in values if parts.looks_like_code(value))
    return frozenset((role, family) for role, family in coded if family is not None)


def shapes(items: Sequence[Item]) -> Families:
    """Return how the numbers of each role are written that stand on one line: 9999-9999.

    A column too narrow for its numbers breaks them all behind one dash: "RM-ME-" over "55210", "55214".
    """
    texts = ((role, item.one(role)) for item in items for role in CODES & item.texts.keys())
    whole = ((role, text.printed) for role, text in texts if text is not None and text.lines == 1)
    written = frozenset((role, parts.shape(value)) for role, value in whole if value[-1:].isalnum())
    broken = Counter(
        (role, parts.shape(text.printed))
        for item in items
        for role in CODES & item.texts.keys()
        if (text := item.one(role)) is not None and text.lines == TWO and first_line(text).endswith("-")
    )
    return written | {each for each, count in broken.items() if count >= TWO}


def first_line(text: Text) -> str:
    """Return what stands on the first line of a number over several lines."""
    words = [word for word, _, _ in text.run.within(text.start, text.end)]
    own = [word.text for word in words if words[0].box.top < word.box.middle < words[0].box.bottom]
    return parts.strip_label(" ".join(own))


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
