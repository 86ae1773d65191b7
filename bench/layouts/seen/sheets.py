"""Orders as a workbook and as comma-separated values."""

# ruff: noqa: E501 - a line of a page stays a line

import csv
import io
from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import capitals, plain
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order


def merged_sheet(_random: Random, order: Order) -> Drawing:
    """Draw a workbook with merged cells: a heading of two rows, one date for all lines."""
    book, first = sheet("订单")
    first["A1"] = f"{order.customer}采购订单"
    emphasise(first, "A1:J1", 15)
    facts = (
        ("订单号", order.number, "订单日期", order.date),
        ("供应商", SELLER_ZH, "报价单号", order.quotation),
    )
    for row, (one, a, two, b) in enumerate(facts, 3):
        write_row(first, row, (one, a), 1)
        write_row(first, row, (two, b), 7)
        first.merge_cells(f"B{row}:E{row}")
    first["H3"].number_format = "yyyy-mm-dd"
    write_row(
        first,
        6,
        ("序号", "物料", None, None, "数量", "单位", "价格（含税，元）", None, "交货日期", "备注"),
        framed=True,
    )
    write_row(
        first, 7, (None, "供方编码", "名称", "规格", None, None, "单价", "金额", None, None), framed=True
    )
    for area in ("A6:A7", "B6:D6", "E6:E7", "F6:F7", "G6:H6", "I6:I7", "J6:J7"):
        emphasise(first, area, 10)
    for row, each in enumerate(order.lines, 8):
        values = (
            int(each.number or 0),
            each.part,
            each.zh,
            each.size,
            each.quantity,
            each.unit,
            each.price,
            each.amount,
            None,
            None,
        )
        write_row(first, row, values, framed=True)
        first.cell(row, 7).number_format = first.cell(row, 8).number_format = "#,##0.00"
    end = 7 + len(order.lines)
    first["I8"] = order.lines[0].due
    first["I8"].number_format = "yyyy/m/d"
    if end > 8:
        first.merge_cells(f"I8:I{end}")
    write_row(first, end + 1, ("合计", None, None, None, None, None, None, order.total), framed=True)
    first.cell(end + 1, 8).number_format = "#,##0.00"
    write_row(first, end + 2, ("大写", capitals(order.total)))
    write_row(first, end + 3, (f"注：以上价格均含{order.rate}%增值税。",))
    write_row(first, end + 4, ("付款方式", order.terms))
    write_row(first, end + 5, ("交货地点", order.place))
    set_widths(first, (8, 16, 18, 20, 8, 7, 13, 14, 13, 8))
    return saved(book)


def exported_values(_random: Random, order: Order) -> Drawing:
    """Draw comma-separated values as an ERP system exports them: the head data repeat on every row."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    heads = (
        "订单编号",
        "订单日期",
        "采购单位",
        "供应商",
        "行号",
        "我方料号",
        "供方料号",
        "品名规格",
        "数量",
        "单位",
    )
    writer.writerow([*heads, "含税单价", "含税金额", "税率", "币种", "交货日期", "付款条件", "收货地址"])
    for each in order.lines:
        writer.writerow([
            order.number, order.date, order.customer, SELLER_ZH, each.number, each.customer_part, each.part, each.description,
            plain(each.quantity), each.unit, each.price, each.amount, f"{order.rate}%", "人民币", each.delivery, order.terms, order.place,
        ])  # fmt: skip
    writer.writerow(["合计", *[""] * 10, order.total, *[""] * 5])
    return stream.getvalue().encode("utf-8-sig")


LAYOUTS = (
    Layout(
        "merged_sheet", merged_sheet,
        Spec(dates="merged", describe="{zh}", also=("{zh} {size}",), lines=(3, 7)),
        "xlsx merged two-level capitals tax-sentence", "订单{number}.xlsx",
    ),
    Layout(
        "exported_values", exported_values,
        Spec(customer_part=True, dates="lines", stated="place terms", lines=(3, 9), numbering=(10, 0)),
        "csv line-dates", "export_{number}.csv",
    ),
)  # fmt: skip
