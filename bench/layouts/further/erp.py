"""Orders that Chinese customers print from their systems."""

from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from bench.layouts.further.days import bare
from bench.layouts.further.plants import LINES
from bench.layouts.ink import box, put, put_row, rule
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import capitals, chinese_day, comma, plain, unseparated
from bench.layouts.parties import SELLER_STREET_ZH, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import Command, drawn, grid, pdf, register, words


def ledger_order(_random: Random, order: Order) -> Drawing:
    """The slip of a ledger system: facts in three runs above, the maker of the slip below."""
    facts = [
        (f"单据编号：{order.number}", f"日　　期：{bare(order.date)}", "业务类型：标准采购"),
        (f"供 应 商：{SELLER_ZH}", f"采购组织：{order.customer}", f"结算币别：{order.currency}"),
        (f"源单编号：{order.quotation}", f"收货地：{order.place}", "单据状态：已审核"),
    ]
    rows = [
        (
            each.number,
            each.customer_part,
            each.zh,
            each.size,
            each.part,
            each.unit,
            plain(each.quantity),
            comma(each.price),
            f"{order.rate}.00%",
            comma(each.amount),
            f"{each.due:%Y/%m/%d}",
        )
        for each in order.lines
    ]
    heads = (
        "行",
        "物料代码",
        "物料名称",
        "规格型号",
        "供应商货号",
        "单位",
        "数量",
        "含税单价",
        "税率",
        "价税合计",
    )
    foot = row(("合计", "", "", "", "", "", "", "", "", comma(order.total), ""))
    below = [
        f"付款条件：{text(order.terms)}",
        "制单：采购员03　　审核：部门主管　　打印次数：1　　第1页/共1页",
    ]
    body = (
        f"<h3>{text(order.customer)}</h3><h2>采 购 订 单</h2>"
        f"<table class=facts>{''.join(row(each) for each in facts)}</table>"
        + table((*heads, "交货日期"), rows, foot=foot)
        + "".join(f"<p>{each}</p>" for each in below)
    )
    style = (
        "h2,h3{text-align:center;margin:1mm;font-weight:normal}.facts{width:100%;margin:2mm 0}.facts td"
        "{padding:1.5px}.items{width:100%}.items td,.items th{border:1px solid #000;padding:2px 4px;"
        "font-size:8pt;font-weight:normal}p{margin:1.5mm 0}"
    )
    return page(body, style, size="241mm 140mm", margin="7mm")


def stock_order(_random: Random, order: Order) -> Drawing:
    """An order of a stock system: underlined facts, a grid with empty rows, sums by rows."""
    register()
    facts = [
        [f"订单号 {order.number}", f"订单日期 {order.date:%Y-%m-%d}", "采购类型 普通采购"],
        [f"供应商 {SELLER_ZH}", "部门 供应部", "币种 人民币　汇率 1"],
        [f"到货地址 {order.place}", f"付款条件 {order.terms}", f"税率 {order.rate}.00"],
    ]
    heads: list[object] = ["存货编码", "存货名称", "规格型号", "供方料号", "主计量", "数量"]
    rows: list[list[object]] = [[*heads, "原币无税\n单价", "原币无税\n金额", "计划到货\n日期"]]
    for each in order.lines:
        texts = [each.customer_part, each.zh, words(each.size, 7.5), each.part, each.unit]
        numbers = [unseparated(each.quantity), unseparated(each.price, 4), unseparated(each.amount)]
        rows.append([*texts, *numbers, f"{each.due:%Y-%m-%d}"])
    rows += [[""] * 9 for _ in range(2)]
    rows.append(["合计", *[""] * 6, unseparated(order.net), ""])
    below = [
        [f"原币税额：{unseparated(order.tax)}", f"原币价税合计：{unseparated(order.total)}"],
        ["制单人：仓管07", "审核人：　　　　　　变更人："],
    ]
    commands: list[Command] = [LINES, ("ALIGN", (5, 0), (7, -1), "RIGHT")]
    story: list[Flowable] = [
        words("采购订单", 16, align="center", space=4),
        words(order.customer, 10, align="center", space=8),
        grid(facts, (70, 66, 40), size=8),
        Spacer(1, 4),
        grid(rows, (27, 24, 26, 24, 12, 15, 17, 20, 18), commands, size=7.5),
        grid(below, (90, 80), size=9),
    ]
    return pdf(story, order.number, margin=13)


def item_block_order(_random: Random, order: Order) -> Drawing:
    """A form whose lines take two rows each: codes above, the text and what it costs below."""
    register()

    def draw(canvas: Canvas) -> None:
        put(canvas, 20, 278, order.customer, 12)
        put(canvas, 20, 273, order.buyer.street_zh, 8)
        _address(canvas, order)
        _items(canvas, order)

    return drawn(order.number, A4, [draw])


def _address(canvas: Canvas, order: Order) -> None:
    box(canvas, 20, 235, 85, 28)
    for at, each in enumerate(("供应商地址", SELLER_ZH, SELLER_STREET_ZH)):
        put(canvas, 23, 257 - at * 7, each, 7 if not at else 9)
    put(canvas, 112, 258, "采购凭证", 15)
    facts = [
        ("凭证编号/日期", f"{order.number} / {order.date:%Y.%m.%d}"),
        ("贵方报价", f"{order.quotation}"),
        ("采购员/电话", "采购三组 / 8203"),
        ("货币", order.currency),
    ]
    for at, (name, value) in enumerate(facts):
        put(canvas, 112, 250 - at * 5, name, 8)
        put(canvas, 142, 250 - at * 5, value, 8.5)
    put(canvas, 20, 227, f"请送货至： {order.place}", 9)
    put(canvas, 20, 221, f"交货日期： 日 {order.due:%Y.%m.%d}", 9)
    put(canvas, 20, 215, f"付款条款： {order.terms}", 9)


def _items(canvas: Canvas, order: Order) -> None:
    columns = [(20, "left"), (36, "left"), (84, "left"), (190, "right")]
    rule(canvas, 20, 209, 190, 209)
    put_row(canvas, 204.5, columns, ("项目", "物料", "说明", ""), 8)
    below = [(84, "right"), (90, "left"), (135, "right"), (150, "right"), (190, "right")]
    put_row(canvas, 200, below, ("订单数量", "单位", "不含税单价", "每", "净值"), 8)
    rule(canvas, 20, 198, 190, 198)
    y = 192.0
    for each in order.lines:
        put_row(canvas, y, columns, (each.number, each.customer_part, each.description, ""))
        money = (comma(each.price), each.per, comma(each.amount))
        put_row(canvas, y - 5, below, (comma(each.quantity, 3), each.unit, *money))
        put(canvas, 36, y - 10, f"您的物料编号 {each.part}", 8)
        y -= 16
    rule(canvas, 20, y + 4, 190, y + 4)
    sums = [("总净值（不含税）", order.net), (f"进项税 {order.rate}%", order.tax), ("总金额", order.total)]
    for at, (name, value) in enumerate(sums):
        put(canvas, 110, y - 2 - at * 5, name)
        put(canvas, 190, y - 2 - at * 5, comma(value), align="right")


def ticked_form(_random: Random, order: Order) -> Drawing:
    """A form of an office system with boxes to tick, and facts in cells that are merged."""
    rows = "".join(
        row(
            (
                each.number,
                f"<td colspan=2>{text(each.description)}</td>",
                each.part,
                each.unit,
                plain(each.quantity),
                unseparated(each.price),
                unseparated(each.amount),
            )
        )
        for each in order.lines
    )
    body = (
        "<table class=form><tr><td colspan=8 class=title>物资订购单</td></tr>"
        f"<tr><th>订购单位</th><td colspan=4>{text(order.customer)}</td><th>流水号</th>"
        f"<td colspan=2>{order.number}</td></tr>"
        f"<tr><th>供货单位</th><td colspan=4>{SELLER_ZH}</td><th>订购时间</th>"
        f"<td colspan=2>{chinese_day(order.date)}</td></tr>"
        "<tr><th>采购方式</th><td colspan=7>□公开招标　□竞争性谈判　☑询比价　□单一来源</td></tr>"
        f"<tr><th>报价依据</th><td colspan=4>{order.quotation}</td><th>币种单位</th>"
        "<td colspan=2>人民币元</td></tr>"
        "<tr><th>项号</th><th colspan=2>货物名称与技术规格</th><th>厂家编码</th><th>计量</th><th>订购量</th>"
        f"<th>含税单价</th><th>含税合价</th></tr>{rows}"
        f"<tr><th>总计</th><td colspan=5>大写：{capitals(order.total)}</td>"
        f"<td colspan=2>￥{unseparated(order.total)}</td></tr>"
        f"<tr><th>供货期限</th><td colspan=7>订购单确认后{order.wait.zh}</td></tr>"
        f"<tr><th>送达地点</th><td colspan=7>{text(order.place)}</td></tr>"
        "<tr><th>发票要求</th><td colspan=7>☑增值税专用发票　□增值税普通发票　"
        f"税率：{order.rate}%</td></tr>"
        "<tr><th>经办人</th><td colspan=3>&nbsp;</td><th>审批</th><td colspan=3>同意</td></tr></table>"
    )
    style = (
        ".form{width:100%;table-layout:fixed}.form td,.form th{border:1px solid #000;padding:5px;"
        "font-size:9pt;font-weight:normal}.title{font-size:16pt!important;text-align:center}"
        "th{background:#eee}"
    )
    return page(body, style)


def shop_order(random: Random, order: Order) -> Drawing:
    """A pump maker's order for parts to drawings; a note below says that tax is not included."""
    name = random.choice(("外购件订单", "外协采购单", "配套件订货通知单"))
    rows = [
        (
            each.customer_part,
            each.drawing,
            each.description,
            each.part,
            f"{plain(each.quantity)}",
            each.unit,
            unseparated(each.price),
            unseparated(each.amount),
        )
        for each in order.lines
    ]
    heads = ("零件号", "图号", "零件名称", "贵司编码", "订货数", "单位", "价格", "金额小计")
    body = (
        f"<div class=band><span>{text(order.customer)}</span><span>{name}</span></div>"
        f"<div class=grid><div>致：{SELLER_ZH}</div><div>NO. {order.number}</div>"
        f"<div>请按下列图号及数量安排生产</div><div>下单日 {order.date:%Y.%m.%d}</div></div>"
        + table(heads, rows)
        + f"<p class=sum>合计金额　{unseparated(order.total)}　元</p>"
        f"<p>要货日：{order.due:%Y.%m.%d}（以到厂为准）</p><p>收货：{text(order.place)}</p>"
        "<p>注：1. 零件须打钢印标识图号。2. 以上价格未含增值税。"
        "3. 收到请签字回传。</p><p>供方确认签字：＿＿＿＿＿＿</p>"
    )
    style = (
        ".band{display:flex;justify-content:space-between;font-size:14pt;border-bottom:2px solid #060}"
        ".grid{display:grid;grid-template-columns:2fr 1fr;row-gap:3px;margin:4mm 0}.items{width:100%}"
        ".items th{background:#dfeadf}.items td,.items th{border-bottom:1px solid #9a9;padding:4px;"
        "text-align:left;font-size:8.5pt}.sum{text-align:right;font-weight:bold}"
    )
    return page(body, style)


def call_off_order(_random: Random, order: Order) -> Drawing:
    """An order under a yearly frame: its own number stands beside the number of the frame."""
    frame = f"KJ-{order.date.year - 1}-{sum(map(ord, order.number)) % 900 + 100}"
    rows = [
        (
            each.number,
            each.description,
            each.part,
            each.unit,
            plain(each.quantity),
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    heads = (
        "序号",
        "物料名称/规格",
        "框架清单物料号",
        "单位",
        "本次订购数量",
        "协议单价（元，含税）",
        "本次金额（元）",
    )
    foot = f"<tr><td colspan=6>本订单金额合计（含{order.rate}%增值税）</td><td>{comma(order.total)}</td></tr>"
    body = (
        "<h2>框架协议执行订单</h2><table class=facts>"
        + row(("执行订单编号", order.number, "框架协议编号", frame))
        + row(("需方", order.customer, "供方", SELLER_ZH))
        + row(("下达日期", f"{order.date:%Y-%m-%d}", "协议有效期", f"{order.date.year}年1月1日至12月31日"))
        + "</table>"
        + table(heads, rows, foot=foot)
        + "<ol>"
        + f"<li>交货周期：收到本订单后{order.wait.zh}。</li>"
        f"<li>报价参考号：{order.quotation}。</li><li>付款条款按框架协议执行，即：{text(order.terms)}。</li>"
        "<li>其余事项按框架协议执行。</li></ol><p>需方授权人签字：　　　　　　供方确认：</p>"
    )
    style = (
        "h2{text-align:center}.facts,.items{width:100%;margin:3mm 0}.facts td,.items td,.items th"
        "{border:1px solid #555;padding:4px;font-size:9pt}.facts td:nth-child(odd){font-weight:bold}"
    )
    return page(body, style)


def order_as_contract(_random: Random, order: Order) -> Drawing:
    """A contract in the form of an order: boxes drawn by hand, conditions in the right-hand box."""
    register()

    def draw(canvas: Canvas) -> None:
        put(canvas, 105, 280, "采购合同（订单）", 16, align="center")
        box(canvas, 15, 243, 90, 32)
        box(canvas, 105, 243, 90, 32)
        left = (f"买方：{order.customer}", f"地址：{order.buyer.street_zh}", f"卖方：{SELLER_ZH}")
        right = (
            *(f"编号：{order.number}", f"日期：{order.date:%Y-%m-%d}"),
            *(f"付款：{order.terms}", f"交货：{order.due:%Y-%m-%d} 前到货", f"地点：{order.place}"),
        )
        for at, each in enumerate(left):
            put(canvas, 18, 268 - at * 9, each, 9)
        for at, each in enumerate(right):
            put(canvas, 108, 269 - at * 5.6, each, 8.5)
        _boxed_items(canvas, order)

    return drawn(order.number, A4, [draw])


def _boxed_items(canvas: Canvas, order: Order) -> None:
    columns = [
        (18, "left"),
        (28, "left"),
        (86, "left"),
        (118, "left"),
        (140, "right"),
        (165, "right"),
        (193, "right"),
    ]
    put_row(canvas, 235, columns, ("No", "品名规格", "供方编码", "单位", "数量", "单价", "总额"), 9)
    rule(canvas, 15, 232, 195, 232, 1)
    y = 225.0
    for each in order.lines:
        numbers = (comma(each.quantity), comma(each.price), comma(each.amount))
        put_row(canvas, y, columns, (each.number, each.description, each.part, each.unit, *numbers), 8.5)
        rule(canvas, 15, y - 2.5, 195, y - 2.5, 0.2)
        y -= 8
    put(canvas, 140, y, f"含税（{order.rate}%）总额：", 9, align="right")
    put(canvas, 193, y, comma(order.total), 10, align="right")
    put(canvas, 18, y - 8, f"金额大写：{capitals(order.total)}", 9)
    notes = (
        "1. 单价为含税价，含包装费。",
        "2. 卖方收到本合同后两日内确认，逾期未回复视为接受。",
        "3. 随货提供材质证明。",
    )
    for at, note in enumerate(notes):
        put(canvas, 18, y - 18 - at * 6, note, 9)
    put(canvas, 18, y - 50, "买方（章）", 10)
    put(canvas, 120, y - 50, "卖方（章）", 10)


LAYOUTS = (
    Layout(
        "ledger_order",
        ledger_order,
        Spec(buyers="makers", customer_part=True, describe="{zh}", also=("{zh} {size}",), dates="lines"),
        "slip half-page erp date-column",
        "采购订单_{number}.pdf",
    ),
    Layout(
        "stock_order",
        stock_order,
        Spec(
            buyers="makers", basis="net", customer_part=True, parts="lpn", describe="{zh}",
            also=("{zh} {size}",), numbering=None, dates="lines", places=4, stated="place terms",
        ),
        "erp unlabelled-facts empty-rows four-places",
        "{number}.pdf",
    ),
    Layout(
        "item_block_order",
        item_block_order,
        Spec(
            buyers="plants", basis="net", customer_part=True, per="mixed", numbering=(10, 5), dates="header",
        ),
        "erp two-line boxes price-unit",
        "PO{number}.pdf",
    ),
    Layout(
        "ticked_form",
        ticked_form,
        Spec(
            buyers="plants", dates="lead", lead_unit="working days", parts="lpn", stated="quotation place",
        ),
        "form merged ticks capitals",
        "物资订购单.pdf",
    ),
    Layout(
        "shop_order",
        shop_order,
        Spec(
            buyers="makers", basis="net", rate=None, drawing=True, customer_part=True, numbering=None,
            dates="header", stated="place",
        ),
        "tax-in-note drawings coloured",
        "{code}订货{number}.pdf",
    ),
    Layout(
        "call_off_order",
        call_off_order,
        Spec(buyers="china", dates="lead", stated="quotation terms", parts="gpn"),
        "frame-number facts-table list",
        "执行订单{number}.pdf",
    ),
    Layout(
        "order_as_contract",
        order_as_contract,
        Spec(kind="contract", buyers="traders", dates="header", stated="place terms", parts="mixed"),
        "boxes unruled capitals",
        "合同{number}.pdf",
    ),
)  # fmt: skip
