"""The tables of what the program knows of its own health."""

import datetime as dt
from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from models.columns import Printed, UtcTime


class AlertRow(SQLModel, table=True):
    """Something that is wrong since a while, or was; `told_at` is when a person was last told of it."""

    __tablename__: ClassVar[Any] = "alert"

    kind: str = Field(primary_key=True)
    about: str = Field(primary_key=True, sa_type=Printed)
    since: dt.datetime = Field(sa_type=UtcTime)
    told_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    ended_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    times: int = 0


class NoteRow(SQLModel, table=True):
    """The last state of something that goes on, by its name: how far the check of the archive came."""

    __tablename__: ClassVar[Any] = "running_note"

    name: str = Field(primary_key=True)
    text: str = Field(sa_type=Printed)
    noted_at: dt.datetime = Field(sa_type=UtcTime)
