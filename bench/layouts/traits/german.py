"""Orders of German and Swiss desks."""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import put, put_row, rule
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, table, text
from bench.layouts.notation import german, plain
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_EN
from bench.layouts.traits.shapes import (
    BOX,
    GRID,
    RIGHT,
    captioned,
    right,
    western_spec,
)
from bench.layouts.values import Order
from demo.make_paper import drawn, register

GERMAN = {"describe": "{de} {size}", "units": "de"}


def german_letter(_random: Random, order: Order) -> Drawing:
    """A German order as a letter: the block of facts at the right, items in two lines, drawn."""
    register()

    def draw(canvas: Canvas) -> None:
        put(canvas, 25, 280, order.customer, 11)
        put(canvas, 25, 262, f"{order.customer} · {order.buyer.street_en}", 6)
        for at, words in enumerate((SELLER_EN, "66 Beilan Road, Xiqing", "Tianjin, VR China")):
            put(canvas, 25, 255 - at * 5, words, 9)
        facts = [
            ("Bestell-Nr.:", order.number),
            ("Bestelldatum:", f"{order.date:%d.%m.%Y}"),
            ("Ihr Angebot:", order.quotation),
            ("Einkäufer:", "Abt. EK 2"),
            ("Liefertermin:", f"{order.due:%d.%m.%Y}"),
        ]
        for at, (label, value) in enumerate(facts):
            put(canvas, 125, 258 - at * 5, label, 9)
            put(canvas, 155, 258 - at * 5, value, 9)
        put(canvas, 25, 222, "Bestellung", 14)
        put(
            canvas, 25, 215, "Sehr geehrte Damen und Herren, wir bestellen zu unseren Einkaufsbedingungen:", 9
        )
        columns = [(25, "left"), (45, "right"), (50, "left"), (62, "left"), (160, "right"), (190, "right")]
        put_row(
            canvas,
            207,
            columns,
            ("Pos.", "Menge", "ME", "Bezeichnung", "Einzelpreis EUR", "Gesamtpreis EUR"),
            8.5,
        )
        rule(canvas, 25, 205, 190, 205)
        y = 200.0
        for each in order.lines:
            quantity = plain(each.quantity).replace(".", ",")
            put_row(
                canvas,
                y,
                columns,
                (each.number, quantity, each.unit, each.description, german(each.price), german(each.amount)),
                9,
            )
            put(
                canvas, 62, y - 4.5, f"Ihre Artikel-Nr. {each.part} / unsere Mat.-Nr. {each.customer_part}", 8
            )
            y -= 12
        rule(canvas, 25, y + 4, 190, y + 4)
        for label, amount in (
            ("Nettosumme", order.net),
            (f"zzgl. {order.rate} % MwSt.", order.tax),
            ("Gesamtsumme", order.total),
        ):
            put(canvas, 160, y - 1, label, 9, align="right")
            put(canvas, 190, y - 1, german(amount), 9, align="right")
            y -= 5
        for at, words in enumerate(
            (
                f"Zahlungsbedingungen: {order.terms}",
                f"Lieferbedingung: {order.incoterms}",
                f"Lieferanschrift: {order.place}",
                "Bitte bestätigen Sie den Auftrag innerhalb von 3 Tagen.",
            )
        ):
            put(canvas, 25, y - 8 - at * 5, words, 9)

    return drawn(order.number, A4, [draw])


def german_form(_random: Random, order: Order) -> Drawing:
    """A German form, ruled, with labels in the corners and price units."""
    rows = [
        (
            each.number,
            f"<td>{each.part}<br>{text(each.description)}</td>",
            f"<td class=r>{german(each.quantity, 0) if each.quantity == int(each.quantity) else plain(each.quantity).replace('.', ',')} {each.unit}</td>",
            right(german(each.price)),
            str(each.per),
            right(german(each.amount)),
            f"{each.due:%d.%m.%Y}",
        )
        for each in order.lines
    ]
    body = (
        f"<h3>{text(order.customer)}</h3><h2>BESTELLUNG</h2>"
        + captioned(
            [
                ("Bestellnummer", order.number),
                ("Datum", f"{order.date:%d.%m.%Y}"),
                ("Angebotsnummer", order.quotation),
            ],
            small="6pt",
        )
        + captioned([("Lieferant", SELLER_EN), ("Anlieferstelle", order.place)], small="6pt")
        + captioned(
            [("Zahlungsziel", order.terms), ("Lieferkondition", order.incoterms), ("Währung", "EUR")],
            small="6pt",
        )
        + table(
            (
                "Pos",
                "Lieferanten-Artikelnr. / Benennung",
                "Bestellmenge",
                "Nettopreis",
                "PE",
                "Nettowert",
                "Termin",
            ),
            rows,
        )
        + f"<p style='text-align:right'>Bestellwert netto {german(order.total)} EUR</p><p>Alle Preise zuzüglich der gesetzlichen Umsatzsteuer.</p>"
    )
    return page(body, BOX + GRID + RIGHT)


def swiss_workbook(_random: Random, order: Order) -> Drawing:
    """A workbook with headings in two levels, sections and their subtotals."""
    book, page_ = sheet("Order")
    set_widths(page_, (8, 20, 36, 10, 8, 14, 16, 14))
    write_row(page_, 1, (order.customer,))
    write_row(page_, 2, ("Purchase order", None, order.number))
    for at, (label, value) in enumerate(
        (
            ("Dated", order.date),
            ("Supplier", SELLER_EN),
            ("Offer", order.quotation),
            ("Terms of payment", order.terms),
            ("Delivery term", order.incoterms),
            ("Delivery place", order.place),
        ),
        3,
    ):
        write_row(page_, at, (label, None, value))
    page_["C3"].number_format = "dd.mm.yyyy"
    write_row(
        page_,
        10,
        ("Item", "Goods", None, "Order", None, "Price EUR excl. VAT", None, "Delivery"),
        framed=True,
    )
    write_row(
        page_, 11, (None, "Supplier code", "Designation", "Qty", "Unit", "each", "total", "date"), framed=True
    )
    for area in ("A10:A11", "B10:C10", "D10:E10", "F10:G10"):
        emphasise(page_, area)
    at, middle = 12, max(1, len(order.lines) // 2)
    for name, lines in (
        ("Section 1: seals", order.lines[:middle]),
        ("Section 2: other parts", order.lines[middle:]),
    ):
        if not lines:
            continue
        write_row(page_, at, (None, name))
        for each in lines:
            at += 1
            write_row(
                page_,
                at,
                (
                    each.number,
                    each.part,
                    each.description,
                    each.quantity,
                    each.unit,
                    each.price,
                    each.amount,
                    each.due,
                ),
                framed=True,
            )
            page_.cell(at, 6).number_format = page_.cell(at, 7).number_format = "#,##0.00"
            page_.cell(at, 8).number_format = "dd.mm.yyyy"
        at += 1
        write_row(
            page_,
            at,
            (None, "Subtotal", None, None, None, None, sum((each.amount for each in lines), Decimal(0))),
        )
        page_.cell(at, 7).number_format = "#,##0.00"
        at += 1
    write_row(page_, at + 1, (None, "Order value EUR", None, None, None, None, order.total))
    page_.cell(at + 1, 7).number_format = "#,##0.00"
    return saved(book)


LAYOUTS = (
    Layout("german_letter", german_letter, western_spec("EUR", buyers="dach", basis="net", rate=19, quoted_rate=19, customer_part=True, dates="header", **GERMAN), "box-right two-line unruled", "Bestellung {number}.pdf"),
    Layout("german_form", german_form, western_spec("EUR", buyers="dach", basis="net", per="mixed", dates="lines", **GERMAN), "corner two-line ruled", "{number}.pdf"),
    Layout("swiss_workbook", swiss_workbook, western_spec("EUR", buyers="dach", basis="net", dates="lines", lines=(3, 7)), "two-level sections subtotals", "Order {number}.xlsx"),
)  # fmt: skip
