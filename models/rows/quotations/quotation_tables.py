"""The tables of imported quotations: dated snapshots, only ever added to, and which of them count."""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Column
from sqlmodel import Field, SQLModel

from models.columns import Exact, Frozen, Printed, UtcTime
from models.quotation import Flaw, Lot

SHA256 = 64


class QuotationSnapshotRow(SQLModel, table=True):
    """One import of quotations: everything the export held at that time.

    `materials_id` is the export of customer-material records that completed them.
    """

    __tablename__: ClassVar[Any] = "quotation_snapshot"

    id: int | None = Field(default=None, primary_key=True)
    taken_at: dt.datetime = Field(sa_type=UtcTime)
    name: str = Field(sa_type=Printed)
    source_sha256: str = Field(max_length=SHA256)
    quotations: int
    items: int
    materials_id: int | None = Field(default=None, foreign_key="export_snapshot.id")


class SnapshotStateRow(SQLModel, table=True):
    """What becomes of a snapshot (`models.snapshot`): the one thing about it that may change."""

    __tablename__: ClassVar[Any] = "snapshot_state"
    __table_args__ = (CheckConstraint("state IN ('used', 'waiting', 'discarded')", name="snapshot_state"),)

    snapshot_id: int = Field(primary_key=True, foreign_key="quotation_snapshot.id")
    state: str
    decided_by: str = Field(sa_type=Printed)
    decided_at: dt.datetime = Field(sa_type=UtcTime)
    why: str


class QuotationRow(SQLModel, table=True):
    """A quotation as it stood in at least one snapshot; the same content is kept once."""

    __tablename__: ClassVar[Any] = "quotation"

    id: int | None = Field(default=None, primary_key=True)
    content_sha256: str = Field(unique=True, max_length=SHA256)
    number: str = Field(index=True, sa_type=Printed)
    date: dt.date | None = None
    valid_to: dt.date | None = None
    customer_number: str | None = Field(default=None, sa_type=Printed)
    customer: str | None = Field(default=None, sa_type=Printed)
    customer_local: str | None = Field(default=None, sa_type=Printed)
    incoterms: str | None = Field(default=None, sa_type=Printed)
    payment_terms: str | None = Field(default=None, sa_type=Printed)
    flaws: Any = Field(default=(), sa_column=Column(Frozen(tuple[Flaw, ...]), nullable=False))


class QuotationItemRow(SQLModel, table=True):
    """An item of a quotation; the columns are the fields of `QuotationItem`."""

    __tablename__: ClassVar[Any] = "quotation_item"

    quotation_id: int = Field(primary_key=True, foreign_key="quotation.id")
    position: int = Field(primary_key=True)
    item: str = Field(sa_type=Printed)
    part_number: str | None = Field(default=None, sa_type=Printed)
    local_part_number: str | None = Field(default=None, sa_type=Printed)
    customer_part_number: str | None = Field(default=None, sa_type=Printed)
    drawing_number: str | None = Field(default=None, sa_type=Printed)
    description: str | None = Field(default=None, sa_type=Printed)
    quantity: Decimal | None = Field(default=None, sa_type=Exact)
    unit: str | None = Field(default=None, sa_type=Printed)
    price: Decimal | None = Field(default=None, sa_type=Exact)
    price_per: Decimal = Field(sa_type=Exact)
    net_value: Decimal | None = Field(default=None, sa_type=Exact)
    currency: str | None = Field(default=None, sa_type=Printed)
    tax_rate: Decimal | None = Field(default=None, sa_type=Exact)
    tax_included: bool | None = None
    discount: Decimal | None = Field(default=None, sa_type=Exact)
    lead_time: str | None = Field(default=None, sa_type=Printed)
    delivery_date: dt.date | None = None
    rejected: str | None = Field(default=None, sa_type=Printed)
    alternative: bool = False
    lots: Any = Field(default=(), sa_column=Column(Frozen(tuple[Lot, ...]), nullable=False))


class SnapshotQuotationRow(SQLModel, table=True):
    """Which quotations a snapshot holds, in the order of the export."""

    __tablename__: ClassVar[Any] = "snapshot_quotation"

    snapshot_id: int = Field(primary_key=True, foreign_key="quotation_snapshot.id")
    position: int = Field(primary_key=True)
    quotation_id: int = Field(foreign_key="quotation.id", index=True)
