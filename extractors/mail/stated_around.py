"""What an order in a mail lacks and the mail around it states: its number in the subject, the offer below.

A subject stays when people answer an old mail, and an offer below may be another one: none of it is sure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.assemble import assemble
from extractors.late import late
from extractors.mail.remarks import unsure
from extractors.mail.thread import Segment
from extractors.readers import plain
from models.message import Letter
from models.page import SourceDocument
from models.reading import Evidence, Field, Header, Kind, Reading, Reason, unread_at

ANSWERING = late(r"^\W*(?:(?:re|fwd?|aw|wg|tr|sv|回复|答复|转发)\s*[:：]\s*)+", re.IGNORECASE)
DIGITS = 4
"""Fewer make no number that anybody finds an order by."""
STRANGE = frozenset({Kind.INVOICE, Kind.QUOTATION, Kind.INVOICE_LIST})


def beside(reading: Reading, letter: Letter, others: Sequence[Segment]) -> Reading:
    """Return the reading of a mail's own order with what its subject and the mails below it say besides."""
    header = reading.header
    subject = _subject(letter)
    said = assemble(subject) if subject is not None else None
    if said is not None and said.kind not in STRANGE and not _is_stated(header.document_number):
        header = replace(header, document_number=_kept(said.header.document_number) or header.document_number)
    if header.quotation_number is None:
        headers = [assemble(each.document).header for each in others] + ([said.header] if said else [])
        header = replace(header, quotation_number=_offer(headers))
    return replace(reading, header=header)


def _offer(headers: Sequence[Header]) -> Field | None:
    """Return the number of the only offer that is named around an order; open where several may be."""
    found = [each.quotation_number for each in headers if each.quotation_number is not None]
    stated = [each for each in found if _is_stated(each)]
    kept = _kept(stated[0]) if len({each.value for each in stated}) == 1 else None
    return kept or (unread_at(_spot(found[0])) if found else None)


def titled(document: SourceDocument, letter: Letter) -> Reading | None:
    """Return the reading of a text under its subject as a title, nothing of it sure.

    None where the subject names no order, or the text orders nothing.
    """
    subject = _subject(letter)
    if subject is None or assemble(subject).kind is not Kind.PURCHASE_ORDER:
        return None
    pages = (replace(page, number=at) for at, page in enumerate((*subject.pages, *document.pages), 1))
    reading = assemble(replace(document, pages=tuple(pages)))
    if reading.kind is not Kind.PURCHASE_ORDER or not reading.lines:
        return None
    lines = tuple(unsure(line, Reason.ROLE) for line in reading.lines)
    return replace(reading, header=unsure(reading.header, Reason.ROLE), lines=lines)


def _subject(letter: Letter) -> SourceDocument | None:
    text = ANSWERING.sub("", letter.subject).strip()
    return plain.read(text.encode()) if text else None


def _is_stated(field: Field | None) -> bool:
    return field is not None and field.value is not None


def _kept(field: Field | None) -> Field | None:
    """Return a number from elsewhere in the mail, not sure; None where it is too short for one."""
    if field is None or field.value is None or sum(map(str.isdigit, field.value)) < DIGITS:
        return None
    reason = Reason.ROLE if field.sure or field.reason is None else field.reason
    return replace(field, sure=False, proof=(), reason=reason, confidence=0.5, evidence=_spot(field))


def _spot(field: Field) -> Evidence:
    return Evidence(field.evidence.text)
