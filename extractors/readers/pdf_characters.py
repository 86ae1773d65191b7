"""A PDF page's characters with their cells, straight from pdfium's text page."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, pairwise
from typing import NamedTuple

from extractors.late import late
from extractors.readers import pdf_calls as calls
from extractors.readers.pdf_calls import Matrix

MOST_CHARACTERS = 200_000
"""A page with more is no page that a person reads."""
SLOPE = 0.05
"""Text may lean by this much (three degrees) and still count as level."""
CONTROL = late(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""No writing: these stand where an encoding is broken."""


class Span(NamedTuple):
    """The characters `start` to `end`, drawn by one text object."""

    start: int
    end: int
    handle: int
    matrix: Matrix
    direction: int | None


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page: text, cells (left, top, right, bottom), and those without a meaning.

    What pdfium adds of its own, white space between text objects, is left out.
    """

    text: str
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    unmapped: frozenset[int]
    spans: list[Span]

    @property
    def direction(self) -> int | None:
        """The direction that most characters run in; None if there are none."""
        votes: Counter[int] = Counter()
        for span in self.spans:
            if span.direction is not None:
                votes[span.direction] += span.end - span.start
        return votes.most_common(1)[0][0] if votes else None


def characters(text_page: int, count: int) -> Characters:
    """Read the characters of a text page, of which there are `count`."""
    page = calls.pointer(text_page)
    handles: list[int | None] = list(map(calls.text_object, [page] * count, range(count)))
    places = list(compress(range(count), handles))
    drawn = list(filter(None, handles))
    text = "".join(compress(_text(text_page, count), handles))
    cells = calls.loose_boxes(text_page, places)
    errors = map(calls.map_error, [page] * len(places), places)
    unmapped = frozenset(compress(range(len(places)), errors))
    spans = _spans(text_page, places, drawn)
    return Characters(text, cells[0::4], cells[1::4], cells[2::4], cells[3::4], unmapped, spans)


def _text(text_page: int, count: int) -> str:
    """Return one character for each place of the text page."""
    text = calls.page_text(text_page, count)
    if len(text) != count:
        text = "".join(chr(calls.unicode(text_page, at) or 0xFFFD) for at in range(count))
    if CONTROL.search(text):
        # pdfium has U+0002 or U+FFFE for a hyphen at the end of a line.
        text = "".join(
            "-" if character in "\x02\ufffe" and calls.is_hyphen(text_page, at) == 1 else character
            for at, character in enumerate(text)
        )
    return CONTROL.sub("\ufffd", text)


def _spans(text_page: int, places: Sequence[int], handles: Sequence[int]) -> list[Span]:
    spans = []
    directions: dict[tuple[float, ...], int | None] = {}
    count = len(handles)
    if not count:
        return []
    starts = [0, *(at for at, (one, next_) in enumerate(pairwise(handles), 1) if one != next_)]
    matrices = calls.char_matrices(text_page, [places[start] for start in starts])
    for start, end, matrix in zip(starts, [*starts[1:], count], matrices, strict=True):
        turn = matrix[:4]
        if turn not in directions:
            directions[turn] = _direction(*turn)
        spans.append(Span(start, end, handles[start], matrix, directions[turn]))
    return spans


def _direction(a: float, b: float, c: float, d: float) -> int | None:
    if a * d - b * c <= 0:
        return None
    if abs(b) <= SLOPE * abs(a):
        return 0 if a > 0 else 180
    if abs(a) <= SLOPE * abs(b):
        return 90 if b > 0 else 270
    return None
