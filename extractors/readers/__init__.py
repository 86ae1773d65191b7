"""One reader for each file format; all yield pages of words."""

import importlib
from collections.abc import Callable

from extractors.readers import bounds
from extractors.readers.identify import refusal
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, SourceDocument

READERS = {
    FileFormat.PDF: "pdf",
    FileFormat.DOCX: "word_file",
    FileFormat.XLSX: "workbook",
    FileFormat.XLS: "old_workbook",
    FileFormat.CSV: "delimited",
    FileFormat.TEXT: "plain",
    FileFormat.HTML: "web_page",
    FileFormat.IMAGE: "picture",
    FileFormat.XML: "xml_file",
    FileFormat.EDI: "edi_file",
}
"""The modules here whose `read` takes a format; each is imported when a file of its kind comes."""


def prepare(format: FileFormat) -> Callable[[bytes], SourceDocument] | None:  # noqa: A002 - the word for it everywhere
    """Import what a format needs, and return its reader; None where there is none."""
    module = READERS.get(format)
    if module is None:
        return None
    read_file: Callable[[bytes], SourceDocument] = importlib.import_module(f"{__name__}.{module}").read
    return read_file


def read(data: bytes, format: FileFormat) -> SourceDocument:  # noqa: A002 - the word for it everywhere
    """Read a file of a known format; what is returned has at least one word.

    Raises:
        Unreadable: It cannot be read; `code` says why, the text what to do.
    """
    reader = prepare(format)
    if reader is None:
        refused = refusal(data)
        raise Unreadable(refused.code, refused.message)
    document = reader(data)
    if not any(page.words for page in document.pages):
        raise _wordless(document)
    bounds.check(document)
    return document


def _wordless(document: SourceDocument) -> Unreadable:
    """Say why a document in which nothing was found is not an empty success."""
    if any(page.pictures or page.rulings for page in document.pages):
        return Unreadable(
            ErrorCode.NEEDS_OCR, "The file holds pictures and no text. Ask the sender for a file with text."
        )
    return Unreadable(ErrorCode.EMPTY, "The file has no text. Ask the sender to send it again.")
