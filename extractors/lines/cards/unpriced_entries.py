"""Entries of a counted list that state no price: "3. 1 pc O-ring set, free of charge", 3、O型圈2个，赠送.

They stand among those that do, so that the sums add up without them. They are items all the same: nobody
looks for one that is missing where all the rest is certain.
"""

import re
from collections.abc import Sequence

from extractors.header.labelling import label_words
from extractors.late import late
from extractors.lines.cards.card_phase import WORTH, orders_something
from extractors.lines.cards.labelled_numbers import speaks_of_order
from extractors.lines.headings import CODES
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

FREE = late(
    r"赠|免费|\b(?:free of charge|f\.?o\.?c\b|no charge|without charge|gratis|free issue)"
    r"|kostenlos|kostenfrei",
    re.IGNORECASE,
)
"""What says that a thing comes with the others and costs nothing."""
GIVEN = late(r"附赠|赠送")
"""The same of nothing but things: a repair is free, and given away is none."""
COUNTED = frozenset({Role.QUANTITY, Role.DESCRIPTION})


def kept(groups: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """Return the entries that order something, and those right behind them that only lack a price.

    Behind the first clause of the order the list of items is at its end.
    """
    found: list[list[TextLine]] = []
    listed = True
    for group in groups:
        entry = group if orders_something(group) else _entry(group) if listed and found else []
        listed = listed and bool(entry)
        found += [entry] if entry else []
    return found


def _entry(group: Sequence[TextLine]) -> list[TextLine]:
    """Return the lines of an entry that names a thing and no price; nothing for the clause of an order."""
    lines = [group[0]]
    for line in group[1:]:
        if not line.roles or speaks_of_order(line):
            break
        lines.append(line)
    roles = frozenset[Role]().union(*(line.roles for line in lines))
    label = label_words.match(group[0].runs[0].text)
    if roles & WORTH or (label is not None and label.colon):
        return []
    texts = [run.text for line in lines for run in line.runs]
    named = bool(roles & CODES) and bool(roles & COUNTED)
    free = bool(roles & (CODES | COUNTED)) and any(map(FREE.search, texts))
    return lines if named or free or any(map(GIVEN.search, texts)) else []
