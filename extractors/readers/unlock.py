"""Copies without a password of files that have one, where the password is known.

PDF by pdfium (any scheme that it knows), zip archives by the standard library (ZipCrypto) and by `zip_aes`,
Office files by msoffcrypto ([MS-OFFCRYPTO] 2.3.4: standard and agile encryption). Nothing is written
anywhere, and no password is part of an answer.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Sequence

import msoffcrypto
import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.mail import archive_file
from extractors.readers import compound_file, zip_aes
from extractors.readers.pdf_calls import LOCK
from extractors.readers.zip_gate import BROKEN, open_zip
from models.errors import ErrorCode, Unreadable
from models.page import FileFormat

ENCRYPTED = 1
"""The flag of a member that has a password (APPNOTE.TXT, 4.4.4)."""
MOST_SPINS = 1_000_000
"""Office writes 100,000 rounds of hashing; a file that asks for far more only wants to keep us busy."""
SLOW = 32 * 1024 * 1024
"""ZipCrypto is undone byte by byte: an order is far smaller than this, unpacked."""


def unlocked(data: bytes, format: FileFormat, passwords: Sequence[str]) -> bytes:  # noqa: A002 - the word for it everywhere
    """Return the file as a copy without a password.

    Raises:
        Unreadable: None of the passwords opens it, or its kind of protection is not known.
    """
    opens = WAYS.get(format)
    if opens is not None:
        for password in passwords:
            found = opens(data, password)
            if found is not None:
                return found
    raise Unreadable(
        ErrorCode.ENCRYPTED, "No password that came with it opens the file. Ask for an open copy."
    )


def _pdf(data: bytes, password: str) -> bytes | None:
    with LOCK:
        try:
            document = pdfium.PdfDocument(data, password=password)
        except pdfium.PdfiumError:
            return None
        try:
            copy = io.BytesIO()
            document.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
        finally:
            document.close()
    return copy.getvalue()


def _archive(data: bytes, password: str) -> bytes | None:
    with open_zip(data) as opened:
        if sum(each.file_size for each in opened.infolist()) > SLOW:
            return None
        for written in dict.fromkeys((password.encode(), password.encode("gbk", "replace"))):
            copy = _copied(data, opened, written)
            if copy is not None:
                return copy
    return None


def _office(data: bytes, password: str) -> bytes | None:
    """Open a workbook or a text of Office 2007 or newer; its key is hashed out of the password."""
    if not data.startswith(compound_file.SIGNATURE):
        return None
    copy = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        if office.format != "ooxml" or office.info.get("spinValue", 0) > MOST_SPINS:
            return None
        office.load_key(password=password, verify_password=True)
        office.decrypt(copy)
    except Exception:  # noqa: BLE001 - a wrong password, or whatever a file breaks the foreign parser with
        return None
    return copy.getvalue()


def _copied(data: bytes, opened: zipfile.ZipFile, password: bytes) -> bytes | None:
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as packed:
            for info in opened.infolist():
                if info.is_dir():
                    continue
                content = _content(data, opened, info, password)
                if content is None:
                    return None
                packed.writestr(archive_file.name(info), content)
    except (*BROKEN, RuntimeError, struct.error):  # a wrong password, or a scheme that is not known
        return None
    return copy.getvalue()


def _content(data: bytes, opened: zipfile.ZipFile, info: zipfile.ZipInfo, password: bytes) -> bytes | None:
    if info.compress_type == zip_aes.AES:
        return zip_aes.content(data, info, password)
    with opened.open(info, pwd=password if info.flag_bits & ENCRYPTED else None) as stream:
        return stream.read(info.file_size)


WAYS: dict[FileFormat, Callable[[bytes, str], bytes | None]] = {
    FileFormat.PDF: _pdf,
    FileFormat.ZIP: _archive,
    # What is in an Office file with a password cannot be told before it is opened.
    FileFormat.UNKNOWN: _office,
}
"""How a file of a format is opened with a password."""
