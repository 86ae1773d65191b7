"""Places that items name: a labelled line below each of them, or a column of plants and stores.

What "Deliver to: Kiel works" below an item says is no absent place of the order, whatever others say.
A column under Plant or 使用单位 may tell where the goods go.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from extractors.header.labelling.label_words import COLON, meaning
from extractors.header.spoken import told_places
from extractors.late import late
from extractors.lines.item import Item
from extractors.lines.item_table import Column
from extractors.page.runs import Run, evidence
from extractors.vocabulary.meanings import Label, Role
from models.reading import Field, unread_at

PLACE = frozenset({Label.PLACE})
SITES = late(
    r"\b(?:plant|location|site|stores?|warehouse|works|factory)\b|使用单位|使用地点|工厂|厂区|仓库|收货",
    re.IGNORECASE,
)
CODED = late(r"[\dA-Z./-]{1,12}", re.ASCII)
"""The number of a plant or a shelf."""
ASIDE = (Role.OTHER, Role.REMARK)
LETTERS = 4
"""So many letters of a name at least, or half as many ideographs."""


def told(items: Sequence[Item], columns: Sequence[Column]) -> Field | None:
    """Return an unread place where an item seems to state one, else None."""
    for item in items:
        found = next(chain(_labelled(item), _in_column(item, columns)), None)
        if found is not None:
            return unread_at(evidence(found))
    return None


def _labelled(item: Item) -> Iterator[Run]:
    """Yield the lines of an item that begin with a label of the place, or say where it goes."""
    for run in (*item.notes, *item.row.runs):
        colon = COLON.search(run.text)
        if (colon is not None and meaning(run.text[: colon.start()]) == PLACE) or told_places.find(run.text):
            yield run


def _in_column(item: Item, columns: Sequence[Column]) -> Iterator[Run]:
    """Yield the names under a heading of plants and stores."""
    for text in (*item.unknown, *(each for role in ASIDE for each in item.texts.get(role, ()))):
        headed = (
            text.column is not None and text.column < len(columns) and SITES.search(columns[text.column].text)
        )
        if headed and CODED.fullmatch(text.printed) is None and _is_name(text.printed):
            yield text.run


def _is_name(text: str) -> bool:
    return sum(2 if each > "\u2e80" else each.isalpha() for each in text) >= LETTERS
