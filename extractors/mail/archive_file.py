"""Zip archives as their files; names are only ever shown, never used as paths."""

import zipfile
from dataclasses import dataclass

from extractors.mail.headers import base_name
from extractors.readers.decoding import decode
from extractors.readers.zip_gate import member, open_zip
from models.errors import Unreadable
from models.reading import Failure

UTF8_NAME = 0x800
"""The flag that says that a name is UTF-8 (APPNOTE.TXT, 4.4.4); without it the code page is unknown."""
SYSTEM_FILES = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive; `failure` says why it cannot be unpacked, its `content` is empty then."""

    name: str
    content: bytes
    failure: Failure | None = None
    system: bool = False


def members(data: bytes) -> list[Member]:
    """Return the files in an archive, in its order, folders left out.

    Raises:
        Unreadable: The archive is damaged, or larger than the budget of `zip_gate`.
    """
    with open_zip(data) as opened:
        return [_member(opened, info) for info in opened.infolist() if not info.filename.endswith("/")]


def _member(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    full = name(info)
    shown = base_name(full) or "unnamed"
    system = any(each in full for each in SYSTEM_FILES)
    try:
        return Member(shown, member(opened, info), system=system)
    except Unreadable as refused:
        return Member(shown, b"", Failure(refused.code, refused.message), system)


def name(info: zipfile.ZipInfo) -> str:
    """Return a member's name; Chinese programs write GBK where the format foresees code page 437."""
    if info.flag_bits & UTF8_NAME:
        return info.filename
    try:
        return decode(info.orig_filename.encode("cp437"))
    except UnicodeEncodeError:
        return info.filename
