"""Prints of ERP systems: items of several lines, net beside gross, pages carried forward, a line printer."""

# ruff: noqa: E501 - a line of a page stays a line

from decimal import Decimal
from random import Random

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.ink import put, put_row, rule
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import page, table
from bench.layouts.notation import comma, plain, unseparated
from bench.layouts.parties import SELLER_EN, SELLER_ZH
from bench.layouts.post import aligned
from bench.layouts.values import Line, Order
from demo.make_paper import BOLD, LATIN, Decorate, drawn

COURIER = "Courier"
PER_PAGE = 26


def sap_items(_random: Random, order: Order) -> Drawing:
    """Draw an order as SAP prints it: item, material and conditions on lines of their own."""

    def head(canvas: Canvas) -> None:
        put(canvas, 20, 282, order.customer, 10, BOLD)
        put(canvas, 20, 262, SELLER_EN, 9, LATIN)
        put(canvas, 125, 282, "Purchase order", 13, BOLD)
        facts = (
            ("PO number/date", f"{order.number} / {order.date:%Y-%m-%d}"),
            ("Your vendor number with us", "300917"),
            ("Your quotation", order.quotation),
        )
        for at, (label, value) in enumerate(facts):
            put(canvas, 125, 274 - at * 9, label, 7, LATIN)
            put(canvas, 125, 270 - at * 9, value, 9, LATIN)
        put(canvas, 20, 240, f"Please deliver to: {order.place}", 9, LATIN)
        put(canvas, 20, 234, f"Terms of delivery: {order.incoterms}", 9, LATIN)
        put(canvas, 20, 228, f"Terms of payment: {order.terms}      Currency {order.currency}", 9, LATIN)
        rule(canvas, 20, 222, 190, 222)
        put_row(canvas, 218, COLUMNS, ("Item", "Material", "Description", "", ""), 8.5, LATIN)
        put_row(canvas, 213.5, COLUMNS, ("", "Order qty.", "Unit", "Price per unit", "Value"), 8.5, LATIN)
        rule(canvas, 20, 211, 190, 211)

    pages: list[Decorate] = []
    for start in range(0, len(order.lines), 5):
        chunk, last = order.lines[start : start + 5], start + 5 >= len(order.lines)
        pages.append(_sap_page(order, chunk, head, last=last))
    return drawn(f"PO {order.number}", A4, pages)


COLUMNS = ((20, "left"), (34, "left"), (70, "left"), (150, "right"), (190, "right"))


def _sap_page(order: Order, chunk: tuple[Line, ...], head: Decorate, *, last: bool) -> Decorate:
    def draw(canvas: Canvas) -> None:
        head(canvas)
        y = 205.0
        for each in chunk:
            put_row(canvas, y, COLUMNS, (each.number, each.customer_part, each.description, "", ""), 9, BOLD)
            cells = (
                "",
                plain(each.quantity),
                each.unit,
                f"{comma(each.price)} / {each.per}",
                comma(each.amount),
            )
            put_row(canvas, y - 5, COLUMNS, cells, 9, LATIN)
            put(canvas, 34, y - 10, f"Your material number: {each.part}", 8, LATIN)
            put(canvas, 34, y - 14.5, f"Delivery date: Day {each.due:%Y-%m-%d}", 8, LATIN)
            put(
                canvas,
                34,
                y - 19,
                "Certificate of conformity required   Overdelivery tolerance 0 %",
                8,
                LATIN,
            )
            y -= 27
        rule(canvas, 20, y + 5, 190, y + 5)
        if last:
            put(canvas, 120, y, f"Total value in {order.currency}", 9, BOLD)
            put(canvas, 190, y, comma(order.total), 9, BOLD, "right")
        put(canvas, 190, 12, f"Page {canvas.getPageNumber()}", 7, LATIN, "right")

    return draw


STARRY = """
h2{text-align:center;margin:0}.sub{display:flex;justify-content:space-between;margin:2mm 0}.items{width:100%;font-size:7.2pt}
.items td,.items th{border:.5pt solid #000;padding:2px 3px}.r{text-align:right}
"""


def side_by_side(_random: Random, order: Order) -> Drawing:
    """Draw a landscape print with net price, gross price, rate, tax and gross amount side by side."""
    rows: list[tuple[object, ...]] = [
        (
            each.number, each.part, each.zh, each.size, each.unit, plain(each.quantity),
            *(
                f'<td class="r">{value}</td>'
                for value in (
                    unseparated(each.price), unseparated(each.gross_price or each.price), f"{order.rate}%", unseparated(each.amount),
                    unseparated((each.gross_amount or each.amount) - each.amount), unseparated(each.gross_amount or each.amount),
                )
            ),
            each.delivery,
        )
        for each in order.lines
    ]  # fmt: skip
    rows.append(("合计", "", "", "", "", "", "", "", "", order.net, order.tax, order.total, ""))
    heads = (
        "行号",
        "供应商编码",
        "物料名称",
        "规格型号",
        "单位",
        "数量",
        "单价",
        "含税单价",
        "税率",
        "金额",
        "税额",
        "价税合计",
        "交货日期",
    )
    body = (
        f"<h2>采购订单</h2><div class='sub'><span>单据编号：{order.number}</span><span>日期：{order.date}</span><span>币别：人民币</span></div>"
        f"<div class='sub'><span>采购组织：{order.customer}</span><span>供应商：{SELLER_ZH}</span><span>报价单号：{order.quotation}</span></div>"
        f"{table(heads, rows)}<div class='sub'><span>结算方式：{order.terms}</span><span>收货地址：{order.place}</span></div>"
        "<div class='sub'><span>制单人：</span><span>审核人：</span><span>审核日期：</span><span>打印次数：1</span></div>"
    )
    return page(body, STARRY, size="A4 landscape", margin="10mm")


def carried_forward(random: Random, order: Order) -> Drawing:
    """Draw an order over several pages: each begins with what is brought forward, and repeats its head."""
    columns = (
        (15, "left"),
        (27, "left"),
        (62, "left"),
        (128, "right"),
        (131, "left"),
        (166, "right"),
        (195, "right"),
    )
    price = random.choice(("Price", "Unit price", "Rate"))
    pages: list[Decorate] = []
    for start in range(0, len(order.lines), PER_PAGE):

        def draw(canvas: Canvas, start: int = start) -> None:
            brought = sum((each.amount for each in order.lines[:start]), Decimal(0))
            put(canvas, 15, 285, order.customer, 11, BOLD)
            number = f"Order {order.number}   {order.date:%d %b %Y}   Page {canvas.getPageNumber()}"
            put(canvas, 195, 285, number, 8, LATIN, "right")
            y = 276.0
            if start == 0:
                for text in (
                    f"Supplier: {SELLER_EN}",
                    f"Quotation: {order.quotation}      Payment: {order.terms}      Delivery terms: {order.incoterms}",
                    f"Delivery address: {order.place}      Delivery date: {order.due:%d %b %Y}",
                ):
                    put(canvas, 15, y, text, 8.5, LATIN)
                    y -= 5
            put_row(
                canvas,
                y - 3,
                columns,
                (
                    "Item",
                    "Supplier code",
                    "Description",
                    "Quantity",
                    "Unit",
                    f"{price} {order.currency}",
                    "Amount",
                ),
                8.5,
                BOLD,
            )
            y -= 9
            if start:
                put_row(
                    canvas, y, columns, ("", "", "Brought forward", "", "", "", comma(brought)), 8.5, LATIN
                )
                y -= 7.5
            for each in order.lines[start : start + PER_PAGE]:
                cells = (
                    each.number,
                    each.part,
                    each.description,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                )
                put_row(canvas, y, columns, cells, 8.5, LATIN)
                y -= 7.5
                brought += each.amount
            last = start + PER_PAGE >= len(order.lines)
            label = f"Total order value {order.currency}" if last else "Carried forward"
            rule(canvas, 15, y + 4, 195, y + 4)
            put(canvas, 62, y - 1, label, 8.5, BOLD)
            put(canvas, 195, y - 1, comma(order.total if last else brought), 8.5, BOLD, "right")

        pages.append(draw)
    return drawn(f"Order {order.number}", A4, pages)


def line_printer(_random: Random, order: Order) -> Drawing:
    """Draw the list of a line printer: columns made of blanks, capital letters, page after page."""
    widths = (5, 17, 38, -9, 5, -13, -15, 11)
    lines = [
        f"{order.customer.upper():<70}RUN DATE {order.date:%Y-%m-%d}",
        "P U R C H A S E   O R D E R".center(120),
        "",
        f"ORDER NO : {order.number:<30}ORDER DATE : {order.date:%Y-%m-%d}",
        f"SUPPLIER : {SELLER_EN.upper()}",
        f"QUOTE    : {order.quotation:<30}TERMS      : {order.terms}",
        f"DELIVER  : {order.place}",
        f"INCOTERMS: {order.incoterms:<30}CURRENCY   : {order.currency}",
        "-" * 120,
        aligned(
            ("ITEM", "SUPPLIER PART", "DESCRIPTION", "QUANTITY", "UNIT", "UNIT PRICE", "AMOUNT", "DUE DATE"),
            widths,
        ),
        "-" * 120,
    ]
    lines += [
        aligned(
            (
                each.number,
                each.part,
                each.description,
                f"{each.quantity:.3f}",
                each.unit,
                unseparated(each.price, 4),
                unseparated(each.amount),
                each.delivery,
            ),
            widths,
        )
        for each in order.lines
    ]
    lines += [
        "-" * 120,
        f"{'ORDER TOTAL ' + order.currency:>91}{unseparated(order.total):>15}",
        "",
        "*** LAST PAGE ***",
    ]

    def draw(canvas: Canvas) -> None:
        for at, each in enumerate(lines):
            put(canvas, 12, 195 - at * 5, each, 9, COURIER)

    return drawn(f"Order {order.number}", landscape(A4), [draw])


LAYOUTS = (
    Layout(
        "sap_items", sap_items,
        Spec(
            language="en", buyers="elsewhere", currency="EUR", basis="none", units="en", dates="lines",
            customer_part=True, per="lines", describe="{en} {size}", stated="quotation place terms incoterms",
            numbering=(10, 5), lines=(3, 9),
        ),
        "sap three-line price-unit multi-page line-dates", "PO{number}.pdf",
    ),
    Layout(
        "side_by_side", side_by_side,
        Spec(basis="both", dates="lines", describe="{zh}", also=("{zh} {size}",), lines=(3, 8)),
        "net-gross landscape ruled line-dates", "采购订单{number}.pdf",
    ),
    Layout(
        "carried_forward", carried_forward,
        Spec(
            language="en", buyers="britain", currency="USD", basis="none", units="en", describe="{en} {size}",
            stated="quotation place terms incoterms", lines=(66, 82),
        ),
        "long carried-forward repeated-head unruled", "Order {number}.pdf",
    ),
    Layout(
        "line_printer", line_printer,
        Spec(
            language="en", buyers="elsewhere", currency="USD", basis="none", units="en", dates="lines",
            describe="{en} {size}", stated="quotation place terms incoterms", lines=(5, 14), numbering=(1, 4), places=4,
        ),
        "dot-matrix landscape line-dates", "PRT{number}.pdf",
    ),
)  # fmt: skip
