"""Headings centred over wide columns, with the cells at the left or the right of them.

A web page prints its tables so: a heading need not lie over any of its cells, and may lie nearer to those of
its neighbour. The cells of the full lines fall into bands by the white space between them; headings and bands
keep their order. Where borders can be drawn in one way alone so that each heading stands in the middle of its
column and each band in a column of its own, these are the columns. Else those are proposed that can be drawn
around headings at the left or the right, or the headings that move least, where no others do nearly as well.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence

from extractors.fields import quantities
from extractors.late import late
from extractors.lines import reckoning
from extractors.lines.columns.offset_headings import LOOKED_AT, Span, as_far, bands_of, meets, reaching
from extractors.lines.headings import CODES
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, doubted
from extractors.lines.tables.white_space import bounded, column_of
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

LEAST = 4
"""So many cells at least has a line that tells of columns."""
MOST_EMPTY = 3
"""No more headings than so many have nothing below them."""
TWO = 2
EXACT, NEAR = 1.0, 4.0
"""A heading is centred within this many points; and hardly any other one may be within so many."""
BETTER = 2.0
"""Other headings have to move so much further at least."""
SUM = late(r"\d[.,]\d{2,4}\D{0,4}$")
TEXTS = CODES | {Role.LINE_NUMBER, Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL, Role.UNIT}
"""What no column of sums is."""
MEASURED = MONEY_OR_COUNT | {Role.UNIT}
LONGEST_UNIT = 6
Line = list[Run]
Band = tuple[Span, list[str]]
Chosen = tuple[int, ...]
"""Which heading each band has, from left to right."""


def settled(heads: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """Return headings that reach as far as their cells where some cells have no heading right above them."""
    full = _full(heads, lines)
    bands = bands_of(full)
    empty = len(heads) - len(bands)
    if len(bands) < LEAST or not 0 <= empty <= MOST_EMPTY or _all_headed(heads, bands):
        return tuple(heads)
    fitting = _reckoning(heads, _rows(bands, full), list(_fitting(heads, bands)))
    drawn = [each for each in fitting if _can_be_drawn(heads, bands, each, NEAR)]
    if len(drawn) == 1 and _is_amid(heads, bands, drawn[0], EXACT):
        return _moved(heads, bands, drawn[0])
    likely = _nearest(heads, bands, drawn or fitting) if len(full) >= TWO else None
    if likely is None or _are_as_placed(heads, full, bands, likely):
        return tuple(heads)
    return tuple(map(doubted, _moved(heads, bands, likely)))


def _are_as_placed(
    heads: Sequence[Column], full: Sequence[Line], bands: Sequence[Band], chosen: Chosen
) -> bool:
    """Tell whether the names and codes have these headings by the white space around them as well.

    Numbers and units that share a column there are told apart by what they are.
    """
    columns = bounded(reaching(heads, full), full)
    for at, ((x0, x1), _) in zip(chosen, bands, strict=True):
        own = {column_of(run, columns) for line in full for run in line if x0 <= run.box.centre <= x1}
        if own != {at} and not heads[at].roles & MEASURED:
            return False
    return True


def _full(heads: Sequence[Column], lines: Sequence[Line]) -> list[Line]:
    """Return the lines that have a cell below most headings and two numbers at least."""
    return [
        line
        for line in lines[:LOOKED_AT]
        if LEAST <= len(line) <= len(heads) and sum(bool(NUMBER.match(run.text)) for run in line) >= TWO
    ]


def _all_headed(heads: Sequence[Column], bands: Sequence[Band]) -> bool:
    return all(any(meets(head, span) for head in heads) for span, _ in bands)


def _fitting(heads: Sequence[Column], bands: Sequence[Band]) -> Iterator[Chosen]:
    """Yield the headings that may head the bands in their order, by the kinds of what stands in them."""
    for chosen in itertools.combinations(range(len(heads)), len(bands)):
        if all(_may_head(heads[at], texts) for at, (_, texts) in zip(chosen, bands, strict=True)):
            yield chosen


def _rows(bands: Sequence[Band], lines: Sequence[Line]) -> list[list[str]]:
    """Return the text of each line in each band, empty where it has none."""
    rows = []
    for line in lines:
        own = [[run.text for run in line if x0 <= run.box.centre <= x1] for (x0, x1), _ in bands]
        rows.append([" ".join(texts) for texts in own])
    return rows


def _reckoning(
    heads: Sequence[Column], rows: Sequence[Sequence[str]], fitting: Sequence[Chosen]
) -> Sequence[Chosen]:
    """Return the headings that call quantity, price and amount what reckons so, where some do."""
    found = reckoning.find(rows, {}, range(len(rows[0])))
    if found is None:
        return fitting
    factors = (found.quantity, found.price)
    closing = [
        each
        for each in fitting
        if Role.AMOUNT in heads[each[found.amount]].roles
        and {Role.QUANTITY, Role.PRICE}
        <= frozenset[Role]().union(*(heads[each[at]].roles & MONEY_OR_COUNT for at in factors))
    ]
    return closing or fitting


def _may_head(head: Column, texts: Sequence[str]) -> bool:
    """Tell whether what stands in a column may be what its heading names; a strange one may name anything."""
    numbers = [NUMBER.match(text) is not None for text in texts]
    if head.roles and head.roles <= MONEY_OR_COUNT:
        return all(map(_is_counted, texts))
    if head.role is Role.UNIT:
        return all(len(text) <= LONGEST_UNIT for text in texts) and not any(numbers)
    if head.role is Role.DESCRIPTION:
        return not all(numbers)
    return not (head.role in TEXTS and all(SUM.search(text) for text in texts))


def _is_counted(text: str) -> bool:
    return NUMBER.match(text) is not None or quantities.parse(text) is not None


def _can_be_drawn(heads: Sequence[Column], bands: Sequence[Band], chosen: Chosen, slack: float) -> bool:
    """Tell whether borders can be drawn around the bands so that headings stand alike in their columns."""
    ways: tuple[Callable[[Sequence[Column], Sequence[Band], Chosen, float], bool], ...]
    ways = (_is_amid, _is_at_left, _is_at_right)
    return any(way(heads, bands, chosen, slack) for way in ways)


def _is_amid(heads: Sequence[Column], bands: Sequence[Band], chosen: Chosen, slack: float) -> bool:
    """Tell whether each heading stands in the middle of a column that holds its own band and no other.

    Where the border at its left may run tells where the one at its right does, and so from column to column.
    """
    own = {at: span for at, (span, _) in zip(chosen, bands, strict=True)}
    low, high = float("-inf"), float("inf")
    for at, head in enumerate(heads):
        x0, x1 = own.get(at, (head.x0, head.x1))
        high = min(high, head.x0 + slack, x0 + slack)
        if low > high:
            return False
        both = head.x0 + head.x1
        low, high = max(both - high - slack, head.x1 - slack, x1 - slack), both - low + slack
    return low <= high


def _is_at_left(heads: Sequence[Column], bands: Sequence[Band], chosen: Chosen, slack: float) -> bool:
    """Tell whether each band begins no further left than its heading, and ends before the next one."""
    ends = [*(head.x0 for head in heads[1:]), float("inf")]
    return all(
        heads[at].x0 - slack <= x0 and x1 <= ends[at] + slack
        for at, ((x0, x1), _) in zip(chosen, bands, strict=True)
    )


def _is_at_right(heads: Sequence[Column], bands: Sequence[Band], chosen: Chosen, slack: float) -> bool:
    """Tell whether each band begins behind the heading before, and ends no further right than its own."""
    starts = [float("-inf"), *(head.x1 for head in heads[:-1])]
    return all(
        starts[at] - slack <= x0 and x1 <= heads[at].x1 + slack
        for at, ((x0, x1), _) in zip(chosen, bands, strict=True)
    )


def _nearest(heads: Sequence[Column], bands: Sequence[Band], fitting: Sequence[Chosen]) -> Chosen | None:
    """Return the headings that move least to lie over the bands, where others move much more."""
    costs = sorted((_distance(heads, bands, each), each) for each in fitting)
    if not costs or (len(costs) > 1 and costs[1][0] < BETTER * costs[0][0]):
        return None
    return costs[0][1]


def _distance(heads: Sequence[Column], bands: Sequence[Band], chosen: Chosen) -> float:
    pairs = zip((heads[at] for at in chosen), (span for span, _ in bands), strict=True)
    return sum(max(x0 - head.x1, head.x0 - x1, 0.0) for head, (x0, x1) in pairs)


def _moved(heads: Sequence[Column], bands: Sequence[Band], chosen: Chosen) -> tuple[Column, ...]:
    """Return headings that reach over the bands that are theirs."""
    own = {at: span for at, (span, _) in zip(chosen, bands, strict=True)}
    return tuple(as_far(head, own[at]) if at in own else head for at, head in enumerate(heads))
