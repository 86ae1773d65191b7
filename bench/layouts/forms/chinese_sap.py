"""Purchase orders of Chinese plants from SAP, from portals before it, and from Digiwin's systems."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.forms.zh_shapes import GRID, HEAD, cells, framed, paragraphs, spanned, words_of
from bench.layouts.ink import put, put_row, rule
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table, text
from bench.layouts.notation import comma, plain
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import drawn, register

OPEN = ".i{width:100%}.i td{padding:1px 4px;vertical-align:top}.i tr.h td{border-bottom:1px solid #000}.i tr.e td{border-top:1px solid #000}"


def sap_order(_random: Random, order: Order) -> Drawing:
    """The standard form of SAP in Chinese: two lines to an item, the date and the seller's number below it."""
    items = "".join(
        f"<tr><td>{each.number}</td><td>{each.customer_part}</td><td colspan=3>{text(each.description)}</td></tr>"
        f"<tr><td></td><td class=r>{plain(each.quantity)}</td><td>{each.unit}</td><td class=r>{comma(each.price)} / {each.per} {each.unit}</td><td class=r>{comma(each.amount)}</td></tr>"
        f"<tr><td></td><td colspan=4>您的物料号：{each.part}</td></tr><tr><td></td><td colspan=4>交货日期：日 {each.due:%Y.%m.%d}</td></tr>"
        for each in order.lines
    )
    facts = f"<b>采购订单</b><br>采购订单编号/日期<br>{order.number} / {order.date:%Y.%m.%d}<br>联系人/电话<br>黄志强/0535-5550 7712<br>传真<br>0535-5550 7700<br>我方参考<br>MRO-{order.date:%m%d}"
    vendor = f"{text(order.customer)}　{text(order.buyer.street_zh)}<br><br>公司<br>{SELLER_ZH}<br>{SELLER_STREET_ZH}<br>您在我方的供应商编号：0001{order.date.day:02d}4471"
    body = (
        f"<table class=head><tr><td style='width:62%'>{vendor}</td><td>{facts}</td></tr></table>"
        f"<p>请交货至：<br>{text(order.place)}</p><p>付款条款：{text(order.terms)}<br>货币：CNY</p>"
        "<table class=i><tr><td>项目</td><td>物料</td><td colspan=3>描述</td></tr><tr class=h><td></td><td class=r>订单数量</td><td>单位</td><td class=r>每单位净价</td><td class=r>净值</td></tr>"
        f"{items}<tr class=e><td colspan=4>不含税净值总额　CNY</td><td class=r>{comma(order.net)}</td></tr></table>"
        "<p class=s>请在所有往来函件、送货单和发票上注明采购订单编号。本订单适用我公司采购通用条款。</p>"
    )
    return page(body, HEAD + OPEN)


def sap_table(_random: Random, order: Order) -> Drawing:
    """A company's own form on SAP data: item numbers by tens, the price's quantity in a column of its own, sums of tax."""
    head = framed(
        [
            ("采购凭证号", order.number), ("凭证日期", f"{order.date:%Y.%m.%d}"), ("采购组/采购员", "P31 / 林晓"),
            ("供应商", f"100{order.date.day:02d}86 {SELLER_ZH}"), ("付款条件", order.terms), ("货币", "CNY"),
        ],
        3,
    )  # fmt: skip
    names = "number|mine|text|part|count|unit|price|per|amount|due."
    heads = ("行项目", "物料号", "物料描述", "供应商物料号", "数量", "单位", "净价", "每", "净值", "交货日期")
    foot = (
        spanned((8, "净值合计"), (1, comma(order.net)), (1, ""))
        + spanned((8, f"进项税 {order.rate}%"), (1, comma(order.tax)), (1, ""))
        + spanned((8, "总额（含税）"), (1, comma(order.total)), (1, ""))
    )
    rules = (
        f"1. 送货地点：{text(order.place)}。收货时间：工作日8:30-11:00，13:30-16:00。",
        "2. 请于收到订单后24小时内书面确认，未确认视为接受。",
        "3. 开票信息：抬头及税号见年度协议，发票须注明采购凭证号及行项目号。",
        "4. 到货延期每天扣罚订单行金额的0.5%，上限5%。",
    )
    body = f"<h2>{text(order.customer)}</h2><h3>采购订单</h3>{head}{table(heads, cells(order, names), foot=foot)}{paragraphs(rules, 's')}"
    return page(body, HEAD + GRID)


def srm_order(_random: Random, order: Order) -> Drawing:
    """The page of a supplier portal, printed from the browser: menu, status, tabs, totals above the items."""
    menu = "<p class=s>首页 &gt; 订单协同 &gt; 采购订单查询 &gt; 订单详情　　　　　欢迎您，供应商用户 GYS-10277　退出</p>"
    head = framed(
        [
            ("订单编号", order.number), ("订单类型", "标准采购订单"), ("订单状态", "待确认"),
            ("采购公司", order.customer), ("供应商名称", SELLER_ZH), ("下单日期", f"{order.date:%Y-%m-%d} 10:12:45"),
            ("付款条件", order.terms), ("币种", "人民币"), ("订单含税总额", comma(order.total)),
        ],
        3, "：",
    )  # fmt: skip
    names = "number|mine|text|part|count|unit|gross price|rate|gross amount|due-|-"
    heads = (
        "行项目",
        "物料编码",
        "物料描述",
        "供方编码",
        "订单数量",
        "单位",
        "含税单价",
        "税率",
        "含税金额",
        "需求日期",
        "确认日期",
    )
    tail = paragraphs(
        [
            f"收货地址：{text(order.place)}",
            "附件：无　　操作记录（1）",
            f"共 {len(order.lines)} 条　每页 50 条　第 1 页",
        ]
    )
    address = f"<p class=s>https://srm.{order.buyer.domain}/po/detail?id=88{order.date:%m%d}　　　{order.date:%Y/%m/%d} 10:30</p>"
    body = f"{menu}<p><b>订单详情</b>　基本信息 | 物料明细 | 附件 | 日志</p>{head}{table(heads, cells(order, names))}{tail}{address}"
    return page(body, HEAD + GRID, size="A4 landscape", margin="9mm")


def t100_order(_random: Random, order: Order) -> Drawing:
    """A report of Digiwin T100, drawn: two lines to an item, sums at the right, conditions by numbers."""
    register()
    columns = [
        (15, "left"),
        (27, "left"),
        (70, "left"),
        (150, "left"),
        (165, "left"),
        (200, "right"),
        (225, "right"),
        (252, "right"),
        (262, "left"),
    ]

    def draw(canvas: Canvas) -> None:
        put(canvas, 148, 196, order.customer, 13, align="center")
        put(canvas, 148, 189, "采购单", 13, align="center")
        facts = (
            (("采购单号:", order.number), ("采购日期:", f"{order.date:%Y/%m/%d}"), ("页次:", "1/1")),
            (("供应商:", f"V{order.date:%m%d} {SELLER_ZH}"), ("采购人员:", "00713 邱美玲"), ("币种:", "CNY")),
            (
                ("付款条件:", order.terms),
                ("税种:", f"VAT{order.rate} 进项税{order.rate}%(未税)"),
                ("汇率:", "1.0000"),
            ),
            (("送货地址:", order.place), ("版本:", "0"), ("", "")),
        )
        for at, three in enumerate(facts):
            for x, (label, value) in zip((15, 130, 235), three, strict=True):
                put(canvas, x, 181 - at * 5.5, f"{label} {value}", 8.5)
        rule(canvas, 15, 160, 283, 160)
        put_row(
            canvas,
            156,
            columns,
            ("项次", "料件编号", "品名", "", "单位", "采购数量", "单价", "未税金额", "交货日期"),
            8.5,
        )
        put_row(canvas, 151.5, columns, ("", "供应商料号", "规格", "", "", "", "", "", ""), 8.5)
        rule(canvas, 15, 149.5, 283, 149.5)
        y = 145.0
        for each in order.lines:
            put_row(
                canvas,
                y,
                columns,
                (
                    each.number,
                    each.customer_part,
                    each.zh,
                    "",
                    each.unit,
                    plain(each.quantity),
                    comma(each.price),
                    comma(each.amount),
                    f"{each.due:%Y/%m/%d}",
                ),
                8.5,
            )
            put_row(canvas, y - 4.5, columns, ("", each.part, each.size, "", "", "", "", "", ""), 8.5)
            y -= 10.5
        rule(canvas, 15, y + 4, 283, y + 4)
        for at, (label, amount) in enumerate(
            (("未税金额:", order.net), ("税额:", order.tax), ("含税总金额:", order.total))
        ):
            put(canvas, 215, y - at * 5, label, 8.5)
            put(canvas, 252, y - at * 5, comma(amount), 8.5, align="right")
        for at, words in enumerate(
            (
                "备注: 1.交货时请附出厂检验报告。",
                "2.本单经双方签章后生效。",
                "核准:                    审核:                    制表: 邱美玲",
            )
        ):
            put(canvas, 15, y - 18 - at * 6, words, 8.5)

    return drawn(order.number, landscape(A4), [draw])


def yifei_order(_random: Random, order: Order) -> Drawing:
    """A purchase order of Digiwin's Yifei: a framed sheet with the customer's seal line, price with tax, sum in capitals."""
    head = framed(
        [
            ("采购单号", order.number), ("单据日期", f"{order.date:%Y-%m-%d}"), ("供应厂商", SELLER_ZH),
            ("联系电话", "022-5550 1966"), ("交易币种", "RMB"), ("课税别", f"应税内含 {order.rate}%"),
        ],
        3,
    )  # fmt: skip
    names = "number|mine|name|size|count|unit|price|amount|due-|part"
    heads = ("序号", "品号", "品名", "规格", "采购数量", "单位", "采购单价", "采购金额", "预交货日", "备注")
    foot = spanned((2, "金额合计大写"), (5, words_of(order.total)), (1, comma(order.total)), (2, ""))
    tail = paragraphs(
        [
            f"送货地址：{text(order.place)}", f"付款方式：{text(order.terms)}",
            "注意事项：(1) 备注栏为贵司型号，请核对无误后生产；(2) 逾期交货按日扣除该批货款的千分之五；(3) 请签回此单以示确认。",
            "核准：　　　　　审核：　　　　　采购：蔡明　　　　　厂商签回：",
        ]
    )  # fmt: skip
    body = f"<h2>{text(order.customer)}</h2><h3>采购单</h3>{head}{table(heads, cells(order, names), foot=foot)}{tail}"
    return page(body, HEAD + GRID)


LAYOUTS = (
    Layout("sap_order", sap_order, Spec(buyers="private", basis="net", rate=None, customer_part=True, per="mixed", dates="lines", stated="place terms", numbering=(10, 5), numbers=("45{n:08d}", "43000{n:05d}")), "sap items-of-four-lines unruled per", "{number}.pdf"),
    Layout("sap_table", sap_table, Spec(buyers="state", basis="net", customer_part=True, per="mixed", dates="lines", stated="place terms", numbering=(10, 0), lines=(3, 8), numbers=("45{n:08d}", "46000{n:05d}")), "sap per ruled sums-below", "采购订单{number}.pdf"),
    Layout("srm_order", srm_order, Spec(buyers="private", customer_part=True, dates="lines", stated="place terms", numbering=(10, 0), lines=(2, 8)), "portal landscape total-above ruled", "订单详情.pdf"),
    Layout("t100_order", t100_order, Spec(buyers="makers", basis="net", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms", numbers=("{code}P1-26{day}00{n:03d}", "PUR-26{day}{n:04d}")), "drawn two-line-items landscape unruled", "采购单{number}.pdf"),
    Layout("yifei_order", yifei_order, Spec(buyers="makers", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms", lines=(3, 7)), "ruled part-in-remarks", "{number}.pdf"),
)  # fmt: skip
