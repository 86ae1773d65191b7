"""Lines of text as words at places.

Latin characters are one unit wide and Chinese ones two, as in a terminal; a blank is as wide as on
paper, or one unit where blanks make columns. A blank parts two words, a wider gap two pieces of text.
"""

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.late import late
from models.page import Box, Doubt, Word

UNIT = 5.5
"""The width of a Latin character in points; a Chinese one takes two."""
HEIGHT = 12.0
NARROW = 0.5
"""The width of a blank in units where text is set in proportional fonts, as Word and Excel do."""
TAB = 8
"""Tab stops stand this many units apart."""
MARKS = late("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
TURNING = late("[\u202d\u202e\u2066-\u2068]")
"""Marks that change the direction of what is shown against what is stored."""
BROKEN = late("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f\U000f0000-\U0010ffff]")
BLANKS = " \xa0\u202f"
TOKEN = late(r"\S+")
LONGEST = 300
"""Characters that stand on a line of paper at most, however small."""
GAP = late(r"[ \xa0]{2,}|\t")
SENTENCE = late(r"[。；！？]|[.;!?](?=\s+[A-Z])")
BETWEEN = late(r"\s")
APART = late(r"[^\w.,/%$€¥￥-](?![.,])|[\u3400-\u9fff](?=[\u3400-\u9fff])")
"""Where neither a number nor a code is cut in two."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one kind on a line; white space in `text` parts words; `raised` ones stand higher."""

    text: str
    where: str | None = None
    doubt: Doubt | None = None
    bold: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `indent` is the column it starts at, in Latin characters."""

    pieces: tuple[Piece, ...] = ()
    indent: float = 0

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(piece.text for piece in self.pieces)


def line(text: str, where: str | None = None, doubt: Doubt | None = None) -> Line:
    """Return a line of one piece."""
    return Line((Piece(text, where, doubt),))


def wrapped(element: Line) -> list[Line]:
    """Return a line as several where it is longer than any on paper: a paragraph of many sentences.

    Columns that blanks make stay on one line, however wide they are. What is made of a line's text takes
    time that grows faster than its length.
    """
    text = element.text
    if len(text) <= LONGEST or max(map(len, GAP.split(text))) <= LONGEST:
        return [element]
    starts = [0, *_breaks(text)]
    return [
        Line(tuple(_cut(element.pieces, start, end)), element.indent)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def _breaks(text: str) -> Iterator[int]:
    """Yield where a text goes on in the next line: behind a sentence if one ends there, or between words."""
    at = 0
    while len(text) - at > LONGEST:
        early, late = at + LONGEST // 2, at + LONGEST
        for pattern in (SENTENCE, BETWEEN, APART):
            ends = [found.end() for found in pattern.finditer(text, early, late)]
            if ends:
                break
        at = ends[-1] if ends else late
        yield at


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        text = piece.text[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.text)
        if text:
            yield replace(piece, text=text)


def width(text: str, blank: float) -> float:
    """Return how wide a text is in points."""
    return UNIT * _advance(_clean(text), 0, blank)


@functools.cache
def _units(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _clean(text: str) -> str:
    return MARKS.sub("", text) if not text.isascii() else text


def words(element: Line, left: float, top: float, blank: float) -> list[Word]:
    """Return the words of a line that starts at `left`; pieces that touch make one word."""
    turned = Doubt.BAD_ENCODING if TURNING.search(element.text) else None
    found: list[Word] = []
    column = 0.0
    open_end = False
    for piece in element.pieces:
        text = _clean(piece.text)
        if not text:
            continue
        for word in _piece_words(piece, text, (left, top, column, blank), turned):
            joins = open_end and word.box.x0 == left + column * UNIT and _alike(found[-1], word)
            found[-1:] = [_joined(found[-1], word)] if joins else [*found[-1:], word]
            open_end = False
        open_end = not text[-1].isspace()
        column = _advance(text, column, blank)
    return found


def _piece_words(
    piece: Piece, text: str, start: tuple[float, float, float, float], turned: Doubt | None
) -> Iterator[Word]:
    left, top, column, blank = start
    at = 0
    for token in TOKEN.finditer(text):
        column = _advance(text[at : token.start()], column, blank)
        at = token.end()
        placed = [left + UNIT * column]
        for character in token[0]:
            column += _units(character)
            placed.append(left + UNIT * column)
        broken = Doubt.BAD_ENCODING if BROKEN.search(token[0]) else None
        box = Box(placed[0], top, placed[-1], top + HEIGHT)
        yield Word(token[0], box, tuple(placed), broken or turned or piece.doubt, piece.where, piece.bold)


def _advance(text: str, column: float, blank: float) -> float:
    """Return the column behind `text`; a tab goes to the next stop, at least two units away."""
    for character in text:
        if character == "\t":
            column = max((column // TAB + 1) * TAB, column + 2)
        else:
            column += blank if character in BLANKS else _units(character)
    return column


def _alike(before: Word, word: Word) -> bool:
    """Tell whether pieces that touch are one word; hidden or struck text is not part of what is seen."""
    return before.doubt == word.doubt or Doubt.BAD_ENCODING in {before.doubt, word.doubt}


def _joined(before: Word, word: Word) -> Word:
    box = Box(before.box.x0, before.box.top, word.box.x1, before.box.bottom)
    return Word(
        before.text + word.text,
        box,
        before.edges + word.edges[1:],
        before.doubt or word.doubt,
        before.where,
        before.bold and word.bold,
    )
