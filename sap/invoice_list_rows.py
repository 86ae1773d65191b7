"""One row of finance's list: what is to be invoiced, from which order and delivery, at which price."""

import re
import unicodedata
from decimal import Decimal

from extractors.fields import money, tax
from extractors.fields.text import fold
from models.invoice_sources import ListRow, Said
from sap import keys, notation
from sap.cells import Cells, UnreadableCellError
from sap.table import Cell

ORDER = re.compile(r"(?:SO|SAP|ORDER|NO\.?|订单|销售订单)?[\s:#]*([0-9]{5,10})", re.IGNORECASE)
ORDER_AND_ITEM = re.compile(r"([0-9]{6,10})\s*[/\-_]\s*([0-9]{1,6})")
DELIVERY = re.compile(r"(?:DN|LIEF)?[\s:#]*([0-9]{6,10})", re.IGNORECASE)
BETWEEN = re.compile(r"[/,;+&、\s]+|和|及|与|\band\b")
WITH_UNIT = re.compile(r"([-+]?[0-9][0-9.,' ]*)\s*([^\W\d_]{1,10}\.?)")
NOTHING = frozenset(("", "-", "--", "/", "n/a", "none", "无", "—", "–"))
WITHOUT_TAX = frozenset(
    map(fold, ("免税", "零税率", "0税率", "出口", "出口免税", "exempt", "zero", "zero-rated", "tax free"))
)


def read(cells: Cells, at: int, sheet: str, *, carried: bool) -> ListRow:
    """Return a row of the list.

    Raises:
        UnreadableCellError: A cell cannot be what its column says, or what every row needs is missing.
    """
    order, item = _order(cells)
    quantity, unit = _quantity(cells)
    price, included = _price(cells)
    amounts = _amounts(cells)
    return ListRow(
        row=at,
        sheet=sheet,
        order=order,
        item=item,
        deliveries=_deliveries(cells.sound("delivery")),
        carried=carried,
        customer_number=_text(cells, "customer_number", shown=True),
        customer=_text(cells, "customer"),
        reference=_text(cells, "reference"),
        part_number=_text(cells, "part_number", shown=True),
        quantity=quantity,
        unit=_text(cells, "unit") or unit,
        price=price,
        price_included=included,
        price_per=_number(cells, "price_per"),
        net=amounts["net_amount"],
        tax=None if _is_rate(cells) else _number(cells, "tax_amount"),
        gross=amounts["gross_amount"],
        amount=amounts["amount"],
        tax_rate=_tax_rate(cells),
        currency=_currency(cells),
    )


def unreadable(cells: Cells, at: int, sheet: str, fault: Said) -> ListRow:
    """Return a row that cannot be read, with the keys that can."""
    order, item = (keys.shown(cells.cell(each)) or None for each in ("order", "item"))
    try:
        deliveries = _deliveries(cells.cell("delivery"))
    except UnreadableCellError:
        deliveries = ()
    return ListRow(at, sheet, _without_note(order), _without_note(item), deliveries, fault=fault)


def _without_note(key: str | None) -> str | None:
    return key if key and len(key) <= 20 else None


def _order(cells: Cells) -> tuple[str, str | None]:
    text = _levelled(cells.sound("order"))
    item = _text(cells, "item", shown=True)
    if not text:
        raise UnreadableCellError("no_order", "")
    both = ORDER_AND_ITEM.fullmatch(text)
    if both:
        return keys.shown(both[1]), item or keys.shown(both[2])
    match = ORDER.fullmatch(text)
    if match is None:
        raise UnreadableCellError("unreadable_order", f"{cells.header.name('order')} {text}")
    return keys.shown(match[1]), item


def _levelled(cell: Cell) -> str:
    """Return a cell as text, full-width digits and letters as narrow ones, without the marks of a text.

    Numbers that are to stay texts are written '0030005101 or ="0030005101".
    """
    text = unicodedata.normalize("NFKC", keys.plain(cell)).strip()
    return text.removeprefix("=").strip("\"'").strip()


def _text(cells: Cells, name: str, *, shown: bool = False) -> str | None:
    text = cells.text(name, keys.shown if shown else keys.plain)
    return None if text is None or text.casefold() in NOTHING else text


def _number(cells: Cells, name: str) -> Decimal | None:
    cell = cells.sound(name)
    if isinstance(cell, str):
        if cell.casefold() in NOTHING:
            return None
        value = notation.number(cell, cells.notation)
        return value if value is not None else _amount(cells, name, cell)
    return cells.number(name)


def _amount(cells: Cells, name: str, text: str) -> Decimal:
    """Return an amount that stands with its currency."""
    bare = (
        text.strip("￥¥$€£ ").removesuffix("元").removeprefix("RMB").removeprefix("CNY").removesuffix("CNY")
    )
    value = notation.number(bare.strip(), cells.notation)
    if value is None:
        raise UnreadableCellError("unreadable_number", f"{cells.header.name(name)} {text}")
    return value


def _quantity(cells: Cells) -> tuple[Decimal, str | None]:
    """Return the quantity, and its unit where that stands behind the number."""
    cell, unit = cells.sound("quantity"), None
    value = cell if isinstance(cell, Decimal) else None
    if isinstance(cell, str):
        value = notation.number(cell, cells.notation)
        match = WITH_UNIT.fullmatch(cell)
        if value is None and match:
            value, unit = notation.number(match[1].strip(), cells.notation), match[2]
    if value is None:
        reason = "no_quantity" if cell == "" else "unreadable_number"
        raise UnreadableCellError(reason, f"{cells.header.name('quantity')} {cell}".strip())
    return value, unit


def _deliveries(cell: Cell) -> tuple[str, ...]:
    """Return the numbers of deliveries in a cell; several stand with marks or words between them."""
    text = _levelled(cell)
    if text.casefold() in NOTHING:
        return ()
    found = []
    for part in filter(None, BETWEEN.split(text)):
        match = DELIVERY.fullmatch(part)
        if match is None:
            raise UnreadableCellError("unreadable_delivery", text)
        found.append(keys.shown(match[1]))
    return tuple(dict.fromkeys(found))


def _price(cells: Cells) -> tuple[Decimal | None, bool | None]:
    """Return the price and whether the heading calls it gross; the net one of two."""
    for name, included in (("net_price", False), ("gross_price", True), ("price", None)):
        value = _number(cells, name)
        if value is not None:
            return value, _said_basis(cells, name) if included is None else included
    return None, None


def _said_basis(cells: Cells, name: str) -> bool | None:
    """Return what a heading says of tax beside its name, as in "Amount (incl. 13 % VAT)"."""
    said = tax.statement(cells.header.name(name)) if name in cells.header.columns else None
    return said.included if said is not None else None


def _amounts(cells: Cells) -> dict[str, Decimal | None]:
    """Return the amounts of a row; one whose heading says net or gross after all is that."""
    names = ("net_amount", "gross_amount", "amount")
    found = {name: _number(cells, name) for name in names}
    basis = _said_basis(cells, "amount")
    meant = "gross_amount" if basis else "net_amount"
    if basis is not None and found[meant] is None:
        found[meant], found["amount"] = found["amount"], None
    return found


def _is_rate(cells: Cells) -> bool:
    """Tell whether a column of tax holds rates: "13%"."""
    cell = cells.cell("tax_amount")
    return isinstance(cell, str) and cell.endswith("%")


def _tax_rate(cells: Cells) -> Decimal | None:
    """Return the rate in percent; spreadsheets keep 13 % as 0.13."""
    name = "tax_amount" if _is_rate(cells) and "tax_rate" not in cells.header.columns else "tax_rate"
    cell = cells.sound(name)
    if isinstance(cell, str) and fold(cell) in WITHOUT_TAX:
        return Decimal(0)
    if isinstance(cell, str) and cell.casefold() in NOTHING:
        return None
    rate = cells.number(name)
    marked = isinstance(cell, str) and "%" in cell
    return rate * 100 if rate is not None and 0 < rate < 1 and not marked else rate


def _currency(cells: Cells) -> str | None:
    text = cells.text("currency")
    found = money.currency(text) if text else ()
    if not text or len(found) == 1:
        return found[0] if found else None
    return "CNY" if "CNY" in found else text.upper()
