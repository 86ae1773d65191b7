"""Terms of payment in two languages side by side: "30%预付，70%发货前 / 30% prepaid, 70% before shipment"."""

import re

from extractors.fields import payment
from extractors.late import late

BETWEEN = late(r"(?<=[\u4e00-\u9fff）)])(?=[A-Za-z\d])|(?<=[a-z]\.)(?=[\u4e00-\u9fff])|\s*[/／|｜]\s*|\s+")
IDEOGRAPH = late(r"[\u4e00-\u9fff]")
WORD = late(r"[A-Za-z]{4}")
MEANS = late(r"\b(?:[TM]/T|L/C|D/[AP]|O/A|TT|LC|DP|DA|OA|CAD)\b|[A-Za-z]*%", re.IGNORECASE)
"""Ways to pay that a half in Chinese may name by letters, and no other word of another language."""
LETTER = late(r"[A-Za-z]")
PLAIN = frozenset({"tt"})
"""A way to pay that goes without saying."""


def first_half(terms: str) -> str:
    """Return the terms in the language that stands first, all of them where they are printed in one alone.

    Both halves are understood, and mean the same.
    """
    if IDEOGRAPH.search(terms) is None:
        return terms
    halves = ((terms[: mark.start()], terms[mark.end() :]) for mark in BETWEEN.finditer(terms))
    return next((one for one, other in halves if _says_the_same(one, other)), terms)


def _says_the_same(one: str, other: str) -> bool:
    chinese, foreign = sorted((one, other), key=lambda half: IDEOGRAPH.search(half) is None)
    if IDEOGRAPH.search(foreign) or LETTER.search(MEANS.sub("", chinese)) or not WORD.search(foreign):
        return False
    if any(payment.parse(half) is None for half in (one, other)):
        return False
    means = [payment.methods(half) - PLAIN for half in (one, other)]
    return means[0] == means[1] and payment.same(one, other) is True
