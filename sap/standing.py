"""How an item of a quotation stands: offered, rejected, ordered already, or nobody knows.

Lists say it in columns of many names: a reason for rejection (VBAP-ABGRU), statuses (VBUK, VBUP), marks of
deletion, quantities that are left, remarks. A status that nobody understands is a doubt, whatever its column.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.fields.text import plain
from sap import contents, keys, marks, notation, statuses
from sap import standing_words as words
from sap.cells import Cells
from sap.table import Cell

NOT_YET, PARTLY, WHOLLY = "a", "b", "c"
"""The letters of SAP's statuses: nothing of it, a part, all."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Why an item was rejected, what says that some of it was ordered, and what is not understood."""

    rejected: str | None = None
    begun: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of no known name that say how an item stands; `remarks` are all others."""

    rejections: Sequence[int]
    statuses: Sequence[int]
    left: Sequence[int]
    used: Sequence[int]
    remarks: Sequence[int]


def read(cells: Cells, quantity: Decimal | None) -> Standing:
    """Return how the item of a row stands.

    Raises:
        UnreadableCellError: The spreadsheet holds an error, or a number that lost digits.
    """
    header = cells.header
    columns = _columns(header.names, header.unknown)
    rejected = next(_rejections(cells, columns), None)
    found = [*_stated(cells, columns)]
    gone = next((each.rejected for each in found if each.rejected), None)
    begun = next((each.begun for each in found if each.begun), None) or _ordered(cells, columns, quantity)
    doubt = next((each.doubt for each in found if each.doubt), None) or next(_remarks(cells, columns), None)
    return Standing(rejected or gone, begun, doubt)


@functools.lru_cache(maxsize=64)
def _columns(names: tuple[str, ...], unknown: tuple[str, ...]) -> _Columns:
    strange = {at: _kind(name) for at, name in enumerate(names) if name in unknown}
    kinds = ("rejection", "status", "left", "used", "remark")
    return _Columns(*(tuple(at for at, kind in strange.items() if kind == each) for each in kinds))


def is_heard(heading: str) -> bool:
    """Tell whether a column of no known name is used: it says how items stand."""
    return _kind(heading) != "remark"


def _kind(heading: str) -> str:
    if words.REJECTION.search(heading) and not words.NO_REJECTION.search(heading):
        return "rejection"
    if words.OPEN_QUANTITY.search(heading):
        return "left"
    if words.USED_QUANTITY.search(heading):
        return "used"
    of_offer = words.STATUS.search(heading) and not words.OTHER_STATUS.search(heading)
    return "status" if of_offer else "remark"


def _under(cells: Cells, columns: Sequence[int]) -> Iterator[tuple[str, Cell]]:
    """Yield what stands in some columns, each with its heading."""
    for at in columns:
        cell = cells.row[at] if at < len(cells.row) else ""
        if not marks.is_blank(cell):
            yield cells.header.names[at], cell


def _rejections(cells: Cells, columns: _Columns) -> Iterator[str]:
    for heading, cell in (*cells.under("rejected"), *_under(cells, columns.rejections)):
        text = keys.plain(cell).strip()
        no_day = contents.is_empty_date(cell) and len(text) >= len("00000000")
        if not no_day and not _says_nothing(text, is_status=words.STATUS.search(heading) is not None):
            yield text


def _says_nothing(text: str, *, is_status: bool) -> bool:
    """Tell whether a cell says that nothing was rejected."""
    level = plain(text).casefold().strip()
    if level in marks.NOT_REJECTED or level in words.EMPTY_BOX or words.IRRELEVANT.search(level):
        return True
    if words.NEGATED.fullmatch(level):
        return True
    return is_status and (_letter(level) == NOT_YET or words.UNREJECTED.fullmatch(level) is not None)


def _letter(level: str) -> str:
    """Return the letter of a status of SAP, alone or with its words behind it; empty where there is none."""
    alone = len(level) == 1 or level[1:2] in {" ", "-", ":", ".", "–"}
    return level[:1] if alone and level[:1] in {NOT_YET, PARTLY, WHOLLY} else ""


def _stated(cells: Cells, columns: _Columns) -> Iterator[Standing]:
    for heading, cell in (*cells.under("overall_status"), *_under(cells, columns.statuses)):
        if not marks.is_blank(cell) and not contents.is_date(cell):
            yield _status(keys.plain(cell).strip(), heading)


def _status(text: str, heading: str) -> Standing:
    level = plain(text).casefold().strip()
    letter = _letter(level)
    if letter == NOT_YET or words.IRRELEVANT.search(level) or level in words.EMPTY_BOX:
        return Standing()
    if letter or statuses.begun(text):
        return Standing(begun=text)
    rest = words.NEGATED.sub("", level).strip(" .,-/;")
    if words.GONE.search(rest):
        return Standing(rejected=text)
    if words.BEGUN.search(rest):
        return Standing(begun=text)
    if not rest or (words.OFFERED.search(rest) and not words.DENIED.search(rest.replace("未清", ""))):
        return Standing()
    return Standing() if statuses.completed(text) is False else Standing(doubt=f"{heading} {text}")


def _ordered(cells: Cells, columns: _Columns, quantity: Decimal | None) -> str | None:
    """Return what says that some of the quantity is not left; a number that cannot be read may say so."""
    for heading, cell in _under(cells, columns.left):
        left = notation.number(cell, cells.notation)
        if left is None or quantity is None or left < quantity:
            return f"{heading} {keys.plain(cell)}"
    for heading, cell in _under(cells, columns.used):
        if notation.number(cell, cells.notation) != 0:
            return f"{heading} {keys.plain(cell)}"
    return None


def _remarks(cells: Cells, columns: _Columns) -> Iterator[str]:
    """Yield what a cell of no known column says of an item that may not be offered any more."""
    for heading, cell in _under(cells, columns.remarks):
        if isinstance(cell, str):
            level = words.NEGATED.sub("", plain(cell).casefold())
            if words.GONE.search(level) or words.HELD.search(level):
                yield f"{heading} {cell}"
