"""Zip containers of strangers: opened only within a budget, so that no small file becomes a huge one."""

import io
import zipfile
import zlib

from models.errors import ErrorCode, Unreadable

ENTRIES = 2000
TOTAL = 200 * 1024 * 1024
RATIO = 200
SMALL = 10 * 1024 * 1024
"""Up to this size unpacked, any ratio is harmless."""
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    NotImplementedError,
    OSError,
    UnicodeDecodeError,
)
"""What `zipfile` raises on damaged archives and on compression methods it does not know."""


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Return the archive in `data` after its directory was held against the budget.

    Raises:
        Unreadable: It is damaged, or larger than the budget.
    """
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as broken:
        raise _damaged("The container of the file", broken) from None
    members = opened.infolist()
    unpacked = sum(each.file_size for each in members)
    times = unpacked // max(len(data), 1)
    if len(members) > ENTRIES:
        raise Unreadable(
            ErrorCode.TOO_LARGE, f"It holds {len(members)} files, more than {ENTRIES}. Unpack it by hand."
        )
    if unpacked > TOTAL or (unpacked > SMALL and times > RATIO):
        size = f"{unpacked // 1024 // 1024} MB, {times} times its size"
        raise Unreadable(
            ErrorCode.TOO_LARGE, f"Unpacked it would take {size}. Check whether the file is genuine."
        )
    return opened


def member(opened: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int | None = None) -> bytes:
    """Return the content of a member, at most `limit` bytes of it.

    Raises:
        Unreadable: It has a password, or is damaged.
    """
    if info.flag_bits & 1:
        raise Unreadable(ErrorCode.ENCRYPTED, "The archive has a password. Ask the sender for an open copy.")
    try:
        # The directory may lie about sizes: never more is read than it says.
        with opened.open(info) as stream:
            return stream.read(info.file_size if limit is None else limit)
    except (*BROKEN, RuntimeError) as broken:
        raise _damaged(f"{info.filename} in the file", broken) from None


def _damaged(what: str, broken: Exception) -> Unreadable:
    return Unreadable(ErrorCode.DAMAGED, f"{what} is damaged ({broken}). Ask the sender to send it again.")
