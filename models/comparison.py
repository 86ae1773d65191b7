"""A document held against its quotation: checks, differences, notes and the verdict.

There are five outcomes of a check and no others. The kinds and the verdict that the `check`
command prints are derived from them in one place, `compare/verdict.py`.
"""

import enum
from dataclasses import dataclass
from decimal import Decimal

from models.reading import Evidence


class Outcome(enum.StrEnum):
    """How a compared field came out."""

    EQUAL = "equal"
    EQUAL_AFTER = "equal_after"
    DIFFERS = "differs"
    MISSING = "missing"
    NOT_CHECKED = "not_checked"


OWNER = "owner"
"""Why a number is the quoted part's although nothing says whose number it is (`Check.why`)."""


class Side(enum.StrEnum):
    """Which side lacks a value."""

    DOCUMENT = "document"
    QUOTATION = "quotation"


class Severity(enum.StrEnum):
    """What a finding means for the order: docs/comparing.md."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Check:
    """One compared field of the header (`line` None) or of a line (counted from 1).

    `code` is the check's code in the field matrix (H01 … M01). `why` is a stable word: what made
    the sides equal after all (tax basis, price unit, …), why it was not checked, or which
    explanation fits a difference. `missing_from` is set for `Outcome.MISSING` alone.
    `document_sure` tells whether the value of the document was read surely.
    """

    code: str
    field: str
    outcome: Outcome
    severity: Severity = Severity.INFO
    line: int | None = None
    quote_item: str | None = None
    document: str | None = None
    quotation: str | None = None
    why: str | None = None
    detail: str = ""
    missing_from: Side | None = None
    document_sure: bool = True
    evidence: Evidence | None = None


class MatchStatus(enum.StrEnum):
    """How a line of the document and items of the quotation belong together."""

    MATCHED = "matched"
    SPLIT = "split"
    MERGED = "merged"
    EXTRA = "extra"
    MISSING = "missing"
    SUSPECT = "suspect"


@dataclass(frozen=True, slots=True)
class LineMatch:
    """Lines of the document (from 1) and items of the quotation that belong together, and why."""

    status: MatchStatus
    lines: tuple[int, ...]
    items: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause that explains several differences: decided once, with what remains.

    `code` is a stable word (tax_basis, price_unit, discount, date_shift …), `factor` the ratio it
    found; `explains` indexes `Comparison.checks`, `residual` the largest amount left over.
    """

    code: str
    explains: tuple[int, ...]
    factor: Decimal | None = None
    residual: Decimal | None = None
    detail: str = ""


class DifferenceKind(enum.StrEnum):
    """The kinds of difference that `check --json` prints."""

    DIFFERS = "differs"
    NOT_IN_QUOTATION = "not_in_quotation"
    NOT_ORDERED = "not_ordered"
    MISSING_IN_DOCUMENT = "missing_in_document"
    UNSURE = "unsure"
    ARITHMETIC = "arithmetic"


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry of `differences` in `check --json`."""

    field: str
    kind: DifferenceKind
    line: int | None = None
    quote_item: str | None = None
    document: str | None = None
    quotation: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Anything else worth saying, with the code of the field matrix.

    `text` says it in English. `what` is a stable word for it and `values` what it says it of, so that pages
    can say the same in the reader's language; notes of older comparisons have the text alone.
    """

    code: str
    severity: Severity
    text: str
    line: int | None = None
    what: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Verdict(enum.StrEnum):
    """The outcome of a whole document."""

    MATCH = "match"
    REVIEW = "review"
    NO_QUOTATION = "no_quotation"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A document held against the quotation it was ordered from.

    `quotation_number` is None where none fits; `proposed` tells that the document does not name
    it, `candidates` which quotations would fit as well.
    """

    verdict: Verdict
    document_number: str | None = None
    quotation_number: str | None = None
    proposed: bool = False
    candidates: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    matches: tuple[LineMatch, ...] = ()
    causes: tuple[Cause, ...] = ()
    differences: tuple[Difference, ...] = ()
    notes: tuple[Note, ...] = ()
