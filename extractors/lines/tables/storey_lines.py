"""The lines of items in two storeys: under which heading a text stands, and what of a line needs none."""

import itertools
from collections.abc import Sequence

from extractors.fields import dates, parts, periods, price_units, quantities, units
from extractors.lines.headings import CODES
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column
from extractors.lines.tables.inner_tables import ITEM_NUMBER
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

FIGURES = MONEY_OR_COUNT | {Role.LIST_PRICE, Role.DISCOUNT, Role.TAX_RATE, Role.TAX_AMOUNT, Role.PRICE_PER}
REACH = 24
"""So many lines below a heading show what it heads."""
Line = list[Run]


def figures(line: Line, columns: Sequence[Column]) -> Line:
    """Return a line without what needs no heading: a unit behind its count, what a price is for."""
    return _without_units([run for run in line if not _tells_basis(run, columns)], columns)


def _without_units(line: Line, columns: Sequence[Column]) -> Line:
    """Return a line without a unit that stands right behind a count, under its heading: "12   pcs"."""
    return line[:1] + [
        run
        for before, run in itertools.pairwise(line)
        if not (
            units.canonical(run.text)
            and NUMBER.match(before.text)
            and columns[nearest(run, columns)].role is Role.QUANTITY
            and nearest(run, columns) == nearest(before, columns)
        )
    ]


def untold(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """Return the first lines below a heading without those that a label tells: "Your item: 10041187"."""
    return [line for line in lines[start : start + REACH] if not is_told(line)]


def is_told(line: Line) -> bool:
    """Tell whether a line is nothing but a label with its value."""
    return len(line) == 1 and recognise_inline(line[0].text) is not None


def _tells_basis(run: Run, columns: Sequence[Column]) -> bool:
    """Tell whether a text says what the price before it is for: "/ 100 EA"."""
    told = run.text.startswith("/") and price_units.find(run.text) is not None
    return told and Role.PRICE in columns[nearest(run, columns)].roles


def nearest(run: Run, columns: Sequence[Column]) -> int:
    """Return the column whose heading a text stands below, or whose edge is nearest to its own."""
    box = run.box

    def apart(at: int) -> float:
        column = columns[at]
        shared = min(box.x1, column.x1) - max(box.x0, column.x0)
        return -shared if shared > 0 else min(abs(box.x0 - column.x0), abs(box.x1 - column.x1))

    return min(range(len(columns)), key=apart)


def _counts(text: str) -> bool:
    """Tell whether a text is a count with its unit ("8套"): one heading over both was cut above another."""
    found = quantities.parse(text)
    return found is not None and found.unit is not None


def may_stand(column: Column, text: str) -> bool:
    """Tell whether a text may stand under a heading, by the kind of value that it is."""
    role = column.role
    if role in FIGURES:
        counted = role is Role.QUANTITY and quantities.unit_first(text) is not None
        return counted or NUMBER.match(text) is not None
    if role is Role.LINE_NUMBER:
        return ITEM_NUMBER.match(text) is not None
    if role is Role.UNIT:
        return units.canonical(text) is not None or _counts(text)
    if role is Role.DELIVERY:
        return bool(dates.parse(text)) or periods.parse(text) is not None
    if role in CODES or role is Role.DRAWING:
        return parts.looks_like_code(parts.strip_label(text))
    return role is not Role.DESCRIPTION or not NUMBER.match(text)
