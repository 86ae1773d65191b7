"""The orders that a mail's own text carries, and those of the mail that is forwarded in it."""

from collections.abc import Iterator, Sequence

from extractors.assemble import assemble
from extractors.mail import remarks
from extractors.mail.thread import Segment, split
from extractors.paper_marks import marked
from extractors.runs import make_run, rows_of
from models.message import Letter
from models.page import SourceDocument
from models.reading import COMPARED_KINDS, Reading


def orders(document: SourceDocument, letters: Sequence[Letter]) -> Iterator[Reading]:
    """Yield the orders in a mail's text; an order beneath the writer's own is an older one, and not sure."""
    said: tuple[Letter, ...] = ()
    own = False
    for segment in split(document):
        reading = assemble(segment.document)
        if reading.kind in COMPARED_KINDS and reading.lines:
            found = remarks.beside(remarks.in_body(segment.document, reading, letters), said)
            yield marked(segment.document, remarks.older(found) if own and segment.quoted else found)
            own = own or not segment.quoted
        elif not segment.quoted:
            said = (Letter(text=text_of(segment)),)


def text_of(segment: Segment) -> str:
    """Return the text of a mail, line by line."""
    return "\n".join(
        make_run(page, row).text for page in segment.document.pages for row in rows_of(page.words)
    )
