"""Whose number a code of an item is: the seller's, the buyer's, or nobody can say."""

import re
from collections.abc import Sequence

from extractors.late import late
from extractors.lines.doubts import stray_texts
from extractors.lines.headings import CODES
from extractors.lines.item import Item
from extractors.vocabulary.meanings import Role

SELLER = (Role.SELLER_PART, Role.PRODUCT_CODE, Role.LOCAL_PART, Role.MAKER_PART)
BUYER = (Role.BUYER_PART, Role.MATERIAL_CODE)
OWNED = frozenset({Role.SELLER_PART, Role.BUYER_PART})
"""Headings that say whose number it is; 货号 or "Stock code" alone may be either side's."""
ORIGINAL = late(r"oem|original|原[厂廠]|equipment|machine|pump|设备|設備|主机|机组|泵", re.IGNORECASE)
"""The maker of the machine that a part fits may be another one than who sells the part."""

SAYING = (Role.DESCRIPTION, Role.REMARK, Role.SPECIFICATION, Role.MODEL)
MADE = late(
    r"\b(?:make|made|mfr|mfg|manufactur\w*|oem|original|brand|hersteller|fabrikat|fabricant|only)\b|原[厂廠]|品?牌"
    r"|进口|\b(?:skf|fag|nsk|ntn|ina|timken|burgmann|crane|flowserve|chesterton|aesseal|ksb|sulzer|grundfos)\b"
    r"|博格曼|约翰克兰|福斯|切斯特顿|格兰富",
    re.IGNORECASE,
)
"""What speaks of a maker, who may be another one than who sells the part."""


def owners(item: Item, own: Sequence[Role]) -> Sequence[Role]:
    """Return the roles that mean a side's number: a number of goods is the buyer's beside the seller's own.

    So it is beside the maker's, where no heading says whose a number is.
    """
    sold = Role.SELLER_PART in item.texts and Role.BUYER_PART not in item.texts
    if not sold and (Role.MAKER_PART not in item.texts or not item.texts.keys().isdisjoint(OWNED)):
        return own
    if own is SELLER:
        return own if sold else (Role.MAKER_PART,)
    return (*own, Role.PRODUCT_CODE)


def has_rival(item: Item) -> bool:
    """Tell whether a code stands beside that may be the seller's as well: the maker's, or nobody's."""
    owned = not item.texts.keys().isdisjoint(OWNED)
    return not owned and (Role.MAKER_PART in item.texts or any(stray_texts.codes(item)))


def is_made_and_bought(item: Item) -> bool:
    """Tell whether the maker's and the buyer's number stand side by side, and no third: we are the maker."""
    made = item.one(Role.MAKER_PART)
    if made is None or item.texts.keys().isdisjoint(BUYER):
        return False
    third = CODES & item.texts.keys() - {Role.MAKER_PART, *BUYER}
    named = made.heading is not None and ORIGINAL.search(made.heading.text) is None
    said = (text.printed for role in SAYING for text in item.texts.get(role, ()))
    made_elsewhere = any(map(MADE.search, (*said, *(run.text for run in item.notes))))
    return named and not third and not item.unknown and not made_elsewhere
