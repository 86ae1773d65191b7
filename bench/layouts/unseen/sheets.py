"""Orders as a workbook and as separated values."""

# ruff: noqa: E501 - a line of a page stays a line

import csv
import io
from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import german
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.values import Order


def blocked_sheet(_random: Random, order: Order) -> Drawing:
    """Draw a workbook with blocks of labels over values, and a heading of two rows."""
    book, first = sheet("PO")
    first["B2"] = "PURCHASE ORDER"
    emphasise(first, "B2:E2", 18, "left")
    first["G2"] = order.customer
    write_row(first, 4, ("PO number", "PO date", None, "Vendor quote", "Currency"), 2)
    write_row(first, 5, (order.number, order.date, None, order.quotation, order.currency), 2)
    first["C5"].number_format = "dd-mmm-yyyy"
    write_row(first, 7, ("Vendor", None, None, "Deliver to", None, "Terms"), 2)
    write_row(first, 8, (SELLER_EN, None, None, order.place, None, order.terms), 2)
    write_row(first, 9, (SELLER_STREET_EN, None, None, order.incoterms), 2)
    write_row(
        first,
        11,
        ("Line", "Vendor part", "Description", "Ordered", None, "Price", None, "Delivery"),
        2,
        framed=True,
    )
    write_row(first, 12, (None, None, None, "Qty", "UOM", "Each", "Extended", "date"), 2, framed=True)
    for area in ("B11:B12", "C11:C12", "D11:D12", "E11:F11", "G11:H11"):
        emphasise(first, area, 10)
    for row, each in enumerate(order.lines, 13):
        values = (
            int(each.number or 0),
            each.part,
            each.description,
            each.quantity,
            each.unit,
            each.price,
            each.amount,
            None,
        )
        write_row(first, row, values, 2, framed=True)
        first.cell(row, 7).number_format = first.cell(row, 8).number_format = "#,##0.00"
    end = 12 + len(order.lines)
    first["I13"] = order.lines[0].due
    first["I13"].number_format = "dd-mmm-yyyy"
    if end > 13:
        first.merge_cells(f"I13:I{end}")
    first.cell(end + 2, 7).value = "Order total"
    first.cell(end + 2, 8).value = float(order.total)
    first.cell(end + 2, 8).number_format = "#,##0.00"
    first.cell(end + 4, 2).value = "Note: ship complete; backorders must be agreed within 5 days."
    set_widths(first, (3, 20, 18, 36, 14, 9, 14, 15, 14))
    return saved(book)


def semicolon_values(_random: Random, order: Order) -> Drawing:
    """Draw values between semicolons with decimal commas: head data first, then the table."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    for label, value in (
        ("Order number", order.number),
        ("Order date", f"{order.date:%d.%m.%Y}"),
        ("Customer", order.customer),
        ("Supplier", SELLER_EN),
        ("Offer", order.quotation),
        ("Currency", order.currency),
        ("Payment terms", order.terms),
        ("Delivery terms", order.incoterms),
        ("Delivery address", order.place),
    ):
        writer.writerow([label, value])
    writer.writerow([])
    writer.writerow(
        [
            "Pos",
            "Supplier part no.",
            "Customer part no.",
            "Description",
            "Quantity",
            "Unit",
            "Unit price",
            "Amount",
            "Delivery date",
        ]
    )
    for each in order.lines:
        numbers = (german(each.price), german(each.amount), f"{each.due:%d.%m.%Y}")
        writer.writerow(
            [
                each.number,
                each.part,
                each.customer_part,
                each.description,
                german(each.quantity),
                each.unit,
                *numbers,
            ]
        )
    writer.writerow(["", "", "", "", "", "", "Total", german(order.total), ""])
    return stream.getvalue().encode("utf-8-sig")


LAYOUTS = (
    Layout(
        "blocked_sheet", blocked_sheet,
        Spec(
            language="en", buyers="elsewhere", currency="USD", basis="none", units="en", dates="merged",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(3, 7),
        ),
        "xlsx merged two-level labels-above", "PO_{number}.xlsx",
    ),
    Layout(
        "semicolon_values", semicolon_values,
        Spec(
            language="en", buyers="germany", currency="EUR", basis="none", units="en", dates="lines", customer_part=True,
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(3, 9), numbering=(10, 0),
        ),
        "csv german line-dates", "order_{number}.csv",
    ),
)  # fmt: skip
