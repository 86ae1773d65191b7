"""Items of billing documents from a list: VF05, VBRP in SE16, or a query."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from models.invoicing import BillingItem, Fault, Listed
from sap import keys, selection, statuses
from sap.deliveries import Ordered, fitting
from sap.headers import Names
from sap.invoice_columns import BILLING
from sap.layouts import Layout, shown
from sap.quotation_rows import Cells, UnreadableCellError, assert_framed, assert_named
from sap.selection import Place, Question
from sap.table import Content

LAYOUT = Layout(
    BILLING,
    required=(
        ("billing_document",),
        ("sales_document", "reference"),
        ("item", "reference_item"),
        ("quantity",),
    ),
    decisive=("billing_document", "sales_document", "item", "reference", "quantity", "cancelled", "cancels"),
    trusting=True,
)


def read(
    data: Content,
    name: str,
    wanted: AbstractSet[str] | None = None,
    also: Names | None = None,
    ordered: Ordered | None = None,
) -> Listed[BillingItem]:
    """Return the billing items for the wanted orders and deliveries.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """

    def witness(rows: Sequence[Cells]) -> int:
        return fitting(rows, ordered or {})

    question = Question(("sales_document", "reference"), wanted, continued_by="billing_item")
    chosen = selection.choose(data, name, LAYOUT, question, also=also, witness=witness)
    faults: list[Fault] = []
    rows = tuple(row for place in chosen.places if (row := _row(place, faults)) is not None)
    return chosen.listed(rows, faults)


def _row(place: Place, faults: list[Fault]) -> BillingItem | None:
    cells = place.cells
    names = ("sales_document", "item", "reference", "billing_document")
    order, item, reference, document = (keys.shown(cells.cell(each)) for each in names)
    try:
        assert_framed(cells)
        assert_named(billing_document=document)
        return _item(cells, document)
    except UnreadableCellError as error:
        detail = error.detail or shown(cells.row)
        known = (order, item, reference, document)
        faults.append(Fault(place.row, error.reason, detail, place.sheet, known))
        return None


def _item(cells: Cells, document: str) -> BillingItem:
    quantity = cells.number("quantity")
    if quantity is None:
        raise UnreadableCellError("unreadable_number", "")
    return BillingItem(
        document=document,
        item=cells.text("billing_item", keys.shown),
        order=keys.named(cells.text("sales_document", keys.shown)),
        order_item=keys.named(cells.text("item", keys.shown)),
        quantity=quantity,
        reference=keys.named(cells.text("reference", keys.shown)),
        reference_item=keys.named(cells.text("reference_item", keys.shown)),
        billing_type=cells.text("billing_type"),
        billed_on=cells.date_or_none("billed_on"),
        payer=cells.text("payer", keys.shown),
        net_value=cells.number("net_value"),
        currency=cells.text("currency"),
        cancelled=statuses.is_marked(cells.text("cancelled")),
        cancels=keys.named(cells.text("cancels", keys.shown)),
    )
