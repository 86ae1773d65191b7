"""Orders printed by a browser: a supplier portal, cards in Chinese, sections in English."""

# ruff: noqa: E501 - a line of a page stays a line

from decimal import Decimal
from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table
from bench.layouts.markup import text as t
from bench.layouts.notation import comma, plain, short_day
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.values import Order

PORTAL = """
.nav{border-bottom:3px solid #c60;padding-bottom:3px}.nav span{margin-right:14px;font-size:8.5pt}.tabs span{display:inline-block;border:1px solid #ccc;padding:2px 10px;font-size:8pt}
.chip{background:#2a7;color:#fff;border-radius:8px;padding:1px 8px;font-size:8pt}.cols{columns:2;font-size:8.5pt;margin:3mm 0}.cols b{font-weight:normal;color:#777;display:inline-block;width:30mm}
.items{width:100%;font-size:8pt}.items th{text-align:left;color:#777;border-bottom:1px solid #ccc;padding:2px}.items .r{text-align:right}.items tr:nth-child(odd) td{background:#fbf5ee}.items td{padding:5px 2px}.r{text-align:right}
"""


def supplier_portal(_random: Random, order: Order) -> Drawing:
    """Draw the print of a supplier portal: tabs, buttons, a status, zebra rows."""
    facts = (
        ("Order", order.number),
        ("Submitted", short_day(order.date)),
        ("Buyer", order.customer),
        ("Supplier", SELLER_EN),
        ("Quotation ref.", order.quotation),
        ("Payment terms", order.terms),
        ("Incoterms", order.incoterms),
        ("Ship-to", order.place),
    )
    rows = [
        (
            each.number, each.part, each.customer_part, each.description,
            *(f'<td class="r">{value}</td>' for value in (plain(each.quantity), each.unit, f"{comma(each.price)} {order.currency}", f"{comma(each.amount)} {order.currency}")),
            short_day(each.due), '<td><span class="chip">Open</span></td>',
        )
        for each in order.lines
    ]  # fmt: skip
    heads = (
        "Line",
        "Supplier part",
        "Buyer part",
        "Description",
        "Qty",
        "Unit",
        "Price",
        "Subtotal",
        "Need by",
        "Status",
    )
    body = (
        '<div class="nav"><b>ProcureHub</b> &nbsp; <span>Home</span><span>Inbox (4)</span><span>Orders</span><span>Invoices</span><span>Catalogs</span><span>Help ▾</span></div>'
        f'<h3>Purchase Order {t(order.number)} <span class="chip">New</span></h3>'
        '<div class="tabs"><span>Create Order Confirmation ▾</span> <span>Create Ship Notice</span> <span>Create Invoice</span> <span>Print</span> <span>Export cXML</span></div>'
        f'<div class="cols">{"".join(f"<div><b>{label}</b> {t(value)}</div>" for label, value in facts)}</div>'
        f'{table(heads, rows)}<p class="r">Sub-total: {comma(order.total)} {order.currency}<br><b>Est. grand total: {comma(order.total)} {order.currency}</b></p>'
        "<p><small>Received by ProcureHub Network. Document 99-31842. Page 1 of 1. Privacy Policy | Terms of Use</small></p>"
    )
    return page(body, PORTAL, size="A4 landscape", margin="9mm")


CARDS = """
.t{background:#5a1a1a;color:#fff;padding:3mm;font-size:14pt}.c{border:1px solid #5a1a1a;margin:3mm 0;break-inside:avoid}.c .h{background:#f3e6e6;padding:1.5mm 3mm}
.c table{width:100%}.c td{padding:1.2mm 3mm;width:25%;font-size:9pt}.c td:nth-child(odd){color:#777;width:12%}
"""


def carded_order(_random: Random, order: Order) -> Drawing:
    """Draw an order whose items are cards with a grid of labels and values."""
    cards = ""
    for each in order.lines:
        grid = (
            ("我方物料", each.customer_part, "供方编码", each.part, "图纸号", each.drawing),
            ("订货数量", plain(each.quantity), "单位", each.unit, "到货日", each.delivery),
            ("含税单价", f"￥{comma(each.price)}", "价税合计", f"￥{comma(each.amount)}", "检验", "入厂检验"),
        )
        cards += f'<div class="c"><div class="h">第{each.number}项　<b>{each.description}</b></div><table>{"".join(map(row, grid))}</table></div>'
    body = (
        f'<div class="t">采购订单 {order.number}</div><p>{order.customer} → {SELLER_ZH}</p>'
        f"<p>下单：{order.date:%Y年%m月%d日}　|　依据报价：{order.quotation}　|　税率：{order.rate}%</p>{cards}"
        f"<p>订单总额（含税）：<b>￥{comma(order.total)}</b></p><p>结算方式：{order.terms}</p><p>交货地址：{order.place}</p>"
    )
    return page(body, CARDS)


SECTIONS = """
.items{width:100%;font-size:8.5pt}.items th{border-top:1.5pt solid #000;border-bottom:.5pt solid #000;text-align:left;padding:2px}.items td{padding:3px 2px}
.s td{font-weight:bold;padding-top:4mm}.n td{color:#555;font-size:7.5pt}.b td{border-top:.5pt solid #000;text-align:right}.r{text-align:right}
"""


def grouped_order(random: Random, order: Order) -> Drawing:
    """Draw an order in groups A and B: subtotals, and remarks under some rows."""
    cut = (len(order.lines) + 1) // 2
    body = ""
    for letter, title, lines in (
        ("A", "Rotating equipment spares", order.lines[:cut]),
        ("B", "Consumables", order.lines[cut:]),
    ):
        body += f'<tr class="s"><td colspan="7">Section {letter} - {title}</td></tr>'
        for at, each in enumerate(lines):
            cells = (
                each.number,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
            )
            body += row(cells)
            if at == len(lines) - 1:
                body += '<tr class="n"><td></td><td colspan="6">Certificate EN 10204-3.1 required; mark package with tag 10-P-204.</td></tr>'
        body += f'<tr class="b"><td colspan="6">Subtotal section {letter}</td><td>{comma(sum((each.amount for each in lines), Decimal(0)))}</td></tr>'
    body += f'<tr class="b"><td colspan="6"><b>ORDER TOTAL {order.currency}</b></td><td><b>{comma(order.total)}</b></td></tr>'
    heads = ("No.", "Your part no.", "Description", "Qty", "UOM", "Unit price", "Amount")
    head = (
        f"<h2>PURCHASE ORDER</h2><p><b>{t(order.customer)}</b><br>{t(order.buyer.street_en)}</p><p>Vendor: {t(SELLER_EN)}</p>"
        f"<p>Order No.: {t(order.number)} &nbsp;&nbsp; Date: {order.date:%Y-%m-%d} &nbsp;&nbsp; Offer No.: {order.quotation}</p>"
    )
    foot = f"<p>Delivery date: {order.due:%Y-%m-%d}<br>Terms of delivery: {t(order.incoterms)}<br>Terms of payment: {t(order.terms)}<br>{random.choice(('Consignee', 'Ship to', 'Delivery address'))}: {t(order.place)}</p>"
    return page(head + table(heads, [], foot=body) + foot, SECTIONS)


LAYOUTS = (
    Layout(
        "supplier_portal", supplier_portal,
        Spec(
            language="en", buyers="elsewhere", currency="USD", basis="none", units="en", dates="lines",
            customer_part=True, describe="{en} {size}", stated="quotation place terms incoterms", lines=(4, 9),
        ),
        "portal zebra line-dates landscape", "{number} - Portal.pdf",
    ),
    Layout(
        "carded_order", carded_order,
        Spec(dates="lines", customer_part=True, drawing=True, lines=(2, 6)),
        "cards line-dates", "采购订单_{number}.pdf",
    ),
    Layout(
        "grouped_order", grouped_order,
        Spec(
            language="en", buyers="elsewhere", currency="USD", basis="none", units="en", parts="mixed",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(4, 9),
        ),
        "sections subtotals notes unruled", "{code}-{number}.pdf",
    ),
)  # fmt: skip
