"""Orders whose facts stand under captions of captions, in a column at the side, or in brackets."""

from random import Random

from bench.layouts.further.days import spaced_month
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import comma, plain, short_day, unseparated
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.post import aligned, mail
from bench.layouts.values import Order


def grouped_order(random: Random, order: Order) -> Drawing:
    """An order whose "No." and "Date" stand twice and thrice, under captions that say of what."""
    asked = f"{random.randrange(10_000_000, 19_999_999)}"
    day = short_day(order.date)
    facts = (
        "<tr><th colspan=2>Purchase Order</th><th>Your Quotation</th><th colspan=2>Requisition</th></tr>"
        "<tr><th>No.</th><th>Date</th><th>No.</th><th>No.</th><th>Plant</th></tr>"
        + row((order.number, day, order.quotation, asked, "1100"))
    )
    terms = (
        row(("Payment terms", "Delivery terms", "Delivery date", "Currency"), "th")
        + row((order.terms, order.incoterms, short_day(order.due), order.currency))
        + f"<tr><td colspan=2>Vendor<br>{SELLER_EN}<br>{SELLER_STREET_EN}</td>"
        f"<td colspan=2>Delivery address<br>{text(order.place)}</td></tr>"
    )
    rows = [
        (
            each.number,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
        )
        for each in order.lines
    ]
    heads = ("Item", "Your part no.", "Description", "Qty", "Unit", "Unit price", "Amount")
    total = f"<tr><td colspan=6>Total {order.currency}</td><td>{comma(order.total)}</td></tr>"
    body = (
        f"<h3>{text(order.customer)}</h3><div>{text(order.buyer.street_en)}</div><h2>PURCHASE ORDER</h2>"
        f"<table class=facts>{facts}</table><table class=facts>{terms}</table>"
        + table(heads, rows, foot=total)
        + "<p>Quote the purchase order number on every document.</p>"
    )
    style = (
        "h2{text-align:center}h3{margin:0}.facts,.items{width:100%;margin:2mm 0}.facts td,.facts th,"
        ".items td,.items th{border:1px solid #000;padding:3px;font-size:8.5pt;font-weight:normal}"
    )
    return page(body, style)


def sided_contract(_random: Random, order: Order) -> Drawing:
    """A contract with its facts in a column at the side, each value under its caption."""
    facts = (
        ("Contract no.", order.number),
        ("Contract date", spaced_month(order.date)),
        ("Your quote", order.quotation),
        ("Lead time", order.wait.en),
        ("Delivery terms", order.incoterms),
        ("Payment", order.terms),
        ("Buyer", text(order.customer)),
        ("Buyer's contact", "T. Vinter"),
        ("Deliver to", text(order.place)),
    )
    side = "".join(f"<small>{name}</small><div>{value}</div>" for name, value in facts)
    rows = [
        (each.part, each.description, plain(each.quantity), each.unit, comma(each.price), comma(each.amount))
        for each in order.lines
    ]
    heads = ("Item no.", "Description", "Qty", "Unit", f"Price {order.currency}", f"Amount {order.currency}")
    foot = f"<tr><td colspan=5>Total {order.currency}</td><td>{comma(order.total)}</td></tr>"
    body = (
        f"<div class=side>{side}</div><div class=main><h2>Supply Contract</h2>"
        f"<p>{text(order.customer)}<br>{text(order.buyer.street_en)}</p><p>{SELLER_EN}<br>{SELLER_STREET_EN}</p>"
        + table(heads, rows, foot=foot)
        + "</div>"
    )
    style = (
        "body{display:flex}.side{width:44mm;background:#eef3ee;padding:3mm}.side small{display:block;"
        "margin-top:2mm;color:#666}.side div{margin-bottom:1mm}.main{flex:1;padding-left:6mm}"
        ".items{width:100%}.items td,.items th{border-bottom:1px solid #999;padding:3px;font-size:8.5pt;"
        "text-align:left}"
    )
    return page(body, style, margin="10mm")


def bracketed_mail(_random: Random, order: Order) -> Drawing:
    """A mail whose facts stand behind labels in brackets, and its items in columns of blanks."""
    widths = (6, 36, 18, 6, -8, -12, -14)
    rows = [("序号", "名称规格", "供方编码", "单位", "数量", "含税单价", "含税金额")]
    rows += [
        (
            each.number or "",
            each.description,
            each.part or "",
            each.unit,
            plain(each.quantity),
            unseparated(each.price),
            unseparated(each.amount),
        )
        for each in order.lines
    ]
    facts = (
        ("订单编号", order.number),
        ("订单日期", f"{order.date:%Y-%m-%d}"),
        ("贵司报价单号", order.quotation),
        ("要求交期", f"{order.due:%Y-%m-%d}"),
        ("收货地址", order.place),
        ("付款方式", order.terms),
        ("税率", f"{order.rate}%（含税）"),
    )
    body = "\n".join(
        (
            "您好，请按下列内容安排，并盖章回传。",
            "",
            *(f"【{name}】{value}" for name, value in facts),
            "",
            *(aligned(each, widths) for each in rows),
            "",
            f"合计：{unseparated(order.total)}元",
            "",
            order.customer,
            "物资部",
        )
    )
    return mail(order, f"采购订单 {order.number}", plain=body)


LAYOUTS = (
    Layout(
        "grouped_order",
        grouped_order,
        Spec(
            language="en", buyers="gulf", currency="USD", basis="none", units="en",
            describe="{en} {size}", dates="header", stated="quotation place terms incoterms",
        ),
        "caption-groups caption-row decoys",
        "{number}.pdf",
    ),
    Layout(
        "sided_contract",
        sided_contract,
        Spec(
            kind="contract", language="en", buyers="nordic", currency="EUR", basis="none", units="en",
            numbering=None, describe="{en} {size}", dates="lead", stated="quotation place terms incoterms",
        ),
        "side-column labels-above person",
        "Contract {number}.pdf",
    ),
    Layout(
        "bracketed_mail",
        bracketed_mail,
        Spec(buyers="plants", dates="header", stated="quotation place terms"),
        "mail bracketed-labels blank-columns",
        "{code}_{number}.eml",
        part="body",
    ),
)  # fmt: skip
