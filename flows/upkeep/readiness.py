"""Whether an installation can do its work now: what `/readyz` answers to whoever watches over it."""

import datetime as dt
import functools
from collections.abc import Mapping

from flows.context import Context
from flows.upkeep import examine
from models.errors import OperatorError
from models.rows.inbox import mailbox_states, messages

LAST_POLL = dt.timedelta(minutes=15)


def of_context(context: Context) -> tuple[bool, Mapping[str, object]]:
    """Return whether database, mailboxes, disk and sandbox are well, and each of them by a word.

    No names of mailboxes are in it: who asks did not log in.
    """
    level = _sandbox()
    free = examine.free_mb(context.archive.root)
    try:
        messages.ledger(context.store)
        old = _polled_long_ago(context)
    except OperatorError:
        return False, {"database": "silent", "disk_mb": free, "sandbox": level}
    room = free >= context.alerts.disk_mb
    facts = {
        "database": "ok",
        "sources": len(context.sources),
        "sources_without_a_good_look": old,
        "disk": "ok" if room else "low",
        "disk_mb": free,
        "sandbox": level,
    }
    return room and not old and level != "broken", facts


def _polled_long_ago(context: Context) -> int:
    """Return how many sources were not looked at well for a quarter of an hour."""
    now = context.now()
    states = {(each.account, each.folder): each for each in mailbox_states.states(context.store)}
    well = 0
    for each in context.sources:
        state = states.get((each.account, each.folder))
        last = (state.last_good_at or state.known_since) if state else now
        well += now - last < LAST_POLL
    return len(context.sources) - well


@functools.cache
def _sandbox() -> str:
    # It does not change while the program runs, and is asked for every few seconds.
    return examine.sandbox_level()
