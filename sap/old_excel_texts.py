"""Texts in Excel's old binary workbooks: one or two bytes for a character, and parted by continuations."""

import struct
from collections.abc import Iterator, Sequence

WIDE, PHONETIC, RICH = 1, 4, 8


def short_text(data: bytes, at: int) -> str:
    """Return a text whose length stands in one byte."""
    return _text(data, at + 2, data[at], data[at + 1])


def counted_text(data: bytes, at: int) -> str:
    """Return a text whose length stands in two bytes."""
    length: int = struct.unpack_from("<H", data, at)[0]
    return _text(data, at + 3, length, data[at + 2]) if length else ""


def _text(data: bytes, at: int, length: int, flags: int) -> str:
    if flags & WIDE:
        return data[at : at + 2 * length].decode("utf-16-le")
    return data[at : at + length].decode("latin-1")


class Texts:
    """The table of texts that all sheets share, read piece by piece.

    A text that goes over the end of a record goes on in the next one, which says anew whether its
    characters have one byte or two (MS-XLS 2.5.293).
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._piece = 0
        self._at = 0

    def read(self, count: int) -> Iterator[str]:
        """Yield `count` texts, fewer where the table ends before."""
        for _ in range(count):
            if not self._more():
                return
            yield self._text()

    def _more(self) -> bool:
        while self._piece < len(self._pieces) and self._at >= len(self._pieces[self._piece]):
            self._piece, self._at = self._piece + 1, 0
        return self._piece < len(self._pieces)

    def _take(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size and self._more():
            piece = self._pieces[self._piece][self._at : self._at + size - len(taken)]
            taken += piece
            self._at += len(piece)
        return taken

    def _text(self) -> str:
        length, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & RICH else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & PHONETIC else 0
        text = "".join(self._characters(length, flags))
        self._take(4 * runs + extra)
        return text

    def _characters(self, length: int, flags: int) -> Iterator[str]:
        while length > 0:
            if self._at >= len(self._pieces[self._piece]):
                if not self._more():
                    return
                flags, self._at = self._pieces[self._piece][0], 1
            width = 1 + (flags & WIDE)
            size = min(length, (len(self._pieces[self._piece]) - self._at) // width)
            if size == 0:
                return
            raw = self._take(size * width)
            yield raw.decode("utf-16-le" if width == 2 else "latin-1")
            length -= size
