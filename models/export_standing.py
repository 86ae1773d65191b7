"""How an export stands that came in: used at once, waiting for a person, or put away."""

import datetime as dt

from models.invoice_desk import ExportSnapshot, ExportStanding
from models.snapshot import BY_IMPORT, SnapshotState, SnapshotWhy


def first(
    new: ExportSnapshot,
    before: ExportStanding | None,
    confirmed_by: str | None,
    now: dt.datetime,
    *,
    again: bool,
) -> ExportStanding:
    """Return how a new export stands beside the one in use; `again` if it was taken in before that one."""
    why = None if before is None else _doubt(new, before.snapshot, again=again)
    if why is None:
        return ExportStanding(new, SnapshotState.USED, BY_IMPORT, now, SnapshotWhy.IMPORTED)
    if confirmed_by is not None:
        return ExportStanding(new, SnapshotState.USED, confirmed_by, now, SnapshotWhy.CONFIRMED)
    state = SnapshotState.DISCARDED if why is SnapshotWhy.NEWER else SnapshotState.WAITING
    return ExportStanding(new, state, BY_IMPORT, now, why)


def _doubt(new: ExportSnapshot, used: ExportSnapshot, *, again: bool) -> SnapshotWhy | None:
    """Return why an export is not used in the place of another; None where it is."""
    if new.seen_at < used.seen_at:
        return SnapshotWhy.NEWER
    if again:
        return SnapshotWhy.AGAIN
    return SnapshotWhy.SHRUNK if new.rows * 2 < used.rows else None
