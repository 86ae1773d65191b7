"""What the pages ask for about imported quotations, as plain functions."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from desk.snapshot_changes import Changes, changes
from models.case import Snapshot
from models.rows.quotations import quotes, snapshots
from models.snapshot import SnapshotState, Standing, is_old
from models.store import Store

MOST = 200
"""How many changes a page lists of each kind."""
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Quotations:
    """The functions behind the page of quotations.

    `listed` takes how many, and how many to leave out before; `before` returns the used snapshot that is
    older than one; `changes` takes the older one first; `decide` tells whether the snapshot waited.
    """

    newest: Callable[[], Snapshot | None]
    waiting: Callable[[], tuple[Standing, ...]]
    listed: Callable[[int, int], tuple[Standing, ...]]
    found: Callable[[int], Standing | None]
    before: Callable[[int], Snapshot | None]
    changes: Callable[[int, int], Changes]
    decide: Callable[[int, SnapshotState], bool]


def of_store(store: Store, now: Callable[[], dt.datetime], by: str = "desk") -> Quotations:
    """Return what the page asks for, from the database; decisions are said to be `by` somebody."""

    # What is imported never changes.
    @lru_cache(maxsize=_KEPT)
    def changed(before: int, after: int) -> Changes:
        return changes(*quotes.differing(store, before, after), MOST)

    return Quotations(
        newest=lambda: quotes.newest(store),
        waiting=lambda: quotes.waiting(store),
        listed=lambda limit, offset: snapshots.listed(store, limit, offset),
        found=lambda number: snapshots.found(store, number),
        before=lambda number: snapshots.before(store, number),
        changes=changed,
        decide=lambda number, state: snapshots.decide(store, number, state, by, now()),
    )


@dataclass(frozen=True, slots=True)
class Basis:
    """What is to be known of the quotations in use: the snapshot if it is old, how many imports wait."""

    old: Snapshot | None = None
    waiting: int = 0


def basis(asked: Quotations | None, now: dt.datetime) -> Basis:
    """Return what a person must know of the quotations that orders are held against now."""
    if asked is None:
        return Basis()
    used = asked.newest()
    return Basis(used if used is not None and is_old(used, now) else None, len(asked.waiting()))
