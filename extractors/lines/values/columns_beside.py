"""Fields that a second column of a line speaks against: two units, a confirmed day, an index of a drawing.

So does a mark in place of a text, which means the text above: ditto, 同上, ".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import dates, parts, units
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.lines.item import Item
from extractors.lines.item_table import Column
from extractors.lines.values.line_numbers import LineNumbers
from extractors.page.runs import certain, evidence
from extractors.vocabulary.meanings import Role
from models.reading import Field, OrderLine, Reason, opened

DITTO = late(r'(?:ditto|dto|do|idem|dito)\b|同上|〃|["″”]+$|-\s?["″”]\s?-', re.IGNORECASE)
INDEX = late(r"(?:rev(?:ision)?[. ]*)?(?P<index>[A-Z]{1,2}|(?=\d|[A-Z]\d)[A-Z0-9]{1,3})", re.IGNORECASE)
NO_INDEX = late(r"n\.?a\.?|no|ok|ja|in|to", re.IGNORECASE)
"""What fills the column where a drawing has no index."""
CONFIRMED = late(r"confirm|promis|acknowledg|bestätigt|承诺|确认|回复|答复", re.IGNORECASE)
"""The day that somebody else named, under a heading that no list knows."""


def doubted(
    items: Sequence[Item],
    numbers: Sequence[LineNumbers],
    columns: Sequence[Column],
    lines: Sequence[OrderLine],
) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in such fields."""
    every = zip(items, numbers, lines, strict=True)
    return tuple(_doubted(item, own, columns, line) for item, own, line in every)


def _doubted(item: Item, own: LineNumbers, columns: Sequence[Column], line: OrderLine) -> OrderLine:
    doubts = {
        "unit": _has_two_units(item, own) or _is_ditto(line.unit),
        "description": _is_ditto(line.description),
        "delivery_date": _is_confirmed_otherwise(item, columns, line),
        "drawing_number": _has_index(item, line) and _own_index(item) is None,
    }
    fields = {name: getattr(line, name) for name, is_doubtful in doubts.items() if is_doubtful}
    found = replace(line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each})
    drawn = _likely_drawing(item, columns, line) if line.drawing_number is None else _indexed(item, found)
    return replace(found, drawing_number=drawn)


def _indexed(item: Item, line: OrderLine) -> Field | None:
    """Return the number of a drawing with the index that the column at its right states."""
    index = _own_index(item)
    if index is None or line.drawing_number is None or not _has_index(item, line):
        return line.drawing_number
    return replace(line.drawing_number, value=f"{line.drawing_number.value} Rev.{index}")


def _own_index(item: Item) -> str | None:
    """Return the index in certain characters right of a drawing's number, None where there is no such one."""
    number, index = item.one(Role.DRAWING), item.one(Role.REVISION)
    if number is None or index is None or number.column is None or index.column != number.column + 1:
        return None
    found = INDEX.fullmatch(index.printed) if not NO_INDEX.fullmatch(index.printed) else None
    return found["index"] if found and certain(index.run, index.start, index.end) else None


def _likely_drawing(item: Item, columns: Sequence[Column], line: OrderLine) -> Field | None:
    """Return the code under a heading of sizes and drawings in one, 规格/图号: it may be either."""
    known = {each.value for each in (line.part_number, line.customer_part_number) if each is not None}
    texts = (*item.texts.get(Role.SPECIFICATION, ()), *item.texts.get(Role.MODEL, ()), *item.unknown)
    for text in (each for each in texts if each.column is not None and each.column < len(columns)):
        headed = recognise(columns[text.column or 0].text)
        named = headed is not None and Role.DRAWING in headed.roles
        if (
            named
            and text.printed not in known
            and " " not in text.printed
            and parts.looks_like_code(text.printed)
        ):
            spot = evidence(text.run, text.start, text.end)
            return Field(text.printed, sure=False, evidence=spot, reason=Reason.ROLE, confidence=0.6)
    return None


def _is_ditto(field: Field | None) -> bool:
    return field is not None and DITTO.match(field.value or "") is not None


def _has_two_units(item: Item, own: LineNumbers) -> bool:
    """Tell whether columns state other units: 4 boxes of 40 pieces. Right of the quantity stands its own."""
    stated = [text for text in item.texts.get(Role.UNIT, ()) if text.column is not None and text.printed]
    counted = own.quantity.text.column if own.quantity is not None else None
    glued = own.quantity.unit if own.quantity is not None else None
    if glued and stated and units.same(glued, stated[0].printed) is False:
        return True
    if stated and counted is not None and stated[0].column == counted + 1:
        return False
    return len({units.canonical(each.printed) or each.printed for each in stated}) > 1


def _is_confirmed_otherwise(item: Item, columns: Sequence[Column], line: OrderLine) -> bool:
    """Tell whether another day than that of the delivery stands under a heading of confirmed ones."""
    later = [
        text.printed
        for text in item.unknown
        if text.column is not None
        and text.column < len(columns)
        and CONFIRMED.search(columns[text.column].text)
    ]
    days = [{each.last.isoformat() for each in dates.parse(said)} for said in later]
    own = line.delivery_date.value if line.delivery_date is not None else None
    return any(read and own not in read for read in days)


def _has_index(item: Item, line: OrderLine) -> bool:
    """Tell whether the index of a drawing stands in a column of its own, and not behind its number."""
    index = [text.printed for text in item.texts.get(Role.REVISION, ()) if text.column is not None]
    number = line.drawing_number.value if line.drawing_number is not None else None
    return (
        number is not None
        and parts.revision(number)[1] is None
        and any(any(map(str.isalnum, each)) for each in index)
    )
