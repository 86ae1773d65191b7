"""Cells of a typewriter print that one blank parts: what begins where its heading does is a cell."""

import itertools
from collections.abc import Sequence

from extractors.lines.headings import recognise
from extractors.lines.item_table import NAMES
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run, make_run
from extractors.vocabulary.meanings import Role

HEADED = 3
"""So many headings at least make a line one of headings."""
LINES = 2
"""So many lines below each other may name the columns."""
SLACK = 0.3
"""Letters and headings stand at the same place within so many widths of a letter."""
STANDING = NAMES | {Role.LINE_NUMBER}
"""What begins where its heading does; numbers end there."""
Line = list[Run]


def cut(lines: Sequence[Line], at: int) -> list[Line]:
    """Return the lines with those below the headings at `at` cut where number and name begin."""
    starts = [run.box.x0 for line in lines[at : at + LINES] for run in line if _stands(run)]
    if sum(_is_heading(run) for run in lines[at]) < HEADED or not starts:
        return list(lines)
    head = at + LINES
    return [
        *lines[:head],
        *([part for run in line for part in _parted(run, starts)] for line in lines[head:]),
    ]


def _is_heading(run: Run) -> bool:
    heading = recognise(run.text)
    return heading is not None and heading.exact


def _stands(run: Run) -> bool:
    heading = recognise(run.text)
    return heading is not None and heading.exact and bool(heading.roles & STANDING)


def _parted(run: Run, starts: Sequence[float]) -> list[Run]:
    """Cut a run before each further word that begins where a heading does.

    A label is one text, wherever its words begin: "Your material number".
    """
    label = recognise(run.text)
    if (label is not None and label.exact) or recognise_inline(run.text) is not None:
        return [run]
    width = run.box.width / max(len(run.text), 1)
    cuts = [
        at
        for at, word in enumerate(run.words)
        if at and any(abs(word.box.x0 - start) < SLACK * width for start in starts)
    ]
    edges = [0, *cuts, len(run.words)]
    return [make_run(run.page, run.words[low:high]) for low, high in itertools.pairwise(edges)]
