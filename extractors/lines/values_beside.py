"""Lines below an item that have a label and, behind a gap, its values: "Your material number     10058931".

SAPscript sets them in columns of their own, so that they are two texts; to the item they are one. Its lines
of conditions (Bruttopreis, Rabatt %) say how the price came about, and are no item and no part of a name.
"""

from collections.abc import Sequence

from extractors.lines import item_clauses
from extractors.lines.headings import CODES, recognise
from extractors.lines.inline_labels import recognise_inline
from extractors.runs import Run, joined
from extractors.vocabulary.meanings import Role

BELOW = CODES | {Role.DRAWING, Role.DELIVERY}
"""What lines below an item say under labels of their own."""
CONDITIONS = frozenset({Role.LIST_PRICE, Role.DISCOUNT, Role.PRICE, Role.AMOUNT})


def whole(line: Sequence[Run]) -> list[Run]:
    """Return the texts of a line from the left, each label with the value of its kind beside it."""
    if states_condition(line):
        return [joined(line)]
    texts = list(line)
    found: list[Run] = []
    while texts:
        run = texts.pop(0)
        if texts and _are_one(run, texts[0]):
            run = joined((run, texts.pop(0)))
        found.append(run)
    return found


def is_labelled(line: Sequence[Run]) -> bool:
    """Tell whether a line begins with a label of what stands below items, its values behind it."""
    return states_condition(line) or (len(line) > 1 and _are_one(line[0], line[1]))


def states_condition(line: Sequence[Run]) -> bool:
    """Tell whether a line is a price, a discount or a value under its own label: "Rabatt %   -15,000 %"."""
    label, *values = line
    heading = recognise(label.text) if values else None
    said = heading is not None and heading.exact and heading.role in CONDITIONS
    return said and all(any(map(str.isdigit, each.text)) or each.text == "%" for each in values)


def states_percentage(line: Sequence[Run]) -> bool:
    """Tell whether a line is a discount in percent without its amount: it makes the price of the item."""
    return states_condition(line) and all(each.text.endswith("%") for each in line[1:])


def _are_one(label: Run, value: Run) -> bool:
    if recognise_inline(value.text) is not None:
        return False
    said = item_clauses.beside(label, value)
    return said is not None and said[0] in BELOW
