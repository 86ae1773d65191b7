"""Purchase orders as the ERP systems of Chinese makers print them: Yonyou, Kingdee, Inspur."""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random

from bench.layouts.forms.zh_parties import PARTIES
from bench.layouts.forms.zh_shapes import (
    BREAK,
    GRID,
    HEAD,
    LINES,
    cells,
    dated,
    framed,
    paragraphs,
    signed,
    spanned,
    spread,
    words_of,
)
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, row, table, text
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order

__all__ = ["LAYOUTS", "PARTIES"]


def u8_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of Yonyou U8: facts without frames, six places of prices, who made and checked it below."""
    head = spread(
        [
            ("业务类型", "普通采购"), ("订单日期", f"{order.date:%Y-%m-%d}"), ("订单编号", order.number),
            ("采购类型", "备件采购"), ("供应商", SELLER_ZH), ("部门", "供应部"),
            ("业务员", "李晓军"), ("税率", f"{order.rate}.00"), ("付款条件", order.terms),
            ("币种", "人民币"), ("汇率", "1"), ("备注", f"报价单号{order.quotation}"),
        ],
        3,
    )  # fmt: skip
    names = "number|mine|name|size|part|unit|count2|price6|bare amount|rate2|due-"
    heads = (
        "序号",
        "存货编码",
        "存货名称",
        "规格型号",
        "供应商存货编码",
        "主计量",
        "数量",
        "原币含税单价",
        "原币价税合计",
        "税率",
        "计划到货日期",
    )
    total = plain(sum((each.quantity for each in order.lines), Decimal(0)))
    foot = row(("合计", "", "", "", "", "", total, "", unseparated(order.total), "", ""))
    tail = spread(
        [
            ("制单人", "李晓军"),
            ("审核人", "周敏"),
            ("打印时间", f"{order.date:%Y-%m-%d} 16:20:07"),
            ("第1页", "共1页"),
        ],
        4,
    )
    address = f"<p>收货地址：{text(order.place)}</p>"
    body = f"<h2>{text(order.customer)}</h2><h3>采购订单</h3>{head}{table(heads, cells(order, names), foot=foot)}{address}{tail}"
    return page(body, HEAD + GRID, size="A4 landscape", margin="10mm", font=SERIF)


def nc_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of Yonyou NC: prices with and without tax, the goods-in organisation on every line."""
    head = framed(
        [
            ("采购组织", order.customer), ("订单号", order.number), ("订单日期", f"{order.date:%Y-%m-%d}"),
            ("供应商", SELLER_ZH), ("采购部门", "装备物资部"), ("采购员", "陈燕"),
            ("付款协议", order.terms), ("币种", "人民币"), ("订单状态", "审批通过"),
        ],
        3,
    )  # fmt: skip
    names = "number|mine|text|part|unit|count2|price|gross price|rate|amount|tax|gross amount|due-|-"
    heads = (
        "行号",
        "物料编码",
        "物料名称/规格",
        "供应商物料编码",
        "主单位",
        "主数量",
        "主无税净价",
        "主含税净价",
        "税率",
        "无税金额",
        "税额",
        "价税合计",
        "计划到货日期",
        "备注",
    )
    foot = spanned(
        (9, "合计"), (1, comma(order.net)), (1, comma(order.tax)), (1, comma(order.total)), (2, "")
    )
    clauses = (
        f"一、交货地点：{text(order.place)}，由供方送货并承担运费。",
        "二、供方须随货提供产品合格证、材质证明及送货单（注明订单号、行号）。",
        "三、逾期交货的，每逾期一天按逾期部分货款的0.5%支付违约金。",
        "四、供方收到本订单后2个工作日内盖章回传，逾期视同接受。",
    )
    body = f"<h2>采购订单</h2>{head}{table(heads, cells(order, names), foot=foot)}{paragraphs(clauses)}<p>制单人：陈燕　　审批人：孙志刚　　审批日期：{order.date:%Y-%m-%d}</p>"
    return page(body, HEAD + GRID + ".items td,.items th{font-size:7pt}", size="A4 landscape", margin="9mm")


def k3_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of Kingdee K/3: a title set wide apart, net price, gross price and tax on every line."""
    head = spread(
        [
            ("供 应 商", SELLER_ZH), ("日　　期", f"{order.date:%Y/%m/%d}"), ("编　　号", order.number),
            ("采购方式", "赊购"), ("币　　别", "人民币"), ("结算方式", order.terms),
        ],
        3,
    )  # fmt: skip
    names = "number|mine|name|size|unit|count|price|gross price|amount|rate2|tax|gross amount|due/"
    heads = (
        "行号",
        "物料代码",
        "物料名称",
        "规格型号",
        "单位",
        "数量",
        "单价",
        "含税单价",
        "金额",
        "税率(%)",
        "税额",
        "价税合计",
        "交货日期",
    )
    foot = spanned(
        (8, "合　　计"),
        (1, comma(order.net)),
        (1, ""),
        (1, comma(order.tax)),
        (1, comma(order.total)),
        (1, ""),
    )
    notes = paragraphs(
        [
            f"价税合计（大写）：{words_of(order.total)}",
            f"交货地址：{text(order.place)}",
            f"摘要：按贵司报价 {order.quotation} 执行",
        ]
    )
    sign = spread(
        [("审核", "王海"), ("主管", ""), ("部门", "采购课"), ("业务员", "张丽"), ("制单", "张丽")], 5
    )
    body = f"<h3>{text(order.customer)}</h3><h2 style='letter-spacing:6mm'>采购订单</h2>{head}{table(heads, cells(order, names), foot=foot)}{notes}{sign}"
    return page(body, HEAD + GRID, size="A4 landscape", margin="10mm")


def cloud_contract(_random: Random, order: Order) -> Drawing:
    """A purchase contract of Kingdee's cloud: framed facts of both sides, a table, articles behind it."""
    head = framed(
        [
            ("甲方（采购方）", order.customer), ("合同编号", order.number),
            ("乙方（供应方）", SELLER_ZH), ("签订日期", f"{order.date:%Y-%m-%d}"),
            ("甲方联系人", "吴倩 0512-5550 8821"), ("签订地点", order.buyer.city_zh),
        ],
        2,
    )  # fmt: skip
    names = "number|mine|name|size|part|unit|count|gross price|rate|gross amount|due-"
    heads = (
        "序号",
        "物料编码",
        "物料名称",
        "规格型号",
        "供应商料号",
        "采购单位",
        "采购数量",
        "含税单价",
        "税率%",
        "价税合计",
        "交货日期",
    )
    rows = cells(order, names)
    foot = spanned((9, f"合计金额（大写）：{words_of(order.total)}"), (1, comma(order.total)), (1, ""))
    clauses = (
        "1. 质量要求：按甲方图纸及国家标准执行，质保期为验收合格后12个月。",
        f"2. 交货地点：{text(order.place)}。运输方式及费用：汽运，运费由乙方承担。",
        f"3. 付款方式：{text(order.terms)}。乙方须开具{order.rate}%增值税专用发票。",
        "4. 乙方迟延交货的，每日按合同总额的0.3%向甲方支付违约金，累计不超过10%。",
        "5. 因履行本合同发生争议的，由甲方所在地人民法院管辖。",
        "6. 本合同一式二份，双方各执一份，盖章后生效，传真件、扫描件具有同等效力。",
    )
    body = f"<h2>采购合同</h2>{head}<p>甲乙双方本着平等互利的原则，就甲方向乙方采购下列货物达成如下协议：</p>{table(heads, rows, foot=foot)}{paragraphs(clauses)}{signed(order, SELLER_ZH, ('甲方', '乙方'))}"
    return page(body, HEAD + GRID + ".items td,.items th{font-size:7.5pt}")


def cloud_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of Kingdee's cloud on two pages: the head data come again, the sum stands on the last."""
    head = spread(
        [
            ("单据编号", order.number), ("采购日期", f"{order.date:%Y/%m/%d}"), ("供应商", SELLER_ZH),
            ("采购组织", order.customer), ("采购员", "郑凯"), ("结算币别", "人民币"),
        ],
        3,
    )  # fmt: skip
    names = "number|mine|text|part|unit|count|bare price|bare amount|due/"
    heads = (
        "序号",
        "物料编码",
        "物料名称及规格",
        "供应商物料编码",
        "单位",
        "采购数量",
        "含税单价",
        "价税合计",
        "交货日期",
    )
    rows = cells(order, names)
    half = (len(rows) + 1) // 2
    foot = spanned((7, "合计"), (1, unseparated(order.total)), (1, ""))
    notes = paragraphs(
        [
            f"税率：{order.rate}%　　付款条件：{text(order.terms)}",
            f"收货地址：{text(order.place)}",
            "备注：请在送货单上注明我司订单号；来料须附合格证。",
            "创建人：郑凯　　审核人：何伟",
        ]
    )
    title = f"<h2>{text(order.customer)}采购订单</h2>"
    body = f"{title}{head}{table(heads, rows[:half])}<p class='c s'>第 1 页 共 2 页</p>{BREAK}{title}{head}{table(heads, rows[half:], foot=foot)}{notes}<p class='c s'>第 2 页 共 2 页</p>"
    return page(body, HEAD + LINES)


def inspur_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of Inspur: net prices, the sums of net, tax and gross below each other in a block."""
    head = framed(
        [
            ("订单编号", order.number), ("下达日期", dated(order.date)),
            ("需方单位", order.customer), ("供方单位", SELLER_ZH),
            ("采购计划号", f"JH{order.date:%Y%m}-0{order.date.day}"), ("合同/报价依据", order.quotation),
            ("结算条款", order.terms), ("送货地点", order.place),
        ],
        2,
    )  # fmt: skip
    names = "number|mine|name|size|drawing|part|unit|count|bare price|bare amount|due-"
    heads = (
        "序",
        "物资编码",
        "物资名称",
        "规格型号",
        "图号",
        "厂家编码",
        "计量单位",
        "订货数量",
        "不含税单价",
        "不含税金额",
        "要求到货日",
    )
    sums = row(
        (
            "不含税金额合计",
            comma(order.net),
            f"税额（税率{order.rate}%）",
            comma(order.tax),
            "含税金额合计",
            comma(order.total),
        )
    )
    body = f"<h2>物资采购订单</h2>{head}{table(heads, cells(order, names))}<table class=frame>{sums}</table><p>大写：{words_of(order.total)}</p><p class=s>本订单由采购管理系统生成，打印人：刘洋，打印时间：{order.date:%Y-%m-%d} 09:31</p>"
    return page(
        body,
        HEAD + GRID + ".items td,.items th{font-size:7pt}",
        size="A4 landscape",
        margin="10mm",
        font=SERIF,
    )


LAYOUTS = (
    Layout("u8_order", u8_order, Spec(buyers="makers", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines", numbers=("000000{n:04d}", "CG2026{day}00{n:03d}")), "landscape ruled facts-in-rows six-places", "采购订单{number}.pdf"),
    Layout("nc_order", nc_order, Spec(buyers="china", basis="both", customer_part=True, dates="lines", stated="place terms", numbering=(10, 0), numbers=("CD2026{day}0800{n:04d}", "21-C2-2026{n:05d}")), "landscape both-prices ruled fine-print", "{number}.pdf"),
    Layout("k3_order", k3_order, Spec(buyers="makers", basis="both", customer_part=True, parts="none", describe="{zh}", also=("{zh} {size}",), dates="lines", numbers=("POORD{n:06d}", "CGDD{n:06d}")), "landscape both-prices tax-column ruled", "PO_{number}.pdf"),
    Layout("cloud_contract", cloud_contract, Spec(kind="contract", buyers="private", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms"), "contract framed-facts ruled signatures", "采购合同{number}.pdf"),
    Layout("cloud_order", cloud_order, Spec(buyers="makers", customer_part=True, dates="lines", stated="place terms", lines=(5, 9)), "two-pages repeated-head open-table", "采购订单_{number}.pdf"),
    Layout("inspur_order", inspur_order, Spec(buyers="state", basis="net", customer_part=True, drawing=True, describe="{zh}", also=("{zh} {size}",), dates="lines", vague="quotation_number"), "landscape net sums-in-a-row ruled", "物资订单{number}.pdf"),
)  # fmt: skip
