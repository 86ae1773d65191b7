"""Items in blocks of labels and values of which one was not read: a label of theirs stands outside of them.

    Order qty   10 (5+5)        Unit price   26.00
    Order qty   10              Unit price   26.00

What states no quantity that can be read is no item, and nothing else tells that one is missing where the
total was not read either.
"""

from collections.abc import Iterator, Sequence

from extractors.lines.cards.label_texts import label_of
from extractors.lines.item import Item
from extractors.lines.texts.text_lines import runs_by_line
from extractors.order_table import OrderTable
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run, evidence, joined
from extractors.vocabulary.meanings import Role
from models.reading import Problem

TOLD_BY = (Role.QUANTITY, Role.PRICE)
"""What each item states, behind a label of its own."""
TITLES = " :："


def problems(main: OrderTable | None, blocks: Sequence[PageBlocks]) -> Iterator[Problem]:
    """Yield the first label of items' quantities or prices with a figure in `blocks`, outside of items."""
    if main is None or main.table.columns:
        return
    labels = {label for item in main.items.items for label in _labels(item)}
    lines = (line for page in blocks for line in runs_by_line(page))
    left = next((found for line in lines if (found := _left(line, labels)) is not None), None)
    if left is not None:
        yield Problem("row_left_out", left.text, evidence(left))


def _labels(item: Item) -> Iterator[str]:
    """Yield the labels that stand before an item's quantity and price."""
    for role in TOLD_BY:
        for text in item.texts.get(role, ()):
            if text.heading is not None and text.heading.exact and text.heading.text.strip(TITLES):
                yield text.heading.text.strip(TITLES).casefold()


def _left(line: Sequence[Run], labels: set[str]) -> Run | None:
    """Return a label on a line together with its value, where a figure is in that."""
    for at, run in enumerate(line):
        label = label_of(run)
        if label.strip(TITLES).casefold() not in labels:
            continue
        behind = run.text[len(label) :].strip(TITLES)
        value = [run] if behind else [run, *line[at + 1 : at + 2]]
        if any(map(str.isnumeric, behind or joined(value).text[len(label) :])):
            return joined(value)
    return None
