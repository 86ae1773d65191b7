"""What is seen of a cell besides its value, and what it means for the item in its row."""

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


def doubts(look: Look, row: int, cells: Cells, item: QuotationItem) -> Iterator[tuple[str, str]]:
    """Yield what is seen in an item's row that may take it back or change it, of its price or of it."""
    aside = look.out_of_sight(cells.header)
    for mark in look.marks.get(row, ()):
        if mark.column not in aside and _matters(mark, cells, item):
            names = cells.header.names
            heading = names[mark.column] if mark.column < len(names) else ""
            field_name = "price" if mark.kind == WORDED else "offered"
            yield field_name, f"{heading} {mark.text} ({mark.kind})".strip()


def notes(look: Look, header: Header) -> Iterator[tuple[int, int, str]]:
    """Yield the comments on what stands above the items: the row, the column and the text."""
    for row, marks in look.marks.items():
        if row <= header.row + 1:
            yield from ((row, each.column, each.text) for each in marks if each.kind == REMARKED)


def _matters(mark: Mark, cells: Cells, item: QuotationItem) -> bool:
    if mark.kind == REMARKED:
        return sheet_comments.is_telling(mark.text) or remarks.is_open(mark.text)
    if mark.kind != WORDED:
        return True
    named = {name for name, at in cells.header.columns.items() if at == mark.column}
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
