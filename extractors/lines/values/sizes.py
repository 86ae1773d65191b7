"""What a specification says of size: with it, it describes the thing and is no number of it."""

from collections.abc import Sequence

from extractors.fields import parts
from extractors.late import late
from extractors.lines.item import Item
from extractors.vocabulary.meanings import Role

SIZE = late(
    r"[φΦØ⌀]\s?\d|\d\s?[×xX*]\s?\d|(?<![A-Za-z])(?:DN|PN|[LMDH]\s?=)\s?\d|\d\s?(?:mm|cm|kg|MPa|bar|L|ml)(?![A-Za-z])"
)


def are_stated(items: Sequence[Item]) -> bool:
    """Tell whether the specifications of some items say their sizes: then all of them describe."""
    specified = (item.one(Role.SPECIFICATION) for item in items)
    return any(SIZE.search(text.printed) for text in specified if text is not None)


def is_bare_code(text: str) -> bool:
    """Tell whether a text is one code and no size: "HK52/40-SSC", and not "RE-120×20"."""
    return " " not in text and parts.looks_like_code(text) and not SIZE.search(text)
