"""Item numbers as printed: forms put a mark before them (N = new, * = changed), or a point behind them."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role

MARKED = late(r"^(?:[A-Z*☐□◻▢]\s*)?(?P<number>\d{1,5})\s*[.)）、．]?$")
BOXES = ("☐", "□", "◻", "▢")
"""Boxes before all items are there to choose them on a screen; before some, they say what is ordered."""
BEHIND = ".)）、． "
"""What stands behind a number that counts: "1.", "2)"."""


def without_marks(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with their item numbers cut out of what is printed before them."""
    texts = [text for item in items if (text := item.one(Role.LINE_NUMBER)) is not None]
    boxed = sum(text.printed.startswith(BOXES) for text in texts)
    if 0 < boxed < len(items):
        return tuple(items)
    if not all(MARKED.match(text.printed) for text in texts) or not any(map(_apart, texts)):
        return tuple(items)
    return tuple(_unmarked(item) for item in items)


def _apart(text: Text) -> bool:
    """Tell whether a number has no mark, or one that was set as a word of its own."""
    return text.printed.rstrip(BEHIND).isdigit() or len(text.run.within(text.start, text.end)) > 1


def _unmarked(item: Item) -> Item:
    text = item.one(Role.LINE_NUMBER)
    if text is None:
        return item
    return replace(item, texts=item.texts | {Role.LINE_NUMBER: (_number(text),)})


def _number(text: Text) -> Text:
    part = text.run.text[text.start : text.end]
    match = MARKED.match(part.strip())
    assert match is not None
    start = text.start + len(part) - len(part.lstrip()) + match.start("number")
    return replace(text, start=start, end=start + len(match["number"]))
