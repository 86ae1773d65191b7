"""How messages, cases and versions of an order belong together, and what told so."""

import enum
from dataclasses import dataclass

from models.message import Address
from models.reading import Evidence


class CustomerClue(enum.StrEnum):
    """What told who the customer is, the weightiest first."""

    TAX_NUMBER = "tax_number"
    """The buyer's unified social credit code (GB 32100) in the document, and the name beside it."""
    BUYER = "buyer"
    """The document names its buyer."""
    LETTERHEAD = "letterhead"
    """The document is written on the buyer's own paper."""
    INNER_SENDER = "inner_sender"
    """Who wrote the mail that was forwarded."""
    SENDER = "sender"
    """The mail comes from outside the house: whoever sent it buys."""


@dataclass(frozen=True, slots=True)
class Customer:
    """Who orders, and the clue that decided, with its place in the document or the mail.

    `sure` tells that the name was read surely; `tax_number` is the buyer's, where the document has it.
    `known_from` is the earlier case that says which company the writer's address belongs to.
    """

    name: str
    clue: CustomerClue
    evidence: Evidence
    sure: bool = False
    tax_number: str | None = None
    known_from: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a case comes from: `owner` is the house's own person who sent the mail, never the customer.

    `customer` is None where nothing tells who orders. `writer` is whose address the customer's person
    writes from: the domain, or the whole address where the domain is anybody's. `marks` are stable words
    for what the mail or the document says of itself: `signed`, `part_order`.
    """

    owner: Address | None = None
    customer: Customer | None = None
    marks: tuple[str, ...] = ()
    writer: str = ""


class Clue(enum.StrEnum):
    """What told that a message belongs to a case, the weightiest first."""

    ANSWERS_US = "answers_us"
    """It answers a mail of ours about the case."""
    REPLY = "reply"
    """It answers a mail of the case, by In-Reply-To."""
    REFERENCE = "reference"
    """It names a mail of the case in its References, or is named by one."""
    CASE_NUMBER = "case_number"
    """Its subject holds the case's number, as our own mails write it: [CC-12]."""
    SAME_FILE = "same_file"
    """It brings the very same file."""
    SAME_ORDER = "same_order"
    """It brings a file that says the same: customer, number and every compared field."""
    SAME_THREAD = "same_thread"
    """It answers the same earlier mail as a mail of the case."""
    PASSWORD = "password"  # noqa: S105 - the word for it
    """It holds the password of the case's document."""


class Relation(enum.StrEnum):
    """How a case stands to an earlier one."""

    NEW_VERSION = "new_version"
    """The same customer's order with the same number, changed."""
    POSSIBLE_VERSION = "possible_version"
    """It may be one: the number is the same, and something else is not certain."""
    CHANGE = "change"
    """A change order or a supplement to it."""
    PART_ORDER = "part_order"
    """It orders a part of it, and says so."""
    OTHER_CUSTOMER = "other_customer"
    """Another customer's order with the same number."""
    SAME_LINES = "same_lines"
    """Another number, and the same lines and amounts within a fortnight."""
    SAME_MAIL = "same_mail"
    """The same mail brings both, and they differ."""
    SAME_THREAD = "same_thread"
    """It came in the same exchange of mails."""
    NAMES_NUMBER = "names_number"
    """Its subject or its file's name holds the other's number: a scan of it, or a question about it."""
    SAME_MESSAGE_ID = "same_message_id"
    """Its mail bears the Message-ID of the other's mail and holds other documents: one was changed."""
    OLD_VERSION = "old_version"
    """An earlier version of this case came again after it."""


class LineStatus(enum.StrEnum):
    """What became of a line from one version to the next."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of which two versions state different values; None where one does not state it."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line of the new version (`line`, from 1) and the one it was before (`was`)."""

    status: LineStatus
    line: int | None = None
    was: int | None = None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """What differs between two versions; `lines` lists every line of both, the unchanged ones too."""

    header: tuple[FieldChange, ...] = ()
    lines: tuple[LineChange, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not self.header and all(each.status is LineStatus.UNCHANGED for each in self.lines)

    @property
    def open_lines(self) -> tuple[int, ...]:
        """The lines of the new version that are not as they were."""
        return tuple(
            each.line
            for each in self.lines
            if each.line is not None and each.status is not LineStatus.UNCHANGED
        )


@dataclass(frozen=True, slots=True)
class Related:
    """Another case that a case has to do with: how, and the reason in a stable word.

    `carried` are the checks of the case (by index in its comparison) that came out the same for the
    same values in the other one. `later` tells that it is the other case that refers to this one.
    """

    number: int
    relation: Relation
    reason: str
    diff: VersionDiff | None = None
    carried: tuple[int, ...] = ()
    later: bool = False
