"""Prints of ERP systems: two-line items, currency columns without and with tax, pages carried forward, a line printer."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from reportlab.lib.colors import black, whitesmoke
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import MONO, page, row
from bench.layouts.markup import text as t
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.parties import SELLER_ZH
from bench.layouts.post import aligned
from bench.layouts.values import Order
from demo.make_paper import grid, pdf, register, words

SMALL = 6.8

SAP = """
.h td{padding:0 8mm 1mm 0;font-size:9pt}.items{width:100%;margin-top:4mm;font-size:8.5pt}.items th{text-align:left;font-weight:normal;border-bottom:1px solid #000;padding:1px 2px}
.items td{padding:1px 2px}.items .f td{padding-top:2.5mm}.items .r{text-align:right}.items .x td{color:#333;font-size:8pt}
"""


def sap_items(_random: Random, order: Order) -> Drawing:
    """Draw an order as SAP prints it in two languages: item, drawing and codes, schedule on lines of their own."""
    body = ""
    for each in order.lines:
        body += (
            f'<tr class="f"><td>{each.number}</td><td>{each.customer_part}</td><td class="r">{each.quantity:.3f}</td><td>{each.unit}</td>'
            f'<td class="r">{comma(each.price)}</td><td class="r">{each.per}</td><td class="r">{comma(each.amount)}</td></tr>'
            f'<tr><td></td><td colspan="6">{t(each.description)}</td></tr>'
            f'<tr class="x"><td></td><td colspan="6">供应商物料 Vendor mat.: {t(each.part)}　图号 Drawing: {t(each.drawing)}</td></tr>'
            f'<tr class="x"><td></td><td colspan="6">交货日期 Delivery date: {each.due:%Y.%m.%d}</td></tr>'
        )
    top = "<tr><th>项目</th><th>物料</th><th class='r'>数量</th><th>单位</th><th class='r'>净价</th><th class='r'>每</th><th class='r'>净值</th></tr>"
    low = "<tr><th>Item</th><th>Material</th><th class='r'>Quantity</th><th>UoM</th><th class='r'>Net price</th><th class='r'>Per</th><th class='r'>Net value</th></tr>"
    facts = (
        ("采购订单 Purchase order", order.number),
        ("日期 Date", f"{order.date:%Y.%m.%d}"),
        ("买方 Buyer", f"{order.customer} {order.buyer.en}"),
        ("供应商 Vendor", f"300917 {SELLER_ZH}"),
        ("报价 Quotation", order.quotation),
        ("付款条件 Terms of payment", order.terms),
        ("交货地址 Delivery address", order.place),
    )
    sums = (
        ("净值合计 Total net value", order.net),
        (f"增值税 VAT {order.rate} %", order.tax),
        ("总额 Total amount", order.total),
    )
    foot = "".join(
        f'<tr><td colspan="6" class="r">{label} CNY</td><td class="r">{comma(value)}</td></tr>'
        for label, value in sums
    )
    html = f'<table class="h">{"".join(map(row, facts))}</table><table class="items"><thead>{top}{low}</thead><tbody>{body}{foot}</tbody></table>'
    return page(html, SAP)


def side_by_side(_random: Random, order: Order) -> Drawing:
    """Draw a print in which every amount stands without and with tax, in the currency of the document."""
    register()
    heads = [
        "行号",
        "供应商存货编码",
        "存货名称",
        "规格型号",
        "主计量",
        "数量",
        "原币无税单价",
        "原币含税单价",
        "原币无税金额",
        "税率(%)",
        "原币税额",
        "原币价税合计",
    ]
    rows: list[list[object]] = [
        [
            *(each.number, each.part, each.zh, each.size, each.unit, plain(each.quantity)),
            *(
                comma(each.price),
                comma(each.gross_price or each.price),
                comma(each.amount),
                f"{order.rate}.00",
            ),
            *(
                comma((each.gross_amount or each.amount) - each.amount),
                comma(each.gross_amount or each.amount),
            ),
        ]
        for each in order.lines
    ]
    rows.append(
        ["合计", "", "", "", "", "", "", "", comma(order.net), "", comma(order.tax), comma(order.total)]
    )
    head = grid(
        [
            ["业务类型：普通采购", f"订单日期：{order.date}", f"订单编号：{order.number}"],
            [f"采购单位：{order.customer}", f"供应商：{SELLER_ZH}", "币种：人民币　汇率：1"],
            [f"付款条件：{order.terms}", f"到货地址：{order.place}", f"来源报价：{order.quotation}"],
        ],
        (88, 112, 70),
        size=8,
    )
    items = grid(
        [heads, *rows],
        (10, 27, 24, 33, 13, 13, 24, 24, 28, 13, 24, 30),
        [
            ("GRID", (0, 0), (-1, -1), 0.3, black),
            ("BACKGROUND", (0, 0), (-1, 0), whitesmoke),
            ("ALIGN", (5, 1), (-1, -1), "RIGHT"),
        ],
        size=SMALL,
    )
    story: list[Flowable] = [
        words("采购订单（显示模版）", 14, align="center", space=4),
        head,
        Spacer(1, 2 * mm),
        items,
        Spacer(1, 3 * mm),
        words(
            f"计划到货日期：{order.due}　　制单人：　　审核人：　　关闭人：　　打印时间：{order.date} 10:21:33",
            8,
        ),
    ]
    return pdf(story, "采购订单", size=(297 * mm, 210 * mm), margin=12)


LONG = ".p{break-after:page}.items{width:100%;font-size:8.5pt}.items td,.items th{border:.5pt solid #666;padding:1.1mm}.c td{background:#eee}"
PER_PAGE = 28


def carried_forward(_random: Random, order: Order) -> Drawing:
    """Draw an order over several pages: the sum is carried to the next page and taken over there."""
    body, brought = "", order.net - order.net
    head = "<tr><th>序号</th><th>供货商编码</th><th>名称及规格</th><th>数量</th><th>单位</th><th>含税单价</th><th>含税金额</th></tr>"
    for start in range(0, len(order.lines), PER_PAGE):
        rows = (
            row(("", "", "承前页", "", "", "", comma(brought))).replace("<tr>", '<tr class="c">')
            if start
            else ""
        )
        for each in order.lines[start : start + PER_PAGE]:
            rows += row(
                (
                    each.number,
                    each.part,
                    each.description,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                )
            )
            brought += each.amount
        last = start + PER_PAGE >= len(order.lines)
        label, value = ("合计（元）", order.total) if last else ("过次页", brought)
        rows += row(("", "", label, "", "", "", comma(value))).replace("<tr>", '<tr class="c">')
        number = f"<p>采购订单 {order.number}　第{start // PER_PAGE + 1}页</p>"
        first = (
            f"<p>采购单位：{order.customer}　　供应商：{SELLER_ZH}　　下单日期：{order.date}</p>"
            f"<p>报价单号：{order.quotation}　　付款：{order.terms}　　要求到货日期：{order.due}</p><p>到货地点：{order.place}　　税率：{order.rate}%</p>"
        )
        body += f'<div class="{"" if last else "p"}">{number}{"" if start else first}<table class="items"><thead>{head}</thead><tbody>{rows}</tbody></table></div>'
    return page(body, LONG, margin="12mm")


def line_printer(random: Random, order: Order) -> Drawing:
    """Draw the list of a line printer: columns made of blanks between upright bars."""
    widths = (4, 15, 32, -9, 4, -11, -13, 10)
    bar = "+".join("-" * (abs(each) + 2) for each in widths)

    def barred(cells: tuple[object, ...]) -> str:
        parts = [aligned((cell,), (width,)) for cell, width in zip(cells, widths, strict=True)]
        return "|".join(
            f" {one}{' ' * max(0, abs(width) + 1 - _places(one))}"
            for one, width in zip(parts, widths, strict=True)
        )

    rows = [
        barred(
            (
                each.number,
                each.part,
                each.description,
                f"{each.quantity:.2f}",
                each.unit,
                unseparated(each.price),
                unseparated(each.amount),
                each.delivery,
            )
        )
        for each in order.lines
    ]
    text = "\n".join(
        [
            f"{order.customer}          采 购 订 单 明 细 表          页次:  1",
            f"单号: {order.number}      日期: {order.date}      供应商: 300917 {SELLER_ZH}",
            f"付款: {order.terms}      报价: {order.quotation}",
            f"送货: {order.place}",
            bar,
            barred(
                (
                    "项次",
                    "供方料号",
                    "品名规格",
                    "数量",
                    "单位",
                    "含税单价",
                    "含税金额",
                    random.choice(("交货日", "交期", "到货日")),
                )
            ),
            bar,
            *rows,
            bar,
            f"   含税总额(人民币元):{unseparated(order.total):>20}      税率:{order.rate}%",
            "   核准:                    经办:",
        ]
    )
    return page(
        f"<pre>{t(text)}</pre>",
        f"pre{{font-family:{MONO};font-size:7.6pt;line-height:1.5}}",
        size="A4 landscape",
        margin="10mm",
    )


def _places(text: str) -> int:
    return sum(2 if ord(each) > 0x2E7F else 1 for each in text)


LAYOUTS = (
    Layout(
        "sap_items", sap_items,
        Spec(
            language="mixed", basis="net", dates="lines", customer_part=True, drawing=True, per="lines",
            describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), numbering=(10, 5), lines=(3, 8),
        ),
        "sap three-line price-unit two-level bilingual-labels line-dates", "4500_{number}.pdf",
    ),
    Layout(
        "side_by_side", side_by_side,
        Spec(basis="both", describe="{zh}", also=("{zh} {size}",), lines=(3, 9)),
        "net-gross landscape ruled", "{code}-{number}.pdf",
    ),
    Layout(
        "carried_forward", carried_forward,
        Spec(lines=(62, 80)),
        "long carried-forward repeated-head ruled", "备件订单{number}.pdf",
    ),
    Layout(
        "line_printer", line_printer,
        Spec(dates="lines", parts="lpn", lines=(5, 14), numbering=(1, 3)),
        "dot-matrix landscape line-dates", "明细{number}.pdf",
    ),
)  # fmt: skip
