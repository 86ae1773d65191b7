"""Item numbers below a heading that names things as well: 品项 over 1, 2, 3, and the names elsewhere."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role

STEPS = (1, 10)


def told_apart(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with such numbers as their numbers, where they count all of them."""
    numbers = [_number(item) for item in items]
    told = [int(text.printed) if text is not None else 0 for text in numbers]
    counts = any(told == [step * at for at in range(1, len(items) + 1)] for step in STEPS)
    if not items or not counts:
        return tuple(items)
    return tuple(
        _with_number(item, text) for item, text in zip(items, numbers, strict=True) if text is not None
    )


def _number(item: Item) -> Text | None:
    """Return the first of several names where it is a mere number, and another one is none."""
    texts = item.texts.get(Role.DESCRIPTION, ())
    if Role.LINE_NUMBER in item.texts or len(texts) == 1:
        return None
    named = any(any(map(str.isalpha, text.printed)) for text in texts[1:])
    return texts[0] if named and texts[0].printed.isdecimal() else None


def _with_number(item: Item, number: Text) -> Item:
    texts = {**item.texts, Role.LINE_NUMBER: (number,)}
    texts[Role.DESCRIPTION] = tuple(text for text in texts[Role.DESCRIPTION] if text is not number)
    return replace(item, texts=texts)
