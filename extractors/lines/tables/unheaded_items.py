"""Item tables without a heading, or under one that says too little: their numbers tell them.

Looked for only where no heading of items was found. A row whose numbers make a product is an item; several
such rows under each other are a table, and the arithmetic says which column is which
(`extractors/lines/reckoning.py`). The words above them name the other columns as far as they are known.
All of it is only likely: no column has an exact heading, so nothing that is read is sure.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.fields.numbers import Notation
from extractors.lines import reckoning
from extractors.lines.columns.heading_lines import HeadingLines
from extractors.lines.headings import Heading, recognise
from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, ItemTable, Row, make_column
from extractors.lines.reckoning import Reckoned
from extractors.lines.tables import ruled_items, unruled_items
from extractors.lines.tables.layouts import Layout
from extractors.page.runs import Run
from models.page import Box, Page, Table, union

LEAST_RUNS = 4
"""A line of an item has so many cells at least: a name and three numbers."""
MOST_NUMBERS = 8
"""More numbers on one line are looked at no further: their products meet by chance."""
ABOVE = 2
"""So many rows above the first item may be its heading."""
LEAST_HEADS = 2
Line = list[Run]
Span = tuple[float, float]


def find(pages: Sequence[Layout]) -> ItemTable | None:
    """Return the table with the most items that close, with its rows on later pages; None without one."""
    best: ItemTable | None = None
    for at, layout in enumerate(pages):
        for table in _on_page(layout):
            if best is None or len(table.rows) > len(best.rows):
                best = _with_pages(table, pages[at + 1 :])
    return best


def labels_values(table: ItemTable) -> bool:
    """Tell whether the rows that order something hold labels of numbers beside these, as cards do."""
    texts = [[run.text for run in row.runs] for row in table.rows]
    rows = [each for each in texts if _makes_a_product(each)]
    labelled = [each for each in rows if sum(map(_labels_number, each)) >= LEAST_HEADS]
    return 2 * len(labelled) >= len(rows) > 0


def _labels_number(text: str) -> bool:
    heading = recognise(text)
    return heading is not None and heading.exact and heading.role in MONEY_OR_COUNT


def _on_page(layout: Layout) -> Iterator[ItemTable]:
    for each in layout.tables:
        table = _ruled(layout.page, each)
        if table is not None:
            yield table
    table = _unruled(layout.page, unruled_items.lines_of(layout.page, layout.free))
    if table is not None:
        yield table


def _with_pages(table: ItemTable, later: Sequence[Layout]) -> ItemTable:
    rows = table.rows
    for layout in later:
        for each in layout.tables:
            rows += ruled_items.continuation(layout.page, each, table) or ()
        if not table.ruled:
            rows += unruled_items.continuation(layout.page, layout.free, table)
    return replace(table, rows=rows)


def _ruled(page: Page, table: Table) -> ItemTable | None:
    columns = _cell_columns(table)
    rows = ruled_items.rows_under(page, table, columns, 0)
    texts = [[" ".join(run.text for run in cell) for cell in row.cells] for row in rows]
    filled = [at for at, row in enumerate(texts) if _makes_a_product([text for text in row if text])]
    found = reckoning.find([texts[at] for at in filled], {}, range(len(columns)))
    if found is None:
        return None
    first = filled[found.rows[0]]
    heads = _heads(rows[max(first - ABOVE, 0) : first])
    named = tuple(_column(column, heads.get(at, []), found, at) for at, column in enumerate(columns))
    return ItemTable(named, tuple(rows[first:]), rows[first].box, page, ruled=True)


def _cell_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns that the cells which reach over one of them state."""
    boxes: dict[int, list[Box]] = {}
    for cell in table.cells:
        if cell.column_span == 1:
            boxes.setdefault(cell.column, []).append(cell.box)
    unions = (union(each) for _, each in sorted(boxes.items()))
    return tuple(Column(box.x0, box.x1, ()) for box in unions)


def _heads(above: Sequence[Row]) -> dict[int, list[str]]:
    """Return the texts of the rows above the first item, column by column, if they look like headings."""
    kept: dict[int, list[str]] = {}
    for row in above:
        texts = {at: " ".join(run.text for run in cell) for at, cell in enumerate(row.cells) if cell}
        if len(texts) >= LEAST_HEADS and not any(NUMBER.match(text) for text in texts.values()):
            for at, text in texts.items():
                kept.setdefault(at, []).append(text)
    return kept


def _column(column: Column, heads: Sequence[str], found: Reckoned, at: int) -> Column:
    """Return a column with what its heading or the arithmetic says of it, none of it exact."""
    named = make_column(column.x0, column.x1, list(heads)) if heads else column
    role = found.roles.get(at)
    if role is not None:
        text = " ".join(heads)
        return replace(named, headings=(Heading(text, frozenset({role}), exact=False),), text=text, stack=())
    headings = tuple(replace(each, exact=False) for each in named.headings)
    counted = any(each.roles & MONEY_OR_COUNT for each in headings)
    return replace(named, headings=() if counted else headings, stack=())


def _unruled(page: Page, lines: Sequence[Line]) -> ItemTable | None:
    likely = [at for at, line in enumerate(lines) if _is_likely(line)]
    for group in _groups(lines, likely):
        spans = _columns([lines[at] for at in group])
        texts = [_texts(lines[at], spans) for at in group]
        found = reckoning.find(texts, {}, range(len(spans)))
        if found is None:
            continue
        first = group[found.rows[0]]
        heads = _heads_over(lines[max(first - ABOVE, 0) : first], lines[first], spans)
        plain = [Column(x0, x1, ()) for x0, x1 in spans]
        columns = tuple(_column(each, heads.get(at, []), found, at) for at, each in enumerate(plain))
        box = union(run.box for run in lines[first])
        heading = HeadingLines(columns, Box(box.x0, box.top, box.x1, box.top), first - 1)
        return unruled_items.table_under(page, lines, heading, first)
    return None


def _is_likely(line: Line) -> bool:
    return len(line) >= LEAST_RUNS and _makes_a_product([run.text for run in line])


def _makes_a_product(texts: Sequence[str]) -> bool:
    """Tell whether two numbers of a row make a third one."""
    for notation in Notation:
        values = [value.each for text in texts if (value := reckoning.value(text, notation)) is not None]
        if len(values) > MOST_NUMBERS:
            continue
        for one, other in itertools.combinations(values, 2):
            made = one * other
            if any(abs(made - each) <= reckoning.CENT for each in values) and made > 1:
                return True
    return False


def _groups(lines: Sequence[Line], likely: Sequence[int]) -> Iterator[list[int]]:
    """Yield likely lines that have about as many cells as each other, the largest group first."""
    groups: dict[int, list[int]] = {}
    for at in likely:
        groups.setdefault(len(lines[at]), []).append(at)
    yield from sorted(groups.values(), key=len, reverse=True)


def _columns(lines: Sequence[Line]) -> list[Span]:
    """Return the places that the cells of lines take from left to right, apart by white space."""
    spans: list[Span] = []
    for x0, x1 in sorted((run.box.x0, run.box.x1) for line in lines for run in line):
        if spans and x0 < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], x1))
        else:
            spans.append((x0, x1))
    return spans


def _at(run: Run, spans: Sequence[Span]) -> int | None:
    return next((at for at, (x0, x1) in enumerate(spans) if run.box.x0 < x1 and run.box.x1 > x0), None)


def _texts(line: Line, spans: Sequence[Span]) -> list[str]:
    texts = [""] * len(spans)
    for run in line:
        at = _at(run, spans)
        if at is not None:
            texts[at] = f"{texts[at]} {run.text}".strip()
    return texts


def _heads_over(above: Sequence[Line], first: Line, spans: Sequence[Span]) -> dict[int, list[str]]:
    """Return the words right above the first item, column by column, if they look like headings."""
    kept: dict[int, list[str]] = {}
    box = union(run.box for run in first)
    for line in above:
        near = box.top - union(run.box for run in line).bottom < 2 * ABOVE * box.height
        if not near or len(line) < LEAST_HEADS or any(NUMBER.match(run.text) for run in line):
            continue
        for run in line:
            at = _at(run, spans)
            if at is not None:
                kept.setdefault(at, []).append(run.text)
    return kept
