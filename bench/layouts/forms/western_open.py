"""Orders as open systems print them: Odoo, ERPNext, Tryton and iDempiere.

Labels and columns after the reports that these systems ship with (Odoo's `report_purchaseorder_document`,
ERPNext's standard print, Tryton's `purchase.fodt`, iDempiere's order print format).
"""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random

from docx.enum.text import WD_ALIGN_PARAGRAPH

from bench.layouts.forms.addresses import address, broken, buyer, goods_in, seller
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, plain, short_day
from bench.layouts.office import fill_table, saved, word
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order


def odoo(_random: Random, order: Order) -> Drawing:
    """The report of Odoo: address right, labels in bold above values, code in brackets before the name."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            f"<td>[{each.part}] {text(each.description)}</td>",
            "<td>0% EX</td>",
            f"<td class=c>{each.due:%m/%d/%Y} 12:00:00</td>",
            right(f"{each.quantity:.2f} {each.unit}"),
            right(comma(each.price)),
            right(f"{comma(each.amount)}\u00a0€"),
        )

    facts = "".join(
        f"<div><b>{label}:</b><p>{text(value)}</p></div>"
        for label, value in (
            ("Purchase Representative", "Marit Solheim"), ("Your Order Reference", order.quotation), ("Order Date", f"{order.date:%m/%d/%Y} 09:14:33"),
            ("Incoterm", order.incoterms), ("Payment Terms", order.terms),
        )
    )  # fmt: skip
    body = (
        f"<div class=h><b>{text(order.customer)}</b><br>{broken(address(order.buyer.street_en))}</div><hr>"
        f"<div class=g><div><b>Shipping address</b><br>{broken(goods_in(order))}<br>☎ +00 555 0190</div><div>{broken(seller())}<br>VAT: CN91120111</div></div>"
        f"<h2>Purchase Order #{order.number}</h2><div class=i>{facts}</div>"
        + table(
            (
                "Description",
                "Taxes",
                "<th class=c>Date Req.</th>",
                right("Qty", "th"),
                right("Unit Price", "th"),
                right("Amount", "th"),
            ),
            map(item, order.lines),
        )
        + f"<table class=sum><tr><td><b>Untaxed Amount</b></td><td class=r>{comma(order.net)} €</td></tr><tr><td>Tax 0%</td><td class=r>0.00 €</td></tr><tr class=l><td><b>Total</b></td><td class=r>{comma(order.total)} €</td></tr></table>"
        + f"<p>Please put the order number on the packing list.</p><div class=f>+00 555 0100 · purchasing@{order.buyer.domain} · http://www.{order.buyer.domain}<br>Page: 1 / 1</div>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1fr}.i{display:flex;gap:8mm}.i p{margin:0}h2{font-weight:normal;color:#875a7b}.items{width:100%;margin-top:4mm}.items th{text-align:left;border-bottom:1px solid #222}.items td,.items th{padding:1.2mm;vertical-align:top;font-size:8.5pt}.items td{border-bottom:1px solid #ccc}td.c,th.c{text-align:center!important}.sum{margin-left:auto;margin-top:4mm;width:70mm}.l td{border-top:1px solid #222}.f{text-align:center;border-top:1px solid #222;font-size:7.5pt;margin-top:20mm}",
        font="'DejaVu Sans', sans-serif",
    )


def erpnext(_random: Random, order: Order) -> Drawing:
    """ERPNext's standard print: two columns of labels and values, code, name and text in one cell, rupees in words."""

    def item(at: int, each: Line) -> tuple[str, ...]:
        return (
            f"<td>{each.number or at}</td>",
            f"<td>{each.customer_part}</td>",
            f"<td><b>{text(each.description)}</b><br>Supplier Part Number: {each.part}</td>",
            f"<td>{each.due:%d-%m-%Y}</td>",
            right(f"{each.unit} {plain(each.quantity)}"),
            right(f"£ {comma(each.price)}"),
            right(f"£ {comma(each.amount)}"),
        )

    left = [
        ("Supplier Name", seller()[0]),
        ("Supplier Address", ", ".join(seller()[1:])),
        ("Supplier Quotation", order.quotation),
    ]
    other = [
        ("Date", f"{order.date:%d-%m-%Y}"),
        ("Company", order.customer),
        ("Shipping Address", order.place),
    ]

    def pairs(values: list[tuple[str, str | None]]) -> str:
        return (
            "<table>"
            + "".join(f"<tr><td class=k>{label}</td><td>{text(value)}</td></tr>" for label, value in values)
            + "</table>"
        )

    sums = [
        ("Total Quantity", plain(sum((each.quantity for each in order.lines), Decimal(0)))),
        ("Total", f"£ {comma(order.net)}"),
        (f"VAT {order.rate}% @ {order.rate}.0", f"£ {comma(order.tax)}"),
        ("Grand Total", f"£ {comma(order.total)}"),
    ]
    body = (
        f"<div class=h><h2>Purchase Order</h2><p>{order.number}</p></div><hr>"
        f"<div class=g>{pairs(left)}{pairs(other)}</div>"
        + table(
            (
                "Sr",
                "Item Code",
                "Description",
                "Required By",
                right("Quantity", "th"),
                right("Rate", "th"),
                right("Amount", "th"),
            ),
            [item(at, each) for at, each in enumerate(order.lines, 1)],
        )
        + "<table class=sum>"
        + "".join(f"<tr><td>{label}</td><td class=r>{value}</td></tr>" for label, value in sums)
        + "</table>"
        + f"<p><b>Payment Terms Template</b><br>{text(order.terms)}</p><p><b>Incoterm</b> {text(order.incoterms)}</p><p class=k>Terms and Conditions Details: as agreed.</p><p class=k>Page 1 of 1</p>"
    )
    return page(
        body,
        RIGHT
        + ".h{text-align:right}.h *{margin:1mm}.g{display:grid;grid-template-columns:1fr 1fr;column-gap:6mm;margin-bottom:4mm}.k{color:#8d99a6;vertical-align:top;padding-right:3mm}.items{width:100%}.items td,.items th{border:1px solid #d1d8dd;padding:1.5mm;vertical-align:top;font-size:8.5pt;text-align:left}.sum{margin-left:auto;width:80mm;margin-top:3mm}.sum td{padding:.8mm}",
        font="'DejaVu Sans', sans-serif",
    )


def tryton(_random: Random, order: Order) -> Drawing:
    """Tryton's report as a Word file: address right, title with the number, lines with the party's code in brackets."""
    document = word("Liberation Sans", 10)
    for words in buyer(order):
        document.add_paragraph(words)
    for words in seller():
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_heading(f"Purchase Order Nº {order.number}", 2)
    document.add_paragraph("Reference: MRO-week-12")
    document.add_paragraph(f"Date: {short_day(order.date)}")
    document.add_paragraph("Delivery Address:")
    for words in address(order.place):
        document.add_paragraph(words)
    sheet = document.add_table(rows=1, cols=5)
    sheet.style = "Table Grid"
    for cell, label in zip(
        sheet.rows[0].cells, ("Description", "Quantity", "Unit price", "Taxes", "Amount"), strict=True
    ):
        cell.text = label
    fill_table(
        sheet,
        [
            (
                f"[{each.part}] {each.description}\nDelivery Date: {short_day(each.due)}",
                f"{plain(each.quantity)} {each.unit}",
                f"€{comma(each.price)}",
                "",
                f"€{comma(each.amount)}",
            )
            for each in order.lines
        ],
    )
    totals = document.add_table(rows=0, cols=2)
    fill_table(
        totals,
        [
            ("Total (excl. taxes):", f"€{comma(order.net)}"),
            ("Taxes:", "€0.00"),
            ("Total:", f"€{comma(order.total)}"),
        ],
    )
    document.add_paragraph(f"Payment Term: {order.terms}")
    document.add_paragraph(f"Incoterm: {order.incoterms}")
    return saved(document)


def idempiere(_random: Random, order: Order) -> Drawing:
    """The order print format of iDempiere: labels at the left of values in two columns, lines by tens, no rules."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            str(each.number),
            f"{each.part}",
            text(each.description),
            right(plain(each.quantity)),
            each.unit,
            right(comma(each.price)),
            right(comma(each.amount)),
        )

    facts = [
        ("Purchase Order", order.number, "Date Ordered", f"{order.date:%m/%d/%Y}"),
        ("Business Partner", seller()[0], "Date Promised", f"{order.due:%m/%d/%Y}"),
        ("Partner Location", ", ".join(seller()[1:]), "Order Reference", f"R-{order.date:%m%d}"),
        ("Company Agent", "GardenAdmin", "Payment Term", order.terms),
        ("Warehouse", order.place, "Currency", order.currency),
    ]
    body = (
        f"<p><b>{text(order.customer)}</b></p><p>{text(order.buyer.street_en)}</p><h3>Purchase Order</h3>"
        f"<table class=a>{''.join(map(row, facts))}</table>"
        + table(
            (
                "Line No",
                "Vendor Product No",
                "Description",
                right("Quantity", "th"),
                "UOM",
                right("Unit Price", "th"),
                right("Line Amount", "th"),
            ),
            map(item, order.lines),
        )
        + f"<table class=s><tr><td>Total Lines</td><td class=r>{comma(order.net)}</td></tr><tr><td>Grand Total</td><td class=r>{comma(order.total)}</td></tr></table><p>Page 1 of 1</p>"
    )
    return page(
        body,
        RIGHT
        + ".a td{padding:.8mm 6mm .8mm 0;vertical-align:top;max-width:60mm}.items{width:100%;margin-top:5mm}.items th{text-align:left;border-top:1px solid #000;border-bottom:1px solid #000}.items td,.items th{padding:1mm 3mm 1mm 0}.s{margin-left:auto;width:70mm}",
        size="Letter",
        font="'DejaVu Serif', serif",
    )


LAYOUTS = (
    Layout("odoo", odoo, western_spec("EUR", buyers="elsewhere", basis="net", rate=0, vague="quotation_number", numbering=None, dates="lines", numbers=("P{n:05d}",), payments=("30 Days", "45 Days", "End of Following Month", "Immediate Payment", "60 Days after Invoice")), "labels-above brackets open", "Purchase Order - {number}.pdf"),
    Layout("erpnext", erpnext, western_spec("GBP", buyers="britain", basis="net", rate=20, quoted_rate=20, customer_part=True, dates="lines", numbers=("PUR-ORD-2026-{n:05d}",)), "two-columns cell-labels ruled open", "{number}.pdf"),
    Layout("tryton", tryton, western_spec("EUR", "place terms incoterms", buyers="latin", basis="net", numbering=None, dates="lines", numbers=("{n}",)), "word cell-labels open", "purchase-{number}.docx"),
    Layout("idempiere", idempiere, western_spec("USD", "place terms", buyers="emirates", numbering=(10, 1), dates="header", numbers=("8{n:05d}",), payments=("Net 30 days", "30 Net", "2%10 Net 30", "Immediate", "Net 60 days")), "two-columns unruled open", "Order_{number}.pdf"),
)  # fmt: skip
