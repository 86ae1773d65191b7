"""The text of a mail in Outlook's compressed RTF ([MS-OXRTFCP]), and the page in it ([MS-OXRTFEX])."""

import html
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from extractors.readers.decoding import codec

PACKED, PLAIN = 0x75465A4C, 0x414C454D
HEADER = 16
WINDOW = 4096
MOST_TIMES = 9
"""No run is longer than 17 bytes, and each takes two and its share of a flag."""
PRESET = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What the window holds before the first character ([MS-OXRTFCP] 2.1.3.1.5)."""
TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
UNSEEN = frozenset(
    (
        "fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr footnote"
        " annotation themedata colorschememapping listtable listoverridetable rsidtbl generator latentstyles"
        " datastore xmlnstbl mhtmltag fldinst nonshppict"
    ).split()
)
"""Groups whose text is none of the mail's."""
BREAKS = {"par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "tab": "\t", "cell": "\t"}
SIGNS = {
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "endash": "–",
    "emdash": "—",
    "emspace": " ",
    "enspace": " ",
}
CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""The character sets of fonts (the control word fcharset)."""


@dataclass(frozen=True, slots=True)
class Rich:
    """The text of a mail; `page` tells that it is HTML."""

    text: str
    page: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces."""

    unseen: bool = False
    tag: bool = False
    outside: bool = False
    fonts: bool = False
    font: int = -1
    spare: int = 1


@dataclass(slots=True)
class _Reading:
    """RTF that is being read; `waiting` are bytes of one font, `passing` characters that stand in for one."""

    page: bool
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    found: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    fonts: dict[int, str] = field(default_factory=dict)
    charset: str = "cp1252"
    passing: int = 0
    starred: bool = False

    @property
    def group(self) -> _Group:
        return self.groups[-1]

    @group.setter
    def group(self, changed: _Group) -> None:
        self.groups[-1] = changed


def text_of(packed: bytes) -> Rich | None:
    """Return the text of compressed RTF, None where it is none."""
    data = unpacked(packed)
    if data is None or not data.lstrip().startswith(b"{\\rtf"):
        return None
    page = b"\\fromhtml" in data[:1000]
    reading = _Reading(page)
    for token in TOKEN.finditer(data):
        _take(reading, token)
    _flush(reading)
    # Characters beyond 16 bits are written as two halves.
    text = "".join(reading.found).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Rich(text, page)


def size(packed: bytes) -> int:
    """Return how large compressed RTF says, and its own size at the least allows, it is unpacked."""
    if len(packed) < HEADER:
        return 0
    stated: int = struct.unpack_from("<I", packed, 4)[0]
    return min(stated, MOST_TIMES * len(packed))


def unpacked(packed: bytes) -> bytes | None:
    """Return the RTF in a compressed stream, None where it is none or damaged."""
    if len(packed) < HEADER:
        return None
    stated, kind = struct.unpack_from("<II", packed, 4)
    if kind == PLAIN:
        return packed[HEADER : HEADER + stated]
    return b"".join(_pieces(packed))[:stated] if kind == PACKED else None


def _pieces(packed: bytes) -> Iterator[bytes]:
    """Yield characters, and runs that the window of the last 4,096 characters holds already."""
    window = bytearray(PRESET.ljust(WINDOW, b"\0"))
    at, place = HEADER, len(PRESET)
    while at < len(packed):
        flags, at = packed[at], at + 1
        for bit in range(8):
            if not flags >> bit & 1:
                run, at = packed[at : at + 1], at + 1
            else:
                stated, at = int.from_bytes(packed[at : at + 2], "big"), at + 2
                start = stated >> 4
                if start == place or at > len(packed):
                    return
                run = _run(window, start, (stated & 0xF) + 2, place)
            for each in run:
                window[place % WINDOW] = each
                place = (place + 1) % WINDOW
            yield bytes(run)


def _run(window: bytearray, start: int, length: int, place: int) -> bytes:
    """Return a run of the window, which may reach into what it is writing itself."""
    known = (place - start) % WINDOW
    run = bytes(window[(start + each) % WINDOW] for each in range(min(length, known)))
    return (run * (length // max(len(run), 1) + 1))[:length]


def _take(reading: _Reading, token: re.Match[bytes]) -> None:
    if token["brace"] == b"{":
        reading.groups.append(reading.group)
    elif token["brace"] == b"}":
        _flush(reading)
        if len(reading.groups) > 1:
            reading.groups.pop()
    elif token["word"]:
        number = int(token["number"]) if token["number"] else None
        _word(reading, token["word"].decode("ascii"), number)
    elif token["byte"]:
        _bytes(reading, bytes.fromhex(token["byte"].decode("ascii")))
    elif token["sign"]:
        _sign(reading, token["sign"])
    elif token["text"]:
        _bytes(reading, token["text"])


def _sign(reading: _Reading, sign: bytes) -> None:
    if sign == b"*":
        reading.starred = True
    elif sign in {b"\\", b"{", b"}"}:
        _bytes(reading, sign)
    elif sign == b"~":
        _say(reading, "\xa0")
    elif sign in {b"\r", b"\n"}:
        _say(reading, "\n")


def _word(reading: _Reading, word: str, number: int | None) -> None:
    _flush(reading)
    group, starred, reading.starred = reading.group, reading.starred, False
    if word == "htmltag":
        reading.group = replace(group, tag=True)
    elif word == "fonttbl":
        reading.group = replace(group, unseen=True, fonts=True)
    elif starred or word in UNSEEN:
        reading.group = replace(group, unseen=True)
    elif word == "htmlrtf":
        reading.group = replace(group, outside=number != 0)
    elif word == "u" and number is not None:
        _say(reading, chr(number % 0x10000))
        reading.passing = group.spare
    elif word in BREAKS or word in SIGNS:
        _say(reading, BREAKS.get(word) or SIGNS[word])
    else:
        _set(reading, word, number or 0)


def _set(reading: _Reading, word: str, number: int) -> None:
    """Note what a control word says about the characters that follow."""
    group = reading.group
    if word == "uc":
        reading.group = replace(group, spare=min(max(number, 0), 8))
    elif word == "ansicpg":
        reading.charset = codec("utf-8" if number == 65001 else f"cp{number}") or reading.charset
    elif word == "f":
        reading.group = replace(group, font=number)
    elif word == "plain":
        reading.group = replace(group, font=-1)
    elif word == "fcharset" and group.fonts and number in CHARSETS:
        reading.fonts[group.font] = CHARSETS[number]


def _bytes(reading: _Reading, data: bytes) -> None:
    passed = min(reading.passing, len(data))
    reading.passing -= passed
    reading.waiting += data[passed:]


def _flush(reading: _Reading) -> None:
    """Decode what stands in one font: a character may be written half as a code, half as it is."""
    if reading.waiting:
        charset = reading.fonts.get(reading.group.font, reading.charset)
        data = bytes(reading.waiting)
        reading.waiting.clear()
        _say(reading, data.decode(charset, "replace"))


def _say(reading: _Reading, text: str) -> None:
    if reading.waiting:
        _flush(reading)
    group = reading.group
    if group.unseen or (reading.page and group.outside):
        return
    escaped = reading.page and not group.tag
    reading.found.append(html.escape(text, quote=False) if escaped else text)
