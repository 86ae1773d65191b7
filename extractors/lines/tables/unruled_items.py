"""Item tables without drawn cells: columns are the white space between words.

A heading is one to three lines of known heading words. The lines below that have numbers under its
number columns are the items; lines without belong to the item they stand next to.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.columns import heading_lines
from extractors.lines.columns.heading_lines import HeadingLines
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.columns.offset_headings import in_slots
from extractors.lines.item_table import MONEY_OR_COUNT, Column, ItemTable, Row
from extractors.lines.tables import (
    broken_numbers,
    centred_headings,
    item_ends,
    led_items,
    many_storeys,
    overflowing,
    page_columns,
    slashes,
    storey_rows,
    storeys,
    touching_days,
    typed_cells,
    unruled_rows,
    wrapped_sums,
)
from extractors.lines.tables.inner_tables import (
    Place,
    places,
)
from extractors.lines.tables.table_end import above_total, body_from
from extractors.lines.tables.white_space import number_under, recut, sums_apart
from extractors.page.runs import Run, rows_of, split_line
from models.page import Page, Word

HEADING_GAP = 0.5
"""A gap wider than this share of the letter height parts two headings, or two cells of a row."""
FURNITURE = late(
    r"^(?:[-=_.*~·—─]{5,}|(?:page|seite|sheet)\s*:?\s*\d+(?:\s*(?:of|/|von)\s*\d+)?|第\s*\d+\s*页.*|-\s*\d+\s*-)$",
    re.IGNORECASE,
)
"""Lines of a print that belong to no item: rulers made of characters, page numbers."""
PAGED = late(
    r"\s(?:page|seite|sheet)\s*:?\s*\d+\s*(?:of|/|von)\s*\d+$|[·|•]\s*(?:page|seite)\s*\d+$"
    r"|第\s*\d+\s*页\s*[,，/]?\s*共\s*\d+\s*页$",
    re.IGNORECASE,
)
"""How the foot of a page ends."""
SUM = late(r"\d[.,]\d{2}(?!\d)")
FLUSH = 0.5
"""Headings of two pages stand at the same place, from end to end, within so many points."""
Line = list[Run]


def item_tables(page: Page, words: Sequence[Word], before: ItemTable | None = None) -> Iterator[ItemTable]:
    """Yield the tables under item headings among words that stand in no drawn table, from the top.

    `before` is the last table on the pages before. One may hold no item: where the table before it goes on,
    it holds the end of the last one.
    """
    lines = lines_of(page, words)
    yield from _tables(page, lines, before)


def _tables(page: Page, lines: list[Line], before: ItemTable | None) -> Iterator[ItemTable]:
    known = frozenset(column.text for column in before.columns) if before is not None else frozenset[str]()
    at = 0
    fixed = list(lines)  # what is kept of lines must not change with them
    wide = cell_gap(page.words) > HEADING_GAP
    while at < len(lines):
        many = many_storeys.find(page, fixed, at)
        if many is not None:
            yield many[0]
            at = many[1]
            continue
        typed = typed_cells.cut(fixed, at) if wide else fixed
        storeys_heading = storeys.find(typed, at, known, before.storey if before is not None else 0)
        if storeys_heading is not None:
            both = [*storeys_heading.upper, *storeys_heading.lower]
            typed = touching_days.parted(typed, both)
            body, end = body_from(typed, storeys_heading.end, storeys_heading.lower, storeys_heading)
            yield storey_rows.table(page, storeys_heading, body)
            at = max(end, storeys_heading.end)
            continue
        heading = heading_lines.find(lines, at, known)
        if heading is None:
            at += 1
            continue
        if page.synthetic or wide:
            lines[heading.last + 1 :] = recut(lines[heading.last + 1 :], heading.columns)
            fixed = list(lines)
        rest = touching_days.parted(lines[heading.last + 1 :], heading.columns)
        lines[heading.last + 1 :] = rest
        columns = centred_headings.settled(in_slots(heading.columns, rest), above_total(rest))
        heading = replace(heading, columns=columns)
        body, end = body_from(lines, heading.last + 1, heading.columns)
        yield _table(page, heading, body, _under_the_same(heading, before))
        at = max(end, heading.last + 1)


def _under_the_same(heading: HeadingLines, before: ItemTable | None) -> list[Line]:
    """Return the main lines of the table before where its heading stands here again, at the same place.

    A page with few items shows less of where the columns are than the pages before it.
    """
    if before is None or before.ruled or before.storey or before.levels:
        return []
    same = [column.text for column in heading.columns] == [column.text for column in before.columns]
    own, other = heading.box, before.heading_box
    if not same or max(abs(own.x0 - other.x0), abs(own.x1 - other.x1)) > FLUSH:
        return []
    return [[cell[0] for cell in row.cells if cell] for row in item_rows(before)]


def continuation(page: Page, words: Sequence[Word], before: ItemTable) -> tuple[Row, ...]:
    """Return rows that go on at the top of a page without a heading, none where nothing fits."""
    return going_on(page, lines_of(page, words), before)


def going_on(page: Page, lines: Sequence[Line], before: ItemTable) -> tuple[Row, ...]:
    """Return the rows of lines that go on with a table from the page before, none where nothing fits."""
    if before.levels:
        return many_storeys.going_on(page, lines, before)
    upper, lower = before.columns[: before.storey], before.columns[before.storey :]
    first = next((at for at, line in enumerate(lines) if _fits(line, lower) or _fits(line, upper)), None)
    if first is None or first > len(lines) // 2 + 6:
        return ()
    if before.led:
        body, _ = body_from(lines, max(first - _missing(before), 0), before.columns)
        return tuple(unruled_rows.rows_of(page, body, before.columns, begun=before.led))
    if not before.storey:
        rest = item_ends.stand_in(lines[:first], before)
        first = 0 if rest else led_items.first_of(lines, first, before.columns)
        body, _ = body_from(lines, first, before.columns)
        return tuple(unruled_rows.rows_of(page, body, before.columns))
    # The line above are the names over the figures, or the codes of the item before.
    body, _ = body_from(lines, max(first - 1, 0), before.columns)
    return tuple(storey_rows.rows_of(page, body, upper, lower))


def _missing(before: ItemTable) -> int:
    """Return how many lines above the first figures of a page belong to their item."""
    last = before.rows[-1] if before.rows else None
    if last is None or not led_items.is_unfinished(last, before.columns):
        return before.led
    return max(before.led - len(last.runs), 0)


def _short_of(line: Line, columns: Sequence[Column]) -> Line:
    """Return a line above the figures without a name so long that it passes over the column of a figure.

    Where the columns of figures run is told by the lines that have some.
    """
    numeric = [column for column in columns if column.roles & MONEY_OR_COUNT]
    passing = [run for run in line if any(run.box.x0 < column.x0 < run.box.x1 for column in numeric)]
    short = [run for run in line if run not in passing]
    counted = any(number_under(run, column) for run in short for column in numeric)
    return line if counted else short


def table_under(page: Page, lines: Sequence[Line], heading: HeadingLines, start: int) -> ItemTable:
    """Return the table of the lines from `start` on, under a heading that is known."""
    body, _ = body_from(lines, start, heading.columns)
    return _table(page, heading, body)


def lines_of(page: Page, words: Sequence[Word]) -> list[Line]:
    """Return the lines of words, cut into cells, without what belongs to the print."""
    gaps = _gaps(words)
    lines = (
        sums_apart(slashes.joined(split_line(page, line, min(gaps[_size(word)] for word in line))))
        for line in rows_of(words)
    )
    return wrapped_sums.whole([line for line in lines if not _is_furniture(line)])


def _gaps(words: Sequence[Word]) -> dict[float, float]:
    """Return the gap that parts two cells by the size of their letters: a table may be typed in its own."""
    whole = cell_gap(words)
    sizes: dict[float, list[Word]] = {}
    for word in words:
        sizes.setdefault(_size(word), []).append(word)
    return {size: max(whole, cell_gap(alike)) for size, alike in sizes.items()}


def _size(word: Word) -> float:
    return round(word.box.height, 1)


def _is_furniture(line: Line) -> bool:
    """Tell whether a line belongs to the print: a ruler, or the foot of a page with its number and no sum."""
    if all(FURNITURE.match(run.text) for run in line):
        return True
    text = " ".join(run.text for run in line)
    return PAGED.search(text) is not None and SUM.search(text) is None


def cell_gap(words: Sequence[Word]) -> float:
    """Return the gap that parts two cells, as a share of the letter height.

    Where every letter is as wide as any other (typewriter, dot-matrix), a blank is as wide as they
    are: one blank parts words, two part cells.
    """
    lettered = [word for word in words if len(word.text) >= 4 and word.text.isalpha() and word.text.isascii()]
    equal = [word for word in lettered if _letters_alike(word)]
    if len(equal) < 0.8 * len(lettered) or len(equal) < 4:
        return HEADING_GAP
    word = max(equal, key=lambda each: len(each.text))
    return max(HEADING_GAP, 1.4 * word.box.width / len(word.text) / max(word.box.height, 1.0))


def _letters_alike(word: Word) -> bool:
    widths = [right - left for left, right in itertools.pairwise(word.edges)]
    return max(widths) - min(widths) < 0.06 * max(widths) and len(set(word.text.lower())) > 2


def _fits(line: Line, columns: Sequence[Column]) -> bool:
    """Tell whether a line has a number under every number column and a first cell in place."""
    numeric = [column for column in columns if column.roles & MONEY_OR_COUNT]
    return len(numeric) >= 2 and all(any(number_under(run, column) for run in line) for column in numeric)


def _table(page: Page, heading: HeadingLines, body: Sequence[Line], others: Sequence[Line] = ()) -> ItemTable:
    """Return the table of the lines below a heading; `others` are lines of its items on pages before."""
    kinds = places(body, heading.columns)
    anchors = [at for at, kind in enumerate(kinds) if kind is Place.ANCHOR]
    heading = replace(heading, columns=broken_numbers.settled(heading.columns, [body[at] for at in anchors]))
    opening = [at - 1 for at in anchors if at and unruled_rows.leads(body, kinds, at - 1, heading.columns)]
    opening = [at for at in opening if unruled_rows.opens(body, at, heading.columns)]
    full = [_short_of(body[at], heading.columns) for at in sorted([*anchors, *opening])]
    plain = [line for line, kind in zip(body, kinds, strict=True) if kind is Place.PLAIN]
    columns = page_columns.settled(heading.columns, [body[at] for at in anchors], full, others, plain)
    rows = overflowing.put_back(
        list(unruled_rows.rows_of(page, body, columns, kinds)), columns, heading.columns
    )
    led = led_items.leading(body, kinds, columns)
    return ItemTable(columns, rows, heading.box, page, ruled=False, anchored=bool(anchors), led=led)
