"""Orders as buying networks send them: SAP Ariba (mail and PDF), Coupa (mail and PDF), Jaggaer, Maximo.

Labels after mails of SAP Business Network that users quote, Coupa's order mail and its printed order, and
the order reports of Jaggaer and Maximo.
"""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.forms.addresses import address, broken, buyer, goods_in, seller, threefold
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import document, page, row, table, text
from bench.layouts.notation import american_day, comma, plain, short_day
from bench.layouts.post import mail
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order
from demo.make_notation import english_day

TERMS = ("NET 30", "NET 60", "0.000% 45", "NET 90", "2.000% 10 NET 30")


def _network(random: Random, order: Order, sign: str) -> str:
    """Return the order as SAP Business Network shows it, in the mail as on paper."""

    def item(each: Line) -> str:
        amount = f"{sign}{comma(each.amount)} {order.currency}"
        return (
            f"<tr><td>{each.number}</td><td>1</td><td>{each.part}</td><td>{each.customer_part}</td><td>Material</td><td></td><td>{threefold(each.quantity)} ({each.unit})</td><td>{english_day(each.due)}</td><td>{sign}{comma(each.price)} {order.currency}</td><td>{amount}</td><td></td></tr>"
            f"<tr><td></td><td colspan=10>{text(each.description)}</td></tr>"
            "<tr><td></td><td colspan=10><b>Control Keys</b><br>Order Confirmation: allowed<br>Ship Notice: not allowed<br>Invoice: is not ERS</td></tr>"
            f"<tr><td></td><td colspan=10><b>Schedule Lines</b><table><tr><th>Schedule Line #</th><th>Delivery Date</th><th>Quantity (Unit)</th></tr><tr><td>1</td><td>{english_day(each.due)} 12:00 PM PST</td><td>{threefold(each.quantity)} ({each.unit})</td></tr></table></td></tr>"
            f"<tr><td></td><td colspan=10>Other Information<br>Classification Domain: ERPCommodityCode<br>Classification Code: {random.randrange(100, 999)}-SEAL<br>Requester: STORES</td></tr>"
        )

    heads = (
        "Line #",
        "No. Schedule Lines",
        "Part # / Description",
        "Customer Part #",
        "Type",
        "Return",
        "Qty (Unit)",
        "Need By",
        "Unit Price",
        "Subtotal",
        "Customer Location",
    )
    return (
        f"<table width='100%'><tr><td valign=top><b>From:</b><br>{broken(buyer(order))}<br>Phone:<br>Fax:</td><td valign=top><b>To:</b><br>{broken(seller())}<br>Phone: +86 (22) 5550000<br>Email: orders@beilan-seals.example</td>"
        f"<td valign=top><b>Purchase Order</b><br>(New)<br><b>{order.number}</b><br>Amount: {sign}{comma(order.total)} {order.currency}<br>Version: 1</td></tr></table><hr>"
        f"<p><b>Payment Terms</b><br>{text(order.terms)}</p><p><b>Comments</b><br>Header Text: according to your quotation {order.quotation}. Please do not duplicate.</p>"
        f"<p><b>Contact Information</b><br>Supplier Address<br>{broken(seller())}<br>Address ID: 000{random.randrange(1000000, 9999999)}</p>"
        f"<p><b>Other Information</b><br>Purchase Group: {random.randrange(100, 900)}<br>Purchase Organization: 0001<br>Plant: 1000</p>"
        f"<table width='100%'><tr><td valign=top><b>Ship All Items To</b><br>{broken(goods_in(order))}<br>Ship To Code: 1000</td><td valign=top><b>Bill To</b><br>{broken(buyer(order))}</td><td valign=top><b>Deliver To</b><br>Central receiving</td></tr></table>"
        f"<h3>Line Items</h3><table class=items width='100%'><tr>{''.join(f'<th align=left>{each}</th>' for each in heads)}</tr>{''.join(map(item, order.lines))}</table>"
        f"<p><b>Transport Terms Information</b><br>Transport Terms Code: Other<br>Transport Terms Description: {text(order.incoterms)}</p>"
        f"<p>Order submitted on: {american_day(order.date)}<br>Received by SAP Business Network on: {american_day(order.date)}<br>This Purchase Order was sent by {text(order.customer)} AN01000000001-T and delivered by SAP Business Network.</p>"
        f"<p align=right><b>Sub-total: {sign}{comma(order.total)} {order.currency}</b></p>"
    )


def ariba_mail(random: Random, order: Order) -> Drawing:
    """The mail of SAP Business Network: greeting, buttons, then the order with schedule lines in inner tables."""
    top = f"<p>{text(order.customer)} sent a new order</p><p>If more than one email address is associated with your organization for PO delivery, then the copy of this purchase order would be sent to them as well.</p><p><a href='https://service.ariba.example'>Process order</a></p><p>This purchase order was delivered by SAP Business Network.</p>"
    body = document(top + _network(random, order, "$"), "td,th{font-size:8.5pt}", "Arial, sans-serif")
    return mail(order, f"{order.customer} sent a new Purchase Order {order.number}", markup=body)


def ariba_print(random: Random, order: Order) -> Drawing:
    """The same order printed from the supplier's screen, in euros, the columns narrow."""
    style = "table td,table th{font-size:6.8pt;text-align:left;vertical-align:top;padding:.6mm 1.4mm}p{font-size:7.5pt}.items>tbody>tr:first-child th{background:#eee}"
    return page(_network(random, order, "€"), style, margin="10mm", font="Arial, 'DejaVu Sans', sans-serif")


def coupa_print(_random: Random, order: Order) -> Drawing:
    """Coupa's printed order: the number large, facts right, lines with their part and date of need in one cell."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            f"<td>{each.number}</td>", f"<td>{text(each.description)}<br><span class=k>Supplier Part Number:</span> {each.part}<br><span class=k>Part Number:</span> {each.customer_part}<br><span class=k>Need By:</span> {each.due:%m/%d/%y}</td>",
            right(plain(each.quantity)), f"<td>{each.unit}</td>", right(comma(each.price)), right(f"{comma(each.amount)} {order.currency}"),
        )  # fmt: skip

    facts = [
        ("PO Number", order.number),
        ("Revision", "0"),
        ("Date", f"{order.date:%m/%d/%y}"),
        ("Payment Terms", order.terms),
        ("Shipping Terms", order.incoterms),
        ("Currency", order.currency),
        ("Contact", f"ap@{order.buyer.domain}"),
        ("Quote Reference", order.quotation),
    ]
    body = (
        f"<div class=g><div><h1>Purchase Order</h1><p><b>{text(order.customer)}</b></p></div><table>{''.join(f'<tr><td class=k>{label}</td><td>{text(value)}</td></tr>' for label, value in facts)}</table></div>"
        f"<div class=g3><div><p class=k>SUPPLIER</p><p>{broken(seller())}</p></div><div><p class=k>SHIP TO</p><p>{broken(goods_in(order))}<br>Attn: Receiving</p></div><div><p class=k>BILL TO</p><p>{broken(buyer(order))}</p></div></div>"
        + table(
            ("Line", "Description", right("Qty", "th"), "Unit", right("Price", "th"), right("Total", "th")),
            map(item, order.lines),
        )
        + f"<p class=r>Total&nbsp;&nbsp;&nbsp;<b>{comma(order.total)} {order.currency}</b></p><p class=k>By accepting this order the supplier agrees to the terms at {order.buyer.domain}/po-terms. Page 1 of 1</p>"
    )
    return page(
        body,
        RIGHT
        + "p.r{text-align:right}.g{display:grid;grid-template-columns:1fr 1fr}.g3{display:grid;grid-template-columns:1fr 1fr 1fr;column-gap:5mm}h1{font-weight:normal;font-size:20pt;margin:0}.k{color:#7b8a97;font-size:7.5pt;padding-right:4mm}.items{width:100%;margin-top:4mm}.items th{border-bottom:2px solid #444;text-align:left}.items td{border-bottom:1px solid #ccc;padding:1.5mm 1mm;vertical-align:top}",
        size="Letter",
        font="'DejaVu Sans', sans-serif",
    )


def coupa_mail(_random: Random, order: Order) -> Drawing:
    """Coupa's mail: a button, then everything as a list of labels and a small table, its items without numbers."""
    rows = "".join(
        f"<tr><td>{text(each.description)}<br>Supplier Part #: {each.part}</td><td>{plain(each.quantity)} {each.unit}</td><td>{comma(each.price)} {order.currency}</td><td>{comma(each.amount)} {order.currency}</td></tr>"
        for each in order.lines
    )
    body = (
        f"<p>Powered by <b>Coupa</b></p><h2>{text(order.customer)} Purchase Order #{order.number}</h2><p>Hello Beilan Sealing,</p><p>{text(order.customer)} has issued you a new purchase order.</p><p><a href='https://supplier.coupahost.example/orders'>View Order</a> <a href='https://supplier.coupahost.example/inv'>Create Invoice</a> <a href='https://supplier.coupahost.example/ack'>Acknowledge PO</a></p>"
        f"<p><b>Order Date</b> {short_day(order.date)}<br><b>Payment Terms</b> {text(order.terms)}<br><b>Shipping Terms</b> {text(order.incoterms)}<br><b>Need By</b> {short_day(order.due)}<br><b>Your quotation</b> {order.quotation}</p>"
        f"<p><b>Ship To</b><br>{broken(goods_in(order))}</p><p><b>Bill To</b><br>{broken(buyer(order))}</p>"
        f"<table border=0 cellpadding=6><tr><th align=left>Item</th><th>Qty</th><th>Price</th><th>Total</th></tr>{rows}<tr><td></td><td></td><td><b>Total</b></td><td><b>{comma(order.total)} {order.currency}</b></td></tr></table><p>Do not reply to this e-mail.</p>"
    )
    return mail(
        order,
        f"{order.customer} Purchase Order #{order.number}",
        markup=document(body, "", "Helvetica, sans-serif"),
    )


def jaggaer(_random: Random, order: Order) -> Drawing:
    """Jaggaer's PDF of a university: boxes of small labels, catalog numbers, a line of totals, delivery once."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            str(each.number),
            f"{text(each.description)}",
            each.part or "",
            f"1 {each.unit}",
            right(f"{comma(each.price)} USD"),
            right(f"{plain(each.quantity)} {each.unit}"),
            right(f"{comma(each.amount)} USD"),
        )

    boxes = [
        ("Purchase Order Number", order.number),
        ("Purchase Order Date", f"{order.date.month}/{order.date.day}/{order.date.year}"),
        ("Requested Delivery Date", f"{order.due.month}/{order.due.day}/{order.due.year}"),
        ("Terms", order.terms),
        ("F.O.B.", order.incoterms),
        ("Quote number", order.quotation),
    ]
    body = (
        f"<div class=g><div><h3>{text(order.customer)}</h3>{broken(buyer(order)[1:])}</div><div class=x><b>PURCHASE ORDER</b><br>This number must appear on all invoices, packages and correspondence.</div></div>"
        f"<table class='w b'>{row([f'<td><span class=k>{label}</span><br>{text(value)}</td>' for label, value in boxes])}</table>"
        f"<div class=g><div class=x><span class=k>Supplier</span><br>{broken(seller())}</div><div class=x><span class=k>Ship To</span><br>{broken(goods_in(order))}</div></div>"
        + table(
            (
                "Line No.",
                "Product Description",
                "Catalog No.",
                "Size / Packaging",
                right("Unit Price", "th"),
                right("Quantity", "th"),
                right("Ext. Price", "th"),
            ),
            map(item, order.lines),
        )
        + f"<p class=r>Subtotal {comma(order.net)} USD</p><p class=r>Tax1 0.00 USD &nbsp; Tax2 0.00 USD</p><p class=r>Shipping 0.00 USD</p><p class=r><b>Total {comma(order.total)} USD</b></p><p class=k>Approved by: Purchasing Services. Terms and conditions apply.</p>"
    )
    return page(
        body,
        RIGHT
        + "p.r{text-align:right;margin:.5mm}.g{display:grid;grid-template-columns:1fr 1fr;column-gap:3mm;margin-bottom:2mm}.x{border:1px solid #333;padding:1.5mm}.w{width:100%;margin-bottom:2mm}.b td{border:1px solid #333;padding:1mm;font-size:8pt}.k{font-size:6.5pt}.items{width:100%}.items th{background:#ddd;text-align:left;font-size:7.5pt;padding:1mm;border:1px solid #333}.items td{border:1px solid #333;padding:1mm;font-size:8pt}",
        size="Letter",
        font="'DejaVu Sans', sans-serif",
    )


def maximo(random: Random, order: Order) -> Drawing:
    """Maximo's report of a power plant: pairs of labels, lines with a remark line, totals in the vendor's currency."""

    def item(each: Line) -> str:
        return (
            f"<tr><td>{each.number}</td><td>{each.customer_part}</td><td>{text(each.description)}</td>{right(plain(each.quantity))}<td>{each.unit}</td>{right(comma(each.price))}{right(comma(each.amount))}</tr>"
            f"<tr><td></td><td colspan=6>Catalog #: {each.part} &nbsp; Manufacturer: BEILAN &nbsp; Required Date: {each.due:%m/%d/%Y} &nbsp; Storeroom: CENTRAL &nbsp; GL: {random.randrange(1000, 9999)}-{random.randrange(100, 999)}-???</td></tr>"
        )

    pairs = [
        ("PO:", order.number, "Order Date:", f"{order.date:%m/%d/%Y}"), ("Description:", "SEAL SPARES OUTAGE", "Status:", "APPR"), ("Revision:", "0", "Priority:", ""),
        ("Vendor:", seller()[0], "Payment Terms:", order.terms), ("", ", ".join(seller()[1:]), "Freight Terms:", order.incoterms), ("Vendor Quotation:", order.quotation, "Currency:", order.currency), ("Ship To:", order.place, "Buyer:", "WILSON"),
    ]  # fmt: skip
    body = (
        f"<h3>{text(order.customer)}</h3><h2>Purchase Order</h2><table class=p>{''.join(row(each) for each in pairs)}</table>"
        f"<table class=items><thead>{row(('Line', 'Item', 'Description', right('Quantity', 'th'), 'Order Unit', right('Unit Cost', 'th'), right('Line Cost', 'th')), 'th')}</thead><tbody>{''.join(map(item, order.lines))}</tbody></table>"
        f"<p class=r>Pretax Total: {comma(order.net)}</p><p class=r>Total Tax: 0.00</p><p class=r>Total Cost: {comma(order.total)}</p><p>{', '.join(address(order.buyer.street_en))}</p>"
    )
    return page(
        body,
        RIGHT
        + "p.r{text-align:right;margin:.5mm}.p td{padding:.6mm 5mm .6mm 0;font-size:8.5pt;vertical-align:top}.items{width:100%;margin-top:3mm}.items th{border-bottom:1px solid #000;text-align:left;padding:0 3mm 0 0}.items td{font-size:8.5pt;padding:.7mm 3mm .7mm 0}",
        size="Letter landscape",
        font="'DejaVu Sans', sans-serif",
    )


LAYOUTS = (
    Layout("ariba_mail", ariba_mail, western_spec("USD", buyers="states", customer_part=True, numbering=(10, 1), dates="lines", numbers=("50524{n:05d}", "EP{n:06d}"), payments=TERMS, lines=(2, 5)), "mail-html schedule inner-tables network", "order_{number}.eml", part="body"),
    Layout("ariba_print", ariba_print, western_spec("EUR", buyers="germany", customer_part=True, numbering=(10, 1), dates="lines", numbers=("45000{n:05d}",), payments=TERMS, lines=(2, 4)), "schedule inner-tables narrow network", "Order {number}.pdf"),
    Layout("coupa_print", coupa_print, western_spec("USD", buyers="america", customer_part=True, dates="lines", numbers=("{n:05d}", "2600{n:04d}"), payments=("Net 30", "Net 45", "Net 60", "2/10 Net 30")), "cell-labels labels-above network", "PO_{number}.pdf"),
    Layout("coupa_mail", coupa_mail, western_spec("USD", buyers="states", numbering=None, dates="header", numbers=("{n:05d}",), payments=("Net 30", "Net 45", "Net 60")), "mail-html cell-labels network", "coupa_{number}.eml", part="body"),
    Layout("jaggaer", jaggaer, western_spec("USD", vague="tax_included", buyers="states", dates="header", numbers=("P00{n:05d}", "26{n:06d}"), payments=("0% 0, Net 30", "Net 45", "0% 0, Net 60")), "boxes labels-above network", "{number}.pdf"),
    Layout("maximo", maximo, western_spec("USD", vague="tax_included", buyers="emirates", customer_part=True, dates="lines", numbers=("{n:05d}", "PO{n:05d}"), payments=("NET30", "NET45", "60 DAYS NET")), "pairs second-lines landscape network", "poprint_{number}.pdf"),
)  # fmt: skip
