"""Orders and contracts in Chinese and English at once."""

from random import Random

from reportlab.platypus import Flowable, Spacer

from bench.layouts.further.days import bare
from bench.layouts.further.plants import LINES
from bench.layouts.ink import Seal
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import capitals, chinese_day, comma, plain, short_day
from bench.layouts.office import emphasise, fill_table, saved, set_widths, sheet, word, write_row
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.values import Order
from demo.make_paper import Command, grid, pdf, register, words


def joint_order(_random: Random, order: Order) -> Drawing:
    """The order of a subsidiary in China: English labels with small Chinese ones under them."""
    facts = (
        ("Order No.<br><small>订单编号</small>", order.number, "Order date<br><small>下单日期</small>"),
        (
            "Supplier<br><small>供应商</small>",
            f"{SELLER_ZH} {SELLER_EN}",
            "Quotation<br><small>报价单号</small>",
        ),
        ("Ship to<br><small>交货地点</small>", order.place, "Payment<br><small>付款条件</small>"),
    )
    beside = (f"{order.date:%Y-%m-%d}", order.quotation, order.terms)
    lines = [
        row((f"<th>{name}</th>", value, f"<th>{other}</th>", last))
        for (name, value, other), last in zip(facts, beside, strict=True)
    ]
    rows = [
        (
            each.number,
            each.customer_part,
            each.part,
            each.description,
            plain(each.quantity),
            each.unit,
            comma(each.price),
            comma(each.amount),
            f"{each.due:%Y-%m-%d}",
        )
        for each in order.lines
    ]
    heads = (
        "Item 项次",
        "Part No. 物料号",
        "Supplier P/N 供方料号",
        "Description 描述",
        "Qty 数量",
        "UoM 单位",
    )
    prices = ("Net price 未税单价", "Net amount 未税金额", "Due date 交期")
    sums = (
        f"<table class=sums>{row(('Subtotal 未税合计', comma(order.net)))}"
        f"{row((f'VAT 增值税 {order.rate}%', comma(order.tax)))}"
        f"{row((f'Total incl. VAT 含税总计 ({order.currency})', comma(order.total)))}</table>"
    )
    body = (
        f"<h2>{text(order.customer)}</h2><h4>{text(order.buyer.en)}</h4><h3>PURCHASE ORDER 采购订单</h3>"
        f"<table class=facts>{''.join(lines)}</table>{table((*heads, *prices), rows)}{sums}"
        "<p>Remark 备注: please attach the test report. 请随货附检验报告。</p>"
    )
    style = (
        "h2,h3,h4{margin:1mm 0}.facts,.items{width:100%;margin:3mm 0}.facts td,.facts th,.items td,.items th"
        "{border:1px solid #888;padding:3px;font-size:8pt;text-align:left}.facts th{background:#f3f3f3;"
        "width:14%}.sums{margin-left:auto}.sums td{padding:2px 8px;text-align:right}"
    )
    return page(body, style)


def joint_contract(_random: Random, order: Order) -> Drawing:
    """A contract whose every clause stands in Chinese and then in English."""
    register()
    head = [
        [f"合同号 Contract No.: {order.number}", f"日期 Date: {short_day(order.date)}"],
        [f"买方 Buyer: {order.customer}", f"签约地 Signed at: {order.buyer.city_zh} {order.buyer.city_en}"],
        [f"卖方 Seller: {SELLER_ZH}", f"参考报价 Offer: {order.quotation}"],
    ]
    rows: list[list[object]] = [
        ["序号\nNo.", "货物名称及规格\nGoods and Specification", "卖方料号\nSeller Code", "数量\nQuantity"]
    ]
    rows[0] += ["单位\nUnit", "含税单价\nUnit Price", "总价\nTotal"]
    for each in order.lines:
        texts = [each.number, words(each.description, 8), each.part, plain(each.quantity), each.unit]
        rows.append([*texts, comma(each.price), comma(each.amount)])
    rows.append(["总计 Total Amount", *[""] * 5, f"{order.currency} {comma(order.total)}"])
    last = len(rows) - 1
    commands: list[Command] = [LINES, ("SPAN", (0, last), (5, last)), ("ALIGN", (5, 1), (-1, -1), "RIGHT")]
    clauses = (
        f"1. 价格含{order.rate}%增值税。Prices include {order.rate}% VAT.",
        f"2. 交货期 Time of Delivery: 合同签订后{order.wait.zh} / {order.wait.en} after signature",
        f"3. 付款条件 Terms of Payment: {order.terms}",
        f"4. 目的地 Place of Destination: {order.place}",
        f"5. 金额大写 Amount in Chinese Words: {capitals(order.total)}",
        "6. 本合同中英文具有同等效力。Both languages are equally authentic.",
    )
    story: list[Flowable] = [
        words("购货合同 PURCHASE CONTRACT", 15, align="center", space=10),
        grid(head, (100, 74), size=9),
        Spacer(1, 6),
        grid(rows, (12, 62, 30, 18, 12, 20, 26), commands, size=8),
        Spacer(1, 8),
        *(words(each, 9.5, space=4) for each in clauses),
        Seal(45, -18, order.customer, "合同专用章"),
        grid([["买方 The Buyer", "卖方 The Seller"]], (95, 80), size=10),
    ]
    return pdf(story, order.number)


def joint_deed(_random: Random, order: Order) -> Drawing:
    """A contract in Word: facts in a table without lines, both languages in its heads."""
    document = word("DengXian", 10.5)
    document.add_paragraph("供货合同").runs[0].bold = True
    document.add_paragraph("SUPPLY CONTRACT").runs[0].bold = True
    facts = document.add_table(0, 2)
    fill_table(
        facts,
        (
            ("合同编号 / No.", order.number),
            ("签署日 / Date of signing", chinese_day(order.date)),
            ("采购方 / Purchaser", order.customer),
            ("供货方 / Supplier", SELLER_ZH),
            ("交货日 / Delivery on or before", bare(order.due)),
            ("收货地 / Delivered to", order.place),
        ),
    )
    goods = document.add_table(0, 6, "Table Grid")
    fill_table(
        goods,
        [("产品 Product", "料号 Code", "数量 Qty", "单位 Unit", "不含税价 Price excl. VAT", "小计 Amount")],
    )
    fill_table(
        goods,
        (
            (
                each.description,
                each.part,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
            )
            for each in order.lines
        ),
    )
    fill_table(goods, [("不含税合计 Net", "", "", "", "", comma(order.net))])
    fill_table(goods, [(f"增值税 VAT {order.rate}%", "", "", "", "", comma(order.tax))])
    fill_table(goods, [(f"含税合计 Gross, {order.currency}", "", "", "", "", comma(order.total))])
    document.add_paragraph(f"付款 Payment: {order.terms}")
    document.add_paragraph("签字 Signatures:")
    return saved(document)


def joint_sheet(_random: Random, order: Order) -> Drawing:
    """A workbook of a pump maker: two rows of heads, English under Chinese."""
    book, page_ = sheet("PO订单")
    set_widths(page_, (8, 18, 36, 20, 9, 8, 12, 14, 16))
    page_["A1"] = "采 购 订 单  Purchase Order"
    emphasise(page_, "A1:I1", 15)
    write_row(page_, 2, ("公司 Company", None, order.customer, None, "单号 PO", None, order.number))
    write_row(page_, 3, ("供应商 Vendor", None, SELLER_ZH, None, "日期 Date", None, order.date))
    page_["G3"].number_format = "yyyy/mm/dd"
    write_row(page_, 4, ("报价 Quote", None, order.quotation, None, "币别 Curr.", None, order.currency))
    top = ("行", "本公司编号", "品名规格", "供应商编号", "数量", "单位", "含税单价", "含税金额", "交货周期")
    below = ("Line", "Our P/N", "Description", "Vendor P/N", "Qty", "UOM", "Price", "Amount", "Lead time")
    write_row(page_, 6, top, framed=True)
    write_row(page_, 7, below, framed=True)
    at = 8
    for each in order.lines:
        texts = (each.number, each.customer_part, each.description, each.part, each.quantity, each.unit)
        write_row(page_, at, (*texts, each.price, each.amount, each.lead and each.lead.zh), framed=True)
        at += 1
    write_row(page_, at, (f"合计 Total (incl. {order.rate}% VAT)", *[None] * 6, order.total), framed=True)
    write_row(page_, at + 2, ("送货地址 Deliver to", None, order.place))
    write_row(page_, at + 3, ("付款方式 Payment", None, order.terms))
    return saved(book)


LAYOUTS = (
    Layout(
        "joint_order",
        joint_order,
        Spec(
            language="mixed", buyers="makers", basis="net", customer_part=True, units="en",
            describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), dates="lines",
            numbering=(10, 2),
        ),
        "stacked-labels facts-table sums",
        "PO_{number}.pdf",
    ),
    Layout(
        "joint_contract",
        joint_contract,
        Spec(
            kind="contract", language="mixed", buyers="plants", describe="{zh} {en} {size}",
            also=("{zh} {size}", "{en} {size}"), dates="lead",
        ),
        "clauses seal two-line-heads",
        "Contract {number}.pdf",
    ),
    Layout(
        "joint_deed",
        joint_deed,
        Spec(
            kind="contract", language="mixed", buyers="traders", basis="net", numbering=None, parts="mixed",
            describe="{zh} {en} {size}", also=("{zh} {size}", "{en} {size}"), dates="header",
            stated="place terms",
        ),
        "word unruled-facts sums",
        "供货合同 Supply Contract {number}.docx",
    ),
    Layout(
        "joint_sheet",
        joint_sheet,
        Spec(
            language="mixed", buyers="makers", customer_part=True, describe="{zh} {en} {size}",
            also=("{zh} {size}", "{en} {size}"), dates="line leads",
        ),
        "workbook two-rows-of-heads line-leads",
        "订单PO {number}.xlsx",
    ),
)  # fmt: skip
