"""Cells with the codes of several owners, each behind a label: "GTIN: 40123… / SE_ID: 9876 / BY_ID: 6549"."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.headings import CODES, Heading
from extractors.lines.texts.inline_labels import BRACKETED, Piece, recognise_inline
from extractors.page.runs import IDEOGRAPH, Run
from extractors.vocabulary.meanings import Role

LABELLED = late(r"\s*[^\s:：][^:：]{1,23}[:：]\s*\S")
NUMBERS = CODES | {Role.DRAWING}
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


def name_lines(headings: Sequence[Heading], cell: Sequence[Run]) -> int:
    """Return how many lines a name takes whose heading stands above those of codes, 1 where nothing tells.

    A narrow cell breaks a name; the codes below it are the last lines of the cell.
    """
    more = len(cell) - len(headings)
    if more < 1 or not _heads_codes(headings):
        return 1
    further, codes = cell[1 : 1 + more], cell[1 + more :]
    named = not all(map(_is_code, further)) or (all(map(_is_size, further)) and not any(map(_is_size, codes)))
    return 1 + more if all(map(_is_code, codes)) and named else 1


def _is_size(run: Run) -> bool:
    """Tell whether a text with few figures is a material or a size rather than the number of a part."""
    return not parts.has_figures(run.text)


def _heads_codes(headings: Sequence[Heading]) -> bool:
    """Tell whether the headings are that of a name and below it those of codes."""
    coded = len(headings) > 1 and all(each.role in NUMBERS for each in headings[1:])
    return coded and headings[0].role is Role.DESCRIPTION


def in_one_tongue(headings: Sequence[Heading]) -> Sequence[Heading]:
    """Return headings above each other, one that comes again in the other language only once."""
    kept = list(headings[:1])
    for above, below in itertools.pairwise(headings):
        again = above.role is not None and above.role is below.role
        if not again or bool(IDEOGRAPH.search(above.text)) is bool(IDEOGRAPH.search(below.text)):
            kept.append(below)
    return kept


def told_apart(
    headings: Sequence[Heading], cell: Sequence[Run], *, ends: Sequence[Run] = ()
) -> Sequence[Heading]:
    """Return headings above each other, as inexact where a cell holds fewer codes than they name.

    So they are where one of the further lines of the name, its `ends`, may be a code.

    What is left blank leaves no line, so that nobody knows whose code is missing. Where more lines stand
    there than headings, and no code where a code should stand, a heading was lost or a name is broken: all
    may be moved. So may they where one line too many is a code as well.
    """
    named = sum(heading.role in CODES for heading in headings)
    codes = [_is_code(run) for run in cell]
    wrong = any(each.role in NUMBERS and not code for each, code in zip(headings, codes, strict=False))
    full = len(cell) >= len(headings) > 1
    surplus = len(cell) > len(headings) and (
        (named >= TWO and sum(codes) > named) or (_heads_codes(headings) and all(codes[1:]))
    )
    if (full and (wrong or surplus)) or any(map(_is_code, ends)):
        return [replace(each, exact=False) for each in headings]
    if named < TWO or sum(codes) >= named:
        return headings
    return [replace(each, exact=each.exact and each.role not in CODES) for each in headings]


def names_code(run: Run) -> bool:
    """Tell whether a line says by a label with a colon whose code it is, wherever it stands."""
    said = recognise_inline(run.text) if LABELLED.match(run.text) else None
    return said is not None and said[0] in NUMBERS


def _is_code(run: Run) -> bool:
    return parts.looks_like_code(parts.strip_label(run.text))


def _piece(run: Run) -> Piece:
    known = recognise_inline(run.text) if LABELLED.match(run.text) else None
    if known is None:
        return Piece(None, None, 0, len(run.text))
    role, heading, start = known
    aside = BRACKETED.fullmatch(run.text)
    return Piece(role, heading, start, len(run.text) if aside is None else aside.end("said"))
