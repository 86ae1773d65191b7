"""Orders in mails and as plain text."""

# ruff: noqa: E501 - a line of a page stays a line

from random import Random

from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, table
from bench.layouts.markup import text as t
from bench.layouts.notation import chinese_day, comma, long_day, plain
from bench.layouts.parties import SELLER_ZH
from bench.layouts.post import aligned, mail
from bench.layouts.values import Order


def tabled_mail(_random: Random, order: Order) -> Drawing:
    """Draw a Chinese mail with the order as an HTML table."""
    rows: list[tuple[object, ...]] = [
        (
            each.number,
            each.customer_part,
            each.description,
            f"{plain(each.quantity)}{each.unit}",
            each.price,
            each.amount,
        )
        for each in order.lines
    ]
    rows.append(("", "", "合计", "", "", order.total))
    heads = ("序号", "我司物料号", "品名规格", "数量", "含税单价（元）", "含税金额（元）")
    markup = document(
        "<p>您好！</p><p>我司现下达以下订单，请尽快安排生产：</p>"
        f"<p>订单号：{order.number}<br>订单日期：{order.date}<br>订货单位：{order.customer}</p>{table(heads, rows)}"
        f"<p>以上为含{order.rate}%增值税价格，要求{chinese_day(order.due)}前到货，送至{order.place}。</p>"
        f"<p>付款方式：{order.terms}</p><p>盼复，谢谢！</p>"
        f"<p>采购部<br>{order.customer}<br>电话 0532-5550142</p>",
        ".items td,.items th{border:1px solid #999;padding:3px 6px}",
    )
    return mail(order, f"采购订单 {order.number}", markup=markup)


def aligned_mail(_random: Random, order: Order) -> Drawing:
    """Draw an English mail with the order in columns made of blanks."""
    widths = (4, 15, 36, -7, 4, -11, -13)
    rows = [
        aligned(
            ("Ln", "Your P/N", "Description", "Qty", "UoM", f"{order.currency}/ea", f"{order.currency}"),
            widths,
        )
    ]
    rows += [
        aligned(
            (
                each.number,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
            ),
            widths,
        )
        for each in order.lines
    ]
    rows.append(aligned(("", "", "", "", "", "Total", comma(order.total)), widths))
    text = (
        "Hi team,\n\nplease book the following order and send the acknowledgement.\n\n"
        f"Our PO:       {order.number}\nPO date:      {long_day(order.date)}\nYour quote:   {order.quotation}\n"
        f"Company:      {order.customer}\n\n" + "\n".join(rows) + "\n\n"
        f"Delivery:     {order.wait.en} from order date\nIncoterms:    {order.incoterms}\nPayment:      {order.terms}\n"
        f"Ship to:      {order.place}\n\nThanks and regards\nPurchasing\n{order.customer}\nTel +47 555 01 442\n"
    )
    return mail(order, f"New PO {order.number}", plain=text)


def loose_mail(random: Random, order: Order) -> Drawing:
    """Draw a Chinese mail that orders in loose lines of text."""
    items = "\n".join(
        f"{each.number}、{each.description}（贵司料号{each.part}），{plain(each.quantity)}{each.unit}，含税单价{each.price}元，小计{each.amount}元"
        for each in order.lines
    )
    text = (
        f"你好，\n\n按你们报价单{order.quotation}，请帮忙下单，订单号 {order.number}，{chinese_day(order.date)}：\n\n{items}\n\n"
        f"总计{order.total}元，含{order.rate}%增值税专票。\n{random.choice(('交货期', '货期', '交期'))}：{order.wait.zh}\n付款方式：{order.terms}\n"
        f"收货地址：{order.place}\n\n{order.customer}\n设备科\n"
    )
    return mail(order, "备件订单", plain=text)


def listed_text(random: Random, order: Order) -> Drawing:
    """Draw a text file as an old ERP system prints it."""
    widths = (5, 14, 34, -9, 5, -12, -14, 11)
    line = "-" * 112
    rows = [
        aligned(
            (
                each.number,
                each.part,
                each.description,
                f"{each.quantity:.2f}",
                each.unit,
                each.price,
                each.amount,
                each.delivery,
            ),
            widths,
        )
        for each in order.lines
    ]
    text = "\r\n".join(
        [
            f"{'采购订单':^100}",
            f"订货单位：{order.customer}",
            f"供货单位：{SELLER_ZH}",
            f"单据编号：{order.number}        单据日期：{order.date}        页号：1/1",
            line,
            aligned(
                ("行号", "供方料号", "名称规格", "数量", "单位", "含税单价", "价税合计", "到货日期"), widths
            ),
            line,
            *rows,
            line,
            f"价税合计：{order.total}        税率：{order.rate}%        币种：人民币",
            f"付款方式：{order.terms}",
            f"{random.choice(('交货地点', '收货地址', '送货地址'))}：{order.place}",
            "审核：        制单：",
        ]
    )
    return text.encode("gb18030")


def saved_page(_random: Random, order: Order) -> Drawing:
    """Draw an order saved as a page of HTML, its head data in a table without borders."""
    heads = (
        "Pos",
        "Supplier item",
        "Item description",
        "Quantity",
        "Unit",
        "Unit price",
        "Value",
        "Delivery date",
    )
    rows = [
        (
            each.number,
            each.part,
            each.description,
            f"{each.quantity:.3f}",
            each.unit,
            comma(each.price),
            comma(each.amount),
            each.delivery,
        )
        for each in order.lines
    ]
    facts = [
        ("Purchase order", order.number, "Created", order.date),
        ("Ordering company", order.customer, "Currency", order.currency),
        ("Reference offer", order.quotation, "Terms of payment", order.terms),
        ("Delivery address", order.place, "Terms of delivery", order.incoterms),
    ]
    body = (
        f"<h3>Purchase order {t(order.number)}</h3>{table((), facts, 'facts')}<hr>{table(heads, rows)}"
        f"<p>Total value: <b>{order.currency} {comma(order.total)}</b></p><p><small>Printed by user PUR07</small></p>"
    )
    return document(body, ".items td,.items th{border-bottom:1px solid #ccc;padding:2px 8px}").encode()


ENGLISH = Spec(
    language="en", buyers="elsewhere", currency="USD", basis="none", units="en", dates="lead",
    describe="{en} {size}", stated="quotation place terms incoterms",
)  # fmt: skip

LAYOUTS = (
    Layout(
        "tabled_mail", tabled_mail,
        Spec(parts="none", customer_part=True, stated="place terms"),
        "mail-table", "采购订单.eml", part="body",
    ),
    Layout("aligned_mail", aligned_mail, ENGLISH, "mail-aligned", "New PO.eml", part="body"),
    Layout(
        "loose_mail", loose_mail,
        Spec(dates="lead", lead_unit="days", lines=(1, 4)),
        "mail-loose sentences", "备件订单.eml", part="body",
    ),
    Layout(
        "listed_text", listed_text,
        Spec(dates="lines", parts="lpn", stated="place terms", lines=(3, 9)),
        "txt", "PO{code}.txt",
    ),
    Layout(
        "saved_page", saved_page,
        Spec(
            language="en", buyers="elsewhere", currency="EUR", basis="none", units="en", dates="lines",
            describe="{en} {size}", stated="quotation place terms incoterms", numbering=(10, 4),
        ),
        "html", "{number}.html",
    ),
)  # fmt: skip
