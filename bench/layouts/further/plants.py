"""Contracts of refineries, power plants and steel works, as their offices set them."""

from random import Random

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Spacer

from bench.layouts.further.days import bare, spaced_day, written_day
from bench.layouts.ink import Seal, put
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import Command, grid, pdf, register, words

PALE = Color(0.92, 0.94, 0.97)
LINES: Command = ("GRID", (0, 0), (-1, -1), 0.4, Color(0.2, 0.2, 0.2))


def goods_contract(random: Random, order: Order) -> Drawing:
    """A refinery's contract by articles, the goods in article 1."""
    register()
    reference = random.choice(("依据出卖人{}号报价文件", "参照出卖人报价函（编号：{}）", "根据报价单{}"))
    head = [
        [f"买受人：{order.customer}", f"合同编号：{order.number}"],
        [f"出卖人：{SELLER_ZH}", f"签约时间：{spaced_day(order.date)}"],
        ["", f"签约地点：{order.buyer.city_zh}"],
    ]
    rows: list[list[object]] = [
        [
            "序号",
            "物资编码",
            "物资名称及规格型号",
            "出卖人物料号",
            "计量\n单位",
            "数量",
            "含税单价\n（元）",
            "含税金额\n（元）",
        ]
    ]
    for each in order.lines:
        texts = [each.number, each.customer_part, words(each.description, 8), each.part]
        rows.append([*texts, each.unit, plain(each.quantity), unseparated(each.price), comma(each.amount)])
    rows.append(["合计", "", "", "", "", "", "", comma(order.total)])
    rows.append(["合计金额（大写）：" + capitals(order.total), *[""] * 7])
    last = len(rows) - 1
    commands: list[Command] = [
        *(LINES, ("ALIGN", (0, 0), (-1, 0), "CENTER"), ("ALIGN", (5, 1), (-1, -2), "RIGHT")),
        *(("SPAN", (0, last), (-1, last)), ("SPAN", (0, last - 1), (6, last - 1))),
    ]
    story: list[Flowable] = [
        words("物 资 采 购 合 同", 17, align="center", space=10),
        grid(head, (105, 69), size=9.5),
        words(f"{reference.format(order.quotation)}，经双方协商一致，订立本合同。", 9.5, space=4),
        words("第一条　标的、数量及价款", 10, space=3),
        grid(rows, (10, 28, 46, 26, 11, 12, 19, 22), commands, size=7.5),
        Spacer(1, 3 * mm),
        *(words(each, 9.5, space=2) for each in _refinery_articles(order)),
        Spacer(1, 6 * mm),
        Seal(40, -12, order.customer, "合同专用章"),
        grid(
            [["买受人（盖章）：", "出卖人（盖章）："], ["委托代理人：", "委托代理人："]], (90, 80), size=9.5
        ),
    ]
    return pdf(story, order.number)


def _refinery_articles(order: Order) -> list[str]:
    return [
        f"第二条　上述价款为含税价，增值税税率为{order.rate}%，包括包装、运输及保险等全部费用。",
        "第三条　质量标准：符合国家标准及出卖人企业标准，随货提供产品合格证。",
        f"第四条　交付期限：自本合同生效之日起{order.wait.zh}内一次性交付完毕。",
        f"第五条　交付地点及方式：出卖人负责送货至{order.place}，买受人凭送货单验收。",
        f"第六条　价款支付：{order.terms}。",
        "第七条　本合同一式肆份，双方各执贰份，自双方盖章之日起生效。",
    ]


def cover_contract(_random: Random, order: Order) -> Drawing:
    """A contract with a cover that bears number, parties and a day in characters."""
    register()

    def footer(canvas: Canvas) -> None:
        put(canvas, 105, 10, f"第 {canvas.getPageNumber()} 页　共 2 页", 8, align="center")

    return pdf([*_cover(order), PageBreak(), *_inside(order)], order.number, decorate=footer)


def _cover(order: Order) -> list[Flowable]:
    facts = [
        ["合 同 号：", order.number],
        ["采 购 方：", order.customer],
        ["供 货 方：", SELLER_ZH],
        ["签订日期：", written_day(order.date)],
    ]
    rules: list[Command] = [("LINEBELOW", (1, 0), (1, -1), 0.5, Color(0, 0, 0))]
    return [
        Spacer(1, 45 * mm),
        words("机泵备件买卖合同", 26, align="center", space=70),
        grid(facts, (36, 110), [*rules, ("BOTTOMPADDING", (0, 0), (-1, -1), 8)], size=14),
        Spacer(1, 50 * mm),
        words(f"{order.buyer.city_zh}市", 12, align="center"),
    ]


def _inside(order: Order) -> list[Flowable]:
    heads = ("项次", "货物名称", "规格/材质", "图号", "供货方编号", "单位", "数量")
    rows: list[list[object]] = [[*heads, "不含税单价", "不含税总价", "到货时间"]]
    for each in order.lines:
        texts = [each.number, each.description, words(each.size, 7.5), each.drawing, each.part, each.unit]
        numbers = [plain(each.quantity), comma(each.price), comma(each.amount)]
        rows.append([*texts, *numbers, f"{each.due:%Y-%m-%d}"])
    sums: list[list[object]] = [
        ["不含税金额合计", comma(order.net)],
        [f"增值税额（税率{order.rate}%）", comma(order.tax)],
        ["合同总价（价税合计）", comma(order.total)],
    ]
    return [
        words("一、供货范围及价格（货币单位：人民币元）", 10.5, space=4),
        grid(
            rows,
            (9, 26, 25, 26, 24, 9, 10, 18, 20, 18),
            [LINES, ("BACKGROUND", (0, 0), (-1, 0), PALE)],
            size=7,
        ),
        Spacer(1, 3 * mm),
        grid(sums, (60, 40), [LINES, ("ALIGN", (1, 0), (1, -1), "RIGHT")], size=9),
        words("二、货物应按上表所列到货时间分批或一次到货，允许提前。", 9.5, space=3),
        words(f"三、收货地：{order.place}。", 9.5, space=3),
        words(f"四、结算：{order.terms}；供货方开具增值税专用发票。", 9.5, space=3),
        words("五、技术要求按双方确认的图纸执行。", 9.5, space=30),
        Seal(45, -16, order.customer, "合同专用章"),
        Seal(125, -16, SELLER_ZH, "合同专用章"),
        grid([["采购方：", "供货方："], ["代表签字：", "代表签字："]], (85, 85), size=10),
    ]


def second_party_contract(random: Random, order: Order) -> Drawing:
    """A contract in which the buyer is party B, with the data of both parties and the day at the end."""
    register()
    rows: list[list[object]] = [["产品名称", "型号规格", "编码", "单位", "数量", "单价", "金额"]]
    for each in order.lines:
        texts = [each.description, each.size, each.part, each.unit]
        rows.append([*texts, plain(each.quantity), comma(each.price), comma(each.amount)])
    rows.append([f"合计人民币（大写）：{capitals(order.total)}", "", "", "", "", "￥", comma(order.total)])
    last = len(rows) - 1
    commands: list[Command] = [LINES, ("SPAN", (0, last), (4, last)), ("ALIGN", (4, 0), (-1, -1), "RIGHT")]
    end = [
        ["甲　方（供方）", "乙　方（需方）"],
        [f"单位名称：{SELLER_ZH}", f"单位名称：{order.customer}"],
        [f"单位地址：{SELLER_STREET_ZH}", f"单位地址：{order.buyer.street_zh}"],
        ["法定代表人或委托代理人：", "法定代表人或委托代理人："],
        ["日期：", f"日期：{bare(order.date, '.')}"],
    ]
    title = random.choice(("产品供需合同", "产品购销协议", "供货合同书"))
    story: list[Flowable] = [
        words(title, 16, align="center", space=6),
        words(f"编号：{order.number}", 9, align="right", space=6),
        words(f"甲方：{SELLER_ZH}　　　　乙方：{order.customer}", 9.5, space=4),
        words("乙方向甲方购买下列产品，甲乙双方共同遵守以下条款：", 9.5, space=4),
        grid(rows, (34, 36, 30, 13, 16, 22, 24), commands, size=8.5),
        Spacer(1, 3 * mm),
        words(f"1．上列单价均已含税。甲方须于{chinese_day(order.due)}前将货物交付乙方。", 9.5, space=3),
        words(f"2．付款办法：{order.terms}。", 9.5, space=3),
        words("3．包装由甲方负责，包装物不回收。", 9.5, space=3),
        words("4．未尽事宜双方协商解决。", 9.5, space=14),
        Seal(130, -20, order.customer, "合同专用章"),
        grid(
            end,
            (87, 87),
            [("BOX", (0, 0), (0, -1), 0.5, Color(0, 0, 0)), ("BOX", (1, 0), (1, -1), 0.5, Color(0, 0, 0))],
            size=9,
        ),
    ]
    return pdf(story, order.number)


def steel_contract(_random: Random, order: Order) -> Drawing:
    """A wide contract sheet with net and gross columns and one day over all lines."""
    register()
    top = [
        "行号",
        "名称及规格",
        "买方物料代码",
        "卖方物料代码",
        "单位",
        "数量",
        "不含税价",
        "",
        "含税价",
        "",
        "交货日期",
    ]
    rows: list[list[object]] = [[*top], ["", "", "", "", "", "", "单价", "金额", "单价", "金额", ""]]
    for each in order.lines:
        texts = [each.number, words(each.description, 8), each.customer_part, each.part, each.unit]
        net = [plain(each.quantity), comma(each.price), comma(each.amount)]
        rows.append(
            [*texts, *net, comma(each.gross_price or each.price), comma(each.gross_amount or each.amount), ""]
        )
    rows[2][-1] = chinese_day(order.lines[0].due)
    rows.append(["合　　计", *[""] * 6, comma(order.net), "", comma(order.gross), ""])
    last = len(rows) - 1
    spans: list[Command] = [("SPAN", (at, 0), (at, 1)) for at in (0, 1, 2, 3, 4, 5, 10)]
    spans += [("SPAN", (6, 0), (7, 0)), ("SPAN", (8, 0), (9, 0)), ("SPAN", (10, 2), (10, last - 1))]
    commands: list[Command] = [
        LINES,
        *spans,
        ("SPAN", (0, last), (6, last)),
        ("ALIGN", (0, 0), (-1, 1), "CENTER"),
    ]
    head = [
        [f"买方：{order.customer}", f"卖方：{SELLER_ZH}"],
        [f"合同编码：{order.number}", f"合同签订日：{order.date:%Y/%m/%d}"],
        [f"卖方报价编号：{order.quotation}", f"币种：人民币　　税率：{order.rate}%"],
    ]
    story: list[Flowable] = [
        words("备件订货合同", 16, align="center", space=8),
        grid(head, (140, 120), size=9.5),
        Spacer(1, 2 * mm),
        grid(rows, (11, 55, 32, 30, 12, 15, 21, 24, 21, 24, 28), commands, size=8),
        Spacer(1, 3 * mm),
        words(f"货款支付方式：{order.terms}", 9.5, space=2),
        words("质量异议期为货到后30日。合同经双方盖章生效，传真件有效。", 9.5, space=12),
        Seal(40, -10, order.customer, "合同专用章"),
        grid([["买方盖章：", "卖方盖章："]], (140, 120), size=9.5),
    ]
    return pdf(story, order.number, size=landscape(A4), margin=14)


LAYOUTS = (
    Layout(
        "goods_contract",
        goods_contract,
        Spec(kind="contract", buyers="plants", customer_part=True, dates="lead"),
        "articles seal sentences grid capitals",
        "物资采购合同{number}.pdf",
    ),
    Layout(
        "cover_contract",
        cover_contract,
        Spec(
            kind="contract", buyers="plants", basis="net", parts="lpn", drawing=True, dates="lines",
            describe="{zh}", also=("{zh} {size}",), stated="place terms",
        ),
        "cover multi-page seal written-day",
        "{number}买卖合同.pdf",
    ),
    Layout(
        "second_party_contract",
        second_party_contract,
        Spec(
            kind="contract", buyers="plants", rate=None, numbering=None, describe="{zh}",
            also=("{zh} {size}",), stated="terms", dates="header",
        ),
        "party-b signature-block seal capitals",
        "{code}_供需合同.pdf",
    ),
    Layout(
        "steel_contract",
        steel_contract,
        Spec(
            kind="contract", buyers="china", basis="both", customer_part=True, dates="merged",
            stated="quotation terms", numbering=(10, 3),
        ),
        "landscape two-level-heads merged both-prices seal",
        "备件订货合同-{number}.pdf",
    ),
)  # fmt: skip
