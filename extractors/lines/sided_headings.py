"""Numbers headed below a side: "Part no." and "Drawing" below "Seller", 编码 below 供方."""

from dataclasses import replace

from extractors.lines.headings import Heading, recognise
from extractors.vocabulary.meanings import Role

SIDES = frozenset({Role.SELLER_PART, Role.BUYER_PART})


def of_side(own: Heading | None, text: str, group: str) -> Heading | None:
    """Return the number of the side that the heading above names; None where it names none, or no part's."""
    if own is None or not own.exact or own.role is not Role.PART:
        return None
    said = (recognise(together) for together in (f"{group} {text}", f"{text} {group}"))
    found = next((each for each in said if each is not None and each.exact and each.role in SIDES), None)
    return replace(found, text=text) if found is not None else None
