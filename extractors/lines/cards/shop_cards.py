"""Items as shops print them: a card of the name and its numbers, the price above ×2 件, and what that makes.

轴封 RK-40                        ¥150.00      小计
商品货号：KG-5510                     ×4套      ¥600.00
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import units
from extractors.late import late
from extractors.lines import reckoning
from extractors.lines.cards.lone_codes import is_money
from extractors.lines.cards.text_numbers import KNOWN
from extractors.lines.headings import recognise
from extractors.lines.item import Text
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.lines.texts.side_labels import PLACE_OF
from extractors.lines.texts.spoken_numbers import AMOUNT, PRICE, QUANTITY, RECKONED
from extractors.lines.texts.text_lines import TextLine, line_of
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

TIMES = late(r"\s*[×xX*✕]\s?(?P<count>\d{1,6}(?:[.,]\d+)?\s?(?P<unit>[^\W\d_]{0,4}))\s*")
"""How often: ×2件, x 4."""
NEAR = 1.6
"""The price stands so close above its quantity, in heights of the letters."""
LONE = 4.0
"""So far above and below its quantity a card reaches where it is the only one."""
SLACK = 2.0
"""Texts of one column begin within so many points."""
MAKING = frozenset({Role.AMOUNT})


@dataclass(frozen=True, slots=True)
class _Card:
    """The numbers of a card, and the heading of what they make."""

    price: Run
    count: Run
    amount: Run
    named: bool

    @property
    def middle(self) -> float:
        return (self.price.box.middle + self.count.box.middle) / 2


def find(pages: Sequence[PageBlocks]) -> list[list[TextLine]]:
    """Return the lines of each card, nothing where there is none or one of them does not close."""
    groups: list[list[TextLine]] = []
    for page in pages:
        runs = [run for block in page.blocks for run in block.lines]
        counts = [run for run in runs if _counts(run)]
        cards = [card for run in counts if (card := _card(run, runs)) is not None]
        if len(cards) < len(counts):
            return []
        groups += _groups(cards, runs)
    return groups


def _counts(run: Run) -> bool:
    times = TIMES.fullmatch(run.text)
    return times is not None and (not times["unit"] or units.canonical(times["unit"]) is not None)


def _card(count: Run, runs: Sequence[Run]) -> _Card | None:
    """Return the numbers of a card by its quantity: the price above or before it, and what both make."""
    money = [run for run in runs if is_money(run.text)]
    price = next((run for run in money if _leads(run, count)), None)
    behind = [run for run in money if price is not None and _is_behind(run, price, count)]
    if price is None:
        return None
    times = TIMES.fullmatch(count.text)
    number = times["count"].rstrip(times["unit"]).strip() if times is not None else ""
    made = [run for run in behind if reckoning.find([[number, price.text, run.text]], KNOWN, ()) is not None]
    if len(made) != 1:
        return None
    over = [run for run in runs if _stands_above(run, made[0])]
    return _Card(price, count, made[0], any(map(_names_amount, over)))


def _leads(run: Run, count: Run) -> bool:
    """Tell whether a price stands right above a quantity, or before it in its line."""
    before = run.box.top < count.box.middle < run.box.bottom and run.box.x1 <= count.box.x0 + 1
    return before or _stands_above(run, count)


def _stands_above(run: Run, other: Run) -> bool:
    gap = other.box.top - run.box.bottom
    over = run.box.x0 < other.box.x1 and other.box.x0 < run.box.x1
    return over and -0.5 * run.box.height < gap < NEAR * run.box.height and run is not other


def _is_behind(run: Run, price: Run, count: Run) -> bool:
    """Tell whether money stands at the right of a price, no higher than it and no lower than its quantity."""
    low, high = price.box.top, max(count.box.bottom, price.box.bottom)
    return run.box.x0 >= max(price.box.x1, count.box.x1) and low < run.box.middle < high


def _names_amount(run: Run) -> bool:
    heading = recognise(run.text)
    return heading is not None and heading.exact and heading.roles == MAKING


def _groups(cards: Sequence[_Card], runs: Sequence[Run]) -> Iterator[list[TextLine]]:
    """Yield the lines of the cards of a page: the texts of one column at the left go to the nearest card."""
    middles = sorted(card.middle for card in cards)
    gaps = [below - above for above, below in itertools.pairwise(middles)]
    reach = min(gaps) / 2 if gaps else LONE * cards[0].count.box.height if cards else 0.0
    edge = min((min(card.price.box.x0, card.count.box.x0) for card in cards), default=0.0)
    beside = [
        run
        for run in runs
        if run.box.x1 < edge and any(abs(run.box.middle - each) < reach for each in middles)
    ]
    places = Counter(round(run.box.x0 / SLACK) for run in beside)
    column = max(places, key=lambda each: places[each], default=0)
    told = [run for run in beside if round(run.box.x0 / SLACK) == column]
    for card in cards:
        own = [run for run in told if abs(run.box.middle - card.middle) < reach]
        yield [*_named(sorted(own, key=lambda run: run.box.top)), _numbers(card)]


def _named(own: Sequence[Run]) -> Iterator[TextLine]:
    """Yield the lines at the left of a card, the first of which names the thing."""
    for at, run in enumerate(own):
        if at == 0 and recognise_inline(run.text) is None:
            yield TextLine((run,), ((None, Text(run, 0, len(run.text), None)),))
        else:
            yield line_of([run])


def _numbers(card: _Card) -> TextLine:
    times = TIMES.fullmatch(card.count.text)
    start = times.start("count") if times is not None else 0
    said = (
        (Role.QUANTITY, Text(card.count, start, len(card.count.text), QUANTITY, PLACE_OF[Role.QUANTITY])),
        (Role.PRICE, Text(card.price, 0, len(card.price.text), PRICE, PLACE_OF[Role.PRICE])),
        (
            Role.AMOUNT,
            Text(
                card.amount,
                0,
                len(card.amount.text),
                AMOUNT if card.named else RECKONED,
                PLACE_OF[Role.AMOUNT],
            ),
        ),
    )
    return TextLine((card.price, card.count, card.amount), said)
