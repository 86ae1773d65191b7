"""Mails that buyers abroad type: loose lines, sentences, pasted sheets, replies above an offer, chains."""

# ruff: noqa: E501 - a line of a mail stays a line

from decimal import Decimal
from random import Random

from bench.layouts.handmade.letters import SALES, WORD, letter, quoted
from bench.layouts.handmade.word_parts import across, ruled
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.markup import document, row, text
from bench.layouts.notation import comma, german, long_day, plain, short_day, unseparated, week
from bench.layouts.office import saved, word
from bench.layouts.parties import SELLER_EN
from bench.layouts.values import Order, cents


def dashed(amount: Decimal) -> str:
    """Return 120 as 120,- and 120.5 as 120,50."""
    return german(amount, 0) + ",-" if amount == int(amount) else german(amount)


def loose_positions(_random: Random, order: Order) -> Drawing:
    """A line for each position: 5 pcs of what, at how much, makes how much, in German figures."""
    items = "\n".join(
        f"Pos {each.number}: {plain(each.quantity).replace('.', ',')} {each.unit} {each.description} ({each.part}) @ EUR {dashed(each.price)} = EUR {dashed(each.amount)}"
        for each in order.lines
    )
    body = (
        f"Hello Mr. Xu,\n\nplease find our order below.\n\nOrder no. {order.number} dated {order.date:%d.%m.%Y}\nYour offer {order.quotation}\n\n{items}\n\nTotal net: EUR {dashed(order.total)} (plus VAT)\n\n"
        f"Delivery: as soon as possible, latest CW {week(order.due)}\nDelivery address: {order.place}\nPayment: {order.terms}\nIncoterms: {order.incoterms}\n\n"
        f"Please send the order confirmation.\n\nMit freundlichen Grüßen / Best regards\n\ni. A. Anke Fiedler\nEinkauf / Purchasing\n\n{order.customer}\n{order.buyer.street_en}\nTel. +49 7999 5550-21\nwww.{order.buyer.domain}\nGeschäftsführer: Udo Hübner, HRB 99871\n"
    )
    return letter(order, f"Order {order.number}", plain=body)


def sentences(_random: Random, order: Order) -> Drawing:
    """Nothing but sentences, one for each item."""
    items = " ".join(
        f"We need {plain(each.quantity)} {each.unit} of {each.description}, your code {each.part}, at USD {comma(each.price)} each, USD {comma(each.amount)} in total."
        for each in order.lines
    )
    body = (
        f"Dear Ms Xu,\n\nThank you for your offer {order.quotation}. Please accept this e-mail as our purchase order {order.number} of {long_day(order.date)}.\n\n{items}\n\n"
        f"The order comes to USD {comma(order.total)} altogether. Kindly deliver {order.incoterms} within {order.wait.en}. The goods go to {order.place}. Payment terms are {order.terms}.\n\nMany thanks,\n\nJo Tan\n{order.customer}\n{order.buyer.street_en}\n+65 5550 1188\n"
    )
    return letter(order, f"PO {order.number}", plain=body)


def reply_above(_random: Random, order: Order) -> Drawing:
    """A reply in text: the order at the agreed prices above, the seller's offer at list prices below, behind marks."""
    items = "\n".join(
        f"{each.number}) {plain(each.quantity)} {each.unit} - {each.part} - {each.description} - GBP {comma(each.price)} each - GBP {comma(each.amount)}"
        for each in order.lines
    )
    offer = "\n".join(
        f"{each.part}  {each.description}  1 {each.unit}  GBP {comma(cents(each.price * 11 / 10))}"
        for each in order.lines
    )
    old = f"Dear Sam,\n\nour quotation {order.quotation}:\n\n{offer}\n\nPrices per piece, ex VAT. Lead time 20 weeks. Payment in advance.\n\nRegards\nXu, {SELLER_EN}"
    body = (
        f"Hi Xu,\n\nAs agreed on the phone with 10% off your list. Please go ahead with:\n\nOur PO number: {order.number}\nPO date: {long_day(order.date)}\n\n{items}\n\nTotal GBP {comma(order.total)} ex VAT\n\n"
        f"Needed by {long_day(order.due)}, {order.incoterms}.\nDeliver to {order.place}\nPayment terms {order.terms}\n\nCheers\nSam\n\n{order.customer}\n\n"
        f"On {order.date:%a, %d %b %Y} at 07:55, Xu <sales3@beilan-seals.example> wrote:\n\n{quoted(old)}\n"
    )
    return letter(order, f"RE: Quotation {order.quotation}", plain=body)


def forwarded(_random: Random, order: Order) -> Drawing:
    """Forwarded twice in the seller's house, with remarks on top; the innermost mail is the order."""
    items = "\n".join(
        f"Item {each.number}: {each.description}\n  Part no.: {each.part}\n  Quantity: {plain(each.quantity)} {each.unit}\n  Unit price: USD {comma(each.price)}\n  Amount: USD {comma(each.amount)}"
        for each in order.lines
    )
    inner = f"Dear Sirs,\n\nPlease supply the following:\n\nOrder No.: {order.number}\nOrder date: {short_day(order.date)}\nQuotation: {order.quotation}\n\n{items}\n\nTotal: USD {comma(order.total)}\n\nDelivery: {short_day(order.due)}\nDelivery terms: {order.incoterms}\nShip to: {order.place}\nPayment: {order.terms}\n\nRegards,\nJo Tan\n{order.customer}\n"
    middle = f"Please enter, the customer is in a hurry.\n\nXu\n\n---------- Forwarded message ---------\nFrom: Jo Tan <jo@{order.buyer.domain}>\nDate: {order.date:%a, %d %b %Y} at 07:10\nSubject: Order\nTo: <sales3@beilan-seals.example>\n\n{inner}"
    body = f"For order entry, thanks.\n\n-----Original Message-----\nFrom: Beilan Sales <sales3@beilan-seals.example>\nSent: {order.date:%A, %d %B %Y} 09:05\nTo: orders@beilan-seals.example\nSubject: FW: Order\n\n{middle}"
    return letter(order, "FW: FW: Order", plain=body, sender=SALES)


def subject_only(_random: Random, order: Order) -> Drawing:
    """The number stands in the subject alone; the day is the mail's."""
    items = "\n".join(
        f"{plain(each.quantity)} {each.unit} x {each.part} {each.description}, ${comma(each.price)}/{each.unit}, ${comma(each.amount)}"
        for each in order.lines
    )
    body = f"Please enter the following order and confirm ship date.\n\n{items}\n\nOrder total ${comma(order.total)} USD\n\nNeed on our dock by {order.due:%m/%d/%Y} ({long_day(order.due)})\nShip to: {order.place}\nTerms: {order.terms}\n\nThanks!\n\nDale Huber\n{order.customer}\n{order.buyer.street_en}\n(402) 555-0117\n"
    return letter(order, f"Purchase Order {order.number}", plain=body)


def pasted_markup(_random: Random, order: Order) -> Drawing:
    """A table from an online sheet pasted into a web mailer, in a chain of divisions; an own signature as a table below."""
    cell = 'style="overflow:hidden;padding:2px 3px;vertical-align:bottom;border:1px solid #ccc"'
    rows = row(
        ("Item", "Part number", "Description", "Qty", "UOM", "Price EUR", "Total EUR", "Due")
    ) + "".join(
        row(
            (
                each.number,
                each.part,
                each.description,
                plain(each.quantity),
                each.unit,
                comma(each.price),
                comma(each.amount),
                short_day(each.due),
            )
        )
        for each in order.lines
    )
    rows += row(("", "", "", "", "", "Total excl. VAT", comma(order.total), ""))
    grid = f'<table dir="ltr" style="table-layout:fixed;border-collapse:collapse"><tbody>{rows.replace("<td>", f"<td {cell}>")}</tbody></table>'
    body = (
        f'<div dir="ltr"><div>Hi Xu,</div><div><br></div><div>Order <b>{order.number}</b>, {short_day(order.date)}, on your quote {order.quotation}:</div><div><br></div><div>{grid}</div><div><br></div>'
        f"<div>Payment: {text(order.terms)}</div><div>Shipping: {text(order.incoterms)}</div><div>Delivery address: {text(order.place)}</div><div><br></div>"
        f'<div class="gmail_signature"><table><tr><td><b>Pieter Jansen</b><br>{text(order.customer)}<br>{text(order.buyer.street_en)}<br>+31 70 5550 144</td></tr></table></div></div>'
    )
    return letter(order, f"New order {order.number}", markup=document(body, ""))


def both_bodies(_random: Random, order: Order) -> Drawing:
    """HTML with a table, and beside it the text that a mail program made of it: a cell on every line."""
    heads = ("Line", "Code", "Description", "Quantity", "Unit price", "Amount")
    rows = [
        (
            each.number,
            each.part,
            each.description,
            f"{plain(each.quantity)} {each.unit}",
            f"USD {comma(each.price)}",
            f"USD {comma(each.amount)}",
        )
        for each in order.lines
    ]
    facts = (
        f"Order number: {order.number}",
        f"Order date: {long_day(order.date)}",
        f"Delivery date: {long_day(order.due)}",
        f"Deliver to: {order.place}",
        f"Payment terms: {order.terms}",
        f"Delivery terms: {order.incoterms}",
    )
    end = (f"Total order value: USD {comma(order.total)}", "Kind regards", "Giulia Isarco", order.customer)
    plain_text = "\n\n".join(
        (
            "Dear Mr. Xu,",
            "we order as follows.",
            *facts,
            *heads,
            *(str(one) for each in rows for one in each),
            *end,
        )
    )
    table = f"<table border=1 cellspacing=0>{row(heads)}{''.join(map(row, rows))}</table>"
    body = (
        "<p>Dear Mr. Xu,</p><p>we order as follows.</p>"
        + "".join(f"<p>{text(each)}</p>" for each in facts)
        + table
        + "".join(f"<p>{text(each)}</p>" for each in end)
    )
    return letter(order, f"Order {order.number}", plain=plain_text, markup=document(body, ""))


def pasted_text(_random: Random, order: Order) -> Drawing:
    """A sheet pasted as text with tabs, columns empty in all rows, and the sum two columns from its label."""
    rows = "\n".join(
        "\t".join(
            (
                str(each.number),
                each.part or "",
                "",
                each.description,
                plain(each.quantity),
                each.unit,
                unseparated(each.price),
                unseparated(each.amount),
            )
        )
        for each in order.lines
    )
    body = (
        f"Good morning,\n\nour order {order.number} from {long_day(order.date)}:\n\nPos\tPart\tRev\tDescription\tQty\tUnit\tNet price GBP\tNet value GBP\n{rows}\n\t\t\t\t\tTotal\t\t{unseparated(order.total)}\n\n"
        f"Delivery {long_day(order.due)}\nDelivery address {order.place}\nPayment {order.terms}\n{order.incoterms}\n\nVAT extra where applicable.\n\nBest regards\nSam Whitlow\n{order.customer}\n"
    )
    return letter(order, f"{order.number}", plain=body)


def attached_word(_random: Random, order: Order) -> Drawing:
    """A sentence, and the order in an attached Word file."""
    file = word("Arial", 10)
    file.add_paragraph(f"{order.customer}\n{order.buyer.street_en}")
    file.add_paragraph(f"Purchase Order {order.number}\nDate: {long_day(order.date)}")
    file.add_paragraph(f"Supplier: {SELLER_EN}")
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
    grid = ruled(file, [("Line", "Your item", "Description", "Qty", "UoM", "Price EUR", "Total EUR"), *rows])
    across(grid, (6, "Order total (VAT excluded)"), (1, comma(order.total)))
    for words in (
        f"Lead time: {order.wait.en} from order",
        f"Deliver to: {order.place}",
        f"Terms of payment: {order.terms}",
        f"Delivery: {order.incoterms}",
    ):
        file.add_paragraph(words)
    body = f"Dear Xu,\n\nPO attached. Please note the last one (PO delivered in March) is still missing its certificates.\n\nThanks\nPieter\n{order.customer}\n"
    return letter(order, "Our purchase order", plain=body, attached=(("order.docx", saved(file), WORD),))


ABROAD = "quotation place terms incoterms"

LAYOUTS = (
    Layout("loose_positions", loose_positions, Spec(language="en", buyers="hand werke", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", dates="week", stated=ABROAD), "mail loose-lines german-figures week", "order.eml", "body"),
    Layout("sentences", sentences, Spec(language="en", buyers="hand firms", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", numbering=None, dates="lead", stated=ABROAD, lines=(2, 4)), "mail sentences", "PO.eml", "body"),
    Layout("reply_above", reply_above, Spec(language="en", buyers="hand firms", currency="GBP", basis="net", rate=None, describe="{en} {size}", units="en", stated=ABROAD), "mail reply-above other-prices", "RE Quotation.eml", "body"),
    Layout("forwarded", forwarded, Spec(language="en", buyers="hand firms", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", stated=ABROAD), "mail chain innermost labelled-items", "FW Order.eml", "body"),
    Layout("subject_only", subject_only, Spec(language="en", buyers="hand shops", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", numbering=None, stated="place terms", vague="document_date"), "mail subject-number", "Purchase Order.eml", "body"),
    Layout("pasted_markup", pasted_markup, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", dates="lines", stated=ABROAD), "mail pasted-cells", "New order.eml", "body"),
    Layout("both_bodies", both_bodies, Spec(language="en", buyers="hand firms", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", stated="place terms incoterms"), "mail two-bodies", "Order.eml", "body"),
    Layout("pasted_text", pasted_text, Spec(language="en", buyers="hand firms", currency="GBP", basis="net", rate=None, describe="{en} {size}", units="en", stated="place terms incoterms"), "mail tabs empty-columns", "our order.eml", "body"),
    Layout("attached_word", attached_word, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", dates="lead", stated="place terms incoterms"), "mail attached-word", "Our purchase order.eml", "order.docx"),
)  # fmt: skip
