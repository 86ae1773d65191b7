"""What a file is, by its content alone: names and declared types are often wrong."""

import io
import itertools
import re
import zipfile
from collections import Counter
from collections.abc import Sequence

from extractors.late import late
from extractors.readers import compound_file
from extractors.readers.decoding import decode
from models.errors import ErrorCode
from models.page import FileFormat
from models.reading import Failure

PICTURES = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|II\*\0|MM\0\*|II\+\0|MM\0\+|GIF8[79]a|RIFF....WEBP"
    rb"|BM.{4}\0\0\0\0|\0\0\0.ftyp(?:hei[cfx]|mif1|avif)",
    re.DOTALL,
)
EDI = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:UNA.{6}\s*UNB|UNB[^\w\s]|ISA[^\w\s]\d\d[^\w\s]|EDI_DC40)", re.DOTALL
)
"""How EDIFACT (ISO 9735), X12 and flat IDocs begin."""
STARTS = (
    (re.compile(rb"%PDF-"), FileFormat.PDF),
    (PICTURES, FileFormat.IMAGE),
    (re.compile(rb"\x78\x9f\x3e\x22"), FileFormat.TNEF),
    (re.compile(rb"\x09\x08.\0.[\5\6]", re.DOTALL), FileFormat.XLS),
    (EDI, FileFormat.EDI),
)
ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = compound_file.SIGNATURE
MARKUP = late(
    r"<(?:!doctype\s+html|html|head|body|meta|title|style|table|tbody|tr|td|div|p|br|span|font|center|h[1-6])\b",
    re.IGNORECASE,
)
XML = late(r"<\?xml\b|(?:<!DOCTYPE\s[^>]*>\s*)?<(?:[\w.-]+:)?[\w.-]+(?:\s[^<>]*)?/?>")
"""An XML declaration, or a root element; that of a text without declaration must also be closed."""
HEADER = re.compile(rb"([!-9;-~]{1,76})[ \t]*:")
MIME_TYPE = re.compile(rb"content-type\s*:\s*(?:multipart|message|text)/", re.IGNORECASE)
TELLING = frozenset(
    b"received return-path message-id mime-version dkim-signature delivered-to in-reply-to x-mailer".split()
)
"""Headers that stand in nothing but mails."""
USUAL = frozenset(b"from to cc subject date reply-to sender content-type".split())
ENCODING = frozenset(b"content-transfer-encoding content-disposition bcc".split())
DELIMITERS = "\t;,|"
MANY = 5
"""So many columns at least make a table of half of the lines."""
DECLARED = late(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
"""The first line that Excel writes and reads to name the delimiter."""
QUOTED = late(r'(?<![^\t;,|\n])"(?:[^"]|"")*+"(?=[\t;,|\r\n]|\Z)')
"""A quoted cell, which may hold delimiters and line breaks."""
CONTROL = late(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HEAD = 64 * 1024
SAVED = re.compile(rb"^(?:snapshot-)?content-location:", re.IGNORECASE | re.MULTILINE)
"""The header of a page that says where it was saved from."""

SAVE_AS = "Ask the sender for a PDF, or open it in Office and save it as {}."
OLD_OFFICE = (
    ("WordDocument", "an old Word file (.doc)", SAVE_AS.format(".docx")),
    ("PowerPoint Document", "an old PowerPoint file", SAVE_AS.format(".pdf")),
)
"""Compound files that no reader takes, by a stream that they have."""
REFUSED = (
    (
        re.compile(rb"\x09[\0\2\4][\4\6]\0"),
        "an Excel file older than Excel 5",
        SAVE_AS.format(".xlsx"),
    ),
    (re.compile(rb"Rar!\x1a\x07"), "a RAR archive", "Unpack it and send the files, or a .zip."),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "a 7z archive", "Unpack it and send the files, or a .zip."),
    (re.compile(rb"\x1f\x8b|BZh\d|\xfd7zXZ"), "a compressed file", "Unpack it and send the file itself."),
    (re.compile(rb"\s*\{\\rtf"), "an RTF file", SAVE_AS.format(".docx")),
    (re.compile(rb"AC10\d\d"), "an AutoCAD drawing", "Ask the sender for a PDF if it is needed."),
    (re.compile(rb"\s*ISO-10303-21"), "a STEP model", "Ask the sender for a PDF if it is needed."),
    (re.compile(rb"%!PS"), "a PostScript file", "Ask the sender for a PDF."),
)
"""What is recognised only to say what it is and what to do; the first that fits speaks."""
PACKAGES = (
    ("OFD.xml", "an OFD document", "Open it in an OFD reader and print it as a PDF."),
    ("xl/workbook.bin", "a binary Excel file (.xlsb)", SAVE_AS.format(".xlsx")),
    ("ppt/presentation.xml", "a PowerPoint file", SAVE_AS.format(".pdf")),
    ("content.xml", "an OpenDocument file", SAVE_AS.format(".docx or .xlsx")),
)


def identify(data: bytes) -> FileFormat:
    """Return the format of a file; UNKNOWN where no reader is for it, `refusal` then says more."""
    for start, found in STARTS:
        if start.match(data):
            return found
    if data.startswith(ZIPS):
        return _zipped(data)
    if data.startswith(OLE):
        return _compound(data)
    if any(pattern.match(data) for pattern, _, _ in REFUSED):
        return FileFormat.UNKNOWN
    if looks_like_mail(data):
        return FileFormat.HTML if is_web_archive(data) else FileFormat.MAIL
    # The PDF header may follow rubbish, within the first kilobyte (ISO 32000-1, annex H.3.4.1).
    return FileFormat.PDF if b"%PDF-" in data[:1024] else _text(data)


def refusal(data: bytes) -> Failure:
    """Say why no reader takes a file, and what to do."""
    if not data.strip(b"\0 \t\r\n"):
        return Failure(ErrorCode.EMPTY, "The file is empty. Ask the sender to send it again.")
    if data.startswith(OLE):
        return _refused_compound(data)
    if b"-----BEGIN PGP MESSAGE-----" in data[:HEAD]:
        return Failure(
            ErrorCode.ENCRYPTED, "The content is encrypted (PGP). Ask the sender for an open copy."
        )
    what, remedy = _named(data)
    return Failure(ErrorCode.UNSUPPORTED, f"This is {what}, which is not read. {remedy}")


def _refused_compound(data: bytes) -> Failure:
    names = compound_file.names(data)
    if not names:
        return Failure(
            ErrorCode.DAMAGED, "The Office file is damaged or cut off. Ask the sender to send it again."
        )
    if "EncryptedPackage" in names:
        return Failure(
            ErrorCode.ENCRYPTED, "The Office file has a password. Ask the sender for an open copy."
        )
    what, remedy = next(
        ((what, remedy) for stream, what, remedy in OLD_OFFICE if stream in names),
        ("an old Office file", SAVE_AS.format(".docx or .xlsx")),
    )
    return Failure(ErrorCode.UNSUPPORTED, f"This is {what}, which is not read. {remedy}")


def _named(data: bytes) -> tuple[str, str]:
    if data.startswith(ZIPS):
        names = set(_names(data))
        for member, what, remedy in PACKAGES:
            if member in names:
                return what, remedy
    for pattern, what, remedy in REFUSED:
        if pattern.match(data):
            return what, remedy
    return "a file of an unknown kind", "Ask the sender for a PDF, Word or Excel file."


def _names(data: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            return opened.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        # The directory at the end is damaged; the names also stand before each member.
        heads = re.finditer(rb"PK\x03\x04.{22}(..)..", data, re.DOTALL)
        return [
            data[head.end() : head.end() + int.from_bytes(head[1], "little")].decode("utf-8", "replace")
            for head in heads
        ]


def _compound(data: bytes) -> FileFormat:
    """Tell compound files apart by the streams in their outermost folder."""
    names = compound_file.names(data)
    if names & {"Workbook", "Book"}:
        return FileFormat.XLS
    return FileFormat.OUTLOOK if "__properties_version1.0" in names else FileFormat.UNKNOWN


def _zipped(data: bytes) -> FileFormat:
    names = set(_names(data))
    if names & {member for member, _, _ in PACKAGES}:
        return FileFormat.UNKNOWN
    if "[Content_Types].xml" in names or any(name.endswith(".xml.rels") for name in names):
        if any(name.startswith("word/") for name in names):
            return FileFormat.DOCX
        if any(name.startswith("xl/") for name in names):
            return FileFormat.XLSX
    return FileFormat.ZIP


def looks_like_mail(data: bytes) -> bool:
    """Tell whether a file begins with a block of mail headers (RFC 5322)."""
    headers = _headers(data)
    if TELLING & headers.keys() or MIME_TYPE.match(headers.get(b"content-type", b"")):
        return True
    # A letter may begin with "From:" and "To:" as well; a mail's sender has an address.
    return len(USUAL & headers.keys()) >= 3 and b"@" in headers.get(b"from", b"")


def is_web_archive(data: bytes) -> bool:
    """Tell whether what begins like a mail is a web page saved in one file (RFC 2557): nobody sent it."""
    headers = _headers(data)
    sent = (TELLING - {b"mime-version"}) | {b"to"}
    saved = b"x-document-type" in headers or SAVED.search(data[:HEAD])
    return (
        b"multipart/related" in headers.get(b"content-type", b"").lower()
        and bool(saved)
        and not sent & headers.keys()
        and b"@" not in headers.get(b"from", b"")
    )


def is_headed(data: bytes) -> bool:
    """Tell whether a file begins with any header that mails have: enough for what arrived as a mail."""
    return bool((TELLING | USUAL | ENCODING) & _headers(data).keys())


def _headers(data: bytes) -> dict[bytes, bytes]:
    """Return the first line of each header at the start of a file; a broken line or two may stand between."""
    headers: dict[bytes, bytes] = {}
    broken = 0
    for line in data[:HEAD].lstrip(b"\xef\xbb\xbf\r\n").splitlines():
        named = HEADER.match(line)
        if named:
            headers.setdefault(named[1].lower(), line)
        elif not line.strip() or broken == 2:
            break
        elif not line.startswith((b" ", b"\t", b"From ", b">From ")):
            broken += 1
    return headers


def _text(data: bytes) -> FileFormat:
    head = decode(data[:HEAD])
    if not head.strip() or len(CONTROL.findall(head)) > len(head) // 500:
        return FileFormat.UNKNOWN
    start = re.sub(r"^\s*(?:<!--.*?-->\s*)+", "", head, flags=re.DOTALL).lstrip()[:4000]
    if MARKUP.match(start) or (start.startswith("<?xml") and re.search(r"<html\b", start, re.IGNORECASE)):
        return FileFormat.HTML
    if XML.match(start) and (start.startswith("<?xml") or data.rstrip(b"\0 \t\r\n").endswith(b">")):
        return FileFormat.XML
    return FileFormat.CSV if delimiter(head) else FileFormat.TEXT


def delimiter(text: str) -> str | None:
    """Return what parts the columns of a text when nearly all its lines have the same number of them."""
    declared = DECLARED.match(text)
    if declared:
        return declared[1]
    lines = [line for line in QUOTED.sub('""', text).splitlines() if line.strip()][:200]
    if len(lines) < 2:
        return None
    for mark in DELIMITERS:
        found = [_outside_quotes(line).count(mark) for line in lines]
        usual, agreeing = Counter(found).most_common(1)[0]
        enough = usual >= (2 if mark in ",|" else 1)
        if enough and (agreeing >= 0.8 * len(lines) or _is_above_notes(found, usual)):
            return mark
    return None


def _is_above_notes(counts: Sequence[int], usual: int) -> bool:
    """Tell whether a table of many columns stands above notes: a short order, and what is said below it."""
    rows = list(itertools.takewhile(lambda count: count == usual, counts))
    return usual >= MANY and len(rows) > 1 and 2 * len(rows) >= len(counts)


def _outside_quotes(line: str) -> str:
    return re.sub(r'"[^"]*"', "", line)
