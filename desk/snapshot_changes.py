"""What changed between two imports of quotations: which came, which went, which items read otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import zip_longest
from typing import TypeVar

from models.quotation import Quotation, QuotationItem

HEADER = tuple(each.name for each in fields(Quotation) if each.name not in {"number", "items", "flaws"})
ITEM = tuple(each.name for each in fields(QuotationItem) if each.name not in {"item", "lots"})
WHOLE = "item"
"""The field of an item that came or went as a whole."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a quotation, or of one of its items, that reads otherwise; `item` is empty for the header.

    Where the field is `WHOLE` the item was added (`before` is None) or removed (`after` is None).
    """

    number: str
    item: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed. The counts are whole, the lists end after as many as were asked for."""

    added_count: int
    removed_count: int
    changed_count: int
    """Quotations that are in both and read otherwise."""
    field_count: int
    """Fields and items that differ in them."""
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]

    @property
    def nothing(self) -> bool:
        """Tell whether both say the same."""
        return not (self.added_count or self.removed_count or self.changed_count)


def changes(before: Sequence[Quotation], after: Sequence[Quotation], most: int) -> Changes:
    """Return what changed from `before` to `after`; quotations that both hold unchanged may be left out.

    Quotations meet by their number, items by theirs; where one stands twice, in their order.
    """
    added: list[str] = []
    removed: list[str] = []
    listed: list[Change] = []
    quotations, found = 0, 0
    for number, old, new in _pairs(_by_number(before), _by_number(after)):
        if old is None:
            added.append(number)
        elif new is None:
            removed.append(number)
        elif differing := tuple(_of_quotation(old, new)):
            quotations, found = quotations + 1, found + len(differing)
            listed += differing[: max(most - len(listed), 0)]
    return Changes(
        added_count=len(added),
        removed_count=len(removed),
        changed_count=quotations,
        field_count=found,
        added=tuple(added[:most]),
        removed=tuple(removed[:most]),
        changed=tuple(listed),
    )


def _of_quotation(old: Quotation, new: Quotation) -> Iterator[Change]:
    for name in HEADER:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield Change(new.number, "", name, was, now)
    for item, before, after in _pairs(_by_item(old.items), _by_item(new.items)):
        yield from _of_item(new.number, item, before, after)


def _of_item(
    number: str, item: str, old: QuotationItem | None, new: QuotationItem | None
) -> Iterator[Change]:
    if old is None or new is None:
        yield Change(number, item, WHOLE, _named(old), _named(new))
    elif old != new:
        for name in ITEM:
            was, now = getattr(old, name), getattr(new, name)
            if was != now:
                yield Change(number, item, name, was, now)


def _named(item: QuotationItem | None) -> str | None:
    if item is None:
        return None
    named = (item.part_number, item.local_part_number, item.description)
    return next((each for each in named if each), item.item)


def _pairs(
    before: Mapping[str, Sequence[T]], after: Mapping[str, Sequence[T]]
) -> Iterator[tuple[str, T | None, T | None]]:
    for key in dict.fromkeys((*after, *before)):
        for old, new in zip_longest(before.get(key, ()), after.get(key, ())):
            yield key, old, new


def _by_number(quotations: Iterable[Quotation]) -> Mapping[str, Sequence[Quotation]]:
    found: defaultdict[str, list[Quotation]] = defaultdict(list)
    for each in quotations:
        found[each.number].append(each)
    return found


def _by_item(items: Iterable[QuotationItem]) -> Mapping[str, Sequence[QuotationItem]]:
    found: defaultdict[str, list[QuotationItem]] = defaultdict(list)
    for each in items:
        found[each.item].append(each)
    return found
