"""Amounts and prices from which a discount in the same line is still to be taken: 800.00, 10 %, 720.00.

Quantity and price make the amount before the discount, and so nothing else shows that another one holds.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.fields.numbers import Notation
from extractors.lines.item import Item, Text
from extractors.lines.values.line_numbers import LineNumbers, number
from extractors.vocabulary.meanings import Role
from models.reading import OrderLine, Reason, opened

WHOLE = Decimal(100)
CENT = Decimal("0.02")


def doubted(
    items: Sequence[Item],
    numbers: Sequence[LineNumbers],
    lines: Sequence[OrderLine],
    notation: Notation | None,
) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in amounts and prices before a discount."""
    every = zip(items, numbers, lines, strict=True)
    return tuple(_doubted(item, own, line, notation) for item, own, line in every)


def _doubted(item: Item, own: LineNumbers, line: OrderLine, notation: Notation | None) -> OrderLine:
    if (
        own.amount is None
        or not own.closes
        or not _is_before(item, own.amount.text, own.amount.value, notation)
    ):
        return line
    fields = (("unit_price", line.unit_price), ("amount", line.amount))
    return replace(line, **{name: opened(each, Reason.RIVAL) for name, each in fields if each})


def _is_before(item: Item, text: Text, amount: Decimal, notation: Notation | None) -> bool:
    """Tell whether a discount of the line leaves another of its amounts."""
    others = (*item.texts.get(Role.AMOUNT, ()), *item.unknown)
    beside = [each for each in others if each.column not in {None, text.column}]
    left = [found.value for each in beside if (found := number(each, notation)) is not None]
    reduced = list(_reduced(item, amount, notation))
    return any(abs(value - each) <= CENT for value in left for each in reduced if each < amount)


def _reduced(item: Item, amount: Decimal, notation: Notation | None) -> list[Decimal]:
    """Return what discounts leave of an amount, as percentages (also 9折) and as money."""
    found: list[Decimal] = []
    for text in item.texts.get(Role.DISCOUNT, ()):
        bare = replace(text, end=text.start + len(text.run.text[text.start : text.end].rstrip(" %％折")))
        said = number(bare, notation)
        if said is not None:
            share = abs(said.value)
            tenths = amount * share / 10 if share < 10 else amount * share / WHOLE
            found += [amount * (WHOLE - share) / WHOLE, amount - share, tenths]
    return found
