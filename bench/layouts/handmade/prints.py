"""Such files printed to PDF: contracts from Word, sheets from Excel, mails from a mail program."""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from bench.layouts.forms.zh_shapes import cells, dated, words_of
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import SERIF, page, row, text
from bench.layouts.notation import comma, german, long_day, plain, short_day, unseparated
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN, SELLER_ZH
from bench.layouts.values import Order

WORD = "body{font-size:10.5pt;line-height:1.45}p{margin:1.2mm 0}table{width:100%;margin:2mm 0}td,th{border:.7px solid #000;padding:1px 4px;font-weight:normal;font-size:9.5pt}h1{font-size:18pt;text-align:center;margin:2mm}u{text-decoration:underline}.n td{border:0}"
EXCEL = "body{font-size:9pt}table{border-collapse:collapse}td{padding:1px 4px;height:5mm;vertical-align:bottom}.b{border:.7px solid #000}.c{text-align:center}.r{text-align:right}.t{font-size:15pt;text-align:center;font-weight:bold}"
MAILED = "body{font-size:10pt}hr{border:0;border-top:2px solid #000}.h td{padding:0 10px 0 0;vertical-align:top}.g td{border:1px solid #999;padding:2px 5px;font-size:9pt}p{margin:2mm 0}"


def _blank(value: object) -> str:
    return f"<u>&nbsp;&nbsp;{text(value)}&nbsp;&nbsp;</u>"


def contract_print(_random: Random, order: Order) -> Drawing:
    """A contract from Word with underlined blanks, clauses in the person's own words, and two columns of signatures."""
    heads = ("序号", "产品名称", "规格型号", "货号", "单位", "数量", "单价", "金额")
    rows = "".join(map(row, cells(order, "number|name|size|part|unit|count|bare price|bare amount")))
    foot = f"<tr><td colspan=8>合计人民币（大写）：{words_of(order.total)}　¥{unseparated(order.total)}</td></tr>"
    year, month, day = order.due.year, order.due.month, order.due.day
    body = (
        f"<h1>产品销售合同</h1><p style='text-align:right'>合同编号：{_blank(order.number)}</p><p>甲方（购货方）：{_blank(order.customer)}</p><p>乙方（供货方）：{_blank(SELLER_ZH)}</p>"
        f"<p>签订日期：{_blank(dated(order.date))}　签订地点：{_blank(order.buyer.city_zh)}</p><p>一、产品名称、规格、数量、价格</p><table>{row(heads, 'th')}{rows}{foot}</table>"
        f"<p>（单价为含税价，税率{_blank(f'{order.rate}%')}，币种为人民币）</p><p>二、交货日期：乙方于{_blank(year)}年{_blank(month)}月{_blank(day)}日前交货。</p><p>三、交货地点：{_blank(order.place)}，运杂费由乙方负担。</p>"
        f"<p>四、货款结算：{_blank(order.terms)}。</p><p>五、质量要求：符合样本及国家标准，质保期一年。</p><p>六、违约责任：乙方逾期交货，按每日{_blank('0.1%')}支付违约金。</p>"
        f"<table class=n><tr><td>甲方（章）：{text(order.customer)}<br>地址：{order.buyer.street_zh}<br>代表：<br>电话：0533-5550 2207<br>开户行：农商银行<br>账号：9030 1188 0402</td><td>乙方（章）：{SELLER_ZH}<br>地址：天津市西青区贝岚路66号<br>代表：<br>电话：022-5550 1966<br>开户行：津港银行贝岚支行<br>账号：1200889977665544</td></tr></table>"
    )
    return page(body, WORD, font=SERIF, margin="22mm")


def form_print(_random: Random, order: Order) -> Drawing:
    """A Word form that is one ruled table with cells of many widths, printed."""
    span = {1: "", 2: " colspan=2", 3: " colspan=3", 6: " colspan=6", 8: " colspan=8"}

    def line(*parts: tuple[int, object]) -> str:
        return "<tr>" + "".join(f"<td{span[width]}>{text(each)}</td>" for width, each in parts) + "</tr>"

    items = "".join(
        line(*((1, one) for one in each))
        for each in cells(order, "number|mine|text|part|count|unit|bare price|bare amount")
    )
    body = (
        f"<table>{line((8, '外协外购订货通知单'))}{line((2, '需方单位'), (2, order.customer), (2, '通知单编号'), (2, order.number))}{line((2, '供方单位'), (2, SELLER_ZH), (2, '通知日期'), (2, f'{order.date:%Y.%m.%d}'))}"
        f"{line(*((1, each) for each in ('序号', '需方物料编码', '名称规格', '供方物料编码', '数量', '单位', '未税单价', '未税金额')))}{items}"
        f"{line((6, '未税合计'), (2, unseparated(order.net)))}{line((6, f'增值税 {order.rate}%'), (2, unseparated(order.tax)))}{line((6, '价税合计（人民币元）'), (2, unseparated(order.total)))}"
        f"{line((2, '要求交期'), (6, dated(order.due)))}{line((2, '交货地点'), (6, order.place))}{line((2, '结算方式'), (6, order.terms))}{line((2, '经办'), (2, '程师傅'), (2, '批准'), (2, ''))}</table>"
    )
    return page(body, WORD + "td{height:7mm}")


def sheet_print(_random: Random, order: Order) -> Drawing:
    """A sheet printed across: a title over all columns, facts without rules above ruled items, notes below."""
    heads = ("序号", "品名", "规格型号", "编码", "数量", "单位", "含税单价", "含税金额", "交货期")
    top = "".join(f"<td class='b c'>{each}</td>" for each in heads)
    items = "".join(
        "<tr>"
        + "".join(
            f"<td class='b {'r' if at in {4, 6, 7} else 'c'}'>{text(one)}</td>" for at, one in enumerate(each)
        )
        + "</tr>"
        for each in cells(order, "number|name|size|part|count|unit|price|amount|due/")
    )
    body = (
        f"<table style='width:100%'><tr><td colspan=9 class=t>{text(order.customer)}采购订单</td></tr>"
        f"<tr><td colspan=5>供应商：{SELLER_ZH}</td><td colspan=4>订单号：{order.number}</td></tr><tr><td colspan=5>送货地址：{text(order.place)}</td><td colspan=4>日　期：{order.date:%Y/%m/%d}</td></tr>"
        f"<tr>{top}</tr>{items}<tr><td colspan=7 class='b c'>合　　计</td><td class='b r'>{comma(order.total)}</td><td class=b></td></tr>"
        f"<tr><td colspan=9>备注：1.单价含{order.rate}%增值税、含运费，币种人民币；2.付款方式：{text(order.terms)}；3.送货时请附合格证。</td></tr><tr><td colspan=3>制单：王丽</td><td colspan=3>审核：</td><td colspan=3>供应商确认：</td></tr></table><p class=c style='margin-top:8mm'>第 1 页，共 1 页</p>"
    )
    return page(body, EXCEL, size="A4 landscape")


def bare_print(_random: Random, order: Order) -> Drawing:
    """A sheet printed without any rules, figures at the right of their cells, its sum two rows below."""
    heads = ("Code", "Description", "Qty", "Unit", "Unit price", "Amount", "Delivery")
    items = "".join(
        f"<tr><td>{each.part}</td><td>{text(each.description)}</td><td class=r>{plain(each.quantity)}</td><td>{each.unit}</td><td class=r>{comma(each.price)}</td><td class=r>{comma(each.amount)}</td><td class=r>{short_day(each.due)}</td></tr>"
        for each in order.lines
    )
    body = (
        f"<table style='width:100%'><tr><td colspan=4><b>{text(order.customer)}</b></td><td></td><td class=r>PO No.</td><td class=r>{order.number}</td></tr><tr><td colspan=4>{text(order.buyer.street_en)}</td><td></td><td class=r>Date</td><td class=r>{short_day(order.date)}</td></tr>"
        f"<tr><td colspan=4>Supplier: {SELLER_EN}</td><td></td><td class=r>Quote</td><td class=r>{order.quotation}</td></tr><tr><td colspan=7>Deliver to: {text(order.place)}</td></tr><tr><td></td></tr>"
        f"<tr>{''.join(f'<td><b>{each}</b></td>' for each in heads)}</tr>{items}<tr><td></td></tr><tr><td colspan=4></td><td class=r><b>TOTAL EUR</b></td><td class=r><b>{comma(order.total)}</b></td></tr>"
        f"<tr><td></td></tr><tr><td colspan=7>Payment: {text(order.terms)}</td></tr><tr><td colspan=7>Delivery terms: {text(order.incoterms)}</td></tr><tr><td colspan=7>All prices are net, VAT not included.</td></tr></table>"
    )
    return page(body, EXCEL, size="A4 landscape")


def template_print(_random: Random, order: Order) -> Drawing:
    """A sheet's template printed: coloured bars, a strip of facts, rows without an item that show a dash."""
    place = (order.place or "").replace(", ", "<br>", 1)
    items = (
        "".join(
            f"<tr><td class=b>{each.part}</td><td class=b>{text(each.description)}</td><td class='b c'>{plain(each.quantity)}</td><td class='b c'>{each.unit}</td><td class='b r'>{comma(each.price)}</td><td class='b r'>{comma(each.amount)}</td></tr>"
            for each in order.lines
        )
        + "<tr><td class=b></td><td class=b></td><td class=b></td><td class=b></td><td class=b></td><td class='b r'>-</td></tr>"
        * 4
    )
    bar = "style='background:#3b4e87;color:#fff'"
    sums = "".join(
        f"<tr><td colspan=4></td><td>{label}</td><td class=r>{value}</td></tr>"
        for label, value in (
            ("SUBTOTAL", comma(order.net)),
            ("TAX", "-"),
            ("SHIPPING", "-"),
            ("OTHER", "-"),
            ("<b>TOTAL</b>", f"<b>$ {comma(order.total)}</b>"),
        )
    )
    body = (
        f"<table style='width:100%'><tr><td colspan=3 style='font-size:14pt'>{text(order.customer)}</td><td colspan=3 class=r style='font-size:18pt;color:#7b8dc5'>PURCHASE ORDER</td></tr><tr><td colspan=3>{text(order.buyer.street_en)}</td><td></td><td class=r>DATE</td><td class='b c'>{order.date.month}/{order.date.day}/{order.date.year}</td></tr><tr><td colspan=4></td><td class=r>PO #</td><td class='b c'>{order.number}</td></tr>"
        f"<tr><td colspan=2 {bar}>VENDOR</td><td></td><td colspan=3 {bar}>SHIP TO</td></tr><tr><td colspan=3>{SELLER_EN}<br>{SELLER_STREET_EN.replace(', ', '<br>', 1)}</td><td colspan=3>{text(order.customer)}<br>{place}</td></tr>"
        f"<tr><td colspan=2 {bar}>REQUESTED BY</td><td {bar}>SHIP VIA</td><td colspan=2 {bar}>TERMS</td><td {bar}>NEED BY</td></tr><tr><td colspan=2>Dale</td><td>Ocean</td><td colspan=2>{text(order.terms)}</td><td>{order.due.month}/{order.due.day}/{order.due.year}</td></tr>"
        f"<tr>{''.join(f'<td {bar}>{each}</td>' for each in ('ITEM #', 'DESCRIPTION', 'QTY', 'UNIT', 'UNIT PRICE', 'TOTAL'))}</tr>{items}{sums}</table><p>Comments: all prices in US dollars.</p>"
    )
    return page(body, EXCEL, size="Letter")


def mail_print(_random: Random, order: Order) -> Drawing:
    """A mail printed by Outlook: its head, the order with a table, and the seller's offer below."""
    head = "".join(
        f"<tr><td><b>{label}:</b></td><td>{text(value)}</td></tr>"
        for label, value in (
            ("From", f"Sam Whitlow <sam@{order.buyer.domain}>"),
            ("Sent", f"{order.date:%d %B %Y} 10:12"),
            ("To", "orders@beilan-seals.example"),
            ("Subject", f"Our order {order.number}"),
        )
    )
    rows = row(("Item", "Your code", "Description", "Qty", "Unit price", "Total")) + "".join(
        row(
            (
                each.number,
                each.part,
                each.description,
                f"{plain(each.quantity)} {each.unit}".replace(".", ","),
                f"EUR {german(each.price)}",
                f"EUR {german(each.amount)}",
            )
        )
        for each in order.lines
    )
    body = (
        f"<b>Sam Whitlow</b><hr><table class=h>{head}</table><p>Dear Xu,</p><p>please find our order below, order number {order.number}, dated {long_day(order.date)}. It refers to your quotation {order.quotation}.</p><table class=g>{rows}</table><p>Total, net without VAT: EUR {german(order.total)}</p>"
        f"<p>Delivery: {long_day(order.due)}<br>Delivery address: {text(order.place)}<br>Payment: {text(order.terms)}<br>Terms of delivery: {text(order.incoterms)}</p><p>Best regards<br>Sam Whitlow<br>{text(order.customer)}<br>{text(order.buyer.street_en)}</p><p style='text-align:center'>1</p>"
    )
    return page(body, MAILED, font="'DejaVu Sans', sans-serif")


def mail_print_zh(_random: Random, order: Order) -> Drawing:
    """A mail printed from a web mailer: its head in Chinese, items in lines, an earlier mail below."""
    items = "".join(
        f"<div>{each.number}、{text(each.description)}，编码{each.part}，{plain(each.quantity)}{each.unit}，含税单价{unseparated(each.price)}元，金额{unseparated(each.amount)}元</div>"
        for each in order.lines
    )
    body = (
        f"<div style='font-size:13pt'><b>订单 {order.number}</b></div><div>发件人：潘洁 &lt;panjie@{order.buyer.domain}&gt;</div><div>时　间：{order.date:%Y年%m月%d日} 上午9:26</div><div>收件人：贝岚销售 &lt;orders@beilan-seals.example&gt;</div><hr><div>您好：</div><div>我司订单如下，请安排生产：</div><div>订单编号：{order.number}</div><div>订单日期：{order.date:%Y-%m-%d}</div><br>"
        f"{items}<br><div>合计：{unseparated(order.total)}元（含{order.rate}%增值税）</div><div>交货日期：{order.due:%Y-%m-%d}</div><div>交货地点：{text(order.place)}</div><div>付款方式：{text(order.terms)}</div><br><div>此致</div><div>{text(order.customer)}</div><div>潘洁　139****0000</div>"
    )
    return page(body, "body{font-size:10.5pt;line-height:1.5}")


def letter_print(_random: Random, order: Order) -> Drawing:
    """A letter printed from Word: the items as a numbered list in sentences, a signature below."""
    items = "".join(
        f"<p>{each.number}. {plain(each.quantity)} {each.unit} {text(each.description)}, part no. {each.part}, unit price GBP {comma(each.price)}, amount GBP {comma(each.amount)}</p>"
        for each in order.lines
    )
    body = (
        f"<p><b>{text(order.customer)}</b><br>{text(order.buyer.street_en)}</p><p>{SELLER_EN}<br>{SELLER_STREET_EN}</p><p style='text-align:right'>{long_day(order.date)}</p><p><b>Purchase order {order.number}</b></p><p>Dear Sirs,</p><p>With reference to your quotation {order.quotation} we order as follows:</p>{items}"
        f"<p>Order total: GBP {comma(order.total)} (exclusive of VAT)</p><p>Delivery date: {long_day(order.due)}<br>Delivery terms: {text(order.incoterms)}<br>Delivery address: {text(order.place)}<br>Payment terms: {text(order.terms)}</p><p>Yours faithfully,</p><p>Sam Whitlow<br>Workshop Manager</p>"
    )
    return page(body, WORD, font=SERIF, margin="25mm")


ABROAD = "quotation place terms incoterms"
SHOP = "hand workshops"

LAYOUTS = (
    Layout("contract_print", contract_print, Spec(kind="contract", buyers=SHOP, describe="{zh}", also=("{zh} {size}",), stated="place terms"), "print word blanks bank-data", "产品销售合同.pdf"),
    Layout("form_print", form_print, Spec(buyers=SHOP, basis="net", customer_part=True, stated="place terms"), "print word one-table", "订货通知单{number}.pdf"),
    Layout("sheet_print", sheet_print, Spec(buyers=SHOP, describe="{zh}", also=("{zh} {size}",), dates="lines", stated="place terms"), "print sheet merged-title", "采购订单{number}.pdf"),
    Layout("bare_print", bare_print, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", numbering=None, dates="lines", stated=ABROAD), "print sheet unruled", "order.pdf"),
    Layout("template_print", template_print, Spec(language="en", buyers="hand shops", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", numbering=None, stated="place terms", vague="tax_rate tax_included"), "print sheet template strip empty-rows", "PO {number}.pdf"),
    Layout("mail_print", mail_print, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", stated=ABROAD), "print mail", "Our order.pdf"),
    Layout("mail_print_zh", mail_print_zh, Spec(buyers=SHOP, stated="place terms"), "print mail sentences", "邮件订单.pdf"),
    Layout("letter_print", letter_print, Spec(language="en", buyers="hand firms", currency="GBP", basis="net", rate=None, describe="{en} {size}", units="en", stated=ABROAD, lines=(2, 4)), "print word sentences", "Order {number}.pdf"),
)  # fmt: skip
