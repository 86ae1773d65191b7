"""Lines below an unruled heading to the rows of items: which line belongs to which item."""

import itertools
from collections.abc import Iterator, Sequence

from extractors.lines.item_table import MONEY_OR_COUNT, NUMBER, Column, Row
from extractors.lines.tables import (
    item_blocks,
    led_items,
    lots,
    name_ends,
    net_prices,
    own_texts,
    row_rules,
    section_facts,
    section_titles,
)
from extractors.lines.tables.inner_tables import Place, inner_of, is_numbered, is_section, places
from extractors.lines.tables.white_space import column_of, placed
from extractors.lines.texts import values_beside
from extractors.page.runs import Run, joined
from models.page import Page, union

CLOSE, LOOSE = 0.3, 0.9
"""A line that leads to the one below is no further from it than this share of its height."""
SEVERAL = 2
"""A text alone that covers so many columns stands in none."""
Line = list[Run]


def rows_of(
    page: Page,
    body: Sequence[Line],
    columns: Sequence[Column],
    known: Sequence[Place] | None = None,
    *,
    begun: int = 0,
) -> Iterator[Row]:
    """Join the lines of each item to a row; a summary is a row of its own.

    `begun` is how many lines stand above the figures of an item where the page before tells it, else 0.
    """
    kinds = known or places(body, columns)
    starts = [at for at in range(len(body)) if at == 0 or _starts_row(body, kinds, at, columns)]
    led = led_items.line_starts(body, kinds, columns, begun=begun)
    blocks = [] if led else item_blocks.starts(body, kinds, columns)
    apart = [] if led else section_titles.find(body, kinds, columns)
    apart += [] if led else section_facts.lines(body, columns, kinds)
    if led:
        starts = led
    elif blocks:
        sums = next((at for at, kind in enumerate(kinds) if kind is Place.SUMMARY), len(body))
        starts = [*blocks, *(at for at in starts if at >= sums)]
    starts = row_rules.starts(page, body, kinds, columns) or starts
    starts = sorted({*starts, *apart, *(at + 1 for at in apart)})
    for start, end in itertools.pairwise([*starts, len(body)]):
        group = body[start:end]
        if _is_note(group, kinds[start], columns):
            yield Row(page, group[0][0].box, tuple(() for _ in columns), tuple(group[0]))
        else:
            yield _row(page, group, kinds[start:end], columns)


def _starts_row(body: Sequence[Line], kinds: Sequence[Place], at: int, columns: Sequence[Column]) -> bool:
    if Place.SUMMARY in {kinds[at], kinds[at - 1]} or any(map(_is_title, body[at - 1 : at + 1])):
        return True
    if kinds[at] is Place.ANCHOR:
        return not leads(body, kinds, at - 1, columns)
    return leads(body, kinds, at, columns)


def _is_title(line: Line) -> bool:
    return len(line) == 1 and is_section(line[0].text)


def leads(body: Sequence[Line], kinds: Sequence[Place], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a line without numbers belongs to the item below it, by its distance."""
    if at + 1 >= len(body) or kinds[at] is not Place.PLAIN or kinds[at + 1] is not Place.ANCHOR:
        return False
    if opens(body, at, columns):
        return True
    if any(columns[column_of(run, columns)].roles & MONEY_OR_COUNT for run in body[at]):
        return False
    after = _distance(body, at)
    if at == 0:
        return after < CLOSE * _height(body[at]) or _others_lead(body, kinds, after)
    return after < LOOSE * _height(body[at]) and after < 0.5 * _distance(body, at - 1)


def _height(line: Line) -> float:
    return union(run.box for run in line).height


def _distance(body: Sequence[Line], at: int) -> float:
    """Return how far the next line stands below a line."""
    return union(run.box for run in body[at + 1]).top - union(run.box for run in body[at]).bottom


def _others_lead(body: Sequence[Line], kinds: Sequence[Place], after: float) -> bool:
    """Tell whether items below have a line of their own above their numbers, at the same distance."""
    plain = [at for at in range(1, len(body) - 1) if kinds[at : at + 2] == [Place.PLAIN, Place.ANCHOR]]
    return any(
        abs(_distance(body, at) - after) < 1 and _distance(body, at) < 0.5 * _distance(body, at - 1)
        for at in plain
    )


def opens(body: Sequence[Line], at: int, columns: Sequence[Column]) -> bool:
    """Tell whether a line bears the item number and the line below the numbers of the same item."""
    return is_numbered(body[at], columns) and not is_numbered(body[at + 1], columns)


def _row(page: Page, group: Sequence[Line], kinds: Sequence[Place], columns: Sequence[Column]) -> Row:
    cells: list[list[Run]] = [[] for _ in columns]
    across: list[Run] = []
    counted = lot = doubted = False
    for line, kind in _leveled(group, kinds):
        if kind in {Place.HEADING, Place.INNER, Place.CONDITION}:
            across += [joined(line)] if kind is Place.CONDITION else []
            continue
        stated = lots.is_lot(line, columns) or (lot and lots.goes_on(line, columns))
        lot = counted and kind is Place.PLAIN and stated
        if lot:
            across += line
            continue
        counted = counted or kind is Place.ANCHOR
        in_order = _in_order(page, line, columns) if kind is Place.ANCHOR else None
        net = net_prices.below(line, cells, columns) if kind is Place.PLAIN else None
        if net is not None:
            line = [run for run in line if run is not net[1] and NUMBER.match(run.text)]  # noqa: PLW2901
            across += [*net_prices.put(cells, columns, net[1], line), net[0]]
        stated = values_beside.states_several(line) or own_texts.are_labels(line, columns)
        if kind is Place.PLAIN and stated:
            across += line
            continue
        if kind is Place.PLAIN and line and values_beside.states_condition(line):
            across.append(joined(line))
            continue
        above = [cell[-1] for cell in cells if cell]
        texts = values_beside.whole(line, above) if kind is Place.PLAIN and line else line
        further = kind is Place.PLAIN and (bool(above) or len(line) == 1)
        cells_of = in_order or list(placed(texts, columns, cutting=kind is Place.ANCHOR))
        whole = list(name_ends.put_back(line, group, cells_of, columns))
        doubted = doubted or name_ends.took_number(cells_of, whole)
        for at, run in whole:
            apart = further and own_texts.is_one(run, columns[at], cells[at])
            (across if apart else cells[at]).append(run)
    box = union(run.box for line in group for run in line)
    inner = inner_of(page, group, kinds)
    return Row(page, box, tuple(tuple(cell) for cell in cells), tuple(across), inner=inner, doubted=doubted)


def _is_note(group: Sequence[Line], kind: Place, columns: Sequence[Column]) -> bool:
    """Tell whether a row is one text alone that runs over several columns."""
    if len(group) != 1 or len(group[0]) != 1 or kind is not Place.PLAIN:
        return False
    box = group[0][0].box
    return sum(box.x0 < column.x0 and column.x1 < box.x1 for column in columns) >= SEVERAL


def _leveled(group: Sequence[Line], kinds: Sequence[Place]) -> Iterator[tuple[Line, Place]]:
    """Yield the lines of an item with what they are, labels on one line with their values."""
    for kind, pairs in itertools.groupby(zip(group, kinds, strict=True), key=lambda pair: pair[1]):
        lines = [line for line, _ in pairs]
        plain = kind is Place.PLAIN
        told = values_beside.level(values_beside.closed(lines)) if plain else lines
        yield from ((line, kind) for line in told)


def _in_order(page: Page, line: Line, columns: Sequence[Column]) -> list[tuple[int, Run]] | None:
    """Return the runs of a line column by column where tabs part them and their places do not tell.

    Texts of files without pages stand where tabs bring them: as many pieces as headings, none of them
    under its own. What stands under headings of numbers then has to be numbers.
    """
    if not page.synthetic or len(line) != len(columns):
        return None
    if len({column_of(run, columns) for run in line}) == len(columns):
        return None
    fits = all(
        NUMBER.match(run.text) or not column.roles & MONEY_OR_COUNT
        for run, column in zip(line, columns, strict=True)
    )
    return list(enumerate(line)) if fits else None
