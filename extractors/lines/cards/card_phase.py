"""Where the items of a text begin that are told in blocks of labels and values.

Facts of the order right above the first item look like its own, and shift all that follow. Of all ways to
cut, the one is right in which most items say the same things in the same order; of several such ways the one
that cuts where there is more room.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.cards import name_lines
from extractors.lines.cards.label_texts import is_label, label_of
from extractors.lines.headings import CODES, Heading
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

DOUBTED = Heading("", frozenset(), exact=False)
"""Says nothing for sure: whose it is, or which of several holds."""
WORTH = frozenset({Role.PRICE, Role.AMOUNT, Role.LIST_PRICE})
SHIFTING = frozenset({Role.UNIT, Role.DELIVERY, Role.DRAWING})
"""What an item may state, or not, before or behind all else."""
WIDER = 1.3
"""What parts two items is so many times the room between two lines of one."""
ONCE = CODES | WORTH | {Role.QUANTITY, Role.DESCRIPTION, Role.LINE_NUMBER}
"""Roles that a single item states once: where one comes again, the next item has begun."""


def orders_something(group: Sequence[TextLine]) -> bool:
    """Tell whether lines order something: they state a quantity, and a price or an amount."""
    roles = frozenset[Role]().union(*(line.roles for line in group))
    return Role.QUANTITY in roles and bool(roles & WORTH)


def settled(groups: list[list[TextLine]]) -> list[list[TextLine]]:
    """Return the items as they repeat: they may begin elsewhere than where the first label came again.

    Facts of the order right above the first item look like its own, and shift all that follow. Of all
    ways to cut, the one is right in which most items say the same things in the same order; where the
    end or one between them is left over all the same, no code is certain.
    """
    lines = [line for group in groups for line in group]
    openings = {line.roles for line in lines if line.roles & (ONCE | SHIFTING)}
    ways = [groups, *(_cut_at(lines, opening) for opening in sorted(openings, key=sorted))]
    best = max(ways, key=_uniform)
    usual = Counter(_said(group) for group in best if orders_something(group)).most_common(1)
    best = [_trimmed(group, usual[0][0] if usual else ()) for group in best]
    kept = [group for group in best if orders_something(group)]
    if any(line.roles & CODES for line in (*_left(best), *_between(best))):
        return [[_uncoded(line) for line in group] for group in kept]
    return kept


def doubting_shifted(groups: list[list[TextLine]]) -> list[list[TextLine]]:
    """Return items, what only some of them state of these as doubtful: it may be that of their neighbour.

    A unit above the label by which items are cut belongs to the item below it.
    """
    stated = [frozenset(role for line in group for role in line.roles) for group in groups]
    loose = frozenset(role for role in SHIFTING if 0 < sum(role in roles for roles in stated) < len(groups))
    return [[_doubting(line, loose) for line in group] for group in groups] if loose else groups


def doubting_doubled(groups: list[list[TextLine]]) -> list[list[TextLine]]:
    """Return items, all that one says as doubtful where a line says one label twice: it may be two items'."""
    return [
        [_doubting(line, line.roles) for line in group] if any(map(_is_doubled, group)) else group
        for group in groups
    ]


def _is_doubled(line: TextLine) -> bool:
    labels = [label for run in line.runs if is_label(label := label_of(run))]
    return len(labels) > len({*labels})


def _doubting(line: TextLine, roles: frozenset[Role]) -> TextLine:
    said = ((role, replace(text, heading=DOUBTED) if role in roles else text) for role, text in line.said)
    return replace(line, said=tuple(said))


def doubted_name(text: Text) -> Heading:
    """Return a heading that keeps its name, and does not say whose it is."""
    return replace(DOUBTED, text=text.heading.text) if text.heading is not None else DOUBTED


def _cut_at(lines: Sequence[TextLine], opening: frozenset[Role]) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = []
    for line in lines:
        if not groups or line.roles == opening:
            names = name_lines.leading(groups[-1], line) if groups else []
            groups.append(names)
        groups[-1].append(line)
    return groups


def _uniform(groups: Sequence[Sequence[TextLine]]) -> tuple[int, int, int, int, int]:
    """Return how many items state the same things in the same order, begin with their number, stand apart.

    First counts what an item states once, last all that it says; what is left over speaks against a way.
    """
    orders = [group for group in groups if orders_something(group)]
    once = [[line.roles & ONCE for line in group if line.roles & ONCE] for group in orders]
    said = (Counter(map(tuple, once)), Counter(map(_said, orders)))
    numbered = sum(Role.LINE_NUMBER in group[0] for group in once)
    first, second = (max(each.values(), default=0) for each in said)
    return first, numbered, _apart(orders), -len(_left(groups)), second


def _apart(orders: Sequence[Sequence[TextLine]]) -> int:
    """Return how many items have more room above them than any of their own lines."""
    return sum(
        (_room(above[-1], below[0]) or 0.0) > WIDER * max(inner, default=0.0)
        for above, below in itertools.pairwise(orders)
        if (inner := [room for each in itertools.pairwise(below) if (room := _room(*each)) is not None])
    )


def _room(above: TextLine, below: TextLine) -> float | None:
    """Return how far apart two lines begin, None where they stand on two pages."""
    one, other = above.runs[0], below.runs[0]
    return other.box.top - one.box.top if one.page is other.page else None


def _left(groups: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """Return the lines behind the last item that an item would state."""
    last = max((at for at, group in enumerate(groups) if orders_something(group)), default=-1)
    return [line for group in groups[last + 1 :] for line in group if line.roles & ONCE]


def _between(groups: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """Return the lines between items that order nothing: what they lack may stand in a neighbour."""
    orders = [at for at, group in enumerate(groups) if orders_something(group)]
    inside = range(orders[0], orders[-1]) if orders else range(0)
    return [line for at in inside if at not in orders for line in groups[at]]


def _said(group: Sequence[TextLine]) -> tuple[frozenset[Role], ...]:
    return tuple(line.roles for line in group if line.roles)


def _trimmed(group: list[TextLine], usual: Sequence[frozenset[Role]]) -> list[TextLine]:
    """Return an item without what stands below it and in no other item: the order goes on there."""
    said = [(at, line.roles) for at, line in enumerate(group) if line.roles]
    alike = len(said) > len(usual) > 0 and [roles for _, roles in said[: len(usual)]] == [*usual]
    return group[: said[len(usual)][0]] if alike else group


def _uncoded(line: TextLine) -> TextLine:
    said = tuple(
        (role, replace(text, heading=DOUBTED) if role in CODES else text) for role, text in line.said
    )
    return replace(line, said=said)
