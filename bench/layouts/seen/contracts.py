"""Chinese contracts: ruled, with merged cells, with options to tick."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.colors import black, lightgrey
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from bench.layouts.ink import Seal
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import capitals, chinese_day, comma, plain
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import grid, pdf, register, words


def ruled_contract(_random: Random, order: Order) -> Drawing:
    """Draw a ruled contract; the buyer's seal lies over the signatures."""
    register()
    heads = ["序号", "产品名称", "规格型号", "供方物料号", "数量", "单位", "含税单价(元)", "金额(元)"]
    rows: list[list[object]] = [
        [
            each.number,
            each.zh,
            each.size,
            each.part,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        ]
        for each in order.lines
    ]
    last = len(rows) + 1
    sums: list[list[object]] = [
        ["合计", "", "", "", "", "", "", comma(order.total)],
        [f"人民币（大写）：{capitals(order.total)}", *[""] * 7],
    ]
    table = grid(
        [heads, *rows, *sums],
        (10, 30, 36, 28, 14, 12, 22, 24),
        [
            ("GRID", (0, 0), (-1, -1), 0.5, black),
            ("BACKGROUND", (0, 0), (-1, 0), lightgrey),
            ("ALIGN", (6, 1), (-1, last), "RIGHT"),
            ("SPAN", (0, last), (6, last)),
            ("SPAN", (0, last + 1), (-1, last + 1)),
        ],
        size=8,
    )
    head = grid(
        [
            [f"需方：{order.customer}", f"合同编号：{order.number}"],
            [f"供方：{SELLER_ZH}", f"签订时间：{chinese_day(order.date)}"],
            ["签订地点：需方所在地", f"报价单号：{order.quotation}"],
        ],
        (108, 66),
        size=9.5,
    )
    clauses = (
        f"二、质量标准：按供方企业标准执行，质保期12个月。价格含{order.rate}%增值税及运费。",
        f"三、交货时间：合同生效后{order.wait.zh}内交货。",
        f"四、交货地点：{order.place}。",
        "五、包装标准：木箱包装，不回收；随货附合格证2份。",
        "六、验收：货到后15日内提出书面异议，逾期视为合格。",
        f"七、结算方式：{order.terms}。",
        "八、违约责任：按《中华人民共和国民法典》执行。",
        "九、本合同一式4份，双方各执2份，传真件有效。",
    )
    signatures = grid(
        [
            ["需方（章）：", "供方（章）："],
            [order.customer, SELLER_ZH],
            [f"地址：{order.buyer.street_zh}", f"地址：{SELLER_STREET_ZH}"],
            ["委托代理人：", "委托代理人："],
            ["开户行：临港银行营业部", "开户行：津港银行贝岚支行"],
            ["账号：6600 2231 4471 9902", "账号：1200 8899 7766 5544"],
        ],
        (88, 88),
        [("BOX", (0, 0), (0, -1), 0.5, black), ("BOX", (1, 0), (1, -1), 0.5, black)],
    )
    story: list[Flowable] = [
        words("工矿产品购销合同", 17, align="center", space=8),
        head,
        Spacer(1, 3 * mm),
        words("一、产品名称、型号、数量、金额：", 9.5, space=2),
        table,
        Spacer(1, 2 * mm),
        *(words(each, 9.5, space=2) for each in clauses),
        Spacer(1, 4 * mm),
        signatures,
        Seal(52, 17, order.customer, "合同专用章"),
    ]
    return pdf(story, "购销合同", margin=16)


def merged_contract(_random: Random, order: Order) -> Drawing:
    """Draw a Word contract with a heading over two rows and one date for all lines."""
    document = word()
    document.add_paragraph("设备备件采购合同").alignment = WD_ALIGN_PARAGRAPH.CENTER
    head = document.add_table(rows=0, cols=2)
    fill_table(
        head,
        [
            (f"合同号：{order.number}", f"签约日期：{order.date:%Y.%m.%d}"),
            (f"买方：{order.customer}", f"卖方：{SELLER_ZH}"),
        ],
    )
    document.add_paragraph("买卖双方经友好协商，达成如下条款：")
    document.add_paragraph("1　标的物")
    table = document.add_table(rows=0, cols=9, style="Table Grid")
    top = ("序号", "名称", "型号规格", "卖方物料编码", "数量", "", "价格（元，不含税）", "", "交货日期")
    low = ("", "", "", "", "数目", "单位", "单价", "总价", "")
    rows = [
        (
            each.number,
            each.zh,
            each.size,
            each.part,
            plain(each.quantity),
            each.unit,
            f"{each.price}",
            f"{each.amount}",
            "",
        )
        for each in order.lines
    ]
    fill_table(table, [top, low, *rows])
    for column in (0, 1, 2, 3, 8):
        table.cell(0, column).merge(table.cell(1, column))
    table.cell(0, 4).merge(table.cell(0, 5))
    table.cell(0, 6).merge(table.cell(0, 7))
    day = table.cell(2, 8).merge(table.cell(len(rows) + 1, 8))
    day.text = f"{order.lines[0].due:%Y.%m.%d}"
    for label, value in (
        ("不含税合计", order.net),
        (f"增值税{order.rate}%", order.tax),
        ("价税合计", order.total),
    ):
        cells = table.add_row().cells
        cells[0].merge(cells[6]).text = label
        cells[7].merge(cells[8]).text = f"{value}"
    for clause in (
        f"2　交货地点：{order.place}",
        f"3　付款方式：{order.terms}",
        f"4　价格依据：卖方报价单 {order.quotation}",
        "5　质量保证期：自验收合格之日起12个月。",
        "6　未尽事宜，双方另行协商。",
        "买方（盖章）　　　　　　　　　　卖方（盖章）",
    ):
        document.add_paragraph(clause)
    return saved(document)


def ticked_contract(_random: Random, order: Order) -> Drawing:
    """Draw a Word contract in which options are ticked."""
    document = word("FangSong", 11)
    document.add_heading("物资采购合同（通用版）", level=1).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in (
        f"编号：{order.number}",
        f"甲方（采购方）：{order.customer}",
        f"乙方（供应方）：{SELLER_ZH}",
        f"订立日期：{chinese_day(order.date)}",
        "第一条　货物清单",
    ):
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=7, style="Table Grid")
    heads = ("行号", "货物名称及规格", "甲方物料编码", "数量", "计量单位", "单价", "合价")
    rows = [
        (
            each.number,
            each.description,
            each.customer_part,
            plain(each.quantity),
            each.unit,
            f"{each.price}",
            f"{each.amount}",
        )
        for each in order.lines
    ]
    fill_table(table, [heads, *rows, ("合计", "", "", "", "", "", f"{order.total}")])
    for text in (
        f"第二条　价格　☑含税价，税率{order.rate}%　□不含税价。合同总价：人民币{comma(order.total)}元（大写{capitals(order.total)}）。",
        f"第三条　交货　□签约后3日内　☑于{chinese_day(order.due)}前　□按甲方通知分批交货。",
        f"第四条　交货地点　□乙方工厂　☑{order.place}",
        f"第五条　付款　□预付100%　☑{order.terms}　□其他：________",
        "第六条　包装　☑木箱　□纸箱　□托盘",
        "第七条　争议　☑甲方所在地法院　□仲裁委员会",
        "甲方盖章：　　　　　　　　　　　　乙方盖章：",
    ):
        document.add_paragraph(text)
    return saved(document)


LAYOUTS = (
    Layout(
        "ruled_contract",
        ruled_contract,
        Spec(
            kind="contract", parts="lpn", dates="lead", describe="{zh}", also=("{zh} {size}",), lines=(2, 7)
        ),
        "ruled capitals seal lead-sentence",
        "购销合同{number}.pdf",
    ),
    Layout(
        "merged_contract",
        merged_contract,
        Spec(
            kind="contract", basis="net", dates="merged", describe="{zh}", also=("{zh} {size}",), lines=(3, 6)
        ),
        "ruled merged two-level docx",
        "采购合同 {number}.docx",
    ),
    Layout(
        "ticked_contract",
        ticked_contract,
        Spec(kind="contract", parts="none", customer_part=True, stated="place terms"),
        "ruled ticked docx capitals",
        "{code}物资采购合同.docx",
    ),
)
