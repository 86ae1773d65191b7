"""English orders: columns between thin rules, labels in corners, French notation."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import box, put, put_row, rule, turned
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table
from bench.layouts.markup import text as t
from bench.layouts.notation import american_day, comma, french, plain, short_day, week
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.values import Order
from demo.make_paper import BOLD, LATIN, drawn

OPEN = """
.h{display:flex;justify-content:space-between}h1{font-size:20pt;color:#333;margin:0}.k td{padding:0 4mm 2mm 0;vertical-align:top}
.k .l{font-size:7pt;text-transform:uppercase;color:#666}.items{width:100%;margin-top:6mm}.items th{text-align:left;font-size:8pt;border-bottom:.6pt solid #999}.items .r{text-align:right}
.items td{padding:1.6mm 1mm;font-size:9pt}.r{text-align:right}
"""


def open_columns(random: Random, order: Order) -> Drawing:
    """Draw a letter-size order: small labels over values, no rules between rows or columns."""
    facts = (
        (
            ("P.O. number", order.number),
            ("Order date", american_day(order.date)),
            ("Reference", f"Quote {order.quotation}"),
        ),
        (("Vendor", SELLER_EN), ("Ship to", order.place), ("Payment terms", order.terms)),
    )
    boxes = "".join(
        "<tr>"
        + "".join(f'<td><div class="l">{label}</div>{t(value)}</td>' for label, value in each)
        + "</tr>"
        for each in facts
    )
    rows = [
        (
            each.part,
            each.description,
            each.lead.en if each.lead else "",
            *(
                f'<td class="r">{value}</td>'
                for value in (
                    f"{plain(each.quantity)} {each.unit}",
                    f"${comma(each.price)}",
                    f"${comma(each.amount)}",
                )
            ),
        )
        for each in order.lines
    ]
    rows.append(
        (
            "",
            "",
            "",
            "",
            '<td class="r"><b>Order total (USD)</b></td>',
            f'<td class="r"><b>${comma(order.total)}</b></td>',
        )
    )
    heads = (
        random.choice(("Vendor item", "Vendor part no.", "Mfr. part no.")),
        "Description",
        "Lead time",
        '<th class="r">Ordered</th>',
        f'<th class="r">{random.choice(("Rate", "Unit cost", "Price each"))}</th>',
        '<th class="r">Amount</th>',
    )
    body = (
        f'<div class="h"><div><b>{t(order.customer)}</b><br>{t(order.buyer.street_en)}</div><h1>Purchase Order</h1></div><br>'
        f'<table class="k">{boxes}</table>{table(heads, rows)}'
        "<p>Ship via best way. Freight collect. Acknowledge within 48 hours.</p><p>Authorized by: ____________________</p>"
    )
    return page(body, OPEN, size="Letter")


def framed_order(_random: Random, order: Order) -> Drawing:
    """Draw an order whose head data stand in a frame at the right, labels in the corners of the cells."""

    def draw(canvas: Canvas) -> None:
        put(canvas, 20, 275, order.customer.upper(), 12, BOLD)
        put(canvas, 20, 270, order.buyer.street_en, 8, LATIN)
        turned(canvas, 105, 140, "COPY", 45, 110)
        put(canvas, 20, 258, "ORDER", 22, BOLD)
        facts = (
            ("OUR ORDER NUMBER", order.number),
            ("ORDER DATE", short_day(order.date)),
            ("YOUR OFFER", order.quotation),
            ("INCOTERM", order.incoterms),
            ("DELIVERY DATE", f"Week {week(order.due)}"),
        )
        for at, (label, value) in enumerate(facts):
            x, y = 120 + 38 * (at % 2), 258 - 13 * (at // 2)
            box(canvas, x, y, 38, 13)
            put(canvas, x + 1, y + 10, label, 5, LATIN)
            put(canvas, x + 3, y + 3, value, 9.5, LATIN)
        box(canvas, 20, 232, 90, 22)
        put(canvas, 21, 251, "TO", 5, LATIN)
        put(canvas, 24, 244, SELLER_EN, 9, BOLD)
        put(canvas, 24, 239, SELLER_STREET_EN, 8, LATIN)
        put(canvas, 20, 224, f"Payment: {order.terms}", 9, LATIN)
        put(canvas, 20, 219, f"Deliver to: {order.place}", 9, LATIN)
        end = _framed_items(canvas, order)
        box(canvas, 140, end - 12, 56, 10)
        put(canvas, 141, end - 5, f"TOTAL ORDER VALUE {order.currency}", 5, LATIN)
        put(canvas, 194, end - 9.5, comma(order.total), 11, BOLD, "right")
        put(
            canvas,
            20,
            24,
            "Please quote our order number on all correspondence. Invoices in duplicate to accounts payable.",
            7,
            LATIN,
        )

    return drawn(f"Order {order.number}", A4, [draw])


def _framed_items(canvas: Canvas, order: Order) -> float:
    columns = ((21, "left"), (31, "left"), (130, "right"), (132, "left"), (165, "right"), (194, "right"))
    put_row(
        canvas,
        208,
        columns,
        ("Pos", "Material / description", "Quantity", "", "Unit price", "Amount"),
        8,
        BOLD,
    )
    y = 201.0
    for each in order.lines:
        rule(canvas, 20, y + 5, 196, y + 5, 0.2)
        cells = (
            each.number,
            each.customer_part,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        put_row(canvas, y, columns, cells, 9, LATIN)
        put(canvas, 31, y - 4.2, each.description, 8, LATIN)
        put(canvas, 31, y - 8.2, f"Mfr. ref.: {each.part}", 8, LATIN)
        y -= 15
    rule(canvas, 20, y + 5, 196, y + 5, 0.2)
    return y


FRENCH = """
.a{display:flex;justify-content:space-between}.items{width:100%;margin:5mm 0}.items th{background:#f0e9da;font-size:8pt;padding:2mm}
.items td{border-bottom:1px dotted #999;padding:2mm;font-size:8.5pt}.r{text-align:right}h2{color:#7a4b00}
"""


def french_discounts(_random: Random, order: Order) -> Drawing:
    """Draw a French order in two languages: gross price, discount and net price, 1 234,56."""
    rows = [
        (
            each.number,
            f"<td>{t(each.description)}<br><small>Réf. fournisseur / Supplier ref. {t(each.part)}</small></td>",
            *(
                f'<td class="r">{value}</td>'
                for value in (french(each.quantity, 0 if each.quantity % 1 == 0 else 1), each.unit)
            ),
            *(
                f'<td class="r">{value}</td>'
                for value in (
                    french(each.list_price or each.price),
                    f"{french(each.discount or each.price, 1)} %",
                    french(each.price),
                    french(each.amount),
                )
            ),
        )
        for each in order.lines
    ]
    heads = (
        "N°",
        "Désignation / Description",
        "Qté / Qty",
        "U",
        "Prix brut / List price",
        "Remise / Disc.",
        "P.U. net / Net price",
        "Montant / Amount",
    )
    body = (
        f'<div class="a"><div><b>{t(order.customer)}</b><br>{t(order.buyer.street_en)}</div><div>Fournisseur / Supplier<br>{t(SELLER_EN)}</div></div>'
        f"<h2>Bon de commande / Purchase order N° {t(order.number)}</h2>"
        f"<p>Date : {order.date:%d/%m/%Y}<br>Votre offre / Your quotation : {order.quotation}<br>"
        f"Incoterm : {t(order.incoterms)}<br>Conditions de paiement / Payment terms : {t(order.terms)}<br>"
        f"Livraison / Delivery : {order.due:%d/%m/%Y}<br>Adresse de livraison / Delivery address : {t(order.place)}</p>"
        f'{table(heads, rows)}<p class="r">Total {order.currency} : <b>{french(order.total)}</b></p>'
        "<p><small>SAS au capital de 250 000 € - RCS 999 888 777</small></p>"
    )
    return page(body, FRENCH)


LAYOUTS = (
    Layout(
        "open_columns", open_columns,
        Spec(
            language="en", buyers="america", currency="USD", basis="none", units="en", dates="line leads",
            describe="{en} {size}", numbering=None, lines=(2, 8),
        ),
        "unruled american labels-above", "{code} Purchase Order {number}.pdf",
    ),
    Layout(
        "framed_order", framed_order,
        Spec(
            language="en", buyers="elsewhere", currency="EUR", basis="none", units="en", customer_part=True, dates="week",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(2, 8), numbering=(10, 0),
        ),
        "corner-labels boxes three-line", "order_{number}.pdf",
    ),
    Layout(
        "french_discounts", french_discounts,
        Spec(
            language="en", buyers="france", currency="EUR", basis="none", units="fr", discount=True,
            describe="{fr} {size}", stated="quotation place terms incoterms", lines=(2, 7),
        ),
        "list-price french two-line", "Commande {number}.pdf",
    ),
)  # fmt: skip
