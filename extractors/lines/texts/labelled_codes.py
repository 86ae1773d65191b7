"""Cells with the codes of several owners, each behind a label: "GTIN: 40123… / SE_ID: 9876 / BY_ID: 6549"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.lines.headings import CODES, Heading
from extractors.lines.texts.inline_labels import Piece, recognise_inline
from extractors.runs import Run

LABELLED = re.compile(r"\s*[^\s:：][^:：]{1,23}[:：]\s*\S")
TWO = 2
"""One labelled line may be a remark under the code of the cell itself."""


def find(cell: Sequence[Run]) -> Sequence[tuple[Run, Piece]]:
    """Return the lines of such a cell with what they are; nothing for any other cell.

    At least two lines bear a label, one of them a known one of a code. What bears a label that nobody knows
    is no code of either side, nor is a line without figures.
    """
    labelled = [LABELLED.match(run.text) is not None for run in cell]
    if sum(labelled) < TWO or any(
        not said and any(map(str.isdigit, run.text)) for run, said in zip(cell, labelled, strict=True)
    ):
        return ()
    found = [(run, _piece(run)) for run in cell]
    return found if any(piece.role in CODES for _, piece in found) else ()


def told_apart(headings: Sequence[Heading], cell: Sequence[Run]) -> Sequence[Heading]:
    """Return headings above each other, as inexact where a cell holds fewer codes than they name.

    What is left blank leaves no line, so that nobody knows whose code is missing. Where more lines stand
    there than headings, and no code where a code should stand, a heading was lost: all may be moved.
    """
    named = sum(heading.role in CODES for heading in headings)
    codes = [parts.looks_like_code(parts.strip_label(run.text)) for run in cell]
    if named < TWO:
        return headings
    wrong = (each.role in CODES and not code for each, code in zip(headings, codes, strict=False))
    if len(cell) > len(headings) and any(wrong):
        return [replace(each, exact=False) for each in headings]
    if sum(codes) >= named:
        return headings
    return [replace(each, exact=each.exact and each.role not in CODES) for each in headings]


def _piece(run: Run) -> Piece:
    known = recognise_inline(run.text) if LABELLED.match(run.text) else None
    if known is None:
        return Piece(None, None, 0, len(run.text))
    role, heading, start = known
    return Piece(role, heading, start, len(run.text))
