"""What the pages of the weekly invoice list ask for, as plain functions."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desk.invoicing import standing
from models import archive
from models.answering import Mail
from models.archive import Archive
from models.contract_terms import Attested
from models.invoice_desk import (
    AnsweredList,
    ExportKind,
    ExportSnapshot,
    ExportStanding,
    KeptProfile,
    ListSummary,
    NoticeSwitch,
    Proposal,
    RowChange,
    Week,
)
from models.invoice_sources import InvoiceProfile
from models.invoicing import Code, Teller
from models.policy import Calendar, QuotaPolicy
from models.rows.invoicing import attestations, exports, invoice_lists, notice_switches, profiles, row_changes
from models.rows.invoicing.attestations import TakenBack, Word
from models.rows.post import outbox_desk
from models.rows.post.outbox_desk import Renewal
from models.snapshot import SnapshotState
from models.store import Store
from review.invoicing import notice_mails, reply
from review.invoicing.notice_mails import Telling
from review.invoicing.notices import Draft
from sap.headers import Names

Take = Callable[[ExportKind, str, bytes, Mapping[str, str]], ExportStanding]
WEEKS = 26
"""How many weeks the chart of holds shows: half a year."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The functions behind the answered lists and their notices.

    `listed` takes how many, and how many to leave out before, newest first; `change` the list's number, the
    row's position and the change, and tells whether there is such a row; it brings the mails that were not
    sent up to date. `changes` are all of a row, the
    newest first; one without a reason took those before it back. `by_week` takes how many weeks.
    `reply` makes the workbook as it stands now in a language; it raises `OperatorError` where the list cannot
    be read any more and `BlobCorruptError` where it is not kept. `notices` are the mails about a list, and
    `renew` brings them up to date; `drafts` is what they should say, `telling` whom they go to.
    """

    listed: Callable[[int, int], tuple[ListSummary, ...]]
    found: Callable[[int], AnsweredList | None]
    change: Callable[[int, int, RowChange], bool]
    changes: Callable[[int, int], tuple[RowChange, ...]]
    by_week: Callable[[int], tuple[tuple[Week, Mapping[Code, int]], ...]]
    reply: Callable[[AnsweredList, str], bytes]
    notices: Callable[[int], tuple[Mail, ...]]
    renew: Callable[[Renewal], None]
    telling: Callable[[ListSummary], Telling]
    drafts: Callable[[AnsweredList], tuple[Draft, ...]]


@dataclass(frozen=True, slots=True)
class Exports:
    """The functions behind the page of exports; `decide` tells whether the export waited.

    `before` is the one that was in use before another. `take` gets the kind, the name and the content of a
    file, and what a person says its columns mean; it raises `OperatorError` where the file is not understood.
    """

    listed: Callable[[int, int], tuple[ExportStanding, ...]]
    newest: Callable[[ExportKind], ExportSnapshot | None]
    before: Callable[[ExportSnapshot], ExportSnapshot | None]
    found: Callable[[int], ExportStanding | None]
    decide: Callable[[int, SnapshotState], bool]
    take: Take


@dataclass(frozen=True, slots=True)
class Profiles:
    """The functions behind the customers' invoice profiles.

    `put` takes a profile and why it is so; `propose` the customer, the fields with their values, the list and
    the row that suggested them, and why; `settle` the number of a proposal and whether it is accepted,
    and tells whether it was open.
    """

    listed: Callable[[], tuple[KeptProfile, ...]]
    found: Callable[[str], KeptProfile | None]
    history: Callable[[str], tuple[KeptProfile, ...]]
    put: Callable[[InvoiceProfile, str], KeptProfile]
    proposals: Callable[[], tuple[Proposal, ...]]
    propose: Callable[[str, Mapping[str, str], int, int, str], None]
    settle: Callable[[int, bool], bool]


@dataclass(frozen=True, slots=True)
class Attestations:
    """The functions behind what people vouch for; `of_order` returns it all, the newest first.

    `take_back` takes a number, the order it must be about, and why; it tells whether that held until now.
    """

    of_order: Callable[[str], tuple[Word, ...]]
    put: Callable[[Attested], int]
    take_back: Callable[[int, str, str], bool]


@dataclass(frozen=True, slots=True)
class Invoicing:
    """Everything behind the pages of the weekly invoice list; `switches` say what goes out by itself.

    `addresses` are the house's own, by who is told there; `columns` are its own names for columns, `quota` is
    what its invoices may come to, `told_loss_percent` what share of its rows an export may lose untold.
    """

    lists: Lists
    exports: Exports
    profiles: Profiles
    attestations: Attestations
    switches: Callable[[], tuple[NoticeSwitch, ...]]
    switch: Callable[[Code, Teller, bool], None]
    addresses: Mapping[Teller, str]
    columns: Names
    quota: QuotaPolicy = field(default_factory=QuotaPolicy)
    told_loss_percent: Decimal = Decimal(10)


def renew(lists: Lists, after: AnsweredList) -> None:
    """Draft the mails about a list that are missing, and bring those up to date that nobody was sent."""
    summary = after.summary
    kept = lists.notices(summary.number)
    done = notice_mails.renewal(None, lists.drafts(after), lists.telling(summary), kept)
    if done != Renewal():
        lists.renew(done)


@dataclass(frozen=True, slots=True)
class House:
    """What differs from one installation to the next, and what is done above the pages.

    `addresses` takes the sender of a list, who is finance then. `take` and `decide` are those of `Exports`;
    `headers` returns the number of the header's row for each sheet of a list, as `review.reply` wants it.
    `vouch` keeps a person's word, `take_back` one that does not hold any more: both decide open lists anew.
    """

    language: str
    calendar: Calendar
    zone: str
    columns: Names
    addresses: Callable[[str | None], Mapping[Teller, str]]
    take: Take
    decide: Callable[[int, SnapshotState], bool]
    headers: Callable[[bytes, str], Mapping[str, int]]
    vouch: Callable[[Attested], int]
    take_back: Callable[[int, str, TakenBack], bool]
    quota: QuotaPolicy = field(default_factory=QuotaPolicy)
    told_loss_percent: Decimal = Decimal(10)
    by: str = "desk"


def of_store(store: Store, kept: Archive, now: Callable[[], dt.datetime], house: House) -> Invoicing:
    """Return what the pages ask for, from the database and the archive."""
    return Invoicing(
        lists=_lists(store, kept, now, house),
        exports=Exports(
            listed=lambda limit, offset: exports.listed(store, limit, offset),
            newest=lambda kind: exports.newest(store, kind),
            before=lambda snapshot: exports.before(store, snapshot),
            found=lambda number: exports.found(store, number),
            decide=house.decide,
            take=house.take,
        ),
        profiles=_profiles(store, now, house.by),
        attestations=Attestations(
            of_order=lambda order: attestations.of_order(store, order),
            put=house.vouch,
            take_back=lambda number, order, why: house.take_back(
                number, order, TakenBack(house.by, now(), why)
            ),
        ),
        switches=lambda: notice_switches.listed(store),
        switch=lambda code, teller, on: notice_switches.switch(
            store, NoticeSwitch(code, teller, on, house.by, now())
        ),
        addresses=house.addresses(None),
        columns=house.columns,
        quota=house.quota,
        told_loss_percent=house.told_loss_percent,
    )


def _lists(store: Store, kept: Archive, now: Callable[[], dt.datetime], house: House) -> Lists:
    def telling(summary: ListSummary) -> Telling:
        switched = notice_mails.automatic(notice_switches.listed(store))
        return Telling(summary.number, house.addresses(summary.sender), switched, summary.raw_sha256)

    def answered(found: AnsweredList, lang: str) -> bytes:
        data, name = archive.get(kept, found.summary.sha256), found.summary.name
        return reply.answered(data, name, house.headers(data, name), standing.answer(found), lang)

    def drafts(found: AnsweredList) -> tuple[Draft, ...]:
        return notice_mails.drafts_of(found, house.language, house.calendar)

    def renewing(before: AnsweredList, after: AnsweredList, mails: Sequence[Mail]) -> Renewal:
        return notice_mails.renewal(drafts(before), drafts(after), telling(after.summary), mails)

    return Lists(
        listed=lambda limit, offset: invoice_lists.summaries(store, limit, offset),
        found=lambda number: invoice_lists.found(store, number),
        change=lambda number, position, change: row_changes.change(store, number, position, change, renewing),
        changes=lambda number, position: row_changes.of_row(store, number, position),
        by_week=lambda limit: invoice_lists.holds_by_week(store, house.zone, limit),
        reply=answered,
        notices=lambda number: outbox_desk.keyed(store, f"notice:{number}:"),
        renew=lambda done: outbox_desk.renew(store, done, now()),
        telling=telling,
        drafts=drafts,
    )


def _profiles(store: Store, now: Callable[[], dt.datetime], by: str) -> Profiles:
    def propose(customer: str, changes: Mapping[str, str], number: int, position: int, why: str) -> None:
        profiles.propose(
            store, customer, changes, list_number=number, position=position, why=why, by=by, now=now()
        )

    return Profiles(
        listed=lambda: profiles.listed(store),
        found=lambda number: profiles.found(store, number),
        history=lambda number: profiles.history(store, number),
        put=lambda profile, why: profiles.put(store, profile, by, why, now()),
        proposals=lambda: profiles.proposals(store),
        propose=propose,
        settle=lambda number, accepted: profiles.settle(store, number, accepted=accepted, by=by, now=now()),
    )
