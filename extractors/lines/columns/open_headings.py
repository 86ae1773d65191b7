"""Headings that can mean several things, held to those that all contents of their column allow."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts, price_units, quantities, units
from extractors.late import late
from extractors.lines.columns import twin_headings
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import CODES, Heading
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable
from extractors.lines.texts import inline_labels
from extractors.page.runs import IDEOGRAPH, Run
from extractors.vocabulary.meanings import Role

NAMING = frozenset({Role.DESCRIPTION, Role.SPECIFICATION, Role.MODEL})
ITEM_NUMBER = late(r"^(?:[A-Z*]?\s?\d{1,5}(?:[.-]\d{1,3}){0,3}|[A-Z]{1,2})[.)]?$")
"""How items are numbered: 10, 1.2, 2.1.3, 1-2, A, b)."""
REVISED = late(r"(?<![a-z])(?:rev|ver)\b\.?\s*\w|版", re.IGNORECASE)
"""A drawing bears its revision, a model has none."""
ROUND = frozenset({"1", "10", "100", "1000", "1.000", "1,000"})


def narrowed(table: ItemTable) -> ItemTable:
    """Return the table with headings that can mean several things held to those that all contents allow."""
    open_ones = [at for at, column in enumerate(table.columns) if is_open(column)]
    if not open_ones:
        return table
    items = item_rows(table)
    coded = any(_holds_parts(column) for column in table.columns)
    columns = tuple(
        _allowed(column, [row.cells[at] for row in items if row.cells[at]], coded=coded)
        if at in open_ones
        else column
        for at, column in enumerate(table.columns)
    )
    return replace(table, columns=columns)


def is_open(column: Column) -> bool:
    """Tell whether the heading of a column can mean several things."""
    several = len(column.headings) == 1 and len(column.headings[0].roles) > 1
    return several and not twin_headings.several(column)


def _holds_parts(column: Column) -> bool:
    return column.role in CODES and all(heading.exact for heading in column.headings)


def _allowed(column: Column, cells: list[tuple[Run, ...]], *, coded: bool) -> Column:
    """Hold a heading to the roles that its contents allow.

    Of several lines one may be no part of a name, unless the codes of the things have a column of their own.
    """
    heading = column.headings[0]
    texts = [cell[0].text for cell in cells]
    roles = frozenset(role for role in heading.roles if _allows(role, texts))
    if _are_models(heading, texts):
        return replace(column, headings=(replace(heading, roles=heading.roles & NAMING, exact=False),))
    if not cells or not roles:
        return column
    named = coded and roles == {Role.DESCRIPTION} and not any(map(_has_code_below, cells))
    lone = named or not roles & NAMING or all(map(is_lone, cells))
    exact = heading.exact and lone and not _may_be_models(heading, roles, cells)
    return replace(column, headings=(replace(heading, roles=roles, exact=exact),))


def _has_code_below(cell: Sequence[Run]) -> bool:
    """Tell whether a further line of a cell is a code, which may be another party's number of the thing."""
    return any(parts.looks_like_code(run.text) for run in cell[1:])


def _are_models(heading: Heading, texts: list[str]) -> bool:
    """Tell whether "drawing or model" heads models: words and sizes stand there, and no revision."""
    open_heading = Role.DRAWING in heading.roles and bool(heading.roles & NAMING)
    revised = any(REVISED.search(text) for text in texts)
    return open_heading and not revised and any(" " in text or IDEOGRAPH.search(text) for text in texts)


def _may_be_models(heading: Heading, roles: frozenset[Role], cells: list[tuple[Run, ...]]) -> bool:
    """Tell whether "drawing or model" (图号或型号) leaves it open: only a drawing has a revision."""
    open_heading = roles == {Role.DRAWING} and bool(heading.roles & NAMING)
    return open_heading and not all(REVISED.search(cell[0].text) for cell in cells)


def _allows(role: Role, texts: list[str]) -> bool:
    """Tell whether what stands in a column may be of a role: codes are codes, names something else."""
    if role in CODES or role is Role.DRAWING:
        return _are_codes(list(map(parts.strip_label, texts)))
    if role in NAMING:
        return not _are_codes([text for text in texts if not text.isdigit()])
    if role is Role.LINE_NUMBER:
        return all(ITEM_NUMBER.match(text) for text in texts)
    if role is Role.UNIT:
        return all(units.canonical(text) is not None for text in texts)
    if role in {Role.PRICE_PER, Role.PRICE}:
        return all(_is_round(text) for text in texts) is (role is Role.PRICE_PER)
    return role not in MONEY_OR_COUNT or all(NUMBER.match(text) for text in texts)


def _are_codes(texts: list[str]) -> bool:
    """Tell whether all texts are codes; among such with figures capitals alone are one too: "BJ-COM-S"."""
    coded = [text for text in texts if parts.looks_like_code(text)]
    if 2 * len(coded) <= len(texts):
        return len(coded) == len(texts)
    return all(text in coded or parts.lettered(text) is not None for text in texts)


def _is_round(text: str) -> bool:
    """Tell whether a text is what prices are made for: 1, 10, 100, 1000, perhaps with a unit."""
    found = quantities.parse(price_units.LED.sub("", text))
    return found is not None and re.sub(r"[.,]0+$", "", found.number_text) in ROUND


def is_lone(cell: Sequence[Run]) -> bool:
    """Tell whether a cell has one text, and below it nothing but labels with their values."""
    return all(inline_labels.pieces(run.text) for run in cell[1:])
