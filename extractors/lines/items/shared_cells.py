"""A date of delivery that stands once for several items: a merged cell whose borders nobody drew.

What is passed on so is never sure: a list may as well leave the date of the others open.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.header import summaries
from extractors.lines import charges
from extractors.lines.headings import Heading
from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role, Summary

SAID = ("-", "/", "—", "–", "TBA", "TBD", "无")
"""What says that an item has no date of its own."""
DUE = Role.DELIVERY


def passed_on(items: Sequence[Item]) -> tuple[Item, ...]:
    """Give items without a date the one above them, or the only one that the column holds."""
    stated = [_stated(item) for item in items]
    given = [each for each in stated if each is not None]
    if not given or len(given) == len(items):
        return tuple(items)
    if stated[0] is None and len({(id(each.run), each.start) for each in given}) > 1:
        return tuple(items)
    last = given[0]
    settled: list[Item] = []
    for item, own in zip(items, stated, strict=True):
        last = own or last
        settled.append(item if own is not None or _has(item) else _with(item, last))
    return tuple(settled)


def _stated(item: Item) -> Text | None:
    """Return the date that an item has in a column of its table."""
    text = item.one(DUE)
    return text if text is not None and text.column is not None and text.printed not in SAID else None


def _has(item: Item) -> bool:
    return DUE in item.texts or DUE in item.scattered or _is_charge(item)


def _is_charge(item: Item) -> bool:
    """Tell whether an item is a charge, which nobody delivers: freight, a surcharge."""
    name = item.one(Role.DESCRIPTION)
    said = summaries.recognise(name.printed) if name is not None else None
    charged = said is not None and said.kind is Summary.CHARGE
    return charged or (name is not None and charges.is_one(name.printed))


def _with(item: Item, text: Text) -> Item:
    heading = text.heading or Heading("", frozenset({DUE}), exact=False)
    shared = replace(text, heading=replace(heading, exact=False), inherited=True)
    return replace(item, texts={**item.texts, DUE: (shared,)})
