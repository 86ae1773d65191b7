"""Orders printed by a browser: a portal, cards, sections with subtotals."""

# ruff: noqa: E501 - a line of a page stays a line

from decimal import Decimal
from itertools import groupby
from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table
from bench.layouts.markup import text as t
from bench.layouts.notation import capitals, comma, long_day, plain
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.values import Order

PORTAL = """
.top{background:#123b63;color:#fff;padding:5px 10px}.top span{margin-right:18px}
.side{float:left;width:92px;background:#eef2f6;height:235mm;padding:6px;font-size:8pt}
.side div{padding:3px 0}.main{margin-left:112px;padding-top:6px}
.crumb{color:#888;font-size:8pt}.bt{border:1px solid #2b6cb0;color:#2b6cb0;padding:2px 9px;border-radius:3px}
.meta{width:100%;margin:8px 0}.meta td{padding:3px 6px;font-size:8.5pt}.meta .l{color:#777;text-align:right}
.items{width:100%;font-size:7.5pt}.items th{background:#dce6f1;font-weight:normal;padding:4px}
.items td{padding:5px 4px}.items tr:nth-child(even) td{background:#f4f7fa}.n{text-align:right}
"""


def srm_portal(_random: Random, order: Order) -> Drawing:
    """Draw the print of a purchasing portal: menus, buttons, zebra rows."""
    menu = "".join(
        f"<div>{each}</div>"
        for each in ("首页", "我的订单 (12)", "待确认 3", "送货计划", "对账管理", "发票管理", "帮助中心")
    )
    meta = "".join(
        row([f'<td class="l">{one}</td>', a, f'<td class="l">{two}</td>', b])
        for one, a, two, b in (
            ("订单编号", order.number, "下单日期", order.date),
            ("采购组织", order.customer, "供应商", SELLER_ZH),
            ("报价单号", order.quotation, "币别", "人民币 CNY"),
            ("付款条件", order.terms, "收货地址", order.place),
            ("税率", f"{order.rate}%", "订单状态", "已发布 待供应商确认"),
        )
    )
    rows = [
        [
            *(each.number, each.customer_part, each.part, each.description, each.unit),
            *(
                f'<td class="n">{value}</td>'
                for value in (f"{each.quantity:.2f}", comma(each.price), comma(each.amount))
            ),
            each.delivery,
        ]
        for each in order.lines
    ]
    heads = ("行", "物料编码", "供应商料号", "物料描述", "单位", "订购量", "含税单价", "含税金额", "需求日期")
    body = (
        '<div class="top"><span><b>e采通 SRM</b></span><span>工作台</span><span>采购协同</span><span>质量协同</span>'
        "<span>欢迎您，供应商用户 | 退出</span></div>"
        f'<div class="side">{menu}</div><div class="main"><div class="crumb">采购协同 &gt; 订单管理 &gt; 订单详情</div>'
        '<p><span class="bt">确认</span> <span class="bt">拒绝</span> <span class="bt">打印</span> <span class="bt">导出Excel</span></p>'
        f'<table class="meta">{meta}</table>{table(heads, rows)}'
        f'<p style="text-align:right">共 {len(rows)} 条 第 1/1 页　含税总金额：<b>{comma(order.total)}</b> 元</p>'
        '<p class="crumb">版权所有 e采通 V5.2.18 技术支持 400-555-0123</p></div>'
    )
    return page(body, PORTAL, margin="8mm")


CARDS = """
h1{font-size:17pt;margin:0 0 2mm}.g{display:grid;grid-template-columns:repeat(3,1fr);gap:3mm;margin:4mm 0}
.g div{border-left:3px solid #0a7;padding-left:2mm}.l{display:block;font-size:7pt;color:#777}
.card{border:1px solid #bbb;border-radius:6px;padding:3mm 4mm;margin-bottom:3mm;break-inside:avoid}
.card h3{margin:0 0 1mm;font-size:10.5pt}.card .f{display:inline-block;width:32%;font-size:9pt;margin-top:1mm}
.tot{text-align:right;font-size:13pt}
"""


def carded_order(_random: Random, order: Order) -> Drawing:
    """Draw an order whose items are cards, label and value side by side."""
    head = "".join(
        f'<div><span class="l">{label}</span>{t(value)}</div>'
        for label, value in (
            ("Order reference", order.number),
            ("Issued on", long_day(order.date)),
            ("Quotation", order.quotation),
            ("Payment terms", order.terms),
            ("Incoterms", order.incoterms),
            ("Deliver to", order.place),
        )
    )
    cards = "".join(
        f'<div class="card"><h3>{each.number}. {t(each.description)}</h3>'
        + "".join(
            f'<span class="f">{label}: {t(value)}</span>'
            for label, value in (
                ("Supplier part", each.part),
                ("Our part", each.customer_part),
                ("Drawing", each.drawing),
                ("Quantity", f"{plain(each.quantity)} {each.unit}"),
                ("Price each", f"{order.currency} {comma(each.price)}"),
                ("Line value", f"{order.currency} {comma(each.amount)}"),
                ("Needed by", long_day(each.due)),
            )
        )
        + "</div>"
        for each in order.lines
    )
    body = (
        f"<h1>Purchase order</h1><div>{t(order.customer)}, {t(order.buyer.street_en)}</div>"
        f"<div>To: {t(SELLER_EN)}</div><div class='g'>{head}</div>{cards}"
        f'<p class="tot">Total: {order.currency} {comma(order.total)}</p>'
    )
    return page(body, CARDS)


SECTIONS = """
h2{text-align:center;letter-spacing:4px}.items{width:100%;font-size:8.5pt}.items td,.items th{border:1px solid #333;padding:3px 4px}
.sec td{background:#e8e8e8;font-weight:bold}.note td{font-style:italic;color:#444;font-size:8pt}.sub td{text-align:right}
"""


def sectioned_order(random: Random, order: Order) -> Drawing:
    """Draw an order in sections: a heading, subtotals, remarks between the rows."""
    lines = list(order.lines)
    day = random.choice(("交货日期", "要求到货日期", "到货日期"))
    half = (len(lines) + 1) // 2
    groups = groupby(
        enumerate(lines), key=lambda pair: ("1# 装置 P-101A/B", "2# 装置 P-205")[pair[0] >= half]
    )
    body = ""
    for name, members in groups:
        part = [each for _, each in members]
        body += f'<tr class="sec"><td colspan="9">{name}</td></tr>'
        for at, each in enumerate(part):
            cells = (
                each.number,
                each.zh,
                each.size,
                each.drawing,
                each.part,
                plain(each.quantity),
                each.unit,
            )
            body += row((*cells, comma(each.price), comma(each.amount)))
            if at == 0:
                body += '<tr class="note"><td colspan="9">注：随货提供材质证明及合格证，包装箱外注明装置号，3日内确认。</td></tr>'
        subtotal = sum((each.amount for each in part), Decimal(0))
        body += f'<tr class="sub"><td colspan="8">小计</td><td>{comma(subtotal)}</td></tr>'
    body += f'<tr class="sub"><td colspan="8">总计（不含税）</td><td>{comma(order.net)}</td></tr>'
    body += f'<tr class="sub"><td colspan="8">税额（{order.rate}%）</td><td>{comma(order.tax)}</td></tr>'
    body += f'<tr class="sub"><td colspan="8">价税合计</td><td>{comma(order.total)}</td></tr>'
    heads = ("序", "名称", "规格", "图号", "供货商编码", "数量", "单位", "未税单价", "未税金额")
    head = (
        f"<h2>采 购 订 单</h2><p>订单号：{order.number}　　　日期：{order.date:%Y/%m/%d}　　　报价单号：{order.quotation}</p>"
        f"<p>采购单位：{order.customer}<br>供应商：{SELLER_ZH}</p>"
    )
    foot = (
        f"<p>金额大写：{capitals(order.total)}</p><p>{day}：{order.due:%Y/%m/%d}　　交货地点：{order.place}</p>"
        f"<p>付款方式：{order.terms}</p><p>制单：　　　审核：　　　批准：</p>"
    )
    return page(head + table(heads, [], foot=body) + foot, SECTIONS)


LAYOUTS = (
    Layout(
        "srm_portal",
        srm_portal,
        Spec(customer_part=True, dates="lines", lines=(4, 9), numbering=(10, 0)),
        "portal zebra line-dates",
        "订单详情-{number}.pdf",
    ),
    Layout(
        "carded_order",
        carded_order,
        Spec(
            language="en", buyers="elsewhere", currency="USD", basis="none", units="en", dates="lines",
            customer_part=True, drawing=True, describe="{en} {size}", stated="quotation place terms incoterms",
            lines=(2, 6),
        ),
        "cards labels-above line-dates",
        "Order {number} {code}.pdf",
    ),
    Layout(
        "sectioned_order",
        sectioned_order,
        Spec(basis="net", drawing=True, parts="mixed", describe="{zh}", also=("{zh} {size}",), lines=(4, 9)),
        "sections subtotals notes ruled capitals",
        "采购订单{number}.pdf",
    ),
)  # fmt: skip
