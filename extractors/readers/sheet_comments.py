"""Comments on the cells of a workbook (SpreadsheetML, ECMA-376 part 1, 18.7): "please change to 6 pcs"."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.readers.package import Package, relations, root
from extractors.readers.sheet_cells import Sheet, SheetCell
from models.page import Doubt

MOST = 200
"""So many comments of a sheet are read."""
LONGEST = 1000
"""So many characters of one."""


def commented(package: Package, sheet: Sheet, remarks: list[str]) -> Sheet:
    """Return a sheet whose figures with a comment are in doubt; the comments are added to `remarks`."""
    found = dict(_comments(package, sheet.part))
    if not found:
        return sheet
    remarks += list(dict.fromkeys(found.values()))
    cells = tuple(_doubted(cell) if cell.name in found else cell for cell in sheet.cells)
    return replace(sheet, cells=cells)


def _comments(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield the cells that have a comment, each with its text."""
    left = MOST
    for relation in relations(package, part):
        list_of = root(package, relation.target) if relation.kind == "comments" else None
        for comment in list_of.iter("{*}comment") if list_of is not None else ():
            text = "".join(each.text or "" for each in comment.iter("{*}t")).strip()
            if text and left > 0:
                left -= 1
                yield comment.get("ref", ""), text[:LONGEST]


def _doubted(cell: SheetCell) -> SheetCell:
    """Return a cell with its figures in doubt: what heads or labels something only has a hint beside it."""
    if not any(map(str.isdigit, "".join(piece.text for piece in cell.pieces))):
        return cell
    pieces = tuple(replace(piece, doubt=piece.doubt or Doubt.REMARKED) for piece in cell.pieces)
    return replace(cell, pieces=pieces)
