"""Word forms of Chinese firms that are one table from the title to the signatures, and a letter with a page header."""

# ruff: noqa: E501 - a sentence of a form stays a line

from random import Random

from bench.layouts.forms.zh_shapes import cells, dated, words_of
from bench.layouts.handmade.word_parts import across, blanks, centred, control, ruled
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.office import saved, word
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order


def one_table(_random: Random, order: Order) -> Drawing:
    """One table for everything: labelled rows, the rows of items, the sum, and the terms in rows again."""
    file = word("SimSun", 9)
    grid = file.add_table(0, 8, "Table Grid")
    across(grid, (8, "采购订货单"))
    across(grid, (1, "需方"), (3, order.customer), (1, "订单编号"), (3, order.number))
    across(grid, (1, "供方"), (3, SELLER_ZH), (1, "订货日期"), (3, f"{order.date:%Y-%m-%d}"))
    across(
        grid,
        *(
            (1, each)
            for each in ("序号", "货物名称", "规格", "供方货号", "单位", "数量", "含税单价", "含税金额")
        ),
    )
    for each in cells(order, "number|name|size|part|unit|count|bare price|bare amount"):
        across(grid, *((1, one) for one in each))
    across(
        grid,
        (2, "合计金额"),
        (4, f"大写：{words_of(order.total)}"),
        (2, f"小写：{unseparated(order.total)}元"),
    )
    across(grid, (2, "交货日期"), (6, dated(order.due)))
    across(grid, (2, "交货地址"), (6, order.place))
    across(grid, (2, "付款方式"), (6, order.terms))
    across(grid, (2, "备注"), (6, f"税率{order.rate}%；请提供合格证；包装完好。"))
    across(grid, (4, "需方签章"), (4, "供方签章"))
    across(grid, (4, "\n\n"), (4, "\n\n"))
    return saved(file)


def page_header(_random: Random, order: Order) -> Drawing:
    """A letterhead and the number in the header of the page, values in content controls, a day for each row."""
    file = word("SimSun", 10.5)
    top = file.sections[0].header.paragraphs[0]
    top.text = f"{order.customer}\t\t采购订单 {order.number}"
    file.sections[0].footer.paragraphs[
        0
    ].text = f"地址：{order.buyer.street_zh}　电话：0633-5550 1122　第 1 页"
    centred(file, "采购订单", 16)
    for label, value in (
        ("订单号：", order.number),
        ("订单日期：", f"{order.date:%Y/%m/%d}"),
        ("供应商：", SELLER_ZH),
        ("付款条款：", order.terms or ""),
    ):
        control(file.add_paragraph(label), label.rstrip("："), value)
    heads = ("项目", "物料描述", "供应商物料号", "数量", "单位", "净价", "净值", "交货日期")
    grid = ruled(file, [heads, *cells(order, "number|text|part|count|unit|price|amount|due/")])
    across(grid, (6, "净值合计 CNY"), (2, comma(order.net)))
    across(grid, (6, f"增值税 {order.rate}%"), (2, comma(order.tax)))
    across(grid, (6, "总金额 CNY"), (2, comma(order.total)))
    file.add_paragraph(f"收货地址：{order.place}")
    file.add_paragraph("请在两个工作日内回复订单确认。本订单未尽事宜按双方框架协议执行。")
    return saved(file)


def supplement(_random: Random, order: Order) -> Drawing:
    """An order under a yearly agreement whose number stands there too; items as numbered paragraphs with blanks."""
    file = word("KaiTi", 12)
    centred(file, "采购执行单", 16)
    blanks(file.add_paragraph(), "执行单编号：", order.number, "　　下达日期：", dated(order.date))
    file.add_paragraph(
        f"根据甲乙双方签订的《年度框架协议》（协议编号：KJ2025-0088），甲方{order.customer}现委托乙方{SELLER_ZH}供应下列货物："
    )
    for each in order.lines:
        blanks(
            file.add_paragraph(),
            f"（{each.number}）",
            each.description,
            "，货号",
            f"{each.part}",
            "，数量",
            f"{plain(each.quantity)}",
            f"{each.unit}，含税单价",
            unseparated(each.price),
            "元，金额",
            unseparated(each.amount),
            "元；",
        )
    blanks(file.add_paragraph(), "合计金额（含税", f"{order.rate}%", "）：", unseparated(order.total), "元。")
    blanks(file.add_paragraph(), "交货期：自执行单下达之日起", order.wait.zh, "。")
    blanks(file.add_paragraph(), "交货地点：", order.place or "", "。")
    blanks(file.add_paragraph(), "付款：", order.terms or "", "。")
    file.add_paragraph("甲方（章）：　　　　　　　　　　乙方（章）：")
    return saved(file)


LAYOUTS = (
    Layout("one_table", one_table, Spec(buyers="hand workshops", describe="{zh}", also=("{zh} {size}",), stated="place terms"), "word one-table", "订货单{number}.docx"),
    Layout("page_header", page_header, Spec(buyers="hand agents", basis="net", dates="lines", numbering=(10, 0), stated="place terms"), "word page-header content-controls", "PO{number}.docx"),
    Layout("supplement", supplement, Spec(buyers="hand workshops", dates="lead", lead_unit="days", stated="place terms", lines=(2, 4)), "word blanks sentences framework-number", "执行单{number}.docx"),
)  # fmt: skip
