"""The table of what newer quotations changed about cases; only ever added to."""

import datetime as dt
from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from models.columns import UtcTime


class BasisChangeRow(SQLModel, table=True):
    """A case that came out otherwise with a newer snapshot, once for each case and snapshot.

    `verdict` is empty where comparing again failed.
    """

    __tablename__: ClassVar[Any] = "basis_change"

    case_number: int = Field(primary_key=True, foreign_key="review_case.number")
    to_snapshot: int = Field(primary_key=True, foreign_key="quotation_snapshot.id")
    from_snapshot: int | None = Field(default=None, foreign_key="quotation_snapshot.id")
    changed_at: dt.datetime = Field(sa_type=UtcTime)
    was_verdict: str | None = None
    verdict: str | None = None
    changes_json: str = "[]"
