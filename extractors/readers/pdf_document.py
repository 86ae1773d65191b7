"""Opening a PDF with pdfium, and why that may not work."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers import fonts
from extractors.readers.pdf_calls import LOCK
from models.errors import ErrorCode, Unreadable

OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")


def check(data: bytes) -> None:
    """Refuse what is no PDF, and a PDF whose end is missing.

    pdfium mends a file that was cut off and then shows the pages it still finds; an order that lost
    its last page would look complete.
    """
    if b"%PDF-" not in data[:1024]:
        raise Unreadable(ErrorCode.DAMAGED, "The file is not a PDF. Ask for it again.")
    _, mark, after = data.rpartition(b"%%EOF")
    if (mark and OBJECT.search(after)) or (not mark and b"startxref" not in data[-1024:]):
        raise Unreadable(ErrorCode.DAMAGED, "The end of the PDF is missing. Ask for it again.")


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF for the time of a block; no other thread may use pdfium meanwhile.

    Raises:
        Unreadable: The document needs a password, or a scheme of encryption that is not known.
        pypdfium2.PdfiumError: The file is damaged.
    """
    with LOCK:
        fonts.install()
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
                raise Unreadable(
                    ErrorCode.ENCRYPTED, "The PDF is protected by a password. Ask for an open copy."
                ) from error
            raise
        try:
            # Gives form fields without an appearance one; it has to come before the first page.
            document.init_forms()
            yield document
        finally:
            document.close()
