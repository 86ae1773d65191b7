"""Wide paper in tiny type, turned pages, a saved page."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import put, put_row, rule, seal
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, page, row, table, text
from bench.layouts.notation import capitals, comma, plain, unseparated
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.traits.shapes import GRID
from bench.layouts.values import Order
from demo.make_paper import drawn, register


def wide_list(_random: Random, order: Order) -> Drawing:
    """A list on wide paper in tiny type with columns of which an order desk needs half."""
    heads = (
        "序号",
        "需求计划号",
        "需求单位",
        "物资编码",
        "物资名称",
        "规格型号",
        "图号",
        "制造商编码",
        "计量单位",
        "采购数量",
        "到货数量",
        "不含税单价",
        "不含税金额",
        "税率",
        "含税单价",
        "含税金额",
        "要求到货时间",
        "预算单价",
        "备注",
    )
    rows = [
        (
            *(
                each.number,
                f"JH-{each.due:%y%m}-{at:03d}",
                "机动部",
                each.customer_part,
                each.zh,
                each.size,
                each.drawing,
                each.part,
                each.unit,
            ),
            *(plain(each.quantity), "0", unseparated(each.price), unseparated(each.amount), f"{order.rate}%"),
            *(
                unseparated(each.gross_price or each.price),
                unseparated(each.gross_amount or each.amount),
                f"{each.due:%Y-%m-%d}",
                "",
                "",
            ),
        )
        for at, each in enumerate(order.lines, 41)
    ]
    foot = row(
        (
            "",
            "合计",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            unseparated(order.net),
            "",
            "",
            unseparated(order.total),
            "",
            "",
            "",
        )
    )
    body = (
        f"<p>采购订单（明细）　订单号：{order.number}　订单日期：{order.date:%Y-%m-%d}　采购方：{text(order.customer)}　供应商：{SELLER_ZH}　供应商编码：0000{order.date.day}7731　币种：人民币</p>"
        + table(heads, rows, foot=foot)
        + f"<p>交货地点：{text(order.place)}　付款方式：{text(order.terms)}　报价编号：{order.quotation}</p>"
    )
    return page(
        body, GRID + "body,.items td,.items th{font-size:5.5pt!important}", size="A3 landscape", margin="10mm"
    )


def wide_drawn(_random: Random, order: Order) -> Drawing:
    """A wide bill of an American plant in tiny type, drawn with the pen."""
    register()

    def draw(canvas: Canvas) -> None:
        put(canvas, 15, 282, f"{order.customer}   -   {order.buyer.street_en}", 7)
        put(canvas, 15, 277, f"PURCHASE ORDER {order.number}", 9)
        facts = (
            f"DATE {order.date:%m/%d/%Y}",
            f"SELLER {SELLER_EN}",
            f"QUOTE NO {order.quotation}",
            f"TERMS {order.terms}",
        )
        for at, words in enumerate(facts):
            put(canvas, 15 + at * 98, 272, words, 5.5)
        columns = [
            (15, "left"),
            (25, "left"),
            (95, "left"),
            (140, "left"),
            (205, "right"),
            (215, "left"),
            (255, "right"),
            (275, "left"),
            (325, "right"),
            (350, "left"),
        ]
        put_row(
            canvas,
            264,
            columns,
            (
                "LN",
                "ITEM DESCRIPTION",
                "SELLER PART",
                "OUR STOCK NO",
                "QTY ORDERED",
                "UOM",
                "UNIT PRICE",
                "PER",
                "EXTENSION",
                "DUE DATE",
            ),
            5,
        )
        rule(canvas, 15, 262.5, 400, 262.5, 0.3)
        y = 259.0
        for each in order.lines:
            put_row(
                canvas,
                y,
                columns,
                (
                    each.number,
                    each.description,
                    each.part,
                    each.customer_part,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    each.per,
                    comma(each.amount),
                    f"{each.due:%m/%d/%Y}",
                ),
                5,
            )
            y -= 3.4
        rule(canvas, 295, y + 1.6, 330, y + 1.6, 0.3)
        put_row(canvas, y - 2, [(275, "left"), (325, "right")], ("ORDER TOTAL USD", comma(order.total)), 5.5)
        put(canvas, 15, y - 8, f"DELIVER TO: {order.place}     SHIPMENT: {order.incoterms}", 5.5)

    return drawn(order.number, landscape(A3), [draw])


def turned_page(_random: Random, order: Order) -> Drawing:
    """A page that a reader turns by ninety degrees, with a seal over its foot."""
    register()

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        put(canvas, 148, 195, "配件采购合同", 15, align="center")
        put(canvas, 20, 186, f"合同编号 {order.number}", 9)
        put(canvas, 200, 186, f"签约时间 {order.date:%Y.%m.%d}", 9)
        put(canvas, 20, 180, f"甲方（需方） {order.customer}", 9)
        put(canvas, 150, 180, f"乙方（供方） {SELLER_ZH}", 9)
        columns = [
            (20, "left"),
            (35, "left"),
            (110, "left"),
            (165, "right"),
            (175, "left"),
            (215, "right"),
            (250, "right"),
        ]
        rule(canvas, 18, 176, 280, 176)
        put_row(
            canvas,
            171.5,
            columns,
            ("序号", "物资名称、型号", "乙方料号", "数量", "单位", "含税单价", "含税金额"),
            9,
        )
        rule(canvas, 18, 169, 280, 169)
        y = 164.0
        for each in order.lines:
            put_row(
                canvas,
                y,
                columns,
                (
                    each.number,
                    each.description,
                    each.part,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                ),
                9,
            )
            y -= 6.5
        rule(canvas, 18, y + 4, 280, y + 4)
        put(canvas, 20, y, f"总价（大写） {capitals(order.total)}", 9)
        put(canvas, 250, y, f"￥{comma(order.total)}", 9, align="right")
        for at, words in enumerate(
            (
                f"增值税率{order.rate}%，单价含税。",
                f"交货时间 {order.due:%Y.%m.%d}",
                f"交货地点 {order.place}",
                f"付款方式 {order.terms}",
            )
        ):
            put(canvas, 20, y - 8 - at * 6, words, 9)
        put(canvas, 20, y - 42, f"甲方盖章 {order.customer}", 9)
        put(canvas, 180, y - 42, f"乙方盖章 {SELLER_ZH}", 9)
        seal(canvas, 60, y - 40, order.customer[:10], "合同专用章", 17)

    return drawn(order.number, (A4[0], 297 * mm), [draw])


def mailed_table(_random: Random, order: Order) -> Drawing:
    """A web page saved from a purchasing tool: section headings, an unruled table."""
    rows = "".join(
        f"<tr><td>{each.number}</td><td>{text(each.description)}</td><td>{each.part}</td><td>{plain(each.quantity)}</td><td>{each.unit}</td><td>{comma(each.price)}</td><td>{comma(each.amount)}</td><td>{each.due:%d-%m-%Y}</td></tr>"
        for each in order.lines
    )
    body = (
        "<h3>Order details</h3>"
        f"<dl><dt>Order reference</dt><dd>{order.number}</dd><dt>Issued on</dt><dd>{order.date:%d-%m-%Y}</dd><dt>Buying company</dt><dd>{text(order.customer)}</dd><dt>Vendor</dt><dd>{SELLER_EN}</dd>"
        f"<dt>Offer no.</dt><dd>{order.quotation}</dd><dt>Payment conditions</dt><dd>{text(order.terms)}</dd><dt>Delivery condition</dt><dd>{text(order.incoterms)}</dd><dt>Destination</dt><dd>{text(order.place)}</dd></dl>"
        "<h3>Ordered articles</h3><table><tr><th>No</th><th>Article</th><th>Vendor article no.</th><th>Ordered</th><th>Unit</th><th>Price (EUR)</th><th>Value (EUR)</th><th>Arrival date</th></tr>"
        f"{rows}</table><p>Total value excl. VAT: EUR {comma(order.total)}</p>"
    )
    return document(body, "").encode()


LAYOUTS = (
    Layout("wide_list", wide_list, Spec(buyers="institutes", basis="both", customer_part=True, drawing=True, describe="{zh}", also=("{zh} {size}",), dates="lines", lines=(5, 12), quoted_rate=13), "wide tiny both-prices landscape ruled", "订单明细{number}.pdf"),
    Layout("wide_drawn", wide_drawn, Spec(language="en", buyers="states", currency="USD", basis="none", rate=None, customer_part=True, describe="{en} {size}", units="en", dates="lines", per="mixed", lines=(5, 12), stated="quotation place terms incoterms"), "wide tiny unruled landscape", "{number}.pdf"),
    Layout("turned_page", turned_page, Spec(kind="contract", buyers="institutes", dates="header", stated="place terms"), "turned stamp unruled", "合同{number}.pdf"),
    Layout("saved_page", mailed_table, Spec(language="en", buyers="east", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", dates="lines", stated="quotation place terms incoterms"), "unruled labels-above page", "order-{number}.html"),
)  # fmt: skip
