"""Cases, as people see them: what must be decided, and everything to decide it with."""

import datetime as dt
import enum
from dataclasses import dataclass
from decimal import Decimal

from models.basis_change import Changed
from models.belonging import Clue, Origin, Related
from models.comparison import Comparison, Verdict
from models.message import Address
from models.quotation import Quotation
from models.reading import Extraction
from models.receipt import MessageLine, Versions


class CaseState(enum.StrEnum):
    """Where a case stands. A `clear` case needs no person; it is listed all the same."""

    OPEN = "open"
    CLEAR = "clear"
    SUPERSEDED = "superseded"
    """Another case has taken its place: a newer version, or the order that a mail belongs to."""


class Role(enum.StrEnum):
    """How a message belongs to a case."""

    FIRST = "first"
    DUPLICATE = "duplicate"
    """It brought the same file again."""
    SAME_ORDER = "same_order"
    """It brought the same order in another file."""
    SIGNED_COPY = "signed_copy"
    """It brought the same order, signed."""
    ATTACHMENT = "attachment"
    """It brought a document that belongs to the order: a drawing, a technical agreement."""
    PASSWORD = "password"  # noqa: S105 - the word for it
    """It brought the password of the document."""
    REPLY = "reply"
    """It is a later mail of the same exchange."""


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case in a list.

    `reasons` say in stable words why it needs a person (`desk.case_reasons` lists them). `amount` is
    what the document is about, its total in `currency`; `sender` and `subject` are those of the mail
    that brought it first, `messages` how many brought it. `owner` is the house's own person who sent it.
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
    owner: Address | None = None


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
    """A message of a case, how it belongs to it, and what told so; `clue` is None for the first one."""

    role: Role
    joined_at: dt.datetime
    message: MessageLine
    clue: Clue | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An import of quotations; `materials` is the export of customers' numbers that completed them."""

    number: int
    taken_at: dt.datetime
    name: str
    source_sha256: str
    quotations: int
    items: int
    materials: int | None = None


@dataclass(frozen=True, slots=True)
class BasisChange:
    """A comparison that was made again: with which snapshots, how it came out, and what changed.

    `before` is None where there were no quotations at all; `verdict` is None where comparing again failed.
    """

    before: Snapshot | None
    after: Snapshot
    changed_at: dt.datetime
    was: Verdict | None
    verdict: Verdict | None
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """Everything about a case. `quotation` is the one of the snapshot it was compared with.

    `related` are the cases it has to do with, those first that it refers to itself; `compared_at` tells
    when it was held against the quotation, `basis` what newer quotations changed, the newest first.
    """

    summary: CaseSummary
    messages: tuple[CaseMessage, ...]
    versions: Versions
    document: CaseDocument | None = None
    extraction: Extraction | None = None
    comparison: Comparison | None = None
    quotation: Quotation | None = None
    snapshot: Snapshot | None = None
    origin: Origin | None = None
    related: tuple[Related, ...] = ()
    basis: tuple[BasisChange, ...] = ()
    compared_at: dt.datetime | None = None

    @property
    def carried(self) -> frozenset[int]:
        """The checks (by index in the comparison) that came out as in the version before: not open again."""
        return frozenset(index for each in self.related if not each.later for index in each.carried)
