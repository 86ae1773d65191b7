"""Orders as SAP prints them: SAPscript (MEDRUCK) in English and German, Smart Forms, Adobe forms, and India's.

Wordings after the standard form MEDRUCK, the S/4HANA form MM_PUR_PURCHASE_ORDER and texts of orders that
users of such forms quote.
"""

# ruff: noqa: E501 - a piece of markup stays a line

from decimal import Decimal
from random import Random
from typing import Any

from bench.layouts.forms.addresses import address, broken, buyer, goods_in, seller, threefold
from bench.layouts.forms.typed import beside, cut, typed
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, table, text
from bench.layouts.notation import comma, german, plain
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order

ENGLISH_TERMS = (
    "Within 30 days Due net",
    "Within 14 days 2.000 % cash discount, within 45 days Due net",
    "Payable immediately Due net",
    "Within 60 days without deduction",
    "Within 90 days Due net",
)
GERMAN_TERMS = (
    "innerhalb 30 Tagen ohne Abzug",
    "innerhalb 14 Tagen 3,000 % Skonto, innerhalb 30 Tagen ohne Abzug",
    "sofort zahlbar ohne Abzug",
    "innerhalb 60 Tagen ohne Abzug",
    "45 Tage netto",
)
GERMAN: dict[str, Any] = {
    "describe": "{de} {size}",
    "units": "de",
    "payments": GERMAN_TERMS,
    "numbers": ("45000{n:05d}", "55100{n:05d}"),
}
SAP: dict[str, Any] = {"payments": ENGLISH_TERMS, "numbers": ("45000{n:05d}", "41000{n:05d}", "48001{n:05d}")}


def medruck_english(random: Random, order: Order) -> Drawing:
    """The standard form in typewriter letters, three lines and a schedule line under every item."""
    head = [
        *beside([order.customer, order.buyer.street_en], ["Purchase order"], 50),
        "",
        *beside(
            [*seller(), "", ""],
            [
                "PO number/date",
                f"{order.number} / {order.date:%d.%m.%Y}",
                "Contact person/Telephone",
                f"Purchasing {random.randrange(10, 60)}/+00-555-{random.randrange(1000, 9999)}",
                "Our fax number",
                f"+00-555-{random.randrange(1000, 9999)}",
            ],
            50,
        ),
        f"Your vendor number with us: {random.randrange(100000, 999999)}",
        "",
        *beside(
            [
                f"Please deliver to:         {goods_in(order)[0]}",
                *(" " * 27 + each for each in address(order.place)),
            ],
            [],
            0,
        ),
        "",
        f"Your quotation:            {order.quotation}",
        f"Terms of delivery:         {order.incoterms}",
        f"Terms of payt.:            {order.terms}",
        f"Currency                   {order.currency}",
        "_" * 92,
        f"{'Item':<7}{'Material':<22}Description",
        f"{'':<7}{'Order qty.':>12} {'Unit':<10}{'Price per unit':>28}{'Net value':>30}",
        "_" * 92,
        "",
    ]
    items: list[str] = []
    for each in order.lines:
        price = f"{comma(each.price)} /{each.per:>6} {each.unit}"
        items += [
            f"{each.number:<7}{each.customer_part or '':<22}{each.description}",
            f"{'':<7}{plain(each.quantity):>12} {each.unit:<10}{price:>28}{comma(each.amount):>30}",
            f"       Your material number  {each.part}",
            f"       Delivery date:  Day {each.due:%d.%m.%Y}",
            "",
        ]
    foot = [
        "_" * 92,
        f"Total net value excl. tax {order.currency}{comma(order.total):>63}",
        "",
        "       Please quote our order number in all correspondence.",
    ]
    first, *rest = cut([*items, *foot], first=42, further=62)
    pages = [[*head, *first]]
    for at, lines in enumerate(rest, 2):
        carried = [
            *beside(
                [order.customer],
                ["PO number/date", f"{order.number} / {order.date:%d.%m.%Y}", f"Page {at}"],
                50,
            )
        ]
        pages.append([*carried, "_" * 92, *head[-4:-1], "", *lines])
    return typed(order.number, pages)


def medruck_german(random: Random, order: Order) -> Drawing:
    """The standard form in German with gross price, discount and net price under every item."""
    head = [
        *beside([order.customer, *address(order.buyer.street_en)], ["Bestellung"], 52),
        "",
        *beside(
            ["Firma", *seller()],
            [
                "Bestellnummer/Datum",
                f"{order.number} / {order.date:%d.%m.%Y}",
                "AnsprechpartnerIn/Telefon",
                f"EK {random.randrange(1, 9)}/{random.randrange(1000, 9999)}",
                "Ihre Lieferantennummer bei uns",
                f"{random.randrange(100000, 999999)}",
            ],
            52,
        ),
        "",
        f"Ihr Angebot:        {order.quotation} vom {order.date.replace(day=1):%d.%m.%Y}",
        "",
        *beside(["Bitte liefern Sie an:", *goods_in(order)], [], 0),
        "",
        f"Lieferbed.:         {order.incoterms}",
        f"Zahlungsbed.:       {order.terms}",
        f"Währung             {order.currency}",
        "",
        "_" * 92,
        f"{'Pos.':<7}{'Material':<22}Bezeichnung",
        f"{'':<7}{'Bestellmenge':>12} {'Einheit':<10}{'Preis pro Einheit':>28}{'Nettowert':>30}",
        "_" * 92,
        "",
    ]
    items: list[str] = []
    for each in order.lines:
        quantity = german(each.quantity, 3)
        whole = (each.list_price or each.price) * each.quantity / (each.per or 1)
        items += [
            f"{each.number:<7}{each.customer_part or '':<22}{each.description}",
            f"{'':<7}{quantity:>12} {each.unit:<10}{german(each.price) + ' / ' + str(each.per) + ' ' + each.unit:>28}{german(each.amount):>30}",
            f"       Ihre Materialnummer    {each.part}",
            f"       Lieferdatum:  Tag {each.due:%d.%m.%Y}",
            f"       Bruttopreis{german(each.list_price or each.price):>25} EUR {each.per:>5} {each.unit:<6}{german(whole):>26}",
            f"       Rabatt %   {german(-(each.discount or Decimal(0)), 3):>25} %",
            "",
        ]
    foot = [
        "_" * 92,
        f"Gesamtnettowert ohne Mwst  EUR{german(order.total):>62}",
        "",
        "Die Bestellnummer ist auf allen Papieren anzugeben.",
    ]
    first, *rest = cut([*items, *foot], first=40, further=60)
    pages = [[*head, *first]]
    for at, lines in enumerate(rest, 2):
        pages.append(
            [
                *beside(
                    [order.customer],
                    [f"Bestellnummer/Datum  {order.number} / {order.date:%d.%m.%Y}", f"Seite {at}"],
                    40,
                ),
                *head[-5:],
                *lines,
            ]
        )
    return typed(order.number, pages)


def smart_form(random: Random, order: Order) -> Drawing:
    """A Smart Form with boxes, ruled items, and a delivery schedule in small letters under every item."""

    def item(each: Line) -> str:
        half = each.quantity // 2
        lots = (
            [half, each.quantity - half]
            if each.quantity >= 6 and each.quantity == int(each.quantity)
            else [each.quantity]
        )
        schedule = "".join(
            f"<tr><td></td><td colspan=5 class=s>Schedule line {at:04d} &nbsp; Delivery date {each.due:%d.%m.%Y} &nbsp; Scheduled qty {threefold(lot)} {each.unit}</td></tr>"
            for at, lot in enumerate(lots, 1)
        )
        return (
            f"<tr><td>{each.number}</td><td>{each.customer_part}</td><td>{text(each.description)}</td>{right(f'{threefold(each.quantity)} {each.unit}')}{right(f'{comma(each.price)} / {each.per} {each.unit}')}{right(comma(each.amount))}</tr>"
            f"<tr><td></td><td colspan=5 class=s>Supplier part number: {each.part}</td></tr>{schedule}"
        )

    facts = [
        ("Purchase order number", order.number), ("Document date", f"{order.date:%d.%m.%Y}"), ("Vendor number", str(random.randrange(100000, 999999))),
        ("Purchasing group", "P21 / M. Ferro"), ("Quotation no.", order.quotation), ("Terms of payment", order.terms), ("Incoterms", order.incoterms), ("Currency", order.currency),
    ]  # fmt: skip
    right_box = "".join(f"<tr><td>{label}</td><td>: {text(value)}</td></tr>" for label, value in facts)
    body = (
        f"<table class=w><tr><td><b>{text(order.customer)}</b><br>{text(order.buyer.street_en)}</td><td class=t>PURCHASE ORDER</td></tr></table>"
        f"<table class='w b'><tr><td><u>Vendor address</u><br>{broken(seller())}<br><br><u>Delivery address</u><br>{broken(goods_in(order))}<br><br><u>Invoice address</u><br>{broken(buyer(order))}</td><td><table>{right_box}</table></td></tr></table>"
        "<table class=items><thead><tr><th>Item</th><th>Material</th><th>Description</th><th>Quantity UM</th><th>Net price / per</th><th>Net amount</th></tr></thead>"
        f"<tbody>{''.join(map(item, order.lines))}</tbody></table>"
        f"<table class=w><tr><td></td><td class=r>Total net value</td><td class=r>{comma(order.total)} {order.currency}</td></tr></table>"
        "<p class=s>Partial deliveries must be agreed with the purchasing group in advance. Goods receipt Mon-Thu 7-15 h.</p>"
        "<p class=s>___________________<br>Authorised signature</p>"
    )
    return page(
        body,
        RIGHT
        + ".w{width:100%}.t{font-size:15pt;text-align:right}.b>tbody>tr>td{border:1px solid #000;vertical-align:top;padding:2mm;width:50%}.items{width:100%;margin-top:4mm}.items th{border-top:1px solid #000;border-bottom:1px solid #000;text-align:left;font-weight:normal}.items td{padding:1mm;font-size:8.5pt}.s{font-size:7.5pt!important}",
        font="'DejaVu Sans', sans-serif",
    )


def fiori_form(random: Random, order: Order) -> Drawing:
    """The PDF of S/4HANA: large title with the number, an information block at the right, grey items."""

    def row(each: Line) -> tuple[str, ...]:
        return (
            f"<td>{each.number}</td>",
            f"<td><b>{text(each.description)}</b><br>Material: {each.customer_part}<br>Supplier material: {each.part}<br>Delivery date: {each.due:%m/%d/%Y}</td>",
            right(
                f"{comma(each.quantity, 0) if each.quantity == int(each.quantity) else plain(each.quantity)} {each.unit}"
            ),
            right(f"{comma(each.price)} {order.currency} / {each.per} {each.unit}"),
            right(f"{comma(each.amount)} {order.currency}"),
        )

    info = [
        ("Purchase Order", order.number), ("Date", f"{order.date:%m/%d/%Y}"), ("Supplier", str(random.randrange(10000000, 99999999))),
        ("Our Contact", "K. Ostrander"), ("Your Reference", order.quotation), ("Payment Terms", order.terms), ("Incoterms", order.incoterms),
    ]  # fmt: skip
    lines = "".join(f"<tr><td class=k>{label}</td><td>{text(value)}</td></tr>" for label, value in info)
    body = (
        f"<div class=g><div><p class=k>{text(order.customer)} · {text(order.buyer.street_en)}</p><p>{broken(seller())}</p></div><table>{lines}</table></div>"
        f"<h1>Purchase Order {order.number}</h1>"
        f"<div class=g><div><p class=k>Ship-to address</p><p>{broken(goods_in(order))}</p></div><div><p class=k>Bill-to address</p><p>{broken(buyer(order))}</p></div></div>"
        + table(("Item", "Product", "Quantity", "Net Price", "Net Amount"), map(row, order.lines))
        + f"<table class=sum><tr><td>Total Net Amount</td><td class=r>{comma(order.total)} {order.currency}</td></tr></table>"
        "<p class=k>Purchase order texts: Deliveries without delivery note and purchase order number are refused. Certificate 3.1 with the goods.</p>"
        "<p class=f>Page 1 of 1</p>"
    )
    return page(
        body,
        RIGHT
        + ".k{color:#6a6d70;font-size:8pt}.g{display:grid;grid-template-columns:1.2fr 1fr;column-gap:10mm}h1{font-weight:normal;font-size:16pt}.items{width:100%}.items th{background:#ededed;text-align:left;font-weight:normal;padding:2mm}.items td{padding:2mm;vertical-align:top;border-bottom:1px solid #d9d9d9;font-size:8.5pt}.sum{margin-left:auto;margin-top:3mm}.sum td{font-weight:bold;padding:1mm 2mm}.f{text-align:center;font-size:7pt}",
        size="Letter",
        font="'DejaVu Sans', sans-serif",
    )


def indian_form(random: Random, order: Order) -> Drawing:
    """The form of a large Indian plant: blocks of labels with :- , item charges with GST, no table at all."""
    items = ""
    for each in order.lines:
        gst = each.amount * (order.rate or 0) / 100
        items += (
            f"<hr><table class=w><tr><td>Item No. :- {each.number}</td><td>Total Qty :- {threefold(each.quantity)} {each.unit}</td><td>Net Price :- {comma(each.price)} INR Per {each.per} {each.unit}</td></tr>"
            f"<tr><td>Material No :- {each.customer_part}</td><td colspan=2>Material Desc :- {text(each.description)}</td></tr>"
            f"<tr><td>Vendor Material No :- {each.part}</td><td colspan=2>Material Group :- {random.randrange(200, 400)} MECH SEALS &amp; SPARES</td></tr>"
            f"<tr><td colspan=3>Delivery date: Day {each.due:%d.%m.%Y} &nbsp; Unloading Point: Stores {random.randrange(2, 9)}</td></tr>"
            f"<tr><td colspan=3>Item Value &nbsp; {comma(each.amount)} INR</td></tr><tr><td colspan=3>IN: Integrated GST &nbsp; {order.rate}.00 % &nbsp; {comma(gst)} INR</td></tr></table>"
        )
    head = [
        ("Order No.", order.number), ("Order Date", f"{order.date:%d.%m.%Y}"), ("Contact Person", "R. Vaidya"), ("Phone No", f"080{random.randrange(1000000, 9999999)}"),
        ("Collective No", str(random.randrange(900000000, 999999999))), ("Quotation", order.quotation),
    ]  # fmt: skip
    body = (
        f"<h3>{text(order.customer).upper()}</h3><p>{text(order.buyer.street_en)}</p><h2>PURCHASE ORDER</h2>"
        f"<div class=g><p>Vendor Code :- P{random.randrange(100, 999)}<br>{broken(seller())}</p><p>{'<br>'.join(f'{label} :- {text(value)}' for label, value in head)}</p></div>"
        f"<p>Dear Sirs, we are pleased to place this order on you for supply of the following at Consignee :- {text(order.place)}</p>{items}<hr>"
        f"<p>Basic Value :- {comma(order.net)} INR<br>Total GST :- {comma(order.tax)} INR<br><b>Total Order Value :- {comma(order.total)} INR</b></p>"
        f"<p>Payment Term :- {text(order.terms)}<br>Delivery Terms :- {text(order.incoterms)}</p>"
        "<p>Liquidated damages @ 0.5% per week subject to a maximum of 5% of the order value. This is a system generated document and does not require signature.</p>"
    )
    return page(
        body,
        ".g{display:grid;grid-template-columns:1fr 1fr}.w{width:100%}.w td{padding:.6mm 0;width:33%}h2,h3{text-align:center;margin:1mm}",
        font="'DejaVu Sans', sans-serif",
    )


LAYOUTS = (
    Layout("medruck_english", medruck_english, western_spec("EUR", buyers="latin", basis="net", customer_part=True, numbering=(10, 5), dates="lines", per="mixed", lines=(3, 12), **SAP), "typewriter second-lines multi-page sap", "PO {number}.pdf"),
    Layout("medruck_german", medruck_german, western_spec("EUR", buyers="dach", basis="net", rate=None, customer_part=True, numbering=(10, 5), dates="lines", per="mixed", discount=True, lines=(3, 9), **GERMAN), "typewriter second-lines conditions multi-page sap", "Bestellung_{number}.pdf"),
    Layout("smart_form", smart_form, western_spec("EUR", buyers="germany", basis="net", vague="tax_included", customer_part=True, numbering=(10, 5), dates="lines", per="mixed", lines=(2, 6), **SAP), "boxes schedule second-lines sap", "{number}.pdf"),
    Layout("fiori_form", fiori_form, western_spec("USD", buyers="states", basis="net", vague="tax_included quotation_number", customer_part=True, numbering=(10, 1), dates="lines", per="mixed", **SAP), "labels-in-cell sap", "PurchaseOrder_{number}.pdf"),
    Layout("indian_form", indian_form, western_spec("INR", buyers="india", basis="net", rate=18, quoted_rate=18, customer_part=True, numbering=(10, 5), dates="lines", per="mixed", lines=(2, 5), payments=("100% within 45 days of satisfactory receipt of material", "90% against delivery, 10% within 60 days", "100% within 30 days of receipt of invoice"), numbers=("21009{n:05d}/{code}",)), "blocks no-table gst sap", "{number}.pdf"),
)  # fmt: skip
