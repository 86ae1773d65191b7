"""The whole job on one screen: open, read, assemble, match, compare.

No database, no Prefect, no clock: the command line, the flows and the tests all run this.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from compare.book import QuotationBook
from compare.compare import compare as hold_against
from extractors.mail import body_orders, remarks
from extractors.message import open_file
from extractors.paper_marks import marked
from extractors.structured import besides
from extractors.structured.documents import readings
from models.comparison import Comparison, Verdict
from models.errors import Unreadable
from models.message import Letter, Part
from models.page import FileFormat, SourceDocument
from models.policy import Policy
from models.reading import COMPARED_KINDS, Extraction, Failure, Reading

Read = Callable[[bytes, FileFormat], SourceDocument]
"""Reads a file's bytes into pages of words; raises `Unreadable`."""

BODY = "body"
NO_ORDER = "mail text without an order"


def extract(data: bytes, source: str, read: Read, name: str | None = None) -> tuple[Extraction, ...]:
    """Return what every part of an input says, in MIME order; nothing in it is left out."""
    return tuple(found for part in open_file(data, name).parts for found in read_part(part, source, read))


def read_part(part: Part, source: str, read: Read) -> tuple[Extraction, ...]:
    """Read one part: usually one extraction; a mail's body or a file of data gives one for each order."""
    named = Extraction(source, part.sha256, part=part.name, container=part.container, ordinal=part.ordinal)
    if part.ignored is not None or part.failure is not None:
        return (replace(named, ignored=part.ignored, failure=part.failure),)
    try:
        document = read(part.content, part.format)
        found = (
            tuple(body_orders.orders(document, part.letters))
            if part.name == BODY
            else tuple(_with_remarks(each, part, document) for each in _papers(document))
        )
    except Unreadable as refused:
        return (replace(named, failure=Failure(refused.code, refused.message)),)
    return tuple(replace(named, reading=each) for each in found) or (replace(named, ignored=NO_ORDER),)


def _with_remarks(reading: Reading, part: Part, document: SourceDocument) -> Reading:
    """Return a reading in doubt where the mails around it or the remarks in its file speak against it."""
    return remarks.noted(remarks.beside(reading, _letters(part, document)), document.remarks)


def _letters(part: Part, document: SourceDocument) -> tuple[Letter, ...]:
    """Return the mails around a paper, and what people wrote beside its text or its data."""
    written = (*document.remarks, *besides.said(document.attachments))
    return (*part.letters, *(Letter(text=each) for each in written))


def _papers(document: SourceDocument) -> Iterator[Reading]:
    test = besides.are_test(document.attachments)
    for reading in readings(document):
        found = marked(document, reading)
        yield remarks.of_test(found) if test else found


def compare(extraction: Extraction, book: QuotationBook, policy: Policy, today: dt.date) -> Comparison | None:
    """Hold a document against its quotation; None for what is not compared with one."""
    if extraction.failure is not None:
        return Comparison(Verdict.UNREADABLE)
    reading = extraction.reading
    if reading is None or reading.kind not in COMPARED_KINDS:
        return None
    return hold_against(reading, book, policy, today)
