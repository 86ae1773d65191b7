"""How a snapshot of quotations stands: held against, waiting for a person, or put away."""

import datetime as dt
import enum
from dataclasses import dataclass

from models.case import Snapshot

OLD = dt.timedelta(days=1)
"""Quotations that are older may have changed in SAP since."""
BY_IMPORT = "import"
"""Decided by the program when the export came in."""


class SnapshotState(enum.StrEnum):
    """What becomes of a snapshot. Orders are held against the newest `used` one."""

    USED = "used"
    WAITING = "waiting"
    """It holds fewer than half of what the last one held: a person says whether that is right."""
    DISCARDED = "discarded"


class SnapshotWhy(enum.StrEnum):
    """Why a snapshot stands as it does."""

    IMPORTED = "imported"
    SHRUNK = "shrunk"
    """Fewer than half of the quotations, or of their items, are in it."""
    CONFIRMED = "confirmed"
    """A person said so."""
    NEWER = "newer"
    """It still waited when a newer one came to be used, or came in after one that was delivered later."""
    AGAIN = "again"
    """It was taken in before, and a newer one after it: a person says whether it counts once more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A snapshot and its state, decided by whom, when and why."""

    snapshot: Snapshot
    state: SnapshotState
    decided_by: str
    decided_at: dt.datetime
    why: SnapshotWhy


def has_shrunk(before: Snapshot, new: Snapshot) -> bool:
    """Tell whether fewer than half of the quotations or of their items came again."""
    return new.quotations * 2 < before.quotations or new.items * 2 < before.items


def is_old(snapshot: Snapshot, moment: dt.datetime) -> bool:
    """Tell whether a snapshot was older than a day at that moment."""
    return moment - snapshot.taken_at > OLD
