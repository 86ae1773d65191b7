"""Rough sheets of Chinese firms: figures typed as text, an old workbook, groups with subtotals, items of two rows."""

# ruff: noqa: E501 - a row of a sheet stays a line

from random import Random

from openpyxl.styles import Alignment

from bench.layouts.handmade.book_parts import calculated, merged, old_book, put
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import plain, unseparated
from bench.layouts.office import saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order

YUAN = '"¥"#,##0.00'


def typed_text(_random: Random, order: Order) -> Drawing:
    """A rough list that starts in the middle of the sheet; numbers with 元 and days are typed as text."""
    book, page = sheet("Sheet1")
    put(
        page,
        {
            "C3": f"{order.customer}要货清单",
            "C4": f"{order.number}",
            "B4": "编号",
            "E4": "时间",
            "F4": f"{order.date.year}.{order.date.month}.{order.date.day}",
        },
    )
    write_row(page, 6, ("序", "要货名称", "厂家料号", "要货数", "单价", "小计"), 2)
    for at, each in enumerate(order.lines, 7):
        write_row(
            page,
            at,
            (
                each.number,
                each.description,
                each.part,
                f"{plain(each.quantity)}{each.unit}",
                f"{unseparated(each.price)}元",
                f"{unseparated(each.amount)}元",
            ),
            2,
        )
    end = 7 + len(order.lines)
    put(
        page,
        {
            f"E{end}": "共计",
            f"G{end}": f"{unseparated(order.total)}元",
            f"B{end + 2}": "要求",
            f"C{end + 2}": f"{order.due.year}.{order.due.month}.{order.due.day}前到货，含{order.rate}%票",
            f"B{end + 3}": "地址",
            f"C{end + 3}": order.place,
            f"B{end + 4}": "付款",
            f"C{end + 4}": order.terms,
            f"B{end + 5}": "供方",
            f"C{end + 5}": SELLER_ZH,
        },
    )
    return saved(book)


def old_workbook(_random: Random, order: Order) -> Drawing:
    """A workbook of Excel 97 with a merged title, facts in odd cells and net sums below."""
    rows: list[dict[int, object]] = [
        {0: f"{order.customer}订购合同"},
        {0: "需方：", 1: order.customer, 5: "合同号：", 6: order.number},
        {0: "供方：", 1: SELLER_ZH, 5: "签订日期：", 6: order.date},
        {},
        dict(
            enumerate(
                (
                    "序号",
                    "名称",
                    "型号规格",
                    "供方料号",
                    "数量",
                    "单位",
                    "不含税单价",
                    "不含税金额",
                    "交货日期",
                )
            )
        ),
    ]
    rows += [
        dict(
            enumerate(
                (
                    int(each.number or 0),
                    each.zh,
                    each.size,
                    each.part,
                    float(each.quantity),
                    each.unit,
                    each.price,
                    each.amount,
                    each.due,
                )
            )
        )
        for each in order.lines
    ]
    rows += [
        {5: "不含税合计", 7: order.net},
        {5: f"税金{order.rate}%", 7: order.tax},
        {5: "含税总计", 7: order.total},
        {},
        {0: f"1、交货地点：{order.place}"},
        {0: f"2、付款方式：{order.terms}"},
        {0: "3、以上金额均以人民币计。"},
    ]
    return old_book("合同", rows, [(0, 0, 0, 8), (1, 1, 1, 4), (2, 2, 1, 4)])


def grouped(_random: Random, order: Order) -> Drawing:
    """Items by the unit of the plant that needs them, with a formula for each group's subtotal and one for all."""
    book, page = sheet("订单明细")
    put(
        page,
        {
            "A1": "零星采购订单",
            "A2": "订单编号",
            "B2": order.number,
            "D2": "订单日期",
            "E2": order.date,
            "A3": "买方",
            "B3": order.customer,
            "D3": "卖方",
            "E3": SELLER_ZH,
            "A4": "交货期",
            "B4": order.due,
            "D4": "交货地址",
            "E4": order.place,
        },
        {"E2": "yyyy年m月d日", "B4": "yyyy年m月d日"},
    )
    merged(page, "A1:G1")
    write_row(
        page,
        6,
        ("序号", "物资描述", "卖方编码", "单位", "数量", f"单价（元，含税{order.rate}%）", "金额（元）"),
    )
    formulas = {}
    at, subtotals = 7, []
    half = (len(order.lines) + 1) // 2
    for name, part in (("一车间", order.lines[:half]), ("二车间", order.lines[half:])):
        if not part:
            continue
        page.cell(at, 1).value = name
        first = at = at + 1
        for each in part:
            write_row(
                page,
                at,
                (
                    int(each.number or 0),
                    each.description,
                    each.part,
                    each.unit,
                    each.quantity,
                    each.price,
                    each.amount,
                ),
            )
            formulas[f"G{at}"] = f"ROUND(E{at}*F{at},2)"
            at += 1
        write_row(page, at, ("小计", *[None] * 5, sum(each.amount for each in part)))
        formulas[f"G{at}"] = f"SUBTOTAL(9,G{first}:G{at - 1})"
        subtotals.append(f"G{at}")
        at += 1
    write_row(page, at, ("总计", *[None] * 5, order.total))
    formulas[f"G{at}"] = "+".join(subtotals)
    put(page, {f"A{at + 1}": f"付款条件：{order.terms}"})
    set_widths(page, (10, 34, 18, 10, 10, 18, 14))
    return calculated(book, formulas)


def two_rows_each(_random: Random, order: Order) -> Drawing:
    """Each item takes two rows with merged cells: name above size, the firm's own number above the seller's."""
    book, page = sheet("外购件订单")
    put(
        page,
        {
            "A1": "外购件订单",
            "A2": f"订单编号：{order.number}　　订单日期：{order.date:%Y-%m-%d}　　供应商：{SELLER_ZH}",
            "A3": f"订货单位：{order.customer}",
        },
    )
    merged(page, "A1:H1", "A2:H2", "A3:H3")
    write_row(
        page,
        4,
        ("序号", "名称/规格", "我司料号/厂家料号", "单位", "数量", "含税单价", "含税金额", "到货日期"),
        framed=True,
    )
    at = 5
    for each in order.lines:
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.zh,
                each.customer_part,
                each.unit,
                each.quantity,
                each.price,
                each.amount,
                each.due,
            ),
            framed=True,
        )
        write_row(page, at + 1, (None, each.size, each.part), framed=True)
        for column in "ADEFGH":
            merged(page, f"{column}{at}:{column}{at + 1}")
            page[f"{column}{at}"].alignment = Alignment(vertical="center")
        page[f"H{at}"].number_format = "yyyy-mm-dd"
        at += 2
    write_row(page, at, ("合　计", *[None] * 5, order.total), framed=True)
    put(
        page,
        {
            f"A{at + 1}": f"说明：单价为含{order.rate}%增值税人民币价格；交货地点：{order.place}；付款方式：{order.terms}"
        },
    )
    merged(page, f"A{at + 1}:H{at + 1}")
    set_widths(page, (6, 26, 22, 6, 8, 12, 14, 12))
    return saved(book)


BOOK = "hand workshops"

LAYOUTS = (
    Layout("typed_text", typed_text, Spec(buyers=BOOK, stated="place terms"), "xlsx text-numbers rough", "要货清单.xlsx"),
    Layout("old_workbook", old_workbook, Spec(kind="contract", buyers=BOOK, basis="net", describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms"), "xls merged odd-cells", "订购合同{number}.xls"),
    Layout("grouped", grouped, Spec(buyers=BOOK, stated="place terms", lines=(3, 7), arithmetic=False), "xlsx groups subtotals formulas", "零采订单{number}.xlsx"),
    Layout("two_rows_each", two_rows_each, Spec(buyers=BOOK, customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms"), "xlsx two-row-items merged", "外购件订单{number}.xlsx"),
)  # fmt: skip
