"""Cases, as people see them: what must be decided, and everything to decide it with."""

import datetime as dt
import enum
from dataclasses import dataclass
from decimal import Decimal

from models.comparison import Comparison, Verdict
from models.quotation import Quotation
from models.reading import Extraction
from models.receipt import MessageLine, Versions


class CaseState(enum.StrEnum):
    """Where a case stands. A `clear` case needs no person; it is listed all the same."""

    OPEN = "open"
    CLEAR = "clear"


class Role(enum.StrEnum):
    """How a message belongs to a case."""

    FIRST = "first"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case in a list.

    `reasons` say in stable words why it needs a person (`flows.outcome` lists them). `amount` is
    what the document is about, its total in `currency`; `sender` and `subject` are those of the mail
    that brought it first, `messages` how many brought it.
    """

    number: int
    state: CaseState
    opened_at: dt.datetime
    reasons: tuple[str, ...]
    verdict: Verdict | None = None
    document_kind: str | None = None
    document_number: str | None = None
    quotation_number: str | None = None
    customer: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    part: str | None = None
    sender: str | None = None
    subject: str | None = None
    messages: int = 1


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """The document of a case: its bytes are in the archive under `sha256`."""

    sha256: str
    format: str
    name: str | None
    container: tuple[str, ...]
    piece: int


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """A message of a case, and how it belongs to it."""

    role: Role
    joined_at: dt.datetime
    message: MessageLine


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An import of quotations."""

    number: int
    taken_at: dt.datetime
    name: str
    source_sha256: str
    quotations: int
    items: int


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything about a case. `quotation` is the one of the snapshot it was compared with."""

    summary: CaseSummary
    messages: tuple[CaseMessage, ...]
    versions: Versions
    document: CaseDocument | None = None
    extraction: Extraction | None = None
    comparison: Comparison | None = None
    quotation: Quotation | None = None
    snapshot: Snapshot | None = None
