import struct

import pytest
from compound_files import compound

from extractors.readers.compound_file import names, open_compound
from models.errors import ErrorCode, Unreadable

LARGE = bytes(range(256)) * 40
FILE = compound({"Small": b"abc", "Large": LARGE, "Folder": {"Inner": {"Deep": b"x" * 70}}, "Empty": b""})


def test_streams_and_folders_by_their_names() -> None:
    root = open_compound(FILE)
    assert set(root.names) == {"Small", "Large", "Folder", "Empty"}
    assert (root.stream("Small"), root.stream("Large"), root.stream("Empty")) == (b"abc", LARGE, b"")
    inner = root.folder("Folder")
    assert inner is not None
    deep = inner.folder("Inner")
    assert deep is not None
    assert deep.stream("Deep") == b"x" * 70
    assert (root.stream("Folder"), root.folder("Small"), root.stream("None"), root.folder("None")) == (
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "data", [b"", FILE[:511], FILE[:600], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
)
def test_what_is_cut_off_is_damaged(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        open_compound(data)
    assert refused.value.code is ErrorCode.DAMAGED
    assert names(data) == frozenset()


def entry(data: bytes, name: str) -> int:
    """Return where the entry of a name begins."""
    return data.index(name.encode("utf-16-le"))


def patched(at: int, value: bytes, data: bytes = FILE) -> bytes:
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize("size", [len(LARGE) + 600, 0x7FFFFFFF])
def test_a_stream_that_is_shorter_than_stated_is_damaged(size: int) -> None:
    lying = patched(entry(FILE, "Large") + 120, struct.pack("<I", size))
    with pytest.raises(Unreadable):
        open_compound(lying).stream("Large")


def test_chains_and_trees_in_circles_end() -> None:
    table = 512 * (1 + struct.unpack_from("<I", FILE, 76)[0])
    circle = b"".join(
        patched(table + 4 * at, struct.pack("<I", 0))[table + 4 * at : table + 4 * at + 4] for at in range(40)
    )
    looped = patched(table, circle)
    assert names(looped) == frozenset() or open_compound(looped).names
    itself = patched(entry(FILE, "Folder") + 72, struct.pack("<I", 3))
    assert "Folder" in names(itself)
    tables = patched(68, struct.pack("<I", 0))
    assert names(tables) <= {"Small", "Large", "Folder", "Empty"}


def test_the_same_bytes_are_not_read_over_and_over() -> None:
    many = compound({f"Stream {at}": LARGE if at == 0 else b"" for at in range(400)})
    start = many[entry(many, "Stream 0\0") + 116 : entry(many, "Stream 0\0") + 124]
    for at in range(1, 400):
        many = patched(entry(many, f"Stream {at}\0") + 116, start, many)
    root = open_compound(many)
    with pytest.raises(Unreadable):
        [root.stream(f"Stream {at}") for at in range(400)]
