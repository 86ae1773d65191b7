"""A second column of figures that speaks against the one an item was read from: "New qty 12" beside "Qty 10".

So do what was cancelled or delivered already, what is still open, and by how much something changes. Which of
them holds is for a person to read; the sums close with what was first written. What agrees says nothing. In
cards it is a further label: "Quantity: 10 pc", "New quantity: 12 pc".
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.lines.item import Item
from extractors.lines.item_table import Column
from extractors.lines.values import restated_figures, second_labels
from extractors.lines.values.line_numbers import LineNumbers
from extractors.lines.values.second_figures import FIGURES, contradicted, is_left_blank
from extractors.page.runs import Run
from models.reading import Header, OrderLine, Reason, opened


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of an order with their numbers, the columns they stand in, and the texts of the paper."""

    items: Sequence[Item]
    numbers: Sequence[LineNumbers]
    columns: Sequence[Column]
    runs: Sequence[Run]


def doubted(listed: Listed, lines: Sequence[OrderLine]) -> tuple[OrderLine, ...]:
    """Return the lines, without certainty in what another column or label states otherwise."""
    pairs = zip(lines, _rivals(listed, lines), strict=True)
    return tuple(_opened(line, names) for line, names in pairs)


def unsummed(header: Header, listed: Listed, lines: Sequence[OrderLine]) -> Header:
    """Return the header; a total of figures that another column states otherwise is not sure."""
    if header.total_amount is None or len(lines) != len(listed.items):
        return header
    rivalled = any(not names.isdisjoint(FIGURES) for names in _rivals(listed, lines))
    return replace(header, total_amount=opened(header.total_amount, Reason.RIVAL)) if rivalled else header


def _opened(line: OrderLine, names: frozenset[str]) -> OrderLine:
    fields = {name: getattr(line, name) for name in sorted(names)}
    return replace(line, **{name: opened(each, Reason.RIVAL) for name, each in fields.items() if each})


def _rivals(listed: Listed, lines: Sequence[OrderLine]) -> list[frozenset[str]]:
    """Return of each item the fields that something else states otherwise."""
    every = list(zip(listed.items, listed.numbers, lines, strict=True))
    if listed.columns:
        blank = frozenset(_left_blank(listed))
        return [frozenset(_in_columns(item, own, listed.columns, line, blank)) for item, own, line in every]
    said = second_labels.told(listed.items, listed.runs)
    again = restated_figures.contradicted(listed.items, listed.numbers, listed.runs)
    return [
        frozenset(name for label, value in labels for name in contradicted(label, value, own, line))
        | second_labels.discounted(item)
        | second_labels.doubled(item)
        | restated
        for (item, own, line), labels, restated in zip(every, said, again, strict=True)
    ]


def _left_blank(listed: Listed) -> Iterator[int]:
    """Yield the columns in which a program put the same for every item, that nothing is left."""
    cells = [dict(_cells(item)) for item in listed.items]
    for at, column in enumerate(listed.columns):
        said = [each.get(at, "") for each in cells]
        if len(said) > 1 and all(is_left_blank(column.text, each) for each in said):
            yield at


def _in_columns(
    item: Item, own: LineNumbers, columns: Sequence[Column], line: OrderLine, blank: Collection[int]
) -> Iterator[str]:
    """Yield the fields of an item that a further column states otherwise."""
    read = [each.text.column for each in (own.quantity, own.price, own.amount) if each is not None]
    for at, printed in _cells(item):
        if at not in read and at not in blank and at < len(columns):
            yield from contradicted(columns[at].text, printed, own, line)


def _cells(item: Item) -> Iterator[tuple[int, str]]:
    """Yield what stands in the columns of an item, also where nothing was taken from a cell."""
    texts = [*(each for role in item.texts.values() for each in role), *item.unknown]
    yield from ((text.column, text.printed) for text in texts if text.column is not None)
    taken = {text.column for text in texts}
    for at, cell in enumerate(item.row.cells):
        if at not in taken and cell:
            yield at, " ".join(run.text for run in cell)
