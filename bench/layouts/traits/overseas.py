"""Orders from desks in Latin America, Poland and Japan."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import box, put, put_row, rule
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, in_words, plain, swiss
from bench.layouts.parties import SELLER_EN
from bench.layouts.traits.shapes import (
    BOX,
    GRID,
    beside,
    paired,
    western_spec,
)
from bench.layouts.values import Order
from demo.make_paper import drawn, register


def latin_order(_random: Random, order: Order) -> Drawing:
    """An order with labels in Spanish and English, merged cells, dates over several lines."""
    rows = ""
    for at, each in enumerate(order.lines):
        rows += "<tr>" + "".join(
            f"<td>{text(one)}</td>"
            for one in (
                each.number,
                each.customer_part,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
            )
        )
        rows += f"<td rowspan={len(order.lines)}>{each.due:%d/%m/%Y}</td></tr>" if not at else "</tr>"
    heads = (
        "Partida / Item",
        "Código interno / Our code",
        "Código proveedor / Supplier code",
        "Descripción / Description",
        "Cantidad / Qty",
        "Unidad / Unit",
        "Precio unitario / Unit price",
        "Importe / Amount",
        "Fecha de entrega / Delivery date",
    )
    facts = [
        ("No. de pedido / Order No.", order.number),
        ("Fecha / Date", f"{order.date:%d/%m/%Y}"),
        ("Proveedor / Supplier", SELLER_EN),
        ("Cotización / Quotation", order.quotation),
        ("Condiciones de pago / Payment terms", order.terms),
        ("Incoterm", order.incoterms),
        ("Lugar de entrega / Place of delivery", order.place),
        ("Moneda / Currency", "USD"),
    ]
    body = (
        f"<h3>{text(order.customer)}</h3><h2>ORDEN DE COMPRA / PURCHASE ORDER</h2>"
        + paired(facts, 2)
        + table(heads, (), foot=rows)
        + f"<p>Total USD {comma(order.total)}</p><p>Son / Say: {in_words(order.total)} US dollars</p>"
    )
    return page(body, BOX + GRID, size="A4 landscape")


def framed_polish(_random: Random, order: Order) -> Drawing:
    """An order whose boxes and labels are in two languages, rows of notes under the items."""
    rows = ""
    for each in order.lines:
        rows += row(
            (
                each.number,
                each.description,
                each.part,
                plain(each.quantity),
                each.unit,
                swiss(each.price),
                swiss(each.amount),
            )
        )
        rows += "<tr><td></td><td colspan=6>Note: certificate 3.1 required, 2 copies; marking on the part</td></tr>"
    info = paired(
        [
            ("Zamówienie nr / Order No", order.number),
            ("Data / Date", f"{order.date:%d.%m.%Y}"),
            ("Oferta / Offer No", order.quotation),
            ("Termin dostawy / Delivery date", f"{order.due:%d.%m.%Y}"),
        ],
        1,
    )
    body = (
        beside(
            f"<b>{text(order.customer)}</b><p>{text(order.buyer.street_en)}</p><p>Dostawca / Supplier:<br>{SELLER_EN}</p>",
            info,
        )
        + "<h2>ZAMÓWIENIE / PURCHASE ORDER</h2>"
        + table(
            (
                "Lp. / No.",
                "Opis / Description",
                "Kod dostawcy / Supplier code",
                "Ilość / Quantity",
                "J.m. / Unit",
                "Cena netto / Net price EUR",
                "Wartość netto / Net value EUR",
            ),
            (),
            foot=rows,
        )
        + f"<p>Razem netto / Total net: EUR {swiss(order.total)}</p><p>Płatność / Payment: {text(order.terms)}</p><p>Warunki dostawy / Delivery terms: {order.incoterms}</p><p>Adres dostawy / Delivery address: {text(order.place)}</p>"
    )
    return page(body, BOX + GRID)


def rotated_order(_random: Random, order: Order) -> Drawing:
    """A Japanese company's order on a page that is turned, captions in the corners of drawn boxes."""
    register()

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        put(canvas, 148, 197, "ORDER SHEET", 15, align="center")
        cells = [
            (15, 85, "Order No.", order.number),
            (100, 50, "Issue date", f"{order.date:%Y/%m/%d}"),
            (150, 60, "Quotation No.", order.quotation),
            (210, 72, "Payment", order.terms),
        ]
        lower = [(15, 135, "Purchaser", order.customer), (150, 132, "Maker", SELLER_EN)]
        last = [
            (15, 135, "Place of delivery", order.place),
            (150, 60, "Delivery terms", order.incoterms),
            (210, 72, "Required delivery", f"{order.due:%Y/%m/%d}"),
        ]
        for y, group in ((180.0, cells), (168.0, lower), (156.0, last)):
            for x, wide, label, value in group:
                box(canvas, x, y, wide, 12)
                put(canvas, x + 1.2, y + 8.8, label, 6)
                put(canvas, x + 2, y + 2.5, value, 8.5 if len(str(value)) < wide / 1.6 else 6.5)
        columns = [
            (17, "left"),
            (27, "left"),
            (70, "left"),
            (160, "right"),
            (165, "left"),
            (215, "right"),
            (255, "right"),
        ]
        put_row(
            canvas,
            148,
            columns,
            ("No.", "Maker's code", "Name and size", "Q'ty", "Unit", "Unit price", "Amount"),
            8.5,
        )
        rule(canvas, 15, 146, 282, 146)
        y = 140.5
        for each in order.lines:
            put_row(
                canvas,
                y,
                columns,
                (
                    each.number,
                    each.part,
                    each.description,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                ),
                8.5,
            )
            y -= 6
        rule(canvas, 15, y + 3, 282, y + 3)
        put_row(canvas, y - 2, [(215, "right"), (255, "right")], ("TOTAL (USD)", comma(order.total)), 9)

    return drawn(order.number, A4, [draw])


LAYOUTS = (
    Layout("latin_order", latin_order, western_spec("USD", buyers="latin", customer_part=True, dates="merged"), "bilingual merged landscape", "OC {number}.pdf"),
    Layout("framed_polish", framed_polish, western_spec("EUR", buyers="east", basis="net", dates="header"), "bilingual box-right notes ruled", "{number}.pdf"),
    Layout("rotated_order", rotated_order, western_spec("USD", buyers="east", dates="header"), "turned corner unruled", "{code}{number}.pdf"),
)  # fmt: skip
