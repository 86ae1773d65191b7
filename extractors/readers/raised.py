"""Raised characters: "PO-77120¹" refers to a footnote, and its number is not PO-771201.

What follows a unit of length (m²) or is letters (1st) is no such mark. Of any other nothing tells whether it
belongs to what stands before it: 30⁰⁰ may be a price.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.late import late
from extractors.readers.lines import Line, Piece
from models.page import Doubt

MARK = late(r"\s*[(\[]?(?:[-−]?\d{1,3}(?:\s?[,;]\s?\d{1,2})*|[*†‡§#]{1,3})[)\]]?\s*")
"""What refers to a footnote, or is a power."""
LETTER = late(r"\s*[(\[]?[a-z][)\]]?\s*")
NUMBERED = late(r"[\w./-]{3,}\d")
"""What a raised letter behind it does not end: a code; "1ª" is an ordinal."""
MEASURE = late(r"(?:.*[\d\s/(.,*×·-])?(?:[mcdkµμu]?m|ft|in|yd|s|米|厘米|毫米)")
POWER = late(r"\s*[-−]?[123]\s*")


def doubted(line: Line) -> Line:
    """Return a line, the raised characters in doubt that may be marks."""
    if not any(piece.raised for piece in line.pieces):
        return line
    return replace(line, pieces=tuple(_doubted(line.pieces)))


def _doubted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    before = ""
    for piece in pieces:
        marks = piece.raised and piece.doubt is None and _marks(piece.text, before)
        yield replace(piece, doubt=Doubt.BAD_ENCODING) if marks else piece
        before += piece.text


def _marks(text: str, before: str) -> bool:
    """Tell whether raised characters behind a text may refer to a footnote."""
    last = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    if not last:
        return False
    if LETTER.fullmatch(text):
        return NUMBERED.fullmatch(last) is not None
    return MARK.fullmatch(text) is not None and not (POWER.fullmatch(text) and MEASURE.fullmatch(last))
