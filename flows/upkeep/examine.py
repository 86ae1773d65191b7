"""Gathering what `doctor` judges: the rows, the kept files, the mailboxes, the machine, Prefect."""

import datetime as dt
import hashlib
import json
import os
import shutil
import stat
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sandbox
from flows.context import Context
from flows.invoicing import against
from flows.mailboxes import imap_folders
from flows.mailboxes.imap import ImapSource, OpenedMailbox
from flows.mailboxes.source import NotHandedOutError
from models import archive
from models.configuration import Settings
from models.errors import MailboxError, Unreadable
from models.health import BlobCheck, Census, ExportCheck, FolderCheck, StuckRun
from models.invoice_desk import ExportKind
from models.page import FileFormat
from models.receipt import MessageState
from models.rows.inbox import census, running
from models.rows.invoicing import exports, profiles

LATE = dt.timedelta(hours=1)
"""What came in before that and is neither processed nor put aside is late."""
ARRIVING = dt.timedelta(minutes=15)
"""So long a mail may stand in the mailbox without having been fetched."""
SAMPLE = 500
"""So many kept files are read at each start and every night, the next ones each time."""
STUCK = dt.timedelta(minutes=10)
"""Longer than any run of ours lasts, and than any of our leases."""
_CURSOR = "archive_checked_to"
_STEP = 500
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that is judged; None where it could not be found out."""

    census: Census | None
    blobs: BlobCheck | None
    folders: tuple[FolderCheck, ...]
    free_mb: int
    wanted_mb: int
    settings_mode: int | None
    sandbox: str
    stuck: tuple[StuckRun, ...] | None
    exports: ExportCheck | None = None
    """None where no weekly list is expected."""
    database_error: str | None = None


def facts(context: Context, settings: Settings, *, full: bool, mailboxes: bool = True) -> Facts:
    """Look at everything; `full` reads every kept file, else the next `SAMPLE`.

    Raises:
        OperatorError: The database does not answer.
    """
    now = context.now()
    counted = census.take(context.store, now, now - LATE)
    return Facts(
        census=counted,
        blobs=blobs(context, counted, full=full),
        folders=tuple(folder for each in sources(context) for folder in folders(context, each))
        if mailboxes
        else (),
        free_mb=free_mb(settings.data),
        wanted_mb=settings.alerts.disk_mb,
        settings_mode=mode(settings.data / "countercheck.toml"),
        sandbox=sandbox_level(),
        stuck=stuck_runs(settings.data, now) if settings.prefect else None,
        exports=_exports(context, settings, now),
    )


def _exports(context: Context, settings: Settings, now: dt.datetime) -> ExportCheck | None:
    if settings.invoice_lists is None and not settings.senders.finance:
        return None
    newest = {kind: exports.newest(context.store, kind) for kind in against.EXPORTED}
    days = {
        str(kind): None if each is None else (now - each.seen_at).total_seconds() / 86400
        for kind, each in newest.items()
    }
    if not profiles.listed(context.store):
        days[str(ExportKind.PROFILES)] = None
    return ExportCheck(days, len(exports.waiting(context.store)))


def without_database(settings: Settings, error: Exception) -> Facts:
    """Look at what can be looked at where the database does not answer."""
    free = free_mb(settings.data)
    held = mode(settings.data / "countercheck.toml")
    return Facts(
        None, None, (), free, settings.alerts.disk_mb, held, sandbox_level(), None, database_error=str(error)
    )


def blobs(context: Context, counted: Census, *, full: bool) -> BlobCheck:
    """Compare the kept files with the rows, and read all of them or the next ones."""
    there = archive.names(context.archive)
    missing = tuple(sorted(counted.kept - there))
    ordered = sorted(counted.kept & there)
    before = running.noted(context.store, _CURSOR)
    start = 0 if before is None else sum(each <= before[0] for each in ordered)
    wanted = [*ordered[start:], *ordered[:start]]
    wanted = wanted if full else wanted[:SAMPLE]
    changed: list[str] = []
    for at in range(0, len(wanted), _STEP):
        step = wanted[at : at + _STEP]
        changed += archive.changed(context.archive, step)
        # Broken off, the next check goes on from here.
        running.note(context.store, _CURSOR, step[-1], context.now())
    return BlobCheck(len(wanted), missing, tuple(changed))


def sources(context: Context) -> tuple[ImapSource, ...]:
    """Return the mailboxes."""
    return tuple(each for each in context.sources if isinstance(each, ImapSource))


def folders(context: Context, source: ImapSource) -> Iterator[FolderCheck]:
    """Compare the folders of a mailbox with the rows; nothing in them is changed."""
    try:
        with source.visit(read_only=True) as place:
            names = settled_folders(place)
            yield FolderCheck(source.account, source.folder, *_inbox(context, source, place))
        for name in names:
            yield _settled(context, in_folder(source, name))
    except (MailboxError, NotHandedOutError) as error:
        yield FolderCheck(source.account, source.folder, error=str(error))


def settled_folders(place: OpenedMailbox) -> tuple[str, ...]:
    """Return those folders for settled mails that a mailbox has."""
    states = (MessageState.PROCESSED, MessageState.QUARANTINED)
    names = tuple(imap_folders.named(place.client, each) for each in states)
    return tuple(each for each in names if place.client.folder_exists(each))


def in_folder(source: ImapSource, folder: str) -> ImapSource:
    """Return another folder of the same mailbox."""
    return replace(source, mailbox=replace(source.mailbox, folder=folder))


def _inbox(context: Context, source: ImapSource, place: OpenedMailbox) -> tuple[int, tuple[str, ...]]:
    present = place.uids()
    fresh = set(present) - census.seen(context.store, source.account, source.folder, place.uidvalidity)
    # The server keeps days: what came in before yesterday has certainly been waiting for too long.
    day = (context.now() - ARRIVING).date()
    old = set(place.arrived_before(day)) if fresh else set()
    return len(present), tuple(sorted(fresh & old, key=int))


def _settled(context: Context, source: ImapSource) -> FolderCheck:
    with source.visit(read_only=True) as place:
        present = place.uids()
        seen = census.seen(context.store, source.account, source.folder, place.uidvalidity)
        fresh = [each for each in present if each not in seen]
        known = census.marks(context.store) if fresh else frozenset()
        stated = place.marks(fresh)
        doubtful = [
            each
            for each in fresh
            if each in stated and (stated[each].message_id, stated[each].size or -1) not in known
        ]
        unknown = _unknown(context, place, doubtful)
    return FolderCheck(source.account, source.folder, len(present), unknown)


def _unknown(context: Context, place: OpenedMailbox, uids: Sequence[str]) -> tuple[str, ...]:
    """Return those mails whose exact bytes no message has."""
    hashes: dict[str, str] = {}
    place.sizes(uids)
    for uid in uids:
        body = place.fetch(uid)
        if body is not None:
            hashes[uid] = hashlib.sha256(body).hexdigest()
    unknown = census.unknown_messages(context.store, list(hashes.values()))
    return tuple(uid for uid, sha256 in hashes.items() if sha256 in unknown)


def free_mb(folder: Path) -> int:
    """Return the room on the disk of a folder in MiB."""
    return shutil.disk_usage(folder if folder.exists() else folder.parent).free // _MIB


def mode(path: Path) -> int | None:
    """Return the rights on a file; None if there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None


def sandbox_level() -> str:
    """Return how well documents are kept apart, by reading one: `limits`, `time` or `broken`."""
    try:
        sandbox.read(b"countercheck\n", FileFormat.TEXT)
    except (Unreadable, OSError):
        return "broken"
    return "limits" if sandbox.FORKS else "time"


def stuck_runs(data: Path, now: dt.datetime) -> tuple[StuckRun, ...] | None:
    """Ask the Prefect server for runs that began long ago and did not end; None if there is no server."""
    api = os.environ.get("PREFECT_API_URL") or _own_server(data)
    if api is None:
        return None
    wanted = {"flow_runs": {"state": {"type": {"any_": ["RUNNING", "PENDING", "CANCELLING"]}}}}
    request = urllib.request.Request(  # noqa: S310 - the address is that of a setting, or our own
        f"{api}/flow_runs/filter",
        data=json.dumps(wanted).encode(),
        headers={"Content-Type": "application/json"},
        method="POST",
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - as above
            found = tuple(_stuck(each) for each in json.load(answer))
            return tuple(each for each in found if _moment(each.since, now) < now - STUCK)
    except (urllib.error.URLError, OSError, ValueError):
        return None


def _stuck(run: dict[str, Any]) -> StuckRun:
    since = (run.get("state") or {}).get("timestamp") or run.get("start_time") or ""
    return StuckRun(str(run.get("name", "")), str(run.get("state_type", "")).lower(), str(since))


def _moment(text: str, unknown: dt.datetime) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return unknown
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _own_server(data: Path) -> str | None:
    try:
        return (data / "prefect" / "address").read_text(encoding="utf-8").strip() or None
    except OSError:
        return None
