"""`countercheck doctor`: everything that can be wrong with an installation, and the account of all mails.

Checks are pure: facts in, findings out. What is found in the rows and files is a problem; what Prefect
shows is not, since nothing depends on it.
"""

import logging
from collections.abc import Iterator, Sequence

from flows.context import Context
from flows.upkeep import examine
from flows.upkeep.examine import Facts
from models import store
from models.configuration import Settings
from models.health import (
    HELD_DAYS,
    BlobCheck,
    Census,
    Check,
    Examination,
    ExportCheck,
    Finding,
    FolderCheck,
    State,
)
from models.receipt import Ledger

log = logging.getLogger(__name__)

SHOWN = 5
"""So many keys are named in one finding."""
CLOCK = 300.0
"""Seconds that rows may seem to lie in the future: clocks of several machines differ a little."""
OLD_QUOTATIONS = OLD_EXPORTS = 1.0
"""In days."""


def examination(context: Context, settings: Settings, *, full: bool, mailboxes: bool = True) -> Examination:
    """Look at everything and judge it.

    Raises:
        OperatorError: The database does not answer.
    """
    return judged(examine.facts(context, settings, full=full, mailboxes=mailboxes))


def tell(found: Examination) -> None:
    """Write an examination into the log: a line for each problem, and the account."""
    for each in found.findings:
        if each.state is State.PROBLEM:
            log.error("doctor: %s %s %s", each.check.value, each.code, _shown(each))
    if found.ledger is not None:
        log.info("doctor: %s", account(found.ledger, found.unaccounted))


def account(ledger: Ledger, unaccounted: int | None) -> str:
    """Return the account as one line, the same in every language."""
    beyond = "not counted" if unaccounted is None else str(unaccounted)
    return (
        f"seen {ledger.seen} = processed {ledger.processed} + quarantined {ledger.quarantined}"
        f" + waiting {ledger.waiting}; unaccounted {beyond}"
    )


def judged(facts: Facts) -> Examination:
    """Return what the facts mean."""
    findings = tuple(_findings(facts))
    ledger = facts.census.ledger if facts.census else None
    asked = [each for each in facts.folders if each.error is None]
    complete = bool(asked) and len(asked) == len(facts.folders)
    unaccounted = sum(len(each.unknown) for each in asked) if complete else None
    return Examination(findings, ledger, unaccounted)


def _findings(facts: Facts) -> Iterator[Finding]:
    yield _database(facts)
    if facts.census is not None:
        yield from _rows(facts.census)
        yield _audit(facts.census)
        yield _quotations(facts.census)
        yield from _outbox(facts.census)
    if facts.exports is not None:
        yield from _exports(facts.exports)
    if facts.blobs is not None:
        yield from _blobs(facts.blobs)
    yield from _mailboxes(facts.folders)
    yield from _machine(facts)
    yield _prefect(facts)


def _database(facts: Facts) -> Finding:
    if facts.database_error is not None:
        return Finding(Check.DATABASE, State.PROBLEM, "database_silent", {"error": facts.database_error})
    return Finding(Check.DATABASE, State.OK, "database_ready", {"version": store.head()})


def _rows(census: Census) -> Iterator[Finding]:
    yield _listed(Check.MESSAGES, census.messages_unseen, "messages_seen", "messages_unseen")
    yield _listed(Check.SIGHTINGS, census.sightings_lost, "sightings_whole", "sightings_lost")
    yield _listed(Check.LATE, census.late, "none_late", "late")
    if census.seconds_ahead > CLOCK:
        values = {"minutes": round(census.seconds_ahead / 60)}
        yield Finding(Check.CLOCK, State.PROBLEM, "clock_behind", values)


def _listed(check: Check, keys: Sequence[str], good: str, bad: str) -> Finding:
    if not keys:
        return Finding(check, State.OK, good)
    return Finding(check, State.PROBLEM, bad, {"n": len(keys), "keys": _some(keys)})


def _audit(census: Census) -> Finding:
    if census.audit_broken is not None:
        return Finding(Check.AUDIT, State.PROBLEM, "audit_broken", {"row": census.audit_broken})
    if census.audit_head != census.audit_rows:
        cut_off = {"last": census.audit_head, "given": census.audit_rows}
        return Finding(Check.AUDIT, State.PROBLEM, "audit_cut_off", cut_off)
    whole = {"rows": census.audit_head, "head": census.audit_hash[:16]}
    return Finding(Check.AUDIT, State.OK, "audit_whole", whole)


def _quotations(census: Census) -> Finding:
    if census.snapshots_waiting:
        values = {"n": census.snapshots_waiting}
        return Finding(Check.QUOTATIONS, State.NOTE, "quotations_wait", values)
    if census.snapshot_days is None:
        return Finding(Check.QUOTATIONS, State.NOTE, "quotations_none")
    if census.snapshot_days > OLD_QUOTATIONS:
        values = {"days": round(census.snapshot_days)}
        return Finding(Check.QUOTATIONS, State.NOTE, "quotations_old", values)
    return Finding(Check.QUOTATIONS, State.OK, "quotations_fresh")


def _exports(exports: ExportCheck) -> Iterator[Finding]:
    """Say what the next weekly list would lack: an export of today, or any at all."""
    missing = [kind for kind, days in exports.days.items() if days is None]
    old = [
        f"{kind} {days:.0f}" for kind, days in exports.days.items() if days is not None and days > OLD_EXPORTS
    ]
    if exports.waiting:
        yield Finding(Check.EXPORTS, State.NOTE, "exports_wait", {"n": exports.waiting})
    if missing:
        yield Finding(Check.EXPORTS, State.NOTE, "exports_none", {"keys": ", ".join(missing)})
    if old:
        yield Finding(Check.EXPORTS, State.NOTE, "exports_old", {"keys": ", ".join(old)})
    if not (exports.waiting or missing or old):
        yield Finding(Check.EXPORTS, State.OK, "exports_fresh")


def _outbox(census: Census) -> Iterator[Finding]:
    if census.outbox_failed:
        yield Finding(Check.OUTBOX, State.PROBLEM, "outbox_failed", {"n": census.outbox_failed})
    if census.outbox_held:
        values = {"n": census.outbox_held, "days": HELD_DAYS}
        yield Finding(Check.OUTBOX, State.NOTE, "outbox_held", values)
    if not census.outbox_failed and not census.outbox_held:
        yield Finding(Check.OUTBOX, State.OK, "outbox_clear")


def _blobs(blobs: BlobCheck) -> Iterator[Finding]:
    if blobs.missing:
        values = {"n": len(blobs.missing), "keys": _some(blobs.missing)}
        yield Finding(Check.BLOBS, State.PROBLEM, "blobs_missing", values)
    if blobs.changed:
        values = {"n": len(blobs.changed), "keys": _some(blobs.changed)}
        yield Finding(Check.BLOBS, State.PROBLEM, "blobs_changed", values)
    if not blobs.missing and not blobs.changed:
        yield Finding(Check.BLOBS, State.OK, "blobs_whole", {"n": blobs.read})


def _mailboxes(folders: Sequence[FolderCheck]) -> Iterator[Finding]:
    for each in folders:
        place = {"account": each.account, "folder": each.folder}
        if each.error is not None:
            yield Finding(Check.MAILBOX, State.SKIPPED, "mailbox_silent", place | {"error": each.error})
        elif each.unknown:
            values = place | {"n": len(each.unknown), "keys": _some(each.unknown)}
            yield Finding(Check.MAILBOX, State.PROBLEM, "mails_unaccounted", values)
        else:
            yield Finding(Check.MAILBOX, State.OK, "mails_accounted", place | {"n": each.mails})


def _machine(facts: Facts) -> Iterator[Finding]:
    room = {"free": facts.free_mb, "wanted": facts.wanted_mb}
    full = facts.free_mb < facts.wanted_mb
    yield Finding(Check.DISK, State.PROBLEM if full else State.OK, "disk_full" if full else "disk_room", room)
    if facts.settings_mode is not None:
        shared = bool(facts.settings_mode & 0o077)
        values = {"mode": f"{facts.settings_mode:04o}"}
        state = State.PROBLEM if shared else State.OK
        yield Finding(Check.SETTINGS, state, "settings_shared" if shared else "settings_private", values)
    broken = facts.sandbox == "broken"
    state = State.PROBLEM if broken else State.OK
    yield Finding(Check.SANDBOX, state, f"sandbox_{facts.sandbox}")


def _prefect(facts: Facts) -> Finding:
    if facts.stuck is None:
        return Finding(Check.PREFECT, State.SKIPPED, "prefect_silent")
    if not facts.stuck:
        return Finding(Check.PREFECT, State.OK, "prefect_clear")
    names = _some([f"{each.name} ({each.state}, {each.since[:16]})" for each in facts.stuck])
    return Finding(Check.PREFECT, State.NOTE, "prefect_stuck", {"n": len(facts.stuck), "keys": names})


def _some(keys: Sequence[str]) -> str:
    more = len(keys) - SHOWN
    return ", ".join(keys[:SHOWN]) + (f" + {more}" if more > 0 else "")


def _shown(finding: Finding) -> str:
    return " ".join(f"{name}={value}" for name, value in finding.values.items())
