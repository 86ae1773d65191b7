"""Finance's weekly list: a table that people keep, with titles above, sums below and notes around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.invoice_sources import ListRow, Said
from sap import contents, invoice_list_rows, layouts, notation, shapes, table
from sap.cells import Cells, UnreadableCellError, assert_framed
from sap.contents import TOTAL
from sap.headers import Names
from sap.invoice_list_columns import LIST
from sap.layouts import Layout
from sap.table import OLE, ZIP, Cell
from sap.totals import Sums

LAYOUT = Layout(
    LIST,
    required=(
        ("order",),
        ("item", "part_number"),
        ("quantity",),
    ),
    decisive=tuple(
        "order item delivery quantity net_price gross_price price net_amount gross_amount amount currency"
        " tax_rate".split()
    ),
    trusting=LIST,
)
NAMED_TOTAL = re.compile(
    r"(?:sub[- ]?|grand )?totals?\b.{0,20}|.{0,20}(?:合计|小计|总计).{0,10}", re.IGNORECASE
)
"""What people call a row of sums; looked for only where a row names no order."""
UNCALCULATED = "#VALUE!"
"""How a formula without a value is read: a matter of its row, not of the list."""
COLONS = " :\uff1a"
CLAIMS = (
    "item part_number quantity delivery net_amount gross_amount amount net_price gross_price price".split()
)
"""Fields of which a row that claims something has one at least."""


@dataclass(frozen=True, slots=True)
class InvoiceList:
    """The list: its rows in its order, how it was understood, and where its header stands.

    `headers` holds for each sheet the row number of its header and the number of its columns. `unproven`
    are rows of totals that are not the sums of the rows above; `shape` tells lists with the same headings.
    """

    rows: tuple[ListRow, ...]
    columns: dict[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    notation: str = ""
    headers: dict[str, int] = field(default_factory=dict)
    unproven: tuple[int, ...] = ()
    shape: str = ""


def read(data: bytes, name: str, also: Names | None = None) -> InvoiceList:
    """Return the rows of a list; a row that cannot be read says so.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    usable = layouts.understand(table.read(data, name, uncalculated=UNCALCULATED), LAYOUT, name, also)
    rows: list[ListRow] = []
    unproven: list[int] = []
    written = ""
    framed = not data.startswith((ZIP, OLE))
    for sheet, header in usable:
        voted = notation.vote_numbers(sheet.rows, header)
        written = voted.shown()
        cells = (
            (at, Cells(row, header, voted))
            for at, row in enumerate(sheet.rows[header.row + 1 :], header.row + 2)
            if any(row) and row not in header.printed
        )
        rows += _rows(cells, sheet.name, unproven, framed=framed)
    first = usable[0][1]
    return InvoiceList(
        rows=tuple(rows),
        columns={first.shown(at): each for each, at in first.columns.items()},
        unknown=first.unknown,
        notation=written,
        headers={sheet.name: header.row + 1 for sheet, header in usable},
        unproven=tuple(unproven),
        shape=shapes.of(first),
    )


def _rows(
    all_cells: Iterator[tuple[int, Cells]], sheet: str, unproven: list[int], *, framed: bool
) -> Iterator[ListRow]:
    sums = Sums()
    above: Cell = ""
    for at, cells in all_cells:
        if _is_note(cells):
            continue
        if not _key(cells) and _is_total(cells, sums, at, unproven):
            continue
        row = _row(at, cells, sheet, above, framed=framed)
        above = cells.cell("order") or above
        sums.add(cells)
        yield row


def _key(cells: Cells) -> str:
    """Return the order as it stands; a mark of totals is none."""
    key = str(cells.cell("order")).strip()
    return "" if TOTAL.fullmatch(key) else key


def _is_note(cells: Cells) -> bool:
    """Tell whether a row is a remark: nothing that an invoice could be made from."""
    claims = [cells.cell(each) for each in CLAIMS]
    return not any(each != "" for each in claims) and not contents.is_code(cells.cell("order") or "-")


def _is_total(cells: Cells, sums: Sums, at: int, unproven: list[int]) -> bool:
    """Tell whether a row without an order is one of sums; one that calls itself so is, though it be wrong."""
    named = any(isinstance(cell, str) and _says_total(cell) for cell in cells.row)
    single = not any(cells.cell(each) for each in ("item", "part_number", "delivery"))
    proven = single and _explained(cells, sums)
    if named and not proven:
        unproven.append(at)
    return named or proven


def _says_total(text: str) -> bool:
    return any(each.fullmatch(text.rstrip(COLONS)) for each in (TOTAL, NAMED_TOTAL))


def _explained(cells: Cells, sums: Sums) -> bool:
    try:
        return sums.explain(cells)
    except UnreadableCellError:
        return False


def _row(at: int, cells: Cells, sheet: str, above: Cell, *, framed: bool) -> ListRow:
    carried = not _key(cells) and bool(cells.cell("item") or cells.cell("part_number"))
    if carried:
        cells = Cells(cells.row, cells.header, cells.notation, {"order": above})
    try:
        if framed:
            assert_framed(cells)
        return invoice_list_rows.read(cells, at, sheet, carried=carried and above != "")
    except UnreadableCellError as error:
        values = {"detail": error.detail or layouts.shown(cells.row)}
        return invoice_list_rows.unreadable(cells, at, sheet, Said(error.reason, values))
