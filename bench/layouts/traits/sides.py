"""Agreements and orders in two languages."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table, text
from bench.layouts.notation import comma, plain
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.traits.shapes import (
    BOX,
    GRID,
)
from bench.layouts.values import Order


def sided_order(_random: Random, order: Order) -> Drawing:
    """An agreement in two columns of language, its items below under headings in both."""
    pairs = (
        (f"协议号：{order.number}", f"Agreement No.: {order.number}"),
        (f"日期：{order.date:%Y-%m-%d}", f"Date: {order.date:%Y-%m-%d}"),
        (f"甲方（买方）：{order.buyer.zh}", f"Party A (Buyer): {order.buyer.en}"),
        (f"乙方（卖方）：{SELLER_ZH}", f"Party B (Seller): {SELLER_EN}"),
        (f"交货日期：{order.due:%Y-%m-%d}", f"Delivery date: {order.due:%Y-%m-%d}"),
        (f"付款方式：{order.terms}", "Payment: see Chinese text"),
        (f"交货地点：{order.buyer.place_zh}", f"Place of delivery: {order.buyer.place_en}"),
    )
    sides = "".join(f"<tr><td>{text(one)}</td><td>{text(other)}</td></tr>" for one, other in pairs)
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
        f"<h2>采购协议 Purchase Agreement</h2><table class=box>{sides}</table>"
        + table(
            (
                "No./序号",
                "Part No. of Party B/乙方料号",
                "Goods/货物",
                "Qty/数量",
                "Unit/单位",
                "Price, VAT incl./含税单价",
                "Sum/金额",
            ),
            rows,
        )
        + f"<p>总金额（含{order.rate}%增值税） Total incl. {order.rate}% VAT: CNY {comma(order.total)}</p>"
        + "<p>本协议以中英文书就，以中文为准。Both languages are authentic; the Chinese text prevails.</p>"
    )
    return page(body, BOX + GRID + "h2{text-align:center}")


def stacked_labels(_random: Random, order: Order) -> Drawing:
    """A workbook of a joint venture: labels in two languages above the values, one date for all lines."""
    book, page_ = sheet("PO")
    set_widths(page_, (7, 18, 34, 18, 9, 8, 14, 15, 15))
    write_row(page_, 1, ("采购订单 Purchase Order",))
    emphasise(page_, "A1:I1", 14)
    write_row(
        page_,
        3,
        ("订单号\nOrder No.", None, "采购商\nPurchaser", "订单日期\nDate", None, None, "供应商\nVendor"),
        framed=True,
    )
    write_row(page_, 4, (order.number, None, order.customer, order.date, None, None, SELLER_ZH), framed=True)
    page_["D4"].number_format = "yyyy/mm/dd"
    write_row(
        page_,
        5,
        (
            "付款\nPayment",
            None,
            "收货地址\nDelivery address",
            "报价单\nQuotation",
            None,
            None,
            "币别\nCurrency",
        ),
        framed=True,
    )
    write_row(page_, 6, (order.terms, None, order.place, order.quotation, None, None, "CNY"), framed=True)
    write_row(
        page_,
        8,
        (
            "项次\nNo.",
            "买方料号\nBuyer P/N",
            "品名规格\nDescription",
            "卖方料号\nVendor P/N",
            "数量\nQty",
            "单位\nUnit",
            "未税单价\nPrice w/o VAT",
            "未税金额\nAmount w/o VAT",
            "交货日期\nETA",
        ),
        framed=True,
    )
    at = 9
    for each in order.lines:
        texts = (each.number, each.customer_part, each.description, each.part, each.quantity, each.unit)
        write_row(page_, at, (*texts, each.price, each.amount, each.due if at == 9 else None), framed=True)
        page_.cell(at, 7).number_format = page_.cell(at, 8).number_format = "#,##0.00"
        page_.cell(at, 9).number_format = "yyyy/mm/dd"
        at += 1
    if at > 10:
        page_.merge_cells(f"I9:I{at - 1}")
    for label, value in (
        ("小计 Sub-total", order.net),
        (f"增值税 VAT {order.rate}%", order.tax),
        ("总计 Total", order.total),
    ):
        write_row(page_, at, (label, value), 7, framed=True)
        page_.cell(at, 8).number_format = "#,##0.00"
        at += 1
    return saved(book)


LAYOUTS = (
    Layout("sided_order", sided_order, Spec(kind="contract", language="mixed", buyers="dealers", describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), dates="header", stated="place terms"), "two-language bilingual ruled", "Agreement {number}.pdf"),
    Layout("stacked_labels", stacked_labels, Spec(language="mixed", buyers="dealers", basis="net", customer_part=True, describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), dates="merged"), "bilingual labels-above merged", "PO{number}.xlsx"),
)  # fmt: skip
