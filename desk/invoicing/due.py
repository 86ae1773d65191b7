"""Rows against SAP's billing due list VF04: remarks only, no decision changes by them (docs/invoicing.md).

The list has documents, no items: a row is due if its order is, or all of its deliveries are. The value of a
delivery is held against the rows that name it and nothing else.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from desk.invoicing import prices
from desk.invoicing.asked import Asked
from desk.invoicing.evidence import Evidence, bare
from models.invoice_sources import Said
from models.invoicing import Code, Decision

SILENT = frozenset({Code.UNKNOWN_ORDER, Code.ALREADY_INVOICED, Code.NOT_BILLABLE, Code.NOT_CHECKED})
"""Decisions that say themselves why a row is not due."""
CENT = Decimal("0.01")


def remarks(
    decisions: Sequence[Decision], asked: Mapping[int, Asked], evidence: Evidence
) -> dict[int, tuple[Said, ...]]:
    """Return what VF04 says of rows, by their place in the list."""
    if evidence.sources.due is None:
        return {}
    deliveries = {at: _deliveries(each) for at, each in asked.items()}
    values = _values(decisions, deliveries)
    items = _items(asked, deliveries)
    found: dict[int, tuple[Said, ...]] = {}
    for at, each in asked.items():
        if decisions[at].code in SILENT:
            continue
        not_due = () if decisions[at].code is Code.HOLD_NOT_SHIPPED else _not_due(each, deliveries[at])
        named = deliveries[at] if len(deliveries[at]) == 1 else ()
        differing = [said for number in named for said in _differs(number, values, items, evidence)]
        if not_due or differing:
            found[at] = (*not_due, *differing)
    return found


def _deliveries(asked: Asked) -> tuple[str, ...]:
    """Return the deliveries of a row: those that it names, or that its claim takes."""
    shipped = (each.delivery for each in asked.claim.shipped)
    return tuple(dict.fromkeys(asked.row.deliveries or shipped))


def _not_due(asked: Asked, deliveries: Sequence[str]) -> tuple[Said, ...]:
    evidence = asked.evidence
    if bare(asked.item.order) in evidence.due:
        return ()
    open_ = [each for each in deliveries or (asked.item.order,) if bare(each) not in evidence.due]
    if not open_:
        return ()
    faults = evidence.sources.due.faults if evidence.sources.due is not None else ()
    for each in faults:
        if {bare(key) for key in each.keys} & {bare(one) for one in open_}:
            values: dict[str, str | int] = {"source": "due", "row": each.row, "detail": each.detail}
            return (Said("export_row_unread", values),)
    return (Said("not_due", {"documents": ", ".join(open_)}),)


def _values(
    decisions: Sequence[Decision], deliveries: Mapping[int, Sequence[str]]
) -> dict[str, tuple[Decimal, int, set[str | None], set[tuple[str, str]]]]:
    """Return for each delivery that rows name alone: their net sum, number, currencies and items."""
    found: dict[str, tuple[Decimal, int, set[str | None], set[tuple[str, str]]]] = {}
    for at, numbers in deliveries.items():
        facts, row = decisions[at].facts, decisions[at].row
        if len(numbers) != 1 or facts.net is None:
            continue
        total, count, currencies, items = found.get(numbers[0], (Decimal(0), 0, set(), set()))
        key = (row.order or "", decisions[at].item or "")
        found[numbers[0]] = (
            total + facts.net,
            count + 1,
            currencies | {facts.currency},
            items | {key},
        )
    return found


def _items(
    asked: Mapping[int, Asked], deliveries: Mapping[int, Sequence[str]]
) -> dict[str, set[tuple[str, str]]]:
    """Return the order items that each delivery holds, as far as the exports tell."""
    wanted = {each for numbers in deliveries.values() for each in numbers}
    found: dict[str, set[tuple[str, str]]] = {}
    evidence = next((each.evidence for each in asked.values()), None)
    for key, shipments in evidence.deliveries.items() if evidence is not None else ():
        for each in shipments:
            if each.delivery in wanted:
                found.setdefault(each.delivery, set()).add(key)
    return found


def _differs(
    number: str,
    values: Mapping[str, tuple[Decimal, int, set[str | None], set[tuple[str, str]]]],
    items: Mapping[str, set[tuple[str, str]]],
    evidence: Evidence,
) -> list[Said]:
    """Return that a delivery's value is not that of its rows; less only where all its items are listed."""
    documents = [each for each in evidence.due.get(bare(number), ()) if each.net_value is not None]
    if number not in values or not documents:
        return []
    total, count, currencies, listed = values[number]
    currency = {prices.currency(each.currency) for each in documents}
    due = sum((each.net_value for each in documents if each.net_value is not None), Decimal(0))
    near = CENT * count
    is_all = items.get(number, set()) <= listed
    agrees = total <= due + near and (not is_all or total >= due - near)
    if agrees and currency in ({None}, currencies):
        return []
    said: dict[str, str | int] = {
        "document": number,
        "value": f"{prices.shown(due)} {'/'.join(sorted(each or '-' for each in currency))}",
        "list": f"{prices.shown(total)} {'/'.join(sorted(each or '-' for each in currencies))}",
    }
    return [Said("due_differs", said)]
