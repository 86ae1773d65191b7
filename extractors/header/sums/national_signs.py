"""Whose money a sign of several currencies is: what on the paper belongs to one country alone.

"$" stands on papers of a dozen countries, and an ABN is a number that only Australia gives. ¥ is written in
China and in Japan, which share characters; Japan has its own words for orders and for the tax.
"""

from collections.abc import Iterable

from extractors.late import late

MARKS = {
    "AUD": late(r"\b(?:A\.?B\.?N|A\.?C\.?N)\b\.?:?\s?(?:No\.?:?\s?)?\d"),
    "NZD": late(r"\bNZBN\b|\bNew Zealand\b"),
    "SGD": late(r"\bUEN\b|\bSingapore \d{6}\b"),
    "CAD": late(r"\b(?:HST|QST|PST|TVQ|TPS)\b"),
    "HKD": late(r"\bHong Kong\b|香港"),
    "TWD": late(r"統一編號|營業稅"),
    "JPY": late(
        r"(?i:consumption tax)|\bK\.\s?K\.(?!\w)|[\u3041-\u3096]{2}"
        r"|株式会社|有限会社|消費税|税抜|税込|注文書|発注|見積|御中"
    ),
}
"""Numbers of companies, taxes and words by currency."""
TAXED = late(r"(?i:consumption tax)|消費税")
"""What Japan alone calls its tax, in its own characters or in English."""


def currencies(texts: Iterable[str]) -> frozenset[str]:
    """Return the currencies of the countries that the texts of a paper speak of."""
    return frozenset(code for text in texts for code, mark in MARKS.items() if mark.search(text))


def is_taxed_in_japan(texts: Iterable[str]) -> bool:
    """Tell whether the tax on a paper is Japan's."""
    return any(TAXED.search(text) for text in texts)
