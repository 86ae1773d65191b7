"""English orders drawn by hand: unruled columns, labels in the corners of cells, German notation."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from reportlab.lib.pagesizes import A4, letter
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import box, put, put_row, rule
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import comma, german, plain, short_day, week
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.values import Order
from demo.make_paper import BOLD, LATIN, SERIF, drawn


def american_columns(random: Random, order: Order) -> Drawing:
    """Draw a letter-size order: labels over values, columns without any rule, days as mm/dd/yyyy."""
    part = random.choice(("Mfr Part #", "Vendor Part #", "Supplier P/N"))
    due = random.choice(("Due", "Need By", "Req. Date"))

    def page(canvas: Canvas) -> None:
        put(canvas, 15, 262, order.customer, 13, BOLD)
        put(canvas, 15, 257, order.buyer.street_en, 8, LATIN)
        put(canvas, 201, 262, "PURCHASE ORDER", 16, BOLD, "right")
        columns = ((15, "left"), (55, "left"), (90, "left"), (170, "left"))
        put_row(canvas, 247, columns, ("PO Number", "PO Date", "Terms", "Quote No."), 7, LATIN)
        day = f"{order.date:%m/%d/%Y}"
        put_row(canvas, 242.5, columns, (order.number, day, order.terms, order.quotation), 9, BOLD)
        pair = ((15, "left"), (95, "left"))
        put_row(canvas, 233, pair, ("Vendor", "Ship To"), 7, LATIN)
        put_row(canvas, 228.5, pair, (SELLER_EN, order.place), 8.5, LATIN)
        put_row(canvas, 224, pair, (SELLER_STREET_EN, "Hours 7:00 AM - 3:30 PM"), 8.5, LATIN)
        items = (
            (15, "left"),
            (26, "left"),
            (58, "left"),
            (124, "right"),
            (128, "left"),
            (158, "right"),
            (180, "right"),
            (201, "right"),
        )
        heads = ("Ln", part, "Description", "Qty", "UM", "Unit Price", due, "Extended")
        put_row(canvas, 210, items, heads, 8, BOLD)
        y = 204.0
        for each in order.lines:
            cells = (each.number, each.part, each.description, plain(each.quantity), each.unit)
            prices = (comma(each.price), f"{each.due:%m/%d/%Y}", comma(each.amount))
            put_row(canvas, y, items, (*cells, *prices), 8.5, LATIN)
            y -= 6.5
        put(canvas, 180, y - 6, f"Total {order.currency}", 9, BOLD, "right")
        put(canvas, 201, y - 6, comma(order.total), 9, BOLD, "right")
        put(canvas, 15, 30, "Confirm receipt of this order within 2 business days.", 8, LATIN)
        put(canvas, 15, 25.5, "Packing slips must show the PO number. No substitutions.", 8, LATIN)

    return drawn(f"PO {order.number}", letter, [page])


def cornered_order(_random: Random, order: Order) -> Drawing:
    """Draw a British order whose labels sit in the corners of boxes, the head data at the right."""

    def page(canvas: Canvas) -> None:
        put(canvas, 15, 282, order.customer, 15, SERIF)
        put(canvas, 15, 276.5, order.buyer.street_en, 8, SERIF)
        cells = (
            ("Order no.", order.number),
            ("Date", short_day(order.date)),
            ("Your quotation", order.quotation),
            ("Delivery terms", order.incoterms),
        )
        for at, (label, value) in enumerate(cells):
            box(canvas, 140, 265 - at * 12, 55, 12)
            put(canvas, 141, 273.6 - at * 12, label, 5.5, LATIN)
            put(canvas, 193, 267 - at * 12, value, 10, BOLD, "right")
        box(canvas, 15, 229, 120, 36)
        put(canvas, 16, 262, "Supplier", 5.5, LATIN)
        put(canvas, 20, 255, SELLER_EN, 10, LATIN)
        put(canvas, 20, 250, SELLER_STREET_EN, 9, LATIN)
        box(canvas, 15, 205, 120, 22)
        put(canvas, 16, 224, "Deliver to", 5.5, LATIN)
        put(canvas, 20, 214, order.place, 8.5, LATIN)
        box(canvas, 140, 205, 55, 22)
        put(canvas, 141, 224, "Payment", 5.5, LATIN)
        put(canvas, 142, 214, order.terms, 7.5, LATIN)
        _cornered_items(canvas, order)

    return drawn(f"Order {order.number}", A4, [page])


def _cornered_items(canvas: Canvas, order: Order) -> None:
    heads = (
        ("Item", 15),
        ("Goods", 27),
        ("Our ref.", 92),
        ("Required", 118),
        ("Qty", 141),
        ("Price", 157),
        ("Value", 175),
    )
    for at, (label, x) in enumerate(heads):
        right = heads[at + 1][1] if at + 1 < len(heads) else 195
        box(canvas, x, 120, right - x, 78)
        put(canvas, x + 1, 195, label, 5.5, LATIN)
    y = 188.0
    for each in order.lines:
        put(canvas, 25, y, each.number, 9, LATIN, "right")
        put(canvas, 28, y, each.description, 8.5, LATIN)
        put(canvas, 28, y - 4, f"Your part {each.part}", 7.5, LATIN)
        put(canvas, 93, y, each.customer_part, 8.5, LATIN)
        put(canvas, 119, y, short_day(each.due), 8.5, LATIN)
        put(canvas, 155, y, f"{plain(each.quantity)} {each.unit}", 8.5, LATIN, "right")
        put(canvas, 173, y, comma(each.price), 8.5, LATIN, "right")
        put(canvas, 193, y, comma(each.amount), 8.5, LATIN, "right")
        y -= 10.5
    box(canvas, 157, 110, 38, 10)
    put(canvas, 158, 117, f"Order total {order.currency}", 5.5, LATIN)
    put(canvas, 193, 112, comma(order.total), 11, BOLD, "right")
    put(canvas, 15, 100, "This order is subject to our conditions of purchase, edition 2024/3.", 8, SERIF)
    put(canvas, 15, 40, "Authorised signature .................................", 8, SERIF)


def german_discounts(_random: Random, order: Order) -> Drawing:
    """Draw a German order in two languages: list price, discount and net price, 1.234,56."""

    def page(canvas: Canvas) -> None:
        put(canvas, 20, 280, order.customer, 12, BOLD)
        put(canvas, 20, 275.5, order.buyer.street_en, 7.5, LATIN)
        put(canvas, 20, 262, "Bestellung / Purchase Order", 15, BOLD)
        pairs = (
            ("Bestell-Nr. / Order No.", order.number),
            ("Datum / Date", f"{order.date:%d.%m.%Y}"),
            ("Ihr Angebot / Your offer", order.quotation),
            ("Lieferbedingung / Delivery terms", order.incoterms),
            ("Zahlung / Payment", order.terms),
            ("Liefertermin / Delivery date", f"KW {week(order.due)}"),
            ("Lieferanschrift / Ship to", order.place),
        )
        for at, (label, value) in enumerate(pairs):
            put(canvas, 20, 252 - at * 5.5, label, 8.5, LATIN)
            put(canvas, 75, 252 - at * 5.5, value, 8.5, LATIN)
        put(canvas, 20, 208, f"Lieferant / Supplier: {SELLER_EN}", 8.5, LATIN)
        columns = (
            (20, "left"),
            (30, "left"),
            (96, "right"),
            (98, "left"),
            (126, "right"),
            (142, "right"),
            (166, "right"),
            (192, "right"),
        )
        heads = (
            "Pos.",
            "Artikel / Article",
            "Menge",
            "ME",
            "Listenpreis",
            "Rabatt",
            "Nettopreis",
            "Betrag EUR",
        )
        put_row(canvas, 197, columns, heads, 8, BOLD)
        rule(canvas, 20, 195, 192, 195)
        y = 189.0
        for each in order.lines:
            assert each.list_price is not None
            assert each.discount is not None
            prices = (
                german(each.list_price),
                f"{german(each.discount, 1)} %",
                german(each.price),
                german(each.amount),
            )
            cells = (each.number, each.description, german(each.quantity, 2), each.unit, *prices)
            put_row(canvas, y, columns, cells, 8, LATIN)
            put(canvas, 30, y - 4, f"Ihre Art.-Nr. {each.part}", 7, LATIN)
            y -= 11
        rule(canvas, 130, y + 4, 192, y + 4)
        put(canvas, 163, y - 1, "Gesamtbetrag / Total", 9, BOLD, "right")
        put(canvas, 192, y - 1, german(order.total), 9, BOLD, "right")
        put(
            canvas,
            20,
            20,
            "Sitz der Gesellschaft: Elbwiesen - HRB 99871 - USt-IdNr. DE 999 112 334",
            6.5,
            LATIN,
        )

    return drawn(f"Bestellung {order.number}", (210 * mm, 297 * mm), [page])


LAYOUTS = (
    Layout(
        "american_columns",
        american_columns,
        Spec(
            language="en", buyers="america", currency="USD", basis="none", units="en", dates="lines",
            describe="{en} {size}", lines=(2, 8),
        ),
        "unruled american labels-above line-dates",
        "PO_{number}.pdf",
    ),
    Layout(
        "cornered_order",
        cornered_order,
        Spec(
            language="en", buyers="britain", currency="EUR", basis="none", units="en", dates="lines",
            customer_part=True, describe="{en} {size}", stated="quotation place terms incoterms", lines=(2, 6),
        ),
        "corner-labels boxes two-line british",
        "{code} order {number}.pdf",
    ),
    Layout(
        "german_discounts",
        german_discounts,
        Spec(
            language="en", buyers="germany", currency="EUR", basis="none", units="de", discount=True, dates="week",
            describe="{de} {size}", stated="quotation place terms incoterms", lines=(2, 7), numbering=(10, 0),
        ),
        "list-price german two-line unruled",
        "Bestellung_{number}.pdf",
    ),
)  # fmt: skip
