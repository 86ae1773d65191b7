"""Numbers of parts without a figure: KSA-CGS below KSA-BP6-KIT is one as well, by what both begin with."""

from collections.abc import Sequence

from extractors.fields import parts
from extractors.lines.headings import CODES
from extractors.lines.item import Item
from extractors.vocabulary.meanings import Role

NUMBERED = CODES | {Role.MODEL}
"""What is numbered by codes, a model as well."""
Families = frozenset[tuple[Role, str]]
"""What the numbers of each role begin with."""


def of(items: Sequence[Item]) -> Families:
    """Return what the numbers in the columns of codes begin with, where they surely are numbers."""
    values = ((role, _value(item, role)) for item in items for role in NUMBERED & item.texts.keys())
    coded = ((role, parts.lettered(value)) for role, value in values if parts.looks_like_code(value))
    return frozenset((role, family) for role, family in coded if family is not None)


def is_member(value: str, role: Role, families: Families) -> bool:
    """Tell whether a text in capitals begins as the numbers of the other items in its role do."""
    family = parts.lettered(value)
    return family is not None and (role, family) in families


def is_beside(value: str, role: Role, families: Families) -> bool:
    """Tell whether a text in capitals may be a number in its role, as those of other items surely are."""
    return parts.lettered(value) is not None and any(numbered is role for numbered, _ in families)


def _value(item: Item, role: Role) -> str:
    text = item.one(role)
    return parts.strip_label(text.printed) if text is not None else ""
