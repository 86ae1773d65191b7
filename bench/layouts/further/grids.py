"""Orders and contracts that are workbooks."""

from random import Random

from openpyxl.worksheet.worksheet import Worksheet

from bench.layouts.further.days import bare
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import capitals, chinese_day
from bench.layouts.office import emphasise, saved, set_widths, sheet, write_row
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.values import Order


def contract_sheet(_random: Random, order: Order) -> Drawing:
    """A contract in cells: parties at both sides, the articles in merged rows below the goods."""
    book, page = sheet("合同")
    set_widths(page, (6, 22, 24, 16, 8, 9, 12, 14))
    page["A1"] = "产 品 购 销 合 同"
    emphasise(page, "A1:H1", 16)
    write_row(page, 2, ("买方：", order.customer, None, None, None, "合同号：", order.number))
    write_row(page, 3, ("卖方：", SELLER_ZH, None, None, None, "日期：", order.date))
    page["G3"].number_format = "yyyy/m/d"
    page["A5"] = "经买卖双方协商，买方同意购买、卖方同意出售下列产品："
    heads = ("序号", "产品名称", "产品型号", "产品编码", "单位", "数量", "含税单价", "含税金额")
    write_row(page, 6, heads, framed=True)
    at = 7
    for each in order.lines:
        texts = (int(each.number or 0), each.description, each.size, each.part, each.unit)
        write_row(page, at, (*texts, each.quantity, each.price, each.amount), framed=True)
        at += 1
    write_row(page, at, (None, "合计（小写）", *[None] * 5, order.total), framed=True)
    write_row(page, at + 1, (None, f"合计（大写）：人民币{capitals(order.total)}"))
    for article in (
        f"1、价格条款：上述价格含{order.rate}%增值税及运费。",
        f"2、交货时间：合同签订后{order.wait.zh}。",
        f"3、交货地址：{order.place}",
        f"4、付款条件：{order.terms}",
        "5、其他：本合同传真件、扫描件有效。",
    ):
        at += 1
        page.cell(at + 2, 1, article)
        page.merge_cells(start_row=at + 2, start_column=1, end_row=at + 2, end_column=8)
    write_row(page, at + 5, ("买方签章：", None, None, None, "卖方签章："))
    return saved(book)


def purchase_list(random: Random, order: Order) -> Drawing:
    """A list to buy from: labels left of their values, the lines from row 9, delivery per line."""
    book, page = sheet("采购单")
    set_widths(page, (14, 30, 18, 20, 8, 10, 13, 14, 14))
    page["A1"] = order.customer
    page["A2"] = random.choice(("备件采购清单（订货）", "订购单", "物料采购通知单"))
    emphasise(page, "A1:I1", 14)
    emphasise(page, "A2:I2", 12)
    facts = (
        ("采购单号", order.number),
        ("制单日期", bare(order.date, "-")),
        ("供货厂商", SELLER_ZH),
        ("参考报价", order.quotation),
        ("付款约定", order.terms),
    )
    for at, fact in enumerate(facts, 3):
        write_row(page, at, fact)
    heads = ("项次", "料品描述", "我司料号", "厂商料号", "单位", "订购量", "未税单价", "未税金额", "需求日")
    write_row(page, 9, heads, framed=True)
    below = 10
    for each in order.lines:
        texts = (each.number, each.description, each.customer_part, each.part, each.unit)
        write_row(page, below, (*texts, each.quantity, each.price, each.amount, each.due), framed=True)
        page.cell(below, 9).number_format = "yyyy-mm-dd"
        below += 1
    sums = (("未税合计", order.net), (f"税额{order.rate}%", order.tax), ("含税总计（RMB）", order.total))
    for name, value in sums:
        write_row(page, below, (name, value), 7)
        below += 1
    return saved(book)


def trader_sheet(_random: Random, order: Order) -> Drawing:
    """A trader's order with no head: the lines begin at once, everything else stands below them."""
    book, page = sheet("Sheet1")
    set_widths(page, (34, 20, 8, 8, 12, 14))
    write_row(page, 1, ("品名/规格", "订货号", "数量", "单位", "单价(含税)", "金额(含税)"), framed=True)
    at = 2
    for each in order.lines:
        numbers = (each.quantity, each.unit, each.price, each.amount)
        write_row(page, at, (each.description, each.part, *numbers), framed=True)
        at += 1
    page.cell(at, 5, "总额")
    write_row(page, at, (order.total,), 6)
    page.cell(at, 6).number_format = '"¥"#,##0.00'
    facts = (
        f"以上为我司{chinese_day(order.date)}采购订单，单号{order.number}",
        f"订货单位：{order.customer}",
        f"供应商：{SELLER_ZH}",
        f"按贵司报价{order.quotation}执行，税率{order.rate}%，增值税专用发票",
        f"到货期：{order.due:%Y.%m.%d}",
        f"送货：{order.place}",
    )
    for below, fact in enumerate(facts, at + 2):
        page.cell(below, 1, fact)
    return saved(book)


def korean_sheet(_random: Random, order: Order) -> Drawing:
    """An order sheet from Korea with its clipped English labels."""
    book, page = sheet("ORDER SHEET")
    set_widths(page, (6, 20, 34, 18, 10, 8, 12, 14, 12))
    page["A1"] = "ORDER SHEET"
    emphasise(page, "A1:I1", 18)
    write_row(page, 3, ("Messrs.", SELLER_EN, None, None, None, None, "P/O NO.", order.number))
    write_row(
        page, 4, ("Attn.", "Sales Team", None, None, None, None, "P/O DATE", f"{order.date:%Y. %m. %d}")
    )
    write_row(page, 5, ("Ref.", f"Quotation {order.quotation}", *[None] * 4, "CURRENCY", order.currency))
    heads = ("NO", "P/NO", "ITEM & SPEC", "MAKER CODE", "Q'TY", "UNIT", "U/PRICE", "AMOUNT", "DUE DATE")
    write_row(page, 7, heads, framed=True)
    at = 8
    for each in order.lines:
        texts = (each.number, each.customer_part, each.description, each.part, each.quantity)
        write_row(page, at, (*texts, each.unit, each.price, each.amount, f"{each.due:%Y-%m-%d}"), framed=True)
        at += 1
    write_row(page, at, ("G/TOTAL", *[None] * 6, order.total, None), framed=True)
    _notes(page, at + 2, order)
    return saved(book)


def _notes(page: Worksheet, row: int, order: Order) -> None:
    notes = (
        ("1. PRICE TERM", order.incoterms),
        ("2. PAYMENT", order.terms),
        ("3. CONSIGNEE ADDR.", order.place),
        ("4. ORDERED BY", order.customer),
    )
    for at, (name, value) in enumerate(notes, row):
        write_row(page, at, (name, None, value))


def store_form(_random: Random, order: Order) -> Drawing:
    """An American form: boxes of bill-to and ship-to, labels above their values."""
    book, page = sheet("PO")
    set_widths(page, (13, 13, 13, 20, 40, 13, 14))
    page["A1"] = order.customer
    emphasise(page, "A1:D1", 14, "left")
    page["F1"] = "PURCHASE ORDER"
    emphasise(page, "F1:G1", 14, "right")
    write_row(page, 2, (order.buyer.street_en, None, None, None, None, "PO #", "ORDERED"))
    write_row(page, 3, (None, None, None, None, None, order.number, f"{order.date:%m/%d/%Y}"))
    write_row(page, 5, ("VENDOR", None, None, None, "SHIP TO"), framed=True)
    write_row(page, 6, (SELLER_EN, None, None, None, order.place))
    write_row(page, 8, ("TERMS", None, None, "FREIGHT TERMS", "QUOTE #", "SHIP BY", "FUNDS"), framed=True)
    write_row(page, 9, (order.terms, None, None, order.incoterms, order.quotation, order.due, order.currency))
    page["F9"].number_format = "mm/dd/yyyy"
    write_row(
        page, 11, ("LINE", "QTY", "U/M", "MFG PART #", "DESCRIPTION", "UNIT COST", "EXT COST"), framed=True
    )
    at = 12
    for each in order.lines:
        texts = (each.number, each.quantity, each.unit, each.part, each.description)
        write_row(page, at, (*texts, each.price, each.amount), framed=True)
        page.cell(at, 7).number_format = page.cell(at, 6).number_format = "#,##0.00"
        at += 1
    write_row(page, at + 1, ("TOTAL", order.total), 6)
    page.cell(at + 3, 1, "Confirm receipt within 2 business days. Packing slip must show PO #.")
    return saved(book)


LAYOUTS = (
    Layout(
        "contract_sheet",
        contract_sheet,
        Spec(
            kind="contract", buyers="traders", describe="{zh}", also=("{zh} {size}",), dates="lead",
            stated="place terms",
        ),
        "workbook articles capitals real-day",
        "购销合同{number}.xlsx",
    ),
    Layout(
        "purchase_list",
        purchase_list,
        Spec(buyers="makers", basis="net", customer_part=True, dates="lines", stated="quotation terms"),
        "workbook sums real-days",
        "采购清单_{number}.xlsx",
    ),
    Layout(
        "trader_sheet",
        trader_sheet,
        Spec(buyers="traders", numbering=None, parts="mixed", dates="header", stated="quotation place"),
        "workbook headless below",
        "订货{code}.xlsx",
    ),
    Layout(
        "korean_sheet",
        korean_sheet,
        Spec(
            language="en", buyers="korea", currency="USD", basis="none", customer_part=True, units="en",
            describe="{en} {size}", dates="lines", stated="quotation place terms incoterms",
        ),
        "workbook clipped-labels",
        "ORDER SHEET_{number}.xlsx",
    ),
    Layout(
        "store_form",
        store_form,
        Spec(
            language="en", buyers="america", currency="USD", basis="none", units="en", parts="lpn",
            describe="{en} {size}", dates="header", stated="quotation place terms incoterms",
        ),
        "workbook labels-above american-day",
        "{code}_{number}.xlsx",
    ),
)  # fmt: skip
