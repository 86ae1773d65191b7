"""Items told in lines: do their quantity, price and amount make each other?"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines import reckoning
from extractors.lines.cards.lone_codes import is_money
from extractors.lines.item import Text
from extractors.lines.texts.side_labels import PLACE_OF
from extractors.lines.texts.spoken_numbers import ENDS, PRICE_END, RECKONED
from extractors.lines.texts.text_lines import TextLine
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

KNOWN = dict(zip(reckoning.ROLES, range(3), strict=True))
OF_ITEM = late(
    r"\s*(?:(?:item|line|lot|pos\.?|position)\W{0,2}(?:price|preis)|positionspreis)", re.IGNORECASE
)
"""What the price of all pieces of an item is called: "Item price" beside "Unit price"."""
SAME_EDGE = 1.0
"""Lines are set in alike that begin within so many points of each other."""


def told(groups: Sequence[Sequence[TextLine]]) -> int:
    """Return how much groups of lines say: items, those whose numbers close counting twice."""
    return sum(1 + closes(group) for group in groups)


def _row_of(group: Sequence[TextLine]) -> list[str] | None:
    """Return what a group states as quantity, price and amount, None unless it states each once."""
    said = [pair for line in group for pair in line.said]
    stated = [[text for role, text in said if role is wanted] for wanted in reckoning.ROLES]
    if any(len(texts) != 1 for texts in stated):
        return None
    return [PRICE_END.sub("", texts[0].printed) for texts in stated]


def closes(group: Sequence[TextLine]) -> bool:
    """Tell whether a group of lines states all three numbers, and they make each other."""
    row = _row_of(group)
    return row is not None and reckoning.find([row], KNOWN, ()) is not None


def is_own_amount(line: TextLine, group: Sequence[TextLine]) -> bool:
    """Tell whether what may be a sum is the amount of the item: its quantity and price make it."""
    return Role.AMOUNT in line.roles and closes([*group, line])


def said_again(lines: Sequence[TextLine]) -> frozenset[str]:
    """Return the labels of amounts that come more than once: those of items, not of the order."""
    labels = (
        text.heading.text
        for line in lines
        for role, text in line.said
        if role is Role.AMOUNT and text.heading
    )
    return frozenset(label for label, count in Counter(labels).items() if label and count > 1)


def is_own(line: TextLine, groups: Sequence[Sequence[TextLine]], again: frozenset[str]) -> bool:
    """Tell whether what may be a sum is the last item's amount, or its tax rate, set in as its texts are.

    Of several items all have a rate of their own, or none. An amount whose label comes `again` is an item's
    that has none yet, also where its quantity cannot be read.
    """
    *others, group = groups
    rated = all(any(Role.TAX_RATE in each.roles for each in other) for other in others)
    own_rate = rated and line.roles == {Role.TAX_RATE} and _is_set_in(line, group)
    return is_own_amount(line, group) or own_rate or _is_labelled_alike(line, group, again)


def _is_labelled_alike(line: TextLine, group: Sequence[TextLine], again: frozenset[str]) -> bool:
    told = line.roles == {Role.AMOUNT} and not any(Role.AMOUNT in each.roles for each in group)
    labels = {text.heading.text for _, text in line.said if text.heading is not None}
    return told and not again.isdisjoint(labels)


def _is_set_in(line: TextLine, group: Sequence[TextLine]) -> bool:
    first, last, own = (each.runs[0] for each in (group[0], group[-1], line))
    level = own.page is last.page and abs(own.box.x0 - last.box.x0) < SAME_EDGE
    return level and own.box.x0 > first.box.x0 + own.box.height / 2


def take_amount(texts: dict[Role, tuple[Text, ...]], notes: list[Run], loose: Sequence[Text]) -> None:
    """Take a bare number that quantity and price make for the amount: "30.00" beside "3 pcs x 10.00".

    Where none is made so, the one sum of money behind the price is the amount, and does not close.
    """
    _take_item_price(texts)
    count, price = (texts.get(role, (None,))[0] for role in (Role.QUANTITY, Role.PRICE))
    if count is None or price is None or not texts.keys().isdisjoint({Role.AMOUNT}):
        return
    loose = [
        replace(text, end=text.start + len(text.run.text[text.start : text.end].rstrip(ENDS)))
        for text in loose
    ]
    for text in loose:
        rows = [[count.printed, PRICE_END.sub("", price.printed), text.printed]]
        if reckoning.find(rows, KNOWN, ()) is not None:
            texts[Role.AMOUNT] = (replace(text, heading=RECKONED, column=PLACE_OF[Role.AMOUNT]),)
            notes[:] = [run for run in notes if run is not text.run]
            return
    behind = [text for text in loose if text.run is price.run and text.start >= price.end]
    sums = [text for text in behind if is_money(text.printed)]
    if len(sums) == 1:
        texts[Role.AMOUNT] = (replace(sums[0], heading=RECKONED, column=PLACE_OF[Role.AMOUNT]),)


def _take_item_price(texts: dict[Role, tuple[Text, ...]]) -> None:
    """Take a price that is called the item's, beside one for each and made by it, for the amount."""
    prices = texts.get(Role.PRICE, ())
    heading = prices[-1].heading if len(prices) == len(KNOWN) - 1 else None
    count = texts.get(Role.QUANTITY, (None,))[0]
    if count is None or heading is None or Role.AMOUNT in texts or not OF_ITEM.match(heading.text):
        return
    rows = [[count.printed, PRICE_END.sub("", prices[0].printed), PRICE_END.sub("", prices[1].printed)]]
    if reckoning.find(rows, KNOWN, ()) is not None:
        whole = replace(heading, roles=frozenset({Role.AMOUNT}))
        texts[Role.PRICE] = prices[:1]
        texts[Role.AMOUNT] = (replace(prices[1], heading=whole, column=PLACE_OF[Role.AMOUNT]),)
