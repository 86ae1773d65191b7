"""The total of an order that an export repeats on every line, in a column beside the lines' own amounts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractors.fields import numbers
from extractors.header import summaries
from extractors.header.sums.totals import FINAL, Printed
from extractors.lines.item import Item, Text
from extractors.lines.item_table import Column
from extractors.vocabulary.meanings import Role

LEAST = 2
"""Of a single line amount and total are the same anyway."""


def find(columns: Sequence[Column], items: Sequence[Item], added: Decimal | None) -> Iterator[Printed]:
    """Yield what stands under the heading of a total, alike on each line, where all lines add up to it."""
    for at, column in enumerate(columns):
        label = summaries.recognise(column.text) if column.role is Role.AMOUNT else None
        if label is None or label.kind not in FINAL:
            continue
        text = _alike([_of(item, at) for item in items])
        if text is not None and added in {each.value for each in numbers.parse(text.printed)}:
            yield Printed(label, text.run, text.start, text.end)


def _alike(texts: Sequence[Text | None]) -> Text | None:
    """Return the text of the first line where all have the same."""
    said = {text.printed if text is not None else None for text in texts}
    return texts[0] if len(texts) >= LEAST and len(said) == 1 else None


def _of(item: Item, column: int) -> Text | None:
    texts = (text for every in item.texts.values() for text in every)
    return next((text for text in texts if text.column == column), None)
