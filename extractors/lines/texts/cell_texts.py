"""What stands in a cell of an item: labelled lines, numbers, and the texts of headings above each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields import money, parts, quantities, units
from extractors.late import late
from extractors.lines.headings import CODES, Heading
from extractors.lines.item import Text
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.lines.texts import (
    coded_tails,
    inline_labels,
    labelled_codes,
    owned_codes,
    short_names,
    wrapped_labels,
)
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

ONE_LINE = MONEY_OR_COUNT | CODES | {Role.UNIT, Role.DRAWING, Role.DELIVERY}
"""Roles whose value takes one line where headings are stacked; what follows is a note."""
DASHED = late(r"-[A-Z0-9]+(?:-[A-Z0-9]+)*")
BEGUN = late(r"[A-Z0-9]+(?:-[A-Z0-9]+)*-")
REST = late(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
DIGITS = late(r"^[\d.,]+$")
CENTS = late(r"\d[.,]\d{2}$")
BASES = frozenset({"10", "100", "1000"})
"""What a price is for, alone on the line below it: no figures that its cell broke off."""
LONG = late(r"[.,]\d{6,}$")
"""No price and no quantity has so many decimals."""
COMPARING = late(
    r"(?<![a-z])(?:interchang|replac|exist|instead|identical|similar|equivalent|compatib|former|previous|supersed"
    r"|original|ersetz|statt|ersatz f|bisher|wie vorhanden|passend zu|remplac|existant|reempla)"
    r"|互换|替[代换]|代替|原[有装图件厂]|同原|旧[图件款]|現有|现有|参照|类似",
    re.IGNORECASE,
)
"""Words that hold the thing against another one, whose number may follow."""
NOTED = late(r"\s*\*{2,}\s*[^*\d]{2,40}?\s*\*{2,}\s*")
"""A note below a name: "** free of charge **"; with figures it may be a size."""


def of_cell(
    cell: Sequence[Run], column: Column, index: int, *, inherited: bool
) -> Iterator[tuple[Role | None, Text]]:
    """Yield the texts of a cell: labelled lines, then the rest under the column's heading."""
    whole = _rejoined(cell, stacked=len(column.headings) > 1)
    if len(whole) < len(cell):
        # What stands there may as well be said of the number: "-URGENT".
        column = replace(column, headings=tuple(replace(each, exact=False) for each in column.headings))
    cell = whole
    coded = labelled_codes.find(cell) if column.role in CODES else ()
    owned = () if coded else owned_codes.find(cell)
    yield from (
        (piece.role or Role.REMARK, Text(run, piece.start, piece.end, piece.heading))
        for run, piece in (*coded, *owned)
    )
    cell = [] if coded else [run for run in cell if all(run is not each for each, _ in owned)]
    plain: list[Run] = []
    said = late = False
    lines, tails = coded_tails.parted(list(wrapped_labels.whole(cell)), column)
    yield from tails
    scheduled = [run for run in lines[1:] if column.role in CODES and _counts(run.text)]
    scheduled += short_names.beside_codes(lines, column)
    scheduled += [run for run in lines[1:] if NOTED.fullmatch(run.text)]
    yield from ((Role.REMARK, text_of((run,), None, None)) for run in scheduled)
    for run in (each for each in lines if each not in scheduled):
        told = plain or column.role is not None or labelled_codes.names_code(run)
        inline = list(labelled(run)) if told else []
        if plain and not inline and column.role in MONEY_OR_COUNT and not _goes_on(plain[0], run):
            # Below the last price stands "Pretax total: 691.38"; what else does may take the price back.
            late = late or not labelled_codes.LABELLED.match(run.text)
            yield Role.REMARK, text_of((run,), None, None)
            continue
        if inline and not plain and column.role is Role.DESCRIPTION and inline[0][1].heading is None:
            # "Pump shaft, SUS420, drawing P-22": the name leads the line, and where it ends is open.
            said = late = True
            plain.append(run)
            yield from inline[1:]
            continue
        if inline and (plain or said or inline[0][0] is not column.role):
            said = True
            yield from inline
        elif not said or _wants_name(column, plain):
            late = late or said
            plain.append(run)
        else:
            yield Role.REMARK, text_of((run,), None, None)
    if late or tails:
        # The name below a labelled line may be that of the next item, where cells are set in the middle.
        column = _of_name(column)
    yield from _stacked(plain, column, index, inherited=inherited)


def _rejoined(cell: Sequence[Run], *, stacked: bool) -> list[Run]:
    """Return the lines of a cell, a number that goes on with a dash below as one: "BJ31-0047" / "-6612-A".

    Below `stacked` headings so is one that a dash ends, "LP-24-" / "2760": they are not two numbers.
    """
    lines: list[Run] = []
    for run in cell:
        goes_on = bool(lines) and DASHED.fullmatch(run.text) is not None
        if stacked and lines:
            goes_on = goes_on or (BEGUN.fullmatch(lines[-1].text) and REST.fullmatch(run.text)) is not None
        if goes_on and parts.looks_like_code(lines[-1].text) and _is_right_below(lines[-1], run):
            lines[-1] = joined((lines[-1], run), glue=True)
        else:
            lines.append(run)
    return lines


def _of_name(column: Column) -> Column:
    """Return a column whose headings are not certain; what may be the name below labelled codes is it."""
    named = frozenset({Role.DESCRIPTION})
    headings = (
        replace(each, exact=False, roles=each.roles & named or each.roles) for each in column.headings
    )
    return replace(column, headings=tuple(headings))


def _wants_name(column: Column, plain: Sequence[Run]) -> bool:
    """Tell whether the next line under the headings of a column is the name, and none stood there yet."""
    return len(plain) < len(column.headings) and Role.DESCRIPTION in column.headings[len(plain)].roles


def _counts(text: str) -> bool:
    """Tell whether a text is a quantity with its unit in brackets, as of a schedule: "2 (EA)".

    "50 L" may be the rest of a code.
    """
    found = quantities.parse(text) if text.endswith(")") else None
    return found is not None and found.unit is not None


def _goes_on(number: Run, below: Run) -> bool:
    """Tell whether a line may be the rest of a number: figures without a label, its unit or its currency."""
    plain = below.text.strip("()（）[]")
    if not NUMBER.match(number.text):
        return True
    figures = any(map(str.isdigit, plain)) and not labelled_codes.LABELLED.match(plain)
    return figures or units.canonical(plain) is not None or bool(money.currency(plain))


def labelled(run: Run) -> Iterator[tuple[Role, Text]]:
    """Yield the labelled pieces of a line; what says nothing between them is a remark.

    A code that a remark goes on to is not surely the item's: "Note: to fit the existing make, drg. GA-118".
    """
    noted = False
    for piece in inline_labels.pieces(run.text):
        lines = 1 if wrapped_labels.on_one_line(run, piece.start, piece.end) else 2
        heading = piece.heading
        if noted and heading is not None and piece.role in inline_labels.SPACED:
            heading = replace(heading, exact=False)
        yield piece.role or Role.REMARK, Text(run, piece.start, piece.end, heading, lines=lines)
        said = run.text[piece.start : piece.end]
        noted = noted or piece.role is Role.REMARK or (not piece.role and COMPARING.search(said) is not None)


def _stacked(
    plain: Sequence[Run], column: Column, index: int, *, inherited: bool
) -> Iterator[tuple[Role | None, Text]]:
    """Share the lines of a cell among the headings that stand above each other."""
    stack = labelled_codes.in_one_tongue(column.headings)
    own = labelled_codes.name_lines(stack, plain)
    headings = labelled_codes.told_apart(stack, [*plain[:1], *plain[own:]], ends=plain[1:own])
    if own > 1:
        yield headings[0].role, text_of(plain[:own], headings[0], index, inherited=inherited)
        plain, headings = plain[own:], headings[1:]
    for at, heading in enumerate(headings[:-1]):
        if at < len(plain):
            yield heading.role, text_of(plain[at : at + 1], heading, index, inherited=inherited)
    rest = plain[len(headings) - 1 :] if headings else plain
    last = headings[-1] if headings else None
    if len(headings) > 1 and last is not None and last.role in ONE_LINE:
        rest, notes = rest[:1], rest[1:]
        yield from ((Role.REMARK, text_of((run,), None, None)) for run in notes)
    if rest:
        yield last.role if last else None, text_of(rest, last, index, inherited=inherited)


def text_of(
    lines: Sequence[Run], heading: Heading | None, column: int | None, *, inherited: bool = False
) -> Text:
    """Return lines of a cell as one text; figures that a narrow cell broke are one number."""
    broken = (
        heading is not None
        and heading.role in MONEY_OR_COUNT
        and all(DIGITS.match(each.text) for each in lines[1:])
        and all(map(_may_break, lines, lines[1:]))
        and not LONG.search("".join(each.text for each in lines))
    )
    run = joined(lines, glue=broken)
    return Text(run, 0, len(run.text), heading, column, inherited, len(lines))


def _may_break(above: Run, below: Run) -> bool:
    """Tell whether figures may be the rest of those above: a price with its cents does not go on with 100."""
    priced = CENTS.search(above.text) is not None and below.text in BASES
    return _is_right_below(above, below) and not priced


def _is_right_below(above: Run, below: Run) -> bool:
    """Tell whether a text stands on the next line and on no further one: a phone number may come later."""
    return above.box.bottom < below.box.middle and below.box.top < above.box.bottom + above.box.height
