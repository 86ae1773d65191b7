"""Rows of a quotation list that leave out what the row above says: cells are merged downward.

The number of the quotation stands in the first row of its items, and often what was promised as well.
"""

import re
from collections.abc import Mapping, Sequence

from sap import contents, keys
from sap.cells import Cells
from sap.headers import Header
from sap.layouts import cell_at
from sap.quoting.promised_columns import QUOTED
from sap.table import Cell, Row

NUMBER = ("quotation", "sales_document")
PARTS = ("part_number", "local_part_number", "customer_part_number", "drawing_number")
PRICES = ("net_price", "price", "gross_price", "net_value")
THINGS = (*PARTS, "description")
"""What tells an item; one that is no part, such as freight, has words alone."""

SUMMARY = re.compile(
    r"total|\bsum\b|summe|gesamt|\bvat\b|\btax\b|mwst|ust\b|netto|brutto|carried|übertrag"
    r"|合计|合計|总计|總計|小计|小計|总价|總價|总额|總額|共计|税|稅|大写",
    re.IGNORECASE,
)
"""What a row says that sums up or taxes others."""


def filled(row: Row, header: Header, above: Row) -> Row:
    """Return a row with the number of the row above, and its promise, where it goes on from it."""
    if not above or not continues(row, header):
        return row
    places = _columns(header, NUMBER)
    promised = _columns(header, QUOTED)
    if not any(cell_at(row, at) for at in promised):
        places = (*places, *promised)
    last = max(places, default=-1)
    padded = [*row, *[""] * (last + 1 - len(row))]
    return tuple(cell_at(above, at) if at in places else cell for at, cell in enumerate(padded))


def _columns(header: Header, names: Sequence[str]) -> tuple[int, ...]:
    repeated = (at for name, at in header.repeated if name in names)
    return (*(header.columns[each] for each in names if each in header.columns), *repeated)


def continues(row: Row, header: Header) -> bool:
    """Tell whether a row leaves out its quotation, as cells merged downward do, yet names an item."""
    number, item = (
        any(cell_at(row, header.columns[each]) for each in group if each in header.columns)
        for group in (NUMBER, ("item",))
    )
    return not number and item and names_thing(row, header)


def names_thing(row: Row, header: Header) -> bool:
    """Tell whether a row names a part or describes something, and no total."""
    cells = (cell_at(row, header.columns[each]) for each in THINGS if each in header.columns)
    texts = [keys.plain(each).strip() for each in cells if each != ""]
    return any(texts) and not any(contents.TOTAL.fullmatch(each) for each in texts)


def is_lost_item(cells: Cells) -> bool:
    """Tell whether a row without a number and an item names a thing and what it costs."""
    words = " ".join(keys.plain(cells.cell(each)) for each in THINGS)
    costs = not SUMMARY.search(words) and any(cells.cell(each) != "" for each in ("quantity", *PRICES))
    return costs and names_thing(cells.row, cells.header)


def number(cells: Cells, above: Mapping[str, Cell]) -> str:
    """Return the quotation that a row is of which something cannot be read.

    Where it is the number itself, that of the row above. A row without an item that names no part is of
    none: page titles and subtotals are no items.
    """
    if not any(cells.cell(each) for each in ("item", *THINGS)):
        return ""
    own = next((each for each in map(cells.cell, NUMBER) if each != ""), "")
    lost = isinstance(own, str) and contents.is_broken(own)
    return last_number(above) if lost else keys.shown(own)


def last_number(above: Mapping[str, Cell]) -> str:
    """Return the number of the quotation of the row above, an empty text where there is none."""
    return keys.shown(next((each for each in above.values() if each != ""), ""))
