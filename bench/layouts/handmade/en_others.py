"""Further orders that firms abroad type: sub-bullets, boxes to tick, discounts, semicolons, blocks between rules."""

# ruff: noqa: E501 - a sentence of an order stays a line

from random import Random

from bench.layouts.handmade.book_parts import calculated, put
from bench.layouts.handmade.letters import letter, quoted
from bench.layouts.handmade.word_parts import across, ruled
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, text
from bench.layouts.notation import american_day, comma, german, long_day, plain, short_day, unseparated
from bench.layouts.office import saved, sheet, word, write_row
from bench.layouts.parties import SELLER_EN
from bench.layouts.values import Order


def nested_list(_random: Random, order: Order) -> Drawing:
    """A memo: bold labels in a table without rules, items as a numbered list with bullets below each."""
    file = word("Calibri", 11)
    file.add_paragraph("PURCHASE ORDER")
    facts = file.add_table(0, 2)
    for label, value in (
        ("From", order.customer),
        ("To", SELLER_EN),
        ("Order no.", order.number),
        ("Date", long_day(order.date)),
        ("Quotation", order.quotation),
        ("Delivery by", long_day(order.due)),
        ("Ship to", order.place),
        ("Payment", order.terms),
        ("Delivery terms", order.incoterms),
    ):
        across(facts, (1, label), (1, value))
    for each in order.lines:
        file.add_paragraph(f"{each.number}. {each.description}")
        for label, value in (
            ("Part no.", each.part),
            ("Quantity", f"{plain(each.quantity)} {each.unit}"),
            ("Unit price", f"EUR {comma(each.price)}"),
            ("Total", f"EUR {comma(each.amount)}"),
        ):
            file.add_paragraph(f"{label}: {value}", style="List Bullet 2")
    file.add_paragraph(f"Order total: EUR {comma(order.total)} (net, VAT to be added)")
    return saved(file)


def boxes_to_tick(_random: Random, order: Order) -> Drawing:
    """An order form with boxes: one way of payment and one of delivery is ticked, the others stay empty."""
    file = word("Arial", 10)
    file.add_paragraph(f"{order.customer}, {order.buyer.street_en}")
    file.add_paragraph("ORDER FORM")
    ruled(
        file,
        [
            ("Order number", order.number, "Order date", long_day(order.date)),
            ("Supplier", SELLER_EN, "Required date", long_day(order.due)),
        ],
    )
    grid = ruled(
        file,
        [
            ("Part number", "Description", "Qty", "Unit", "Price", "Total"),
            *(
                (
                    each.part,
                    each.description,
                    plain(each.quantity),
                    each.unit,
                    comma(each.price),
                    comma(each.amount),
                )
                for each in order.lines
            ),
        ],
    )
    across(grid, (5, "TOTAL USD"), (1, comma(order.total)))
    file.add_paragraph(f"Payment terms:  ☐ cash with order   ☒ {order.terms}   ☐ letter of credit")
    file.add_paragraph(f"Delivery terms:  ☒ {order.incoterms}   ☐ other")
    file.add_paragraph(f"Delivery address: {order.place}")
    file.add_paragraph("Signature: ______________   Date: ______________")
    return saved(file)


def discounted(_random: Random, order: Order) -> Drawing:
    """A sheet with list price, discount and net price by formulas; the total stands above the items as well."""
    book, page = sheet("Order")
    put(
        page,
        {
            "A1": "Purchase order",
            "A2": "Customer",
            "B2": order.customer,
            "A3": "Order no.",
            "B3": order.number,
            "E3": "Order total",
            "F3": order.total,
            "A4": "Date",
            "B4": order.date,
            "E4": "Currency",
            "F4": "EUR",
            "A5": "Supplier",
            "B5": SELLER_EN,
            "A6": "Delivery address",
            "B6": order.place,
        },
        {"B4": "dd/mmm/yyyy", "F3": "#,##0.00"},
    )
    write_row(
        page,
        8,
        ("No", "Code", "Description", "Qty", "Unit", "List price", "Disc. %", "Net price", "Net amount"),
    )
    formulas: dict[str, str] = {}
    for at, each in enumerate(order.lines, 9):
        write_row(
            page,
            at,
            (
                int(each.number or 0),
                each.part,
                each.description,
                each.quantity,
                each.unit,
                each.list_price,
                each.discount,
                each.price,
                each.amount,
            ),
        )
        formulas |= {f"H{at}": f"ROUND(F{at}*(1-G{at}/100),2)", f"I{at}": f"ROUND(D{at}*H{at},2)"}
    end = 9 + len(order.lines)
    put(
        page,
        {
            f"H{end}": "Total net",
            f"I{end}": order.total,
            f"A{end + 2}": f"Delivery: {short_day(order.due)}",
            f"A{end + 3}": f"Payment: {order.terms}",
            f"A{end + 4}": f"Terms: {order.incoterms}",
            f"A{end + 5}": "Prices net of VAT.",
        },
    )
    formulas |= {f"I{end}": f"SUM(I9:I{end - 1})", "F3": f"I{end}"}
    return calculated(book, formulas)


def semicolons(_random: Random, order: Order) -> Drawing:
    """A mail with the lines of a list of values: semicolons between them, German figures."""
    rows = "\n".join(
        ";".join(
            (
                str(each.number),
                str(each.part),
                each.description,
                plain(each.quantity).replace(".", ","),
                each.unit,
                german(each.price),
                german(each.amount),
            )
        )
        for each in order.lines
    )
    body = f"Hello,\n\nOur order {order.number} of {order.date:%d.%m.%Y}, your quotation {order.quotation}:\n\nPos;Part no.;Description;Qty;Unit;Price EUR;Total EUR\n{rows}\n\nTotal net {german(order.total)} EUR, excl. VAT\nDelivery date {order.due:%d.%m.%Y}\nDelivery to {order.place}\nPayment terms: {order.terms}\nDelivery terms: {order.incoterms}\n\nBest regards\nAnke Fiedler\n{order.customer}\n"
    return letter(order, f"Order {order.number}", plain=body)


def ruled_blocks(_random: Random, order: Order) -> Drawing:
    """A mail with a block of lines for each item between rules of dashes."""
    rule = "-" * 40
    items = f"\n{rule}\n".join(
        f"Item:        {each.number}\nYour P/N:    {each.part}\nDescription: {each.description}\nQty:         {plain(each.quantity)} {each.unit}\nUnit price:  ${comma(each.price)}\nExt. price:  ${comma(each.amount)}"
        for each in order.lines
    )
    body = f"PURCHASE ORDER\n\nPO number:   {order.number}\nPO date:     {american_day(order.date)}\n{rule}\n{items}\n{rule}\nPO total:    ${comma(order.total)} USD\n\nRequired by: {american_day(order.due)}\nShip to:     {order.place}\nTerms:       {order.terms}\n\n{order.customer}\n{order.buyer.street_en}\n"
    return letter(order, f"PO {order.number}", plain=body)


def multiplied(_random: Random, order: Order) -> Drawing:
    """A mail with a numbered list: name, code in brackets, an x before the count, price each, amount."""
    items = "\n".join(
        f"{each.number}. {each.description} (p/n {each.part}) x {plain(each.quantity)} {each.unit} - EUR {comma(each.price)}/{each.unit} - EUR {comma(each.amount)}"
        for each in order.lines
    )
    body = f"Ciao Xu,\n\nwe confirm the order, number {order.number}, date {long_day(order.date)}, against your offer no. {order.quotation}:\n\n{items}\n\nGrand total EUR {comma(order.total)}, VAT excluded.\n\nWe need the goods by {long_day(order.due)}.\nPlace of delivery: {order.place}\nPayment: {order.terms}\nIncoterms: {order.incoterms}\n\nSaluti\nGiulia\n{order.customer}\n"
    return letter(order, "order confirmation", plain=body)


def whole_quoted(_random: Random, order: Order) -> Drawing:
    """A colleague passes the order on: all of it stands behind marks, the mail's own text is one line."""
    items = "\n".join(
        f"{each.number}  {each.part}  {each.description}\n   {plain(each.quantity)} {each.unit} at GBP {comma(each.price)} = GBP {comma(each.amount)}"
        for each in order.lines
    )
    inner = f"Dear Sirs\n\nPlease supply against our order {order.number} dated {long_day(order.date)}:\n\n{items}\n\nTotal: GBP {comma(order.total)} excluding VAT\nDelivery date: {long_day(order.due)}\nDelivery address: {order.place}\nPayment terms: {order.terms}\nDelivery terms: {order.incoterms}\n\nRegards\n{order.customer}"
    body = f"Hello, this came to me instead of you - please process.\n\nOn {order.date:%d/%m/%Y} Sam Whitlow <sam@{order.buyer.domain}> wrote:\n{quoted(inner)}\n"
    return letter(order, "Fwd: order", plain=body)


def columns_of_divisions(_random: Random, order: Order) -> Drawing:
    """A mail in HTML whose table has the labels of the facts in its first rows and the items below, all in one."""
    facts = "".join(
        f"<tr><td colspan=2><b>{label}</b></td><td colspan=5>{text(value)}</td></tr>"
        for label, value in (
            ("Purchase order", order.number),
            ("Date", long_day(order.date)),
            ("Supplier", SELLER_EN),
            ("Your quotation", order.quotation),
            ("Deliver to", order.place),
            ("Payment terms", order.terms),
            ("Incoterms", order.incoterms),
        )
    )
    heads = (
        "<tr>"
        + "".join(
            f"<td><b>{each}</b></td>"
            for each in ("Item", "Part no.", "Description", "Qty", "Price GBP", "Total GBP", "Due")
        )
        + "</tr>"
    )
    rows = "".join(
        f"<tr><td>{each.number}</td><td>{each.part}</td><td>{text(each.description)}</td><td>{plain(each.quantity)} {each.unit}</td><td>{unseparated(each.price)}</td><td>{unseparated(each.amount)}</td><td>{short_day(each.due)}</td></tr>"
        for each in order.lines
    )
    foot = f"<tr><td colspan=5>Total without VAT</td><td>{unseparated(order.total)}</td><td></td></tr>"
    body = f"<p>Hello,</p><p>please find our order below.</p><table border=1>{facts}{heads}{rows}{foot}</table><p>Kind regards<br>{text(order.customer)}</p>"
    return letter(order, f"PO {order.number}", markup=document(body, ""))


ABROAD = "quotation place terms incoterms"

LAYOUTS = (
    Layout("nested_list", nested_list, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", stated=ABROAD), "word nested-list facts-in-table", "PO {number}.docx"),
    Layout("boxes_to_tick", boxes_to_tick, Spec(language="en", buyers="hand firms", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", numbering=None, stated="place terms incoterms"), "word tick-boxes", "Order form {number}.docx"),
    Layout("discounted", discounted, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", discount=True, stated="place terms incoterms", arithmetic=False), "xlsx discount formulas total-above", "Order {number}.xlsx"),
    Layout("semicolons", semicolons, Spec(language="en", buyers="hand werke", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", stated=ABROAD), "mail semicolons german-figures", "order.eml", "body"),
    Layout("ruled_blocks", ruled_blocks, Spec(language="en", buyers="hand shops", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", stated="place terms"), "mail labelled-blocks rules", "PO.eml", "body"),
    Layout("multiplied", multiplied, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", stated=ABROAD), "mail loose-lines multiplied", "order confirmation.eml", "body"),
    Layout("whole_quoted", whole_quoted, Spec(language="en", buyers="hand firms", currency="GBP", basis="net", rate=None, describe="{en} {size}", units="en", stated="place terms incoterms"), "mail wholly-quoted two-line-items", "Fwd order.eml", "body"),
    Layout("columns_of_divisions", columns_of_divisions, Spec(language="en", buyers="hand firms", currency="GBP", basis="net", rate=None, describe="{en} {size}", units="en", dates="lines", stated=ABROAD), "mail one-table", "PO in mail.eml", "body"),
)  # fmt: skip
