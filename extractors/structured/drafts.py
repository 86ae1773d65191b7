"""An order as a format states it, before its numbers are held against each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields import units
from extractors.language import CHINESE, ENGLISH, MIXED_SHARE
from extractors.late import late
from extractors.lines.doubts import doubtful_items
from extractors.structured import arithmetic
from extractors.structured.arithmetic import Item, Sums, nothing_sure
from extractors.structured.values import unsure
from models.reading import Evidence, Header, Kind, Language, OrderLine, Problem, Reading, Reason, stated

ORDERS = frozenset({Kind.PURCHASE_ORDER, Kind.CHANGE_ORDER})
SPOKEN = frozenset({"customer", "delivery_place", "payment_terms", "description"})
"""The fields whose texts tell the language."""
DRAWING = late(
    r"(?:drawing|dwg|zeichnung|图纸?)[\s._-]*(?:no|nr|number|num|nummer|id|号|编号|代号)?[.:：]?",
    re.IGNORECASE,
)
"""What a property is called that holds the number of a drawing."""


NO_SUMS = Sums()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a message states. `withdrawn` tells that it takes back the whole order.

    `doubted` is the code by which it is no order in force: a copy, a proposal, a deletion.
    """

    kind: Kind
    kind_evidence: Evidence | None
    header: Header
    items: tuple[Item, ...] = ()
    sums: Sums = NO_SUMS
    withdrawn: bool = False
    doubted: Evidence | None = None


def names_drawing(name: str) -> bool:
    """Tell whether a property of an item is the number of its drawing."""
    return bool(DRAWING.fullmatch(name.strip()))


def finish(draft: Draft) -> Reading:
    """Return the reading of a message: what its own numbers contradict is not sure."""
    if draft.withdrawn:
        draft = replace(draft, header=replace(draft.header, total_amount=None), items=(), sums=NO_SUMS)
    header, lines, contradicted = arithmetic.check(draft.header, draft.items, draft.sums)
    problems = [Problem("total_open", contradicted)] if contradicted else []
    if draft.withdrawn:
        problems.append(Problem("order_withdrawn", "", draft.kind_evidence))
    elif not lines and draft.kind in ORDERS:
        problems.append(Problem("no_lines", "the message has no lines"))
    problems += [Problem("line_status", each.status.text, each.status) for each in draft.items if each.status]
    language = _language([header, *lines])
    found = Reading(draft.kind, language, header, lines, tuple(problems), draft.kind_evidence)
    return found if draft.doubted is None else not_in_force(found, draft.doubted)


def not_in_force(reading: Reading, spot: Evidence | None) -> Reading:
    """Return the reading of what a code, or the page, says to be no order that is placed with it."""
    problem = Problem("not_in_force", spot.text if spot else "", spot)
    return replace(
        reading,
        header=nothing_sure(reading.header),
        lines=tuple(map(nothing_sure, reading.lines)),
        problems=(*reading.problems, problem),
    )


def _language(parts: Sequence[Header | OrderLine]) -> Language:
    fields = [(name, field) for part in parts for name, field in stated(part)]
    text = " ".join(field.value or "" for name, field in fields if name in SPOKEN)
    chinese = len(CHINESE.findall(text)) / 2
    english = len(ENGLISH.findall(text))
    if chinese < 1:
        return Language.ENGLISH
    return Language.MIXED if english > MIXED_SHARE * (chinese + english) else Language.CHINESE


def item(
    line: OrderLine,
    adjustment: Decimal = Decimal(0),
    *,
    price_unit: Evidence | None = None,
    withdrawn: bool = False,
    status: Evidence | None = None,
    said: Sequence[Evidence] = (),
) -> Item:
    """Return an item; a price that is for another unit than the ordered one is not sure.

    What its name or the other texts of it (`said`) say to be optional or cancelled is not surely ordered.
    """
    price, unit = line.unit_price, line.unit
    if price and unit and price_unit and units.same(price_unit.text, unit.value or "") is not True:
        line = replace(line, unit_price=unsure(price, Reason.AMBIGUOUS_VALUE))
    texts = [line.description.evidence, *said] if line.description else said
    status = status or next((each for each in texts if doubtful_items.NOT_ORDERED.search(each.text)), None)
    return Item(line, adjustment, withdrawn, None if withdrawn else status)
