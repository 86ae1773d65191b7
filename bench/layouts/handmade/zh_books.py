"""Orders kept in Excel by Chinese firms: merged titles, data in odd cells, formulas, formats, several sheets."""

# ruff: noqa: E501 - a row of a sheet stays a line

from random import Random

from bench.layouts.forms.zh_shapes import words_of
from bench.layouts.handmade.book_parts import calculated, merged, put
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order

YUAN = '"¥"#,##0.00'


def odd_cells(_random: Random, order: Order) -> Drawing:
    """A title over all columns, labels with their values one and two cells further, a hidden column of budgets, formulas."""
    book, page = sheet("订单")
    put(page, {"A1": order.customer, "A2": "采 购 订 单"})
    emphasise(page, "A1:J1", 16)
    emphasise(page, "A2:J2", 14)
    put(
        page,
        {
            "A3": "供应商：", "C3": SELLER_ZH, "H3": "订单编号：", "I3": order.number,
            "A4": "收货地址：", "C4": order.place, "H4": "订单日期：", "I4": order.date,
            "A5": "付款方式：", "C5": order.terms, "H5": "交货日期：", "I5": order.due,
        },
        {"I4": "yyyy/m/d", "I5": "yyyy/m/d"},
    )  # fmt: skip
    write_row(
        page,
        7,
        ("序号", "品名", "规格", "料号", "单位", "数量", "预算价", "含税单价", "金额", "备注"),
        framed=True,
    )
    formulas = {}
    for at, each in enumerate(order.lines, 8):
        write_row(
            page,
            at,
            (
                at - 7,
                each.zh,
                each.size,
                each.part,
                each.unit,
                each.quantity,
                each.price + 55,
                each.price,
                each.amount,
                None,
            ),
            framed=True,
        )
        put(page, {}, {f"H{at}": "#,##0.00", f"I{at}": "#,##0.00"})
        formulas[f"I{at}"] = f"ROUND(F{at}*H{at},2)"
    end = 8 + len(order.lines)
    write_row(page, end, ("合计", *[None] * 7, order.total, None), framed=True)
    merged(page, f"A{end}:F{end}")
    formulas[f"I{end}"] = f"SUM(I8:I{end - 1})"
    put(
        page,
        {
            f"A{end + 1}": f"人民币大写：{words_of(order.total)}",
            f"A{end + 2}": f"备注：1、以上价格含{order.rate}%增值税及运费。",
            f"A{end + 3}": "　　　2、随货附合格证，送货单上注明订单编号。",
            f"A{end + 4}": "　　　3、收到订单请于24小时内签字回传。",
            f"A{end + 6}": "采购：",
            f"C{end + 6}": "王丽",
            f"H{end + 6}": "审批：",
        },
    )
    page.column_dimensions["G"].hidden = True
    set_widths(page, (6, 14, 22, 18, 6, 8, 9, 11, 13, 8))
    return calculated(book, formulas)


def formatted_numbers(_random: Random, order: Order) -> Drawing:
    """Labels and values in one cell, empty columns between, units and the currency in the formats of the numbers."""
    book, page = sheet("Sheet1")
    put(
        page,
        {
            "B2": f"{order.customer}订货单",
            "B4": f"单号：{order.number}", "F4": f"日期：{order.date:%Y.%m.%d}",
            "B5": f"致：{SELLER_ZH}", "F5": "我司联系人：周工",
            "B6": f"送货地点：{order.place}",
        },
    )  # fmt: skip
    merged(page, "B2:L2")
    put(
        page,
        dict(
            zip(
                ("B8", "D8", "F8", "H8", "J8", "L8"),
                ("货品", "货号", "订货数量", "含税单价", "含税金额", "要求到货"),
                strict=True,
            )
        ),
    )
    formulas = {}
    for at, each in enumerate(order.lines, 9):
        put(
            page,
            {
                f"B{at}": each.description,
                f"D{at}": each.part,
                f"F{at}": each.quantity,
                f"H{at}": each.price,
                f"J{at}": each.amount,
                f"L{at}": each.due,
            },
            {f"F{at}": f'General"{each.unit}"', f"H{at}": YUAN, f"J{at}": YUAN, f"L{at}": "yyyy-mm-dd"},
        )
        formulas[f"J{at}"] = f"ROUND(F{at}*H{at},2)"
    end = 10 + len(order.lines)
    put(page, {f"H{end}": "总额", f"J{end}": order.total}, {f"J{end}": YUAN})
    formulas[f"J{end}"] = f"SUM(J9:J{end - 1})"
    put(page, {f"B{end + 2}": f"结算：{order.terms}", f"B{end + 3}": f"价格含税{order.rate}%，开专票。"})
    set_widths(page, (2, 34, 2, 18, 2, 10, 2, 12, 2, 14, 2, 12))
    return calculated(book, formulas)


def several_sheets(_random: Random, order: Order) -> Drawing:
    """How to fill it in, the order itself, and what was bought last year, each on a sheet."""
    book, guide = sheet("填写说明")
    put(
        guide,
        {
            "A1": "填写说明",
            "A2": "1. 采购订单请填写在“本次订单”页。",
            "A3": "2. 单价为含税价，数量不得为空。",
            "A4": "3. 历史记录仅供查询，供应商无需处理。",
        },
    )
    page = book.create_sheet("本次订单")
    put(
        page,
        {
            "A1": "采购订单",
            "A2": "采购方",
            "B2": order.customer,
            "E2": "订单号",
            "F2": order.number,
            "A3": "供应方",
            "B3": SELLER_ZH,
            "E3": "下单日期",
            "F3": order.date,
            "A4": "收货地",
            "B4": order.place,
            "E4": "付款条件",
            "F4": order.terms,
        },
        {"F3": "yyyy-mm-dd"},
    )
    merged(page, "A1:I1", "B2:D2", "B3:D3", "B4:D4", "F4:I4")
    write_row(
        page, 6, ("行", "名称规格", "贵司物料号", "数量", "单位", "含税单价", "税率", "价税合计", "交期")
    )
    for at, each in enumerate(order.lines, 7):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.description,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                (order.rate or 0) / 100,
                each.amount,
                each.due,
            ),
        )
        put(page, {}, {f"G{at}": "0%", f"I{at}": "yyyy-mm-dd"})
    end = 7 + len(order.lines)
    write_row(page, end, ("合计（人民币）", None, None, None, None, None, None, order.total))
    old = book.create_sheet("2025年采购记录")
    write_row(old, 1, ("订单号", "日期", "名称规格", "数量", "单位", "含税单价", "金额"))
    for at, each in enumerate(order.lines, 2):
        price = each.price * 9 / 10
        write_row(
            old,
            at,
            (
                f"CG2025-00{at}",
                f"2025-0{at % 8 + 1}-11",
                each.description,
                2,
                each.unit,
                round(price, 2),
                round(price * 2, 2),
            ),
        )
    book.active = 1
    return saved(book)


def hidden_rows(_random: Random, order: Order) -> Drawing:
    """Last order's rows are hidden and not deleted, a list of prices stands on a hidden sheet."""
    book, page = sheet("订单")
    put(
        page,
        {
            "A1": "备件订购单",
            "A2": f"订购单号：{order.number}",
            "E2": f"订购日期：{order.date:%Y-%m-%d}",
            "A3": f"订购方：{order.customer}",
            "E3": f"供方：{SELLER_ZH}",
        },
    )
    merged(page, "A1:I1")
    write_row(
        page,
        5,
        ("项次", "备件名称", "规格型号", "供方编号", "数量", "单位", "含税单价", "含税合价", "交货时间"),
        framed=True,
    )
    for at, (name, code, price) in enumerate((("轴套", "LP-11-4410", 315), ("静环", "LP-11-4411", 288)), 6):
        write_row(page, at, (at - 5, name, "旧", code, 4, "件", price, price * 4, "2025-09-30"), framed=True)
        page.row_dimensions[at].hidden = True
    for at, each in enumerate(order.lines, 8):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.zh,
                each.size,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
                f"{each.due:%Y-%m-%d}",
            ),
            framed=True,
        )
    end = 8 + len(order.lines)
    write_row(page, end, ("合计", None, None, None, None, None, None, order.total), framed=True)
    put(
        page,
        {
            f"A{end + 1}": f"金额单位：人民币元，含{order.rate}%增值税",
            f"A{end + 2}": f"交货地点：{order.place}",
            f"A{end + 3}": f"结算方式：{order.terms}",
        },
    )
    store = book.create_sheet("价格库")
    store.sheet_state = "hidden"
    for at, each in enumerate(order.lines, 1):
        write_row(store, at, (each.part, each.description, each.price * 2))
    return saved(book)


BOOK = "hand workshops"

LAYOUTS = (
    Layout("odd_cells", odd_cells, Spec(buyers=BOOK, describe="{zh}", also=("{zh} {size}",), stated="place terms", arithmetic=False), "xlsx merged-title odd-cells hidden-column formulas", "采购订单{number}.xlsx"),
    Layout("formatted_numbers", formatted_numbers, Spec(buyers=BOOK, numbering=None, dates="lines", stated="place terms", arithmetic=False), "xlsx formats empty-columns formulas", "订货单.xlsx"),
    Layout("several_sheets", several_sheets, Spec(buyers="hand agents", dates="lines", stated="place terms"), "xlsx several-sheets", "{number}.xlsx"),
    Layout("hidden_rows", hidden_rows, Spec(buyers=BOOK, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms"), "xlsx hidden-rows hidden-sheet", "备件订购单{number}.xlsx"),
)  # fmt: skip
