"""How an item of a quotation stands: offered, rejected, ordered already, or nobody knows.

Lists say it in columns of many names: a reason for rejection (VBAP-ABGRU), statuses (VBUK, VBUP), marks of
deletion, quantities that are left, remarks. A status that nobody understands is a doubt, whatever its column.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.fields.text import plain
from sap import contents, keys, marks, notation, statuses
from sap.cells import Cells
from sap.headers import Header
from sap.quoting import standing_words as words
from sap.table import Cell, Row

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
    values: Sequence[int]
    done: Sequence[int]
    approvals: Sequence[int]
    holds: Sequence[int]
    replaced: Sequence[int]
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
    begun = begun or next(_done(cells, columns), None)
    doubt = next((each.doubt for each in found if each.doubt), None)
    doubt = doubt or next(_unapproved(cells, columns), None) or next(_remarks(cells, columns), None)
    return Standing(rejected or gone, begun, doubt)


@functools.lru_cache(maxsize=64)
def _columns(names: tuple[str, ...], unknown: tuple[str, ...]) -> _Columns:
    strange = {at: _kind(name) for at, name in enumerate(names) if name in unknown}
    kinds = (
        "rejection",
        "status",
        "left",
        "used",
        "value",
        "done",
        "approval",
        "holds",
        "replaced",
        "remark",
    )
    return _Columns(*(tuple(at for at, kind in strange.items() if kind == each) for each in kinds))


def is_heard(heading: str) -> bool:
    """Tell whether a column of no known name is used: it says how items stand."""
    return _kind(heading) != "remark"


def _kind(heading: str) -> str:
    if words.REJECTION.search(heading) and not words.NO_REJECTION.search(heading):
        return "rejection"
    if words.OPEN_QUANTITY.search(heading):
        return "left"
    if words.USED_QUANTITY.search(heading) or words.OPEN_VALUE.search(heading):
        return "used" if words.USED_QUANTITY.search(heading) else "value"
    marked = next((kind for kind, words_of in MARKED if words_of.fullmatch(heading.strip())), None)
    if marked is not None:
        return marked
    if words.APPROVAL.search(heading) or words.REPLACED.search(heading):
        return "approval" if words.APPROVAL.search(heading) else "replaced"
    of_offer = words.STATUS.search(heading) and not words.OTHER_STATUS.search(heading)
    return "status" if of_offer else "remark"


MARKED = (("done", words.DONE), ("holds", words.HOLDS))
"""Sorts of columns in which a mark says how an item stands."""


def ticked(header: Header, rows: Sequence[Row]) -> Header:
    """Return the header with the columns in which marks say that items are offered, and a blank denies it."""
    holds = _columns(header.names, header.unknown).holds
    body = rows[header.row + 1 :]
    marked = (at for at in holds if any(_is_yes(row[at]) for row in body if at < len(row)))
    return replace(header, ticked=tuple(marked))


def _is_yes(cell: Cell) -> bool:
    return keys.plain(cell).strip().casefold() in marks.YES


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
    if words.GONE.search(rest) or words.TAKEN.search(rest) or words.UNSUCCESSFUL.search(level):
        gone = words.GONE.search(rest) is not None
        return Standing(rejected=text) if gone else Standing(doubt=f"{heading} {text}")
    if words.BEGUN.search(rest):
        return Standing(begun=text)
    if not rest or (words.OFFERED.search(rest) and not words.DENIED.search(rest.replace("未清", ""))):
        return Standing()
    return Standing() if statuses.completed(text) is False else Standing(doubt=f"{heading} {text}")


def _ordered(cells: Cells, columns: _Columns, quantity: Decimal | None) -> str | None:
    """Return what says that some of the quantity is not left; a number that cannot be read may say so."""
    for heading, cell in _under(cells, columns.left):
        left = notation.number(cell, cells.notation)
        if left is None and _is_yes(cell):
            continue
        if left is None or quantity is None or left < quantity:
            return f"{heading} {keys.plain(cell)}"
    for heading, cell in _under(cells, columns.used):
        if notation.number(cell, cells.notation) != 0:
            return f"{heading} {keys.plain(cell)}"
    return None


def _done(cells: Cells, columns: _Columns) -> Iterator[str]:
    """Yield what says that orders were made: marks, days, numbers of documents, a value that is gone."""
    for heading, cell in _under(cells, columns.done):
        text = keys.plain(cell).strip()
        if not marks.is_none(text, marks.NOTHING) and not contents.is_empty_date(cell):
            yield f"{heading} {text}"
    value = notation.number(cells.cell("net_value"), cells.notation)
    for heading, cell in _under(cells, columns.values):
        left = notation.number(cell, cells.notation)
        if left is not None and (left == 0 or (value is not None and left < value)):
            yield f"{heading} {keys.plain(cell)}"
    yield from _order(cells)


def _order(cells: Cells) -> Iterator[str]:
    """Yield the number of an order where quotations have a column of their own."""
    columns, order = cells.header.columns, cells.text("sales_document", keys.shown)
    if "quotation" not in columns or order is None or marks.is_none(order, marks.NOTHING):
        return
    heading = cells.header.name("sales_document")
    if words.ORDER.search(heading) and order != cells.text("quotation", keys.shown):
        yield f"{heading} {order}"


def _unapproved(cells: Cells, columns: _Columns) -> Iterator[str]:
    """Yield what says that nobody approved an item, or that it holds no more."""
    for heading, cell in _under(cells, columns.approvals):
        if isinstance(cell, str) and words.DISAPPROVED.search(plain(cell).casefold()):
            yield f"{heading} {cell}"
    for heading, cell in _under(cells, columns.replaced):
        if keys.shown(cell) != cells.text("part_number", keys.shown) and not marks.is_none(
            keys.plain(cell), marks.NOTHING
        ):
            yield f"{heading} {keys.plain(cell)}"
    for at in columns.holds:
        cell = cells.row[at] if at < len(cells.row) else ""
        text = keys.plain(cell).strip().casefold()
        denied = text in marks.NO if text else at in cells.header.ticked
        if denied or (isinstance(cell, str) and words.DISAPPROVED.search(text)):
            yield f"{cells.header.names[at]} {text}".strip()


def _remarks(cells: Cells, columns: _Columns) -> Iterator[str]:
    """Yield what a cell of no known column says of an item that may not be offered any more."""
    for heading, cell in _under(cells, columns.remarks):
        if isinstance(cell, str):
            level = words.NEGATED.sub("", plain(cell).casefold())
            if words.GONE.search(level) or words.HELD.search(level):
                yield f"{heading} {cell}"
