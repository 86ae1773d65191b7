"""Items of deliveries from a list, with goods issue and proof of delivery: VL06O, SE16, or a query."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from models.invoice_sources import DeliveryItem, Fault, Listed
from sap import keys, selection, statuses
from sap.cells import Cells, UnreadableCellError, assert_framed, assert_named
from sap.headers import Names
from sap.invoice_columns import DELIVERIES
from sap.layouts import Layout, shown
from sap.selection import Place, Question
from sap.table import Content

LAYOUT = Layout(
    DELIVERIES,
    required=(
        ("delivery",),
        ("sales_document",),
        ("item",),
        ("quantity",),
        ("issued_on", "issue_status"),
    ),
    decisive=("delivery", "sales_document", "item", "quantity", "issued_on", "issue_status"),
    trusting=DELIVERIES,
)

Ordered = Mapping[tuple[str, str], Decimal]
"""The ordered quantities by order and item, to tell 10,000 that is ten from 10,000 that is ten thousand."""


def read(
    data: Content,
    name: str,
    wanted: AbstractSet[str] | None = None,
    also: Names | None = None,
    ordered: Ordered | None = None,
) -> Listed[DeliveryItem]:
    """Return the items of deliveries for the wanted orders.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """

    def witness(rows: Sequence[Cells]) -> int:
        return fitting(rows, ordered or {})

    question = Question(("sales_document",), wanted, continued_by="delivery_item")
    chosen = selection.choose(data, name, LAYOUT, question, also=also, witness=witness)
    faults: list[Fault] = []
    rows = tuple(row for place in chosen.places if (row := _row(place, faults)) is not None)
    return chosen.listed(rows, faults)


def fitting(rows: Sequence[Cells], ordered: Ordered) -> int:
    """Count the items whose quantities add up to what was ordered."""
    sums: dict[tuple[str, str], Decimal] = {}
    for cells in rows:
        key = keys.shown(cells.cell("sales_document")), keys.shown(cells.cell("item"))
        try:
            sums[key] = sums.get(key, Decimal(0)) + abs(cells.number("quantity") or Decimal(0))
        except UnreadableCellError:
            continue
    return sum(abs(ordered.get(key, Decimal(0))) == total for key, total in sums.items())


def _row(place: Place, faults: list[Fault]) -> DeliveryItem | None:
    cells = place.cells
    names = ("sales_document", "item", "delivery")
    order, item, delivery = (keys.shown(cells.cell(each)) for each in names)
    try:
        assert_framed(cells)
        assert_named(order=order, delivery=delivery)
        return _item(cells, delivery, order, item or None)
    except UnreadableCellError as error:
        detail = error.detail or shown(cells.row)
        faults.append(Fault(place.row, error.reason, detail, place.sheet, (order, item, delivery)))
        return None


def _item(cells: Cells, delivery: str, order: str, order_item: str | None) -> DeliveryItem:
    quantity = cells.number("quantity")
    if quantity is None:
        raise UnreadableCellError("unreadable_number", "")
    status, planned = cells.text("issue_status"), cells.date_or_none("planned_on")
    done = statuses.completed(status)
    actual = cells.date_or_none("issued_on")
    issued = (
        done
        if done is not None
        else cells.text("issued_on") is not None and not cells.says_no_date("issued_on")
    )
    proof = statuses.completed(cells.text("proof_status"))
    signed_on = cells.date_or_none("proof_on")
    return DeliveryItem(
        delivery=delivery,
        item=cells.text("delivery_item", keys.shown),
        order=order,
        order_item=order_item,
        quantity=quantity,
        delivery_type=cells.text("delivery_type"),
        issued=issued,
        issued_on=(actual or planned) if issued else None,
        planned_on=planned or (None if issued else actual),
        proven=_proven(cells) if proof is None else proof,
        proof_on=signed_on,
        billed=statuses.billed(cells.text("billing_status")),
        billing_blocks=statuses.blocks(cells, "billing_block"),
    )


def _proven(cells: Cells) -> bool:
    """Tell whether a delivery is signed for where no status says so: by its date, or a word for yes."""
    if cells.text("proof_on") is not None and not cells.says_no_date("proof_on"):
        return True
    return statuses.yes_or_no(cells.text("proof_status")) is True
