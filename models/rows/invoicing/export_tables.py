"""The tables of SAP's exports by day, and of what people said about their columns.

The rows of an export are not copied: its file is kept in the archive, by its content.
"""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from models.columns import Printed, UtcTime

SHA256 = 64


class ExportSnapshotRow(SQLModel, table=True):
    """One export as it was taken in; only ever added to."""

    __tablename__: ClassVar[Any] = "export_snapshot"
    __table_args__ = (Index("export_snapshot_kind", "kind", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    taken_at: dt.datetime = Field(sa_type=UtcTime)
    name: str = Field(sa_type=Printed)
    source_sha256: str = Field(max_length=SHA256)
    rows: int
    columns_json: str = Field(default="{}", sa_type=Printed)
    unknown_json: str = Field(default="[]", sa_type=Printed)


class ExportStateRow(SQLModel, table=True):
    """What becomes of an export (`models.snapshot`): the one thing about it that may change."""

    __tablename__: ClassVar[Any] = "export_state"
    __table_args__ = (CheckConstraint("state IN ('used', 'waiting', 'discarded')", name="export_state"),)

    snapshot_id: int = Field(primary_key=True, foreign_key="export_snapshot.id")
    state: str
    decided_by: str = Field(sa_type=Printed)
    decided_at: dt.datetime = Field(sa_type=UtcTime)
    why: str
    seen_at: dt.datetime = Field(sa_type=UtcTime)
    """When the file was delivered last: again, if it is the same."""
    removed_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    """When its file was removed from the archive, as old as it was."""


class ColumnChoiceRow(SQLModel, table=True):
    """What a person said the columns of files of one shape mean; the newest row of a shape counts."""

    __tablename__: ClassVar[Any] = "column_choice"
    __table_args__ = (Index("column_choice_shape", "kind", "shape"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    shape: str = Field(max_length=SHA256)
    columns_json: str = Field(sa_type=Printed)
    chosen_by: str = Field(sa_type=Printed)
    chosen_at: dt.datetime = Field(sa_type=UtcTime)
