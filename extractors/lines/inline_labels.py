"""Labelled lines inside an item: "Our ref 49-64881", "Del. 12.06.2026 | your item 10024680 | dwg GA-4410"."""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields import dates, parts, periods
from extractors.header import label_words
from extractors.lines.headings import CODES, Heading, recognise
from extractors.vocabulary.meanings import Role

INLINE = CODES | {Role.DRAWING, Role.DELIVERY, Role.SPECIFICATION, Role.OTHER, Role.REMARK, Role.UNIT}
"""Roles that a labelled line inside an item may have."""
SPACED = CODES | {Role.DRAWING}
"""Those of them that need no colon before their value: it is a code."""
LONGEST_DATE = 24
FIGURES = 7
"""An item number within an order has fewer figures."""
CODE_TAIL = re.compile(r"^[A-Za-z0-9][\w\-./]*\d[\w\-./]*$")
CLOSE_LABEL = re.compile(r"[\u4e00-\u9fff（）()/]{1,11}[号码號碼](?=[A-Za-z\d])")
"""A label in Chinese that its value follows without a mark: 图纸号5-59131-04."""
MARK = re.compile(r"\s*(?P<strong>[|│;；])\s*|\s*[，、]\s*|,\s+|\s+[-–—/·•]\s+|\s{2,}")
"""What parts the labelled pieces of a line; a weak mark does so only before a label."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: `text[start:end]` is the value of `role`, or says nothing that is known."""

    role: Role | None
    heading: Heading | None
    start: int
    end: int


@functools.lru_cache(maxsize=4096)
def recognise_inline(text: str) -> tuple[Role, Heading, int] | None:
    """Return the role of a labelled line inside an item ("Our ref 49-64881"), and its value's start."""
    colon = label_words.COLON.search(text)
    if colon is not None:
        heading = recognise(text[: colon.start()])
        return _inline(heading, colon.end(), text)
    close = CLOSE_LABEL.match(text)
    if close is not None:
        found = _inline(recognise(close[0]), close.end(), text)
        return found if found is not None and _needs_no_colon(found[0], text[close.end() :]) else None
    for space in reversed(list(re.finditer(r"\s+", text[:40]))):
        heading = recognise(text[: space.start()])
        found = _inline(heading, space.end(), text)
        if found is not None and _needs_no_colon(found[0], text[space.end() :]):
            return found
    return None


def pieces(text: str) -> Sequence[Piece]:
    """Return the labelled pieces of a line, and what stands between them; nothing where none is labelled."""
    spans = list(_spans(text))
    found = [_piece(text, start, end) for start, end in spans]
    return found if any(piece.role is not None for piece in found) else ()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in MARK.finditer(text):
        behind = MARK.search(text, mark.end())
        following = text[mark.end() : behind.start() if behind else len(text)]
        if mark["strong"] or recognise_inline(following) is not None:
            yield start, mark.start()
            start = mark.end()
    yield start, len(text)


def _piece(text: str, start: int, end: int) -> Piece:
    found = recognise_inline(text[start:end])
    if found is None:
        return Piece(None, None, start, end)
    role, heading, at = found
    return Piece(role, heading, start + at, end)


def _needs_no_colon(role: Role, value: str) -> bool:
    """Tell whether a value speaks for itself: it is a code where one is named, a date where one is due."""
    if role in SPACED:
        return CODE_TAIL.match(parts.revision(value)[0] if role is Role.DRAWING else value) is not None
    due = role is Role.DELIVERY and len(value) <= LONGEST_DATE
    return due and (bool(dates.parse(value)) or periods.parse(value) is not None)


def _inline(heading: Heading | None, start: int, text: str) -> tuple[Role, Heading, int] | None:
    value = text[start:].strip()
    if heading is None or not heading.exact or not value:
        return None
    long = len(heading.text.strip()) > len("Item") and len(value) >= FIGURES
    if heading.role is Role.LINE_NUMBER and long and CODE_TAIL.match(value):
        heading = replace(heading, roles=frozenset({Role.PART}))  # "Item number: 10060745" below an item
    return (heading.role, heading, start) if heading.role in INLINE else None
