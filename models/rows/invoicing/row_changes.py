"""What people changed about a row of an answered list, one change after the other."""

from sqlmodel import col, select

from models.invoice_desk import RowChange
from models.invoicing import Code
from models.rows.invoicing.invoice_list_tables import InvoiceRowChangeRow
from models.store import Store, reading


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
