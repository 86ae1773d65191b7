"""A page of a document as a picture for people: PDF pages drawn by pdfium, scans as they are."""

import io

import pypdfium2 as pdfium
from PIL import Image

from extractors.readers.identify import identify
from extractors.readers.pdf_document import opened
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat

MOST_PIXELS = 40_000_000
"""A page with more would take hundreds of megabytes to draw; it is drawn smaller."""
DOTS_PER_INCH = 200.0
"""What a scan is taken to have where it does not say, so that its page has a size in points."""
POINTS_PER_INCH = 72.0


def png(data: bytes, page: int, scale: float) -> bytes:
    """Draw a page (from 1) at a scale (1 is 72 dots per inch) and return it as PNG.

    Raises:
        Unreadable: The document has no such page, or cannot be drawn.
    """
    if identify(data) is FileFormat.IMAGE:
        return _scan(data, page, scale)
    try:
        with opened(data) as document:
            if not 1 <= page <= len(document):
                raise _no_page(page)
            sheet = document[page - 1]
            width, height = sheet.get_size()
            return _encoded(sheet.render(scale=_bounded(width, height, scale), may_draw_forms=True).to_pil())
    except pdfium.PdfiumError as broken:
        raise Unreadable(ErrorCode.DAMAGED, "The PDF is damaged and cannot be drawn.") from broken


def _scan(data: bytes, page: int, scale: float) -> bytes:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if not 1 <= page <= getattr(picture, "n_frames", 1):
                raise _no_page(page)
            picture.seek(page - 1)
            factor = scale * POINTS_PER_INCH / _resolution(picture)
            factor = _bounded(picture.width, picture.height, min(factor, 1.0))
            size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
            picture.draft("RGB", size)
            return _encoded(picture.convert("RGB").resize(size))
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as broken:
        raise Unreadable(ErrorCode.DAMAGED, "The picture is damaged and cannot be shown.") from broken


def _resolution(picture: Image.Image) -> float:
    stated = picture.info.get("dpi", (0, 0))[0]
    return float(stated) if 50 <= float(stated) <= 1200 else DOTS_PER_INCH


def _bounded(width: float, height: float, scale: float) -> float:
    pixels = max(width * height * scale * scale, 1.0)
    return scale if pixels <= MOST_PIXELS else scale * float((MOST_PIXELS / pixels) ** 0.5)


def _encoded(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", compress_level=1)
    return written.getvalue()


def _no_page(page: int) -> Unreadable:
    return Unreadable(ErrorCode.EMPTY, f"The document has no page {page}.")
