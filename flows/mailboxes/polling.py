"""The mailbox's side of the intake: fetch what is new, and last of all show what became of it.

Fetching may repeat; entering is idempotent, keyed by the SHA-256 of the exact bytes. A message is
entered only after its bytes are safely on the disk, and moved only after its final state is
committed. One process speaks to a mailbox at a time, as the lease says, which is renewed before every
command. How each look went is kept, for `doctor`, the pages and the alerts.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from flows.context import Context
from flows.mailboxes import fetching, recognition, retention
from flows.mailboxes.fetching import Fetched, Visit
from flows.mailboxes.source import FiledAs, LoginRefusedError, LoginStoppedError, RefusedError, Source
from models.errors import MailboxError
from models.kill_point import kill_point
from models.rows.inbox import leases, mailbox_states, sightings
from models.rows.inbox.leases import LeaseLostError
from models.rows.inbox.mailbox_states import LOGINS, Look
from models.rows.inbox.sightings import Waiting

REFUSALS = 3
"""So many refused moves in one visit, and the others wait for the next: it is the mailbox, not the mail."""


@dataclass(frozen=True, slots=True)
class Poll:
    """What one look into a source brought.

    `busy` tells that another process speaks to it; `new` are messages never seen before, `again`
    sightings of known ones, `withheld` items that the server did not hand out this time, `left` those
    that wait for the next look. `by_hand` counts those among `again` that a person put back.
    """

    source: str
    busy: bool = False
    new: int = 0
    again: int = 0
    withheld: int = 0
    left: int = 0
    by_hand: int = 0


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """How many settled messages a source shows now, and how many it refused to show."""

    source: str
    filed: int = 0
    unfiled: int = 0


def poll(context: Context, source: Source) -> Poll:
    """Fetch and enter what is new in `source`.

    Raises:
        MailboxError: The source cannot be opened, or the connection broke; what was entered stays.
    """
    with _noting_failures(context, source):
        try:
            with _visited(context, source) as visit:
                return Poll(source.account, busy=True) if visit is None else _poll(visit)
        except LeaseLostError:
            return Poll(source.account, busy=True)


def acknowledge(context: Context, source: Source) -> Acknowledged:
    """Move what is settled to its folder; what is gone already counts as moved.

    Raises:
        MailboxError: The source cannot be opened, or the connection broke.
    """
    with _noting_failures(context, source):
        try:
            with _visited(context, source) as visit:
                return Acknowledged(source.account) if visit is None else _acknowledge(visit)
        except LeaseLostError:
            return Acknowledged(source.account)


def has_waiting(context: Context, source: Source) -> bool:
    """Tell, without speaking to it, whether a source has settled messages to show."""
    return sightings.any_unacknowledged(context.store, source.account, source.folder)


@contextmanager
def _noting_failures(context: Context, source: Source) -> Iterator[None]:
    """Keep what went wrong; a login that was refused too often is not tried at all.

    Raises:
        LoginStoppedError: It was.
    """
    store, account, folder = context.store, source.account, source.folder
    counts = mailbox_states.refusals(store, account)
    if counts and counts.get(source.login(), 0) >= LOGINS:
        message = f"{account} refused the login {LOGINS} times and is not tried again: mend the login"
        raise LoginStoppedError(f"{message}, then call `countercheck login`")
    try:
        yield
    except MailboxError as error:
        login = source.login() if isinstance(error, LoginRefusedError) else None
        mailbox_states.failed(store, account, folder, context.now(), error=str(error), login=login)
        raise


@contextmanager
def _visited(context: Context, source: Source) -> Iterator[Visit | None]:
    lease = leases.take(context.store, source.account, source.folder, context.owner, context.now())
    if lease is None:
        yield None
        return
    try:
        with source.visit() as place:
            yield Visit(context, source, place, lease)
    finally:
        leases.release(context.store, lease)


def _poll(visit: Visit) -> Poll:
    context, source = visit.context, visit.source
    visit.renew()
    present = visit.place.uids()
    kill_point("listed")
    found = fetching.fetch(visit, present)
    retention.tidy(visit)
    mailbox_states.good(context.store, source.account, source.folder, _look(visit, found), context.now())
    return Poll(
        source.account,
        new=found.new,
        again=found.again + found.by_hand,
        withheld=found.withheld,
        left=found.left,
        by_hand=found.by_hand,
    )


def _look(visit: Visit, found: Fetched) -> Look:
    return Look(
        new=found.new,
        waiting=found.left,
        withheld=found.withheld,
        vanished=found.vanished,
        doubted=found.doubted,
        rescans=found.rescans,
        by_hand=found.by_hand,
        read_only=visit.place.read_only,
    )


def _acknowledge(visit: Visit) -> Acknowledged:
    context, source = visit.context, visit.source
    waiting = sightings.unacknowledged(context.store, visit.lease, visit.place.uidvalidity)
    if not waiting:
        return Acknowledged(source.account)
    visit.renew()
    present = frozenset(visit.place.uids())
    doubted = _doubted(visit, [each.key.uid for each in waiting if each.key.uid in present])
    filed, refused = 0, []
    for each in itertools.takewhile(lambda _: not context.should_stop(), waiting):
        if each.key.uid in doubted:
            continue
        try:
            _file_away(visit, each, present)
            filed += 1
        except RefusedError as error:
            refused.append(str(error))
            if len(refused) == REFUSALS:
                break
    unfiled = len(waiting) - filed - len(doubted) if refused else 0
    mailbox_states.filed(
        context.store,
        source.account,
        source.folder,
        context.now(),
        unfiled=unfiled,
        error=refused[0] if refused else None,
    )
    return Acknowledged(source.account, filed, unfiled)


def _doubted(visit: Visit, uids: list[str]) -> frozenset[str]:
    """Return those of `uids` that stand for other mails now: nothing is moved that was not read."""
    known = sightings.contents(visit.context.store, visit.lease, visit.place.uidvalidity, uids)
    visit.renew()
    wrong = recognition.unlike(visit.context.archive, known, visit.place.marks(uids))
    if wrong:
        sightings.doubt(visit.context.store, visit.lease, visit.place.uidvalidity, wrong)
    return frozenset(wrong)


def _file_away(visit: Visit, waiting: Waiting, present: frozenset[str]) -> None:
    how = FiledAs.GONE
    if waiting.key.uid in present:
        visit.renew()
        kill_point("file_away_begins")
        how = visit.place.file_away(waiting.key.uid, waiting.state)
    kill_point("filed_away")
    sightings.acknowledge(visit.context.store, visit.lease, waiting.key, how.value, visit.now())
