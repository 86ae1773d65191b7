"""German titles in one word: the last part says what the paper is (Baurechnung, Ersatzteilbestellung)."""

import re

from extractors.late import late
from models.reading import Kind

WORD = late(r"[A-ZÄÖÜ][a-zäöüß]{3,39}")
"""A noun: one word with a capital letter."""
INVOICE = r"(?<!be)(?<!an)(?<!ver)(?<!zu)(?<!um)(?<!hoch)(?:rechnung|gutschrift)"
"""Not every such word is an invoice: Berechnung and Anrechnung are sums, Umrechnung an exchange."""
ENDINGS = (
    (r"(?:auftrags|bestell|liefer|annahme)bestätigung|lieferschein|mahnung", Kind.OTHER),
    (r"bestelländerung|auftragsänderung", Kind.CHANGE_ORDER),
    (r"rahmen(?:vertrag|bestellung|auftrag)", Kind.FRAMEWORK_AGREEMENT),
    (INVOICE, Kind.INVOICE),
    (r"(?<=[a-zäöüß])angebot", Kind.QUOTATION),
    (r"(?<!ab)bestellung|(?:bestell|liefer|einkaufs|kauf)auftrag|(?<!rahmen)abruf", Kind.PURCHASE_ORDER),
    (r"kaufvertrag|liefervertrag", Kind.CONTRACT),
)
"""An Abbestellung takes an order back, so that it is none."""


def kind_of(word: str) -> Kind | None:
    """Return the kind that one German word names as a title, None where it names none."""
    if WORD.fullmatch(word) is None:
        return None
    return next((kind for ending, kind in ENDINGS if re.search(f"(?:{ending})$", word, re.IGNORECASE)), None)
