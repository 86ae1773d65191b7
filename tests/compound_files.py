"""Compound files written for tests ([MS-CFB] 2): folders as nested mappings, streams as bytes."""

import itertools
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]
SECTOR, SHORT, CUTOFF = 512, 64, 4096
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass
class _Entry:
    name: str
    kind: int
    content: bytes = b""
    child: int = FREE
    right: int = FREE
    start: int = END


@dataclass
class _Writing:
    entries: list[_Entry] = field(default_factory=list)
    sectors: list[bytes] = field(default_factory=list)
    table: list[int] = field(default_factory=list)

    def chain(self, content: bytes) -> int:
        """Write a stream sector by sector; return where it begins."""
        if not content:
            return END
        first = len(self.sectors)
        pieces = [content[at : at + SECTOR] for at in range(0, len(content), SECTOR)]
        self.sectors += [piece.ljust(SECTOR, b"\0") for piece in pieces]
        self.table += [*range(first + 1, first + len(pieces)), END]
        return first


def compound(tree: Tree) -> bytes:
    """Return a compound file with these streams and folders."""
    file = _Writing([_Entry("Root Entry", 5)])
    file.entries[0].child = _add(file, tree)
    small = [each for each in file.entries if each.kind == 2 and len(each.content) < CUTOFF]
    held, short_table = b"", list[int]()
    for entry in small:
        entry.start = len(short_table) if entry.content else END
        count = -(-len(entry.content) // SHORT)
        short_table += [*range(len(short_table) + 1, len(short_table) + count), END][: max(count, 0)]
        held += entry.content.ljust(count * SHORT, b"\0")
    for entry in file.entries:
        if entry.kind == 2 and len(entry.content) >= CUTOFF:
            entry.start = file.chain(entry.content)
    file.entries[0].content, file.entries[0].start = held, file.chain(held)
    short_start = file.chain(_numbers(short_table))
    directory = file.chain(b"".join(map(_packed, file.entries)))
    return _head(file, directory, short_start) + b"".join(file.sectors)


def _head(file: _Writing, directory: int, short_start: int) -> bytes:
    count = -(-len(file.table) // (SECTOR // 4 - 1))
    assert count <= 109, "larger files would need a table of tables"
    places = range(len(file.sectors), len(file.sectors) + count)
    numbers = [*file.table, *[TABLE] * count]
    numbers += [FREE] * (count * SECTOR // 4 - len(numbers))
    file.sectors += [_numbers(numbers[at : at + 128]) for at in range(0, len(numbers), 128)]
    head = (0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0, CUTOFF, short_start, 1, END, 0)
    numbers = [*places, *[FREE] * (109 - count)]
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x9I109I", *head, *numbers)


def _add(file: _Writing, tree: Tree) -> int:
    """Add the entries of a folder, each the right sibling of the one before; return the first."""
    numbers = []
    for name, content in tree.items():
        numbers.append(len(file.entries))
        if isinstance(content, bytes):
            file.entries.append(_Entry(name, 2, content))
        else:
            folder = _Entry(name, 1)
            file.entries.append(folder)
            folder.child = _add(file, content)
    for before, number in itertools.pairwise(numbers):
        file.entries[before].right = number
    return numbers[0] if numbers else FREE


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(name) + 2, entry.kind, 1, FREE, entry.right, entry.child)
        + bytes(36)
        + struct.pack("<IQ", entry.start, len(entry.content))
    )


def _numbers(values: list[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values).ljust(-(-len(values) * 4 // SECTOR) * SECTOR, b"\xff")
