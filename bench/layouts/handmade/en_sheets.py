"""Rough sheets of firms abroad: an old workbook, the order among other sheets, labels and values in one cell."""

# ruff: noqa: E501 - a row of a sheet stays a line

from random import Random

from bench.layouts.handmade.book_parts import old_book, put
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import comma, long_day, plain, short_day
from bench.layouts.office import saved, sheet, write_row
from bench.layouts.parties import SELLER_EN
from bench.layouts.values import Order

DOLLARS = "$#,##0.00"
EUROS = "#,##0.00\\ [$€-407]"


def old_order(_random: Random, order: Order) -> Drawing:
    """A workbook of Excel 97: days as text, a second row below each item with the seller's code."""
    rows: list[dict[int, object]] = [
        {0: order.customer},
        {0: order.buyer.street_en},
        {},
        {0: "PURCHASE ORDER", 5: order.number},
        {0: f"To: {SELLER_EN}", 5: short_day(order.date)},
        {},
        dict(enumerate(("Item", "Description", "Qty", "Unit", "Unit price USD", "Amount USD"))),
    ]
    rows[3][4], rows[4][4] = "PO No.", "Date"
    for each in order.lines:
        rows.append(
            dict(
                enumerate(
                    (
                        float(each.number or 0),
                        each.description,
                        float(each.quantity),
                        each.unit,
                        each.price,
                        each.amount,
                    )
                )
            )
        )
        rows.append({1: f"Your code: {each.part}"})
    rows += [
        {4: "Total USD", 5: order.total},
        {},
        {0: f"Delivery: {short_day(order.due)}"},
        {0: f"Ship to: {order.place}"},
        {0: f"Payment: {order.terms}"},
        {0: f"Delivery terms: {order.incoterms}"},
    ]
    return old_book("Sheet1", rows, [(0, 0, 0, 5), (1, 1, 0, 5)])


def among_sheets(_random: Random, order: Order) -> Drawing:
    """A comparison of three offers, the enquiry, and the order: one sheet each, only the last is for the seller."""
    book, compared = sheet("Comparison")
    write_row(compared, 1, ("Comparison of offers (internal)",))
    write_row(compared, 2, ("Description", "Qty", "Beilan", "Offer B", "Offer C"))
    for at, each in enumerate(order.lines, 3):
        write_row(
            compared,
            at,
            (
                each.description,
                each.quantity,
                each.price,
                round(each.price * 13 / 12, 2),
                round(each.price * 15 / 13, 2),
            ),
        )
    asked = book.create_sheet("RFQ")
    write_row(asked, 1, ("Request for quotation", "RFQ-2026-014"))
    write_row(asked, 2, ("Description", "Qty"))
    for at, each in enumerate(order.lines, 3):
        write_row(asked, at, (each.description, each.quantity))
    page = book.create_sheet("Purchase Order")
    put(
        page,
        {
            "A1": "PURCHASE ORDER",
            "A3": "PO No:",
            "B3": order.number,
            "E3": "Date:",
            "F3": order.date,
            "A4": "Buyer:",
            "B4": order.customer,
            "A5": "Seller:",
            "B5": SELLER_EN,
            "A6": "Ship to:",
            "B6": order.place,
            "A7": "Payment:",
            "B7": order.terms,
            "A8": "Currency:",
            "B8": "SGD",
            "E8": "Quotation:",
            "F8": order.quotation,
        },
        {"F3": "dd-mmm-yyyy"},
    )
    write_row(page, 10, ("Ln", "Maker code", "Description", "Qty", "UOM", "U/Price", "Amount", "Lead time"))
    for at, each in enumerate(order.lines, 11):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.part,
                each.description,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
                each.lead and each.lead.en,
            ),
        )
    end = 11 + len(order.lines)
    put(page, {f"F{end}": "TOTAL", f"G{end}": order.total})
    book.active = 2
    return saved(book)


def label_and_value(_random: Random, order: Order) -> Drawing:
    """Labels and values in the same cell all over, quantity and unit in one cell, figures typed as text with the currency."""
    book, page = sheet("Sheet1")
    put(
        page,
        {
            "A1": f"{order.customer} - Order sheet",
            "A2": f"Order no.: {order.number}",
            "C2": f"Date: {order.date:%d/%m/%Y}" if order.date.day > 12 else f"Date: {long_day(order.date)}",
            "A3": f"Supplier: {SELLER_EN}",
            "C3": f"Offer ref.: {order.quotation}",
            "A4": f"Deliver to: {order.place}",
        },
    )
    write_row(page, 6, ("Supplier code", "Article", "Quantity", "Unit price", "Value", "Wanted on"))
    for at, each in enumerate(order.lines, 7):
        write_row(
            page,
            at,
            (
                each.part,
                each.description,
                f"{plain(each.quantity)} {each.unit}",
                f"EUR {comma(each.price)}",
                f"EUR {comma(each.amount)}",
                short_day(each.due),
            ),
        )
    end = 7 + len(order.lines)
    put(
        page,
        {
            f"D{end}": "Total order value",
            f"E{end}": f"EUR {comma(order.total)}",
            f"A{end + 2}": f"Payment terms: {order.terms}",
            f"A{end + 3}": f"Terms of delivery: {order.incoterms}",
            f"A{end + 4}": "Prices exclude VAT. Please confirm by e-mail.",
        },
    )
    return saved(book)


ABROAD = "quotation place terms incoterms"

LAYOUTS = (
    Layout("old_order", old_order, Spec(language="en", buyers="hand firms", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", stated="place terms incoterms"), "xls two-row-items text-days", "PO {number}.xls"),
    Layout("among_sheets", among_sheets, Spec(language="en", buyers="hand firms", currency="SGD", basis="none", rate=None, describe="{en} {size}", units="en", dates="line leads"), "xlsx several-sheets", "Seals {number}.xlsx"),
    Layout("label_and_value", label_and_value, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", numbering=None, dates="lines", stated=ABROAD), "xlsx labels-in-cells text-numbers", "order sheet.xlsx"),
)  # fmt: skip
