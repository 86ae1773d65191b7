"""Names that stand under the heading of a group of goods, and nowhere else: 类目 above 机械密封.

A group is no name beside one. Where items have none, what is ordered may well be named there.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.item_table import Column
from extractors.page.runs import evidence, joined
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Reason

GROUP = late(r"类目|品类|分类|类别|品目|\bgroup\b|category|gruppe|gruppo|groep|Warengr")
CONFIDENCE = 0.5


def doubted(
    items: Sequence[Item], lines: Sequence[OrderLine], columns: Sequence[Column]
) -> tuple[OrderLine, ...]:
    """Return lines of which none has a name with what stands under such a heading, never sure."""
    at = next((at for at, column in enumerate(columns) if _heads_groups(column)), None)
    if at is None or any(line.description is not None for line in lines):
        return tuple(lines)
    return tuple(_with(line, item, at) for item, line in zip(items, lines, strict=True))


def _heads_groups(column: Column) -> bool:
    return column.role is Role.OTHER and GROUP.search(column.text) is not None


def _with(line: OrderLine, item: Item, at: int) -> OrderLine:
    cell = item.row.cells[at] if at < len(item.row.cells) else ()
    if not cell:
        return line
    run = joined(cell)
    name = Field(run.text, sure=False, evidence=evidence(run), reason=Reason.ROLE, confidence=CONFIDENCE)
    return replace(line, description=name)
