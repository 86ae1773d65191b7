"""What lead times count from, in German and the other languages of Europe, in Turkish, Korean and Japanese.

Under the names of `anchors`, over a casefolded, levelled text; whole phrases as there.
"""

from collections.abc import Mapping

GERMAN_OF = r"(?:(?:der|des|ihrer|unserer|ihres|unseres|aller|die|den)\s)*"
GERMAN_ORDER = r"(?:auftragsbestätigung|bestellung|auftrags|auftrag(?:es)?|order|po)"
GERMAN_ADVANCE = r"(?:anzahlung|vorauszahlung|vorkasse)"
ORDER_OF = (
    r"(?:(?:la|le|l'|el|lo|il|o|a|de|del|della|dell'|di|d'|da|do|du|su|sua|seu|votre|notre|vostro|nostro"
    r"|vs\.?|ns\.?)\s?)*"
)
ROMANCE_SINCE = (
    r"(?:à compter (?:de|du)|à partir (?:de|du)|a partir d[aeo]l?|a contar d[aeo]|contad[oa]s? d[aeo]"
    r"|a decorrere da(?:l|lla)?"
    r"|dall[ao]|dall'|dal|da|dopo|après|dès|depuis|à|desde|tras|después de|luego de|após|depois d[aeo]"
    r"|al|alla)\s?"
)
GETTING = (
    r"(?:ricevimento|ricezione|conferma|emissione|réception|recepción|recibo|confirmación|confirmation"
    r"|emisión"
    r"|recebimento|confirmação|emissão|data|date|fecha)"
)
ROMANCE_ORDER = (
    r"(?:ordine|bon de commande|commande|pedido(?: de compra)?|orden de compra|orden|ordem de compra"
    r"|o\.?c\.?)"
)
PAYING = (
    r"(?:pagamento|versamento|paiement|versement|encaissement|pago|cobro|recebimento|ricevimento"
    r"|réception|recepción)"
)
ROMANCE_ADVANCE = r"(?:acconto|anticipo|acompte|adelanto|sinal|adiantamento)"

ANCHORS: Mapping[str, str] = {
    "contract_effective": (
        rf"(?:nach|ab|mit)\s{GERMAN_OF}(?:inkrafttreten|wirksamwerden)(?:\s{GERMAN_OF}vertrag(?:e?s))?"
    ),
    "contract_signed": (
        rf"(?:nach|ab)\s{GERMAN_OF}(?:vertragsunterzeichnung|vertragsabschluss|vertragsabschluß|vertragsdatum"
        rf"|unterzeichnung\s{GERMAN_OF}vertrag(?:e?s))"
        rf"|{ROMANCE_SINCE}{ORDER_OF}(?:data {ORDER_OF}|date {ORDER_OF}|fecha {ORDER_OF})?"
        rf"(?:firma|stipula|sottoscrizione|signature|assinatura)(?:\s{ORDER_OF}(?:contratto|contrat"
        rf"|contrato))?"
        r"|od (?:daty |dnia )*(?:podpisania|zawarcia) umowy|계약(?:일|체결)?(?:로?부터|\s?후)"
    ),
    "order_receipt": (
        rf"(?:nach |ab )?(?:auftragseingang|bestelleingang|auftragserteilung|auftragsdatum|bestelldatum"
        rf"|bestelltag"
        rf"|auftragsbestätigung|bestellung)"
        rf"|(?:nach|ab)\s{GERMAN_OF}(?:(?:erhalt|eingang|erteilung|bestätigung)\s{GERMAN_OF})?{GERMAN_ORDER}"
        rf"|(?:{ROMANCE_SINCE})?{ORDER_OF}(?:{GETTING}\s{ORDER_OF})*{ROMANCE_ORDER}"
        r"|(?:na|vanaf)\s(?:(?:ontvangst|datum|bevestiging|van|de|uw|onze|het)\s)*"
        r"(?:order(?:bevestiging|datum)?|opdracht|bestelling|inkooporder|besteldatum)"
        r"|(?:efter|etter|från|fra)\s(?:(?:mottagen|mottatt|modtaget|modtagelse|mottak|mottagande|av|af)\s)*"
        r"(?:order(?:datum|bekräftelse)?|ordre(?:dato|bekræftelse|bekreftelse)?|beställning|bestilling)"
        r"|tilauksesta|tilauspäivästä"
        r"|od (?:(?:daty|dnia|otrzymania|złożenia|potwierdzenia|wpływu) )*zamówienia"
        r"|od (?:(?:data|obdržení|přijetí|potvrzení) )*objednávky"
        r"|sipariş(?:ten|in alınmasından|in onayından| tarihinden| onayından)?(?: itibaren| sonra)"
        r"|(?:발주|주문)(?:일|서?\s?(?:접수|수령))?(?:로?부터|\s?후)|(?:受注|発注"
        r"|ご?注文(?:书)?(?:受领)?)日?(?:より|から|后)"
    ),
    "lc_received": rf"(?:nach|ab)\s{GERMAN_OF}(?:erhalt|eingang|eröffnung)\s{GERMAN_OF}akkreditivs?",
    "prepay_received": (
        rf"(?:nach|ab)\s{GERMAN_OF}(?:(?:erhalt|eingang)\s{GERMAN_OF})?{GERMAN_ADVANCE}(?:s?eingang)?"
        rf"|(?:nach|ab) zahlungseingang|{ROMANCE_SINCE}{ORDER_OF}(?:{PAYING}\s{ORDER_OF})?{ROMANCE_ADVANCE}"
        r"|na (?:(?:ontvangst|van|de) )*aanbetaling|od (?:(?:daty|dnia) )*(?:wpłaty|zapłaty"
        r"|otrzymania) zaliczki"
    ),
    "drawing_approved": (
        rf"(?:nach|ab)\s{GERMAN_OF}(?:(?:erhalt\s)?{GERMAN_OF}zeichnungs(?:freigabe|genehmigung)"
        rf"|(?:freigabe|genehmigung)\s{GERMAN_OF}(?:zeichnung(?:en)?|zeichnungsunterlagen))"
        rf"|{ROMANCE_SINCE}{ORDER_OF}(?:approvazione|approbation|validation|aprobación|aprovação)"
        r"\s(?:(?:dei|del|des|du|de|los|dos|do) )*(?:disegn[io]|plans?|planos?|desenhos?)"
        r"|na (?:goedkeuring (?:van )?(?:de )?tekening(?:en)?|tekeninggoedkeuring)"
    ),
    "tech_frozen": (
        rf"(?:nach|ab)\s{GERMAN_OF}(?:auftragsklarheit|(?:(?:vollständiger"
        rf"|endgültiger)\s)?technischer (?:klärung|klarstellung)"
        rf"|klärung\s{GERMAN_OF}(?:technischen )?(?:details|einzelheiten|fragen))"
    ),
    "call_off": rf"(?:nach|ab)\s{GERMAN_OF}abruf(?:s)?",
}
FILLER = (
    r"(?:entro|circa|dans un délai de|délai de|sous|environ|em até|até|en|plazo de|unos|aprox\.?"
    r"|aproximadamente|binnen"
    r"|inom|innen|inden for|ungefär|w ciągu|około|içinde|corridos|naturales|consecutivos|calendaires"
    r"|solari|consecutivi"
    r"|kalenderdagen|etwa|max\.?|längstens|spätestens)(?!\w)|이내|약(?=\s?[0-9])"
)
"""Words around a lead time that change nothing."""
