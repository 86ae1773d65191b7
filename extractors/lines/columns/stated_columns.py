"""Columns of remarks of which a sentence says what they hold: 备注栏为贵司型号.

The sentence names the column as its heading does, and what it holds as headings do; none of it is sure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.lines.headings import Heading, recognise
from extractors.lines.item_table import Column, ItemTable
from extractors.vocabulary.meanings import Role
from models.page import Page

LOOSE = frozenset({None, Role.REMARK, Role.OTHER})
"""What headings say that leave their columns open."""
CHINESE = (
    r"[\"“”'「」【】《》]?(?:一栏|栏|列)(?:中|内|里)?(?:所列|所填|所示|所注|内容|填写|标注|注明)?的?"
    r"(?:均|即)?(?:为|是|系|指)"
)
ENGLISH = (
    r"[\"“”']?(?:\s+column)?\s+(?:states?|contains?|shows?|gives?|holds?|lists?|is|are)\s+"
    r"(?!for\b)(?:the\s+)?"
)
WHAT = r"\s*(?P<what>[^，,；;。.、:：()（）]{2,30})"


def settled(table: ItemTable, pages: Sequence[Page]) -> ItemTable:
    """Return the table with such columns headed as the sentence says."""
    if not any(column.role in LOOSE and column.text for column in table.columns):
        return table
    words = [word.text for page in pages for word in page.words]
    said = ("".join(words), " ".join(words))
    return replace(table, columns=tuple(_settled(column, *said) for column in table.columns))


def _settled(column: Column, chinese: str, english: str) -> Column:
    name = column.text.strip()
    if column.role not in LOOSE or _is_known(column) or len(name) < len("备注"):
        return column
    heading = _said(re.escape(name.replace(" ", "")) + CHINESE, chinese)
    heading = heading or _said(rf"\b{re.escape(name)}" + ENGLISH, english)
    return replace(column, headings=(replace(heading, exact=False),), stack=()) if heading else column


def _is_known(column: Column) -> bool:
    """Tell whether a heading says both things that a column may hold: "Item / Description"."""
    roles = column.roles - LOOSE
    return len(roles) > 1 and all(each.exact for each in column.headings)


def _said(named: str, text: str) -> Heading | None:
    """Return the heading that a text says of a column: as many of its words as make a known one."""
    for match in re.finditer(named + WHAT, text, re.IGNORECASE):
        what = match["what"].strip()
        ends = (what[:end] for end in range(len(what), 1, -1))
        found = (recognise(each) for each in ends)
        heading = next((each for each in found if each is not None and each.exact and each.role), None)
        if heading is not None:
            return heading
    return None
