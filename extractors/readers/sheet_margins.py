"""What a worksheet says beside its cells: looks under a condition, and what is printed around the page.

Whether a condition holds only the program knows: a cell that one may strike through is in doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from extractors.late import late
from extractors.readers.package import local
from extractors.readers.sheet_cells import SheetCell
from models.page import Doubt

SECTION = late(r"&[LCR]")
PAGED = late(r"&[PN]")
CODED = late(r"&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z])")
"""Codes of fonts, colours, sizes, and of what the program fills in: the date, the file's name."""
MOST, LONGEST = 50, 500


def printed(element: etree._Element) -> Iterator[str]:
    """Yield what stands above and below the pages of a sheet, but for the numbers of the pages."""
    for each in element:
        if local(each).endswith(("Header", "Footer")):
            for section in SECTION.split(each.text or ""):
                text = " ".join(CODED.sub(" ", section.replace("&&", "\0")).replace("\0", "&").split())
                if not PAGED.search(section) and any(map(str.isalnum, text)):
                    yield text[:LONGEST]


def struck_ranges(element: etree._Element, striking: frozenset[int]) -> Iterator[str]:
    """Yield the ranges of cells that one of the conditional looks in `striking` may strike through."""
    rules = (rule.get("dxfId", "") for rule in element.iter("{*}cfRule"))
    if any(each.isdigit() and int(each) in striking for each in rules):
        yield from element.get("sqref", "").split()[:MOST]


def struck(cells: Sequence[SheetCell], ranges: Sequence[tuple[int, int, int, int]]) -> list[SheetCell]:
    """Return the cells, those in one of the ranges (top, left, bottom, right) in doubt."""
    return [_struck(cell) if any(_lies_in(cell, each) for each in ranges) else cell for cell in cells]


def _lies_in(cell: SheetCell, area: tuple[int, int, int, int]) -> bool:
    top, left, bottom, right = area
    return top <= cell.row <= bottom and left <= cell.column <= right


def _struck(cell: SheetCell) -> SheetCell:
    return replace(
        cell, pieces=tuple(replace(piece, doubt=piece.doubt or Doubt.OVERLAID) for piece in cell.pieces)
    )
