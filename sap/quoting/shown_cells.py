"""What is seen of a cell besides its value, and what it means for the item in its row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.fields import currencies, price_units, units
from extractors.readers import sheet_comments
from models.quotation import QuotationItem
from sap.cells import Cells
from sap.headers import Header
from sap.quoting import price_headings, remarks

STRUCK, HIDDEN, REMARKED, WORDED = "struck", "hidden", "remarked", "worded"
"""Struck through, out of sight, with a comment on it, and with words that its number format adds."""
TAKEN_BACK = {STRUCK: "struck", HIDDEN: "out_of_sight"}
"""Why nobody knows whether what a cell says still holds; of other marks it is that something is remarked."""
OFFERED = "offered"
PRICES = frozenset(("net_price", "price", "gross_price", "net_value"))
QUANTITIES = frozenset(("quantity", "schedule_quantity"))
PIECE = "PC"


@dataclass(frozen=True, slots=True)
class Mark:
    """What is seen of the cell in a column, counted from 0: one of the four, and the text that says it."""

    column: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a sheet shows besides values: marks by the row as people count, texts around the table.

    `unread` tells that nobody knows what it shows: its file could not be looked through.
    """

    marks: Mapping[int, Sequence[Mark]] = field(default_factory=dict)
    texts: Sequence[str] = ()
    unread: bool = False

    def out_of_sight(self, header: Header) -> frozenset[int]:
        """Return the columns that are hidden with their heading: set aside, and not said otherwise."""
        heading = self.marks.get(header.row + 1, ())
        return frozenset(each.column for each in heading if each.kind == HIDDEN)


def doubts(look: Look, row: int, cells: Cells, item: QuotationItem) -> Iterator[tuple[str, str, str]]:
    """Yield what is seen in an item's row that may take it back or change it: of what, why, and the text.

    Several cells that are struck through, or out of sight, take the item back, one alone what it says.
    """
    aside = look.out_of_sight(cells.header)
    seen: dict[str, list[Mark]] = defaultdict(list)
    for mark in look.marks.get(row, ()):
        if mark.column not in aside and _matters(mark, cells, item):
            seen[mark.kind].append(mark)
    for kind, marks in seen.items():
        if kind in TAKEN_BACK:
            of = _field(marks[0], cells) if len(marks) == 1 else OFFERED
            yield of, TAKEN_BACK[kind], ", ".join(_said(each, cells) for each in marks)
        else:
            yield from ((_field(each, cells), "remarked", _said(each, cells)) for each in marks)


def notes(look: Look, header: Header) -> Iterator[tuple[int, int, str]]:
    """Yield the comments on what stands above the items: the row, the column and the text."""
    for row, marks in look.marks.items():
        if row <= header.row + 1:
            yield from ((row, each.column, each.text) for each in marks if each.kind == REMARKED)


def _said(mark: Mark, cells: Cells) -> str:
    names = cells.header.names
    return f"{names[mark.column] if mark.column < len(names) else ''} {mark.text}".strip()


def _field(mark: Mark, cells: Cells) -> str:
    """Return what of an item a mark is of: its price or its quantity, or that it is offered as it stands."""
    named = _named(mark, cells)
    return "price" if named & PRICES else "quantity" if named & QUANTITIES else OFFERED


def _named(mark: Mark, cells: Cells) -> frozenset[str]:
    return frozenset(name for name, at in cells.header.columns.items() if at == mark.column)


def _matters(mark: Mark, cells: Cells, item: QuotationItem) -> bool:
    if mark.kind == REMARKED:
        return sheet_comments.is_telling(mark.text) or remarks.is_open(mark.text)
    if mark.kind != WORDED:
        return True
    named = _named(mark, cells)
    if named & PRICES:
        return not _is_the_price(mark.text, cells, item)
    return bool(named & QUANTITIES) and units.same(mark.text, item.unit or PIECE) is not True


def _is_the_price(text: str, cells: Cells, item: QuotationItem) -> bool:
    """Tell whether the format of a price says what its row says: the same money, for as many."""
    said, named = price_headings.said(text), price_units.find(text)
    own = currencies.find(cells.text("currency") or "")
    if said.open or said.incoterms or (own and said.currencies and not set(own) & set(said.currencies)):
        return False
    if named is None:
        return True
    sold = not item.unit or not named.unit or units.same(item.unit, named.unit) is True
    return sold and named.per in {None, Decimal(1), item.price_per}
