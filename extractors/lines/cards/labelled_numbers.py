"""Items told in blocks that begin with their number behind a label: "Item No. :- 00010   Total Qty :- 3 pc".

Where such numbers count on, they part the items, whatever stands above the first of them.
"""

from collections import Counter
from collections.abc import Sequence

from extractors.header.labelling import label_words
from extractors.lines.cards.card_phase import ONCE, WORTH, doubting_shifted, orders_something
from extractors.lines.texts.text_lines import TextLine
from extractors.vocabulary.meanings import Role

UNTOLD = frozenset({Role.OTHER, Role.REMARK})
"""Roles that say nothing of an item by themselves."""
LEAST = 2
STEPS = frozenset({1, 10})
NUMBERS = WORTH | {Role.QUANTITY}
"""What all items state, if they begin where their numbers stand."""


def parted(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the items between labelled numbers that count on, nothing where they do not."""
    groups: list[list[TextLine]] = []
    for line in lines:
        number = _number(line)
        if number is not None:
            if number != (_number_of(groups[0]) if groups else number) * (len(groups) + 1):
                return []
            groups.append([*_beside(groups, line), line])
        elif groups:
            groups[-1].append(line)
    if len(groups) < LEAST or _number_of(groups[0]) not in STEPS:
        return []
    groups[-1] = _ended(groups[-1], groups[:-1])
    alike = {frozenset(_stated(group)) & NUMBERS for group in groups}
    return doubting_shifted(groups) if len(alike) == 1 and all(map(orders_something, groups)) else []


def _number(line: TextLine) -> int | None:
    """Return the number that a line states first, behind a label of item numbers."""
    role, text = line.said[0] if line.said else (None, None)
    numbered = role is Role.LINE_NUMBER and text is not None and text.printed.isdigit()
    return int(text.printed) if numbered and text is not None else None


def _number_of(group: Sequence[TextLine]) -> int:
    return next(number for line in group if (number := _number(line)) is not None)


def _beside(groups: list[list[TextLine]], line: TextLine) -> list[TextLine]:
    """Take away from the item above what stands on the level of a line: cells set in the middle."""
    beside: list[TextLine] = []
    top = line.runs[0].box.top
    while groups and groups[-1] and _reaches(groups[-1][-1], line, top):
        beside.insert(0, groups[-1].pop())
    return beside


def _reaches(above: TextLine, line: TextLine, top: float) -> bool:
    same_page = above.runs[0].page is line.runs[0].page
    level = line.runs[0].box.bottom
    # What stands below the level belongs to a card at the left.
    return same_page and all(run.box.bottom > top + 1 and run.box.top < level for run in above.runs)


def _ended(group: Sequence[TextLine], others: Sequence[Sequence[TextLine]]) -> list[TextLine]:
    """Return the last item, up to where it would state more than the others do: the sums below."""
    usual = max(map(_stated, others), key=Counter.total)
    kept: list[TextLine] = []
    seen: Counter[Role] = Counter()
    for line in group:
        more = _stated([line])
        beyond = any(seen[role] + count > usual[role] for role, count in more.items())
        if beyond or speaks_of_order(line, beside=len(line.runs) == LEAST):
            break
        kept.append(line)
        seen += more
    return kept


def leads_on(lines: Sequence[TextLine]) -> bool:
    """Tell whether a numbered line leads to items that are numbered anew: "1. We order:" over "(1) Seal"."""
    first, *others = lines
    ends = not first.roles and first.runs[-1].text.rstrip().endswith((":", "："))
    return ends and any(line.ordinal == first.ordinal for line in others)


def speaks_of_order(line: TextLine, *, beside: bool = False) -> bool:
    """Tell whether a line is a label of the order with its value, and says nothing of an item.

    收货仓库：… is where the order goes to, whatever else "store" heads in a table. The value may stand behind
    a colon, or alone `beside` the label.
    """
    label = label_words.match(line.runs[0].text)
    if label is None or not (label.colon or beside):
        return False
    return not line.roles or (line.roles <= UNTOLD and not label.meanings & label_words.VAGUE)


def _stated(group: Sequence[TextLine]) -> Counter[Role]:
    return Counter(role for line in group for role, _ in line.said if role in ONCE)
