"""Items of billing documents from a list: VF05, VBRP in SE16, or a query."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from models.invoice_sources import BillingItem, Fault, Listed
from sap import keys, selection, statuses
from sap.cells import Cells, UnreadableCellError, assert_framed, assert_named
from sap.deliveries import Ordered, fitting
from sap.headers import Names
from sap.invoice_columns import BILLING
from sap.layouts import Layout, shown
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
    trusting=BILLING,
)
DIGITS = re.compile(r"[0-9]+")


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


class _InMonth(AbstractSet[str]):
    """The texts that may be a day of a month, however days are written: what is read in full tells."""

    def __init__(self, day: dt.date) -> None:
        self.years = {day.year, day.year % 100}
        self.month = day.month

    def __contains__(self, key: object) -> bool:
        """Tell whether a text may be such a day; a number alone may be one that a spreadsheet counts."""
        numbers = [int(each) for each in DIGITS.findall(str(key))]
        if len(numbers) == 1:
            return True
        return self.month in numbers and not self.years.isdisjoint(numbers)

    def __iter__(self) -> Iterator[str]:
        """Yield nothing: the texts are not known before they are met."""
        return iter(())

    def __len__(self) -> int:
        """Return 0, as there is nothing to go through."""
        return 0


def of_month(data: Content, name: str, day: dt.date, also: Names | None = None) -> Listed[BillingItem] | None:
    """Return the billing items of the month of a day until that day; None where the export states no days.

    A row whose day cannot be read, and may be of that month, is a fault.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    chosen = selection.choose(data, name, LAYOUT, Question(("billed_on",), _InMonth(day)), also=also)
    if "billed_on" not in chosen.header.columns:
        return None
    faults: list[Fault] = []
    rows: list[BillingItem] = []
    begin = day.replace(day=1)
    for place in chosen.places:
        row = _row(place, faults)
        if row is not None and row.billed_on is None:
            keys_of = (row.document,)
            faults.append(Fault(place.row, "unreadable_date", shown(place.cells.row), place.sheet, keys_of))
        elif row is not None and row.billed_on is not None and begin <= row.billed_on <= day:
            rows.append(row)
    return chosen.listed(tuple(rows), faults)


def _row(place: Place, faults: list[Fault]) -> BillingItem | None:
    cells = place.cells
    names = ("sales_document", "item", "reference", "reference_item", "billing_document")
    order, item, reference, reference_item, document = (keys.shown(cells.cell(each)) for each in names)
    try:
        assert_framed(cells)
        assert_named(billing_document=document)
        return _item(cells, document)
    except UnreadableCellError as error:
        detail = error.detail or shown(cells.row)
        known = (order, item, reference, reference_item, document)
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
