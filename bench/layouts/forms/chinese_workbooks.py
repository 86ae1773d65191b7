"""Workbooks that are a contract with its articles, or an export of a purchasing system."""

# ruff: noqa: E501 - a row of a sheet stays a line

from random import Random

from bench.layouts.forms.chinese_sheets import money
from bench.layouts.forms.zh_shapes import words_of
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order


def sheet_contract(_random: Random, order: Order) -> Drawing:
    """A contract as a workbook: formulas for the sums, articles in merged rows, both sides' data side by side."""
    book, page = sheet("合同")
    write_row(page, 1, ("产品购销合同",))
    emphasise(page, "A1:I1", 18)
    for at, (left, right) in enumerate(
        (
            (f"甲方（需方）：{order.customer}", f"合同编号：{order.number}"),
            (f"乙方（供方）：{SELLER_ZH}", f"签订日期：{order.date:%Y年%m月%d日}"),
        ),
        2,
    ):
        write_row(page, at, (left, *[None] * 5, right))
        page.merge_cells(f"A{at}:F{at}")
        page.merge_cells(f"G{at}:I{at}")
    write_row(page, 4, ("一、品名、规格、数量、价格",))
    write_row(
        page,
        5,
        ("序号", "品名", "规格型号", "乙方料号", "单位", "数量", "未税单价", "未税金额", "备注"),
        framed=True,
    )
    for at, each in enumerate(order.lines, 6):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.zh,
                each.size,
                each.part,
                each.unit,
                each.quantity,
                each.price,
                each.amount,
                None,
            ),
            framed=True,
        )
        money(page, at, (7, 8))
    end = 6 + len(order.lines)
    for at, (label, value) in enumerate(
        (("未税合计", order.net), (f"税额（{order.rate}%）", order.tax), ("含税总计", order.total)), end
    ):
        write_row(page, at, (label, *[None] * 6, value, None), framed=True)
        page.merge_cells(f"A{at}:G{at}")
        money(page, at, (8,))
    articles = (
        f"人民币大写：{words_of(order.total)}",
        f"二、交货期：合同签订后{order.wait.zh}内交货。",
        f"三、交货地点：{order.place}，运费由乙方承担。",
        f"四、付款方式：{order.terms}",
        "五、质量保证：质保期12个月，非人为损坏免费更换。",
        "六、违约责任：乙方逾期交货，每日按合同金额3‰支付违约金。",
        "七、本合同一式两份，甲乙双方各执一份，签字盖章后生效。",
    )
    for at, words in enumerate(articles, end + 3):
        page.cell(at, 1).value = words
        page.merge_cells(f"A{at}:I{at}")
    for at, (label, mine, other) in enumerate(
        (
            ("单位名称", order.customer, SELLER_ZH),
            ("地　址", order.buyer.street_zh, "天津市西青区贝岚路66号"),
            ("代表人", "", ""),
            ("电　话", "0512-5550 4410", "022-5550 1966"),
        ),
        end + 11,
    ):
        write_row(page, at, (label, mine, None, None, label, other))
    set_widths(page, (10, 18, 22, 18, 10, 9, 13, 14, 8))
    return saved(book)


def plan_export(_random: Random, order: Order) -> Drawing:
    """An export of a purchasing system: a row of head data for every item, dates of asking and of approving beside that of delivery."""
    book, page = sheet("采购订单明细")
    heads = (
        "采购订单号",
        "行号",
        "单据日期",
        "申请日期",
        "审批日期",
        "供应商编码",
        "供应商名称",
        "采购公司",
        "物料编码",
        "物料名称",
        "规格型号",
        "厂家编码",
        "单位",
        "订单数量",
        "已到货数量",
        "含税单价",
        "税率",
        "价税合计",
        "计划到货日期",
        "收货地址",
        "付款条件",
    )
    write_row(page, 1, heads)
    for at, each in enumerate(order.lines, 2):
        row = (
            order.number,
            int(each.number or 0),
            order.date,
            order.date,
            order.date,
            "GYS00412",
            SELLER_ZH,
            order.customer,
            each.customer_part,
            each.zh,
            each.size,
            each.part,
            each.unit,
            each.quantity,
            0,
            each.price,
            (order.rate or 0) / 100,
            each.amount,
            each.due,
            order.place,
            order.terms,
        )
        write_row(page, at, row)
        for column in (3, 4, 5, 19):
            page.cell(at, column).number_format = "yyyy-mm-dd"
        page.cell(at, 17).number_format = "0%"
    write_row(page, 2 + len(order.lines), ("合计", *[None] * 16, order.total))
    return saved(book)


LAYOUTS = (
    Layout("sheet_contract", sheet_contract, Spec(kind="contract", buyers="dealers", basis="net", describe="{zh}", also=("{zh} {size}",), dates="lead", lead_unit="days", stated="place terms"), "xlsx contract articles", "购销合同{number}.xlsx"),
    Layout("plan_export", plan_export, Spec(buyers="private", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms", numbering=(10, 0), lines=(3, 9), vague="currency"), "xlsx export head-data-on-every-row", "采购订单明细{number}.xlsx"),
)  # fmt: skip
