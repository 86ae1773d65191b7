"""Orders of American mills and dealers, and lists."""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random

from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import MONO, page, row, table, text
from bench.layouts.notation import comma, plain, short_day
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.post import aligned
from bench.layouts.traits.shapes import (
    BOX,
    OPEN,
    month_day,
    said,
    western_spec,
)
from bench.layouts.values import Order


def typed_list(_random: Random, order: Order) -> Drawing:
    """A list of an old printer in an American mill as text, columns made of blanks, two lines an item."""
    widths = (4, -9, 4, 18, 40, -12, -13)
    lines = [
        order.customer.upper(), order.buyer.street_en.upper(), "",
        f"{'':50}PURCHASE ORDER NO. {order.number}",
        f"{'':50}ORDER DATE         {order.date:%m/%d/%Y}", "",
        f"TO:       {SELLER_EN}",
        f"SHIP TO:  {order.place}",
        f"TERMS:    {order.terms}",
        f"FOB:      {order.incoterms}",
        f"REF:      YOUR QUOTATION {order.quotation}", "",
        aligned(("LN", "QTY", "UM", "VENDOR ITEM", "DESCRIPTION", "UNIT COST", "EXT COST"), widths), "-" * 106,
    ]  # fmt: skip
    for each in order.lines:
        lines.append(
            aligned(
                (
                    each.number,
                    plain(each.quantity),
                    each.unit,
                    each.part,
                    each.description,
                    comma(each.price),
                    comma(each.amount),
                ),
                widths,
            )
        )
        lines.append(f"{'':19}DUE {each.due:%m/%d/%Y}  OUR STOCK NO {each.customer_part}")
    lines += [
        "-" * 106,
        f"{'':70}ORDER TOTAL (USD) {comma(order.total):>18}",
        "",
        "AUTHORIZED SIGNATURE ______________________",
    ]
    return "\n".join(lines).encode()


def discount_order(_random: Random, order: Order) -> Drawing:
    """An American dealer's order with list price, discount and net price, its captions in bands."""
    rows = [
        (
            each.number,
            plain(each.quantity),
            each.unit,
            each.part,
            each.description,
            f"{each.list_price:,.2f}",
            f"{each.discount}%",
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    body = (
        f"<table class=box><tr><td style='width:60%'><b>{text(order.customer)}</b><br>{text(order.buyer.street_en)}</td><td>P.O. Number<br><b>{order.number}</b></td><td>P.O. Date<br>{month_day(order.date)}</td></tr></table>"
        f"<table class=box><tr><td>Ordered from:<br>{SELLER_EN}</td><td>Deliver to:<br>{text(order.place)}</td></tr></table>"
        + table(
            ("Your Quote", "Ship By", "Terms", "F.O.B. / Incoterms", "Buyer"),
            [(order.quotation, month_day(order.due), order.terms, order.incoterms, "14")],
            "box",
        )
        + table(
            ("#", "Order Qty", "U/M", "Mfr Item", "Description", "List", "Disc", "Net Each", "Net Amount"),
            rows,
        )
        + f"<p style='text-align:right'>Total US$ {comma(order.total)}</p>"
    )
    return page(body, BOX + OPEN, size="Letter", font=MONO)


def listed_csv(_random: Random, order: Order) -> Drawing:
    """An order exported as a list, each row with the data of the order."""
    heads = (
        "PO Number",
        "PO Date",
        "Buyer Company",
        "Quote Ref",
        "Payment Terms",
        "Line",
        "Supplier Item",
        "Item Description",
        "Qty Ordered",
        "UoM",
        "Unit Price",
        "Currency",
        "Line Amount",
        "Promised Date",
    )
    rows = [
        (
            order.number,
            f"{order.date:%Y-%m-%d}",
            order.customer,
            order.quotation,
            order.terms,
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            f"{each.price:.2f}",
            "USD",
            f"{each.amount:.2f}",
            f"{each.due:%Y-%m-%d}",
        )
        for each in order.lines
    ]
    total = ("", "", "", "", "", "", "", "Total", "", "", "", "", f"{order.total:.2f}", "")
    return "\n".join(",".join(f'"{one}"' for one in each) for each in (heads, *rows, total)).encode()


def worded_sections(_random: Random, order: Order) -> Drawing:
    """An English contract in articles with an unruled schedule of goods in sections."""
    middle = max(1, len(order.lines) // 2)
    rows = ""
    for name, lines in (
        ("Group I - rotating equipment", order.lines[:middle]),
        ("Group II - sundries", order.lines[middle:]),
    ):
        if lines:
            rows += f"<tr><td colspan=7><i>{name}</i></td></tr>" + "".join(
                row(
                    (
                        each.number,
                        each.description,
                        each.part,
                        plain(each.quantity),
                        each.unit,
                        comma(each.price),
                        comma(each.amount),
                    )
                )
                for each in lines
            )
            rows += f"<tr><td></td><td colspan=5>Subtotal of group</td><td>{comma(sum((each.amount for each in lines), Decimal(0)))}</td></tr>"
    body = (
        f"<h2>SALES CONTRACT</h2><p style='text-align:right'>Contract No.: {order.number}<br>Date: {short_day(order.date)}</p>"
        + said(
            [
                ("Buyer", order.customer),
                ("Address", order.buyer.street_en),
                ("Seller", SELLER_EN),
                ("Address", SELLER_STREET_EN),
            ],
            ": ",
        )
        + "<p>The Buyer agrees to buy and the Seller agrees to sell the goods below on the terms of this contract.</p><p>1. Name of commodity, specification, quantity and price</p>"
        + table(
            (
                "Item",
                "Commodity and specification",
                "Seller's article No.",
                "Quantity",
                "Unit",
                "Unit price (USD)",
                "Amount (USD)",
            ),
            (),
            foot=rows,
        )
        + f"<p>Total contract value: USD {comma(order.total)}</p><p>2. Trade term: {order.incoterms}</p><p>3. Time of delivery: within {order.wait.en} from signing of this contract</p><p>4. Payment: {text(order.terms)}</p><p>5. Place of delivery: {text(order.place)}</p>"
        + "<p>6. Penalty: 0.5% of the value of delayed goods per week, at most 5%.</p><p>7. Warranty: 12 months from delivery.</p><p>The Buyer &nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; The Seller</p>"
    )
    return page(body, OPEN + "h2{text-align:center}")


LAYOUTS = (
    Layout("typed_list", typed_list, western_spec("USD", buyers="states", customer_part=True, dates="lines"), "dot-matrix two-line", "{number}.txt"),
    Layout("discount_order", discount_order, western_spec("USD", buyers="states", discount=True, dates="header"), "discount labels-above unruled", "PO {number}.pdf"),
    Layout("listed_csv", listed_csv, western_spec("USD", "quotation terms", buyers="emirates", dates="lines"), "list", "{number}.csv"),
    Layout("worded_sections", worded_sections, western_spec("USD", "place terms incoterms", buyers="emirates", kind="contract", dates="lead", lines=(3, 6)), "articles sections subtotals unruled", "SC {number}.pdf"),
)  # fmt: skip
