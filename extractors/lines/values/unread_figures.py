"""Figures under a heading of numbers that are none: #N/A, =D10+2, "twelve", a number partly hidden.

What stands there states something; a line with it is not surely without.
"""

from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.values.line_context import Context, field_of
from extractors.page.runs import certain
from extractors.vocabulary.meanings import Role
from models.reading import Field, Reason

FIGURED = late(r"\d|^\s*[#=]")
"""A figure, and what a program writes where it has none."""


def of(item: Item, role: Role, context: Context) -> Field | None:
    """Return the open field of a figure that nothing could read, None where none stands there."""
    text = item.one(role)
    if text is None or not text.printed:
        return None
    labelled = text.column is None or not text.heading or not text.heading.exact
    worded = (role is Role.QUANTITY or labelled) and any(map(str.isalnum, text.printed))  # "twelve", 按需
    unread = worded or FIGURED.search(text.printed) or not certain(text.run, text.start, text.end)
    return field_of(text, None, context, Reason.NOT_PARSED) if unread else None
