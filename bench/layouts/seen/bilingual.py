"""Contracts in two languages, orders with pages of terms, Indian notation."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table
from bench.layouts.markup import text as t
from bench.layouts.notation import capitals, chinese_day, comma, in_words, indian, long_day, plain, swiss
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import BOLD, LATIN, grid, pdf, words

TERMS = (
    "1. Definitions. 'Order' means any order numbered 4500000000 to 4599999999 issued on or after 1 January 2019.",
    "2. Prices are firm. Any increase above 2.5% releases the Buyer. Example: 100 pieces at 12.50 make 1,250.00.",
    "3. Delivery. Delay is charged at 0.5% per week up to a maximum of 5% of the order value. Partial deliveries need consent.",
    "4. Invoices are due as agreed on the first page; invoices below 150.00 may be paid by card within 10 days.",
    "5. Warranty is 24 months from delivery or 18 months from start-up, whichever is the earlier.",
    "6. Documents: certificate EN 10204-3.1, packing list in 3 copies, manual in 2 copies, by e-mail within 5 working days.",
    "7. Insurance of at least 2,000,000.00 per event must be held and shown by 31 March of each year.",
    "8. Packing follows ISPM 15; boxes above 25 kg are marked. Pallets measure 1200 x 800 mm.",
    "9. Confidentiality lasts 5 years. Disputes go to the courts at the Buyer's seat.",
    "10. These terms, revision 7 of 14 May 2021, supersede revision 6 of 2 February 2018.",
)


def paired_contract(_random: Random, order: Order) -> Drawing:
    """Draw a Word contract whose clauses stand in two columns, Chinese and English."""
    document = word(size=9.5)
    document.add_heading("采购合同 / PURCHASE CONTRACT", level=1)
    pairs = document.add_table(rows=0, cols=2)
    fill_table(
        pairs,
        [
            (f"合同编号：{order.number}", f"Contract No.: {order.number}"),
            (f"签订日期：{chinese_day(order.date)}", f"Date of signing: {long_day(order.date)}"),
            (f"买方：{order.customer}", f"Buyer: {order.buyer.en}"),
            (f"卖方：{SELLER_ZH}", f"Seller: {SELLER_EN}"),
            ("1. 买方向卖方购买下列货物：", "1. The Buyer buys from the Seller the following goods:"),
        ],
    )
    items = document.add_table(rows=0, cols=7, style="Table Grid")
    heads = (
        "序号\nItem",
        "货物\nGoods",
        "卖方编码\nSeller's code",
        "数量\nQty",
        "单位\nUnit",
        "含税单价\nUnit price incl. VAT",
        "含税总价\nTotal incl. VAT",
    )
    rows = [
        (
            each.number,
            f"{each.zh} {each.size}\n{each.en} {each.size}",
            each.part,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    fill_table(items, [heads, *rows, ("合计\nTotal", "", "", "", "", "CNY", comma(order.total))])
    clauses = document.add_table(rows=0, cols=2)
    fill_table(
        clauses,
        [
            (
                f"2. 大写：{capitals(order.total)}，含{order.rate}%增值税。",
                f"2. Say: {in_words(order.total)} RMB only, {order.rate}% VAT included.",
            ),
            (
                f"3. 交货期：合同生效后{order.wait.zh}。",
                f"3. Delivery: {order.wait.en} after the contract comes into force.",
            ),
            (f"4. 交货地点：{order.place}", f"4. Place of delivery: {order.buyer.place_en}"),
            (f"5. 付款条件：{order.terms}", "5. Payment: as stated in the Chinese text."),
            (f"6. 报价单号：{order.quotation}", f"6. Quotation No.: {order.quotation}"),
            ("7. 以中文为准。", "7. The Chinese text prevails."),
        ],
    )
    return saved(document)


def termed_order(_random: Random, order: Order) -> Drawing:
    """Draw an order with three pages of terms full of other numbers and days."""
    rows: list[list[object]] = [
        ["No", "Supplier's article", "Designation", "Quantity", "Unit", "Price", "Sum"]
    ]
    rows += [
        [
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            swiss(each.price),
            swiss(each.amount),
        ]
        for each in order.lines
    ]
    rows.append(["", "", "", "", "", "Total", swiss(order.total)])
    facts: list[list[object]] = [
        ["Order number", order.number, "Order date", long_day(order.date)],
        ["Quotation", order.quotation, "Currency", order.currency],
        ["Delivery date", long_day(order.due), "Delivery terms", order.incoterms],
    ]
    story: list[Flowable] = [
        words(t(order.customer), 13, BOLD, space=2),
        words(t(order.buyer.street_en), 8, LATIN, space=6),
        words("Purchase Order", 18, BOLD, space=8),
        grid(facts, (30, 60, 30, 54), font=LATIN, size=9),
        words(f"Supplier: {SELLER_EN}, {SELLER_STREET_EN}", 9, LATIN, space=2),
        words(f"Delivery address: {t(order.place)}", 9, LATIN, space=2),
        words(f"Payment terms: {order.terms}", 9, LATIN, space=6),
        grid(
            rows,
            (10, 34, 62, 18, 12, 22, 24),
            [
                ("ALIGN", (3, 0), (3, -1), "RIGHT"),
                ("ALIGN", (5, 0), (-1, -1), "RIGHT"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, "black"),
                ("LINEABOVE", (0, -1), (-1, -1), 0.4, "black"),
            ],
            font=LATIN,
        ),
        Spacer(1, 8 * mm),
        words("The General Terms and Conditions on the following pages are part of this order.", 8, LATIN),
    ]
    for number in (1, 2, 3):
        story += [
            PageBreak(),
            words(f"General Terms and Conditions of Purchase, part {number} of 3", 11, BOLD, space=6),
        ]
        story += [words(each.replace("'", "&#39;"), 8.5, LATIN, space=5) for each in TERMS * 2]
    return pdf(story, f"PO {order.number}", margin=17)


INDIAN = ".items{width:100%;margin:3mm 0}.items td,.items th,.h td{border:1px solid #000;padding:2mm;font-size:8.5pt}.h{width:100%}.r{text-align:right}h3{text-align:center;text-decoration:underline}"


def indian_order(_random: Random, order: Order) -> Drawing:
    """Draw an Indian order: lakhs in figures and the amount in words, prices for a hundred."""
    rows = [
        (
            each.number, f"<td>{t(each.description)}<br>Mfr. Part No.: {t(each.part)}<br>Item code: {t(each.customer_part)}</td>",
            indian(each.quantity, 0 if each.quantity == int(each.quantity) else 1), each.unit, f'<td class="r">{indian(each.price)}</td>', f'<td class="r">{each.per}</td>',
            f'<td class="r">{indian(each.amount)}</td>',
        )
        for each in order.lines
    ]  # fmt: skip
    rows.append(
        (
            "",
            "<td><b>Grand Total</b></td>",
            "",
            "",
            "",
            "",
            f'<td class="r"><b>{indian(order.total)}</b></td>',
        )
    )
    facts = (
        (f"PO No.: {order.number}", f"PO Date: {order.date:%d.%m.%Y}"),
        (f"Supplier: {SELLER_EN}", f"Quotation No.: {order.quotation}"),
        (f"Delivery at: {order.place}", f"Delivery Date: {order.due:%d.%m.%Y}"),
        (f"Payment Terms: {order.terms}", f"Price Basis: {order.incoterms}"),
    )
    body = (
        f"<h3>PURCHASE ORDER</h3><p><b>{t(order.customer)}</b><br>{t(order.buyer.street_en)}<br>GSTIN 99AAAAA0000A1Z5</p>"
        f"{table((), facts, 'h')}{table(('Sl. No.', 'Item description', 'Qty.', 'UOM', f'Rate ({order.currency})', 'Per', f'Value ({order.currency})'), rows)}"
        f"<p>Amount in words: US Dollars {in_words(order.total)} only</p><p>For {t(order.customer)}</p><p>Authorised Signatory</p>"
    )
    return page(body, INDIAN)


LAYOUTS = (
    Layout(
        "paired_contract", paired_contract,
        Spec(
            kind="contract", language="mixed", dates="lead", lead_unit="months", describe="{zh} {size} {en} {size}",
            also=("{zh} {size}", "{en} {size}", "{zh} {en} {size}"), lines=(2, 5),
        ),
        "two-language docx capitals words ruled lead-sentence", "合同Contract {number}.docx",
    ),
    Layout(
        "termed_order", termed_order,
        Spec(
            language="en", buyers="elsewhere", currency="EUR", basis="none", units="en", describe="{en} {size}",
            stated="quotation place terms incoterms", lines=(3, 9),
        ),
        "terms-pages", "Purchase Order {number} with GTC.pdf",
    ),
    Layout(
        "indian_order", indian_order,
        Spec(
            language="en", buyers="india", currency="USD", basis="none", units="en", customer_part=True, per="lines",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(3, 8),
        ),
        "indian words three-line price-unit ruled", "PO-{number}.pdf",
    ),
)  # fmt: skip
