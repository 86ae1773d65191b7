"""Mails that Chinese buyers type: sentences, pasted sheets, replies above an offer, chains, numbers in the subject alone."""

# ruff: noqa: E501 - a line of a mail stays a line

from random import Random

from bench.layouts.forms.zh_shapes import cells, dated
from bench.layouts.handmade.book_parts import put
from bench.layouts.handmade.letters import SALES, SHEET, letter, quoted
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, row, text
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.office import saved, sheet, write_row
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order, cents


def in_sentences(_random: Random, order: Order) -> Drawing:
    """The order in sentences: 订购如下, then 请安排."""
    items = "\n".join(
        f"{each.number}. {each.description}（贵司编号{each.part}），{plain(each.quantity)}{each.unit}，含税单价{unseparated(each.price)}元，金额{unseparated(each.amount)}元；"
        for each in order.lines
    )
    body = (
        f"徐经理：\n\n您好！我司{order.customer}订购如下备件，订单号{order.number}，请安排：\n\n{items}\n\n"
        f"合计金额{unseparated(order.total)}元，含{order.rate}%增值税专用发票。\n请在{dated(order.due)}前送到{order.place}，付款方式为{order.terms}。\n\n"
        f"请收到后盖章回传，谢谢！\n\n祝好\n谷雨\n{order.customer} 物资部\n{order.buyer.street_zh}\n电话：0533-5550 2207\n"
    )
    return letter(order, f"备件订单{order.number}", plain=body)


def pasted_tabs(_random: Random, order: Order) -> Drawing:
    """A sheet pasted as text: its title, empty cells and the row of the sum come along."""
    rows = "\n".join(
        "\t".join("" if each is None else str(each) for each in one)
        for one in cells(order, "number|name|size|part|-|count|unit|bare price|bare amount|-")
    )
    body = (
        f"你好，\n\n本月采购计划如下，请按此备货，订单编号 {order.number}。\n\n{order.customer}采购明细表\t\t\t\t\t\t\t\t\t\n序号\t名称\t规格型号\t编码\t品牌\t数量\t单位\t含税单价\t含税金额\t备注\n{rows}\n\t合计\t\t\t\t\t\t\t{unseparated(order.total)}\t\n\n"
        f"1、含税{order.rate}%，人民币结算；\n2、交货期：{dated(order.due)}；\n3、交货地点：{order.place}；\n4、付款方式：{order.terms}。\n\n{SELLER_ZH}收\n\n{order.customer}\n采购部 林芳\n{order.date:%Y-%m-%d}\n"
    )
    return letter(order, f"采购计划 {order.number}", plain=body)


def pasted_cells(_random: Random, order: Order) -> Drawing:
    """A sheet pasted from Excel into Outlook: styles of Office, a merged title, hard blanks; below it the seller's offer at higher prices."""
    cell = "style='border:.5pt solid windowtext;padding:0cm 5.4pt;mso-number-format:General'"

    def block(rows: str) -> str:
        return f"<table border=0 cellpadding=0 cellspacing=0 style='border-collapse:collapse;width:620pt'><colgroup><col style='mso-width-source:userset'><col span=7></colgroup>{rows.replace('<td>', f'<td {cell}>')}</table>"

    heads = ("序号", "名称及规格", "贵司编码", "数量", "单位", "含税单价", "金额", "交期")
    rows = (
        f"<tr height=28><td colspan=8 align=center><b>{text(order.customer)}订单　编号：{order.number}</b></td></tr>"
        + row(heads)
    )
    rows += "".join(map(row, cells(order, "number|text|part|count|unit|price|amount|due/")))
    rows += f"<tr><td colspan=6 align=center>合计</td><td align=right>{comma(order.total)}</td><td>&nbsp;</td></tr>"
    offer = row(("序号", "名称", "编码", "数量", "单价")) + "".join(
        row((each.number, each.zh, each.part, plain(each.quantity), comma(cents(each.price * 11 / 10))))
        for each in order.lines
    )
    body = (
        f"<p class=MsoNormal>徐经理，<o:p></o:p></p><p class=MsoNormal>价格按昨天电话谈定的执行，我司订单如下，请确认交期。<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>{block(rows)}"
        f"<p class=MsoNormal>以上为含{order.rate}%税人民币价。<o:p></o:p></p><p class=MsoNormal>送货：{text(order.place)}<o:p></o:p></p><p class=MsoNormal>付款：{text(order.terms)}<o:p></o:p></p>"
        f"<p class=MsoNormal>谢谢<br>谷雨<br>{text(order.customer)}<o:p></o:p></p>"
        f"<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>发件人:</b> 徐 经理 &lt;sales3@beilan-seals.example&gt;<br><b>发送时间:</b> {order.date:%Y年%m月%d日} 8:40<br><b>收件人:</b> 谷雨<br><b>主题:</b> 报价</p></div></div>"
        f"<p class=MsoNormal>谷工您好，报价单号{order.quotation}，报价如下：</p>{block(offer)}<p class=MsoNormal>以上报价不含优惠，请参考。</p>"
    )
    return letter(order, "答复: 报价", markup=document(body, "p.MsoNormal{margin:0}", "等线, sans-serif"))


def above_an_offer(_random: Random, order: Order) -> Drawing:
    """A short reply in text above the seller's quoted offer, whose quantities and prices are others."""
    items = "\n".join(
        f"{each.part}　{each.description}　{plain(each.quantity)}{each.unit}　单价{unseparated(each.price)}　小计{unseparated(each.amount)}"
        for each in order.lines
    )
    offer = "\n".join(
        f"{each.part}　{each.description}　1{each.unit}　单价{unseparated(cents(each.price * 12 / 10))}"
        for each in order.lines
    )
    old = f"陈工您好：\n报价单{order.quotation}如下，数量请您确认：\n{offer}\n以上含税，有效期30天。\n贝岚密封 徐"
    body = (
        f"徐经理，\n按我们谈好的优惠价下单，订单号 {order.number}，{order.date:%Y-%m-%d}：\n\n{items}\n\n总计{unseparated(order.total)}元（含税{order.rate}%）\n交期{order.wait.zh}\n送{order.place}\n{order.terms}\n\n{order.customer}　陈\n\n"
        f'------------------ 原始邮件 ------------------\n发件人: "徐经理" <sales3@beilan-seals.example>;\n发送时间: {order.date:%Y年%m月%d日} 上午8:12\n收件人: "陈工";\n主题: 报价单\n\n{old}\n'
    )
    return letter(order, "回复：报价单", plain=body)


def forwarded_chain(_random: Random, order: Order) -> Drawing:
    """Forwarded twice inside the seller's house; the innermost mail is the customer's order."""
    items = "\n".join(
        f"{each.number}、{each.description} / {each.part} / {plain(each.quantity)}{each.unit} / 含税单价{unseparated(each.price)} / 金额{unseparated(each.amount)}"
        for each in order.lines
    )
    inner = (
        f"{SELLER_ZH}：\n\n请查收我司订单如下：\n订单编号：{order.number}\n订单日期：{order.date:%Y-%m-%d}\n参考报价：{order.quotation}\n\n{items}\n\n合计：{unseparated(order.total)}元（含{order.rate}%增值税）\n"
        f"要求到货日期：{order.due:%Y-%m-%d}\n收货地址：{order.place}\n付款方式：{order.terms}\n\n{order.customer}\n采购 潘洁\n"
    )
    middle = f"订单组同事，麻烦录单，谢谢。\n\n徐\n\n-------- 转发邮件 --------\n发件人：潘洁 <panjie@{order.buyer.domain}>\n日期：{order.date:%Y年%m月%d日} 8:05\n收件人：sales3@beilan-seals.example\n主题：订单\n\n{inner}"
    body = f"转单，请处理。\n\n-------- 转发邮件 --------\n发件人：贝岚密封 徐 <sales3@beilan-seals.example>\n日期：{order.date:%Y年%m月%d日} 9:30\n收件人：orders@beilan-seals.example\n主题：Fw: 订单\n\n{middle}"
    return letter(order, "Fw: Fw: 订单", plain=body, sender=SALES)


def number_in_subject(_random: Random, order: Order) -> Drawing:
    """The order's number stands in the subject alone, its day is the mail's."""
    items = "\n".join(
        f"{each.description}，{each.part}，{plain(each.quantity)}{each.unit}，{unseparated(each.price)}元/{each.unit}，合{unseparated(each.amount)}元"
        for each in order.lines
    )
    body = f"各位好，\n\n请查收本次订单，明细如下：\n\n{items}\n\n含税总价{unseparated(order.total)}元，开{order.rate}%专票。\n到货日期：{order.due:%Y-%m-%d}\n到货地点：{order.place}\n付款：{order.terms}\n\n请回复确认。\n\n{order.customer}\n采购部\n"
    return letter(order, f"采购订单：{order.number}", plain=body)


def short_columns(_random: Random, order: Order) -> Drawing:
    """As short as in a chat: a line of headings, then the items with blanks between."""
    items = "\n".join(
        f"{each.part}  {each.description}  {plain(each.quantity)}  {each.unit}  {unseparated(each.price)}  {unseparated(each.amount)}"
        for each in order.lines
    )
    body = f"徐经理 下单 {order.number}  {order.date.year}.{order.date.month}.{order.date.day}\n编码  名称规格  数量  单位  含税单价  金额\n{items}\n合计  {unseparated(order.total)}元\n税点{order.rate}%  {order.due.year}.{order.due.month}.{order.due.day}前到货\n地址 {order.place}\n付款 {order.terms}\n{order.customer}\n"
    return letter(order, "下单", plain=body)


def attached_sheet(_random: Random, order: Order) -> Drawing:
    """Two sentences, and the order in an attached workbook with a sum below."""
    book, page = sheet("订单")
    put(
        page,
        {
            "A1": f"{order.customer} 采购订单",
            "A2": "订单号",
            "B2": order.number,
            "D2": "日期",
            "E2": order.date,
            "A3": "供应商",
            "B3": SELLER_ZH,
            "D3": "交期",
            "E3": order.wait.zh,
        },
        {"E2": "yyyy-mm-dd"},
    )
    write_row(page, 5, ("No", "品名规格", "编码", "数量", "单位", "未税单价", "未税金额"))
    for at, each in enumerate(order.lines, 6):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.description,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
            ),
        )
    end = 6 + len(order.lines)
    for at, (label, value) in enumerate(
        (("未税合计", order.net), (f"增值税{order.rate}%", order.tax), ("含税合计（元）", order.total)), end
    ):
        put(page, {f"F{at}": label, f"G{at}": value})
    put(page, {f"A{end + 4}": f"送货地址：{order.place}", f"A{end + 5}": f"付款方式：{order.terms}"})
    body = f"您好，\n附件是我司订单，请查收并回签。如交期有问题请尽快告知。\n\n{order.customer}\n潘洁\n"
    return letter(
        order, f"采购订单 {order.number}", plain=body, attached=(("采购订单.xlsx", saved(book), SHEET),)
    )


def telephone_thread(_random: Random, order: Order) -> Drawing:
    """An answer from a telephone, quoted lines of one's own earlier question below it with other quantities."""
    items = "\n".join(
        f"{each.description}：{plain(each.quantity)}{each.unit}×{unseparated(each.price)}元＝{unseparated(each.amount)}元（编码{each.part}）"
        for each in order.lines
    )
    asked = "\n".join(
        f"{each.description} {plain(each.quantity + 2)}{each.unit}，请报价" for each in order.lines
    )
    body = (
        f"徐经理，价格收到，数量调整后下单如下，以本邮件为准：\n\n{items}\n总金额：{unseparated(order.total)}元，含{order.rate}%增值税\n\n订单编号：{order.number}\n下单时间：{dated(order.date)}\n交货时间：{dated(order.due)}\n交货地点：{order.place}\n付款：{order.terms}\n\n{order.customer}\n发自我的iPhone\n\n"
        + quoted(f"在 {order.date:%Y年%m月%d日}，上午8:01，采购 写道：\n\n徐经理，请报价：\n{asked}")
        + "\n"
    )
    return letter(order, "Re: 询价", plain=body)


MAIL = "hand workshops"

LAYOUTS = (
    Layout("in_sentences", in_sentences, Spec(buyers=MAIL, stated="place terms", vague="document_date"), "mail sentences", "备件订单.eml", "body"),
    Layout("pasted_tabs", pasted_tabs, Spec(buyers=MAIL, describe="{zh}", also=("{zh} {size}",), stated="place terms"), "mail tabs pasted-title", "采购计划.eml", "body"),
    Layout("pasted_cells", pasted_cells, Spec(buyers="hand agents", dates="lines", vague="document_date"), "mail pasted-cells thread-below other-prices", "答复报价.eml", "body"),
    Layout("above_an_offer", above_an_offer, Spec(buyers=MAIL, numbering=None, dates="lead", lead_unit="days"), "mail reply-above other-prices", "回复报价单.eml", "body"),
    Layout("forwarded_chain", forwarded_chain, Spec(buyers=MAIL), "mail chain innermost", "转发订单.eml", "body"),
    Layout("number_in_subject", number_in_subject, Spec(buyers=MAIL, numbering=None, stated="place terms", vague="document_date"), "mail subject-number", "采购订单.eml", "body"),
    Layout("short_columns", short_columns, Spec(buyers=MAIL, numbering=None, stated="place terms"), "mail short", "下单.eml", "body"),
    Layout("attached_sheet", attached_sheet, Spec(buyers="hand agents", basis="net", dates="lead", stated="place terms"), "mail attached-workbook", "采购订单附件.eml", "采购订单.xlsx"),
    Layout("telephone_thread", telephone_thread, Spec(buyers=MAIL, numbering=None, stated="place terms"), "mail telephone quoted-question", "回复询价.eml", "body"),
)  # fmt: skip
