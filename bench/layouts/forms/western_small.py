"""Orders as the programs of smaller firms print them: QuickBooks, Xero, Zoho, MYOB, Sage 100.

Labels after the standard order templates of these programs.
"""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.forms.addresses import broken, buyer, goods_in, seller
from bench.layouts.ink import box, put, put_row, rule
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, plain
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order
from demo.make_notation import MONTHS
from demo.make_paper import drawn, register


def _grid(canvas: Canvas, x: float, y: float, pairs: list[tuple[str, float, object]]) -> None:
    """Draw labels in boxes above their values, each with its width in millimetres."""
    for label, width, value in pairs:
        box(canvas, x, y, width, 6)
        box(canvas, x, y - 8, width, 8)
        put(canvas, x + width / 2, y + 1.8, label, 8, "Helvetica", "center")
        put(canvas, x + width / 2, y - 5.5, value, 9, "Helvetica", "center")
        x += width


def quickbooks(_random: Random, order: Order) -> Drawing:
    """QuickBooks' desktop form, drawn: date and number in a small grid, vendor and ship-to boxes, the total in a box."""
    register()

    def draw(canvas: Canvas) -> None:
        for at, words in enumerate(buyer(order)):
            put(
                canvas,
                18,
                262 - at * 4.6,
                words,
                11 if at == 0 else 9,
                "Helvetica-Bold" if at == 0 else "Helvetica",
            )
        put(canvas, 198, 260, "Purchase Order", 18, "Helvetica-Bold", "right")
        _grid(
            canvas,
            150,
            246,
            [
                ("Date", 24, f"{order.date.month}/{order.date.day}/{order.date.year}"),
                ("P.O. No.", 24, order.number),
            ],
        )
        for x, label, lines in ((18, "Vendor", seller()), (112, "Ship To", goods_in(order))):
            box(canvas, x, 196, 84, 34)
            box(canvas, x, 230, 84, 6)
            put(canvas, x + 2, 231.6, label, 8.5, "Helvetica")
            for at, words in enumerate(lines):
                put(canvas, x + 2, 224 - at * 4.4, words, 8.5, "Helvetica")
        _grid(
            canvas,
            52,
            184,
            [
                ("Terms", 46, order.terms),
                ("Expected", 26, f"{order.due.month}/{order.due.day}/{order.due.year}"),
                ("FOB", 40, order.incoterms),
                ("Ref. No.", 34, f"Quote {order.quotation}"),
            ],
        )
        columns = [(20, "left"), (52, "left"), (138, "right"), (142, "left"), (172, "right"), (196, "right")]
        box(canvas, 18, 163, 180, 7)
        put_row(
            canvas, 165, columns, ("Item", "Description", "Qty", "U/M", "Rate", "Amount"), 8.5, "Helvetica"
        )
        y = 157.0
        for each in order.lines:
            put_row(
                canvas,
                y,
                columns,
                (
                    each.part,
                    each.description,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                ),
                8.5,
                "Helvetica",
            )
            y -= 6
        for x in (18, 50, 122, 140, 152, 174, 198):
            rule(canvas, x, 170, x, 40)
        rule(canvas, 18, 40, 198, 40)
        put(canvas, 130, 33, "Total", 12, "Helvetica-Bold")
        put(canvas, 196, 33, f"USD {comma(order.total)}", 12, "Helvetica-Bold", "right")
        box(canvas, 128, 29, 70, 10)

    return drawn(order.number, LETTER, [draw])


def xero(_random: Random, order: Order) -> Drawing:
    """Xero's order: large grey title, facts in a column at the right, delivery details below the items."""

    def day(value: object) -> str:
        return f"{value:%d} {MONTHS[int(f'{value:%m}') - 1]} {value:%Y}"

    def item(each: Line) -> tuple[str, ...]:
        return (
            f"{each.part} - {text(each.description)}",
            right(f"{each.quantity:.2f}"),
            each.unit,
            right(comma(each.price)),
            right("GST Free"),
            right(comma(each.amount)),
        )

    facts = "".join(
        f"<p><b>{label}</b><br>{text(value)}</p>"
        for label, value in (
            ("Purchase Order Date", day(order.date)),
            ("Delivery Date", day(order.due)),
            ("Purchase Order Number", order.number),
            ("Reference", f"Quote {order.quotation}"),
            ("ABN", "99 999 999 999"),
        )
    )
    body = (
        f"<div class=g><div><h1>PURCHASE ORDER</h1><p>{broken(seller())}</p></div><div>{facts}</div><div><p>{broken(buyer(order))}</p></div></div>"
        + table(
            (
                "Description",
                right("Quantity", "th"),
                "Unit",
                right("Unit Price", "th"),
                right("GST", "th"),
                right(f"Amount {order.currency}", "th"),
            ),
            map(item, order.lines),
        )
        + f"<table class=s><tr><td>Subtotal</td><td class=r>{comma(order.net)}</td></tr><tr><td>TOTAL GST</td><td class=r>0.00</td></tr><tr class=l><td><b>TOTAL {order.currency}</b></td><td class=r><b>{comma(order.total)}</b></td></tr></table>"
        + f"<h3>DELIVERY DETAILS</h3><div class=g><div><b>Delivery Address</b><br>{broken(goods_in(order))}</div><div><b>Attention</b><br>Stores</div><div><b>Delivery Instructions</b><br>{text(order.incoterms)}. Payment: {text(order.terms)}</div></div>"
    )
    return page(
        body,
        RIGHT
        + "h1{color:#555;font-weight:normal;font-size:20pt;margin-top:0}.g{display:grid;grid-template-columns:1.3fr 1fr 1fr;column-gap:6mm}.items{width:100%;margin-top:6mm}.items th{border-bottom:1.5px solid #000;text-align:left}.items td{border-bottom:1px solid #ccc;padding:1.5mm 0}.s{margin-left:auto;width:80mm;margin-top:3mm}.s td{padding:1mm 0}.l td{border-top:1.5px solid #000}h3{border-top:1px solid #000;margin-top:14mm;padding-top:3mm}",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


def zoho(_random: Random, order: Order) -> Drawing:
    """Zoho's template: number under the title, vendor and deliver-to at the left, dates at the right, dark heading."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            str(each.number), f"<td>{text(each.description)}<br><span class=k>SKU: {each.part}</span></td>", f"<td class=r>{each.quantity:.2f}<br><span class=k>{each.unit}</span></td>",
            right(comma(each.price)), right(comma(each.amount)),
        )  # fmt: skip

    facts = [
        ("Date :", f"{order.date:%d %b %Y}"),
        ("Delivery Date :", f"{order.due:%d %b %Y}"),
        ("Terms :", order.terms),
        ("Ref# :", order.quotation),
        ("Shipment Preference :", order.incoterms),
    ]
    body = (
        f"<div class=g><div><b>{text(order.customer)}</b><br>{broken(buyer(order)[1:])}</div><div class=n><span class=t>PURCHASE ORDER</span><br># {order.number}</div></div>"
        f"<div class=g><div><p class=k>Vendor Address</p><p>{broken(seller())}</p><p class=k>Deliver To</p><p>{broken(goods_in(order))}</p></div><table class=f>{''.join(f'<tr><td>{label}</td>{right(value)}</tr>' for label, value in facts)}</table></div>"
        + table(
            ("#", "Item & Description", right("Qty", "th"), right("Rate", "th"), right("Amount", "th")),
            map(item, order.lines),
        )
        + f"<table class=s><tr><td>Sub Total</td><td class=r>{comma(order.net)}</td></tr><tr><td>IGST{order.rate} ({order.rate}%)</td><td class=r>{comma(order.tax)}</td></tr><tr><td><b>Total</b></td><td class=r><b>₹{comma(order.total)}</b></td></tr></table><p class=k>Authorized Signature ______________</p>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1fr;margin-bottom:5mm}.n{text-align:right}.t{font-size:20pt}.k{color:#777;font-size:8pt}.f{align-self:end;margin-left:auto}.f td{padding:1mm 2mm}.items{width:100%}.items th{background:#3c3d3a;color:#fff;font-weight:normal;padding:2mm;text-align:left}.items td{padding:2mm;border-bottom:1px solid #ddd;vertical-align:top}.s{margin-left:auto;width:75mm;margin-top:3mm}.s td{padding:1.2mm 2mm}",
        font="'DejaVu Sans', sans-serif",
    )


def myob(_random: Random, order: Order) -> Drawing:
    """MYOB's item order, lines across the page, tax codes, terms and ship-via in a row of small boxes at the foot."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            right(plain(each.quantity)),
            each.part or "",
            f"{text(each.description)}",
            each.unit,
            right(f"${comma(each.price)}"),
            "",
            right(f"${comma(each.amount)}"),
            "FRE",
        )

    body = (
        f"<div class=g><div><b class=b>{text(order.customer)}</b><br>{broken(buyer(order)[1:])}<br>A.B.N. 99 999 999 999</div><div><h2>Purchase Order</h2><table>{row(('Purchase No.:', order.number))}{row(('Date:', f'{order.date:%d/%m/%Y}'))}{row(('Supplier Inv No.:', ''))}{row(('Your Quote No.:', order.quotation))}</table></div></div>"
        f"<div class=g><p><b>To:</b><br>{broken(seller())}</p><p><b>Ship To:</b><br>{broken(goods_in(order))}</p></div>"
        + table(
            (
                right("QTY", "th"),
                "ITEM NO.",
                "DESCRIPTION",
                "UNIT",
                right("PRICE", "th"),
                "DISC%",
                right("EXTENDED", "th"),
                "CODE",
            ),
            map(item, order.lines),
        )
        + f"<div class=g><table class=m>{row(('Comment:', 'Delivery promised before noon'))}{row(('Ship Via:', 'Sea freight'))}{row(('Promised Date:', f'{order.due:%d/%m/%Y}'))}{row(('Terms:', order.terms))}{row(('Delivery terms:', order.incoterms))}</table>"
        f"<table class=m><tr><td>Freight:</td><td class=r>$0.00</td></tr><tr><td>GST:</td><td class=r>$0.00</td></tr><tr><td>Total ({order.currency}):</td><td class=r>${comma(order.total)}</td></tr></table></div>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1fr;column-gap:8mm;margin-bottom:3mm}.b{font-size:14pt}.items{width:100%;border:1px solid #000;margin:3mm 0}.items th,.items td{border-left:1px solid #000;padding:1mm;font-size:8.5pt;text-align:left}.items th{border-bottom:1px solid #000;background:#eee}.m td{border:1px solid #000;padding:1mm 2mm}",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


def sage_hundred(_random: Random, order: Order) -> Drawing:
    """Sage 100's form: order facts right, two rows of boxes, ordered, received and back-ordered side by side."""

    def item(each: Line) -> str:
        received = right("0.000")
        return (
            f"<tr><td>{each.customer_part}</td><td>{each.unit}</td>{right(f'{each.quantity:.3f}')}{received}{received}{right(f'{each.price:.3f}')}{right(comma(each.amount))}</tr>"
            f"<tr><td colspan=2>{text(each.description)}</td><td colspan=5></td></tr><tr><td colspan=2>Vendor Item Number: {each.part}</td><td colspan=5></td></tr>"
        )

    facts = [
        ("Order Number:", order.number),
        ("Order Date:", f"{order.date.month}/{order.date.day}/{order.date.year}"),
        ("Vendor Number:", "01-BEILAN"),
        ("Required Date:", f"{order.due.month}/{order.due.day}/{order.due.year}"),
    ]
    body = (
        f"<div class=g><div><b>{text(order.customer)}</b><br>{broken(buyer(order)[1:])}<br>(555) 555-0172</div><div><h2>Purchase Order</h2><table>{''.join(row(each) for each in facts)}</table></div></div>"
        f"<div class=g><div>Vendor:<br>{broken(seller())}</div><div>Ship To:<br>{broken(goods_in(order))}</div></div>"
        f"<table class=b>{row(('Confirm To:', 'Ship VIA:', 'F.O.B.:', 'Terms:', 'Reference:'))}{row(('', 'OCEAN', order.incoterms, order.terms, f'QUOTE {order.quotation}'))}</table>"
        f"<table class=items><thead>{row(('Item Number', 'Unit', right('Ordered', 'th'), right('Received', 'th'), right('Back Order', 'th'), right('Unit Cost', 'th'), right('Amount', 'th')), 'th')}</thead><tbody>{''.join(map(item, order.lines))}</tbody></table>"
        f"<table class=s><tr><td>Net Order:</td><td class=r>{comma(order.net)}</td></tr><tr><td>Less Discount:</td><td class=r>0.00</td></tr><tr><td>Freight:</td><td class=r>0.00</td></tr><tr><td>Sales Tax:</td><td class=r>0.00</td></tr><tr><td>Order Total:</td><td class=r>{comma(order.total)}</td></tr></table><p>All amounts in U.S. Dollars (USD)</p>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1fr;margin-bottom:4mm}.b{width:100%}.b td{border:1px solid #000;padding:1mm;font-size:8pt;width:20%}.items{width:100%;margin-top:3mm}.items th{border:1px solid #000;text-align:left;padding:1mm;font-size:8pt}.items td{padding:.6mm 1mm;font-size:8.5pt}.s{margin-left:auto;width:70mm;margin-top:4mm}.s td{padding:.5mm}",
        size="Letter",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


LAYOUTS = (
    Layout("quickbooks", quickbooks, western_spec("USD", buyers="america", numbering=None, dates="header", numbers=("{n:04d}", "1{n:04d}"), payments=("Net 30", "Net 15", "Due on receipt", "1% 10 Net 30", "Net 60")), "drawn boxes facts-row small", "PO_{number}_from_{code}.pdf"),
    Layout("xero", xero, western_spec("AUD", vague="tax_included", buyers="elsewhere", numbering=None, dates="header", numbers=("PO-{n:04d}",), parts="lpn"), "labels-above code-in-description small", "Purchase Order {number}.pdf"),
    Layout("zoho", zoho, western_spec("INR", vague="quotation_number", buyers="india", basis="net", rate=18, quoted_rate=18, dates="header", numbers=("PO-{n:05d}",), payments=("Net 30", "Net 45", "Due on Receipt", "Net 60")), "cell-labels labels-above gst small", "{number}.pdf"),
    Layout("myob", myob, western_spec("AUD", vague="tax_included", buyers="elsewhere", numbering=None, dates="header", numbers=("0000{n:04d}",), payments=("Net 30 after EOM", "Net 14", "C.O.D.", "2% 10 Net 30")), "quantity-first boxes small", "{number}.pdf"),
    Layout("sage_hundred", sage_hundred, western_spec("USD", vague="tax_included", buyers="states", customer_part=True, numbering=None, dates="header", numbers=("00{n:05d}",), payments=("Net 30 Days", "2% 10 Days, Net 30", "Net 45 Days", "Due Upon Receipt")), "two-line received-columns facts-row small", "PO{number}.pdf"),
)  # fmt: skip
