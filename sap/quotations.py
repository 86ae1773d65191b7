"""Quotations from a list: VA25, a query, or a table that people keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from extractors.fields.text import fold
from models.quotation import Flaw, Quotation, QuotationItem
from sap import (
    layouts,
    marks,
    merged_rows,
    notation,
    partners,
    price_doubts,
    promised_columns,
    promises,
    quotation_prices,
    quotation_rows,
    quotation_taxes,
    said_of_all,
    schedule,
    standing,
    table,
    terms_columns,
    validity,
)
from sap.cells import Cells, UnreadableCellError
from sap.columns import NAMES
from sap.headers import Header, Names
from sap.layouts import Layout
from sap.merged_rows import NUMBER, PARTS, PRICES
from sap.notation import FileNotation
from sap.quotation_rows import QuotationRow
from sap.said_of_all import Note
from sap.table import Cell, Row, Sheet
from sap.totals import Sums, is_keyless

REQUIRED = (
    NUMBER,
    ("item",),
    PARTS,
    PRICES,
)
DECISIVE = (*NUMBER, "item", "part_number", "quantity", "price", "net_price", "price_per", "currency")
READ_BY_CELL = (*promised_columns.QUOTED, promises.WISHED, validity.FIELD)
"""Columns of which every cell tells by itself what it holds."""
LAYOUT = Layout(NAMES, REQUIRED, DECISIVE, READ_BY_CELL)

HEADER = tuple(each.name for each in fields(Quotation) if each.name not in {"number", "items", "flaws"})
KEPT = frozenset(
    "header_contradicts price_contradicts price_unclear tax_unclear quantity_open unreadable_validity".split()
)
"""Why a row is in doubt and used all the same."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row of the list that is no item: its number as a spreadsheet counts, and why.

    `reason` is a stable word: no_number, no_item, unreadable_number, unreadable_date,
    unreadable_mark, spreadsheet_error, precision_lost, contradicts (the same
    item stands twice with different values). The item is kept with header_contradicts (the row differs
    from an earlier one of its quotation in what belongs to all of it), price_contradicts (its value is not
    what its quantity costs), price_unclear (what stands beside its price may make it another one),
    tax_unclear (its tax tells no rate), quantity_open (its rows may repeat its quantity or part it) and
    unreadable_validity.
    """

    row: int
    reason: str
    detail: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class QuotationExport:
    """What an export holds, and how it was understood.

    `columns` maps the names as printed to our fields, `unknown` are the names of columns that were
    not used, `repeated` those that stand twice. `skipped` rows hold no item that could be used.
    """

    quotations: tuple[Quotation, ...]
    columns: Mapping[str, str]
    unknown: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notation: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row that was read, and where it stands."""

    sheet: str
    row: int
    read: QuotationRow


@dataclass(frozen=True, slots=True)
class _Collected:
    """What was read so far, in the order of the list; `flaws` by the number of their quotation."""

    items: dict[tuple[str, str], list[_Placed]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    flaws: dict[str, list[Flaw]] = field(default_factory=dict)
    notes: list[tuple[Header, Note]] = field(default_factory=list)

    def miss(self, number: str, flaw: Flaw, sheet: str, *, told: bool = True) -> None:
        """Note what of a quotation is not known."""
        self.flaws.setdefault(number, []).append(flaw)
        if told:
            self.skipped.append(Skipped(flaw.row, flaw.reason, flaw.detail, sheet))


def read(data: bytes, name: str, also: Names | None = None) -> QuotationExport:
    """Return the quotations of an export; `also` adds names of columns to the known ones.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    understood = layouts.understand(table.read(data, name), LAYOUT, name, also)
    usable = [(sheet, _settled(sheet, header)) for sheet, header in understood]
    collected = _Collected()
    written = ""
    for sheet, header in usable:
        voted = notation.vote(sheet.rows, header)
        written = voted.shown()
        _collect(sheet, quotation_taxes.settled(header, sheet.rows, voted), voted, collected)
    quotations = _unpadded(tuple(_quotations(collected)))
    first = usable[0][1]
    return QuotationExport(
        quotations=quotations,
        columns={first.names[at]: each for each, at in first.columns.items()},
        unknown=tuple(each for each in first.unknown if not standing.is_heard(each)),
        repeated=tuple(first.names[at] for _, at in first.repeated if first.names[at] not in first.unknown),
        skipped=tuple(sorted(collected.skipped, key=lambda each: (each.sheet, each.row))),
        notation=written,
    )


def _settled(sheet: Sheet, header: Header) -> Header:
    """Return a header with the columns that what stands under them tells, whatever their names."""
    header = promised_columns.found(header, sheet.rows)
    return partners.settled(terms_columns.found(header, sheet.rows))


def _collect(sheet: Sheet, header: Header, voted: FileNotation, collected: _Collected) -> None:
    sums = Sums()
    collected.notes.extend((header, each) for each in said_of_all.above(sheet.rows, header))
    above: dict[str, Cell] = {}
    last: Row = ()
    for at, row in enumerate(sheet.rows[header.row + 1 :], header.row + 2):
        if not any(row) or row in header.printed:
            continue
        cells = Cells(merged_rows.filled(row, header, last), header, voted)
        try:
            if is_keyless(cells):
                if not sums.explain(cells):
                    number = merged_rows.last_number(above) if merged_rows.is_lost_item(cells) else ""
                    collected.miss(number, Flaw(at, "no_number", layouts.shown(row)), sheet.name)
                    if not number:
                        collected.notes.extend((header, each) for each in said_of_all.inside(row, at, header))
                continue
            read = quotation_rows.read(cells)
        except UnreadableCellError as error:
            flaw = Flaw(at, error.reason, error.detail or layouts.shown(row))
            number = merged_rows.number(cells, above)
            collected.miss(number, flaw, sheet.name)
            if not number:
                collected.notes.extend((header, each) for each in said_of_all.inside(row, at, header))
            continue
        above = {each: cells.cell(each) for each in NUMBER}
        last = cells.row
        sums.add(cells)
        collected.items.setdefault(read.key, []).append(_Placed(sheet.name, at, read))


def _quotations(collected: _Collected) -> Iterator[Quotation]:
    found: dict[str, list[tuple[_Placed, QuotationItem]]] = {}
    for (number, item), rows in collected.items.items():
        merged = schedule.merge([each.read for each in rows])
        if merged is None:
            for each in rows:
                detail = f"{number}/{item}"
                collected.miss(number, Flaw(each.row, "contradicts", detail, item=item), each.sheet)
        else:
            _note(number, merged, rows, collected)
            found.setdefault(number, []).append((rows[0], merged))
    for number, items in found.items():
        _hold_values(number, items, collected)
        header = _header([placed for placed, _ in items], collected)
        quotation = replace(header, items=tuple(item for _, item in items))
        noted = [*collected.flaws.get(number, ()), *said_of_all.flaws(collected.notes, quotation)]
        yield replace(quotation, flaws=tuple(sorted(noted, key=lambda each: each.row)))


def _unpadded(quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Return the quotations without reasons for rejection of nothing but zeros, where no item is without one.

    Then the export writes zeros for an empty cell. Else 00 is a reason of SAP's own: rejected by the system.
    """
    if not all(item.rejected for each in quotations for item in each.items):
        return quotations
    return tuple(
        replace(each, items=tuple(marks.without_zeros(item) for item in each.items)) for each in quotations
    )


def _note(number: str, item: QuotationItem, rows: Sequence[_Placed], collected: _Collected) -> None:
    """Note what is not known of an item: what one costs, and how much of it is left to be ordered."""
    first = rows[0]
    if item.net_value is not None and schedule.is_open([each.read for each in rows]):
        detail = f"{number}/{item.item}: {item.net_value} for {item.quantity}, or for each row"
        flaw = Flaw(first.row, "quantity_open", detail, "price", item.item)
        collected.miss(number, flaw, first.sheet)
    begun = next((each.read.begun for each in rows if each.read.begun), None)
    unclear = next((each for each in rows if each.read.beside.open is not None), None)
    if unclear is not None:
        flaw = Flaw(unclear.row, "price_unclear", unclear.read.beside.open or "", "price", item.item)
        collected.miss(number, flaw, unclear.sheet)
    taxed = next((each for each in rows if each.read.tax is not None), None)
    if taxed is not None:
        flaw = Flaw(taxed.row, "tax_unclear", taxed.read.tax or "", "tax_rate", item.item)
        collected.miss(number, flaw, taxed.sheet)
    if begun is not None:
        flaw = Flaw(first.row, "ordered_before", begun, "quantity", item.item)
        collected.miss(number, flaw, first.sheet, told=False)
    confirmed = schedule.unconfirmed([each.read for each in rows], item)
    if confirmed is not None:
        detail = f"{number}/{item.item}: {confirmed} of {item.quantity}"
        flaw = Flaw(first.row, "not_confirmed", detail, quotation_rows.DELIVERY, item.item)
        collected.miss(number, flaw, first.sheet, told=False)
    for each in rows:
        _note_doubts(number, each, collected)


def _note_doubts(number: str, placed: _Placed, collected: _Collected) -> None:
    """Note what of a row is not understood; what all rows of a quotation repeat once."""
    known = {(each.field, each.detail) for each in collected.flaws.get(number, ())}
    for each in placed.read.doubts:
        own = None if each.field in HEADER else placed.read.item.item
        if own is not None or (each.field, each.detail) not in known:
            flaw = Flaw(placed.row, each.reason, each.detail, each.field, own)
            collected.miss(number, flaw, placed.sheet, told=own is None)


def _hold_values(number: str, items: Sequence[tuple[_Placed, QuotationItem]], collected: _Collected) -> None:
    """Note the items whose value is not what their quantity costs."""
    odd = {each.item: each for each in quotation_prices.contradictory([item for _, item in items])}
    for placed, item in items:
        if item.item in odd:
            detail = (
                f"{number}/{item.item}: {item.quantity} × {item.price} / {item.price_per}, {item.net_value}"
            )
            flaw = Flaw(placed.row, "price_contradicts", detail, "price", item.item)
            collected.miss(number, flaw, placed.sheet)
    beside = {
        item.item: [each.read.beside for each in collected.items[number, item.item]] for _, item in items
    }
    places = {item.item: placed for placed, item in items}
    for item, detail in price_doubts.unexplained([item for _, item in items], beside):
        placed = places[item.item]
        flaw = Flaw(placed.row, "price_unclear", f"{number}/{item.item}: {detail}", "price", item.item)
        collected.miss(number, flaw, placed.sheet)


def _header(rows: Sequence[_Placed], collected: _Collected) -> Quotation:
    """Return what the rows of a quotation repeat; the first that states a value counts.

    Where rows state different values the quotation says so: which one holds for an order is not known.
    """
    header = rows[0].read.header
    for placed in rows[1:]:
        own = placed.read
        for name in HEADER:
            stated, before = getattr(own.header, name), getattr(header, name)
            if before is None:
                header = replace(header, **{name: stated})
            elif stated is not None and not _is_same(stated, before):
                if name == "date" and not own.dated:
                    header = replace(header, date=min(stated, before))
                    continue  # a row that was added later: the offer is as old as its first one
                detail = f"{header.number}: {name} {stated}, before {before}"
                flaw = Flaw(placed.row, "header_contradicts", detail, name)
                collected.miss(header.number, flaw, placed.sheet)
    return header


def _is_same(one: object, other: object) -> bool:
    return fold(one) == fold(other) if isinstance(one, str) and isinstance(other, str) else one == other
