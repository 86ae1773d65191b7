"""The tables of how messages and cases belong together."""

import datetime as dt
from typing import Any, ClassVar

from sqlmodel import Field, SQLModel

from models.columns import Printed, UtcTime

SHA256 = 64


class CaseOriginRow(SQLModel, table=True):
    """Where a case comes from: who sent it, who orders, and the keys it is found by again.

    `sent_at` orders the versions of one order. The keys are empty where there is nothing to go by.
    """

    __tablename__: ClassVar[Any] = "case_origin"

    case_number: int = Field(primary_key=True, foreign_key="review_case.number")
    owner_name: str | None = Field(default=None, sa_type=Printed)
    owner_address: str | None = Field(default=None, index=True, sa_type=Printed)
    origin_json: str = "{}"
    writer: str = Field(default="", index=True, sa_type=Printed)
    sent_at: dt.datetime = Field(sa_type=UtcTime)
    number_key: str = Field(default="", index=True, sa_type=Printed)
    lines_sha256: str = Field(default="", index=True, max_length=SHA256)


class CaseRelationRow(SQLModel, table=True):
    """How a case stands to an earlier one; `detail_json` is the `Related` value with its difference."""

    __tablename__: ClassVar[Any] = "case_relation"

    case_number: int = Field(primary_key=True, foreign_key="review_case.number")
    other_number: int = Field(primary_key=True, foreign_key="review_case.number", index=True)
    relation: str = Field(primary_key=True)
    reason: str
    detail_json: str
    decided_at: dt.datetime = Field(sa_type=UtcTime)


class JoinClueRow(SQLModel, table=True):
    """What told that a message belongs to a case, and the text that says so."""

    __tablename__: ClassVar[Any] = "join_clue"

    case_number: int = Field(primary_key=True, foreign_key="review_case.number")
    raw_sha256: str = Field(primary_key=True, foreign_key="message.raw_sha256", max_length=SHA256)
    clue: str
    evidence: str = Field(default="", sa_type=Printed)


class ThreadReferenceRow(SQLModel, table=True):
    """A mail that a message answers or names in its References."""

    __tablename__: ClassVar[Any] = "thread_reference"

    raw_sha256: str = Field(primary_key=True, foreign_key="message.raw_sha256", max_length=SHA256)
    message_id: str = Field(primary_key=True, index=True, sa_type=Printed)
    direct: bool = False


class UnlockedRow(SQLModel, table=True):
    """A document that had a password, and the case of its copy without one; no password is ever kept."""

    __tablename__: ClassVar[Any] = "unlocked_document"

    doc_sha256: str = Field(primary_key=True, foreign_key="document.doc_sha256", max_length=SHA256)
    case_number: int = Field(foreign_key="review_case.number")
    raw_sha256: str = Field(foreign_key="message.raw_sha256", max_length=SHA256)
    opened_at: dt.datetime = Field(sa_type=UtcTime)
