"""Titles above tables of items that are not the order's own: an earlier order, a price list, the stock.

What is read from such a table may be anything, and is never sure.
"""

import itertools
import re
from collections.abc import Sequence

from extractors.fields.text import level
from extractors.header.labelling import label_words
from extractors.kept import kept
from extractors.late import late
from extractors.lines.item_table import ItemTable
from extractors.page.runs import rows_of
from extractors.vocabulary import wordlists
from models.page import Box, Page, Word, union

_WORDS = wordlists.load("other_tables")
OTHER = late(
    rf"(?<![a-z])(?:{'|'.join(_WORDS['western'])})(?![a-z])|{'|'.join(_WORDS['chinese'])}", re.IGNORECASE
)
CURRENT = late("|".join(_WORDS["current"]), re.IGNORECASE)
PRICES = late(r"价格(?:明细)?表|价目表?|(?<![a-z])price (?:list|schedule)(?![a-z])", re.IGNORECASE)
NEAR = 2.5
"""A title stands no further above the heading, in heights of its letters."""
LONGEST = 36
TWO = 2
VALUE = late(r"[:：]\s*\S|\d{3}")
"""A label with its value, or a number: such a line is no title."""


ANNEX = late(r"^\s*(?:附[件表录]?|附?注|备注|annex|appendix|note)\s*\w?\s*[:：.]\s*", re.IGNORECASE)
"""What may lead to a title: 附：…, "Annex A: …"."""


def is_titled(table: ItemTable) -> bool:
    """Tell whether the line right above a table says that it lists something else than what is ordered."""
    return names_another(table.page, table.heading_box) or is_aside(table.page)


@kept
def is_aside(page: Page) -> bool:
    """Tell whether a further sheet bears the name of a list of something else: 历史采购价, "Stock"."""
    return page.synthetic and page.number > 1 and _names_another(_sheet(page))


def _sheet(page: Page) -> str:
    """Return the name of the sheet that a page is of; empty where it is of none."""
    where = next((word.where for word in page.words if word.where is not None), None) or ""
    return level(where.rpartition("!")[0])


def lists_prices(table: ItemTable) -> bool:
    """Tell whether the title above a table, or its sheet, says no more than that it lists prices."""
    said = _title(table.page, table.heading_box) or ""
    named = (each for each in (said, _sheet(table.page)) if OTHER.search(each) is not None)
    return all(OTHER.search(PRICES.sub(" ", each)) is None for each in named)


@kept
def names_another(page: Page, heading: Box) -> bool:
    """Tell whether the line right above a heading says that what is listed below is not what is ordered."""
    said = _title(page, heading)
    return said is not None and _names_another(said)


def _title(page: Page, heading: Box) -> str | None:
    """Return the line right above a heading where it may be a title."""
    above = [line for line in rows_of(page.words) if _bottom(line) <= heading.top + 1]
    nearest = max(above, key=_bottom, default=None)
    if nearest is None or heading.top - _bottom(nearest) > NEAR * nearest[0].box.height:
        return None
    if _is_labelled(nearest):
        return None
    said = ANNEX.sub("", level(" ".join(word.text for word in nearest)))
    return said if len(said) <= LONGEST and VALUE.search(said) is None else None


def _is_labelled(line: Sequence[Word]) -> bool:
    """Tell whether a line is labels with their values side by side: 币种  人民币   备注  与库存计划合并."""
    words = sorted(line, key=lambda word: word.box.x0)
    apart = [
        word for before, word in itertools.pairwise(words) if word.box.x0 - before.box.x1 > word.box.height
    ]
    labels = [word for word in [*words[:1], *apart] if label_words.match(word.text) is not None]
    return len(labels) >= TWO and labels[0] is words[0] and len(apart) > len(labels)


def is_replaced(table: ItemTable, page: Page, heading: Box) -> bool:
    """Tell whether a table is of something else and a heading below it is not: 变更前, and then 变更后."""
    return table.page is page and is_titled(table) and not names_another(page, heading)


def _names_another(title: str) -> bool:
    """Tell whether a title names another list; "revised items, the old list is void" names this one."""
    other, current = OTHER.search(title), CURRENT.search(title)
    return other is not None and (current is None or other.start() < current.start())


def _bottom(line: Sequence[Word]) -> float:
    return union(word.box for word in line).bottom
