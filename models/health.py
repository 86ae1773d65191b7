"""What an examination of an installation found: frozen values, with words that are stable."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from models.receipt import Ledger


class State(enum.StrEnum):
    """How one check ended."""

    OK = "ok"
    PROBLEM = "problem"
    """A person has to do something."""
    NOTE = "note"
    """Worth knowing; nothing is wrong with what is kept."""
    SKIPPED = "skipped"
    """It could not be done, and why."""


class Check(enum.StrEnum):
    """What is looked at."""

    DATABASE = "database"
    BLOBS = "blobs"
    MESSAGES = "messages"
    SIGHTINGS = "sightings"
    LATE = "late"
    MAILBOX = "mailbox"
    AUDIT = "audit"
    DISK = "disk"
    SETTINGS = "settings"
    SANDBOX = "sandbox"
    CLOCK = "clock"
    QUOTATIONS = "quotations"
    EXPORTS = "exports"
    OUTBOX = "outbox"
    PREFECT = "prefect"


CODES = tuple(
    (
        "database_ready database_silent messages_seen messages_unseen sightings_whole sightings_lost"
        " none_late late clock_behind audit_whole audit_broken audit_cut_off quotations_wait quotations_none"
        " quotations_old quotations_fresh outbox_failed outbox_held outbox_clear blobs_whole blobs_missing"
        " blobs_changed mailbox_silent mails_accounted mails_unaccounted disk_room disk_full settings_private"
        " settings_shared sandbox_limits sandbox_time sandbox_broken prefect_silent prefect_clear"
        " prefect_stuck exports_wait exports_none exports_old exports_fresh"
    ).split()
)
"""Everything that a check can find, by the name of its wording."""


ALERTS = tuple("login_refused mailbox_down mailbox_silent disk_low quarantine unsent part doctor".split())
"""Everything that the person in charge is told by mail, by the name of its wording."""


HELD_DAYS = 3
"""So long a mail may wait for a person's word before it is counted as forgotten."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. `code` names the wording, `values` are put into it."""

    check: Check
    state: State
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examination:
    """All findings, and the account: `unaccounted` mails stand in a mailbox and not in our rows.

    It is None where no mailbox could be asked.
    """

    findings: tuple[Finding, ...]
    ledger: Ledger | None = None
    unaccounted: int | None = None

    @property
    def healthy(self) -> bool:
        """Tell whether no check found a problem."""
        return not any(each.state is State.PROBLEM for each in self.findings)


@dataclass(frozen=True, slots=True)
class Census:
    """What the rows say of what must be there; keys that do not fit together are listed.

    `kept` are the SHA-256 of every blob that rows stand for. `audit_rows` is what the counter gave out,
    `audit_head` the number of the last row, `audit_broken` the first that does not fit into the chain.
    """

    ledger: Ledger
    kept: frozenset[str]
    messages_unseen: tuple[str, ...]
    sightings_lost: tuple[str, ...]
    late: tuple[str, ...]
    audit_rows: int
    audit_head: int
    audit_hash: str
    audit_broken: int | None
    seconds_ahead: float
    """How far the newest row lies in the future, in seconds; below 0 it does not."""
    snapshot_days: float | None
    """How old the newest quotations are, in days; None before the first import."""
    snapshots_waiting: int = 0
    outbox_failed: int = 0
    outbox_held: int = 0
    """Mails that have waited for a person to send them or throw them away, for more than `HELD_DAYS`."""


@dataclass(frozen=True, slots=True)
class ExportCheck:
    """What a weekly list would be held against: how old each export is in days, None where there is none.

    `waiting` counts those that a person has to decide on.
    """

    days: Mapping[str, float | None]
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class BlobCheck:
    """What became of checking kept files: how many were read, those that are missing or were changed."""

    read: int
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderCheck:
    """One folder of a mailbox: the mails in it, and those that our rows do not know.

    `error` says why it could not be looked at.
    """

    account: str
    folder: str
    mails: int = 0
    unknown: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a running process does: `run` or `work`, and since how many seconds nothing of it has moved on.

    `beats` tells that this is not long; `answers` that its pages do, where it has any. `host` is the name of
    its machine or container.
    """

    role: str
    seconds: int
    beats: bool
    pages: str | None = None
    answers: bool = True
    host: str = ""

    @property
    def well(self) -> bool:
        """Tell whether it is alive and able to work."""
        return self.beats and self.answers


@dataclass(frozen=True, slots=True)
class StuckRun:
    """A run that Prefect has in a state that does not end, and since when, as Prefect says it."""

    name: str
    state: str
    since: str
