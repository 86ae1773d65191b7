"""Orders as Oracle's systems print them: E-Business Suite (PDF and text), Fusion, NetSuite, JD Edwards.

Labels after the purchase order layouts of Oracle Purchasing (XSL-FO and the printed landscape report),
Fusion's purchasing document report, NetSuite's standard form and JD Edwards' R43500.
"""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random

from reportlab.lib.pagesizes import LETTER

from bench.layouts.forms.addresses import address, broken, buyer, goods_in, seller
from bench.layouts.forms.typed import beside, cut, typed
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, plain, short_day
from bench.layouts.post import aligned
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order

TERMS = ("Net 30", "Net 45", "2% 10 Net 30", "Immediate", "60 Days Net")


def suite(random: Random, order: Order) -> Drawing:
    """The layout of E-Business Suite: ship-to, supplier and bill-to boxes, cells with small labels, dates of need in a line."""

    def item(each: Line) -> str:
        return (
            f"<tr><td>{each.number}</td><td>{each.customer_part}<br>{text(each.description)}<br>Supplier Item: {each.part}</td><td>Needed:<br>{short_day(each.due).upper()} 00:00:00</td>{right(plain(each.quantity))}<td>{each.unit}</td>{right(comma(each.price))}<td>N</td>{right(comma(each.amount))}</tr>"
            f"<tr><td></td><td colspan=7 class=l>Ship To: Use the ship-to address at the top of page 1</td></tr>"
        )

    def cells(pairs: list[tuple[str, object]]) -> str:
        return (
            "<table class='w b'><tr>"
            + "".join(f"<td><span class=l>{label}</span><br>{text(value)}</td>" for label, value in pairs)
            + "</tr></table>"
        )

    top = cells(
        [("Type", "Standard Purchase Order"), ("Order", order.number), ("Revision", "0"), ("Page", "1 of 2")]
    )
    body = (
        f"<div class=g><div><b>{text(order.customer)}</b><br>{broken(buyer(order)[1:])}</div><div>{top}{cells([('Order Date', short_day(order.date).upper()), ('Created By', 'Halloran, Deb'), ('Revision Date', None), ('Revised By', None)])}</div></div>"
        f"<div class=g><div class=x><span class=l>Supplier:</span><br>{broken(seller())}</div><div class=x><span class=l>Ship To:</span><br>{broken(goods_in(order))}<br><br><span class=l>Bill To:</span><br>{broken(buyer(order))}</div></div>"
        + cells(
            [
                ("Customer Account No.", None),
                ("Supplier No.", str(random.randrange(1000, 9999))),
                ("Payment Terms", order.terms),
                ("Freight Terms", "Due"),
                ("FOB", order.incoterms),
                ("Transportation", None),
                ("Ship Via", None),
            ]
        )
        + cells(
            [
                ("Confirm To/Telephone", f"Quotation {order.quotation}"),
                ("Requester/Deliver To", "Halloran, Deb"),
            ]
        )
        + "<p class=l>Notes:</p><p>All prices and amounts on this order are expressed in USD</p>"
        + f"<table class=items><thead>{row(('Line', 'Part Number / Description', 'Delivery Date/Time', 'Quantity', 'UOM', 'Unit Price (USD)', 'Tax', 'Amount (USD)'), 'th')}</thead><tbody>{''.join(map(item, order.lines))}</tbody></table>"
        + f"<p class=t>Total: {comma(order.total)} (USD)</p>"
        "<div style='page-break-before:always'></div><h4>TERMS AND CONDITIONS</h4><p class=l>1. Acceptance. This order becomes a contract when acknowledged. 2. Prices. No increase is binding without a change order. 3. Payment. Invoices are payable 30 days after receipt. 4. Delivery. Time is of the essence.</p>"
        f"<p class=l>Proprietary and Confidential &nbsp; Order {order.number} Revision 0 &nbsp; Page 2 of 2</p>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1.2fr;column-gap:4mm;margin-bottom:2mm}.w{width:100%}.b td{border:1px solid #000;vertical-align:top;padding:1mm;font-size:8pt}.l{font-size:7pt}.x{border:1px solid #000;padding:1mm}.items{width:100%;margin-top:3mm}.items th,.items td{border:1px solid #000;padding:1mm;font-size:8pt;vertical-align:top;text-align:left}.t{text-align:right;font-weight:bold}",
        size="Letter",
        font="'DejaVu Sans', sans-serif",
    )


def fusion(_random: Random, order: Order) -> Drawing:
    """Fusion's report: a blue heading with the number, labels above values, schedules under every line."""

    def item(each: Line) -> str:
        return (
            f"<tr class=h><td>{each.number}</td><td>{text(each.description)}</td><td>{each.part}</td>{right(comma(each.price))}{right(plain(each.quantity))}<td>{each.unit}</td>{right(comma(each.amount))}</tr>"
            f"<tr><td></td><td colspan=6 class=k>Item {each.customer_part} &nbsp;&nbsp; Schedule 1 &nbsp;&nbsp; Requested Date {each.due:%d-%b-%Y} &nbsp;&nbsp; Quantity {plain(each.quantity)} &nbsp;&nbsp; Ship-to Location Main Store</td></tr>"
        )

    def labelled(pairs: list[tuple[str, object]]) -> str:
        return (
            "<div class=i>"
            + "".join(f"<div><p class=k>{label}</p><p>{text(value)}</p></div>" for label, value in pairs)
            + "</div>"
        )

    body = (
        f"<h2>Purchase Order {order.number}</h2>"
        + labelled(
            [
                ("Order", order.number),
                ("Order Date", f"{order.date:%d-%b-%Y}"),
                ("Change Order", "0"),
                ("Ordered", f"{comma(order.total)} {order.currency}"),
                ("Currency", order.currency),
            ]
        )
        + f"<div class=g><div><p class=k>Sold To</p><p>{broken(buyer(order))}</p></div><div><p class=k>Supplier</p><p>{broken(seller())}</p></div><div><p class=k>Ship to</p><p>{broken(goods_in(order))}</p></div></div>"
        + labelled(
            [
                ("Payment Terms", order.terms),
                ("Freight Terms", "Prepaid"),
                ("FOB", order.incoterms),
                ("Shipping Method", "Ocean"),
                ("Supplier Order", order.quotation),
            ]
        )
        + f"<table class=items><thead>{row(('Line', 'Description', 'Supplier Item', right('Price', 'th'), right('Quantity', 'th'), 'UOM', right('Ordered', 'th')), 'th')}</thead><tbody>{''.join(map(item, order.lines))}</tbody></table>"
        + f"<p class=t>Total {comma(order.total)} {order.currency}</p><p class=k>Page 1 of 1</p>"
    )
    return page(
        body,
        RIGHT
        + "h2{color:#145c9e;font-weight:normal}.k{color:#555;font-size:7.5pt;margin:0}.i{display:flex;gap:10mm;margin:2mm 0}.i p{margin:0}.g{display:grid;grid-template-columns:1fr 1fr 1fr;column-gap:5mm}.items{width:100%}.items th{background:#dbe7f3;text-align:left;font-size:8pt;padding:1.5mm}.items td{padding:1.5mm;font-size:8.5pt}.h td{border-top:1px solid #bbb}.t{text-align:right;font-weight:bold}",
        font="'DejaVu Sans', sans-serif",
    )


def printed_text(random: Random, order: Order) -> Drawing:
    """The landscape text report of Oracle Purchasing, sent as a text file: headings in dashes, two lines an item."""
    wide = (6, 20, 38, -10, 6, -14, -16)
    lines = [
        *beside(
            [order.customer, *address(order.buyer.street_en)],
            [
                "Standard Purchase Order",
                f"Purchase Order No. {order.number}    Revision 0    Page 1",
                f"Order Date {short_day(order.date).upper()}    Buyer W. Okafor",
            ],
            60,
        ),
        "",
        *beside(
            ["Vendor:", *seller()], ["Ship To:", *address(order.place), "", "Bill To:", *buyer(order)], 60
        ),
        "",
        f"Vendor No. {random.randrange(1000, 9999)}   Payment Terms: {order.terms}   Freight Terms: COLLECT   FOB: {order.incoterms}",
        f"Reference your quotation {order.quotation}. Currency {order.currency}.",
        "",
        aligned(
            ("Line", "Item / Vendor Item", "Description", "Quantity", "Unit", "Unit Price", "Extension"), wide
        ),
        aligned(("-" * 5, "-" * 20, "-" * 38, "-" * 10, "-" * 6, "-" * 14, "-" * 16), wide),
    ]
    for each in order.lines:
        lines += [
            aligned(
                (
                    each.number,
                    each.customer_part,
                    each.description,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                ),
                wide,
            ),
            aligned(("", each.part, f"Need By {short_day(each.due).upper()}", "", "", "", ""), wide),
            "",
        ]
    lines += [
        aligned(("", "", "", "", "", "Total:", comma(order.total)), wide),
        "",
        "*** END OF PURCHASE ORDER ***",
        "Authorized Signature ______________________",
    ]
    return "\r\n".join(lines).encode()


def netsuite(_random: Random, order: Order) -> Drawing:
    """NetSuite's form: company left, title and number right, grey headings above one row of facts, a box of totals."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            f"<td><b>{each.customer_part}</b><br>{text(each.description)}</td>",
            each.part or "",
            right(plain(each.quantity)),
            each.unit,
            right(comma(each.price)),
            right(comma(each.amount)),
        )

    facts = table(
        ("Expected Receipt", "Terms", "Incoterm", "Vendor Quote #", "Currency"),
        [
            (
                f"{order.due.month}/{order.due.day}/{order.due.year}",
                text(order.terms),
                text(order.incoterms),
                order.quotation,
                "US Dollar",
            )
        ],
        "f",
    )
    body = (
        f"<div class=g><div><b>{text(order.customer)}</b><br>{broken(buyer(order)[1:])}</div><div class=n><span class=t>Purchase Order</span><br>#{order.number}<br>{order.date.month}/{order.date.day}/{order.date.year}</div></div>"
        f"<div class=g3><div><b>Vendor</b><br>{broken(seller())}</div><div><b>Ship To</b><br>{broken(goods_in(order))}</div><div class=a><b>TOTAL</b><br><span class=t>${comma(order.total)}</span></div></div>{facts}"
        + table(
            (
                "Item",
                "Vendor Code",
                right("Quantity", "th"),
                "Units",
                right("Rate", "th"),
                right("Amount", "th"),
            ),
            map(item, order.lines),
        )
        + f"<table class=s><tr><td>Subtotal</td><td class=r>${comma(order.net)}</td></tr><tr><td>Tax Total</td><td class=r>$0.00</td></tr><tr><td><b>Total</b></td><td class=r>${comma(order.total)}</td></tr></table><p class=n>{order.number} &nbsp; 1 of 1</p>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1fr}.n{text-align:right}.t{font-size:18pt}.g3{display:grid;grid-template-columns:1fr 1fr .8fr;column-gap:4mm;margin:5mm 0}.a{background:#e3e3e3;padding:2mm;text-align:right}.items,.f{width:100%;margin-top:4mm}.items th,.f th{background:#e3e3e3;text-align:left;padding:1.5mm;font-size:8pt}.items td,.f td{padding:1.5mm;border-bottom:1px solid #ddd;font-size:8.5pt;vertical-align:top}.s{margin-left:auto;width:60mm;margin-top:3mm}.s td{padding:1mm}",
        size="Letter",
        font="'DejaVu Sans', sans-serif",
    )


def edwards(random: Random, order: Order) -> Drawing:
    """JD Edwards' R43500 in typewriter letters: branch/plant, order number with its type, lines 1.000, 2.000."""
    wide = (8, 20, 38, -8, 4, -12, -13)
    ship = [order.customer, *address(order.place)]
    head = [
        *beside(
            [order.customer, *address(order.buyer.street_en)],
            [
                "PURCHASE ORDER",
                "",
                f"Order Number  {order.number} OP",
                "Page Number    1",
                f"Date           {order.date:%m/%d/%Y}",
            ],
            62,
        ),
        "",
        *beside([f"Supplier:  {random.randrange(4000, 9000)}", *seller()], ["Ship To:", *ship], 62),
        "",
        f"Ordered:  {order.date:%m/%d/%Y}   Requested:  {order.due:%m/%d/%Y}   Freight:  {order.incoterms}",
        f"Terms:    {order.terms}   Order Taken By:   Delivery:  See Attached",
        f"Message:  YOUR QUOTATION {order.quotation}        Currency:  {order.currency}",
        "",
        "=" * 108,
        aligned(("Line", "Item Number", "Description", "Ordered", "UM", "Unit Cost", "Extended"), wide),
        aligned(("", "Supplier Item", "", "", "", "", ""), wide),
        "=" * 108,
    ]
    items: list[str] = []
    for each in order.lines:
        items += [
            aligned(
                (
                    each.number,
                    each.customer_part,
                    each.description,
                    plain(each.quantity),
                    each.unit,
                    f"{each.price:,.4f}",
                    comma(each.amount),
                ),
                wide,
            ),
            aligned(("", each.part, "", "", "", "", ""), wide),
            "",
        ]
    items += [
        "=" * 108,
        aligned(("", "", "", "", "", "Total Order", comma(order.total)), wide),
        aligned(("", "", "", "", "", "Sales Tax", comma(Decimal(0))), wide),
    ]
    first, *rest = cut(items, first=36, further=54)
    pages = [
        [*head, *first],
        *(
            [
                f"{order.customer}   Order Number  {order.number} OP   Page Number {at}",
                "=" * 108,
                *head[-3:-1],
                "=" * 108,
                *each,
            ]
            for at, each in enumerate(rest, 2)
        ),
    ]
    return typed(order.number, pages, size=LETTER, letter=7.5, top=264)


LAYOUTS = (
    Layout("suite", suite, western_spec("USD", buyers="states", customer_part=True, dates="lines", numbers=("{n:05d}", "91{n:04d}"), payments=TERMS), "boxes labels-above second-lines small-terms multi-page oracle", "PO_82_{number}_0_US.pdf"),
    Layout("fusion", fusion, western_spec("EUR", buyers="elsewhere", vague="quotation_number", customer_part=True, dates="lines", numbers=("{code}-{n:06d}", "PO1{n:05d}"), payments=TERMS), "labels-above schedule oracle", "Purchase_Order_{number}.pdf"),
    Layout("printed_text", printed_text, western_spec("USD", buyers="emirates", customer_part=True, dates="lines", numbers=("{n:06d}",), payments=TERMS), "text two-line oracle", "po_{number}.txt"),
    Layout("netsuite", netsuite, western_spec("USD", vague="tax_included", buyers="america", customer_part=True, numbering=None, dates="header", numbers=("PO{n:06d}", "PO-{n:05d}"), payments=TERMS), "facts-row amount-box oracle", "Purchase Order_{number}.pdf"),
    Layout("edwards", edwards, western_spec("USD", vague="tax_included", buyers="states", customer_part=True, dates="header", numbers=("2{n:05d}",), payments=("Net 30 Days", "Net 45 Days", "1/10 Net 30", "Net 60 Days"), lines=(3, 12)), "typewriter second-lines multi-page oracle", "R43500_{number}.pdf"),
)  # fmt: skip
