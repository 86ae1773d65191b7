"""Workbooks of Chinese buyers: titles above, heads of two rows, signatures below; lists and notices."""

# ruff: noqa: E501 - a row of a sheet stays a line

from random import Random

from openpyxl.worksheet.worksheet import Worksheet

from bench.layouts.forms.zh_shapes import dated, words_of
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import plain
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order

MONEY = "#,##0.00"


def spares_list(_random: Random, order: Order) -> Drawing:
    """A list of spares to buy: a head of two rows, prices with and without tax, the time of each line in weeks."""
    book, page = sheet("备件采购清单")
    write_row(page, 1, (f"{order.customer}备件采购清单",))
    emphasise(page, "A1:O1", 16)
    write_row(
        page,
        2,
        (
            f"订单编号：{order.number}",
            *[None] * 5,
            f"供应商：{SELLER_ZH}",
            *[None] * 4,
            f"日期：{order.date:%Y-%m-%d}",
        ),
    )
    page.merge_cells("A2:F2")
    page.merge_cells("G2:K2")
    page.merge_cells("L2:O2")
    write_row(
        page,
        3,
        (
            "序号",
            "物料编码",
            "备件名称",
            "型号规格",
            "厂家图号/编码",
            "数量",
            "单位",
            "不含税",
            None,
            "税率",
            "含税",
            None,
            "税额",
            "交货期",
            "备注",
        ),
        framed=True,
    )
    write_row(page, 4, (*[None] * 7, "单价", "金额", None, "单价", "价税合计", None, None, None), framed=True)
    for area in ("H3:I3", "K3:L3", *(f"{each}3:{each}4" for each in "ABCDEFGJMNO")):
        emphasise(page, area, 10)
    for at, each in enumerate(order.lines, 5):
        gross, whole = each.gross_price, each.gross_amount
        tax = (whole or each.amount) - each.amount
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.customer_part,
                each.zh,
                each.size,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
                (order.rate or 0) / 100,
                gross,
                whole,
                tax,
                each.lead and each.lead.zh,
                None,
            ),
            framed=True,
        )
        page.cell(at, 10).number_format = "0%"
        money(page, at, (8, 9, 11, 12, 13))
    end = 5 + len(order.lines)
    write_row(
        page,
        end,
        ("合计", *[None] * 7, order.net, None, None, order.total, order.total - order.net),
        framed=True,
    )
    money(page, end, (9, 12, 13))
    page.merge_cells(f"A{end}:H{end}")
    for at, words in enumerate(
        (f"价税合计大写：{words_of(order.total)}", f"送货地点：{order.place}", f"付款方式：{order.terms}"),
        end + 1,
    ):
        page.cell(at, 1).value = words
        page.merge_cells(f"A{at}:O{at}")
    write_row(
        page, end + 5, ("编制：高翔", None, None, "审核：", None, None, "机动部：", None, None, "分管领导：")
    )
    set_widths(page, (6, 15, 16, 20, 18, 8, 6, 12, 13, 7, 12, 14, 12, 9, 8))
    return saved(book)


def subcontract_list(_random: Random, order: Order) -> Drawing:
    """A list for subcontracted goods: facts in pairs of cells above, one time for all below, by the end of a month."""
    book, page = sheet("Sheet1")
    write_row(page, 2, (None, "委外采购单"))
    emphasise(page, "B2:I2", 18)
    facts = (
        ("采购单号", order.number, "下单日期", order.date),
        ("供方", SELLER_ZH, "需方", order.customer),
        ("需方联系人", "徐敏 13700000033", "报价单号", order.quotation),
    )
    for at, (one, a, two, b) in enumerate(facts, 3):
        write_row(page, at, (one, a), 2, framed=True)
        write_row(page, at, (two, b), 6, framed=True)
        page.merge_cells(f"C{at}:E{at}")
        page.merge_cells(f"G{at}:I{at}")
    page["G3"].number_format = "yyyy/m/d"
    write_row(
        page,
        6,
        ("序号", "图号", "名称及规格", "供方编码", "数量", "单位", "含税单价", "含税金额"),
        2,
        framed=True,
    )
    for at, each in enumerate(order.lines, 7):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.drawing,
                each.description,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
            ),
            2,
            framed=True,
        )
        money(page, at, (8, 9))
    end = 7 + len(order.lines)
    write_row(
        page,
        end,
        ("合计", None, None, None, sum(each.quantity for each in order.lines), None, None, order.total),
        2,
        framed=True,
    )
    money(page, end, (9,))
    notes = (
        f"1、以上单价含{order.rate}%增值税，含运费。",
        f"2、交货期：{order.due.year}年{order.due.month}月底前交齐。",
        f"3、交货地点：{order.place}",
        f"4、付款方式：{order.terms}",
        "5、外协件须附自检报告，图纸不得外传。",
    )
    for at, words in enumerate(notes, end + 1):
        page.cell(at, 2).value = words
        page.merge_cells(f"B{at}:I{at}")
    write_row(page, end + 7, ("需方盖章：", None, None, None, "供方盖章："), 2)
    set_widths(page, (3, 10, 18, 32, 18, 9, 16, 13, 14))
    return saved(book)


def order_notice(_random: Random, order: Order) -> Drawing:
    """A notice of an order: labels left of their values all over the sheet, the parts below each other in two rows."""
    book, page = sheet("订货通知单")
    write_row(page, 1, (order.customer,))
    emphasise(page, "A1:H1", 14)
    write_row(page, 2, ("订货通知单",))
    emphasise(page, "A2:H2", 16)
    facts = (
        ("TO：", SELLER_ZH, "FROM：", order.customer),
        ("收件人：", "销售部", "发件人：", "物资部 冯涛"),
        ("订货单号：", order.number, "订货日期：", dated(order.date)),
    )
    for at, (one, a, two, b) in enumerate(facts, 3):
        write_row(page, at, (one, a, None, None, two, b))
    write_row(page, 7, ("我公司现向贵公司订购以下产品，请按期交货：",))
    write_row(
        page,
        8,
        ("序号", "产品名称", "规格型号", "产品编号", "数量", "单价（元）", "金额（元）", "交货日期"),
        framed=True,
    )
    for at, each in enumerate(order.lines, 9):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.zh,
                each.size,
                each.part,
                f"{plain(each.quantity)}{each.unit}",
                each.price,
                each.amount,
                each.due,
            ),
            framed=True,
        )
        page.cell(at, 8).number_format = 'm"月"d"日"'
        money(page, at, (6, 7))
    end = 9 + len(order.lines)
    write_row(page, end, (None, "合　计", None, None, None, None, order.total, None), framed=True)
    money(page, end, (7,))
    write_row(page, end + 1, ("合计金额（大写）：", None, words_of(order.total)))
    write_row(
        page, end + 2, (f"备注：1、单价为含税价（{order.rate}%）；2、运费由供方承担；3、产品需附合格证。",)
    )
    write_row(page, end + 3, ("付款方式：", None, order.terms))
    write_row(page, end + 4, ("交货地址：", None, order.place))
    write_row(page, end + 6, (None, "批准：", None, "审核：", None, "制表：冯涛"))
    set_widths(page, (12, 18, 22, 18, 10, 14, 15, 12))
    return saved(book)


def money(page: Worksheet, row: int, columns: tuple[int, ...]) -> None:
    """Show the cells of a row in these columns as amounts."""
    for column in columns:
        page.cell(row, column).number_format = MONEY


LAYOUTS = (
    Layout("spares_list", spares_list, Spec(buyers="state", basis="both", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="line leads", stated="place terms", lines=(3, 8)), "xlsx two-level-heads both-prices line-leads", "备件采购清单{number}.xlsx"),
    Layout("subcontract_list", subcontract_list, Spec(buyers="makers", drawing=True, dates="month end", vague="currency"), "xlsx month-end offset-table", "委外采购单{number}.xlsx"),
    Layout("order_notice", order_notice, Spec(buyers="institutes", describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms"), "xlsx dates-without-year quantity-with-unit", "订货通知单.xlsx"),
)  # fmt: skip
