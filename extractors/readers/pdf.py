"""PDF files to pages of words."""

import pypdfium2 as pdfium

from extractors.readers.pdf_annotations import whole_page
from extractors.readers.pdf_document import check, opened
from extractors.readers.pdf_page import read_page
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, Page, SourceDocument

MOST_PAGES = 300


def read(data: bytes) -> SourceDocument:
    """Read a PDF.

    Raises:
        Unreadable: The file is encrypted, damaged, empty, too large, or a scan throughout.
    """
    check(data)
    with opened(data) as document:
        pages = tuple(_pages(document))
    _has_text(pages)
    return SourceDocument(FileFormat.PDF, pages, exact=False)


def _pages(document: pdfium.PdfDocument) -> list[Page]:
    count = len(document)
    if count > MOST_PAGES:
        raise Unreadable(ErrorCode.TOO_LARGE, f"The PDF has {count} pages, more than {MOST_PAGES}.")
    pages = []
    for index in range(count):
        with whole_page(document, index) as (page, notes):
            pages.append(read_page(page, index + 1, notes))
    return pages


def _has_text(pages: tuple[Page, ...]) -> None:
    if any(page.words for page in pages):
        return
    if any(page.pictures or page.rulings for page in pages):
        raise Unreadable(ErrorCode.NEEDS_OCR, "The PDF holds pictures of pages and no text.")
    raise Unreadable(ErrorCode.EMPTY, "The PDF has no page on which anything is drawn.")
