"""EDI messages as numbered segments of elements of components (ISO 9735, ASC X12.6)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.readers import edi_file
from models.errors import ErrorCode, Unreadable
from models.page import Attachment
from models.reading import Evidence


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment: `elements` without the tag, each with its components; `where` is its place.

    `point` is the sign that the interchange declares for decimals.
    """

    tag: str
    elements: tuple[tuple[str, ...], ...]
    where: str
    point: str = "."

    def at(self, element: int, component: int = 0) -> str:
        """Return a component; elements count from 1 as in the directories, components from 0."""
        parts = self.elements[element - 1] if element <= len(self.elements) else ()
        return parts[component].strip() if component < len(parts) else ""

    def spot(self, element: int, component: int = 0) -> Evidence | None:
        """Return a component with its place, None where it is empty."""
        text = self.at(element, component)
        return Evidence(text, where=self.where) if text else None


def parse(data: Attachment) -> list[Segment]:
    """Return the segments of an EDI text, numbered as they are shown."""
    text = data.text
    if text.startswith("ISA"):
        marks = (text[3:4], text[104:105], "")
    else:
        marks = (text[4], text[3], text[6].strip()) if text.startswith("UNA") else ("+", ":", "?")
    prefix = f"{data.name} " if data.name else ""
    point = text[5] if text.startswith("UNA") else "."
    found = enumerate(edi_file.segments(text), 1)
    return [_segment(each, marks, f"{prefix}segment {at}", point) for at, each in found]


def _segment(text: str, marks: tuple[str, str, str], where: str, point: str) -> Segment:
    element, component, release = marks
    tag, *elements = _split(text, element, release)
    parts = (tuple(_plain(each, release) for each in _split(one, component, release)) for one in elements)
    return Segment(tag.strip(), tuple(parts), where, point)


def _split(text: str, mark: str, release: str) -> list[str]:
    """Cut a text at a mark, except where the release character stands before it."""
    if not release or release not in text:
        return text.split(mark)
    inside = rf"(?:{re.escape(release)}.|[^{re.escape(release + mark)}])*"
    return re.findall(rf"(?:^|{re.escape(mark)})({inside})", text, re.DOTALL)


def _plain(text: str, release: str) -> str:
    if not release or release not in text:
        return text
    return re.sub(rf"{re.escape(release)}(.)", r"\1", text, flags=re.DOTALL)


def messages(segments: Iterable[Segment], start: str, end: str) -> list[list[Segment]]:
    """Return the segments of each message of an interchange, its first and its last included.

    Raises:
        Unreadable: A message has no end, or not as many segments as it says.
    """
    found: list[list[Segment]] = []
    complete = True
    for each in segments:
        if each.tag == start:
            if not complete:
                raise _cut()
            found.append([])
            complete = False
        if not complete:
            found[-1].append(each)
        if each.tag == end:
            if complete or each.at(1).lstrip("0") != str(len(found[-1])):
                raise _cut()
            complete = True
    if not complete:
        raise _cut()
    return found


def _cut() -> Unreadable:
    return Unreadable(
        ErrorCode.DAMAGED, "A part of the EDI message is missing. Ask the sender to send it again."
    )


def groups(
    segments: Sequence[Segment], start: str, end: str
) -> tuple[list[Segment], list[list[Segment]], list[Segment]]:
    """Return what stands before the lines, each line's segments, and what stands behind them."""
    head: list[Segment] = []
    lines: list[list[Segment]] = []
    for at, each in enumerate(segments):
        if each.tag == end:
            return head, lines, list(segments[at:])
        if each.tag == start:
            lines.append([each])
        else:
            (lines[-1] if lines else head).append(each)
    return head, lines, []


def tagged(segments: Iterable[Segment], tag: str, *qualifiers: str) -> list[Segment]:
    """Return the segments of a tag whose first component is one of the qualifiers, in their order."""
    found = [each for each in segments if each.tag == tag]
    if not qualifiers:
        return found
    return [each for qualifier in qualifiers for each in found if each.at(1) == qualifier]
