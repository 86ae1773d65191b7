"""Cards of items that were not read: the labels of the others stand once more outside all items.

What the read cards make may then be a sum inside the lost one, and no total: "Gross amount 260.00".
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from extractors.fields.text import level
from extractors.lines.cards.label_texts import label_of
from extractors.lines.headings import CODES
from extractors.lines.item import Item
from extractors.lines.item_table import ItemTable
from extractors.page.blocks import PageBlocks
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role
from models.page import Box

FIGURES = frozenset({Role.QUANTITY, Role.PRICE})
OWN = CODES | FIGURES | {Role.LINE_NUMBER, Role.DESCRIPTION}
"""What a card says of its item under labels that mean nothing else."""
LEAST = 2
"""One label may stand somewhere else; so many, with one of figures, are a card."""


def first(table: ItemTable, items: Sequence[Item], blocks: Sequence[PageBlocks]) -> Run | None:
    """Return where a label of figures stands outside all items read from cards, with others of theirs.

    Of an item that bears two numbers, the second one: what stood between them was not read.
    """
    if table.columns:
        return None
    numbered = next(filter(None, map(_numbered_again, items)), None)
    if numbered is not None:
        return numbered
    labels = dict(_labels(items))
    taken = [text.run for item in items for texts in item.texts.values() for text in texts]
    again = dict(found for page in blocks for found in _answered(page, labels.keys(), taken))
    counted = (run for label, run in again.items() if labels[label] in FIGURES)
    return next(counted, None) if len(again) >= LEAST else None


def _numbered_again(item: Item) -> Run | None:
    """Return the second of two numbers that an item bears behind one label."""
    numbers = item.texts.get(Role.LINE_NUMBER, ())
    labels = [_plain(text.heading.text) for text in numbers if text.heading is not None]
    several = len({text.printed for text in numbers}) > 1 and any(labels) and len(set(labels)) == 1
    return numbers[1].run if several else None


def _answered(page: PageBlocks, labels: AbstractSet[str], taken: Sequence[Run]) -> Iterator[tuple[str, Run]]:
    """Yield those labels of a page that have a value, for what is none of the texts that items have `taken`.

    A label of a turned table has its values in the items.
    """
    runs = [run for block in page.blocks for run in block.lines]
    for run in runs:
        label = label_of(run)
        if _plain(label) in labels and not _is_taken(run, taken):
            beside = (each for each in runs if _is_beside(run, each))
            if _goes_on(run, label) or any(not _is_taken(each, taken) for each in beside):
                yield _plain(label), run


def _is_taken(run: Run, taken: Sequence[Run]) -> bool:
    return any(each.page is run.page and _overlap(each.box, run.box) for each in taken)


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.middle < one.bottom


def _goes_on(run: Run, label: str) -> bool:
    return len(label) < len(run.text.rstrip(" :："))


def _is_beside(label: Run, value: Run) -> bool:
    return value.box.x0 >= label.box.x1 and label.box.top < value.box.middle < label.box.bottom


def _labels(items: Sequence[Item]) -> Iterator[tuple[str, Role]]:
    """Yield the labels that the texts of items stand behind, with what they mean."""
    for item in items:
        for role in OWN & item.texts.keys():
            for text in item.texts[role]:
                if text.heading is not None and _plain(text.heading.text):
                    yield _plain(text.heading.text), role


def _plain(label: str) -> str:
    return level(label).strip(" .:").casefold()
