"""A plain order of two items as a Word file, a workbook and a web page, of which a test changes one thing."""

import io
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_extractors_readers_word_file import p, tbl, word

from extractors import readers
from models.reading import Field, OrderLine, Reading
from spine import extract

HEAD = (
    "Purchase Order PO-77120",
    "Order date: 2027-03-01",
    "Buyer: Garran Zinc Ltd",
    "Supplier: Beilan Sealing Technology (Tianjin) Co., Ltd.",
    "Delivery date: 2027-05-20",
    "Payment terms: 30 days net",
)
ROWS = (
    ("Item", "Your part no.", "Description", "Qty", "Unit", "Unit price", "Amount"),
    ("10", "LP-16-4200", "Filter bag PP 65", "10", "pc", "26.00", "260.00"),
    ("20", "LP-16-4300", "Filter bag PP 75", "10", "pc", "30.00", "300.00"),
    ("Total EUR", "", "", "", "", "", "560.00"),
)
FIRST = 9
"""The row of a workbook in which its headings stand."""
Cells = Mapping[tuple[int, int], str]


def read(data: bytes, name: str) -> Reading:
    """Return the reading of a file."""
    found = next(iter(extract(data, name, readers.read, name))).reading
    assert found is not None
    return found


def _changed(cells: Cells) -> list[list[str]]:
    return [[cells.get((at, place), text) for place, text in enumerate(row)] for at, row in enumerate(ROWS)]


def in_word(cells: Cells | None = None, head: Sequence[str] = HEAD, **parts: str) -> Reading:
    """Return the reading of a Word file with other cells (XML) and other parts."""
    above = "".join(each if each.startswith("<") else p(each) for each in head)
    rows = (tuple(row) for row in _changed(cells or {}))
    return read(word(above + tbl(*rows), **parts), "order.docx")


def on_web(
    cells: Cells | None = None, head: Sequence[str] = HEAD, css: str = "", marked: str = ""
) -> Reading:
    """Return the reading of a web page; `marked` are the attributes of its second item's row."""
    rows = "".join(
        f"<tr {marked if at == 2 else ''}>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for at, row in enumerate(_changed(cells or {}))
    )
    above = "".join(f"<p>{each}</p>" for each in head)
    page = f"<html><head><meta charset='utf-8'><style>{css}</style></head><body>{above}<table>{rows}</table>"
    return read(page.encode(), "order.html")


def book() -> tuple[Workbook, Worksheet]:
    """Return a workbook with the order."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append([HEAD[0]])
    for each in (*HEAD[1:], "", ""):
        sheet.append(list(each.split(": ")) if each else [])
    for row in ROWS:
        sheet.append([_number(each) for each in row])
    return made, sheet


def in_book(change: Callable[[Worksheet], None]) -> Reading:
    """Return the reading of the workbook after a change."""
    made, sheet = book()
    change(sheet)
    stream = io.BytesIO()
    made.save(stream)
    return read(stream.getvalue(), "order.xlsx")


def _number(text: str) -> float | str | None:
    bare = text.replace(".", "", 1)
    return (float(text) if bare.isdigit() else text) or None


def figures(line: OrderLine) -> list[Field | None]:
    """Return the figures of a line."""
    return [line.quantity, line.unit_price, line.amount]


def sure(reading: Reading) -> list[bool]:
    """Tell of each item whether all its figures are sure."""
    return [all(each is not None and each.sure for each in figures(line)) for line in reading.lines]
