"""Item tables without drawn cells: columns are the white space between words.

A heading is one to three lines of known heading words. The lines below that have numbers under its
number columns are the items; lines without belong to the item they stand next to.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors import summaries
from extractors.headings import recognise
from extractors.item_table import MONEY_OR_COUNT, Column, ItemTable, Row, is_item_heading, make_column
from extractors.runs import Run, rows_of, split_line
from extractors.vocabulary.meanings import Role, Summary
from models.page import Box, Page, Word, union

HEADING_GAP = 0.5
"""A gap wider than this share of the letter height parts two headings, or two cells of a row."""
NUMBER = re.compile(
    r"^(?:[^\w\s]{1,2}|[A-Z]{2,3}\$?|元|人民币)?\s*[-(−]?\s*\d[\d.,'’\s]*[)−-]?\s*(?:%|/.{0,12}|[^\d\s]{1,4})?$"
)
BLOCKS = ((0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0))
"""How many lines above and below a line may belong to its heading."""
END_GAP = 1.9
"""White space higher than this many lines ends a table, unless an item follows."""
FURNITURE = re.compile(
    r"^(?:[-=_.*~·—─]{5,}|(?:page|seite|sheet)\s*:?\s*\d+(?:\s*(?:of|/|von)\s*\d+)?|第\s*\d+\s*页.*|-\s*\d+\s*-)$",
    re.IGNORECASE,
)
"""Lines of a print that belong to no item: rulers made of characters, page numbers."""
ENDING = frozenset({Summary.TOTAL, Summary.NET, Summary.GROSS, Summary.CARRIED})
"""Summaries behind which no further item stands on the page."""
Line = list[Run]


@dataclass(frozen=True, slots=True)
class _Heading:
    columns: tuple[Column, ...]
    box: Box
    last: int


def item_tables(page: Page, words: Sequence[Word]) -> Iterator[ItemTable]:
    """Yield the item tables among words that stand in no drawn table, from top to bottom."""
    lines = _lines(page, words)
    at = 0
    while at < len(lines):
        heading = _heading(lines, at)
        if heading is None:
            at += 1
            continue
        body, end = _body(lines, heading.last + 1, heading.columns)
        if any(_is_anchor(line, heading.columns) for line in body):
            yield _table(page, heading, body)
        at = max(end, heading.last + 1)


def continuation(page: Page, words: Sequence[Word], before: ItemTable) -> tuple[Row, ...]:
    """Return rows that go on at the top of a page without a heading, none where nothing fits."""
    lines = _lines(page, words)
    first = next((at for at, line in enumerate(lines) if _fits(line, before.columns)), None)
    if first is None or first > len(lines) // 2 + 6:
        return ()
    body, _ = _body(lines, first, before.columns)
    return tuple(_rows(page, body, before.columns))


def _lines(page: Page, words: Sequence[Word]) -> list[Line]:
    gap = cell_gap(words)
    lines = (split_line(page, line, gap) for line in rows_of(words))
    return [line for line in lines if not all(FURNITURE.match(run.text) for run in line)]


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
    return len(numeric) >= 2 and all(any(_number_under(run, column) for run in line) for column in numeric)


def _heading(lines: Sequence[Line], at: int) -> _Heading | None:
    if sum(recognise(run.text) is not None for run in lines[at]) < 2:
        return None
    blocks = (_block(lines, at - above, at + below) for above, below in BLOCKS)
    found = [(score, heading) for score, heading in (each for each in blocks if each is not None)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _block(lines: Sequence[Line], first: int, last: int) -> tuple[float, _Heading] | None:
    if first < 0 or last >= len(lines) or not _close(lines[first : last + 1]):
        return None
    runs = [run for line in lines[first : last + 1] for run in line]
    columns = tuple(_column(group) for group in _side_by_side(runs))
    if not is_item_heading([heading for column in columns for heading in column.headings]):
        return None
    score = sum(_worth(column) for column in columns)
    return score, _Heading(columns, union(run.box for run in runs), last)


def _worth(column: Column) -> float:
    exact = column.headings and all(heading.exact for heading in column.headings)
    return len(column.headings) + 0.01 * len(column.text) if exact else -1.5


def _close(block: Sequence[Line]) -> bool:
    boxes = [union(run.box for run in line) for line in block]
    return all(
        below.top - above.bottom < 0.8 * min(above.height, below.height)
        for above, below in itertools.pairwise(boxes)
    )


def _side_by_side(runs: Sequence[Run]) -> list[list[Run]]:
    """Group runs that stand above each other, from left to right."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: each.box.x0):
        if groups and run.box.x0 < max(each.box.x1 for each in groups[-1]) - 1:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [sorted(group, key=lambda each: each.box.top) for group in groups]


def _column(group: Sequence[Run]) -> Column:
    box = union(run.box for run in group)
    return make_column(box.x0, box.x1, [run.text for run in group])


def _number_under(run: Run, column: Column) -> bool:
    slack = run.box.height
    overlaps = run.box.x0 < column.x1 + slack and run.box.x1 > column.x0 - slack
    return overlaps and bool(NUMBER.match(run.text))


def _is_anchor(line: Line, columns: Sequence[Column]) -> bool:
    """Tell whether a line is the main line of an item."""
    numbers = sum(
        bool(column.roles & MONEY_OR_COUNT) and any(_number_under(run, column) for run in line)
        for column in columns
    )
    numbered = any(
        Role.LINE_NUMBER in column.roles and any(_number_under(run, column) for run in line)
        for column in columns
    )
    return (numbers >= 2 or (numbers == 1 and numbered)) and not _summary(line)


def _summary(line: Line) -> Summary | None:
    for run in line:
        found = summaries.recognise(run.text)
        if found is not None:
            return found.kind
    return None


def _body(lines: Sequence[Line], start: int, columns: Sequence[Column]) -> tuple[list[Line], int]:
    """Return the lines of a table from `start` on, and where the rest of the page begins."""
    body: list[Line] = []
    totals = False
    at = start
    while at < len(lines):
        line = lines[at]
        anchor, summary = _is_anchor(line, columns), _summary(line)
        if not anchor and _ends(line, body, summary, totals=totals):
            break
        totals = totals or summary in ENDING
        body.append(line)
        at += 1
    return body, at


def _ends(line: Line, body: Sequence[Line], summary: Summary | None, *, totals: bool) -> bool:
    if summary is not None:
        return False
    if totals:
        return True
    if not body:
        return False
    before, here = union(run.box for run in body[-1]), union(run.box for run in line)
    return here.top - before.bottom > END_GAP * min(before.height, here.height)


def _table(page: Page, heading: _Heading, body: Sequence[Line]) -> ItemTable:
    anchors = [line for line in body if _is_anchor(line, heading.columns)]
    columns, clean = _bounded(heading, anchors)
    rows = tuple(_rows(page, body, columns))
    return ItemTable(columns, rows, heading.box, page, ruled=False, cut_cleanly=clean)


def _bounded(heading: _Heading, anchors: Sequence[Line]) -> tuple[tuple[Column, ...], bool]:
    """Widen the columns to the middle of the white space between them."""
    spans = [(run.box.x0, run.box.x1) for line in anchors for run in line]
    heads = heading.columns
    spans += [(column.x0, column.x1) for column in heads]
    clean = True
    edges = [min(start for start, _ in spans) - 2]
    for left, right in itertools.pairwise(heads):
        edge, empty = _gap(spans, (left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2)
        edges.append(edge)
        clean = clean and empty
    edges.append(max(end for _, end in spans) + 2)
    bounded = tuple(replace(column, x0=edges[at], x1=edges[at + 1]) for at, column in enumerate(heads))
    return bounded, clean


def _gap(spans: Sequence[tuple[float, float]], low: float, high: float) -> tuple[float, bool]:
    """Return the middle of the widest white space between `low` and `high`, and whether there is one."""
    best, widest = (low + high) / 2, 0.0
    reach = low
    for start, end in sorted(spans):
        if start > high:
            break
        if start - reach > widest:
            best, widest = (start + reach) / 2, start - reach
        reach = max(reach, end)
    if high - reach > widest:
        best, widest = (high + reach) / 2, high - reach
    return best, widest > 0


def _rows(page: Page, body: Sequence[Line], columns: Sequence[Column]) -> Iterator[Row]:
    """Join the lines of each item to a row; a summary is a row of its own."""
    group: list[Line] = []
    for at, line in enumerate(body):
        if group and _starts_row(body, at, columns):
            yield _row(page, group, columns)
            group = []
        group.append(line)
    if group:
        yield _row(page, group, columns)


def _starts_row(body: Sequence[Line], at: int, columns: Sequence[Column]) -> bool:
    line = body[at]
    if _summary(line) or _summary(body[at - 1]):
        return True
    if _is_anchor(line, columns):
        return not _leads(body, at - 1, columns)
    return _leads(body, at, columns)


def _leads(body: Sequence[Line], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a line without numbers belongs to the item below it, by its distance."""
    if at + 1 >= len(body) or _is_anchor(body[at], columns) or not _is_anchor(body[at + 1], columns):
        return False
    if any(_below_numbers(run, columns) for run in body[at]):
        return False
    here, below = union(run.box for run in body[at]), union(run.box for run in body[at + 1])
    after = below.top - here.bottom
    if at == 0:
        return after < 0.3 * here.height
    above = union(run.box for run in body[at - 1])
    return after < 0.3 * here.height and after < 0.5 * (here.top - above.bottom)


def _below_numbers(run: Run, columns: Sequence[Column]) -> bool:
    return bool(columns[_column_of(run, columns)].roles & MONEY_OR_COUNT)


def _row(page: Page, group: Sequence[Line], columns: Sequence[Column]) -> Row:
    cells: list[list[Run]] = [[] for _ in columns]
    for line in group:
        for run in line:
            cells[_column_of(run, columns)].append(run)
    box = union(run.box for line in group for run in line)
    return Row(page, box, tuple(tuple(cell) for cell in cells))


def _column_of(run: Run, columns: Sequence[Column]) -> int:
    """Return the column a run belongs to: where a number stands, or where a text begins."""
    at = run.box.centre if NUMBER.match(run.text) else run.box.x0 + 1
    return next((index for index, column in enumerate(columns) if at < column.x1), len(columns) - 1)
