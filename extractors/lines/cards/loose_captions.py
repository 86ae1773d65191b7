"""Captions of cards that no list knows wholly: what stands below them in every card tells what they may be.

    Position   Article          Supplier's article   Article Lokke
    1          Seal, 100 mm     10061277             LK-0117
               Count   Each     Together             Comes on
               1 set   20.00    20.00                4 May 2027

Every card has such a caption once, in the same place. What is read below it is never sure; where it is the
name, no code is either: nothing certain ties it to the thing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from extractors.fields import dates, parts, units
from extractors.header.labelling.label_words import COLON
from extractors.lines.cards.caption_pairs import NEAR, Captioned, Card, value_of
from extractors.lines.composed_headings import names_things
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.texts import clause_values
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

LONGEST = 32
"""A caption has no more letters."""
LETTERS = 3
"""A name has so many letters at least, or two ideographs."""
IDLE = frozenset({Role.OTHER, Role.REMARK})
"""What a caption that is not wholly known says nothing by."""

Column = tuple[tuple[Run, Run], ...]
"""A caption with the value below it, of every card."""


def widened(cards: Sequence[tuple[PageBlocks, Card]], *, titled: bool) -> list[tuple[PageBlocks, Card]]:
    """Return cards with the captions besides that all of them have; `titled` tells that names stand above."""
    columns = list(_columns(cards))
    roles = {pair.role for _, card in cards for pair in card.pairs}
    roles |= {Role.DESCRIPTION} if titled else set()
    found: list[list[Captioned]] = [[] for _ in cards]
    for column, role in _told(columns, roles):
        for more, (caption, value) in zip(found, column, strict=True):
            heading = Heading(caption.text, frozenset({role}), exact=False)
            more.append(Captioned(caption, role, heading, value))
    return [
        (page, replace(card, pairs=(*_tied(card.pairs, more), *more)))
        for (page, card), more in zip(cards, found, strict=True)
    ]


def _tied(pairs: Sequence[Captioned], more: Sequence[Captioned]) -> list[Captioned]:
    """Return what a card surely says, its codes as open where its name is likely and no more."""
    named = any(each.role is Role.DESCRIPTION for each in more)
    return [
        replace(pair, heading=replace(pair.heading, exact=False)) if named and pair.role in CODES else pair
        for pair in pairs
    ]


def _columns(cards: Sequence[tuple[PageBlocks, Card]]) -> Iterator[Column]:
    """Yield the captions that all cards have once, as far behind their first one."""
    found = [_strange(page, card) for page, card in cards]
    for text in found[0]:
        others = [each.get(text) for each in found]
        column = tuple(each for each in others if each is not None)
        offsets = [
            caption.box.x0 - card.pairs[0].caption.box.x0
            for (caption, _), (_, card) in zip(column, cards, strict=False)
        ]
        if len(column) == len(cards) and max(offsets) - min(offsets) < NEAR:
            yield column


def _strange(page: PageBlocks, card: Card) -> dict[str, tuple[Run, Run]]:
    """Return what looks like a caption in a card and is none of its known ones, with what stands below it."""
    taken = {id(word) for pair in card.pairs for word in pair.words}
    own = [block for block in page.blocks if card.holds(block.lines[0])]
    told = Counter(block.lines[0].text for block in own)
    pairs = ((block.lines[0], value_of(page, block)) for block in own if _may_be(block.lines[0], taken))
    return {
        caption.text: (caption, value)
        for caption, value in pairs
        if value is not None and told[caption.text] == 1 and taken.isdisjoint(map(id, value.words))
    }


def _may_be(run: Run, taken: AbstractSet[int]) -> bool:
    """Tell whether a text may be a caption: a few words without figures that nothing else took."""
    text = run.text
    worded = any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
    return worded and len(text) <= LONGEST and not COLON.search(text) and taken.isdisjoint(map(id, run.words))


def _told(columns: Sequence[Column], known: AbstractSet[Role]) -> Iterator[tuple[Column, Role]]:
    """Yield columns with what they may hold and nothing else does: captions tell first, then values."""
    left, roles = list(columns), set(known)
    for tell in (_by_caption, _by_thing, _by_values):
        told = [(column, tell(column)) for column in left]
        count = Counter(role for _, role in told)
        for column, role in told:
            if role is not None and count[role] == 1 and role not in roles:
                left.remove(column)
                yield column, role
        roles |= {role for _, role in told if role is not None}


def _by_caption(column: Column) -> Role | None:
    """Return what a caption says by the words that are known, where all values are of that kind."""
    heading = recognise(column[0][0].text)
    role = heading.role if heading is not None else None
    if role is None or role in IDLE | {Role.DESCRIPTION}:
        return None
    values = [value.text for _, value in column]
    counted = role is not Role.LINE_NUMBER or all(map(str.isdecimal, values))
    return role if counted and all(clause_values.fits(role, value) for value in values) else None


def _by_thing(column: Column) -> Role | None:
    """Return the name, where a word for things stands above words."""
    heading = recognise(column[0][0].text)
    named = heading is not None and Role.DESCRIPTION in heading.roles
    thing = named or names_things(column[0][0].text)
    return Role.DESCRIPTION if thing and all(_is_name(value.text) for _, value in column) else None


def _by_values(column: Column) -> Role | None:
    """Return what values tell below a caption that says nothing: days, units, names of things."""
    heading = recognise(column[0][0].text)
    if heading is not None and not heading.roles <= IDLE | {Role.LINE_NUMBER, Role.PART}:
        return None
    values = [value.text for _, value in column]
    if all(dates.parse(value, compact=False) for value in values):
        return Role.DELIVERY
    if all(units.canonical(value) is not None for value in values):
        return Role.UNIT
    return Role.DESCRIPTION if all(map(_is_name, values)) else None


def _is_name(text: str) -> bool:
    """Tell whether a text may be the name of a thing: words, and neither a code nor a day."""
    letters = sum(2 if "\u4e00" <= each <= "\u9fff" else 1 for each in text if each.isalpha())
    return letters >= LETTERS and not parts.looks_like_code(text) and not dates.parse(text, compact=False)
