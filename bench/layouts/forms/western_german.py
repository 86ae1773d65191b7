"""Orders as German systems print them: abas, proALPHA, SAP's S/4HANA form in German, and a Lexware letter.

Labels after the order forms that these systems ship with.
"""

# ruff: noqa: E501 - a piece of markup stays a line

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.forms.addresses import address, broken, buyer, goods_in, seller
from bench.layouts.ink import put, put_row, rule
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import german, plain, week
from bench.layouts.office import fill_table, saved, word
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order
from demo.make_paper import drawn, register

TERMS = (
    "14 Tage 2% Skonto, 30 Tage netto",
    "30 Tage netto",
    "sofort rein netto",
    "45 Tage netto",
    "10 Tage 3 %, 60 Tage netto",
)
SPOKEN: dict[str, Any] = {"describe": "{de} {size}", "units": "de", "payments": TERMS}

PER_PAGE = 7


def _count(each: Line) -> str:
    return plain(each.quantity).replace(".", ",")


def _abas_top(canvas: Canvas, order: Order, own: str) -> float:
    """Draw what stands above the items of the first page, and return where they begin."""
    put(canvas, 22, 284, order.customer, 12, "Helvetica-Bold")
    put(canvas, 22, 279, order.buyer.street_en, 7, "Helvetica")
    for at, words in enumerate(seller()):
        put(canvas, 22, 268 - at * 4.6, words, 9.5, "Helvetica")
    put(canvas, 22, 236, f"Bestellung Nr. {order.number}", 13, "Helvetica-Bold")
    places = [(22, "left"), (52, "left"), (90, "left"), (125, "left"), (165, "left")]
    labels = ("Ihr Zeichen", "Ihr Angebot", "Unser Zeichen", "Sachbearbeiter", "Datum")
    put_row(canvas, 228, places, labels, 7, "Helvetica")
    put_row(
        canvas,
        224,
        places,
        ("", order.quotation, own, "Hr. Wieland", f"{order.date:%d.%m.%Y}"),
        9,
        "Helvetica",
    )
    put(canvas, 22, 215, "Wir bestellen zu den umseitigen Einkaufsbedingungen:", 9, "Helvetica")
    return 207.0


def _abas_foot(canvas: Canvas, order: Order, y: float) -> None:
    put(canvas, 150, y, "Bestellwert netto EUR", 9, "Helvetica-Bold", "right")
    put(canvas, 192, y, german(order.total), 9, "Helvetica-Bold", "right")
    for at, (label, value) in enumerate(
        (("Zahlung:", order.terms), ("Lieferung:", order.incoterms), ("Versandanschrift:", order.place))
    ):
        put(canvas, 22, y - 10 - at * 5, label, 9, "Helvetica")
        put(canvas, 55, y - 10 - at * 5, value, 9, "Helvetica")
    put(canvas, 22, y - 28, "Preise verstehen sich zuzüglich gesetzlicher Mehrwertsteuer.", 8, "Helvetica")


def _carried(canvas: Canvas, y: float, lines: Sequence[Line]) -> None:
    """Write the sum of the lines so far."""
    put(canvas, 34, y, "Übertrag", 8.5, "Helvetica")
    put(canvas, 192, y, german(sum((each.amount for each in lines), Decimal(0))), 8.5, "Helvetica", "right")


def abas(random: Random, order: Order) -> Drawing:
    """abas, drawn: a reference line, the date under every item, price per unit, a sum carried from page to page."""
    register()
    columns = [
        (22, "left"),
        (34, "left"),
        (112, "right"),
        (115, "left"),
        (150, "right"),
        (158, "left"),
        (192, "right"),
    ]
    own = f"EK{random.randrange(10, 99)}"

    def sheet(begin: int, canvas: Canvas) -> None:
        end = begin + PER_PAGE
        y = 276.0 if begin else _abas_top(canvas, order, own)
        if begin:
            put(canvas, 22, 284, f"Bestellung Nr. {order.number} vom {order.date:%d.%m.%Y}", 9, "Helvetica")
            put(canvas, 192, 284, f"Seite {begin // PER_PAGE + 1}", 9, "Helvetica", "right")
        put_row(
            canvas,
            y,
            columns,
            ("Pos", "Artikel / Bezeichnung", "Menge", "ME", "Preis EUR", "pro", "Gesamt EUR"),
            8,
            "Helvetica-Bold",
        )
        rule(canvas, 22, y - 2, 192, y - 2)
        y -= 7
        if begin:
            _carried(canvas, y, order.lines[:begin])
            y -= 7
        for each in order.lines[begin:end]:
            cells = (
                each.number,
                each.customer_part,
                _count(each),
                each.unit,
                german(each.price),
                str(each.per),
                german(each.amount),
            )
            put_row(canvas, y, columns, cells, 8.5, "Helvetica")
            put(canvas, 34, y - 4, each.description, 8.5, "Helvetica")
            put(
                canvas,
                34,
                y - 8,
                f"Ihre Artikelnummer: {each.part}     Liefertermin: {each.due:%d.%m.%Y}",
                8,
                "Helvetica",
            )
            y -= 15
        rule(canvas, 22, y + 4, 192, y + 4)
        if end < len(order.lines):
            _carried(canvas, y, order.lines[:end])
        else:
            _abas_foot(canvas, order, y)

    return drawn(order.number, A4, [partial(sheet, at) for at in range(0, len(order.lines), PER_PAGE)])


def proalpha(_random: Random, order: Order) -> Drawing:
    """proALPHA: label column right of the address, positions with indented facts, discount as a row of its own."""

    def item(each: Line) -> str:
        return (
            f"<tr><td>{each.number}</td><td>{each.customer_part}</td>{right(f'{_count(each)} {each.unit}')}{right(german(each.list_price or each.price))}<td>{each.per} {each.unit}</td>{right('')}</tr>"
            f"<tr><td></td><td colspan=5>{text(each.description)}</td></tr><tr><td></td><td colspan=5>Lieferantenteil: {each.part}</td></tr>"
            f"<tr><td></td><td colspan=2>Rabatt {german(each.discount or each.price)} %</td>{right('Nettopreis ' + german(each.price))}<td></td>{right(german(each.amount))}</tr>"
            f"<tr><td></td><td colspan=5>Liefertermin {each.due:%d.%m.%Y} (eintreffend)</td></tr>"
        )

    facts = [
        ("Bestellung", order.number),
        ("Datum", f"{order.date:%d.%m.%Y}"),
        ("Lieferant", "712204"),
        ("Einkäufer", "Schmalfuß"),
        ("Telefon", "+49 5555 77-204"),
        ("Angebot", order.quotation),
    ]
    body = (
        f"<p class=k>{text(order.customer)} · {text(order.buyer.street_en)}</p><div class=g><p>{broken(seller())}</p><table>{''.join(row(each) for each in facts)}</table></div><h2>Bestellung {order.number}</h2>"
        "<p>Sehr geehrte Damen und Herren,<br>hiermit bestellen wir:</p>"
        f"<table class=items><thead>{row(('Pos.', 'Teil / Bezeichnung', right('Menge', 'th'), right('Preis', 'th'), 'per', right('Betrag EUR', 'th')), 'th')}</thead><tbody>{''.join(map(item, order.lines))}</tbody></table>"
        f"<table class=s><tr><td>Summe netto</td><td class=r>{german(order.net)}</td></tr><tr><td>MwSt. {order.rate},00 %</td><td class=r>{german(order.tax)}</td></tr><tr><td><b>Gesamtbetrag EUR</b></td><td class=r><b>{german(order.total)}</b></td></tr></table>"
        f"<p>Zahlungsbedingung: {text(order.terms)}<br>Lieferbedingung: {text(order.incoterms)}</p><p>Lieferanschrift:<br>{broken(goods_in(order))}</p><p>Bitte bestätigen Sie uns Preise und Termine.</p>"
    )
    return page(
        body,
        RIGHT
        + ".k{font-size:6.5pt}.g{display:grid;grid-template-columns:1.3fr 1fr}.g td{padding:.3mm 5mm .3mm 0}.items{width:100%}.items th{text-align:left;border-bottom:1px solid #000}.items td{padding:.4mm 1mm;font-size:8.5pt}.s{margin-left:auto;width:75mm;margin-top:4mm;border-top:1px solid #000}",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


def german_fiori(random: Random, order: Order) -> Drawing:
    """S/4HANA's form in German: facts in a block, positions with their labels in the cell of the text."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            str(each.number), f"<td>{text(each.description)}<br>Material: {each.customer_part}<br>Material des Lieferanten: {each.part}<br>Lieferdatum: {each.due:%d.%m.%Y}</td>",
            right(f"{_count(each)} {each.unit}"), right(f"{german(each.price)} EUR / {each.per} {each.unit}"), right(f"{german(each.amount)} EUR"),
        )  # fmt: skip

    facts = [
        ("Bestellung", order.number),
        ("Belegdatum", f"{order.date:%d.%m.%Y}"),
        ("Lieferant", str(random.randrange(10000000, 99999999))),
        ("Ihre Referenz", order.quotation),
        ("Zahlungsbedingungen", order.terms),
        ("Incoterms", order.incoterms),
        ("Ansprechpartner", "T. Reuß"),
    ]
    body = (
        f"<div class=g><div><p class=k>{text(order.customer)}, {text(order.buyer.street_en)}</p><p>{broken(seller())}</p></div><table>{''.join(f'<tr><td class=k>{label}</td><td>{text(value)}</td></tr>' for label, value in facts)}</table></div><h1>Bestellung {order.number}</h1>"
        f"<div class=g><div><p class=k>Warenempfänger</p><p>{broken(goods_in(order))}</p></div><div><p class=k>Rechnungsempfänger</p><p>{broken(buyer(order))}</p></div></div>"
        + table(
            ("Pos.", "Produkt", right("Menge", "th"), right("Nettopreis", "th"), right("Nettobetrag", "th")),
            map(item, order.lines),
        )
        + f"<p class=r><b>Gesamtnettobetrag {german(order.total)} EUR</b></p><p class=k>Seite 1 von 1</p>"
    )
    return page(
        body,
        RIGHT
        + "p.r{text-align:right}.k{color:#6a6d70;font-size:8pt;padding-right:4mm}.g{display:grid;grid-template-columns:1.2fr 1fr;column-gap:10mm}h1{font-weight:normal;font-size:16pt}.items{width:100%}.items th{background:#ededed;text-align:left;font-weight:normal;padding:2mm}.items td{padding:2mm;vertical-align:top;border-bottom:1px solid #d9d9d9;font-size:8.5pt}",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


def word_letter(_random: Random, order: Order) -> Drawing:
    """A small German firm's letter in Word, its items in a table, the week of delivery below."""
    document = word("Arial", 10.5)
    for words in (*buyer(order), "", *seller(), ""):
        document.add_paragraph(words)
    document.add_paragraph(f"{order.buyer.city_en}, den {order.date:%d.%m.%Y}")
    document.add_heading(f"Bestellung Nr. {order.number}", 2)
    document.add_paragraph(f"Ihr Angebot Nr. {order.quotation}")
    document.add_paragraph("Sehr geehrte Damen und Herren, aufgrund Ihres Angebotes bestellen wir:")
    items = document.add_table(rows=1, cols=6)
    items.style = "Table Grid"
    for cell, label in zip(
        items.rows[0].cells,
        ("Pos.", "Menge", "Bezeichnung", "Ihre Art.-Nr.", "E-Preis €", "G-Preis €"),
        strict=True,
    ):
        cell.text = label
    fill_table(
        items,
        [
            (
                each.number,
                f"{_count(each)} {each.unit}",
                each.description,
                each.part,
                german(each.price),
                german(each.amount),
            )
            for each in order.lines
        ],
    )
    document.add_paragraph(f"Summe netto: {german(order.total)} € zzgl. MwSt.")
    document.add_paragraph(f"Lieferung: KW {week(order.due)}, {order.incoterms}")
    document.add_paragraph(f"Lieferadresse: {', '.join(address(order.place))}")
    document.add_paragraph(f"Zahlung: {order.terms}")
    document.add_paragraph("Mit freundlichen Grüßen")
    return saved(document)


LAYOUTS = (
    Layout("abas", abas, western_spec("EUR", buyers="dach", basis="net", customer_part=True, dates="lines", per="mixed", lines=(4, 16), numbers=("2026{n:05d}", "B26-{n:04d}"), **SPOKEN), "drawn carried-sum second-lines multi-page german", "Bestellung {number}.pdf"),
    Layout("proalpha", proalpha, western_spec("EUR", buyers="germany", basis="net", rate=19, quoted_rate=19, customer_part=True, discount=True, numbering=(10, 1), dates="lines", per="mixed", numbers=("26{n:06d}", "BE{n:06d}"), **SPOKEN), "label-column four-line discount german", "{number}.pdf"),
    Layout("german_fiori", german_fiori, western_spec("EUR", vague="quotation_number", buyers="dach", basis="net", customer_part=True, numbering=(10, 1), dates="lines", per="mixed", numbers=("45000{n:05d}",), **SPOKEN), "labels-in-cell sap german", "Bestellung_{number}.pdf"),
    Layout("word_letter", word_letter, western_spec("EUR", buyers="germany", basis="net", dates="week", numbers=("26-{n:04d}",), **SPOKEN), "word week letter german", "Bestellung {number}.docx"),
)  # fmt: skip
