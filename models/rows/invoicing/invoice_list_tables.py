"""The tables of answered invoice lists: only ever added to; people's changes are rows as well."""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import Exact, Printed, UtcTime

SHA256 = 64


class InvoiceListRow(SQLModel, table=True):
    """An answered list. `identity` tells lists apart: each is answered once in an ISO week of a time zone."""

    __tablename__: ClassVar[Any] = "invoice_list"
    __table_args__ = (
        UniqueConstraint("identity", "year", "week", "zone", name="invoice_list_once"),
        Index("invoice_list_week", "zone", "year", "week"),
    )

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    identity: str = Field(sa_type=Printed)
    name: str = Field(sa_type=Printed)
    sha256: str = Field(max_length=SHA256)
    year: int
    week: int
    zone: str
    as_of: dt.date
    answered_at: dt.datetime = Field(sa_type=UtcTime)
    rows: int
    raw_sha256: str | None = Field(
        default=None, foreign_key="message.raw_sha256", max_length=SHA256, index=True
    )
    sender: str | None = Field(default=None, sa_type=Printed)
    reply_sha256: str | None = Field(default=None, max_length=SHA256)
    stale_json: str = "[]"
    missing_json: str = "[]"
    earlier_json: str = "null"
    shifted_json: str = "[]"


class InvoiceListRowRow(SQLModel, table=True):
    """A row of an answered list, as it was decided; what is held bears since when and by whom.

    `order_number`, `item` and `deliveries` (with blanks between) are what it is found again by.
    """

    __tablename__: ClassVar[Any] = "invoice_list_row"
    __table_args__ = (
        Index("invoice_list_row_order", "order_number", "item"),
        Index("invoice_list_row_code", "list_number", "code"),
    )

    list_number: int = Field(primary_key=True, foreign_key="invoice_list.number")
    position: int = Field(primary_key=True)
    row: int
    order_number: str | None = Field(default=None, sa_type=Printed)
    item: str | None = Field(default=None, sa_type=Printed)
    deliveries: str = Field(default="", sa_type=Printed)
    customer_number: str | None = Field(default=None, sa_type=Printed)
    code: str
    decision_json: str = Field(sa_type=Printed)
    hold_since: dt.date | None = None
    hold_lists: int | None = None
    hold_first_list: int | None = Field(default=None, foreign_key="invoice_list.number")
    hold_owner: str | None = None


class InvoiceRowChangeRow(SQLModel, table=True):
    """What a person decided for a row instead; the newest counts, one without `why` takes it back."""

    __tablename__: ClassVar[Any] = "invoice_row_change"
    __table_args__ = (
        ForeignKeyConstraint(
            ["list_number", "position"], ["invoice_list_row.list_number", "invoice_list_row.position"]
        ),
        Index("invoice_row_change_row", "list_number", "position"),
    )

    id: int | None = Field(default=None, primary_key=True)
    list_number: int
    position: int
    code: str
    why: str = Field(sa_type=Printed)
    changed_by: str = Field(sa_type=Printed)
    changed_at: dt.datetime = Field(sa_type=UtcTime)


class InvoiceListGroupRow(SQLModel, table=True):
    """An invoice to be; `rows_json` holds the positions of its rows."""

    __tablename__: ClassVar[Any] = "invoice_list_group"

    list_number: int = Field(primary_key=True, foreign_key="invoice_list.number")
    position: int = Field(primary_key=True)
    name: str
    rows_json: str
    customer: str | None = Field(default=None, sa_type=Printed)
    title: str = Field(sa_type=Printed)
    currency: str = Field(sa_type=Printed)
    tax_rate: Decimal = Field(sa_type=Exact)
    net: Decimal = Field(sa_type=Exact)
    tax: Decimal = Field(sa_type=Exact)
    gross: Decimal = Field(sa_type=Exact)


class InvoiceListExportRow(SQLModel, table=True):
    """An export that a list was held against."""

    __tablename__: ClassVar[Any] = "invoice_list_export"

    list_number: int = Field(primary_key=True, foreign_key="invoice_list.number")
    snapshot_id: int = Field(primary_key=True, foreign_key="export_snapshot.id")


class InvoiceListSupersededRow(SQLModel, table=True):
    """A list that a newer one of the same week takes the place of."""

    __tablename__: ClassVar[Any] = "invoice_list_superseded"

    list_number: int = Field(primary_key=True, foreign_key="invoice_list.number")
    by_number: int = Field(foreign_key="invoice_list.number", index=True)
