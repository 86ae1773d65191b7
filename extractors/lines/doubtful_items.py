"""Items that say that they may not be ordered: optional, an alternative, cancelled, an example."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from extractors.fields.text import level
from extractors.lines.item import Item
from extractors.runs import Run

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("extractors.vocabulary").joinpath("doubtful_items.toml").read_text(encoding="utf-8")
)
NOT_ORDERED = re.compile(
    rf"(?<![a-z])(?:{'|'.join(sorted(_WORDS['not_ordered'], key=len, reverse=True))})(?![a-z])", re.IGNORECASE
)


CORRECTING = re.compile("|".join(_WORDS["correcting"]), re.IGNORECASE)


def corrected(runs: Iterable[Run]) -> bool:
    """Tell whether a text beside the table changes something that the table says."""
    return any(CORRECTING.search(level(run.text)) for run in runs)


def may_be_none(item: Item) -> bool:
    """Tell whether a text of the item puts in doubt that it is ordered."""
    return any(NOT_ORDERED.search(level(run.text)) for run in (*item.row.runs, *item.notes))
