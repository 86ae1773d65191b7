"""Titles of sections that say something of the items below them: "Delivery: 15.01.2027", 图号：GA-70121.

A line below an item says the same of the item above it. Where one stands above the first item and none below
the last, they lead; what they say is the items' below, and not sure.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extractors.fields import dates
from extractors.lines.headings import CODES
from extractors.lines.item import Item, Text
from extractors.lines.item_table import NAMES, Column, Row
from extractors.lines.tables import item_blocks
from extractors.lines.tables.inner_tables import Place
from extractors.lines.texts import cell_texts
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

SAYING = CODES | {Role.DRAWING, Role.DELIVERY}
LEAST = 2
"""A single line above the items may be the order's own."""


def find(rows: Sequence[Row], columns: Sequence[Column], is_item: Callable[[Row], bool]) -> frozenset[int]:
    """Return the ids of the rows that lead the items below them; none where such lines follow their items."""
    named = [at for at, column in enumerate(columns) if column.roles & NAMES]
    items = [is_item(row) for row in rows]
    if not all(any(row.cells[at] for at in named) for row, item in zip(rows, items, strict=True) if item):
        return frozenset()  # names stand above the figures, and so may what is said of the same thing
    return frozenset(id(rows[at]) for at in _leading(items, [row.runs for row in rows]))


def lines(body: Sequence[Sequence[Run]], columns: Sequence[Column], kinds: Sequence[Place]) -> list[int]:
    """Return the lines of an unruled table that lead the items below them."""
    items = [kind is Place.ANCHOR for kind in kinds]
    anchors = [line for line, item in zip(body, items, strict=True) if item]
    named = all(any(item_blocks.names(run, columns) for run in line) for line in anchors)
    return _leading(items, body) if named else []


def _leading(items: Sequence[bool], texts: Sequence[Sequence[Run]]) -> list[int]:
    """Return the places of the titles: the first above the first item, the last above the last one."""
    facts = [at for at, runs in enumerate(texts) if not items[at] and _says(runs)]
    if len(facts) < LEAST or True not in items:
        return []
    last = len(items) - 1 - list(reversed(items)).index(True)
    if len({_kind(texts[at][0]) for at in facts}) > 1:
        return []
    return facts if facts[0] < items.index(True) and facts[-1] < last else []


def _kind(run: Run) -> frozenset[Role]:
    """Return what a title says by its labels; nothing where it only holds a day."""
    return frozenset(role for role, _ in cell_texts.labelled(run) if role in SAYING)


def told(items: Sequence[Item], notes: Sequence[Row]) -> tuple[Item, ...]:
    """Return the items with what the title above each says, where several such titles stand there."""
    says = (row for row in notes if items and _says(row.runs) and _place(row) < _place(items[-1].row))
    facts = sorted(says, key=_place)
    alike = len({_kind(row.runs[0]) for row in facts}) == 1
    if len(facts) < LEAST or not alike or _place(facts[0]) > _place(items[0].row):
        return tuple(items)
    return tuple(_with(item, facts) for item in items)


def _place(row: Row) -> tuple[int, float]:
    return row.page.number, row.box.middle


def _says(runs: Sequence[Run]) -> bool:
    """Tell whether a line is one text with a label of an item, or with a day."""
    if len(runs) != 1:
        return False
    run = runs[0]
    return any(role in SAYING for role, _ in cell_texts.labelled(run)) or bool(dates.find(run.text))


def _with(item: Item, facts: Sequence[Row]) -> Item:
    above = [row for row in facts if _place(row) < _place(item.row)]
    if not above:
        return item
    run = above[-1].runs[0]
    said = dict(_said(above[-1]))
    texts = item.texts | {role: (text,) for role, text in said.items() if role not in item.texts}
    return replace(item, texts=texts, notes=item.notes if said else (*item.notes, run))


def _said(row: Row) -> Iterator[tuple[Role, Text]]:
    """Yield what a title says by its labels, none of it certain."""
    for role, text in cell_texts.labelled(row.runs[0]):
        if role in SAYING:
            heading = replace(text.heading, exact=False) if text.heading is not None else None
            yield role, replace(text, heading=heading)
