"""Texts of an item under headings that no list knows: what they may be is kept, and never sure."""

from collections.abc import Iterator

from extractors.fields import dates, parts, periods, units
from extractors.lines.item import Item, Text
from extractors.vocabulary.meanings import Role

SAYING = (Role.REMARK, Role.DESCRIPTION, Role.SPECIFICATION)
"""Where a date may stand that no column has."""


def codes(item: Item) -> Iterator[Text]:
    """Yield what may be a part number or a drawing."""
    return (text for text in item.unknown if len(text.printed) >= 4 and parts.looks_like_code(text.printed))


def unit(item: Item) -> Text | None:
    """Return what may be the unit of measure."""
    return next((text for text in item.unknown if units.canonical(text.printed) is not None), None)


def delivery(item: Item) -> Text | None:
    """Return what may be a date or time of delivery: in a column, or in a note below the item."""
    timed = (text for text in item.unknown if dates.parse(text.printed) or periods.parse(text.printed))
    return next(timed, None) or next(_noted(item), None)


def _noted(item: Item) -> Iterator[Text]:
    said = [text.run for role in SAYING for text in item.texts.get(role, ())]
    for run in (*item.notes, *said):
        for start, end in dates.find(run.text):
            yield Text(run, start, end, None)
