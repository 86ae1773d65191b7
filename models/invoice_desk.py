"""The weekly invoice list at the desk: exports by day, answered lists, people's changes, customers' profiles.

Values only; `models.rows.invoicing` keeps them.
"""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from models.invoice_sources import InvoiceProfile, Said
from models.invoicing import Answer, Code, Decision, InvoiceGroup, Teller
from models.snapshot import OLD, SnapshotState, SnapshotWhy


class ExportKind(enum.StrEnum):
    """What an export of SAP holds, beside quotations."""

    ORDERS = "orders"
    """Items of sales orders (VA05)."""
    DELIVERIES = "deliveries"
    """Items of deliveries with goods issue and proof of delivery (VL06O)."""
    BILLING = "billing"
    """Items of billing documents (VF05, VBRP)."""
    DUE = "due"
    """Documents that are due for billing (VF04)."""
    MATERIALS = "materials"
    """What customers call our materials (KNMT)."""
    PROFILES = "profiles"
    """How customers want their invoices; taken over into the profiles that are kept here."""


@dataclass(frozen=True, slots=True)
class ExportSnapshot:
    """An export as it was taken in: the file is kept under `sha256`, `columns` say how it was understood.

    `seen_at` is when it was delivered last: the same file once more is as new as that.
    """

    number: int
    kind: ExportKind
    taken_at: dt.datetime
    seen_at: dt.datetime
    name: str
    sha256: str
    rows: int
    columns: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def is_old(self, moment: dt.datetime) -> bool:
        """Tell whether it was delivered more than a day before that moment: SAP may have changed since."""
        return moment - self.seen_at > OLD


def lost_much(before: ExportSnapshot, now: ExportSnapshot, percent: Decimal) -> bool:
    """Tell whether an export lost more than so much of the rows of the one before it."""
    return (before.rows - now.rows) * 100 > before.rows * percent


@dataclass(frozen=True, slots=True)
class ExportStanding:
    """An export and whether lists are held against it, decided by whom, when and why.

    Its file is there until `removed_at`.
    """

    snapshot: ExportSnapshot
    state: SnapshotState
    decided_by: str
    decided_at: dt.datetime
    why: SnapshotWhy
    removed_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What a person said a column of one kind of file means; `shape` tells such files by their headings."""

    kind: str
    shape: str
    columns: Mapping[str, str]
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week in a time zone of the IANA database."""

    year: int
    week: int
    zone: str


@dataclass(frozen=True, slots=True)
class Stale:
    """An export that was older than a day when a list was held against it: when it was delivered last."""

    kind: ExportKind
    taken_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Shift:
    """How many rows an export has, and how many the one before it had that was in use."""

    kind: ExportKind
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class ListSummary:
    """An answered list. `raw_sha256` is the mail that brought it, None for one from a folder or a terminal.

    `counts` are of the decisions as they stand now, people's changes included; `reply_sha256` is the
    workbook that was sent back. `superseded_by` is the newer list of the same week, if there is one.
    `shifted` says how the exports changed in number, where one of them lost more than the policy passes over.
    """

    number: int
    name: str
    sha256: str
    week: Week
    as_of: dt.date
    answered_at: dt.datetime
    rows: int
    counts: Mapping[Code, int]
    raw_sha256: str | None = None
    sender: str | None = None
    reply_sha256: str | None = None
    stale: tuple[Stale, ...] = ()
    missing: tuple[ExportKind, ...] = ()
    superseded_by: int | None = None
    shifted: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """A list as it was answered, to be kept. `identity` tells lists apart: it is answered once in a week.

    `used` are the numbers of the exports it was held against. The rest is as in `ListSummary`.
    """

    identity: str
    name: str
    sha256: str
    week: Week
    as_of: dt.date
    answered_at: dt.datetime
    answer: Answer
    used: tuple[int, ...] = ()
    raw_sha256: str | None = None
    sender: str | None = None
    reply_sha256: str | None = None
    stale: tuple[Stale, ...] = ()
    missing: tuple[ExportKind, ...] = ()
    shifted: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a person decided for a row instead, and why; an empty `why` takes an earlier change back."""

    code: Code
    why: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Hold:
    """Since when a row's goods are not invoiced: the first list that held them, and how many lists did."""

    since: dt.date
    lists: int
    first_list: int
    owner: Teller


@dataclass(frozen=True, slots=True)
class Anew:
    """That the program decided a row anew after the list was answered, why, and what it decided first.

    `back` tells that this holds again, in everything.
    """

    why: Said
    first: Code
    by: str
    at: dt.datetime
    back: bool = False


@dataclass(frozen=True, slots=True)
class RowState:
    """A row of an answered list: what was decided, what a person changed, how long it is held already.

    `anew` is there where a person's word had it decided after the answer: `decision` is the newest then.
    """

    position: int
    decision: Decision
    change: RowChange | None = None
    hold: Hold | None = None
    anew: Anew | None = None

    @property
    def code(self) -> Code:
        """What holds now."""
        return self.change.code if self.change is not None else self.decision.code


@dataclass(frozen=True, slots=True)
class Revision:
    """What a person's word, number `attestation`, makes of an answered list.

    `rows` are those decided otherwise, by their position, `groups` the invoices to be of the whole list;
    `used` are the numbers of the exports that it was held against.
    """

    attestation: int
    why: Said
    rows: Mapping[int, Decision]
    groups: tuple[InvoiceGroup, ...]
    used: tuple[int, ...]
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class AnsweredList:
    """An answered list as a whole; `used` are the exports it was held against."""

    summary: ListSummary
    rows: tuple[RowState, ...]
    answer: Answer
    used: tuple[ExportSnapshot, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """How a customer is invoiced, as kept here, with who changed it last and why."""

    profile: InvoiceProfile
    version: int
    by: str
    at: dt.datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule for a customer that a person's change of a row suggests: fields of the profile, with values."""

    number: int
    customer_number: str
    changes: Mapping[str, str]
    list_number: int
    position: int
    why: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class NoticeSwitch:
    """Whether notices of a kind go out by themselves; everything else waits for a person."""

    code: Code
    teller: Teller
    automatic: bool
    by: str
    at: dt.datetime
