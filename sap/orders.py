"""Items of sales orders from a list: VA05 by item or by schedule line, SE16, or a query."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal

from models.invoice_sources import Fault, Listed, SalesItem
from sap import keys, schedule, selection, statuses
from sap.cells import Cells, UnreadableCellError, assert_framed, assert_named
from sap.headers import Names
from sap.invoice_columns import ORDERS
from sap.layouts import Layout, shown
from sap.selection import Place, Question
from sap.table import Content

LAYOUT = Layout(
    ORDERS,
    required=(
        ("sales_document",),
        ("item",),
        ("quantity", "schedule_quantity", "confirmed_quantity"),
        ("net_price", "net_value"),
    ),
    decisive=("sales_document", "item", "quantity", "net_price", "price_per", "currency", "reference"),
    trusting=ORDERS,
)
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class _OrderRow:
    """A row that was read: its item, and the quantity of its schedule line where it has one."""

    place: Place
    item: SalesItem
    schedule_quantity: Decimal | None


def read(
    data: Content, name: str, wanted: AbstractSet[str] | None = None, also: Names | None = None
) -> Listed[SalesItem]:
    """Return the items of the wanted orders, and of what was made from them: returns and requests.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    question = Question(("sales_document", "reference"), wanted, continued_by="item")
    chosen = selection.choose(data, name, LAYOUT, question, also=also)
    faults: list[Fault] = []
    rows: dict[tuple[str, str], list[_OrderRow]] = {}
    for place in chosen.places:
        read_row = _row(place, faults)
        if read_row is not None:
            rows.setdefault((read_row.item.order, read_row.item.item), []).append(read_row)
    return chosen.listed(tuple(_items(rows.values(), faults)), faults)


def _row(place: Place, faults: list[Fault]) -> _OrderRow | None:
    cells = place.cells
    order, item = keys.shown(cells.cell("sales_document")), keys.shown(cells.cell("item"))
    try:
        assert_framed(cells)
        assert_named(sales_document=order, item=item)
        return _OrderRow(place, _item(cells, order, item), cells.number("schedule_quantity"))
    except UnreadableCellError as error:
        detail = error.detail or shown(cells.row)
        referred = (keys.shown(cells.cell(each)) for each in ("reference", "reference_item"))
        faults.append(Fault(place.row, error.reason, detail, place.sheet, (order, item, *referred)))
        return None


def _item(cells: Cells, order: str, item: str) -> SalesItem:
    rejected = cells.text("rejected")
    return SalesItem(
        order=order,
        item=item,
        order_type=cells.text("document_type"),
        category=cells.text("item_category"),
        customer_number=cells.text("customer_number", keys.shown),
        customer=cells.text("customer"),
        payer=cells.text("payer", keys.shown),
        customer_reference=cells.text("customer_reference"),
        part_number=cells.text("part_number", keys.shown),
        quantity=_quantity(cells),
        unit=cells.text("unit"),
        price=cells.number("net_price"),
        price_per=cells.number("price_per") or ONE,
        net_value=cells.amount("net_value"),
        tax_amount=cells.amount("tax_amount"),
        tax_rate=_rate(cells),
        currency=cells.text("currency"),
        rejected=None if (rejected or "").casefold() in statuses.NOT_REJECTED else rejected,
        reference=keys.named(cells.text("reference", keys.shown)),
        reference_item=keys.named(cells.text("reference_item", keys.shown)),
        overall_status=cells.text("overall_status"),
        closed=statuses.completed(cells.text("overall_status")) is True,
        billed=statuses.billed(cells.text("billing_status")),
        delivery_date=cells.date_or_none("delivery_date"),
        billing_blocks=statuses.blocks(cells, "billing_block"),
        delivery_blocks=statuses.blocks(cells, "delivery_block"),
    )


def _quantity(cells: Cells) -> Decimal | None:
    """Return the item's quantity; a list of schedule lines has theirs instead."""
    columns = cells.header.columns
    if "quantity" in columns or "schedule_quantity" in columns:
        return cells.number("quantity")
    return cells.number("confirmed_quantity")


def _rate(cells: Cells) -> Decimal | None:
    rate = cells.number("tax_rate")
    return rate * 100 if rate is not None and 0 < rate < 1 else rate


def _items(found: Iterable[list[_OrderRow]], faults: list[Fault]) -> Iterator[SalesItem]:
    """Yield an item for all rows of its schedule lines."""
    for rows in found:
        merged = _merged(rows)
        if merged is None:
            for each in rows:
                place, item = each.place, each.item
                known = (item.order, item.item, item.reference or "", item.reference_item or "")
                faults.append(Fault(place.row, "contradicts", "/".join(known[:2]), place.sheet, known))
        else:
            yield _priced(merged)


def _merged(rows: Sequence[_OrderRow]) -> SalesItem | None:
    first = rows[0].item
    if len(rows) > 1 and len({_without_schedule(each.item) for each in rows}) > 1:
        return None
    quantity = schedule.quantity(
        [each.schedule_quantity for each in rows],
        [each.item.quantity for each in rows],
        schedule.Value(first.price, first.price_per, first.net_value),
    )
    if quantity is None and first.price is None and len({each.item.quantity for each in rows}) == 1:
        quantity = first.quantity  # the order quantity of an item, which its schedule lines repeat
    if quantity is None:
        return None
    dates = [each.item.delivery_date for each in rows if each.item.delivery_date]
    blocks = dict.fromkeys(each for row in rows for each in row.item.delivery_blocks)
    return replace(
        first, quantity=quantity, delivery_date=max(dates, default=None), delivery_blocks=tuple(blocks)
    )


def _without_schedule(item: SalesItem) -> SalesItem:
    """Return an item without what each of its schedule lines has for itself."""
    return replace(item, quantity=None, delivery_date=None, delivery_blocks=())


def _priced(item: SalesItem) -> SalesItem:
    """Return an item with a price: where a list has values only, the value for the whole quantity."""
    if item.price is not None or item.net_value is None or not item.quantity:
        return item
    return replace(item, price=item.net_value, price_per=item.quantity)
