"""Kept exports as they are read: from their quick form where there is one, else from the file itself.

A form is made when an export is taken in, and again by whoever misses it: after a restore, or when this
program reads such files otherwise. The file is held against its SHA-256 each time all the same: what is
damaged counts as missing, also where its form is whole.
"""

import functools
import hashlib
import importlib.metadata
import sys
from pathlib import Path

from models import archive, packs
from models.archive import Archive, BlobCorruptError
from sap import packed, table
from sap.packed import About, Packing
from sap.table import Content, Scanned

FROM = 500_000
"""Bytes of a file from which on a form is worth keeping."""
ROOT = Path(__file__).parent.parent
CODE = (
    *(f"sap/{each}.py" for each in ("blocks", "packed", "table", "delimited", "markup")),
    *("sap/long_workbook.py", "sap/old_workbook.py", "extractors/readers", "extractors/fields"),
)
"""What decides which cells a file has."""
LIBRARIES = ("openpyxl", "python-calamine", "lxml")


def read(blobs: Archive, sha256: str, name: str) -> Content:
    """Return a kept export, to be gone through.

    Raises:
        BlobCorruptError: The file is missing or was changed.
        UsageError: It is no table.
    """
    form = packs.get(blobs, sha256)
    if form is not None:
        if next(archive.changed(blobs, [sha256]), None) is not None:
            raise BlobCorruptError(f"the kept file {sha256} is missing or was changed")
        sources = packed.unpack(form, _about(sha256, name))
        if sources is not None:
            return Scanned(sources)
    data = archive.get(blobs, sha256)
    sheets = table.scanned(data, name)
    keep(blobs, sha256, name, packing(sheets, len(data)))
    return sheets


def packing(sheets: Scanned, size: int) -> Packing | None:
    """Return an export of so many bytes to be packed on the way; None where a form is not worth it."""
    return Packing(sheets.sources) if size >= FROM else None


def keep(blobs: Archive, sha256: str, name: str, on_the_way: Packing | None) -> None:
    """Keep the quick form of an export, if it is worth it."""
    form = on_the_way.form(_about(sha256, name)) if on_the_way is not None else None
    if form is not None:
        packs.put(blobs, sha256, form)


def compact(data: bytes, name: str) -> Scanned:
    """Return an export that is not kept here, opened; a long one packed, to be gone through again quickly.

    Raises:
        UsageError: It is no table.
    """
    sheets = table.scanned(data, name)
    form = packed.pack(sheets.sources, {}) if len(data) >= FROM else None
    sources = packed.unpack(form, {}) if form is not None else None
    return sheets if sources is None else Scanned(sources)


def _about(sha256: str, name: str) -> About:
    # Text files have one sheet that bears their name.
    return {"source": sha256, "name": name, "reader": _reader()}


@functools.cache
def _reader() -> str:
    """Return what tells readers apart that may find other cells: the code, and what it stands on."""
    versions = [f"{each} {importlib.metadata.version(each)}" for each in LIBRARIES]
    digest = hashlib.sha256("\n".join([*versions, f"Python {sys.version}"]).encode())
    for each in sorted(file for part in CODE for file in _files(ROOT / part)):
        digest.update(each.read_bytes())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else list(path.rglob("*.py"))
