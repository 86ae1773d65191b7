"""The lines of a document and the items of a quotation, put together as they belong.

Numbers decide first, all lines at once (docs/comparing.md): what agrees in its numbers is assigned so
that prices and quantities agree best; then several lines are added up that order one item, and
several items that one line orders; what is left over is held together only on suspicion.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from compare import assignment, sides, suspicion, values
from compare.identity import Likeness
from compare.sides import Sides
from extractors.fields import units
from models.comparison import LineMatch, MatchStatus
from models.policy import Policy
from models.quotation import Quotation
from models.reading import Reading

WORTH = {Likeness.OWN: 6000, Likeness.CUSTOMER: 4000, Likeness.DRAWING: 2000}
CONTRADICTED = 2000
ZERO = Decimal(0)
FURTHER = 1000
"""A second number that agrees: of items that are one part, the drawing or the buyer's number tells which."""
SAME_UNIT = 350
SAME_PRICE = 900
SAME_QUANTITY = 300
SAME_PLACE = 10
IN_TIME = 40
NO_ALTERNATIVE = 5
REASONS = {
    Likeness.OWN: "part_number",
    Likeness.CUSTOMER: "customer_part_number",
    Likeness.DRAWING: "drawing",
}
Edges = Mapping[tuple[int, int], Likeness]


@dataclass(frozen=True, slots=True)
class Pair:
    """A line and an item by their places from 0, and what holds them together (a stable word)."""

    line: int
    item: int
    why: str
    suspect: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs, in the order of the lines; `extra` lines and `missing` items have no partner.

    A line in several pairs orders several items, an item in several pairs is ordered by several lines.
    """

    pairs: tuple[Pair, ...]
    extra: tuple[int, ...]
    missing: tuple[int, ...]

    def lines_of(self, item: int) -> tuple[int, ...]:
        """Return the lines that order an item."""
        return tuple(each.line for each in self.pairs if each.item == item)

    def items_of(self, line: int) -> tuple[int, ...]:
        """Return the items that a line orders."""
        return tuple(each.item for each in self.pairs if each.line == line)


def align(reading: Reading, quotation: Quotation, policy: Policy) -> Alignment:
    """Return how the lines of a document and the items of a quotation belong together.

    Items that were rejected are not offered any more; of alternatives none has to be ordered.
    """
    both = sides.of(reading, quotation, policy)
    edges = _edges(both)
    pairs = [pair for group in _groups(edges) for pair in _together(both, edges, *group)]
    lines, items = _left(both, pairs)
    suspects = suspicion.suspected(both, [each for each in lines if not both.names_rejected(each)], items)
    pairs += [Pair(line, item, why, suspect=True) for (line, item), why in suspects.items()]
    lines, items = _left(both, pairs)
    missing = tuple(at for at in items if not quotation.items[at].alternative)
    return Alignment(tuple(sorted(pairs, key=lambda each: (each.line, each.item))), lines, missing)


def matches(alignment: Alignment, quotation: Quotation) -> Iterator[LineMatch]:
    """Yield how lines and items belong together, as it is shown to people."""
    seen = set()
    for pair in alignment.pairs:
        lines, items = alignment.lines_of(pair.item), alignment.items_of(pair.line)
        if (lines, items) not in seen:
            seen.add((lines, items))
            numbers = tuple(quotation.items[at].item for at in items)
            yield LineMatch(_status(pair, lines, items), tuple(at + 1 for at in lines), numbers, pair.why)
    for line in alignment.extra:
        yield LineMatch(MatchStatus.EXTRA, (line + 1,), (), "")
    for item in alignment.missing:
        yield LineMatch(MatchStatus.MISSING, (), (quotation.items[item].item,), "")


def _status(pair: Pair, lines: Sequence[int], items: Sequence[int]) -> MatchStatus:
    if pair.suspect:
        return MatchStatus.SUSPECT
    if len(lines) > 1:
        return MatchStatus.SPLIT
    return MatchStatus.MERGED if len(items) > 1 else MatchStatus.MATCHED


def _edges(both: Sides) -> Edges:
    """Return every line and item that share a number, found by the number."""
    holders: dict[str, list[int]] = {}
    for at, (item, name) in enumerate(zip(both.quotation.items, both.items_name, strict=True)):
        for key in name.keys if not item.rejected else ():
            holders.setdefault(key, []).append(at)
    pairs = {
        (line, item): both.likeness(line, item)
        for line, name in enumerate(both.lines_name)
        for key in name.keys
        for item in holders.get(key, ())
    }
    return {pair: likeness for pair, likeness in pairs.items() if likeness >= Likeness.DRAWING}


def _groups(edges: Edges) -> Iterator[tuple[list[int], list[int]]]:
    """Yield lines and items in groups that share no number with each other."""
    items_of: dict[int, list[int]] = {}
    lines_of: dict[int, list[int]] = {}
    for line, item in edges:
        items_of.setdefault(line, []).append(item)
        lines_of.setdefault(item, []).append(line)
    grouped: set[int] = set()
    for first in items_of:
        if first not in grouped:
            lines, items = _connected(first, items_of, lines_of)
            grouped |= lines
            yield sorted(lines), sorted(items)


def _connected(
    first: int, items_of: Mapping[int, list[int]], lines_of: Mapping[int, list[int]]
) -> tuple[set[int], set[int]]:
    lines, items, waiting = {first}, set[int](), [first]
    while waiting:
        for item in set(items_of[waiting.pop()]) - items:
            items.add(item)
            waiting += [each for each in lines_of[item] if each not in lines]
            lines.update(lines_of[item])
    return lines, items


def _together(both: Sides, edges: Edges, lines: Sequence[int], items: Sequence[int]) -> Iterator[Pair]:
    """Yield the pairs of a group: one to one, then further lines of an item and items of a line."""
    whole = _whole_splits(both, edges, lines, items)
    yield from (Pair(line, item, REASONS[edges[line, item]]) for line, item in whole)
    lines = [each for each in lines if each not in {line for line, _ in whole}]
    items = [each for each in items if each not in {item for _, item in whole}]
    worth = [[_worth(both, edges, line, item) for item in items] for line in lines]
    single = len(lines) == len(items) == 1
    places = ((0, 0),) if single else assignment.best_pairs(worth)
    pairs = [(lines[row], items[column]) for row, column in places if worth[row][column]]
    further = list(_further(both, edges, set(lines) - {line for line, _ in pairs}, items, pairs))
    merged = [
        (line, item)
        for line, first in pairs
        for item in _merges(both, edges, line, first, set(items) - {item for _, item in pairs})
    ]
    for line, item in (*pairs, *further, *merged):
        yield Pair(line, item, REASONS[edges[line, item]])


def _whole_splits(
    both: Sides, edges: Edges, lines: Sequence[int], items: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the lines that order one item to the full at its price, where an alternative could take them."""
    if not any(both.quotation.items[item].alternative for item in items):
        return []
    found: list[tuple[int, int]] = []
    for item in (each for each in items if not both.quotation.items[each].alternative):
        priced = [each for each in lines if (each, item) in edges and both.same_price(each, item)]
        ordered = [values.number(both.reading.lines[each].quantity) or 0 for each in priced]
        taken = {line for line, _ in found}
        if (
            len(priced) > 1
            and not taken & set(priced)
            and sum(ordered) == both.quotation.items[item].quantity
        ):
            found += [(line, item) for line in priced]
    return found


def _worth(both: Sides, edges: Edges, line: int, item: int) -> int:
    likeness = edges.get((line, item))
    if likeness is None:
        return assignment.FORBIDDEN
    worth = CONTRADICTED if both.contradict(line, item) else WORTH[likeness]
    same_place = both.reading.lines[line].line_number
    placed = same_place is not None and same_place.value == both.quotation.items[item].item
    return (
        worth
        + both.further(line, item) * FURTHER
        + both.same_unit(line, item) * SAME_UNIT
        + both.same_price(line, item) * SAME_PRICE
        + both.same_quantity(line, item) * SAME_QUANTITY
        + both.in_time(line, item) * IN_TIME
        + placed * SAME_PLACE
        + (not both.quotation.items[item].alternative) * NO_ALTERNATIVE
    )


def _further(
    both: Sides, edges: Edges, lines: Iterable[int], items: Sequence[int], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the items of which further lines order more: the same price, and as much as is not ordered yet.

    A drawing alone does not make a line that item.
    """
    ordered = {line: values.number(each.quantity) or ZERO for line, each in enumerate(both.reading.lines)}
    left = {item: both.quotation.items[item].quantity or ZERO for item in items}
    for line, item in pairs:
        left[item] -= ordered[line]
    for line in sorted(lines, key=lambda each: -ordered[each]):
        sure = [
            item
            for item in items
            if edges.get((line, item), Likeness.NONE) >= Likeness.CUSTOMER and not both.contradict(line, item)
        ]
        best = max(sure, key=lambda item: _fit(both, edges, line, item, left[item]), default=None)
        if best is not None:
            left[best] -= ordered[line]
            yield line, best


def _fit(both: Sides, edges: Edges, line: int, item: int, left: Decimal) -> tuple[object, ...]:
    """Return how well a further line fits an item of which so much is left."""
    ordered = values.number(both.reading.lines[line].quantity) or ZERO
    worth = _worth(both, edges, line, item)
    return edges[line, item], both.same_price(line, item), both.in_time(line, item), left >= ordered, worth


def _merges(both: Sides, edges: Edges, line: int, first: int, free: set[int]) -> tuple[int, ...]:
    """Return the further items that a line orders with its own: alike in all but the delivery, adding up."""
    same = sorted(
        item
        for item in free
        if (line, item) in edges
        and both.same_price(line, item)
        and both.same_price(line, first)
        and _is_alike(both, first, item)
    )
    quoted = [both.quotation.items[item].quantity for item in (first, *same)]
    ordered = values.number(both.reading.lines[line].quantity)
    known = [each for each in quoted if each is not None]
    if len(known) < len(quoted) or ordered is None or ordered <= known[0]:
        return ()
    sums = list(itertools.accumulate(known))
    enough = next((at for at, each in enumerate(sums) if each >= ordered), len(sums) - 1)
    return tuple(same[:enough])


def _is_alike(both: Sides, first: int, item: int) -> bool:
    """Tell whether two items are one thing: part, unit and drawing, and both an alternative or neither."""
    one, other = both.quotation.items[first], both.quotation.items[item]
    own, also = both.items_name[first].own, both.items_name[item].own
    same_part = bool(own & also) or not (own or also)
    same_unit = one.unit is None or other.unit is None or units.same(one.unit, other.unit) is True
    return (
        same_part
        and same_unit
        and one.drawing_number == other.drawing_number
        and one.alternative is other.alternative
    )


def _left(both: Sides, pairs: Sequence[Pair]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the lines and the items that have no partner yet."""
    lines = {each.line for each in pairs}
    items = {each.item for each in pairs}
    offered = (at for at, item in enumerate(both.quotation.items) if not item.rejected)
    return (
        tuple(at for at in range(len(both.reading.lines)) if at not in lines),
        tuple(at for at in offered if at not in items),
    )
