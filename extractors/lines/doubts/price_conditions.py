"""Conditions of a price that were read as lines: "Gross price", "Discount", "Net price" below their item.

Where they stand, the price of an item is the last of them and not the first: none of the prices is certain.
"""

import re
from dataclasses import replace

from extractors.late import late
from extractors.lines.items.rows import Items
from models.reading import OrderLine, Reason, opened, stated

NAMED = late(
    r"\s*(?:(?:gross|net|list|basic|unit|final)[ -]?(?:price|value)|(?:brutto|netto|listen)(?:preis|wert)"
    r"|rebate|discount\b|rabatt|preisnachlass|surcharge|zuschlag|毛价|净价|折扣|折让|净值)",
    re.IGNORECASE,
)
NET = late(r"\s*(?:net[ -]?(?:price|value)|netto(?:preis|wert)|净价|净值)", re.IGNORECASE)
PRICED = frozenset({"unit_price", "price_per", "amount"})


def doubted(lines: tuple[OrderLine, ...], items: Items | None, *, closed: bool) -> tuple[OrderLine, ...]:
    """Return the lines with their prices open, where a condition is a line or stands between items.

    Where lines and discounts make the total (`closed`), only a net price beside them says otherwise.
    """
    said = NET if closed else NAMED
    conditions = (not closed and any(map(_is_condition, lines))) or (
        items is not None and _stand_between(items, said)
    )
    return tuple(map(_opened, lines)) if conditions else lines


def _stand_between(items: Items, said: re.Pattern[str]) -> bool:
    """Tell whether a row above the last item, or a text below an item, is called like a condition."""
    last = items.items[-1].row if items.items else None
    rows = [*items.notes, *items.rest, *(each.row for each in items.summaries)]
    above = [row for row in rows if last is not None and row.page is last.page and row.box.top < last.box.top]
    texts = [run.text for row in above for run in row.runs]
    below = [run.text for item in items.items[:-1] for run in item.notes]
    return any(said.match(text) for text in (texts if said is NET else [*texts, *below]))


def _is_condition(line: OrderLine) -> bool:
    """Tell whether a line without a number of its own is called like a condition."""
    name = line.description.value if line.description is not None else None
    return line.line_number is None and name is not None and NAMED.match(name) is not None


def _opened(line: OrderLine) -> OrderLine:
    return replace(
        line, **{name: opened(field, Reason.ROLE) for name, field in stated(line) if name in PRICED}
    )
