"""Texts of which a note speaks: a footnote, or a comment without a range, as LibreOffice writes them."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.readers.lines import Piece
from models.page import Doubt

MARK = Piece("", doubt=Doubt.REMARKED)
"""Where the mark of a note stands in a paragraph."""


def noted(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a paragraph, in doubt up to the last mark of a note that speaks of them."""
    last = max((at for at, piece in enumerate(pieces) if piece == MARK), default=0)
    return [
        replace(piece, doubt=piece.doubt or Doubt.REMARKED) if at < last else piece
        for at, piece in enumerate(pieces)
    ]
