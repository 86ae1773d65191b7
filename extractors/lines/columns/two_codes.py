"""Columns of codes that hold two below each other, or one that is the same for every item.

"Article / Réf. fournisseur" heads the buyer's number above the seller's. A supplier's own account that an
export repeats on each row ("供应商编码") is no number of a thing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.fields import parts
from extractors.late import late
from extractors.lines.columns.item_rows import item_rows
from extractors.lines.headings import CODES, Heading, recognise
from extractors.lines.item_table import SELLERS_DRAWING, Column, ItemTable, Row
from extractors.page.runs import IDEOGRAPH, Run
from extractors.vocabulary.meanings import Role

SLASH = late(r"\s*/\s*")
APART = late(r"\s+/\s+|\s*[·•／∕｜|]\s*")
"""Where blanks or another mark set two apart, a slash belongs to a word: "Our item / Your P/N"."""
RULER = late(r"[-_=\s]*$")
ACCOUNT = late(
    r"\s*(?:(?:vendor|supplier|creditor)(?:'s)?\s*(?:code|no|nr|number|id|#)\.?|供(?:应商|方|货方|货商|商)(?:编码|编号|代码|代号))\s*",
    re.IGNORECASE,
)
"""What heads the number of a supplier, and of what he supplies as well."""
OWNED = frozenset({Role.SELLER_PART, Role.BUYER_PART})
BARE = late(r"code|no\.?|number|ref\.?|id")
"""Half of a heading that means its other half's number: "Vendor model / code"."""
DRAWN = {Role.DRAWING, Role.DESCRIPTION}
"""What a heading of a part and its drawing may mean besides: "Part / Dwg"."""
LED = late(
    r"(?:item|part|article|material|stock|product)(?: ?(?:number|no\.?|code|id|#))?\s*/\s*desc\w*\.?\s+",
    re.IGNORECASE,
)
"""A number and the name behind it, as one column is headed."""
TWO = 2
LEAST = 3
"""So many items at least do not have the same number by chance."""


def told_apart(table: ItemTable) -> ItemTable:
    """Return the table with either code under its own half of the heading, and without constant ones."""
    rows, drawn = item_rows(table), _with_drawings(table.columns)
    columns = tuple(_settled(column, at, rows, drawn) for at, column in enumerate(drawn))
    return replace(table, columns=columns)


def _with_drawings(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns; a drawing of the seller's is no part number where another column has his."""
    if not any(each.role is Role.SELLER_PART for column in columns for each in column.headings):
        return tuple(columns)
    return tuple(replace(column, headings=tuple(map(_drawn, column.headings))) for column in columns)


def _drawn(heading: Heading) -> Heading:
    said = recognise(heading.text)
    if said is None or said.roles != SELLERS_DRAWING or not said.exact:
        return heading
    return replace(heading, roles=frozenset({Role.DRAWING}), exact=True)


def _settled(column: Column, at: int, rows: Sequence[Row], columns: Sequence[Column]) -> Column:
    cells = [row.cells[at] for row in rows]
    if Role.DESCRIPTION in column.roles and _names_two(column):
        doubted = tuple(replace(each, exact=False) for each in column.headings)
        return replace(column, headings=doubted, stack=())
    known = CODES | {Role.LINE_NUMBER} | (DRAWN if Role.DRAWING in column.roles else set())
    if len(column.headings) != 1 or not column.roles or not column.roles <= known:
        return column
    if _is_constant(cells) and any(each.roles & CODES for each in columns if each is not column):
        heading = replace(column.headings[0], roles=frozenset({Role.OTHER}))
        return replace(column, headings=(heading,), stack=())
    if _may_be_account(column, cells):
        heading = replace(column.headings[0], roles=column.roles | {Role.OTHER}, exact=False)
        return replace(column, headings=(heading,), stack=())
    both = halves(column.text)
    if both and cells and all(map(_holds_two, cells)):
        return replace(column, headings=both, stack=())
    return _of_either(column) if both and _are_owned(both) else column


def _names_two(column: Column) -> bool:
    """Tell whether a heading of names has a number before them and one of the other side behind.

    "Item Number / Description" over "Supplier Item": the first number of an item is not the supplier's.
    """
    led = LED.match(column.text)
    behind = recognise(column.text[led.end() :]) if led is not None else None
    return behind is not None and not OWNED.isdisjoint(behind.roles) and column.roles & OWNED != set()


def _are_owned(both: Sequence[Heading]) -> bool:
    """Tell whether the halves of a heading name different numbers: 料号 / 供方货号.

    One in the other language says the same once more: 产品编码 / GPN. A small word goes on with the first.
    """
    first, second = both
    if first.roles <= OWNED and BARE.fullmatch(second.text.strip()):
        return False
    one_tongue = bool(IDEOGRAPH.search(first.text)) is bool(IDEOGRAPH.search(second.text))
    return one_tongue and first.roles != second.roles


def _of_either(column: Column) -> Column:
    """Return a column that may hold the number of either, and does not say whose."""
    return replace(column, headings=(replace(column.headings[0], exact=False),))


def _is_constant(cells: Sequence[Sequence[Run]]) -> bool:
    texts = {" ".join(run.text for run in cell) for cell in cells}
    return len(cells) >= LEAST and len(texts) == 1 and parts.looks_like_code(next(iter(texts)))


def _may_be_account(column: Column, cells: Sequence[Sequence[Run]]) -> bool:
    """Tell whether the number in each row may be that of the supplier himself: "Vendor code"."""
    texts = {" ".join(run.text for run in cell) for cell in cells}
    alike = len(texts) == 1 and (len(cells) >= TWO or all(map(str.isdigit, texts)))
    return alike and ACCOUNT.fullmatch(column.text) is not None


def _holds_two(cell: Sequence[Run]) -> bool:
    """Tell whether two codes stand below each other, the first of them whole."""
    coded = len(cell) >= TWO and all(parts.looks_like_code(parts.revision(run.text)[0]) for run in cell[:TWO])
    return coded and not cell[0].text.endswith(("-", "/", ".", "_"))


def halves(text: str) -> tuple[Heading, ...]:
    """Return the headings of both, the first of which may only name the thing."""
    bare = RULER.sub("", text)
    found = [recognise(part) for part in (APART if APART.search(bare) else SLASH).split(bare)]
    if len(found) != TWO or found[0] is None or found[1] is None or not (found[0].exact and found[1].exact):
        return ()
    first, second = found[0], found[1]
    if second.role not in CODES | {Role.DRAWING} or not first.roles & (
        CODES | {Role.LINE_NUMBER, Role.DESCRIPTION}
    ):
        return ()
    owned = first.role if first.role in CODES else Role.PART
    return (replace(first, roles=frozenset({owned or Role.PART})), second)
