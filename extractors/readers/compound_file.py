"""Streams in OLE compound files, the container of old Office files and of Outlook's mails ([MS-CFB] 2).

A small file system: sectors chained by a table, short streams in a stream of their own, names in a tree
of folders. Nothing that a file states is believed: chains and trees that run in circles end, a stream
that is shorter than stated is damaged, and no sector is read much oftener than files of people need.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.errors import ErrorCode, Unreadable

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER = 512
IN_HEADER = 109
"""So many sectors of the table stand in the header itself."""
ENTRY = 128
FOLDER, STREAM, ROOT = 1, 2, 5
LAST = 0xFFFFFFFA
"""Numbers from here on name no sector: free, end of chain, sectors of the tables."""
SMALL = 1024 * 1024
"""So much may be read of any file, however often it names the same sectors."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Chains:
    """Sectors of one size and the table that chains them."""

    data: bytes
    offset: int
    size: int
    following: tuple[int, ...]

    def read(self, start: int, limit: int) -> bytes:
        """Return at most `limit` bytes of a chain."""
        sectors = -(-limit // self.size)
        chain = (each for each, _ in zip(self._chain(start), range(sectors), strict=False))
        return b"".join(self._sector(each) for each in chain)[:limit]

    def _sector(self, number: int) -> bytes:
        begin = self.offset + number * self.size
        return self.data[begin : begin + self.size]

    def _chain(self, start: int) -> Iterator[int]:
        seen: set[int] = set()
        while start < len(self.following) and start not in seen:
            seen.add(start)
            yield start
            start = self.following[start]


@dataclass(slots=True)
class _File:
    """An opened file; `left` is how many bytes may still be read of it."""

    entries: list[_Entry]
    large: _Chains
    short: _Chains
    cutoff: int
    left: int
    children: dict[int, dict[str, int]] = field(default_factory=dict)

    def read(self, entry: _Entry) -> bytes:
        self.left -= entry.size
        if self.left < 0:
            raise _damaged()
        found = (self.short if entry.size < self.cutoff else self.large).read(entry.start, entry.size)
        if len(found) < entry.size:
            raise _damaged()
        return found


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of a compound file: names lead to streams and to further folders."""

    file: _File
    number: int

    @property
    def names(self) -> Mapping[str, int]:
        """The names in the folder, with their numbers in the file's directory."""
        return self.file.children.get(self.number, {})

    def stream(self, name: str) -> bytes | None:
        """Return a stream, None where the folder has none of that name.

        Raises:
            Unreadable: The file ends in it, or names the same bytes over and over.
        """
        entry = self._entry(name, STREAM)
        return None if entry is None else self.file.read(entry)

    def folder(self, name: str) -> "Folder | None":
        """Return a folder in this one, None where there is none of that name."""
        return Folder(self.file, self.names[name]) if self._entry(name, FOLDER) else None

    def _entry(self, name: str, kind: int) -> _Entry | None:
        number = self.names.get(name)
        entry = None if number is None else self.file.entries[number]
        return entry if entry is not None and entry.kind == kind else None


def open_compound(data: bytes) -> Folder:
    """Return the outermost folder of a compound file.

    Raises:
        Unreadable: It is none, or damaged.
    """
    if len(data) < HEADER or not data.startswith(SIGNATURE):
        raise _damaged()
    shift, short_shift = struct.unpack_from("<HH", data, 30)
    if not 7 <= shift <= 16 or not 4 <= short_shift <= shift:
        raise _damaged()
    directory, cutoff, short_table = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    large = _Chains(data, 1 << shift, 1 << shift, _table(data, 1 << shift))
    entries = list(_entries(large.read(directory, len(data)), len(data)))
    root = next((at for at, each in enumerate(entries) if each.kind == ROOT), None)
    if root is None:
        raise _damaged()
    held = large.read(entries[root].start, entries[root].size)
    short = _Chains(held, 0, 1 << short_shift, _numbers(large.read(short_table, len(data))))
    file = _File(entries, large, short, cutoff, 2 * len(data) + SMALL)
    file.children.update(_tree(entries))
    return Folder(file, root)


def names(data: bytes) -> frozenset[str]:
    """Return the names in the outermost folder of a compound file; none where it is damaged."""
    try:
        return frozenset(open_compound(data).names)
    except Unreadable:
        return frozenset()


def _table(data: bytes, size: int) -> tuple[int, ...]:
    """Return the table that chains sectors; its own are named in the header and in a chain of their own."""
    places = [each for each in struct.unpack_from(f"<{IN_HEADER}I", data, 76) if each < LAST]
    more: int = struct.unpack_from("<I", data, 68)[0]
    seen: set[int] = set()
    most = len(data) // size + 1
    while more < LAST and more not in seen and (more + 2) * size <= len(data):
        seen.add(more)
        numbers = _numbers(data[(more + 1) * size : (more + 2) * size])
        places += [each for each in numbers[:-1] if each < LAST]
        more = numbers[-1]
        if len(places) * size // 4 > most:  # longer than the file has sectors
            break
    found: list[int] = []
    for place in places:
        found += _numbers(data[(place + 1) * size : (place + 2) * size])
        if len(found) > most:
            break
    return tuple(found)


def _numbers(data: bytes) -> tuple[int, ...]:
    count = len(data) // 4
    return struct.unpack(f"<{count}I", data[: count * 4])


def _entries(directory: bytes, most: int) -> Iterator[_Entry]:
    for at in range(0, len(directory) - ENTRY + 1, ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        left, right, child = struct.unpack_from("<III", directory, at + 68)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        # A size beyond the file is kept just so large that its stream counts as cut off.
        yield _Entry(name, kind, left, right, child, start, min(size, most + 1))


def _tree(entries: list[_Entry]) -> Iterator[tuple[int, dict[str, int]]]:
    """Yield the names in each folder; no entry lies in two folders."""
    seen: set[int] = set()
    for number, folder in enumerate(entries):
        if folder.kind in {FOLDER, ROOT}:
            yield number, {entries[each].name: each for each in _siblings(entries, folder.child, seen)}


def _siblings(entries: list[_Entry], first: int, seen: set[int]) -> Iterator[int]:
    waiting = [first]
    while waiting:
        number = waiting.pop()
        if number >= len(entries) or number in seen or entries[number].kind not in {FOLDER, STREAM}:
            continue
        seen.add(number)
        yield number
        waiting += [entries[number].left, entries[number].right]


def _damaged() -> Unreadable:
    return Unreadable(ErrorCode.DAMAGED, "The file is cut off or damaged. Ask the sender to send it again.")
