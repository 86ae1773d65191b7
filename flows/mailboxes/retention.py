"""Removing settled mails from the mailbox, only by rule: `keep_days` says how long they stay.

A mail is removed from `countercheck/Done` if, and only if, our rows know that very mail as processed for
so long and as moved there from this mailbox, and its exact bytes lie safely in the archive. Each removal
stands in the audit trail before it happens. It is done by UID EXPUNGE, which removes nothing else; a
server that does not know it keeps its mails. Quarantined mails stay for good.
"""

import datetime as dt
import hashlib
import logging
from collections.abc import Iterator

from flows.mailboxes.fetching import Visit
from flows.mailboxes.imap import ImapSource, OpenedMailbox
from flows.mailboxes.source import RefusedError
from models import archive
from models.archive import BlobCorruptError
from models.kill_point import kill_point
from models.rows.inbox import mailbox_states, removals

log = logging.getLogger(__name__)

EVERY = dt.timedelta(days=1)
AT_ONCE = 200
"""So many mails are removed in one visit; the others have to wait for the next."""


def tidy(visit: Visit) -> int:
    """Remove what has been settled for long enough, at most once a day; return how many mails it was.

    It turns the visit to another folder, so it comes last.
    """
    source, place = visit.source, visit.place
    if not isinstance(source, ImapSource) or not isinstance(place, OpenedMailbox):
        return 0
    days = source.mailbox.keep_days
    now = visit.now()
    if days <= 0 or not _is_due(visit, now):
        return 0
    before = now - dt.timedelta(days=days)
    count, done = 0, True
    try:
        if place.turn_to_settled():
            count, done = _removed(visit, place, before)
    except RefusedError as refused:
        # Whoever may not remove mails keeps them; tomorrow it is tried again.
        log.warning("settled mails of %s stay in the mailbox: %s", source.account, refused)
    mailbox_states.removed(visit.context.store, source.account, source.folder, now, count=count, done=done)
    return count


def _is_due(visit: Visit, now: dt.datetime) -> bool:
    state = mailbox_states.state(visit.context.store, visit.source.account, visit.source.folder)
    return state is None or state.tidied_at is None or state.tidied_at <= now - EVERY


def _removed(visit: Visit, place: OpenedMailbox, before: dt.datetime) -> tuple[int, bool]:
    count = 0
    for uid, sha256 in _removable(visit, place, before):
        if count >= AT_ONCE or visit.context.should_stop():
            return count, False
        visit.renew()
        removals.note(visit.context.store, visit.lease, sha256, uid, visit.now())
        place.remove(uid)
        kill_point("mail_removed")
        count += 1
    return count, True


def _removable(visit: Visit, place: OpenedMailbox, before: dt.datetime) -> Iterator[tuple[str, str]]:
    """Yield the UIDs that may be removed, with the SHA-256 of the mail."""
    visit.renew()
    # The day counts in the server's zone, so one more is looked at; our own rows decide.
    old = place.arrived_before((before + dt.timedelta(days=1)).date())
    sizes = place.sizes(old)
    known = removals.sizes(visit.context.store, frozenset(sizes.values()), before)
    for uid in old:
        if sizes.get(uid) not in known:
            continue
        visit.renew()
        data = place.fetch(uid)
        if data is None:
            continue
        sha256 = hashlib.sha256(data).hexdigest()
        if removals.may_go(visit.context.store, visit.lease, sha256, before) and _is_kept(visit, sha256):
            yield uid, sha256


def _is_kept(visit: Visit, sha256: str) -> bool:
    try:
        archive.get(visit.context.archive, sha256)
    except (BlobCorruptError, OSError):
        return False
    return True
