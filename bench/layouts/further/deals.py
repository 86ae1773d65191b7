"""Contracts of traders and of purchasing platforms, printed from a browser."""

from random import Random

from bench.layouts.further.days import bare
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, row, table, text
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order

BOXED = ".items{width:100%}.items td,.items th{border:1px solid #333;padding:3px 5px;font-size:8.5pt}"


def trade_contract(random: Random, order: Order) -> Drawing:
    """A trader's purchase contract: goods on top, terms as bold words with a sentence each."""
    when = random.choice(("签约日期", "合同日期", "订立日期"))
    head = (
        f"<h2>采 购 合 同</h2><div class=top><div><b>需方：</b>{text(order.customer)}<br>"
        f"<b>供方：</b>{SELLER_ZH}</div><div><b>合同号码：</b>{order.number}<br>"
        f"<b>{when}：</b>{chinese_day(order.date)}<br><b>对应报价：</b>{order.quotation}</div></div>"
    )
    rows = [
        (
            each.number,
            each.description,
            each.part,
            plain(each.quantity) + " " + each.unit,
            unseparated(each.price),
            unseparated(each.amount),
            "",
        )
        for each in order.lines
    ]
    foot = (
        f"<tr><td colspan=5>总价（人民币大写）：{capitals(order.total)}</td>"
        f"<td class=n>{unseparated(order.total)}</td><td></td></tr>"
    )
    items = table(("项目", "品名规格", "供方型号", "数量", "含税价", "小计", "备注"), rows, foot=foot)
    terms = [
        ("税票", f"以上为含税价，供方提供{order.rate}%增值税专用发票。"),
        ("供货周期", f"{order.wait.zh}，自合同签订之日起算。"),
        ("送货地址", text(order.place)),
        ("货款结算", text(order.terms)),
        ("包装标准", "供方标准包装，适合公路运输。"),
        ("争议解决", "协商解决；协商不成的，由原告所在地人民法院管辖。"),
    ]
    body = "".join(f"<p><b>{name}：</b>{content}</p>" for name, content in terms)
    sign = "<div class=top><div>需方（签章）：</div><div>供方（签章）：</div></div>"
    style = (
        "h2{text-align:center;letter-spacing:4px}.top{display:flex;justify-content:space-between;"
        "margin:4mm 0;line-height:1.7}p{margin:1.5mm 0}.n{text-align:right}"
    )
    return page(head + items + body + sign, BOXED + style, font=SERIF)


def platform_contract(_random: Random, order: Order) -> Drawing:
    """A contract that a purchasing platform prints: facts in a table of four columns, under bars."""
    facts = [
        ("协议编号", order.number, "协议状态", "已生效"),
        ("采购组织", order.customer, "供应商名称", SELLER_ZH),
        ("签署日期", f"{order.date:%Y-%m-%d}", "签署方式", "电子签章"),
        ("结算币种", order.currency, "结算条件", order.terms),
        ("寻源单据", f"报价 {order.quotation}", "交付地址", order.place),
    ]
    rows = [
        (
            each.number,
            each.customer_part,
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            comma(each.price),
            f"{order.rate}",
            comma(each.amount),
            f"{each.due:%Y-%m-%d}",
        )
        for each in order.lines
    ]
    heads = ("行号", "物料编码", "物料描述", "供应商物料号", "单位", "采购数量", "未税单价", "税率(%)")
    items = table((*heads, "未税金额", "要求到货日"), rows)
    sums = (
        f"<div class=sum>未税总额：{comma(order.net)}　税额：{comma(order.tax)}　"
        f"<b>含税总额：{comma(order.total)}</b></div>"
    )
    body = (
        "<div class=title>备件采购合同（平台签约）</div><div class=bar>基本信息</div>"
        f"<table class=facts>{''.join(row(each) for each in facts)}</table>"
        f"<div class=bar>采购明细</div>{items}{sums}<div class=bar>协议条款</div>"
        "<p>1. 供应商应按要求到货日将货物送达交付地址，货物外包装须标明协议编号。</p>"
        "<p>2. 供应商凭平台收货单开具发票。</p><p>3. 本协议经双方电子签章后生效，与纸质合同具有同等效力。</p>"
        "<div class=foot>本文件由电子采购平台生成</div>"
    )
    style = (
        ".title{font-size:15pt;text-align:center;margin-bottom:4mm}.bar{background:#2b5c9e;color:#fff;"
        "padding:2px 6px;margin:3mm 0 2mm}.facts{width:100%}.facts td{border:1px solid #bbb;padding:4px;"
        "width:32%}.facts td:nth-child(odd){background:#f1f4f8;width:16%}.sum{text-align:right;margin:3mm}"
        ".foot{color:#888;font-size:7.5pt;margin-top:8mm}p{margin:1mm 0}"
    )
    return page(body, BOXED + style, size="A4 landscape", margin="12mm")


def sentence_contract(random: Random, order: Order) -> Drawing:
    """A contract that states everything in sentences and has but a bare table of the goods."""
    due = bare(order.due, "-")
    opening = random.choice(
        (
            "本合同（编号{number}）由以下双方于{day}在{city}签订：",
            "以下双方于{day}在{city}签署本合同，合同编号为{number}：",
        )
    ).format(number=order.number, day=chinese_day(order.date), city=order.buyer.city_zh)
    rows = [
        (
            each.number,
            each.description,
            each.part,
            plain(each.quantity),
            each.unit,
            unseparated(each.price),
            unseparated(each.amount),
        )
        for each in order.lines
    ]
    heads = ("序", "货物", "货号", "数量", "单位", "单价（元，含税）", "价款（元，含税）")
    articles = [
        f"1.1　买方向卖方购买下表所列货物，货物的型号、价格以卖方第{order.quotation}号报价为准：",
        table(heads, rows, "goods"),
        (
            f"1.2　合同总价款为人民币{comma(order.total)}元（大写：{capitals(order.total)}），"
            f"其中已包含税率为{order.rate}%的增值税。"
        ),
        f"2.1　卖方应当在{due}之前将全部货物运抵{text(order.place)}。运费由卖方承担。",
        f"3.1　买方按以下方式向卖方支付合同价款：{text(order.terms)}。",
        "4.1　卖方保证货物是全新的、未使用过的，并随货附合格证与装箱单。",
        "5.1　本合同以中文书就，正本两份，双方各持一份。",
    ]
    body = (
        f"<h1>设备备件买卖合同</h1><p>{opening}</p>"
        f"<p>买方：{text(order.customer)}，住所地：{text(order.buyer.street_zh)}</p>"
        f"<p>卖方：{SELLER_ZH}，住所地：{SELLER_STREET_ZH}</p>"
        + "".join(each if each.startswith("<") else f"<p>{each}</p>" for each in articles)
        + "<p class=sign>买方（公章）　　　　　　　　　　　　　卖方（公章）</p>"
    )
    style = (
        "h1{font-size:16pt;text-align:center}p{line-height:1.8;margin:1mm 0;font-size:10.5pt}"
        ".goods{width:100%;margin:2mm 0}.goods th{border-bottom:1px solid #000}.goods td,.goods th"
        "{text-align:center;padding:3px;font-size:9pt}.sign{margin-top:14mm}"
    )
    return page(body, style, margin="22mm", font=SERIF)


LAYOUTS = (
    Layout(
        "trade_contract",
        trade_contract,
        Spec(kind="contract", buyers="traders", dates="lead", lead_unit="days"),
        "flowing terms quantity-with-unit capitals",
        "采购合同 {number}.pdf",
    ),
    Layout(
        "platform_contract",
        platform_contract,
        Spec(
            kind="contract", buyers="plants", basis="net", customer_part=True, dates="lines", numbering=(1, 2)
        ),
        "facts-table bars landscape tax-column",
        "协议_{number}.pdf",
    ),
    Layout(
        "sentence_contract",
        sentence_contract,
        Spec(kind="contract", buyers="makers", dates="header", parts="mixed"),
        "sentences unruled articles",
        "{number}.pdf",
    ),
)
