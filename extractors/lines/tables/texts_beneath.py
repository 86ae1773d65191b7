"""Codes below each of several tables that hold one item each: portals print its particulars there.

    Line | Buyer part # / description | Qty | Unit price | Subtotal
    10   | 6000114-220 Seal           | 5   | 1,412.00   | 7,060.00
    Supplier part #
    10064350

They belong to the item above where every item has one below it, the last one as well, and none stands above
the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import recognise
from extractors.lines.item_table import ItemTable, Row
from extractors.lines.tables.item_titles import Free
from extractors.lines.tables.unruled_items import lines_of
from extractors.lines.texts.inline_labels import CODE_TAIL, SPACED, recognise_inline
from extractors.page.runs import Run, joined
from extractors.vocabulary.keys import key
from extractors.vocabulary.meanings import Role
from models.page import Box, Page, Word

FEWEST = 2
"""So many headings with an item each are no accident."""
PAIR = 2
LED = "?"
"""Marks a code below a caption, which may say that it is of something else."""
Line = Sequence[Run]


def joined_to(table: ItemTable, free: Free) -> ItemTable:
    """Return a table with the labelled codes below each item among the texts of the item."""
    heads = [(table.page, table.heading_box), *table.repeated]
    items = item_rows(table)
    if not table.ruled or len(heads) < FEWEST or len(items) != len(heads):
        return table
    if any(
        row.page is not page or row.box.top < box.top for (page, box), row in zip(heads, items, strict=True)
    ):
        return table
    columns = frozenset[Role]().union(*(column.roles for column in table.columns))
    below = [_below(heads, items, at, free) for at in range(len(items))]
    above = {named for named, _, _ in _pairs(_lines(free, heads[0][0], 0.0, heads[0][1].top))}
    said = frozenset[str].intersection(*(frozenset(each) for each in below)) - above
    told = {
        id(row): tuple(
            run
            for named, (role, run) in each.items()
            if named in said and role not in columns and named[0] != LED
        )
        for row, each in zip(items, below, strict=True)
    }
    rows = tuple(replace(row, spanning=(*row.spanning, *told.get(id(row), ()))) for row in table.rows)
    return replace(table, rows=rows)


def _below(
    heads: Sequence[tuple[Page, Box]], items: Sequence[Row], at: int, free: Free
) -> dict[str, tuple[Role, Run]]:
    """Return the codes between an item and the next heading by their labels; a role has one there."""
    page, bottom = items[at].page, items[at].box.bottom
    following = next((box.top for other, box in heads[at + 1 :] if other is page), page.height)
    found = list(_pairs(_lines(free, page, bottom, following)))
    roles = [role for _, role, _ in found]
    return {named: (role, run) for named, role, run in found if roles.count(role) == 1}


def _lines(free: Free, page: Page, top: float, bottom: float) -> list[Line]:
    words: Sequence[Word] = next((each for other, each in free if other is page), ())
    return [line for line in lines_of(page, words) if top <= line[0].box.middle < bottom]


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[str, Role, Run]]:
    """Yield the codes of lines: behind their label in one text or two, or alone below it."""
    for at, line in enumerate(lines):
        led = LED if at and _is_caption(lines[at - 1]) else ""
        below = lines[at + 1] if at + 1 < len(lines) else ()
        one = line if len(line) == PAIR else (line[0], below[0]) if len(line) == len(below) == 1 else ()
        said = recognise_inline(line[0].text) if len(line) == 1 else None
        if said is not None and said[0] in SPACED:
            yield led + key(said[1].text), said[0], line[0]
        elif one and _is_code(one[1]):
            heading = recognise(one[0].text.rstrip(" :："))
            if heading is not None and heading.exact and heading.role in SPACED:
                yield led + key(heading.text), heading.role, joined(one)


def _is_code(run: Run) -> bool:
    return CODE_TAIL.match(run.text) is not None and recognise_inline(run.text) is None


def _is_caption(line: Line) -> bool:
    """Tell whether a line is a text that speaks of what stands below it, and neither label nor code."""
    text = line[0].text.strip(" :：")
    known = recognise_inline(text) or recognise(text)
    return len(line) == 1 and known is None and CODE_TAIL.match(text) is None and any(map(str.isalpha, text))
