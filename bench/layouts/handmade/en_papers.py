"""Orders typed in Word by firms abroad and by trading firms in two languages."""

# ruff: noqa: E501 - a sentence of an order stays a line

from random import Random

from bench.layouts.handmade.word_parts import across, at_right, boxed, control, ruled
from bench.layouts.layout import Drawing, Layout, Spec
from bench.layouts.notation import american_day, comma, german, long_day, plain, week
from bench.layouts.office import saved, word
from bench.layouts.parties import SELLER_EN, SELLER_STREET_EN
from bench.layouts.values import Order


def letterhead(_random: Random, order: Order) -> Drawing:
    """A letterhead in the page's header, facts by tabs, an unruled table with the code below the description."""
    file = word("Calibri", 11)
    top = file.sections[0].header.paragraphs[0]
    top.text = f"{order.customer}\n{order.buyer.street_en}"
    file.sections[0].footer.paragraphs[
        0
    ].text = f"{order.customer} · Registered in England No. 0499871 · VAT GB 499 8712 33"
    file.add_paragraph("PURCHASE ORDER")
    file.add_paragraph(f"Order No:\t{order.number}\t\tDate:\t{long_day(order.date)}")
    file.add_paragraph(f"Your ref:\tQuotation {order.quotation}\t\tOur contact:\tSam Whitlow")
    file.add_paragraph(f"To:\t{SELLER_EN}\n\t{SELLER_STREET_EN}")
    grid = file.add_table(0, 5)
    across(grid, *((1, each) for each in ("Item", "Description", "Qty", "Unit price", "Total")))
    for each in order.lines:
        across(
            grid,
            (1, each.number),
            (1, f"{each.description}\nYour part no. {each.part}"),
            (1, f"{plain(each.quantity)} {each.unit}"),
            (1, f"£{comma(each.price)}"),
            (1, f"£{comma(each.amount)}"),
        )
    across(grid, (3, None), (1, "Total (excl. VAT)"), (1, f"£{comma(order.total)}"))
    for words in (
        f"Delivery required by {long_day(order.due)} to: {order.place}",
        f"Terms of payment: {order.terms}",
        f"Delivery terms: {order.incoterms}",
        "Please acknowledge receipt of this order within 2 working days.",
        "For and on behalf of the company",
        "Sam Whitlow, Workshop Manager",
    ):
        file.add_paragraph(words)
    return saved(file)


def office_template(_random: Random, order: Order) -> Drawing:
    """The template of Microsoft's office programs: two addresses side by side, a strip of five facts, empty rows, sums at the right."""
    file = word("Tahoma", 9)
    file.add_paragraph(order.customer)
    file.add_paragraph(order.buyer.street_en)
    at_right(file, "PURCHASE ORDER")
    at_right(file, f"P.O. NUMBER: {order.number}")
    at_right(file, f"DATE: {american_day(order.date).upper()}")
    file.add_paragraph(
        "[The P.O. number must appear on all related correspondence, shipping papers, and invoices]"
    )
    street, city = SELLER_STREET_EN.split(", ", 1)
    ship = "\n".join(order.place.split(", ", 1) if order.place else ())
    both = file.add_table(0, 2)
    across(both, (1, f"TO:\n{SELLER_EN}\n{street}\n{city}"), (1, f"SHIP TO:\n{order.customer}\n{ship}"))
    file.add_paragraph("")
    ruled(
        file,
        [
            ("REQUISITIONER", "REQUIRED BY", "SHIPPED VIA", "F.O.B. POINT", "TERMS"),
            ("R. Okafor", f"{order.due:%m/%d/%Y}", "Ocean", "", order.terms),
        ],
    )
    file.add_paragraph("")
    grid = ruled(file, [("QTY", "UNIT", "PART NO.", "DESCRIPTION", "UNIT PRICE", "TOTAL")])
    for each in order.lines:
        across(
            grid,
            *(
                (1, one)
                for one in (
                    plain(each.quantity),
                    each.unit,
                    each.part,
                    each.description,
                    f"${comma(each.price)}",
                    f"${comma(each.amount)}",
                )
            ),
        )
    for _ in range(3):
        across(grid, *((1, None),) * 6)
    for label, value in (
        ("SUBTOTAL", f"${comma(order.net)}"),
        ("SALES TAX", ""),
        ("SHIPPING & HANDLING", ""),
        ("TOTAL (USD)", f"${comma(order.total)}"),
    ):
        across(grid, (5, label), (1, value))
    for words in (
        "Please send two copies of your invoice.",
        "Enter this order in accordance with the prices, terms, delivery method, and specifications listed above.",
        "Please notify us immediately if you are unable to ship as specified.",
    ):
        file.add_paragraph(words, style="List Number")
    file.add_paragraph("Authorized by\t\t\tDate")
    return saved(file)


def letter_with_bullets(_random: Random, order: Order) -> Drawing:
    """A letter: the items as bullets, prices and delivery in sentences."""
    file = word("Times New Roman", 11)
    for words in (
        order.customer,
        order.buyer.street_en,
        "",
        SELLER_EN,
        SELLER_STREET_EN,
        "",
        long_day(order.date),
        "",
        f"Our order {order.number}",
        "",
        "Dear Mr Xu,",
        f"Further to your quotation {order.quotation} we are pleased to place our order for the following:",
    ):
        file.add_paragraph(words)
    for each in order.lines:
        file.add_paragraph(
            f"{plain(each.quantity)} {each.unit} {each.description}, your part number {each.part}, at EUR {comma(each.price)} each, total EUR {comma(each.amount)}",
            style="List Bullet",
        )
    for words in (
        f"The total value of this order is EUR {comma(order.total)}, excluding VAT.",
        f"We require delivery within {order.wait.en} from the date of this order, {order.incoterms}. Please ship to {order.place}.",
        f"Payment will be made as agreed: {order.terms}.",
        "Kindly send us your order confirmation by return.",
        "Yours sincerely,",
        "",
        "Eva Lindqvist",
    ):
        file.add_paragraph(words)
    return saved(file)


def typed_german(_random: Random, order: Order) -> Drawing:
    """German figures and days in an order in English, its facts in content controls, a calendar week for delivery."""
    file = word("Arial", 10)
    boxed(file.add_paragraph(), ("Order", f"No. {order.number}", f"Date {order.date:%d.%m.%Y}"))
    file.add_paragraph(f"{order.customer} – {order.buyer.street_en}")
    file.add_paragraph(f"{SELLER_EN}\n{SELLER_STREET_EN}")
    for label, value in (
        ("Your offer: ", order.quotation),
        ("Delivery week: ", f"CW {week(order.due)}"),
        ("Terms of delivery: ", order.incoterms),
        ("Terms of payment: ", order.terms),
    ):
        control(file.add_paragraph(label), label, value or "")
    heads = ("Pos.", "Article no.", "Designation", "Quantity", "Price/unit EUR", "Total EUR")
    rows = [
        (
            each.number,
            each.part,
            each.description,
            f"{plain(each.quantity).replace('.', ',')} {each.unit}",
            german(each.price),
            german(each.amount),
        )
        for each in order.lines
    ]
    grid = ruled(file, [heads, *rows])
    across(grid, (5, "Total net, without VAT"), (1, german(order.total)))
    file.add_paragraph(f"Delivery address: {order.place}")
    file.add_paragraph("Please confirm price and date. With kind regards, i. A. Fiedler")
    return saved(file)


LAYOUTS = (
    Layout("letterhead", letterhead, Spec(language="en", buyers="hand firms", currency="GBP", basis="net", rate=None, describe="{en} {size}", units="en", stated="quotation place terms incoterms"), "word page-header tabs unruled two-line", "PO {number}.docx"),
    Layout("office_template", office_template, Spec(language="en", buyers="hand shops", currency="USD", basis="none", rate=None, describe="{en} {size}", units="en", numbering=None, stated="place terms"), "word template strip empty-rows", "Purchase Order {number}.docx"),
    Layout("letter_with_bullets", letter_with_bullets, Spec(language="en", buyers="hand firms", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", numbering=None, dates="lead", stated="quotation place terms incoterms", lines=(2, 4)), "word sentences bullets", "Order {number}.docx"),
    Layout("typed_german", typed_german, Spec(language="en", buyers="hand werke", currency="EUR", basis="net", rate=None, describe="{en} {size}", units="en", dates="week", stated="quotation place terms incoterms"), "word text-box content-controls german-figures week", "Order_{number}.docx"),
)  # fmt: skip
