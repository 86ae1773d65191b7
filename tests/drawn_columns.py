"""Pages with a drawn table whose columns are drawn and whose rows are not, and what is read of them."""

from collections.abc import Sequence

from paper import words_of

from extractors.assemble import assemble
from models.page import Box, FileFormat, Page, Ruling, SourceDocument, Word
from models.reading import OrderLine

HEAD = "Purchase order no.: PO-88412\nBuyer: Nordkai Pumps Ltd\nSupplier: Delta Seals GmbH\nCurrency: EUR"
EDGES = (20.0, 90.0, 300.0, 350.0, 430.0, 520.0)
TOP = 120.0
STEP = 14.0


def drawn(rows: Sequence[Sequence[str]], *, notes: Sequence[int] = (), heads: int = 1) -> Page:
    """Return a page with a table of one drawn row under its heading; `notes` stand across the columns."""
    words: list[Word] = []
    for at, line in enumerate(HEAD.split("\n")):
        words += words_of(line, 20.0, 20.0 + at * 16.0)
    for at, row in enumerate(rows):
        top = TOP + 4 + at * STEP
        for column, text in enumerate(row):
            words += words_of(text, EDGES[column] + 3, top)
    bottom = TOP + 6 + len(rows) * STEP
    words += words_of("Total EUR  160.00", 400.0, bottom + 12)
    first = TOP + 2 + heads * STEP
    across = [Ruling(Box(EDGES[0], y, EDGES[-1], y)) for y in (TOP, first, bottom)]
    upright = [Ruling(Box(x, TOP, x, bottom)) for x in (EDGES[0], EDGES[-1])]
    for x in EDGES[1:-1]:
        lows = [TOP, *(TOP + 2 + (note + 1) * STEP for note in notes)]
        highs = [*(TOP + 2 + note * STEP for note in notes), bottom]
        upright += [
            Ruling(Box(x, low, x, high)) for low, high in zip(lows, highs, strict=True) if low < bottom - STEP
        ]
    return Page(1, 600.0, 800.0, tuple(words), (*across, *upright))


def lines_of(page: Page) -> tuple[OrderLine, ...]:
    """Return the lines of the order that a page holds."""
    return assemble(SourceDocument(FileFormat.PDF, (page,), exact=False)).lines
