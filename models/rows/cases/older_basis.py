"""Cases that stand on older quotations than those in use: found, and marked where nothing changed for them.

A case stands on the newest snapshot that it was compared or checked with. Where its quotation is the very
same in a newer one, that is only marked. All is found by an index, however many cases there are.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import ColumnElement, false, func, true
from sqlmodel import Session, and_, col, or_, select, update

from models import counters
from models.case import CaseState
from models.comparison import Verdict
from models.dialect import chunks
from models.kill_point import kill_point
from models.rows.quotations.quotation_tables import QuotationRow, SnapshotQuotationRow
from models.store import Store, reading, writing
from models.tables import CaseRow

LIVE = (CaseState.OPEN, CaseState.CLEAR)
"""Cases that a newer quotation matters to, those first that people have before them."""
AT_ONCE = 2000
"""Cases that one look finds."""
_STANDS_ON = func.coalesce(col(CaseRow.checked_snapshot_id), col(CaseRow.snapshot_id))
# As `models.codec` writes them: what is not so is left out.
_CHOSEN_AMONG_ALL = or_(
    col(CaseRow.comparison_json).contains('"proposed":true'),
    col(CaseRow.comparison_json).contains('"candidates":['),
)
_KNOWN = sqlalchemy.select(
    col(CaseRow.number),
    _STANDS_ON,
    col(CaseRow.quotation_number),
    col(CaseRow.verdict),
    func.coalesce(_CHOSEN_AMONG_ALL, false()),
)


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look found: cases to be compared `again`, and how many were marked as the `same`."""

    again: tuple[int, ...] = ()
    same: int = 0


def any_older(store: Store, newest: int) -> bool:
    """Tell whether a case stands on an older snapshot than `newest`."""
    with reading(store) as session:
        return next(_older(session, newest, 1), None) is not None


def look(store: Store, newest: int, most: int) -> Looked:
    """Find cases that stand on an older snapshot than `newest`, and mark those whose quotation is the same.

    At most `most` are returned to be compared. A quotation that no document named was chosen among all of
    them: its case is compared again whatever changed.
    """
    again: list[int] = []
    same: dict[int | None, list[int]] = defaultdict(list)
    with reading(store) as session:
        touched: dict[int | None, frozenset[str]] = {}
        for each in _older(session, newest):
            if each.stands_on not in touched:
                touched[each.stands_on] = _touched(session, each.stands_on, newest)
            changed = touched[each.stands_on]
            loose = each.chosen or each.verdict == Verdict.NO_QUOTATION.value
            if changed and (loose or each.quotation in changed):
                again.append(each.number)
            else:
                same[each.stands_on].append(each.number)
    marked = _mark(store, same, newest) if same else 0
    return Looked(tuple(again[:most]), marked)


def stands_on(row: CaseRow) -> int | None:
    """Return the newest snapshot that a case was compared or checked with."""
    return row.snapshot_id if row.checked_snapshot_id is None else row.checked_snapshot_id


def is_older(row: CaseRow, newest: int) -> bool:
    """Tell whether a case was compared, still matters, and stands on an older snapshot than `newest`."""
    return CaseState(row.state) in LIVE and row.comparison_json is not None and (stands_on(row) or 0) < newest


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells whether a case is to be compared again; `chosen`: no document named its quotation."""

    number: int
    stands_on: int | None
    quotation: str | None
    verdict: str | None
    chosen: bool


def _older(session: Session, newest: int, most: int = AT_ONCE) -> Iterator[_Known]:
    unchecked = col(CaseRow.checked_snapshot_id).is_(None)
    nothing_yet = col(CaseRow.verdict) == Verdict.NO_QUOTATION.value
    ways = (
        col(CaseRow.checked_snapshot_id) < newest,
        and_(unchecked, col(CaseRow.snapshot_id) < newest),
        and_(unchecked, col(CaseRow.snapshot_id).is_(None), nothing_yet),
    )
    left = most
    for state in LIVE:
        for way in ways:
            query = _KNOWN.where(col(CaseRow.state) == state.value, way).limit(left)
            found = [_Known(*row) for row in session.connection().execute(query)] if left else []
            left -= len(found)
            yield from found


def _touched(session: Session, before: int | None, after: int) -> frozenset[str]:
    """Return the numbers of quotations that only one of two snapshots holds as they are."""
    numbers = [*_only_in(session, after, before)]
    if before is not None:
        numbers += _only_in(session, before, after)
    return frozenset(numbers)


def _only_in(session: Session, one: int, other: int | None) -> Iterator[str]:
    of_other = select(SnapshotQuotationRow.quotation_id).where(SnapshotQuotationRow.snapshot_id == other)
    members = (
        select(QuotationRow.number)
        .join(SnapshotQuotationRow, col(SnapshotQuotationRow.quotation_id) == col(QuotationRow.id))
        .where(SnapshotQuotationRow.snapshot_id == one)
        .where(col(QuotationRow.id).not_in(of_other) if other is not None else true())
    )
    yield from session.exec(members)


def _mark(store: Store, same: dict[int | None, list[int]], newest: int) -> int:
    marked = 0
    with writing(store) as session:
        counters.lock(session, "case")
        for stands_on, numbers in same.items():
            still = _STANDS_ON.is_not_distinct_from(stands_on)
            for chunk in chunks(numbers):
                done = session.connection().execute(
                    update(CaseRow)
                    .where(col(CaseRow.number).in_(chunk), still, _is_live())
                    .values(checked_snapshot_id=newest)
                )
                marked += max(done.rowcount, 0)
        kill_point("recompare_marked")
    return marked


def _is_live() -> ColumnElement[bool]:
    return col(CaseRow.state).in_([each.value for each in LIVE])
