"""What earlier lists said about the goods of a list, within the transaction that records it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row, and_, func, or_, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows
from sqlmodel.sql.expression import SelectOfScalar

from desk.invoicing import holds
from desk.invoicing.holds import Earlier, Goods
from models.dialect import chunks
from models.invoice_desk import Hold, Week
from models.invoicing import Code, Decision, Teller
from models.rows.invoicing import revised_rows
from models.rows.invoicing.invoice_list_tables import (
    InvoiceListRow,
    InvoiceListRowRow,
    InvoiceListSupersededRow,
    InvoiceRowChangeRow,
)
from models.rows.invoicing.revision_tables import InvoiceRowRevisionRow

# Columns instead of rows: the decisions of years are not read to find out what was held.
_COLUMNS: tuple[Any, ...] = (
    InvoiceListRow.number,
    InvoiceListRow.as_of,
    InvoiceListRowRow.position,
    InvoiceListRowRow.order_number,
    InvoiceListRowRow.item,
    InvoiceListRowRow.deliveries,
    InvoiceListRowRow.code,
    InvoiceListRowRow.hold_since,
    InvoiceListRowRow.hold_lists,
    InvoiceListRowRow.hold_first_list,
    InvoiceListRowRow.hold_owner,
)
_ROWS = (
    select(*_COLUMNS)
    .join(InvoiceListRowRow, col(InvoiceListRowRow.list_number) == col(InvoiceListRow.number))
    .where(col(InvoiceListRow.number).not_in(select_rows(InvoiceListSupersededRow.list_number)))
    .order_by(
        col(InvoiceListRow.year).desc(),
        col(InvoiceListRow.week).desc(),
        col(InvoiceListRow.number).desc(),
        col(InvoiceListRowRow.position),
    )
)
"""The rows of lists that count, the newest list first."""


def newest_changes() -> SelectOfScalar[int | None]:
    """Return the numbers of the changes that count: the newest one of each row."""
    return select_rows(func.max(InvoiceRowChangeRow.id)).group_by(
        col(InvoiceRowChangeRow.list_number), col(InvoiceRowChangeRow.position)
    )


def about(session: Session, decisions: Iterable[Decision], week: Week) -> dict[str, list[Earlier]]:
    """Return the rows of lists up to a week that name the same orders, by order, the newest list first."""
    orders = sorted({each.row.order for each in decisions if each.row.order is not None})
    earlier = or_(
        col(InvoiceListRow.year) < week.year,
        and_(col(InvoiceListRow.year) == week.year, col(InvoiceListRow.week) <= week.week),
    )
    found: dict[str, list[Earlier]] = {}
    for chunk in chunks(orders):
        statement = _ROWS.where(col(InvoiceListRowRow.order_number).in_(chunk), earlier).where(
            col(InvoiceListRow.zone) == week.zone
        )
        rows = session.connection().execute(statement).all()
        numbers = sorted({row.number for row in rows})
        changed, anew = _changed(session, numbers), revised_rows.newest(session, numbers)
        for row in rows:
            now = anew.get((row.number, row.position), row)
            code = changed.get((row.number, row.position), Code(now.code))
            hold = _hold(now.hold_since, now.hold_lists, now.hold_first_list, now.hold_owner)
            each = Earlier(row.number, row.as_of, _goods(row), code, hold)
            found.setdefault(each.goods.order, []).append(each)
    return found


def superseded_by(session: Session, decisions: Iterable[Decision], week: Week) -> tuple[int, ...]:
    """Return the lists of the same week whose place a list with these decisions takes."""
    newer = {(each.order, each.item) for each in map(holds.goods, decisions) if each is not None}
    of_week = _ROWS.where(
        col(InvoiceListRow.zone) == week.zone,
        col(InvoiceListRow.year) == week.year,
        col(InvoiceListRow.week) == week.week,
        col(InvoiceListRowRow.order_number).is_not(None),
    )
    lists: dict[int, list[Goods]] = {}
    for row in session.connection().execute(of_week):
        lists.setdefault(row.number, []).append(_goods(row))
    return tuple(number for number, goods in sorted(lists.items()) if holds.supersedes(goods, newer))


def hold_of(row: InvoiceListRowRow | InvoiceRowRevisionRow) -> Hold | None:
    """Return since when a row was held as it was recorded."""
    return _hold(row.hold_since, row.hold_lists, row.hold_first_list, row.hold_owner)


def _hold(since: dt.date | None, lists: int | None, first: int | None, owner: str | None) -> Hold | None:
    if since is None or lists is None or first is None or owner is None:
        return None
    return Hold(since, lists, first, Teller(owner))


def _changed(session: Session, numbers: Sequence[int]) -> dict[tuple[int, int], Code]:
    """Return what people decided for rows of some lists instead."""
    return {(row.list_number, row.position): Code(row.code) for row in changes(session, numbers) if row.why}


def changes(session: Session, numbers: Sequence[int]) -> Iterator[InvoiceRowChangeRow]:
    """Yield the change that counts for each changed row of some lists; one without `why` takes back."""
    for chunk in chunks(numbers):
        newest = newest_changes().where(col(InvoiceRowChangeRow.list_number).in_(chunk))
        yield from session.exec(
            select_rows(InvoiceRowChangeRow).where(col(InvoiceRowChangeRow.id).in_(newest))
        )


def _goods(row: Row[Any]) -> Goods:
    return Goods(row.order_number, row.item, frozenset(row.deliveries.split()))
