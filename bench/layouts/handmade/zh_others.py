"""Further orders that Chinese firms type: dates at the signature, units with prices, columns in unusual order, lists."""

# ruff: noqa: E501 - a sentence of an order stays a line

from random import Random

from bench.layouts.forms.zh_shapes import dated, words_of
from bench.layouts.handmade.book_parts import calculated, merged, put
from bench.layouts.handmade.letters import letter
from bench.layouts.handmade.word_parts import across, centred, ruled
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, row, text
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.office import saved, sheet, word, write_row
from bench.layouts.parties import SELLER_ZH
from bench.layouts.values import Order


def dated_at_the_end(_random: Random, order: Order) -> Drawing:
    """A contract whose day stands beside the signatures alone; prices with their unit, counts with theirs."""
    file = word("SimSun", 11)
    centred(file, "供 货 合 同", 16)
    file.add_paragraph(f"合同编号：{order.number}")
    file.add_paragraph(f"需方（甲方）：{order.customer}")
    file.add_paragraph(f"供方（乙方）：{SELLER_ZH}")
    file.add_paragraph("甲乙双方本着平等互利的原则，签订本合同，条款如下：")
    file.add_paragraph("一、货物名称、数量及价款")
    rows = [
        (
            each.number,
            each.zh,
            each.size,
            each.part,
            f"{plain(each.quantity)}{each.unit}",
            f"{unseparated(each.price)}元/{each.unit}",
            f"{unseparated(each.amount)}元",
        )
        for each in order.lines
    ]
    grid = ruled(file, [("序号", "货物名称", "规格型号", "乙方货号", "数量", "单价", "总价"), *rows])
    across(grid, (6, "总计（含税）"), (1, f"{unseparated(order.total)}元"))
    for words in (
        f"本合同总价款为人民币{words_of(order.total)}（¥{unseparated(order.total)}），含{order.rate}%增值税，乙方开具增值税专用发票。",
        f"二、交货时间：{dated(order.due)}前。交货地点：{order.place}。",
        f"三、付款方式：{order.terms}。",
        "四、质量保证：乙方保证所供货物为全新产品，质保期十二个月。",
        "五、争议由甲方所在地法院管辖。",
        "六、本合同自双方签字盖章之日起生效。",
    ):
        file.add_paragraph(words)
    ruled(
        file,
        [
            (
                f"甲方（盖章）：\n代表人：\n签订日期：{dated(order.date)}",
                f"乙方（盖章）：\n代表人：\n签订日期：{dated(order.date)}",
            )
        ],
    )
    return saved(file)


def broken_lines(_random: Random, order: Order) -> Drawing:
    """An order in Word whose items are paragraphs of three lines each, broken by hand."""
    file = word("Microsoft YaHei", 10.5)
    file.add_paragraph(f"{order.customer}")
    file.add_paragraph("订 购 单")
    file.add_paragraph(f"单号：{order.number}    日期：{order.date:%Y-%m-%d}    供应商：{SELLER_ZH}")
    for each in order.lines:
        file.add_paragraph(
            f"{each.number}. {each.description}\n贵司料号：{each.part}\n数量：{plain(each.quantity)} {each.unit}    含税单价：{unseparated(each.price)} 元    金额：{unseparated(each.amount)} 元"
        )
    file.add_paragraph(f"合计：{unseparated(order.total)} 元（含 {order.rate}% 增值税）")
    file.add_paragraph(f"交货日期：{order.due:%Y-%m-%d}    交货地点：{order.place}")
    file.add_paragraph(f"付款条件：{order.terms}")
    return saved(file)


def unusual_order(_random: Random, order: Order) -> Drawing:
    """A sheet whose columns begin with the amount, its facts below the items."""
    book, page = sheet("下单表")
    write_row(page, 1, (f"{order.customer}下单表",))
    merged(page, "A1:H1")
    write_row(
        page,
        2,
        ("金额（元）", "单价（元）", "数量", "单位", "供方编号", "名称规格", "我方编号", "行号"),
        framed=True,
    )
    for at, each in enumerate(order.lines, 3):
        write_row(
            page,
            at,
            (
                each.amount,
                each.price,
                each.quantity,
                each.unit,
                each.part,
                each.description,
                each.customer_part,
                int(each.number or 0),
            ),
            framed=True,
        )
    end = 3 + len(order.lines)
    put(page, {f"A{end}": order.total, f"B{end}": "←合计"})
    facts = (
        ("订单号", order.number),
        ("下单日期", order.date),
        ("供方", SELLER_ZH),
        ("交货期", order.due),
        ("交货地点", order.place),
        ("付款方式", order.terms),
        ("说明", f"单价含{order.rate}%增值税，以人民币结算"),
    )
    for at, (label, value) in enumerate(facts, end + 2):
        put(page, {f"A{at}": label, f"B{at}": value})
    put(page, {}, {f"B{end + 3}": "yyyy-mm-dd", f"B{end + 5}": "yyyy-mm-dd"})
    return saved(book)


def remarks_below(_random: Random, order: Order) -> Drawing:
    """A sheet with a merged remark below every item, net and gross columns by formulas."""
    book, page = sheet("采购单")
    put(
        page,
        {
            "A1": "采购单",
            "A2": f"需方：{order.customer}",
            "F2": f"采购单号：{order.number}",
            "A3": f"供方：{SELLER_ZH}",
            "F3": f"日期：{order.date:%Y/%m/%d}",
        },
    )
    merged(page, "A1:J1", "A2:E2", "F2:J2", "A3:E3", "F3:J3")
    write_row(
        page,
        4,
        (
            "序号",
            "品名规格",
            "供方料号",
            "数量",
            "单位",
            "未税单价",
            "未税金额",
            "含税单价",
            "含税金额",
            "交货日期",
        ),
        framed=True,
    )
    formulas: dict[str, str] = {}
    at = 5
    for each in order.lines:
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.description,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
                each.gross_price,
                each.gross_amount,
                each.due,
            ),
            framed=True,
        )
        put(page, {f"A{at + 1}": "备注：包装上注明物料编号及批号"}, {f"J{at}": "yyyy-mm-dd"})
        merged(page, f"A{at + 1}:J{at + 1}")
        formulas |= {f"G{at}": f"ROUND(D{at}*F{at},2)", f"I{at}": f"ROUND(D{at}*H{at},2)"}
        at += 2
    write_row(
        page, at, ("合计", None, None, None, None, None, order.net, None, order.total, None), framed=True
    )
    put(
        page,
        {
            f"A{at + 1}": f"税率：{order.rate}%　币种：人民币",
            f"A{at + 2}": f"交货地点：{order.place}",
            f"A{at + 3}": f"付款方式：{order.terms}",
        },
    )
    return calculated(book, formulas)


def by_the_hundred(_random: Random, order: Order) -> Drawing:
    """A sheet of small parts whose price is for a hundred pieces, as its heading says."""
    book, page = sheet("Sheet1")
    put(
        page,
        {
            "A1": "标准件采购单",
            "A2": "单号",
            "B2": order.number,
            "D2": "日期",
            "E2": f"{order.date:%Y-%m-%d}",
            "A3": "采购方",
            "B3": order.customer,
            "D3": "供货方",
            "E3": SELLER_ZH,
        },
    )
    write_row(
        page, 5, ("序号", "名称规格", "供货方编码", "数量", "单位", "含税单价（元/百件）", "含税金额（元）")
    )
    for at, each in enumerate(order.lines, 6):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.description,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
            ),
        )
    end = 6 + len(order.lines)
    put(
        page,
        {
            f"F{end}": "合计",
            f"G{end}": order.total,
            f"A{end + 1}": f"要求到货：{order.due:%Y-%m-%d}",
            f"A{end + 2}": f"到货地点：{order.place}",
            f"A{end + 3}": f"付款：{order.terms}",
            f"A{end + 4}": f"税率{order.rate}%",
        },
    )
    return saved(book)


def divided_mail(_random: Random, order: Order) -> Drawing:
    """A mail of a web mailer, a division for every line and hard blanks between the cells of the items."""
    gap = "&nbsp;&nbsp;&nbsp;"
    items = "".join(
        f"<div>{each.number}{gap}{text(each.description)}{gap}{each.part}{gap}{plain(each.quantity)}{each.unit}{gap}{unseparated(each.price)}{gap}{unseparated(each.amount)}</div>"
        for each in order.lines
    )
    heads = gap.join(("序号", "名称规格", "贵司编码", "数量", "含税单价", "含税金额"))
    body = (
        f"<div>您好！</div><div>&nbsp; &nbsp; 请按以下清单安排发货，采购单号：{order.number}，日期：{order.date:%Y-%m-%d}。</div><div><br></div><div>{heads}</div>{items}<div>合计{gap}{unseparated(order.total)}元</div><div><br></div>"
        f"<div>税率：{order.rate}%</div><div>交货日期：{order.due:%Y-%m-%d}</div><div>收货地址：{text(order.place)}</div><div>付款方式：{text(order.terms)}</div><div><br></div><div>{text(order.customer)}</div><div><includetail><!--<![endif]--></includetail></div>"
    )
    return letter(order, f"采购单 {order.number}", markup=document(body, ""))


def headed_twice(_random: Random, order: Order) -> Drawing:
    """A mail with a table whose heading has two rows, the sum in capitals below it."""
    heads = (
        "<tr><td rowspan=2>序号</td><td colspan=2>物料</td><td rowspan=2>贵司料号</td><td colspan=2>数量</td><td colspan=2>不含税</td><td rowspan=2>交期</td></tr>"
        "<tr><td>编码</td><td>名称规格</td><td>数量</td><td>单位</td><td>单价</td><td>金额</td></tr>"
    )
    rows = "".join(
        row(
            (
                each.number,
                each.customer_part,
                each.description,
                each.part,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
                f"{each.due:%Y-%m-%d}",
            )
        )
        for each in order.lines
    )
    body = (
        f"<p>各位：</p><p>附表为我司本批采购，订单号 {order.number}，{order.date:%Y年%m月%d日} 下单。</p><table border=1 cellspacing=0>{heads}{rows}</table>"
        f"<p>不含税合计 {comma(order.net)} 元，税额（{order.rate}%）{comma(order.tax)} 元，价税合计 {comma(order.total)} 元（{words_of(order.total)}）。</p><p>交货地点：{text(order.place)}<br>付款条件：{text(order.terms)}</p><p>{text(order.customer)}<br>采购部</p>"
    )
    return letter(order, f"订单 {order.number}", markup=document(body, ""))


def traditional_mail(_random: Random, order: Order) -> Drawing:
    """A mail of a firm in Hong Kong in traditional characters, a few lines to each item."""
    items = "\n\n".join(
        f"({each.number}) {each.description}\n    貴司編號: {each.part}\n    數量: {plain(each.quantity)} {each.unit}\n    單價: HKD {comma(each.price)}\n    金額: HKD {comma(each.amount)}"
        for each in order.lines
    )
    body = f"徐經理:\n\n請安排以下訂單:\n\n訂單編號: {order.number}\n訂單日期: {order.date:%Y-%m-%d}\n\n{items}\n\n總金額: HKD {comma(order.total)}\n交貨期: {order.due:%Y-%m-%d}\n送貨地址: {order.place}\n付款方式: {order.terms}\n\n請確認, 謝謝!\n\n{order.customer}\n採購部\n"
    return letter(order, f"訂單 {order.number}", plain=body)


HOUSE = "hand workshops"

LAYOUTS = (
    Layout("dated_at_the_end", dated_at_the_end, Spec(kind="contract", buyers=HOUSE, describe="{zh}", also=("{zh} {size}",), stated="place terms"), "word date-at-signature price-with-unit", "供货合同{number}.docx"),
    Layout("broken_lines", broken_lines, Spec(buyers=HOUSE, stated="place terms"), "word items-of-three-lines", "订购单{number}.docx"),
    Layout("unusual_order", unusual_order, Spec(buyers=HOUSE, customer_part=True, stated="place terms"), "xlsx reversed-columns facts-below", "下单表.xlsx"),
    Layout("remarks_below", remarks_below, Spec(buyers=HOUSE, basis="both", dates="lines", stated="place terms", arithmetic=False), "xlsx remarks-between both-prices formulas", "采购单{number}.xlsx"),
    Layout("by_the_hundred", by_the_hundred, Spec(buyers=HOUSE, per="100", stated="place terms", lines=(1, 3)), "xlsx price-per-hundred", "标准件采购单.xlsx"),
    Layout("divided_mail", divided_mail, Spec(buyers=HOUSE, stated="place terms"), "mail divisions hard-blanks", "采购单.eml", "body"),
    Layout("headed_twice", headed_twice, Spec(buyers="hand agents", basis="net", customer_part=True, dates="lines", stated="place terms"), "mail table two-level-heading", "订单.eml", "body"),
    Layout("traditional_mail", traditional_mail, Spec(buyers="hongkong", currency="HKD", basis="none", rate=None, traditional=True, stated="place terms"), "mail traditional labelled-items", "訂單.eml", "body"),
)  # fmt: skip
