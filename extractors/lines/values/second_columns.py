"""A second column of figures that speaks against the one an item was read from: "New qty 12" beside "Qty 10".

So do what was cancelled or delivered already, what is still open, and by how much something changes. Which of
them holds is for a person to read; the sums close with what was first written. What agrees says nothing.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files

from extractors.fields import money, numbers, quantities
from extractors.fields.text import level
from extractors.late import late
from extractors.lines.composed_headings import says
from extractors.lines.item import NOTHING, Item, Text
from extractors.lines.item_table import Column
from extractors.lines.values.line_numbers import LineNumbers, Number
from models.reading import Header, OrderLine, Reason, opened

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("second_columns.toml").read_text(encoding="utf-8")
)
NOW = late("|".join(_WORDS["now"]), re.IGNORECASE)
OFF = late("|".join(_WORDS["off"]), re.IGNORECASE)
LEFT = late("|".join(_WORDS["left"]), re.IGNORECASE)
ASIDE = late("|".join(_WORDS["aside"]), re.IGNORECASE)
CALLED = late("|".join(_WORDS["called"]), re.IGNORECASE)
COUNTED, PRICED = ("quantity", "amount"), ("unit_price", "amount")
FIGURES = ("quantity", "unit_price", "amount")


def doubted(
    items: Sequence[Item],
    numbers_of: Sequence[LineNumbers],
    columns: Sequence[Column],
    lines: Sequence[OrderLine],
) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in the figures that another column states otherwise."""
    every = zip(items, numbers_of, lines, strict=True)
    return tuple(_opened(line, _rivals(item, own, columns)) for item, own, line in every)


def unsummed(
    header: Header, items: Sequence[Item], numbers_of: Sequence[LineNumbers], columns: Sequence[Column]
) -> Header:
    """Return the header; a total of figures that another column states otherwise is not sure."""
    pairs = zip(items, numbers_of, strict=True)
    rivalled = any(set(_rivals(item, own, columns)) for item, own in pairs)
    if header.total_amount is None or not rivalled:
        return header
    return replace(header, total_amount=opened(header.total_amount, Reason.RIVAL))


def _opened(line: OrderLine, names: Iterator[str]) -> OrderLine:
    fields = {name: getattr(line, name) for name in dict.fromkeys(names)}
    return replace(line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each})


def _rivals(item: Item, own: LineNumbers, columns: Sequence[Column]) -> Iterator[str]:
    """Yield the figures of an item that a further column states otherwise."""
    read = [each.text.column for each in (own.quantity, own.price, own.amount) if each is not None]
    for text in (*(each for role in item.texts.values() for each in role), *item.unknown):
        if text.column is None or text.column in read or text.column >= len(columns):
            continue
        yield from _contradicted(text, level(columns[text.column].text), own)


def _contradicted(text: Text, heading: str, own: LineNumbers) -> Iterator[str]:
    """Yield the figures that what stands under the heading of another column contradicts."""
    values = _values(text.printed)
    if not values or ASIDE.search(heading):
        return
    if _is_off(heading, own):
        yield from FIGURES if any(values) else ()
    elif LEFT.search(heading) and not _is_called(own):
        yield from COUNTED if _differs(own.quantity, values) else ()
    elif NOW.search(heading):
        yield from _named(heading, values, own)


def _is_off(heading: str, own: LineNumbers) -> bool:
    return OFF.search(heading) is not None and not _is_called(own)


def _is_called(own: LineNumbers) -> bool:
    """Tell whether a quantity is a call from a framework, whose deliveries are counted beside it."""
    heading = own.quantity.text.heading if own.quantity is not None else None
    return heading is not None and CALLED.search(heading.text) is not None


def _named(heading: str, values: frozenset[Decimal], own: LineNumbers) -> Iterator[str]:
    """Yield the figures that a heading of what holds now names; one that names none may mean any."""
    priced = says(heading, "price") or says(heading, "unit_price_word")
    if priced:
        yield from PRICED if _differs(own.price, values) else ()
    elif says(heading, "quantity"):
        yield from COUNTED if _differs(own.quantity, values) else ()
    elif all(_differs(each, values) for each in (own.quantity, own.price, own.amount)):
        yield from FIGURES


def _differs(own: Number | None, values: frozenset[Decimal]) -> bool:
    return own is None or own.value not in values


def _values(printed: str) -> frozenset[Decimal]:
    """Return what a cell may state, which is nothing but a figure, perhaps with its unit or currency."""
    if printed in NOTHING:
        return frozenset()
    counted, priced = quantities.parse(printed), money.parse(printed)
    texts = [each.number_text for each in (counted, priced) if each is not None]
    return frozenset(each.value for text in (printed, *texts) for each in numbers.parse(text.lstrip("+")))
