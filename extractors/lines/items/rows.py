"""Rows of an item table to items: which rows are items, and which text belongs to which role."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.header.labelling import label_words
from extractors.late import late
from extractors.lines.columns import (
    equipment_columns,
    headed_in_common,
    slashed_codes,
    stacked_headings,
    stated_twice,
    sum_rows,
    two_codes,
)
from extractors.lines.columns.column_contents import settled
from extractors.lines.columns.sum_rows import SummaryRow
from extractors.lines.headings import recognise
from extractors.lines.item import Item, Text
from extractors.lines.item_table import MONEY_OR_COUNT, NAMES, NUMBER, Column, ItemTable, Row, doubted
from extractors.lines.items import (
    charge_names,
    counted_on,
    lone_numbers,
    names_above,
    numbered_names,
    numbered_titles,
    ordering_codes,
    owners_codes,
    told_figures,
)
from extractors.lines.items.inner_texts import of_inner
from extractors.lines.items.lettered_names import apart
from extractors.lines.items.line_marks import without_marks
from extractors.lines.items.shared_cells import passed_on
from extractors.lines.tables import led_items, lots, section_facts, spanned_items
from extractors.lines.tables.inner_tables import is_section, spaced_label
from extractors.lines.texts import cell_texts, price_lines, wrapped_labels
from extractors.lines.texts.inline_labels import recognise_inline
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role, Summary

CHARGED = frozenset({Summary.CHARGE, Summary.DISCOUNT})
"""Sums that may be items of the table as well."""
SUMMED = late(
    r"\s*(?:(?:line|item|position|schedule|row|article|sub)[ -]?)?totals?\s+(?:for|of|per)\b"
    r"|\s*(?:line|item|position|schedule|row|article)[ -]totals?\b|\s*summe (?:für|der) (?:pos|zeile)"
    r"|\s*(?:小计|合计|本项|本行)",
    re.IGNORECASE,
)
"""What a sum of one item or its parts is called, and no thing: "Item Total for Line # 1"."""


@dataclass(frozen=True, slots=True)
class Items:
    """What the rows of a table hold; `rest` are rows that are none of it (label rows below)."""

    items: tuple[Item, ...]
    summaries: tuple[SummaryRow, ...]
    notes: tuple[Row, ...]
    rest: tuple[Row, ...]


def read(table: ItemTable) -> Items:
    """Sort the rows of a table into items, summaries, notes and the rest."""
    table = stacked_headings.settled(spanned_items.joined(table))
    table = slashed_codes.parted(stated_twice.settled(table))
    table = headed_in_common.settled(two_codes.told_apart(equipment_columns.settled(table)))
    table = settled(table)
    groups: list[tuple[Row, list[Row]]] = []
    totals: list[SummaryRow] = []
    between: list[Row] = []
    summed = 0  # items up to the last sum: what stands behind it goes on with none of them
    kept = [row for row in table.rows if not _repeats_heading(row, table)]
    titles = numbered_titles.find(kept, lambda row: is_item(row, table.columns))
    titles |= section_facts.find(kept, table.columns, lambda row: _is_goods(row, table))
    notes = [row for row in kept if _is_section(row) or id(row) in titles]
    entitled = set(map(id, notes))
    rows = led_items.joined([row for row in kept if id(row) not in entitled], table.columns)
    rows = charge_names.joined(rows, table.columns)
    for at, row in enumerate(rows):
        items = [main for main, _ in groups]
        valued = at > 0 and sum_rows.is_below_captions(row.runs, rows[at - 1].runs)
        summary = None if valued else _sum_of(row, items, table)
        if summary is not None:
            totals.append(summary)
            summed = len(groups)
        elif valued or (totals and sum_rows.is_no_item(row, items, table.columns)):
            notes.append(row)
        elif groups and lots.of_item(row, table.columns):
            groups[-1][1].append(row)
        elif is_item(row, table.columns) and not _is_component(row, groups, table.columns):
            groups.append((row, []))
        elif _leaves_table(row, groups) and not _counts_on(groups[-1][0], rows[at:], table):
            return _items(table, groups, totals, notes, [*between, *rows[at:]])
        elif _leaves_table(row, groups):
            between.append(row)
        else:
            (groups[-1][1] if len(groups) > summed else notes).append(row)
    return _items(table, groups, totals, notes, between)


def _counts_on(last: Row, rows: Sequence[Row], table: ItemTable) -> bool:
    return counted_on.goes_on(last, rows, table.columns, lambda row: _is_goods(row, table))


def _items(
    table: ItemTable,
    groups: Sequence[tuple[Row, list[Row]]],
    totals: Sequence[SummaryRow],
    notes: Sequence[Row],
    rest: Sequence[Row],
) -> Items:
    items = numbered_names.told_apart(apart([_item(row, details, table) for row, details in groups]))
    items = without_marks(items)
    items = items if table.ruled else tuple(names_above.doubted(items, table.columns))
    items = owners_codes.told(section_facts.told(lone_numbers.settled(passed_on(items)), notes))
    return Items(items, tuple(totals), tuple(notes), tuple(rest))


def _repeats_heading(row: Row, table: ItemTable) -> bool:
    texts = [" ".join(run.text for run in cell) for cell in row.cells]
    known = {column.text for column in table.columns if column.text}
    filled = [text for text in texts if text]
    return len(filled) >= 2 and all(text in known for text in filled)


def _is_section(row: Row) -> bool:
    """Tell whether a row is the title of the items below it: 二、其他备件, "B. Spare parts"."""
    return len(row.runs) == 1 and is_section(row.runs[0].text)


def _is_goods(row: Row, table: ItemTable) -> bool:
    """Tell whether a row is an item and no sum, whose name may stand in any column: "Total" under Pos."""
    return is_item(row, table.columns) and _sum_of(row, [], table) is None


def _sum_of(row: Row, items: Sequence[Row], table: ItemTable) -> SummaryRow | None:
    """Return the sum that a row states, by its name or by its numbers, or the captions of several."""
    return _summary(row, table) or sum_rows.captions(row) or sum_rows.find(row, items, table.columns)


def _summary(row: Row, table: ItemTable) -> SummaryRow | None:
    """Return the summary that a row states: a summary label, and no name of a thing before it."""
    numbers = [column for column in table.columns if column.roles & MONEY_OR_COUNT]
    spaced = spaced_label(sorted(row.runs, key=lambda each: each.box.x0))
    if spaced is not None:
        return SummaryRow(spaced, min(row.runs, key=lambda each: each.box.x0), row)
    for run in sorted(row.runs, key=lambda each: (each.box.x0, each.box.top)):
        label = sum_rows.stated(run.text)
        if label is not None:
            counted = label.kind in CHARGED and _is_counted(row, table.columns)
            return None if counted else SummaryRow(label, run, row)
        if not NUMBER.match(run.text) and numbers:
            return None
    return None


def _is_counted(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a charge is ordered like a thing, with quantity and price: "30 Freight 1 lot 70.00"."""
    return all(_has(row, columns, role) for role in (Role.QUANTITY, Role.PRICE))


def is_item(row: Row, columns: Sequence[Column]) -> bool:
    """Tell whether a row orders something: it has a quantity, price or amount in its column."""
    pairs = zip(columns, row.cells, strict=True)
    return any(NUMBER.match(text) for column, cell in pairs for text in _counted(column, cell))


def _counted(column: Column, cell: Sequence[Run]) -> list[str]:
    """Return the lines of a cell that stand under headings of numbers, one heading above the other."""
    if not column.roles & MONEY_OR_COUNT or not cell:
        return []
    if len(column.headings) == 1:
        return [cell[0].text]
    lines = zip(column.headings, cell, strict=False)
    return [run.text for heading, run in lines if heading.roles & MONEY_OR_COUNT]


def _is_component(row: Row, groups: Sequence[tuple[Row, list[Row]]], columns: Sequence[Column]) -> bool:
    """Tell whether a row counts a part of the item above: it has a quantity, and neither number nor price."""
    if not groups:
        return False
    item = groups[-1][0]
    return (
        _has(item, columns, Role.LINE_NUMBER)
        and _has(item, columns, Role.PRICE, Role.AMOUNT)
        and not _has(row, columns, Role.LINE_NUMBER, Role.PRICE, Role.AMOUNT)
    )


def _has(row: Row, columns: Sequence[Column], *roles: Role) -> bool:
    pairs = zip(columns, row.cells, strict=True)
    return any(cell and not column.roles.isdisjoint(roles) for column, cell in pairs)


def _leaves_table(row: Row, groups: Sequence[tuple[Row, list[Row]]]) -> bool:
    """Tell whether a row of labels begins: the header block that many forms print below the items."""
    if not groups:
        return False
    filled = [cell for cell in (*row.cells, row.spanning) if cell]
    first = filled[0][0] if filled else None
    if first is None or first in groups[-1][0].runs:
        return False
    found = label_words.match(first.text)
    return found is not None and recognise_inline(first.text) is None


def _item(row: Row, details: Sequence[Row], table: ItemTable) -> Item:
    texts: dict[Role, tuple[Text, ...]] = {}
    unknown: list[Text] = []
    notes: list[Run] = []
    priced = price_lines.has_prices(table.columns)
    for index, (column, lines) in enumerate(zip(table.columns, row.cells, strict=True)):
        cell, prices = (lines, []) if priced else price_lines.parted(lines, index)
        texts |= {Role.PRICE: tuple(prices)} if prices else {}
        headed = doubted(column) if row.doubted and column.roles & NAMES else column
        for role, text in cell_texts.of_cell(cell, headed, index, inherited=index in row.inherited):
            if role is None:
                unknown.append(text)
            else:
                _put(texts, role, text)
    for run in _loose(row, details, table):
        labelled = list(cell_texts.labelled(run))
        for said, text in labelled:
            _put(texts, said, text)
        if not (labelled or Role.DESCRIPTION in texts or _is_labelled_number(run) or SUMMED.search(run.text)):
            _put(texts, Role.DESCRIPTION, cell_texts.text_of((run,), None, None))
        elif not labelled:
            notes.append(run)
    inner = of_inner([each for part in (row, *details) for each in part.inner], texts, len(table.columns))
    texts = told_figures.put(ordering_codes.told_apart(texts | inner.agreed), notes, unknown)
    return Item(row, texts, tuple(unknown), tuple(notes), inner.scattered, inner.parts)


def _is_labelled_number(run: Run) -> bool:
    """Tell whether a text below an item is a label with its number, and so no name: "数量: 2"."""
    colon = label_words.COLON.search(run.text)
    heading = recognise(run.text[: colon.start()]) if colon is not None else None
    return heading is not None and heading.exact and heading.roles <= MONEY_OR_COUNT | {Role.TAX_RATE}


def _put(texts: dict[Role, tuple[Text, ...]], role: Role, text: Text) -> None:
    texts[role] = (*texts.get(role, ()), text)


def _broken_off(row: Row, details: Sequence[Row], table: ItemTable) -> tuple[Run, ...]:
    """Return the first line of a description that the end of the page parted from its item."""
    columns = [at for at, column in enumerate(table.columns) if column.role is Role.DESCRIPTION]
    if any(row.cells[at] for at in columns):
        return ()
    cells = [detail.cells[at] for detail in details for at in columns if detail.page is not row.page]
    return next((cell[:1] for cell in cells if cell), ())


def _loose(row: Row, details: Sequence[Row], table: ItemTable) -> Iterator[Run]:
    """Yield the runs of an item that stand in no column of its main row."""
    yield from _broken_off(row, details, table)
    yield from row.spanning
    for detail in details:
        yield from wrapped_labels.whole(detail.runs)
