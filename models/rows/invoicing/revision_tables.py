"""The tables of what people's words changed about answered lists: only ever added to, the newest counts."""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from models.columns import Printed, UtcTime


class InvoiceRevisionRow(SQLModel, table=True):
    """That a list was decided anew, because of which word; `groups_json` are its invoices to be since then.

    `used_json` holds the numbers of the exports that it was held against.
    """

    __tablename__: ClassVar[Any] = "invoice_revision"

    id: int | None = Field(default=None, primary_key=True)
    list_number: int = Field(foreign_key="invoice_list.number", index=True)
    attestation_id: int = Field(foreign_key="attestation.id")
    why_json: str = Field(sa_type=Printed)
    groups_json: str = Field(sa_type=Printed)
    used_json: str
    revised_by: str = Field(sa_type=Printed)
    revised_at: dt.datetime = Field(sa_type=UtcTime)


class InvoiceRowRevisionRow(SQLModel, table=True):
    """A row of a list as it was decided anew; what is held bears since when and by whom."""

    __tablename__: ClassVar[Any] = "invoice_row_revision"
    __table_args__ = (
        ForeignKeyConstraint(
            ["list_number", "position"], ["invoice_list_row.list_number", "invoice_list_row.position"]
        ),
        Index("invoice_row_revision_row", "list_number", "position"),
    )

    revision_id: int = Field(primary_key=True, foreign_key="invoice_revision.id")
    position: int = Field(primary_key=True)
    list_number: int
    code: str
    decision_json: str = Field(sa_type=Printed)
    hold_since: dt.date | None = None
    hold_lists: int | None = None
    hold_first_list: int | None = Field(default=None, foreign_key="invoice_list.number")
    hold_owner: str | None = None
