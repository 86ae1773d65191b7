"""Which columns of a flat list hold the order's own data: a block at its begin or end, alike on every line.

Exports of one line for each item repeat number, date, parties and much that no list of labels knows. What
stands between known data of the order, and never changes, is the order's as well, and no number of a part.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.header.labelling.label_words import meaning
from extractors.lines.headings import CODES, recognise
from extractors.lines.item_table import MONEY_OR_COUNT
from extractors.vocabulary.meanings import Label, Role

OF_ORDERS = frozenset(
    {
        Label.ORDER_NUMBER,
        Label.CONTRACT_NUMBER,
        Label.QUOTATION_NUMBER,
        Label.DOCUMENT_DATE,
        Label.BUYER,
        Label.SELLER,
        Label.CURRENCY,
        Label.PLACE,
        Label.PAYMENT,
        Label.INCOTERMS,
        Label.TERMS,
    }
)
IN_BLOCK = OF_ORDERS | {Label.PLAIN_DATE, Label.PLAIN_NUMBER}
LEAST = 3
"""So many columns of known data of the order make a block."""
OF_LINES = MONEY_OR_COUNT | {Role.LINE_NUMBER, Role.DESCRIPTION, Role.UNIT}
"""A column of these ends the block."""
NUMBERS = CODES | {Role.DRAWING}
EITHER = frozenset({Role.TAX_RATE, Role.CURRENCY, Role.DELIVERY})
"""What may be said of the order and is true of each of its lines."""


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column and what stands below it, line by line."""

    text: str
    below: tuple[str, ...]


def block(heads: Sequence[Head]) -> frozenset[int]:
    """Return the columns that hold the order's own data; none where the table is no flat list."""
    places = range(len(heads))
    return frozenset(at for way in (places, reversed(places)) for at in _reach(heads, list(way)))


def is_both(text: str) -> bool:
    """Tell whether what a heading names is the line's as well: tax rate, currency, delivery."""
    known = recognise(text)
    return known is not None and known.exact and known.role in EITHER


def _reach(heads: Sequence[Head], places: Sequence[int]) -> list[int]:
    reached: list[int] = []
    for at in places:
        if not _is_of_order(heads[at]):
            break
        reached.append(at)
    known = [at for at in reached if (said := meaning(heads[at].text)) and said <= OF_ORDERS]
    return reached if len(known) >= LEAST else []


def _is_of_order(head: Head) -> bool:
    """Tell whether a column may be the order's: it never changes and no word says that it is the line's."""
    if len(set(head.below)) > 1:
        return False
    known = recognise(head.text)
    role = known.role if known is not None and known.exact else None
    said = meaning(head.text)
    if role in OF_LINES:
        return bool(said) and said <= IN_BLOCK and role is not Role.LINE_NUMBER
    labelled = bool(said)
    if len(head.below) == 1 and not labelled:
        return role is None or role in EITHER
    return labelled or role not in NUMBERS
