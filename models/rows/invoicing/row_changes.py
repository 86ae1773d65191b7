"""What people changed about a row of an answered list, one change after the other."""

import datetime as dt
from collections.abc import Callable, Sequence

from sqlmodel import Session, col, select

from models import audit, counters
from models.answering import Mail
from models.audit import AuditEntry
from models.invoice_desk import AnsweredList, RowChange
from models.invoicing import Code
from models.kill_point import kill_point
from models.rows.invoicing import invoice_lists
from models.rows.invoicing.invoice_list_tables import InvoiceListRowRow, InvoiceRowChangeRow
from models.rows.post import outbox_desk
from models.rows.post.outbox_desk import Renewal
from models.store import Store, reading, writing

Renewing = Callable[[AnsweredList, AnsweredList, Sequence[Mail]], Renewal]
"""What a change makes of the mails about a list: the list before and after it, and the mails until then."""


def of_row(store: Store, number: int, position: int) -> tuple[RowChange, ...]:
    """Return all changes of a row, the newest first; one without a reason took those before it back."""
    query = (
        select(InvoiceRowChangeRow)
        .where(InvoiceRowChangeRow.list_number == number, InvoiceRowChangeRow.position == position)
        .order_by(col(InvoiceRowChangeRow.id).desc())
    )
    with reading(store) as session:
        return tuple(
            RowChange(Code(row.code), row.why, row.changed_by, row.changed_at) for row in session.exec(query)
        )


def change(
    store: Store, number: int, position: int, changed: RowChange, renewing: Renewing | None = None
) -> bool:
    """Keep what a person decided for a row instead; tell whether there is such a row.

    The mails about the list that were not sent are renewed in the same transaction, and another change of the
    list waits for its end.
    """
    with writing(store) as session:
        counters.lock(session, "invoice_list")
        if session.get(InvoiceListRowRow, (number, position)) is None:
            return False
        before = invoice_lists.found_within(session, number) if renewing is not None else None
        session.add(
            InvoiceRowChangeRow(
                list_number=number,
                position=position,
                code=changed.code.value,
                why=changed.why.strip(),
                changed_by=changed.by,
                changed_at=changed.at,
            )
        )
        session.flush()
        action = "invoice_row_changed" if changed.why.strip() else "invoice_row_change_taken_back"
        detail = {"code": changed.code.value}
        audit.append(session, AuditEntry(changed.by, action, f"{number}/{position}", detail), changed.at)
        if renewing is not None and before is not None:
            renew_within(session, before, renewing, changed.at)
        kill_point("invoice_row_change_written")
        return True


def renew_within(session: Session, before: AnsweredList, renewing: Renewing, now: dt.datetime) -> None:
    """Bring the mails about a list up to date that were not sent, within the transaction that changed it."""
    number = before.summary.number
    after = invoice_lists.found_within(session, number)
    assert after is not None, "the list was there before"
    kept = outbox_desk.keyed_within(session, f"notice:{number}:")
    outbox_desk.renew_within(session, renewing(before, after, kept), now)
