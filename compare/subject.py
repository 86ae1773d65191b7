"""One compared field and how it came out: every check is made here, so that all say the same alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from compare.catalogue import CATALOGUE
from models.comparison import Check, Outcome, Severity, Side
from models.reading import Field, Reason

INFO = Severity.INFO
MISREAD = frozenset(
    {Reason.CHARACTERS, Reason.REMARKED, Reason.AMBIGUOUS_VALUE, Reason.RIVAL, Reason.NOT_PARSED}
)
"""Doubts for which a sum that does not close is no fault of the document."""
UNDECIDED = "may_be_equal"
"""Why a value that differs is merely unsure: read another way, it would be equal."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is held against each other: a field of the document, and the quotation's value in words.

    `others` are further fields that the outcome rests on. `line` counts from 1, None for the header.
    `shown` is the document's value where the field itself is not what is compared.
    """

    code: str
    name: str
    field: Field | None
    quotation: str | None = None
    line: int | None = None
    item: str | None = None
    others: tuple[Field | None, ...] = ()
    shown: str | None = None

    @property
    def sure(self) -> bool:
        """Tell whether everything that the outcome rests on was read surely."""
        return all(each.sure for each in (self.field, *self.others) if each is not None)


def equal(subject: Subject) -> Check:
    """Return that both sides state the same."""
    return _check(subject, Outcome.EQUAL)


def equal_after(subject: Subject, why: str, detail: str = "") -> Check:
    """Return that both sides mean the same, and what brought them together."""
    return replace(_check(subject, Outcome.EQUAL_AFTER), why=why, detail=detail)


def confirmed(subject: Subject, why: str) -> Check:
    """Return that both sides state the same, and that the quotation itself settles what was doubtful."""
    return replace(equal_after(subject, why), document_sure=True)


def differs(
    subject: Subject, severity: Severity | None = None, why: str | None = None, detail: str = ""
) -> Check:
    """Return that the sides differ, and which explanation fits."""
    grave = CATALOGUE[subject.code].severity if severity is None else severity
    return replace(_check(subject, Outcome.DIFFERS), severity=grave, why=why, detail=detail)


def contradicts(subject: Subject) -> Check:
    """Return that the document's own numbers do not close; undecided where one may be misread."""
    fields = (subject.field, *subject.others)
    misread = any(each is not None and not each.sure and each.reason in MISREAD for each in fields)
    return differs(subject, why=UNDECIDED if misread else None)


def missing(subject: Subject, side: Side, severity: Severity = INFO, why: str | None = None) -> Check:
    """Return that one side does not state what the other does."""
    return replace(_check(subject, Outcome.MISSING), missing_from=side, severity=severity, why=why)


def unstated(subject: Subject) -> Check:
    """Return that the document does not state what the quotation may: information, or nothing."""
    if subject.quotation is None:
        return not_checked(subject, "no_data")
    return missing(subject, Side.DOCUMENT)


def not_checked(subject: Subject, why: str, severity: Severity = INFO, detail: str = "") -> Check:
    """Return why the check did not run; one that had to run is graver than information."""
    return replace(_check(subject, Outcome.NOT_CHECKED), why=why, severity=severity, detail=detail)


def unread(subject: Subject) -> Check:
    """Return that the document states the field and that it could not be read."""
    return not_checked(subject, "not_read", Severity.MAJOR)


def weighed(check: Check, severities: Mapping[str, Severity]) -> Check:
    """Return the check with the severity that the policy gives its code, where it is open at all."""
    severity = severities.get(check.code)
    is_open = check.outcome in {Outcome.DIFFERS, Outcome.MISSING} and check.severity is not INFO
    return replace(check, severity=severity) if severity is not None and is_open else check


def _check(subject: Subject, outcome: Outcome) -> Check:
    field = subject.field
    shown = subject.shown or (field.value if field is not None else None)
    return Check(
        code=subject.code,
        field=subject.name,
        outcome=outcome,
        line=subject.line,
        quote_item=subject.item,
        document=shown,
        quotation=subject.quotation,
        document_sure=subject.sure,
        evidence=field.evidence if field is not None else None,
    )
