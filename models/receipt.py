"""What came in, and what became of it: the values of intake."""

import datetime as dt
import enum
from dataclasses import dataclass
from decimal import Decimal

from models.answering import Posting
from models.belonging import Origin
from models.comparison import Comparison, Verdict
from models.message import Envelope
from models.reading import Extraction, Reading


class MessageKind(enum.StrEnum):
    """How much of a message is kept."""

    FULL = "full"
    HEADERS_ONLY = "headers_only"


class MessageState(enum.StrEnum):
    """Where a message stands; the last two are final."""

    STORED = "stored"
    PROCESSED = "processed"
    QUARANTINED = "quarantined"


class Seen(enum.StrEnum):
    """How a message that was fetched stands to those known before."""

    NEW = "new"
    AGAIN = "again"
    BY_HAND = "by_hand"
    """It was settled and moved away, and a person put it back."""


class Outcome(enum.StrEnum):
    """What a processed message led to."""

    CASES = "cases"
    NO_ORDER = "no_order"
    QUOTATIONS = "quotations"
    """It brought an export of quotations, which was taken in."""
    EXPORTS = "exports"
    """It brought other exports of SAP, which were taken in."""
    INVOICE_LIST = "invoice_list"
    """It brought finance's weekly list, which was answered."""
    JOINED = "joined"
    """There is no order in it, and it belongs to a case that was there already."""


class Quarantine(enum.StrEnum):
    """Why a message as such cannot be handled."""

    POISON = "poison"
    """The program failed on it every time."""
    TOO_LARGE = "too_large"
    """Above the limit on its size; only its headers are kept here."""
    BLOB_CORRUPT = "blob_corrupt"
    """The kept original was changed or lost on the disk."""
    SENDER = "sender"
    """From somebody who is not allowed, or not proven; the settings want such mails put aside unread."""
    NOT_UNDERSTOOD = "not_understood"
    """An export or an invoice list from somebody who may send such, whose columns are not understood."""
    SERVER_PROTOCOL = "server_protocol"
    """The mail server does not hand it out."""


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes as they came in. `name` is the file's name, None for a mail; `size` the full size."""

    raw_sha256: str
    size: int
    kind: MessageKind = MessageKind.FULL
    name: str | None = None


@dataclass(frozen=True, slots=True)
class SightingKey:
    """A place where a message is seen: a UID of a mailbox, or a file of a watched folder."""

    account: str
    folder: str
    uidvalidity: int
    uid: str


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to speak to a mailbox, until `until` and while nobody took it with a higher fence."""

    account: str
    folder: str
    owner: str
    fence: int
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on a message. `attempts` counts this one, `note` tells how the last one failed."""

    raw_sha256: str
    kind: MessageKind
    name: str | None
    size: int
    first_seen_at: dt.datetime
    attempts: int
    owner: str
    fence: int
    until: dt.datetime
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """A document and the way it is read; the body of a mail is read otherwise than a file."""

    sha256: str
    read_as: str


@dataclass(frozen=True, slots=True)
class PartRecord:
    """One part of a message as it is kept."""

    ordinal: int
    document: DocumentKey
    size: int
    format: str
    mime_ordinal: int
    shown_name: str | None = None
    container: tuple[str, ...] = ()
    ignored: str | None = None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What was read from one document: an extraction for each order in it."""

    document: DocumentKey
    extractions: tuple[Extraction, ...]


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """A case that a message asks for. The document's key and piece are None for the message itself.

    `reading` is what was read of an order, to find out where it belongs; `unlocks` the document with a
    password that this one is the open copy of.
    """

    ordinal: int
    reasons: tuple[str, ...]
    document: DocumentKey | None = None
    piece: int | None = None
    verdict: Verdict | None = None
    clear: bool = False
    document_kind: str | None = None
    document_number: str | None = None
    quotation_number: str | None = None
    customer: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    comparison: Comparison | None = None
    snapshot: int | None = None
    reading: Reading | None = None
    origin: Origin | None = None
    unlocks: DocumentKey | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """Which program read and compared: a result is only reused by the version that made it."""

    extractor: str
    rules: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a message led to; written as a whole or not at all.

    Exactly one of `outcome` and `quarantine` is set. `tried` are the cases whose documents with a
    password were tried with what this message says; one that came in meanwhile is not among them.
    `reply_in` is the language that the sender is answered in, None where nobody is answered; `said` what
    the sender wrote, without what the mail quotes. `postings` are further mails that it asks for.
    """

    outcome: Outcome | None = None
    quarantine: Quarantine | None = None
    detail: str | None = None
    envelope: Envelope | None = None
    defects: tuple[str, ...] = ()
    parts: tuple[PartRecord, ...] = ()
    read: tuple[ReadDocument, ...] = ()
    cases: tuple[CaseDraft, ...] = ()
    origin: Origin | None = None
    password: bool = False
    tried: tuple[str, ...] = ()
    reply_in: str | None = None
    said: str = ""
    postings: tuple[Posting, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """What a committed result became: the numbers of the cases it opened and of those it joined."""

    state: MessageState
    opened: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of everything seen: `seen` is the sum of the other three, always."""

    seen: int
    processed: int
    quarantined: int
    waiting: int


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a message, for people."""

    ordinal: int
    name: str | None
    container: tuple[str, ...]
    format: str
    size: int
    doc_sha256: str
    ignored: str | None
    kinds: tuple[str, ...] = ()
    failure: str | None = None
    cases: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message in a list, for people. `why` is the outcome or the reason of its quarantine."""

    raw_sha256: str
    state: MessageState
    first_seen_at: dt.datetime
    size: int
    why: str | None = None
    detail: str | None = None
    name: str | None = None
    subject: str | None = None
    sender: str | None = None
    sent_at: dt.datetime | None = None
    sightings: int = 0


@dataclass(frozen=True, slots=True)
class MessageDetail:
    """A message with its parts."""

    line: MessageLine
    parts: tuple[PartLine, ...]
