"""Lines inside an item that state its price, in a table that has no column of prices.

"Unit price: EUR 25.00", "at EUR 25.00 per pc", 单价：25.00元, "25.00 EUR/pc". The amounts prove them.
"""

import re
from collections.abc import Iterable, Sequence

from extractors.fields import money
from extractors.late import late
from extractors.lines.headings import Heading, recognise
from extractors.lines.item import Text
from extractors.lines.item_table import Column
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

PRICES = frozenset({Role.PRICE, Role.LIST_PRICE, Role.PRICE_PER})
LABEL = late(
    r"\s*(?P<label>[^\d:：@€$£¥]{2,24}?)\s*[:：]\s*|\s*(?P<chinese>(?:不?含税|未税)?单价)\s*(?=[\d¥￥])"
)
LED = late(r"\s*(?:at|@|à|zu je|zu|je)\s+(?=\S)", re.IGNORECASE)
UNSAID = Heading("", frozenset({Role.PRICE}), exact=False)


def has_prices(columns: Iterable[Column]) -> bool:
    """Tell whether a column holds prices, or may hold them."""
    return any(column.roles & PRICES for column in columns)


def parted(cell: Sequence[Run], column: int | None) -> tuple[tuple[Run, ...], list[Text]]:
    """Return the lines of a cell without those that state a price, and the prices that they state."""
    stated = {at: text for at, run in enumerate(cell) if (text := _price(run, column)) is not None}
    return tuple(run for at, run in enumerate(cell) if at not in stated), list(stated.values())


def _price(run: Run, column: int | None) -> Text | None:
    """Return the price that a whole line states: behind its label, behind "at", or for a unit."""
    label = LABEL.match(run.text)
    heading = recognise(label["label"] or label["chinese"]) if label is not None else None
    if label is not None and heading is not None and heading.role is Role.PRICE:
        stated = money.parse(run.text[label.end() :].strip())
        return Text(run, label.end(), len(run.text), heading, column) if stated is not None else None
    led = LED.match(run.text)
    start = led.end() if led is not None else 0
    found = money.parse(run.text[start:].strip())
    if found is None or found.currency is None or not (led or found.per_unit):
        return None
    return Text(run, start, len(run.text), UNSAID, column)
