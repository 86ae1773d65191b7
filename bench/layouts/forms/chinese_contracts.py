"""Contracts between Chinese companies: the standard form of industrial goods, sales contracts, a one-sheet contract."""

# ruff: noqa: E501 - a piece of markup stays a line

from collections.abc import Sequence
from random import Random

from docx.enum.text import WD_ALIGN_PARAGRAPH

from bench.layouts.forms.zh_shapes import (
    BREAK,
    GRID,
    HEAD,
    cells,
    dated,
    framed,
    paragraphs,
    signed,
    spanned,
    spread,
    without_tax,
    words_of,
)
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, table, text
from bench.layouts.notation import comma, unseparated
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order


def industrial_contract(_random: Random, order: Order) -> Drawing:
    """The standard contract of industrial and mining goods: thirteen articles, the first one the table."""
    head = (
        f"<table class=head><tr><td>供方：{SELLER_ZH}</td><td>合同编号：{order.number}</td></tr>"
        f"<tr><td></td><td>签订地点：{order.buyer.city_zh}</td></tr><tr><td>需方：{text(order.customer)}</td><td>签订时间：{dated(order.date)}</td></tr></table>"
    )
    names = "name|/|size|part|unit|count|bare price|bare amount"
    day = f"<td rowspan={len(order.lines)}>{dated(order.lines[0].due)}前一次交清</td>"
    rows = cells(order, names)
    rows[0].append(day)
    heads = (
        "产品名称",
        "商标",
        "规格型号",
        "生产厂家编号",
        "计量<br>单位",
        "数量",
        "单价（元）",
        "总金额（元）",
        "交（提）货<br>时间及数量",
    )
    heads_html = "".join(f"<th>{each}</th>" for each in heads)
    foot = spanned((9, f"合计人民币金额（大写）：{words_of(order.total)}　（小写）￥{comma(order.total)}"))
    items = f"<table class=items><thead><tr>{heads_html}</tr></thead><tbody>{''.join(map(_row, rows))}{foot}</tbody></table>"
    articles = (
        f"二、质量要求、技术标准、供方对质量负责的条件和期限：按JB/T 1472标准执行，质保期一年。以上价格含{order.rate}%增值税。",
        f"三、交（提）货地点、方式：{text(order.place)}",
        "四、运输方式及到达站港和费用负担：汽车运输，费用由供方承担。",
        "五、合理损耗及计算方法：无。",
        "六、包装标准、包装物的供应与回收：纸箱或木箱包装，不回收。",
        "七、验收标准、方法及提出异议期限：按样本验收，货到7日内提出异议。",
        "八、随机备品、配件工具数量及供应办法：无。",
        f"九、结算方式及期限：{text(order.terms)}",
        "十、如需提供担保，另立合同担保书，作为本合同附件。",
        "十一、违约责任：按《中华人民共和国民法典》有关规定执行。",
        "十二、解决合同纠纷的方式：双方协商解决，协商不成由需方所在地人民法院裁决。",
        "十三、其他约定事项：本合同一式肆份，双方各执贰份，自双方签字盖章之日起生效，传真件有效。",
    )
    body = f"<h2>工矿产品购销合同</h2>{head}<p>一、产品名称、商标、型号、厂家、数量、金额、供货时间及数量</p>{items}{paragraphs(articles)}{signed(order, SELLER_ZH)}"
    return page(body, HEAD + GRID + "body{font-size:9pt}", margin="12mm", font=SERIF)


def _row(values: Sequence[object]) -> str:
    shown = (str(each) if str(each).startswith("<td") else f"<td>{text(each)}</td>" for each in values)
    return f"<tr>{''.join(shown)}</tr>"


def sale_contract(_random: Random, order: Order) -> Drawing:
    """A sales contract as a Word file whose blanks were filled in: names underlined by blanks, articles, an annex."""
    document = word("SimSun", 11)
    document.add_paragraph("买　卖　合　同").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph(f"合同编号：{order.number}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for words in (
        f"买受人（甲方）：{order.customer}",
        f"出卖人（乙方）：{SELLER_ZH}",
        f"签订地点：{order.buyer.city_zh}　　　签订时间：{dated(order.date)}",
        "依据《中华人民共和国民法典》及相关法律法规，甲乙双方在平等、自愿、公平、诚实信用的基础上，就下述货物的买卖事宜协商一致，订立本合同。",
        "第一条　标的、数量、价款",
    ):
        document.add_paragraph(words)
    grid = document.add_table(0, 9, "Table Grid")
    heads = (
        "序号",
        "标的物名称",
        "规格型号",
        "乙方物料编码",
        "计量单位",
        "数量",
        "含税单价（元）",
        "含税金额（元）",
        "备注",
    )
    fill_table(grid, [heads, *cells(order, "number|name|size|part|unit|count|bare price|bare amount|-")])
    cells_ = grid.add_row().cells
    cells_[0].merge(
        cells_[8]
    ).text = f"合计人民币（大写）：{words_of(order.total)}　　￥：{unseparated(order.total)}元"
    for words in (
        f"上述价款为含税到厂价，包含货款、包装费、运杂费、保险费及{order.rate}%增值税等全部费用。",
        "第二条　质量标准：乙方应保证货物全新、未使用，符合国家标准及甲方技术要求。",
        f"第三条　交货时间：合同签订后{order.wait.zh}内。",
        f"第四条　交货地点：{order.place}。交货方式：乙方送货。",
        "第五条　检验：货到后10个工作日内由甲方组织验收。",
        f"第六条　付款方式：{order.terms}。付款前乙方须提供合法有效的增值税专用发票。",
        "第七条　质量保证期：自验收合格之日起18个月，质保金为合同价款的5%。",
        "第八条　违约责任：乙方逾期交货的，每逾期一日按合同总价的万分之五支付违约金。",
        "第九条　争议解决：向甲方所在地人民法院提起诉讼。",
        "第十条　本合同自双方法定代表人或委托代理人签字并加盖合同专用章之日起生效。",
    ):
        document.add_paragraph(words)
    signs = document.add_table(0, 2)
    fill_table(
        signs,
        [
            ("甲方（盖章）：", "乙方（盖章）："),
            (order.customer, SELLER_ZH),
            ("委托代理人：", "委托代理人："),
            ("日期：　　年　月　日", "日期：　　年　月　日"),
        ],
    )
    return saved(document)


def one_sheet(_random: Random, order: Order) -> Drawing:
    """A private refiner's contract on one framed sheet: everything is a row of the same table."""
    names = "number|mine|text|part|unit|count|price|amount|due-"
    heads = (
        "序号",
        "物料编码",
        "物料名称及规格型号",
        "供方编号",
        "单位",
        "数量",
        "含税单价",
        "含税总价",
        "到货日期",
    )
    head = spanned((5, f"需方：{order.customer}"), (4, f"合同编号：{order.number}")) + spanned(
        (5, f"供方：{SELLER_ZH}"), (4, f"签订日期：{order.date:%Y-%m-%d}")
    )
    rows = _row(heads) + "".join(map(_row, cells(order, names)))
    foot = spanned((3, "合计（含税）"), (3, words_of(order.total)), (3, f"￥{comma(order.total)}"))
    articles = (
        ("质量要求", "全新正品，符合国家及行业标准，质保期为验收合格后一年。"),
        ("交货地点及方式", order.place),
        ("运输方式及费用", "供方负责运输并承担费用及运输途中一切风险。"),
        ("包装要求", "供方提供适宜运输的包装，包装物不回收；外包装注明合同编号。"),
        ("结算方式", order.terms),
        ("发票", f"供方提供{order.rate}%增值税专用发票。"),
        ("违约责任", "逾期交货每日按合同总额的1%承担违约金；质量不合格的无条件退换。"),
        ("其他", "本合同自双方盖章之日起生效，传真件与原件具有同等法律效力。"),
    )
    clauses = "".join(
        spanned((2, f"{at}、{label}"), (7, value)) for at, (label, value) in enumerate(articles, 1)
    )
    sign = spanned((5, "需方（盖章）："), (4, "供方（盖章）：")) + spanned(
        (5, "经办人：钱勇　电话：0580-5550 3321"), (4, "经办人：　　　　电话：")
    )
    body = f"<h2>采购合同</h2><table class=items>{head}{rows}{foot}{clauses}{sign}</table>"
    return page(body, HEAD + GRID, margin="11mm")


def technical_first(_random: Random, order: Order) -> Drawing:
    """A technical agreement with data of the pumps, and the commercial contract behind it in the same file."""
    tags = [
        (f"P-{210 + at}A/B", each.zh, each.size, "含水柴油", f"{80 + at * 7}", f"{1.2 + at / 10:.1f}", "2950")
        for at, each in enumerate(order.lines)
    ]
    technical = (
        f"<h2>技术协议</h2><p>甲方：{text(order.customer)}</p><p>乙方：{SELLER_ZH}</p><p>1 总则：本技术协议适用于甲方装置用密封及备件，是商务合同不可分割的组成部分。</p><p>2 使用工况</p>"
        + table(("设备位号", "名称", "型号", "介质", "温度℃", "压力MPa", "转速r/min"), tags)
        + "<p>3 执行标准：API 682第4版、JB/T 1472、GB/T 33509。</p><p>4 交付资料：合格证2份、静压试验报告2份、装配图2份。</p><p>5 质保期：投用12个月或货到18个月，先到为准。</p>"
        "<p>甲方代表：　　　　　　　　乙方代表：</p>"
    )
    head = spread(
        [
            ("合同编号", order.number),
            ("签订日期", dated(order.date)),
            ("甲方（买方）", order.customer),
            ("乙方（卖方）", SELLER_ZH),
        ],
        2,
    )
    names = "number|name|size|part|drawing|count|unit|bare price|bare amount"
    heads = (
        "序号",
        "货物名称",
        "型号规格",
        "乙方编码",
        "图号",
        "数量",
        "单位",
        "不含税单价（元）",
        "不含税总价（元）",
    )
    foot = (
        spanned((8, "不含税合计"), (1, comma(order.net)))
        + spanned((8, f"增值税（{order.rate}%）"), (1, comma(order.tax)))
        + spanned((8, "价税合计"), (1, comma(order.total)))
    )
    articles = (
        f"第二条　合同总价（价税合计）为人民币{words_of(order.total)}。",
        f"第三条　交货期：乙方应于{dated(order.due)}前将货物运抵交货地点。交货地点：{text(order.place)}。",
        f"第四条　付款：{text(order.terms)}。",
        "第五条　技术要求见技术协议。技术协议与本合同不一致时，以要求较高者为准。",
        "第六条　逾期交货违约金：每周0.5%，最高不超过合同总价的5%。",
    )
    contract = f"<h2>商务合同</h2>{head}<p>第一条　货物清单</p>{table(heads, cells(order, names), foot=foot)}{paragraphs(articles)}<p>甲方（章）：　　　　　　　　　乙方（章）：</p>"
    return page(technical + BREAK + contract, HEAD + GRID, font=SERIF)


def petroleum_contract(_random: Random, order: Order) -> Drawing:
    """A materials contract of an oil company: numbered articles, price without tax and tax apart, signatures in a frame."""
    names = "number|mine|name|size|part|unit|count|net price|price|amount|-"
    heads = (
        "序号",
        "物资编码",
        "物资名称",
        "规格型号",
        "制造商编码",
        "计量单位",
        "数量",
        "不含税单价",
        "含税单价",
        "含税金额",
        "备注",
    )
    foot = spanned((9, "合计"), (1, comma(order.total)), (1, ""))
    front = f"<h2>物资采购合同</h2><p class=r>合同编号：{order.number}</p>" + framed(
        [
            ("买方", order.customer),
            ("卖方", SELLER_ZH),
            ("签订时间", dated(order.date)),
            ("签订地点", order.buyer.city_zh),
        ],
        2,
    )
    net = without_tax(order, order.total)
    articles = (
        f"2.1 合同价款：本合同不含税价款为人民币{comma(net)}元，增值税税率{order.rate}%，增值税税额{comma(order.total - net)}元，价税合计人民币{comma(order.total)}元（大写：{words_of(order.total)}）。",
        "2.2 上述价款包括货物价款、包装费、运输费、保险费、装卸费及技术服务费等一切费用。",
        f"3.1 交货时间：{dated(order.due)}前。",
        f"3.2 交货地点：{text(order.place)}。3.3 交货方式：卖方送货到买方指定地点。",
        f"4.1 付款方式：{text(order.terms)}。",
        "4.2 质量保证金为合同价款的5%，质量保证期满无质量问题后无息支付。",
        "5.1 质量保证期为货物验收合格之日起12个月。",
        "6.1 卖方逾期交货的，每逾期一日，应按逾期交货部分价款的0.1%支付违约金，违约金总额不超过合同价款的10%。",
        "7.1 卖方应遵守买方HSE管理规定。8.1 争议由合同签订地人民法院管辖。",
    )
    sign = framed(
        [
            ("买方（盖章）", order.customer),
            ("卖方（盖章）", SELLER_ZH),
            ("授权代表（签字）", ""),
            ("授权代表（签字）", ""),
            ("纳税人识别号", "91360000MA38TQ1N2E"),
            ("纳税人识别号", "91120111MA05KX7Q2L"),
        ],
        2,
    )
    body = f"{front}<p>根据《中华人民共和国民法典》等有关法律、法规，双方协商一致，签订本合同。</p><p>1.1 标的物</p>{table(heads, cells(order, names), foot=foot)}{paragraphs(articles)}{sign}"
    return page(body, HEAD + GRID + ".items td,.items th{font-size:7.5pt}", font=SERIF)


LAYOUTS = (
    Layout("industrial_contract", industrial_contract, Spec(kind="contract", buyers="china", describe="{zh}", also=("{zh} {size}",), numbering=None, dates="merged", stated="place terms"), "contract standard-form merged-date unnumbered", "工矿产品购销合同{number}.pdf"),
    Layout("sale_contract", sale_contract, Spec(kind="contract", buyers="private", describe="{zh}", also=("{zh} {size}",), dates="lead", stated="place terms", payments=("合同生效后7日内支付30%预付款，发货前支付60%，质保期满后支付10%", "货到验收合格后3个月内以6个月银行承兑汇票支付")), "contract word articles", "买卖合同{number}.docx"),
    Layout("one_sheet", one_sheet, Spec(kind="contract", buyers="private", customer_part=True, dates="lines", stated="place terms"), "contract one-table labelled-rows", "采购合同（{number}）.pdf"),
    Layout("technical_first", technical_first, Spec(kind="contract", buyers="state", basis="net", drawing=True, describe="{zh}", also=("{zh} {size}",), dates="header", stated="place terms"), "contract technical-agreement-before two-pages", "技术协议及商务合同.pdf"),
    Layout("petroleum_contract", petroleum_contract, Spec(kind="contract", buyers="state", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="header", stated="place terms", numbers=("{code}-2026-物采-{n:04d}", "{code}WZ[2026]{n:04d}号"), payments=("货到验收合格且收到增值税专用发票后90日内支付合同价款的95%，余款5%为质量保证金", "货到验收合格、发票入账后60天内以银行承兑汇票支付")), "contract numbered-articles both-prices", "物资采购合同-{number}.pdf"),
)  # fmt: skip
