"""Whose number a column holds that does not say so: by another one beside it in some items, or by its word.

Beside the supplier's own number ("Lieferantenartikel 10078060") that of the column is the buyer's, and so it
is in the item for which the supplier has none: a service, a document. Some words for a number (品號,
备件编码) are those by which a company calls the things of its own store. Both are likely, and never sure.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item import Item, Text
from extractors.vocabulary import OWN_STORE
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role

OWNED = frozenset({Role.SELLER_PART, Role.BUYER_PART, Role.MATERIAL_CODE, Role.MAKER_PART})

MAKERS = frozenset({Role.SELLER_PART, Role.MAKER_PART})
"""Beside these a plain number is the buyer's."""


def settled(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items, a lone number as the buyer's where its column or label has the buyer's elsewhere."""
    sides = {
        (side, _place(text)) for item in items if (text := item.one(Role.PART)) for side in _beside(item)
    }
    bought = {place for side, place in sides if side in MAKERS and place is not None}
    bought -= {place for side, place in sides if side not in MAKERS}
    return tuple(_bought(item) if _is_lone(item, bought) or _is_own(item) else item for item in items)


def _is_own(item: Item) -> bool:
    """Tell whether the only number of an item is called as companies call those of their own store."""
    text = item.one(Role.PART)
    heading = text.heading if text is not None and not _beside(item) else None
    return heading is not None and key(heading.text) in OWN_STORE


def _place(text: Text) -> int | str | None:
    """Return the column of a number, or the label that it stands behind."""
    if text.column is not None:
        return text.column
    return text.heading.text.strip(" :：").casefold() if text.heading is not None else None


def _beside(item: Item) -> frozenset[Role]:
    return OWNED & item.texts.keys()


def _is_lone(item: Item, places: set[int | str]) -> bool:
    text = item.one(Role.PART)
    return text is not None and _place(text) in places and not _beside(item)


def _bought(item: Item) -> Item:
    """Return an item whose number is the buyer's, under a heading that does not say so."""
    texts = dict(item.texts)
    found = texts.pop(Role.PART)
    texts[Role.BUYER_PART] = tuple(
        replace(each, heading=replace(each.heading, exact=False) if each.heading else None) for each in found
    )
    return replace(item, texts=texts)
