"""Contracts and orders of trading firms in English or in two languages, typed in Word."""

# ruff: noqa: E501 - a sentence of an order stays a line

from random import Random

from bench.layouts.forms.zh_shapes import dated
from bench.layouts.handmade.word_parts import across, centred, field, revised, ruled
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import comma, in_words, long_day, plain, short_day
from bench.layouts.office import saved, word
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN, SELLER_ZH
from bench.layouts.values import Order


def two_languages(_random: Random, order: Order) -> Drawing:
    """Every label in both languages, facts in a grid of four columns, a total in words of English."""
    file = word("Arial", 9)
    centred(file, order.buyer.zh, 14)
    centred(file, order.buyer.en, 11)
    centred(file, "采购订单 PURCHASE ORDER", 13)
    ruled(
        file,
        [
            ("订单号\nPO No.", order.number, "日期\nDate", f"{order.date:%Y-%m-%d}"),
            ("供应商\nSupplier", f"{SELLER_ZH}\n{SELLER_EN}", "交货期\nDelivery", f"{order.due:%Y-%m-%d}"),
            ("付款条件\nPayment", order.terms, "贸易术语\nIncoterms", order.incoterms),
        ],
    )
    file.add_paragraph("")
    heads = (
        "序号\nItem",
        "货物描述\nDescription",
        "供方料号\nSupplier P/N",
        "数量\nQty",
        "单位\nUnit",
        "单价\nUnit Price (USD)",
        "金额\nAmount (USD)",
    )
    rows = [
        (
            each.number,
            f"{each.zh}\n{each.en} {each.size}",
            each.part,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    grid = ruled(file, [heads, *rows])
    across(grid, (6, "合计 TOTAL"), (1, comma(order.total)))
    file.add_paragraph(f"SAY US DOLLARS {in_words(order.total).upper()} ONLY")
    file.add_paragraph(f"送货地址 Ship to: {order.place}")
    file.add_paragraph("买方签章 Buyer: ____________　　卖方签章 Seller: ____________")
    return saved(file)


def sales_contract(_random: Random, order: Order) -> Drawing:
    """A contract of trading firms in articles, with its amounts in words and a revision of the day of shipment."""
    file = word("Times New Roman", 10.5)
    centred(file, "SALES CONTRACT", 16)
    line = file.add_paragraph("Contract No.: ")
    field(line, order.number)
    line = file.add_paragraph("Date: ")
    field(line, short_day(order.date))
    for words in (
        f"The Buyer: {order.customer}",
        f"Address: {order.buyer.street_en}",
        f"The Seller: {SELLER_EN}",
        f"Address: {SELLER_STREET_EN}",
        "This Contract is made by and between the Buyer and the Seller, whereby the Buyer agrees to buy and the Seller agrees to sell the under-mentioned commodity:",
        "1. Commodity, quantity and price",
    ):
        file.add_paragraph(words)
    heads = (
        "No.",
        "Name of commodity and specification",
        "Seller's code",
        "Unit",
        "Quantity",
        "Unit price",
        "Total amount",
    )
    rows = [
        (
            each.number,
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            f"USD {comma(each.price)}",
            f"USD {comma(each.amount)}",
        )
        for each in order.lines
    ]
    grid = ruled(file, [heads, *rows])
    across(
        grid,
        (6, f"Total contract value: say US Dollars {in_words(order.total).lower()} only"),
        (1, f"USD {comma(order.total)}"),
    )
    file.add_paragraph(f"2. Terms of delivery: {order.incoterms} (Incoterms 2020)")
    line = file.add_paragraph("3. Time of shipment: on or before ")
    revised(line, short_day(order.date), short_day(order.due))
    for words in (
        f"4. Place of delivery: {order.place}",
        f"5. Terms of payment: {order.terms}",
        "6. Packing: in export wooden cases, suitable for long distance transport.",
        "7. Guarantee: 12 months from the date of delivery.",
        "8. Arbitration: all disputes shall be settled by negotiation; failing that, by arbitration.",
        "The Buyer: __________________\t\tThe Seller: __________________",
    ):
        file.add_paragraph(words)
    return saved(file)


def facing_columns(_random: Random, order: Order) -> Drawing:
    """A contract in two columns of a table, Chinese at the left and English at the right; the items between in both."""
    file = word("SimSun", 10)
    centred(file, "采购合同 / PURCHASE CONTRACT", 14)
    ruled(
        file,
        [
            (f"合同编号：{order.number}", f"Contract No.: {order.number}"),
            (f"签订日期：{dated(order.date)}", f"Date: {long_day(order.date)}"),
            (f"买方：{order.buyer.zh}", f"Buyer: {order.buyer.en}"),
            (f"卖方：{SELLER_ZH}", f"Seller: {SELLER_EN}"),
        ],
    )
    heads = (
        "序号 No.",
        "品名 Description",
        "编码 Code",
        "数量 Qty",
        "单位 Unit",
        "未税单价 Net price",
        "未税金额 Net amount",
    )
    rows = [
        (
            each.number,
            f"{each.zh} {each.size}",
            each.part,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    grid = ruled(file, [heads, *rows])
    across(grid, (6, "未税合计 Net total (CNY)"), (1, comma(order.net)))
    across(grid, (6, f"增值税 VAT {order.rate}%"), (1, comma(order.tax)))
    across(grid, (6, "含税总计 Grand total (CNY)"), (1, comma(order.total)))
    ruled(
        file,
        [
            (f"交货期：{dated(order.due)}", f"Delivery date: {long_day(order.due)}"),
            (f"交货地点：{order.buyer.place_zh}", f"Place of delivery: {order.buyer.place_en}"),
            (f"付款条件：{order.terms}", "Payment: as in the Chinese text"),
            ("两种文本不一致时，以中文为准。", "In case of discrepancy the Chinese text shall prevail."),
        ],
    )
    return saved(file)


LAYOUTS = (
    Layout("two_languages", two_languages, Spec(language="mixed", buyers="hand agents", currency="USD", basis="none", rate=None, describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), units="en", stated="place terms incoterms"), "word bilingual head-grid words", "订单PO {number}.docx"),
    Layout("sales_contract", sales_contract, Spec(kind="contract", language="en", buyers="hand agents", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", stated="place terms incoterms"), "word articles fields revisions words", "Contract {number}.docx"),
    Layout("facing_columns", facing_columns, Spec(kind="contract", language="mixed", buyers="hand agents", basis="net", describe="{zh} {size}", stated="place terms"), "word bilingual facing-columns", "采购合同 Contract {number}.docx"),
)  # fmt: skip
