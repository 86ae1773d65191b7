"""EDI files (EDIFACT, X12, flat IDocs): the text for programs, and a line for each segment for people."""

import re

from extractors.late import late
from extractors.readers import layout
from extractors.readers.decoding import decode
from extractors.readers.lines import line
from models.errors import ErrorCode, Unreadable
from models.page import Attachment, FileFormat, SourceDocument

LARGEST = 10 * 1024 * 1024
BREAK = late(r"[\r\n]+")
MOST_LINES = 20_000
ISA = 106
"""The length of the first segment of X12, whose elements have fixed widths (ASC X12.5)."""
LONGEST = 1_200
"""How many characters of a segment are shown."""


def read(data: bytes) -> SourceDocument:
    """Read an EDI file.

    Raises:
        Unreadable: It is cut off, or longer than any order.
    """
    if len(data) > LARGEST:
        raise Unreadable(ErrorCode.TOO_LARGE, "The EDI file is too long. Ask for the order alone.")
    text = decode(data).strip()
    if text.startswith("ISA") and len(text) < ISA:
        raise Unreadable(ErrorCode.DAMAGED, "The EDI file is cut off. Ask the sender to send it again.")
    lines = [line(each[:LONGEST], f"segment {at}") for at, each in enumerate(segments(text), 1)]
    page = layout.page(1, lines[:MOST_LINES])
    return SourceDocument(FileFormat.EDI, (page,), exact=True, attachments=(Attachment(None, text=text),))


def segments(text: str) -> list[str]:
    """Return the segments of a message, each as it is written; their places count from 1."""
    if text.startswith("EDI_DC40"):
        return [each for each in BREAK.split(text) if each.strip()]
    if text.startswith("ISA"):
        # The separator of segments is the character behind the 16 elements of ISA, which have fixed widths.
        return [each for each in map(_bare, text.split(text[105:106] or "~")) if each]
    release, terminator = _marks(text)
    found = re.findall(rf"(?:{release}.|[^{release}{terminator}])+", _body(text), re.DOTALL)
    return [each for each in map(_bare, found) if each]


def _marks(text: str) -> tuple[str, str]:
    """Return the release character and the end of segments; UNA states others than the usual ones."""
    stated = text[3:9] if text.startswith("UNA") else ":+.? '"
    return re.escape(stated[3]) if stated[3] != " " else re.escape("\0"), re.escape(stated[5])


def _body(text: str) -> str:
    return text[9:] if text.startswith("UNA") else text


def _bare(segment: str) -> str:
    return segment.strip("\r\n\t ")
