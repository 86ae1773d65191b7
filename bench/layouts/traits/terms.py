"""Orders with pages of terms or an annex behind them, and in sections."""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated
from bench.layouts.parties import SELLER_EN, SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.traits.shapes import (
    BOX,
    GRID,
    OPEN,
    PAGE_BREAK,
    RIGHT,
    beside,
    said,
    small_terms,
)
from bench.layouts.values import Order

TERMS_ZH = (
    "采购通用条款（2025年3月1日起施行，编号TY-2025-003）",
    "1. 定义。本条款所称“订单”指需方发出的任何采购文件，金额以5,000.00元为起点。",
    "2. 交货。供方应在订单确认后30日内交货；逾期7日以上的，需方有权解除订单。",
    "3. 付款。除订单另有约定外，需方在收到发票后90日内付款，质保金为10%。",
    "4. 价格。税率按国家规定执行，目前为9%或6%的按实际执行；100元以下误差忽略不计。",
    "5. 违约。逾期每日按0.3%计收违约金，最高20%；质量索赔按3倍计算，单次不低于2,000.00元。",
    "6. 地址。文件寄送至需方合同管理部，邮编300000，电话022-00000000。",
    "7. 本条款自2025年3月1日至2028年2月29日有效，合同总额以10,000,000.00元为限。",
)

TERMS_EN = (
    "GENERAL CONDITIONS OF PURCHASE (edition 01/2024, form PC-118)",
    "1. Definitions. Order means the purchase order number 0000 or any change to it dated later than 1 January 2024.",
    "2. Delivery. Unless stated otherwise delivery is DDP Buyer's works within 14 days; delay costs 1% per week up to 10%.",
    "3. Payment. Invoices are paid 75 days after receipt; invoices below USD 500.00 are paid monthly.",
    "4. Insurance. The Seller maintains cover of not less than USD 5,000,000.00 per event.",
    "5. Warranty. 24 months from start-up or 30 months from delivery, whichever is earlier.",
    "6. Packing. Not more than 25 kg per carton; 4 copies of the packing list; pallets of 1200 x 800 mm.",
    "7. Law. Disputes are settled under the rules in force on 1 July 2012 in quantity of 3 arbitrators.",
)


def termed_order(_random: Random, order: Order) -> Drawing:
    """An order with a page of general terms that are full of numbers."""
    rows = [
        (
            each.number,
            each.customer_part,
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            unseparated(each.price),
            unseparated(each.amount),
        )
        for each in order.lines
    ]
    body = (
        f"<h2>采购订单</h2><p>编号 NO：{order.number}　　日期 DATE：{order.date:%Y.%m.%d}</p>"
        + beside(
            said([("需方", order.customer), ("地址", order.buyer.street_zh), ("收货地点", order.place)]),
            said([("供方", SELLER_ZH), ("地址", SELLER_STREET_ZH), ("报价单号", order.quotation)]),
        )
        + table(
            ("序号", "需方编码", "名称、规格", "供方编码", "单位", "数量", "含税单价", "金额"),
            rows,
            foot=row(("", "", "合计（含税）", "", "", "", "", unseparated(order.total))),
        )
        + f"<p>交期：{order.wait.zh}（自订单确认之日起）</p><p>付款：{text(order.terms)}</p><p>税率：{order.rate}%</p><p>其他事项按背面采购通用条款执行。</p>"
        + small_terms(TERMS_ZH)
    )
    return page(body, GRID + "h2{text-align:center}")


def termed_abroad(_random: Random, order: Order) -> Drawing:
    """An American order in three boxes, with general conditions behind it."""
    rows = [
        (
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            f"${comma(each.price)}",
            f"${comma(each.amount)}",
        )
        for each in order.lines
    ]
    boxes = f"<table class=box><tr><td>Vendor:<br>{SELLER_EN}</td><td>Ship To:<br>{text(order.customer)}<br>{text(order.place)}</td><td>Bill To:<br>{text(order.customer)}<br>{text(order.buyer.street_en)}</td></tr></table>"
    heads = ("PO Date", "Payment Terms", "Freight Terms", "Required Date", "Quote No.")
    values = (
        f"{order.date:%m/%d/%Y}",
        order.terms,
        order.incoterms,
        f"{order.due:%m/%d/%Y}",
        order.quotation,
    )
    body = (
        f"<p style='text-align:right;font-size:14pt'>PURCHASE ORDER<br>PO# {order.number}</p>"
        + boxes
        + table(heads, [values], "box")
        + table(("Ln", "Vendor Part", "Description", "Qty", "UM", "Unit Cost", "Extended"), rows)
        + f"<p style='text-align:right'>Subtotal ${comma(order.net)}</p><p style='text-align:right'>Sales tax: exempt</p><p style='text-align:right'>PO Total (USD) ${comma(order.total)}</p>"
        + small_terms(TERMS_EN)
    )
    return page(body, BOX + GRID, size="Letter")


def marked_parts(_random: Random, order: Order) -> Drawing:
    """An order of a Hong Kong trader in traditional characters, with sections and their subtotals."""
    middle = max(1, len(order.lines) // 2)
    rows = ""
    for name, lines in (("A. 密封類", order.lines[:middle]), ("B. 雜項", order.lines[middle:])):
        if lines:
            rows += f"<tr><td></td><td colspan=6><b>{name}</b></td></tr>"
            rows += "".join(
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
            rows += f"<tr><td></td><td colspan=5>小計</td><td>{comma(sum((each.amount for each in lines), Decimal(0)))}</td></tr>"
    body = (
        f"<p>{text(order.customer)}<br>{order.buyer.street_zh}</p><h2>訂購單</h2>"
        + said(
            [
                ("單號", order.number),
                ("日期", f"{order.date:%Y/%m/%d}"),
                ("致", "貝嵐密封技術（天津）有限公司"),
                ("貴司報價單", order.quotation),
                ("付款", order.terms),
                ("交貨", f"{order.due:%Y/%m/%d}"),
                ("送貨地址", order.place),
            ],
            "： ",
        )
        + table(("項目", "貨品", "貴司編號", "數量", "單位", "單價 RMB", "金額 RMB"), (), foot=rows)
        + f"<p>總額 RMB {comma(order.total)}（單價已含增值稅{order.rate}%）</p><p>此單經電腦列印，毋須簽署。</p>"
    )
    return page(body, OPEN + "h2{text-align:center}p{margin:1mm 0}")


def double_page(_random: Random, order: Order) -> Drawing:
    """A contract whose table stands on an annex behind its articles."""
    rows = [
        (
            each.number,
            each.zh,
            each.size,
            each.part,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    body = (
        f"<h2>采购合同书</h2><p style='text-align:right'>合同编号：{order.number}</p><p>甲　方：{text(order.customer)}</p><p>乙　方：{SELLER_ZH}</p>"
        f"<p>1 合同标的：详见附件一《供货清单》。</p><p>2 合同价格：合同总价为人民币{comma(order.total)}元（大写：{capitals(order.total)}），为含税价，税率{order.rate}%。</p>"
        f"<p>3 交货期：合同签订后{order.wait.zh}。</p><p>4 交货地点：{text(order.place)}</p><p>5 付款方式：{text(order.terms)}</p>"
        f"<p>6 违约金：每迟延一周按迟交货物价款的1%计，总额不超过10%。</p><p>7 合同签订日期：{chinese_day(order.date)}</p>"
        + PAGE_BREAK
        + "<p>附件一　供货清单</p>"
        + table(
            ("序号", "名称", "规格型号", "乙方产品编码", "数量", "单位", "单价(元)", "总价(元)"),
            rows,
            foot=f"<tr><td colspan=7>合计</td><td>{comma(order.total)}</td></tr>",
        )
    )
    return page(body, GRID + RIGHT + "h2{text-align:center}")


LAYOUTS = (
    Layout("termed_order", termed_order, Spec(buyers="institutes", customer_part=True, dates="lead", lead_unit="days"), "terms ruled", "PO-{number}.pdf"),
    Layout("termed_abroad", termed_abroad, Spec(language="en", buyers="states", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", dates="header", stated="quotation place terms incoterms"), "terms labels-above ruled", "PO_{number}.pdf"),
    Layout("marked_parts", marked_parts, Spec(buyers="hongkong", traditional=True, dates="header", lines=(3, 6)), "sections subtotals unruled", "PO{number}.pdf"),
    Layout("double_page", double_page, Spec(kind="contract", buyers="institutes", describe="{zh}", also=("{zh} {size}",), dates="lead", stated="place terms"), "articles ruled multi-page", "采购合同书{number}.pdf"),
)  # fmt: skip
