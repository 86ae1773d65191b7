"""English orders as PDF, each customer with a layout of its own."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from reportlab.lib.colors import black, lightgrey
from reportlab.lib.pagesizes import letter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from demo.make_notation import comma, english_day, german, plain
from demo.make_paper import BOLD, LATIN, SERIF, Decorate, drawn, grid, pdf, words
from demo.make_values import Line, Order

SELLER = "Beilan Sealing Technology (Tianjin) Co., Ltd."
LINES_PER_PAGE = 14


def boxed_order(order: Order) -> bytes:
    """Return an order with its data in boxes under small labels, and the codes under each description."""
    labels = grid(
        [
            ["PURCHASE ORDER NO.", "DATE", "YOUR QUOTE REF.", "CURRENCY"],
            [order.number, english_day(order.date), order.quotation, order.currency],
            ["TERMS OF DELIVERY", "TERMS OF PAYMENT", "", "BUYER"],
            [order.incoterms, order.payment_terms, "", "H. Ashdown"],
        ],
        (46, 42, 46, 40),
        [
            *(("FONT", (0, row), (-1, row), LATIN, 6.5) for row in (0, 2)),
            *(("FONT", (0, row), (-1, row), BOLD, 9) for row in (1, 3)),
            *(("BOX", (column, row), (column, row + 1), 0.5, black) for column in (0, 3) for row in (0, 2)),
            *(("BOX", (column, 0), (column, 1), 0.5, black) for column in (1, 2)),
            ("BOX", (1, 2), (2, 3), 0.5, black),
        ],
        font=LATIN,
    )
    addresses = grid(
        [
            ["SUPPLIER", "SHIP TO"],
            [SELLER, order.place],
            ["66 Beilan Road, Tianjin, P.R. China", "Goods in: Mon to Thu 07:30 - 15:00"],
            ["Vendor no. 300917", "Tel. +44 1632 960 118"],
        ],
        (87, 87),
        [
            ("FONT", (0, 0), (-1, 0), LATIN, 6.5),
            ("BOX", (0, 0), (0, -1), 0.5, black),
            ("BOX", (1, 0), (1, -1), 0.5, black),
        ],
        font=LATIN,
        size=9,
    )
    story = [
        words(order.customer, 14, BOLD),
        words("PURCHASE ORDER", 18, BOLD, "right", 6),
        labels,
        Spacer(1, 3 * mm),
        addresses,
        Spacer(1, 5 * mm),
        _boxed_items(order),
        Spacer(1, 3 * mm),
        words(f"Total order value {order.currency} {comma(order.total)}", 11, BOLD, "right", 8),
        words("All prices exclude VAT. Our General Conditions of Purchase GCP-07 apply.", 8, LATIN, space=3),
        words("Please quote the order number on all delivery notes and invoices.", 8, LATIN),
    ]
    return pdf(story, f"Purchase order {order.number}")


def _boxed_items(order: Order) -> Flowable:
    rows: list[list[str | None]] = [
        ["Item", "Description", "Qty", "UoM", "Unit price", "Per", "Net amount", "Due date"]
    ]
    for each in order.lines:
        codes = f"Your part no. {each.part}   Our material {each.customer_part}"
        due = english_day(each.delivery or dt.date.max)
        prices = [comma(each.price), str(each.per), comma(each.amount)]
        rows += [
            [each.number, each.description, plain(each.quantity), each.unit, *prices, due],
            ["", codes, *[""] * 6],
        ]
    rules = [("LINEBELOW", (0, row), (-1, row), 0.3, lightgrey) for row in range(2, len(rows), 2)]
    codes_small = [("FONT", (1, row), (1, row), LATIN, 7.5) for row in range(2, len(rows), 2)]
    return grid(
        rows,
        (13, 62, 13, 12, 21, 12, 23, 22),
        [
            ("LINEBELOW", (0, 0), (-1, 0), 1, black),
            ("FONT", (0, 0), (-1, 0), BOLD, 8),
            ("ALIGN", (4, 0), (6, -1), "RIGHT"),
            ("ALIGN", (2, 0), (2, -1), "RIGHT"),
            *rules,
            *codes_small,
        ],
        font=LATIN,
    )


def listed_order(order: Order) -> bytes:
    """Return a list in one type width over two pages, with the sum carried forward."""
    first, rest = order.lines[:LINES_PER_PAGE], order.lines[LINES_PER_PAGE:]
    carried = sum((each.amount for each in first), Decimal(0))
    head = [
        order.customer.upper(),
        "4410 Finch Lane, Marlow Falls, OH 43999",
        "",
        f"PURCHASE ORDER  {order.number}                    ORDER DATE  {order.date:%m/%d/%Y}",
        f"VENDOR   {SELLER}",
        f"YOUR QUOTATION  {order.quotation}             TERMS  {order.payment_terms}",
        f"INCOTERMS  {order.incoterms} (Incoterms 2020)      DELIVERY  12 weeks ARO",
        "",
    ]
    second = [f"{order.customer.upper()}    PURCHASE ORDER  {order.number}    PAGE 2", ""]
    pages = [
        [*head, *_listed(first), "", _sum_row("CARRIED FORWARD", carried), "", "PAGE 1 OF 2"],
        [
            *second,
            *_listed(rest, _sum_row("BROUGHT FORWARD", carried)),
            "",
            _sum_row(f"ORDER TOTAL {order.currency}", order.total),
            "",
            "CONFIRM PRICE AND DELIVERY WITHIN 3 WORKING DAYS.",
            "AUTHORIZED BY  D. PELHAM        PAGE 2 OF 2",
        ],
    ]
    return drawn(f"PO {order.number}", letter, [_typed(each) for each in pages])


def _listed(lines: Sequence[Line], before: str | None = None) -> list[str]:
    head = f"{'LN':<5}{'YOUR P/N':<11}{'OUR P/N':<12}{'DESCRIPTION':<31}"
    head += f"{'QTY':>5} {'U/M':<4}{'PRICE EA':>9}{'AMOUNT':>12}"
    rows = [
        f"{each.number:<5}{each.part:<11}{each.customer_part:<12}{each.description:<31}"
        f"{plain(each.quantity):>5} {each.unit:<4}{each.price:>9.2f}{comma(each.amount):>12}"
        for each in lines
    ]
    return [head, "-" * len(head), *([before] if before else []), *rows]


def _sum_row(label: str, amount: Decimal) -> str:
    return f"{'':<28}{label:<40}{comma(amount):>22}"


def _typed(lines: Sequence[str]) -> Decorate:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(14 * mm, 262 * mm)
        text.setFont("Courier", 8.6, 15)
        for each in lines:
            text.textLine(each)
        canvas.drawText(text)

    return draw


def german_order(order: Order) -> bytes:
    """Return an order in English words and German notation, prices per hundred where it says so."""
    head = ["Pos.", "Your article", "Designation", "Quantity", "Unit", "Price EUR", "Amount EUR"]
    rows: list[list[str | None]] = [[*head]]
    for each in order.lines:
        price = german(each.price) + (f"\nper {each.per} St" if each.per else "")
        rows.append(
            [
                each.number,
                each.part,
                each.description,
                german(each.quantity, 0),
                each.unit,
                price,
                german(each.amount),
            ]
        )
    table = grid(
        rows,
        (12, 26, 54, 18, 12, 26, 26),
        [
            ("FONT", (0, 0), (-1, 0), "Times-Bold", 10),
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, black),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, black),
            ("LINEBELOW", (0, -1), (-1, -1), 0.8, black),
            ("ALIGN", (3, 0), (3, -1), "RIGHT"),
            ("ALIGN", (5, 0), (6, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ],
        font=SERIF,
        size=10,
    )
    week = (order.delivery or order.date).isocalendar()
    story = [
        words(f"{order.customer} · Muhlweg 3 · D-99999 Kesselbruck", 8, SERIF, space=14),
        words(SELLER, 11, SERIF),
        words("66 Beilan Road<br/>Tianjin<br/>P.R. China", 11, SERIF, space=16),
        words(f"Purchase order {order.number}", 15, "Times-Bold", space=6),
        words(f"Date: {order.date:%d.%m.%Y}", 11, SERIF, space=2),
        words(f"Your quotation no.: {order.quotation} dated 06.11.2026", 11, SERIF, space=10),
        words("Dear Sir or Madam, with reference to your quotation we order as follows:", 11, SERIF, space=6),
        table,
        Spacer(1, 2 * mm),
        words(f"Total {order.currency} {german(order.total)}", 12, "Times-Bold", "right", 10),
        words(f"Delivery: CW {week.week:02d}/{week.year}, {order.incoterms}", 11, SERIF, space=2),
        words(f"Terms of payment: {order.payment_terms}", 11, SERIF, space=10),
        words("Please confirm this order by return. Yours faithfully, i.A. K. Reuther", 11, SERIF),
    ]
    return pdf(story, "Purchase order", margin=24)
