"""Quotations from a list: VA25, a query, or a table that people keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.fields.text import fold
from models.quotation import Flaw, Quotation, QuotationItem
from sap import layouts, marks, notation, table
from sap.cells import Cells, UnreadableCellError
from sap.columns import NAMES
from sap.headers import Header, Names
from sap.layouts import Layout
from sap.notation import FileNotation
from sap.quoting import (
    alternatives,
    merged_rows,
    partners,
    promised_columns,
    promises,
    quotation_notes,
    quotation_rows,
    quotation_taxes,
    said_of_all,
    schedule_lines,
    shown,
    shown_cells,
    standing,
    terms_columns,
    validity,
)
from sap.quoting.merged_rows import NUMBER, PARTS, PRICES
from sap.quoting.quotation_notes import HEADER, Collected, Placed, Skipped
from sap.quoting.seen import Seen
from sap.quoting.shown_cells import Look
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

KEPT = frozenset(
    "header_contradicts price_contradicts price_unclear tax_unclear quantity_open unreadable_validity".split()
)
"""Why a row is in doubt and used all the same."""


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


def read(data: bytes, name: str, also: Names | None = None) -> QuotationExport:
    """Return the quotations of an export; `also` adds names of columns to the known ones.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    sheets = table.read(data, name)
    understood = layouts.understand(sheets, LAYOUT, name, also)
    usable = [(sheet, _settled(sheet, header)) for sheet, header in understood]
    seen = Seen(sheets, shown.looks(data, sheets))
    collected = Collected()
    collected.notes.extend(seen.beside([each for each, _ in usable]))
    written = ""
    for sheet, named in usable:
        voted = notation.vote(sheet.rows, named)
        written = voted.shown()
        header = quotation_taxes.settled(named, sheet.rows, voted)
        collected.notes.extend(said_of_all.commented(shown_cells.notes(seen.of(sheet), header), header))
        _collect(_Read(sheet, header, voted, seen.of(sheet)), collected)
    quotations = marks.unpadded(tuple(_quotations(collected)))
    first = usable[0][1]
    return QuotationExport(
        quotations=quotations,
        columns={first.names[at]: each for each, at in first.columns.items()},
        unknown=tuple(
            each for each in first.unknown if not standing.is_heard(each) and not alternatives.is_heard(each)
        ),
        repeated=tuple(first.names[at] for _, at in first.repeated if first.names[at] not in first.unknown),
        skipped=tuple(sorted(collected.skipped, key=lambda each: (each.sheet, each.row))),
        notation=written,
    )


def _settled(sheet: Sheet, header: Header) -> Header:
    """Return a header with the columns that what stands under them tells, whatever their names."""
    header = promised_columns.found(header, sheet.rows)
    header = partners.settled(terms_columns.found(header, sheet.rows))
    return standing.ticked(header, sheet.rows)


@dataclass(frozen=True, slots=True)
class _Read:
    """A sheet with its header, its notation, and what it shows besides its values."""

    sheet: Sheet
    header: Header
    voted: FileNotation
    look: Look


def _collect(found: _Read, collected: Collected) -> None:
    sheet, header = found.sheet, found.header
    sums = Sums()
    collected.notes.extend(said_of_all.above(sheet.rows, header))
    above: dict[str, Cell] = {}
    last: Row = ()
    for at, row in enumerate(sheet.rows[header.row + 1 :], header.row + 2):
        if not any(row) or row in header.printed:
            continue
        cells = Cells(merged_rows.filled(row, header, last), header, found.voted)
        try:
            if is_keyless(cells):
                if not sums.explain(cells):
                    _pass_over(_Placeless(cells, at, sheet.name), sums, above, collected)
                continue
            read = quotation_rows.seen(quotation_rows.read(cells), found.look, at, cells)
        except UnreadableCellError as error:
            flaw = Flaw(at, error.reason, error.detail or layouts.shown(row))
            number = merged_rows.number(cells, above)
            collected.miss(number, flaw, sheet.name)
            if not number:
                collected.notes.extend(said_of_all.inside(row, at, header))
            continue
        above = {each: cells.cell(each) for each in NUMBER}
        last = cells.row
        sums.add(cells)
        collected.items.setdefault(read.key, []).append(Placed(sheet.name, at, read))


@dataclass(frozen=True, slots=True)
class _Placeless:
    """A row that names no quotation."""

    cells: Cells
    at: int
    sheet: str


def _pass_over(row: _Placeless, sums: Sums, above: Mapping[str, Cell], collected: Collected) -> None:
    """Note a row that names no quotation: an item's, a total of less than the items cost, or a text."""
    flaw = Flaw(row.at, "no_number", layouts.shown(row.cells.row))
    number = merged_rows.last_number(above) if merged_rows.is_lost_item(row.cells) else ""
    collected.miss(number, flaw, row.sheet)
    short = sums.short(row.cells)
    if short is not None:
        collected.miss(short, replace(flaw, reason=said_of_all.REASON), row.sheet, told=False)
    elif not number:
        collected.notes.extend(said_of_all.inside(row.cells.row, row.at, row.cells.header))


def _quotations(collected: Collected) -> Iterator[Quotation]:
    found: dict[str, list[tuple[Placed, QuotationItem]]] = {}
    for (number, item), rows in collected.items.items():
        merged = schedule_lines.merge([each.read for each in rows])
        if merged is None:
            for each in rows:
                detail = f"{number}/{item}"
                collected.miss(number, Flaw(each.row, "contradicts", detail, item=item), each.sheet)
        else:
            quotation_notes.note(number, merged, rows, collected)
            found.setdefault(number, []).append((rows[0], merged))
    for number, items in found.items():
        quotation_notes.hold_values(number, items, collected)
        header = _header([placed for placed, _ in items], collected)
        quotation = replace(header, items=tuple(item for _, item in items))
        noted = [*collected.flaws.get(number, ()), *said_of_all.flaws(collected.notes, quotation)]
        yield replace(quotation, flaws=tuple(sorted(noted, key=lambda each: each.row)))


def _header(rows: Sequence[Placed], collected: Collected) -> Quotation:
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
