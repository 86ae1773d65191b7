# noqa: INP001 - alembic loads this file by its path
"""Runs the migrations on the connection that `models.store` hands over.

Without a connection, a `dialect` name prints the statements for that database instead.
"""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import DateTime
from sqlmodel import AutoString, SQLModel

from models import tables
from models.columns import Exact, Printed, UtcTime
from models.rows.inbox import running_tables
from models.rows.invoicing import attestation_tables, export_tables, invoice_list_tables, profile_tables
from models.rows.quotations import basis_tables

for known in (
    tables.AuditRow,
    running_tables.AlertRow,
    basis_tables.BasisChangeRow,
    export_tables.ExportSnapshotRow,
    invoice_list_tables.InvoiceListRow,
    profile_tables.InvoiceProfileRow,
    attestation_tables.AttestationRow,
):
    assert known.metadata is SQLModel.metadata, "the tables are known"


def render(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write a column's type into a new migration without naming our own classes, which may change."""
    if kind == "type" and isinstance(item, UtcTime | DateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString | Exact | Printed):
        length = getattr(item, "length", None)
        return f"sa.String({length or ''})"
    return False


attributes = context.config.attributes
context.configure(
    connection=attributes.get("connection"),
    dialect_name=attributes.get("dialect"),
    target_metadata=SQLModel.metadata,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
