"""Raised characters: "PO-77120¹" refers to a footnote, and its number is not PO-771201.

What follows a unit of length (m²) or ends a number (1st) is no such mark. Of any other nothing tells whether
it belongs to what stands beside it: 30⁰⁰ may be a price. Lowered characters are read the same way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.late import late
from extractors.readers.lines import Line, Piece
from models.page import Doubt

MARK = late(r"\s*[(\[]?(?:[-−]?\d{1,3}(?:\s?[,;]\s?\d{1,2})*|[*†‡§#]{1,3})[)\]]?\s*")
"""What refers to a footnote, or is a power."""
LETTER = late(r"\s*[(\[]?[a-z][)\]]?\s*", re.IGNORECASE)
ENDING = late(r"\s*(?:st|nd|rd|th|er|[eè]?re|i?[eè]me|e|tm|sm|®|©|\(r\)|['′″\"])\s*", re.IGNORECASE)
"""What stands raised behind a number or a name and belongs to it: 1st, 2e, Viton TM."""
ORDINAL = late(r"(?:.*\D)?1?\d")
DEGREE = late(r"\s?[CFK]\b")
MEASURE = late(r"(?:.*[\d\s/(.,*×·-])?(?:[mcdkµμu]?m|ft|in|yd|s|米|厘米|毫米)")
POWER = late(r"\s*[-−]?[123]\s*")
FORMULA = late(
    r"(?:.*[^\w-])?(?:[A-Za-z]|(?:\(?(?:A[glsu]|B[aer]?|C[adelru]?|Fe?|H[eg]?|K|Li|M[gno]|N[aibe]?|O|Pb?|S[in]?|Ti|V|W|Z[nr])"
    r"\d{0,2}\)?)+)"
)
"""Elements, whose numbers stand low: Al2O3. A single letter has an index."""


def doubted(line: Line) -> Line:
    """Return a line, the raised characters in doubt that may be marks."""
    if not any(piece.raised for piece in line.pieces):
        return line
    return replace(line, pieces=tuple(_doubted(line.pieces)))


def _doubted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    before = ""
    for at, piece in enumerate(pieces):
        behind = pieces[at + 1].text if at + 1 < len(pieces) else ""
        marks = piece.raised and piece.doubt is None and _marks(piece.text, before, behind)
        yield replace(piece, doubt=Doubt.BAD_ENCODING) if marks else piece
        before += piece.text


def _marks(text: str, before: str, behind: str) -> bool:
    """Tell whether raised characters may refer to a footnote: behind a text, or before it."""
    last = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    mark, letter = MARK.fullmatch(text) is not None, LETTER.fullmatch(text) is not None
    if not last:
        return (mark or letter) and bool(behind.strip())
    if _belongs(text, last, behind):
        return False
    return mark or (any(map(str.isalnum, text)) and any(map(str.isdigit, last)))


def _belongs(text: str, last: str, behind: str) -> bool:
    """Tell whether raised characters belong to what they stand behind: powers, ordinals, degrees, indices."""
    if POWER.fullmatch(text) and MEASURE.fullmatch(last):
        return True
    if ENDING.fullmatch(text) or FORMULA.fullmatch(last):
        return True
    small = text.strip().lower()
    return small in {"a", "o", "ª", "º"} and (ORDINAL.fullmatch(last) or DEGREE.match(behind)) is not None
