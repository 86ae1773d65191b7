"""Records of Excel's old binary workbooks (.xls): BIFF8 of Excel 97 to 2003, BIFF5 of Excel 5 and 95.

A record is a kind, a length and that many bytes; what is too long for one goes on in records of
continuation ([MS-XLS] 2.1.4).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.readers.decoding import codec

BEGIN, END, CONTINUED = 0x809, 0x0A, 0x3C
EIGHT, FIVE = 0x600, 0x500
WIDE = 1
DAMAGE = (struct.error, IndexError, UnicodeDecodeError, ValueError)
"""What reading fields of a record raises that is shorter than its kind demands."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record; `more` is what records of continuation add, `level` 1 or deeper for charts inside a sheet."""

    kind: int
    data: bytes
    more: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Dialect:
    """How texts are written: BIFF8 in Unicode, BIFF5 in the code page of the machine."""

    version: int = EIGHT
    charset: str = "cp1252"

    def short(self, data: bytes, at: int) -> str:
        """Return a text whose length stands in one byte."""
        if self.version == EIGHT:
            return _unicode(data, at + 2, data[at], data[at + 1])
        return data[at + 1 : at + 1 + data[at]].decode(self.charset, "replace")

    def counted(self, data: bytes, at: int) -> str:
        """Return a text whose length stands in two bytes."""
        length: int = struct.unpack_from("<H", data, at)[0]
        if not length:
            return ""
        if self.version == EIGHT:
            return _unicode(data, at + 3, length, data[at + 2])
        return data[at + 2 : at + 2 + length].decode(self.charset, "replace")


def _unicode(data: bytes, at: int, length: int, flags: int) -> str:
    if flags & WIDE:
        return data[at : at + 2 * length].decode("utf-16-le", "replace")
    return data[at : at + length].decode("latin-1")


def charset(number: int) -> str:
    """Return the character set of a code page by its number (the record CodePage)."""
    names = {0x8000: "mac_roman", 0x8001: "cp1252", 1200: "utf-16-le", 65001: "utf-8"}
    return names.get(number) or codec(f"cp{number}") or "cp1252"


def version(stream: bytes) -> int:
    """Return the version of a workbook stream, 0 where it does not begin as one."""
    if len(stream) < 8 or struct.unpack_from("<H", stream)[0] != BEGIN:
        return 0
    found: int = struct.unpack_from("<H", stream, 4)[0]
    return found


def records(stream: bytes, at: int) -> Iterator[Record]:
    """Yield the records of one substream, up to its end; charts inside a sheet are passed over."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        data, at = stream[at + 4 : at + 4 + length], at + 4 + length
        more = []
        while stream[at : at + 2] == b"\x3c\0" and at + 4 <= len(stream):
            length = struct.unpack_from("<H", stream, at + 2)[0]
            more.append(stream[at + 4 : at + 4 + length])
            at += 4 + length
        depth += (kind == BEGIN) - (kind == END)
        if kind == END and depth <= 0:
            yield Record(kind, data)
            return
        if depth == 1:
            yield Record(kind, data, tuple(more))
