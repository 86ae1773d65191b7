"""What becomes of a message: pure decisions on what was read from its parts."""

from decimal import Decimal, InvalidOperation

from desk.case_reasons import why
from flows.context import Compared
from models.comparison import Verdict
from models.reading import COMPARED_KINDS, Extraction, Field, Kind, Reading
from models.receipt import CaseDraft, DocumentKey, Outcome

MESSAGE_ITSELF = -1
"""The ordinal that stands for the message and not for one of its parts."""
NOT_AN_ORDER = "not_an_order"
"""The reason of a case whose document could be read in the end, and is no order."""
HANDLED_KINDS = COMPARED_KINDS | {Kind.CHANGE_ORDER, Kind.FRAMEWORK_AGREEMENT}
"""What the order desk has to act on; other documents are kept and listed with their message."""


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


def finished(
    drafts: tuple[CaseDraft, ...], brought: Outcome | None = None
) -> tuple[Outcome, tuple[CaseDraft, ...]]:
    """Return what a message led to; a message without any case makes one itself, so that it is seen.

    One that brought tables which were taken in or answered needs none.
    """
    if drafts:
        return Outcome.CASES, drafts
    if brought is not None:
        return brought, ()
    return Outcome.NO_ORDER, (CaseDraft(MESSAGE_ITSELF, ("no_order",)),)


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
        reading=reading,
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
