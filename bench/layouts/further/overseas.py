"""Orders from the West that are printed from a browser."""

from random import Random

from bench.layouts.further.days import month_first, ordinal_day, spaced_month
from bench.layouts.further.figures import counted_in_french
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, french, german, in_words, plain
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.values import Order


def british_order(_random: Random, order: Order) -> Drawing:
    """A cloud system's order: facts at the right, two addresses side by side, wide white space."""
    facts = (
        ("Number", order.number),
        ("Date", ordinal_day(order.date)),
        ("Supplier reference", order.quotation),
        ("Payment terms", order.terms),
        ("Delivery terms", order.incoterms),
        ("Currency", order.currency),
    )
    rows = [
        (
            each.number,
            each.part,
            each.description,
            comma(each.quantity, 2),
            each.unit,
            comma(each.price),
            comma(each.amount),
            f"{each.due:%d/%m/%Y}",
        )
        for each in order.lines
    ]
    heads = ("Line", "Vendor item", "Description", "Quantity", "Unit", "Unit price", "Net amount")
    body = (
        f"<div class=top><div><h2>Purchase order</h2><b>{text(order.customer)}</b><br>"
        f"{text(order.buyer.street_en)}</div><table class=facts>{''.join(map(row, facts))}</table></div>"
        f"<div class=top><div><small>Vendor</small><br>{SELLER_EN}<br>{SELLER_STREET_EN}</div>"
        f"<div class=half><small>Delivery address</small><br>{text(order.place)}</div></div>"
        + table((*heads, "Delivery date (dd/mm/yyyy)"), rows)
        + f"<p class=sum>Sales subtotal {comma(order.net)}<br>VAT 0 % 0.00<br>"
        f"<b>Total {order.currency} {comma(order.total)}</b></p><p><small>Prices exclude VAT. "
        "Zero-rated import.</small></p>"
    )
    style = (
        ".top{display:flex;justify-content:space-between;margin-bottom:6mm}.half{width:45%}"
        ".facts td{padding:1px 6px}.facts td:first-child{color:#666}.items{width:100%}"
        ".items th{border-bottom:1px solid #888;text-align:left}"
        ".items td,.items th{padding:4px;font-size:8pt}"
        ".sum{text-align:right;line-height:1.6}"
    )
    return page(body, style, font="'DejaVu Sans', sans-serif")


def italian_order(_random: Random, order: Order) -> Drawing:
    """An Italian order in English: cells with small labels in their corners, discounts per line."""
    cells = (
        (("ORDER NR.", order.number), ("OF", f"{order.date:%d/%m/%Y}"), ("PAGE", "1/1")),
        (("YOUR OFFER NR.", order.quotation), ("PAYMENT", order.terms), ("CURRENCY", order.currency)),
        (
            ("DELIVERY TERMS", order.incoterms),
            ("GOODS DESTINATION", order.place),
            ("OUR CONTACT", "Ufficio acquisti"),
        ),
    )
    boxes = "".join(
        "<tr>" + "".join(f"<td><small>{name}</small><br>{text(value)}</td>" for name, value in each) + "</tr>"
        for each in cells
    )
    rows = [
        (
            each.number,
            each.customer_part,
            each.description,
            each.part,
            each.unit,
            german(each.quantity),
            german(each.list_price or each.price),
            german(each.discount or each.price, 1),
            german(each.price),
            german(each.amount),
        )
        for each in order.lines
    ]
    heads = (
        "POS.",
        "OUR CODE",
        "DESCRIPTION",
        "YOUR CODE",
        "U.M.",
        "Q.TY",
        "LIST PRICE",
        "DISC. %",
        "NET PRICE",
    )
    body = (
        f"<div class=letter><b>{text(order.customer)}</b><br>{text(order.buyer.street_en)}</div>"
        f"<p>Messrs.<br>{SELLER_EN}<br>{SELLER_STREET_EN}</p><h3>PURCHASE ORDER</h3>"
        f"<table class=boxes>{boxes}</table>"
        + table((*heads, "AMOUNT"), rows)
        + f"<table class=boxes><tr><td><small>DELIVERY</small><br>{order.due:%d/%m/%Y}</td>"
        f"<td class=n><small>TOTAL ORDER {order.currency}</small><br><b>{german(order.total)}</b></td></tr>"
        "</table>"
        "<p>Please return one copy stamped and signed for acceptance.</p>"
    )
    style = (
        "body{padding:0 1px}"
        ".letter{border-bottom:2px solid #a00;padding-bottom:3mm}.boxes{width:100%;margin:2mm 0}"
        ".boxes td{border:1px solid #777;padding:3px;width:33%;vertical-align:top}"
        "small{color:#777;font-size:6.5pt}"
        ".items{width:100%}.items td,.items th{border-left:1px solid #777;border-right:1px solid #777;"
        "padding:3px;font-size:8pt}.items th{border-bottom:1px solid #777}.items{border:1px solid #777}"
        ".n{text-align:right}"
    )
    return page(body, style, margin="12mm")


def american_order(random: Random, order: Order) -> Drawing:
    """An American order: a band of facts with their heads above, item text under the part number."""
    number = random.choice(("P.O. Number", "Purchase Order No.", "PO#"))
    facts = (number, "Order Date", "Buyer", "Terms", "F.O.B. / Incoterms", "Quote Ref")
    values = (
        order.number,
        month_first(order.date),
        "Purchasing 2",
        order.terms,
        order.incoterms,
        order.quotation,
    )
    rows = [
        (
            each.number,
            plain(each.quantity),
            each.unit,
            f"<td>{text(each.part)}<br>{text(each.description)}<br>Buyer P/N: {each.customer_part}</td>",
            f"${comma(each.price)}",
            f"${comma(each.amount)}",
        )
        for each in order.lines
    ]
    body = (
        f"<h1>{text(order.customer)}</h1><div>{text(order.buyer.street_en)}</div><h2>PURCHASE ORDER</h2>"
        f"<div class=two><div><u>To</u><br>{SELLER_EN}<br>{SELLER_STREET_EN}</div>"
        f"<div><u>Ship To</u><br>{text(order.place)}</div></div>"
        + table(facts, [values], "band")
        + f"<p>All items required on dock by <b>{month_first(order.due)}</b>. All amounts in US dollars.</p>"
        + table(("Item", "Qty Ordered", "U/M", "Part Number / Description", "Unit Price", "Extended"), rows)
        + f"<p class=n>PO Total: ${comma(order.total)}</p><p class=small>Acceptance of this order is "
        "limited to its terms. Show the order number on all packages and invoices.</p>"
    )
    style = (
        "h1{margin:0;font-size:15pt}h2{text-align:right;color:#446;margin:0}.two{display:flex;gap:20mm;"
        "margin:4mm 0}.two div{width:45%}.band,.items{width:100%;margin:3mm 0}"
        ".band th{background:#446;color:#fff}"
        ".band td,.band th,.items td,.items th{border:1px solid #446;padding:3px;"
        "font-size:8.5pt;text-align:left;vertical-align:top}"
        ".n{text-align:right;font-size:12pt}.small{font-size:7pt}"
    )
    return page(body, style, size="Letter", font="'DejaVu Sans', sans-serif")


def french_order(_random: Random, order: Order) -> Drawing:
    """A French order in English, with French figures and the day as a sentence."""
    rows = [
        (
            each.number,
            each.part,
            each.drawing,
            each.description,
            f"{counted_in_french(each.quantity)} {each.unit}",
            french(each.price),
            french(each.amount),
        )
        for each in order.lines
    ]
    heads = ("Item", "Reference", "Drawing", "Designation", "Qty", "Unit price excl. tax", "Amount excl. tax")
    body = (
        f"<div class=two><div><b>{text(order.customer)}</b><br>{text(order.buyer.street_en)}</div>"
        f"<div class=box>{SELLER_EN}<br>{SELLER_STREET_EN}</div></div>"
        f"<h3>Order form no. {order.number}</h3><p>Issued on {spaced_month(order.date)} with reference to "
        f"your offer {order.quotation}</p>"
        + table(heads, rows)
        + f"<p class=n>Total excl. tax: <b>{french(order.total)} {order.currency}</b></p>"
        f"<p>Delivery period: {order.wait.en} from receipt of order.</p>"
        f"<p>Delivery to: {text(order.place)}</p>"
        f"<p>Incoterm: {order.incoterms}</p><p>Settlement: {text(order.terms)}</p>"
        f"<p>Total in words: {in_words(order.total)} euros</p>"
    )
    style = (
        ".two{display:flex;justify-content:space-between;margin-bottom:8mm}"
        ".box{border:1px solid #000;padding:4mm}.items{width:100%}"
        ".items td,.items th{border:1px dotted #555;padding:4px;font-size:8.5pt}"
        ".n{text-align:right}p{margin:1.5mm 0}"
    )
    return page(body, style)


LAYOUTS = (
    Layout(
        "british_order",
        british_order,
        Spec(
            language="en", buyers="britain", currency="GBP", basis="net", rate=0, units="en",
            describe="{en} {size}", dates="lines", stated="quotation place terms incoterms",
        ),
        "facts-right zero-rate day-first",
        "Purchase order {number}.pdf",
    ),
    Layout(
        "italian_order",
        italian_order,
        Spec(
            language="en", buyers="italy", currency="EUR", basis="none", units="en", customer_part=True,
            describe="{en} {size}", dates="header", discount=True, numbering=(10, 1),
            stated="quotation place terms incoterms",
        ),
        "corner-labels discount comma-decimals",
        "ORD_{number}.pdf",
    ),
    Layout(
        "american_order",
        american_order,
        Spec(
            language="en", buyers="america", currency="USD", basis="none", units="en", customer_part=True,
            describe="{en} {size}", dates="header", stated="quotation place terms incoterms",
        ),
        "band letter-paper stacked-cell",
        "PO{number}.pdf",
    ),
    Layout(
        "french_order",
        french_order,
        Spec(
            language="en", buyers="france", currency="EUR", basis="net", rate=None, units="fr", drawing=True,
            describe="{en} {size}", dates="lead", stated="quotation place terms incoterms",
        ),
        "sentences french-figures words",
        "Order form {number}.pdf",
    ),
)  # fmt: skip
