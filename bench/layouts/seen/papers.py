"""Unusual paper: turned pages, A3 in tiny type, traditional characters, an order as a letter."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import put, put_row, rule, turned
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, table
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated
from bench.layouts.office import saved, word
from bench.layouts.parties import SELLER_EN, SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.script import traditional
from bench.layouts.values import Order
from demo.make_paper import CHINESE, drawn, register


def letter_order(_random: Random, order: Order) -> Drawing:
    """Draw an order as a letter in Word: each item is a paragraph."""
    document = word("KaiTi", 12)
    title = document.add_paragraph("订　货　函")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(f"函号：{order.number}")
    document.add_paragraph(f"{SELLER_ZH}：")
    document.add_paragraph(
        f"　　我公司（{order.customer}）依据贵司报价单{order.quotation}，向贵司订购下列备件："
    )
    for each in order.lines:
        document.add_paragraph(
            f"　　（{each.number}）{each.description}，贵司物料号{each.part}，数量{plain(each.quantity)}{each.unit}，"
            f"含税单价{each.price}元，含税金额{each.amount}元；"
        )
    for text in (
        f"　　以上合计人民币{order.total}元（大写：{capitals(order.total)}），单价中已包含{order.rate}%的增值税。",
        f"　　请于收到本函后{order.wait.zh}内将货物送达{order.place}。货款支付：{order.terms}。",
        "　　请于2日内签字盖章回传，联系电话0510-5550199。",
        order.customer,
        chinese_day(order.date),
    ):
        document.add_paragraph(text)
    return saved(document)


def turned_order(_random: Random, order: Order) -> Drawing:
    """Draw a landscape order on pages that are turned by 90 degrees."""
    register()
    columns = (
        (15, "left"),
        (28, "left"),
        (62, "left"),
        (98, "left"),
        (190, "right"),
        (193, "left"),
        (225, "right"),
        (255, "right"),
        (260, "left"),
    )
    heads = ("项次", "我方料号", "供方料号", "品名规格", "数量", "单位", "单价(含税)", "金额(含税)", "交期")

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        # The page is shown turned: what is drawn lies on its side.
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        turned(canvas, 148, 100, "已审批", 30, 90)
        put(canvas, 148, 195, "采　购　订　单", 16, CHINESE, "center")
        put(canvas, 15, 185, f"采购方：{order.customer}", 9)
        put(canvas, 190, 185, f"订单编号：{order.number}", 9)
        put(canvas, 15, 179, f"供应方：{SELLER_ZH}", 9)
        put(canvas, 190, 179, f"订单日期：{order.date:%Y.%m.%d}", 9)
        put_row(canvas, 168, columns, heads, 8.5)
        rule(canvas, 15, 166, 285, 166)
        y = 160.0
        for each in order.lines:
            codes = (
                each.number,
                each.customer_part,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
            )
            put_row(
                canvas,
                y,
                columns,
                (*codes, comma(each.price), comma(each.amount), f"{each.due:%Y.%m.%d}"),
                8.5,
            )
            y -= 7
        rule(canvas, 15, y + 3, 285, y + 3)
        put(
            canvas,
            255,
            y - 3,
            f"合计（含{order.rate}%增值税）：{comma(order.total)} 元",
            10,
            CHINESE,
            "right",
        )
        put(canvas, 15, y - 3, f"付款条件：{order.terms}", 9)
        put(canvas, 15, y - 9, f"收货地址：{order.place}", 9)

    return drawn("采购订单", landscape(A4), [draw])


def tiny_order(_random: Random, order: Order) -> Drawing:
    """Draw an order on A3 in tiny type, every label in two languages."""
    register()
    columns = (
        (15, "left"), (28, "left"), (65, "left"), (105, "left"), (130, "left"), (160, "left"), (255, "right"), (260, "left"),
        (300, "right"), (335, "right"), (345, "left"), (375, "left"),
    )  # fmt: skip
    zh = (
        "序号",
        "买方料号",
        "GPN",
        "LPN",
        "图号",
        "名称规格",
        "数量",
        "单位",
        "未税单价",
        "未税金额",
        "交货日期",
        "备注",
    )
    en = (
        "No.",
        "Buyer P/N",
        "Seller P/N",
        "Seller local P/N",
        "Drawing",
        "Description",
        "Qty",
        "Unit",
        "Unit price excl. VAT",
        "Amount excl. VAT",
        "Delivery",
        "Remark",
    )

    def draw(canvas: Canvas) -> None:
        put(canvas, 210, 280, "采购订单 PURCHASE ORDER", 12, CHINESE, "center")
        facts = (
            (f"买方 Buyer: {order.customer} {order.buyer.en}", f"订单号 Order No.: {order.number}"),
            (f"卖方 Seller: {SELLER_ZH} {SELLER_EN}", f"日期 Date: {order.date}"),
            (f"付款方式 Payment: {order.terms}", f"报价单号 Quotation No.: {order.quotation}"),
            (f"交货地点 Place of delivery: {order.place}", f"币种 Currency: {order.currency}"),
        )
        for at, (left, right) in enumerate(facts):
            put(canvas, 15, 270 - at * 4, left, 6)
            put(canvas, 300, 270 - at * 4, right, 6)
        put_row(canvas, 250, columns, zh, 5.5)
        put_row(canvas, 247, columns, en, 5.5)
        rule(canvas, 15, 245.5, 405, 245.5, 0.3)
        y = 242.0
        for each in order.lines:
            codes = (
                each.number,
                each.customer_part,
                each.part,
                each.second_part,
                each.drawing,
                each.description,
                plain(each.quantity),
                each.unit,
            )
            put_row(
                canvas, y, columns, (*codes, comma(each.price), comma(each.amount), each.delivery, "3.1"), 5.5
            )
            y -= 4
        rule(canvas, 15, y + 2, 405, y + 2, 0.3)
        for label, value in (
            ("未税合计 Subtotal", order.net),
            (f"增值税 VAT {order.rate}%", order.tax),
            ("含税总计 Grand total", order.total),
        ):
            put(canvas, 300, y - 2, label, 5.5, CHINESE, "right")
            put(canvas, 335, y - 2, comma(value), 5.5, CHINESE, "right")
            y -= 4

    return drawn("PO", landscape(A3), [draw])


SPACED = ".items{width:100%}.items td,.items th{border:1px solid #000;padding:3px;font-size:9pt}h2{text-align:center;letter-spacing:12px}"


def traditional_order(_random: Random, order: Order) -> Drawing:
    """Draw an order in traditional characters, its labels set wide."""
    rows = [
        (
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            unseparated(each.price),
            unseparated(each.amount),
        )
        for each in order.lines
    ]
    rows.append(("", "", "總　　計", "", "", "", unseparated(order.total)))
    heads = ("項　次", "貴 司 料 號", "品　名　規　格", "數　量", "單　位", "單　價", "金　額")
    body = (
        f"<h2>{order.customer}</h2><h2>訂購單</h2>"
        f"<p>訂 單 編 號：{order.number}　　　　訂 購 日 期：{order.date:%Y/%m/%d}</p>"
        f"<p>供 應 廠 商：{traditional(SELLER_ZH)}<br>廠 商 地 址：{traditional(SELLER_STREET_ZH)}</p>"
        f"{table(heads, rows)}<p>幣　　　別：美金 USD</p><p>交 貨 日 期：{order.due:%Y/%m/%d}</p><p>交 貨 地 點：{order.place}</p>"
        f"<p>付 款 條 件：{order.terms}</p><p>報 價 單 號：{order.quotation}</p><p>核准：　　　　覆核：　　　　承辦：</p>"
    )
    return page(body, SPACED, font=SERIF.replace("SC", "TC"))


LAYOUTS = (
    Layout(
        "letter_order", letter_order,
        Spec(dates="lead", lines=(2, 5)),
        "sentences docx capitals lead-sentence", "订货函 {number}.docx",
    ),
    Layout(
        "turned_order", turned_order,
        Spec(customer_part=True, dates="lines", parts="lpn", stated="place terms", lines=(3, 12)),
        "rotated landscape line-dates", "{code}_{number}.pdf",
    ),
    Layout(
        "tiny_order", tiny_order,
        Spec(
            language="mixed", basis="net", parts="both", customer_part=True, drawing=True, dates="lines",
            describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), lines=(12, 20),
        ),
        "a3 bilingual-labels two-level line-dates", "PO {number} A3.pdf",
    ),
    Layout(
        "traditional_order", traditional_order,
        Spec(buyers="taiwan", currency="USD", basis="none", traditional=True, lines=(2, 6)),
        "traditional letter-spaced ruled", "訂購單{number}.pdf",
    ),
)  # fmt: skip
