"""An answered list decided anew because of a person's word: which rows that changes, and which invoices.

The list is decided twice on the same exports, without the word and with it: what differs is what the word
does. The rows of its order get what holds now in any case; nothing else is touched, so that a newer export
changes no row that nobody asked about.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from desk.invoicing import standing
from models.invoice_sources import Said
from models.invoicing import Answer, Decision, InvoiceGroup

NO_GROUP = "-"
"""What a reason says instead of the name of an invoice where rows go alone."""


@dataclass(frozen=True, slots=True)
class Revised:
    """The rows that are decided otherwise now, by their place, and the invoices to be of the whole list."""

    rows: Mapping[int, Decision]
    groups: tuple[InvoiceGroup, ...]


def revised(stands: Answer, without: Answer, given: Answer, order: str) -> Revised:
    """Return what a word about an order makes of a list.

    `stands` is what the program decided until now; `without` and `given` are decided on the same exports,
    without the word and with it.
    """
    touched = _touched(without, given, order)
    names = _names(stands, given, touched)
    rows = {at: _renamed(given.decisions[at], names) for at in sorted(touched)}
    changed = {at: each for at, each in rows.items() if each != stands.decisions[at]}
    now = [changed.get(at, each) for at, each in enumerate(stands.decisions)]
    left = (standing.left(each, now) for each in stands.groups if each.name not in names.values())
    made = (
        replace(each, name=names[each.name], decisions=tuple(now[at] for at in _members(given)[each.name]))
        for each in given.groups
        if each.name in names
    )
    groups = (*(each for each in left if each is not None), *made)
    return Revised(changed, tuple(sorted(groups, key=lambda each: _first(now, each.name))))


def _members(answer: Answer) -> dict[str, tuple[int, ...]]:
    """Return the places of the rows of each invoice to be."""
    found: dict[str, list[int]] = {}
    for at, each in enumerate(answer.decisions):
        if each.group is not None:
            found.setdefault(each.group, []).append(at)
    return {name: tuple(places) for name, places in found.items()}


def _touched(without: Answer, given: Answer, order: str) -> set[int]:
    """Return the rows of an order, those that a word changes, and all on an invoice with one of these."""
    before, after = _members(without), _members(given)
    found = {
        at
        for at, (one, other) in enumerate(zip(without.decisions, given.decisions, strict=True))
        if order == other.row.order or _bare(one) != _bare(other)
    }
    for one, other in ((before, after), (after, before)):
        found.update(at for places in one.values() if places not in other.values() for at in places)
    for places in (*before.values(), *after.values()):
        if found.intersection(places):
            found.update(places)
    return found


def _bare(decision: Decision) -> tuple[object, ...]:
    """Return what is decided, whatever the invoices are called."""
    said = tuple(
        (each.word, {name: value for name, value in each.values.items() if name != "group"})
        for each in decision.reasons
    )
    return decision.code, decision.until, said


def _names(stands: Answer, given: Answer, touched: AbstractSet[int]) -> dict[str, str]:
    """Return how each invoice of touched rows is called: as it was, or by a name that is free."""
    kept = {name: frozenset(places) for name, places in _members(stands).items()}
    used = {name for name, places in kept.items() if not places <= touched}
    names: dict[str, str] = {}
    for name, places in _members(given).items():
        if not touched >= set(places):
            continue
        fitting = (one for one, its in kept.items() if one not in used and its.intersection(places))
        names[name] = next(fitting, None) or _free(used | kept.keys())
        used.add(names[name])
    return names


def _free(used: AbstractSet[str]) -> str:
    return next(name for number in range(1, len(used) + 2) if (name := f"G{number}") not in used)


def _renamed(decision: Decision, names: Mapping[str, str]) -> Decision:
    group = None if decision.group is None else names[decision.group]
    return replace(decision, group=group, reasons=tuple(_reason(each, names) for each in decision.reasons))


def _reason(said: Said, names: Mapping[str, str]) -> Said:
    group = said.values.get("group")
    if group is None:
        return said
    return Said(said.word, {**said.values, "group": names.get(str(group), NO_GROUP)})


def _first(decisions: Sequence[Decision], group: str) -> int:
    """Return the place of the first row of an invoice: they stand in the list's order."""
    return next((at for at, each in enumerate(decisions) if each.group == group), len(decisions))
