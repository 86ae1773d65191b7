"""Sentences about the papers or the goods of another order: "the invoice of order X-11 is still missing".

People add to an order what they miss of an older one. What such a sentence says of an invoice, a payment or a
complaint, naming the other order by its number and not this one, changes nothing here.
"""

import re
from functools import partial

from extractors.fields.text import fold
from extractors.late import late
from extractors.mail.ordered import Ordered
from extractors.vocabulary import wordlists

_WORDS = wordlists.load("former")

_either = partial(wordlists.either, _WORDS)

MISSED, JOINING = _either("missed"), _either("joining")
NAMED = late(
    rf"(?:{'|'.join(_WORDS['called'])})\W{{0,3}}(?:(?:no\b|nr\b|numb?mer|number|编?号|編?號)\W{{0,3}})?"
    r"(?P<number>(?=[\w/-]*\d)[A-Z\d][A-Z\d_/-]+)",
    re.IGNORECASE,
)
"""An order by its number."""


def concerns(sentence: str, ordered: Ordered) -> bool:
    """Tell whether a sentence is about the papers or goods of another order alone."""
    numbers = {fold(match["number"]) for match in NAMED.finditer(sentence)}
    own = ordered.header.document_number
    known = fold(own.value or "") if own is not None else ""
    others = bool(numbers) and bool(known) and all(each != known for each in numbers)
    return others and MISSED.search(sentence) is not None and JOINING.search(sentence) is None
