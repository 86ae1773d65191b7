"""What a worksheet says beside its cells: looks under a condition, and what is printed around the page.

Whether a condition holds only the program knows: a cell that one may strike through is in doubt.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from extractors.late import late
from extractors.readers.package import local
from extractors.readers.sheet_cells import SheetCell
from models.page import Doubt

SECTION = late(r"&[LCR]")
CODED = late(r"&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z])")
"""Codes of fonts, colours, sizes, and of what the program fills in: the date, the file's name."""
LONGEST = 500
MOST = 500
"""With more ranges that a condition may strike through, all cells of the sheet are in doubt."""
PAGE = late(
    r"(?:\b(?:page|seite|sheet|blatt|p\.)\s*|第\s*)?&P(?:\s*(?:of|von|/|页[,，\s]*共|\|)\s*&N)?(?:\s*页)?|&N",
    re.IGNORECASE,
)
"""The number of a page, as it is printed."""


STATE = late(
    r"\W*(?:cancel+ed|draft|void|obsolete|superseded|invalid|template|withdrawn|entwurf|storniert|storno|ungültig"
    r"|vorlage|草稿|草案|作废|作廢|已取消|取消|模板|失效|無效|无效)[\W\d]*",
    re.IGNORECASE,
)


def state_of(title: str) -> list[str]:
    """Return the name of a sheet where it says how things stand with the order on it: Draft, 作废."""
    return [title.strip()] if STATE.fullmatch(title) else []


def printed(element: etree._Element) -> Iterator[str]:
    """Yield what stands above and below the pages of a sheet, without the numbers of the pages."""
    for each in element:
        if local(each).endswith(("Header", "Footer")):
            for section in SECTION.split(each.text or ""):
                bare = CODED.sub(" ", PAGE.sub(" ", section.replace("&&", "\0")))
                text = " ".join(bare.replace("\0", "&").split())
                if any(map(str.isalnum, text)) and text.casefold() not in {"page", "of", "page of"}:
                    yield text[:LONGEST]


def struck_ranges(element: etree._Element, striking: frozenset[int]) -> Iterator[str]:
    """Yield the ranges of cells that one of the conditional looks in `striking` may strike through."""
    rules = (rule.get("dxfId", "") for rule in element.iter("{*}cfRule"))
    if any(each.isdigit() and int(each) in striking for each in rules):
        yield from element.get("sqref", "").split()


def struck(cells: Sequence[SheetCell], ranges: Sequence[tuple[int, int, int, int]]) -> list[SheetCell]:
    """Return the cells, those in one of the ranges (top, left, bottom, right) in doubt."""
    if len(ranges) > MOST:
        return list(map(_struck, cells))
    lying = {row: [each for each in ranges if each[0] <= row <= each[2]] for row in {c.row for c in cells}}
    return [
        _struck(cell) if any(_lies_in(cell, each) for each in lying[cell.row]) else cell for cell in cells
    ]


def _lies_in(cell: SheetCell, area: tuple[int, int, int, int]) -> bool:
    return area[1] <= cell.column <= area[3]


def _struck(cell: SheetCell) -> SheetCell:
    return replace(
        cell, pieces=tuple(replace(piece, doubt=piece.doubt or Doubt.OVERLAID) for piece in cell.pieces)
    )
