"""When the name of a thing is certain although no column is headed by it.

Inside a block of labels and values a name is as certain as its label. What could go wrong is that the labels
of one item are read with the numbers of another, or that something of the block was not read at all: so
nothing in it may be left over, its code must be certain, its numbers must close, and the caller must know
that all lines add up to the total.
In a numbered or bulleted sentence the name leads: "1. 4 pcs Shaft sleeve (Your ref. 10037131), 325.00 each".
Right behind the item's number or quantity, and in one line with them or with the item's code, it can belong
to no other item, and to nothing else of this one, if all else in the item was understood.
A column headed 物料 may hold names or numbers; where numbers have a column of their own, it holds names.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.headings import CODES, Heading
from extractors.lines.item import Item, Text
from extractors.lines.item_table import MONEY_OR_COUNT
from extractors.lines.values.line_numbers import LineNumbers
from extractors.page.runs import joined
from extractors.vocabulary import wordlists
from extractors.vocabulary.meanings import Role

EITHER = frozenset({Role.DESCRIPTION, Role.PART})
LABEL = late(r"[^:：]{0,12}[:：]|\d{1,3}\s+(?=[^\W\d]{2})")
"""A further label or the rest of one, or what may be the item's number, at the start of a name."""
WORD = late(r"[^\W\d_]{2}")
BULLET = late(r"[\W_]*(?:(?:item|pos(?:ition)?|line)\b|[行第])?[\W_]*(?:of\s+|[项行])?[\W_]*", re.IGNORECASE)
"""What may stand before an item's number and between it and its name: "Pos 1: Shaft sleeve", 第 1 项 轴套."""
LETTERS = 4
TWO = 2
CLOSE = 0.8
"""The second line of a name stands no further below, in heights of its letters."""
FARTHEST = 4.0
"""A name begins no further below the figures of its item than so many heights of its letters."""
LED = Heading("", frozenset({Role.DESCRIPTION}), exact=True)
"""Stands for the heading of a name that leads its item."""
TIES = CODES | {Role.QUANTITY, Role.LINE_NUMBER}
"""What a name is tied to by standing in one line with it."""
_WORDS = wordlists.load("doubtful_items")
NAMELESS = late(rf"(?:{'|'.join(_WORDS['nameless'])})", re.IGNORECASE)


def is_proven(text: Text, item: Item, numbers: LineNumbers) -> bool:
    """Tell whether an exact label in the item names the thing, and the item is put together rightly."""
    heading = text.heading
    labelled = heading is not None and heading.exact and heading.role is Role.DESCRIPTION
    codes = [code for role in CODES & item.texts.keys() for code in item.texts[role]]
    coded = bool(codes) and all(code.heading is not None and code.heading.exact for code in codes)
    whole = not item.notes and not item.unknown and len(item.texts[Role.DESCRIPTION]) == 1
    return labelled and coded and whole and numbers.closes is True and not LABEL.match(text.printed)


def led(text: Text, item: Item, numbers: LineNumbers) -> Text:
    """Return a name without a label as certain if it leads its item, and nothing of the item is left."""
    printed = text.printed
    if text.heading is not None or text.lines > 1 or LABEL.match(printed) or NAMELESS.match(printed):
        return text
    whole = not item.notes and not item.unknown and len(item.texts[Role.DESCRIPTION]) == 1
    ties = [tie for role in TIES & item.texts.keys() for tie in item.texts[role] if _is_beside(tie, text)]
    closes = numbers.closes is True or numbers.misprinted
    proven = whole and closes and any(map(_is_certain, ties)) and _is_first(text, ties)
    return replace(text, heading=LED) if proven else text


def _is_beside(tie: Text, name: Text) -> bool:
    """Tell whether a tie stands in the line of a name; with a gap between them the number is at its left."""
    if tie.run is name.run:
        return True
    numbered = tie.heading is not None and tie.heading.role is Role.LINE_NUMBER
    level = tie.run.page is name.run.page and tie.run.box.top < name.run.box.middle < tie.run.box.bottom
    return numbered and level and tie.run.box.x1 <= name.run.box.x0


def _is_certain(text: Text) -> bool:
    return text.heading is not None and text.heading.exact and text.heading.role is not None


def _is_first(text: Text, ties: Sequence[Text]) -> bool:
    """Tell whether nothing but the item's number and quantity stands before a name."""
    before = list(text.run.text[: text.start])
    for tie in ties:
        if tie.run is text.run and tie.end <= text.start:
            before[tie.start : tie.end] = " " * (tie.end - tie.start)
    return WORD.search(text.printed) is not None and BULLET.fullmatch("".join(before)) is not None


def chosen(item: Item) -> Text | None:
    """Return the name of a thing: of two columns that may hold one, the text in line with its figures."""
    texts = item.texts.get(Role.DESCRIPTION, ())
    if len(texts) == TWO and _goes_on(*texts):
        return _in_one(*texts)
    level = [text for text in texts if text.column is not None and _is_level(text, item)]
    return level[0] if len(texts) > 1 and len(level) == 1 else item.one(Role.DESCRIPTION)


def _goes_on(first: Text, second: Text) -> bool:
    """Tell whether a name stands in two lines since its label does: "Article" above "description"."""
    box, below = first.run.box, second.run.box
    labels = [each.heading for each in (first, second) if each.column is None]
    labelled = len(labels) == TWO and all(each is not None and each.exact for each in labels)
    whole = (second.start, second.end) == (0, len(second.run.text)) and first.end == len(first.run.text)
    close = first.run.page is second.run.page and abs(below.top - box.bottom) < CLOSE * box.height
    return labelled and whole and close and abs(below.x0 - first.run.words[0].box.x0) < 1 and not first.start


def _in_one(first: Text, second: Text) -> Text:
    """Return a name of two lines, which is only likely to be one."""
    run = joined((first.run, second.run))
    heading = replace(first.heading, exact=False) if first.heading is not None else None
    return Text(run, 0, len(run.text), heading, lines=TWO)


def _is_level(text: Text, item: Item) -> bool:
    """Tell whether a text stands in line with a figure of its item."""
    counted = (each.run for role in MONEY_OR_COUNT & item.texts.keys() for each in item.texts[role])
    box = text.run.box
    return any(run.page is text.run.page and box.top < run.box.middle < box.bottom for run in counted)


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


def telling(item: Item) -> Text | None:
    """Return a remark in words, which may be the name where nothing else is: "Text: Rotating face"."""
    said = (text for text in item.texts.get(Role.REMARK, ()) if text.heading is not None)
    return next((text for text in said if sum(map(str.isalpha, text.printed)) >= LETTERS), None)


def is_far_below(text: Text, item: Item) -> bool:
    """Tell whether a name begins far below the figures of its item, in a form with more to say of each.

    "Requester: …" in the sixth line stands below the caption of the names as well.
    """
    counted = [each.run for role in MONEY_OR_COUNT & item.texts.keys() for each in item.texts[role]]
    box = text.run.box
    below = min((box.top - run.box.bottom for run in counted if run.page is text.run.page), default=0.0)
    return item.row.page is text.run.page and below > FARTHEST * text.run.words[0].box.height
