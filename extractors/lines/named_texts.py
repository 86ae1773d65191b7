"""When the name of a thing is certain although no column is headed by it.

Inside a block of labels and values a name is as certain as its label. What could go wrong is that the labels
of one item are read with the numbers of another, or that something of the block was not read at all: so
nothing in it may be left over, its code must be certain, its numbers must close, and the caller must know
that all lines add up to the total.
A column headed 物料 may hold names or numbers; where numbers have a column of their own, it holds names.
"""

import re
from dataclasses import replace

from extractors.fields import parts
from extractors.lines.headings import CODES
from extractors.lines.item import Item, Text
from extractors.lines.line_numbers import LineNumbers
from extractors.vocabulary.meanings import Role

EITHER = frozenset({Role.DESCRIPTION, Role.PART})
LABEL = re.compile(r"[^:：]{0,12}[:：]")
"""A further label, or the rest of one, at the start of a name."""
WORD = re.compile(r"[^\W\d_]{2}")


def is_proven(text: Text, item: Item, numbers: LineNumbers) -> bool:
    """Tell whether an exact label in the item names the thing, and the item is put together rightly."""
    heading = text.heading
    labelled = heading is not None and heading.exact and heading.role is Role.DESCRIPTION
    codes = [code for role in CODES & item.texts.keys() for code in item.texts[role]]
    coded = bool(codes) and all(code.heading is not None and code.heading.exact for code in codes)
    whole = not item.notes and not item.unknown and len(item.texts[Role.DESCRIPTION]) == 1
    return labelled and coded and whole and numbers.closes is True and not LABEL.match(text.printed)


def settled(text: Text, item: Item) -> Text:
    """Return a text under a heading of names or numbers as a name where numbers have a column beside it."""
    heading = text.heading
    if heading is None or not heading.exact or heading.roles != EITHER or text.column is None:
        return text
    codes = [code for role in CODES & item.texts.keys() for code in item.texts[role]]
    beside = [code.heading for code in codes if code.column not in {None, text.column}]
    exact = any(each is not None and each.exact and each.role is not None for each in beside)
    named = WORD.search(text.printed) is not None and not parts.looks_like_code(text.printed)
    return (
        replace(text, heading=replace(heading, roles=frozenset({Role.DESCRIPTION})))
        if exact and named
        else text
    )
