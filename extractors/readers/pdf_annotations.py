"""Annotations of a PDF page: stamps, notes and filled-in form fields are part of what a person sees.

pdfium's text page knows only the page's own content, so annotations are made part of it first.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.pdf_calls import Numbers

UNDRAWN = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}
MOST_ANNOTATIONS = 5000
LONGEST_NOTE = 4000
"""Characters of a note that are read."""


@contextmanager
def whole_page(document: pdfium.PdfDocument, index: int) -> Iterator[tuple[pdfium.PdfPage, list["Note"]]]:
    """Load a page with its annotations as part of its content, and the notes written on it."""
    page = document[index]
    try:
        notes: list[Note] = []
        if any(kind not in UNDRAWN for kind in _kinds(page)):
            notes = list(_notes(page))
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            # Only a page loaded anew has the objects that flattening added.
            page = document[index]
        yield page, notes
    finally:
        page.close()


Note = tuple[str, Numbers]
"""A text and its box: left, bottom, right, top."""


@contextmanager
def _annotation(page: pdfium.PdfPage, index: int) -> Iterator[raw.FPDF_ANNOTATION]:
    annotation = raw.FPDFPage_GetAnnot(page.raw, index)
    try:
        yield annotation
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _kinds(page: pdfium.PdfPage) -> Iterator[int]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)):
        with _annotation(page, index) as annotation:
            yield raw.FPDFAnnot_GetSubtype(annotation)


def _notes(page: pdfium.PdfPage) -> Iterator[Note]:
    """Yield the free texts: pdfium draws none that brings no appearance, other viewers do."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)):
        with _annotation(page, index) as annotation:
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_FREETEXT:
                box = raw.FS_RECTF()
                raw.FPDFAnnot_GetRect(annotation, box)
                yield _contents(annotation), (box.left, box.bottom, box.right, box.top)


def _contents(annotation: raw.FPDF_ANNOTATION) -> str:
    buffer = (ctypes.c_ushort * LONGEST_NOTE)()
    length = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, ctypes.sizeof(buffer))
    if not 2 <= length <= ctypes.sizeof(buffer):
        return ""
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
