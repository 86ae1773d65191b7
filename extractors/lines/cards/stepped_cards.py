"""Two cards side by side whose lines are not level: a cell of one of them takes two lines.

    Item        10               Item               20
    Article     O-ring 70x5.33   Article description  Hex bolt
    description                  Qty                250
    Qty         200              Unit               pc

At least one line says the same label twice, and the labels of the right half are those of the left one.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.cards.card_phase import DOUBTED
from extractors.lines.cards.label_texts import is_label, label_of
from extractors.lines.texts.text_lines import TextLine

NEAR = 2.0
"""What begins so near another text, in points, begins at the same place."""
CLOSE = 1.5
"""A line of a card is less than so many heights below the one above it."""
LEAST = 3
"""So many labels at least both halves have."""


def halved(lines: Sequence[TextLine], gutter: float) -> list[int]:
    """Return which lines have a label at either side of a gutter, none where the cards have other labels."""
    found = [at for at, line in enumerate(lines) if is_label(label_of(line.runs[0])) and _at(line, gutter)]
    left = {label_of(line.runs[0]) for line in lines}
    right = [label for at in found if (label := _at(lines[at], gutter))]
    common = left.intersection(right)
    return found if len(common) >= LEAST and len(common) > len({*right} - left) else []


def _at(line: TextLine, gutter: float) -> str:
    """Return the label that begins a half at a gutter, nothing where none does."""
    for run in line.runs[1:]:
        if abs(run.box.x0 - gutter) <= NEAR:
            return label_of(run) if is_label(label_of(run)) else ""
    return ""


def left_over(lines: Sequence[TextLine], start: int, end: int) -> int:
    """Return where two cards end, the left one last: it still says what only the right one did."""
    said = {label_of(line.runs[0]) for line in lines[start:end]}
    right = {label_of(run) for line in lines[start:end] for run in line.runs[1:]}
    while end < len(lines) and label_of(lines[end].runs[0]) in right - said:
        above, below = lines[end - 1].runs[0], lines[end].runs[0]
        if below.page is not above.page or below.box.top - above.box.bottom > CLOSE * below.box.height:
            break
        said.add(label_of(below))
        end += 1
    return end


def doubting_doubled(groups: list[list[TextLine]]) -> list[list[TextLine]]:
    """Return items, all that one says as doubtful where a line says one label twice: it may be two items'."""
    return [[_doubted(line) for line in group] if any(map(_is_doubled, group)) else group for group in groups]


def _is_doubled(line: TextLine) -> bool:
    labels = [label for run in line.runs if is_label(label := label_of(run))]
    return len(labels) > len({*labels})


def _doubted(line: TextLine) -> TextLine:
    return replace(line, said=tuple((role, replace(text, heading=DOUBTED)) for role, text in line.said))
