"""A second figure behind a quantity in its own text: "Qty: 10, now 12", 数量：4，另备1.

Which of the two is ordered, or both, is for a person to read.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.late import late
from extractors.lines.doubts import doubtful_items
from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Reason, opened

OTHER = r"(?:(?:sizes?|dn|pn|dia|grade|class|type|rev|pos|item|lot|größe|gr|typ)\b|其中|规格|尺寸|型号|批次)"
"""What a figure behind one of these words is of: a size, a batch, a part of the quantity itself."""
TIME = r"(?:weeks?|wks?|days?|months?|wochen?|tagen?|monate?n?|kw|周|天|个?月|工作日)"
SECOND = late(
    rf"\s*[,，;；(（+/]\s*(?!(?i:{OTHER}))(?:[^\W\d_]+[.:]?\s+|[\u4e00-\u9fff]{{1,4}}[:：]?)?\d+"
    rf"(?![\d.,]*\s?(?:[%％]|(?i:{TIME})))"
)
"""A figure right behind a mark, or with one word before it; a rate, a size or a time says nothing of it."""


def doubted(items: Sequence[Item], lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in a quantity behind which another figure was left over."""
    return tuple(
        replace(line, quantity=opened(line.quantity, Reason.RIVAL))
        if line.quantity is not None and (_is_followed(item) or _is_no_unit(line.unit))
        else line
        for item, line in zip(items, lines, strict=True)
    )


def _is_no_unit(unit: Field | None) -> bool:
    """Tell whether a figure stands in the place of a unit, or what says that the count is open: 10 (12)."""
    if unit is None or unit.sure or unit.value is None:
        return False
    return unit.value.strip().isdigit() or doubtful_items.is_vague(unit.value)


def _is_followed(item: Item) -> bool:
    """Tell whether a figure that nobody took stands behind the labelled quantity of an item."""
    taken = [text for texts in item.texts.values() for text in texts]
    counts = (text for text in item.texts.get(Role.QUANTITY, ()) if text.heading and text.heading.text)
    return any(SECOND.match(_behind(text, taken)) is not None for text in counts if text.column is not None)


def _behind(text: Text, taken: Sequence[Text]) -> str:
    """Return what stands behind a text in its own line, up to the next one that was taken."""
    starts = [each.start for each in taken if each.run is text.run and each.start >= text.end]
    return text.run.text[text.end : min(starts, default=None)]
