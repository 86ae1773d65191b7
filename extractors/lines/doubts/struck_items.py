"""Items of which the number, code or name is struck through: who strikes the name out means the item.

Only in files that say so themselves: over a drawn page a line or a seal may lie for other reasons.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.item import Item
from extractors.lines.item_table import NAMES
from extractors.vocabulary.meanings import Role
from models.page import Doubt
from models.reading import Header, OrderLine, Reason, opened

NAMING = NAMES | {Role.LINE_NUMBER}
FIGURES = ("quantity", "unit_price", "amount")


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in the figures of such items."""
    return tuple(_opened(line) if is_struck(item) else line for item, line in zip(items, lines, strict=True))


def unsummed(header: Header, items: Sequence[Item]) -> Header:
    """Return the header; a total with such an item in it is not sure."""
    if header.total_amount is None or not any(map(is_struck, items)):
        return header
    return replace(header, total_amount=opened(header.total_amount, Reason.CHARACTERS))


def is_struck(item: Item) -> bool:
    """Tell whether what tells the thing is struck through."""
    if not item.row.page.synthetic:
        return False
    texts = [text for role in NAMING for text in item.texts.get(role, ())]
    within = (text.run.within(text.start, text.end) for text in texts if text.column is not None)
    return any(word.doubt is Doubt.OVERLAID for parts in within for word, _, _ in parts)


def _opened(line: OrderLine) -> OrderLine:
    fields = {name: getattr(line, name) for name in FIGURES}
    return replace(line, **{name: opened(each, Reason.CHARACTERS) for name, each in fields.items() if each})
