"""The tables of what people vouch for about orders: only ever added to; taking one back is a row as well."""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from models.columns import Exact, Printed, UtcTime


class AttestationRow(SQLModel, table=True):
    """That an event of an order happened on a day: who said so, by what one sees it, who entered it.

    It is of all items where `item` is None; `percent` and `place` tell the milestone of the contract.
    """

    __tablename__: ClassVar[Any] = "attestation"

    id: int | None = Field(default=None, primary_key=True)
    order_number: str = Field(index=True, sa_type=Printed)
    item: str | None = Field(default=None, sa_type=Printed)
    due: str
    percent: Decimal | None = Field(default=None, sa_type=Exact)
    place: int
    happened_on: dt.date
    who: str = Field(sa_type=Printed)
    evidence: str = Field(sa_type=Printed)
    said_by: str = Field(sa_type=Printed)
    said_at: dt.datetime = Field(sa_type=UtcTime)


class AttestationTakenBackRow(SQLModel, table=True):
    """That what was vouched for does not hold any more: since when, by whom, and why."""

    __tablename__: ClassVar[Any] = "attestation_taken_back"

    attestation_id: int = Field(primary_key=True, foreign_key="attestation.id")
    why: str = Field(sa_type=Printed)
    taken_back_by: str = Field(sa_type=Printed)
    taken_back_at: dt.datetime = Field(sa_type=UtcTime)
