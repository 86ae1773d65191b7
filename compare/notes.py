"""What is worth saying beside the differences, each with the code of its check.

Every note says it in English and bears a stable word with its values, so that pages can say the same in
the reader's language (`review/note_words.py`).
"""

from collections.abc import Iterator, Sequence

from compare import clause_words, delivery, verdict
from compare.case import Case
from compare.catalogue import CATALOGUE
from models.comparison import Check, Note, Outcome, Severity, Side

NAMES = {"quotation_number": "quotation", "unit_price": "unit price", "tax_included": "tax basis"}
CLAUSES = frozenset({"H10", "H11", "H13", "L11"})
"""Checks whose sides are clauses."""
Said = tuple[str, str, tuple[tuple[str, str], ...]]
"""The stable word of a note, its text in English, and its values."""


def notes(case: Case, checks: Sequence[Check]) -> Iterator[Note]:
    """Yield the notes of a comparison: what noted checks found, and what could not be compared."""
    for check in checks:
        if check.outcome is not Outcome.EQUAL and (said := _said(check)) is not None:
            what, text, values = said
            yield Note(check.code, _severity(check), text, check.line, what, values)
    yield from delivery.notes(case)


def _severity(check: Check) -> Severity:
    return Severity.MAJOR if check.why in ASSUMED else check.severity


ASSUMED = {
    "tax_basis_not_stated": "one side does not say whether prices include tax; equal if both mean the same"
}
"""Why something equal is worth a note: it is equal only on an assumption."""


def _said(check: Check) -> Said | None:
    """Return what a note says of a check, None where the check's difference says it already."""
    if check.why in ASSUMED:
        return check.why or "", ASSUMED[check.why or ""], ()
    if CATALOGUE[check.code].noted:
        return _noted(check)
    untold = verdict.kind(check) is None and (verdict.is_open(check) or _is_newer(check))
    return _not_compared(check) if untold else None


def _is_newer(check: Check) -> bool:
    """Tell whether the document asks for something that nobody quoted, though it need not stop the order."""
    return check.missing_from is Side.QUOTATION and check.severity is Severity.MINOR


def _not_compared(check: Check) -> Said:
    words = (check.why or check.outcome.value).replace("_", " ")
    clauses = check.code in CLAUSES or check.why == "included_elsewhere"
    shown = [clause_words.in_words(each) if clauses else each for each in _sides(check)]
    reason = "; ".join(filter(None, (words, check.detail, " / ".join(shown))))
    values = (("field", check.field), ("why", check.why or ""), *_both(check))
    return "not_compared", f"{_name(check)} not compared: {reason}", values


def _sides(check: Check) -> list[str]:
    return [each for each in (check.document, check.quotation) if each]


def _both(check: Check) -> tuple[tuple[str, str], ...]:
    return ("document", check.document or ""), ("quotation", check.quotation or "")


def _noted(check: Check) -> Said | None:
    if check.outcome is Outcome.MISSING and check.severity is not Severity.INFO:
        return "not_stated", f"{_name(check)} is not stated in the document", (("field", check.field),)
    if check.why == "free_as_quoted":
        return "free_as_quoted", "the price is zero, as quoted", ()
    if check.outcome is Outcome.NOT_CHECKED and check.severity in {Severity.MINOR, *verdict.WEIGHTY}:
        return _not_compared(check)
    return _differing(check) if check.outcome is Outcome.DIFFERS else None


def _differing(check: Check) -> Said:
    if check.why in {"discount_not_quoted", "charge_not_quoted", "free_of_charge"}:
        text = f"{clause_words.in_words(check.document or '')}, which was not quoted"
        return "not_quoted", text, (("clause", check.document or ""),)
    if check.why == "zero_price":
        return "zero_price", "the price is zero", ()
    if check.why == "expired":
        text = f"the offer was valid to {check.quotation}, the document is of {check.document}"
        return "expired", text, _both(check)
    if check.why == "before_offer":
        text = f"the document is of {check.document}, the offer of {check.quotation}"
        return "before_offer", text, _both(check)
    if check.code in CLAUSES:
        return _clause(check)
    text = f"{_name(check)} {check.document}, {AGAINST.get(check.code, 'quotation')} {check.quotation}"
    return DIFFERING.get(check.code, "differs"), text, (("field", check.field), *_both(check))


AGAINST = {"H02": "ours is", "H08": "known is", "X02": "listed is"}
DIFFERING = {"H02": "not_ours", "H08": "unknown_place", "X02": "listed"}


def _clause(check: Check) -> Said:
    shown = clause_words.in_words(check.document or "")
    if check.code == "L11":
        return "lots", f"{shown}; the line orders {check.quotation}", _both(check)
    if check.quotation is None or check.why in {"no_limit", "pay_when_paid", "third_party"}:
        return "clause", shown, (("document", check.document or ""),)
    ours = clause_words.in_words(check.quotation) if check.code != "H11" else check.quotation
    return "clause_beyond", f"{shown}; ours is: {ours}", _both(check)


def _name(check: Check) -> str:
    return NAMES.get(check.field, check.field.replace("_", " "))
