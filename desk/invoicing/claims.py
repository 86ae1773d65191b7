"""What the rows of a list claim of each order item, and of which deliveries.

Rows that share a delivery are one claim: their quantities add up. Rows of an item that name no delivery
share what is left of its deliveries.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desk.invoicing import evidence as invoice_evidence
from desk.invoicing.evidence import ZERO, Evidence, Key
from models.invoice_sources import DeliveryItem, ListRow


@dataclass(frozen=True, slots=True)
class Claim:
    """Rows of one item that share deliveries. `unlinked` is what is billed without naming a delivery."""

    key: Key
    rows: tuple[ListRow, ...]
    deliveries: tuple[DeliveryItem, ...]
    unlinked: Decimal = ZERO
    unknown: tuple[str, ...] = ()
    """Numbers that the rows name and no delivery of the item has."""

    @property
    def quantity(self) -> Decimal:
        """What the rows claim together."""
        return sum((row.quantity for row in self.rows if row.quantity is not None), ZERO)

    @property
    def shipped(self) -> tuple[DeliveryItem, ...]:
        """The deliveries whose goods have left."""
        return tuple(each for each in self.deliveries if each.issued)

    @property
    def issued(self) -> Decimal:
        """The quantity whose goods have left and is not billed otherwise."""
        return max(ZERO, sum((each.quantity for each in self.shipped), ZERO) - self.unlinked)


def claims_of(key: Key, rows: Sequence[ListRow], evidence: Evidence) -> list[Claim]:
    """Return the claims of the rows of one item."""
    shipments = invoice_evidence.shipments(evidence, key)
    named = [row for row in rows if row.deliveries]
    claims = [_named(key, group, shipments) for group in _sharing(named)]
    others = tuple(row for row in rows if not row.deliveries)
    if others:
        claims = _with_rest(key, others, claims, evidence)
    return claims


def _named(key: Key, rows: Sequence[ListRow], shipments: Iterable[DeliveryItem]) -> Claim:
    numbers = {each for row in rows for each in row.deliveries}
    found = tuple(each for each in shipments if each.delivery in numbers)
    unknown = numbers - {each.delivery for each in found}
    return Claim(key, tuple(rows), found, unknown=tuple(sorted(unknown)))


def _sharing(rows: Sequence[ListRow]) -> list[list[ListRow]]:
    """Return rows in groups that share deliveries, directly or by way of another row."""
    groups: list[tuple[set[str], list[ListRow]]] = []
    for row in rows:
        numbers, members = set(row.deliveries), [row]
        for group in [each for each in groups if each[0] & numbers]:
            groups.remove(group)
            numbers |= group[0]
            members = [*group[1], *members]
        groups.append((numbers, members))
    return [sorted(members, key=lambda row: row.row) for _, members in groups]


def _with_rest(key: Key, rows: tuple[ListRow, ...], claims: list[Claim], evidence: Evidence) -> list[Claim]:
    """Add the claim of rows without deliveries: on those that are neither billed nor named.

    Where none is left and other rows claim deliveries, they all claim the same goods.
    """
    billed = invoice_evidence.billed_deliveries(evidence, key)
    unbilled = [each for each in invoice_evidence.shipments(evidence, key) if each.delivery not in billed]
    claimed = {each.delivery for claim in claims for each in claim.deliveries}
    left = tuple(each for each in unbilled if each.delivery not in claimed)
    unlinked = _unlinked(key, evidence)
    if not any(each.issued for each in left) and any(claim.issued for claim in claims):
        members = tuple(sorted((*rows, *(row for claim in claims for row in claim.rows)), key=_row_number))
        unknown = tuple(each for claim in claims for each in claim.unknown)
        return [Claim(key, members, tuple(unbilled), unlinked, unknown)]
    return [*claims, Claim(key, rows, left, unlinked)]


def _row_number(row: ListRow) -> int:
    return row.row


def _unlinked(key: Key, evidence: Evidence) -> Decimal:
    """Return what is billed of an item by billing items that name no delivery at all."""
    numbers = {each.delivery for each in evidence.deliveries.get(key, ())}
    billed = (each for each in evidence.billed.get(key, ()) if each.reference not in numbers)
    return sum((each.quantity for each in billed), ZERO) - invoice_evidence.billed_elsewhere(evidence, key)


def expected(claim: Claim, all_claims: Sequence[Claim], returned: Decimal) -> Decimal:
    """Return what the rows of a claim may claim: what was shipped, less what came back uncredited.

    Where an item has several claims, goods that came back are taken off only if all together do not fit.
    """
    if not returned:
        return claim.issued
    if len(all_claims) > 1:
        together = sum((each.quantity for each in all_claims), ZERO)
        shipped = sum((each.issued for each in all_claims), ZERO)
        if together == shipped - returned:
            return claim.quantity
    return claim.issued - returned


def claimed(all_claims: Sequence[Claim]) -> Decimal:
    """Return what all rows of an item claim; a negative row makes no room for another."""
    quantities = (row.quantity for claim in all_claims for row in claim.rows)
    return sum((each for each in quantities if each is not None and each > 0), ZERO)


def exceeds(wanted: Decimal, key: Key, evidence: Evidence) -> Decimal | None:
    """Return the limit that what is billed and claimed exceeds: ordered or delivered; None where it does not.

    Only where something is billed; without that it is a matter of quantities alone. Goods that came back and
    were credited are neither billed nor delivered.
    """
    billed = invoice_evidence.billed_quantity(evidence, key)
    if billed <= 0:
        return None
    ordered = evidence.items[key].quantity
    sent = invoice_evidence.shipments(evidence, key)
    delivered = sum((each.quantity for each in sent), invoice_evidence.billed_elsewhere(evidence, key))
    delivered -= invoice_evidence.settled_returns(evidence, key)
    limits = [] if ordered is None else [ordered]
    limits += [delivered] if sent else []
    limit = min(limits, default=None)
    return limit if limit is not None and billed + wanted > limit else None
