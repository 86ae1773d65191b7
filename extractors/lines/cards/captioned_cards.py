"""Cards whose values stand below captions, perhaps side by side, as web pages print a list of items.

    1 Seal CS20-50                   2 Ring SSiC
    Your no.   Our code   Qty        Your no.   Our code   Qty
    10061277   FJ-0117    6 sets     10061280   FJ-0142    20 pcs
    Price      Amount     Due        Price      Amount     Due
    20.00      120.00     4 May      5.00       100.00     4 May

All cards have the same captions in the same order, in two lines at least or side by side: else it is a table.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.blocks import PageBlocks
from extractors.fields import parts
from extractors.header.labelling.label_words import COLON
from extractors.late import late
from extractors.lines.cards.card_phase import orders_something
from extractors.lines.composed_headings import names_things
from extractors.lines.headings import Heading, recognise
from extractors.lines.item import Text
from extractors.lines.texts import clause_values
from extractors.lines.texts.item_clauses import PLACE_OF
from extractors.lines.texts.text_lines import NUMBER, TextLine, line_of
from extractors.runs import Run, joined
from extractors.vocabulary.meanings import Role

NEAR = 3.0
"""A value begins so near its caption, in points, and cards of one column so near each other."""
TITLE = 2.0
"""The name stands so close above the captions, and a remark below the values, in heights of letters."""
INDENT = 12.0
"""The name may begin so many points before or behind its captions."""
LEAST = 4
"""So many captions has a card."""
NOTHING = frozenset({"-", "--", "–", "—", "/", "N/A", "无"})
"""What stands below a caption that has no value in this card."""
NUMBERED = late(
    r"(?:(?:item|line|pos\.?|position|行|项|第)\s*){0,2}(?P<number>\d{1,6})(?:\s*[.:：项行])?\s+(?=\S)"
    r"|(?:(?:item|line|pos\.?|position|行|项|第)\s*){1,2}(?P<bare>\d{1,6})\s*$",
    re.IGNORECASE,
)
"""How a title begins with its item's number: "2 Ring SSiC", "Item 00020 Ring SSiC"; or is it: 行 0020."""
NAMED = Heading("", frozenset({Role.DESCRIPTION}), exact=False)
"""What stands above a card may be its place or machine as well."""
CODED = Heading("", frozenset({Role.PART}), exact=False)


@dataclass(frozen=True, slots=True)
class Captioned:
    """A caption, the role that it names, and the value below it."""

    caption: Run
    role: Role
    heading: Heading
    value: Run


@dataclass(frozen=True, slots=True)
class Card:
    """The captions of one item, and where it stands: `right` is where the next card begins."""

    pairs: tuple[Captioned, ...]
    right: float


def find(pages: Sequence[PageBlocks]) -> list[list[TextLine]]:
    """Return the lines of each card, none where the cards are not alike or are a table."""
    found = [(page, list(_captioned(page))) for page in pages]
    told = Counter(pair.caption.text for _, pairs in found for pair in pairs)
    first = next((text for text, count in told.items() if count > 1), None)
    cards = [(page, card) for page, pairs in found for card in _cards(pairs, first)]
    labels = {tuple(pair.caption.text for pair in card.pairs) for _, card in cards}
    if len(cards) < 2 or len(labels) > 1 or len(labels.pop()) < LEAST:
        return []
    if not any(_has_lines(card) for _, card in cards) and not all(
        _is_celled(page, card) for page, card in cards
    ):
        return []
    titles = [_title(page, card) for page, card in cards]
    counted = [number for title in titles if (number := _number(title)) is not None]
    numbered = len(counted) == len(titles) and all(one < two for one, two in itertools.pairwise(counted))
    groups = [
        [*_named(title, numbered=numbered), *_values(card), *_remarks(page, card)]
        for title, (page, card) in zip(titles, cards, strict=True)
    ]
    return groups if all(map(orders_something, groups)) else []


def _number(title: Run | None) -> int | None:
    found = NUMBERED.match(title.text) if title is not None else None
    return int(found["number"] or found["bare"]) if found is not None else None


def _captioned(page: PageBlocks) -> Iterator[Captioned]:
    """Yield the captions of a page that have a value of their kind right below them."""
    for block in page.blocks:
        run = block.lines[0]
        heading = recognise(run.text) if block.cell is None or len(block.lines) > 1 else None
        if heading is None or not heading.exact:
            continue
        value = joined(block.lines[1:]) if block.cell is not None else _below(page, run)
        said = recognise(value.text) if value is not None else None
        if value is None or (said is not None and said.exact):
            continue
        role = _role(heading, value.text)
        if role is not None and (clause_values.fits(role, value.text) or value.text in NOTHING):
            yield Captioned(run, role, replace(heading, roles=frozenset({role})), value)


def _role(heading: Heading, value: str) -> Role | None:
    """Return what a caption names; a mere word for things names the number that stands below it."""
    things = heading.role is None and names_things(heading.text) and parts.is_clear(value)
    return Role.PART if things else heading.role


def _below(page: PageBlocks, caption: Run) -> Run | None:
    """Return the text that begins right below a caption where the caption does."""
    below = page.under(caption.box)
    return below.lines[0] if below is not None and abs(below.box.x0 - caption.box.x0) < NEAR else None


def _cards(pairs: Sequence[Captioned], first: str | None) -> Iterator[Card]:
    """Yield the cards of a page: each begins with the caption that the first one begins with."""
    starts = [pair.caption.box for pair in pairs if pair.caption.text == first]
    for box in starts:
        beside = [each.x0 for each in starts if each.x0 > box.x0 and abs(each.top - box.top) < NEAR]
        right = min(beside, default=float("inf")) - NEAR
        below = [each.top for each in starts if each.top > box.top and abs(each.x0 - box.x0) < NEAR]
        bottom = min(below, default=float("inf"))
        own = [
            pair
            for pair in pairs
            if box.x0 - NEAR <= pair.caption.box.x0 < right
            and box.top - NEAR < pair.caption.box.top < bottom - NEAR
        ]
        yield Card(tuple(own), right)


def _has_lines(card: Card) -> bool:
    """Tell whether captions stand in more than one line of a card, or another card beside it."""
    tops = [pair.caption.box.top for pair in card.pairs]
    return max(tops) - min(tops) > NEAR or card.right < float("inf")


def _is_celled(page: PageBlocks, card: Card) -> bool:
    """Tell whether each caption of a card stands in a drawn cell together with its value."""
    celled = {id(block.lines[0]) for block in page.blocks if block.cell is not None}
    return all(id(pair.caption) in celled for pair in card.pairs)


def _title(page: PageBlocks, card: Card) -> Run | None:
    """Return the name above the captions of a card."""
    head = card.pairs[0].caption
    above = [
        run
        for run in _inside(page, card)
        if 0 <= head.box.top - run.box.bottom < TITLE * head.box.height
        and (NUMBERED.match(run.text) or not COLON.search(run.text))
    ]
    return joined(above) if above else None


def _named(title: Run | None, *, numbered: bool) -> list[TextLine]:
    """Return the line of a name, which begins with the item's number where those of all cards count on."""
    if title is None or not numbered:
        return [line_of([title])] if title is not None else []
    found = NUMBERED.match(title.text)
    assert found is not None
    bare = found["bare"] is not None
    number = Text(title, *found.span("bare" if bare else "number"), NUMBER)
    said = () if bare else tuple(_said(title, found.end()))
    return [TextLine((title,), said, number, int(found["bare"] or found["number"]))]


def _said(title: Run, start: int) -> Iterator[tuple[Role, Text]]:
    """Yield the name in a title, and the code that it may begin with: "10 MAT0012087344 Seal kit"."""
    code = title.text[start:].split(" ", maxsplit=1)[0]
    if parts.is_clear(code) and len(title.text) > start + len(code):
        yield Role.PART, Text(title, start, start + len(code), CODED)
        start += len(code) + 1
    yield Role.DESCRIPTION, Text(title, start, len(title.text), NAMED)


def _values(card: Card) -> list[TextLine]:
    stated = (pair for pair in card.pairs if pair.value.text not in NOTHING)
    return [TextLine((pair.value,), ((pair.role, _text(pair)),)) for pair in stated]


def _remarks(page: PageBlocks, card: Card) -> list[TextLine]:
    """Return what stands below the last value of a card, where its captions begin."""
    left, height = card.pairs[0].caption.box.x0, card.pairs[0].caption.box.height
    bottom = max(pair.value.box.bottom for pair in card.pairs)
    below = (run for run in _inside(page, card) if 0 <= run.box.top - bottom < TITLE * height)
    return [line_of([run]) for run in below if abs(run.box.x0 - left) < NEAR and not _is_bare(run)]


def _is_bare(run: Run) -> bool:
    """Tell whether a line is nothing but the number of the next card."""
    found = NUMBERED.match(run.text)
    return found is not None and found["bare"] is not None


def _inside(page: PageBlocks, card: Card) -> list[Run]:
    """Return the texts in the column of a card."""
    left = card.pairs[0].caption.box.x0 - INDENT
    celled = _is_celled(page, card)
    runs = (run for block in page.blocks if celled or block.cell is None for run in block.lines)
    return [run for run in runs if left <= run.box.x0 < card.right - INDENT]


def _text(pair: Captioned) -> Text:
    return Text(pair.value, 0, len(pair.value.text), pair.heading, PLACE_OF.get(pair.role))
