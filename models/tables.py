"""The tables. Rows never leave the storing modules of `models`; what they return are values.

A message is keyed by the SHA-256 of its bytes, a document by that of its own; both are found again
whatever mail or folder brings them. Everything a message leads to is written in one transaction
together with its state, so a row never speaks of something that was not kept.
"""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from models.columns import Exact, Printed, UtcTime
from models.rows.cases.thread_tables import CaseOriginRow
from models.rows.inbox.mailbox_tables import AccountTokenRow, MailboxStateRow
from models.rows.post.outbox_tables import OutboxRow
from models.rows.quotations.quotation_tables import QuotationSnapshotRow

SHA256 = 64
FURTHER = (AccountTokenRow, MailboxStateRow, CaseOriginRow, OutboxRow)
"""Tables of modules of their own; named here, all tables are known wherever one is."""

# SQLite compares booleans as 0 and 1, PostgreSQL as booleans; both know these forms.
_QUARANTINED_HAS_REASON = "(state = 'quarantined') = (reason_code IS NOT NULL)"
_PROCESSED_HAS_OUTCOME = "(state = 'processed') = (outcome_code IS NOT NULL)"


class MessageRow(SQLModel, table=True):
    """One received mail or file, by its exact bytes."""

    __tablename__: ClassVar[Any] = "message"
    __table_args__ = (
        CheckConstraint("kind IN ('full', 'headers_only')", name="message_kind"),
        CheckConstraint("state IN ('stored', 'processed', 'quarantined')", name="message_state"),
        CheckConstraint(_QUARANTINED_HAS_REASON, name="message_quarantined_has_reason"),
        CheckConstraint(_PROCESSED_HAS_OUTCOME, name="message_processed_has_outcome"),
        Index("message_waiting", "state", "lease_until"),
        Index("message_first_seen", "first_seen_at"),
    )

    raw_sha256: str = Field(primary_key=True, max_length=SHA256)
    kind: str
    name: str | None = Field(default=None, sa_type=Printed)
    size: int = Field(sa_type=BigInteger)
    first_seen_at: dt.datetime = Field(sa_type=UtcTime)
    state: str
    settled_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    outcome_code: str | None = None
    reason_code: str | None = None
    reason_detail: str | None = Field(default=None, sa_type=Printed)
    attempts: int = 0
    lease_until: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    lease_by: str | None = None
    lease_fence: int = 0


class SightingRow(SQLModel, table=True):
    """A place where a message was seen: a UID of a mailbox, or a file of a watched folder.

    A sighting without message is one that could not be fetched yet; `closed_reason` ends the tries.
    """

    __tablename__: ClassVar[Any] = "sighting"
    __table_args__ = (
        CheckConstraint("raw_sha256 IS NOT NULL OR fetch_failures > 0", name="sighting_has_message"),
        Index("sighting_message", "raw_sha256"),
        Index("sighting_open", "account_id", "folder", "acked_at"),
    )

    account_id: str = Field(primary_key=True)
    folder: str = Field(primary_key=True)
    uidvalidity: int = Field(primary_key=True, sa_type=BigInteger)
    uid: str = Field(primary_key=True)
    raw_sha256: str | None = Field(default=None, foreign_key="message.raw_sha256", max_length=SHA256)
    seen_at: dt.datetime = Field(sa_type=UtcTime)
    acked_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    acked_as: str | None = None
    fetch_failures: int = 0
    closed_reason: str | None = None


class EnvelopeRow(SQLModel, table=True):
    """The headers of a mail that people and threads need. The Message-ID is no key: anyone sets it."""

    __tablename__: ClassVar[Any] = "envelope"

    raw_sha256: str = Field(primary_key=True, foreign_key="message.raw_sha256", max_length=SHA256)
    message_id: str | None = Field(default=None, index=True, sa_type=Printed)
    subject: str = Field(default="", sa_type=Printed)
    sender_name: str | None = Field(default=None, sa_type=Printed)
    sender_address: str | None = Field(default=None, index=True, sa_type=Printed)
    recipients_json: str = "[]"
    sent_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    in_reply_to: str | None = Field(default=None, index=True, sa_type=Printed)
    references_json: str = "[]"
    automatic: bool = False
    defects_json: str = "[]"


class DocumentRow(SQLModel, table=True):
    """The content of a part, however many messages brought it."""

    __tablename__: ClassVar[Any] = "document"

    doc_sha256: str = Field(primary_key=True, max_length=SHA256)
    size: int = Field(sa_type=BigInteger)
    magic_type: str


class PartRow(SQLModel, table=True):
    """One part of a message: a document, or something ignored with its reason."""

    __tablename__: ClassVar[Any] = "part"

    raw_sha256: str = Field(primary_key=True, foreign_key="message.raw_sha256", max_length=SHA256)
    ordinal: int = Field(primary_key=True)
    doc_sha256: str = Field(foreign_key="document.doc_sha256", index=True, max_length=SHA256)
    read_as: str
    shown_name: str | None = Field(default=None, sa_type=Printed)
    container_json: str = "[]"
    mime_ordinal: int
    ignored: str | None = None


class ExtractionRow(SQLModel, table=True):
    """What one version of the extractor read from a document; `result_json` lists its orders."""

    __tablename__: ClassVar[Any] = "extraction"
    __table_args__ = (CheckConstraint("status IN ('read', 'failed')", name="extraction_status"),)

    doc_sha256: str = Field(primary_key=True, foreign_key="document.doc_sha256", max_length=SHA256)
    read_as: str = Field(primary_key=True)
    extractor_version: str = Field(primary_key=True)
    status: str
    read_at: dt.datetime = Field(sa_type=UtcTime)
    result_json: str


class CaseRow(SQLModel, table=True):
    """Something a person may have to decide: an order, an unreadable document, a mail without order."""

    __tablename__: ClassVar[Any] = "review_case"
    __table_args__ = (
        CheckConstraint("kind IN ('document', 'message')", name="review_case_kind"),
        CheckConstraint("(kind = 'document') = (doc_sha256 IS NOT NULL)", name="review_case_has_document"),
        UniqueConstraint("doc_sha256", "read_as", "piece", name="review_case_document"),
        Index(
            "review_case_message",
            "raw_sha256",
            unique=True,
            sqlite_where=text("kind = 'message'"),
            postgresql_where=text("kind = 'message'"),
        ),
        Index("review_case_queue", "state", "number"),
        Index("review_case_document_number", "document_number"),
        Index("review_case_quotation_number", "quotation_number"),
        Index("review_case_basis", "state", "checked_snapshot_id", "snapshot_id", "verdict"),
    )

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    kind: str
    raw_sha256: str = Field(foreign_key="message.raw_sha256", max_length=SHA256)
    doc_sha256: str | None = Field(default=None, foreign_key="document.doc_sha256", max_length=SHA256)
    read_as: str | None = None
    piece: int | None = None
    opened_at: dt.datetime = Field(sa_type=UtcTime)
    state: str
    verdict: str | None = None
    reasons_json: str = "[]"
    amount: Decimal | None = Field(default=None, sa_type=Exact)
    currency: str | None = Field(default=None, sa_type=Printed)
    customer: str | None = Field(default=None, sa_type=Printed)
    document_kind: str | None = None
    document_number: str | None = Field(default=None, sa_type=Printed)
    quotation_number: str | None = Field(default=None, sa_type=Printed)
    comparison_json: str | None = None
    snapshot_id: int | None = Field(default=None, foreign_key=f"{QuotationSnapshotRow.__tablename__}.id")
    extractor_version: str
    rule_version: str
    compared_at: dt.datetime | None = Field(default=None, sa_type=UtcTime)
    checked_snapshot_id: int | None = Field(
        default=None, foreign_key=f"{QuotationSnapshotRow.__tablename__}.id"
    )


class CaseMessageRow(SQLModel, table=True):
    """A message that belongs to a case, and how: `first` opened it, `duplicate` brought it again."""

    __tablename__: ClassVar[Any] = "case_message"
    __table_args__ = (Index("case_message_message", "raw_sha256"),)

    case_number: int = Field(primary_key=True, foreign_key="review_case.number")
    raw_sha256: str = Field(primary_key=True, foreign_key="message.raw_sha256", max_length=SHA256)
    ordinal: int = Field(primary_key=True)
    role: str
    joined_at: dt.datetime = Field(sa_type=UtcTime)


class FindingRow(SQLModel, table=True):
    """One thing about a case that is to be decided, in one comparison with one quotation.

    The empty text and 0 stand for "none" in the key, since NULLs never collide in a unique key.
    `occurrence` counts findings that are alike in all else, so that none is swallowed.
    """

    __tablename__: ClassVar[Any] = "finding"
    __table_args__ = (
        UniqueConstraint(
            "doc_sha256",
            "read_as",
            "piece",
            "quotation_number",
            "snapshot_id",
            "line",
            "quote_item",
            "field",
            "code",
            "occurrence",
            "rule_version",
            name="finding_once",
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    case_number: int = Field(foreign_key="review_case.number", index=True)
    doc_sha256: str = Field(foreign_key="document.doc_sha256", max_length=SHA256)
    read_as: str
    piece: int
    quotation_number: str = Field(default="", sa_type=Printed)
    snapshot_id: int = 0
    line: int = 0
    quote_item: str = Field(default="", sa_type=Printed)
    field: str = ""
    code: str
    occurrence: int = 0
    rule_version: str
    outcome: str
    severity: str
    document_sure: bool
    detail_json: str


class MailboxLeaseRow(SQLModel, table=True):
    """Who may speak to a mailbox or move files of a folder: one at a time, for a limited time."""

    __tablename__: ClassVar[Any] = "mailbox_lease"

    account_id: str = Field(primary_key=True)
    folder: str = Field(primary_key=True)
    owner: str | None = None
    fence: int = 0
    until: dt.datetime | None = Field(default=None, sa_type=UtcTime)


class CounterRow(SQLModel, table=True):
    """The last number given out of a sequence that must not have gaps."""

    __tablename__: ClassVar[Any] = "counter"

    name: str = Field(primary_key=True)
    value: int


class AuditRow(SQLModel, table=True):
    """What was done, in order; each row is chained to the one before it by its hash."""

    __tablename__: ClassVar[Any] = "audit"

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    prev_hash: str = Field(max_length=SHA256)
    hash: str = Field(unique=True, max_length=SHA256)
    at_utc: dt.datetime = Field(sa_type=UtcTime)
    actor: str = Field(sa_type=Printed)
    action: str
    about: str = Field(sa_type=Printed)
    detail: str = Field(sa_type=Printed)
