"""Lines of labels with their values beside them, which head no table: 单位 | 件 | 净价 | 299.86."""

import itertools
from collections.abc import Sequence

from extractors.fields import parts
from extractors.late import late
from extractors.lines.headings import recognise
from extractors.lines.item_table import NUMBER
from extractors.lines.texts import side_labels
from extractors.page.runs import Run
from extractors.vocabulary.meanings import Role

FIGURES = 3
"""A code has so many figures at least: "Rev. 2" or W36 may head a column."""
LABEL = late(r".{2,24}[:：]\s*")
"""A text that ends with a colon."""
PAIRS = 2
"""So many pairs in one line are no chance."""


def stand_in(line: Sequence[Run | None]) -> bool:
    """Tell whether a line holds a label with a number or a code of its kind beside it.

    None stands for a cell of several lines, or of none.
    """
    if _take_turns([run.text for run in line if run is not None]):
        return True
    pairs = [(one, other) for one, other in itertools.pairwise(line) if one is not None and other is not None]
    if any(_is_value(value.text) and side_labels.beside(label, value) is not None for label, value in pairs):
        return True
    return any(map(_names_unit, pairs)) and any(run is not None and not _heads(run.text) for run in line)


def _take_turns(texts: Sequence[str]) -> bool:
    """Tell whether labels with colons and texts without take turns: "Your ref.:  A-118  Taxable:  No"."""
    labels = [LABEL.fullmatch(text) is not None for text in texts]
    return len(texts) >= 2 * PAIRS and labels == [at % 2 == 0 for at in range(len(texts))]


def _names_unit(pair: tuple[Run, Run]) -> bool:
    """Tell whether a unit stands beside its label; "Stk" may head quantities, if all others are headings."""
    said = side_labels.beside(*pair)
    return said is not None and said[0] is Role.UNIT


def _heads(text: str) -> bool:
    heading = recognise(text)
    return heading is not None and heading.exact


def _is_value(text: str) -> bool:
    if _heads(text):
        return False  # "(5) Unit price" is the fifth heading
    coded = parts.looks_like_code(text) and sum(map(str.isdigit, text)) >= FIGURES
    return coded or NUMBER.match(text) is not None
