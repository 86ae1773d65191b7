"""Orders as systems of French firms print them: Dolibarr and Sage X3.

Labels after Dolibarr's `cornas` and Sage X3's order report.
"""

# ruff: noqa: E501 - a piece of markup stays a line

from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.layouts.forms.addresses import broken, buyer, seller
from bench.layouts.ink import box, put, put_row, rule
from bench.layouts.layout import Drawing, Layout
from bench.layouts.markup import page, row, table, text
from bench.layouts.notation import french, plain
from bench.layouts.traits.shapes import RIGHT, right, western_spec
from bench.layouts.values import Line, Order
from demo.make_paper import drawn, register

FRENCH_TERMS = (
    "30 jours fin de mois",
    "60 jours date de facture",
    "45 jours fin de mois par virement",
    "Paiement à la commande",
    "30 % à la commande, 70 % à 30 jours",
)


def dolibarr(_random: Random, order: Order) -> Drawing:
    """Dolibarr's sheet in French: title and facts at the right, two address boxes, a frame around the items."""
    register()

    def draw(canvas: Canvas) -> None:
        put(canvas, 12, 284, order.customer, 12, "Helvetica-Bold")
        facts = [
            ("Commande fournisseur", 13), (f"Réf. : {order.number}", 10), (f"Réf. fournisseur : {order.quotation}", 8),
            (f"Date de commande : {order.date:%d/%m/%Y}", 8), (f"Date de livraison prévue : {order.due:%d/%m/%Y}", 8), ("Responsable commande : C. Vasseur", 8),
        ]  # fmt: skip
        for at, (words, size) in enumerate(facts):
            put(canvas, 198, 284 - at * 5, words, size, "Helvetica-Bold" if at < 2 else "Helvetica", "right")
        put(canvas, 12, 252, "Émetteur", 7, "Helvetica")
        put(canvas, 112, 252, "Adressé à", 7, "Helvetica")
        box(canvas, 110, 214, 88, 36)
        for at, words in enumerate(buyer(order)):
            put(canvas, 14, 244 - at * 4.5, words, 9, "Helvetica-Bold" if at == 0 else "Helvetica")
        for at, words in enumerate(seller()):
            put(canvas, 113, 244 - at * 4.5, words, 9, "Helvetica-Bold" if at == 0 else "Helvetica")
        put(canvas, 12, 208, f"Livraison à : {order.place}", 8, "Helvetica")
        put(canvas, 198, 204.5, "Montants exprimés en Euros", 7, "Helvetica", "right")
        columns = [(13, "left"), (108, "left"), (140, "right"), (160, "right"), (168, "left"), (197, "right")]
        put_row(
            canvas,
            197,
            columns,
            ("Désignation", "TVA", "P.U. HT", "Qté", "Unité", "Total HT"),
            8,
            "Helvetica",
        )
        rule(canvas, 11, 195, 199, 195, 0.3)
        y = 190.0
        for each in order.lines:
            cells = (
                f"Ref. fourn. {each.part}",
                "0%",
                french(each.price),
                plain(each.quantity).replace(".", ","),
                each.unit,
                french(each.amount),
            )
            put_row(canvas, y, columns, cells, 8, "Helvetica")
            put(canvas, 13, y - 4, each.description, 8, "Helvetica")
            y -= 11
        box(canvas, 11, y + 2, 188, 201 - y, 0.3)
        for at, (label, value) in enumerate(
            (
                ("Conditions de règlement :", order.terms),
                ("Incoterm :", order.incoterms),
                ("Mode de règlement :", "Virement bancaire"),
            )
        ):
            put(
                canvas,
                12,
                y - 4 - at * 5,
                f"{label} {value}",
                8,
                "Helvetica-Bold" if at == 0 else "Helvetica",
            )
        for at, (label, amount) in enumerate((("Total HT", order.net), ("Total TTC", order.total))):
            put(canvas, 150, y - 4 - at * 5, label, 9, "Helvetica-Bold" if at else "Helvetica")
            put(
                canvas,
                197,
                y - 4 - at * 5,
                f"{french(amount)}",
                9,
                "Helvetica-Bold" if at else "Helvetica",
                "right",
            )
        put(canvas, 105, 12, f"{order.customer} - {order.buyer.street_en}", 6, "Helvetica", "center")
        put(canvas, 198, 12, "1/1", 6, "Helvetica", "right")

    return drawn(order.number, A4, [draw])


def sage_x(_random: Random, order: Order) -> Drawing:
    """Sage X3's order in French: number and date under the title, two addresses, net price and amount, the foot in boxes."""

    def item(each: Line) -> tuple[str, ...]:
        return (
            f"<td>{each.customer_part}<br>{each.part}</td>", f"<td>{text(each.description)}</td>", f"<td>{each.due:%d/%m/%y}</td>", right(plain(each.quantity).replace(".", ",")), each.unit,
            right(french(each.list_price or each.price)), right(f"{french(each.discount or each.price)}"), right(french(each.price)), right(french(each.amount)),
        )  # fmt: skip

    body = (
        f"<div class=g><div><b>{text(order.customer)}</b><br>{broken(buyer(order)[1:])}<br>SIRET 999 999 999 00011</div><div><h2>COMMANDE D'ACHAT</h2><p>N° {order.number} du {order.date:%d/%m/%y}</p><p>Fournisseur : BEIL01<br>{broken(seller())}</p></div></div>"
        f"<p>Votre référence : offre {order.quotation}</p><p><b>Adresse de livraison :</b> {text(order.place)}</p>"
        + table(
            (
                "Article / Réf. fournisseur",
                "Désignation",
                "Date prévue",
                right("Quantité", "th"),
                "Unité",
                right("Prix brut", "th"),
                right("Rem. %", "th"),
                right("Prix net", "th"),
                right("Montant HT", "th"),
            ),
            map(item, order.lines),
        )
        + f"<table class=b>{row(('Conditions de paiement', 'Incoterm', 'Devise', 'Total HT', 'Total TVA', 'Total TTC'), 'th')}{row((order.terms, order.incoterms, order.currency, french(order.net), '0,00', french(order.total)))}</table><p class=k>Merci de nous retourner l'accusé de réception sous 48 heures. Page 1/1</p>"
    )
    return page(
        body,
        RIGHT
        + ".g{display:grid;grid-template-columns:1fr 1fr}.items{width:100%}.items th,.items td,.b th,.b td{border:1px solid #555;padding:1mm;font-size:8pt;text-align:left;vertical-align:top}.b{width:100%;margin-top:6mm}.k{font-size:7pt}",
        font="Arial, 'DejaVu Sans', sans-serif",
    )


LAYOUTS = (
    Layout("dolibarr", dolibarr, western_spec("EUR", buyers="france", basis="net", rate=0, numbering=None, dates="header", describe="{fr} {size}", units="fr", numbers=("CF2603-{n:04d}",), payments=FRENCH_TERMS), "french frame second-lines open", "{number}.pdf"),
    Layout("sage_x", sage_x, western_spec("EUR", buyers="france", basis="net", customer_part=True, numbering=None, discount=True, dates="lines", describe="{fr} {size}", units="fr", numbers=("CDF26{n:05d}", "FR012{n:05d}"), payments=("30 jours net", "45 jours fin de mois", "60 jours net", "Comptant à réception")), "french discount totals-row ruled plants", "{number}.pdf"),
)  # fmt: skip
