"""What is worth saying beside the differences, each with the code of its check."""

from collections.abc import Iterator, Sequence

from compare import delivery, verdict
from compare.case import Case
from compare.catalogue import CATALOGUE
from models.comparison import Check, Note, Outcome, Severity

NAMES = {"quotation_number": "quotation", "unit_price": "unit price", "tax_included": "tax basis"}


def notes(case: Case, checks: Sequence[Check]) -> Iterator[Note]:
    """Yield the notes of a comparison: what noted checks found, and what could not be compared."""
    for check in checks:
        if check.outcome is not Outcome.EQUAL and (text := _text(check)) is not None:
            yield Note(check.code, _severity(check), text, check.line)
    yield from delivery.notes(case)


def _severity(check: Check) -> Severity:
    return Severity.MAJOR if check.why in ASSUMED else check.severity


ASSUMED = {
    "tax_basis_not_stated": "one side does not say whether prices include tax; equal if both mean the same"
}
"""Why something equal is worth a note: it is equal only on an assumption."""


def _text(check: Check) -> str | None:
    """Return what a note says of a check, None where the check's difference says it already."""
    if check.why in ASSUMED:
        return ASSUMED[check.why]
    if CATALOGUE[check.code].noted:
        return _noted(check)
    open_without_kind = verdict.is_open(check) and verdict.kind(check) is None
    return f"{_name(check)} not compared: {_reason(check)}" if open_without_kind else None


def _noted(check: Check) -> str | None:
    if check.outcome is Outcome.MISSING and check.severity is not Severity.INFO:
        return f"{_name(check)} is not stated in the document"
    if check.why == "free_as_quoted":
        return "the price is zero, as quoted"
    if check.outcome is not Outcome.DIFFERS:
        return None
    if check.why == "zero_price":
        return "the price is zero"
    if check.why == "expired":
        return f"the offer was valid to {check.quotation}, the document is of {check.document}"
    return f"{_name(check)} {check.document}, quotation {check.quotation}"


def _name(check: Check) -> str:
    return NAMES.get(check.field, check.field.replace("_", " "))


def _reason(check: Check) -> str:
    words = (check.why or check.outcome.value).replace("_", " ")
    sides = " / ".join(filter(None, (check.document, check.quotation)))
    return "; ".join(filter(None, (words, check.detail, sides)))
