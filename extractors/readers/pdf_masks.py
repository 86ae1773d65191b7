"""Where a picture on a PDF page is not transparent: a seal's corners hide nothing."""

import ctypes
import math
from dataclasses import dataclass

from pypdfium2 import raw

from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_calls import Matrix, Numbers
from extractors.readers.pdf_objects import Item

FINE = 1.5
"""Pixels per point at which a picture's opacity is looked at: the lines of a seal are wider."""
SMALLEST, LARGEST = 16, 1200
"""The side of the square that a picture is drawn to, in pixels."""
CLEAR = 8
"""What is less opaque than this (of 255) shows what is below it unchanged."""


@dataclass(frozen=True, slots=True)
class Mask:
    """A picture's pixels (four bytes each, the last the opacity), row by row from the top.

    `inverse` leads from the page to the unit square that the picture fills in its own space.
    """

    pixels: bytes
    stride: int
    width: int
    height: int
    inverse: Matrix

    def covers(self, box: Numbers) -> bool:
        """Tell whether any of the picture that is not clear lies in a box of the page."""
        x0, y0, x1, y1 = calls.moved(box, self.inverse)
        first, last = _pixels(x0, x1, self.width)
        above, below = _pixels(1 - y1, 1 - y0, self.height)
        rows = range(above * self.stride, below * self.stride, self.stride)
        opacities = (self.pixels[row + 4 * first + 3 : row + 4 * last : 4] for row in rows)
        return any(max(row, default=0) >= CLEAR for row in opacities)


def _pixels(low: float, high: float, count: int) -> tuple[int, int]:
    """Return the pixels, from the first up to but without the last, that a part of a side touches."""
    return max(math.floor(low * count), 0), max(min(math.ceil(high * count), count), 0)


def mask(document: int, page: int, item: Item) -> Mask | None:
    """Return a picture's mask; None if it has to be taken as opaque."""
    own = calls.matrix(item.handle)
    whole = calls.concatenated(own, item.matrix)
    inverse = calls.inverted(whole)
    if inverse is None:
        return None
    size = FINE * math.sqrt(abs(whole[0] * whole[3] - whole[1] * whole[2]))
    side = float(round(min(max(size, SMALLEST), LARGEST)))
    # Drawn upright and as a square, a picture takes a third of the time that it takes in its place.
    calls.set_matrix(item.handle, (side, 0.0, 0.0, side, 0.0, 0.0))
    try:
        bitmap = calls.rendered(document, page, item.handle)
    finally:
        calls.set_matrix(item.handle, own)
    return _mask(bitmap, inverse) if bitmap else None


def _mask(bitmap: int, inverse: Matrix) -> Mask | None:
    try:
        if calls.bitmap_format(bitmap) != raw.FPDFBitmap_BGRA:
            return None
        stride, height = calls.bitmap_stride(bitmap), calls.bitmap_height(bitmap)
        pixels = ctypes.string_at(calls.bitmap_buffer(bitmap), stride * height)
        return Mask(pixels, stride, calls.bitmap_width(bitmap), height, inverse)
    finally:
        calls.destroy_bitmap(bitmap)
