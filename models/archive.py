"""Original bytes, kept for good: one immutable file per content, named by its SHA-256.

A file is complete as soon as it has its name: it is written under `tmp/`, flushed to the disk and
renamed, then both folders are flushed. No name that came from outside ever reaches the disk.
"""

import contextlib
import datetime as dt
import hashlib
import os
import secrets
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from models.errors import ExitCode, OperatorError
from models.kill_point import kill_point

_PIECE = 1024 * 1024
_READERS = 4


@dataclass(frozen=True, slots=True)
class Archive:
    """The folder that holds the blobs."""

    root: Path


class ArchiveError(OperatorError):
    """The disk refuses to keep a file; nothing that depends on it was committed."""

    exit_code = ExitCode.DATABASE


class BlobCorruptError(Exception):
    """A kept file is missing, or no longer has the content that its name stands for."""


def open_archive(root: Path) -> Archive:
    """Return the archive in folder `root`, which is made if it is not there."""
    (root / "tmp").mkdir(parents=True, exist_ok=True)
    return Archive(root)


def put(archive: Archive, data: bytes) -> str:
    """Keep `data` and return its SHA-256; keeping the same bytes again changes nothing.

    Raises:
        ArchiveError: The disk is full, or fails.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        _put(archive, sha256, data)
    except OSError as refused:
        message = f"{archive.root} cannot keep a file ({refused.strerror}): make room on the disk"
        raise ArchiveError(message) from refused
    return sha256


def put_unflushed(archive: Archive, data: bytes) -> str:
    """Keep `data` as `put` does, without waiting for the disk: only `flush` makes sure of it.

    For many files at once, where nothing counts before all of them are there.

    Raises:
        ArchiveError: The disk is full, or fails.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    place, temporary = path(archive, sha256), archive.root / "tmp" / secrets.token_hex(16)
    try:
        with _new(temporary) as blob:
            blob.write(data)
        place.parent.mkdir(exist_ok=True)
        temporary.replace(place)
    except OSError as refused:
        message = f"{archive.root} cannot keep a file ({refused.strerror}): make room on the disk"
        raise ArchiveError(message) from refused
    return sha256


def flush() -> None:
    """Wait until everything that was written is on the disk."""
    if os.name != "nt":
        os.sync()


def get(archive: Archive, sha256: str) -> bytes:
    """Return the bytes with that SHA-256.

    Raises:
        BlobCorruptError: The file is missing or was changed.
    """
    try:
        data = path(archive, sha256).read_bytes()
    except FileNotFoundError:
        raise BlobCorruptError(f"the kept file {sha256} is missing") from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise BlobCorruptError(f"the kept file {sha256} was changed on the disk")
    return data


def beginning(archive: Archive, sha256: str, most: int) -> bytes:
    """Return the first bytes kept under that SHA-256, unchecked; nothing where they cannot be read."""
    try:
        with path(archive, sha256).open("rb") as blob:
            return blob.read(most)
    except OSError:
        return b""


def size(archive: Archive, sha256: str) -> int:
    """Return how many bytes are kept under that SHA-256, none where there is no such file."""
    try:
        return path(archive, sha256).stat().st_size
    except OSError:
        return 0


def path(archive: Archive, sha256: str) -> Path:
    """Return where the bytes with that SHA-256 lie, or would lie."""
    return archive.root / sha256[:2] / sha256


def names(archive: Archive) -> frozenset[str]:
    """Return the SHA-256 of every file that is there by its name; none of them is read."""
    folders = [each for each in os.scandir(archive.root) if each.is_dir() and len(each.name) == 2]
    return frozenset(each.name for folder in folders for each in os.scandir(folder))


def changed(archive: Archive, hashes: Sequence[str]) -> Iterator[str]:
    """Read the files with those SHA-256 and yield those that are missing or were changed."""

    def is_whole(sha256: str) -> bool:
        digest = hashlib.sha256()
        try:
            with path(archive, sha256).open("rb") as blob:
                while piece := blob.read(_PIECE):
                    digest.update(piece)
        except OSError:
            return False
        return digest.hexdigest() == sha256

    # Hashing leaves the interpreter to others, and so does the disk.
    with ThreadPoolExecutor(_READERS, thread_name_prefix="archive") as pool:
        whole = pool.map(is_whole, hashes)
        yield from (each for each, good in zip(hashes, whole, strict=True) if not good)


def remove(archive: Archive, hashes: Collection[str]) -> int:
    """Remove files that nothing speaks of any more; return how many were there."""
    removed = 0
    for each in hashes:
        with contextlib.suppress(FileNotFoundError):
            path(archive, each).unlink()
            removed += 1
    return removed


def sweep(archive: Archive, before: dt.datetime) -> int:
    """Remove what writes that were interrupted `before` that time left behind; return how many."""
    removed = 0
    for each in (archive.root / "tmp").iterdir():
        # Another process may finish or sweep the same file meanwhile.
        with contextlib.suppress(FileNotFoundError):
            if each.stat().st_mtime < before.timestamp():
                each.unlink()
                removed += 1
    return removed


def _put(archive: Archive, sha256: str, data: bytes) -> None:
    place = path(archive, sha256)
    if _holds(place, data):
        # Another process may have renamed it a moment ago and not flushed the folder yet.
        _flush_folder(place.parent)
        return
    temporary = archive.root / "tmp" / secrets.token_hex(16)
    _write(temporary, data)
    if not place.parent.exists():
        place.parent.mkdir(exist_ok=True)
        _flush_folder(archive.root)
    temporary.replace(place)
    kill_point("blob_renamed")
    _flush_folder(place.parent)
    _flush_folder(temporary.parent)
    kill_point("blob_folders_flushed")


def _holds(place: Path, data: bytes) -> bool:
    try:
        return place.stat().st_size == len(data) and place.read_bytes() == data
    except FileNotFoundError:
        return False


def _write(place: Path, data: bytes) -> None:
    with _new(place) as blob:
        kill_point("blob_opened")
        half = len(data) // 2
        blob.write(data[:half])
        kill_point("blob_half_written")
        blob.write(data[half:])
        blob.flush()
        kill_point("blob_written")
        os.fsync(blob.fileno())
    kill_point("blob_flushed")


def _new(place: Path) -> BinaryIO:
    return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "wb")


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle on a folder to flush
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
