"""Fetching what is new in an opened source, and entering it."""

import datetime as dt
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from flows.context import Context
from flows.mailboxes import recognition
from flows.mailboxes.source import NotHandedOutError, Place, RefusedError, Source
from models import archive
from models.errors import MailboxError
from models.kill_point import kill_point
from models.receipt import Lease, MessageKind, Quarantine, Received, SightingKey
from models.rows.inbox import leases, sightings

log = logging.getLogger(__name__)

TRIES = 3
"""How often an item that the server does not hand out is asked for."""
ENOUGH = leases.TIME_TO_LIVE - dt.timedelta(seconds=10)
"""Longer than any command takes (`imap_wire.LONGEST_ANSWER`)."""
CUTS = 10
"""How often an item is asked for at which the connection breaks: that may be the network's fault."""


@dataclass(slots=True)
class Visit:
    """An opened source with the lease on it."""

    context: Context
    source: Source
    place: Place
    lease: Lease

    def key(self, uid: str) -> SightingKey:
        """Return where an item is seen."""
        return SightingKey(self.source.account, self.source.folder, self.place.uidvalidity, uid)

    def renew(self) -> None:
        """Make sure that the lease holds for as long as a command may take.

        Raises:
            LeaseLostError: Another process took it meanwhile.
        """
        self.context.beat()
        now = self.context.now()
        if self.lease.until - now < ENOUGH:
            self.lease = leases.renew(self.context.store, self.lease, now)

    def now(self) -> dt.datetime:
        """Return the current time."""
        return self.context.now()


@dataclass(slots=True)
class Fetched:
    """What one look into a source brought; `models.rows.inbox.mailbox_states` explains the counters."""

    new: int = 0
    again: int = 0
    by_hand: int = 0
    withheld: int = 0
    left: int = 0
    vanished: int = 0
    doubted: int = 0
    rescans: int = 0


def fetch(visit: Visit, present: tuple[str, ...]) -> Fetched:
    """Fetch and enter those of the `present` items that are not known, as many as a batch holds.

    Raises:
        MailboxError: The connection broke; what was entered stays.
    """
    tally = Fetched()
    store, validity = visit.context.store, visit.place.uidvalidity
    tally.rescans = sightings.supersede(store, visit.lease, validity, visit.now())
    failed = _without_vanished(visit, present, tally)
    known = _known(visit, present, tally)
    fresh = [uid for uid in present if uid not in known and uid not in failed]
    # Items that failed before come last, so that they hold up none.
    waiting = fair(fresh, visit.context.batch) + sorted(failed, key=lambda uid: failed[uid])
    tally.left = max(len(waiting) - visit.context.batch, 0)
    _fetch_all(visit, waiting[: visit.context.batch], tally)
    return tally


def fair(uids: Sequence[str], batch: int) -> list[str]:
    """Return `uids`, oldest first, in the order to fetch them in.

    If more wait than can be fetched at once, the newest and the oldest take turns: a backlog must not
    keep what came in just now waiting, nor the other way round (as Postfix does with its queue).
    """
    if len(uids) <= batch:
        return list(uids)
    half = len(uids) // 2
    newest, oldest = list(reversed(uids[half:])), list(uids[:half])
    turns = [uid for pair in zip(newest, oldest, strict=False) for uid in pair]
    return turns + newest[len(oldest) :]


def _without_vanished(visit: Visit, present: tuple[str, ...], tally: Fetched) -> dict[str, int]:
    """Return the items that failed before, with the number of tries; those that are gone are closed."""
    failed = sightings.failing(visit.context.store, visit.lease, visit.place.uidvalidity)
    there = frozenset(present)
    for uid in failed.keys() - there:
        sightings.close(visit.context.store, visit.lease, visit.key(uid), sightings.VANISHED)
        tally.vanished += 1
    return {uid: tries for uid, tries in failed.items() if uid in there}


def _known(visit: Visit, present: tuple[str, ...], tally: Fetched) -> frozenset[str]:
    """Return what needs no fetching; a sample of it is held against what the server says of it."""
    store, lease, validity = visit.context.store, visit.lease, visit.place.uidvalidity
    known = sightings.known(store, lease, validity, present, once=visit.source.once)
    there = [uid for uid in present if uid in known]
    if not there or not _unlike(visit, recognition.sample(there)):
        return known
    wrong = _unlike(visit, there)
    sightings.doubt(store, lease, validity, wrong)
    tally.doubted += len(wrong)
    return known - frozenset(wrong)


def _unlike(visit: Visit, uids: Sequence[str]) -> tuple[str, ...]:
    contents = sightings.contents(visit.context.store, visit.lease, visit.place.uidvalidity, uids)
    visit.renew()
    return recognition.unlike(visit.context.archive, contents, visit.place.marks(tuple(contents)))


def _fetch_all(visit: Visit, uids: Sequence[str], tally: Fetched) -> None:
    visit.renew()
    sizes = visit.place.sizes(uids)
    kill_point("sizes_known")
    for uid in uids:
        if visit.context.should_stop():
            break
        received = _fetched(visit, uid, sizes.get(uid))
        if received is None:
            tally.withheld += 1
            continue
        seen = sightings.record(
            visit.context.store, visit.lease, visit.key(uid), received, visit.now(), once=visit.source.once
        )
        setattr(tally, seen.value, getattr(tally, seen.value) + 1)


def _fetched(visit: Visit, uid: str, size: int | None) -> Received | None:
    """Fetch one item and keep its bytes; None if the source does not hand it out."""
    if size is None:
        # Gone since it was listed, or withheld: the next look tells which.
        _note_failure(visit, uid, TRIES)
        return None
    visit.renew()
    kind = MessageKind.FULL if size <= visit.context.max_message_bytes else MessageKind.HEADERS_ONLY
    try:
        data = visit.place.fetch(uid) if kind is MessageKind.FULL else visit.place.head(uid)
    except NotHandedOutError:
        _note_failure(visit, uid, TRIES)
        message = f"{visit.source.account} answers in a way that makes no sense for item {uid}"
        raise MailboxError(message) from None
    except RefusedError:
        _note_failure(visit, uid, TRIES)
        return None
    except MailboxError:
        # Others must not wait behind an item that breaks the connection each time.
        _note_failure(visit, uid, CUTS)
        raise
    kill_point("fetched")
    if data is None:
        _note_failure(visit, uid, TRIES)
        return None
    sha256 = archive.put(visit.context.archive, data)
    full_size = len(data) if kind is MessageKind.FULL else size
    return Received(sha256, full_size, kind, visit.place.name(uid))


def _note_failure(visit: Visit, uid: str, tries: int) -> None:
    store, key = visit.context.store, visit.key(uid)
    if sightings.note_failure(store, visit.lease, key, visit.now()) >= tries:
        sightings.close(store, visit.lease, key, Quarantine.SERVER_PROTOCOL.value)
        log.error("%s does not hand out item %s: it is put aside and stays where it is", key.account, uid)
