"""What the intake works with: the store, the sources, and the pure functions that read and compare."""

import datetime as dt
import os
import secrets
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flows.mailboxes.folder import WatchedFolder
from flows.mailboxes.source import Source
from models.archive import Archive
from models.comparison import Comparison
from models.configuration import Alerts, Answers, Senders, Smtp, Weekly
from models.errors import ErrorCode, Unreadable
from models.message import Opened, Part
from models.page import FileFormat
from models.policy import Calendar, Policy
from models.reading import Extraction
from models.receipt import Versions
from models.store import Store


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison, and the snapshot of quotations it was made with; None where there is none yet."""

    comparison: Comparison
    snapshot: int | None


def no_way(data: bytes, format: FileFormat, passwords: tuple[str, ...]) -> bytes:  # noqa: A002, ARG001 - as in `Core`
    """Open nothing.

    Raises:
        Unreadable: Always.
    """
    raise Unreadable(ErrorCode.ENCRYPTED, "Files with a password are not opened here.")


@dataclass(frozen=True, slots=True)
class Core:
    """The reading and comparing that the intake calls; `versions` says which.

    `compare` gets the day the message came in: an offer is expired or not on that day, also if the
    work is repeated later. `unlock` returns a copy of a file without its password, if one of some opens it,
    and raises `Unreadable` otherwise.
    """

    open_file: Callable[[bytes, str | None], Opened]
    read_part: Callable[[Part, str], tuple[Extraction, ...]]
    compare: Callable[[Extraction, dt.date], Compared | None]
    versions: Versions
    unlock: Callable[[bytes, FileFormat, tuple[str, ...]], bytes] = no_way


def utc_now() -> dt.datetime:
    """Return the current time."""
    return dt.datetime.now(dt.UTC)


def new_owner() -> str:
    """Return a name for this process that no other has, for leases."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


def never() -> bool:
    """Say no: nothing asks to stop."""
    return False


def unwatched() -> None:
    """Do nothing: nobody watches whether the work moves on."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that one intake needs.

    `batch` limits how many messages a poll fetches, so that in a backlog what is new is soon looked at;
    `columns` are the house's own names for columns of
    exports; `senders`, `answers`, `alerts`, `smtp` and `language` are the settings of those names;
    `smtp_access` hands out the tokens that mails are sent with, `calendar` is the house's. `policy` is
    what invoice lists are decided by, `weekly` when; `invoice_lists` is the folder they may lie in. When
    `should_stop` says so, the message at hand is finished and no other begun. `beat` is told whenever the
    work has moved on by a step.
    """

    store: Store
    archive: Archive
    core: Core
    sources: tuple[Source, ...]
    owner: str
    now: Callable[[], dt.datetime] = utc_now
    max_message_bytes: int = 50 * 1024 * 1024
    batch: int = 50
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    senders: Senders = field(default_factory=Senders)
    answers: Answers = field(default_factory=Answers)
    alerts: Alerts = field(default_factory=Alerts)
    smtp: Smtp | None = None
    smtp_access: Callable[[str | None], str] | None = None
    calendar: Calendar = field(default_factory=Calendar)
    policy: Policy = field(default_factory=Policy)
    weekly: Weekly = field(default_factory=Weekly)
    invoice_lists: WatchedFolder | None = None
    language: str = "zh"
    should_stop: Callable[[], bool] = never
    beat: Callable[[], None] = unwatched
