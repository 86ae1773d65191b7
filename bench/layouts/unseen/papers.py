"""Unusual paper: pages on their side, A3 in tiny type, full-width traditional labels, an order as a letter."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from bench.layouts.ink import put, put_row
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table
from bench.layouts.markup import text as t
from bench.layouts.notation import comma, in_words, long_day, plain, short_day, swiss, wide
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN, SELLER_ZH
from bench.layouts.script import traditional
from bench.layouts.values import Order
from demo.make_paper import BOLD, LATIN, SERIF, drawn, pdf, words


def letter_order(_random: Random, order: Order) -> Drawing:
    """Draw an order as a letter: each item is a paragraph of two sentences."""
    paragraphs = [
        f"<b>Item {each.number}.</b> {plain(each.quantity)} {each.unit} {t(each.description)}, your article {t(each.part)}, our stock number "
        f"{t(each.customer_part)}. The price is {order.currency} {comma(each.price)} per unit, {order.currency} {comma(each.amount)} in all."
        for each in order.lines
    ]
    story: list[Flowable] = [
        words(t(order.customer), 12, SERIF, "right"),
        words(t(order.buyer.street_en), 9, SERIF, "right", 8),
        words(SELLER_EN, 10, SERIF),
        words(SELLER_STREET_EN, 10, SERIF, space=8),
        words(long_day(order.date), 10, SERIF, space=8),
        words(f"<b>Purchase order {order.number}</b>", 11, SERIF, space=6),
        words("Dear Sirs,", 10, SERIF, space=4),
        words(f"With reference to your offer {order.quotation} we herewith order from you:", 10, SERIF, space=4),
        *(words(each, 10, SERIF, space=4) for each in paragraphs),
        words(f"The order amounts to {order.currency} {comma(order.total)} ({in_words(order.total)}).", 10, SERIF, space=4),
        words(
            f"Delivery shall be made {order.wait.en} after receipt of this order, {order.incoterms}, consigned to {t(order.place)}. "
            f"Terms of payment are {order.terms}.", 10, SERIF, space=8,
        ),
        words("Yours faithfully,", 10, SERIF, space=16),
        words("Purchasing Department", 10, SERIF),
    ]  # fmt: skip
    return pdf(story, f"Order {order.number}", margin=25)


def turned_order(_random: Random, order: Order) -> Drawing:
    """Draw an order on pages that are turned by 270 degrees."""
    columns = (
        (15, "left"),
        (30, "left"),
        (75, "left"),
        (165, "right"),
        (168, "left"),
        (210, "right"),
        (245, "right"),
        (282, "right"),
    )
    heads = (
        "Pos.",
        "Manufacturer no.",
        "Text",
        "Quantity",
        "Unit",
        "Unit price",
        f"Total {order.currency}",
        "Delivery",
    )

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(270)
        # The page is shown turned: what is drawn lies on its other side.
        canvas.translate(0, A4[1])
        canvas.rotate(-90)
        put(canvas, 15, 192, order.customer, 14, BOLD)
        put(canvas, 282, 192, f"PURCHASE ORDER {order.number}", 14, BOLD, "right")
        put(canvas, 15, 184, f"Supplier: {SELLER_EN}", 9, LATIN)
        put(canvas, 282, 184, f"Date: {short_day(order.date)}", 9, LATIN, "right")
        put(canvas, 15, 178, f"Deliver to: {order.place}", 9, LATIN)
        put(canvas, 15, 172, f"Payment terms: {order.terms}", 9, LATIN)
        put(canvas, 282, 178, f"Incoterms: {order.incoterms}", 9, LATIN, "right")
        put_row(canvas, 160, columns, heads, 8.5, BOLD)
        y = 153.0
        for each in order.lines:
            cells = (
                each.number,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
                swiss(each.price),
                swiss(each.amount),
                short_day(each.due),
            )
            put_row(canvas, y, columns, cells, 8.5, LATIN)
            y -= 7
        put(canvas, 210, y - 3, "Order total", 9, BOLD, "right")
        put(canvas, 245, y - 3, swiss(order.total), 9, BOLD, "right")

    return drawn("Purchase order", landscape(A4), [draw])


TINY = """
.h{width:100%;font-size:5.5pt}.items{width:100%;font-size:5pt}.items td,.items th{border:.3pt solid #777;padding:.6mm}.items .r{text-align:right}h1{font-size:9pt;margin:0}
"""


def tiny_order(_random: Random, order: Order) -> Drawing:
    """Draw an order on A3 in tiny type with ruled cells, every label in two languages."""
    pairs = (
        "项次 Item", "买方物料号 Buyer material", "供方 GPN", "供方 LPN", "图号 Drawing No.", "物料描述 Description", "数量 Quantity",
        "单位 Unit", "含税单价 Price incl. VAT", "含税金额 Amount incl. VAT", "要求到货 Required on", "备注 Note",
    )  # fmt: skip
    rows = [
        (
            each.number, each.customer_part, each.part, each.second_part, each.drawing, each.description,
            *(f'<td class="r">{value}</td>' for value in (plain(each.quantity), each.unit, comma(each.price), comma(each.amount))),
            each.delivery, "材质证明 EN 10204-3.1",
        )
        for each in order.lines
    ]  # fmt: skip
    rows.append(
        ("", "", "", "", "", "总计 Total", "", "", "", f'<td class="r">{comma(order.total)}</td>', "", "")
    )
    facts = (
        (
            f"订单编号 PO No.: {order.number}",
            f"订单日期 PO date: {order.date}",
            f"报价单 Quotation: {order.quotation}",
        ),
        (
            f"采购方 Purchaser: {order.customer} / {order.buyer.en}",
            f"供应商 Supplier: {SELLER_ZH} / {SELLER_EN}",
            f"税率 VAT rate: {order.rate}%",
        ),
        (
            f"付款 Payment: {order.terms}",
            f"交货地址 Ship to: {order.place}",
            f"币种 Currency: {order.currency}",
        ),
    )
    body = f"<h1>采购订单 Purchase Order</h1>{table((), facts, 'h')}{table(pairs, rows)}"
    return page(body, TINY, size="A3 landscape", margin="12mm")


WIDE = ".items{width:100%}.items td,.items th{border:1px solid #444;padding:4px;font-size:9pt}.h td{padding:1mm 6mm 1mm 0}h2{text-align:center}"


def wide_order(_random: Random, order: Order) -> Drawing:
    """Draw an order in traditional characters, its labels and figures in full width."""
    rows = [
        (
            wide(each.number or ""),
            each.part,
            each.description,
            wide(plain(each.quantity)),
            each.unit,
            wide(f"{each.price}"),
            wide(f"{each.amount}"),
        )
        for each in order.lines
    ]
    facts = (
        (f"訂單號碼：{wide(order.number)}", f"日期：{wide(f'{order.date:%Y/%m/%d}')}"),
        (f"訂購人：{order.customer}", f"供應商：{traditional(SELLER_ZH)}"),
        (f"交貨日期：{wide(f'{order.due:%Y/%m/%d}')}", f"幣別：{wide(order.currency)}"),
        (f"付款方式：{order.terms}", f"貴公司報價：{wide(order.quotation or '')}"),
    )
    rows.append(("", "", "合計", "", "", "", wide(f"{order.total}")))
    heads = ("項目", "貴方料號（Ｐ／Ｎ）", "品名", "數量", "單位", "單價", "總價")
    body = f"<h2>採　購　單　ＰＵＲＣＨＡＳＥ　ＯＲＤＥＲ</h2>{table((), facts, 'h')}{table(heads, rows)}<p>交貨地址：{order.place}</p><p>總經理：　　經理：　　採購：</p>"
    return page(body, WIDE, font="'Noto Sans CJK TC', sans-serif")


LAYOUTS = (
    Layout(
        "letter_order", letter_order,
        Spec(
            language="en", buyers="germany", currency="EUR", basis="none", units="en", customer_part=True, dates="lead",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(2, 5),
        ),
        "sentences words lead-sentence", "Order letter {number}.pdf",
    ),
    Layout(
        "turned_order", turned_order,
        Spec(
            language="en", buyers="elsewhere", currency="USD", basis="none", units="en", dates="lines",
            describe="{en} {size}", stated="place terms incoterms", lines=(3, 12), numbering=(10, 0),
        ),
        "rotated landscape line-dates", "scan_{number}.pdf",
    ),
    Layout(
        "tiny_order", tiny_order,
        Spec(
            language="mixed", parts="both", customer_part=True, drawing=True, dates="lines", describe="{zh} {en} {size}",
            also=("{zh} {size}", "{en} {size}"), lines=(12, 20),
        ),
        "a3 bilingual-labels ruled line-dates", "{number}_A3.pdf",
    ),
    Layout(
        "wide_order", wide_order,
        Spec(buyers="taiwan", currency="USD", basis="none", traditional=True, lines=(2, 6)),
        "traditional letter-spaced ruled", "採購單{number}.pdf",
    ),
)  # fmt: skip
