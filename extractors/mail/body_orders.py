"""The orders that a mail's own text carries, and those of the mail that is forwarded in it."""

import re
from collections.abc import Iterator, Sequence

from extractors.assemble import assemble
from extractors.kinds.spoken_kinds import PLACING
from extractors.kinds.titles import kind_of_title
from extractors.late import late
from extractors.mail import remarks, stated_around
from extractors.mail.thread import Segment, split
from extractors.page.runs import make_run, rows_of
from extractors.paper_marks import marked
from models.message import Letter
from models.page import SourceDocument
from models.reading import COMPARED_KINDS, Reading

ENCLOSED = late(
    r"附件|附上|随附|随信|见附|attach|enclos|\banbei\b|\banlage|\banhang|beigefügt|ci-joint|adjunt|allegat",
    re.IGNORECASE,
)
"""A letter that speaks of another paper which is the order."""

NEAR = 3
"""So many mails of a thread, above and below, are looked at for what an order lacks."""


def orders(document: SourceDocument, letters: Sequence[Letter]) -> Iterator[Reading]:
    """Yield the orders in a mail's text; an order beneath the writer's own is an older one, and not sure."""
    said: tuple[Letter, ...] = ()
    own = False
    segments = split(document)
    subject = letters[-1] if letters else Letter()
    for at, segment in enumerate(segments):
        reading = assemble(segment.document)
        if not segment.quoted:
            if reading.kind not in COMPARED_KINDS:
                reading = stated_around.titled(segment.document, subject) or reading
            reading = stated_around.beside(reading, subject, segments[at + 1 :])
        elif not own and reading.kind in COMPARED_KINDS:
            # Who forwards an order may say which offer it goes back to, and so may what it answered.
            around = [*segments[max(at - NEAR, 0) : at], *segments[at + 1 : at + 1 + NEAR]]
            reading = stated_around.beside(reading, subject, around)
        if own and segment.quoted and reading.kind_evidence is None:
            continue  # items below an order that nothing calls one: the offer that it answers
        if reading.kind in COMPARED_KINDS and (reading.lines or _is_order(reading, segments[at : at + 2])):
            found = remarks.beside(remarks.in_body(segment.document, reading, letters), said)
            found = remarks.passed_on(found, said) if segment.quoted and not own else found
            yield marked(segment.document, remarks.older(found) if own and segment.quoted else found)
            own = own or not segment.quoted
        elif not segment.quoted:
            said = (Letter(text=text_of(segment)),)


def _is_order(reading: Reading, segments: Sequence[Segment]) -> bool:
    """Tell whether a text whose items were not understood is an order.

    It is one by title, number and total, or where it places an order and names its number or total. A letter
    that goes with an order speaks of it, has neither title nor total, and says where the order is; where it
    forwards another one, that says so.
    """
    if reading.kind_evidence is None:
        return False
    said = reading.kind_evidence.text
    stated = [
        field is not None and field.value is not None
        for field in (reading.header.document_number, reading.header.total_amount)
    ]
    if kind_of_title(said) is reading.kind:
        return all(stated)
    own, *forwarded = map(text_of, segments)
    number = reading.header.document_number
    named = number is not None and number.value is not None and number.value in own
    text = "\n".join([own, *([] if named else forwarded)])
    other = ENCLOSED.search(text) or remarks.ASKING.search(text)
    return any(stated) and bool(PLACING.search(said)) and not other


def text_of(segment: Segment) -> str:
    """Return the text of a mail, line by line."""
    return "\n".join(
        make_run(page, row).text for page in segment.document.pages for row in rows_of(page.words)
    )
