"""Forms with boxes to tick and stamps over their text."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table, text
from bench.layouts.notation import chinese_day, comma, plain, short_day
from bench.layouts.parties import SELLER_EN, SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.traits.shapes import (
    BOX,
    GRID,
    OPEN,
    paired,
    said,
    stamp,
)
from bench.layouts.values import Order


def ticked_contract(_random: Random, order: Order) -> Drawing:
    """A contract with options of payment, freight and invoice, of which one each is ticked."""
    heads = ("序", "标的名称", "规格", "乙方编码", "数量", "单位", "单价（含税）", "合价（含税）")
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
        "<h2>物资采购合同</h2>"
        + said(
            [
                ("合同编号", order.number),
                ("甲方", order.customer),
                ("乙方", SELLER_ZH),
                ("签订日期", chinese_day(order.date)),
            ]
        )
        + table(heads, rows, foot=f"<tr><td colspan=7>合同总价</td><td>{comma(order.total)}</td></tr>")
        + f"<p>一、税率：□3%　□6%　☑{order.rate}%　□免税</p><p>二、付款方式：☑{text(order.terms)}　□银行承兑汇票，见票后180天　□分期付款，首付50%</p>"
        + f"<p>三、交货日期：☑{chinese_day(order.due)}　□接甲方通知后15天内</p><p>四、运费：☑乙方承担　□甲方承担，金额　　　元</p>"
        + f"<p>五、交货地点：{text(order.place)}</p><p>六、质保：□6个月　☑12个月　□18个月</p><p>甲方（盖章）　　　　乙方（盖章）</p>"
    )
    return page(body, GRID + "h2{text-align:center}p{margin:2mm 0}")


def ticked_release(_random: Random, order: Order) -> Drawing:
    """An order form in English with boxes to tick for transport and kind of order."""
    heads = ("Pos", "Qty", "UoM", "Supplier item", "Item text", "Price per unit", "Pos. total")
    rows = [
        (
            each.number,
            plain(each.quantity),
            each.unit,
            each.part,
            each.description,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    facts = [
        ("Order number", order.number),
        ("Order date", short_day(order.date)),
        ("Quotation", order.quotation),
        ("Currency", "EUR"),
        ("Delivery date", short_day(order.due)),
        ("Payment", order.terms),
    ]
    body = (
        f"<p><b>{text(order.customer)}</b>, {text(order.buyer.street_en)}</p><h2>Order form spare parts</h2>"
        + paired(facts, 2)
        + f"<p>Supplier: {SELLER_EN}</p><p>Kind of order: [x] firm order &nbsp; [ ] request for quotation &nbsp; [ ] call-off</p><p>Transport: [ ] EXW works &nbsp; [x] {text(order.incoterms)} &nbsp; [ ] courier</p>"
        + table(heads, rows, foot=f"<tr><td colspan=6>Order total EUR</td><td>{comma(order.total)}</td></tr>")
        + f"<p>Goods to be delivered to: {text(order.place)}</p><p>Partial deliveries: [ ] yes [x] no</p>"
    )
    return page(body, GRID + BOX)


def stamped_order(_random: Random, order: Order) -> Drawing:
    """An order with stamps over its number and its total."""
    rows = [
        (
            each.number,
            each.description,
            each.part,
            f"{plain(each.quantity)}",
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    body = (
        stamp("已审批", "left:28mm;top:22mm", "#27a")
        + f"<h2>{text(order.customer)}采购订单</h2>"
        + said(
            [
                ("单号", order.number),
                ("单据日期", f"{order.date:%Y-%m-%d}"),
                ("厂商名称", SELLER_ZH),
                ("厂商地址", SELLER_STREET_ZH),
                ("报价依据", order.quotation),
                ("预计到货", f"{order.due:%Y-%m-%d}"),
            ]
        )
        + table(("#", "品名描述", "厂商料号", "采购数", "单位", "含税单价", "含税金额"), rows)
        + f"<p>总计金额：{comma(order.total)} 元整（含税，税率{order.rate}%）</p><p>账期：{text(order.terms)}</p><p>交货地址：{text(order.place)}</p>"
        + stamp("采购专用章", "left:30mm;margin-top:-30mm")
    )
    return page(body, OPEN + "h2{text-align:center}p{margin:1.5mm 0}")


def stamped_abroad(_random: Random, order: Order) -> Drawing:
    """A local purchase order of the Gulf with value added tax, amounts in words and a stamp."""
    rows = [
        (
            each.number,
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    facts = [
        ("LPO No.", order.number),
        ("LPO Date", f"{order.date:%d/%m/%Y}"),
        ("Supplier", SELLER_EN),
        ("Quotation Ref.", order.quotation),
        ("Delivery by", short_day(order.due)),
        ("Payment Terms", order.terms),
        ("Delivery Terms", order.incoterms),
        ("Deliver at", order.place),
    ]
    sums = [
        ("Sub Total (USD)", comma(order.net)),
        (f"VAT {order.rate}%", comma(order.tax)),
        ("Grand Total (USD)", comma(order.total)),
    ]
    body = (
        f"<h2>{text(order.customer)}</h2><p style='text-align:center'>{text(order.buyer.street_en)} &nbsp; TRN 100999887700003</p><h3>LOCAL PURCHASE ORDER</h3>"
        + paired(facts, 2)
        + table(("Sr. No.", "Description", "Supplier Part Code", "Unit", "Qty.", "Rate", "Amount"), rows)
        + paired(sums, 1, "box sums")
        + "<p>Prepared by: Buyer 3 &nbsp; Checked by: &nbsp; Approved by:</p>"
        + stamp("APPROVED", "right:30mm;margin-top:-26mm", "#272")
    )
    return page(body, GRID + BOX + "h2,h3{text-align:center;margin:1mm}.sums{width:60mm;margin-left:auto}")


LAYOUTS = (
    Layout("ticked_contract", ticked_contract, Spec(kind="contract", buyers="institutes", describe="{zh}", also=("{zh} {size}",), dates="header", stated="place terms"), "ticks ruled", "物资采购合同{number}.pdf"),
    Layout("ticked_release", ticked_release, Spec(language="en", buyers="dach", currency="EUR", basis="none", rate=None, describe="{en} {size}", units="en", dates="header", numbering=(10, 1), stated="quotation place terms incoterms"), "ticks ruled", "Order {number}.pdf"),
    Layout("stamped_order", stamped_order, Spec(buyers="dealers", dates="header"), "stamp unruled", "{number}.pdf"),
    Layout("stamped_abroad", stamped_abroad, Spec(language="en", buyers="emirates", currency="USD", basis="net", rate=5, describe="{en} {size}", units="en", dates="header", quoted_rate=5, stated="quotation place terms incoterms"), "stamp ruled", "LPO {number}.pdf"),
)  # fmt: skip
