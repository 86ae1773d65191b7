"""Orders from the procurement platforms of groups: petrochemicals, offshore, power grid, steel, and their call-offs."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.forms.zh_shapes import (
    BREAK,
    GRID,
    HEAD,
    LINES,
    cells,
    dated,
    framed,
    paragraphs,
    spanned,
    spread,
    without_tax,
    words_of,
)
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, row, table, text
from bench.layouts.notation import comma, unseparated
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order


def mall_order(_random: Random, order: Order) -> Drawing:
    """An order of a petrochemical group's trading platform: framework, plan and order numbers above each other."""
    head = framed(
        [
            ("订单编号", order.number), ("订单生成时间", f"{order.date:%Y-%m-%d} 15:02:33"),
            ("框架协议编号", f"KJ2025-JXMF-0{order.date.day:02d}7"), ("采购申请编号", f"PR10{order.date:%m%d}5582"),
            ("采购单位", order.customer), ("供应商", SELLER_ZH),
            ("收货单位", order.customer), ("收货地址", order.place),
            ("收货人", "赵立新 18900000021"), ("结算方式", order.terms),
        ],
        2,
    )  # fmt: skip
    names = "number|mine|text|part|unit|count|price|amount|net price|rate|due-"
    heads = (
        "行号",
        "物资编码",
        "物资描述",
        "供应商产品编码",
        "计量单位",
        "订货数量",
        "含税单价(元)",
        "含税金额(元)",
        "不含税单价(元)",
        "税率",
        "要求交货日期",
    )
    net = without_tax(order, order.total)
    sums = paragraphs(
        [
            f"含税总金额（元）：<b>{comma(order.total)}</b>　不含税总金额（元）：{comma(net)}　税额（元）：{comma(order.total - net)}",
            f"含税总金额大写：{words_of(order.total)}",
        ]
    )
    note = "<p class=s>本订单依据框架协议签订，框架协议条款适用于本订单。电子订单经双方数字证书签章后生效，与纸质合同具有同等法律效力。</p>"
    body = f"<p class=s>电子商务平台 &gt; 我的订单</p><h2>物资采购订单</h2>{head}<p>订单明细</p>{table(heads, cells(order, names))}{sums}{note}"
    return page(body, HEAD + GRID + ".items td,.items th{font-size:7.5pt}", size="A4 landscape", margin="9mm")


def offshore_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of an offshore company: labels in both languages, values in Chinese, sums of tax in boxes."""
    head = framed(
        [
            ("采购订单号 P.O. No.", order.number), ("订单日期 P.O. Date", f"{order.date:%Y-%m-%d}"),
            ("买方 Buyer", order.customer), ("卖方 Seller", SELLER_ZH),
            ("买方地址 Address", order.buyer.street_zh), ("卖方地址 Address", SELLER_STREET_ZH),
            ("报价单号 Quotation No.", order.quotation), ("币种 Currency", "人民币 CNY"),
            ("付款条件 Payment Terms", order.terms), ("交货地点 Delivery Place", order.place),
        ],
        2,
    )  # fmt: skip
    names = "number|mine|text|part|count|unit|price|amount|due-"
    heads = (
        "行号<br>Item",
        "物料编码<br>Material No.",
        "物料描述<br>Description",
        "卖方编码<br>Seller P/N",
        "数量<br>Qty",
        "单位<br>UOM",
        "不含税单价<br>Unit Price",
        "不含税总价<br>Amount",
        "交货日期<br>Delivery Date",
    )
    top = "".join(f"<th>{each}</th>" for each in heads)
    foot = (
        spanned((7, "不含税合计 Subtotal"), (1, comma(order.net)), (1, ""))
        + spanned((7, f"增值税 VAT {order.rate}%"), (1, comma(order.tax)), (1, ""))
        + spanned((7, "含税总价 Total"), (1, comma(order.total)), (1, ""))
    )
    items = f"<table class=items><thead><tr>{top}</tr></thead><tbody>{''.join(map(row, cells(order, names)))}{foot}</tbody></table>"
    tail = paragraphs(
        [
            "1. 质量保证期 Warranty：交货后18个月或投用后12个月，以先到者为准。",
            "2. 迟交违约金 LD：每周为迟交货值的0.5%，最高5%。",
            "3. 单据 Documents：装箱单、合格证、材质报告随货提供。",
        ]
    )
    body = f"<h2>采 购 订 单<br>PURCHASE ORDER</h2>{head}{items}{tail}<p>买方授权签字 Authorized Signature：　　　　　　卖方确认 Confirmed by：</p>"
    return page(body, HEAD + GRID + ".frame td{font-size:8pt}")


def grid_supply(_random: Random, order: Order) -> Drawing:
    """A supply contract of a power company: a cover with both sides, and the list of goods as an annex."""
    cover = (
        f"<p class=r>合同编号（买方）：{order.number}</p><p class=r>合同编号（卖方）：</p><h2 style='margin-top:30mm'>备品备件采购合同</h2>"
        f"<p style='margin-top:40mm'>买　　方：{text(order.customer)}</p><p>卖　　方：{SELLER_ZH}</p><p>签订日期：{dated(order.date)}</p><p>签订地点：{order.buyer.city_zh}</p>"
    )
    articles = (
        "1. 合同标的：货物名称、规格、数量、价格详见附件1《货物清单》。",
        f"2. 合同价格：本合同价格为固定总价，含税总价人民币{words_of(order.total)}（￥{comma(order.total)}元），其中不含税价￥{comma(order.net)}元，增值税税率{order.rate}%。",
        f"3. 交货期：合同生效后{order.wait.zh}。3.1 交货地点：{text(order.place)}。3.2 交货方式：车板交货。",
        f"4. 支付：{text(order.terms)}。",
        "5. 违约责任：卖方迟延交货的，每迟延一周支付迟交货物价款0.5%的违约金，不足一周按一周计算。",
        "6. 合同生效：双方法定代表人（负责人）或其授权代表签署并加盖公章或合同专用章之日起生效。",
    )
    names = "number|mine|name|size|part|unit|count|price|gross price|amount|gross amount"
    heads = (
        "序号",
        "物料编码",
        "货物名称",
        "规格型号（扩展描述）",
        "卖方产品编码",
        "单位",
        "数量",
        "不含税单价",
        "含税单价",
        "不含税总价",
        "含税总价",
    )
    annex = f"<p>附件1</p><h3>货物清单</h3><p class=r>单位：人民币元</p>{table(heads, cells(order, names), foot=spanned((9, '合计'), (1, comma(order.net)), (1, comma(order.total))))}"
    return page(
        cover + BREAK + paragraphs(articles) + BREAK + annex,
        HEAD + GRID + ".items td,.items th{font-size:7.5pt}",
        font=SERIF,
    )


def steel_order(_random: Random, order: Order) -> Drawing:
    """A spare parts contract of a steel group: codes of plant and unit in the head, the items as blocks of two lines."""
    head = spread(
        [
            ("合同号", order.number), ("签约日期", f"{order.date:%Y%m%d}"), ("买方", order.customer),
            ("卖方", SELLER_ZH), ("卖方代码", f"U{order.date:%d}7719"), ("使用单位", "冷轧厂设备室"),
            ("付款方式", order.terms), ("交货地点", order.place), ("报价单", order.quotation),
        ],
        2,
    )  # fmt: skip
    items = "".join(
        row(
            (
                each.number,
                each.customer_part,
                each.description,
                each.drawing,
                each.unit,
                unseparated(each.quantity, 0) if each.quantity == int(each.quantity) else each.quantity,
                unseparated(each.price),
                unseparated(each.amount),
            )
        )
        + f"<tr><td></td><td colspan=4>卖方型号：{each.part}</td><td colspan=3>交货期：{each.due:%Y%m%d}</td></tr>"
        for each in order.lines
    )
    heads = row(("项次", "资材代码", "资材名称规格", "图号", "单位", "数量", "含税单价", "含税金额"), "th")
    table_ = f"<table class=items><thead>{heads}</thead>{items}<tr><td colspan=7>合同总金额（含税{order.rate}%）</td><td>{unseparated(order.total)}</td></tr></table>"
    tail = paragraphs(
        [
            "一、质量标准：按卖方出厂标准及买方图纸。",
            "二、卖方应在包装物上标注合同号、项次、资材代码。",
            "三、本合同未尽事宜按《设备资材采购通用条款》执行。",
        ],
        "s",
    )
    return page(f"<h3>资材备件采购合同</h3>{head}{table_}{tail}", HEAD + LINES)


def call_off(_random: Random, order: Order) -> Drawing:
    """A call-off under a yearly contract: the number of the contract stands first, the call-off's own behind it."""
    names = "number|mine|text|part|unit|count|price|amount|due."
    heads = (
        "序号",
        "物料号",
        "名称及规格",
        "贵司编码",
        "单位",
        "本次要货数量",
        "协议含税单价",
        "金额",
        "要求到货日期",
    )
    body = (
        f"<h3>{text(order.customer)}</h3><h2>要 货 通 知 单</h2><p class=r>通知单号：{order.number}　　日期：{order.date:%Y.%m.%d}</p><p>致：{SELLER_ZH}</p>"
        f"<p>依据双方签订的《2026年度机械密封备件采购框架协议》（协议编号：{order.buyer.code}-KJ-2026-018），现通知贵司按下列明细供货：</p>"
        + table(
            heads,
            cells(order, names),
            foot=spanned((7, f"合计（含税{order.rate}%）"), (1, comma(order.total)), (1, "")),
        )
        + paragraphs(
            [
                f"收货地址：{text(order.place)}　收货人：马师傅 13900000016",
                f"结算：{text(order.terms)}",
                "其他条款按框架协议执行。收到通知后请于当日回传确认。",
                "采购员：彭涛　　　部门经理：　　　　供应商确认（签章）：",
            ]
        )
    )
    return page(body, HEAD + GRID)


def compared_order(_random: Random, order: Order) -> Drawing:
    """A comparison of three offers on the first page, and the order on the second."""
    rivals = [
        (each.number, each.description, f"{each.quantity:f}{each.unit}", comma(each.price), comma(each.price * 107 / 100), comma(each.price * 118 / 100), "推荐")
        for each in order.lines
    ]  # fmt: skip
    first = (
        f"<h2>采购比价表</h2>{spread([('申请部门', '机修车间'), ('询价单号', f'XJ{order.date:%Y%m}031'), ('比价日期', f'{order.date:%Y-%m-%d}')], 3)}"
        + table(("序号", "名称规格", "数量", SELLER_ZH, "衡川密封件厂", "远浦流体科技公司", "结论"), rivals)
        + "<p>比价结论：建议向报价最低的供应商采购。　　采购：　　　审批：</p>"
    )
    head = framed(
        [
            ("采购方", order.customer),
            ("订单编号", order.number),
            ("供应商", SELLER_ZH),
            ("订单日期", f"{order.date:%Y-%m-%d}"),
            ("报价单号", order.quotation),
            ("交货日期", f"{order.due:%Y-%m-%d}"),
        ],
        2,
    )
    names = "number|text|part|count|unit|price|amount|-"
    heads = ("序号", "名称规格", "供应商编码", "数量", "单位", "含税单价", "含税金额", "备注")
    second = f"<h2>采购订单</h2>{head}{table(heads, cells(order, names), foot=spanned((6, f'合计（含{order.rate}%增值税）'), (1, comma(order.total)), (1, '')))}{paragraphs([f'送货地址：{text(order.place)}', f'付款方式：{text(order.terms)}', '供应商签章确认：'])}"
    return page(first + BREAK + second, HEAD + GRID)


def supplement(_random: Random, order: Order) -> Drawing:
    """A supplementary agreement that adds goods to a contract: its own number beside that of the contract."""
    names = "number|text|part|unit|count|bare price|bare amount"
    heads = ("序号", "名称及规格型号", "乙方编码", "单位", "增加数量", "含税单价（元）", "含税金额（元）")
    articles = (
        f"二、增加部分含税金额合计人民币{comma(order.total)}元（大写：{words_of(order.total)}），税率{order.rate}%。",
        f"三、增加部分交货时间：{dated(order.due)}前；交货地点：{text(order.place)}。",
        f"四、付款方式：{text(order.terms)}。",
        "五、除本补充协议约定外，原合同其余条款不变。本补充协议与原合同具有同等法律效力。",
        "六、本补充协议一式四份，双方各执两份，自双方盖章之日起生效。",
    )
    body = (
        f"<h2>补充协议</h2><p class=r>协议编号：{order.number}</p><p>甲方：{text(order.customer)}</p><p>乙方：{SELLER_ZH}</p>"
        f"<p>甲乙双方于2025年11月18日签订了《备件采购合同》（合同编号：{order.buyer.code}-2025-1118），因甲方生产需要，经双方协商，达成如下补充协议：</p><p>一、在原合同基础上增加采购下列货物：</p>"
        f"{table(heads, cells(order, names), foot=spanned((6, '合计'), (1, unseparated(order.total))))}{paragraphs(articles)}<p>甲方（盖章）：　　　　　　　　　乙方（盖章）：</p><p>签订日期：{dated(order.date)}</p>"
    )
    return page(body, HEAD + GRID, font=SERIF)


LAYOUTS = (
    Layout("mall_order", mall_order, Spec(buyers="state", customer_part=True, dates="lines", stated="place terms", numbering=(10, 0), numbers=("EPC26{day}{n:07d}", "26{day}01{n:06d}")), "platform landscape gross-before-net several-numbers", "{number}.pdf"),
    Layout("offshore_order", offshore_order, Spec(buyers="state", basis="net", customer_part=True, dates="lines", numbering=(10, 0)), "bilingual-labels ruled sums-below", "PO_{number}.pdf"),
    Layout("grid_supply", grid_supply, Spec(kind="contract", buyers="state", basis="both", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lead", stated="place terms", numbers=("SD{code}-26-BP-{n:04d}", "{code}HT/26-WZ-{n:04d}"), payments=("预付款、到货款、质保金按1:8:1比例支付", "货物到货验收合格后60日内支付95%，质保期满支付5%")), "contract cover annex three-pages both-prices", "备品备件采购合同.pdf"),
    Layout("steel_order", steel_order, Spec(kind="contract", buyers="state", customer_part=True, drawing=True, dates="lines", vague="currency", numbers=("NG26{day}B{n:05d}", "B26{n:05d}0{day}")), "bare-dates two-line-items unruled", "{number}.pdf"),
    Layout("call_off", call_off, Spec(buyers="private", customer_part=True, dates="lines", stated="place terms", vague="currency"), "call-off framework-number ruled", "要货通知单{number}.pdf"),
    Layout("compared_order", compared_order, Spec(buyers="makers", dates="header", vague="currency"), "comparison-before two-pages ruled", "{number}.pdf"),
    Layout("supplement", supplement, Spec(kind="change_order", kind_only=True, buyers="private", dates="header", stated="place terms"), "supplementary-agreement ruled", "补充协议{number}.pdf"),
)  # fmt: skip
