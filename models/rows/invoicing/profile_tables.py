"""The tables of customers' invoice profiles, of proposed rules, and of notices that go out alone."""

import datetime as dt
from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from models.columns import Printed, UtcTime


class InvoiceProfileRow(SQLModel, table=True):
    """A version of how a customer is invoiced, from 1; the newest counts. Only ever added to."""

    __tablename__: ClassVar[Any] = "invoice_profile"

    customer_number: str = Field(primary_key=True, sa_type=Printed)
    version: int = Field(primary_key=True)
    profile_json: str = Field(sa_type=Printed)
    put_by: str = Field(sa_type=Printed)
    put_at: dt.datetime = Field(sa_type=UtcTime)
    why: str = Field(default="", sa_type=Printed)


class ProfileProposalRow(SQLModel, table=True):
    """A rule that a person's change of a row suggests; only ever added to."""

    __tablename__: ClassVar[Any] = "profile_proposal"

    id: int | None = Field(default=None, primary_key=True)
    customer_number: str = Field(index=True, sa_type=Printed)
    changes_json: str = Field(sa_type=Printed)
    list_number: int = Field(foreign_key="invoice_list.number")
    position: int
    why: str = Field(sa_type=Printed)
    proposed_by: str = Field(sa_type=Printed)
    proposed_at: dt.datetime = Field(sa_type=UtcTime)


class ProposalSettledRow(SQLModel, table=True):
    """What became of a proposed rule: accepted or not, by whom and when."""

    __tablename__: ClassVar[Any] = "profile_proposal_settled"

    proposal_id: int = Field(primary_key=True, foreign_key="profile_proposal.id")
    accepted: bool
    settled_by: str = Field(sa_type=Printed)
    settled_at: dt.datetime = Field(sa_type=UtcTime)


class NoticeSwitchRow(SQLModel, table=True):
    """Whether notices of a kind go out by themselves; the newest row of a kind counts."""

    __tablename__: ClassVar[Any] = "notice_switch"

    id: int | None = Field(default=None, primary_key=True)
    code: str
    teller: str
    automatic: bool
    switched_by: str = Field(sa_type=Printed)
    switched_at: dt.datetime = Field(sa_type=UtcTime)
