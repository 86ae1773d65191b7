"""The newest of all that lists are held against: exports in use from the archive, profiles kept here."""

import datetime as dt
import logging
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from desk.invoicing import contracts, evidence
from flows import exports_reading, packed_exports
from flows.context import Context
from flows.invoicing import holding
from flows.invoicing.holding import Given
from models.contract_terms import Contract
from models.invoice_desk import ExportKind, ExportSnapshot, Shift, Stale, lost_much
from models.invoice_sources import InvoiceProfile, Listed, Sources
from models.policy import Policy
from models.rows.cases import cases, reviewed_cases
from models.rows.invoicing import attestations, exports, profiles
from models.store import Store
from sap.invoice_list import InvoiceList
from sap.table import Content

EXPORTED = (ExportKind.ORDERS, ExportKind.DELIVERIES, ExportKind.BILLING)
"""What a list needs beside the profiles; the due list is used where there is one, and missed by nobody."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Against:
    """What a list is held against: `used` exports, `stale` ones among them, and what is `missing`.

    `shifted` tells how they changed in number where one of them lost much.
    """

    sources: Sources
    used: tuple[ExportSnapshot, ...]
    stale: tuple[Stale, ...]
    missing: tuple[ExportKind, ...]
    shifted: tuple[Shift, ...] = ()


def newest(
    context: Context,
    listed: InvoiceList,
    now: dt.datetime,
    renew: Callable[[], None] = lambda: None,
    instead: Mapping[ExportKind, Given] = MappingProxyType({}),
) -> Against:
    """Return what a list is held against at this moment; `renew` is called before each export is read.

    An export whose kept file is damaged or no longer understood counts as missing; the log says why.
    Those that are given `instead` take the place of the kept ones, and must be understood.

    Raises:
        UsageError: A file that is given is no table.
        ColumnsNotUnderstoodError: The columns of one that is given are not understood.
    """
    newest_used = {
        kind: exports.newest(context.store, kind)
        for kind in (*EXPORTED, ExportKind.DUE)
        if kind not in instead
    }
    used = {kind: each for kind, each in newest_used.items() if each is not None}

    def unusable(kind: ExportKind, error: Exception) -> None:
        if kind in instead:
            raise error
        log.warning("export %d of %s cannot be used: %s", used.pop(kind).number, kind, error)

    given = {kind: _given(context, each, renew) for kind, each in used.items()}
    kept = None if ExportKind.PROFILES in instead else _profiles(context)
    month = holding.month_of(context.policy, now.astimezone(zoneinfo.ZoneInfo(context.weekly.zone)).date())
    sources = holding.sources(listed, {**given, **instead}, kept, unusable, month)
    sources = replace(
        sources,
        contracts=_contracts(context, listed, sources),
        attested=attestations.holding(context.store, {each.order for each in listed.rows if each.order}),
    )
    return Against(
        sources=sources,
        used=tuple(used.values()),
        stale=tuple(Stale(each.kind, each.seen_at) for each in used.values() if each.is_old(now)),
        shifted=shifted(context.store, tuple(used.values()), context.policy),
        missing=(
            *(each for each in EXPORTED if each not in used and each not in instead),
            *(() if kept is not None or ExportKind.PROFILES in instead else (ExportKind.PROFILES,)),
        ),
    )


def shifted(store: Store, used: Sequence[ExportSnapshot], policy: Policy) -> tuple[Shift, ...]:
    """Return how exports changed in number against the ones before; nothing where none lost much."""
    found = [(old, each) for each in used if (old := exports.before(store, each)) is not None]
    if not any(lost_much(*each, policy.invoicing.told_loss_percent) for each in found):
        return ()
    return tuple(Shift(now.kind, old.rows, now.rows) for old, now in found if old.rows != now.rows)


def _given(context: Context, snapshot: ExportSnapshot, renew: Callable[[], None]) -> Given:
    def data() -> Content:
        renew()
        return packed_exports.read(context.archive, snapshot.sha256, snapshot.name)

    return Given(data, snapshot.name, exports_reading.names(context.columns, snapshot))


def _contracts(context: Context, listed: InvoiceList, sources: Sources) -> tuple[Contract, ...]:
    """Return the terms of the reviewed contracts that the orders in a list name."""
    sold = sources.orders.rows if sources.orders is not None else ()
    named = {each.customer_reference for each in sold} | {each.reference for each in listed.rows}
    keys = {evidence.contract_key(each) for each in named}
    numbers = reviewed_cases.numbered(context.store, keys - {""})
    details = (cases.detail(context.store, each) for each in numbers)
    found = (contracts.of_case(each) for each in details if each is not None)
    return tuple(each for each in found if each is not None)


def _profiles(context: Context) -> Listed[InvoiceProfile] | None:
    """Return how customers want their invoices; None where nobody said anything yet."""
    kept = profiles.listed(context.store)
    return Listed(tuple(each.profile for each in kept)) if kept else None
