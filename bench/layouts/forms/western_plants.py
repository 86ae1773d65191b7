"""Orders as the systems of plants and machine makers print them: Infor LN and M3, IFS, Epicor.

Labels after the purchase order reports of these systems (Infor LN's tdpur4401, M3's PPS601, IFS's Purchase
Order, Epicor's POForm).
"""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from docx.shared import Pt

from bench.layouts.forms.addresses import address, broken, buyer, goods_in, seller
from bench.layouts.forms.typed import beside, cut, typed
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, text
from bench.layouts.notation import comma, plain, week
from bench.layouts.office import emphasise, fill_table, saved, set_widths, sheet, word, write_row
from bench.layouts.post import aligned
from bench.layouts.traits.shapes import RIGHT, captioned, right, western_spec
from bench.layouts.values import Line, Order
from demo.make_notation import MONTHS


def infor_ln(random: Random, order: Order) -> Drawing:
    """Infor LN on letter paper in typewriter letters: fixed rows of facts, position, item, date and amount, item text below."""
    wide = (5, 24, -10, 5, -12, 8, -14, 11)
    head = [
        *beside([order.customer, *address(order.buyer.street_en)], ["P U R C H A S E   O R D E R"], 60),
        "",
        *beside(
            seller(),
            [
                f"Order            : {order.number}",
                f"Order Date       : {order.date:%d-%m-%Y}",
                f"Buyer            : {random.randrange(100, 999)} J. Hartog",
                f"Your Reference   : {order.quotation}",
                f"Our Reference    : STOCK-{random.randrange(10, 99)}",
                "Page             :    1",
            ],
            60,
        ),
        "",
        *beside(["Delivery Address :", *goods_in(order)], ["Invoice Address  :", *buyer(order)], 60),
        "",
        f"Terms of Payment : {order.terms}",
        f"Terms of Delivery: {order.incoterms}",
        f"Currency         : {order.currency}",
        "-" * 100,
        aligned(("Pos.", "Item", "Quantity", "Unit", "Price", "Price", "Amount", "Delivery"), wide),
        aligned(("", "Description", "", "", "", "Unit", "", "Date"), wide),
        "-" * 100,
    ]
    items: list[str] = []
    for each in order.lines:
        quantity = f"{each.quantity:.2f}"
        items += [
            aligned(
                (
                    each.number,
                    each.customer_part,
                    quantity,
                    each.unit,
                    comma(each.price),
                    f"{each.per} {each.unit}",
                    comma(each.amount),
                    f"{each.due:%d-%m-%Y}",
                ),
                wide,
            ),
            f"      {each.description}",
            f"      Your item code: {each.part}",
            "",
        ]
    items += [
        "-" * 100,
        f"{'Total Goods':>69} {comma(order.net):>14}",
        f"{'Total Order ' + order.currency:>69} {comma(order.total):>14}",
    ]
    first, *rest = cut(items, first=38, further=56)
    pages = [
        [*head, *first],
        *(
            [f"Order            : {order.number}      Page : {at:>4}", "-" * 100, *head[-3:], *each]
            for at, each in enumerate(rest, 2)
        ),
    ]
    return typed(order.number, pages, letter=8)


def infor_m3(_random: Random, order: Order) -> Drawing:
    """M3's form from Sweden: boxes with small captions, dates as years, months and days without a dash."""

    def item(each: Line) -> str:
        return (
            f"<tr><td>{each.number}</td><td>{each.customer_part}</td><td>{text(each.description)}</td><td>{each.due:%y%m%d}</td>{right(plain(each.quantity))}<td>{each.unit}</td>{right(comma(each.price))}{right(comma(each.amount))}</tr>"
            f"<tr><td></td><td>{each.part}</td><td colspan=6>Supplier's item number</td></tr>"
        )

    body = (
        f"<h3>{text(order.customer)}</h3>"
        + captioned(
            [
                ("Purchase order", order.number),
                ("Order date", f"{order.date:%Y-%m-%d}"),
                ("Our reference", "Lindqvist, Purchasing"),
                ("Page", "1(1)"),
            ],
            "box",
        )
        + captioned(
            [("Supplier", ", ".join(seller())), ("Delivery address", f"{order.customer}, {order.place}")],
            "box",
        )
        + captioned(
            [
                ("Delivery terms", order.incoterms),
                ("Delivery method", "Sea"),
                ("Payment terms", order.terms),
                ("Currency", order.currency),
                ("Your quotation", order.quotation),
            ],
            "box",
        )
        + f"<table class=items><thead>{row(('Line', 'Item number', 'Name', 'Delivery date yymmdd', right('Ordered qty', 'th'), 'U/M', right('Price', 'th'), right('Line amount', 'th')), 'th')}</thead><tbody>{''.join(map(item, order.lines))}</tbody></table>"
        + f"<p class=r>Order total &nbsp; {order.currency} &nbsp; <b>{comma(order.total)}</b></p><p style='font-size:7pt'>{text(order.customer)}, {text(order.buyer.street_en)} &nbsp; Reg. no. 999999-0000</p>"
    )
    return page(
        body,
        RIGHT
        + "p.r{text-align:right}.box{width:100%;border-collapse:collapse}.box td{border:1px solid #000;padding:1mm;vertical-align:top}.items{width:100%;margin-top:4mm}.items th{border-bottom:1px solid #000;text-align:left;font-size:7.5pt}.items td{padding:.8mm 1mm;font-size:8.5pt}",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


def ifs(_random: Random, order: Order) -> Drawing:
    """IFS's report: supplier left, order facts right, item rows with note lines for the supplier's part and dates."""

    def day(value: object) -> str:
        return f"{value:%d}-{MONTHS[int(f'{value:%m}') - 1].upper()}-{value:%y}"

    def item(each: Line) -> str:
        return (
            f"<tr><td>{each.number}</td><td>1</td><td>{each.customer_part}</td><td>{text(each.description)}</td><td>{day(each.due)}</td>{right(f'{plain(each.quantity)} {each.unit}')}{right(f'{comma(each.price)}')}{right(comma(each.amount))}</tr>"
            f"<tr><td></td><td></td><td colspan=6>Supplier's Part No: {each.part} &nbsp; Inspection: Receive into stock</td></tr>"
        )

    facts = [
        ("Order No", order.number),
        ("Order Date", day(order.date)),
        ("Our Reference", "Siv Aamodt"),
        ("Your Reference", "Sales desk"),
        ("Supplier Quotation", order.quotation),
        ("Delivery Terms", order.incoterms),
        ("Payment Terms", order.terms),
        ("Ship-via", "Sea"),
        ("Currency", order.currency),
    ]
    body = (
        f"<div class=g><div><h2>Purchase Order</h2><p>{broken(seller())}</p><p>Delivery Address<br>{broken(goods_in(order))}</p></div><table>{''.join(row((f'{label}:', value)) for label, value in facts)}</table></div>"
        f"<table class=items><thead>{row(('Line', 'Rel', 'Part No', 'Description', 'Wanted Receipt Date', right('Quantity', 'th'), right('Price/Unit', 'th'), right('Net Amount', 'th')), 'th')}</thead><tbody>{''.join(map(item, order.lines))}</tbody></table>"
        f"<p class=r>Net Amount/Curr &nbsp;&nbsp; {comma(order.total)} {order.currency}</p><p class=s>{text(order.customer)} &nbsp; {text(order.buyer.street_en)} &nbsp; Tel +47 55 55 01 00</p>"
    )
    return page(
        body,
        RIGHT
        + "p.r{text-align:right}.g{display:grid;grid-template-columns:1fr 1fr}.g td{padding:.4mm 4mm .4mm 0}.items{width:100%}.items th{border-top:1px solid #000;border-bottom:1px solid #000;text-align:left;font-weight:normal;font-size:7.5pt;padding:0 2mm 0 0}.items td{font-size:8pt;padding:.8mm 2mm .8mm 0}.s{font-size:7pt;margin-top:15mm}",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


def epicor(_random: Random, order: Order) -> Drawing:
    """Epicor's form as a Word file: part and text in one cell, releases with due dates in a row below each line."""
    document = word("Arial", 9)
    document.add_paragraph(order.customer).runs[0].font.size = Pt(14)
    document.add_paragraph(order.buyer.street_en)
    document.add_heading("Purchase Order", 1)
    top = document.add_table(rows=0, cols=4)
    fill_table(
        top,
        [
            ("PO Number:", order.number, "PO Date:", f"{order.date.month}/{order.date.day}/{order.date.year}"), ("Terms:", order.terms, "FOB:", order.incoterms),
            ("Buyer:", "Dana Pruitt", "Reference:", f"Quote {order.quotation}"), ("Currency:", order.currency, "Ship Via:", "Ocean"),
        ],
    )  # fmt: skip
    blocks = document.add_table(rows=0, cols=2)
    fill_table(blocks, [("Vendor:\n" + "\n".join(seller()), "Ship To:\n" + "\n".join(goods_in(order)))])
    items = document.add_table(rows=1, cols=5)
    items.style = "Table Grid"
    for cell, label in zip(
        items.rows[0].cells,
        ("Line", "Part Number/Description", "Order Qty", "Unit Price", "Ext. Price"),
        strict=True,
    ):
        cell.text = label
    for each in order.lines:
        part = f"{each.customer_part}\n{each.description}\nSupplier Part: {each.part}"
        fill_table(
            items,
            [
                (
                    each.number,
                    part,
                    f"{plain(each.quantity)} {each.unit}",
                    f"{comma(each.price)} /{each.per}",
                    comma(each.amount),
                ),
                (
                    "",
                    f"Rel 1   Due Date {each.due.month}/{each.due.day}/{each.due.year}   Quantity {plain(each.quantity)}",
                    "",
                    "",
                    "",
                ),
            ],
        )
    sums = document.add_table(rows=0, cols=2)
    fill_table(
        sums,
        [("Lines Total:", comma(order.net)), ("Misc Charges:", "0.00"), ("PO Total:", comma(order.total))],
    )
    document.add_paragraph("Authorized Signature: ____________________")
    return saved(document)


def planner_workbook(_random: Random, order: Order) -> Drawing:
    """A planner's export of an M3 order into Excel: facts above with the week of delivery, one row an item."""
    book, page_ = sheet("PPS200")
    set_widths(page_, (8, 16, 36, 18, 10, 8, 12, 14, 12))
    write_row(page_, 1, (f"Purchase order {order.number}",))
    emphasise(page_, "A1", 14, "left")
    facts = [
        ("Facility", order.customer),
        ("Order date", order.date),
        ("Supplier", seller()[0]),
        ("Quotation", order.quotation),
        ("Payment terms", order.terms),
        ("Delivery terms", order.incoterms),
        ("Goods receiving", order.place),
        ("Currency", order.currency),
        ("Delivery week", week(order.due)),
    ]
    for at, (label, value) in enumerate(facts, 2):
        write_row(page_, at, (label, None, value))
    write_row(
        page_,
        12,
        ("PO line", "Item", "Name", "Supplier item", "Qty", "U/M", "Price", "Line amount"),
        framed=True,
    )
    for at, each in enumerate(order.lines, 13):
        write_row(
            page_,
            at,
            (
                each.number,
                each.customer_part,
                each.description,
                each.part,
                each.quantity,
                each.unit,
                each.price,
                each.amount,
            ),
            framed=True,
        )
    write_row(page_, 14 + len(order.lines), ("Total", order.total), 7)
    return saved(book)


LAYOUTS = (
    Layout("infor_ln", infor_ln, western_spec("EUR", buyers="elsewhere", vague="quotation_number", customer_part=True, numbering=(10, 1), dates="lines", per="mixed", numbers=("PUR{n:06d}", "40{n:06d}"), lines=(3, 10)), "typewriter second-lines multi-page plants", "{number}.pdf"),
    Layout("infor_m3", infor_m3, western_spec("SEK", buyers="elsewhere", customer_part=True, dates="lines", numbers=("7{n:06d}", "20{n:05d}"), payments=("30 days net", "60 days net", "45 days net", "10 days 2 %, 30 days net")), "labels-above second-lines short-dates plants", "MPS{number}.pdf"),
    Layout("ifs", ifs, western_spec("EUR", buyers="elsewhere", basis="net", vague="tax_included", customer_part=True, dates="lines", numbers=("P{n:05d}", "1{n:05d}")), "two-columns second-lines plants", "PurchaseOrder_{number}.pdf"),
    Layout("epicor", epicor, western_spec("USD", buyers="america", customer_part=True, dates="lines", per="mixed", numbers=("{n:05d}",), payments=("Net 30", "Net 45", "1% 10 Net 30", "Net 60")), "word cell-labels release-rows plants", "PO {number}.docx"),
    Layout("planner_workbook", planner_workbook, western_spec("EUR", buyers="east", customer_part=True, numbering=(1, 1), dates="week", numbers=("7{n:06d}",)), "workbook week plants", "PO {number}.xlsx"),
)  # fmt: skip
