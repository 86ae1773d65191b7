"""The table of texts that all sheets of an old Excel workbook share ([MS-XLS] 2.4.265, 2.5.293)."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDE, PHONETIC, RICH = 1, 4, 8


@dataclass(frozen=True, slots=True)
class SharedText:
    """A text; `runs` are the places at which another font begins, with the font's number."""

    text: str
    runs: tuple[tuple[int, int], ...] = ()


class SharedTexts:
    """The table, read piece by piece.

    A text that goes over the end of a record goes on in the next one, which says anew whether its
    characters have one byte or two.
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._piece = 0
        self._at = 0

    def read(self, count: int) -> Iterator[SharedText]:
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
        taken: list[bytes] = []
        while size > 0 and self._more():
            piece = self._pieces[self._piece][self._at : self._at + size]
            taken.append(piece)
            self._at += len(piece)
            size -= len(piece)
        return b"".join(taken)

    def _text(self) -> SharedText:
        length, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & RICH else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & PHONETIC else 0
        text = "".join(self._characters(length, flags))
        fonts = self._take(4 * runs)
        self._take(extra)
        return SharedText(text, tuple(struct.iter_unpack("<HH", fonts[: len(fonts) // 4 * 4])))

    def _characters(self, length: int, flags: int) -> Iterator[str]:
        while length > 0:
            if self._at >= len(self._pieces[self._piece]):
                if not self._more():
                    raise IndexError("a text goes on behind the end of the table")
                flags, self._at = self._pieces[self._piece][0], 1
            width = 1 + (flags & WIDE)
            size = min(length, (len(self._pieces[self._piece]) - self._at) // width)
            if size == 0:
                raise IndexError("a character is cut in two")
            raw = self._take(size * width)
            yield raw.decode("utf-16-le", "replace") if width == 2 else raw.decode("latin-1")
            length -= size
