"""Lines that begin with a number and no mark behind it: "1 轴套 45 10只", "2 Seal ring 4 pcs at 12.00".

What counts on from line to line is the number of the item and no part of its name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item import Text
from extractors.lines.texts.text_lines import NUMBER, TextLine
from extractors.vocabulary.meanings import Role

LEADING = re.compile(r"\s*(?P<number>\d{1,3})\s+(?=[^\W\d]{2})")
FEWEST = 2
STEPS = (1, 10)
Groups = list[list[TextLine]]


def told_apart(groups: Groups) -> Groups:
    """Return the lines of items with the numbers that they begin with, where these count on over all."""
    found = [LEADING.match(name.printed) if (name := _name(group)) is not None else None for group in groups]
    counted = [int(each["number"]) for each in found if each is not None]
    alike = len(counted) == len(groups) >= FEWEST
    if not alike or not any(counted == [step * (at + 1) for at in range(len(groups))] for step in STEPS):
        return groups
    return [_numbered(group) for group in groups]


def _name(group: Sequence[TextLine]) -> Text | None:
    """Return what stands at the beginning of an item that has no number yet, and its quantity behind it."""
    first = group[0]
    if first.number is not None or not first.said or Role.QUANTITY not in first.roles:
        return None
    role, text = first.said[0]
    return text if role is None and text.start == 0 and text.run is first.runs[0] else None


def _numbered(group: Sequence[TextLine]) -> list[TextLine]:
    first, *rest = group
    role, text = first.said[0]
    leading = LEADING.match(text.run.text)
    if leading is None:
        return [first, *rest]
    number = Text(text.run, *leading.span("number"), NUMBER)
    said = ((role, replace(text, start=leading.end())), *first.said[1:])
    return [replace(first, said=said, number=number, ordinal=int(leading["number"])), *rest]
