"""What was read from a document: fields with their evidence, lines, and what is open.

A field that is `sure` is a promise: the software stands by the value without a person looking at
it. Everything else is shown with its reason and its candidates. Values are normalised strings as
`docs/interface.md` fixes them; the printed text stays beside them, untouched.
"""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace

from models.errors import ErrorCode
from models.page import Box


class Kind(enum.StrEnum):
    """What a document is, decided by its content."""

    CONTRACT = "contract"
    PURCHASE_ORDER = "purchase_order"
    FRAMEWORK_AGREEMENT = "framework_agreement"
    CHANGE_ORDER = "change_order"
    TECHNICAL_AGREEMENT = "technical_agreement"
    QUOTATION = "quotation"
    INVOICE = "invoice"
    INVOICE_LIST = "invoice_list"
    DRAWING = "drawing"
    OTHER = "other"


COMPARED_KINDS = frozenset({Kind.CONTRACT, Kind.PURCHASE_ORDER})
"""The kinds that `check` holds against a quotation."""


class Language(enum.StrEnum):
    """The language a document is written in."""

    CHINESE = "zh"
    ENGLISH = "en"
    MIXED = "mixed"


class Reason(enum.StrEnum):
    """Why a field is not sure; the words for people are in the catalogues of `review`."""

    CHARACTERS = "characters"
    """The characters themselves are in doubt (under a seal, invisible, bad encoding)."""
    REMARKED = "remarked"
    """A comment is about the value, or a pen marked it; the characters are as they are."""
    ROLE = "role"
    """The label or heading is ambiguous, or there is none."""
    OWNER = "owner"
    """A part's number, read with certainty; whether it is the seller's or the buyer's, nothing says."""
    PARTY = "party"
    """One of the two companies of the paper, read with certainty; which of them buys, nothing says."""
    RIVAL = "rival"
    """Another place of the document states another value for the same field."""
    AMBIGUOUS_VALUE = "ambiguous_value"
    """The text can be read as two values (a date in two orders, a separator in two notations)."""
    NOT_PARSED = "not_parsed"
    """A label of the field stands there, and its value could not be read."""
    ARITHMETIC = "arithmetic"
    """The numbers do not close: quantity times price, sum of lines, words against figures."""
    UNPROVEN = "unproven"
    """Nothing contradicts the value and nothing proves it."""
    COMPLETENESS = "completeness"
    """It is not proven that every line of the table was read."""
    NOT_AN_ORDER = "not_an_order"
    """The document is no order or contract; nothing in it is vouched for."""
    IMPLIED = "implied"
    """Not stated as such; it follows from something else in the document."""


class Proof(enum.StrEnum):
    """What makes a field sure."""

    STRUCTURE = "structure"
    LABEL = "label"
    COLUMN = "column"
    ARITHMETIC = "arithmetic"
    TOTAL = "total"
    WORDS_AND_FIGURES = "words_and_figures"
    TAX = "tax"
    SENTENCE = "sentence"
    LETTERHEAD = "letterhead"
    AGREEING = "agreeing"
    """Two places of the document state the same."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The spot a value was read from. `box` is in the displayed page's points, None without pages."""

    text: str
    page: int | None = None
    box: Box | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another value that the field may have, with its place."""

    value: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A value read from a document, and whether the software stands by it.

    A `value` of None means: the document seems to state this field, and it could not be read.
    `unit` is "working_days" for a lead time in working days; `anchor` what a lead time counts from.
    """

    value: str | None
    sure: bool
    evidence: Evidence
    proof: tuple[Proof, ...] = ()
    reason: Reason | None = None
    detail: str | None = None
    confidence: float = 0.5
    candidates: tuple[Candidate, ...] = ()
    unit: str | None = None
    anchor: str | None = None

    @property
    def certain(self) -> bool:
        """Tell whether the value is beyond doubt: sure, or a number of which only the owner is open."""
        return self.sure or self.reason is Reason.OWNER

    def reason_beside(self, reason: Reason) -> Reason:
        """Return the reason of a field against which another one speaks: whose a number is, is the least."""
        return reason if self.reason in {None, Reason.OWNER} else self.reason


def unread_at(spot: Evidence) -> Field:
    """Return a field that the document seems to state at a spot, and that could not be read."""
    return Field(None, sure=False, evidence=spot, reason=Reason.NOT_PARSED, confidence=0.2)


def opened(field: Field, reason: Reason) -> Field:
    """Return a field that is not sure: for the reason that it has already, else for this one."""
    return replace(field, sure=False, proof=(), reason=field.reason_beside(reason), confidence=0.5)


@dataclass(frozen=True, slots=True)
class Header:
    """The fields that stand once in a document; None where the document does not state one."""

    document_number: Field | None = None
    document_date: Field | None = None
    quotation_number: Field | None = None
    customer: Field | None = None
    currency: Field | None = None
    total_amount: Field | None = None
    tax_rate: Field | None = None
    tax_included: Field | None = None
    delivery_date: Field | None = None
    lead_time: Field | None = None
    delivery_place: Field | None = None
    payment_terms: Field | None = None
    incoterms: Field | None = None


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One ordered item; None where the document does not state a field."""

    line_number: Field | None = None
    part_number: Field | None = None
    customer_part_number: Field | None = None
    drawing_number: Field | None = None
    description: Field | None = None
    quantity: Field | None = None
    unit: Field | None = None
    unit_price: Field | None = None
    price_per: Field | None = None
    amount: Field | None = None
    delivery_date: Field | None = None
    lead_time: Field | None = None


HEADER_FIELDS = tuple(each.name for each in fields(Header))
LINE_FIELDS = tuple(each.name for each in fields(OrderLine))


def stated(part: Header | OrderLine) -> Iterator[tuple[str, Field]]:
    """Yield the name and the field of everything that is stated."""
    for each in fields(part):
        value = getattr(part, each.name)
        if value is not None:
            yield each.name, value


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence promises beside the fields of the order: `extractors/clauses`.

    `kind` is damages, warranty, liability, pay_when_paid, docs, effective, tolerance, partial, lots, seller,
    named or account; the field's value is in the notation of its kind: "0.5/W cap 5" are damages for delay.
    `line` is the line that it speaks of, from 1; None where it speaks of the whole order.
    """

    kind: str
    field: Field
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the document lacks or leaves open, with its evidence; `code` is a stable word."""

    code: str
    detail: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read.

    `buyer_tax_number` is the buyer's unified social credit code, its evidence the number itself;
    `marks` say in stable words what the paper says of itself: `extractors.paper_marks`.
    """

    kind: Kind
    language: Language
    header: Header = Header()
    lines: tuple[OrderLine, ...] = ()
    problems: tuple[Problem, ...] = ()
    kind_evidence: Evidence | None = None
    clauses: tuple[Clause, ...] = ()
    pages: tuple[int, int] | None = None
    buyer_tax_number: Evidence | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an input could not be read, and what to do about it."""

    code: ErrorCode
    message: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """One line of `extract --json`: a document and what was read from it, or why it was not.

    `part` is the innermost decoded file name, "body" for the body of a mail, None for a plain file;
    `container` the enclosing names, outermost first; `ordinal` the part's place in MIME order;
    `ignored` why a part is no document at all (only listed on request).
    """

    source: str
    sha256: str
    part: str | None = None
    container: tuple[str, ...] = ()
    ordinal: int | None = None
    also_parts: tuple[str, ...] = ()
    reading: Reading | None = None
    failure: Failure | None = None
    ignored: str | None = None
    problems: tuple[Problem, ...] = field(default=())
