"""Orders in mails and as plain text."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, table
from bench.layouts.markup import text as t
from bench.layouts.notation import chinese_day, comma, plain, short_day
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.post import aligned, mail
from bench.layouts.values import Order


def tabled_mail(_random: Random, order: Order) -> Drawing:
    """Draw an English mail with the order as an HTML table, and the same in loose text."""
    heads = ("Item", "Our material", "Description", "Qty", "UOM", "Unit price", "Total", "Due")
    rows = [
        (
            each.number,
            each.customer_part,
            each.description,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
            short_day(each.due),
        )
        for each in order.lines
    ]
    rows.append(("", "", "", "", "", f"Total {order.currency}", comma(order.total), ""))
    markup = document(
        f"<p>Dear Sales,</p><p>We are pleased to place order <b>{t(order.number)}</b> dated {short_day(order.date)}.</p>{table(heads, rows)}"
        f"<p>Trade terms: {t(order.incoterms)}</p><p>Payment terms: {t(order.terms)}</p><p>Ship to: {t(order.place)}</p>"
        f"<p>Kind regards,<br>Procurement<br>{t(order.customer)}</p><p style='font-size:7pt;color:#888'>This message is confidential. Company no. 09912345.</p>",
        ".items td,.items th{border:1px solid #bbb;padding:2px 6px}",
    )
    return mail(order, f"Purchase order {order.number}", markup=markup)


def aligned_mail(random: Random, order: Order) -> Drawing:
    """Draw a Chinese mail with the order in columns made of blanks."""
    widths = (4, 16, 32, -8, 4, -12, -13)
    rows = [
        aligned(
            (
                each.number,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
                each.price,
                each.amount,
            ),
            widths,
        )
        for each in order.lines
    ]
    day = random.choice(("要求交期", "要求到货", "交货日期"))
    text = (
        f"贵司销售部：\n\n现采购如下物料，请确认回传。\n\n采购单号　{order.number}\n制单日期　{order.date:%Y/%m/%d}\n采购方　　{order.customer}\n\n"
        + "\n".join([aligned(("项", "贵司型号", "品名", "数量", "", "未税单价", "未税金额"), widths), *rows])
        + f"\n\n未税小计 {order.net} 元\n增值税{order.rate}% {order.tax} 元\n含税总计 {order.total} 元\n\n"
        f"{day}：{order.due:%Y/%m/%d}\n{random.choice(('交货地', '交货地点', '收货地点'))}：{order.place}\n付款：{order.terms}\n\n顺祝商祺\n采购部\n"
    )
    return mail(order, f"{order.buyer.code}订单", plain=text)


def loose_mail(_random: Random, order: Order) -> Drawing:
    """Draw an English mail that orders in loose lines of text."""
    items = "\n\n".join(
        f"{each.number}) {plain(each.quantity)} {each.unit} of {each.description}\n   your part number {each.part}\n"
        f"   at {order.currency} {comma(each.price)} each, {order.currency} {comma(each.amount)} in total"
        for each in order.lines
    )
    text = (
        f"Hello,\n\nfurther to your quotation {order.quotation} please supply against our purchase order {order.number} of {short_day(order.date)}:\n\n{items}\n\n"
        f"Order total is {order.currency} {comma(order.total)}.\nDelivery: {order.wait.en}.\nPayment: {order.terms}.\n"
        f"Delivery address: {order.place}\n\nBest wishes\n{order.customer}\n"
    )
    return mail(order, "Spares order", plain=text)


def listed_text(_random: Random, order: Order) -> Drawing:
    """Draw a text file as an English ERP system prints it, two lines for each item."""
    widths = (6, 34, -10, 5, -12, -14)
    lines = [
        aligned(("LINE", "MFR ITEM / DESCRIPTION", "QTY", "UM", "UNIT PRICE", "EXT PRICE"), widths),
        "=" * 86,
    ]
    for each in order.lines:
        lines += [
            aligned(
                (
                    each.number,
                    each.part,
                    f"{each.quantity:.2f}",
                    each.unit,
                    comma(each.price, 4),
                    comma(each.amount),
                ),
                widths,
            ),
            f"       {each.description}",
            f"       DUE {each.due:%Y-%m-%d}",
        ]
    head = [
        f"{order.customer:<50}PAGE 1",
        "P U R C H A S E   O R D E R",
        f"PO NUMBER: {order.number:<20}PO DATE: {order.date:%Y-%m-%d}",
        f"VENDOR: 300917  {SELLER_EN}",
        f"SHIP TO: {order.place}",
        f"TERMS: {order.terms}",
        "",
    ]
    foot = [
        "=" * 86,
        f"{'TOTAL ' + order.currency:>70}  {comma(order.total):>14}",
        "",
        "*** END OF ORDER ***",
        "",
    ]
    return "\n".join([*head, *lines, *foot]).encode()


def saved_page(_random: Random, order: Order) -> Drawing:
    """Draw a Chinese order saved as a page of HTML: a list of labels, then the table."""
    heads = ("项目", "物料", "供应商物料", "短文本", "采购数量", "单位", "净价", "净值", "交货日期")
    rows = [
        (
            each.number,
            each.customer_part,
            each.part,
            each.description,
            each.quantity,
            each.unit,
            comma(each.price),
            comma(each.amount),
            f"{each.due:%Y.%m.%d}",
        )
        for each in order.lines
    ]
    body = (
        f"<h2>采购凭证 {order.number}</h2><dl><dt>凭证日期</dt><dd>{order.date:%Y.%m.%d}</dd><dt>公司</dt><dd>{order.customer}</dd>"
        f"<dt>供应商</dt><dd>300917 {SELLER_ZH}</dd><dt>报价</dt><dd>{order.quotation}</dd><dt>付款条款</dt><dd>{order.terms}</dd>"
        f"<dt>交货地址</dt><dd>{order.place}</dd></dl>{table(heads, rows)}"
        f"<p>净值合计　{comma(order.net)} CNY<br>增值税 {order.rate}%　{comma(order.tax)} CNY<br>总金额　{comma(order.total)} CNY</p>"
        f"<p>打印于 {chinese_day(order.date)}</p>"
    )
    return document(
        body, "dt{float:left;width:90px;color:#666}.items td,.items th{border:1px solid #ddd;padding:3px}"
    ).encode()


LAYOUTS = (
    Layout(
        "tabled_mail", tabled_mail,
        Spec(
            language="en", buyers="britain", currency="USD", basis="none", units="en", parts="none", customer_part=True,
            describe="{en} {size}", stated="place terms incoterms", dates="lines",
        ),
        "mail-table", "order.eml", part="body",
    ),
    Layout(
        "aligned_mail", aligned_mail,
        Spec(basis="net", stated="place terms", lines=(2, 7)),
        "mail-aligned", "订单.eml", part="body",
    ),
    Layout(
        "loose_mail", loose_mail,
        Spec(
            language="en", buyers="britain", currency="EUR", basis="none", units="en", dates="lead",
            describe="{en} {size}", stated="quotation place terms", lines=(1, 4),
        ),
        "mail-loose sentences", "Spares order.eml", part="body",
    ),
    Layout(
        "listed_text", listed_text,
        Spec(
            language="en", buyers="america", currency="USD", basis="none", units="en", dates="lines",
            describe="{en} {size}", stated="place terms", numbering=(1, 3), lines=(3, 9), places=4,
        ),
        "txt", "{number}.txt",
    ),
    Layout(
        "saved_page", saved_page,
        Spec(basis="net", customer_part=True, dates="lines", numbering=(10, 5), lines=(2, 7)),
        "html", "采购凭证{number}.html",
    ),
)  # fmt: skip
