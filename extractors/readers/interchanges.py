"""The interchanges of an EDI file: each has its own separators, and lines may be broken anywhere.

Source: ISO 9735 (UNA states the separators of the interchange that follows it; the end of a line is no part
of the data) and ASC X12.5 (ISA has fixed widths, and its separators hold until IEA). A network that collects
messages writes one behind the other.
"""

import re
from collections.abc import Sequence

from extractors.late import late

_FOLD = r"[\r\n]*"
_UNA, _UNB, _ISA = (_FOLD.join(tag) for tag in ("UNA", "UNB", "ISA"))
START = late(
    rf"(?<![A-Za-z0-9])(?:(?:{_UNA}(?:{_FOLD}[^\r\n]){{5}}{_FOLD}.\s*)?{_UNB}{_FOLD}[^\w\s]{_FOLD}U{_FOLD}N{_FOLD}O"
    rf"|{_ISA}{_FOLD}([^\w\s]){_FOLD}\w{_FOLD}\w{_FOLD}\1)",
    re.DOTALL,
)
"""How an interchange begins; a line may be broken in it."""
BREAK = late(r"\r\n?|\n")
ISA = 106
"""The length of the first segment of X12, whose elements have fixed widths (ASC X12.5)."""
UNSURE = "\N{REPLACEMENT CHARACTER}"
"""What stands where a broken line may have lost a blank."""
LEAST = 2
"""So many lines that are broken at one width show that it is the width of the lines."""


def split(text: str) -> list[str]:
    """Return the interchanges of a text, the broken lines of each joined."""
    starts = [0, *(match.start() for match in START.finditer(text) if match.start())]
    parts = zip(starts, [*starts[1:], len(text)], strict=True)
    return [joined(text[start:end].strip()) for start, end in parts]


def joined(text: str) -> str:
    """Return an interchange without the ends of lines that stand in the middle of a segment."""
    element, component, release, end = _marks(text)
    if end in "\r\n":
        return text
    lines = [each for each in BREAK.split(text) if each]
    broken = [len(each) for each in lines[:-1] if not _is_ended(each, release, end)]
    width = max(broken, default=0)
    width = width if broken.count(width) >= LEAST else 0
    beside = {element, component, end}
    return "".join(_seamed(lines, at, width, beside) for at in range(len(lines)))


def _marks(text: str) -> tuple[str, str, str, str]:
    """Return the separators of elements and components, the release character, and the end of segments."""
    if text.startswith("ISA"):
        first = text[:ISA] if not BREAK.search(text[: ISA - 1]) else BREAK.sub("", text[: 2 * ISA])
        return first[3:4], first[ISA - 2 : ISA - 1], "", first[ISA - 1 : ISA] or "~"
    if text.startswith("UNA") and len(text) > 8:
        return text[4], text[3], text[6].strip(), text[8]
    return "+", ":", "?", "'"


def _is_ended(line: str, release: str, end: str) -> bool:
    """Tell whether a segment ends with a line; a released end is none."""
    bare = line.rstrip()
    if not bare.endswith(end):
        return False
    before = bare[: -len(end)]
    return not release or (len(before) - len(before.rstrip(release))) % 2 == 0


def _seamed(lines: Sequence[str], at: int, width: int, beside: set[str]) -> str:
    """Return a line as it is joined with the next; a shorter one than the others has lost a blank."""
    line = lines[at]
    if at + 1 == len(lines) or len(line) == width or line[-1] in beside or lines[at + 1][0] in beside:
        return line
    return line + UNSURE
