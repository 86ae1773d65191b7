"""Payment terms in other languages of Europe and in Korean, put into the English words that are read.

Each phrase becomes the English one that means the same, in the order of the list: what stands first is the
more precise. What is left over in the other language is not understood, as anywhere else.
"""

import re

from extractors.fields.text import plain
from extractors.late import late

OF = (
    r"(?:(?:dalla|dall'|della|dell'|dal|del|dei|da|di|de la|de l'|des|du|de|do|d'|el|la|le|il|lo|l'|o|a"
    r"|van|der|od|z)\s?)*"
)
AFTER = (
    r"(?:dopo|dalla|dal|a partire|après|à compter|à partir|à|después|tras|a partir|desde|após|depois"
    r"|contados?|na|vanaf|po|od"
    r"|nach|ab|efter|etter|från|fra)\s"
)
INVOICE = (
    r"(?:fattura|facture|factura|fatura|factuur|faktury|factuurdatum|fakturadato|fakturadatum"
    r"|fakturaen|faktura|laskusta|nota fiscal)"
)
BILL = (
    r"(?:polizza di carico|conoscimento de embarque|conocimiento de embarque|conhecimento de embarque"
    r"|connaissement"
    r"|cognossement|konnossement(?:sdatum)?|konossement(?:sdatum)?|b/?l|bl)"
)
DATE = r"(?:data|date|fecha|datum|daty|dato|emissão|emissione|emisión|émission)"
RECEIPT = (
    r"(?:ricevimento|ricezione|réception|recepción|recebimento|ontvangst|otrzymania|mottagande"
    r"|modtagelse|mottak)"
)
DELIVERY = r"(?:consegna|livraison|entrega|levering|dostawy|dostawie|leverans|lieferung)"
SHIPMENT = (
    r"(?:spedizione|envío|embarque|expédition|expedición|despacho|verzending|wysyłki|wysyłką|leverans"
    r"|versand|lieferung)"
)
ORDER = (
    r"(?:ordine|commande|pedido|orden de compra|ordem de compra|opdracht|bestelling|zamówienia"
    r"|zamówieniu|order|ordre|auftrag)"
)
PHRASES = tuple(
    (late(pattern if pattern.startswith("(?<=") else rf"(?<![^\W\d_])(?:{pattern})"), english)
    for pattern, english in (
        (r"(?<=\d)\s?(?:giorni|gg\.?|días|dias|jours|dagen|dagar|dager|dage|dni|gün|päivää)(?!\w)", " days"),
        (r"(?:납품|입고)\s?후\s?(?P<n>\d{1,3})\s?일(?:\s?이내)?", r"\g<n> days after delivery"),
        (
            (
                r"(?:세금)?계산서\s?발행\s?후"
                r"\s?(?P<n>\d{1,3})\s?일(?:\s?이내)?"
            ),
            r"\g<n> days from invoice date",
        ),
        (
            r"(?:세금)?계산서\s?(?:수령|접수)\s?후\s?(?P<n>\d{1,3})\s?일(?:\s?이내)?",
            r"\g<n> days after receipt of invoice",
        ),
        (r"선적\s?후\s?(?P<n>\d{1,3})\s?일(?:\s?이내)?", r"\g<n> days from b/l date"),
        (r"발주\s?시", " with order "),
        (r"계약\s?시", " upon signing of the contract "),
        (r"(?:선적|출하)\s?전", " before shipment "),
        (r"d\.?\s?f\.?\s?f\.?\s?m\.?(?!\w)", " end of month of invoice"),
        (r"d\.?\s?f\.?(?!\w)", " from invoice date"),
        (
            (
                rf"(?:{OF}{DATE} {OF}{INVOICE} )?(?:fine mese|fin de mes"
                rf"|fim do mês)(?:\s?{OF}(?:{DATE} {OF})?{INVOICE})?"
            ),
            " end of month of invoice",
        ),
        (r"fatura tarihinden itibaren", " from invoice date "),
        (
            rf"(?:{AFTER})?{OF}(?:{DATE} {OF})?(?:{RECEIPT}|{DELIVERY}) {OF}{INVOICE}",
            " after receipt of invoice",
        ),
        (rf"(?:{AFTER})?{OF}(?:{DATE} {OF})?{BILL}(?: date)?(?!\w)", " from b/l date"),
        (
            (
                rf"(?:{AFTER})?{OF}(?:{DATE} {OF})?{INVOICE}(?!\w)"
                rf"|(?:{AFTER}){OF}faturamento"
            ),
            " from invoice date",
        ),
        (
            (
                rf"(?:prima|avant|antes|voor|przed|före|før|vor)\s{OF}{SHIPMENT}"
                rf"|sevkiyat(?:tan)? önce(?:si)?"
            ),
            " before shipment",
        ),
        (rf"{AFTER}{OF}{DELIVERY}", " after delivery"),
        (rf"(?:alla|contra|contre|na|à la|bij|przy|vid|ved|bei)\s(?:la |de )?{DELIVERY}", " on delivery"),
        (
            (
                rf"(?:all'|con (?:el )?|no (?!order|ordre)|com o |à la |bij |przy |vid |ved "
                rf"|bei ){ORDER}(?:serteilung)?"
            ),
            " with order",
        ),
        (
            (
                r"(?:in anticipo|anticipat[oa]|anticipad[oa]s?|antecipad[oa]|por adelantado|adiantad[oa]"
                r"|d'avance|vorab"
                r"|vooruit(?:betaling)?|przedpłata|peşin|(?:i )?förskott|forskud|forskudd|anticipo|acconto"
                r"|sinal)(?!\w)"
            ),
            " in advance",
        ),
        (r"(?:saldo|restante|resto|restbedrag|pozostałe|kalan|reste)(?!\w)", " balance"),
        (
            (
                r"(?:a mezzo |mediante |por |par |tramite )?(?:bonifico|transferencia|transferência|virement"
                r"|przelew(?:em)?|havale"
                r"|overschrijving|banköverföring|bankoverførsel)(?: bancari[oa]| bancária| bancaire"
                r"| bankowy)?(?: [aà](?= \d))?"
            ),
            " t/t",
        ),
        (
            (
                r"(?:lettera|carta|lettre) d[ie] cr[eé]d(?:ito|it)|crédit documentaire|credito documentario"
                r"|akkreditiv|akreditiv"
                r"|akredytywa"
            ),
            " l/c",
        ),
        (r"(?:a vista|a la vista|à vue|bei sicht|na vista)(?!\w)", " at sight"),
        (r"(?:irrevocabile|irrevogável|irrévocable|unwiderruflich(?:es)?|nieodwołaln\w*)(?!\w)", " "),
        (r"(?:netto|netos?|líquido)(?!\w)", " net"),
    )
)
FOREIGN = late(r"[à-ÿąćęłńóśźżğışő가-힣]|[a-z]{2}", re.IGNORECASE)


def english(text: str) -> str | None:
    """Return payment terms with their phrases in English; None where there is none to put into English."""
    said = plain(text).casefold()
    if FOREIGN.search(said) is None:
        return None
    told = said
    for pattern, phrase in PHRASES:
        told = pattern.sub(phrase, told)
    told = " ".join(told.split())
    return told if told != " ".join(said.split()) else None
