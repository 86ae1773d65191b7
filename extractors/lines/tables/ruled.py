"""Tables that ruling lines draw: lines to cells, cells to words.

The lines of a table touch each other; where a line is missing between two neighbouring fields,
they are one merged cell. A table whose outer sides are open ends where its horizontal lines end.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.tables import text_bands
from extractors.lines.tables.text_bands import SNAP
from models.page import Box, Cell, Page, Ruling, Table, Word, union

SIDES = 3
"""So many uprights side by side, from one height to one other, are the sides of cells."""
TIME = late(r"\d{1,2}[-./](?:[A-Za-z]{3}|\d{1,2})[-./]\d{2,4}[,;]?|\d{1,2}:\d{2}(?::\d{2})?")
"""A day or an hour, which is one word and no contents of two cells."""
BLANK = 0.6
"""Words of one text are no further apart than this share of their height."""
COVER = 0.6
"""A side of a cell is drawn when lines cover at least this share of it."""
Span = tuple[float, float]


def ruled_tables(page: Page) -> tuple[Table, ...]:
    """Return the tables with at least two columns that the page's ruling lines draw."""
    tables = (_table(group, page.words) for group in _connected(page.rulings))
    return tuple(table for table in tables if table is not None)


def _connected(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Group lines that touch, directly or through others."""
    across = [each for each in rulings if each.horizontal]
    upright = [each for each in rulings if not each.horizontal]
    parent = {id(each): id(each) for each in rulings}

    def root(key: int) -> int:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for line in across:
        for post in upright:
            if _touch(line.box, post.box):
                parent[root(id(line))] = root(id(post))
    groups: dict[int, list[Ruling]] = defaultdict(list)
    for each in rulings:
        groups[root(id(each))].append(each)
    return _with_loose([group for group in groups.values() if len(group) >= 4], groups.values())


def _with_loose(tables: Sequence[list[Ruling]], groups: Iterable[Sequence[Ruling]]) -> list[list[Ruling]]:
    """Return the lines of tables with the uprights inside that touch no line: texts stand around them.

    They stand below others of the table, or with others side by side, as the sides of cells in a row.
    """
    loose = [group[0] for group in groups if len(group) == 1 and not group[0].horizontal]
    beside = Counter(_extent(each) for each in loose)
    found = []
    for table in tables:
        box = union(each.box for each in table)
        edges = [each.box.x0 for each in table if not each.horizontal]
        inside = [
            each
            for each in loose
            if box.top <= each.box.top and each.box.bottom <= box.bottom and box.x0 < each.box.x0 < box.x1
        ]
        sides = [
            each
            for each in inside
            if beside[_extent(each)] >= SIDES or any(abs(each.box.x0 - x) <= SNAP for x in edges)
        ]
        found.append([*table, *sides])
    return found


def _extent(upright: Ruling) -> tuple[int, int]:
    return round(upright.box.top), round(upright.box.bottom)


def _touch(line: Box, post: Box) -> bool:
    return line.x0 - SNAP <= post.x0 <= line.x1 + SNAP and post.top - SNAP <= line.top <= post.bottom + SNAP


def _snapped(values: Iterable[float]) -> list[float]:
    """Return the distinct positions; those nearer than `SNAP` count as one."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > SNAP:
            distinct.append(value)
    return distinct


def _table(group: Sequence[Ruling], words: Sequence[Word]) -> Table | None:
    across = [each.box for each in group if each.horizontal]
    upright = [each.box for each in group if not each.horizontal]
    if len(across) < 2 or len(upright) < 1:
        return None
    bands = text_bands.lines(across, upright, words)
    # Where an upright runs through a word all the same, no text between them shows the rows.
    torn = bands and any(_is_torn(word, across, upright) for word in words)
    return _drawn_by(across if torn else [*across, *bands], upright, words)


def _is_torn(word: Word, across: Sequence[Box], upright: Sequence[Box]) -> bool:
    """Tell whether an upright inside a table runs through a word."""
    edges = (min(box.x0 for box in across) + SNAP, max(box.x1 for box in across) - SNAP)
    inner = (box.x0 for box in upright if edges[0] < box.x0 < edges[1] and _passes(box, word))
    return TIME.fullmatch(word.text) is None and len(cut(word, sorted(inner))) > 1


def _passes(upright: Box, word: Word) -> bool:
    return upright.top < word.box.middle < upright.bottom


def _drawn_by(across: Sequence[Box], upright: Sequence[Box], words: Sequence[Word]) -> Table | None:
    """Return the table that lines across and upright draw."""
    # Open sides: the table reaches as far as its horizontal and its upright lines do.
    xs = _snapped([box.x0 for box in upright] + [min(b.x0 for b in across), max(b.x1 for b in across)])
    ys = _snapped([box.top for box in across] + [min(b.top for b in upright), max(b.bottom for b in upright)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    owner = _merged(xs, ys, across, upright)
    cells = _cells(xs, ys, owner)
    if all(cell.column_span == len(xs) - 1 for cell in cells):
        return None
    filled = _fill(xs, ys, owner, cells, words)
    box = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Table(box, len(ys) - 1, len(xs) - 1, filled)


def _sides(boxes: Iterable[Box], positions: Sequence[float], *, horizontal: bool) -> list[list[Span]]:
    """Return, for each position, the extents of the lines that lie on it."""
    sides: list[list[Span]] = [[] for _ in positions]
    for box in boxes:
        value = box.top if horizontal else box.x0
        at = min(range(len(positions)), key=lambda index: abs(positions[index] - value))
        sides[at].append((box.x0, box.x1) if horizontal else (box.top, box.bottom))
    return sides


def _drawn(spans: Sequence[Span], low: float, high: float) -> bool:
    covered = sum(max(0.0, min(end, high) - max(start, low)) for start, end in spans)
    return covered >= COVER * (high - low)


def _merged(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Box], upright: Sequence[Box]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each elementary field (row, column) to the top left field of its merged cell."""
    levels = _sides(across, ys, horizontal=True)
    posts = _sides(upright, xs, horizontal=False)
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            owner[row, column] = (row, column)
            if column and not _drawn(posts[column], ys[row], ys[row + 1]):
                owner[row, column] = owner[row, column - 1]
            elif row and not _drawn(levels[row], xs[column], xs[column + 1]):
                owner[row, column] = owner[row - 1, column]
    return owner


def _cells(
    xs: Sequence[float], ys: Sequence[float], owner: dict[tuple[int, int], tuple[int, int]]
) -> list[Cell]:
    fields: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for field, key in owner.items():
        fields[key].append(field)
    cells = []
    for (row, column), members in fields.items():
        last_row = max(each[0] for each in members)
        last_column = max(each[1] for each in members)
        box = Box(xs[column], ys[row], xs[last_column + 1], ys[last_row + 1])
        cells.append(Cell(row, column, box, (), last_row - row + 1, last_column - column + 1))
    return cells


def _fill(
    xs: Sequence[float],
    ys: Sequence[float],
    owner: dict[tuple[int, int], tuple[int, int]],
    cells: Sequence[Cell],
    words: Sequence[Word],
) -> tuple[Cell, ...]:
    """Put every word into the cell that holds it; a word across a drawn side is cut there.

    A day or an hour that ends a text is not: a text too long for its cell goes on over the sides.
    """
    content: dict[tuple[int, int], list[Word]] = defaultdict(list)
    before: Word | None = None
    key = (0, 0)
    for word in words:
        if not (xs[0] - SNAP <= word.box.centre <= xs[-1] + SNAP and ys[0] <= word.box.middle <= ys[-1]):
            continue
        row = min(max(bisect_right(ys, word.box.middle) - 1, 0), len(ys) - 2)
        pieces = cut(word, _borders(xs, owner, row))
        if len(pieces) > 1 and _goes_on(before, word):
            content[key].append(word)
            before = word
            continue
        for piece in pieces:
            column = min(max(bisect_right(xs, piece.box.centre) - 1, 0), len(xs) - 2)
            key = owner[row, column]
            content[key].append(piece)
        before = word
    return tuple(replace(cell, words=tuple(content.get((cell.row, cell.column), ()))) for cell in cells)


def _goes_on(before: Word | None, word: Word) -> bool:
    """Tell whether a day or an hour is the next word of a text."""
    if before is None or TIME.fullmatch(word.text) is None:
        return False
    gap, height = word.box.x0 - before.box.x1, word.box.height
    return abs(before.box.middle - word.box.middle) < height / 2 and 0 <= gap < BLANK * height


def _borders(xs: Sequence[float], owner: dict[tuple[int, int], tuple[int, int]], row: int) -> list[float]:
    return [xs[at] for at in range(1, len(xs) - 1) if owner[row, at] != owner[row, at - 1]]


def cut(word: Word, borders: Sequence[float]) -> list[Word]:
    """Cut a word at the borders that run through it, between two characters."""
    x0, _, x1, _ = word.box
    inside = [border for border in borders if x0 + SNAP < border < x1 - SNAP]
    if not inside:
        return [word]
    pieces = []
    start = 0
    for border in [*inside, x1 + 1]:
        end = _character_at(word, border)
        if end > start:
            pieces.append(_piece(word, start, end))
            start = end
    return pieces


def _character_at(word: Word, border: float) -> int:
    middles = [(left + right) / 2 for left, right in zip(word.edges, word.edges[1:], strict=False)]
    return bisect_right(middles, border)


def _piece(word: Word, start: int, end: int) -> Word:
    return replace(
        word, text=word.text[start:end], box=word.part(start, end), edges=word.edges[start : end + 1]
    )
