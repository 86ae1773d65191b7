"""Orders of foreign-owned plants in China: Japanese and German forms in two languages, a letter, a Word order."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.forms.zh_shapes import (
    GRID,
    HEAD,
    LINES,
    cells,
    dated,
    framed,
    paragraphs,
    spanned,
    spread,
    words_of,
)
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, plain, short_day
from bench.layouts.office import fill_table, saved, word
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.values import Order

BOTH = ("{zh} {size}", "{en} {size}")


def japanese_order(_random: Random, order: Order) -> Drawing:
    """An order of a Japanese-owned plant: Japanese labels beside the Chinese ones, a field to accept, tax below."""
    head = framed(
        [
            ("注文番号<br>订单编号", order.number), ("発行日<br>发行日", f"{order.date:%Y/%m/%d}"),
            ("発注先<br>供应商", f"{SELLER_ZH}　御中"), ("発注者<br>订货单位", order.customer),
            ("支払条件<br>付款条件", order.terms), ("納入場所<br>交货地点", order.place),
        ],
        2,
    )  # fmt: skip
    names = "number|mine|text|part|count|unit|price|amount|due/|-"
    heads = (
        "No.",
        "品番<br>料号",
        "品名・型式<br>品名规格",
        "メーカー品番<br>厂家型号",
        "数量",
        "単位<br>单位",
        "単価(税抜)<br>不含税单价",
        "金額(税抜)<br>不含税金额",
        "納期<br>交货期",
        "備考<br>备注",
    )
    top = "".join(f"<th>{each}</th>" for each in heads)
    foot = (
        spanned((7, "小計 小计"), (1, comma(order.net)), (2, ""))
        + spanned((7, f"増値税 增值税 {order.rate}%"), (1, comma(order.tax)), (2, ""))
        + spanned((7, "合計 合计（含税）"), (1, comma(order.total)), (2, ""))
    )
    items = f"<table class=items><thead><tr>{top}</tr></thead><tbody>{''.join(map(row, cells(order, names)))}{foot}</tbody></table>"
    seals = "<table class=frame style='width:60mm;margin-left:auto'><tr><td>承認</td><td>審査</td><td>作成</td></tr><tr><td style='height:12mm'></td><td></td><td>叶</td></tr></table>"
    tail = paragraphs(
        [
            "※通貨：人民元（RMB）　※請於3日内回签确认交期。",
            "※納品書・検査成績書を添付してください。 请随货附送货单及检验成绩书。",
        ]
    )
    return page(
        f"<h2>注 文 書<br>（采购订单）</h2>{seals}{head}{items}{tail}",
        HEAD + GRID,
        font="'Noto Sans CJK SC', 'Noto Sans CJK JP', sans-serif",
    )


def german_order(_random: Random, order: Order) -> Drawing:
    """An order of a German-owned plant: Chinese and English, the price's quantity, the details below the item."""
    facts = spread(
        [
            ("订单号/PO No.", order.number),
            ("日期/Date", f"{order.date:%d.%m.%Y}"),
            ("采购员/Buyer", "Ms. Tan Jing"),
            ("您的报价/Your quotation", order.quotation),
            ("付款条件/Payment terms", order.terms),
            ("交货条款/Incoterms 2020", order.incoterms),
        ],
        2,
        mark=": ",
    )
    items = "".join(
        row(
            (
                each.number,
                f"<td>{text(each.zh)} {text(each.size)}<br>{text(each.en)} {text(each.size)}<br>物料号/Material: {each.customer_part}<br>供应商料号/Supplier P/N: {each.part}<br>交货日期/Delivery date: {each.due:%d.%m.%Y}</td>",
                f"{plain(each.quantity)} {each.unit}",
                f"{comma(each.price)} / {each.per}",
                comma(each.amount),
            )
        )
        for each in order.lines
    )
    titles = (
        "项目<br>Pos.",
        "名称<br>Description",
        "数量<br>Quantity",
        "净单价/每<br>Net price / per",
        "净值 CNY<br>Net value CNY",
    )
    heads = "<tr>" + "".join(f"<th>{each}</th>" for each in titles) + "</tr>"
    sums = (
        spanned((4, "净总值 Total net value"), (1, comma(order.net)))
        + spanned((4, f"增值税 VAT {order.rate}%"), (1, comma(order.tax)))
        + spanned((4, "含税总值 Total gross value CNY"), (1, comma(order.total)))
    )
    tail = paragraphs(
        [
            f"收货地址/Delivery address: {text(order.place)}",
            "请在两个工作日内确认本订单。Please confirm this order within two working days.",
            "本订单受我公司采购条件约束。Our General Conditions of Purchase apply.",
        ]
    )
    vendor = f"<p>{SELLER_EN}<br>{SELLER_ZH}</p>"
    return page(
        f"<p class=r><b>{text(order.buyer.en)}</b><br>{text(order.buyer.zh)}</p>{vendor}<h3>采购订单 / Purchase Order</h3>{facts}<table class=items><thead>{heads}</thead>{items}{sums}</table>{tail}",
        HEAD + LINES,
    )


def pump_maker_word(_random: Random, order: Order) -> Drawing:
    """A pump maker's Word order: facts in a table without rules, remarks on documents, dates on every line."""
    document = word("SimSun", 10)
    document.add_paragraph(order.customer)
    document.add_paragraph("外购件采购订单")
    facts = document.add_table(0, 4)
    fill_table(
        facts,
        [
            ("订单编号：", order.number, "签订日期：", f"{order.date:%Y.%m.%d}"),
            ("供方：", SELLER_ZH, "项目名称：", f"{order.date:%Y}-0{order.date.day}号合同配套"),
            ("需方联系人：", "石磊", "报价单号：", order.quotation),
        ],
    )
    grid = document.add_table(0, 9, "Table Grid")
    fill_table(
        grid,
        [
            ("序号", "名称", "型号/图号", "供方代码", "数量", "单位", "单价(含税)", "合价(含税)", "交货期"),
            *cells(order, "number|name|size|part|count|unit|price|amount|due."),
        ],
    )
    last = grid.add_row().cells
    last[0].merge(last[6]).text = f"总计人民币（大写）：{words_of(order.total)}"
    last[7].merge(last[8]).text = f"¥{comma(order.total)}"
    for words in (
        f"1、价格含{order.rate}%增值税及到需方厂内运费。",
        f"2、到货地点：{order.place}",
        f"3、付款：{order.terms}",
        "4、随货资料：合格证、密封静压试验报告各一式三份，注明我公司产品编号。",
        "5、质保期：主机运行12个月或发货后18个月。",
        "需方：（盖章）　　　　　　　　供方：（盖章）",
    ):
        document.add_paragraph(words)
    return saved(document)


def english_from_china(_random: Random, order: Order) -> Drawing:
    """An English order of a Chinese plant's import office, days as 05-Mar-2026, amounts in euro."""
    head = framed(
        [
            ("Order No.", order.number),
            ("Order Date", short_day(order.date)),
            ("Supplier", SELLER_EN),
            ("Buyer", order.customer),
            ("Delivery Term", order.incoterms),
            ("Payment Term", order.terms),
            ("Ref. Quotation", order.quotation),
            ("Delivery Time", short_day(order.due)),
        ],
        2,
    )
    names = "number|mine|text|part|count|unit|price|amount"
    heads = (
        "S/N",
        "Material Code",
        "Name & Specification",
        "Supplier Code",
        "Q'ty",
        "Unit",
        "Unit Price (EUR)",
        "Total Price (EUR)",
    )
    foot = spanned((7, "Total Amount (EUR), VAT excluded"), (1, comma(order.total)))
    tail = paragraphs(
        [
            "Warranty: 12 months after start-up or 18 months after delivery, whichever comes first.",
            "Penalty: 0.5% of the delayed goods per week, max. 5%.",
            f"Consignee: {text(order.place)}",
            "The Buyer (seal):　　　　　　The Seller (seal):",
        ]
    )
    return page(
        f"<h2>PURCHASE ORDER</h2>{head}{table(heads, cells(order, names), foot=foot)}{tail}", HEAD + GRID
    )


def fax_contract(_random: Random, order: Order) -> Drawing:
    """A trader's contract by fax: full-width blanks, everything in sentences under one small table."""
    names = "text|part|counted|price|amount"
    heads = ("品名规格", "供方货号", "数量", "含税单价", "金额")
    head = f"<p>供方：{SELLER_ZH}　　　　合同号：{order.number}</p><p>需方：{text(order.customer)}　　　　日期：{dated(order.date)}</p><p>经供需双方友好协商，订立如下合同：</p>"
    tail = paragraphs(
        [
            f"合计金额：人民币{words_of(order.total)}（{comma(order.total)}元），含{order.rate}%增值税。",
            f"1、交货期限：收到订单后{order.wait.zh}发货。", f"2、收货地点：{text(order.place)}，运费供方承担。", f"3、付款办法：{text(order.terms)}。",
            "4、质量：符合样品及国家标准，质保一年。", "5、传真件有效，双方签章后生效。", "供方（签章）　　　　　　　　　　需方（签章）",
        ]
    )  # fmt: skip
    return page(
        f"<h2>购 销 合 同</h2>{head}{table(heads, cells(order, names), foot=spanned((4, '合计'), (1, comma(order.total))))}{tail}",
        HEAD + GRID,
    )


LAYOUTS = (
    Layout("japanese_order", japanese_order, Spec(language="mixed", buyers="foreign", basis="net", customer_part=True, dates="lines", stated="place terms", also=("{en} {size}",)), "japanese-labels ruled sums-below", "注文書{number}.pdf"),
    Layout("german_order", german_order, Spec(language="mixed", buyers="foreign", basis="net", customer_part=True, describe="{zh} {size} {en} {size}", also=BOTH, per="mixed", dates="lines", numbering=(10, 0), stated="quotation place terms incoterms"), "bilingual items-of-five-lines per", "PO {number}.pdf"),
    Layout("pump_maker_word", pump_maker_word, Spec(buyers="makers", describe="{zh}", also=("{zh} {size}",), dates="lines"), "word facts-in-cells", "采购订单{number}.docx"),
    Layout("english_from_china", english_from_china, Spec(language="en", buyers="private", currency="EUR", basis="net", rate=None, quoted_rate=0, customer_part=True, describe="{en} {size}", units="en", dates="header", stated="quotation place terms incoterms"), "english-of-china ruled", "PO-{number}.pdf"),
    Layout("fax_contract", fax_contract, Spec(kind="contract", buyers="dealers", numbering=None, dates="lead", lead_unit="days", stated="place terms"), "contract quantity-with-unit unnumbered", "合同{number}.pdf"),
)  # fmt: skip
