"""The leaves of a mail's structure: their bytes, and what a declared type says about being a document."""

import base64
import email
import itertools
import re
from email.message import Message
from email.policy import compat32

from extractors.mail.headers import content, raw
from models.errors import ErrorCode
from models.page import FileFormat
from models.reading import Failure

CALENDAR, CARD, SIGNED, KEY = "calendar", "business card", "digital signature", "public key"
REPORT, STYLE, SYSTEM, CONTROL = "delivery report", "style sheet", "system file", "encryption header"
TYPES = {
    "text/calendar": CALENDAR,
    "application/ics": CALENDAR,
    "text/vcard": CARD,
    "text/x-vcard": CARD,
    "text/directory": CARD,
    "application/pkcs7-signature": SIGNED,
    "application/x-pkcs7-signature": SIGNED,
    "application/pgp-signature": SIGNED,
    "application/pgp-keys": KEY,
    "message/delivery-status": REPORT,
    "message/global-delivery-status": REPORT,
    "message/disposition-notification": REPORT,
    "message/feedback-report": REPORT,
    "text/rfc822-headers": REPORT,
    "text/css": STYLE,
    "application/applefile": SYSTEM,
    "application/pgp-encrypted": CONTROL,
}
"""Declared types that are no documents, and why."""
ENDINGS = {".ics": CALENDAR, ".vcf": CARD, ".p7s": SIGNED, ".css": STYLE}
"""The same for parts whose type says nothing."""
PLAIN = frozenset(
    {FileFormat.TEXT, FileFormat.CSV, FileFormat.HTML, FileFormat.XML, FileFormat.UNKNOWN, FileFormat.MAIL}
)
"""What such parts consist of; a PDF is a document under any declared type."""
ENCRYPTED = Failure(
    ErrorCode.ENCRYPTED, "The content is encrypted. Ask the sender to send it without encryption."
)
PARTIAL = Failure(
    ErrorCode.UNSUPPORTED, "This is one piece of a mail that was sent in pieces. Ask for it in one piece."
)
ELSEWHERE = Failure(
    ErrorCode.UNSUPPORTED, "The mail only names a file that lies elsewhere. Ask the sender to attach it."
)
WRAPPED = Failure(
    ErrorCode.UNSUPPORTED,
    "The mail is wrapped in its digital signature (S/MIME). Ask the sender to send it unsigned.",
)
LOST = Failure(
    ErrorCode.DAMAGED, "This part is cut off or damaged in the mail. Ask the sender to send it again."
)
EMBEDDED = Failure(
    ErrorCode.UNSUPPORTED, "An object stands in the mail's text, which is not read. Ask for it as a file."
)
DAMAGED_TYPE, OBJECT_TYPE = "application/x-damaged", "application/x-embedded-object"
"""How the readers of Outlook's files mark what they cannot give."""
CUT = Failure(ErrorCode.DAMAGED, "The mail ends in the middle of this part. Ask the sender to send it again.")
TEXTS = frozenset({FileFormat.TEXT, FileFormat.CSV, FileFormat.HTML, FileFormat.EDI})
"""Formats that look whole when their end is missing."""
BASE64 = re.compile(rb"[A-Za-z0-9+/]+=*")
STRAY = 0.1
"""So great a share of lines with other characters was damaged on the way; more are something else."""
NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
SIGNED_DATA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
"""The object identifier of signed, not encrypted, content (RFC 5652, 5.1)."""


def payload(part: Message) -> bytes:
    """Return the bytes of a leaf; what is wrongly encoded is decoded as far as it goes."""
    if part.is_multipart():
        return written(part)
    encoding = encoding_of(part)
    if encoding == "base64":
        return _base64(_stated(part))
    if raw(part, "content-transfer-encoding") and encoding:
        del part["content-transfer-encoding"]
        part["Content-Transfer-Encoding"] = encoding
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):  # an encoding that breaks off
        data = str(content(part)).encode("utf-8", "surrogateescape")
    return data


def _stated(part: Message) -> bytes:
    """Return what stands in the mail for a part; only without an encoding its bytes come as they are."""
    encoding = raw(part, "content-transfer-encoding")
    del part["content-transfer-encoding"]
    data = part.get_payload(decode=True)
    part["Content-Transfer-Encoding"] = encoding
    return data if isinstance(data, bytes) else b""


def written(part: Message) -> bytes:
    """Return a part as it stands, head and all, as far as it can be written again."""
    try:
        return part.as_bytes()
    except (ValueError, KeyError, TypeError, AttributeError, LookupError, RecursionError):
        return b""


def encoding_of(part: Message) -> str:
    """Return the transfer encoding; quotes, blanks and remarks around it do not count."""
    return raw(part, "content-transfer-encoding").partition(";")[0].strip(" \t\"'").lower()


def _base64(stated: bytes) -> bytes:
    """Decode every run of characters up to its padding: some programs encode a file in pieces.

    What is no base64 at all is returned as it stands.
    """
    lines = [line.strip() for line in stated.splitlines() if line.strip()]
    proper = [bool(BASE64.fullmatch(line)) for line in lines]
    if not any(proper):
        return stated
    if proper.count(False) > len(lines) * STRAY:  # the encoded lines are followed by others
        lines = list(itertools.takewhile(BASE64.fullmatch, lines))
    found = bytearray()
    for run in re.split(rb"=+", b"".join(lines)):
        characters = NOT_BASE64.sub(b"", run)
        if len(characters) % 4 == 1:  # the last one is not even a byte
            characters = characters[:-1]
        found += base64.b64decode(characters + b"=" * (-len(characters) % 4))
    return bytes(found)


def is_picture(part: Message, found: FileFormat) -> bool:
    """Tell whether a part is a picture, by its content or, of a kind that nobody reads, as declared."""
    return found is FileFormat.IMAGE or (part.get_content_maintype() == "image" and found in PLAIN)


def is_cut(part: Message, page: str | None) -> bool:
    """Tell whether a text itself shows that its end is missing; `page` is it where it is HTML."""
    if encoding_of(part) == "base64":
        stated = content(part)
        return isinstance(stated, str) and len(re.sub(r"\s", "", stated)) % 4 != 0
    return page is not None and "<html" in page.lower() and "</html" not in page.lower()


def why_ignored(kind: str, name: str | None, found: FileFormat) -> str | None:
    """Return why a part of that declared type is no document, None where it may be one."""
    if found not in PLAIN:
        return None
    ending = "." + (name or "").rpartition(".")[2].lower()
    return TYPES.get(kind) or ENDINGS.get(ending)


FAILING = {
    "message/partial": PARTIAL,
    "message/external-body": ELSEWHERE,
    DAMAGED_TYPE: LOST,
    OBJECT_TYPE: EMBEDDED,
}
"""Declared types of what is not in the mail."""


def why_unreadable(part: Message, data: bytes, found: FileFormat) -> Failure | None:
    """Return why a part cannot be read, None where nothing is known against it."""
    kind = part.get_content_type()
    if kind in {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
        return WRAPPED if SIGNED_DATA in data[:64] else ENCRYPTED
    if found in PLAIN and b"-----BEGIN PGP MESSAGE-----" in data[:4096]:
        return ENCRYPTED
    return FAILING.get(kind)


def nested(part: Message) -> Message:
    """Return the mail in a part; some programs encode it, which the standard forbids."""
    inside = part.get_payload(0)
    assert isinstance(inside, Message)
    if encoding_of(part) not in {"base64", "quoted-printable"} or inside.keys():
        return inside
    carrier = Message()
    carrier["Content-Transfer-Encoding"] = encoding_of(part)
    carrier.set_payload(content(inside))
    return email.message_from_bytes(payload(carrier), policy=compat32)
