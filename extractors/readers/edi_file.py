"""EDI files (EDIFACT, X12, flat IDocs): the text for programs, and a line for each segment for people."""

import re

from extractors.late import late
from extractors.readers import interchanges, layout
from extractors.readers.decoding import decode
from extractors.readers.lines import Line, line
from models.errors import ErrorCode, Unreadable
from models.page import Attachment, FileFormat, SourceDocument

LARGEST = 10 * 1024 * 1024
BREAK = late(r"[\r\n]+")
MOST_LINES = 20_000
SYNTAX = re.compile(rb"^\s*(?:UNA.{6}\s*)?UNB.([A-Z]{4})", re.DOTALL)
LATIN, LATIN_9 = "iso8859-1", "iso8859-15"
LETTERS = {
    "UNOA": LATIN,
    "UNOB": LATIN,
    "UNOC": LATIN,
    "UNOD": "iso8859-2",
    "UNOE": "iso8859-5",
    "UNOF": "iso8859-7",
    "UNOG": "iso8859-3",
    "UNOH": "iso8859-4",
    "UNOI": "iso8859-6",
    "UNOJ": "iso8859-8",
    "UNOK": "iso8859-9",
    "UNOL": LATIN_9,
    "KECA": "euc_kr",
}
"""Code list 0001 of ISO 9735: the letters by the identifier of the syntax; KECA is that of Korea."""
KOREAN = 0xC8
"""The last row of the Korean syllables, which a table of Chinese characters reads as such."""
MOST = 500
"""So many interchanges one file may hold."""
LONGEST = 1_200
"""How many characters of a segment are shown."""


def read(data: bytes) -> SourceDocument:
    """Read an EDI file.

    Raises:
        Unreadable: It is cut off, or longer than any order.
    """
    if len(data) > LARGEST:
        raise Unreadable(ErrorCode.TOO_LARGE, "The EDI file is too long. Ask for the order alone.")
    text = _text(data).strip()
    if text.startswith("ISA") and len(text) < interchanges.ISA:
        raise Unreadable(ErrorCode.DAMAGED, "The EDI file is cut off. Ask the sender to send it again.")
    parts = [text] if text.startswith("EDI_DC40") else interchanges.split(text)
    if len(parts) > MOST:
        raise Unreadable(ErrorCode.TOO_LARGE, "The EDI file holds too many orders. Ask for one alone.")
    found = tuple(
        Attachment(f"interchange {at}" if at > 1 else None, text=each) for at, each in enumerate(parts, 1)
    )
    page = layout.page(1, [shown for each in found for shown in _lines(each)][:MOST_LINES])
    return SourceDocument(FileFormat.EDI, (page,), exact=True, attachments=found)


def _lines(data: Attachment) -> list[Line]:
    """Return the segments of an interchange as they are shown."""
    prefix = f"{data.name} " if data.name else ""
    return [line(each[:LONGEST], f"{prefix}segment {at}") for at, each in enumerate(segments(data.text), 1)]


def _text(data: bytes) -> str:
    """Return the text of a message, in the letters that its first segment declares.

    Latin letters are declared by programs that write Chinese ones too: their pairs of bytes tell those.
    """
    found = SYNTAX.search(data[:200])
    declared = LETTERS.get(found[1].decode("ascii")) if found else None
    text = decode(data, declared)
    guessed = declared in {LATIN, LATIN_9} and not _is_common(text, data)
    return data.decode(declared) if declared and guessed else text


def _is_common(text: str, data: bytes) -> bool:
    """Tell whether letters beyond ASCII are UTF-8, or Chinese ones that are in common use."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        common = "".join(each for each in text if each > "\x7f").encode("gb2312", "ignore")
        pairs = sum(byte > 0x7F for byte in data)
        return len(common) >= pairs > 0 and max(common[::2]) > KOREAN
    return True


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
