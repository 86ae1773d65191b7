"""Mails of Chinese buyers: a pasted sheet above an old thread, loose lines, tabs, a short message from a telephone."""

# ruff: noqa: E501 - a line of a mail stays a line

from random import Random

from bench.layouts.forms.zh_shapes import cells
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, row, text
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.parties import SELLER_ZH
from bench.layouts.post import mail
from bench.layouts.values import Order

CELL = "style='border:1px solid #999;padding:2px 5px;font:10pt 等线'"


def pasted_sheet(_random: Random, order: Order) -> Drawing:
    """A table pasted from a workbook, and the seller's own mail with the offer quoted below."""
    heads = (
        "序号",
        "物料编码",
        "名称",
        "规格型号",
        "贵司编码",
        "数量",
        "单位",
        "含税单价",
        "含税金额",
        "交货日期",
    )
    rows = (
        row(heads)
        + "".join(map(row, cells(order, "number|mine|name|size|part|count|unit|price|amount|due-")))
        + row(("合计", "", "", "", "", "", "", "", comma(order.total), ""))
    )
    pasted = f"<table style='border-collapse:collapse'>{rows.replace('<td>', f'<td {CELL}>')}</table>"
    old = (
        f"<div style='border-top:1px solid #b5c4df;padding-top:3pt'><b>发件人：</b>贝岚密封 销售部<br><b>发送时间：</b>{order.date:%Y年%m月%d日} 8:47<br><b>收件人：</b>{text(order.customer)} 采购部<br><b>主题：</b>回复：询价</div>"
        f"<p>您好，报价单 {order.quotation} 请查收，如有疑问请联系。交期以订单确认为准，价格有效期30天。</p><p>{SELLER_ZH}<br>天津市西青区贝岚路66号</p>"
    )
    body = (
        f"<p>刘经理，您好！</p><p>附表为我司本次采购明细，价格按贵司报价 {order.quotation} 执行，含{order.rate}%税含运费。采购订单号：<b>{order.number}</b>，下单日期 {order.date:%Y-%m-%d}。请尽快安排生产并回签。</p>{pasted}"
        f"<p>付款方式：{text(order.terms)}</p><p>送货地址：{text(order.place)}</p><p>顺祝商祺！</p><p>{text(order.customer)} 采购部 罗敏<br>电话：0513-5550 6677　手机：13600000045</p>{old}"
    )
    return mail(
        order, f"回复: 回复: 询价 -- 下单 {order.number}", markup=document(body, "", "等线, sans-serif")
    )


def loose_lines(_random: Random, order: Order) -> Drawing:
    """Loose lines, each item a line of its own with an x before the quantity and an at before the price."""
    items = "\n".join(
        f"{each.number}）{each.description}（{each.part}） ×{plain(each.quantity)}{each.unit}  @{unseparated(each.price)}元  ={unseparated(each.amount)}元"
        for each in order.lines
    )
    body = (
        f"张工：\n\n请按以下下单，麻烦尽快排产：\n\n{items}\n\n总计：{unseparated(order.total)}元，含{order.rate}%专票。\n\nPO号：{order.number}\n下单日期：{order.date:%Y/%m/%d}\n"
        f"要求到货：{order.due:%Y/%m/%d}前\n送到：{order.place}\n账期：{order.terms}\n\n收到请回复，谢谢。\n\n{order.customer}\n采购 唐晓\n"
    )
    return mail(order, f"下单：{order.number}", plain=body)


def tabbed(_random: Random, order: Order) -> Drawing:
    """A text with a table of tabs, as it comes when a sheet is pasted into plain text."""
    rows = "\n".join(
        "\t".join(str(each) for each in one)
        for one in cells(order, "number|mine|text|part|unit|count|bare price|bare amount|due/")
    )
    heads = "序号\t物资编码\t物资名称规格\t厂家编码\t单位\t数量\t不含税单价\t不含税金额\t到货日期"
    body = (
        f"{SELLER_ZH}：\n\n    我公司采购订单（编号：{order.number}，日期：{order.date:%Y-%m-%d}）内容如下，请确认：\n\n{heads}\n{rows}\n合计\t\t\t\t\t\t\t{unseparated(order.net)}\n\n"
        f"不含税合计：{unseparated(order.net)}元\n税额（{order.rate}%）：{unseparated(order.tax)}元\n价税合计：{unseparated(order.total)}元\n\n交货地点：{order.place}\n付款条件：{order.terms}\n\n{order.customer}\n物资供应部\n"
    )
    return mail(order, f"采购订单{order.number}请确认", plain=body)


def labelled_mail(_random: Random, order: Order) -> Drawing:
    """A notice that a purchasing system sends: a framed list of facts, then a table, then what to do."""
    facts = (
        ("订单编号", order.number),
        ("订单日期", f"{order.date:%Y-%m-%d}"),
        ("采购组织", order.customer),
        ("供应商", SELLER_ZH),
        ("付款条件", order.terms),
        ("币种", "人民币"),
        ("订单总金额（含税）", comma(order.total)),
    )
    head = "".join(row((label, value)) for label, value in facts)
    heads = row(
        (
            "行号",
            "物料",
            "物料描述",
            "供应商物料",
            "数量",
            "单位",
            "含税单价",
            "税率",
            "含税金额",
            "要求到货日期",
        ),
        "th",
    )
    rows = "".join(map(row, cells(order, "number|mine|text|part|count|unit|price|rate|amount|due-")))
    body = (
        f"<p>尊敬的供应商，您好：</p><p>您有一张新的采购订单待确认，请于2个工作日内登录供应商门户处理。</p><table border=1 cellspacing=0>{head}</table><br><table border=1 cellspacing=0>{heads}{rows}</table>"
        f"<p>收货地址：{text(order.place)}</p><p>本邮件由系统自动发送，请勿回复。如有疑问请联系采购员 段宇（0535-5550 9912）。</p>"
    )
    return mail(order, f"【待确认】采购订单 {order.number}", markup=document(body, ""))


def telephone(_random: Random, order: Order) -> Drawing:
    """A short message from a telephone: an item over three lines, the price per piece in words."""
    items = "\n".join(
        f"{each.description}\n编码{each.part}\n{plain(each.quantity)}{each.unit}，{unseparated(each.price)}元/{each.unit}，共{unseparated(each.amount)}元\n"
        for each in order.lines
    )
    body = f"你好，下单如下（单号{order.number}，{order.date.year}年{order.date.month}月{order.date.day}日）：\n\n{items}\n合计{unseparated(order.total)}元，含税{order.rate}个点\n交期{order.wait.zh}\n发到{order.place}\n{order.terms}\n\n{order.customer}\n发自我的手机\n"
    return mail(order, "订单", plain=body)


LAYOUTS = (
    Layout("pasted_sheet", pasted_sheet, Spec(buyers="private", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines", vague="currency"), "mail pasted-table thread-below", "回复询价.eml", "body"),
    Layout("loose_lines", loose_lines, Spec(buyers="dealers", dates="header", stated="place terms"), "mail lines-with-signs", "下单.eml", "body"),
    Layout("tabbed", tabbed, Spec(buyers="institutes", basis="net", customer_part=True, dates="lines", stated="place terms"), "mail tabs", "采购订单.eml", "body"),
    Layout("labelled_mail", labelled_mail, Spec(buyers="private", customer_part=True, dates="lines", stated="place terms", numbering=(10, 0)), "mail html system-notice total-above", "订单通知.eml", "body"),
    Layout("telephone", telephone, Spec(buyers="dealers", numbering=None, dates="lead", lead_unit="days", stated="place terms", lines=(2, 4)), "mail items-of-three-lines bare-terms", "订单.eml", "body"),
)  # fmt: skip
