"""Pictures: their size, and the refusal to read them as text."""

import struct

from models.errors import ErrorCode, Unreadable
from models.page import SourceDocument

TIFF_ENTRY = 12


def read(data: bytes) -> SourceDocument:
    """Refuse a picture: its text has to be recognised first.

    Raises:
        Unreadable: Always.
    """
    extent = size(data)
    shown = f" of {extent[0]} x {extent[1]} pixels" if extent else ""
    raise Unreadable(
        ErrorCode.NEEDS_OCR,
        f"This is a picture{shown}; its text is not recognised. Ask the sender for a PDF with text.",
    )


def size(data: bytes) -> tuple[int, int] | None:
    """Return the width and height of a picture in pixels; None where its head does not tell."""
    try:
        return _size(data)
    except struct.error:
        return None


def _size(data: bytes) -> tuple[int, int] | None:
    if data.startswith(b"\x89PNG"):
        return _pair(">II", data, 16)
    if data.startswith(b"GIF8"):
        return _pair("<HH", data, 6)
    if data.startswith(b"BM"):
        width, height = _pair("<ii", data, 18)
        return width, abs(height)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data.startswith((b"II*\0", b"MM\0*")):
        return _tiff(data)
    return None


def _pair(form: str, data: bytes, offset: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, data, offset)
    return first, second


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the frame header (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = _pair(">HH", data, at + 5)
            return width, height
        (length,) = struct.unpack_from(">H", data, at + 2)
        at += 2 + max(length, 2)
    return None


def _tiff(data: bytes) -> tuple[int, int] | None:
    """Read the first directory (TIFF 6.0, section 2)."""
    order = "<" if data.startswith(b"II") else ">"
    (start,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, start)
    found: dict[int, int] = {}
    for at in range(min(count, 200)):
        place = start + 2 + TIFF_ENTRY * at
        tag, kind = struct.unpack_from(f"{order}HH", data, place)
        (found[tag],) = struct.unpack_from(f"{order}H" if kind == 3 else f"{order}I", data, place + 8)
    return (found[256], found[257]) if {256, 257} <= found.keys() else None
