"""The line above a card that names its thing, perhaps with the number of the item at its edge.

Pump shaft 2Cr13 L=685        2
Vendor P/N     10017521
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.item import Text
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

COUNT = late(r"\d{1,3}")
"""How an item is numbered beside its name; more figures are a code."""
TWO = 2
APART = 2.0
"""The number stands so many heights of its letters behind the name."""


def above(waiting: Sequence[TextLine], line: TextLine) -> list[TextLine]:
    """Return the line right above, which may name what the labels below describe."""
    if not waiting or Role.DESCRIPTION in line.roles or not waiting[-1].roles <= {Role.DESCRIPTION}:
        return []
    named = _named(waiting[-1])
    near = line.runs[0].box.top - waiting[-1].runs[0].box.bottom < TWO * line.runs[0].box.height
    return [named] if near and named is not None else []


def leading(group: list[TextLine], line: TextLine) -> list[TextLine]:
    """Take the name of the next card away from the end of the one before it, if it stands nearer to that."""
    if len(group) < TWO or group[-1].roles:
        return []
    before, name = group[-TWO].runs[0].box, group[-1].runs[0].box
    nearer = before.top > name.top or name.top - before.bottom > line.runs[0].box.top - name.bottom
    named = above(group[-1:], line) if nearer else []
    if named:
        group.pop()
    return named


def _named(line: TextLine) -> TextLine | None:
    """Return a line that is a name, and has a number beside it at most."""
    if len(line.said) == 1:
        return line
    if len(line.said) != TWO or len(line.runs) != TWO or line.number is not None:
        return None
    (name, count), counted = line.runs, COUNT.fullmatch(line.runs[1].text.strip())
    if counted is None or count.box.x0 - name.box.x1 < APART * count.box.height:
        return None
    number = Text(count, 0, len(count.text), None)
    return replace(line, said=line.said[:1], number=number, ordinal=int(count.text))
