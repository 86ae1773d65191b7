"""Orders in traditional characters, from Taiwan and Hong Kong: years of the republic, tax of five per cent, other currencies."""

# ruff: noqa: E501 - a piece of markup stays a line

import datetime as dt
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.forms.zh_shapes import GRID, HEAD, LINES, cells, framed, paragraphs, spanned, spread
from bench.layouts.ink import put, put_row, rule
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table, text
from bench.layouts.notation import comma, long_day, plain
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.script import traditional
from bench.layouts.values import Order
from demo.make_paper import drawn, register

SELLER = "貝嵐密封技術（天津）有限公司"


def _republic(day: dt.date) -> str:
    """Return a day in the years of the republic, as 115/03/05."""
    return f"{day.year - 1911}/{day:%m/%d}"


def workflow_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of a Taiwanese maker's system: days in years of the republic, tax added below."""
    head = spread(
        [
            ("採購單號", order.number), ("交易幣別", "NTD 新台幣"), ("付款條件", order.terms),
            ("單據日期", _republic(order.date)), ("課 稅 別", "應稅外加 5%"), ("製單日期", _republic(order.date)),
            ("廠商代號", f"F0{order.date:%m%d} {SELLER}"), ("採購人員", "林淑芬"), ("頁　　次", "1/1"),
        ],
        3,
    )  # fmt: skip
    names = "number|mine|name|size|part|unit|count|price|amount"
    heads = (
        "序號",
        "品號",
        "品名",
        "規格",
        "廠商品號",
        "單位",
        "採購數量",
        "採購單價",
        "採購金額",
        "預計交貨日",
    )
    rows = [[*one, _republic(each.due)] for one, each in zip(cells(order, names), order.lines, strict=True)]
    sums = (
        spanned((8, "未稅金額"), (1, comma(order.net)), (1, ""))
        + spanned((8, "營業稅額"), (1, comma(order.tax)), (1, ""))
        + spanned((8, "採購總金額"), (1, comma(order.total)), (1, ""))
    )
    tail = paragraphs(
        [
            f"送貨地址：{text(order.place)}",
            "備　　註：1. 請於收到本單後三日內簽回。2. 交貨時請附檢驗報告。",
            "核　准：　　　　　　審　核：　　　　　　製　單：林淑芬",
        ]
    )
    return page(
        f"<h2>{text(order.customer)}</h2><h3>採　購　單</h3>{head}{table(heads, rows, foot=sums)}{tail}",
        HEAD + GRID,
        size="A4 landscape",
        margin="10mm",
        font="'Noto Sans CJK TC', sans-serif",
    )


def republic_order(_random: Random, order: Order) -> Drawing:
    """An order sheet with days written out in years of the republic, drawn without rules, in US dollars."""
    register()
    year = order.date.year - 1911

    def draw(canvas: Canvas) -> None:
        put(canvas, 105, 280, order.customer, 14, align="center")
        put(canvas, 105, 273, "訂　購　單", 14, align="center")
        put(canvas, 20, 262, f"訂單編號：{order.number}", 9.5)
        put(canvas, 130, 262, f"訂購日期：中華民國{year}年{order.date.month}月{order.date.day}日", 9.5)
        put(canvas, 20, 256, f"供應廠商：{SELLER}", 9.5)
        put(canvas, 130, 256, f"報價單號：{order.quotation}", 9.5)
        columns = [
            (20, "left"),
            (30, "left"),
            (88, "left"),
            (128, "right"),
            (132, "left"),
            (162, "right"),
            (192, "right"),
        ]
        put_row(canvas, 245, columns, ("項次", "品名規格", "廠商料號", "數量", "單位", "單價", "金額"), 9)
        rule(canvas, 20, 243, 192, 243)
        y = 238.0
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
        rule(canvas, 20, y + 4, 192, y + 4)
        put(canvas, 128, y - 1, "總金額 USD", 9.5)
        put(canvas, 192, y - 1, comma(order.total), 9.5, align="right")
        due = order.due
        for at, words in enumerate(
            (f"交貨日期：{due.year - 1911}年{due.month}月{due.day}日", f"交貨地點：{order.place}", f"付款條件：{order.terms}", "交貨時請註明訂單編號，並附出廠證明。", "經辦：　　　　　　主管：　　　　　　廠商簽章：")
        ):  # fmt: skip
            put(canvas, 20, y - 10 - at * 6.5, words, 9.5)

    return drawn(order.number, A4, [draw])


def hongkong_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of a Hong Kong trader: labels in two languages, amounts in Hong Kong dollars, no word of tax."""
    left = f"<b>致 To：</b>{SELLER_EN}<br>{traditional(SELLER_ZH)}<br>電話 Tel：+86 22 5550 1966"
    right = framed(
        [
            ("訂單編號 P.O. No.", order.number),
            ("日期 Date", long_day(order.date)),
            ("報價編號 Quotation Ref.", order.quotation),
            ("付款方式 Payment", order.terms),
            ("交貨日期 Delivery", long_day(order.due)),
        ],
        1,
    )
    names = "number|mine|text|part|count|unit|price|amount"
    heads = (
        "項目<br>Item",
        "貨號<br>Stock Code",
        "貨品名稱及規格<br>Description",
        "廠方編號<br>Maker P/N",
        "數量<br>Qty",
        "單位<br>Unit",
        "單價<br>Unit Price HK$",
        "金額<br>Amount HK$",
    )
    top = "<tr>" + "".join(f"<th>{each}</th>" for each in heads) + "</tr>"
    rows = "".join(
        "<tr>" + "".join(f"<td>{text(one)}</td>" for one in each) + "</tr>" for each in cells(order, names)
    )
    foot = spanned((7, "總額 TOTAL HK$"), (1, comma(order.total)))
    tail = paragraphs(
        [
            f"送貨地址 Deliver to：{text(order.place)}",
            "請於簽署後傳真回覆。Please sign and return by fax.",
            f"For and on behalf of {text(order.buyer.en)}",
            "____________________ 授權簽署 Authorized Signature",
        ]
    )
    body = f"<h3>{text(order.customer)}<br>{text(order.buyer.en)}</h3><p class=c>{text(order.buyer.street_zh)}</p><h2>採購訂單 PURCHASE ORDER</h2><div style='display:grid;grid-template-columns:1fr 1fr'><div>{left}</div><div>{right}</div></div><table class=items><thead>{top}</thead><tbody>{rows}{foot}</tbody></table>{tail}"
    return page(body, HEAD + LINES, font="'Noto Sans CJK HK', sans-serif")


def import_order(_random: Random, order: Order) -> Drawing:
    """A foreign purchase of a Taiwanese plant: terms of trade and US dollars, headings in two languages in one cell."""
    head = framed(
        [
            ("採購單號 PO NO", order.number), ("採購日期 DATE", f"{order.date:%Y/%m/%d}"),
            ("供應商 VENDOR", SELLER), ("幣別 CURRENCY", "USD"),
            ("付款條件 PAYMENT", order.terms), ("價格條件 PRICE TERM", order.incoterms),
            ("交貨地點 SHIP TO", order.place), ("報價單號 QUOTE NO", order.quotation),
        ],
        2,
    )  # fmt: skip
    names = "number|mine|text|part|count|unit|price|amount|due/"
    heads = (
        "項次 ITEM",
        "料號 PART NO",
        "品名規格 DESCRIPTION",
        "原廠料號 MFR P/N",
        "數量 QTY",
        "單位 UNIT",
        "單價 U/PRICE",
        "金額 AMOUNT",
        "交期 DELIVERY",
    )
    foot = spanned((7, "合計 TOTAL USD"), (1, comma(order.total)), (1, ""))
    tail = paragraphs(
        [
            "注意事項 REMARKS：",
            "1. 每逾期一日扣罰該批貨款千分之三。",
            "2. 外箱須標示採購單號、料號及數量。",
            "採購：　　　　　課長：　　　　　經理：",
        ]
    )
    return page(
        f"<h2>{text(order.customer)}<br>國外採購單 PURCHASE ORDER</h2>{head}{table(heads, cells(order, names), foot=foot)}{tail}",
        HEAD + GRID,
        size="A4 landscape",
        margin="10mm",
        font="'Noto Sans CJK TC', sans-serif",
    )


LAYOUTS = (
    Layout("workflow_order", workflow_order, Spec(buyers="island", currency="TWD", basis="net", rate=5, quoted_rate=5, customer_part=True, describe="{zh}", also=("{zh} {size}",), traditional=True, dates="lines", stated="place terms", numbers=("331-115{day}{n:04d}", "330-26{day}0{n:03d}")), "traditional republic-dates sums-below landscape", "採購單{number}.pdf"),
    Layout("republic_order", republic_order, Spec(buyers="taiwan", currency="USD", basis="none", rate=None, traditional=True, dates="header"), "traditional republic-dates drawn unruled", "{number}.pdf"),
    Layout("hongkong_order", hongkong_order, Spec(buyers="hongkong", currency="HKD", basis="none", rate=None, customer_part=True, traditional=True, dates="header"), "traditional bilingual-labels unruled", "PO {number}.pdf"),
    Layout("import_order", import_order, Spec(buyers="island", currency="USD", basis="none", rate=None, customer_part=True, traditional=True, dates="lines", numbering=(1, 3), stated="quotation place terms incoterms"), "traditional bilingual-heads landscape", "{number}.pdf"),
)  # fmt: skip
