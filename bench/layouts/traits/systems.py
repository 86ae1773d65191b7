"""Orders as systems of Chinese companies print them."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import capitals, comma, plain, unseparated
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.traits.shapes import BOX, GRID, OPEN, RIGHT, beside, captioned, paired, right, said
from bench.layouts.values import Order


def voucher(_random: Random, order: Order) -> Drawing:
    """A slip of a ledger program with list price, discount and the price paid."""
    heads = (
        "序",
        "物料长代码",
        "名称及规格",
        "厂方型号代码",
        "单位",
        "实开数量",
        "折前含税价",
        "折扣率%",
        "折后含税价",
        "税率",
        "价税小计",
        "要求到货",
    )
    rows = [
        (
            *(each.number, each.customer_part, each.description, each.part, each.unit, plain(each.quantity)),
            *(comma(each.list_price or each.price), str(each.discount), comma(each.price)),
            *(f"{order.rate}%", comma(each.amount), f"{each.due:%Y-%m-%d}"),
        )
        for each in order.lines
    ]
    foot = f"<tr><td colspan=2>金额合计</td><td colspan=8>{capitals(order.total)}</td>{right(comma(order.total))}<td></td></tr>"
    body = (
        f"<h2>{text(order.customer)}</h2><h3>采购订货单</h3>"
        + paired(
            [
                ("供货方", SELLER_ZH),
                ("单据号", order.number),
                ("摘要", "备件采购"),
                ("开单日期", f"{order.date:%Y-%m-%d}"),
                ("源单：报价单", order.quotation),
                ("结账方式", order.terms),
            ],
            2,
            "facts",
            "：",
        )
        + table(heads, rows, foot=foot)
        + "<p>部门：设备科　业务员：23　主管：　　记账：　　第 1 页 / 共 1 页</p>"
    )
    return page(
        body,
        GRID + RIGHT + "h2,h3{text-align:center;margin:1mm}.facts{width:100%}",
        size="A4 landscape",
        margin="10mm",
    )


def both_prices(_random: Random, order: Order) -> Drawing:
    """A slip with net price, gross price, net amount, tax and gross amount side by side."""
    heads = (
        "存货编码",
        "存货名称",
        "规格",
        "对方编码",
        "单位",
        "数量",
        "无税单价",
        "含税单价",
        "无税金额",
        "税额",
        "价税合计",
        "到货日",
    )
    rows = [
        (
            *(each.customer_part, each.zh, each.size, each.part, each.unit, plain(each.quantity)),
            *(unseparated(each.price), unseparated(each.gross_price or each.price), unseparated(each.amount)),
            *(
                unseparated((each.gross_amount or each.amount) - each.amount),
                unseparated(each.gross_amount or each.amount),
                f"{each.due:%Y.%m.%d}",
            ),
        )
        for each in order.lines
    ]
    sums = (unseparated(order.net), unseparated(order.tax), unseparated(order.total))
    body = (
        "<h3>采购订单</h3>"
        + said([("订单编号", order.number), ("订购日", f"{order.date:%Y.%m.%d}")], " ")
        + f"<p>采购单位 {text(order.customer)}　　供货商 {SELLER_ZH}</p><p>税率 {order.rate}　　币种 人民币　　运输方式 汽运</p>"
        + table(heads, rows, foot=row(("合计", "", "", "", "", "", "", "", *sums, "")))
        + f"<p>送货地 {text(order.place)}</p><p>付款协议 {text(order.terms)}</p><p>制单人 07　审核人 11　打印时间 {order.date:%Y.%m.%d} 16:42</p>"
    )
    return page(body, OPEN + ".items{font-size:7pt}h3{text-align:center}", size="A4 landscape", margin="9mm")


def three_rows(_random: Random, order: Order) -> Drawing:
    """A form whose items take three lines, without any rule: code, text, quantity and price, date."""
    rows = ""
    for each in order.lines:
        rows += (
            f"<tr><td>{each.number}</td><td>{each.customer_part}</td><td colspan=4>{text(each.description)}</td></tr>"
            f"<tr><td></td><td>{plain(each.quantity)} {each.unit}</td><td>{comma(each.price)}</td><td>CNY/{each.unit}</td><td></td>{right(comma(each.amount))}</tr>"
            f"<tr><td></td><td colspan=5>贵司物料: {each.part}　　交货日期: {each.due:%Y.%m.%d}</td></tr>"
        )
    left = f"<p>{SELLER_ZH}<br>{SELLER_STREET_ZH}</p>"
    head = "<b>采购订单</b>" + paired(
        [
            ("采购订单编号/日期", f"{order.number} / {order.date:%Y.%m.%d}"),
            ("联系人/电话", "设备采购 8612"),
            ("我方传真", "8613"),
            ("参考您的报价", order.quotation),
        ],
        1,
        "facts",
    )
    sums = f"<tr><td></td><td colspan=4>项目净值合计</td>{right(comma(order.net))}</tr><tr><td></td><td colspan=4>增值税 {order.rate}%</td>{right(comma(order.tax))}</tr><tr><td></td><td colspan=4>含税总值 CNY</td>{right(comma(order.total))}</tr>"
    body = (
        f"<p>{text(order.customer)}<br>{order.buyer.street_zh}</p>"
        + beside(left, head)
        + f"<p>请将货物发往：<br>{text(order.place)}</p><p>付款条件：{text(order.terms)}　　货币：CNY</p>"
        + "<table class=items><thead><tr><th>项目</th><th>物料</th><th colspan=4>描述</th></tr><tr><th></th><th>订购数量 单位</th><th>单位价格</th><th></th><th></th><th class=r>净值</th></tr></thead>"
        + f"<tbody>{rows}{sums}</tbody></table><p>此订单由系统生成，无签字有效。</p>"
    )
    return page(body, OPEN + RIGHT)


def portal(_random: Random, order: Order) -> Drawing:
    """A supplier portal: menus, buttons, labels above values, zebra rows."""
    facts: list[list[tuple[str, object]]] = [
        [
            ("采购单号", order.number),
            ("创建时间", f"{order.date:%Y-%m-%d} 09:31"),
            ("采购主体", order.customer),
        ],
        [("供应商名称", SELLER_ZH), ("报价单", order.quotation), ("币种", "CNY")],
        [("付款条款", order.terms), ("收货地点", order.place), ("状态", "待确认")],
    ]
    rows = [
        (
            each.number,
            each.description,
            each.part,
            f"{plain(each.quantity)} {each.unit}",
            comma(each.price),
            f"{order.rate}%",
            comma(each.amount),
            f"{each.due:%Y-%m-%d}",
            "查看",
        )
        for each in order.lines
    ]
    heads = (
        "行",
        "物料描述",
        "供应商物料号",
        "订单数",
        "含税价(元)",
        "税率",
        "含税总价(元)",
        "需求到货日",
        "操作",
    )
    body = (
        "<p class=menu>工作台　订单协同　送货协同　对账开票　质量　消息(12)　退出</p><p class=menu>当前位置：订单协同 / 采购订单 / 详情　<span class=b>确认</span> <span class=b>拒绝</span> <span class=b>打印</span> <span class=b>导出 Excel</span></p>"
        + "".join(captioned(each, "plainbox", "7pt") for each in facts)
        + "<p><b>订单明细</b>　共 "
        + f"{len(order.lines)} 行</p>"
        + table(heads, rows)
        + f"<p style='text-align:right'>订单总额（含税） ￥{comma(order.total)}</p><p class=menu>每页 20 条　1 / 1　© 供应链协同平台　服务热线 400-000-0000</p>"
    )
    style = ".menu{color:#777;font-size:7.5pt}.b{background:#1677ff;color:#fff;padding:1px 6px}.plainbox{width:100%}.plainbox td{width:33%;padding:3px 0}.plainbox span{color:#888}.items{width:100%}.items th{background:#f0f0f0;font-weight:normal}.items td,.items th{padding:5px 4px;text-align:left;font-size:8pt}.items tbody tr:nth-child(even){background:#f7f9fc}"
    return page(body, style, size="A4 landscape")


def corner_form(_random: Random, order: Order) -> Drawing:
    """A form of an office system with its labels in the corners of the cells."""

    def cell(label: str, value: object, span: int = 1) -> str:
        return f"<td colspan={span} style='height:11mm'><div style='font-size:6pt;line-height:7pt'>{label}</div>{text(value)}</td>"

    rows = "".join(
        f"<tr><td>{each.number}</td><td>{text(each.description)}</td><td>{each.part}</td><td>{plain(each.quantity)}{each.unit}</td><td>{comma(each.price)}</td><td>{comma(each.amount)}</td></tr>"
        for each in order.lines
    )
    body = (
        "<h3>物资采购单</h3><table class=box>"
        f"<tr>{cell('采购单流水号', order.number, 2)}{cell('填单日期', f'{order.date:%Y/%m/%d}', 2)}{cell('询价/报价单号', order.quotation, 2)}</tr>"
        f"<tr>{cell('订货单位（购方）', order.customer, 3)}{cell('供货单位（销方）', SELLER_ZH, 3)}</tr>"
        f"<tr>{cell('要求到货日期', f'{order.due:%Y/%m/%d}', 2)}{cell('到货地点', order.place, 4)}</tr>"
        "<tr><td>序号</td><td>物资名称 规格</td><td>厂家货号</td><td>采购量</td><td>单价/元（含税）</td><td>总价/元（含税）</td></tr>"
        f"{rows}<tr>{cell('总金额（大写）', capitals(order.total), 3)}{cell('总金额（小写）', f'¥{comma(order.total)}', 2)}{cell('适用税率', f'{order.rate}%')}</tr>"
        f"<tr>{cell('付款安排', order.terms, 3)}{cell('主管领导意见', '同意采购', 3)}</tr></table>"
    )
    return page(body, BOX + "h3{text-align:center}")


def right_box(_random: Random, order: Order) -> Drawing:
    """An order of a foreign subsidiary: header data in a box at the right, bilingual labels."""
    facts = [
        ("订单号 PO No.", order.number),
        ("日期 Date", f"{order.date:%d.%m.%Y}"),
        ("版本 Rev.", "0"),
        ("报价号 Your quote", order.quotation),
        ("付款 Payment", order.terms),
        ("交货期 Delivery", f"{order.due:%d.%m.%Y}"),
        ("币种 Curr.", "CNY"),
    ]
    left = f"<b>{text(order.customer)}</b><p>{text(order.buyer.en)}</p><p>{order.buyer.street_zh}</p><br><p>供应商 Supplier</p><p>{SELLER_ZH}</p>"
    rows = [
        (
            each.number,
            f"<td>{text(each.description)}<br>图号 Dwg: {each.drawing}</td>",
            each.part,
            right(plain(each.quantity)),
            each.unit,
            right(comma(each.price)),
            right(comma(each.amount)),
        )
        for each in order.lines
    ]
    heads = (
        "项 Item",
        "描述 Description",
        "贵方编号 Your Ref.",
        "数量 Qty",
        "单位 UoM",
        "净单价 Net price",
        "净额 Net value",
    )
    sums = paired(
        [
            ("净额合计 Subtotal", comma(order.net)),
            (f"增值税 VAT {order.rate}%", comma(order.tax)),
            ("总计 Grand total", comma(order.total)),
        ],
        1,
        "sums",
    )
    body = (
        "<h2>采购订单 / PURCHASE ORDER</h2>"
        + beside(left, paired(facts, 1))
        + table(heads, rows)
        + f"<div style='display:flex;justify-content:flex-end'>{sums}</div><p>送货地址 Ship to: {text(order.place)}</p><p>请在发票及装箱单上注明订单号。Please quote our PO number on all documents.</p>"
    )
    return page(body, GRID + BOX + RIGHT + ".items th{background:#e6e6e6}.sums td{padding:2px 6px}")


LAYOUTS = (
    Layout("voucher", voucher, Spec(buyers="institutes", customer_part=True, dates="lines", discount=True, stated="quotation terms"), "ruled discount landscape", "采购订货单{number}.pdf"),
    Layout("both_prices", both_prices, Spec(buyers="dealers", basis="both", customer_part=True, describe="{zh}", also=("{zh} {size}",), numbering=None, dates="lines", stated="place terms", quoted_rate=13), "unruled both-prices landscape", "{number}.pdf"),
    Layout("three_rows", three_rows, Spec(buyers="institutes", basis="net", customer_part=True, numbering=(10, 5), dates="lines", parts="lpn"), "unruled three-line box-right", "PO_{number}.pdf"),
    Layout("portal", portal, Spec(buyers="dealers", dates="lines", numbering=(10, 1)), "portal labels-above zebra", "订单详情.pdf"),
    Layout("corner_form", corner_form, Spec(buyers="institutes", dates="header", parts="mixed"), "corner ruled", "采购单-{number}.pdf"),
    Layout("right_box", right_box, Spec(language="mixed", buyers="dealers", basis="net", drawing=True, parts="gpn", describe="{zh} {en} {size}", also=("{zh} {size}",), dates="header"), "box-right bilingual two-line ruled", "{code} PO {number}.pdf"),
)  # fmt: skip
