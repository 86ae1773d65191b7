"""What becomes of a message: pure decisions on what was read from its parts.

The reasons why a case needs a person are stable words; the pages have their wording:

* `no_order`: no part of the mail is an order;
* `unreadable:<code>`: a part could not be read, with the code of `models.errors.ErrorCode`;
* `not_compared:<kind>`: a document for the order desk that is not held against a quotation;
* `no_quotation`: no quotation fits;
* `<kind of difference>:<field>`, as `differs:unit_price` or `unsure:delivery_date`;
* `note:<code>`: a note of the field matrix that weighs enough;
* `not_proven`: nothing differs, and the match is not certain.
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from flows.context import Compared
from models.comparison import Comparison, DifferenceKind, Severity, Verdict
from models.reading import COMPARED_KINDS, Extraction, Field, Kind, Reading
from models.receipt import CaseDraft, DocumentKey, Outcome

MESSAGE_ITSELF = -1
"""The ordinal that stands for the message and not for one of its parts."""
HANDLED_KINDS = COMPARED_KINDS | {Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT}
"""What the order desk has to act on; other documents are kept and listed with their message."""
WEIGHTY = frozenset({Severity.BLOCKER, Severity.MAJOR})


def needs_comparing(extraction: Extraction) -> bool:
    """Tell whether the extraction is of a kind that is held against a quotation."""
    return extraction.reading is not None and extraction.reading.kind in COMPARED_KINDS


def draft(
    ordinal: int, document: DocumentKey, piece: int, extraction: Extraction, compared: Compared | None
) -> CaseDraft | None:
    """Return the case that a document asks for; None if it asks for none."""
    if extraction.failure is not None:
        reasons = (f"unreadable:{extraction.failure.code.value}",)
        return CaseDraft(ordinal, reasons, document, piece, Verdict.UNREADABLE)
    reading = extraction.reading
    if reading is None or reading.kind not in HANDLED_KINDS:
        return None
    if compared is None:
        return _described(
            CaseDraft(ordinal, (f"not_compared:{reading.kind.value}",), document, piece), reading
        )
    comparison = compared.comparison
    plain = CaseDraft(
        ordinal,
        tuple(why(comparison)),
        document,
        piece,
        comparison.verdict,
        clear=comparison.verdict is Verdict.MATCH,
        quotation_number=comparison.quotation_number,
        comparison=comparison,
        snapshot=compared.snapshot,
    )
    return _described(plain, reading)


def finished(drafts: tuple[CaseDraft, ...]) -> tuple[Outcome, tuple[CaseDraft, ...]]:
    """Return what a message led to; a message without any case makes one itself, so that it is seen."""
    if drafts:
        return Outcome.CASES, drafts
    return Outcome.NO_ORDER, (CaseDraft(MESSAGE_ITSELF, ("no_order",)),)


def why(comparison: Comparison) -> Iterator[str]:
    """Yield the reasons why a compared document needs a person, each once; none for a match."""
    if comparison.verdict is Verdict.MATCH:
        return
    found = ["no_quotation"] if comparison.verdict is Verdict.NO_QUOTATION else []
    # What only the quotation states is information; where it is needed, a note says so.
    telling = (each for each in comparison.differences if each.kind is not DifferenceKind.MISSING_IN_DOCUMENT)
    found += [f"{each.kind.value}:{each.field}" for each in telling]
    found += [f"note:{each.code}" for each in comparison.notes if each.severity in WEIGHTY]
    yield from dict.fromkeys(found or ["not_proven"])


def _described(plain: CaseDraft, reading: Reading) -> CaseDraft:
    header = reading.header
    return CaseDraft(
        plain.ordinal,
        plain.reasons,
        plain.document,
        plain.piece,
        plain.verdict or Verdict.REVIEW,
        plain.clear,
        document_kind=reading.kind.value,
        document_number=_value(header.document_number),
        quotation_number=plain.quotation_number or _value(header.quotation_number),
        customer=_value(header.customer),
        amount=_amount(header.total_amount),
        currency=_value(header.currency),
        comparison=plain.comparison,
        snapshot=plain.snapshot,
    )


def _value(field: Field | None) -> str | None:
    return field.value if field else None


def _amount(field: Field | None) -> Decimal | None:
    text = _value(field)
    try:
        amount = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return amount if amount is not None and amount.is_finite() else None
