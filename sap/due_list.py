"""The billing due list (VF04, index VKDFS): one row for each delivery or order that is due.

It has the value of the whole document only: no items, no quantities, no tax.
"""

from models.invoice_sources import DueDocument, Fault, Listed
from sap import keys, selection
from sap.cells import Cells, UnreadableCellError, assert_framed
from sap.headers import Names
from sap.invoice_list_columns import DUE
from sap.layouts import Layout, shown
from sap.selection import Place, Question
from sap.table import Content

LAYOUT = Layout(
    DUE,
    required=(("document",), ("net_value",), ("billing_category", "billing_type")),
    decisive=("document", "net_value", "currency", "billing_category"),
    trusting=DUE,
)


def read(data: Content, name: str, also: Names | None = None) -> Listed[DueDocument]:
    """Return the documents of a due list.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    chosen = selection.choose(data, name, LAYOUT, Question(("document",)), also=also)
    faults: list[Fault] = []
    rows = tuple(row for place in chosen.places if (row := _row(place, faults)) is not None)
    return chosen.listed(rows, faults)


def _row(place: Place, faults: list[Fault]) -> DueDocument | None:
    document = keys.shown(place.cells.cell("document"))
    try:
        assert_framed(place.cells)
        return _document(place.cells, document)
    except UnreadableCellError as error:
        detail = error.detail or shown(place.cells.row)
        faults.append(Fault(place.row, error.reason, detail, place.sheet, (document,)))
        return None


def _document(cells: Cells, document: str) -> DueDocument:
    return DueDocument(
        document=document,
        category=cells.text("billing_category"),
        billing_type=cells.text("billing_type"),
        billing_date=cells.date_or_none("billing_date"),
        customer_number=cells.text("customer_number", keys.shown),
        net_value=cells.number("net_value"),
        currency=cells.text("currency"),
    )
