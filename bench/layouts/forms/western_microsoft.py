"""Orders as Microsoft's systems print them: Business Central, Navision in German, Finance and Operations.

Labels after the captions of the reports `Order` and `Standard Purchase - Order` of Business Central, their
German captions, and of the purchase order report of Dynamics 365.
"""

# ruff: noqa: E501 - a piece of markup stays a line

import datetime as dt
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.forms.addresses import broken, buyer, goods_in, seller
from bench.layouts.ink import put, put_row, rule
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import FULL_MONTHS, comma, german, plain
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order
from demo.make_paper import drawn, register

GERMAN_TERMS = (
    "30 Tage netto",
    "14 Tage 2% Skonto, 30 Tage netto",
    "Laufender Monat",
    "60 Tage netto",
    "Vorauskasse",
)


def central(_random: Random, order: Order) -> Drawing:
    """Business Central's old report: facts in two columns, a table of VAT after the totals, then the terms."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            str(each.customer_part), f"<td>{text(each.description)}<br>Vendor Item No. {each.part}</td>", right(plain(each.quantity)), each.unit,
            right(comma(each.price)), right("0"), "Yes", f"VAT{order.rate}", right(comma(each.amount)),
        )  # fmt: skip

    left = [
        ("VAT Registration No.", "CN911201"),
        ("Vendor No.", "V00512"),
        ("Order No.", order.number),
        ("Purchaser", "Robin Bettencourt"),
        ("Your Reference", order.quotation),
    ]
    other = [
        ("Phone No.", "+44 555 0162"),
        ("VAT Registration No.", "GB777777777"),
        ("Bank", "Northfield Savings"),
        ("Account No.", "99-33-456"),
        ("Document Date", f"{order.date.day}. {FULL_MONTHS[order.date.month - 1]} {order.date.year}"),
        ("Expected Receipt Date", f"{order.due.day}. {FULL_MONTHS[order.due.month - 1]} {order.due.year}"),
        ("Prices Including VAT", "No"),
    ]
    pairs = [(*one, *two) for one, two in zip([*left, ("", ""), ("", "")], other, strict=True)]
    specification = table(
        (
            "VAT Identifier",
            "VAT %",
            "Line Amount",
            "Inv. Disc. Base Amount",
            "Invoice Discount Amount",
            "VAT Base",
            "VAT Amount",
        ),
        [
            (
                f"VAT{order.rate}",
                str(order.rate),
                comma(order.net),
                comma(order.net),
                "0.00",
                comma(order.net),
                comma(order.tax),
            )
        ],
        "vat",
    )
    sums = [
        (f"Total {order.currency} Excl. VAT", order.net),
        (f"{order.rate}% VAT", order.tax),
        (f"Total {order.currency} Incl. VAT", order.total),
    ]
    body = (
        f"<table class=w><tr><td><h2>Order {order.number}</h2>Page 1</td></tr></table>"
        f"<div class=g><p>{broken(seller())}</p><p class=r>{broken(buyer(order))}</p></div>"
        f"<table class=f>{''.join(row(each) for each in pairs)}</table>"
        + table(
            (
                "No.",
                "Description",
                right("Quantity", "th"),
                "Unit of Measure",
                right("Direct Unit Cost", "th"),
                right("Discount %", "th"),
                "Allow Invoice Discount",
                "VAT Identifier",
                right("Amount", "th"),
            ),
            map(item, order.lines),
        )
        + "<table class=s>"
        + "".join(f"<tr><td>{label}</td><td class=r>{comma(value)}</td></tr>" for label, value in sums)
        + "</table>"
        + f"<p><b>VAT Amount Specification</b></p>{specification}"
        + f"<table class=f><tr><td>Payment Terms</td><td>{text(order.terms)}</td></tr><tr><td>Shipment Method</td><td>{text(order.incoterms)}</td></tr></table><p><b>Ship-to Address</b><br>{broken(goods_in(order))}</p>"
    )
    return page(
        body,
        RIGHT
        + ".w{width:100%}p.r{text-align:right}.g{display:grid;grid-template-columns:1fr 1fr}.f td{padding:.4mm 6mm .4mm 0;font-size:8.5pt}.items{width:100%;margin-top:4mm}.items th{text-align:left;font-size:7pt;border-bottom:1px solid #000;vertical-align:bottom;padding:0 2mm 0 0}.items td{font-size:7.5pt;padding:1mm 2mm 1mm 0;vertical-align:top}.s{margin-left:auto}.s td{padding:.6mm 2mm;font-weight:bold}.vat th,.vat td{font-size:7.5pt;padding:.5mm 3mm;text-align:right}",
        font="'DejaVu Sans', sans-serif",
    )


def navision(_random: Random, order: Order) -> Drawing:
    """Navision in German, drawn: years of two figures, the vendor's item number under the text, totals at the right."""
    register()

    def day(value: dt.date) -> str:
        return f"{value:%d.%m.%y}"

    def draw(canvas: Canvas) -> None:
        put(canvas, 20, 283, f"{order.customer}, {order.buyer.street_en}", 6.5, "Helvetica")
        for at, words in enumerate(seller()):
            put(canvas, 20, 272 - at * 4.6, words, 9.5, "Helvetica")
        put(canvas, 20, 240, f"Bestellung {order.number}", 14, "Helvetica-Bold")
        facts = [
            ("Kreditorennr.", "K70233"), ("Bestellnr.", order.number), ("Belegdatum", day(order.date)), ("Einkäufer", "Frau Brinkmöller"), ("Ihre Referenz", order.quotation),
            ("Preise inkl. MwSt.", "Nein"), ("Telefon", "05555 990-13"), ("USt-IdNr.", "DE999999999"),
        ]  # fmt: skip
        for at, (label, value) in enumerate(facts):
            put(canvas, 125, 272 - at * 4.4, label, 8.5, "Helvetica")
            put(canvas, 160, 272 - at * 4.4, value, 8.5, "Helvetica")
        columns = [
            (20, "left"),
            (48, "left"),
            (118, "right"),
            (121, "left"),
            (153, "right"),
            (165, "right"),
            (190, "right"),
        ]
        put_row(
            canvas,
            230,
            columns,
            ("Nr.", "Beschreibung", "Menge", "Einheit", "EK-Preis", "Rabatt %", "Betrag"),
            8,
            "Helvetica-Bold",
        )
        rule(canvas, 20, 228, 190, 228)
        y = 223.0
        for each in order.lines:
            put_row(
                canvas,
                y,
                columns,
                (
                    each.customer_part,
                    each.description,
                    plain(each.quantity).replace(".", ","),
                    each.unit,
                    german(each.price),
                    "",
                    german(each.amount),
                ),
                8,
                "Helvetica",
            )
            put(canvas, 48, y - 4, f"Kred.-Artikelnr. {each.part}", 7.5, "Helvetica")
            put(canvas, 121, y - 4, f"Erw. Wareneingang {day(each.due)}", 7.5, "Helvetica")
            y -= 10
        rule(canvas, 120, y + 4, 190, y + 4)
        for label, amount in (
            ("Total EUR ohne MwSt.", order.net),
            (f"{order.rate} % MwSt.", order.tax),
            ("Total EUR inkl. MwSt.", order.total),
        ):
            put(canvas, 120, y, label, 8.5, "Helvetica-Bold")
            put(canvas, 190, y, german(amount), 8.5, "Helvetica-Bold", "right")
            y -= 5
        for at, (label, value) in enumerate(
            (
                ("Zlg.-Bedingung", order.terms),
                ("Lieferbedingung", order.incoterms),
                ("Lief. an Adresse", order.place),
            )
        ):
            put(canvas, 20, y - 6 - at * 5, label, 8.5, "Helvetica")
            put(canvas, 55, y - 6 - at * 5, value, 8.5, "Helvetica")
        put(
            canvas,
            20,
            14,
            f"{order.customer}   Geschäftsführer: H. Ahlers   HRB 99987   Bank: Sparkasse Nordheide   IBAN DE00 9999 0000 1234 5678 90",
            6,
            "Helvetica",
        )

    return drawn(order.number, A4, [draw])


def finance(_random: Random, order: Order) -> Drawing:
    """Dynamics 365: facts at the right, items with line numbers, the totals as a row of labels above amounts."""

    def short(day: dt.date) -> str:
        return f"{day.month}/{day.day}/{day.year}"

    def item(each: Line) -> tuple[str, ...]:
        return (
            str(each.number), str(each.customer_part), f"<td>{text(each.description)}<br>External item number {each.part}</td>", right(plain(each.quantity)), each.unit,
            right(comma(each.price)), right("0.00"), right(comma(each.amount)), short(each.due),
        )  # fmt: skip

    facts = [
        ("Number", order.number), ("Date", short(order.date)), ("Page", "1 of 1"), ("Your ref.", order.quotation), ("Our ref.", "PR-00417"), ("Invoice account", "CN-1043"),
        ("Payment", order.terms), ("Delivery terms", order.incoterms), ("Mode of delivery", "Sea"), ("Currency", order.currency),
    ]  # fmt: skip
    body = (
        f"<div class=g><div><b>{text(order.customer)}</b><br>{broken(buyer(order)[1:])}<br>Telephone +1 555 0147<br>Tax registration number 98-7654321</div><div><h2>Purchase order</h2><table>{''.join(row(each) for each in facts)}</table></div></div>"
        f"<div class=g><p>{broken(seller())}</p><p><b>Delivery address</b><br>{broken(goods_in(order))}</p></div>"
        + table(
            (
                "Line number",
                "Item number",
                "Description",
                right("Quantity", "th"),
                "Unit",
                right("Unit price", "th"),
                right("Discount", "th"),
                right("Amount", "th"),
                "Delivery date",
            ),
            map(item, order.lines),
        )
        + f"<table class=t>{row(('Sub-total', 'Total discount', 'Charges', 'Sales tax', 'Round-off', 'Total'), 'th')}{row((comma(order.net), '0.00', '0.00', '0.00', '0.00', f'{comma(order.total)} {order.currency}'))}</table>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1fr;column-gap:12mm}h2{font-weight:normal;margin:0 0 2mm}.g table td{padding:.3mm 5mm .3mm 0}.items{width:100%;margin-top:5mm}.items th{border-bottom:1px solid #000;text-align:left;font-size:7pt;padding:0 2mm 0 0}.items td{font-size:7.5pt;padding:1mm 2mm 1mm 0;vertical-align:top}.t{width:100%;margin-top:6mm;border-top:1px solid #000}.t th,.t td{text-align:right;font-size:8pt;padding:1mm;font-weight:normal}",
        size="Letter",
        font="'DejaVu Sans', sans-serif",
    )


def templated(_random: Random, order: Order) -> Drawing:
    """A workbook that a Dynamics user fills from the Excel add-in: labels beside values, a table of raw columns."""
    book, page_ = sheet("PurchaseOrder")
    set_widths(page_, (12, 16, 34, 16, 10, 8, 12, 10, 14, 16))
    write_row(page_, 1, ("Purchase order",))
    emphasise(page_, "A1", 16, "left")
    facts = [
        ("Purchase order", order.number, "Vendor name", seller()[0]), ("Company", order.customer, "Vendor reference", order.quotation), ("Created date", order.date, "Terms of payment", order.terms),
        ("Currency", order.currency, "Delivery terms", order.incoterms), ("Delivery address", order.place, "Requested ship date", None),
    ]  # fmt: skip
    for at, (label, value, other, second) in enumerate(facts, 3):
        write_row(page_, at, (label, value, other, second))
    write_row(
        page_,
        9,
        (
            "Line number",
            "Item number",
            "Product name",
            "Vendor item no.",
            "Quantity",
            "Unit",
            "Unit price",
            "Price unit",
            "Net amount",
            "Requested receipt date",
        ),
        framed=True,
    )
    for at, each in enumerate(order.lines, 10):
        write_row(
            page_,
            at,
            (
                each.number,
                each.customer_part,
                each.description,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.per,
                each.amount,
                each.delivery,
            ),
            framed=True,
        )
    last = 10 + len(order.lines)
    write_row(page_, last, ("Total", order.total), 8)
    return saved(book)


LAYOUTS = (
    Layout("central", central, western_spec("GBP", vague="quotation_number", buyers="britain", basis="net", rate=20, quoted_rate=20, customer_part=True, numbering=None, dates="header", numbers=("106{n:03d}", "PO-{n:06d}"), payments=("Net 30 days", "1 Month/2% 8 days", "Current Month", "Net 14 days", "Net 60 days")), "two-columns vat-table second-lines microsoft", "Purchase - Order {number}.pdf"),
    Layout("navision", navision, western_spec("EUR", vague="quotation_number", buyers="dach", basis="net", rate=19, quoted_rate=19, customer_part=True, numbering=None, dates="lines", describe="{de} {size}", units="de", payments=GERMAN_TERMS, numbers=("EB26-{n:05d}", "1060{n:02d}")), "box-right second-lines unruled german microsoft", "Bestellung {number}.pdf"),
    Layout("finance", finance, western_spec("USD", vague="tax_included quotation_number", buyers="america", basis="none", customer_part=True, dates="lines", numbers=("00000{n:03d}", "PO-000{n:05d}"), payments=("Net 30 days", "Net 45 days", "2% 10, net 30 days", "Cash on delivery", "Net 60 days")), "box-right total-row microsoft", "{number}.pdf"),
    Layout("templated", templated, western_spec("EUR", buyers="east", vague="tax_included", basis="net", customer_part=True, numbering=(10, 1), dates="lines", per="mixed", numbers=("PO{n:06d}",)), "workbook labels-left microsoft", "PurchaseOrder_{number}.xlsx"),
)  # fmt: skip
