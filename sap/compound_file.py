"""Streams in an OLE compound file, the container of Excel's old binary workbooks.

A small file system: sectors chained by a table (FAT), short streams in a stream of their own (MS-CFB 2.1).
Chains that run in circles or point outside are cut off: what is missing shows in what is read from them.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
IN_HEADER = 109
"""So many sectors of the table stand in the header itself."""
ENTRY = 128
STREAM, ROOT = 2, 5
LAST = 0xFFFFFFFA
"""Numbers from here on name no sector: free, end of chain, sectors of the tables."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Chains:
    """Sectors of one size and the table that chains them."""

    data: bytes
    offset: int
    size: int
    following: tuple[int, ...]

    def read(self, start: int) -> bytes:
        return b"".join(self._sector(each) for each in self._chain(start))

    def _sector(self, number: int) -> bytes:
        begin = self.offset + number * self.size
        return self.data[begin : begin + self.size]

    def _chain(self, start: int) -> Iterator[int]:
        seen: set[int] = set()
        while start < len(self.following) and start not in seen:
            seen.add(start)
            yield start
            start = self.following[start]


def streams(data: bytes) -> Mapping[str, bytes]:
    """Return the streams of a compound file by their names; none where it is damaged."""
    if len(data) < HEADER or not data.startswith(SIGNATURE):
        return {}
    shift, short_shift = struct.unpack_from("<HH", data, 30)
    if not 7 <= shift <= 16 or not 4 <= short_shift <= shift:
        return {}
    directory, cutoff, short_table = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    large = _Chains(data, 1 << shift, 1 << shift, _table(data, 1 << shift))
    entries = list(_entries(large.read(directory)))
    root = next((each for each in entries if each.kind == ROOT), None)
    held = large.read(root.start)[: root.size] if root else b""
    short = _Chains(held, 0, 1 << short_shift, _numbers(large.read(short_table)))
    return {
        each.name: (short if each.size < cutoff else large).read(each.start)[: each.size]
        for each in entries
        if each.kind == STREAM
    }


def _table(data: bytes, size: int) -> tuple[int, ...]:
    """Return the table that chains sectors: its own sectors are named in the header and a chain of its own."""
    places = [each for each in struct.unpack_from(f"<{IN_HEADER}I", data, 76) if each < LAST]
    more: int = struct.unpack_from("<I", data, 68)[0]
    seen: set[int] = set()
    while more < LAST and more not in seen and (more + 2) * size <= len(data):
        seen.add(more)
        numbers = _numbers(data[(more + 1) * size : (more + 2) * size])
        places += [each for each in numbers[:-1] if each < LAST]
        more = numbers[-1]
    return tuple(
        number
        for place in places
        if (place + 2) * size <= len(data) + size
        for number in _numbers(data[(place + 1) * size : (place + 2) * size])
    )


def _numbers(data: bytes) -> tuple[int, ...]:
    count = len(data) // 4
    return struct.unpack(f"<{count}I", data[: count * 4])


def _entries(directory: bytes) -> Iterator[_Entry]:
    for at in range(0, len(directory) - ENTRY + 1, ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        yield _Entry(name, kind, start, size)
