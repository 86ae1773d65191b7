"""The tables of mailboxes: how each one is doing, and the tokens it is logged in to with."""

import datetime as dt
from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from models.columns import Printed, UtcTime


class MailboxStateRow(SQLModel, table=True):
    """How a mailbox's folder, or a watched folder, is doing; counters only ever grow.

    `failures` and `refused` count those in a row; `login` is a digest of the login that was refused.
    """

    __tablename__: ClassVar[Any] = "mailbox_state"

    account_id: str = Field(primary_key=True)
    folder: str = Field(primary_key=True)
    known_since: dt.datetime = Field(sa_type=UtcTime)
    last_good_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    last_new_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    last_failure_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    last_error: str | None = Field(default=None, sa_type=Printed)
    failures: int = 0
    refused: int = 0
    login: str | None = None
    read_only: bool = False
    waiting: int = 0
    withheld: int = 0
    unfiled: int = 0
    filing_error: str | None = Field(default=None, sa_type=Printed)
    vanished: int = 0
    doubted: int = 0
    rescans: int = 0
    by_hand: int = 0
    removed: int = 0
    tidied_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class AccountTokenRow(SQLModel, table=True):
    """The newest tokens of an account, sealed; `seed` is a digest of the setting they descend from."""

    __tablename__: ClassVar[Any] = "account_token"

    account_id: str = Field(primary_key=True)
    seed: str
    refresh_sealed: str
    access_sealed: str | None = None
    expires_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    renewed_at: dt.datetime = Field(sa_type=UtcTime)
