"""Annotations of a PDF page: stamps, notes and filled-in form fields are part of what a person sees.

pdfium's text page knows only the page's own content, so annotations are made part of it first.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.readers.pdf_calls import Numbers

UNDRAWN = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}
MOST_ANNOTATIONS = 5000
OVER = {raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_CARET}
"""What a pen does to a text itself; other marks only say of what a comment is."""
REMARKED = OVER | {
    raw.FPDF_ANNOT_TEXT,
    raw.FPDF_ANNOT_HIGHLIGHT,
    raw.FPDF_ANNOT_UNDERLINE,
    raw.FPDF_ANNOT_SQUIGGLY,
    raw.FPDF_ANNOT_SQUARE,
    raw.FPDF_ANNOT_CIRCLE,
    raw.FPDF_ANNOT_STAMP,
}
BESIDE = {raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_STAMP}
"""What may stand anywhere on the page."""
OFF = "Off"
"""The state of a box in a form that is not ticked."""
LONGEST_NOTE = 4000
"""Characters of a note that are read."""


Note = tuple[str, Numbers]
"""A text and its box: left, bottom, right, top."""
TickBox = tuple[bool, Numbers]
"""Whether a form's box is ticked, and where it is."""


@dataclass(slots=True)
class Written:
    """What is written on a page: texts that nothing draws, tick boxes of forms, comments.

    `struck` are the places that a pen went over, or that a comment is about.
    """

    notes: list[Note] = field(default_factory=list)
    boxes: list[TickBox] = field(default_factory=list)
    struck: list[Numbers] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@contextmanager
def whole_page(document: pdfium.PdfDocument, index: int) -> Iterator[tuple[pdfium.PdfPage, Written]]:
    """Load a page with its annotations as part of its content, and what is written on it."""
    page = document[index]
    try:
        written = Written()
        if any(kind not in UNDRAWN for kind in _kinds(page)):
            written = _written(page)
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            # Only a page loaded anew has the objects that flattening added.
            page = document[index]
        yield page, written
    finally:
        page.close()


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


def _written(page: pdfium.PdfPage) -> Written:
    """Return the free texts, which pdfium may not draw, tick boxes, and what a pen marked."""
    found = Written()
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_ANNOTATIONS)):
        with _annotation(page, index) as annotation:
            _add(found, annotation)
    return found


def _add(found: Written, annotation: raw.FPDF_ANNOTATION) -> None:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_FREETEXT:
        found.notes.append((_text(annotation, b"Contents"), _rectangle(annotation)))
    elif kind == raw.FPDF_ANNOT_WIDGET:
        state = _text(annotation, b"AS")
        if state:
            found.boxes.append((state != OFF, _rectangle(annotation)))
    elif kind in REMARKED:
        said = _text(annotation, b"Contents").strip()
        if said:
            found.remarks.append(said)
        if kind in OVER or (said and kind not in BESIDE):
            found.struck.append(_rectangle(annotation))


def _rectangle(annotation: raw.FPDF_ANNOTATION) -> Numbers:
    box = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, box)
    return box.left, box.bottom, box.right, box.top


def _text(annotation: raw.FPDF_ANNOTATION, key: bytes) -> str:
    buffer = (ctypes.c_ushort * LONGEST_NOTE)()
    length = raw.FPDFAnnot_GetStringValue(annotation, key, buffer, ctypes.sizeof(buffer))
    if not 2 <= length <= ctypes.sizeof(buffer):
        return ""
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")
