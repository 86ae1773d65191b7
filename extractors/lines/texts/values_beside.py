"""Lines below an item that have a label and, behind a gap, its values: "Your material number     10058931".

SAPscript sets them in columns of their own, so that they are two texts; to the item they are one. Its lines
of conditions (Bruttopreis, Rabatt %) say how the price came about, and are no item and no part of a name.
"""

import re
from collections.abc import Sequence

from extractors.fields import dates, parts, units
from extractors.late import late
from extractors.lines.headings import CODES, recognise
from extractors.lines.texts import side_labels
from extractors.lines.texts.inline_labels import CODE_TAIL, SPACED, recognise_inline
from extractors.lines.texts.labelled_codes import LABELLED
from extractors.page.runs import Run, joined
from extractors.vocabulary.meanings import Role

BELOW = CODES | {Role.DRAWING, Role.DELIVERY}
"""What lines below an item say under labels of their own."""
KIND_OF_DATE = late(r"\s*[:：]?\s*(?<![^\W\d_])(?:day|tag)\s*$", re.IGNORECASE)
"""The kind of the date that a system prints before it: "Delivery date: Day      30.10.2026"."""
CONDITIONS = frozenset({Role.LIST_PRICE, Role.DISCOUNT, Role.PRICE, Role.AMOUNT})

REDUCTION = late(
    r"(?:[a-z.]+ ){1,2}(?:discount|rebate|rabatt|nachlass|surcharge|zuschlag|allowance)(?: ?%)?",
    re.IGNORECASE,
)
"""Whose or which reduction of a price it is: "Vendor discount", "Special rebate %"."""
OWNED = frozenset({Role.SELLER_PART, Role.BUYER_PART, Role.LOCAL_PART, Role.DRAWING})
BROKEN = ("-", "/", "_")
SLACK = 2.0
PAIR = 2
SEVERAL = 3
"""So many labels on one line are a line of labels: two may stand in columns of their own."""
LONGEST = 24
"""Within so many characters a label ends that no colon ends."""


def whole(line: Sequence[Run], above: Sequence[Run] = ()) -> list[Run]:
    """Return the texts of a line from the left, each label with the value of its kind beside it.

    The rest of a text that ends with a dash `above` it in its own column is nobody's value.
    """
    if states_condition(line):
        return [joined(line)]
    if len(line) == PAIR and names_before(line[0], line[1]):
        return [joined((line[1], line[0]))]
    texts = list(line)
    found: list[Run] = []
    while texts:
        run = texts.pop(0)
        if texts and _are_one(run, texts[0]) and not _goes_on(texts[0], above):
            run = joined((run, texts.pop(0)))
        found.append(run)
    return found


def _goes_on(run: Run, above: Sequence[Run]) -> bool:
    """Tell whether a text is the rest of one that its narrow column broke: "P-" over "1103A"."""
    return any(each.text.endswith(BROKEN) and abs(each.box.x0 - run.box.x0) < SLACK for each in above)


def closed(lines: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Return lines, a label of a number that stands alone in its narrow column with the number below it.

    "Ihre Art.-Nr." over "10066208": what stands at the right of the label belongs to another column.
    """
    found = [list(line) for line in lines]
    for at in range(len(found) - 1):
        for place, label in enumerate(found[at]):
            value = next((each for each in found[at + 1] if _is_value_below(label, each)), None)
            if value is not None:
                found[at][place] = joined((label, value))
                found[at + 1].remove(value)
    return [line for line in found if line]


def _is_value_below(label: Run, value: Run) -> bool:
    """Tell whether a text is the label of a number and nothing else, and another one the number below it."""
    if abs(value.box.x0 - label.box.x0) >= SLACK or not parts.is_clear(value.text.strip()):
        return False
    heading = recognise(label.text.rstrip(" :："))
    return heading is not None and heading.exact and heading.role in OWNED


def names_before(value: Run, label: Run) -> bool:
    """Tell whether a code stands before what it is called: "1D8S-0331-C   Supplier's item number"."""
    heading = recognise(label.text)
    named = heading is not None and heading.exact and heading.role in SPACED
    return named and CODE_TAIL.match(value.text) is not None and recognise_inline(value.text) is None


def level(lines: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Return lines, a label that stands at the middle of two lines of its value on one line with them."""
    found: list[list[Run]] = []
    at = 0
    while at < len(lines):
        upper, middle, lower = (*lines[at : at + 3], (), ())[:3]
        if _surround(upper, middle, lower):
            found.append([joined((upper[0], lower[0])), middle[0]])
            at += 3
        else:
            found.append(list(lines[at]))
            at += 1
    return found


def _surround(upper: Sequence[Run], middle: Sequence[Run], lower: Sequence[Run]) -> bool:
    """Tell whether two lines are a broken code whose label stands between them at their right."""
    if not len(upper) == len(middle) == len(lower) == 1:
        return False
    first, label, rest = upper[0], middle[0], lower[0]
    beside = (
        first.box.x1 < label.box.x0 and first.box.bottom > label.box.top and label.box.bottom > rest.box.top
    )
    flush = abs(first.box.x0 - rest.box.x0) < 1
    return beside and flush and names_before(joined((first, rest)), label)


def is_labelled(line: Sequence[Run]) -> bool:
    """Tell whether a line begins with a label of what stands below items, its values behind it."""
    return states_condition(line) or (len(line) > 1 and _are_one(line[0], line[1]))


def states_several(line: Sequence[Run]) -> bool:
    """Tell whether a line says several things of an item, each behind its label, whatever stands above it.

    "Catalog #: 10019931   Maker: BEILAN   GL: 8806-506", "Item 40.16.7331   Requested date 24-Jun-2026".
    """
    said = [_labels(run.text) for run in line]
    return len(line) >= SEVERAL and said[0] and sum(said) > len(line) / 2


def _labels(text: str) -> bool:
    """Tell whether a text is a value behind a label: one with a colon, or a known heading."""
    if LABELLED.match(text):
        return True
    headings = (recognise(text[: space.start()]) for space in re.finditer(r"\s+", text[:LONGEST]))
    return any(each is not None and each.exact and each.role is not None for each in headings)


def states_condition(line: Sequence[Run]) -> bool:
    """Tell whether a line is a price, a discount or a value under its own label: "Rabatt %   -15,000 %"."""
    label, *values = line
    heading = recognise(label.text) if values else None
    priced = heading is not None and heading.role is Role.PRICE
    said = heading is not None and (heading.exact or priced) and heading.role in CONDITIONS
    said = said or bool(values and REDUCTION.fullmatch(label.text))
    return said and all(any(map(str.isdigit, each.text)) or each.text == "%" for each in values)


def states_percentage(line: Sequence[Run]) -> bool:
    """Tell whether a line is a discount in percent without its amount: it makes the price of the item."""
    return states_condition(line) and all(each.text.rstrip(" -–").endswith("%") for each in line[1:])


def _are_one(label: Run, value: Run) -> bool:
    # 件 heads columns of parts, but below a quantity it is its unit.
    if recognise_inline(value.text) is not None or units.canonical(label.text) is not None:
        return False
    said = side_labels.beside(label, value)
    return (said is not None and said[0] in BELOW) or _is_day_of(label, value)


def _is_day_of(label: Run, value: Run) -> bool:
    """Tell whether a label ends with the kind of the date beside it."""
    kind = KIND_OF_DATE.search(label.text)
    heading = recognise(label.text[: kind.start()]) if kind is not None else None
    delivered = heading is not None and heading.exact and heading.role is Role.DELIVERY
    return delivered and bool(dates.parse(value.text))
