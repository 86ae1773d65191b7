"""Which rows go on one invoice, and what would keep two of them apart (docs/invoicing.md).

Rows go together if their customer wants it so and everything on the invoice's head is the same. Each row
that is free to go has a key; those with the same key are a group.
"""

import calendar
import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal

from desk.invoicing import prices
from desk.invoicing.prices import Amounts
from models.invoice_sources import InvoiceMode, InvoiceProfile, ListRow, Said, SalesItem
from models.invoicing import Code, Decision, InvoiceGroup
from models.policy import PricePolicy


@dataclass(frozen=True, slots=True)
class Free:
    """A row that nothing holds back, with what its invoice would bear."""

    row: ListRow
    item: SalesItem
    profile: InvoiceProfile
    issued_on: dt.date | None


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What rows on one invoice share. `bucket` is the end of the month between cut-offs, or the order."""

    mode: InvoiceMode
    bucket: str
    title: str
    tax_number: str
    invoice_type: str
    payer: str
    tax_rate: Decimal | None
    currency: str | None


SPLITTING = tuple(each.name for each in fields(GroupKey) if each.name not in {"mode", "title"})
"""Fields that can keep rows of one customer apart."""


def key_of(free: Free) -> GroupKey | None:
    """Return what a row shares with those it goes with; None where it goes alone."""
    bucket = _bucket(free)
    if bucket is None:
        return None
    profile = free.profile
    return GroupKey(
        mode=profile.mode,
        bucket=bucket,
        title=_bare(profile.title),
        tax_number=_bare(profile.tax_number),
        invoice_type=_bare(profile.invoice_type),
        payer=_bare(free.item.payer),
        tax_rate=_rate(free),
        currency=prices.currency(free.row.currency) or prices.currency(free.item.currency),
    )


def _bare(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split()).casefold()


def _rate(free: Free) -> Decimal | None:
    rate = prices.tax_rate(free.row, free.item)
    return rate.normalize() if rate is not None else None


def _bucket(free: Free) -> str | None:
    if free.profile.mode is InvoiceMode.PER_PO:
        return _bare(free.item.customer_reference or free.row.reference) or None
    if free.profile.mode is InvoiceMode.MONTHLY and free.issued_on and free.profile.cutoff_day:
        return cutoff(free.issued_on, free.profile.cutoff_day).isoformat()
    return None


def cutoff(day: dt.date, cutoff_day: int) -> dt.date:
    """Return the cut-off day that ends the period of `day`; the cut-off day itself still belongs to it."""
    this = _day_of(day.year, day.month, cutoff_day)
    return this if day <= this else _day_of(day.year + day.month // 12, day.month % 12 + 1, cutoff_day)


def _day_of(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


def consolidate(decisions: Sequence[Decision], free: Mapping[int, Free]) -> list[Decision]:
    """Return decisions with the rows that go together in groups; `free` holds rows by their place."""
    keys = {at: key for at, each in free.items() if (key := key_of(each)) is not None}
    members: dict[GroupKey, list[int]] = {}
    for at, key in sorted(keys.items()):
        members.setdefault(key, []).append(at)
    of_title: dict[tuple[InvoiceMode, str], dict[GroupKey, list[int]]] = {}
    for key, found in members.items():
        of_title.setdefault((key.mode, key.title), {})[key] = found
    groups = [key for key, found in members.items() if len(found) > 1]
    names = {key: f"G{number}" for number, key in enumerate(groups, 1)}
    answered = list(decisions)
    for at, key in keys.items():
        apart = tuple(_apart(key, of_title[key.mode, key.title], names))
        if key in names:
            reason = _together(free[at], key, len(members[key]) - 1)
            answered[at] = replace(
                answered[at], code=Code.CONSOLIDATE, group=names[key], reasons=(reason, *apart)
            )
        else:
            answered[at] = replace(answered[at], reasons=(*answered[at].reasons, *apart))
    return answered


def _together(free: Free, key: GroupKey, others: int) -> Said:
    customer = free.profile.customer_number
    if key.mode is InvoiceMode.MONTHLY:
        return Said("monthly", {"customer": customer, "n": others, "cutoff": key.bucket})
    reference = free.item.customer_reference or free.row.reference or ""
    return Said("per_po", {"customer": customer, "n": others, "reference": reference})


def _apart(
    key: GroupKey, members: Mapping[GroupKey, Sequence[int]], names: Mapping[GroupKey, str]
) -> list[Said]:
    """Return which single fields keep other rows of the same customer off the invoice.

    `members` are the keys with one mode and title.
    """
    found = {}
    for other, rows in members.items():
        if other == key:
            continue
        differing = [each for each in SPLITTING if getattr(other, each) != getattr(key, each)]
        if len(differing) == 1 and differing != ["bucket"]:
            found[differing[0], names.get(other, "")] = Said(
                "split", {"field": differing[0], "n": len(rows), "group": names.get(other, "-")}
            )
    return list(found.values())


def groups(
    decisions: Sequence[Decision], free: Mapping[int, Free], policy: PricePolicy
) -> tuple[InvoiceGroup, ...]:
    """Return the invoices to be, with the sums of their rows."""
    members: dict[str, list[int]] = {}
    for at, each in enumerate(decisions):
        if each.group is not None:
            members.setdefault(each.group, []).append(at)
    return tuple(
        _group(name, [decisions[at] for at in found], [free[at] for at in found], policy)
        for name, found in members.items()
    )


def _group(
    name: str, decisions: Sequence[Decision], free: Sequence[Free], policy: PricePolicy
) -> InvoiceGroup:
    sums = [found for each in free if (found := prices.amounts(each.row, each.item, policy))]
    first = free[0]
    return InvoiceGroup(
        name=name,
        decisions=tuple(decisions),
        customer=first.profile.name or first.profile.customer_number,
        title=first.profile.title or "",
        currency=prices.currency(first.row.currency or first.item.currency) or "",
        tax_rate=prices.tax_rate(first.row, first.item) or Decimal(0),
        net=_sum(sums, "net"),
        tax=_sum(sums, "tax"),
        gross=_sum(sums, "gross"),
    )


def _sum(amounts: Sequence[Amounts], name: str) -> Decimal:
    total = Decimal(0)
    for each in amounts:
        total += getattr(each, name)
    return total
