"""Quotations from a list: VA25, a query, or a table that people keep."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from models.quotation import Quotation, QuotationItem
from sap import (
    layouts,
    notation,
    partners,
    promises,
    quotation_rows,
    quotation_taxes,
    schedule,
    table,
    validity,
)
from sap.cells import Cells, UnreadableCellError
from sap.columns import NAMES
from sap.headers import Header, Names
from sap.layouts import Layout, cell_at
from sap.notation import FileNotation
from sap.quotation_rows import QuotationRow
from sap.table import Cell, Row, Sheet
from sap.totals import Sums, is_keyless

NUMBER = ("quotation", "sales_document")
REQUIRED = (
    NUMBER,
    ("item",),
    ("part_number", "local_part_number", "customer_part_number", "drawing_number"),
    ("net_price", "price", "gross_price", "net_value"),
)
DECISIVE = (*NUMBER, "item", "part_number", "quantity", "price", "net_price", "price_per", "currency")
READ_BY_CELL = (*promises.QUOTED, promises.WISHED, validity.FIELD)
"""Columns of which every cell tells by itself what it holds."""
LAYOUT = Layout(NAMES, REQUIRED, DECISIVE, READ_BY_CELL)

HEADER = tuple(each.name for each in fields(Quotation) if each.name not in {"number", "items", "flaws"})


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row of the list that is no item: its number as a spreadsheet counts, and why.

    `reason` is a stable word: no_number, no_item, unreadable_number, unreadable_date,
    unreadable_mark, unreadable_lead_time, spreadsheet_error, precision_lost, contradicts (the same
    item stands twice with different values). With header_contradicts the item is kept: the row
    differs from an earlier one of its quotation in what belongs to all of it.
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

    def skipped(self, reason: str, detail: str) -> Skipped:
        return Skipped(self.row, reason, detail, self.sheet)


@dataclass(frozen=True, slots=True)
class _Collected:
    """What was read so far, in the order of the list."""

    items: dict[tuple[str, str], list[_Placed]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)


def read(data: bytes, name: str, also: Names | None = None) -> QuotationExport:
    """Return the quotations of an export; `also` adds names of columns to the known ones.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    understood = layouts.understand(table.read(data, name), LAYOUT, name, also)
    usable = [(sheet, partners.settled(promises.found(header, sheet.rows))) for sheet, header in understood]
    collected = _Collected()
    written = ""
    for sheet, header in usable:
        voted = notation.vote(sheet.rows, header)
        written = voted.shown()
        _collect(sheet, quotation_taxes.settled(header, sheet.rows, voted), voted, collected)
    quotations = tuple(_quotations(collected))
    first = usable[0][1]
    return QuotationExport(
        quotations=quotations,
        columns={first.names[at]: each for each, at in first.columns.items()},
        unknown=first.unknown,
        repeated=tuple(first.names[at] for _, at in first.repeated),
        skipped=tuple(sorted(collected.skipped, key=lambda each: (each.sheet, each.row))),
        notation=written,
    )


def _collect(sheet: Sheet, header: Header, voted: FileNotation, collected: _Collected) -> None:
    sums = Sums()
    above: dict[str, Cell] = {}
    for at, row in enumerate(sheet.rows[header.row + 1 :], header.row + 2):
        if not any(row) or row in header.printed:
            continue
        cells = Cells(row, header, voted, above if _continues(row, header) else {})
        try:
            if is_keyless(cells):
                if not sums.explain(cells):
                    collected.skipped.append(Skipped(at, "no_number", layouts.shown(row), sheet.name))
                continue
            read = quotation_rows.read(cells)
        except UnreadableCellError as error:
            collected.skipped.append(
                Skipped(at, error.reason, error.detail or layouts.shown(row), sheet.name)
            )
            continue
        above = {each: cells.cell(each) for each in NUMBER}
        sums.add(cells)
        collected.items.setdefault(read.key, []).append(_Placed(sheet.name, at, read))


def _continues(row: Row, header: Header) -> bool:
    """Tell whether a row leaves out its quotation, as cells merged downward do, yet names an item."""
    number, item, part = (
        any(cell_at(row, header.columns[each]) for each in group if each in header.columns)
        for group in REQUIRED[:3]
    )
    return not number and item and part


def _quotations(collected: _Collected) -> Iterator[Quotation]:
    found: dict[str, list[tuple[_Placed, QuotationItem]]] = {}
    for (number, item), rows in collected.items.items():
        merged = schedule.merge([each.read for each in rows])
        if merged is None:
            collected.skipped.extend(each.skipped("contradicts", f"{number}/{item}") for each in rows)
        else:
            found.setdefault(number, []).append((rows[0], merged))
    for items in found.values():
        header = _header([placed for placed, _ in items], collected)
        yield replace(header, items=tuple(item for _, item in items))


def _header(rows: Sequence[_Placed], collected: _Collected) -> Quotation:
    """Return what the rows of a quotation repeat; the first that states a value counts."""
    header = rows[0].read.header
    for placed in rows[1:]:
        for name in HEADER:
            stated, before = getattr(placed.read.header, name), getattr(header, name)
            if before is None:
                header = replace(header, **{name: stated})
            elif stated not in {None, before}:
                detail = f"{header.number}: {name} {stated}, before {before}"
                collected.skipped.append(placed.skipped("header_contradicts", detail))
    return header
