"""Lead times in sentences, several orders in one file, and documents that are no orders."""

# ruff: noqa: E501 - a line of a page stays a line

from dataclasses import replace
from random import Random

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table
from bench.layouts.markup import text as t
from bench.layouts.notation import chinese_day, comma, long_day, plain
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import BOLD, LATIN, grid, pdf, register, words

RULED = ".items{width:100%;margin:3mm 0}.items td,.items th{border:1px solid #333;padding:3px 5px;font-size:9pt}h2{text-align:center}"


def british_letter(_random: Random, order: Order) -> Drawing:
    """Draw a British order in Word: a plain table, conditions in sentences."""
    document = word("Calibri", 11)
    document.add_heading("Purchase Order", level=1)
    for text in (
        f"{order.customer}, {order.buyer.street_en}",
        f"To: {SELLER_EN}, {SELLER_STREET_EN}",
        f"Our reference: {order.number}",
        f"Date: {long_day(order.date)}",
        f"We refer to your quotation {order.quotation} and order the goods below.",
    ):
        document.add_paragraph(text)
    heads = ("Item", "Description", "Your reference", "Drawing", "Quantity", "Price each", "Line total")
    rows = [
        (
            each.number,
            each.description,
            each.part,
            each.drawing,
            f"{plain(each.quantity)} {each.unit}",
            f"€{comma(each.price)}",
            f"€{comma(each.amount)}",
        )
        for each in order.lines
    ]
    table_of_items = document.add_table(rows=0, cols=7, style="Light Grid Accent 1")
    fill_table(table_of_items, [heads, *rows])
    for text in (
        f"The total value of this order is €{comma(order.total)}.",
        f"Delivery is required within {order.wait.en} of receipt of this order, {order.incoterms}, to {order.place}.",
        f"Payment will be made as follows: {order.terms}.",
        "Please acknowledge within 3 working days. Our conditions of purchase (January 2023) apply.",
    ):
        document.add_paragraph(text)
    return saved(document)


def stapled_order(_random: Random, order: Order) -> Drawing:
    """Draw one of several short orders that are saved into one file."""
    rows: list[list[object]] = [["#", "Your code", "Goods", "Qty", "Price", "Value"]]
    rows += [
        [
            each.number,
            each.part,
            each.description,
            f"{plain(each.quantity)} {each.unit}",
            comma(each.price),
            comma(each.amount),
        ]
        for each in order.lines
    ]
    story: list[Flowable] = [
        words(f"{t(order.customer)} - Purchase Order {order.number}", 12, BOLD, space=4),
        words(
            f"Date {order.date:%d.%m.%Y} - Vendor {SELLER_EN} - Your quotation {order.quotation}",
            9,
            LATIN,
            space=4,
        ),
        grid(rows, (10, 34, 66, 24, 22, 24), [("LINEBELOW", (0, 0), (-1, -1), 0.3, "grey")], font=LATIN),
        Spacer(1, 3 * mm),
        words(f"Total {order.currency} {comma(order.total)}", 10, BOLD, space=4),
        words(f"Delivery date {order.due:%d.%m.%Y}, payment terms {order.terms}", 9, LATIN),
    ]
    return pdf(story, "orders", margin=17)


def changed_order(_random: Random, order: Order) -> Drawing:
    """Draw a supplement to a contract: from what to what a line changes."""
    line = order.lines[0]
    document = word()
    document.add_heading("补充协议（合同变更）", level=1)
    for text in (
        f"原合同编号：{order.number}",
        f"甲方：{order.customer}",
        f"乙方：{SELLER_ZH}",
        f"经双方协商，就原合同作如下变更：第{line.number}项{line.description}数量由{plain(line.quantity + 2)}{line.unit}变更为{plain(line.quantity)}{line.unit}，单价{line.price}元不变。",
        "原合同其余条款不变，本补充协议与原合同具有同等法律效力。",
        f"签订日期：{chinese_day(order.date)}",
    ):
        document.add_paragraph(text)
    return saved(document)


def frame_agreement(_random: Random, order: Order) -> Drawing:
    """Draw a yearly agreement with its price list."""
    rows = [(each.number, each.part, each.description, each.unit, comma(each.price)) for each in order.lines]
    body = (
        f"<h2>年度采购框架协议</h2><p>协议编号：{order.number}　　签订日期：{chinese_day(order.date)}</p><p>甲方：{order.customer}</p><p>乙方：{SELLER_ZH}</p>"
        "<p>一、定义：本协议所称“订单”指甲方依据本协议下达的采购订单。</p><p>二、价格：协议期内按附件价格表执行，数量以实际订单为准，甲方不承诺采购量。</p>"
        f"<p>三、期限：自签订之日起12个月。</p><p>附件：价格表（含税，元）</p>{table(('序号', '物料号', '名称规格', '单位', '协议单价'), rows)}"
    )
    return page(body, RULED)


def offered_prices(_random: Random, order: Order) -> Drawing:
    """Draw a quotation of the seller."""
    rows = [
        (
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    body = (
        f"<h2>QUOTATION</h2><p>{SELLER_EN}<br>Quotation No. {order.quotation}<br>Date {long_day(order.date)}<br>To: {t(order.customer)}</p>"
        f"<p>Thank you for your enquiry. We are pleased to offer:</p>{table(('Item', 'Part', 'Description', 'Qty', 'Unit', 'Price', 'Total'), rows)}"
        f"<p>Total {order.currency} {comma(order.total)}. This quotation is valid for 30 days. Delivery {order.wait.en} after order.</p>"
    )
    return page(body, RULED)


def sent_invoice(_random: Random, order: Order) -> Drawing:
    """Draw an invoice for what was ordered."""
    rows: list[list[object]] = [["Pos", "Article", "Description", "Qty", "Price", "Amount"]]
    rows += [
        [
            each.number,
            each.part,
            each.description,
            f"{plain(each.quantity)} {each.unit}",
            comma(each.price),
            comma(each.amount),
        ]
        for each in order.lines
    ]
    story: list[Flowable] = [
        words("COMMERCIAL INVOICE", 15, BOLD, space=6),
        words(
            f"{SELLER_EN} - Invoice No. 9{order.quotation} - Invoice date {long_day(order.date)}",
            9,
            LATIN,
            space=3,
        ),
        words(f"Bill to: {t(order.customer)} - Your order {order.number}", 9, LATIN, space=6),
        grid(rows, (10, 34, 66, 24, 22, 24), font=LATIN),
        Spacer(1, 3 * mm),
        words(
            f"Amount due {order.currency} {comma(order.total)}. Please pay to account 1200 8899 7766 5544.",
            9,
            LATIN,
        ),
    ]
    return pdf(story, "invoice", margin=17)


def technical_terms(_random: Random, order: Order) -> Drawing:
    """Draw a technical agreement with data of operation."""
    register()
    rows: list[list[object]] = [["位号", "设备", "介质", "温度℃", "压力MPa", "转速rpm"]]
    rows += [
        [f"P-{100 + at}A/B", each.description, "含硫污水", 40 + at * 5, f"{at * 0.4 + 0.6:.1f}", 2950]
        for at, each in enumerate(order.lines, 1)
    ]
    clauses = (
        "1 总则：本技术协议适用于机械密封的设计、制造、检验和验收。供方应保证所供货物符合本协议要求。",
        "2 设计和运行条件：见下表。",
        "3 执行标准：JB/T 1472、GB/T 33509、API 682第四版。",
        "4 检验：出厂前做1.25倍静压试验，保压15分钟。",
        "5 性能保证：连续运行8000小时，泄漏量不大于5mL/h。",
        "6 交付资料：合格证2份，装配图3份，数据表1份。",
    )
    story: list[Flowable] = [
        words("技 术 协 议", 16, align="center", space=8),
        words(
            f"需方：{order.customer}　　供方：{SELLER_ZH}　　日期：{chinese_day(order.date)}", 9.5, space=5
        ),
        *(words(each, 9.5, space=3) for each in clauses[:2]),
        grid(rows, (22, 58, 26, 20, 22, 24), [("GRID", (0, 0), (-1, -1), 0.4, "black")]),
        *(words(each, 9.5, space=3) for each in clauses[2:]),
    ]
    return pdf(story, "技术协议")


ENGLISH = Spec(
    language="en", buyers="elsewhere", currency="USD", basis="none", units="en", describe="{en} {size}",
    dates="lead", kind_only=True,
)  # fmt: skip

LAYOUTS = (
    Layout(
        "british_letter", british_letter,
        Spec(
            language="en", buyers="britain", currency="EUR", basis="none", units="en", drawing=True, dates="lead",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(2, 5), lead_unit="working days",
        ),
        "docx british lead-sentence", "{code} PO.docx",
    ),
    Layout(
        "stapled_order", stapled_order,
        Spec(
            language="en", buyers="elsewhere", currency="EUR", basis="none", units="en", describe="{en} {size}",
            stated="quotation terms", lines=(2, 4),
        ),
        "several-orders", "orders {code}.pdf", together=2,
    ),
    Layout(
        "changed_order", changed_order,
        Spec(kind="change_order", kind_only=True, lines=(2, 3)),
        "change-order docx", "补充协议{number}.docx",
    ),
    Layout(
        "frame_agreement", frame_agreement,
        Spec(kind="framework_agreement", kind_only=True, lines=(5, 12)),
        "framework", "框架协议{number}.pdf",
    ),
    Layout(
        "offered_prices", offered_prices,
        replace(ENGLISH, kind="quotation"),
        "quotation", "offer.pdf",
    ),
    Layout(
        "sent_invoice", sent_invoice,
        replace(ENGLISH, kind="invoice"),
        "invoice", "INV {number}.pdf",
    ),
    Layout(
        "technical_terms", technical_terms,
        Spec(kind="technical_agreement", kind_only=True, lines=(2, 5)),
        "technical", "技术协议.pdf",
    ),
)  # fmt: skip
