"""The mailbox's side of the intake: fetch what is new, and last of all show what became of it.

Fetching may repeat; entering is idempotent, keyed by the SHA-256 of the exact bytes. A message is
entered only after its bytes are safely on the disk, and moved only after its final state is
committed. One process speaks to a mailbox at a time, as the lease says, which is renewed before every
command.
"""

import datetime as dt
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flows.context import Context
from flows.source import FiledAs, NotHandedOutError, Place, Source
from models import archive, leases, sightings
from models.errors import MailboxError
from models.kill_point import kill_point
from models.receipt import Lease, MessageKind, Quarantine, Received, SightingKey
from models.sightings import Waiting

TRIES = 3
"""How often an item that the server does not hand out is asked for."""


@dataclass(frozen=True, slots=True)
class Poll:
    """What one look into a source brought.

    `busy` tells that another process speaks to it; `new` are messages never seen before, `again`
    sightings of known ones, `withheld` items that the server did not hand out this time, `left` those
    that wait for the next look.
    """

    source: str
    busy: bool = False
    new: int = 0
    again: int = 0
    withheld: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """How many settled messages a source shows now."""

    source: str
    filed: int = 0


@dataclass(slots=True)
class _Visit:
    """An opened source with the lease on it."""

    context: Context
    source: Source
    place: Place
    lease: Lease

    def key(self, uid: str) -> SightingKey:
        return SightingKey(self.source.account, self.source.folder, self.place.uidvalidity, uid)

    def renew(self) -> None:
        self.lease = leases.renew(self.context.store, self.lease, self.context.now())

    def now(self) -> dt.datetime:
        return self.context.now()


@dataclass(slots=True)
class _Tally:
    new: int = 0
    again: int = 0
    withheld: int = 0


def poll(context: Context, source: Source) -> Poll:
    """Fetch and enter what is new in `source`, oldest first.

    Raises:
        MailboxError: The source cannot be opened, or the connection broke; what was entered stays.
    """
    with _visited(context, source) as visit:
        if visit is None:
            return Poll(source.account, busy=True)
        visit.renew()
        present = visit.place.uids()
        kill_point("listed")
        fresh = _fresh(visit, present)
        tally = _fetch_all(visit, fresh[: context.batch])
        left = max(len(fresh) - context.batch, 0)
        return Poll(source.account, new=tally.new, again=tally.again, withheld=tally.withheld, left=left)


def acknowledge(context: Context, source: Source) -> Acknowledged:
    """Move what is settled to its folder; what is gone already counts as moved.

    Raises:
        MailboxError: The source cannot be opened, or the connection broke.
    """
    with _visited(context, source) as visit:
        if visit is None:
            return Acknowledged(source.account)
        waiting = sightings.unacknowledged(context.store, visit.lease, visit.place.uidvalidity)
        if not waiting:
            return Acknowledged(source.account)
        visit.renew()
        present = frozenset(visit.place.uids())
        filed = 0
        for each in itertools.takewhile(lambda _: not context.should_stop(), waiting):
            _file_away(visit, each, present)
            filed += 1
        return Acknowledged(source.account, filed)


def has_waiting(context: Context, source: Source) -> bool:
    """Tell, without speaking to it, whether a source has settled messages to show."""
    return sightings.any_unacknowledged(context.store, source.account, source.folder)


@contextmanager
def _visited(context: Context, source: Source) -> Iterator[_Visit | None]:
    lease = leases.take(context.store, source.account, source.folder, context.owner, context.now())
    if lease is None:
        yield None
        return
    try:
        with source.visit() as place:
            yield _Visit(context, source, place, lease)
    finally:
        leases.release(context.store, lease)


def _fresh(visit: _Visit, present: tuple[str, ...]) -> list[str]:
    """Return what has to be fetched; items that failed before come last, so that they hold up none."""
    store, validity = visit.context.store, visit.place.uidvalidity
    failed = sightings.failing(store, visit.lease, validity)
    for uid in failed.keys() - set(present):
        sightings.close(store, visit.lease, visit.key(uid), "vanished")
    known = sightings.known(store, visit.lease, validity, present, once=visit.source.once)
    return sorted((uid for uid in present if uid not in known), key=lambda uid: failed.get(uid, 0))


def _fetch_all(visit: _Visit, uids: list[str]) -> _Tally:
    tally = _Tally()
    visit.renew()
    sizes = visit.place.sizes(uids)
    kill_point("sizes_known")
    for uid in uids:
        if visit.context.should_stop():
            break
        if uid not in sizes:
            tally.withheld += 1
            continue
        received = _fetched(visit, uid, sizes[uid])
        if received is None:
            tally.withheld += 1
        elif sightings.record(visit.context.store, visit.lease, visit.key(uid), received, visit.now()):
            tally.new += 1
        else:
            tally.again += 1
    return tally


def _fetched(visit: _Visit, uid: str, size: int) -> Received | None:
    """Fetch one item and keep its bytes; None if the source does not hand it out."""
    visit.renew()
    kind = MessageKind.FULL if size <= visit.context.max_message_bytes else MessageKind.HEADERS_ONLY
    try:
        data = visit.place.fetch(uid) if kind is MessageKind.FULL else visit.place.head(uid)
    except NotHandedOutError:
        _note_failure(visit, uid)
        message = f"{visit.source.account} answers in a way that makes no sense for item {uid}"
        raise MailboxError(message) from None
    kill_point("fetched")
    if data is None:
        _note_failure(visit, uid)
        return None
    sha256 = archive.put(visit.context.archive, data)
    full_size = len(data) if kind is MessageKind.FULL else size
    return Received(sha256, full_size, kind, visit.place.name(uid))


def _note_failure(visit: _Visit, uid: str) -> None:
    store, key = visit.context.store, visit.key(uid)
    if sightings.note_failure(store, visit.lease, key, visit.now()) >= TRIES:
        sightings.close(store, visit.lease, key, Quarantine.SERVER_PROTOCOL.value)


def _file_away(visit: _Visit, waiting: Waiting, present: frozenset[str]) -> None:
    how = FiledAs.GONE
    if waiting.key.uid in present:
        visit.renew()
        kill_point("file_away_begins")
        how = visit.place.file_away(waiting.key.uid, waiting.state)
    kill_point("filed_away")
    sightings.acknowledge(visit.context.store, visit.lease, waiting.key, how.value, visit.now())
