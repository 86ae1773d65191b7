"""The captions of sums and terms that follow the last card of items, and are none of it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.fields import money, numbers
from extractors.fields.numbers import Notation
from extractors.lines.cards.caption_pairs import NEAR, Captioned, Card
from extractors.page.blocks import PageBlocks
from extractors.vocabulary.meanings import Role

SUMS = frozenset({Role.AMOUNT, Role.TAX_AMOUNT, Role.TAX_RATE})
TERMS = frozenset({Role.DELIVERY, Role.CURRENCY, Role.REMARK, Role.OTHER})
OFF = 1.5
"""What stands so many times as far below a card as its own lines from each other is not of it."""


def ended(cards: Sequence[tuple[PageBlocks, Card]]) -> list[tuple[PageBlocks, Card]]:
    """Return the cards without the captions of sums and terms below the last of them."""
    least = min((len(card.pairs) for _, card in cards), default=0)
    amounts = [
        pair.value.text for _, card in cards for pair in card.pairs[:least] if pair.role is Role.AMOUNT
    ]
    amounts = amounts if len(amounts) == len(cards) else []
    return [(page, _until(card, least, amounts) if card.last else card) for page, card in cards]


def _until(card: Card, count: int, amounts: Sequence[str]) -> Card:
    """Return a card with so many captions if sums and terms of the order follow, and not close.

    Drawn close below it they are the order's where one of their first line is what all cards make.
    """
    own, below = card.pairs[:count], card.pairs[count:]
    if not below or not {pair.role for pair in below} <= SUMS | TERMS:
        return card
    apart = below[0].role in SUMS and _is_apart(own, below)
    return replace(card, pairs=own) if apart or _makes_total(amounts, below) else card


def _is_apart(own: Sequence[Captioned], below: Sequence[Captioned]) -> bool:
    bottoms = [max(pair.value.box.bottom for pair in own[: at + 1]) for at in range(len(own))]
    inner = [two.caption.box.top - bottom for bottom, two in zip(bottoms, own[1:], strict=False)]
    least = bottoms[-1] + OFF * max(inner, default=float("inf"))
    return least > bottoms[-1] and all(pair.caption.box.top > least for pair in below)


def _makes_total(amounts: Sequence[str], below: Sequence[Captioned]) -> bool:
    """Tell whether an amount in the first line of captions below the cards is the sum of all of theirs."""
    top = below[0].caption.box.top
    level = [pair.value.text for pair in below if abs(pair.caption.box.top - top) < NEAR]
    return len(amounts) > 1 and any(_adds_up(amounts, text, each) for text in level for each in Notation)


def _adds_up(amounts: Sequence[str], total: str, notation: Notation) -> bool:
    values = [_read(text, notation) for text in amounts]
    known = [value for value in values if value is not None]
    return len(known) == len(values) and _read(total, notation) == sum(known)


def _read(text: str, notation: Notation) -> Decimal | None:
    found = money.parse(text)
    return numbers.read(found.number_text, notation) if found is not None else None
