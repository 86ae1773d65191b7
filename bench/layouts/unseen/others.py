"""Lead times in sentences, several orders in one file, and documents that are no orders."""

# ruff: noqa: E501 - a line of a page stays a line

from dataclasses import replace
from random import Random

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table
from bench.layouts.markup import text as t
from bench.layouts.notation import chinese_day, comma, long_day, plain, short_day
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import BOLD, LATIN, grid, pdf, register, words

LINED = ".items{width:100%;margin:3mm 0}.items td,.items th{border-bottom:1px solid #666;padding:3px 5px;font-size:9pt;text-align:left}"


def british_form(_random: Random, order: Order) -> Drawing:
    """Draw a British order in Word: a form of labels and values, lead time and terms in sentences."""
    document = word("Arial", 10)
    document.add_heading(f"{order.customer}", level=2)
    document.add_paragraph(order.buyer.street_en)
    form = document.add_table(rows=0, cols=2, style="Table Grid")
    fill_table(
        form,
        [
            ("Official order no.", order.number),
            ("Dated", f"{order.date:%d/%m/%Y}"),
            ("Supplier", SELLER_EN),
            ("Quote", order.quotation),
            ("Delivery terms", order.incoterms),
        ],
    )
    document.add_paragraph("Kindly supply the following:")
    items = document.add_table(rows=0, cols=6)
    heads = ("Qty", "Unit", "Description", "Manufacturer's part no.", "Unit cost", "Total")
    rows = [
        (
            plain(each.quantity),
            each.unit,
            each.description,
            each.part,
            f"£{comma(each.price)}",
            f"£{comma(each.amount)}",
        )
        for each in order.lines
    ]
    fill_table(items, [heads, *rows, ("", "", "", "", "TOTAL", f"£{comma(order.total)}")])
    for text in (
        f"As agreed, the goods will be ready not later than {order.wait.en} from the date of this order.",
        f"They are to be sent to {order.place}.",
        f"We will pay on these terms: {order.terms}.",
        "Deliveries are accepted from 08:00 to 15:30, Monday to Friday.",
    ):
        document.add_paragraph(text)
    return saved(document)


def bundled_order(random: Random, order: Order) -> Drawing:
    """Draw one of several short Chinese orders that are saved into one file."""
    register()
    rows: list[list[object]] = [["序号", "贵司料号", "名称规格", "数量", "单价(含税)", "金额(元)"]]
    rows += [
        [
            each.number,
            each.part,
            each.description,
            f"{plain(each.quantity)}{each.unit}",
            comma(each.price),
            comma(each.amount),
        ]
        for each in order.lines
    ]
    story: list[Flowable] = [
        words(f"采购单　{order.number}", 14, align="center", space=5),
        words(
            f"采购单位：{order.customer}　　日期：{chinese_day(order.date)}　　报价单号：{order.quotation}",
            9,
            space=3,
        ),
        words(f"供应单位：{SELLER_ZH}", 9, space=4),
        grid(
            rows,
            (12, 34, 60, 22, 24, 26),
            [("BOX", (0, 0), (-1, -1), 0.6, "black"), ("LINEBELOW", (0, 0), (-1, 0), 0.6, "black")],
        ),
        Spacer(1, 3 * mm),
        words(f"合计：{comma(order.total)}　（含{order.rate}%增值税）", 10, space=3),
        words(
            f"{random.choice(('交货日期', '交期', '要求交期'))}：{chinese_day(order.due)}　　付款方式：{order.terms}",
            9,
        ),
    ]
    return pdf(story, "采购单", margin=16)


def revised_order(_random: Random, order: Order) -> Drawing:
    """Draw a change of an order: old and new values side by side."""
    line = order.lines[0]
    rows = (
        (
            line.number,
            line.description,
            f"{plain(line.quantity + 1)} {line.unit}",
            f"{plain(line.quantity)} {line.unit}",
            comma(line.price),
        ),
    )
    body = (
        f"<h2>Purchase Order Change Notice</h2><p>{t(order.customer)}</p><p>Original order: {t(order.number)} &nbsp; Change no.: 2 &nbsp; Date: {short_day(order.date)}</p>"
        f"<p>Supplier: {SELLER_EN}</p><p>The following line is changed, everything else remains as ordered:</p>"
        f"{table(('Line', 'Description', 'Old quantity', 'New quantity', 'Unit price'), rows)}<p>Please confirm this amendment.</p>"
    )
    return page(body, LINED)


def blanket_agreement(_random: Random, order: Order) -> Drawing:
    """Draw a blanket agreement with its price schedule in Word."""
    document = word("Times New Roman", 11)
    document.add_heading("Framework Agreement", level=1)
    for text in (
        f"Agreement No. {order.number}, dated {long_day(order.date)}",
        f"between {order.customer} (the Purchaser) and {SELLER_EN} (the Supplier).",
        "1. Scope. The Purchaser may order the goods of Schedule 1 by call-off orders. Quantities are estimates and not binding.",
        "2. Prices. The prices of Schedule 1 are fixed for 24 months.",
        "3. Term. This agreement is valid for two years and may be terminated with three months' notice.",
        "Schedule 1: prices",
    ):
        document.add_paragraph(text)
    prices = document.add_table(rows=0, cols=4, style="Table Grid")
    fill_table(prices, [("Item", "Part no.", "Description", f"Price {order.currency}")])
    fill_table(
        prices, [(each.number, each.part, each.description, comma(each.price)) for each in order.lines]
    )
    return saved(document)


def offered_prices(_random: Random, order: Order) -> Drawing:
    """Draw a quotation of the seller in Chinese."""
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
        f"<h2>报 价 单</h2><p>报价单号：{order.quotation}　　报价日期：{order.date}</p><p>客户：{order.customer}</p><p>报价方：{SELLER_ZH}</p>"
        f"{table(('序号', '物料号', '名称规格', '数量', '单位', '含税单价', '含税金额'), rows)}<p>合计：{comma(order.total)} 元</p><p>本报价有效期30天，交货期{order.wait.zh}。</p>"
    )
    return page(body, LINED)


def sent_invoice(_random: Random, order: Order) -> Drawing:
    """Draw a proforma-like invoice printed by a browser."""
    rows = [
        (
            each.part,
            each.description,
            f"{plain(each.quantity)} {each.unit}",
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    body = (
        f"<h2>INVOICE</h2><p>{SELLER_EN}</p><p>Invoice number: BL-{order.quotation} &nbsp; Invoice date: {short_day(order.date)} &nbsp; Due in 30 days</p>"
        f"<p>Sold to: {t(order.customer)}<br>Customer order: {t(order.number)}</p>{table(('Article', 'Description', 'Shipped', 'Price', 'Total'), rows)}"
        f"<p>Invoice total {order.currency} {comma(order.total)}</p>"
    )
    return page(body, LINED)


def technical_terms(_random: Random, order: Order) -> Drawing:
    """Draw a technical agreement in English."""
    rows: list[list[object]] = [["Tag", "Equipment", "Medium", "T max", "p max"]]
    rows += [
        [f"10-P-2{at:02d}", each.description, "Process water", f"{60 + at * 10} C", f"{10 + at} bar"]
        for at, each in enumerate(order.lines)
    ]
    story: list[Flowable] = [
        words("TECHNICAL AGREEMENT", 15, BOLD, "center", 6),
        words(f"between {t(order.customer)} and {SELLER_EN}, {long_day(order.date)}", 9, LATIN, space=5),
        words("1. Scope of supply and design conditions are given in the table below.", 9, LATIN, space=3),
        grid(rows, (26, 64, 34, 24, 24), [("GRID", (0, 0), (-1, -1), 0.4, "black")], font=LATIN),
        words(
            "2. Standards: API 682 4th edition, EN 12756. 3. Tests: hydrostatic 1.5 times for 30 minutes.",
            9,
            LATIN,
            space=3,
        ),
        words(
            "4. Guarantee of performance: 25,000 hours of operation. 5. Documents: 3 sets of drawings and data sheets.",
            9,
            LATIN,
        ),
    ]
    return pdf(story, "technical agreement")


ENGLISH = Spec(
    language="en", buyers="elsewhere", currency="USD", basis="none", units="en", describe="{en} {size}", kind_only=True,
)  # fmt: skip

LAYOUTS = (
    Layout(
        "british_form", british_form,
        Spec(
            language="en", buyers="britain", currency="GBP", basis="none", units="en", numbering=None, dates="lead",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(2, 5), lead_unit="working days",
        ),
        "docx british lead-sentence", "{number} {code}.docx",
    ),
    Layout(
        "bundled_order", bundled_order,
        Spec(stated="quotation terms", lines=(2, 4)),
        "several-orders", "采购单{code}.pdf", together=2,
    ),
    Layout("revised_order", revised_order, replace(ENGLISH, kind="change_order", lines=(2, 3)), "change-order", "Change {number}.pdf"),
    Layout(
        "blanket_agreement", blanket_agreement, replace(ENGLISH, kind="framework_agreement", lines=(5, 12)),
        "framework docx", "Frame {number}.docx",
    ),
    Layout(
        "offered_prices", offered_prices,
        Spec(kind="quotation", kind_only=True, dates="lead"),
        "quotation", "报价.pdf",
    ),
    Layout("sent_invoice", sent_invoice, replace(ENGLISH, kind="invoice"), "invoice", "{number} invoice.pdf"),
    Layout("technical_terms", technical_terms, replace(ENGLISH, kind="technical_agreement", lines=(2, 5)), "technical", "TA {code}.pdf"),
)  # fmt: skip
