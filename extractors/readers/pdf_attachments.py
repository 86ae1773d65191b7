"""Data that a PDF carries beside its pages (PDF/A-3, ISO 19005-3): orders and invoices as XML.

Order-X embeds `order-x.xml`, Factur-X and ZUGFeRD `factur-x.xml`, `zugferd-invoice.xml` or
`xrechnung.xml`; others are taken by their content.
"""

import ctypes

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.xml_tree import LARGEST, parse
from models.errors import ErrorCode, Unreadable
from models.page import Attachment

MOST = 50
"""How many embedded files are looked at."""


def attachments(document: pdfium.PdfDocument) -> tuple[Attachment, ...]:
    """Return the XML files that are embedded in an opened PDF.

    Raises:
        Unreadable: One of them is built as attacks are.
    """
    count = max(raw.FPDFDoc_GetAttachmentCount(document), 0)
    found = (_attachment(document, index) for index in range(min(count, MOST)))
    return tuple(each for each in found if each is not None)


def _attachment(document: pdfium.PdfDocument, index: int) -> Attachment | None:
    try:
        embedded = document.get_attachment(index)
        name = embedded.get_name()
        data = _data(embedded) if name.lower().endswith(".xml") else b""
    except pdfium.PdfiumError:
        return None
    return None if data == b"" else _tree(name, data)


def _data(embedded: pdfium.PdfAttachment) -> bytes | None:
    """Return the bytes of an embedded file; None where it is too large for an order."""
    size = ctypes.c_ulong()
    raw.FPDFAttachment_GetFile(embedded, None, 0, size)
    if not size.value:
        return b""
    return bytes(embedded.get_data()) if size.value <= LARGEST else None


def _tree(name: str, data: bytes | None) -> Attachment:
    if data is None:
        return Attachment(name)
    try:
        return parse(data, name)
    except Unreadable as refused:
        if refused.code is ErrorCode.UNSAFE:
            raise
        return Attachment(name)
