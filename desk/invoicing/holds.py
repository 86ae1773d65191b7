"""Goods that lists wait with: carried on from list to list, with their age and who sees to them.

A row is the same goods as one of an earlier list if order and item are equal, and the deliveries where
both name some. Which ISO week a moment belongs to is told here as well: a list is answered once in it.
"""

import datetime as dt
import zoneinfo
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from models.invoice_desk import Hold, Week
from models.invoicing import Code, Decision, Teller

HELD = frozenset(
    {
        Code.HOLD_DISPUTE,
        Code.PRICE_MISMATCH,
        Code.QTY_MISMATCH,
        Code.HOLD_NOT_SHIPPED,
        Code.HOLD_NOT_ACCEPTED,
        Code.HOLD_INVOICE_DATA,
        Code.HOLD_CUSTOMER_REQUEST,
    }
)
"""Decisions with which goods wait for something that can still come right."""
FREE = frozenset({Code.INVOICE, Code.CONSOLIDATE})
"""Decisions that let goods go."""
OWNERS: Mapping[Code, Teller] = {
    Code.HOLD_DISPUTE: Teller.SALES,
    Code.PRICE_MISMATCH: Teller.SALES,
    Code.QTY_MISMATCH: Teller.WAREHOUSE,
    Code.HOLD_NOT_SHIPPED: Teller.SALES,
    Code.HOLD_NOT_ACCEPTED: Teller.SALES,
    Code.HOLD_INVOICE_DATA: Teller.SALES,
    Code.HOLD_CUSTOMER_REQUEST: Teller.FINANCE,
}
"""Who sees to it that they are let go: of those who are told, who can do something about it."""


A_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Goods:
    """What a row is about: an item of an order, and the deliveries that it names."""

    order: str
    item: str | None
    deliveries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Earlier:
    """A row of an earlier list as it stands, people's changes included."""

    number: int
    as_of: dt.date
    goods: Goods
    code: Code
    hold: Hold | None = None


def week_of(moment: dt.datetime, zone: str) -> Week:
    """Return the ISO week of a moment in a time zone.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: The IANA database has no such zone.
    """
    year, week, _ = moment.astimezone(zoneinfo.ZoneInfo(zone)).isocalendar()
    return Week(year, week, zone)


def goods(decision: Decision) -> Goods | None:
    """Return what a row is about; None where it names no order."""
    row = decision.row
    if row.order is None:
        return None
    return Goods(row.order, decision.item or row.item, frozenset(row.deliveries))


def owner(code: Code) -> Teller | None:
    """Return who sees to a held row; None where it is not held."""
    return OWNERS.get(code)


def carried(code: Code, found: Goods | None, as_of: dt.date, number: int, earlier: Iterable[Earlier]) -> Hold:
    """Return the hold of a row that is held now: begun by this list, or carried on from the last one.

    The newest earlier list with these goods tells: if it let them go, the hold begins anew. One that could
    not check them tells nothing. `earlier` goes from the newest list to the oldest.
    """
    seen_to = OWNERS[code]
    last = None if found is None else _last(found, earlier)
    if last is None or last.code not in HELD:
        return Hold(as_of, 1, number, seen_to)
    if last.hold is None:  # a person held it
        return Hold(last.as_of, 2, last.number, seen_to)
    return Hold(last.hold.since, last.hold.lists + 1, last.hold.first_list, seen_to)


def _last(found: Goods, earlier: Iterable[Earlier]) -> Earlier | None:
    """Return the row about these goods in the newest list that has one: the one that waits the longest."""
    last: list[Earlier] = []
    for each in earlier:
        if last and each.number != last[0].number:
            break
        if each.code is not Code.NOT_CHECKED and _same(found, each.goods):
            last.append(each)
    held = [each for each in last if each.code in HELD]
    return min(held, key=_since, default=last[0] if last else None)


def _since(earlier: Earlier) -> dt.date:
    return earlier.hold.since if earlier.hold is not None else earlier.as_of


def _same(one: Goods, other: Goods) -> bool:
    named = bool(one.deliveries and other.deliveries)
    return (one.order, one.item) == (other.order, other.item) and (
        not named or not one.deliveries.isdisjoint(other.deliveries)
    )


def released(decision: Decision, earlier: Iterable[Earlier]) -> Earlier | None:
    """Return the row of an earlier list that let the same goods go, which SAP has not billed since then.

    Either they were forgotten, or invoiced beside SAP: whoever invoices them now must know. `earlier` goes
    from the newest list to the oldest; the newest with these goods tells.
    """
    found = goods(decision)
    if found is None or decision.code not in FREE or decision.seen is None:
        return None
    last = next((each for each in earlier if _same(found, each.goods)), None)
    if last is None or last.code not in FREE:
        return None
    since = [each for each in decision.seen.billing if each.billed_on and each.billed_on >= last.as_of]
    return None if since else last


def all_released(
    decisions: Iterable[Decision], earlier: Mapping[str, Sequence[Earlier]]
) -> dict[int, Earlier]:
    """Return by their places the rows that earlier lists let go already (`released`); `earlier` by order."""
    found = ((at, released(each, earlier.get(each.row.order or "", ()))) for at, each in enumerate(decisions))
    return {at: last for at, last in found if last is not None}


def supersedes(older: Sequence[Goods], newer: AbstractSet[tuple[str, str | None]]) -> bool:
    """Tell whether a newer list of the same week takes the place of an older one: it has half of its items.

    A further list, of other goods, stands beside it.
    """
    items = [(each.order, each.item) for each in older]
    return bool(items) and sum(each in newer for each in items) * 2 >= len(items)
