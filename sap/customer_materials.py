"""Customer-material records from a list: SE16 on KNMT (or KNMTA), VD59, or a query.

A record with no number of the customer says nothing about numbers, and is left out.
"""

from collections.abc import Set as AbstractSet

from models.customer_material import CustomerMaterial
from models.invoice_sources import Fault, Listed
from sap import keys, selection
from sap.cells import Cells, UnreadableCellError, assert_framed, assert_named
from sap.columns import NAMES
from sap.headers import Names
from sap.layouts import Layout, shown
from sap.selection import Place, Question
from sap.table import Content

COLUMNS: dict[str, str] = {
    "customer_number": NAMES["customer_number"],
    "customer": "NAME1; Name 1; Customer name; Name of customer; 名称 1; 客户名称",
    "part_number": NAMES["part_number"],
    "customer_part_number": NAMES["customer_part_number"]
    + "; Material of customer; Material number used by customer; 客户所用物料编号; 客户所用的物料号",
    "customer_description": (
        "POSTX; Customer description; Customers description of material; Customer material description;"
        " Description of material by customer; 客户物料描述; 客户对物料的描述"
    ),
    "sales_org": "VKORG; Sales organization; Sales org; SOrg; 销售组织; 销售机构",
}
"""What the columns are called, by field."""
LAYOUT = Layout(
    COLUMNS,
    required=(("customer_number",), ("part_number",), ("customer_part_number",)),
    decisive=("customer_number", "part_number", "customer_part_number"),
    trusting=COLUMNS,
)


def read(
    data: Content, name: str, wanted: AbstractSet[str] | None = None, also: Names | None = None
) -> Listed[CustomerMaterial]:
    """Return the records of the `wanted` customers, or of all.

    Raises:
        ColumnsNotUnderstoodError: Columns that are needed are not there, or can be read in two ways.
        UsageError: The file is no table.
    """
    question = Question(("customer_number",), wanted)
    chosen = selection.choose(data, name, LAYOUT, question, also=also)
    faults: list[Fault] = []
    rows = tuple(row for place in chosen.places if (row := _row(place, faults)) is not None)
    return chosen.listed(rows, faults)


def _row(place: Place, faults: list[Fault]) -> CustomerMaterial | None:
    customer = keys.shown(place.cells.cell("customer_number"))
    number = keys.named(keys.plain(place.cells.cell("customer_part_number")).strip())
    if number is None:
        return None
    try:
        assert_framed(place.cells)
        return _record(place.cells, customer)
    except UnreadableCellError as error:
        detail = error.detail or shown(place.cells.row)
        faults.append(Fault(place.row, error.reason, detail, place.sheet, (customer, number)))
        return None


def _record(cells: Cells, customer: str) -> CustomerMaterial:
    part, number = keys.shown(cells.cell("part_number")), cells.text("customer_part_number")
    assert_named(customer_number=customer, part_number=part)
    assert number is not None, "rows without a number are left out before"
    return CustomerMaterial(
        customer_number=customer,
        part_number=part,
        customer_part_number=number,
        description=cells.text("customer_description"),
        sales_org=cells.text("sales_org", keys.shown),
    )
