"""Orders in the body of a mail."""

from random import Random

from bench.layouts.further.days import bare, spaced_month
from bench.layouts.further.figures import counted
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, table, text
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.post import aligned, mail
from bench.layouts.values import Order


def listed_mail(random: Random, order: Order) -> Drawing:
    """A mail in Chinese that orders item by item, a few words to each."""
    greeting = random.choice(("您好！", "你好，", "各位好："))
    lines = [
        f"{each.number}、{each.description}，编号{each.part}，数量：{plain(each.quantity)}{each.unit}，"
        f"含税单价：{unseparated(each.price)}元，金额：{unseparated(each.amount)}元"
        for each in order.lines
    ]
    body = "\n".join(
        (
            greeting,
            "",
            f"请按报价{order.quotation}安排以下备件，我司订单号：{order.number}",
            f"订单日期：{bare(order.date)}",
            "",
            *lines,
            "",
            f"合计：{unseparated(order.total)}元（含{order.rate}%增值税）",
            f"交期：{order.wait.zh}",
            f"收货地址：{order.place}",
            f"付款：{order.terms}",
            "",
            "请确认，谢谢！",
            "",
            "采购部",
            order.customer,
        )
    )
    return mail(order, f"备件订单 {order.number}", plain=body)


def tabled_mail(_random: Random, order: Order) -> Drawing:
    """A mail in Chinese with a table, the facts in a sentence before and after it."""
    rows = [
        (
            each.customer_part,
            each.description,
            each.part,
            each.unit,
            counted(each.quantity),
            comma(each.price),
            comma(each.amount),
            f"{each.due:%Y-%m-%d}",
        )
        for each in order.lines
    ]
    heads = ("物料", "名称规格", "贵司物料", "单位", "数量", "不含税价", "不含税金额", "到货要求")
    body = (
        f"<p>{SELLER_ZH} 业务部：</p><p>{text(order.customer)}现下达采购订单<b>{order.number}</b>"
        f"（{order.date:%Y年%m月%d日}），明细如下：</p>"
        + table(heads, rows)
        + f"<p>不含税合计 {comma(order.net)} 元，税金（{order.rate}%）{comma(order.tax)} 元，"
        f"含税合计 <b>{comma(order.total)}</b> 元。</p>"
        f"<p>结算方式：{text(order.terms)}。请两个工作日内回签。</p><p>此邮件由系统发送，请勿直接回复。</p>"
    )
    style = ".items td,.items th{border:1px solid #999;padding:3px}"
    return mail(order, f"【采购订单】{order.number}", markup=document(body, style))


def columns_mail(_random: Random, order: Order) -> Drawing:
    """A mail in English with columns made of blanks."""
    widths = (4, 16, 36, -6, 5, -12, -13)
    rule = "-" * 98
    rows = [
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
    body = "\n".join(
        (
            "Dear Sirs,",
            "",
            f"Please accept this email as our official order {order.number} of {spaced_month(order.date)}.",
            f"Your quote: {order.quotation}",
            "",
            aligned(
                ("Ln", "Your code", "Item", "Qty", "UoM", f"{order.currency}/each", "Line value"), widths
            ),
            rule,
            *rows,
            rule,
            aligned(("", "", "", "", "", "Order value", comma(order.total)), widths),
            "",
            f"Deliver to:  {order.place}",
            f"Required by: {spaced_month(order.due)}",
            f"Pay terms:   {order.terms}",
            f"Shipping:    {order.incoterms}",
            "",
            "Kind regards,",
            "Purchasing Department",
            order.customer,
        )
    )
    return mail(order, f"Order {order.number}", plain=body)


def pasted_mail(_random: Random, order: Order) -> Drawing:
    """A mail in English with a table pasted into it and the conditions as a list."""
    rows = [
        (
            each.customer_part,
            each.part,
            each.description,
            f"{plain(each.quantity)} {each.unit}",
            f"{order.currency} {comma(each.price)}",
            f"{order.currency} {comma(each.amount)}",
            each.lead and each.lead.en,
        )
        for each in order.lines
    ]
    heads = (
        "Stock code",
        "OEM no.",
        "What we need",
        "How many",
        "Price each",
        "Line total",
        "Delivery (ARO)",
    )
    body = (
        f"<p>Hello,</p><p>We would like to go ahead. Our PO is <b>{order.number}</b>, "
        f"placed {spaced_month(order.date)}."
        f"</p>{table(heads, rows)}<p>Grand total: {order.currency} {comma(order.total)}</p>"
        f"<ul><li>Against your proposal {order.quotation}</li><li>Goods to: {text(order.place)}</li>"
        f"<li>We pay {text(order.terms)}</li></ul>"
        f"<p>Best regards<br>Procurement<br>{text(order.customer)}<br>{text(order.buyer.street_en)}</p>"
        f"<p>To: {SELLER_EN}</p>"
    )
    style = ".items td,.items th{border:1px solid #bbb;padding:4px}"
    return mail(
        order, f"PO {order.number} - please process", markup=document(body, style, "Calibri, sans-serif")
    )


LAYOUTS = (
    Layout(
        "listed_mail",
        listed_mail,
        Spec(buyers="traders", dates="lead"),
        "mail sentences-per-item",
        "订单.eml",
        part="body",
    ),
    Layout(
        "tabled_mail",
        tabled_mail,
        Spec(
            buyers="makers", basis="net", customer_part=True, numbering=None, dates="lines", stated="terms",
        ),
        "mail html-table sums-in-sentence",
        "FW_{number}.eml",
        part="body",
    ),
    Layout(
        "columns_mail",
        columns_mail,
        Spec(
            language="en", buyers="britain", currency="GBP", basis="none", units="en",
            describe="{en} {size}", dates="header", stated="quotation place terms incoterms",
        ),
        "mail blanks",
        "{code} order.eml",
        part="body",
    ),
    Layout(
        "pasted_mail",
        pasted_mail,
        Spec(
            language="en", buyers="elsewhere", currency="USD", basis="none", customer_part=True, units="en",
            describe="{en} {size}", numbering=None, dates="line leads",
        ),
        "mail html-table line-leads quantity-with-unit",
        "PO {number}.eml",
        part="body",
    ),
)  # fmt: skip
