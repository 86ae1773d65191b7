"""The unit of a line as its cell prints it: one word, or one in two languages of which the Chinese counts.

"根/pc" and 套 SET say one unit twice; 支/set says it in words that lists keep apart, so that a person looks.
"""

from dataclasses import replace

from extractors.fields import units
from extractors.fields.text import level, tidy
from extractors.late import late
from extractors.lines.doubts import stray_texts
from extractors.lines.item import Item, Text
from extractors.lines.values import unread_figures
from extractors.lines.values.line_context import Context, field_of
from extractors.lines.values.line_numbers import LineNumbers, Number
from extractors.vocabulary.meanings import Role
from models.reading import Field, Reason, opened

BRACKETED = late(r"[(（\[].+[)）\]]")
COUNTED = late(r"\d+(?:[.,]\d+)?\s+")


def of_item(item: Item, numbers: LineNumbers, context: Context) -> Field | None:
    """Return the unit of an item: of its own column, beside its quantity, in that heading, or elsewhere."""
    text = item.one(Role.UNIT)
    if text is not None:
        plain = alone(text)
        return unit_field(plain, plain.printed, context) if text.printed else None
    quantity = numbers.quantity
    if quantity is not None and quantity.unit is not None:
        return beside(quantity, numbers, context)
    headed = quantity.text.heading.unit if quantity is not None and quantity.text.heading else None
    if quantity is not None and headed is not None:
        return field_of(quantity.text, headed, context)
    return _elsewhere(item, context) or (_unread(item, context) if quantity is None else None)


def _unread(item: Item, context: Context) -> Field | None:
    """Return the open unit of a card whose quantity nobody could read: 四打 may state it as well."""
    text = item.one(Role.QUANTITY)
    labelled = text is not None and text.heading is not None and not text.heading.exact
    return unread_figures.of(item, Role.QUANTITY, context) if labelled else None


def _elsewhere(item: Item, context: Context) -> Field | None:
    """Return the unit that a price is for, or one in no known column; never sure."""
    priced = item.one(Role.PRICE_PER)
    if priced is not None and units.canonical(priced.printed) is not None:
        return field_of(priced, priced.printed, context, Reason.ROLE)  # 计价单位 heads a unit as well
    stray = stray_texts.unit(item)
    return field_of(stray, stray.printed, context, Reason.ROLE) if stray is not None else None


def unit_field(text: Text, printed: str, context: Context) -> Field:
    """Return the unit that a text prints; what no list knows is not sure."""
    tongues = units.of_two_tongues(printed)
    if tongues is not None:
        word, alike = tongues
        return field_of(text, word, context, None if alike else Reason.AMBIGUOUS_VALUE)
    known = units.canonical(printed) is not None
    return field_of(text, printed, context, None if known else Reason.NOT_PARSED)


def beside(quantity: Number, numbers: LineNumbers, context: Context) -> Field:
    """Return the unit beside a quantity, not sure where nothing but it says that the number is one.

    "4 支 付" is the title of a clause: only a product proves what neither a label nor a heading tells.
    """
    found = unit_field(quantity.text, _as_printed(quantity), context)
    heading = quantity.text.heading
    told = heading is not None and bool(heading.text.strip())
    return found if told or numbers.closes else opened(found, Reason.UNPROVEN)


def _as_printed(quantity: Number) -> str:
    """Return the unit in the characters that stand there: 組 and not 组."""
    unit, printed = quantity.unit or "", tidy(quantity.text.printed)
    at = level(printed).rfind(unit) if unit else -1
    return printed[at : at + len(unit)] if at >= 0 else unit


def alone(text: Text) -> Text:
    """Return a unit without brackets, without a quantity or the end of a name that slid into its column."""
    return _below_name(_behind_count(_unbracketed(text)))


def _unbracketed(text: Text) -> Text:
    """Return a unit without the brackets it may stand in: "(SET)" below its quantity."""
    printed = text.printed
    if not BRACKETED.fullmatch(printed):
        return text
    start = text.run.text.index(printed, text.start)
    return replace(text, start=start + 1, end=start + len(printed) - 1)


def _behind_count(text: Text) -> Text:
    """Return a unit without the quantity that slid into its column: "24 Stück"."""
    counted = COUNTED.match(text.printed)
    if counted is None or units.canonical(text.printed[counted.end() :]) is None:
        return text
    start = text.run.text.index(text.printed, text.start) + counted.end()
    return replace(text, start=start, heading=replace(text.heading, exact=False) if text.heading else None)


def _below_name(text: Text) -> Text:
    """Return a unit without the end of a name above it that reaches into its column: "316/FG" over "pc"."""
    run, first, last = text.run, text.run.words[0], text.run.words[-1]
    whole = (text.start, text.end) == (0, len(run.text)) and units.canonical(text.printed) is None
    below = last.box.middle > first.box.bottom and units.canonical(last.text) is not None
    if not (whole and below):
        return text
    heading = replace(text.heading, exact=False) if text.heading else None
    return replace(text, start=run.starts[-1], heading=heading)
