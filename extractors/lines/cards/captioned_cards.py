"""Cards whose values stand below captions, perhaps side by side, as web pages print a list of items.

    1 Seal CS20-50                   2 Ring SSiC
    Your no.   Our code   Qty        Your no.   Our code   Qty
    10061277   FJ-0117    6 sets     10061280   FJ-0142    20 pcs
    Price      Amount     Due        Price      Amount     Due
    20.00      120.00     4 May      5.00       100.00     4 May

All cards have the same captions in the same order, in two lines at least or side by side: else it is a table.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from extractors.fields import parts, units
from extractors.header.labelling.label_words import COLON
from extractors.lines.cards import card_sums, card_titles, loose_captions, wrapped_values
from extractors.lines.cards.caption_pairs import NEAR, Captioned, Card, value_of
from extractors.lines.cards.card_phase import orders_something
from extractors.lines.cards.wrapped_values import Wraps
from extractors.lines.columns import own_initials
from extractors.lines.composed_headings import names_things
from extractors.lines.headings import Heading, recognise
from extractors.lines.item import NOTHING, Text
from extractors.lines.texts import clause_values
from extractors.lines.texts.side_labels import PLACE_OF
from extractors.lines.texts.text_lines import TextLine, line_of
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role
from models.page import Box, union

TITLE = 2.0
"""A remark stands so close below the values, in heights of letters."""
INDENT = 12.0
"""The name may begin so many points before or behind its captions."""
LEAST = 4
"""So many captions has a card."""


def find(pages: Sequence[PageBlocks]) -> list[tuple[list[TextLine], Box]]:
    """Return the lines of each card with its place, none where the cards are not alike or are a table."""
    writers = own_initials.short_names([page.page for page in pages], certain=True)
    found = [(page, list(_captioned(page, writers))) for page in pages]
    told = Counter(pair.caption.text for _, pairs in found for pair in pairs)
    first = next((text for text, count in told.items() if count > 1), None)
    cards = card_sums.ended([(page, card) for page, pairs in found for card in _cards(page, pairs, first)])
    labels = {tuple(pair.caption.text for pair in card.pairs) for _, card in cards}
    if len(cards) < 2 or len(labels) > 1 or len(labels.pop()) < LEAST:
        return []
    if not any(_has_lines(card) for _, card in cards) and not all(
        _is_celled(page, card) for page, card in cards
    ):
        return []
    titles = [
        card_titles.above(card.pairs[0].caption, runs)
        for runs, (_, card) in zip(_beside(cards), cards, strict=True)
    ]
    numbered = card_titles.count_on(titles)
    heads = [card_titles.told(title, numbered=numbered) for title in titles]
    cards = loose_captions.widened(cards, titled=all(map(_is_named, heads)))
    beside = [_without(runs, title) for runs, title in zip(_beside(cards), titles, strict=True)]
    wraps = wrapped_values.find(cards, beside)
    groups = [
        [*head, *_values(card, further), *_remarks(runs, card)]
        for head, runs, (_, card), further in zip(heads, beside, cards, wraps, strict=True)
    ]
    if not all(map(orders_something, groups)):
        return []
    return list(zip(groups, [_place(card) for _, card in cards], strict=True))


def _place(card: Card) -> Box:
    """Return the place of a card, its captions with it."""
    return union(word.box for pair in card.pairs for word in pair.words)


def _is_named(title: Sequence[TextLine]) -> bool:
    """Tell whether a title has a name in it, and not a number alone."""
    return any(role in {None, Role.DESCRIPTION} for line in title for role, _ in line.said)


def _without(runs: Sequence[Run], title: Run | None) -> list[Run]:
    own = set(map(id, title.words)) if title is not None else set()
    return [run for run in runs if own.isdisjoint(map(id, run.words))]


def _captioned(page: PageBlocks, writers: Collection[str]) -> Iterator[Captioned]:
    """Yield the captions of a page that have a value of their kind right below them."""
    for block in page.blocks:
        run = block.lines[0]
        heading = recognise(run.text)
        if heading is None or not heading.exact:
            heading = own_initials.own_number(run.text, writers)
        if heading is None:
            continue
        value = value_of(page, block)
        said = recognise(value.text) if value is not None else None
        unit = heading.role is Role.UNIT and value is not None and units.canonical(value.text) is not None
        if value is None or (said is not None and said.exact and not unit):
            continue
        role = _role(heading, value.text)
        if role is not None and (clause_values.fits(role, value.text) or value.text in NOTHING):
            yield Captioned(run, role, replace(heading, roles=frozenset({role})), value)


def _role(heading: Heading, value: str) -> Role | None:
    """Return what a caption names; a mere word for things names the code below it, and counts no words."""
    things = names_things(heading.text)
    if things and heading.role is Role.LINE_NUMBER and not any(map(str.isdigit, value.partition(" ")[0])):
        return None
    return Role.PART if things and heading.role is None and parts.is_clear(value) else heading.role


def _cards(page: PageBlocks, pairs: Sequence[Captioned], first: str | None) -> Iterator[Card]:
    """Yield the cards of a page: each begins with the caption that the first one begins with.

    A drawn card with none at its left may have captions further left in its second line.
    """
    tables = {id(block.lines[0]): block.cell[0] for block in page.blocks if block.cell is not None}
    begins = [pair.caption for pair in pairs if pair.caption.text == first]
    starts = [caption.box for caption in begins]
    for caption, box in zip(begins, starts, strict=True):
        level = [each.x0 for each in starts if abs(each.top - box.top) < NEAR]
        right = min((x0 for x0 in level if x0 > box.x0), default=float("inf")) - NEAR
        drawn = tables.get(id(caption)) if min(level) == box.x0 else None
        left = box.x0 - NEAR if drawn is None else 0.0
        below = [each.top for each in starts if each.top > box.top and abs(each.x0 - box.x0) < NEAR]
        bottom = min(below, default=float("inf")) - NEAR
        own = [
            pair
            for pair in pairs
            if left <= pair.caption.box.x0 < right
            and box.top - NEAR < pair.caption.box.top < bottom
            and (pair.caption.box.x0 > box.x0 - NEAR or tables.get(id(pair.caption)) == drawn)
        ]
        yield Card(tuple(own), left, right, bottom, last=not below)


def _has_lines(card: Card) -> bool:
    """Tell whether captions stand in more than one line of a card, or another card beside it."""
    tops = [pair.caption.box.top for pair in card.pairs]
    return max(tops) - min(tops) > NEAR or card.right < float("inf")


def _is_celled(page: PageBlocks, card: Card) -> bool:
    """Tell whether each caption of a card stands in a drawn cell together with its value."""
    celled = {id(block.lines[0]) for block in page.blocks if block.cell is not None and len(block.lines) > 1}
    return all(id(pair.caption) in celled for pair in card.pairs)


def _values(card: Card, further: Wraps) -> list[TextLine]:
    """Return what a card says; a value with a text close below it may go on there, and is not certain."""
    stated = ((at, pair) for at, pair in enumerate(card.pairs) if pair.value.text not in NOTHING)
    return [_said(pair, at, further.get(id(pair.value), ())) for at, pair in stated]


def _said(pair: Captioned, at: int, further: Sequence[Run]) -> TextLine:
    named = pair.role is Role.DESCRIPTION
    value = joined([pair.value, *further]) if named else pair.value
    doubted = replace(pair.heading, exact=False) if further else pair.heading
    return TextLine((value,), ((pair.role, _text(replace(pair, value=value, heading=doubted), at)),))


def _remarks(runs: Sequence[Run], card: Card) -> list[TextLine]:
    """Return what stands below the last value of a card, where its captions begin."""
    left = min(pair.caption.box.x0 for pair in card.pairs)
    height = card.pairs[0].caption.box.height
    bottom = max(pair.value.box.bottom for pair in card.pairs)
    below = (run for run in runs if 0 <= run.box.top - bottom < TITLE * height)
    return [_remark(run) for run in below if abs(run.box.x0 - left) < NEAR and not _is_bare(run)]


def _remark(run: Run) -> TextLine:
    """Return what a line below the values says; behind a label of remarks it is one as a whole."""
    colon = COLON.search(run.text)
    heading = recognise(run.text[: colon.start()]) if colon is not None else None
    if colon is None or heading is None or not heading.exact or heading.role is not Role.REMARK:
        return line_of([run])
    return TextLine((run,), ((Role.REMARK, Text(run, colon.end(), len(run.text), heading)),))


def _is_bare(run: Run) -> bool:
    """Tell whether a line is nothing but the number of the next card."""
    found = card_titles.NUMBERED.match(run.text)
    return found is not None and found["bare"] is not None


def _beside(cards: Sequence[tuple[PageBlocks, Card]]) -> list[list[Run]]:
    """Return the texts in the column of each card that are no caption or value of one."""
    taken = {id(word) for _, card in cards for pair in card.pairs for word in pair.words}
    return [_others(page, card, taken) for page, card in cards]


def _others(page: PageBlocks, card: Card, taken: AbstractSet[int]) -> list[Run]:
    left = min(pair.caption.box.x0 for pair in card.pairs) - INDENT
    first = card.pairs[0].caption
    celled = any(block.lines[0] is first for block in page.blocks if block.cell is not None)
    runs = (run for block in page.blocks if celled or block.cell is None for run in block.lines)
    inside = (run for run in runs if left <= run.box.x0 < card.right - INDENT)
    return [run for run in inside if taken.isdisjoint(map(id, run.words))]


def _text(pair: Captioned, at: int) -> Text:
    """Return a value; every card has this caption, so that it stands in a column as it were."""
    column = PLACE_OF.get(pair.role, len(PLACE_OF) + at)
    return Text(pair.value, 0, len(pair.value.text), pair.heading, column)
