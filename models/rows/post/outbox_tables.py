"""The tables of mails to be sent, and of questions that wait for an answer."""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from models.columns import Printed, UtcTime

SHA256 = 64


class QuestionRow(SQLModel, table=True):
    """A question that somebody of the house was asked about a case; line 0 stands for the header."""

    __tablename__: ClassVar[Any] = "question"
    __table_args__ = (
        CheckConstraint("state IN ('open', 'answered', 'settled')", name="question_state"),
        Index("question_waiting", "state"),
    )

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    case_number: int = Field(foreign_key="review_case.number", index=True)
    line: int = 0
    field: str = ""
    role: str
    recipient: str = Field(sa_type=Printed)
    lang: str
    text: str = Field(sa_type=Printed)
    state: str
    asked_at: dt.datetime = Field(sa_type=UtcTime)
    told_at: dt.datetime = Field(sa_type=UtcTime)
    reminders: int = 0
    settled_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class QuestionAnswerRow(SQLModel, table=True):
    """A mail that answers a question, with what is new in its text; it decides nothing."""

    __tablename__: ClassVar[Any] = "question_answer"

    question_id: int = Field(primary_key=True, foreign_key="question.id")
    raw_sha256: str = Field(primary_key=True, foreign_key="message.raw_sha256", max_length=SHA256)
    sender: str = Field(sa_type=Printed)
    text: str = Field(sa_type=Printed)
    automatic: bool = False
    received_at: dt.datetime = Field(sa_type=UtcTime)


class OutboxRow(SQLModel, table=True):
    """A mail of ours, from the event that asks for it to its delivery; the same event has one row only.

    `raw_sha256` is the mail that it answers, `thread` what that mail's thread is told by. `subject` and
    `text` are what was sent last, or what a person wrote to be sent.
    """

    __tablename__: ClassVar[Any] = "outbox"
    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'failed', 'held', 'discarded')", name="outbox_state"
        ),
        Index("outbox_due", "state", "next_at"),
        Index("outbox_recipient", "recipient", "created_at"),
    )

    dedupe_key: str = Field(primary_key=True)
    message_id: str = Field(unique=True)
    kind: str
    state: str
    recipient: str = Field(sa_type=Printed)
    lang: str
    raw_sha256: str | None = Field(default=None, foreign_key="message.raw_sha256", max_length=SHA256)
    thread: str = Field(default="", sa_type=Printed)
    question_id: int | None = Field(default=None, foreign_key="question.id")
    subject: str = Field(default="", sa_type=Printed)
    text: str = Field(default="", sa_type=Printed)
    reason: str | None = None
    detail: str | None = Field(default=None, sa_type=Printed)
    released: bool = False
    attempts: int = 0
    duplicates: int = 0
    created_at: dt.datetime = Field(sa_type=UtcTime)
    next_at: dt.datetime = Field(sa_type=UtcTime)
    lease_until: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    lease_by: str | None = None
    lease_fence: int = 0
    sent_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class OutboxCaseRow(SQLModel, table=True):
    """A case that a mail of ours speaks of."""

    __tablename__: ClassVar[Any] = "outbox_case"

    dedupe_key: str = Field(primary_key=True, foreign_key="outbox.dedupe_key")
    case_number: int = Field(primary_key=True, foreign_key="review_case.number", index=True)
