"""Two cards side by side whose lines are not level: a cell of one of them takes two lines.

    Item        10               Item               20
    Article     O-ring 70x5.33   Article description  Hex bolt
    description                  Qty                250
    Qty         200              Unit               pc

At least one line says the same label twice, and the labels of the right half are those of the left one.
"""

import itertools
from collections.abc import Sequence

from extractors.lines.cards.label_texts import NEAR, is_label, label_of
from extractors.lines.texts.text_lines import TextLine, line_of
from extractors.page.runs import Run

CLOSE = 1.5
"""A line of a card is less than so many heights below the one above it."""
TALL = 1.5
"""A text so many times as high as its words stands on more than one line."""
LEAST = 3
"""So many labels at least both halves have."""


def in_rows(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return lines as they stand on the page, from top to bottom and from left to right.

    A name over two lines is told as one block, before what stands level with its second line.
    """
    tops = [line.runs[0].box.middle for line in lines]
    ordered = all(
        above.box.x0 <= below.box.x0 for line in lines for above, below in itertools.pairwise(line.runs)
    )
    if (ordered and tops == sorted(tops)) or any(_is_tall(run) for line in lines for run in line.runs):
        return list(lines)
    rows: list[list[Run]] = []
    for run in sorted((run for line in lines for run in line.runs), key=lambda each: each.box.top):
        if rows and rows[-1][0].box.top < run.box.middle < rows[-1][0].box.bottom:
            rows[-1].append(run)
        else:
            rows.append([run])
    return [line_of(sorted(row, key=lambda run: run.box.x0)) for row in rows]


def _is_tall(run: Run) -> bool:
    """Tell whether a text was put together of several lines."""
    return run.box.height > TALL * max(word.box.height for word in run.words)


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
