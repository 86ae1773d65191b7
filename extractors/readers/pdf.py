"""PDF files to pages of words."""

import pypdfium2 as pdfium

from extractors.readers.pdf_annotations import whole_page
from extractors.readers.pdf_attachments import attachments
from extractors.readers.pdf_document import check, opened
from extractors.readers.pdf_page import read_page
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat, Page, SourceDocument

MOST_PAGES = 300
FEW_WORDS = 10
MOST_OF_PAGE = 0.5


def read(data: bytes) -> SourceDocument:
    """Read a PDF.

    Raises:
        Unreadable: The file is encrypted, damaged, empty, too large, or a scan throughout.
    """
    check(data)
    try:
        with opened(data) as document:
            remarks: list[str] = []
            pages = tuple(_pages(document, remarks))
            data_inside = attachments(document)
    except pdfium.PdfiumError as broken:
        raise Unreadable(
            ErrorCode.DAMAGED, f"The PDF is damaged ({broken}). Ask the sender to send it again."
        ) from None
    _has_text(pages)
    unread = ("scanned_page",) if any(map(is_scan, pages)) else ()
    return SourceDocument(
        FileFormat.PDF,
        pages,
        exact=False,
        notes=unread,
        attachments=data_inside,
        remarks=tuple(remarks),
    )


def _pages(document: pdfium.PdfDocument, remarks: list[str]) -> list[Page]:
    """Return the pages; what people wrote beside their text is added to `remarks`."""
    count = len(document)
    if count > MOST_PAGES:
        raise Unreadable(ErrorCode.TOO_LARGE, f"The PDF has {count} pages, more than {MOST_PAGES}.")
    pages = []
    for index in range(count):
        with whole_page(document, index) as (page, written):
            pages.append(read_page(page, index + 1, written))
            remarks += written.remarks
    return pages


def _has_text(pages: tuple[Page, ...]) -> None:
    if any(page.words and not is_scan(page) for page in pages):
        return
    if any(page.pictures or page.rulings for page in pages):
        raise Unreadable(
            ErrorCode.NEEDS_OCR,
            "The PDF holds pictures of pages and no text. Ask the sender for the file itself.",
        )
    raise Unreadable(ErrorCode.EMPTY, "The PDF has no page on which anything is drawn. Ask for it again.")


def is_scan(page: Page) -> bool:
    """Tell whether a page is a picture; the words that a scanning program writes on it do not count."""
    drawn = sum(box.width * box.height for box in page.pictures)
    return len(page.words) < FEW_WORDS and drawn > MOST_OF_PAGE * page.width * page.height
