"""Tables of items that are not the order's own: an earlier order, a price list, the stock.

A title right above the table tells it, or numbers that neither make each other nor the total. What is read
from such a table may be anything, and is never sure.
"""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from extractors.fields.text import level
from extractors.header.reconcile import Reconciled
from extractors.kept import kept
from extractors.lines.item_table import ItemTable
from extractors.lines.values.line_numbers import LineNumbers
from extractors.runs import rows_of
from models.page import Word, union

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("other_tables.toml").read_text(encoding="utf-8")
)
OTHER = re.compile(
    rf"(?<![a-z])(?:{'|'.join(_WORDS['western'])})(?![a-z])|{'|'.join(_WORDS['chinese'])}", re.IGNORECASE
)
NEAR = 2.5
"""A title stands no further above the heading, in heights of its letters."""
LONGEST = 36
LEAST = 2
"""Of a single line that does not close one number may be a mistake."""
VALUE = re.compile(r"[:：]\s*\S|\d{3}")
"""A label with its value, or a number: such a line is no title."""


ANNEX = re.compile(r"^\s*(?:附[件表录]?|附?注|备注|annex|appendix|note)\s*\w?\s*[:：.]\s*", re.IGNORECASE)
"""What may lead to a title: 附：…, "Annex A: …"."""


@kept
def is_titled(table: ItemTable) -> bool:
    """Tell whether the line right above a table says that it lists something else than what is ordered."""
    top = table.heading_box.top
    above = [line for line in rows_of(table.page.words) if _bottom(line) <= top + 1]
    nearest = max(above, key=_bottom, default=None)
    if nearest is None or top - _bottom(nearest) > NEAR * nearest[0].box.height:
        return False
    said = ANNEX.sub("", level(" ".join(word.text for word in nearest)))
    return len(said) <= LONGEST and VALUE.search(said) is None and OTHER.search(said) is not None


def _bottom(line: Sequence[Word]) -> float:
    return union(word.box for word in line).bottom


def makes_nothing(lines: Sequence[LineNumbers], reconciled: Reconciled) -> bool:
    """Tell whether no line of several closes, and the lines do not make the total."""
    open_ones = all(each.closes is not True and not each.misprinted for each in lines)
    contradicted = reconciled.total is not None or all(each.closes is False for each in lines)
    return len(lines) >= LEAST and open_ones and contradicted and not reconciled.complete
