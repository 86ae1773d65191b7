"""Orders as systems in Europe and America print them."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, plain
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.traits.shapes import (
    BOX,
    GRID,
    OPEN,
    RIGHT,
    beside,
    captioned,
    paired,
    right,
    western_spec,
)
from bench.layouts.values import Order


def smart_form(_random: Random, order: Order) -> Drawing:
    """A form of a large system: a box with information at the right, items in three lines."""
    rows = "".join(
        f"<tr><td>{each.number}</td><td>{each.customer_part}</td><td colspan=3>{text(each.description)}</td></tr>"
        f"<tr><td></td><td class=r>{plain(each.quantity)}</td><td>{each.unit}</td>{right(comma(each.price))}{right(comma(each.amount))}</tr>"
        f"<tr><td></td><td colspan=4>Your material number {each.part} &nbsp; Delivery date: Day {each.due:%d.%m.%Y}</td></tr>"
        for each in order.lines
    )
    info = "<b>Information</b>" + paired(
        [
            ("PO number/Date", f"{order.number} / {order.date:%d.%m.%Y}"),
            ("Contact person/Telephone", "Group 114 / 4417"),
            ("Your quotation", order.quotation),
            ("Our vendor number", "0000104417"),
        ],
        1,
        "free",
    )
    body = (
        f"<p>{text(order.customer)}, {text(order.buyer.street_en)}</p>"
        + beside(
            f"<p>{SELLER_EN}<br>{SELLER_STREET_EN}</p>",
            f"<h2>Purchase order</h2><div style='border:1px solid #000;padding:2mm'>{info}</div>",
        )
        + f"<p>Please deliver to:<br>{text(order.customer)}<br>{text(order.place)}</p><p>Terms of delivery: {order.incoterms} &nbsp;&nbsp; Terms of payment: {text(order.terms)}</p><p>Currency EUR</p>"
        + "<table class=items><thead><tr><th>Item</th><th>Material</th><th colspan=3>Description</th></tr><tr><th></th><th class=r>Order qty.</th><th>Unit</th><th class=r>Price per unit</th><th class=r>Net value</th></tr></thead>"
        + f"<tbody>{rows}</tbody></table><p class=r style='text-align:right'>Total net value excl. tax EUR {comma(order.total)}</p>"
    )
    return page(body, OPEN + RIGHT)


def ledger_print(_random: Random, order: Order) -> Drawing:
    """The standard print of a ledger system: boxes of captions above their values, a two-line item."""
    top = captioned(
        [
            ("Type", "Standard Purchase Order"),
            ("Order", order.number),
            ("Revision", "0"),
            ("Order Date", f"{order.date:%d-%b-%Y}".upper()),
            ("Created By", "Buyer 41"),
        ]
    )
    top += captioned(
        [
            ("Supplier", SELLER_EN),
            ("Ship To", order.place),
            ("Bill To", f"{order.customer}, {order.buyer.street_en}"),
        ]
    )
    top += captioned(
        [
            ("Customer Account No.", "883"),
            ("Payment Terms", order.terms),
            ("Freight Terms", "Prepaid"),
            ("FOB/Incoterms", order.incoterms),
            ("Supplier Quote", order.quotation),
        ]
    )
    rows = [
        (
            each.number,
            f"<td>{each.part}<br>{text(each.description)}</td>",
            f"{each.due:%d-%b-%Y}".upper(),
            right(comma(each.quantity, 0) if each.quantity == int(each.quantity) else plain(each.quantity)),
            each.unit,
            right(comma(each.price)),
            "N",
            right(comma(each.amount)),
        )
        for each in order.lines
    ]
    body = (
        f"<p><b>{text(order.customer)}</b></p>"
        + top
        + table(
            (
                "Line",
                "Part Number / Description",
                "Delivery Date",
                "Quantity",
                "UOM",
                "Unit Price (USD)",
                "Tax",
                "Amount (USD)",
            ),
            rows,
            foot=f"<tr><td colspan=7 class=r>Total: (USD)</td>{right(comma(order.total))}</tr>",
        )
        + "<p>This order is subject to the terms of the agreement in force. Page 1 of 1</p>"
    )
    return page(body, BOX + GRID + RIGHT)


def cloud_print(_random: Random, order: Order) -> Drawing:
    """The print of a buying portal: labels above values, buttons, address blocks, zebra rows."""
    facts = [
        ("PO NUMBER", order.number),
        ("ORDER DATE", f"{order.date:%m/%d/%Y}"),
        ("PAYMENT TERM", order.terms),
        ("SHIPPING TERM", order.incoterms),
        ("CURRENCY", "USD"),
    ]
    rows = [
        (
            each.number,
            each.part,
            each.description,
            f"{each.due:%m/%d/%Y}",
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    blocks = f"<table style='width:100%'><tr><td><span class=l>SUPPLIER</span><br>{SELLER_EN}<br>{SELLER_STREET_EN}</td><td><span class=l>SHIP TO</span><br>{text(order.place)}</td><td><span class=l>BILL TO</span><br>{text(order.customer)}<br>{text(order.buyer.street_en)}</td></tr></table>"
    body = (
        "<p class=l>Home &nbsp; Profile &nbsp; Orders &nbsp; Service sheets &nbsp; Invoices &nbsp; Catalogs &nbsp; [Acknowledge] [Create invoice] [Print view]</p>"
        f"<h2>Purchase Order #{order.number}</h2>"
        + captioned(facts, "free")
        + blocks
        + f"<p class=l>QUOTE REFERENCE</p><p>{order.quotation}</p>"
        + table(("LINE", "SUPPLIER PART", "ITEM", "NEED BY", "QTY", "UNIT", "PRICE", "TOTAL"), rows)
        + f"<p style='text-align:right'>Lines {len(order.lines)} &nbsp; Total <b>{comma(order.total)} USD</b></p><p class=l>View 20 per page | Comments (0) | History</p>"
    )
    return page(
        body,
        ".l{color:#777;font-size:7pt;margin:1mm 0}.free{width:100%}.free span{color:#777}.items{width:100%}.items th{text-align:left;font-weight:normal;color:#777;font-size:7pt}.items td{padding:4px;font-size:8pt}.items tbody tr:nth-child(odd){background:#f4f4f4}",
        size="Letter",
    )


def network_print(_random: Random, order: Order) -> Drawing:
    """The print of a trading network: from and to, lines with a table of details below each."""
    rows = "".join(
        f"<tr><td>{each.number}</td><td>{each.part}</td><td>Material</td><td>{plain(each.quantity)} ({each.unit})</td><td>{each.due:%d %b %Y}</td><td>${comma(each.price)} USD</td><td>${comma(each.amount)} USD</td></tr>"
        f"<tr><td></td><td colspan=6>{text(each.description)}</td></tr><tr><td></td><td colspan=6 class=l>Customer part #: {each.customer_part} &nbsp; Classification: unspsc 31181600</td></tr>"
        for each in order.lines
    )
    body = (
        f"<table style='width:100%'><tr><td><b>From:</b><br>{text(order.customer)}<br>{text(order.buyer.street_en)}</td><td><b>To:</b><br>{SELLER_EN}<br>{SELLER_STREET_EN}</td><td><b>Purchase Order</b><br>(New)<br>{order.number}<br>Amount: ${comma(order.total)} USD<br>Version: 1</td></tr></table>"
        f"<p>Payment Terms: {text(order.terms)}</p><p>Order date: {order.date:%d %b %Y}</p><p>Other information: Quotation no.: {order.quotation} &nbsp; Incoterms: {order.incoterms}</p>"
        f"<p><b>Ship All Items To</b><br>{text(order.place)}</p><p><b>Line Items</b></p>"
        f"<table class=items><thead>{row(('Line #', 'Part # / Description', 'Type', 'Qty (Unit)', 'Need By', 'Unit Price', 'Subtotal'), 'th')}</thead><tbody>{rows}</tbody></table>"
        f"<p style='text-align:right'>Sub-total: ${comma(order.total)} USD</p><p class=l>Order submitted on {order.date:%d %b %Y}. Received by network. This purchase order was sent by the buyer.</p>"
    )
    return page(body, OPEN + ".l{color:#777;font-size:7pt}")


LAYOUTS = (
    Layout("smart_form", smart_form, western_spec("EUR", buyers="east", basis="net", customer_part=True, numbering=(10, 5), dates="lines"), "unruled three-line box-right", "PO_{number}.pdf"),
    Layout("ledger_print", ledger_print, western_spec("USD", buyers="emirates", dates="lines"), "labels-above two-line ruled", "{number}_0.pdf"),
    Layout("cloud_print", cloud_print, western_spec("USD", buyers="states", dates="lines"), "portal labels-above zebra", "{number}.pdf"),
    Layout("network_print", network_print, western_spec("USD", buyers="states", customer_part=True, dates="lines"), "portal three-line unruled", "PO{number}.pdf"),
)  # fmt: skip
