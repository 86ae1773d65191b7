"""Orders without a table: paragraphs, cards and sentences, in letters and mails; and several in one file."""

# ruff: noqa: E501 - a sentence stays a line

from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import put, rule
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, document, page, row, table, text
from bench.layouts.notation import american_day, capitals, chinese_day, comma, long_day, plain, unseparated
from bench.layouts.office import saved, word
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.post import mail
from bench.layouts.traits.shapes import BOX, GRID, said
from bench.layouts.values import Order
from demo.make_paper import drawn, register


def spoken_contract(_random: Random, order: Order) -> Drawing:
    """A contract that says its items in sentences of one article."""
    items = "".join(
        f"<p>（{each.number}）{text(each.description)}，卖方产品编号{each.part}，{plain(each.quantity)}{each.unit}，含税单价人民币{comma(each.price)}元，计人民币{comma(each.amount)}元；</p>"
        for each in order.lines
    )
    body = (
        "<h2>买卖合同</h2>"
        f"<p>合同号：{order.number}</p><p>买受方：{text(order.customer)}（以下简称“甲方”）</p><p>出卖方：{SELLER_ZH}（以下简称“乙方”）</p>"
        f"<p>第1条 甲方向乙方购买以下货物：</p>{items}"
        f"<p>以上货款共计人民币{comma(order.total)}元（大写：{capitals(order.total)}），该价款含{order.rate}%增值税。</p>"
        f"<p>第2条 乙方应于{chinese_day(order.due)}前将货物送至{text(order.place)}。</p><p>第3条 付款：{text(order.terms)}。</p>"
        "<p>第4条 质保期为到货验收后12个月。</p><p>第5条 争议由甲方所在地人民法院管辖。</p>"
        f"<p>甲方：{text(order.customer)}（章）　乙方：{SELLER_ZH}（章）</p><p>签订日期：{chinese_day(order.date)}</p>"
    )
    return page(body, "h2{text-align:center}p{margin:2mm 0}", font=SERIF)


def letter_order(_random: Random, order: Order) -> Drawing:
    """A letter from the Gulf that orders in paragraphs."""
    items = "".join(
        f"<p>Item {each.number}: {text(each.description)}<br>Your reference {each.part}; quantity {plain(each.quantity)} {each.unit}; unit rate USD {comma(each.price)}; total USD {comma(each.amount)}</p>"
        for each in order.lines
    )
    body = (
        f"<p><b>{text(order.customer)}</b><br>{text(order.buyer.street_en)}</p><p>{american_day(order.date)}</p><p>Messrs. {SELLER_EN}</p>"
        f"<p><u>Subject: Our Purchase Order No. {order.number}</u></p><p>Dear Sirs,</p>"
        f"<p>With reference to your offer No. {order.quotation}, we are pleased to place our firm order for the following:</p>{items}"
        f"<p>Total order value: USD {comma(order.total)}</p><p>Delivery: {order.wait.en} from the date of this order.</p><p>Price basis: {order.incoterms}</p>"
        f"<p>Payment: {text(order.terms)}</p><p>Delivery address: {text(order.place)}</p><p>Kindly confirm receipt and acceptance.</p><p>Yours faithfully,<br>Materials Manager</p>"
    )
    return page(body, "p{margin:2.4mm 0}", font=SERIF)


def spoken_mail(_random: Random, order: Order) -> Drawing:
    """A mail that orders in sentences."""
    items = "\n".join(
        f"{each.number}. Please supply {plain(each.quantity)} {each.unit} {each.description} (your part {each.part}) at EUR {comma(each.price)} each, EUR {comma(each.amount)} in total."
        for each in order.lines
    )
    body = (
        f"Dear Sales Team,\n\nplease accept this mail as our order {order.number} of {long_day(order.date)}, based on your quotation {order.quotation}.\n\n"
        f"{items}\n\nThe order value is EUR {comma(order.total)}. We need the goods by {long_day(order.due)}.\nPayment terms: {order.terms}\nDelivery terms: {order.incoterms}\n"
        f"Ship to: {order.place}\n\nBest regards\nPurchasing\n{order.buyer.en}\n{order.buyer.street_en}\n"
    )
    return mail(order, f"Order {order.number}", plain=body)


def chinese_mail(_random: Random, order: Order) -> Drawing:
    """A mail with an order in loose lines."""
    items = "\n\n".join(
        f"{each.number}、{each.description}\n   料号 {each.part}\n   数量 {plain(each.quantity)}{each.unit}，单价 {unseparated(each.price)}，小计 {unseparated(each.amount)}"
        for each in order.lines
    )
    body = (
        f"王工您好：\n\n我司现下订单如下，请安排：\n\n订单号 {order.number}\n日期 {order.date:%Y.%m.%d}\n对应报价 {order.quotation}\n\n{items}\n\n"
        f"合计 {unseparated(order.total)} 元（以上单价均含{order.rate}%增值税）\n交期：{order.due:%Y.%m.%d} 到货\n收货地址：{order.place}\n付款：{order.terms}\n\n谢谢！\n采购部\n{order.customer}\n"
    )
    return mail(order, "新订单请查收", plain=body)


def html_mail(_random: Random, order: Order) -> Drawing:
    """A mail with the order as a table, its facts in the sentences around it."""
    rows = [
        (
            each.number,
            each.customer_part,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
            f"{each.due:%Y/%m/%d}",
        )
        for each in order.lines
    ]
    body = (
        f"<p>您好，</p><p>请按以下清单供货，订单编号：{order.number}，下单日期：{order.date:%Y/%m/%d}。</p>"
        + table(
            ("序", "我司料号", "贵司料号", "品名规格", "数量", "单位", "未税单价", "未税金额", "交期"), rows
        )
        + f"<p>未税合计：{comma(order.net)}<br>税额（{order.rate}%）：{comma(order.tax)}<br>含税合计：{comma(order.total)} 元</p><p>付款方式：{text(order.terms)}<br>送货地址：{text(order.place)}</p><p>采购员 / {text(order.customer)}</p>"
    )
    return mail(order, f"采购订单 {order.number}", markup=document(body, GRID))


def card_order(_random: Random, order: Order) -> Drawing:
    """A Word order with a small table of labels and values for each position."""
    file = word("Arial", 10)
    file.add_paragraph(order.customer)
    file.add_paragraph("Purchase order confirmation request")
    head = file.add_table(0, 2, "Table Grid")
    facts = [
        ("PO reference", order.number),
        ("PO date", long_day(order.date)),
        ("Supplier", SELLER_EN),
        ("Your offer", order.quotation),
        ("Terms of payment", order.terms),
        ("Incoterm", order.incoterms),
        ("Ship-to address", order.place),
    ]
    for label, value in facts:
        cells = head.add_row().cells
        cells[0].text, cells[1].text = label, value or ""
    for each in order.lines:
        file.add_paragraph(f"Position {each.number}")
        grid = file.add_table(0, 4, "Table Grid")
        rows = [
            ("Description", each.description, "Supplier part no.", each.part),
            ("Quantity", f"{plain(each.quantity)} {each.unit}", "Unit price", f"EUR {comma(each.price)}"),
            ("Requested delivery", long_day(each.due), "Line total", f"EUR {comma(each.amount)}"),
        ]
        for values in rows:
            for cell, value in zip(grid.add_row().cells, values, strict=True):
                cell.text = value or ""
    file.add_paragraph(f"Total order amount (VAT not included): EUR {comma(order.total)}")
    return saved(file)


def zebra_cards(_random: Random, order: Order) -> Drawing:
    """A print of a portal with a shaded card for each item."""
    cards = "".join(
        f"<div class='card c{at % 2}'><div><b>{each.number}　{text(each.description)}</b></div>"
        f"<div>供应商料号：{each.part}　　采购方料号：{each.customer_part}</div>"
        f"<div>订购数量：{plain(each.quantity)} {each.unit}　　含税单价：¥{comma(each.price)}　　行金额：¥{comma(each.amount)}</div><div>期望到货：{each.due:%Y-%m-%d}</div></div>"
        for at, each in enumerate(order.lines)
    )
    body = (
        "<p class=m>商城首页　我的订单　收藏夹　帮助中心</p>"
        + said(
            [
                ("订单编号", order.number),
                ("下单时间", f"{order.date:%Y-%m-%d} 14:05:11"),
                ("采购企业", order.customer),
                ("供货商", SELLER_ZH),
                ("收货信息", order.place),
                ("支付方式", order.terms),
            ]
        )
        + cards
        + f"<p style='text-align:right'>商品件数：{len(order.lines)}　运费：¥0.00　应付总额：<b>¥{comma(order.total)}</b>（含{order.rate}%税）</p><p class=m>打印本页　返回列表　申请售后</p>"
    )
    return page(
        body,
        ".card{padding:2mm;margin:1.5mm 0}.c1{background:#f2f2f2}.card div{margin:.6mm 0}.m{color:#888;font-size:7.5pt}p{margin:1mm 0}",
    )


def stapled(_random: Random, order: Order) -> Drawing:
    """Several orders of one plant in one file, ruled, labels in two columns."""
    heads = ("项", "货品编号", "货品描述", "供方货号", "数量", "单位", "价格", "金额")
    rows = [
        (
            each.number,
            each.customer_part,
            each.description,
            each.part,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    body = (
        f"<h3>{text(order.customer)}　订购单</h3><table class=box>"
        + row(("订购单号", order.number, "订购日期", f"{order.date:%Y-%m-%d}"))
        + row(("厂商", SELLER_ZH, "交货日", f"{order.due:%Y-%m-%d}"))
        + row(("交货厂区", order.place, "付款条件", order.terms))
        + "</table>"
        + table(heads, rows, foot=row(("", "", "订购总额（含税）", "", "", "", "", comma(order.total))))
        + f"<p>1. 本单价格为人民币，含{order.rate}%增值税。2. 请于二日内签回。</p>"
    )
    return page(body, BOX + GRID + "h3{text-align:center}")


def stapled_abroad(_random: Random, order: Order) -> Drawing:
    """Several call-offs of an American utility in one file, drawn, without rules."""
    register()

    def draw(canvas: Canvas) -> None:
        put(canvas, 20, 280, order.customer, 12)
        put(canvas, 20, 275, order.buyer.street_en, 8)
        put(canvas, 190, 280, "Purchase Order", 14, align="right")
        put(canvas, 190, 274, f"Number: {order.number}", 10, align="right")
        put(canvas, 190, 269, f"Date: {order.date:%m/%d/%Y}", 10, align="right")
        for at, words in enumerate(
            (
                f"Vendor: {SELLER_EN}",
                f"Deliver To: {order.place}",
                f"Payment Terms: {order.terms}",
                f"Quote: {order.quotation}",
                f"Freight: {order.incoterms}",
            )
        ):
            put(canvas, 20, 258 - at * 5, words, 9)
        xs = (20, 34, 62, 140, 160, 190)
        for x, head in zip(
            xs, ("Qty", "Unit", "Part / Description", "Due", "Unit Price", "Ext. Price"), strict=True
        ):
            put(canvas, x, 228, head, 9, align="right" if x >= 160 else "left")
        rule(canvas, 20, 226, 190, 226)
        y = 221.0
        for each in order.lines:
            put(canvas, 20, y, plain(each.quantity), 9)
            put(canvas, 34, y, each.unit, 9)
            put(canvas, 62, y, each.part, 9)
            put(canvas, 132, y, f"{each.due:%m/%d/%Y}", 8)
            put(canvas, 169, y, comma(each.price), 9, align="right")
            put(canvas, 190, y, comma(each.amount), 9, align="right")
            put(canvas, 62, y - 4.5, each.description, 9)
            y -= 12
        put(canvas, 150, y - 2, "Total USD", 10, align="right")
        put(canvas, 190, y - 2, comma(order.total), 10, align="right")

    return drawn(order.number, A4, [draw])


LAYOUTS = (
    Layout("spoken_contract", spoken_contract, Spec(kind="contract", buyers="institutes", dates="header", stated="place terms"), "sentences articles", "买卖合同{number}.pdf"),
    Layout("letter_order", letter_order, Spec(language="en", buyers="emirates", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", dates="lead", stated="quotation place terms incoterms"), "paragraphs", "LTR-{number}.pdf"),
    Layout("spoken_mail", spoken_mail, Spec(language="en", buyers="east", currency="EUR", basis="none", rate=None, describe="{en} {size}", units="en", dates="header", stated="quotation place terms incoterms"), "sentences mail", "order.eml", "body"),
    Layout("chinese_mail", chinese_mail, Spec(buyers="dealers", dates="header"), "paragraphs mail", "订单.eml", "body"),
    Layout("html_mail", html_mail, Spec(buyers="dealers", basis="net", customer_part=True, dates="lines", stated="place terms"), "mail ruled", "{number}.eml", "body"),
    Layout("card_order", card_order, Spec(language="en", buyers="dach", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", dates="lines", numbering=(10, 1), stated="quotation place terms incoterms"), "cards", "PO {number}.docx"),
    Layout("zebra_cards", zebra_cards, Spec(buyers="dealers", customer_part=True, dates="lines", stated="place terms"), "cards zebra portal", "{number}.pdf"),
    Layout("stapled", stapled, Spec(buyers="institutes", customer_part=True, dates="header", stated="place terms"), "several ruled", "订购单合并.pdf", together=2),
    Layout("stapled_abroad", stapled_abroad, Spec(language="en", buyers="states", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", numbering=None, dates="lines", stated="quotation place terms incoterms"), "several unruled two-line", "POs.pdf", together=2),
)  # fmt: skip
