"""Chinese contracts: the buyer as party B, spanned cells, boxes to tick."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from bench.layouts.ink import Seal
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, row
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import NOT_EMBEDDED, grid, pdf, register, words


def reversed_contract(_random: Random, order: Order) -> Drawing:
    """Draw a contract in a font that is not embedded, the buyer being party B, a seal over the total."""
    register()
    song = NOT_EMBEDDED
    heads = ["项次", "货物名称及型号", "厂家代码", "单位", "数量", "单价（含税）", "小计（含税）", "备注"]
    rows: list[list[object]] = [
        [
            each.number,
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            unseparated(each.price),
            unseparated(each.amount),
            "",
        ]
        for each in order.lines
    ]
    last = len(rows) + 1
    total: list[object] = [
        f"总价（大写）{capitals(order.total)}",
        "",
        "",
        "",
        "",
        "￥",
        unseparated(order.total),
        "",
    ]
    table = grid(
        [heads, *rows, total],
        (11, 52, 29, 12, 14, 22, 24, 14),
        [
            ("GRID", (0, 0), (-1, -1), 0.4, black),
            ("SPAN", (0, last), (4, last)),
            ("ALIGN", (4, 1), (6, last), "RIGHT"),
        ],
        font=song,
        size=8.5,
    )
    clauses = (
        f"第二条 质量：甲方保证货物为全新未使用产品，保修18个月。以上单价已含{order.rate}%增值税。",
        f"第三条 交付：甲方应于{chinese_day(order.due)}之前将货物运抵{order.place}。",
        f"第四条 结算：{order.terms}。",
        "第五条 甲方逾期交货，每逾期一日按逾期部分货款的0.5‰支付违约金，累计不超过5%。",
        "第六条 本合同自双方盖章之日起生效，有效期1年，一式2份。",
    )
    story: list[Flowable] = [
        words("产 品 买 卖 合 同", 16, song, "center", 6),
        words(f"No：{order.number}", 9.5, song, "right", 3),
        words(f"甲方：{SELLER_ZH}　　地址：{SELLER_STREET_ZH}", 10, song, space=2),
        words(f"乙方：{order.customer}　　地址：{order.buyer.street_zh}", 10, song, space=2),
        words(
            f"依据甲方{order.quotation}号报价，双方于{chinese_day(order.date)}订立本合同。", 10, song, space=4
        ),
        words("第一条 货物清单", 10, song, space=2),
        table,
        Seal(136, 4, order.customer, "采购专用章", 16),
        Spacer(1, 5 * mm),
        *(words(each, 10, song, space=2) for each in clauses),
        Spacer(1, 12 * mm),
        words("甲方（盖章）：　　　　　　　　　　　　　　　　乙方（盖章）：", 10, song),
    ]
    return pdf(story, "买卖合同", margin=17)


SPANNED = """
h1{font-size:16pt;text-align:center}.items{width:100%;font-size:8.5pt}.items td,.items th{border:1px solid #000;padding:3px 4px;text-align:center}
p{margin:2mm 0}.two{width:100%}.two td{padding:1mm 0}
"""


def spanned_contract(_random: Random, order: Order) -> Drawing:
    """Draw a contract with a heading over two rows, date and place once for all lines."""
    count = len(order.lines)
    head = (
        '<tr><th rowspan="2">序号</th><th colspan="3">货物</th><th rowspan="2">数量</th><th rowspan="2">单位</th>'
        '<th colspan="2">人民币（元）</th><th colspan="2">交付</th></tr>'
        "<tr><th>品名</th><th>规格/型号</th><th>LPN</th><th>除税单价</th><th>除税合价</th><th>时间</th><th>地点</th></tr>"
    )
    body = ""
    for at, each in enumerate(order.lines):
        shared = f'<td rowspan="{count}">{each.due:%Y-%m-%d}</td><td rowspan="{count}">{order.place}</td>'
        cells = row(
            (
                each.number,
                each.zh,
                each.size,
                each.part,
                plain(each.quantity),
                each.unit,
                each.price,
                each.amount,
            )
        )
        body += cells.replace("</tr>", f"{'' if at else shared}</tr>")
    for label, value in (
        ("除税总价", order.net),
        (f"增值税（税率{order.rate}%）", order.tax),
        ("含税总价", order.total),
    ):
        body += f'<tr><td colspan="7">{label}</td><td colspan="3">{comma(value)}</td></tr>'
    text = (
        f"<h1>备品备件供货合同</h1><table class='two'><tr><td>需方：{order.customer}</td><td>合同编码：{order.number}</td></tr>"
        f"<tr><td>供方：{SELLER_ZH}</td><td>签署日期：{order.date:%Y/%m/%d}</td></tr></table>"
        f"<p>1. 供货范围及价格（参照报价单号 {order.quotation}）</p>"
        f'<table class="items"><thead>{head}</thead><tbody>{body}</tbody></table>'
        f"<p>2. 付款条件：{order.terms}</p><p>3. 质保期：验收后12个月。</p><p>4. 其他：供方提供2套竣工资料。</p>"
        "<p>需方代表签字：　　　　　　　　　　供方代表签字：</p>"
    )
    return page(text, SPANNED, font=SERIF)


OPTIONS = """
h2{text-align:center}.items{width:100%}.items td,.items th{border:1px solid #555;padding:2mm;font-size:9pt}li{margin:1.5mm 0;list-style:none}ul{padding:0}
"""


def optional_contract(_random: Random, order: Order) -> Drawing:
    """Draw a contract form in which one of several options is marked by √."""
    rows = "".join(
        row(
            (
                each.number,
                each.description,
                each.part,
                f"{plain(each.quantity)} {each.unit}",
                comma(each.price),
                comma(each.amount),
            )
        )
        for each in order.lines
    )
    items = (
        f"（一）价格性质：【√】含增值税（税率 {order.rate} %）【　】不含增值税【　】免税",
        f"（二）合同总额：小写 ￥{comma(order.total)}；大写 {capitals(order.total)}",
        f"（三）供货期限：【　】现货【√】合同签订后 {order.wait.zh} 内【　】____年__月__日前",
        "（四）交货方式：【√】送货上门【　】自提【　】代办托运",
        f"（五）收货地址：{order.place}",
        f"（六）付款：【　】货到付款【√】{order.terms}【　】承兑汇票",
        "（七）质保：【　】6个月【√】12个月【　】24个月",
    )
    body = (
        f"<h2>零星物资采购合同书</h2><p>合同流水号：{order.number}　　签订：{order.date:%Y.%m.%d}　　报价参考：{order.quotation}</p>"
        f"<p>定作方（甲方）：{order.customer}　　承揽方（乙方）：{SELLER_ZH}</p>"
        '<table class="items"><tr><th>序</th><th>品名 / 规格</th><th>乙方物料代码</th><th>数量</th><th>单价/元</th><th>金额/元</th></tr>'
        f"{rows}</table><ul>{''.join(f'<li>{each}</li>' for each in items)}</ul><p>甲方签章　　　　　　乙方签章</p>"
    )
    return page(body, OPTIONS)


LAYOUTS = (
    Layout(
        "reversed_contract", reversed_contract,
        Spec(kind="contract", lines=(2, 7)),
        "ruled capitals seal not-embedded", "{number}合同.pdf",
    ),
    Layout(
        "spanned_contract", spanned_contract,
        Spec(kind="contract", basis="net", parts="lpn", dates="merged", describe="{zh}", also=("{zh} {size}",), lines=(3, 6)),
        "ruled merged two-level", "供货合同{code}.pdf",
    ),
    Layout(
        "optional_contract", optional_contract,
        Spec(kind="contract", dates="lead", lead_unit="months"),
        "ruled ticked capitals lead-sentence", "零星采购 {number}.pdf",
    ),
)  # fmt: skip
