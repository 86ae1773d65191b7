"""Pages of a kept document as pictures, drawn by a child process and kept in memory."""

import struct

from review.cache import Cache
from review.sources import Sources

SCALE = 2.0
"""Pixels per point: sharp on common screens, about 200 kB a page."""
LIMIT = 64 * 1024 * 1024
_PNG = b"\x89PNG\r\n\x1a\n"


class PageImages:
    """Pictures of pages, by the document's SHA-256."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._cache: Cache[bytes] = Cache(LIMIT, len)

    def png(self, sha256: str, page: int) -> bytes:
        """Return page `page` (from 1) as PNG.

        Raises:
            Unreadable: The document has no such page, or cannot be drawn.
            BlobCorruptError: The kept original is missing or was changed.
        """
        return self._cache.get((sha256, page, SCALE), lambda: self._draw(sha256, page))

    def size(self, sha256: str, page: int) -> tuple[float, float]:
        """Return the page's width and height in points; raises as `png` does."""
        width, height = png_size(self.png(sha256, page))
        return width / SCALE, height / SCALE

    def _draw(self, sha256: str, page: int) -> bytes:
        return self._sources.render(self._sources.blob(sha256), page, SCALE)


def png_size(data: bytes) -> tuple[int, int]:
    """Return the width and height in pixels that a PNG's first chunk states (PNG 3rd edition, 11.2.1)."""
    if not data.startswith(_PNG):
        raise ValueError("not a PNG")
    width, height = struct.unpack(">II", data[16:24])
    return width, height
