"""Columns that say which machine a thing is for: "Equipment", "Used on". What they hold is no part number.

Only beside columns of names and of numbers: an order of machines may call these its equipment.
"""

import re
from dataclasses import replace

from extractors.late import late
from extractors.lines.headings import CODES, Heading
from extractors.lines.item_table import Column, ItemTable
from extractors.vocabulary.meanings import Role

NAMED = late(
    r"(?:for |plant |main )?(?:equipment|equipt\.?|machine|machinery|asset|unit served|pump tag)"
    r"(?: no\.?| tag| name)?"
    r"|(?:used|installed|fitted|mounted) (?:on|in|at)|where used|for (?:pump|machine|unit|plant)"
    r"|maschine|anlage|aggregat|verwendung|(?:使用|对应|所属|配套)(?:设备|机台|主机|装置)|机台|用于",
    re.IGNORECASE,
)
OTHER = frozenset({Role.OTHER})


def settled(table: ItemTable) -> ItemTable:
    """Return the table with such columns as known ones that hold nothing of the order."""
    roles = {role for column in table.columns for role in _certain(column)}
    if Role.DESCRIPTION not in roles or roles.isdisjoint(CODES):
        return table
    return replace(table, columns=tuple(map(_known, table.columns)))


def _certain(column: Column) -> frozenset[Role]:
    exact = bool(column.headings) and all(heading.exact for heading in column.headings)
    return column.roles if exact else frozenset()


def _known(column: Column) -> Column:
    text = " ".join(column.text.split())
    if column.headings or NAMED.fullmatch(text) is None:
        return column
    return replace(column, headings=(Heading(text, OTHER, exact=True),))
